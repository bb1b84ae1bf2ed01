/*
 * Sums, counts and averages of what meets criteria, as Excel reads these.
 */
import type * as OSpreadsheet from "@odoo/o-spreadsheet";
import { errorOf, guess, isErrorValue, isHairApart, isPlainNumber, isTable, isWithinNoise, isWord, leftOut, noteNoise, sizeOf, type Arg, type Cell, type Change, type Table } from "./cells"; // prettier-ignore

type Value = Cell["value"];
type Test = (value: Value) => boolean;
type Locale = OSpreadsheet.Locale;

/** What is made of the cells that were found, and of the blank ones that were left out of the areas. */
type Fold = (found: readonly Cell[], beyond: number) => number | Cell;

export function overOne(fold: Fold): Change {
  return () =>
    function (tested, criterion, folded) {
      const [among, values] = [toTable(tested), toTable(folded ?? tested)];
      const broken = brokenOf([tested, folded]);
      if (broken) return broken;
      // Excel takes as many cells as are tested, from the first on.
      guess(!isSameSize(among, values), "size");
      return fold(found(values, [[among, testOf(criterion, this.locale)]]), 0);
    };
}

export function overSeveral(fold: Fold): Change {
  return () =>
    function (folded, ...pairs) {
      return overPairs(toTable(folded), pairs, this.locale, fold);
    };
}

export const counting: Change = () =>
  function (...pairs) {
    return overPairs(toTable(pairs[0]), pairs, this.locale, (cells, beyond) => cells.length + beyond);
  };

function overPairs(values: Table, pairs: readonly Arg[], locale: Locale, fold: Fold): number | Cell {
  guess(pairs.length % 2 === 1, "error");
  const broken = brokenOf(pairs.filter((_, at) => at % 2 === 0));
  if (broken) return broken;
  const tests = pairs.flatMap((arg, at): [Table, Test][] =>
    at % 2 === 0 ? [[toTable(arg), testOf(pairs[at + 1], locale)]] : [],
  );
  if (tests.some(([table]) => !isSameSize(table, values))) return errorOf("#VALUE!");
  return fold(found(values, tests), tests.every(([, test]) => test(null)) ? leftOut(values) : 0);
}

/** An error that stands for an area. */
function brokenOf(areas: readonly Arg[]): Cell | undefined {
  return areas.find((area): area is Cell => !isTable(area) && isErrorValue(area?.value));
}

function toTable(arg: Arg): Table {
  return isTable(arg) ? arg : [[arg ?? { value: null }]];
}

function isSameSize(one: Table, other: Table): boolean {
  const [first, second] = [sizeOf(one), sizeOf(other)];
  if (first.rows !== second.rows || first.columns !== second.columns) return false;
  guess(leftOut(one) !== leftOut(other), "large");
  return true;
}

function found(values: Table, tests: readonly (readonly [Table, Test])[]): Cell[] {
  const cells: Cell[] = [];
  values.forEach((column, at) => {
    for (let row = 0; row < column.length; row += 1) {
      if (tests.every(([table, test]) => test(table[at]![row]!.value))) cells.push(column[row]!);
    }
  });
  return cells;
}

/** An error among what was found is the answer. */
function ofNumbersFound(fold: (numbers: readonly number[]) => number | Cell): Fold {
  return (cells) =>
    cells.find(({ value }) => isErrorValue(value)) ??
    fold(cells.flatMap(({ value }) => (typeof value === "number" ? [value] : [])));
}

export const sum = ofNumbersFound((numbers) => {
  const found = numbers.reduce((total, each) => total + each, 0);
  noteNoise(found, () => numbers);
  return found;
});
export const largest = ofNumbersFound((numbers) => numbers.reduce((most, each) => (each > most ? each : most), numbers[0] ?? 0)); // prettier-ignore
export const smallest = ofNumbersFound((numbers) => numbers.reduce((least, each) => (each < least ? each : least), numbers[0] ?? 0)); // prettier-ignore
export const average = ofNumbersFound((numbers) => {
  if (numbers.length === 0) return errorOf("#DIV/0!");
  const found = numbers.reduce((total, each) => total + each, 0) / numbers.length;
  noteNoise(found, () => numbers);
  return found;
});

function testOf(criterion: Arg, locale: Locale): Test {
  guess(criterion === undefined || isTable(criterion), "criterion");
  const { value } = criterion as Cell;
  if (typeof value === "boolean" || isErrorValue(value)) return (each) => each === value;
  // A blank cell as a criterion is 0.
  if (typeof value !== "string") return isNumber(value ?? 0, locale);
  const [, sign, operand] = /^(<=|>=|<>|<|>|=|)(.*)$/su.exec(value)!;
  return operand === "" ? ofBlank(sign!) : ofOperand(sign!, operand!, locale);
}

/** "" takes an empty text for a blank cell, "=" does not. */
function ofBlank(sign: string): Test {
  guess(sign !== "" && sign !== "=" && sign !== "<>", "criterion");
  if (sign === "") return (each) => each === null || each === "";
  return (each) => (each === null) === (sign === "=");
}

function ofOperand(sign: string, operand: string, locale: Locale): Test {
  if (isPlainNumber(operand, locale)) {
    const number = Number(operand.replace(",", "."));
    if (sign === "" || sign === "=") return isNumber(number, locale);
    if (sign === "<>") return not(isNumber(number, locale));
    return inOrder(sign, number);
  }
  // The names of errors follow Excel's language.
  guess(!(isWord(operand) || /[*?]/.test(operand)) || /^#[^#]+[!?]$|^#N\/A$/i.test(operand), "criterion");
  guess(sign !== "" && sign !== "=" && sign !== "<>", "textOrder");
  const test = isText(operand);
  return sign === "<>" ? not(test) : test;
}

function not(test: Test): Test {
  return (each) => !test(each);
}

/** A text that is the number is it, too. */
function isNumber(number: number, locale: Locale): Test {
  return (each) => {
    if (typeof each === "number") {
      guess(isHairApart(each, number) || isWithinNoise(each, number), "edge");
      return each === number;
    }
    if (typeof each !== "string" || each === "" || isErrorValue(each) || isWord(each)) return false;
    guess(!isPlainNumber(each, locale), "textNumber");
    return Number(each.replace(",", ".")) === number;
  };
}

function inOrder(sign: string, number: number): Test {
  return (each) => {
    if (typeof each !== "number") return false;
    guess(isHairApart(each, number) || isWithinNoise(each, number), "edge");
    if (each === number) return sign.endsWith("=");
    return sign.startsWith("<") ? each < number : each > number;
  };
}

/** Capital letters are as small ones; * stands for any letters and ? for one, but not after a tilde. */
function isText(pattern: string): Test {
  if (!/[*?~]/.test(pattern)) {
    const small = pattern.toLowerCase();
    return (each) => typeof each === "string" && each.toLowerCase() === small && !isErrorValue(each);
  }
  const source = pattern.replace(/~[*?~]|[*?]|[\\^$.|+()[\]{}/]/gu, (part) =>
    part === "*" ? ".*" : part === "?" ? "." : `\\${part[part.length - 1] === "~" ? "x7e" : part[part.length - 1]!}`,
  );
  const expression = new RegExp(`^${source}$`, "isu");
  return (each) => typeof each === "string" && !isErrorValue(each) && expression.test(each);
}
