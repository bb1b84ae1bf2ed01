import fc from "fast-check";
import { split, type SplitRequest } from "../../src/core/split";
import { problemOf } from "./problems";

const one = (amount: number) => [[amount]];
const down = (...values: number[]) => values.map((value) => [value]);
const across = (...values: number[]) => [values];
const table: [string, SplitRequest, number[][]][] = [
  ["the state half, the region and the municipalities a quarter each", { amount: one(7348) }, down(3674, 1837, 1837)],
  ["from the state's contribution", { amount: one(3674), basis: "state" }, down(3674, 1837, 1837)],
  ["from the region's contribution", { amount: one(1837), basis: "region" }, down(3674, 1837, 1837)],
  ["from the municipalities' contribution", { amount: one(1837), basis: "municipal" }, down(3674, 1837, 1837)],
  ["unrounded to the öre and beyond", { amount: one(0.1) }, down(0.05, 0.025, 0.025)],
  ["whole tkr by largest remainder", { amount: one(8082.8), unit: 1 }, down(4041, 2021, 2021)],
  [
    "a given contribution is rounded by itself, the others share the rest",
    { amount: one(4445.54), unit: 1, basis: "state" },
    down(4446, 2223, 2222),
  ],
  ["a given region", { amount: one(10.5), unit: 1, basis: "region" }, down(21, 11, 10)],
  ["a given municipality", { amount: one(10.5), unit: 1, basis: "municipal" }, down(21, 10, 11)],
  ["a total that falls on a half goes away from zero", { amount: one(2.5), unit: 1 }, down(1, 1, 1)],
  ["a tie goes to the larger share", { amount: one(1), unit: 1 }, down(1, 0, 0)],
  ["a tie between equals goes to the one listed first", { amount: one(3), unit: 1 }, down(1, 1, 1)],
  ["hundreds", { amount: one(1234), unit: 100 }, down(600, 300, 300)],
  ["öre", { amount: one(10.01), unit: 0.01 }, down(5.01, 2.5, 2.5)],
  ["unit 0 is no rounding", { amount: one(1001), unit: 0 }, down(500.5, 250.25, 250.25)],
  ["nothing to divide", { amount: one(0), unit: 1 }, down(0, 0, 0)],
  ["a negative amount mirrors a positive one", { amount: one(-8082.8), unit: 1 }, down(-4041, -2021, -2021)],
  ["5 a §: no region, half and half", { amount: one(1000), unit: 1, withoutRegion: true }, down(500, 500)],
  [
    "5 a §: several municipalities",
    { amount: one(1001), unit: 1, weights: down(1, 1), withoutRegion: true },
    down(501, 250, 250),
  ],
  ["5 a §: from the municipality", { amount: one(500), basis: "municipal", withoutRegion: true }, down(500, 500)],
  [
    "several regions share the region's quarter",
    { amount: one(1001), unit: 1, weights: down(3, 1), regions: down(2, 1) },
    down(501, 167, 83, 188, 62),
  ],
  [
    "5 a §: a municipality counted among both, where another region takes part",
    { amount: one(1200), weights: down(3, 1), regions: down(3, 1) },
    down(600, 225, 75, 225, 75),
  ],
  ["weight 0 gets nothing", { amount: one(10), unit: 1, weights: down(0, 1, 1) }, down(5, 3, 0, 1, 1)],
  ["a row of years", { amount: across(100, 200) }, [across(50, 100), across(25, 50), across(25, 50)].flat()],
  ["a column of years turns the table", { amount: down(100, 200) }, [across(50, 25, 25), across(100, 50, 50)].flat()],
  ["a key lying across makes a row", { amount: one(100), weights: across(3, 1) }, across(50, 25, 18.75, 6.25)],
  ["regions lying across make a row", { amount: one(80), regions: across(3, 1) }, across(40, 15, 5, 20)],
  ["a key of one municipality has no direction", { amount: one(80), weights: one(7) }, down(40, 20, 20)],
  [
    "a key is a list in years too, whichever way it lies",
    { amount: across(80, 160), weights: across(3, 1) },
    [across(40, 80), across(20, 40), across(15, 30), across(5, 10)].flat(),
  ],
  [
    "a key with one column per year",
    {
      amount: across(80, 80, 80),
      weights: [
        [1, 3, 0],
        [1, 1, 1],
      ],
    },
    [across(40, 40, 40), across(20, 20, 20), across(10, 15, 0), across(10, 5, 20)].flat(),
  ],
  [
    "years down: a key with one row per year",
    {
      amount: down(80, 80, 80),
      weights: [
        [1, 1],
        [3, 1],
        [0, 1],
      ],
    },
    [across(40, 20, 10, 10), across(40, 20, 15, 5), across(40, 20, 0, 20)].flat(),
  ],
  [
    "years down: a key with one column per year, where it cannot be read otherwise",
    {
      amount: down(80, 80, 80),
      weights: [
        [1, 3, 0],
        [1, 1, 1],
      ],
    },
    [across(40, 20, 10, 10), across(40, 20, 15, 5), across(40, 20, 0, 20)].flat(),
  ],
];

describe("SPLIT divides as 5 and 5 a §§ say", () => {
  test.each(table)("%s", (_, request, expected) => expect(split(request)).toEqual(expected));
});

describe("SPLIT refuses", () => {
  test.each<[string, SplitRequest, object]>([
    ["a table of amounts", { amount: [across(1, 2), across(3, 4)].flat() }, { code: "notAList" }],
    [
      "more than 200 years",
      { amount: across(...Array<number>(201).fill(1)) },
      { code: "tooManyYears", data: { argument: "amount", got: 201, most: 200 } },
    ],
    [
      "a negative weight, and says where",
      { amount: one(1), weights: down(1, -2) },
      { code: "negative", data: { argument: "weights", got: -2, place: { row: 2, column: 1, rows: 2, columns: 1 } } },
    ],
    ["weights that are all zero", { amount: one(1), weights: down(0, 0) }, { code: "allZero" }],
    [
      "a year in which all weights are zero",
      {
        amount: across(1, 2, 3),
        weights: [
          [1, 0, 1],
          [1, 0, 1],
        ],
      },
      { code: "allZero", data: { argument: "weights", place: { column: 2, columns: 3, rows: 1 } } },
    ],
    [
      "a year of rows in which all weights are zero",
      {
        amount: down(1, 2, 3),
        weights: [
          [1, 1],
          [1, 0],
          [0, 0],
        ],
      },
      { code: "allZero", data: { argument: "weights", place: { row: 3, rows: 3, columns: 1 } } },
    ],
    [
      "a key of as many years as there are not",
      {
        amount: across(1, 2, 3),
        weights: [
          [1, 2],
          [3, 4],
        ],
      },
      { code: "yearsDisagree" },
    ],
    [
      "a table of keys for one amount",
      {
        amount: one(1),
        weights: [
          [1, 2],
          [3, 4],
        ],
      },
      { code: "yearsDisagree" },
    ],
    [
      "a square key with years down",
      {
        amount: down(1, 2),
        weights: [
          [1, 2],
          [3, 4],
        ],
      },
      { code: "yearsAmbiguous", data: { argument: "weights", remedy: "yearsAcross" } },
    ],
    ["a negative unit", { amount: one(1), unit: -1 }, { code: "negative", data: { argument: "unit", got: -1 } }],
    [
      "more units than 2^53, and says where",
      { amount: across(1, 1e16), unit: 1 },
      { code: "tooManyUnits", data: { argument: "amount", got: 1e16, unit: 1, place: { column: 2 } } },
    ],
    [
      "a contribution whose total is more units than 2^53, naming the total",
      { amount: down(1, 5e15), unit: 1, basis: "state" },
      { code: "tooManyUnits", data: { argument: "amount", got: 1e16, place: { row: 2 } } },
    ],
    [
      "the region's contribution where none takes part",
      { amount: one(1), basis: "region", withoutRegion: true },
      { code: "regionDoesNotTakePart", data: { argument: "basis" } },
    ],
    [
      "regions where none takes part",
      { amount: one(1), regions: down(1, 2), withoutRegion: true },
      { code: "regionDoesNotTakePart", data: { argument: "regions" } },
    ],
  ])("%s", (_, request, problem) => expect(problemOf(() => split(request))).toMatchObject(problem));

  test("nothing at exactly 2^53 units", () => {
    expect(split({ amount: one(9007199254740990), unit: 1 })[0]).toEqual([4503599627370495]);
  });
});

describe("whatever the budget and the key", () => {
  const amount = fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((x) => Number(x.toPrecision(12)));
  const unit = fc.constantFrom(1, 10, 100, 0.01, 0.5);
  const weights = fc
    .array(fc.oneof(fc.nat(200_000), fc.double({ min: 0, max: 100, noNaN: true })), { minLength: 1, maxLength: 30 })
    .filter((list) => list.some((weight) => weight > 1e-9));
  const basis = fc.constantFrom("total", "state", "region", "municipal");
  const budget = fc.record({ amount: amount.map(one), unit, weights: weights.map((list) => down(...list)), basis });
  const units = (value: number, step: number) => Math.round(value / step);
  const total = (values: number[], step: number) => values.reduce((whole, value) => whole + units(value, step), 0);
  const parts = (request: SplitRequest) => split(request).map((row) => row[0]!);

  test("the parts add up to the rounded whole", () => {
    fc.assert(
      fc.property(budget, (request) => {
        const exactTotal = split({ ...request, unit: 0, weights: undefined }).reduce((sum, [x]) => sum + x!, 0);
        const scaled = exactTotal / request.unit;
        // A total within noise of a half may be rounded either way by this check's own arithmetic.
        fc.pre(Math.abs(Math.abs(scaled % 1) - 0.5) > 1e-6);
        return total(parts(request), request.unit) === Math.round(scaled);
      }),
    );
  });
  test("no party is more than one unit from its exact share, two where a contribution was given", () => {
    fc.assert(
      fc.property(budget, (request) => {
        const parties = parts({ ...request, weights: undefined });
        const exactly = parts({ ...request, weights: undefined, unit: 0 });
        const most = request.unit * (request.basis === "total" ? 1 : 2);
        return parties.every((part, i) => Math.abs(part - exactly[i]!) <= most + Math.abs(part) * 1e-12);
      }),
    );
  });
  test("no municipality is more than one unit from its share of the quarter", () => {
    fc.assert(
      fc.property(budget, (request) => {
        const quarter = parts({ ...request, weights: undefined })[2]!;
        const sum = request.weights.reduce((whole, [weight]) => whole + weight!, 0);
        return parts(request)
          .slice(2)
          .every((part, i) => {
            const share = (quarter * request.weights[i]![0]!) / sum;
            return Math.abs(part - share) <= request.unit + Math.abs(share) * 1e-12;
          });
      }),
    );
  });
  test("the given party's amount is what was given, rounded", () => {
    fc.assert(
      fc.property(budget, (request) => {
        fc.pre(request.basis === "state");
        const scaled = Math.abs(request.amount[0]![0]! / request.unit);
        fc.pre(Math.abs((scaled % 1) - 0.5) > 1e-6);
        return units(parts(request)[0]!, request.unit) === Math.sign(request.amount[0]![0]!) * Math.round(scaled) + 0;
      }),
    );
  });
  test("unrounded, the given party's amount is what was given", () => {
    fc.assert(fc.property(amount, (x) => parts({ amount: one(x), basis: "state" })[0] === x + 0));
  });
  test("weights doubled or multiplied by ten change nothing", () => {
    fc.assert(
      fc.property(budget, fc.constantFrom(2, 10), (request, factor) => {
        const typed = request.weights.map(([weight]) => [Number(weight!.toPrecision(12))]);
        const scaled = typed.map(([weight]) => [weight! * factor]);
        expect(split({ ...request, weights: scaled })).toEqual(split({ ...request, weights: typed }));
      }),
    );
  });
  test("years across and years down are the same figures turned", () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 2, maxLength: 6 }), weights, unit, (years, key, step) => {
        const request = { weights: down(...key), unit: step };
        const turned = split({ ...request, amount: down(...years) });
        const straight = split({ ...request, amount: across(...years) });
        expect(straight).toEqual(straight.map((_, party) => turned.map((year) => year[party])));
      }),
    );
  });
  test("a year in a plan is what it would be alone", () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 2, maxLength: 6 }), weights, unit, (years, key, step) => {
        const request = { weights: down(...key), unit: step };
        const together = split({ ...request, amount: across(...years) });
        years.forEach((year, i) => {
          expect(together.map((row) => row[i])).toEqual(parts({ ...request, amount: one(year) }));
        });
      }),
    );
  });
});
