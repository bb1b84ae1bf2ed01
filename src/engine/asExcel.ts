/*
 * The functions and operators that answer as Excel's of the same name, some as the engine has them, others made to:
 * rounding and comparing at the 15 digits that Excel shows, letters with accents told apart in lookups, numbers in
 * texts as the language writes them, Excel's errors. Where only Excel knows the answer, and a stored one must not be
 * replaced by a guess, they refuse (`refusingToGuess`).
 */
import type * as OSpreadsheet from "@odoo/o-spreadsheet";
import { guess, isTable, ofNumbers, type Arg, type Change, type Compute, type Table } from "./asExcel/cells";
import { choosing, givingDay, ofAll, ofDays, ofOneError, onCondition, switching } from "./asExcel/choices";
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

/**
 * What is not here is left to Excel: it reads a sheet and not values, has other rules for what is odd, or has not
 * been compared.
 */
const functions: Readonly<Record<string, Change>> = {
  ...all("ABS EXP ISEVEN ISODD LN PRODUCT SUM", numeric),
  ...all("AVERAGE MAX MEDIAN MIN STDEV STDEV.P STDEV.S STDEVP VAR VAR.P VAR.S VARP", numeric),
  ...all("FV NPER NPV PMT PV", numeric),
  ...all("PI TODAY FALSE TRUE NA", same),
  ...all(
    "COUNT COUNTA COUNTBLANK",
    (original) =>
      function (...args) {
        guess(args.includes(undefined), "blank");
        return original.apply(this, args);
      },
  ),
  ...all("IFERROR ISBLANK ISERROR ISLOGICAL ISNONTEXT ISNUMBER ISTEXT", same),
  ...all("CHOOSECOLS CHOOSEROWS MMULT TRANSPOSE", same),
  ...all("LARGE SMALL", numbers.kth),
  RANK: numeric,
  ...all("PERCENTILE PERCENTILE.INC QUARTILE QUARTILE.INC", (original) => ofNumbers(original, [1])),
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
  SUMIF: overOne(sum),
  AVERAGEIF: overOne(average),
  COUNTIF: counting,
  COUNTIFS: counting,
  SUMIFS: overSeveral(sum),
  AVERAGEIFS: overSeveral(average),
  MAXIFS: overSeveral(largest),
  MINIFS: overSeveral(smallest),
  VLOOKUP: lookups.lookingUp(lookups.inFirstColumn),
  HLOOKUP: lookups.lookingUp(lookups.inFirstRow),
  LOOKUP: lookups.lookingUp(lookups.inLonger),
  MATCH: lookups.matching,
  XLOOKUP: lookups.lookingUpAnywhere,
  INDEX: lookups.indexing,
  CHOOSE: (original) => ofNumbers(original, [0]),
  IF: choosing,
  IFS: onCondition((at) => at % 2 === 0),
  NOT: onCondition(() => true),
  AND: ofAll,
  OR: ofAll,
  XOR: ofAll,
  SWITCH: switching,
  // Which error it is makes a difference to these.
  IFNA: ofOneError,
  ISERR: ofOneError,
  ISNA: ofOneError,
  FILTER: filtering,
  HSTACK: (original) => ofSameSize(original, (table) => table[0]!.length),
  VSTACK: (original) => ofSameSize(original, (table) => table.length),
  CONCAT: texts.ofTexts(),
  CONCATENATE: texts.joining,
  EXACT: texts.ofTexts(),
  FIND: texts.ofTexts({ numbers: [2] }),
  LEFT: texts.ofTexts({ numbers: [1] }),
  LEN: texts.ofTexts(),
  LOWER: texts.ofTexts(),
  MID: texts.ofTexts({ numbers: [1, 2] }),
  REPLACE: texts.ofTexts({ numbers: [1, 2] }),
  RIGHT: texts.ofTexts({ numbers: [1] }),
  SUBSTITUTE: texts.substituting,
  TEXT: texts.inOwnFormat,
  // What comes first there is no part of the text.
  TEXTJOIN: texts.ofTexts({ from: 2 }),
  TRIM: texts.trimming,
  UPPER: texts.ofTexts(),
  ...all("DAY ISOWEEKNUM MONTH WEEKDAY WEEKNUM YEAR", ofDays(1)),
  DAYS: ofDays(2),
  ...all("EDATE EOMONTH", (original) => givingDay(ofDays(1)(ofNumbers(original, [1])))),
  DATE: (original) => givingDay(ofNumbers(original)),
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
  ...all("MULTIPLY DIVIDE UMINUS UNARY.PERCENT", numeric),
};

/** Whether a function that is called by its name answers as Excel's. */
export function isAsExcel(name: string): boolean {
  return Object.hasOwn(functions, name);
}

const changed = new WeakSet<Registry>();

/** Once for each library, which keeps one registry for all its workbooks. */
export function answerAsExcel(registry: Registry): void {
  if (changed.has(registry)) return;
  changed.add(registry);
  const { content } = registry;
  // Excel's takes ranges, as its older namesake does here.
  registry.replace("CONCAT", { ...content["CONCATENATE"]! });
  for (const [name, change] of Object.entries({ ...functions, ...operators })) {
    const { compute, ...description } = content[name]!;
    // An error is a criterion as any other.
    const args = /IFS?$/.test(name) && name.length > 3 ? description.args.map((arg) => ({ ...arg, acceptErrors: true })) : description.args; // prettier-ignore
    registry.replace(name, { ...description, args, compute: change(compute as Compute) } as typeof description & {
      compute: typeof compute;
    });
  }
}

function all(names: string, change: Change): Record<string, Change> {
  return Object.fromEntries(names.split(" ").map((name) => [name, change]));
}

/** Where nothing is found Excel has an error of its own, and an error among the conditions is the answer. */
function filtering(original: Compute): Compute {
  return function (table, ...conditions) {
    const values = conditions.flatMap((arg) => (isTable(arg) ? arg.flat() : [arg])).map((cell) => cell?.value);
    guess(values.some((value) => typeof value === "string"), "error"); // prettier-ignore
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
