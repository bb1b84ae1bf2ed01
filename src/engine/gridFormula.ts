/*
 * A stored formula as the engine's own workbook takes it, and a formula of that workbook as Excel stores it. Each
 * knows words that the other has not: the engine has no quotation marks within a text, no whole rows, no parts of
 * tables, no @; Excel has no name for some of the engine's functions.
 */
import { parse, stringifyTokens, tokenize, type Token } from "@borgar/fx";
import { addressOfArea, columnOf, maxColumns, maxRows, rowOf, toLetters, type Area } from "../xlsx/area";
import type { AreaPart, Formula, Part } from "../xlsx/formula";
import { isError } from "../xlsx/values";
import { toStored } from "../xlsx/write/storedFormula";
import { excelCode } from "./values";

/** A sheet as the engine has it. */
export interface GridSheetName {
  readonly name: string;
  /** How many columns it has there. */
  readonly columns: number;
}

/** A name that both have, and the one area that it stands for. */
export interface GridName extends Area {
  readonly sheet: number;
}

export interface GridPlace {
  readonly sheet: number;
  readonly key: number;
  /** The formula fills one cell, and of a range takes the cell in its own row or column. */
  readonly isPlain: boolean;
}

/** With its equals sign. */
export function toGridFormula(
  { parts }: Formula,
  place: GridPlace,
  sheets: readonly GridSheetName[],
  names: ReadonlyMap<string, GridName>,
): string {
  const reference = (part: AreaPart) => writeArea(part, place, sheets, names);
  const write = (part: Part): string => {
    if (typeof part === "string") return part;
    switch (part.kind) {
      case "call":
        return part.written;
      case "value":
        return writeValue(part.value);
      case "number":
        return `${part.of === "row" ? "ROW" : "COLUMN"}(${part.area ? reference(part.area) : ""})`;
      case "size":
        return `${part.of === "row" ? "ROWS" : "COLUMNS"}(${reference(part.area)})`;
      case "area":
        return reference(part);
    }
  };
  return `=${parts.map(write).join("")}`;
}

function writeValue(value: Extract<Part, { kind: "value" }>["value"]): string {
  if (isError(value)) return value.code === "#REF!" ? "#REF" : `"${value.code}"`;
  const text = String(value);
  if (!text.includes('"')) return `"${text}"`;
  const pieces = text.split('"').map((piece) => (piece === "" ? "" : `"${piece}"`));
  return `(${pieces.join("&CHAR(34)&").replace(/^&|&$/g, "").replaceAll("&&", "&")})`;
}

function writeArea(
  part: AreaPart,
  { sheet, key, isPlain }: GridPlace,
  sheets: readonly GridSheetName[],
  names: ReadonlyMap<string, GridName>,
): string {
  const known = part.name === undefined ? undefined : names.get(part.name.toLowerCase());
  const met = part.single || (isPlain && part.scalar) ? intersect(part, rowOf(key), columnOf(key)) : part;
  if (!met) return '"#VALUE!"';
  if (met === part && known?.sheet === part.sheet && addressOfArea(known) === addressOfArea(part)) return part.name!;
  // What is copied to another sheet means the same there, unless it was written without a sheet.
  const isLocal = part.isLocal && part.sheet === sheet;
  const { name, columns } = sheets[part.sheet]!;
  const address = writeAddress({ ...part, ...met }, columns) + (part.spill ? "#" : "");
  return isLocal ? address : `${quoteGridSheet(name)}!${address}`;
}

function intersect({ top, left, bottom, right }: Area, row: number, column: number): Area | undefined {
  const [isOneRow, isOneColumn] = [top === bottom, left === right];
  if (!isOneRow && !isOneColumn) return undefined;
  const [r, c] = [isOneRow ? top : row, isOneColumn ? left : column];
  return r >= top && r <= bottom && c >= left && c <= right ? { top: r, left: c, bottom: r, right: c } : undefined;
}

function writeAddress({ top, left, bottom, right, fixed }: AreaPart, columns: number): string {
  const sign = (isFixed: boolean) => (isFixed ? "$" : "");
  const first = sign(fixed.left) + toLetters(left);
  const last = sign(fixed.right) + toLetters(right === maxColumns - 1 && left === 0 ? columns - 1 : right);
  if (top === 0 && bottom === maxRows - 1) return `${first}:${last}`;
  const from = `${first}${sign(fixed.top)}${top + 1}`;
  return top === bottom && left === right ? from : `${from}:${last}${sign(fixed.bottom)}${bottom + 1}`;
}

export function quoteGridSheet(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name) ? name : `'${name}'`;
}

/** Why a formula of the engine's workbook cannot be stored as one. */
export type GridFormulaProblem =
  { readonly kind: "unreadable" } | { readonly kind: "gridFunction"; readonly name: string };

export type StoredGridFormula =
  | { readonly text: string; readonly dynamic: boolean; readonly problem?: undefined }
  | { readonly problem: GridFormulaProblem };

export interface GridNames {
  /** What a sheet is called in the file. */
  sheet(gridName: string): string;
  /** What stands for a name in the file: itself, or the cells that it means. */
  name(gridName: string): string;
}

/** Functions of the engine's own; Excel has none of these names, or means something else by them. */
export const gridFunctions: ReadonlySet<string> = new Set([
  ...["ADD", "ARRAY.CONSTRAIN", "ARRAY.LITERAL", "ARRAY.ROW", "AVERAGE.WEIGHTED", "COUNTUNIQUE", "COUNTUNIQUEIFS"],
  ...["DIVIDE", "EQ", "FLATTEN", "FORMAT.LARGE.NUMBER", "GT", "GTE", "JOIN", "LT", "LTE", "MATTHEWS", "MINUS"],
  ...["MONTH.END", "MONTH.START", "MULTIPLY", "NE", "PIVOT", "PIVOT.HEADER", "PIVOT.VALUE", "POLYFIT.COEFFS"],
  ...["POLYFIT.FORECAST", "POW", "QUARTER", "QUARTER.END", "QUARTER.START", "SORTN", "SPEARMAN", "SPILLED.RANGE"],
  ...["SPLIT", "UMINUS", "UNARY.PERCENT", "UPLUS", "YEAR.END", "YEAR.START"],
]);

/** With Excel's word for a reference to what is gone. */
export function excelFormula(formula: string): string {
  return formula.replace(/"[^"]*"|#REF(?!!)/g, (found) => (found === "#REF" ? "#REF!" : found));
}

/** A formula with its equals sign, in English form; `fills` is whether it fills more than its own cell. */
export function fromGridFormula(formula: string, names: GridNames, fills: boolean): StoredGridFormula {
  const tokens = tokenize(excelFormula(formula));
  const own = tokens.find(({ type, value }) => type === "func" && isOfGrid(value));
  if (own) return { problem: { kind: "gridFunction", name: own.value.toUpperCase() } };
  const excel = stringifyTokens(inExcelsWords(tokens, names));
  if (!isReadable(excel)) return { problem: { kind: "unreadable" } };
  const { text, dynamic } = toStored(excel);
  return { text, dynamic: dynamic || fills };
}

function isOfGrid(name: string): boolean {
  return gridFunctions.has(name.toUpperCase()) || name.toUpperCase() === keptFunction;
}

function isReadable(formula: string): boolean {
  try {
    return parse(tokenize(formula)) !== null;
  } catch {
    return false;
  }
}

function inExcelsWords(tokens: readonly Token[], names: GridNames): Token[] {
  const changed: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    const value = inExcelsWord(token, names);
    const isSpill = /^range/.test(token.type) && tokens[at + 1]?.value === "#";
    changed.push({ ...token, value: isSpill ? `_xlfn.ANCHORARRAY(${value})` : value });
    if (isSpill) at += 1;
  }
  return changed;
}

function inExcelsWord({ type, value }: Token, names: GridNames): string {
  if (type === "string") {
    const code = excelCode(value.slice(1, -1));
    return code ?? value;
  }
  if (type === "range_named") return names.name(value);
  if (!/^range/.test(type)) return value;
  const [, quoted, plain, address] = /^(?:'((?:[^']|'')*)'|([^'!]+))!(.*)$/s.exec(value) ?? [];
  const sheet = quoted?.replaceAll("''", "'") ?? plain;
  return sheet === undefined ? value : `'${names.sheet(sheet).replaceAll("'", "''")}'!${address}`;
}

/** The engine's function that stands for a formula which only Excel can calculate, with the values it has stored. */
export const keptFunction = "STORED";

/** What is shown of a data table, which has no formula that anybody could have entered. */
export const dataTableShown = "={TABLE()}";

/** Shows the formula to its reader; the number leads to its values. */
export function keptFormula(formula: string, number: number): string {
  const shown = formula.replace(/\s+/g, " ").replaceAll('"', "”").replaceAll("\\", "/");
  return `=${keptFunction}("${shown}",${number})`;
}
