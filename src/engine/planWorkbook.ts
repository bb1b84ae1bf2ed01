/*
 * A laid-out scenario as the spreadsheet engine's own data: cells, looks, charts, tables. Without the library
 * itself, so that the workbench can use it as well as the headless engine.
 */
import type { Border, ChartDefinition, ConditionalFormat, SheetData, Style, WorkbookData } from "@odoo/o-spreadsheet";
import type { LaidOutSheet, PlacedCell, PlacedChart } from "../scenarios/layout";
import {
  accent,
  characterWidth,
  chartSize,
  heightOf,
  legendOf,
  looks,
  marksOf,
  paint,
  type Look,
  type Mark,
} from "../scenarios/looks";
import { formats } from "../scenarios/plan";
import { toAddress, zoneAt } from "../scenarios/zone";
import { contentOf } from "./content";

const styles = Object.fromEntries(Object.entries(looks).map(([name, look]) => [name, toStyle(look)]));

const line = { style: "thin", color: looks.input.border! } as const;
const borders = { input: { top: line, bottom: line, left: line, right: line } } as const satisfies Record<
  string,
  Border
>;

/** Room below the sheet, for what its user adds. */
const spareRows = 40;
const spareColumns = 12;

/** A table for the engine's sake alone: its cells have looks of their own. */
const tableConfig = {
  hasFilters: false,
  totalRow: false,
  firstColumn: false,
  lastColumn: false,
  numberOfHeaders: 1,
  bandedRows: false,
  bandedColumns: false,
  automaticAutofill: true,
  styleId: "TableStyleLight1",
};

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
    styles: Object.fromEntries(paint(sheet).map(({ zone, look }) => [toAddress(zone), indexOf(styles, look)])),
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
    conditionalFormats: marksOf(sheet).map(toConditionalFormat),
    dataValidationRules: [],
    tables: sheet.tables.map(({ range }) => ({ range, config: tableConfig })),
    panes: { xSplit: 0, ySplit: sheet.frozenRows },
    areGridLinesVisible: false,
    isVisible: true,
  };
}

function toContent({ content, isFormula }: PlacedCell): string {
  if (content === undefined) return "";
  return isFormula ? String(content) : contentOf(content);
}

/** What a formula fills looks as the formula's own cell. */
function byZone(cells: readonly PlacedCell[], value: (cell: PlacedCell) => number): Record<string, number> {
  return Object.fromEntries(cells.map((cell) => [toAddress(zoneAt(cell.row, cell.column, cell.spill)), value(cell)]));
}

function toStyle({ bold, italic, size, color, fill, align, alignDown, wrap }: Look): Style {
  return {
    ...(bold && { bold }),
    ...(italic && { italic }),
    ...(size !== undefined && { fontSize: size }),
    ...(color !== undefined && { textColor: color }),
    ...(fill !== undefined && { fillColor: fill }),
    ...(align && { align }),
    ...(alignDown && { verticalAlign: alignDown }),
    ...(wrap && { wrapping: "wrap" }),
  };
}

function toFigure(sheet: LaidOutSheet, chart: PlacedChart, chartId: string) {
  const { x, y, width, height } = chartSize(sheet, chart.zone);
  return {
    id: chartId,
    tag: "chart",
    col: chart.zone.left,
    row: chart.zone.top,
    offset: { x, y },
    width,
    height,
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
  return { ...common, type: "bar", stacked: kind === "stackedColumns", horizontal: kind === "bars" };
}

const operators = { zero: "isEqual", notZero: "isNotEqual", negative: "isLessThan" } as const;

function toConditionalFormat({ id, zones, when, fill, color }: Mark): ConditionalFormat {
  const operator = operators[when];
  const style: Style = { fillColor: fill, textColor: color, bold: true };
  return { id, ranges: zones.map(toAddress), rule: { type: "CellIsRule", operator, values: ["0"], style } };
}

/** The library refers to styles, formats and borders by number, from 1; here they have names. */
function numbered<T>(named: Readonly<Record<string, T>>): Record<number, T> {
  return Object.fromEntries(Object.values(named).map((value, index) => [index + 1, value]));
}

function indexOf(named: Readonly<Record<string, unknown>>, name: string): number {
  return Object.keys(named).indexOf(name) + 1;
}
