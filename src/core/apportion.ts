/*
 * Sharing whole units so that they add up exactly: by largest remainder (Hamilton), and by Sainte-Laguë's odd
 * divisors (Webster), which never takes a unit from anyone when the total grows. Ties go to the larger weight,
 * then to the one listed first. Negative totals mirror positive ones. The law says nothing about rounding;
 * this is our reading, told to the user wherever it matters.
 */
import { magnitude } from "./exact";
import type { Key } from "./key";

export type Method = "largestRemainder" | "sainteLague";

/** Shares `total` units by the key; the parts add up to the total. */
export function apportion(total: bigint, key: Key, method: Method = "largestRemainder"): bigint[] {
  const units = magnitude(total);
  const parts = method === "sainteLague" ? oddDivisors(units, key) : largestRemainder(units, key);
  return total < 0n ? parts.map((part) => -part) : parts;
}

function largestRemainder(units: bigint, key: Key): bigint[] {
  const { small } = key;
  if (small && Number(units) * small.largest <= Number.MAX_SAFE_INTEGER) {
    return largestRemainderOfSmall(Number(units), small.weights, small.sum);
  }
  return roundTogether(
    key.weights.map((weight) => units * weight),
    key.sum,
    units,
  );
}

/** The same for numbers small enough that products of units and weights are exact doubles. */
function largestRemainderOfSmall(units: number, weights: readonly number[], sum: number): bigint[] {
  const products = weights.map((weight) => units * weight);
  const remainders = products.map((product) => product % sum);
  const parts = products.map((product, i) => (product - remainders[i]!) / sum);
  const left = units - parts.reduce((total, part) => total + part, 0);
  for (const i of order(remainders, weights).slice(0, left)) parts[i]! += 1;
  return parts.map(BigInt);
}

/**
 * Rounds the shares numerator / denominator, all 0 or more, to whole units that add up to `units`: each rounded
 * down, and the units left to the largest remainders. `units` is at least the sum of the shares rounded down,
 * and at most as many more as there are shares.
 */
export function roundTogether(numerators: readonly bigint[], denominator: bigint, units: bigint): bigint[] {
  const remainders = numerators.map((numerator) => numerator % denominator);
  const parts = numerators.map((numerator) => numerator / denominator);
  const left = Number(units - parts.reduce((total, part) => total + part, 0n));
  for (const i of order(remainders, numerators).slice(0, left)) parts[i]! += 1n;
  return parts;
}

/** Who is first in line for a unit left over: the largest remainder, the larger weight, the one listed first. */
function order<T extends number | bigint>(remainders: readonly T[], weights: readonly T[]): number[] {
  return remainders
    .map((_, i) => i)
    .sort((a, b) => descending(remainders[a]!, remainders[b]!) || descending(weights[a]!, weights[b]!) || a - b);
}

function descending<T extends number | bigint>(a: T, b: T): number {
  return a > b ? -1 : a < b ? 1 : 0;
}

/**
 * Webster's method. Rounding every exact share to the nearest unit is right for some total close by; from there
 * single units are handed out to, or taken back from, whoever is next in line.
 */
function oddDivisors(units: bigint, { weights, sum }: Key): bigint[] {
  const parts = weights.map((weight) => (2n * units * weight + sum - 1n) / (2n * sum));
  let left = units - parts.reduce((total, part) => total + part, 0n);
  for (; left > 0n; left -= 1n) parts[nextToGet(parts, weights)]! += 1n;
  for (; left < 0n; left += 1n) parts[nextToGive(parts, weights)]! -= 1n;
  return parts;
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
