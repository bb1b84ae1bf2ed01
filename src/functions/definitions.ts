/*
 * What each custom function accepts, argument by argument in Excel's order, and the core function that answers.
 * Core's requests have the same names, so a function is joined to its rule here and nowhere else.
 */
import { allocate } from "../core/allocate";
import type { Method } from "../core/apportion";
import { check } from "../core/check";
import { equityLimit } from "../core/equityLimit";
import { escalate } from "../core/escalate";
import { merge } from "../core/merge";
import { binding, ceilings, feasible } from "../core/offers";
import { param, source, type AmountUnit, type PublicName } from "../core/param";
import type { Argument, Problem } from "../core/problem";
import type { Basis } from "../core/shares";
import { split } from "../core/split";
import { stateGrant } from "../core/stateGrant";
import { stateMax } from "../core/stateMax";
import { rateToCap, yearsToCap } from "../core/toCap";
import { total } from "../core/total";
import type { Trace } from "../core/trace";
import { amountUnitWords, basisWords, methodWords, parameterWords } from "../i18n/choices";
import { logical, number, numbers, optional, text, type Reader } from "./read";

/** A grid for Excel: where something does not exist, a Problem stands in its place. */
export type Answer = readonly (readonly (number | string | Problem)[])[];

export interface Definition {
  /** The arguments in Excel's order, and how each is read. */
  readonly readers: readonly (readonly [Argument, Reader<unknown>])[];
  readonly compute: (request: never, trace?: Trace) => Answer;
}

/** Ties readers to the request they make, so that a wrong or forgotten one does not compile. */
function define<Request extends object>(
  readers: { readonly [Name in keyof Required<Request>]: Reader<Request[Name]> },
  compute: (request: Request, trace?: Trace) => Answer,
): Definition {
  return { readers: Object.entries(readers) as [Argument, Reader<unknown>][], compute };
}

const basis = text<Basis>(basisWords);
const method = text<Method>(methodWords);
const amountUnit = text<AmountUnit>(amountUnitWords);
const parameterName = text<PublicName>(parameterWords);

export const SPLIT = define(
  {
    amount: numbers,
    weights: optional(numbers),
    unit: optional(number),
    basis: optional(basis),
    regions: optional(numbers),
    withoutRegion: optional(logical),
  },
  split,
);

export const TOTAL = define({ contribution: numbers, basis, withoutRegion: optional(logical) }, total);

export const ALLOCATE = define(
  { amount: numbers, weights: numbers, unit: optional(number), method: optional(method) },
  allocate,
);

const offers = {
  stateOffer: numbers,
  regionOffer: optional(numbers),
  municipalOffers: numbers,
  weights: optional(numbers),
  withoutRegion: optional(logical),
};

export const CEILINGS = define(offers, ceilings);

export const FEASIBLE = define({ ...offers, unit: optional(number) }, feasible);

export const BINDING = define(offers, binding);

export const CHECK = define(
  {
    state: numbers,
    region: optional(numbers),
    municipal: numbers,
    tolerance: optional(number),
    withoutRegion: optional(logical),
  },
  check,
);

export const ESCALATE = define(
  {
    amount: numbers,
    rate: numbers,
    years: optional(number),
    cap: optional(numbers),
    unit: optional(number),
    includeStart: optional(logical),
  },
  escalate,
);

export const YEARSTOCAP = define({ amount: numbers, rate: numbers, cap: numbers }, yearsToCap);

export const RATETOCAP = define({ amount: numbers, cap: numbers, years: numbers }, rateToCap);

export const STATEMAX = define(
  {
    appropriation: number,
    need: numbers,
    population: numbers,
    baseGrant: number,
    needWeight: optional(number),
    unit: optional(number),
    needTotal: optional(number),
    populationTotal: optional(number),
    unions: optional(number),
  },
  stateMax,
);

export const STATEGRANT = define(
  {
    maximum: numbers,
    requested: numbers,
    previous: numbers,
    appropriation: number,
    maxDecrease: optional(numbers),
    reduction: optional(numbers),
    unit: optional(number),
  },
  stateGrant,
);

export const MERGE = define({ grants: numbers, baseGrant: number }, merge);

export const EQUITYLIMIT = define({ income: numbers, steps: numbers, marginal: optional(logical) }, equityLimit);

export const PARAM = define({ name: parameterName, year: numbers, unit: optional(amountUnit) }, param);

export const SOURCE = define({ name: parameterName, year: numbers }, source);
