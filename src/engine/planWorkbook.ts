/*
 * A laid-out scenario as the spreadsheet engine's own data: cells, looks, charts, tables. Without the library
 * itself, so that the workbench can use it as well as the headless engine.
 */
import type { Border, ChartDefinition, ConditionalFormat, SheetData, Style, WorkbookData } from "@odoo/o-spreadsheet";
import type { LaidOutSheet, PlacedCell, PlacedChart } from "../scenarios/layout";
import { formats, type Role } from "../scenarios/plan";
import { toAddress, zoneAt, type Zone } from "../scenarios/zone";

const accent = "#1D5C4D";
const quiet = "#5C6663";

type Look = Role | "band" | "bandNumber" | "emphasis" | "emphasisUnit";

/** Inputs look as Excel's built-in Input style does. */
const styles = {
  title: { bold: true, fontSize: 15, textColor: accent },
  subtitle: { textColor: quiet },
  band: { bold: true, fillColor: accent, textColor: "#FFFFFF", wrapping: "wrap", verticalAlign: "middle" },
  bandNumber: {
    bold: true,
    fillColor: accent,
    textColor: "#FFFFFF",
    align: "right",
    wrapping: "wrap",
    verticalAlign: "middle",
  },
  heading: { bold: true },
  label: { wrapping: "wrap", verticalAlign: "top" },
  unit: { textColor: quiet, align: "center", verticalAlign: "top" },
  input: { fillColor: "#FFCC99", textColor: "#3F3F76", verticalAlign: "top" },
  calculation: { verticalAlign: "top" },
  result: { bold: true, verticalAlign: "top" },
  check: { bold: true, verticalAlign: "top" },
  source: { textColor: quiet, wrapping: "wrap", verticalAlign: "top" },
  note: { italic: true, textColor: "#8A4B08" },
  emphasis: { bold: true, fillColor: "#E4EFEB", verticalAlign: "top" },
  emphasisUnit: { fillColor: "#E4EFEB", textColor: quiet, align: "center", verticalAlign: "top" },
} as const satisfies Record<Look, Style>;

const line = { style: "thin", color: "#7F7F7F" } as const;
const borders = { input: { top: line, bottom: line, left: line, right: line } } as const satisfies Record<
  string,
  Border
>;

/** In pixels, as the library's 13-pixel text takes them. */
const characterWidth = 7;
const lineHeight = 20;
/** Room below the sheet, for what its user adds. */
const spareRows = 40;
const spareColumns = 12;

/** A workbook of one sheet; `id` tells it and its charts from others in the same workbook. */
export function toWorkbookData(sheet: LaidOutSheet, id = "scenario"): Partial<WorkbookData> {
  return {
    version: "19.3.2",
    sheets: [toSheetData(sheet, id)],
    styles: numbered(styles),
    formats: numbered(formats),
    borders: numbered(borders),
    namedRanges: Object.fromEntries(sheet.definedNames.map(({ name, range }) => [name, `'${sheet.name}'!${range}`])),
  };
}

function toSheetData(sheet: LaidOutSheet, id: string): SheetData {
  const columns = Math.max(sheet.columnWidths.length, ...sheet.charts.map(({ zone }) => zone.right + 1));
  return {
    id,
    name: sheet.name,
    colNumber: columns + spareColumns,
    rowNumber: sheet.rows + spareRows,
    cells: Object.fromEntries(sheet.cells.map((cell) => [cell.address, toContent(cell)])),
    styles: {
      ...bandStyles(sheet),
      ...byZone(sheet.cells, (cell) => indexOf(styles, lookOf(cell))),
      ...emphasisStyles(sheet),
    },
    formats: byZone(
      sheet.cells.filter(({ format }) => format !== "text"),
      ({ format }) => indexOf(formats, format),
    ),
    borders: byZone(
      sheet.cells.filter(({ role }) => role === "input"),
      () => indexOf(borders, "input"),
    ),
    cols: Object.fromEntries(sheet.columnWidths.map((width, column) => [column, { size: width * characterWidth }])),
    rows: Object.fromEntries(Array.from({ length: sheet.rows }, (_, row) => [row, { size: heightOf(sheet, row) }])),
    merges: [],
    figures: sheet.charts.map((chart, index) => toFigure(sheet, chart, `${id}-chart-${index + 1}`)),
    conditionalFormats: marksOf(sheet),
    dataValidationRules: [],
    tables: sheet.tables.map(({ range }) => ({ range })),
    panes: { xSplit: 0, ySplit: sheet.frozenRows },
    areGridLinesVisible: false,
    isVisible: true,
  };
}

/** An apostrophe keeps a text a text that the engine would read as a date or a formula; numbers are written whole. */
function toContent({ content, isFormula }: PlacedCell): string {
  if (content === undefined) return "";
  if (typeof content === "number" || isFormula) return String(content);
  return /^[\p{L}(]/u.test(content) ? content : `'${content}`;
}

/** What a formula fills looks as the formula's own cell. */
function byZone(cells: readonly PlacedCell[], value: (cell: PlacedCell) => number): Record<string, number> {
  return Object.fromEntries(cells.map((cell) => [toAddress(zoneAt(cell.row, cell.column, cell.spill)), value(cell)]));
}

function bandStyles({ bands }: LaidOutSheet): Record<string, number> {
  return Object.fromEntries(bands.map((zone) => [toAddress(zone), indexOf(styles, "band")]));
}

/** The values of an emphasised row, where a spill from another row fills it. */
function emphasisStyles({ cells, columnWidths }: LaidOutSheet): Record<string, number> {
  const rows = cells.filter(({ role, emphasis }) => emphasis && role === "label").map(({ row }) => row);
  const bare = rows.filter(
    (row) => !cells.some((cell) => cell.row === row && cell.column > 1 && cell.role !== "source"),
  );
  const right = columnWidths.length - 2;
  return Object.fromEntries(
    bare.map((row) => [toAddress({ top: row, left: 2, bottom: row, right }), indexOf(styles, "emphasis")]),
  );
}

function lookOf({ role, column, emphasis }: PlacedCell): Look {
  if (role === "heading") return column > 1 ? "bandNumber" : "band";
  if (emphasis && role === "unit") return "emphasisUnit";
  if (emphasis && role !== "input") return "emphasis";
  return role;
}

function heightOf({ rowLines }: LaidOutSheet, row: number): number {
  return row === 0 ? 28 : (rowLines[row] ?? 1) * lineHeight;
}

function toFigure(sheet: LaidOutSheet, chart: PlacedChart, chartId: string) {
  const { top, left, bottom, right }: Zone = chart.zone;
  const widths = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => (sheet.columnWidths[from + index] ?? 14) * characterWidth);
  const heights = Array.from({ length: bottom - top + 1 }, (_, index) => heightOf(sheet, top + index));
  return {
    id: chartId,
    tag: "chart",
    col: left,
    row: top,
    offset: { x: 6, y: 4 },
    width: sum(widths(left, right)) - 12,
    height: sum(heights) - 8,
    data: { chartId, ...toChart(chart) },
  };
}

function toChart({ kind, title, categories, series }: PlacedChart): ChartDefinition<string> {
  const named = series.map((one, index) => ({ ...one, dataSetId: `series-${index + 1}` }));
  const common = {
    title: { text: title, fontSize: 13, bold: true, color: accent },
    background: "#FFFFFF",
    legendPosition: legendOf(series.length),
    dataSource: {
      type: "range",
      dataSetsHaveTitle: false,
      labelRange: categories,
      dataSets: named.map(({ dataSetId, values }) => ({ dataSetId, dataRange: values })),
    },
    dataSetStyles: Object.fromEntries(
      named.map(({ dataSetId, label, color }) => [dataSetId, { label, backgroundColor: color }]),
    ),
    humanize: false,
  } as const;
  if (kind === "lines") return { ...common, type: "line", labelsAsText: true, stacked: false, cumulative: false };
  return { ...common, type: "bar", stacked: kind === "stackedColumns" };
}

/** One series is what the title says; a few fit below, where they take no width. */
function legendOf(series: number): "none" | "bottom" | "right" {
  if (series === 1) return "none";
  return series <= 3 ? "bottom" : "right";
}

/** Green where a check holds, red where it does not; a marked cell stands out where it is not 0. */
function marksOf({ cells }: LaidOutSheet): ConditionalFormat[] {
  const ranges = (chosen: readonly PlacedCell[]) =>
    chosen.map(({ row, column, spill }) => toAddress(zoneAt(row, column, spill)));
  const checks = ranges(cells.filter(({ role, format }) => role === "check" && format !== "text"));
  const marked = ranges(cells.filter((cell) => cell.marked));
  const rule = (id: string, on: string[], operator: "isEqual" | "isNotEqual", style: Style): ConditionalFormat[] =>
    on.length === 0 ? [] : [{ id, ranges: on, rule: { type: "CellIsRule", operator, values: ["0"], style } }];
  return [
    ...rule("check-holds", checks, "isEqual", { fillColor: "#D9EAD3", textColor: accent, bold: true }),
    ...rule("check-fails", checks, "isNotEqual", { fillColor: "#F4C7C3", textColor: "#8B1A10", bold: true }),
    ...rule("marked", marked, "isNotEqual", { fillColor: "#FFE08A", textColor: "#8A4B08", bold: true }),
  ];
}

/** The library refers to styles, formats and borders by number, from 1; here they have names. */
function numbered<T>(named: Readonly<Record<string, T>>): Record<number, T> {
  return Object.fromEntries(Object.values(named).map((value, index) => [index + 1, value]));
}

function indexOf(named: Readonly<Record<string, unknown>>, name: string): number {
  return Object.keys(named).indexOf(name) + 1;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
