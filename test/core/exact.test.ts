import fc from "fast-check";
import {
  add,
  compare,
  divide,
  exact,
  floor,
  inWholeNumbers,
  multiply,
  quotient,
  rootMinusOne,
  roundHalfAway,
  subtract,
  sum,
  toNumber,
} from "../../src/core/exact";

/** Doubles of at most 15 significant digits, as people type them. */
const typed = fc
  .tuple(fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), fc.integer({ min: -20, max: 20 }))
  .map(([digits, power]) => Number(`${digits}e${power}`));

describe("reading a number at 15 significant digits", () => {
  test.each([
    ["a whole number is itself", 7348, 7348n, 1n],
    ["0.1 is one tenth", 0.1, 1n, 10n],
    ["noise in the sixteenth digit is not read", 4042.4999999999995, 40425n, 10n],
    ["0.1 + 0.2 is three tenths", 0.1 + 0.2, 3n, 10n],
    ["a negative decimal", -2.75, -275n, 100n],
    ["a small number", 1.5e-7, 15n, 10n ** 8n],
    ["a large number", 1.5e20, 15n * 10n ** 19n, 1n],
    ["sixteen digits are read as fifteen", 9007199254740992, 900719925474099n * 10n, 1n],
    ["minus zero is zero", -0, 0n, 1n],
    ["the smallest double", 5e-324, 494065645841247n, 10n ** 338n],
  ])("%s", (_, x, n, d) => {
    const { n: a, d: b } = exact(x);
    expect(a * d).toBe(n * b);
  });

  test("a number that a person typed comes back as it was", () => {
    fc.assert(fc.property(typed, (x) => toNumber(exact(x)) === x || (x === 0 && toNumber(exact(x)) === 0)));
  });
});

describe("arithmetic is exact", () => {
  test("0.1 + 0.2 = 0.3", () => expect(compare(add(exact(0.1), exact(0.2)), exact(0.3))).toBe(0));
  test("a third times three is one", () => {
    expect(compare(multiply(divide(exact(1), exact(3)), exact(3)), exact(1))).toBe(0);
  });
  test("dividing by a negative number keeps the denominator above 0", () => {
    const quotient = divide(exact(1), exact(-4));
    expect(quotient.d > 0n).toBe(true);
    expect(toNumber(quotient)).toBe(-0.25);
  });
  test("what is added can be taken away again", () => {
    fc.assert(
      fc.property(typed, typed, (a, b) => compare(subtract(add(exact(a), exact(b)), exact(b)), exact(a)) === 0),
    );
  });
  test("a sum does not depend on the order", () => {
    expect(compare(sum([0.1, 1e15, 0.2, -1e15].map(exact)), exact(0.3))).toBe(0);
    expect(toNumber(sum([]))).toBe(0);
  });
  test("decimals become whole numbers in the same proportions", () => {
    expect(inWholeNumbers([0.5, 1.25, 3].map(exact))).toEqual([50n, 125n, 300n]);
    expect(inWholeNumbers([])).toEqual([]);
  });
  test.each([
    ["less", 0.1, 0.2, -1],
    ["equal, however written", 0.5, 0.5, 0],
    ["more", -0.1, -0.2, 1],
  ])("comparing: %s", (_, a, b, sign) => expect(compare(exact(a), exact(b))).toBe(sign));
});

describe("rounding", () => {
  test.each([
    [2.5, 3n],
    [2.4999999, 2n],
    [-2.5, -3n],
    [-2.4, -2n],
    [0.5, 1n],
    [-0.5, -1n],
    [0, 0n],
    [7, 7n],
  ])("%f goes to %s, a half away from zero", (x, whole) => expect(roundHalfAway(exact(x))).toBe(whole));

  test.each([
    [2.9, 2n],
    [-2.1, -3n],
    [-2, -2n],
    [3, 3n],
    [-0.5, -1n],
  ])("%f rounded down is %s", (x, whole) => expect(floor(exact(x))).toBe(whole));
});

describe("the nearest double", () => {
  test("of any ratio of whole numbers, as the engine's own division of small ones has it", () => {
    const whole = fc.integer({ min: -1e9, max: 1e9 });
    fc.assert(
      fc.property(whole, fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 400 }), (n, d, power) => {
        // Scaling both by a large number leaves the ratio but not the short way.
        const scale = 10n ** BigInt(power);
        return Object.is(toNumber({ n: BigInt(n) * scale, d: BigInt(d) * scale }) + 0, n / d + 0);
      }),
    );
  });
  test.each([
    [
      "just above halfway between two doubles goes up",
      2n ** 53n * 10n ** 20n + 10n ** 20n + 1n,
      10n ** 20n,
      2 ** 53 + 2,
    ],
    ["halfway goes to the even one", 2n ** 53n * 10n ** 20n + 10n ** 20n, 10n ** 20n, 2 ** 53],
    ["beyond every double", 10n ** 400n, 1n, Infinity],
    ["beyond every double, below zero", -(10n ** 400n), 1n, -Infinity],
    ["smaller than every double", 1n, 10n ** 400n, 0],
    ["a small one", 1n, 10n ** 300n, 1e-300],
    ["a large one", 10n ** 300n, 1n, 1e300],
    ["the largest", BigInt(Number.MAX_VALUE), 1n, Number.MAX_VALUE],
  ])("%s", (_, n, d, expected) => expect(toNumber({ n, d })).toBe(expected));
});

test.each([
  ["whole numbers", 1837, exact(0.25), 7348],
  ["a third", 1, exact(3), 1 / 3],
  ["a decimal", 0.1, exact(0.25), 0.4],
  ["a product too large for doubles", 9e15, exact(0.125), 7.2e16],
  ["a negative number", -3, exact(0.5), -6],
])("the quotient of %s", (_, x, by, expected) => expect(quotient(x, by)).toBe(expected));

describe("roots", () => {
  // Computed with fifty digits elsewhere and rounded to the nearest double.
  test.each([
    ["3 674 to 5 551 in five years", 5551, 3674, 5, 0.08604148541815944],
    ["a perfect square", 121, 100, 2, 0.1],
    ["nothing to grow", 5, 5, 7, 0],
    ["doubling in 200 years", 2, 1, 200, 0.003471748509502787],
    ["falling to a half", 1, 2, 1, -0.5],
    ["falling to a thousandth in three years", 1, 1000, 3, -0.9],
    ["a growth that a double hardly sees", 1.00000000000001, 1, 200, 4.999999999999975e-17],
  ])("%s", (_, to, from, years, rate) => {
    const guess = Math.exp((Math.log(to) - Math.log(from)) / years);
    expect(rootMinusOne(divide(exact(to), exact(from)), years, guess)).toBe(rate);
  });
  test("a poor guess gives the same root", () => {
    expect(rootMinusOne(exact(1.21), 2, 1e10)).toBe(0.1);
    expect(rootMinusOne(exact(1.21), 2, 0.001)).toBe(0.1);
  });
  test("a ratio far below what the bits can hold is a loss of everything", () => {
    expect(rootMinusOne({ n: 1n, d: 10n ** 60n }, 1, 1e-60)).toBe(-1);
  });
});
