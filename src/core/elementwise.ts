/*
 * Functions that answer element by element: ranges of one size, or one value against a range.
 */
import { isOne, placeIn, requireSameSize, type Grid } from "./grid";
import type { Argument, Place } from "./problem";

/** The results in the shape of the ranges; `compute` gets the values of one place. */
export function elementwise<Names extends Argument, Result>(
  ranges: Readonly<Record<Names, Grid>>,
  compute: (values: Record<Names, number>, place: Place) => Result,
): Result[][] {
  const names = Object.keys(ranges) as Names[];
  const model = names.find((name) => !isOne(ranges[name])) ?? names[0]!;
  for (const name of names) {
    if (!isOne(ranges[name])) requireSameSize(name, ranges[name], model, ranges[model]);
  }
  const at = (grid: Grid, row: number, column: number) => (isOne(grid) ? grid[0]![0]! : grid[row]![column]!);
  return ranges[model].map((line, row) =>
    line.map((_, column) => {
      const values = Object.fromEntries(names.map((name) => [name, at(ranges[name], row, column)]));
      return compute(values as Record<Names, number>, placeIn(ranges[model], row, column));
    }),
  );
}
