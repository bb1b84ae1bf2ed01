/*
 * What the engine hands to its functions, read as Excel reads it; and how a function says that Excel alone knows
 * its answer.
 */
import type * as OSpreadsheet from "@odoo/o-spreadsheet";
import type { Doubt } from "../../xlsx/problem";

export type Cell = OSpreadsheet.FunctionResultObject;
export type Table = OSpreadsheet.Matrix<Cell>;
export type Arg = Cell | Table | undefined;
export type Context = { readonly locale: OSpreadsheet.Locale };
export type Compute = (this: Context, ...args: Arg[]) => unknown;
/** Makes of the engine's function one that answers as Excel's. */
export type Change = (original: Compute) => Compute;

let isRefusing = false;
let first: Doubt | undefined;

/** Thrown where the answer would be a guess; the engine reports it as a defect of the function, which is no value. */
class Guess extends Error {}

/** While `work` runs a function refuses where its answer would be a guess; at other times it gives the engine's. */
export function refusingToGuess<Result>(work: () => Result): { readonly result: Result; readonly doubt?: Doubt } {
  const before = isRefusing;
  isRefusing = true;
  first = undefined;
  try {
    const result = work();
    return first === undefined ? { result } : { result, doubt: first };
  } finally {
    isRefusing = before;
  }
}

export function guess(isGuess: boolean, doubt: Doubt): void {
  if (!isRefusing || !isGuess) return;
  first ??= doubt;
  throw new Guess(doubt);
}

export function isTable(arg: unknown): arg is Table {
  return Array.isArray(arg);
}

/** The one cell that an argument is; undefined where it is several, or left out. */
export function onlyCell(arg: Arg): Cell | undefined {
  if (!isTable(arg)) return arg;
  return arg.length === 1 && arg[0]!.length === 1 ? arg[0]![0] : undefined;
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

/** The number that Excel shows, and rounds and compares by. */
export function at15Digits(number: number): number {
  return Number(number.toPrecision(15));
}

/** Two numbers that the same 15 digits stand for, and that are not the same. */
export function isHairApart(one: number, other: number): boolean {
  if (one === other || Math.abs(one - other) > Math.abs(one) * 1e-13) return false;
  return at15Digits(one) === at15Digits(other);
}

export function errorOf(code: string): Cell {
  return { value: code, message: "" };
}

export function isErrorValue(value: unknown): boolean {
  return (
    typeof value === "string" &&
    /^#(N\/A|NAME\?|DIV\/0!|NUM!|NULL!|VALUE!|REF!?|ERROR|BAD_EXPR|CYCLE|SPILL!)$/.test(value)
  );
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
