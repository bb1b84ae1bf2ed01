/*
 * A key: the weights that an amount is shared by. Read once and used for every year, as whole numbers in the
 * same proportions, so that shares are exact.
 */
import { exact, inWholeNumbers } from "./exact";
import { placeIn, sizeOf, transpose, isTable, type Grid } from "./grid";
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
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (weights.every(Number.isInteger) && sum < 1e15) {
    const whole = weights.map(BigInt);
    return { weights: whole, sum: BigInt(sum), small: { weights, sum, largest: Math.max(...weights) } };
  }
  const exactWeights = inWholeNumbers(weights.map(exact));
  return { weights: exactWeights, sum: exactWeights.reduce((total, weight) => total + weight, 0n) };
}

/**
 * The key of each year, from a range of weights: a list holds for all years; a table has one column per year.
 * Where the years run downwards the table is turned like everything else, with one row per year; a table with
 * one column per year is understood too, unless it is square, when nobody could tell which was meant.
 */
export function keysOf(argument: Argument, grid: Grid, years: Years): (year: number) => Key {
  grid.forEach((row, r) =>
    row.forEach((got, c) => {
      if (got < 0) throw new Problem("negative", { argument, place: placeIn(grid, r, c), got });
    }),
  );
  if (!isTable(grid)) {
    const key = checkedKey(argument, grid.flat());
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
