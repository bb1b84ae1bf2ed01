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

/** The place of the i-th value of a single row or column. */
export function placeInList(grid: Grid<unknown>, i: number): Place {
  return grid.length === 1 ? placeIn(grid, 0, i) : placeIn(grid, i, 0);
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

/** Refuses a range with a value that is not above 0; a blank cell counts as 0. */
export function requirePositive(argument: Argument, grid: Grid): void {
  const found = find(grid, (value) => value <= 0);
  if (found) throw new Problem("notPositive", { argument, ...found });
}

export function requireNotNegative(argument: Argument, grid: Grid): void {
  const found = find(grid, (value) => value < 0);
  if (found) throw new Problem("negative", { argument, ...found });
}

/** Refuses a range with a value outside min to max. */
export function requireWithin(argument: Argument, grid: Grid, min: number, max: number): void {
  const found = find(grid, (value) => value < min || value > max);
  if (found) throw new Problem("outside", { argument, ...found, min, max });
}

/** Refuses rates of −100 % or less, which would leave nothing to grow from. */
export function requireGrowth(argument: Argument, grid: Grid): void {
  const found = find(grid, (value) => value <= -1);
  if (found) throw new Problem("rateTooLow", { argument, ...found });
}

function find(grid: Grid, isWrong: (value: number) => boolean): { place: Place; got: number } | undefined {
  for (let row = 0; row < grid.length; row += 1) {
    const column = grid[row]!.findIndex(isWrong);
    if (column >= 0) return { place: placeIn(grid, row, column), got: grid[row]![column]! };
  }
  return undefined;
}

/** Refuses two ranges that do not have the same rows and columns. */
export function requireSameSize(argument: Argument, grid: Grid, other: Argument, otherGrid: Grid): void {
  const size = sizeOf(grid);
  const otherSize = sizeOf(otherGrid);
  if (size.rows !== otherSize.rows || size.columns !== otherSize.columns) {
    throw new Problem("sizesDisagree", { argument, size, other, otherSize });
  }
}
