/*
 * Sharing whole units so that they add up exactly: by largest remainder (Hamilton), and by Sainte-Laguë's odd
 * divisors (Webster), which never takes a unit from anyone when the total grows. Ties go to the larger weight,
 * then to the one listed first. Negative totals mirror positive ones. The law says nothing about rounding;
 * this is our reading, told to the user wherever it matters.
 */
import type { Key } from "./key";

export type Method = "largestRemainder" | "sainteLague";

/** Shares `total` whole units by the key; the parts add up to the total. */
export function apportion(total: number, key: Key, method: Method = "largestRemainder"): number[] {
  const units = Math.abs(total);
  const parts = method === "sainteLague" ? oddDivisors(BigInt(units), key) : largestRemainder(units, key);
  return total < 0 ? parts.map((part) => 0 - part) : parts;
}

function largestRemainder(units: number, key: Key): number[] {
  const { small } = key;
  if (small && units * small.largest <= Number.MAX_SAFE_INTEGER) {
    return largestRemainderOfSmall(units, small.weights, small.sum);
  }
  const whole = BigInt(units);
  return roundTogether(
    key.weights.map((weight) => whole * weight),
    key.sum,
    units,
  );
}

/** The same for numbers small enough that products of units and weights are exact doubles. */
function largestRemainderOfSmall(units: number, weights: readonly number[], sum: number): number[] {
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
  if (left === 0) return parts;
  // Who is last to get a unit is found by sorting the remainders alone; only those tied there need an order.
  const last = remainders.slice().sort()[weights.length - left]!;
  const tied: number[] = [];
  remainders.forEach((remainder, i) => {
    if (remainder === last) tied.push(i);
    if (remainder <= last) return;
    parts[i]! += 1;
    left -= 1;
  });
  for (const i of tied.sort((a, b) => weights[b]! - weights[a]! || a - b).slice(0, left)) parts[i]! += 1;
  return parts;
}

/**
 * Rounds the shares numerator / denominator, all 0 or more, to whole units that add up to `units`: each rounded
 * down, and the units left to the largest remainders. `units` is at least the sum of the shares rounded down,
 * and at most as many more as there are shares.
 */
export function roundTogether(numerators: readonly bigint[], denominator: bigint, units: number): number[] {
  const remainders = numerators.map((numerator) => numerator % denominator);
  const parts = numerators.map((numerator) => Number(numerator / denominator));
  const left = parts.reduce((rest, part) => rest - part, units);
  const line = remainders.map((_, i) => i);
  line.sort(
    (a, b) => descending(remainders[a]!, remainders[b]!) || descending(numerators[a]!, numerators[b]!) || a - b,
  );
  for (const i of line.slice(0, left)) parts[i]! += 1;
  return parts;
}

function descending(a: bigint, b: bigint): number {
  return a > b ? -1 : a < b ? 1 : 0;
}

/**
 * Webster's method. Rounding every exact share to the nearest unit is right for some total close by; from there
 * single units are handed out to, or taken back from, whoever is next in line.
 */
function oddDivisors(units: bigint, { weights, sum }: Key): number[] {
  const parts = weights.map((weight) => (2n * units * weight + sum - 1n) / (2n * sum));
  let left = units - parts.reduce((total, part) => total + part, 0n);
  for (; left > 0n; left -= 1n) parts[nextToGet(parts, weights)]! += 1n;
  for (; left < 0n; left += 1n) parts[nextToGive(parts, weights)]! -= 1n;
  return parts.map(Number);
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
