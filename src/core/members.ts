/*
 * Ranges with a party's members down and years across.
 */
import { sizeOf, type Grid } from "./grid";
import { Problem, type Argument } from "./problem";

/**
 * How many years the ranges have. They must agree; where one column may serve all years, a range of a single
 * column fits any number.
 */
export function columnsOf(ranges: readonly (readonly [Argument, Grid])[], rule: "equal" | "oneServesAll"): number {
  const counts = ranges.map(([, grid]) => sizeOf(grid).columns);
  const expected = Math.max(...counts);
  const other = ranges[counts.indexOf(expected)]![0];
  ranges.forEach(([argument], i) => {
    const got = counts[i]!;
    if (got !== expected && !(rule === "oneServesAll" && got === 1)) {
      throw new Problem("columnsDisagree", { argument, got, other, expected });
    }
  });
  return expected;
}

/** The members' values of a year; a single column serves all years. */
export function columnOf(grid: Grid, year: number): number[] {
  return grid.map((row) => (row.length === 1 ? row[0]! : row[year]!));
}

/** Where no region takes part, its range is left out or blank. */
export function requireNoRegion(argument: Argument, grid: Grid | undefined): void {
  if (grid?.some((row) => row.some((value) => value !== 0))) throw new Problem("regionDoesNotTakePart", { argument });
}
