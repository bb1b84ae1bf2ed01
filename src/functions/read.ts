/*
 * What Excel passes for an argument, turned into what core takes. The one place that knows how blanks, omitted
 * arguments, formatted numbers, errors and the invocation object arrive:
 *
 *   omitted                null, undefined or "" bare; for the newest argument also Excel's invocation object
 *   a blank cell           0, null or "" inside a range, depending on the platform: counts as 0
 *   a formatted number     an object with basicValue
 *   an error               CustomFunctions.Error, or an object of type Error: passes through
 */
import { placeIn, sizeOf, type Grid } from "../core/grid";
import { Problem, type Argument, type Got, type Place } from "../core/problem";

/** The longest range either way. */
export const mostCells = 10_000;

/** How one argument is read; `undefined` from an optional one means that it was left out. */
export type Reader<T> = (argument: Argument, raw: unknown) => T;

/** Readers of arguments declared as text, which Excel passes bare; all others it passes as grids. */
const textReaders = new WeakSet<Reader<unknown>>();

export function takesText(read: Reader<unknown>): boolean {
  return textReaders.has(read);
}

export function optional<T>(read: Reader<T>): Reader<T | undefined> {
  const reader: Reader<T | undefined> = (argument, raw) => (isOmitted(raw) ? undefined : read(argument, raw));
  if (textReaders.has(read)) textReaders.add(reader);
  return reader;
}

/** A range of numbers, rows × columns; a single cell is 1 × 1. */
export const numbers: Reader<Grid> = (argument, raw) => {
  const grid = cells(argument, raw);
  return grid.map((row, r) =>
    row.map((cell, c) => {
      // Nearly every cell is an ordinary number, in ranges of thousands.
      if (typeof cell === "number" && Number.isFinite(cell)) return atFifteenDigits(cell);
      return toNumber(argument, cell, () => placeIn(grid, r, c));
    }),
  );
};

/** One number. */
export const number: Reader<number> = (argument, raw) => toNumber(argument, oneCell(argument, raw), () => undefined);

/** TRUE or FALSE; 1 and 0 as Excel counts them, so a blank cell is FALSE. */
export const logical: Reader<boolean> = (argument, raw) => {
  const cell = oneCell(argument, raw);
  if (isBlank(cell) || cell === 0 || cell === false) return false;
  if (cell === 1 || cell === true) return true;
  throw new Problem("notLogical", { argument, got: cell as Got });
};

/** One of a few texts, in English or Swedish, without regard to case or surrounding spaces. */
export function text<Value extends string>(words: Readonly<Record<Value, readonly string[]>>): Reader<Value> {
  const values = new Map<string, Value>();
  for (const value of Object.keys(words) as Value[]) {
    for (const word of [value, ...words[value]]) values.set(word, value).set(word.toLowerCase(), value);
  }
  const reader: Reader<Value> = (argument, raw) => {
    // As stored in formulas that the add-in or its help wrote.
    const known = values.get(raw as string);
    if (known !== undefined) return known;
    const got = oneCell(argument, raw);
    const value = typeof got === "string" ? values.get(got.trim().toLowerCase()) : undefined;
    if (value === undefined) {
      if (isBlank(got)) throw new Problem("missing", { argument });
      throw new Problem("unknownText", { argument, got: got as Got, choices: Object.keys(words) });
    }
    return value;
  };
  textReaders.add(reader);
  return reader;
}

/** The first error value among the arguments, row by row; it passes through, as in Excel's own functions. */
export function firstError(values: readonly unknown[]): CustomFunctions.Error | undefined {
  for (const raw of values) {
    if (!Array.isArray(raw)) {
      if (isError(raw)) return asError(raw);
      continue;
    }
    for (const row of raw as unknown[][]) {
      for (const cell of row) if (isError(cell)) return asError(cell);
    }
  }
  return undefined;
}

function cells(argument: Argument, raw: unknown): Grid<unknown> {
  if (isOmitted(raw)) throw new Problem("missing", { argument });
  const grid = (Array.isArray(raw) ? raw : [[raw]]) as unknown[][];
  const size = sizeOf(grid);
  if (size.rows === 0 || size.columns === 0) throw new Problem("missing", { argument });
  if (Math.max(size.rows, size.columns) > mostCells) {
    throw new Problem("tooManyCells", { argument, size, most: mostCells });
  }
  return grid;
}

function oneCell(argument: Argument, raw: unknown): unknown {
  const grid = cells(argument, raw);
  const size = sizeOf(grid);
  if (size.rows > 1 || size.columns > 1) throw new Problem("notOneValue", { argument, size });
  return basicValue(grid[0]![0]);
}

function toNumber(argument: Argument, cell: unknown, place: () => Place | undefined): number {
  const value = typeof cell === "number" ? cell : basicValue(cell);
  if (isBlank(value)) return 0;
  const at = () => {
    const found = place();
    return found ? { argument, place: found } : { argument };
  };
  if (typeof value !== "number") throw new Problem("notANumber", { ...at(), got: value as Got });
  if (!Number.isFinite(value)) throw new Problem("notFinite", at());
  return atFifteenDigits(value);
}

/**
 * A number as Excel shows it. What other formulas left in the sixteenth digit decides nothing: not who gets the
 * last krona, nor whether an income is above a limit or a count of years whole.
 */
function atFifteenDigits(x: number): number {
  return Number.isInteger(x) && Math.abs(x) < 1e15 ? x : Number(x.toPrecision(15));
}

/** What a cell with a data type (a formatted number, an entity) counts as in a calculation. */
function basicValue(cell: unknown): unknown {
  if (typeof cell !== "object" || cell === null) return cell;
  if ("basicValue" in cell) return cell.basicValue;
  return "type" in cell && typeof cell.type === "string" ? cell.type : "object";
}

function isBlank(value: unknown): boolean {
  return value === null || value === undefined || value === "";
}

function isOmitted(raw: unknown): boolean {
  return isBlank(raw) || isInvocation(raw);
}

/** Excel hands its invocation object to every call last, where an older formula has fewer arguments. */
function isInvocation(raw: unknown): boolean {
  return typeof raw === "object" && raw !== null && !Array.isArray(raw) && !("basicValue" in raw) && !isError(raw);
}

/** CustomFunctions.Error, known by its code, as the class does not exist everywhere; or a cell value of type Error. */
function isError(cell: unknown): cell is CustomFunctions.Error | { basicValue: string } {
  if (typeof cell !== "object" || cell === null) return false;
  if ("code" in cell) return typeof cell.code === "string" && cell.code.startsWith("#");
  return "type" in cell && cell.type === "Error" && "basicValue" in cell;
}

function asError(cell: CustomFunctions.Error | { basicValue: string }): CustomFunctions.Error {
  return "code" in cell ? cell : new CustomFunctions.Error(cell.basicValue as CustomFunctions.ErrorCode);
}
