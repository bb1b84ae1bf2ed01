/*
 * Functions that answer element by element: ranges of one size, or one value against a range.
 */
import { isOne, placeIn, requireSameSize, type Grid } from "./grid";
import type { Argument, At } from "./problem";

/** One place of the ranges. */
export interface Element<Names extends Argument> {
  readonly values: Readonly<Record<Names, number>>;
  /** Where an argument's value stands: in its range, or alone. */
  readonly at: (name: Names) => At;
  /** The first argument that is a range; undefined where all are single values. */
  readonly range: Names | undefined;
  /** The place of the result. */
  readonly row: number;
  readonly column: number;
}

/** The results in the shape of the ranges. */
export function elementwise<Names extends Argument, Result>(
  ranges: Readonly<Record<Names, Grid>>,
  compute: (element: Element<Names>) => Result,
): Result[][] {
  const names = Object.keys(ranges) as Names[];
  const range = names.find((name) => !isOne(ranges[name]));
  const model = ranges[range ?? names[0]!];
  for (const name of names) {
    if (!isOne(ranges[name])) requireSameSize(name, ranges[name], range!, model);
  }
  const valueAt = (grid: Grid, row: number, column: number) => (isOne(grid) ? grid[0]![0]! : grid[row]![column]!);
  return model.map((line, row) =>
    line.map((_, column) =>
      compute({
        values: Object.fromEntries(names.map((name) => [name, valueAt(ranges[name], row, column)])) as Record<
          Names,
          number
        >,
        at: (argument) => (isOne(ranges[argument]) ? { argument } : { argument, place: placeIn(model, row, column) }),
        range,
        row,
        column,
      }),
    ),
  );
}
