/*
 * A key: the weights that an amount is shared by. Read once and used for every year, as whole numbers in the
 * same proportions, so that shares are exact.
 */
import { exact, inWholeNumbers } from "./exact";
import { isTable, list, requireNotNegative, sizeOf, transpose, type Grid } from "./grid";
import { Problem, type Argument } from "./problem";
import type { Years } from "./years";

export interface Key {
  /** Whole numbers proportional to the weights. */
  readonly weights: readonly bigint[];
  readonly sum: bigint;
  /** The same as doubles, where they and their sum are small enough to be exact. */
  readonly small?: { readonly weights: readonly number[]; readonly sum: number; readonly largest: number };
}

/** A key from weights that are known to be fit: 0 or more, and not all 0. */
export function keyOf(weights: readonly number[]): Key {
  const small = smallKey(weights);
  if (small) return new SmallKey(small);
  const exactWeights = inWholeNumbers(weights.map(exact));
  return { weights: exactWeights, sum: exactWeights.reduce((total, weight) => total + weight, 0n) };
}

/** A key of small whole numbers, which are seldom asked for as anything else. */
class SmallKey implements Key {
  readonly sum: bigint;

  constructor(readonly small: NonNullable<Key["small"]>) {
    this.sum = BigInt(small.sum);
  }

  get weights(): readonly bigint[] {
    return this.small.weights.map(BigInt);
  }
}

/** Whole weights whose sum has at most 15 digits. */
function smallKey(weights: readonly number[]): Key["small"] {
  let sum = 0;
  let largest = 0;
  for (const weight of weights) {
    if (!Number.isInteger(weight)) return undefined;
    sum += weight;
    if (weight > largest) largest = weight;
  }
  return sum < 1e15 ? { weights, sum, largest } : undefined;
}

/**
 * The key of each year, from a range of weights: a list holds for all years; a table has one column per year.
 * Where the years run downwards the table is turned like everything else, with one row per year; a table with
 * one column per year is understood too, unless it is square, when nobody could tell which was meant.
 */
export function keysOf(argument: Argument, grid: Grid, years: Years): (year: number) => Key {
  requireNotNegative(argument, grid);
  if (!isTable(grid)) {
    const key = checkedKey(argument, list(argument, grid));
    return () => key;
  }
  const keys = columnsPerYear(argument, grid, years).map((column) => checkedKey(argument, column));
  return (year) => keys[year]!;
}

function columnsPerYear(argument: Argument, grid: Grid, years: Years): Grid {
  const size = sizeOf(grid);
  const count = years.amounts.length;
  if (years.direction === "down") {
    if (size.rows === count && size.columns === count) throw new Problem("yearsAmbiguous", { argument, size });
    if (size.rows === count) return grid;
  }
  if (years.direction === "one" || size.columns !== count) {
    throw new Problem("yearsDisagree", { argument, size, years: count });
  }
  return transpose(grid);
}

function checkedKey(argument: Argument, weights: readonly number[]): Key {
  if (weights.every((weight) => weight === 0)) throw new Problem("allZero", { argument });
  return keyOf(weights);
}
