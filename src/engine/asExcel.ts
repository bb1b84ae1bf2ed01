/*
 * Functions and operators of the engine that answer otherwise than Excel's of the same name, made to answer as Excel
 * does: rounding and comparing at the 15 digits that Excel shows, letters with accents told apart in lookups, numbers
 * in texts as the language writes them, Excel's errors. Where only Excel knows the answer, and a stored one must not
 * be replaced by a guess, they refuse (`refusingToGuess`).
 */
import type * as OSpreadsheet from "@odoo/o-spreadsheet";

type Cell = OSpreadsheet.FunctionResultObject;
type Arg = Cell | OSpreadsheet.Matrix<Cell> | undefined;
type Context = { readonly locale: OSpreadsheet.Locale };
type Compute = (this: Context, ...args: Arg[]) => unknown;
type Change = (original: Compute) => Compute;
type Registry = typeof OSpreadsheet.registries.functionRegistry;

const changed = new WeakSet<Registry>();

/** Once for each library, which keeps one registry for all its workbooks. */
export function answerAsExcel(registry: Registry): void {
  if (changed.has(registry)) return;
  changed.add(registry);
  const { content } = registry;
  // Excel's takes ranges, as its older namesake does here.
  registry.replace("CONCAT", { ...content["CONCATENATE"]! });
  for (const [name, change] of Object.entries(changes)) {
    const { compute, ...description } = content[name]!;
    registry.replace(name, { ...description, compute: change(compute as Compute) } as typeof description & {
      compute: typeof compute;
    });
  }
}

let isRefusing = false;
/** The last sum or difference that is nothing but what the digits of its terms do not reach to. */
let noise: number | undefined;

/** Thrown where the answer would be a guess; the engine reports it as a defect of the function, which is no value. */
class Guess extends Error {}

/** While `work` runs a function refuses where its answer would be a guess; at other times it gives the engine's. */
export function refusingToGuess<Result>(work: () => Result): Result {
  const before = isRefusing;
  isRefusing = true;
  noise = undefined;
  try {
    return work();
  } finally {
    isRefusing = before;
  }
}

function guess(isGuess: boolean, what: string): void {
  if (isRefusing && isGuess) throw new Guess(what);
}

const changes: Readonly<Record<string, Change>> = {
  ROUND: rounding("nearest"),
  ROUNDUP: rounding("up"),
  ROUNDDOWN: rounding("down"),
  TRUNC: rounding("down"),
  // Excel's own order of letters is asked for where what is sought need not be found as it is written.
  VLOOKUP: accentsTold((_, sorted) => isOff(sorted)),
  HLOOKUP: accentsTold((_, sorted) => isOff(sorted)),
  LOOKUP: accentsTold(() => false),
  MATCH: accentsTold((way) => isOff(way)),
  XLOOKUP: accentsTold((_, __, mode) => mode === undefined || [null, 0, 2].includes(valueOf(mode) as number | null)),
  EQ: comparing((left, right) => left === right),
  NE: comparing((left, right) => left !== right),
  LT: inOrder((left, right) => left < right),
  LTE: inOrder((left, right) => left <= right),
  GT: inOrder((left, right) => left > right),
  GTE: inOrder((left, right) => left >= right),
  ADD: (original) => notingNoise(ofNumbers(original)),
  MINUS: (original) => notingNoise(ofNumbers(original)),
  MULTIPLY: ofNumbers,
  DIVIDE: ofNumbers,
  UMINUS: ofNumbers,
  POWER: (original) => outside(isNoPower, ofNumbers(original)),
  SQRT: (original) => outside((number) => number < 0, original),
  ...Object.fromEntries(["CONCATENATE", "CONCAT", "LEFT", "RIGHT", "MID", "LEN", "LOWER", "UPPER", "TRIM", "FIND", "SEARCH", "SUBSTITUTE", "REPLACE", "EXACT"].map((name) => [name, ofTexts()])), // prettier-ignore
  // What comes first there is no part of the text.
  TEXTJOIN: ofTexts(2),
  TEXT: inOwnFormat,
  SUMIF: overSameSize,
  AVERAGEIF: overSameSize,
};

function isMatrix(arg: Arg): arg is OSpreadsheet.Matrix<Cell> {
  return Array.isArray(arg);
}

/** A number, or what Excel takes for one where it calculates; a text is left to the engine. */
function numberOf(arg: Arg): number | undefined {
  const value = valueOf(arg);
  if (value === null) return 0;
  return typeof value === "boolean" ? Number(value) : typeof value === "number" ? value : undefined;
}

/** The number that Excel shows, and rounds and compares by. */
function at15Digits(number: number): number {
  return Number(number.toPrecision(15));
}

function errorOf(code: string): Cell {
  return { value: code, message: "" };
}

function rounding(way: "nearest" | "up" | "down"): Change {
  return (original) =>
    function (value, places) {
      const found = original.call(this, value, places);
      const [number, decimals] = [numberOf(value), places === undefined ? 0 : numberOf(places)];
      if (number === undefined || decimals === undefined) return found;
      const format = (value as Cell).format;
      return { value: roundedAt(number, Math.trunc(decimals), way), ...(format !== undefined && { format }) };
    };
}

/** Rounds the number's 15 digits, not what a computer holds beyond them; half away from zero. */
function roundedAt(number: number, decimals: number, way: "nearest" | "up" | "down"): number {
  const [mantissa, exponent] = Math.abs(number).toExponential(14).split("e");
  const digits = BigInt(mantissa!.replace(".", ""));
  // How many of the digits stand after the last that is kept.
  const after = 14 - Number(exponent) - decimals;
  if (after <= 0) return number;
  if (after > 16) return way === "up" && number !== 0 ? Math.sign(number) * Number(`1e${-decimals}`) : 0;
  const unit = 10n ** BigInt(after);
  const rest = digits % unit;
  const isMore = way === "up" ? rest > 0n : way === "nearest" && rest * 2n >= unit;
  const kept = digits / unit + (isMore ? 1n : 0n);
  return Math.sign(number) * Number(`${kept}e${-decimals}`);
}

interface Told extends Cell {
  readonly source: Cell;
}

/** Håbo is not Habo to Excel; the engine strips accents, and is given letters that have none instead. */
function accentsTold(isExact: (...rest: readonly Arg[]) => boolean): Change {
  return (original) =>
    function (key, range, ...rest) {
      const text = valueOf(key);
      const columns = isMatrix(range) ? range : range ? [[range]] : [];
      if (typeof text !== "string" || !(isMore(text) || columns.some((cells) => cells.some(hasMore)))) {
        return original.call(this, key, range, ...rest);
      }
      guess(!isExact(...rest), "the order of letters that are not English");
      const told = columns.map((cells) => cells.map(tell));
      const found = original.call(this, { ...(key as Cell), value: toldApart(text) }, told, ...rest);
      return found !== null && typeof found === "object" && "source" in found ? (found as Told).source : found;
    };
}

function valueOf(arg: Arg): Cell["value"] | undefined {
  return arg === undefined || isMatrix(arg) ? undefined : arg.value;
}

function isOff(arg: Arg): boolean {
  const value = valueOf(arg);
  return value === false || value === 0;
}

function isMore(text: string): boolean {
  return /\P{ASCII}/u.test(text);
}

function hasMore({ value }: Cell): boolean {
  return typeof value === "string" && isMore(value);
}

function tell(cell: Cell): Cell {
  const told: Told = { ...cell, source: cell, ...(hasMore(cell) && { value: toldApart(String(cell.value)) }) };
  return told;
}

/** One character for one, capital or small, so that wildcards fit and case makes no difference. */
function toldApart(text: string): string {
  return text.normalize("NFC").replace(/\P{ASCII}/gu, (character) => {
    const small = character.toLowerCase();
    const code = small.charCodeAt(0);
    if (small.normalize("NFD") === small) return character;
    if (code < 0x600) return String.fromCharCode(0xe000 + code);
    return code >= 0x1e00 && code < 0x1f00 ? String.fromCharCode(0xe600 + code - 0x1e00) : character;
  });
}

function comparing(compare: (left: number, right: number) => boolean): Change {
  return (original) =>
    function (left, right) {
      const [first, second] = [typed(left), typed(right)];
      if (first === undefined || second === undefined) return original.call(this, left, right);
      return { value: compare(at15Digits(first), at15Digits(second)) };
    };
}

/** A number alone: truth values have an order of their own. */
function typed(arg: Arg): number | undefined {
  const value = valueOf(arg);
  return typeof value === "number" ? value : undefined;
}

function inOrder(compare: (left: number, right: number) => boolean): Change {
  return (original) =>
    function (left, right) {
      guess(typeof valueOf(left) === "string" && typeof valueOf(right) === "string", "the order of texts");
      return comparing(compare)(original).call(this, left, right);
    };
}

function notingNoise(original: Compute): Compute {
  return function (left, right) {
    const found = original.call(this, left, right);
    const [first, second, sum] = [numberOf(left), numberOf(right), numberOf(found as Arg)];
    if (first === undefined || second === undefined || sum === undefined || sum === 0) return found;
    if (Math.abs(sum) < Math.max(Math.abs(first), Math.abs(second)) * 2 ** -49) noise = sum;
    return found;
  };
}

/**
 * Excel takes a sum for 0 that is nothing but noise where it is what a formula comes to, and not where it is computed
 * with further, or stands in parentheses.
 */
export function withoutNoise(formula: string, value: number): number {
  return value === noise && isSum(formula) ? 0 : value;
}

/** Whether what is computed last is a sum or a difference; texts are handed over, and in no formula here. */
function isSum(formula: string): boolean {
  let [depth, found] = [0, false];
  for (const [at, character] of [...formula].entries()) {
    if (/[({]/.test(character)) depth += 1;
    else if (/[)}]/.test(character)) depth -= 1;
    else if (depth > 0) continue;
    else if (/[&<>=]/.test(character)) return false;
    else if (/[+-]/.test(character) && /[\w)}%]/.test(formula[at - 1] ?? "")) found = true;
  }
  return found;
}

/** A text that is no number is an error in Excel, an empty one too. */
function ofNumbers(original: Compute): Compute {
  return function (...args) {
    for (const arg of args) {
      const value = valueOf(arg);
      if (typeof value !== "string" || value.startsWith("#")) continue;
      if (value.trim() === "") return errorOf("#VALUE!");
      guess(!isCertain(value), "a text as a number");
    }
    return original.call(this, ...args);
  };
}

/** Excel reads dates, times, currencies and percentages out of texts, by its language; a word is no such thing. */
function isCertain(text: string): boolean {
  if (/^-?\d+([.,]\d+)?$/.test(text)) return true;
  const isMonth = /^(jan|feb|mar|apr|ma[jy]|jun|jul|aug|sep|o[ck]t|nov|dec)/i.test(text);
  return /\d/.test(text) ? /^\p{L}{4}/u.test(text) && !isMonth : !/^\s*(true|false|sant|falskt)\s*$/i.test(text);
}

function outside(isOutside: (...numbers: number[]) => boolean, original: Compute): Compute {
  return function (...args) {
    const numbers = args.map(numberOf);
    const all = numbers.every((number) => number !== undefined);
    return all && isOutside(...numbers) ? errorOf("#NUM!") : original.call(this, ...args);
  };
}

function isNoPower(base: number, exponent: number): boolean {
  return (base === 0 && exponent === 0) || (base < 0 && !Number.isInteger(exponent));
}

function ofTexts(from = 0): Change {
  return (original) =>
    function (...args) {
      const written = (cell: Cell): Cell => inWords(cell, this.locale);
      const texts = args.slice(from).map((arg) => (isMatrix(arg) ? arg.map((cells) => cells.map(written)) : arg && written(arg))); // prettier-ignore
      return original.call(this, ...args.slice(0, from), ...texts);
    };
}

/** As a cell in the General format shows it, but with all 15 digits. */
function inWords(cell: Cell, { code, decimalSeparator }: OSpreadsheet.Locale): Cell {
  const { value } = cell;
  if (typeof value === "boolean" && code.startsWith("sv")) return { value: value ? "SANT" : "FALSKT" };
  if (typeof value !== "number") return cell;
  const digits = String(at15Digits(value));
  guess(digits.includes("e"), "a very large or small number as a text");
  return { value: digits.replace(".", decimalSeparator) };
}

/** Which characters of a format are separators follows Excel's language there, and the engine's is always English. */
function inOwnFormat(original: Compute): Compute {
  return function (value, format) {
    const text = String(valueOf(format) ?? "");
    const isPlain = /^(0+|0+%|0+ %)$/.test(text);
    const isEnglish = this.locale.decimalSeparator === "." && /^(#,##)?0(\.0+)?%?$/.test(text);
    guess(!isPlain && !isEnglish, "a format of its own language");
    return original.call(this, value, format);
  };
}

/** Excel takes as many cells as are tested, from the first on. */
function overSameSize(original: Compute): Compute {
  return function (tested, criterion, summed) {
    const isSame =
      !isMatrix(summed) ||
      (isMatrix(tested) && tested.length === summed.length && tested[0]!.length === summed[0]!.length);
    guess(!isSame, "cells beyond the range");
    return original.call(this, tested, criterion, summed);
  };
}
