/*
 * Requests of every function, at random but fit to be answered: years across and down, keys with zeros and equal
 * weights, rounding and none. For what must hold whatever is asked.
 */
import fc, { type Arbitrary } from "fast-check";
import { allocate, type AllocateRequest } from "../../src/core/allocate";
import { check } from "../../src/core/check";
import { equityLimit } from "../../src/core/equityLimit";
import { escalate } from "../../src/core/escalate";
import { merge } from "../../src/core/merge";
import { binding, ceilings, feasible } from "../../src/core/offers";
import { param, publicNames, source } from "../../src/core/param";
import type { Problem } from "../../src/core/problem";
import { split, type SplitRequest } from "../../src/core/split";
import { stateGrant } from "../../src/core/stateGrant";
import { stateMax } from "../../src/core/stateMax";
import { rateToCap, yearsToCap } from "../../src/core/toCap";
import { total } from "../../src/core/total";
import type { Trace } from "../../src/core/trace";

export type Answer = readonly (readonly (number | string | Problem)[])[];

export interface Asked<Request = any> {
  readonly compute: (request: Request, trace?: Trace) => Answer;
  readonly request: Arbitrary<Request>;
}

export const down = (values: readonly number[]) => values.map((value) => [value]);
export const across = (values: readonly number[]) => [[...values]];

const at15 = (x: number) => Number(x.toPrecision(15));
const amount = fc.oneof(
  fc.integer({ min: 0, max: 100_000 }),
  fc.double({ min: 0, max: 1e7, noNaN: true }).map((x) => Number(x.toFixed(2))),
  fc.double({ min: 0.01, max: 1e6, noNaN: true }).map(at15),
);
const above0 = amount.map((x) => x + 1);
const signed = fc.tuple(amount, fc.boolean()).map(([x, isNegative]) => (isNegative ? -x : x) + 0);
const unit = fc.constantFrom(undefined, 0, 1, 1, 10, 100, 0.01, 0.5);
const weight = fc.oneof(
  fc.nat(200_000),
  // Equal weights have equal remainders.
  fc.constantFrom(0, 1, 1, 2, 3),
  fc.double({ min: 0.01, max: 100, noNaN: true }).map(at15),
);
const weights = fc.array(weight, { minLength: 1, maxLength: 12 }).filter((list) => list.some((value) => value > 0));
const direction = fc.constantFrom(down, across);
const list = (values: Arbitrary<number[]>) => fc.tuple(values, direction).map(([of, lies]) => lies(of));
const years = (of: Arbitrary<number>) => list(fc.array(of, { minLength: 1, maxLength: 4 }));
const table = (of: Arbitrary<number>, rows: number, columns: number) =>
  fc.array(fc.array(of, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows });
const rate = fc.constantFrom(0.1, 0.05, 0, -0.1, 0.0123456789012345, 0.2);
const withoutRegion = fc.constantFrom(undefined, false, true);
const method = fc.constantFrom(undefined, "largestRemainder", "sainteLague");

const splits = fc
  .record({
    amount: years(signed),
    weights: fc.option(list(weights), { nil: undefined }),
    unit,
    basis: fc.constantFrom(undefined, "total", "state", "region", "municipal"),
    regions: fc.option(list(weights), { nil: undefined }),
    withoutRegion,
  } satisfies Record<keyof SplitRequest, Arbitrary<unknown>>)
  .map((request) =>
    request.withoutRegion
      ? { ...request, regions: undefined, basis: request.basis === "region" ? undefined : request.basis }
      : request,
  ) as Arbitrary<SplitRequest>;

/** A key with one column per year, beside keys for all years. */
const allocations = fc.oneof(
  fc.record({ amount: years(signed), weights: list(weights), unit, method }),
  fc.tuple(fc.array(signed, { minLength: 2, maxLength: 3 }), unit, method).chain(([amounts, step, by]) =>
    table(
      weight.map((x) => x + 1),
      4,
      amounts.length,
    ).map((keys) => {
      return { amount: across(amounts), weights: keys, unit: step, method: by };
    }),
  ),
) as Arbitrary<AllocateRequest>;

const offers = fc
  .record({
    years: fc.integer({ min: 1, max: 3 }),
    members: fc.integer({ min: 1, max: 6 }),
    regions: fc.integer({ min: 1, max: 2 }),
    hasKey: fc.boolean(),
    withoutRegion,
    unit,
  })
  .chain(({ years: count, members, regions, hasKey, withoutRegion: alone, unit: step }) =>
    fc.record({
      stateOffer: table(amount, 1, count),
      regionOffer: alone ? fc.constant(undefined) : table(amount, regions, count),
      municipalOffers: table(amount, members, count),
      weights: hasKey
        ? fc
            .array(weight, { minLength: members, maxLength: members })
            .filter((key) => key.some((value) => value > 0))
            .map(down)
        : fc.constant(undefined),
      withoutRegion: fc.constant(alone),
      unit: fc.constant(step),
    }),
  );

const checks = fc
  .tuple(fc.integer({ min: 1, max: 3 }), withoutRegion, fc.constantFrom(undefined, 0, 1, 50))
  .chain(([count, alone, tolerance]) =>
    fc.record({
      state: table(amount, 1, count),
      region: alone ? fc.constant(undefined) : table(amount, 2, count),
      municipal: table(amount, 3, count),
      tolerance: fc.constant(tolerance),
      withoutRegion: fc.constant(alone),
    }),
  );

const plans = fc.record({
  amount: years(signed),
  rate: rate.map((x) => [[x]]),
  years: fc.integer({ min: 1, max: 8 }),
  cap: fc.option(
    above0.map((x) => [[x]]),
    { nil: undefined },
  ),
  unit,
  includeStart: fc.boolean(),
});

const elements = (of: Arbitrary<number>) =>
  fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
    .chain(([rows, columns]) => table(of, rows, columns));
const one = (of: Arbitrary<number>) => of.map((value) => [[value]]);

const distributions = fc
  .tuple(fc.integer({ min: 1, max: 8 }), fc.boolean(), unit, fc.constantFrom(undefined, 0, 0.5, 0.75, 1), direction)
  .chain(([unions, isComplete, step, needWeight, lies]) =>
    fc
      .tuple(
        fc.array(fc.constantFrom(0, 1, 2.5, 1.62), { minLength: unions, maxLength: unions }),
        fc.array(fc.nat(200_000), { minLength: unions, maxLength: unions }),
        fc.constantFrom(0, 400),
        above0,
      )
      .map(([needs, populations, baseGrant, more]) => {
        // A table of nothing but blanks has no country to share in.
        const need = needs.map((value, i) => (i === 0 ? value + 1 : value));
        const population = populations.map((value, i) => (i === 0 ? value + 1 : value));
        const totals = { needTotal: 100, populationTotal: 6_000_000, unions: 80 };
        return {
          appropriation: 80 * baseGrant + more,
          need: lies(need),
          population: lies(population),
          baseGrant,
          needWeight,
          unit: step,
          ...(isComplete ? {} : totals),
        };
      }),
  );

const grants = fc.tuple(fc.integer({ min: 1, max: 8 }), direction).chain(([unions, lies]) => {
  const each = (of: Arbitrary<number>) => fc.array(of, { minLength: unions, maxLength: unions }).map(lies);
  const money = fc.oneof(fc.nat(5_000), fc.constantFrom(0, 1000, 2000, 2500.5));
  return fc.record({
    maximum: each(money),
    requested: each(money),
    previous: each(money),
    appropriation: fc.integer({ min: 1, max: unions * 4_000 }),
    maxDecrease: fc.constantFrom(undefined, [[0.1]], [[0]], [[1]]),
    reduction: fc.option(each(fc.constantFrom(0, 0, 0, 300)), { nil: undefined }),
    unit,
  });
});

const name = fc.constantFrom(...publicNames);
const year = elements(fc.integer({ min: 2004, max: 2030 }));

/** Every function by its name in a formula. */
export const functions: Readonly<Record<string, Asked>> = {
  SPLIT: { compute: split, request: splits },
  TOTAL: {
    compute: total,
    request: fc.record({
      contribution: elements(signed),
      basis: fc.constantFrom("total", "state", "region", "municipal"),
    }),
  },
  ALLOCATE: { compute: allocate, request: allocations },
  CEILINGS: { compute: ceilings, request: offers },
  FEASIBLE: { compute: feasible, request: offers },
  BINDING: { compute: binding, request: offers },
  CHECK: { compute: check, request: checks },
  ESCALATE: { compute: escalate, request: plans },
  YEARSTOCAP: {
    compute: yearsToCap,
    request: fc.record({ amount: elements(amount), rate: one(rate), cap: one(above0) }),
  },
  RATETOCAP: {
    compute: rateToCap,
    request: fc.record({ amount: elements(above0), cap: one(above0), years: one(fc.integer({ min: 1, max: 30 })) }),
  },
  STATEMAX: { compute: stateMax, request: distributions },
  STATEGRANT: { compute: stateGrant, request: grants },
  MERGE: {
    compute: merge,
    request: fc.record({
      grants: table(
        above0.map((x) => x + 400),
        3,
        1,
      ),
      baseGrant: fc.constantFrom(0, 400),
    }),
  },
  EQUITYLIMIT: {
    compute: equityLimit,
    request: fc.record({
      income: elements(fc.nat(20_000)),
      steps: fc.constantFrom(
        [[0, 0.2]],
        [
          [0, 0.2],
          [7000, 0],
        ],
        [
          [0, 0.2],
          [7000, 0.15],
          [12_000, 0.1],
        ],
      ),
      marginal: fc.boolean(),
    }),
  },
  PARAM: { compute: param, request: fc.record({ name, year, unit: fc.constantFrom(undefined, "kr", "tkr", "mnkr") }) },
  SOURCE: { compute: source, request: fc.record({ name, year }) },
};
