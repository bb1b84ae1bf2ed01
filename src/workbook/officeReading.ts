/*
 * Reading in Excel what a cell's formula refers to. Names, tables and long references are looked up first, as only
 * Excel knows where they are; then all values are read in one round trip.
 */
/* eslint-disable office-addins/call-sync-before-read, office-addins/load-object-before-read -- the rules do not see that a yield is a sync, nor what is loaded by way of another object */
import { countOf, zoneAt, type Zone } from "../scenarios/zone";
import { tableArea } from "../xlsx/tableArea";
import { errorName } from "./errorName";
import type { Refused } from "./port";
import {
  aboveOf,
  fromItsStart,
  leftOf,
  mostCellsRead,
  type ActiveCell,
  type Cells,
  type CellValue,
  type Place,
  type Reference,
  type ReferenceAnswer,
  type WorkbookReader,
} from "./reading";
import { refusal } from "./refusal";

export const excelReader: WorkbookReader = {
  async activeCell() {
    try {
      return await Excel.run(readActiveCell);
    } catch (error) {
      return notRead(error);
    }
  },

  async readReferences(references, from) {
    try {
      return await Excel.run((context) => readReferences(context, references, from));
    } catch (error) {
      return (error as { code?: unknown }).code === "ResponsePayloadSizeLimitExceeded" ? tooLarge : notRead(error);
    }
  },

  onSelectionChange,
};

const tooLarge = { kind: "refused", reason: "tooLarge", message: "" } as const;

function notRead(error: unknown): Refused<"editing" | "other"> {
  const { reason, message } = refusal(error);
  return { kind: "refused", reason: reason === "editing" ? reason : "other", message };
}

async function readActiveCell(context: Excel.RequestContext): Promise<ActiveCell> {
  const cell = context.workbook.getActiveCell();
  const filledFrom = cell.getSpillParentOrNullObject();
  const filled = cell.getSpillingToRangeOrNullObject();
  cell.load(["rowIndex", "columnIndex", "formulas", "values", "valueTypes", "text"]);
  cell.worksheet.load("name");
  filledFrom.load(["rowIndex", "columnIndex", "formulas"]);
  filled.load(["rowCount", "columnCount"]);
  await context.sync();

  const place = { sheet: cell.worksheet.name, row: cell.rowIndex, column: cell.columnIndex };
  const found = { kind: "cell", place, value: valuesOf(cell)[0]![0]!, text: String(cell.text[0]![0]) } as const;
  // What a filled cell gives for its formula is not said; what fills it is, and the cell of a formula may be its own.
  const isFilled =
    !filledFrom.isNullObject && (filledFrom.rowIndex !== place.row || filledFrom.columnIndex !== place.column);
  const formula = formulaOf(isFilled ? filledFrom : cell);
  if (formula === undefined) return found;
  if (!isFilled) {
    return { ...found, source: { formula, zone: zoneAt(place.row, place.column, sizeOf(filled)) } };
  }
  const all = filledFrom.getSpillingToRangeOrNullObject();
  all.load(["rowCount", "columnCount"]);
  await context.sync();
  const zone = zoneAt(filledFrom.rowIndex, filledFrom.columnIndex, sizeOf(all));
  return { ...found, source: { formula, zone } };
}

function formulaOf({ formulas }: Excel.Range): string | undefined {
  const content: unknown = formulas[0]![0];
  return typeof content === "string" && content.startsWith("=") ? content : undefined;
}

function sizeOf(range: Excel.Range): { rows: number; columns: number } {
  return range.isNullObject ? { rows: 1, columns: 1 } : { rows: range.rowCount, columns: range.columnCount };
}

/** What is asked in rounds: what stands before a yield is asked for, and answered after it. */
type Asked<Answer> = Generator<undefined, Answer>;

/** All that is asked, a round trip for each round and none where nothing is. */
async function inRounds<Answer>(context: Excel.RequestContext, asked: readonly Asked<Answer>[]): Promise<Answer[]> {
  let steps = asked.map((each) => each.next());
  while (steps.some(({ done }) => !done)) {
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one for all that is asked in a round
    await context.sync();
    steps = steps.map((step, i) => (step.done ? step : asked[i]!.next()));
  }
  return steps.map(({ value }) => value as Answer);
}

/** Where the cells of a reference are, or what it is instead. */
type Found = { readonly sheet: string; readonly zone: Zone } | Exclude<ReferenceAnswer, { readonly kind: "cells" }>;

const missing = { kind: "missing" } as const;

async function readReferences(
  context: Excel.RequestContext,
  references: readonly Reference[],
  from: Place,
): Promise<readonly ReferenceAnswer[] | typeof tooLarge> {
  const found = await inRounds(
    context,
    references.map((reference) => locate(context, reference, from)),
  );
  const parts = await inRounds(
    context,
    found.map((each) => usedPart(context, each)),
  );
  const cells = parts.reduce((sum, part) => sum + (part ? countOf(part) : 0), 0);
  if (cells > mostCellsRead) return tooLarge;
  return inRounds(
    context,
    found.map((each, i) => readCells(context, each, parts[i])),
  );
}

function* locate(context: Excel.RequestContext, reference: Reference, from: Place): Asked<Found> {
  const { worksheets, tables } = context.workbook;
  switch (reference.kind) {
    case "cells":
      return { sheet: reference.sheet ?? from.sheet, zone: reference.zone };
    case "spill": {
      const cell = worksheets.getItem(reference.sheet ?? from.sheet).getCell(reference.row, reference.column);
      return yield* whereIs(cell.getSpillingToRangeOrNullObject());
    }
    case "name":
      return yield* whereIsName(context, reference, from);
    case "table": {
      const { table, columns, sections } = reference;
      if (table !== "") return yield* whereIsTable(tables.getItemOrNullObject(table), columns, sections, from);
      const around = worksheets.getItem(from.sheet).getCell(from.row, from.column).getTables(false);
      around.load("items/name");
      yield;
      return around.items[0] ? yield* whereIsTable(around.items[0], columns, sections, from) : missing;
    }
  }
}

/** A sheet's own name goes before the workbook's; what is no name may be a table. */
function* whereIsName(
  { workbook }: Excel.RequestContext,
  { sheet, name }: Extract<Reference, { readonly kind: "name" }>,
  from: Place,
): Asked<Found> {
  const scopes = [workbook.worksheets.getItem(sheet ?? from.sheet).names, workbook.names];
  const items = scopes.map((names) => names.getItemOrNullObject(name));
  for (const item of items) item.load(["type", "formula"]);
  yield;
  const item = items.find(({ isNullObject }) => !isNullObject);
  if (!item) return yield* whereIsTable(workbook.tables.getItemOrNullObject(name), [], [], from);
  const formula = { kind: "formula", formula: String(item.formula) } as const;
  if (String(item.type) !== "Range") return formula;
  const found = yield* whereIs(item.getRangeOrNullObject());
  return "kind" in found ? formula : found;
}

function* whereIsTable(
  table: Excel.Table,
  columns: readonly string[],
  sections: readonly string[],
  from: Place,
): Asked<Found> {
  table.load(["showHeaders", "showTotals"]);
  yield;
  if (table.isNullObject) return missing;
  table.columns.load("items/name");
  const found = yield* whereIs(table.getRange());
  if ("kind" in found) return found;
  const shape = {
    area: found.zone,
    headerRows: Number(table.showHeaders),
    totalsRows: Number(table.showTotals),
    columns: table.columns.items.map(({ name }) => name),
  };
  const zone = tableArea(shape, sections, columns, from.row);
  return zone ? { sheet: found.sheet, zone } : missing;
}

function* whereIs(range: Excel.Range): Asked<Found> {
  range.load(["rowIndex", "columnIndex", "rowCount", "columnCount", "worksheet/name"]);
  yield;
  return range.isNullObject ? missing : { sheet: range.worksheet.name, zone: zoneOf(range) };
}

function zoneOf({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Zone {
  return zoneAt(rowIndex, columnIndex, { rows: rowCount, columns: columnCount });
}

/** So few cells are read as they are; of more, the part that holds something. */
const few = 10_000;

/** The part of a place that is read; undefined where there is nothing to read. */
function* usedPart(context: Excel.RequestContext, found: Found): Asked<Zone | undefined> {
  if ("kind" in found) return undefined;
  if (countOf(found.zone) <= few) return found.zone;
  const used = rangeOf(context, found.sheet, found.zone).getUsedRangeOrNullObject(true);
  used.load(["rowIndex", "columnIndex", "rowCount", "columnCount"]);
  yield;
  return used.isNullObject ? undefined : zoneOf(used);
}

function* readCells(context: Excel.RequestContext, found: Found, part: Zone | undefined): Asked<ReferenceAnswer> {
  if ("kind" in found) return found;
  const zones = [part, part && leftOf(part), part && aboveOf(part)];
  const ranges = zones.map((zone) => zone && rangeOf(context, found.sheet, zone));
  for (const range of ranges) range?.load(["values", "valueTypes"]);
  yield;
  const [values, left, above] = ranges.map((range) => (range ? valuesOf(range) : []));
  return {
    kind: "cells",
    ...found,
    values: part ? fromItsStart(values!, part, found.zone) : [],
    left: left!,
    above: above!,
  };
}

function rangeOf(context: Excel.RequestContext, sheet: string, { top, left, bottom, right }: Zone): Excel.Range {
  const worksheet = context.workbook.worksheets.getItem(sheet);
  return worksheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1);
}

/** A blank cell arrives as an empty text and an error as its text, which a text could be too: the types tell. */
function valuesOf({ values, valueTypes }: Excel.Range): Cells {
  return (values as (number | string | boolean)[][]).map((row, r) =>
    row.map((value, c): CellValue => {
      const type = String(valueTypes[r]![c]);
      if (type === "Empty") return null;
      return type === "Error" ? { code: errorName(value) ?? String(value) } : value;
    }),
  );
}

/** Excel tells of selections on any sheet, and of a sheet that is shown with the selection it had. */
function onSelectionChange(listener: () => void): () => void {
  let isEnded = false;
  const tell = () => {
    if (!isEnded) listener();
    return Promise.resolve();
  };
  const started = Excel.run({ delayForCellEdit: true }, async (context) => {
    const { worksheets } = context.workbook;
    const handlers = [worksheets.onSelectionChanged.add(tell), worksheets.onActivated.add(tell)];
    await context.sync();
    return handlers;
  });
  // What cannot be listened to is not told of; the cell can be explained all the same.
  started.catch((error: unknown) => console.error(error));
  return () => {
    isEnded = true;
    started.then(end).catch((error: unknown) => console.error(error));
  };
}

/** A handler is taken away in the context that it was added in. */
async function end(handlers: readonly OfficeExtension.EventHandlerResult<any>[]): Promise<void> {
  await Excel.run(handlers[0]!.context as Excel.RequestContext, async (context) => {
    for (const handler of handlers) handler.remove();
    await context.sync();
  });
}
