/*
 * The functions and operators that answer as Excel's of the same name, some as the engine has them, others made to:
 * rounding and comparing at the 15 digits that Excel shows, letters with accents told apart in lookups, numbers in
 * texts as the language writes them, Excel's errors. Where only Excel knows the answer, and a stored one must not be
 * replaced by a guess, they refuse (`refusingToGuess`).
 */
import type * as OSpreadsheet from "@odoo/o-spreadsheet";
import {
  computed,
  errorOf,
  exceptNoise,
  guess,
  isErrorValue,
  isPlainNumber,
  isTable,
  isWord,
  leftOut,
  numberGiven,
  ofNoNoise,
  ofNumbers,
  ofWhole,
  tellingBlanks,
  valueOf,
  type Arg,
  type Change,
  type Compute,
  type Table,
} from "./asExcel/cells";
import {
  choosing,
  choosingByNumber,
  givingDay,
  instead,
  ofAll,
  ofDays,
  ofOneError,
  onCondition,
  switching,
} from "./asExcel/choices";
import { average, counting, largest, overOne, overSeveral, smallest, sum } from "./asExcel/criteria";
import * as lookups from "./asExcel/lookups";
import * as numbers from "./asExcel/numbers";
import * as texts from "./asExcel/texts";

export { refusingToGuess } from "./asExcel/cells";
export { withoutNoise } from "./asExcel/numbers";

type Registry = typeof OSpreadsheet.registries.functionRegistry;

/** As the engine has it. */
const same: Change = (original) => original;

/** A text among the arguments is an error, or may be a number. */
const numeric: Change = (original) => ofNumbers(original);

type Entry = Change | { readonly change: Change; readonly passesBlanks: true };

/**
 * Makes nothing of blank cells at the end of an area, or counts those that are left out. None that takes two areas
 * together does: where one of them ends would no longer be known.
 */
function passing(change: Change): Entry {
  return { change, passesBlanks: true };
}

/**
 * What is not here is left to Excel: it reads a sheet and not values, has other rules for what is odd, or has not
 * been compared.
 */
const functions: Readonly<Record<string, Entry>> = {
  ...all("ABS EXP", numeric),
  LN: (original) => ofNoNoise(ofNumbers(original)),
  RANK: passing((original) => ofNoNoise(ofNumbers(original))),
  SUM: passing(numbers.total),
  ...all("ISEVEN ISODD", (original) => ofAddIn(ofNumbers(original))),
  AVERAGE: passing((original) => tellingBlanks(numbers.total(original))),
  ...all(
    "MAX MEDIAN MIN PRODUCT STDEV STDEV.P STDEV.S STDEVP VAR VAR.P VAR.S VARP",
    passing((original) => tellingBlanks(ofNumbers(original))),
  ),
  ...all("FV NPER PMT PV", numeric),
  NPV: passing(numeric),
  ...all("PI TODAY FALSE TRUE NA", same),
  COUNT: passing((original) => countingNumbers(ofGiven(original))),
  COUNTA: passing(ofGiven),
  COUNTBLANK: passing((original) => countingBlanks(ofGiven(original))),
  ...all("ISBLANK ISERROR ISLOGICAL ISNONTEXT ISNUMBER ISTEXT", tellingBlanks),
  MMULT: same,
  ...all("CHOOSECOLS CHOOSEROWS TRANSPOSE", rearranging),
  ...all(
    "LARGE SMALL",
    passing((original) => tellingBlanks(numbers.kth(original))),
  ),
  ...all(
    "PERCENTILE PERCENTILE.INC QUARTILE QUARTILE.INC",
    passing((original) => tellingBlanks(ofNumbers(original, [1]))),
  ),
  ROUND: numbers.rounding("nearest"),
  ROUNDUP: numbers.rounding("up"),
  ROUNDDOWN: numbers.rounding("down"),
  TRUNC: numbers.truncating,
  INT: numbers.flooring,
  MOD: numbers.remainder,
  POWER: numbers.power,
  SQRT: numbers.squareRoot,
  SUMPRODUCT: numbers.sumOfProducts,
  SEQUENCE: numbers.sequence,
  SUMIF: passing(overOne(sum)),
  AVERAGEIF: passing(overOne(average)),
  COUNTIF: passing(counting),
  COUNTIFS: passing(counting),
  SUMIFS: passing(overSeveral(sum)),
  AVERAGEIFS: passing(overSeveral(average)),
  MAXIFS: passing(overSeveral(largest)),
  MINIFS: passing(overSeveral(smallest)),
  VLOOKUP: passing((original) => lookups.lookingUp(lookups.inFirstColumn)(ofWhole(original, [2]))),
  HLOOKUP: passing((original) => lookups.lookingUp(lookups.inFirstRow)(ofWhole(original, [2]))),
  LOOKUP: lookups.lookingUpInOrder,
  MATCH: passing(lookups.matching),
  XLOOKUP: lookups.lookingUpAnywhere,
  INDEX: lookups.indexing,
  CHOOSE: choosingByNumber,
  IF: choosing,
  IFS: onCondition((at) => at % 2 === 0),
  NOT: onCondition(() => true),
  AND: passing(ofAll),
  OR: passing(ofAll),
  XOR: passing(ofAll),
  SWITCH: switching,
  // Which error it is makes a difference to these.
  IFNA: (original) => instead(ofOneError(original)),
  IFERROR: instead,
  ISERR: ofOneError,
  ISNA: ofOneError,
  FILTER: (original) => rearranging(filtering(original)),
  HSTACK: (original) => rearranging(ofSameSize(original, (table) => table[0]!.length)),
  VSTACK: (original) => rearranging(ofSameSize(original, (table) => table.length)),
  CONCAT: texts.ofTexts(),
  CONCATENATE: texts.ofTexts(),
  EXACT: texts.ofTexts(),
  FIND: texts.finding,
  LEFT: texts.ofTexts({ numbers: [1] }),
  LEN: texts.ofTexts(),
  LOWER: texts.ofTexts(),
  MID: texts.ofTexts({ numbers: [1, 2] }),
  REPLACE: texts.ofTexts({ numbers: [1, 2] }),
  RIGHT: texts.ofTexts({ numbers: [1] }),
  SUBSTITUTE: texts.substituting,
  TEXT: texts.inOwnFormat,
  TEXTJOIN: texts.joining,
  TRIM: texts.trimming,
  UPPER: texts.inCapitals,
  ...all("DAY ISOWEEKNUM MONTH YEAR", ofDays(1)),
  WEEKDAY: (original) => ofGiven(ofDays(1)(original)),
  WEEKNUM: (original) => ofAddIn(ofDays(1)(original)),
  DAYS: ofDays(2),
  ...all("EDATE EOMONTH", (original) => givingDay(ofAddIn(ofDays(1)(ofNumbers(ofWhole(original, [1]), [1]))))),
  DATE: (original) => givingDay(ofNumbers(ofWhole(original, [0, 1, 2]))),
};

const operators: Readonly<Record<string, Change>> = {
  EQ: numbers.comparing((left, right) => left === right),
  NE: numbers.comparing((left, right) => left !== right),
  LT: numbers.inOrder((left, right) => left < right),
  LTE: numbers.inOrder((left, right) => left <= right),
  GT: numbers.inOrder((left, right) => left > right),
  GTE: numbers.inOrder((left, right) => left >= right),
  ADD: numbers.notingNoise,
  MINUS: numbers.notingNoise,
  MULTIPLY: numbers.multiplying,
  DIVIDE: numbers.dividing,
  UMINUS: numeric,
  "UNARY.PERCENT": numeric,
};

/** Whether a function that is called by its name answers as Excel's. */
export function isAsExcel(name: string): boolean {
  return Object.hasOwn(functions, name);
}

/** Whether blank cells at the end of an area that a function takes can be left out. */
export function passesBlanks(name: string): boolean {
  const entry = functions[name];
  return typeof entry === "object" && entry.passesBlanks;
}

const changed = new WeakSet<Registry>();

/** Once for each library, which keeps one registry for all its workbooks. */
export function answerAsExcel(registry: Registry): void {
  if (changed.has(registry)) return;
  changed.add(registry);
  const { content } = registry;
  // Excel's takes ranges, as its older namesake does here; that and `&` go cell by cell in Excel.
  const concatenate = content["CONCATENATE"]!;
  registry.replace("CONCAT", { ...concatenate });
  const values = concatenate.args.map((arg) => ({ ...arg, type: ["STRING" as const], acceptMatrix: false }));
  registry.replace("CONCATENATE", { ...concatenate, args: values });
  // Excel's takes several delimiters.
  const join = content["TEXTJOIN"]!;
  const [delimiters, ...others] = join.args;
  registry.replace("TEXTJOIN", { ...join, args: [{ ...delimiters!, type: ["STRING", "RANGE<STRING>"] }, ...others] });
  for (const [name, entry] of Object.entries({ ...functions, ...operators })) {
    const { compute, ...description } = content[name]!;
    const change = typeof entry === "function" ? entry : entry.change;
    const args = description.args.map((arg, at) => ({
      ...arg,
      acceptErrors: takesErrors(name) || arg.acceptErrors,
      acceptMatrix: (at === 0 && takingTables.has(name)) || arg.acceptMatrix,
    }));
    registry.replace(name, {
      ...description,
      args,
      compute: bounded(change(compute as Compute)),
    } as typeof description & { compute: typeof compute });
  }
}

/** An error is a criterion as any other, and not always what a calculation fails at first. */
function takesErrors(name: string): boolean {
  return (/IFS?$/.test(name) && name.length > 3) || ["ADD", "MINUS", "MULTIPLY", "DIVIDE"].includes(name);
}

/** What takes its first argument cell by cell comes to one cell each time; these make of a table there what Excel does. */
const takingTables = new Set(["CHOOSE", "TEXTJOIN"]);

/** What is larger than a number can be is an error, also within a formula. */
function bounded(compute: Compute): Compute {
  return function (...args) {
    const found = compute.apply(this, args);
    if (!isTable(found)) return isBoundless(numberGiven(found)) ? errorOf("#NUM!") : found;
    return found.some((cells) => cells.some(({ value }) => isBoundless(value)))
      ? found.map((cells) => cells.map((cell) => (isBoundless(cell.value) ? errorOf("#NUM!") : cell)))
      : found;
  };
}

function isBoundless(value: unknown): boolean {
  return typeof value === "number" && !Number.isFinite(value);
}

function all(names: string, entry: Entry): Record<string, Entry> {
  return Object.fromEntries(names.split(" ").map((name) => [name, entry]));
}

/** What stands for an argument that is left blank has not been compared. */
function ofGiven(original: Compute): Compute {
  return function (...args) {
    guess(args.includes(undefined), "blank");
    return tellingBlanks(original).apply(this, args);
  };
}

/** Makes a table of another. */
function rearranging(original: Compute): Compute {
  return function (...args) {
    return computed(original.apply(this, args));
  };
}

/** Functions that once were an add-in's take no truth values, and nothing left blank. */
function ofAddIn(original: Compute): Compute {
  return ofGiven(function (...args) {
    guess(args.some((arg) => typeof valueOf(arg) === "boolean"), "error"); // prettier-ignore
    return original.apply(this, args);
  });
}

/** A text among the arguments counts as the number that it is. */
function countingNumbers(original: Compute): Compute {
  return function (...args) {
    for (const arg of args) {
      const value = valueOf(arg);
      const isText = typeof value === "string" && !isErrorValue(value);
      guess(isText && !isWord(value) && !isPlainNumber(value, this.locale), "textNumber");
    }
    return original.apply(this, args);
  };
}

function countingBlanks(original: Compute): Compute {
  return function (...args) {
    guess(args.some((arg) => isErrorValue(valueOf(arg))), "error"); // prettier-ignore
    const beyond = args.reduce((sum, arg) => sum + (isTable(arg) ? leftOut(arg) : 0), 0);
    return Number(original.apply(this, args)) + beyond;
  };
}

/** Where nothing is found Excel has an error of its own, and an error among the conditions is the answer. */
function filtering(original: Compute): Compute {
  return function (table, ...conditions) {
    const values = conditions.flatMap((arg) => (isTable(arg) ? arg.flat() : [arg])).map((cell) => cell?.value);
    guess(values.some((value) => typeof value === "string"), "error"); // prettier-ignore
    exceptNoise(conditions);
    guess(values.every((value) => value === null || value === 0 || value === false), "error"); // prettier-ignore
    return original.call(this, table, ...conditions);
  };
}

/** What is beyond the shorter one is an error in Excel. */
function ofSameSize(original: Compute, sizeOf: (table: Table) => number): Compute {
  return function (...args: Arg[]) {
    const sizes = args.map((arg) => (isTable(arg) ? sizeOf(arg) : 1));
    guess(sizes.some((size) => size !== sizes[0]), "size"); // prettier-ignore
    return original.apply(this, args);
  };
}
