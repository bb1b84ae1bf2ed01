/*
 * The rows of values that a formula comes to.
 */
import { ErrorValue, isSame, type CellValue } from "./values";

export type Grid = readonly (readonly CellValue[])[];

export function isSameGrid(one: Grid, other: Grid): boolean {
  return (
    one.length === other.length &&
    one.every((line, row) => line.length === other[row]!.length && line.every((value, at) => isSame(value, other[row]![at]!)))
  ); // prettier-ignore
}

/** A table in cells given beforehand: one value, row or column is repeated, and what is beyond is not available. */
export function fitted(grid: Grid, row: number, column: number): CellValue {
  const line = grid.length === 1 ? grid[0] : grid[row];
  return (line?.length === 1 ? line[0] : line?.[column]) ?? new ErrorValue("#N/A");
}
