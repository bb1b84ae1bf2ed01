/*
 * Laid-out scenarios as a real workbook: an .xlsx file with formulas as Excel stores them and every cell's value
 * beside them, so that it reads the same with the add-in, without it, and in a program that computes nothing. The
 * library is passed in, as Node and the browser load it each in their own way; what it cannot write is completed in
 * the package afterwards (complete.ts).
 */
import type * as XlsxWriter from "wasm-xlsxwriter";
import type { EvaluatedSheet } from "../../engine/readEvaluated";
import { excelCode } from "../../engine/values";
import type { LaidOutSheet, PlacedCell, PlacedChart } from "../../scenarios/layout";
import {
  accent,
  axisFormat,
  characterWidth,
  chartSize,
  heightOf,
  legendOf,
  looks,
  paint,
  type Look,
  type LookName,
} from "../../scenarios/looks";
import { formats, type Format } from "../../scenarios/plan";
import { addressesIn, toZone, zoneAt, type Zone } from "../../scenarios/zone";
import { asText, complete } from "./complete";
import { toStored } from "./storedFormula";

/** Its nodejs or its web build, once that is initialised. */
export type Library = Pick<
  typeof XlsxWriter,
  | "Chart"
  | "ChartFont"
  | "ChartFormat"
  | "ChartLegendPosition"
  | "ChartLine"
  | "ChartRange"
  | "ChartSeries"
  | "ChartSolidFill"
  | "ChartType"
  | "Color"
  | "DocProperties"
  | "Format"
  | "FormatAlign"
  | "FormatBorder"
  | "Formula"
  | "Table"
  | "TableColumn"
  | "TableStyle"
  | "Workbook"
>;

export interface SheetToWrite {
  readonly sheet: LaidOutSheet;
  readonly evaluated: Pick<EvaluatedSheet, "value" | "spills">;
}

/** A sheet that is empty, for what is entered into it afterwards (edit.ts). */
export interface EmptySheet {
  readonly empty: string;
}

export interface WorkbookOptions {
  /** What the file's properties call it. */
  readonly title: string;
}

type Worksheet = XlsxWriter.Worksheet;

export function writeWorkbook(
  sheets: readonly (SheetToWrite | EmptySheet)[],
  options: WorkbookOptions,
  library: Library,
): Uint8Array {
  const workbook = new library.Workbook();
  workbook.setProperties(new library.DocProperties().setTitle(options.title));
  const formatOf = formatsIn(library);
  for (const each of sheets) {
    if ("empty" in each) workbook.addWorksheet().setName(each.empty);
    else writeSheet(workbook, each, formatOf, library);
  }
  return complete(workbook.saveToBufferSync(), sheets);
}

type FormatOf = (look: LookName, format: Format) => XlsxWriter.Format;

function writeSheet(workbook: XlsxWriter.Workbook, written: SheetToWrite, formatOf: FormatOf, library: Library): void {
  const { sheet } = written;
  const worksheet = workbook.addWorksheet();
  worksheet.setName(sheet.name);
  setUpPage(worksheet, sheet);
  writeTables(worksheet, sheet, library);
  writeCells(worksheet, written, formatOf, library);
  for (const chart of sheet.charts) insertChart(worksheet, sheet, chart, library);
  for (const { name, range } of sheet.definedNames) {
    const quoted = quote(sheet.name);
    workbook.defineName(`${quoted}!${name}`, `=${quoted}!${absolute(range)}`);
  }
}

const a4 = 9;
const margin = 0.4;

function setUpPage(worksheet: Worksheet, sheet: LaidOutSheet): void {
  sheet.columnWidths.forEach((width, column) => worksheet.setColumnWidthPixels(column, width * characterWidth));
  for (let row = 0; row < sheet.rows; row++) worksheet.setRowHeightPixels(row, heightOf(sheet, row));
  const { top, left, bottom, right } = toZone(sheet.print.range);
  worksheet.setFreezePanes(sheet.frozenRows, 0);
  worksheet.setScreenGridlines(false);
  worksheet.setPaperSize(a4);
  worksheet.setLandscape();
  worksheet.setMargins(margin, margin, margin, margin, margin / 2, margin / 2);
  worksheet.setPrintArea(top, left, bottom, right);
  worksheet.setPrintFitToPages(sheet.print.pages, sheet.print.pages);
}

/** Before the cells, which give the table's headings the sheet's own look. */
function writeTables(
  worksheet: Worksheet,
  { tables, cells }: LaidOutSheet,
  { Table, TableColumn, TableStyle }: Library,
) {
  for (const { name, range } of tables) {
    const { top, left, bottom, right } = toZone(range);
    const headings = Array.from({ length: right - left + 1 }, (_, index) => {
      const found = cells.find(({ row, column }) => row === top && column === left + index);
      return new TableColumn().setHeader(String(found?.content));
    });
    const table = new Table().setName(name).setColumns(headings).setStyle(TableStyle.None);
    worksheet.addTable(top, left, bottom, right, table);
  }
}

/** Row by row, so that what a formula fills is written after the formula, which would empty it. */
function writeCells(worksheet: Worksheet, { sheet, evaluated }: SheetToWrite, formatOf: FormatOf, library: Library) {
  const planned = new Map(sheet.cells.map((cell) => [cell.address, cell]));
  const formatAt = new Map(
    sheet.cells.flatMap((cell) => addressesIn(zoneOf(cell)).map((address) => [address, cell.format])),
  );
  const lookAt = new Map(paint(sheet).flatMap(({ zone, look }) => addressesIn(zone).map((address) => [address, look])));
  for (const [address, look] of [...lookAt].sort(byPlace)) {
    const { top: row, left: column } = toZone(address);
    const format = formatOf(look, formatAt.get(address) ?? "text");
    const cell = planned.get(address);
    if (cell?.isFormula) writeFormula(worksheet, cell, evaluated, format, library);
    else writeValue(worksheet, { row, column }, cell ? cell.content : evaluated.value(address), format);
  }
}

function zoneOf({ row, column, spill }: PlacedCell): Zone {
  return zoneAt(row, column, spill);
}

function byPlace([one]: [string, unknown], [other]: [string, unknown]): number {
  const [a, b] = [toZone(one), toZone(other)];
  return a.top - b.top || a.left - b.left;
}

/** With the rectangle that it fills now, which an error may have kept it from. */
function writeFormula(
  worksheet: Worksheet,
  { content, address, row, column }: PlacedCell,
  { value, spills }: SheetToWrite["evaluated"],
  format: XlsxWriter.Format,
  { Formula }: Library,
): void {
  const { text, dynamic } = toStored(String(content));
  const result = value(address);
  const shown = typeof result === "string" && excelCode(result) === undefined ? asText(result) : String(result ?? 0);
  const formula = new Formula(`=${text}`).setResult(typeof result === "boolean" ? shown.toUpperCase() : shown);
  const { bottom, right } = zoneAt(row, column, spills.get(address));
  if (dynamic) worksheet.writeDynamicArrayFormulaWithFormat(row, column, bottom, right, formula, format);
  else worksheet.writeFormulaWithFormat(row, column, formula, format);
}

function writeValue(
  worksheet: Worksheet,
  { row, column }: { row: number; column: number },
  value: string | number | boolean | null | undefined,
  format: XlsxWriter.Format,
): void {
  if (value === null || value === undefined) worksheet.writeBlank(row, column, format);
  else if (typeof value === "number") worksheet.writeNumberWithFormat(row, column, value, format);
  else if (typeof value === "boolean") worksheet.writeBooleanWithFormat(row, column, value, format);
  else worksheet.writeStringWithFormat(row, column, value === "" ? asText(value) : value, format);
}

/** One of the library's formats for each look and number format that a sheet has. */
function formatsIn(library: Library): FormatOf {
  const made = new Map<string, XlsxWriter.Format>();
  return (look, format) => {
    const key = `${look} ${format}`;
    const known = made.get(key) ?? toFormat(looks[look], formats[format], library);
    made.set(key, known);
    return known;
  };
}

function toFormat(look: Look, numberFormat: string, { Format, FormatAlign, FormatBorder, Color }: Library) {
  const format = new Format();
  if (numberFormat !== "") format.setNumFormat(numberFormat);
  if (look.bold) format.setBold();
  if (look.italic) format.setItalic();
  if (look.size !== undefined) format.setFontSize(look.size);
  if (look.color !== undefined) format.setFontColor(Color.parse(look.color));
  if (look.fill !== undefined) format.setBackgroundColor(Color.parse(look.fill));
  if (look.align) format.setAlign(look.align === "center" ? FormatAlign.Center : FormatAlign.Right);
  if (look.alignDown) format.setAlign(look.alignDown === "top" ? FormatAlign.Top : FormatAlign.VerticalCenter);
  if (look.wrap) format.setTextWrap();
  // Excel indents what is aligned, and nothing else.
  if (look.indent) format.setAlign(FormatAlign.Left).setIndent(look.indent);
  if (look.border !== undefined) format.setBorder(FormatBorder.Thin).setBorderColor(Color.parse(look.border));
  return format;
}

function insertChart(worksheet: Worksheet, sheet: LaidOutSheet, chart: PlacedChart, library: Library): void {
  const { Chart, ChartFont, ChartLegendPosition, ChartType, Color } = library;
  const type = {
    columns: ChartType.Column,
    stackedColumns: ChartType.ColumnStacked,
    bars: ChartType.Bar,
    lines: ChartType.Line,
  };
  const drawn = new Chart(type[chart.kind]);
  const { x, y, width, height } = chartSize(sheet, chart.zone);
  drawn.setWidth(width).setHeight(height).setAltText(chart.title);
  drawn
    .title()
    .setName(chart.title)
    .setFont(new ChartFont().setBold().setSize(12).setColor(Color.parse(accent)));
  // The library's x is what lies across: of bars, the values.
  const [categories, values] = chart.kind === "bars" ? [drawn.yAxis(), drawn.xAxis()] : [drawn.xAxis(), drawn.yAxis()];
  categories.setFont(new ChartFont().setSize(8));
  values.setNumFormat(axisFormat(chart)).setFont(new ChartFont().setSize(8));
  const legend = legendOf(chart.series.length);
  if (legend === "none") drawn.legend().setHidden();
  else drawn.legend().setPosition(legend === "bottom" ? ChartLegendPosition.Bottom : ChartLegendPosition.Right);
  for (const { label, values, color } of chart.series) {
    drawn.pushSeries(
      new library.ChartSeries()
        .setName(label)
        .setCategories(chartRange(sheet, chart.categories, library))
        .setValues(chartRange(sheet, values, library))
        .setFormat(seriesFormat(chart.kind, color, library)),
    );
  }
  worksheet.insertChartWithOffset(chart.zone.top, chart.zone.left, drawn, x, y);
}

function seriesFormat(
  kind: PlacedChart["kind"],
  color: string,
  { ChartFormat, ChartLine, ChartSolidFill, Color }: Library,
) {
  const format = new ChartFormat();
  if (kind === "lines") return format.setLine(new ChartLine().setColor(Color.parse(color)).setWidth(2.25));
  return format.setSolidFill(new ChartSolidFill().setColor(Color.parse(color)));
}

function chartRange({ name }: LaidOutSheet, range: string, { ChartRange }: Library) {
  const { top, left, bottom, right } = toZone(range);
  return ChartRange.newFromRange(name, top, left, bottom, right);
}

function quote(sheetName: string): string {
  return `'${sheetName.replaceAll("'", "''")}'`;
}

function absolute(range: string): string {
  return range.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
}
