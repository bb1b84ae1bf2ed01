/*
 * What the engine hands to its functions, read as Excel reads it; and how a function says that Excel alone knows
 * its answer.
 */
import type * as OSpreadsheet from "@odoo/o-spreadsheet";
import type { Doubt } from "../../xlsx/problem";
import { isErrorName } from "../../xlsx/values";

export type Cell = OSpreadsheet.FunctionResultObject;
export type Table = OSpreadsheet.Matrix<Cell>;
export type Arg = Cell | Table | undefined;
export type Context = { readonly locale: OSpreadsheet.Locale };
export type Compute = (this: Context, ...args: Arg[]) => unknown;
/** Makes of the engine's function one that answers as Excel's. */
export type Change = (original: Compute) => Compute;

/** Thrown where the answer would be a guess; the engine reports it as a defect of the function, which is no value. */
class Guess extends Error {}

/** What comes to light while a formula is calculated. */
interface Findings {
  /** The first reason why Excel alone knows the answer. */
  doubt?: Doubt;
  /** Sums that are nothing but what the digits of their terms do not reach to, without sign. */
  readonly noise: Set<number>;
  /** What is computed with such sums, or handed over from cells that are such, and next to nothing. */
  readonly ofNoise: Set<number>;
}

/** Of the formula that is being calculated; the engine's functions are called by the engine, and cannot be handed it. */
let findings: Findings | undefined;

/**
 * While `work` runs a function refuses where its answer would be a guess; at other times it gives the engine's.
 * `noiseBefore` is what the cells hold that it computes with.
 */
export function refusingToGuess<Result>(
  work: () => Result,
  noiseBefore: ReadonlySet<number> = new Set(),
): Readonly<Findings> & { readonly result: Result } {
  const before = findings;
  const own: Findings = { noise: new Set(), ofNoise: new Set(noiseBefore) };
  findings = own;
  try {
    const result = work();
    return { ...own, result };
  } finally {
    findings = before;
  }
}

export function guess(isGuess: boolean, doubt: Doubt): void {
  if (!findings || !isGuess) return;
  findings.doubt ??= doubt;
  throw new Guess(doubt);
}

/** A sum that the last digits of its terms make, and that Excel may take for 0. */
export function noteNoise(sum: number, termsOf: () => readonly number[]): void {
  if (!findings || sum === 0 || Math.abs(sum) >= 1) return;
  const terms = termsOf();
  if (Math.abs(sum) < terms.reduce((all, term) => all + Math.abs(term), 0) * 2 ** -49)
    findings.noise.add(Math.abs(sum));
}

/** What comes of noise is noise as long as it is next to nothing. */
export function passNoiseOn(from: readonly (number | undefined)[], result: number | undefined): void {
  if (!findings || result === undefined || result === 0 || Math.abs(result) >= 1e-9) return;
  if (from.some(isNoise)) findings.ofNoise.add(Math.abs(result));
}

export function isNoise(value: unknown): boolean {
  if (!findings || typeof value !== "number") return false;
  const size = Math.abs(value);
  return findings.noise.has(size) || findings.ofNoise.has(size);
}

/** Asked first where many cells would be looked at. */
export function hasNoise(): boolean {
  return findings !== undefined && findings.noise.size + findings.ofNoise.size > 0;
}

/** Whether noise alone tells two numbers apart, which may be the same to Excel. */
export function isWithinNoise(one: number, other: number): boolean {
  return (isNoise(one) && (other === 0 || isNoise(other))) || (one === 0 && isNoise(other));
}

/** For what noise would decide: whether a condition is met, or on which side of a whole number something is. */
export function exceptNoise(args: readonly Arg[]): void {
  if (!hasNoise()) return;
  guess(args.some((arg) => (isTable(arg) ? arg.some((cells) => cells.some(({ value }) => isNoise(value))) : isNoise(arg?.value))), "edge"); // prettier-ignore
}

/** For functions that noise would decide. */
export function ofNoNoise(compute: Compute): Compute {
  return function (...args) {
    exceptNoise(args);
    return compute.apply(this, args);
  };
}

export function isTable(arg: unknown): arg is Table {
  return Array.isArray(arg);
}

export interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** What the area has that a table stands for; blank cells at its end may have been left out. */
export function sizeOf(table: Table): Size {
  return (table as Table & { full?: Size }).full ?? { rows: table[0]!.length, columns: table.length };
}

/** How many blank cells have been left out. */
export function leftOut(table: Table): number {
  const { rows, columns } = sizeOf(table);
  return rows * columns - table[0]!.length * table.length;
}

/**
 * Tables that are taken cell by cell: each has as many rows as the others, or one that counts for all, and so with
 * columns. To Excel what is beyond the shorter one is missing in that one alone.
 */
export function inStep(args: readonly Arg[]): Size {
  const tables = args.filter(isTable);
  const size = { rows: 1, columns: 1 };
  for (const table of tables) {
    size.rows = Math.max(size.rows, table[0]!.length);
    size.columns = Math.max(size.columns, table.length);
  }
  const fits = (length: number, most: number) => length === 1 || length === most;
  guess(
    tables.some((table) => !fits(table[0]!.length, size.rows) || !fits(table.length, size.columns)),
    "size",
  );
  return size;
}

/** What an argument has for one cell of a table that several are computed to. */
export function cellAt(arg: Arg, row: number, column: number): Cell | undefined {
  if (!isTable(arg)) return arg;
  const cells = arg[arg.length === 1 ? 0 : column];
  return cells?.[cells.length === 1 ? 0 : row] ?? errorOf("#N/A");
}

/** The one cell that an argument is; undefined where it is several, or left out. */
export function onlyCell(arg: Arg): Cell | undefined {
  if (!isTable(arg)) return arg;
  return arg.length === 1 && arg[0]!.length === 1 ? arg[0]![0] : undefined;
}

/**
 * A blank cell that has become part of a table that was computed: to some of Excel's functions it is blank still, to
 * others 0.
 */
const blankOrZero: Cell = { value: null };

/** Gives a table that is no area of a sheet any longer. */
export function computed(result: unknown): unknown {
  if (!isTable(result)) return result;
  return result.map((cells) => cells.map((cell) => (cell.value === null ? blankOrZero : cell)));
}

/** For functions to which blank is not 0. */
export function tellingBlanks(original: Compute): Compute {
  return function (...args) {
    for (const arg of args) {
      guess(isTable(arg) ? arg.some((cells) => cells.includes(blankOrZero)) : arg === blankOrZero, "blank");
    }
    return original.apply(this, args);
  };
}

/** Undefined where a table stands, or nothing. */
export function valueOf(arg: Arg): Cell["value"] | undefined {
  return arg === undefined || isTable(arg) ? undefined : arg.value;
}

/** A number, or what Excel takes for one where it calculates; a text is left to the engine. */
export function numberOf(arg: Arg): number | undefined {
  const value = valueOf(arg);
  if (value === null) return 0;
  return typeof value === "boolean" ? Number(value) : typeof value === "number" ? value : undefined;
}

/** The number that one of the engine's functions gives. */
export function numberGiven(found: unknown): number | undefined {
  return typeof found === "number" ? found : numberOf(found as Arg);
}

/** The number that Excel shows, and rounds and compares by. */
export function at15Digits(number: number): number {
  return Number(number.toPrecision(15));
}

/** Two numbers that the same 15 digits stand for, and that are not the same. */
export function isHairApart(one: number, other: number): boolean {
  if (one === other || Math.abs(one - other) > Math.abs(one) * 1e-13) return false;
  return at15Digits(one) === at15Digits(other);
}

/** Cut to a whole number; of one a hair below the next Excel alone knows which that is. */
export function wholeOf(number: number): number {
  const whole = Math.trunc(number);
  guess(whole !== Math.trunc(at15Digits(number)), "edge");
  return whole;
}

/** For functions that cut the numbers in the places that are named. */
export function ofWhole(compute: Compute, places: readonly number[]): Compute {
  return function (...args) {
    for (const at of places) wholeOf(numberOf(args[at]) ?? 0);
    return compute.apply(this, args);
  };
}

export function errorOf(code: string): Cell {
  return { value: code, message: "" };
}

export function isErrorValue(value: unknown): boolean {
  return typeof value === "string" && isErrorName(value);
}

/** The engine's one error for all that is wrong, where Excel has several. */
export function isVague(value: unknown): boolean {
  return value === "#ERROR" || value === "#BAD_EXPR";
}

/** Row by row, as Excel reads. */
export function firstError(args: readonly Arg[]): Cell | undefined {
  for (const arg of args) {
    if (!isTable(arg)) {
      if (isErrorValue(arg?.value)) return arg;
      continue;
    }
    for (let row = 0; row < arg[0]!.length; row += 1) {
      for (const column of arg) if (isErrorValue(column[row]!.value)) return column[row];
    }
  }
  return undefined;
}

/** Where the engine only knows that something is wrong, it is #VALUE! in Excel. */
export function failingAsValue(original: Compute): Compute {
  return function (...args) {
    let found: unknown;
    try {
      found = original.apply(this, args);
    } catch (error) {
      found = error;
      if (error instanceof Guess || !isVague((error as Cell).value)) throw error;
    }
    const cell = found as Cell | null;
    return cell !== null && typeof cell === "object" && isVague(cell.value)
      ? { ...errorOf("#VALUE!"), message: cell.message ?? "" }
      : found;
  };
}

/** Excel reads dates, times, currencies and percentages out of texts, by its language; a word is no such thing. */
export function isWord(text: string): boolean {
  if (/^\s*(true|false|sant|falskt)\s*$/i.test(text)) return false;
  if (!/\d/.test(text)) return true;
  return (
    /^\p{L}/u.test(text) &&
    !/^(jan|feb|mar|apr|ma[jy]|jun|jul|aug|sep|o[ck]t|nov|dec|kr|sek|eur|usd|nok|dkk|chf|gbp)/i.test(text)
  );
}

/** A number as a text, with the language's comma and nothing else. */
export function isPlainNumber(text: string, { decimalSeparator }: OSpreadsheet.Locale): boolean {
  return (
    /^-?\d{1,15}([.,]\d{1,15})?$/.test(text) && (decimalSeparator === "," ? !text.includes(".") : !text.includes(","))
  );
}

/**
 * Takes numbers, in the places that are named or in all. A text that is no number is an error in Excel, an empty one
 * too.
 */
export function ofNumbers(original: Compute, places?: readonly number[]): Compute {
  const answer = failingAsValue(original);
  return function (...args) {
    let hasWord = false;
    for (let at = 0; at < args.length; at += 1) {
      const value = valueOf(args[at]);
      if (typeof value !== "string" || isErrorValue(value) || (places && !places.includes(at))) continue;
      if (value.trim() === "") return errorOf("#VALUE!");
      const isWordHere = isWord(value);
      guess(!isWordHere && !isPlainNumber(value, this.locale), "textNumber");
      hasWord ||= isWordHere;
    }
    return (hasWord ? answer : original).apply(this, args);
  };
}
