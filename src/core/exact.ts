/*
 * Exact numbers. Every number a user gives is read at 15 significant digits, the precision that Excel shows,
 * and is from then on a ratio of two whole numbers: 0.1 is one tenth. Nothing is rounded until it is asked to
 * be, so who gets the last krona never depends on floating-point noise.
 */

/** The number n / d, with d above 0. Not reduced: two of the same value may look different. */
export interface Exact {
  readonly n: bigint;
  readonly d: bigint;
}

export const zero: Exact = { n: 0n, d: 1n };
export const one: Exact = { n: 1n, d: 1n };

/** Whole numbers below this have at most 15 digits, and are read as they are. */
const fifteenDigits = 1e15;

/** Reads a finite number at 15 significant digits. */
export function exact(x: number): Exact {
  if (Number.isInteger(x) && Math.abs(x) < fifteenDigits) return { n: BigInt(x), d: 1n };
  const [mantissa = "", exponent = ""] = x.toExponential(14).split("e");
  // The 14 digits after the point, without the zeros that end them, become part of the whole number.
  const digits = mantissa.replace(/\.?0+$/, "");
  const point = digits.indexOf(".");
  const decimals = point < 0 ? 0 : digits.length - point - 1;
  const n = BigInt(digits.replace(".", ""));
  const power = Number(exponent) - decimals;
  return power < 0 ? { n, d: 10n ** BigInt(-power) } : { n: n * 10n ** BigInt(power), d: 1n };
}

export function add(a: Exact, b: Exact): Exact {
  return a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
}

export function subtract(a: Exact, b: Exact): Exact {
  return add(a, { n: -b.n, d: b.d });
}

export function multiply(a: Exact, b: Exact): Exact {
  return { n: a.n * b.n, d: a.d * b.d };
}

/** a / b; b is not 0. */
export function divide(a: Exact, b: Exact): Exact {
  return b.n < 0n ? { n: -a.n * b.d, d: a.d * -b.n } : { n: a.n * b.d, d: a.d * b.n };
}

export function absolute(x: Exact): Exact {
  return { n: magnitude(x.n), d: x.d };
}

export function power(base: Exact, exponent: number): Exact {
  return { n: base.n ** BigInt(exponent), d: base.d ** BigInt(exponent) };
}

/** Below 0 where a is less than b, 0 where they are equal, above 0 where a is more. */
export function compare(a: Exact, b: Exact): number {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The sum of numbers as read. */
export function sum(decimals: readonly Exact[]): Exact {
  const [scale = 1n, ...whole] = inWholeNumbers([one, ...decimals]);
  return { n: whole.reduce((total, part) => total + part, 0n), d: scale };
}

/** Numbers as read, multiplied by the smallest power of ten that makes them all whole. */
export function inWholeNumbers(decimals: readonly Exact[]): bigint[] {
  // A number as read has a power of ten below the line, so the largest of them is divided by all the others.
  const denominator = decimals.reduce((largest, { d }) => (d > largest ? d : largest), 1n);
  return decimals.map(({ n, d }) => n * (denominator / d));
}

/** The whole number nearest to x; a half goes away from zero. */
export function roundHalfAway(x: Exact): bigint {
  const half = (2n * magnitude(x.n) + x.d) / (2n * x.d);
  return x.n < 0n ? -half : half;
}

/** The largest whole number that is not above x. */
export function floor(x: Exact): bigint {
  const towardsZero = x.n / x.d;
  return x.n < 0n && towardsZero * x.d !== x.n ? towardsZero - 1n : towardsZero;
}

/** Whole numbers of this size and below are doubles, so a quotient of two is the nearest double. */
const safe = BigInt(Number.MAX_SAFE_INTEGER);

/** The double nearest to x. */
export function toNumber(x: Exact): number {
  const n = magnitude(x.n);
  if (n <= safe && x.d <= safe) return Number(x.n) / Number(x.d);
  // Scaled so that the quotient has at least 64 bits; a last bit tells that something was cut off, which is
  // all that rounding to a double's 53 bits needs to know.
  const shift = bits(x.d) - bits(n) + 68;
  const scaled = shift > 0 ? n << BigInt(shift) : n;
  const divisor = shift > 0 ? x.d : x.d << BigInt(-shift);
  const quotient = scaled / divisor;
  const sticky = quotient * divisor === scaled ? quotient : quotient | 1n;
  const value = scaleByPowerOfTwo(Number(sticky), -shift);
  return x.n < 0n ? -value : value;
}

/** The double nearest to x / by, for a number as read; whole numbers take the short way. */
export function quotient(x: number, by: Exact): number {
  const product = x * Number(by.d);
  if (Number.isSafeInteger(x) && Number.isSafeInteger(product) && by.n <= safe) return product / Number(by.n);
  return toNumber(divide(exact(x), by));
}

/**
 * (x to the power 1 / degree) − 1 as the nearest double; x above 0, and `guess` its root as a double.
 * A growth rate is found this way: to more bits than a double has, whatever the ratio.
 */
export function rootMinusOne(x: Exact, degree: number, guess: number): number {
  const precision = 128;
  const scaled = x.n << BigInt(precision * degree);
  const root = integerRoot(scaled / x.d, degree, startingPoint(guess, precision));
  const isWhole = root ** BigInt(degree) * x.d === scaled;
  // As in toNumber, a last bit tells that something was cut off.
  const bits = 2n * (root - (1n << BigInt(precision))) + (isWhole ? 0n : 1n);
  return toNumber({ n: bits, d: 1n << BigInt(precision + 1) });
}

/** The largest whole number whose power is not above n: Newton's method, from any guess above 0. */
function integerRoot(n: bigint, degree: number, guess: bigint): bigint {
  if (n === 0n) return 0n;
  const k = BigInt(degree);
  const step = (x: bigint) => ((k - 1n) * x + n / x ** (k - 1n)) / k;
  // The first step lands at or above the root from either side; from there each step comes closer.
  let root = step(guess);
  for (let next = step(root); next < root; next = step(root)) root = next;
  return root;
}

function startingPoint(guess: number, precision: number): bigint {
  const mantissaBits = 52;
  const scale = Math.max(0, Math.floor(Math.log2(guess)));
  const mantissa = BigInt(Math.max(1, Math.floor(guess * 2 ** (mantissaBits - scale))));
  return mantissa << BigInt(precision - mantissaBits + scale);
}

function magnitude(n: bigint): bigint {
  return n < 0n ? -n : n;
}

/** The number of bits of n, to within four. */
function bits(n: bigint): number {
  return n.toString(16).length * 4;
}

/** x × 2^exponent, in steps, as 2^exponent alone may be outside a double's range. */
function scaleByPowerOfTwo(x: number, exponent: number): number {
  const largest = 1000;
  const step = Math.max(-largest, Math.min(largest, exponent));
  const scaled = x * 2 ** step;
  return step === exponent || scaled === 0 || scaled === Infinity ? scaled : scaleByPowerOfTwo(scaled, exponent - step);
}
