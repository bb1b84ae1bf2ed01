/*
 * Adds a laid-out sheet to Excel's workbook: one round trip reads which names are taken, one writes everything. It
 * is written under a name that nobody else can have and gets its own last, so that after a failure what is taken
 * away again is certain to be ours.
 */
import type { LaidOutSheet, PlacedChart } from "../scenarios/layout";
import {
  accent,
  axisFormat,
  heightOf,
  legendOf,
  looks,
  marksOf,
  paint,
  type Look,
  type LookName,
} from "../scenarios/looks";
import { formats, type Format } from "../scenarios/plan";
import { toAddress, zoneAt } from "../scenarios/zone";
import { placesIn, toRectangles } from "./blocks";
import { freeName, freeSheetName } from "./freeName";
import type { SheetOutcome } from "./port";
import { toTypedText } from "./typedText";

/** What could not be taken away again after a failure. */
export class LeftBehind extends Error {
  constructor(
    readonly sheet: string,
    override readonly cause: unknown,
  ) {
    super(`The sheet ${sheet} was left behind`);
  }
}

/** A sheet's name can be taken by what is no worksheet, such as a chart's own sheet: then the next number is tried. */
const attempts = 5;

export async function insertSheet(context: Excel.RequestContext, sheet: LaidOutSheet): Promise<SheetOutcome> {
  const { application, worksheets, tables, names, protection } = context.workbook;
  worksheets.load("items/name");
  tables.load("items/name");
  names.load("items/name");
  protection.load("protected");
  application.load("calculationMode");
  await context.sync();

  if (protection.protected) return { kind: "refused", reason: "protected", message: "" };
  const takenSheets = worksheets.items.map(({ name }) => name);
  const takenNames = [...tables.items, ...names.items].map(({ name }) => name);
  const isManual = application.calculationMode === "Manual";
  for (let attempt = 1; ; attempt++) {
    const name = freeSheetName(sheet.name, takenSheets);
    const temporary = `FINSAM ${crypto.randomUUID().slice(0, 13)}`;
    // Excel takes calculation up again by itself, unless its user has told it not to calculate.
    if (!isManual) application.suspendApiCalculationUntilNextSync();
    application.suspendScreenUpdatingUntilNextSync();
    const added = worksheets.add(temporary);
    write(added, sheet, takenNames);
    if (isManual) added.calculate(true);
    added.activate();
    // The very last: a sheet that has its own name is finished.
    added.name = name;
    try {
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- once, unless the name was taken after all
      await context.sync();
      return { kind: "sheetInserted", name };
    } catch (error) {
      await takeAway(context, temporary, error);
      if ((error as { code?: unknown }).code !== "ItemAlreadyExists" || attempt === attempts) throw error;
      takenSheets.push(name);
    }
  }
}

async function takeAway(context: Excel.RequestContext, name: string, cause: unknown): Promise<void> {
  try {
    const half = context.workbook.worksheets.getItemOrNullObject(name);
    await context.sync();
    if (half.isNullObject) return;
    half.delete();
    await context.sync();
  } catch {
    throw new LeftBehind(name, cause);
  }
}

function write(added: Excel.Worksheet, sheet: LaidOutSheet, takenNames: readonly string[]): void {
  writeSizes(added, sheet);
  writeLooks(added, sheet);
  writeFormats(added, sheet);
  writeCells(added, sheet);
  for (const { name, range } of sheet.tables) {
    const table = added.tables.add(range, true);
    table.name = freeName(name, takenNames);
    // The header has the looks of every block's heading.
    table.style = "TableStyleLight1";
    table.showBandedRows = false;
    table.showFilterButton = false;
  }
  // Each sheet has names of its own, so that a second one of the same kind does not take the first one's.
  for (const { name, range } of sheet.definedNames) added.names.add(name, added.getRange(range));
  for (const chart of sheet.charts) writeChart(added, chart);
  writeMarks(added, sheet);
  writePage(added, sheet);
}

/** Whole blocks; a formula that fills several cells goes into its first, and what it fills is left alone. */
function writeCells(added: Excel.Worksheet, { cells }: LaidOutSheet): void {
  const contents = new Map(
    cells.map(({ row, column, content, isFormula }) => [
      `${row}/${column}`,
      typeof content === "string" && !isFormula ? toTypedText(content) : (content ?? ""),
    ]),
  );
  const contentAt = (row: number, column: number) => contents.get(`${row}/${column}`)!;
  const single = cells.filter(({ spill }) => !spill || spill.rows * spill.columns === 1);
  for (const zone of toRectangles(single)) {
    added.getRange(toAddress(zone)).formulas = Array.from({ length: zone.bottom - zone.top + 1 }, (_, row) =>
      Array.from({ length: zone.right - zone.left + 1 }, (__, column) => contentAt(zone.top + row, zone.left + column)),
    );
  }
  for (const { row, column, address } of cells.filter((cell) => !single.includes(cell))) {
    added.getRange(address).formulas = [[contentAt(row, column)]];
  }
}

function writeLooks(added: Excel.Worksheet, sheet: LaidOutSheet): void {
  const lookAt = new Map<string, { row: number; column: number; look: LookName }>();
  for (const { zone, look } of paint(sheet)) {
    for (const place of placesIn(zone)) lookAt.set(`${place.row}/${place.column}`, { ...place, look });
  }
  const painted = [...lookAt.values()];
  for (const [name, look] of Object.entries(looks) as [LookName, Look][]) {
    for (const range of rangesOf(
      added,
      painted.filter((place) => place.look === name),
    )) {
      const { format } = range;
      // Excel's own style for inputs has font, fill and border, in the workbook's own theme.
      if (name === "input" || name === "textInput") range.style = "Input";
      else {
        if (look.bold) format.font.bold = true;
        if (look.italic) format.font.italic = true;
        if (look.size !== undefined) format.font.size = look.size;
        if (look.color !== undefined) format.font.color = look.color;
        if (look.fill !== undefined) format.fill.color = look.fill;
      }
      if (look.align) format.horizontalAlignment = look.align === "right" ? "Right" : "Center";
      if (look.alignDown) format.verticalAlignment = look.alignDown === "top" ? "Top" : "Center";
      if (look.wrap) format.wrapText = true;
    }
  }
}

function writeFormats(added: Excel.Worksheet, { cells }: LaidOutSheet): void {
  for (const [name, code] of Object.entries(formats) as [Format, string][]) {
    if (code === "") continue;
    const places = cells.filter(({ format }) => format === name);
    const filled = places.flatMap(({ row, column, spill }) => placesIn(zoneAt(row, column, spill)));
    for (const zone of toRectangles(filled)) {
      const row = Array.from({ length: zone.right - zone.left + 1 }, () => code);
      added.getRange(toAddress(zone)).numberFormat = Array.from({ length: zone.bottom - zone.top + 1 }, () => row);
    }
  }
}

/** Excel measures in points, of which there are three to four pixels; a column has five pixels beside its text. */
const points = (pixels: number) => pixels * 0.75;
const characterPixels = 7;

function writeSizes(added: Excel.Worksheet, sheet: LaidOutSheet): void {
  sheet.columnWidths.forEach((width, column) => {
    added.getRange(toAddress(zoneAt(0, column))).format.columnWidth = points(width * characterPixels + 5);
  });
  const rows = [0, ...Object.keys(sheet.rowLines).map(Number)];
  for (const row of new Set(rows)) {
    added.getRange(toAddress(zoneAt(row, 0))).format.rowHeight = points(heightOf(sheet, row));
  }
}

const chartTypes = {
  columns: "ColumnClustered",
  stackedColumns: "ColumnStacked",
  bars: "BarClustered",
  lines: "LineMarkers",
} as const;

function writeChart(added: Excel.Worksheet, planned: PlacedChart): void {
  const { kind, title, zone, categories, series } = planned;
  // Excel guesses what is a series, a heading or a category in the cells that a chart is made of. Two numbers in a
  // column are one series and nothing else; they lie under the chart, and are gone once it has its own.
  const seed = added.getRange(toAddress({ ...zone, bottom: zone.top + 1, right: zone.left }));
  seed.formulas = [[1], [1]];
  const chart = added.charts.add(chartTypes[kind], seed, "Columns");
  series.forEach(({ label, values, color }, index) => {
    const one = index === 0 ? chart.series.getItemAt(0) : chart.series.add(label);
    one.name = label;
    one.setValues(added.getRange(values));
    one.setXAxisValues(added.getRange(categories));
    if (kind === "lines") {
      one.format.line.color = color;
      one.markerBackgroundColor = color;
      one.markerForegroundColor = color;
    } else one.format.fill.setSolidColor(color);
  });
  seed.clear("Contents");
  chart.title.text = title;
  chart.title.format.font.bold = true;
  chart.title.format.font.size = 12;
  chart.title.format.font.color = accent;
  chart.axes.valueAxis.numberFormat = axisFormat(planned);
  if (kind === "bars") {
    // Excel's own order is from the bottom up; turned round, the values' axis would come to the top.
    chart.axes.categoryAxis.reversePlotOrder = true;
    chart.axes.categoryAxis.position = "Maximum";
  }
  const legend = legendOf(series.length);
  if (legend === "none") chart.legend.visible = false;
  else chart.legend.position = legend === "right" ? "Right" : "Bottom";
  chart.setPosition(
    added.getRange(toAddress(zoneAt(zone.top, zone.left))),
    added.getRange(toAddress(zoneAt(zone.bottom, zone.right))),
  );
}

const operators = { zero: "EqualTo", notZero: "NotEqualTo", negative: "LessThan" } as const;

function writeMarks(added: Excel.Worksheet, sheet: LaidOutSheet): void {
  for (const { zones, when, fill, color } of marksOf(sheet)) {
    for (const range of rangesOf(added, zones.flatMap(placesIn))) {
      const { cellValue } = range.conditionalFormats.add("CellValue");
      cellValue.format.fill.color = fill;
      cellValue.format.font.color = color;
      cellValue.format.font.bold = true;
      cellValue.rule = { formula1: "=0", operator: operators[when] };
    }
  }
}

function writePage(added: Excel.Worksheet, { frozenRows, print }: LaidOutSheet): void {
  added.showGridlines = false;
  added.freezePanes.freezeRows(frozenRows);
  const { pageLayout } = added;
  pageLayout.orientation = "Landscape";
  pageLayout.paperSize = print.paper;
  pageLayout.zoom = { horizontalFitToPages: print.pages, verticalFitToPages: print.pages };
  pageLayout.setPrintArea(print.range);
}

/**
 * The places as few ranges. One by one, and not as Excel's lists of ranges: those want commas between them or
 * semicolons, by what the user's own settings have (office-js#1167).
 */
function rangesOf(added: Excel.Worksheet, places: Parameters<typeof toRectangles>[0]): Excel.Range[] {
  return toRectangles(places).map((zone) => added.getRange(toAddress(zone)));
}
