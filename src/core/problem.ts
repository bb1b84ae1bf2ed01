/*
 * What can be wrong with what a user gives, as a code with data: which argument, where in it, what it holds.
 * Core knows no language; src/i18n/problems.ts makes the sentence, and src/functions the Excel error.
 */

/** The arguments of the functions, by the names they have in code. */
export type Argument =
  | "amount"
  | "appropriation"
  | "baseGrant"
  | "basis"
  | "cap"
  | "contribution"
  | "grants"
  | "includeStart"
  | "income"
  | "marginal"
  | "maxDecrease"
  | "maximum"
  | "method"
  | "municipal"
  | "municipalOffers"
  | "name"
  | "need"
  | "needTotal"
  | "needWeight"
  | "population"
  | "populationTotal"
  | "previous"
  | "rate"
  | "reduction"
  | "region"
  | "regionOffer"
  | "regions"
  | "requested"
  | "state"
  | "stateOffer"
  | "steps"
  | "tolerance"
  | "unions"
  | "unit"
  | "weights"
  | "withoutRegion"
  | "year"
  | "years";

export interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** A value's place in its argument, from 1, and the size of the argument: alone it needs no place. */
export interface Place extends Size {
  readonly row: number;
  readonly column: number;
}

/** What an argument held where it did not fit. */
export type Got = number | string | boolean;

/** What a problem is about: an argument, and where in it. */
export interface At {
  readonly argument: Argument;
  readonly place?: Place;
}

interface Limits {
  readonly min: number;
  readonly max: number;
}

/** Each kind of problem, and the data that its sentence needs. */
export interface Problems {
  /** An argument that must be given was left out. */
  missing: At;
  notANumber: At & { readonly got: Got };
  notLogical: At & { readonly got: Got };
  unknownText: At & { readonly got: Got; readonly choices: readonly string[] };
  notFinite: At;
  /** A range where one value belongs. */
  notOneValue: At & { readonly size: Size };
  /** A table where a list belongs. */
  notAList: At & { readonly size: Size };
  tooManyCells: At & { readonly size: Size; readonly most: number };
  tooManyYears: At & { readonly got: number; readonly most: number };
  negative: At & { readonly got: number };
  notPositive: At & { readonly got: number };
  allZero: At;
  outside: At & Limits & { readonly got: number };
  notWholeWithin: At & Limits & { readonly got: number };
  /** A number of things that is not a whole one. */
  notWhole: At & { readonly got: number };
  rateTooLow: At & { readonly got: number };
  sizesDisagree: At & { readonly size: Size; readonly other: Argument; readonly otherSize: Size };
  /** A key with other members than there are offers. */
  membersDisagree: At & { readonly got: number; readonly other: Argument; readonly expected: number };
  /** Members down and years across, with another number of years than the others have. */
  columnsDisagree: At & { readonly got: number; readonly other: Argument; readonly expected: number };
  /** A table of keys or rates whose years are not as many as the years asked for. */
  yearsDisagree: At & {
    readonly size: Size;
    readonly years: number;
    readonly direction: "one" | "across" | "down";
  };
  ratesDisagree: At & { readonly size: Size; readonly amounts: number; readonly years: number };
  /** Years run downwards, and a square table could be read both ways. */
  yearsAmbiguous: At & { readonly size: Size; readonly remedy: "yearsAcross" | "amountsDown" };
  yearsUnknown: At;
  tooManyUnits: At & { readonly got: number; readonly unit: number };
  /** Several regions, or a region's contribution, where no region takes part. */
  regionDoesNotTakePart: At;
  /** A municipality with weight 0 pays nothing of any budget. */
  neverBinds: At;
  capNeverReached: At & { readonly most: number };
  totalsBelongTogether: At;
  totalBelowSum: At & { readonly got: number; readonly sum: number };
  baseGrantsNotCovered: At & { readonly got: number; readonly unions: number; readonly baseGrant: number };
  stepsNotTwoColumns: At & { readonly size: Size };
  stepsNotFromZero: At & { readonly got: number };
  stepsNotAscending: At & { readonly got: number; readonly before: number };
  /** An income in a step whose rate nobody has given. */
  unknownStep: At & { readonly got: number; readonly above: number };
  notAYear: At & { readonly got: number };
  noValueForYear: At & {
    readonly name: string;
    readonly got: number;
    readonly known: readonly { readonly from: number; readonly to?: number }[];
  };
  resultTooLarge: { readonly place: Place };
  /** A fault of ours: never a bare #VALUE! that leaves the user guessing. */
  unexpected: { readonly error: string };
}

export type ProblemCode = keyof Problems;

/** What does not exist, rather than being wrong: #N/A in Excel. */
const absences: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  "capNeverReached",
  "neverBinds",
  "noValueForYear",
  "unknownStep",
]);

/** Thrown by core and by the reader of arguments; nothing else they throw is meant for a user. */
export class Problem<Code extends ProblemCode = ProblemCode> extends Error {
  constructor(
    readonly code: Code,
    readonly data: Problems[Code],
  ) {
    super(code);
  }

  /** Whether the thing asked for does not exist, rather than the question being wrong. */
  get isAbsence(): boolean {
    return absences.has(this.code);
  }
}
