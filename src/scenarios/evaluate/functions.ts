/*
 * Excel's own functions, those that scenarios use, as Excel documents them. A test holds the list to what is used.
 */
import type { Language } from "../../i18n/language";
import { toSerial } from "../dates";
import {
  CellError,
  compare,
  comparisons,
  isSingle,
  lift,
  numberIn,
  toNumber,
  toText,
  toTruth,
  type Grid,
  type Scalar,
} from "./values";

export interface Operand {
  readonly grid: Grid;
  /** In cells, texts and truth values are passed over by functions that add up. */
  readonly isReference: boolean;
}

/** An argument, computed when it is asked for; undefined where it is left out. */
export type Lazy = (() => Operand) | undefined;

type Function = (args: readonly Lazy[], language: Language) => Grid | Scalar;

const blank: Operand = { grid: [[null]], isReference: false };
const operand = (args: readonly Lazy[], index: number): Operand => args[index]?.() ?? blank;
const gridOf = (args: readonly Lazy[], index: number): Grid => operand(args, index).grid;
const scalarOf = (args: readonly Lazy[], index: number): Scalar => gridOf(args, index)[0]![0]!;

export const excelFunctions: Readonly<Record<string, Function>> = {
  IF: (args) => {
    const condition = gridOf(args, 0);
    const otherwise = args.length > 2 ? () => gridOf(args, 2) : (): Grid => [[false]];
    if (!isSingle(condition)) {
      return lift([condition, gridOf(args, 1), otherwise()], (value, then, or) => chosen(value, then, or));
    }
    const truth = toTruth(condition[0]![0]!);
    if (truth instanceof CellError) return truth;
    return truth ? gridOf(args, 1) : otherwise();
  },
  IFNA: (args) => replaced(args, (value) => value instanceof CellError && value.code === "#N/A"),
  AND: (args) => overTruths(args, (truths) => truths.every(Boolean)),
  OR: (args) => overTruths(args, (truths) => truths.some(Boolean)),
  ABS: (args) => lift([gridOf(args, 0)], (value) => withNumber(value, Math.abs)),
  ISERROR: (args) => lift([gridOf(args, 0)], (value) => value instanceof CellError),
  ISNUMBER: (args) => lift([gridOf(args, 0)], (value) => typeof value === "number"),
  ROUND: (args) =>
    lift([gridOf(args, 0), gridOf(args, 1)], (value, digits) =>
      withNumber(value, (number) => withNumber(digits, (places) => round(number, Math.trunc(places)))),
    ),
  SUM: (args) => overNumbers(args, (numbers) => numbers.reduce((sum, number) => sum + number, 0)),
  MAX: (args) => overNumbers(args, (numbers) => numbers.reduce((most, number) => Math.max(most, number), -Infinity)),
  MIN: (args) => overNumbers(args, (numbers) => numbers.reduce((least, number) => Math.min(least, number), Infinity)),
  COUNT: (args) => valuesOf(args).filter((value) => typeof value === "number").length,
  ROWS: (args) => gridOf(args, 0).length,
  COLUMNS: (args) => gridOf(args, 0)[0]!.length,
  SUMPRODUCT: (args) => {
    const products = lift(
      args.map((_, index) => gridOf(args, index)),
      (...values) => {
        const error = values.find((value) => value instanceof CellError);
        return error ?? values.reduce<number>((product, value) => product * (typeof value === "number" ? value : 0), 1);
      },
    ).flat();
    return sumOf(products);
  },
  SUMIF: (args) => {
    const tested = gridOf(args, 0);
    const summed = args[2] ? gridOf(args, 2) : tested;
    return lift([gridOf(args, 1)], (criterion) => {
      const matches = matcher(criterion);
      return sumOf(
        tested.flatMap((row, r) => row.map((value, c) => (matches(value) ? (summed[r]?.[c] ?? null) : null))),
      );
    });
  },
  COUNTIF: (args) => {
    const values = gridOf(args, 0).flat();
    return lift([gridOf(args, 1)], (criterion) => values.filter(matcher(criterion)).length);
  },
  INDEX: (args) => {
    const grid = gridOf(args, 0);
    return withNumber(scalarOf(args, 1), (position) => {
      const value = grid.length === 1 ? grid[0]![position - 1] : grid[position - 1]?.[0];
      return value === undefined ? new CellError("#REF!") : value;
    });
  },
  MATCH: (args) => {
    const sought = scalarOf(args, 0);
    if (sought instanceof CellError) return sought;
    const found = gridOf(args, 1)
      .flat()
      .findIndex((value) => typeof value === typeof sought && isSame(value, sought));
    return found < 0 ? new CellError("#N/A") : found + 1;
  },
  SUBSTITUTE: (args, language) =>
    lift([gridOf(args, 0), gridOf(args, 1), gridOf(args, 2)], (...given) => {
      const texts = given.map((value) => toText(value, language));
      const error = texts.find((text) => text instanceof CellError);
      if (error) return error;
      const [text, old, replacement] = texts as [string, string, string];
      return old === "" ? text : text.split(old).join(replacement);
    }),
  DATE: (args) => {
    const parts = [0, 1, 2].map((index) => toNumber(scalarOf(args, index)));
    const error = parts.find((part) => part instanceof CellError);
    if (error) return error;
    const [year, month, day] = (parts as number[]).map(Math.trunc);
    return serialOf(year!, month!, day!);
  },
};

function withNumber(value: Scalar, compute: (number: number) => Scalar): Scalar {
  const number = toNumber(value);
  return number instanceof CellError ? number : compute(number);
}

function chosen(condition: Scalar | undefined, then: Scalar, otherwise: Scalar): Scalar {
  const truth = toTruth(condition!);
  if (truth instanceof CellError) return truth;
  return truth ? then : otherwise;
}

function replaced(args: readonly Lazy[], isReplaced: (value: Scalar) => boolean): Grid {
  const grid = gridOf(args, 0);
  return grid.flat().some(isReplaced)
    ? lift([grid, gridOf(args, 1)], (value, instead) => (isReplaced(value) ? instead! : value!))
    : grid;
}

/** All values; those of cells and tables that are no numbers are passed over where numbers are asked for. */
function valuesOf(args: readonly Lazy[]): readonly Scalar[] {
  return args.flatMap((_, index) => gridOf(args, index).flat());
}

function numbersOf(args: readonly Lazy[]): readonly (number | CellError)[] {
  return args.flatMap((_, index) => {
    const { grid, isReference } = operand(args, index);
    if (!isReference && isSingle(grid)) return [toNumber(grid[0]![0]!)];
    return grid.flat().filter((value) => typeof value === "number" || value instanceof CellError);
  });
}

function overNumbers(args: readonly Lazy[], compute: (numbers: readonly number[]) => number): Scalar {
  const numbers = numbersOf(args);
  const error = numbers.find((number) => number instanceof CellError);
  if (error) return error;
  const value = compute(numbers as readonly number[]);
  // The greatest and the least of nothing.
  return Number.isFinite(value) ? value : numbers.length === 0 ? 0 : new CellError("#NUM!");
}

function overTruths(args: readonly Lazy[], compute: (truths: readonly boolean[]) => boolean): Scalar {
  const truths = valuesOf(args)
    .filter((value) => value !== null)
    .map(toTruth);
  const error = truths.find((truth) => truth instanceof CellError);
  return error ?? compute(truths as boolean[]);
}

function sumOf(values: readonly Scalar[]): Scalar {
  return overNumbers([() => ({ grid: [values], isReference: true })], (numbers) =>
    numbers.reduce((sum, number) => sum + number, 0),
  );
}

/** Half away from zero, of the number as its 15 digits show it. */
function round(number: number, places: number): number {
  // Beyond what a double has, there is nothing to round, or nothing left.
  if (Math.abs(places) > 300) return places > 0 ? number : 0;
  const scaled = Number((Math.abs(number) * 10 ** places).toPrecision(15));
  return (Math.sign(number) * Math.round(scaled)) / 10 ** places;
}

function isSame(value: Scalar, sought: Exclude<Scalar, CellError>): boolean {
  return !(value instanceof CellError) && compare(value, sought) === 0;
}

/** Whether a value meets a criterion: a value to be equal to, or an operator and a value in a text. */
function matcher(criterion: Scalar): (value: Scalar) => boolean {
  if (criterion instanceof CellError) return (value) => value instanceof CellError && value.code === criterion.code;
  if (typeof criterion !== "string") return (value) => typeof value !== "string" && isSame(value, criterion ?? 0);
  const [, operator = "=", operandText = ""] = /^(<=|>=|<>|<|>|=)?(.*)$/s.exec(criterion)!;
  const number = numberIn(operandText);
  const holds = comparisons[operator]!;
  if (number !== undefined) return (value) => typeof value === "number" && holds(compare(value, number));
  if (operator === "=" || operator === "<>") {
    const pattern = toPattern(operandText);
    return (value) => (typeof value === "string" && pattern.test(value)) === (operator === "=");
  }
  return (value) => typeof value === "string" && holds(compare(value, operandText));
}

/** `*` and `?` stand for any text and any letter, unless a `~` stands before them. */
function toPattern(text: string): RegExp {
  const source = text.replace(/~([*?~])|([*?])|[\\^$.|+()[\]{}/-]/g, (match, escaped?: string, any?: string) => {
    if (escaped !== undefined) return `\\${escaped}`.replace("\\~", "~");
    if (any !== undefined) return any === "*" ? ".*" : ".";
    return `\\${match}`;
  });
  return new RegExp(`^${source}$`, "isu");
}

/** The number of a day; months and days beyond their ends count on, and years below 1900 are counted from it. */
function serialOf(year: number, month: number, day: number): Scalar {
  const full = year < 1900 ? year + 1900 : year;
  if (year < 0 || full > 9999) return new CellError("#NUM!");
  const serial = toSerial(full, month, day);
  return Number.isFinite(serial) && serial >= 0 ? serial : new CellError("#NUM!");
}
