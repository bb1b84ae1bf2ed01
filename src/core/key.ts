/*
 * A key: the weights that an amount is shared by. Read once and used for every year, as whole numbers in the
 * same proportions, so that shares are exact.
 */
import { exact, inWholeNumbers } from "./exact";
import { isTable, list, requireNotNegative, sizeOf, transpose, type Grid } from "./grid";
import { Problem, type Argument, type At } from "./problem";
import type { Years } from "./years";

export interface Key {
  /** Whole numbers proportional to the weights. */
  readonly weights: readonly bigint[];
  readonly sum: bigint;
  /** The weights as they were given. */
  readonly given: readonly number[];
  /** The same as doubles, where they and their sum are small enough to be exact. */
  readonly small?: { readonly weights: readonly number[]; readonly sum: number; readonly largest: number };
}

/** A key from weights that are known to be fit: 0 or more, and not all 0. */
export function keyOf(weights: readonly number[]): Key {
  const small = smallKey(weights);
  if (small) return new SmallKey(small);
  const exactWeights = inWholeNumbers(weights.map(exact));
  return { weights: exactWeights, sum: exactWeights.reduce((total, weight) => total + weight, 0n), given: weights };
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

  get given(): readonly number[] {
    return this.small.weights;
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
    const key = checkedKey(list(argument, grid), { argument });
    return () => key;
  }
  const turned = hasRowPerYear(argument, grid, years);
  const keys = (turned ? grid : transpose(grid)).map((weights, year) => {
    const size = { rows: 1, columns: 1, row: 1, column: 1 };
    const place = turned
      ? { ...size, rows: grid.length, row: year + 1 }
      : { ...size, columns: grid[0]!.length, column: year + 1 };
    return checkedKey(weights, { argument, place });
  });
  return (year) => keys[year]!;
}

/** Whether a table of keys has one row per year, rather than one column. */
function hasRowPerYear(argument: Argument, grid: Grid, { amounts, direction }: Years): boolean {
  const size = sizeOf(grid);
  const count = amounts.length;
  if (direction === "down" && size.rows === count) {
    if (size.columns === count) throw new Problem("yearsAmbiguous", { argument, size, remedy: "yearsAcross" });
    return true;
  }
  if (direction === "one" || size.columns !== count) {
    throw new Problem("yearsDisagree", { argument, size, years: count, direction });
  }
  return false;
}

function checkedKey(weights: readonly number[], at: At): Key {
  if (weights.every((weight) => weight === 0)) throw new Problem("allZero", at);
  return keyOf(weights);
}
