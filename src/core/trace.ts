/*
 * How an answer came about: each step as a code with its numbers, reported by the functions while they compute,
 * from the values that they go on with. As with problems core knows no language; src/i18n/steps makes the
 * sentences. Where nobody asks for a trace, nothing is reported and nothing is computed for it.
 */
import type { PublicName } from "./param";
import type { Source } from "./parameters/values";
import type { Problem } from "./problem";
import type { Basis, Party } from "./shares";

export type Trace = (step: Step) => void;

/** The first and the last, from 0. */
export type Span = readonly [first: number, last: number];

/** Which of the results a step leads to. */
export interface Where {
  /** Parties and their members, recipients, unions or amounts, in the result's order; none said: all. */
  readonly lines?: Span | undefined;
  /** The lines of each row of the step, where a row is a party that may have several. */
  readonly each?: readonly Span[] | undefined;
  /** None said: all. */
  readonly years?: Span | undefined;
  /** In the result the lines run across and the years down. */
  readonly turned?: boolean | undefined;
}

/** What a step rests on: where it is read, and what those texts leave open. */
export interface Ground {
  readonly sources?: readonly Source[] | undefined;
  readonly open?: readonly Open[] | undefined;
}

export type Open =
  /** How to round: our reading. */
  | "rounding"
  /** The key: as the members agree. */
  | "key"
  /** How reductions and left-over money are spread: our reading. */
  | "spread"
  /** How an amount grows: the union's own plan. */
  | "growth"
  /** The steps of own capital: the user's own. */
  | "capitalSteps"
  /** What deviation is let pass: the user's own. */
  | "tolerance";

/** The law says nothing about rounding. */
export const ourRounding: Ground = { sources: [], open: ["rounding"] };

/** No paragraph governs how amounts grow. */
export const plan: Ground = { sources: [], open: ["growth"] };

/** Who shares an amount: the parties, the members of one party, or those of a list that is no party's. */
export type Among = "parties" | Party | "recipients" | "unions";

/** What was rounded. */
export type Rounded = Basis | "amount" | "growth" | "maximum";

/** Each kind of step and its numbers, all in the sheet's own unit. What a step ends in is its `result`. */
export interface Steps {
  /** The total budget, from what the amount is. */
  budget: { readonly got: number; readonly basis: Basis; readonly share: number; readonly result: number };
  /** One figure by itself, a half away from zero. */
  rounded: { readonly of: Rounded; readonly got: number; readonly unit: number; readonly result: number };
  /** Parts in proportion to weights, unrounded. */
  parts: {
    readonly among: Among;
    /** Of the budget, where it is one party's that is shared. */
    readonly share?: number | undefined;
    readonly whole: number;
    readonly sum: number;
    readonly rows: readonly { readonly weight: number; readonly party?: Party | undefined }[];
    readonly result: readonly number[];
  };
  /** Parts that are rounded down, where the units left go to the largest remainders. */
  apportioned: {
    readonly among: Among;
    /** Of the budget, where it is one party's that is shared. */
    readonly share?: number | undefined;
    readonly whole: number;
    readonly unit: number;
    /** Of the weights; none where the shares are no proportions of the whole. */
    readonly sum?: number | undefined;
    /** Where a party's amount is given, and the others share what it leaves of the total. */
    readonly given?: Given | undefined;
    readonly rows: readonly ApportionedRow[];
    /** How many units were left. */
    readonly left: number;
    /** Whose remainders are all the same as the last that got a unit. */
    readonly tied: readonly number[];
    readonly result: readonly number[];
  };
  /** Parts by Sainte-Laguë's odd divisors. */
  divided: {
    readonly among: Among;
    readonly whole: number;
    readonly unit: number;
    readonly sum: number;
    readonly rows: readonly {
      readonly weight: number;
      readonly share: number;
      /** The share rounded to the nearest unit. */
      readonly nearest: number;
      /** The weight divided by the odd number of the last unit it has, and of one more. */
      readonly last?: number | undefined;
      readonly next: number;
    }[];
    /** Who got a unit more, or gave one back, one after the other. */
    readonly moved: readonly number[];
    /** The last in line of those that have a unit, −1 where nobody has, and the first to get one more. */
    readonly last: number;
    readonly next: number;
    readonly result: readonly number[];
  };
  /** The budget that each offer could carry; a Problem for one who pays nothing of any budget. */
  ceilings: {
    /** Whether each is an answer, or the lowest is, or whose that is. */
    readonly asked: "all" | "budget" | "who";
    readonly rows: readonly (Backer & {
      /** Of the member; none where the offer is the whole party's. */
      readonly weight?: number | undefined;
      readonly offer: number;
      /** The party's share of any budget, and what is the member's. */
      readonly partyShare: number;
      readonly share: number;
    })[];
    /** Of the weights. */
    readonly sum?: number | undefined;
    readonly result: readonly (number | Problem)[];
  };
  /** The lowest ceiling; as a budget, or as whose it is, counted from 1. */
  lowest: {
    readonly asked: "budget" | "who";
    readonly ceiling: number;
    /** All who have that ceiling, in their order. */
    readonly whose: readonly Backer[];
    readonly result: number;
  };
  /** A ceiling rounded down; `mended` where twelve digits made good a unit that noise took. */
  roundedDown: {
    readonly got: number;
    readonly unit: number;
    readonly mended: boolean;
    readonly result: number;
  };
  /** A budget of which rounding asks someone for a unit more than the offer: the next lower one is tried. */
  askedTooMuch: {
    readonly total: number;
    readonly whose: Backer;
    readonly asked: number;
    readonly offer: number;
    readonly unit: number;
    readonly result: number;
  };
  /** What everyone pays, and the sum. */
  contributions: {
    readonly rows: readonly { readonly party: Party; readonly paid: number }[];
    readonly result: number;
  };
  /** What a party pays less its share of the sum. */
  deviation: {
    readonly party: Party;
    readonly paid: number;
    readonly total: number;
    readonly share: number;
    readonly due: number;
    readonly deviation: number;
    readonly tolerance: number;
    readonly result: number;
  };
  /** The amount before the first year. */
  start: { readonly result: number };
  /** A year's growth; `cap` where it is met. */
  grown: {
    /** From 1. */
    readonly year: number;
    readonly from: number;
    readonly rate: number;
    readonly grown: number;
    readonly cap?: number | undefined;
    readonly isCapped: boolean;
    readonly result: number;
  };
  /** How many increases; the values after one less, and after so many. */
  yearsToCap: {
    readonly amount: number;
    readonly rate: number;
    readonly cap: number;
    readonly before?: number | undefined;
    readonly reached: number;
    readonly result: number;
  };
  rateToCap: { readonly amount: number; readonly cap: number; readonly years: number; readonly result: number };
  /** What is left of the appropriation when every union has its base grant. */
  baseGrants: {
    readonly appropriation: number;
    readonly unions: number;
    readonly baseGrant: number;
    readonly result: number;
  };
  /** The rest, by need and by population. */
  pots: {
    readonly rest: number;
    readonly needWeight: number;
    readonly needTotal: number;
    readonly populationTotal: number;
    readonly need: number;
    readonly population: number;
    /** Whether the totals are the table's own. */
    readonly isComplete: boolean;
    readonly result: number;
  };
  /** Each union's exact maximum; 0 for a row that is no union. */
  maxima: Pick<Steps["pots"], "need" | "needTotal" | "population" | "populationTotal"> & {
    readonly baseGrant: number;
    readonly rows: readonly {
      readonly isUnion: boolean;
      readonly need: number;
      readonly needPart: number;
      readonly population: number;
      readonly populationPart: number;
    }[];
    readonly result: readonly number[];
  };
  /** The lower of request and maximum, less the reduction. */
  entitlements: {
    readonly rows: readonly { readonly requested: number; readonly maximum: number; readonly reduction: number }[];
    readonly result: readonly number[];
  };
  /** Last year's grant less the most it may fall, at most the request; 0 for a union with a reduction. */
  floors: {
    readonly rows: readonly {
      readonly previous: number;
      readonly maxDecrease: number;
      readonly kept: number;
      readonly requested: number;
      readonly isReduced: boolean;
    }[];
    readonly result: readonly number[];
  };
  /** The higher of entitlement and floor. */
  wished: {
    readonly rows: readonly { readonly entitlement: number; readonly floor: number }[];
    readonly result: readonly number[];
  };
  /** What is left of the appropriation when everyone has that; below 0 it is too little. */
  balance: { readonly appropriation: number; readonly wished: number; readonly result: number };
  /** The entitlements by one factor, floors kept. */
  scaled: {
    /** What is there for those above their floors, and their entitlements together. */
    readonly available: number;
    readonly entitled: number;
    readonly factor: number;
    readonly rows: readonly {
      readonly entitlement: number;
      readonly scaled: number;
      readonly floor: number;
      readonly isAtFloor: boolean;
    }[];
    readonly result: readonly number[];
  };
  /** The floors by one factor, where they alone are too much. */
  floorsScaled: {
    readonly appropriation: number;
    readonly floors: number;
    readonly factor: number;
    readonly rows: readonly { readonly floor: number }[];
    readonly result: readonly number[];
  };
  /** What is left, to those who requested more. */
  handedOut: {
    readonly left: number;
    /**
     * What remains for those who do not get the whole request, and their maxima together, by which they share it;
     * none where everyone gets all.
     */
    readonly shared?: { readonly money: number; readonly maxima: number } | undefined;
    readonly rows: readonly {
      readonly had: number;
      /** How much more was requested; 0 for one who may not have more. */
      readonly room: number;
      readonly maximum: number;
      /** Gets the whole request. */
      readonly isMet: boolean;
    }[];
    readonly result: readonly number[];
  };
  /** The grants in whole units that together are the money rounded down, nobody above the request. */
  grantUnits: {
    readonly whole: number;
    readonly unit: number;
    readonly rows: readonly (Pick<ApportionedRow, "share" | "down" | "remainder" | "extra"> & {
      /** The request, rounded down. */
      readonly most: number;
    })[];
    /** How many units were left, and how many of them found no place. */
    readonly left: number;
    readonly unplaced: number;
    readonly result: readonly number[];
  };
  /** The sum less a base grant for each union but one. */
  merged: {
    readonly grants: readonly number[];
    /** How many they are; a grant of 0 is no union. */
    readonly unions: number;
    readonly sum: number;
    readonly baseGrant: number;
    readonly result: number;
  };
  /** Own capital by the step that the whole income is in. */
  wholeIncome: {
    readonly income: number;
    readonly above: number;
    readonly upTo: number | undefined;
    readonly rate: number;
    readonly result: number;
  };
  /** Own capital slice by slice. */
  slices: {
    readonly income: number;
    readonly rows: readonly {
      readonly above: number;
      readonly upTo: number;
      readonly rate: number;
      readonly part: number;
    }[];
    readonly result: number;
  };
  /** A dated value; an amount in the unit asked for, with what it is in kronor. */
  parameter: {
    readonly name: PublicName;
    readonly year: number;
    readonly from: number;
    readonly to?: number | undefined;
    /** A share, or kronor. */
    readonly value: number;
    readonly unit: "share" | "kr" | "tkr" | "mnkr";
    readonly result: number;
  };
  /** Where a dated value is read. */
  cited: {
    readonly name: PublicName;
    readonly year: number;
    readonly from: number;
    readonly to?: number | undefined;
    readonly result: string;
  };
}

export interface ApportionedRow {
  readonly party?: Party | undefined;
  readonly weight?: number | undefined;
  /** Exactly, before rounding. */
  readonly share: number;
  readonly down: number;
  readonly remainder: number;
  /** How many of the units left it got. */
  readonly extra: number;
}

/** Who offers: a party, or a member of one, counted from 0. */
export interface Backer {
  readonly party: Party;
  readonly member?: number | undefined;
}

export interface Given {
  readonly party: Party;
  readonly amount: number;
  readonly total: number;
}

export type StepCode = keyof Steps;

export type Step<Code extends StepCode = StepCode> = {
  readonly [C in Code]: { readonly code: C; readonly where: Where; readonly ground: Ground } & Steps[C];
}[Code];

/** What reports steps that have their place and their ground in common; a step can have more of its own. */
export type Report = <Code extends StepCode>(code: Code, data: Steps[Code], about?: Where & Ground) => void;

export function reporter(trace: Trace, where: Where, ground: Ground): Report {
  return (code, data, { sources = ground.sources, open = ground.open, ...place } = {}) =>
    trace({ code, where: { ...where, ...place }, ground: { sources, open }, ...data } as unknown as Step);
}

/** One place of a result that has the shape of what was given. */
export function placeOf(row: number, column: number): Where {
  return { lines: [row, row], years: [column, column] };
}

/** Whether a step leads to the result of a line and a year; where one of them is not said, to that of any. */
export function leadsTo({ where: { lines, each, years } }: Step, line?: number, year?: number): boolean {
  return isWithin(line, lines) && (!each || each.some((span) => isWithin(line, span))) && isWithin(year, years);
}

/** Which row of a step is about a line. */
export function rowOf({ where: { lines, each } }: Step, line: number): number {
  return each ? each.findIndex((span) => isWithin(line, span)) : line - (lines?.[0] ?? 0);
}

function isWithin(index: number | undefined, span: Span | undefined): boolean {
  return index === undefined || span === undefined || (index >= span[0] && index <= span[1]);
}

/** What a step ends in for a line. */
export function figureOf(step: Step, line: number): number | string | Problem | undefined {
  const { result } = step;
  return typeof result === "object" ? result[rowOf(step, line)] : result;
}
