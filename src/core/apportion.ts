/*
 * Sharing whole units so that they add up exactly: by largest remainder (Hamilton), and by Sainte-Laguë's odd
 * divisors (Webster), which never takes a unit from anyone when the total grows. Ties go to the larger weight,
 * then to the one listed first. Negative totals mirror positive ones. The law says nothing about rounding;
 * this is our reading, told to the user wherever it matters.
 */
import type { Exact } from "./exact";
import type { Key } from "./key";

export type Method = "largestRemainder" | "sainteLague";

/** How whole units were shared, of an absolute total; the parts before the units left, and who is at the edge. */
export type Sharing =
  | {
      readonly method: "largestRemainder";
      readonly shares: readonly Exact[];
      readonly down: readonly number[];
      readonly remainders: readonly Exact[];
      readonly left: number;
      /** Those whose remainder is that of the last to get a unit, in the order they stand in line. */
      readonly tied: readonly number[];
      readonly parts: readonly number[];
    }
  | {
      readonly method: "sainteLague";
      readonly shares: readonly Exact[];
      readonly nearest: readonly number[];
      /** Who got a unit more, or gave one back, one after the other. */
      readonly moved: readonly number[];
      /** Who is last in line of those that have a unit, −1 where nobody has, and who would get one more. */
      readonly last: number;
      readonly next: number;
      readonly parts: readonly number[];
    };

export type ReportSharing = (sharing: Sharing) => void;

/** Shares `total` whole units by the key; the parts add up to the total. */
export function apportion(
  total: number,
  key: Key,
  method: Method = "largestRemainder",
  report?: ReportSharing,
): number[] {
  const units = Math.abs(total);
  const parts =
    method === "sainteLague" ? oddDivisors(BigInt(units), key, report) : largestRemainder(units, key, report);
  return total < 0 ? parts.map((part) => 0 - part) : parts;
}

function largestRemainder(units: number, key: Key, report: ReportSharing | undefined): number[] {
  const { small } = key;
  if (small && units * small.largest <= Number.MAX_SAFE_INTEGER) {
    return largestRemainderOfSmall(units, small.weights, small.sum, report);
  }
  const whole = BigInt(units);
  return roundTogether(
    key.weights.map((weight) => whole * weight),
    key.sum,
    units,
    report,
  );
}

/** The same for numbers small enough that products of units and weights are exact doubles. */
function largestRemainderOfSmall(
  units: number,
  weights: readonly number[],
  sum: number,
  report: ReportSharing | undefined,
): number[] {
  const remainders = new Float64Array(weights.length);
  let left = units;
  const parts = weights.map((weight, i) => {
    const product = units * weight;
    const remainder = product % sum;
    remainders[i] = remainder;
    const part = (product - remainder) / sum;
    left -= part;
    return part;
  });
  const down = report && [...parts];
  const tied = left === 0 ? [] : handOut(left, parts, remainders, weights);
  report?.({
    method: "largestRemainder",
    shares: weights.map((weight) => ({ n: BigInt(units) * BigInt(weight), d: BigInt(sum) })),
    down: down!,
    remainders: Array.from(remainders, (remainder) => ({ n: BigInt(remainder), d: BigInt(sum) })),
    left,
    tied,
    parts,
  });
  return parts;
}

/** Gives the units left to the largest remainders, and returns those tied for the last one, in line. */
function handOut(left: number, parts: number[], remainders: Float64Array, weights: readonly number[]): number[] {
  // Who is last to get a unit is found by sorting the remainders alone; only those tied there need an order.
  const last = remainders.slice().sort()[weights.length - left]!;
  const tied: number[] = [];
  remainders.forEach((remainder, i) => {
    if (remainder === last) tied.push(i);
    if (remainder <= last) return;
    parts[i]! += 1;
    left -= 1;
  });
  tied.sort((a, b) => weights[b]! - weights[a]! || a - b);
  for (const i of tied.slice(0, left)) parts[i]! += 1;
  return tied;
}

/**
 * Rounds the shares numerator / denominator, all 0 or more, to whole units that add up to `units`: each rounded
 * down, and the units left to the largest remainders. `units` is at least the sum of the shares rounded down,
 * and at most as many more as there are shares.
 */
export function roundTogether(
  numerators: readonly bigint[],
  denominator: bigint,
  units: number,
  report?: ReportSharing,
): number[] {
  const remainders = numerators.map((numerator) => numerator % denominator);
  const down = numerators.map((numerator) => Number(numerator / denominator));
  const left = down.reduce((rest, part) => rest - part, units);
  const line = remainders.map((_, i) => i);
  line.sort(
    (a, b) => descending(remainders[a]!, remainders[b]!) || descending(numerators[a]!, numerators[b]!) || a - b,
  );
  const parts = [...down];
  for (const i of line.slice(0, left)) parts[i]! += 1;
  report?.({
    method: "largestRemainder",
    shares: numerators.map((n) => ({ n, d: denominator })),
    down,
    remainders: remainders.map((n) => ({ n, d: denominator })),
    left,
    tied: left === 0 ? [] : line.filter((i) => remainders[i] === remainders[line[left - 1]!]),
    parts,
  });
  return parts;
}

function descending(a: bigint, b: bigint): number {
  return a > b ? -1 : a < b ? 1 : 0;
}

/**
 * Webster's method. Rounding every exact share to the nearest unit is right for some total close by; from there
 * single units are handed out to, or taken back from, whoever is next in line.
 */
function oddDivisors(units: bigint, { weights, sum }: Key, report: ReportSharing | undefined): number[] {
  const parts = weights.map((weight) => (2n * units * weight + sum - 1n) / (2n * sum));
  const nearest = report && parts.map(Number);
  const moved: number[] = [];
  const move = (i: number, by: bigint) => {
    parts[i]! += by;
    moved.push(i);
  };
  let left = units - parts.reduce((total, part) => total + part, 0n);
  for (; left > 0n; left -= 1n) move(nextToGet(parts, weights), 1n);
  for (; left < 0n; left += 1n) move(nextToGive(parts, weights), -1n);
  const answer = parts.map(Number);
  report?.({
    method: "sainteLague",
    shares: weights.map((weight) => ({ n: units * weight, d: sum })),
    nearest: nearest!,
    moved,
    last: nextToGive(parts, weights),
    next: nextToGet(parts, weights),
    parts: answer,
  });
  return answer;
}

/** The largest weight / (2 × units + 1). */
function nextToGet(parts: readonly bigint[], weights: readonly bigint[]): number {
  return weights.reduce((best, weight, i) => {
    const left = weight * (2n * parts[best]! + 1n);
    const right = weights[best]! * (2n * parts[i]! + 1n);
    return left > right || (left === right && weight > weights[best]!) ? i : best;
  }, 0);
}

/** The smallest weight / (2 × units − 1) of those that have a unit to give. */
function nextToGive(parts: readonly bigint[], weights: readonly bigint[]): number {
  return weights.reduce((best, weight, i) => {
    if (parts[i] === 0n) return best;
    if (best < 0) return i;
    const left = weight * (2n * parts[best]! - 1n);
    const right = weights[best]! * (2n * parts[i]! - 1n);
    return left < right || (left === right && weight <= weights[best]!) ? i : best;
  }, -1);
}
