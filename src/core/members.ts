/*
 * Ranges with a party's members down and years across.
 */
import { sizeOf, type Grid } from "./grid";
import { Problem, type Argument } from "./problem";
import { mostYears } from "./years";

/**
 * How many years the ranges have. They must agree; where one column may serve all years, a range of a single
 * column fits any number.
 */
export function columnsOf(
  ranges: Readonly<Partial<Record<Argument, Grid | undefined>>>,
  rule: "equal" | "oneServesAll",
): number {
  const counts = Object.entries(ranges).flatMap(([argument, grid]) =>
    grid ? [{ argument: argument as Argument, got: sizeOf(grid).columns }] : [],
  );
  const longest = counts.reduce((most, count) => (count.got > most.got ? count : most));
  const expected = longest.got;
  for (const { argument, got } of counts) {
    if (got !== expected && !(rule === "oneServesAll" && got === 1)) {
      throw new Problem("columnsDisagree", { argument, got, other: longest.argument, expected });
    }
  }
  if (expected > mostYears) {
    throw new Problem("tooManyYears", { argument: longest.argument, got: expected, most: mostYears });
  }
  return expected;
}

/** The members' values of a year; a single column serves all years. */
export function columnOf(grid: Grid, year: number): number[] {
  return grid.map((row) => (row.length === 1 ? row[0]! : row[year]!));
}

/** The region's range, which must be given; where no region takes part it must be left out or blank. */
export function regionOf(argument: Argument, grid: Grid | undefined, withoutRegion: boolean): Grid | undefined {
  if (!withoutRegion && !grid) throw new Problem("missing", { argument });
  if (withoutRegion && grid?.some((row) => row.some((value) => value !== 0))) {
    throw new Problem("regionDoesNotTakePart", { argument });
  }
  return withoutRegion ? undefined : grid;
}
