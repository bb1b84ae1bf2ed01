import fc from "fast-check";
import { binding, ceilings, feasible, type OffersRequest } from "../../src/core/offers";
import { Problem } from "../../src/core/problem";
import { split } from "../../src/core/split";
import { problemOf } from "./problems";

const one = (value: number) => [[value]];
const down = (...values: number[]) => values.map((value) => [value]);
/** 2019: the state offers its maximum, the region and Vaggeryd 20 % more, the other municipalities stay. */
const abstention: OffersRequest = {
  stateOffer: one(5486),
  regionOffer: one(1821.6),
  municipalOffers: down(1397, 145.2),
  weights: down(1397, 121),
};

describe("CEILINGS: what each offer could carry", () => {
  test.each<[string, OffersRequest, unknown[][]]>([
    ["2019: the other municipalities stay", abstention, down(10972, 7286.4, 6072, 7286.4)],
    ["the key may lie across", { ...abstention, weights: [[1397, 121]] }, down(10972, 7286.4, 6072, 7286.4)],
    ["without a key the municipalities are pooled", { ...abstention, weights: undefined }, down(10972, 7286.4, 6168.8)],
    [
      "several regions are pooled",
      { ...abstention, regionOffer: down(1000, 821.6) },
      down(10972, 7286.4, 6072, 7286.4),
    ],
    ["5 a §: no region", { stateOffer: one(100), municipalOffers: one(60), withoutRegion: true }, down(200, 120)],
    [
      "5 a §: a blank for the region",
      { stateOffer: one(100), regionOffer: down(0, 0), municipalOffers: one(60), withoutRegion: true },
      down(200, 120),
    ],
    [
      "years across",
      { stateOffer: [[100, 40]], regionOffer: [[30, 30]], municipalOffers: [[20, 30]] },
      [
        [200, 80],
        [120, 120],
        [80, 120],
      ],
    ],
    [
      "one column serves all years",
      { stateOffer: [[100, 40]], regionOffer: one(30), municipalOffers: down(15, 5) },
      [
        [200, 80],
        [120, 120],
        [80, 80],
      ],
    ],
    ["an offer of nothing", { stateOffer: one(0), regionOffer: one(1), municipalOffers: one(1) }, down(0, 4, 4)],
  ])("%s", (_, request, expected) => expect(ceilings(request)).toEqual(expected));

  test("a municipality with weight 0 has none", () => {
    const rows = ceilings({ ...abstention, municipalOffers: down(1397, 0), weights: down(1, 0) });
    expect(rows[3]![0]).toMatchObject({
      code: "neverBinds",
      data: { argument: "weights", place: { row: 2 } },
      isAbsence: true,
    });
  });
  test("its place in a key that lies across is its column", () => {
    const rows = ceilings({ ...abstention, municipalOffers: down(1397, 0), weights: [[1, 0]] });
    expect(rows[3]![0]).toMatchObject({ data: { place: { row: 1, column: 2 } } });
  });
});

describe("FEASIBLE and BINDING: the smallest willingness sets the budget", () => {
  test.each<[string, OffersRequest & { unit?: number }, number[][], number[][]]>([
    ["2019: the budget stays, and the first municipality binds", abstention, one(6072), one(3)],
    ["the state binds", { ...abstention, stateOffer: one(3000) }, one(6000), one(1)],
    ["the region binds", { ...abstention, regionOffer: one(1500) }, one(6000), one(2)],
    ["the first on a tie", { stateOffer: one(50), regionOffer: one(25), municipalOffers: one(25) }, one(100), one(1)],
    [
      "5 a §: municipalities are the second row",
      { stateOffer: one(100), municipalOffers: one(60), withoutRegion: true },
      one(120),
      one(2),
    ],
    [
      "weight 0 is passed over, even with an offer of nothing",
      { ...abstention, municipalOffers: down(1397, 0), weights: down(1, 0) },
      one(5588),
      one(3),
    ],
    [
      "a year each",
      { stateOffer: [[100, 40]], regionOffer: [[30, 30]], municipalOffers: [[20, 30]] },
      [[80, 80]],
      [[3, 1]],
    ],
    [
      "the unit rounds down",
      { stateOffer: one(100), regionOffer: one(100), municipalOffers: one(24.99), unit: 1 },
      one(99),
      one(3),
    ],
    [
      "hundreds",
      { stateOffer: one(99), regionOffer: one(100), municipalOffers: one(100), unit: 100 },
      one(100),
      one(1),
    ],
    [
      "an offer that another formula computed with noise does not lose a unit",
      {
        stateOffer: one(100),
        regionOffer: one(100),
        municipalOffers: down(33.3333333333333, 66.6666666666666),
        weights: down(1, 2),
        unit: 1,
      },
      one(200),
      one(1),
    ],
  ])("%s", (_, request, total, row) => {
    expect(feasible(request)).toEqual(total);
    expect(binding(request)).toEqual(row);
  });
  test("one unit less where rounding the quarter and then its parts would ask for more than a unit too much", () => {
    // The quarter of 7 is 1.75, rounded to 2; 52 % of it are 1.04, and the small ones all have less of a fraction.
    const weights = down(52, ...Array<number>(24).fill(2));
    const municipalOffers = weights.map(([weight]) => [(weight! * 1.75) / 100]);
    const request = { stateOffer: one(1000), regionOffer: one(1000), municipalOffers, weights };
    expect(feasible(request)).toEqual(one(7));
    expect(split({ amount: one(7), weights, unit: 1 })[2]).toEqual([2]);
    expect(feasible({ ...request, unit: 1 })).toEqual(one(6));
  });
  test("ceilings alike to 12 digits are a tie", () => {
    const request = { stateOffer: one(50), regionOffer: one(24.9999999999999), municipalOffers: one(25) };
    expect(binding(request)).toEqual(one(1));
    expect(feasible({ ...request, unit: 1 })).toEqual(one(100));
  });
});

describe("refused are", () => {
  test.each<[string, OffersRequest & { unit?: number }, object]>([
    [
      "a negative offer",
      { ...abstention, municipalOffers: down(1, -1) },
      { code: "negative", data: { argument: "municipalOffers", place: { row: 2 } } },
    ],
    [
      "a negative offer from the state",
      { ...abstention, stateOffer: one(-1) },
      { code: "negative", data: { argument: "stateOffer" } },
    ],
    [
      "a negative offer from the region",
      { ...abstention, regionOffer: one(-1) },
      { code: "negative", data: { argument: "regionOffer" } },
    ],
    ["a negative weight", { ...abstention, weights: down(1, -1) }, { code: "negative", data: { argument: "weights" } }],
    ["weights that are all zero", { ...abstention, weights: down(0, 0) }, { code: "allZero" }],
    [
      "a key of other members",
      { ...abstention, weights: down(1, 2, 3) },
      { code: "membersDisagree", data: { argument: "weights", got: 3, other: "municipalOffers", expected: 2 } },
    ],
    [
      "a key with years",
      {
        ...abstention,
        weights: [
          [1, 2],
          [3, 4],
        ],
      },
      { code: "notAList" },
    ],
    [
      "years that disagree",
      { ...abstention, stateOffer: [[1, 2, 3]], regionOffer: [[1, 2]] },
      { code: "columnsDisagree", data: { argument: "regionOffer", got: 2, other: "stateOffer", expected: 3 } },
    ],
    [
      "no region's offer where one takes part",
      { ...abstention, regionOffer: undefined },
      { code: "missing", data: { argument: "regionOffer" } },
    ],
    [
      "a region's offer where none takes part",
      { ...abstention, withoutRegion: true },
      { code: "regionDoesNotTakePart", data: { argument: "regionOffer" } },
    ],
  ])("%s", (_, request, problem) => {
    for (const ask of [ceilings, feasible, binding]) expect(problemOf(() => ask(request))).toMatchObject(problem);
  });
  test("more than 200 years", () => {
    const years = [Array<number>(201).fill(1)];
    const request = { stateOffer: one(1), regionOffer: one(1), municipalOffers: years };
    for (const ask of [ceilings, feasible, binding]) {
      expect(problemOf(() => ask(request))).toMatchObject({
        code: "tooManyYears",
        data: { argument: "municipalOffers" },
      });
    }
  });
  test("a negative unit", () => expect(problemOf(() => feasible({ ...abstention, unit: -1 })).code).toBe("negative"));
  test("more units than 2^53, naming the offers", () => {
    expect(problemOf(() => feasible({ ...abstention, unit: 1e-15 }))).toMatchObject({
      code: "tooManyUnits",
      data: { argument: "unit" },
    });
  });
  test("nothing where somebody offers the largest number there is, meaning no limit", () => {
    const request = { stateOffer: one(9.99e307), regionOffer: one(25), municipalOffers: one(30) };
    expect(binding(request)).toEqual(one(2));
    expect(feasible(request)).toEqual(one(100));
    expect(feasible({ ...request, unit: 1 })).toEqual(one(100));
  });
  test("a large budget by more than the one unit that noise may have taken", () => {
    const request = { stateOffer: one(2_000_000_000_006), regionOffer: one(1e15), municipalOffers: one(1e15), unit: 1 };
    expect(feasible(request)[0]![0]).toBe(4_000_000_000_012);
  });
});

describe("whatever the offers", () => {
  const offer = fc.integer({ min: 0, max: 1_000_000 }).map((öre) => öre / 100);
  const municipality = fc.record({ offer, weight: fc.integer({ min: 0, max: 200_000 }) });
  const request = fc
    .record({ state: offer, region: offer, municipalities: fc.array(municipality, { minLength: 1, maxLength: 12 }) })
    .filter(({ municipalities }) => municipalities.some(({ weight }) => weight > 0))
    .map(({ state, region, municipalities }) => ({
      stateOffer: one(state),
      regionOffer: one(region),
      municipalOffers: down(...municipalities.map((m) => m.offer)),
      weights: down(...municipalities.map((m) => m.weight)),
    }));
  const offersOf = (r: { stateOffer: number[][]; regionOffer: number[][]; municipalOffers: number[][] }) =>
    [...r.stateOffer, ...r.regionOffer, ...r.municipalOffers].map(([value]) => value!);
  const asked = (total: number, weights: number[][], unit = 0) =>
    split({ amount: one(total), weights, unit }).map(([value]) => value!);
  const weightOf = (r: { weights: number[][] }, row: number) => (row < 2 ? 1 : r.weights[row - 2]![0]!);

  test("unrounded, the budget asks nobody for more than the offer", () => {
    fc.assert(
      fc.property(request, (r) => {
        const [[total]] = feasible(r) as [[number]];
        return asked(total, r.weights).every(
          (part, i) => weightOf(r, i) === 0 || part <= offersOf(r)[i]! * (1 + 1e-11),
        );
      }),
    );
  });
  test("any larger budget asks the one who binds for more than the offer", () => {
    fc.assert(
      fc.property(request, (r) => {
        const [[total]] = feasible(r) as [[number]];
        const [[row]] = binding(r) as [[number]];
        return asked(total * 1.001 + 0.01, r.weights)[row - 1]! > offersOf(r)[row - 1]!;
      }),
    );
  });
  test("with a unit it asks nobody for a unit more than the offer", () => {
    fc.assert(
      fc.property(request, fc.constantFrom(1, 10, 100), (r, unit) => {
        const [[total]] = feasible({ ...r, unit }) as [[number]];
        return asked(total, r.weights, unit).every((part, i) => part < offersOf(r)[i]! + unit);
      }),
    );
  });
  test("with a unit it is the lowest ceiling rounded down, or at most a unit less", () => {
    fc.assert(
      fc.property(request, fc.constantFrom(1, 10, 100), (r, unit) => {
        const [[total]] = feasible({ ...r, unit }) as [[number]];
        const [[ceiling]] = feasible(r) as [[number]];
        return total <= ceiling * (1 + 1e-11) && total > ceiling * (1 - 1e-11) - 2 * unit;
      }),
    );
  });
  test("BINDING is the row of the lowest ceiling, which is FEASIBLE", () => {
    fc.assert(
      fc.property(request, (r) => {
        const [[row]] = binding(r) as [[number]];
        const all = ceilings(r).map(([value]) => (value instanceof Problem ? Infinity : (value as number)));
        const [[total]] = feasible(r) as [[number]];
        return all[row - 1] === total && Math.min(...all) >= total * (1 - 1e-11);
      }),
    );
  });
});
