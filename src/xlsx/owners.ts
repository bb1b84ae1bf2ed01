/*
 * Which formulas stand in a cell, or fill it: found by any cell, and by the cells of an area.
 */
import { columnOf, forEachCell, keyOf, rowOf, type Area } from "./area";
import type { LocatedFormula } from "./formulas";

/** For each column the rows that formulas stand in or fill, in order, and whose they are. */
type Columns = Map<number, { readonly rows: readonly number[]; readonly owners: readonly number[] }>;

interface Owner {
  readonly id: number;
  readonly located: LocatedFormula;
  /** What it fills beyond its own cell; a cell may have several owners, one that filled it and one that does now. */
  readonly fills: readonly Area[];
}

export class Owners {
  readonly #sheets: readonly Columns[];

  /** `isTaken` says of a cell that no table fills it, as it has a formula, or what somebody has put there. */
  constructor(sheets: number, owners: Iterable<Owner>, isTaken: (sheet: number, key: number) => boolean) {
    const found = Array.from({ length: sheets }, () => new Map<number, [row: number, owner: number][]>());
    const add = (sheet: number, row: number, column: number, owner: number) => {
      const cells = found[sheet]!.get(column);
      if (cells) cells.push([row, owner]);
      else found[sheet]!.set(column, [[row, owner]]);
    };
    for (const { id, located, fills } of owners) {
      const { sheet, key } = located;
      add(sheet, rowOf(key), columnOf(key), id);
      for (const area of fills) {
        forEachCell(area, (row, column) => {
          if (!isTaken(sheet, keyOf(row, column))) add(sheet, row, column, id);
        });
      }
    }
    this.#sheets = found.map(sorted);
  }

  of(sheet: number, row: number, column: number): number[] {
    const found = this.#sheets[sheet]!.get(column);
    if (!found) return [];
    const owners: number[] = [];
    for (let at = firstAtLeast(found.rows, row); found.rows[at] === row; at += 1) owners.push(found.owners[at]!);
    return owners;
  }

  /** Tells of each cell of the area that has an owner. */
  within(sheet: number, { top, left, bottom, right }: Area, tell: (owner: number) => void): void {
    const columns = this.#sheets[sheet]!;
    const tellOf = (column: number) => {
      const found = columns.get(column);
      if (!found) return;
      for (let at = firstAtLeast(found.rows, top); at < found.rows.length && found.rows[at]! <= bottom; at += 1) {
        tell(found.owners[at]!);
      }
    };
    if (right - left < columns.size) for (let column = left; column <= right; column += 1) tellOf(column);
    else for (const column of columns.keys()) if (column >= left && column <= right) tellOf(column);
  }
}

function sorted(columns: ReadonlyMap<number, [row: number, owner: number][]>): Columns {
  const all: Columns = new Map();
  for (const [column, cells] of columns) {
    cells.sort(([a], [b]) => a - b);
    all.set(column, { rows: cells.map(([row]) => row), owners: cells.map(([, owner]) => owner) });
  }
  return all;
}

function firstAtLeast(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
