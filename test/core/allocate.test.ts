import fc from "fast-check";
import { allocate, type AllocateRequest } from "../../src/core/allocate";
import type { Method } from "../../src/core/apportion";
import { problemOf } from "./problems";

const one = (amount: number) => [[amount]];
const down = (...values: number[]) => values.map((value) => [value]);
const parts = (amount: number, weights: number[], unit = 1, method: Method = "largestRemainder") =>
  allocate({ amount: one(amount), weights: down(...weights), unit, method }).map(([part]) => part!);

describe("ALLOCATE by largest remainder", () => {
  test.each<[string, number, number[], number, number[]]>([
    ["Balinski and Young's table", 100, [5117, 4400, 162, 161, 160], 1, [51, 44, 2, 2, 1]],
    ["unrounded, exactly in proportion", 1518, [1397, 121], 0, [1397, 121]],
    ["thirds", 100, [1, 1, 1], 0, [100 / 3, 100 / 3, 100 / 3]],
    ["a tie goes to the one listed first", 1, [1, 1], 1, [1, 0]],
    ["a tie between remainders goes to the larger weight", 10, [1, 3], 4, [4, 8]],
    ["a tie goes to the larger weight, wherever it stands", 2, [1, 3], 1, [0, 2]],
    ["a tie in large numbers goes to the larger weight", 2, [1e300, 3e300], 1, [0, 2]],
    ["a tie in large numbers goes to the one listed first", 1, [1e300, 1e300, 1e-300], 1, [1, 0, 0]],
    ["of several tied, those with the larger weights", 4, [1, 3, 1, 3], 1, [0, 2, 0, 2]],
    [
      "products too large for doubles",
      999_999_999_999_999,
      [123_456_789, 987_654_321],
      1,
      [111111110211111, 888888889788888],
    ],
    ["the amount is rounded first", 10.5, [1, 1], 1, [6, 5]],
    ["weight 0 gets nothing", 3, [0, 1, 1], 1, [0, 2, 1]],
    ["negative amounts mirror positive ones", -100, [5117, 4400, 162, 161, 160], 1, [-51, -44, -2, -2, -1]],
    ["decimal weights", 10, [0.1, 0.2, 0.7], 1, [1, 2, 7]],
    ["weights of very different sizes", 3, [1e-300, 1e300], 1, [0, 3]],
    ["more units than doubles can multiply", 9e15, [1, 2], 1, [3e15, 6e15]],
    ["öre", 0.05, [1, 1], 0.01, [0.03, 0.02]],
  ])("%s", (_, amount, weights, unit, expected) => expect(parts(amount, weights, unit)).toEqual(expected));
});

describe("ALLOCATE by Sainte-Laguë's odd divisors", () => {
  test.each<[string, number, number[], number[]]>([
    ["Balinski and Young's table", 100, [5117, 4400, 162, 161, 160], [51, 43, 2, 2, 2]],
    ["a tie goes to the larger weight", 2, [3, 1], [2, 0]],
    ["a tie between equals goes to the one listed first", 1, [1, 1, 1], [1, 0, 0]],
    ["units taken back when rounding gave too many", 1, [6, 6, 6, 1], [1, 0, 0, 0]],
    ["a tie goes to the larger weight, wherever it stands", 2, [1, 3], [0, 2]],
    ["of equals the last gives back", 2, [1, 1, 1], [1, 1, 0]],
    ["the smallest gives back, wherever it stands", 2, [3, 4, 4], [0, 1, 1]],
    ["on a tie the smaller weight gives back, and of equals the last", 3, [1, 3, 1], [1, 2, 0]],
    ["the last of equals gives back first", 5, [1, 1], [3, 2]],
    ["the smaller weight gives back first on a tie", 2, [5, 5, 3], [1, 1, 0]],
    ["weight 0 gets nothing", 5, [0, 1], [0, 5]],
    ["negative amounts mirror positive ones", -100, [5117, 4400, 162, 161, 160], [-51, -43, -2, -2, -2]],
    ["nothing to share", 0, [1, 2], [0, 0]],
  ])("%s", (_, amount, weights, expected) => expect(parts(amount, weights, 1, "sainteLague")).toEqual(expected));
});

test("no part is a negative zero", () => {
  expect(parts(-1, [1, 0]).map((part) => Object.is(part, -0))).toEqual([false, false]);
});

describe("ALLOCATE's table", () => {
  test.each<[string, AllocateRequest, number[][]]>([
    ["a row of weights makes a row", { amount: one(4), weights: [[1, 3]] }, [[1, 3]]],
    [
      "a row of years has the recipients down",
      { amount: [[4, 8]], weights: down(1, 3) },
      [
        [1, 2],
        [3, 6],
      ],
    ],
    [
      "a column of years has the recipients across",
      { amount: down(4, 8), weights: down(1, 3) },
      [
        [1, 3],
        [2, 6],
      ],
    ],
    [
      "one column of weights per year",
      {
        amount: [[4, 4, 4]],
        weights: [
          [1, 1, 0],
          [3, 1, 1],
        ],
      },
      [
        [1, 2, 0],
        [3, 2, 4],
      ],
    ],
  ])("%s", (_, request, expected) => expect(allocate(request)).toEqual(expected));

  test.each<[string, AllocateRequest, object]>([
    ["negative weights", { amount: one(1), weights: down(1, -1) }, { code: "negative", data: { place: { row: 2 } } }],
    [
      "weights that are all zero",
      { amount: one(1), weights: down(0) },
      { code: "allZero", data: { argument: "weights" } },
    ],
    [
      "a table of amounts",
      {
        amount: [
          [1, 2],
          [3, 4],
        ],
        weights: down(1),
      },
      { code: "notAList", data: { argument: "amount", size: { rows: 2, columns: 2 } } },
    ],
    [
      "a table of weights that does not fit the years",
      {
        amount: [[1, 2]],
        weights: [
          [1, 2, 3],
          [4, 5, 6],
        ],
      },
      { code: "yearsDisagree", data: { argument: "weights", years: 2, direction: "across" } },
    ],
    [
      "more units than 2^53 below zero",
      { amount: one(-1e16), weights: down(1), unit: 1 },
      { code: "tooManyUnits", data: { argument: "amount", got: -1e16, unit: 1 } },
    ],
    ["more units than 2^53", { amount: one(1e16), weights: down(1), unit: 1 }, { code: "tooManyUnits" }],
  ])("refuses %s", (_, request, problem) => expect(problemOf(() => allocate(request))).toMatchObject(problem));
});

describe("whatever the amount and the weights", () => {
  const weights = fc
    .array(
      fc.oneof(
        fc.nat(1000),
        fc.nat(1_000_000),
        fc.nat(4).map((x) => x / 4),
      ),
      { minLength: 1, maxLength: 25 },
    )
    .filter((list) => list.some((weight) => weight > 0));
  const method = fc.constantFrom<Method>("largestRemainder", "sainteLague");
  const amount = fc.integer({ min: -100_000, max: 100_000 });
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

  test("the parts add up to the amount", () => {
    fc.assert(fc.property(amount, weights, method, (x, w, m) => sum(parts(x, w, 1, m)) === x));
  });
  test("by largest remainder nobody is a whole unit from the exact share", () => {
    fc.assert(
      fc.property(amount, weights, (x, w) =>
        parts(x, w).every((part, i) => Math.abs(part * sum(w) - x * w[i]!) < sum(w) * (1 + 1e-12)),
      ),
    );
  });
  test("weight 0 gets nothing", () => {
    fc.assert(
      fc.property(amount, weights, method, (x, w, m) => parts(x, w, 1, m).every((p, i) => w[i] !== 0 || p === 0)),
    );
  });
  test("weights doubled or multiplied by ten change nothing", () => {
    fc.assert(
      fc.property(amount, weights, method, fc.constantFrom(2, 10), (x, w, m, factor) => {
        expect(
          parts(
            x,
            w.map((weight) => weight * factor),
            1,
            m,
          ),
        ).toEqual(parts(x, w, 1, m));
      }),
    );
  });
  test("reordering the recipients reorders the result, but for ties between equals", () => {
    fc.assert(
      fc.property(amount, weights, method, (x, w, m) => {
        const byWeight = (values: number[], list: number[]) =>
          list.map((weight, i) => [weight, values[i]!] as const).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
        const reversed = [...w].reverse();
        expect(byWeight(parts(x, reversed, 1, m), reversed)).toEqual(byWeight(parts(x, w, 1, m), w));
      }),
    );
  });
  test("the larger weight never gets less", () => {
    fc.assert(
      fc.property(fc.nat(100_000), weights, method, (x, w, m) => {
        const result = parts(x, w, 1, m);
        return w.every((a, i) => w.every((b, j) => a <= b || result[i]! >= result[j]!));
      }),
    );
  });
  test("by odd divisors nobody loses a unit when the amount grows", () => {
    fc.assert(
      fc.property(fc.nat(2000), weights, (x, w) => {
        const before = parts(x, w, 1, "sainteLague");
        return parts(x + 1, w, 1, "sainteLague").every((part, i) => part >= before[i]!);
      }),
    );
  });
  test("by odd divisors no unit would be better placed with another", () => {
    fc.assert(
      fc.property(fc.nat(5000), weights, (x, w) => {
        const result = parts(x, w, 1, "sainteLague");
        return w.every((a, i) =>
          w.every((b, j) => result[i] === 0 || b * (2 * result[i]! - 1) <= a * (2 * result[j]! + 1) + 1e-9),
        );
      }),
    );
  });
  test("the fast way for small whole numbers and the exact way agree", () => {
    fc.assert(
      fc.property(
        amount,
        fc.oneof(
          fc.array(fc.nat(1000), { minLength: 1, maxLength: 25 }),
          fc.array(fc.nat(4), { minLength: 1, maxLength: 12 }),
        ),
        (x, w) => {
          fc.pre(w.some((weight) => weight > 0));
          // The same proportions with weights too large for the fast way.
          const large = w.map((weight) => weight * 1e12);
          expect(parts(x, large)).toEqual(parts(x, w));
        },
      ),
    );
  });
});

test("the Alabama paradox: by largest remainder a recipient can lose when the amount grows", () => {
  const weights = [6, 6, 2];
  expect(parts(10, weights)).toEqual([4, 4, 2]);
  expect(parts(11, weights)).toEqual([5, 5, 1]);
  expect(parts(10, weights, 1, "sainteLague")[2]).toBeLessThanOrEqual(parts(11, weights, 1, "sainteLague")[2]!);
});
