/*
 * Enters formulas again in Excel: one round trip reads what stands in the way, one writes. What Excel refuses keeps
 * nothing else from being written: the cells are divided until those that cannot be are alone. What the cells show is
 * read when all are written, as one may need another that is entered after it.
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
  const refused: (NotEntered | undefined)[] = [];
  for (let from = 0; from < entries.length && !signal?.aborted; from += cellsAtOnce) {
    progress?.(from, entries.length);
    try {
      refused.push(...(await enterTogether(context, entries.slice(from, from + cellsAtOnce))));
    } catch (error) {
      if (from === 0) throw error;
      // Those before are entered, and are not to be told as if they were not.
      refused.push(...entries.slice(from).map((): NotEntered => ({ kind: "notEntered", ...whyOf(error) })));
      break;
    }
  }
  const written = entries.filter((_, index) => index < refused.length && !refused[index]);
  const values = await readValues(context, written);
  progress?.(entries.length, entries.length);
  return refused.map((why, index) => why ?? { kind: "shows", value: values.get(entries[index]!) });
}

function whyOf(error: unknown): Pick<NotEntered, "reason" | "message"> {
  const { reason, message } = refusal(error);
  return { reason, message };
}

type NotEntered = Extract<EnteredCell, { kind: "notEntered" }>;

/** What cells show now; nothing of those that cannot be read any more, which are entered all the same. */
async function readValues(context: Excel.RequestContext, entries: readonly Entry[]): Promise<Map<Entry, unknown>> {
  const values = new Map<Entry, unknown>();
  try {
    for (let from = 0; from < entries.length; from += cellsAtOnce) {
      const asked = entries.slice(from, from + cellsAtOnce).map((entry) => ({ entry, cell: cellOf(context, entry) }));
      for (const { cell } of asked) cell.load("values");
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- so many objects are what one request takes
      await context.sync();
      for (const { entry, cell } of asked) {
        values.set(entry, cell.values[0]![0] as unknown);
        cell.untrack();
      }
    }
  } catch {
    // The user types already, or has deleted a sheet: that is hers to do.
  }
  return values;
}

function cellOf(context: Excel.RequestContext, { sheet, row, column }: Entry): Excel.Range {
  return context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, 1, 1);
}

/** Why each was not entered; undefined where it was. */
async function enterTogether(
  context: Excel.RequestContext,
  entries: readonly Entry[],
): Promise<(NotEntered | undefined)[]> {
  const asked = entries.map((entry) => {
    const sheet = context.workbook.worksheets.getItem(entry.sheet);
    const cell = cellOf(context, entry);
    const { protection } = cell.format;
    sheet.protection.load("protected");
    protection.load("locked");
    cell.load("savedAsArray");
    return { entry, sheet, cell, protection };
  });
  await context.sync();

  const done = new Map<Entry, NotEntered | undefined>();
  const open = asked.filter(({ entry, sheet, protection }) => {
    const isLocked = sheet.protection.protected && protection.locked !== false;
    if (isLocked) done.set(entry, { kind: "notEntered", reason: "protected", message: "" });
    return !isLocked;
  });
  for (const [index, why] of (await write(context, open)).entries()) done.set(open[index]!.entry, why);
  for (const { cell } of asked) cell.untrack();
  return entries.map((entry) => done.get(entry));
}

interface Asked {
  readonly entry: Entry;
  readonly cell: Excel.Range;
}

async function write(context: Excel.RequestContext, cells: readonly Asked[]): Promise<(NotEntered | undefined)[]> {
  if (cells.length === 0) return [];
  for (const { entry, cell } of cells) cell.formulas = [[entry.formula]];
  try {
    await context.sync();
    return cells.map(() => undefined);
  } catch (error) {
    const { reason, message } = whyOf(error);
    const refused = ({ cell }: Asked): NotEntered => ({
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
