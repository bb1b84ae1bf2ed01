/*
 * Values as formulas have them, and how one kind is taken for another: Excel's rules, so that a form shows what the
 * sheet will show.
 */
import type { Problem } from "../../core/problem";
import type { Language } from "../../i18n/language";

export type ErrorCode = "#VALUE!" | "#N/A" | "#DIV/0!" | "#NUM!" | "#REF!" | "#NULL!" | "#NAME?";

/** What one of our own functions could not answer, and the cell that it is about, where that is one. */
export interface Cause {
  readonly problem: Problem;
  readonly cell?: { readonly row: number; readonly column: number };
}

/** An error value; one of our own functions says why. */
export class CellError {
  constructor(
    readonly code: ErrorCode,
    readonly cause?: Cause,
  ) {}
}

/** null is a blank cell. */
export type Scalar = number | string | boolean | CellError | null;

/** Rows × columns; a single value is 1 × 1. */
export type Grid = readonly (readonly Scalar[])[];

export function isSingle(grid: Grid): boolean {
  return grid.length === 1 && grid[0]!.length === 1;
}

/** A number for arithmetic: a blank is 0, a text must read as a number. */
export function toNumber(value: Scalar): number | CellError {
  if (typeof value === "number" || value instanceof CellError) return value;
  if (value === null) return 0;
  if (typeof value === "boolean") return value ? 1 : 0;
  return numberIn(value) ?? new CellError("#VALUE!");
}

export function numberIn(text: string): number | undefined {
  return /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(text) ? Number(text) : undefined;
}

/** As a label; nothing of an error or a blank. */
export function toLabel(value: Scalar): string {
  return value === null || value instanceof CellError ? "" : String(value);
}

/** At 15 digits, as a cell shows it, with the decimal sign of the language. */
export function toText(value: Scalar, language: Language): string | CellError {
  if (value instanceof CellError || typeof value === "string") return value;
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  const text = String(Number(value.toPrecision(15)));
  return language === "sv" ? text.replace(".", ",") : text;
}

export function toTruth(value: Scalar): boolean | CellError {
  if (typeof value === "string") return new CellError("#VALUE!");
  const number = toNumber(value);
  return number instanceof CellError ? number : number !== 0;
}

/** Below 0, 0 or above it. Numbers come before texts, texts before truth values; case does not matter. */
export function compare(one: Exclude<Scalar, CellError>, other: Exclude<Scalar, CellError>): number {
  const [a, b] = [one ?? blankBeside(other), other ?? blankBeside(one)];
  if (typeof a !== typeof b) return rank(a) - rank(b);
  if (typeof a === "string" && typeof b === "string") return order(a.toLowerCase(), b.toLowerCase());
  return order(Number(a), Number(b));
}

/** What each operator says of an order that compare gives. */
export const comparisons: Readonly<Record<string, (order: number) => boolean>> = {
  "=": (order) => order === 0,
  "<>": (order) => order !== 0,
  "<": (order) => order < 0,
  ">": (order) => order > 0,
  "<=": (order) => order <= 0,
  ">=": (order) => order >= 0,
};

function blankBeside(other: unknown): number | string | boolean {
  if (typeof other === "string") return "";
  return typeof other === "boolean" ? false : 0;
}

function rank(value: number | string | boolean): number {
  return ["number", "string", "boolean"].indexOf(typeof value);
}

function order<T>(a: T, b: T): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Each value, or each pair of values, of grids as large as the largest; a single value, row or column is repeated. */
export function lift(grids: readonly Grid[], compute: (...values: Scalar[]) => Scalar): Grid {
  const rows = Math.max(...grids.map((grid) => grid.length));
  const columns = Math.max(...grids.map((grid) => grid[0]!.length));
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => compute(...grids.map((grid) => at(grid, row, column)))),
  );
}

function at(grid: Grid, row: number, column: number): Scalar {
  const cells = grid.length === 1 ? grid[0] : grid[row];
  const value = cells?.length === 1 ? cells[0] : cells?.[column];
  return value === undefined ? new CellError("#N/A") : value;
}
