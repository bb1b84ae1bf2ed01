/*
 * Ranges as the functions get them: rows of columns, at least one of each, every row equally long.
 */
import { Problem, type Argument, type Place, type Size } from "./problem";

export type Grid<T = number> = readonly (readonly T[])[];

export function sizeOf(grid: Grid<unknown>): Size {
  return { rows: grid.length, columns: grid[0]?.length ?? 0 };
}

export function placeIn(grid: Grid<unknown>, row: number, column: number): Place {
  return { row: row + 1, column: column + 1, ...sizeOf(grid) };
}

export function transpose<T>(grid: Grid<T>): T[][] {
  const { rows, columns } = sizeOf(grid);
  const turned: T[][] = [];
  for (let column = 0; column < columns; column += 1) {
    const line: T[] = [];
    for (let row = 0; row < rows; row += 1) line.push(grid[row]![column]!);
    turned.push(line);
  }
  return turned;
}

export function isOne(grid: Grid<unknown>): boolean {
  return grid.length === 1 && grid[0]!.length === 1;
}

/** Whether the grid is a row of several values. */
export function isRow(grid: Grid<unknown>): boolean {
  return grid.length === 1 && grid[0]!.length > 1;
}

/** Whether the grid has several rows and several columns. */
export function isTable(grid: Grid<unknown>): boolean {
  return grid.length > 1 && grid[0]!.length > 1;
}

/** The values of a single row or column; a table is refused. */
export function list(argument: Argument, grid: Grid): readonly number[] {
  if (isTable(grid)) throw new Problem("notAList", { argument, size: sizeOf(grid) });
  return grid.length === 1 ? grid[0]! : grid.map((row) => row[0]!);
}

/** Calls `check` with each value and what tells its place, row by row. */
export function each(grid: Grid, check: (value: number, place: () => Place) => void): void {
  grid.forEach((row, r) => row.forEach((value, c) => check(value, () => placeIn(grid, r, c))));
}

/** Refuses a range with a value that is not above 0; a blank cell counts as 0. */
export function requirePositive(argument: Argument, grid: Grid): void {
  refuse("notPositive", argument, grid, (value) => value <= 0);
}

export function requireNotNegative(argument: Argument, grid: Grid): void {
  refuse("negative", argument, grid, (value) => value < 0);
}

function refuse(
  code: "notPositive" | "negative",
  argument: Argument,
  grid: Grid,
  isWrong: (value: number) => boolean,
): void {
  for (let row = 0; row < grid.length; row += 1) {
    const column = grid[row]!.findIndex(isWrong);
    if (column < 0) continue;
    throw new Problem(code, { argument, place: placeIn(grid, row, column), got: grid[row]![column]! });
  }
}

/** Refuses two ranges that do not have the same rows and columns. */
export function requireSameSize(argument: Argument, grid: Grid, other: Argument, otherGrid: Grid): void {
  const size = sizeOf(grid);
  const otherSize = sizeOf(otherGrid);
  if (size.rows !== otherSize.rows || size.columns !== otherSize.columns) {
    throw new Problem("sizesDisagree", { argument, size, other, otherSize });
  }
}
