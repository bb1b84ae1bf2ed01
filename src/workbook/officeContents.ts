/*
 * Reads all that Excel's workbook holds. Excel on the web answers with 5 MB at most, and every Excel with five million
 * cells, so that it is read in parts; where one is refused for its size, smaller ones are asked for.
 */
import { controlName } from "../scenarios/checks";
import { toZone } from "../scenarios/zone";
import {
  isFormula,
  ownIn,
  type Block,
  type Blocked,
  type Contents,
  type OwnCell,
  type Place,
  type SheetContents,
} from "./contents";
import { errorName } from "./errorName";
import type { LongWork } from "./wholeWorkbook";

/** Thrown where whoever asked wants no more. */
export class Stopped extends Error {}

/** A part of a sheet, as it will be asked for. */
interface Piece {
  readonly sheet: number;
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
}

/** What is asked for at once: a few hundred kilobytes, unless formulas are long. */
const cellsAtOnce = 20_000;
/** More than that no workbook of people's has, but for a stray cell far out: the sheet is named instead. */
const mostCells = 5_000_000;
/** Objects of Excel's in one request. */
const objectsAtOnce = 500;

export async function readContents(
  context: Excel.RequestContext,
  { progress, signal }: LongWork,
  tellsMore: boolean,
): Promise<Contents> {
  const { worksheets, application } = context.workbook;
  worksheets.load("items/name");
  application.load("calculationMode");
  await context.sync();
  const { items } = worksheets;
  const used = items.map((sheet) => {
    const range = sheet.getUsedRangeOrNullObject(true);
    range.load(["rowIndex", "columnIndex", "rowCount", "columnCount"]);
    return range;
  });
  const controls = items.map((sheet) => {
    const name = sheet.names.getItemOrNullObject(controlName);
    name.load("formula");
    return name;
  });
  await context.sync();

  const unread: { sheet: string; cells: number }[] = [];
  const pieces: Piece[] = [];
  used.forEach((range, sheet) => {
    if (range.isNullObject) return;
    const { rowIndex: top, columnIndex: left, rowCount: rows, columnCount: columns } = range;
    if (rows * columns > mostCells) unread.push({ sheet: items[sheet]!.name, cells: rows * columns });
    else pieces.push({ sheet, top, left, rows, columns });
  });
  const blocks = await readPieces(context, items, pieces, { ...(progress && { progress }), ...(signal && { signal }) });
  const sheets = [];
  for (const [index, sheet] of items.entries()) {
    const here = blocks.filter((block) => block.sheet === index).map(({ block }) => block);
    const own = await readOwn(context, sheet, here, { tellsMore, ...(signal && { signal }) });
    const control = controlOf(controls[index]!);
    sheets.push({ name: sheet.name, blocks: here, own, ...(control && { control }) });
  }
  return { sheets, unread, isManual: application.calculationMode === "Manual" };
}

/** Where a sheet's name leads, as "='Budget 2021'!$D$49"; a deleted cell leads nowhere. */
function controlOf(name: Excel.NamedItem): SheetContents["control"] {
  const [, column, row] = (!name.isNullObject && /!\$([A-Z]+)\$(\d+)$/.exec(String(name.formula))) || [];
  if (column === undefined) return undefined;
  const { top, left } = toZone(`${column}${row}`);
  return { row: top, column: left };
}

async function readPieces(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[],
  pieces: readonly Piece[],
  { progress, signal }: LongWork,
): Promise<{ sheet: number; block: Block }[]> {
  const read: { sheet: number; block: Block }[] = [];
  const total = pieces.reduce((sum, piece) => sum + countOf(piece), 0);
  let done = 0;
  let atOnce = cellsAtOnce;
  const waiting = [...pieces];
  while (waiting.length > 0) {
    if (signal?.aborted) throw new Stopped();
    progress?.(done, total);
    const batch = takeUpTo(waiting, atOnce);
    const ranges = batch.map(({ sheet, top, left, rows, columns }) => {
      const range = sheets[sheet]!.getRangeByIndexes(top, left, rows, columns);
      range.load(["formulas", "values"]);
      return range;
    });
    if (await isAnswered(context, ranges)) {
      batch.forEach(({ sheet, top, left }, index) => {
        const { formulas, values } = ranges[index]!;
        read.push({ sheet, block: { top, left, formulas, values } });
      });
      done += batch.reduce((sum, piece) => sum + countOf(piece), 0);
    } else {
      const cells = batch.reduce((sum, piece) => sum + countOf(piece), 0);
      if (cells === 1) throw new Error("One cell is more than Excel can hand over");
      atOnce = Math.floor(cells / 2);
      waiting.unshift(...batch);
    }
    for (const range of ranges) range.untrack();
  }
  progress?.(total, total);
  return read.sort((a, b) => a.sheet - b.sheet || a.block.top - b.block.top || a.block.left - b.block.left);
}

/** False where the answer would have been too large; any other refusal is thrown. */
async function isAnswered(context: Excel.RequestContext, ranges: readonly Excel.Range[]): Promise<boolean> {
  try {
    await context.sync();
  } catch (error) {
    if ((error as { code?: unknown }).code === "ResponsePayloadSizeLimitExceeded") return false;
    throw error;
  }
  // Too many cells are answered with null, now and then.
  return ranges.every(({ formulas, values }) => Array.isArray(formulas) && Array.isArray(values));
}

/** Takes pieces from the front of the list, the last of them in part, so that they have so many cells together. */
function takeUpTo(waiting: Piece[], cells: number): Piece[] {
  const taken: Piece[] = [];
  let room = cells;
  while (waiting.length > 0) {
    const piece = waiting[0]!;
    if (countOf(piece) <= room) {
      taken.push(waiting.shift()!);
      room -= countOf(piece);
      continue;
    }
    if (taken.length > 0) break;
    const [first, ...rest] = divide(piece, cells);
    waiting.splice(0, 1, ...rest);
    return [first!];
  }
  return taken;
}

/** As many whole rows as have so few cells, and the rest; of one long row a part. */
function divide(piece: Piece, cells: number): Piece[] {
  const { top, left, rows, columns } = piece;
  if (columns > cells) {
    const rest = { ...piece, left: left + cells, columns: columns - cells };
    const first = { ...piece, columns: cells };
    return rows === 1
      ? [first, rest]
      : divide({ ...piece, rows: 1 }, cells).concat({ ...piece, top: top + 1, rows: rows - 1 });
  }
  const whole = Math.floor(cells / columns);
  return [
    { ...piece, rows: whole },
    { ...piece, top: top + whole, rows: rows - whole },
  ];
}

function countOf({ rows, columns }: Piece): number {
  return rows * columns;
}

/** What results of ours fill, and why some have no room. */
async function readOwn(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  blocks: readonly Block[],
  { tellsMore, signal }: { tellsMore: boolean; signal?: AbortSignal },
): Promise<OwnCell[]> {
  const own: OwnCell[] = [];
  const places = blocks.flatMap(ownIn);
  for (let from = 0; from < places.length; from += objectsAtOnce) {
    if (signal?.aborted) throw new Stopped();
    const asked = places.slice(from, from + objectsAtOnce).map((place) => askOf(sheet, blocks, place, tellsMore));
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- so many objects are what one request takes
    if (asked.some(({ spill, json }) => spill ?? json)) await context.sync();
    own.push(...asked.map(answered));
  }
  return own;
}

interface Asked {
  readonly row: number;
  readonly column: number;
  readonly isBlocked: boolean;
  /** The cells that the result fills, where it may fill others. */
  readonly spill: Excel.Range | undefined;
  /** The cell with what Excel knows of its error. */
  readonly json: Excel.Range | undefined;
}

function askOf(
  sheet: Excel.Worksheet,
  blocks: readonly Block[],
  { row, column }: { row: number; column: number },
  tellsMore: boolean,
): Asked {
  const isFilled = (r: number, c: number) =>
    contentAt(blocks, "values", r, c) !== "" && !isFormula(contentAt(blocks, "formulas", r, c));
  const isBlocked = errorName(contentAt(blocks, "values", row, column)) === "#SPILL!";
  const cell = () => sheet.getRangeByIndexes(row, column, 1, 1);
  // A result of several cells fills the next one, across or down.
  const spills = !isBlocked && (isFilled(row + 1, column) || isFilled(row, column + 1));
  const spill = spills ? cell().getSpillingToRangeOrNullObject() : undefined;
  spill?.load(["rowCount", "columnCount"]);
  const json = isBlocked && tellsMore ? cell() : undefined;
  json?.load("valuesAsJson");
  return { row, column, isBlocked, spill, json };
}

function answered({ row, column, isBlocked, spill, json }: Asked): OwnCell {
  if (isBlocked) {
    const blocked = json ? blockedBy(json.valuesAsJson[0]![0]!) : ({ why: "unknown" } as const);
    return { row, column, rows: 1, columns: 1, blocked };
  }
  const isSpilt = spill !== undefined && !spill.isNullObject;
  return { row, column, rows: isSpilt ? spill.rowCount : 1, columns: isSpilt ? spill.columnCount : 1 };
}

function contentAt(blocks: readonly Block[], of: "formulas" | "values", row: number, column: number): unknown {
  for (const block of blocks) {
    const content = block[of][row - block.top]?.[column - block.left];
    if (content !== undefined) return content;
  }
  return "";
}

const reasons: Readonly<Record<string, Blocked["why"]>> = {
  Collision: "cells",
  Table: "table",
  MergedCell: "merged",
  WorksheetEdge: "edge",
};

function blockedBy(value: Excel.CellValue): Blocked {
  const { errorSubType, rowCount: rows, columnCount: columns } = value as Excel.SpillErrorCellValue;
  const why = reasons[String(errorSubType)] ?? "unknown";
  return rows && columns ? { why, needs: { rows, columns } } : { why };
}

/** Whether the cells have numbers of their own: none that a formula fills. */
export async function readTyped(context: Excel.RequestContext, places: readonly Place[]): Promise<boolean[]> {
  const typed: boolean[] = [];
  for (let from = 0; from < places.length; from += objectsAtOnce) {
    const ranges = places.slice(from, from + objectsAtOnce).map(({ sheet, row, column }) => {
      const range = context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, 1, 1);
      range.load(["hasSpill", "values"]);
      return range;
    });
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- so many objects are what one request takes
    await context.sync();
    typed.push(...ranges.map(({ hasSpill, values }) => hasSpill === false && typeof values[0]![0] === "number"));
  }
  return typed;
}
