/*
 * The workbook port in Excel. One round trip reads all that is needed, one writes; what Excel refuses becomes
 * an outcome that the pane has words for.
 */
import type { LaidOutSheet } from "../scenarios/layout";
import { toZone } from "../scenarios/zone";
import { mayBeOurs } from "../xlsx/functionName";
import { splitAddress } from "./address";
import { errorName, unfinished } from "./errorName";
import { readReference } from "./officeReference";
import { excelReader } from "./officeReading";
import { insertSheet, LeftBehind } from "./officeSheet";
import { loadWithWorkbook } from "./officeStartup";
import { excelWholeWorkbook } from "./officeWhole";
import type { Insertion, Outcome, Refused, Selection, Workbook } from "./port";
import { refusal } from "./refusal";

/** What manifest.xml asks for; an Excel that was given the add-in in another way may have less. */
const needed = "1.14";

export const excelWorkbook: Workbook = {
  ...excelWholeWorkbook,
  ...excelReader,

  async insertFormula(request) {
    try {
      return await Excel.run((context) => insert(context, request));
    } catch (error) {
      return refusal(error);
    }
  },

  async insertSheet(sheet) {
    if (!Office.context.requirements.isSetSupported("ExcelApi", needed)) {
      return { kind: "refused", reason: "tooOld", message: `ExcelApi ${needed}` };
    }
    try {
      const outcome = await Excel.run((context) => insertSheet(context, sheet));
      if (outcome.kind === "sheetInserted" && hasOurs(sheet)) void loadWithWorkbook(true);
      return outcome;
    } catch (error) {
      return error instanceof LeftBehind ? { ...refusal(error.cause), left: error.sheet } : refusal(error);
    }
  },

  async selection() {
    try {
      return await Excel.run(readSelection);
    } catch (error) {
      return notReadable(error);
    }
  },

  async selectedReference() {
    try {
      return await Excel.run(readReference);
    } catch (error) {
      return notReadable(error);
    }
  },
};

function hasOurs({ cells }: LaidOutSheet): boolean {
  return cells.some(({ isFormula, content }) => isFormula && mayBeOurs.test(String(content)));
}

async function insert(context: Excel.RequestContext, { formula, size, replace }: Insertion): Promise<Outcome> {
  const cell = context.workbook.getActiveCell();
  const area = cell.getAbsoluteResizedRange(size.rows, size.columns);
  const spill = cell.getSpillingToRangeOrNullObject();
  const tableCount = cell.getTables(false).getCount();
  cell.load("address");
  spill.load(["rowCount", "columnCount"]);
  // A cell that another formula spills into has a value and no formula of its own, so both are asked for.
  area.load(["address", "formulas", "values"]);
  await context.sync();

  const target = splitAddress(cell.address);
  const { address } = target;
  const written = typeof formula === "string" ? formula : formula(target);
  if (typeof written !== "string") return written;
  const { formulas, values } = area;
  const isTaken = (row: number, column: number) => formulas[row]![column] !== "" || values[row]![column] !== "";
  if (isTaken(0, 0) && replace !== cell.address) return { kind: "cellTaken", address, cell: cell.address };

  const beside = values.flatMap((row, r) => row.map((_, c) => ({ r, c }))).slice(1);
  // eslint-disable-next-line office-addins/load-object-before-read -- a count is no object: sync alone fills it
  if (beside.length > 0 && tableCount.value > 0) return { kind: "inTable", address };
  // What the cell's present formula fills is freed when the formula is replaced.
  const freed = spill.isNullObject ? { rowCount: 1, columnCount: 1 } : spill;
  const isFreed = (row: number, column: number) => row < freed.rowCount && column < freed.columnCount;
  if (beside.some(({ r, c }) => isTaken(r, c) && !isFreed(r, c))) {
    return { kind: "spillTaken", address: splitAddress(area.address).address };
  }

  cell.formulas = [[written]];
  const error = await errorIn(context, cell);
  if (mayBeOurs.test(written)) void loadWithWorkbook(true);
  return { kind: "inserted", address: splitAddress(area.address).address, ...(error !== undefined && { error }) };
}

/** A function of ours answers after Excel has shown that it is busy: it is asked again, but not waited for long. */
const timesAsked = 4;

/** The error that a cell shows by now; carries out what was to be written. */
async function errorIn(context: Excel.RequestContext, cell: Excel.Range): Promise<string | undefined> {
  cell.load("values");
  await context.sync();
  for (let times = 1; ; times += 1) {
    const error = errorName(cell.values[0]![0]);
    if (error === undefined || !unfinished.has(error)) return error;
    if (times === timesAsked) return undefined;
    cell.load("values");
    try {
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- each asks what has come of the one before
      await context.sync();
    } catch {
      // The formula is in its cell, and the user types already: nothing of that is a refusal.
      return undefined;
    }
  }
}

async function readSelection(context: Excel.RequestContext): Promise<Selection> {
  const selected = context.workbook.getSelectedRange();
  // Whole columns may be selected: what they hold is a small part of them.
  const used = selected.getUsedRangeOrNullObject(true);
  selected.load(["columnIndex", "columnCount"]);
  used.load(["rowIndex", "columnIndex", "values", "rowHidden"]);
  await context.sync();
  if (used.isNullObject) return { kind: "empty" };

  const { columnIndex: left, columnCount } = selected;
  const { rowIndex: top, columnIndex: usedLeft } = used;
  const { values, ...rows } = await seenOf(context, used);
  // Of two columns selected, one may hold nothing; it is missed by whoever wanted two.
  if (columnCount !== 2 || values[0]!.length === 2) return { kind: "cells", top, left: usedLeft, values, ...rows };
  const both = values.map(([value]) => (usedLeft === left ? [value, ""] : ["", value]));
  return { kind: "cells", top, left, values: both, ...rows };
}

interface Seen {
  readonly values: unknown[][];
  readonly rows?: readonly number[];
}

/** What is to be seen of a range whose values are loaded; asked for only where some of its rows are hidden, and some not. */
async function seenOf(context: Excel.RequestContext, used: Excel.Range): Promise<Seen> {
  if ((used.rowHidden as boolean | null) !== null) return { values: used.values as unknown[][] };
  const view = used.getVisibleView();
  view.load("cellAddresses");
  await context.sync();
  const addresses = view.cellAddresses as string[][];
  const rows = addresses.map(([address]) => toZone(splitAddress(address!).address).top);
  // The view leaves out hidden columns too, which belong to the selection with a filter as they do without.
  return { values: rows.map((row) => (used.values as unknown[][])[row - used.rowIndex]!), rows };
}

/** Several ranges, a chart or a picture, or too much for one answer: nothing that could be meant as a table. */
const unfit = ["InvalidSelection", "InvalidReference", "ResponsePayloadSizeLimitExceeded", "ItemNotFound"];

function notReadable(error: unknown): { kind: "notOneRange" } | Refused<"editing" | "other"> {
  const { reason, message } = refusal(error);
  if (unfit.includes(String((error as { code?: unknown }).code))) return { kind: "notOneRange" };
  return { kind: "refused", reason: reason === "editing" ? reason : "other", message };
}
