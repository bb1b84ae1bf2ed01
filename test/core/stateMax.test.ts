import fc from "fast-check";
import { stateMax, type StateMaxRequest } from "../../src/core/stateMax";
import { problemOf } from "./problems";

const down = (...values: number[]) => values.map((value) => [value]);
const three = {
  appropriation: 10_000,
  need: down(60, 30, 10),
  population: down(50_000, 30_000, 20_000),
  baseGrant: 400,
};
const one = { appropriation: 339_000, need: [[1.62]], population: [[1.61]], baseGrant: 400 };
const country = { needTotal: 100, populationTotal: 100, unions: 80 };

describe("STATEMAX is a base grant and the rest by need and population", () => {
  test.each<[string, StateMaxRequest, number[][]]>([
    ["a complete table", three, down(5460, 3040, 1500)],
    ["unions across", { ...three, need: [[60, 30, 10]], population: [[50_000, 30_000, 20_000]] }, [[5460, 3040, 1500]]],
    ["need alone", { ...three, needWeight: 1 }, down(5680, 3040, 1280)],
    ["population alone", { ...three, needWeight: 0 }, down(4800, 3040, 2160)],
    ["need alone needs no population", { ...three, needWeight: 1, population: down(0, 0, 0) }, down(5680, 3040, 1280)],
    ["one union of the country", { ...one, ...country, unit: 1 }, [[5366]]],
    ["one union of the country, unrounded", { ...one, ...country }, [[5365.725]]],
    [
      "a row without need and population is no union",
      { ...three, need: down(60, 0, 40), population: down(5, 0, 5) },
      down(5690, 0, 4310),
    ],
    [
      "a row with need alone is one",
      { appropriation: 1000, need: down(1, 1), population: down(1, 0), baseGrant: 100 },
      down(600, 400),
    ],
    ["no base grant", { ...three, baseGrant: 0 }, down(5750, 3000, 1250)],
    ["base grants that use everything", { ...three, appropriation: 1200 }, down(400, 400, 400)],
    [
      "base grants alone need no need and population weights",
      { ...three, appropriation: 800, need: down(1, 0, 0), population: down(0, 1, 0) },
      down(400, 400, 0),
    ],
    [
      "a complete table in whole units adds up to the appropriation rounded down",
      { appropriation: 1000.9, need: down(1, 1, 1), population: down(1, 1, 1), baseGrant: 0, unit: 1 },
      down(334, 333, 333),
    ],
    ["whole mnkr in tkr", { ...three, unit: 1000 }, down(5000, 3000, 2000)],
  ])("%s", (_, request, expected) => expect(stateMax(request)).toEqual(expected));
});

describe("rounding in STATEMAX", () => {
  const halves = { appropriation: 10, need: down(1, 1), population: down(1, 1), baseGrant: 0.4 };
  const two = { needTotal: 4, populationTotal: 4, unions: 4 };
  test("a table of some unions rounds each by itself", () => {
    // 0.4 + (10 − 1.6) / 4 = 2.5
    expect(stateMax({ ...halves, ...two })).toEqual(down(2.5, 2.5));
    expect(stateMax({ ...halves, ...two, unit: 1 })).toEqual(down(3, 3));
  });
  test("a step below one", () => {
    expect(stateMax({ ...halves, ...two, unit: 0.2 })).toEqual(down(2.6, 2.6));
    expect(
      stateMax({ appropriation: 1, need: down(1, 1, 1), population: down(1, 1, 1), baseGrant: 0, unit: 0.25 }),
    ).toEqual(down(0.5, 0.25, 0.25));
  });
});

describe("STATEMAX refuses", () => {
  test.each<[string, StateMaxRequest, object]>([
    [
      "negative need",
      { ...three, need: down(60, -1, 10) },
      { code: "negative", data: { argument: "need", place: { row: 2 } } },
    ],
    [
      "negative population",
      { ...three, population: down(-1, 1, 1) },
      { code: "negative", data: { argument: "population" } },
    ],
    ["a negative base grant", { ...three, baseGrant: -1 }, { code: "negative", data: { argument: "baseGrant" } }],
    ["ranges of different sizes", { ...three, population: down(1, 2) }, { code: "sizesDisagree" }],
    [
      "a table",
      {
        ...three,
        need: [
          [1, 2],
          [3, 4],
        ],
        population: [
          [1, 2],
          [3, 4],
        ],
      },
      { code: "notAList" },
    ],
    [
      "a weight above 1",
      { ...three, needWeight: 75 },
      { code: "outside", data: { argument: "needWeight", got: 75, min: 0, max: 1 } },
    ],
    ["a weight below 0", { ...three, needWeight: -0.1 }, { code: "outside" }],
    ["needs that are all zero", { ...three, need: down(0, 0, 0) }, { code: "allZero", data: { argument: "need" } }],
    [
      "populations that are all zero",
      { ...three, population: down(0, 0, 0) },
      { code: "allZero", data: { argument: "population" } },
    ],
    ["no union at all", { ...three, need: down(0), population: down(0) }, { code: "allZero" }],
    [
      "kr and tkr mixed",
      { ...one, ...country, appropriation: 339 },
      { code: "baseGrantsNotCovered", data: { argument: "appropriation", got: 339, unions: 80, baseGrant: 400 } },
    ],
    [
      "an appropriation of 0 or blank",
      { ...three, appropriation: 0 },
      { code: "notPositive", data: { argument: "appropriation" } },
    ],
    [
      "two totals of three",
      { ...one, needTotal: 100, populationTotal: 100 },
      { code: "totalsBelongTogether", data: { argument: "unions" } },
    ],
    [
      "the country's need missing",
      { ...one, populationTotal: 100, unions: 80 },
      { code: "totalsBelongTogether", data: { argument: "needTotal" } },
    ],
    [
      "the country's population missing",
      { ...one, needTotal: 100, unions: 80 },
      { code: "totalsBelongTogether", data: { argument: "populationTotal" } },
    ],
    [
      "a total of 0 or blank",
      { ...one, ...country, needTotal: 0 },
      { code: "notPositive", data: { argument: "needTotal" } },
    ],
    [
      "a population total of 0 or blank",
      { ...one, ...country, populationTotal: 0 },
      { code: "notPositive", data: { argument: "populationTotal" } },
    ],
    ["a count of 0 or blank", { ...one, ...country, unions: 0 }, { code: "notPositive", data: { argument: "unions" } }],
    [
      "a count that is not whole",
      { ...one, ...country, unions: 80.5 },
      { code: "notWhole", data: { argument: "unions" } },
    ],
    [
      "fewer unions than the table has",
      { ...three, needTotal: 100, populationTotal: 100_000, unions: 2 },
      { code: "totalBelowSum", data: { argument: "unions", sum: 3 } },
    ],
    [
      "less need than the table has",
      { ...one, ...country, needTotal: 1.5 },
      { code: "totalBelowSum", data: { argument: "needTotal", sum: 1.62 } },
    ],
    [
      "fewer inhabitants than the table has",
      { ...one, ...country, populationTotal: 1.5 },
      { code: "totalBelowSum", data: { argument: "populationTotal" } },
    ],
    ["more units than 2^53", { ...three, appropriation: 1e17, unit: 1 }, { code: "tooManyUnits" }],
  ])("%s", (_, request, problem) => expect(problemOf(() => stateMax(request))).toMatchObject(problem));

  test("not shares that pass the country's total because they were published rounded", () => {
    const thirds = down(33.34, 33.34, 33.34);
    const request = { appropriation: 600, need: thirds, population: thirds, baseGrant: 0 };
    const totals = { needTotal: 100, populationTotal: 100, unions: 3 };
    expect(stateMax({ ...request, ...totals, unit: 1 })).toEqual(down(200, 200, 200));
  });
});

describe("whatever the unions", () => {
  const union = fc.record({
    need: fc.nat(100_000).map((x) => x / 100),
    population: fc.integer({ min: 1, max: 200_000 }),
  });
  const unions = fc.array(union, { minLength: 1, maxLength: 30 }).filter((list) => list.some(({ need }) => need > 0));
  const request = (list: { need: number; population: number }[], unit: number): StateMaxRequest => ({
    appropriation: 339_000,
    need: down(...list.map(({ need }) => need)),
    population: down(...list.map(({ population }) => population)),
    baseGrant: 400,
    unit,
  });
  const sum = (grid: number[][]) => grid.reduce((total, [value]) => total + value!, 0);

  test("a complete table adds up to the appropriation", () => {
    fc.assert(
      fc.property(
        unions,
        fc.constantFrom(1, 10, 100, 1000),
        (list, unit) => sum(stateMax(request(list, unit))) === 339_000,
      ),
    );
  });
  test("nobody is a whole unit from the exact maximum", () => {
    fc.assert(
      fc.property(unions, fc.constantFrom(1, 10, 100), (list, unit) => {
        const exactly = stateMax(request(list, 0));
        return stateMax(request(list, unit)).every(([value], i) => Math.abs(value! - exactly[i]![0]!) < unit);
      }),
    );
  });
  test("a table of some unions says of each what the complete table says", () => {
    fc.assert(
      fc.property(unions, (list) => {
        const complete = stateMax(request(list, 0));
        const { need, population } = request(list, 0);
        const totals = {
          needTotal: Number(sum([...need.map((row) => [...row])]).toPrecision(12)),
          populationTotal: sum(population.map((row) => [...row])),
          unions: list.length,
        };
        const first = { ...request(list.slice(0, 1), 0), ...totals };
        expect(stateMax(first)[0]![0]).toBeCloseTo(complete[0]![0]!, 6);
      }),
    );
  });
  test("reordering the unions reorders the maxima", () => {
    fc.assert(
      fc.property(unions, (list) => {
        expect(stateMax(request([...list].reverse(), 0))).toEqual(stateMax(request(list, 0)).reverse());
      }),
    );
  });
});
