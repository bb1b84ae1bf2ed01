/*
 * Enters formulas again in Excel: one round trip reads what stands in the way, one writes. What Excel refuses keeps
 * nothing else from being written: the cells are divided until those that cannot be are alone.
 */
import { refusal } from "./refusal";
import type { EnteredCell, Entry, LongWork } from "./wholeWorkbook";

/** In one request, each with a few objects of Excel's. */
const cellsAtOnce = 500;

export async function enterAgain(
  context: Excel.RequestContext,
  entries: readonly Entry[],
  { progress, signal }: LongWork,
): Promise<EnteredCell[]> {
  const entered: EnteredCell[] = [];
  for (let from = 0; from < entries.length && !signal?.aborted; from += cellsAtOnce) {
    progress?.(from, entries.length);
    entered.push(...(await enterTogether(context, entries.slice(from, from + cellsAtOnce))));
  }
  progress?.(entries.length, entries.length);
  return entered;
}

async function enterTogether(context: Excel.RequestContext, entries: readonly Entry[]): Promise<EnteredCell[]> {
  const asked = entries.map((entry) => {
    const sheet = context.workbook.worksheets.getItem(entry.sheet);
    const cell = sheet.getRangeByIndexes(entry.row, entry.column, 1, 1);
    // eslint-disable-next-line office-addins/call-sync-before-read, office-addins/load-object-before-read -- an object
    const { protection } = cell.format;
    sheet.protection.load("protected");
    protection.load("locked");
    cell.load("savedAsArray");
    return { entry, sheet, cell, protection };
  });
  await context.sync();

  const done = new Map<Entry, EnteredCell>();
  const open = asked.filter(({ entry, sheet, protection }) => {
    const isLocked = sheet.protection.protected && protection.locked !== false;
    if (isLocked) done.set(entry, { kind: "notEntered", reason: "protected", message: "" });
    return !isLocked;
  });
  for (const [index, cell] of (await write(context, open)).entries()) done.set(open[index]!.entry, cell);
  for (const { cell } of asked) cell.untrack();
  return entries.map((entry) => done.get(entry)!);
}

interface Asked {
  readonly entry: Entry;
  readonly cell: Excel.Range;
}

async function write(context: Excel.RequestContext, cells: readonly Asked[]): Promise<EnteredCell[]> {
  if (cells.length === 0) return [];
  for (const { entry, cell } of cells) {
    cell.formulas = [[entry.formula]];
    cell.load("values");
  }
  try {
    await context.sync();
    return cells.map(({ cell }) => ({ kind: "shows", value: cell.values[0]![0] as unknown }));
  } catch (error) {
    const { reason, message } = refusal(error);
    const refused = ({ cell }: Asked): EnteredCell => ({
      kind: "notEntered",
      reason: reason === "other" && cell.savedAsArray ? "array" : reason,
      message,
    });
    // Nothing can be written until the user has finished, so that the others need not be tried.
    if (reason === "editing" || cells.length === 1) return cells.map(refused);
    const half = Math.ceil(cells.length / 2);
    return [...(await write(context, cells.slice(0, half))), ...(await write(context, cells.slice(half)))];
  }
}
