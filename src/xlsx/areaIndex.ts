/*
 * Which formulas need a cell: areas of one sheet, found by any cell in them. Rows are halved again and again, as in
 * a segment tree, so that an area stands in few places and a cell looks in twenty. An area that was found once is
 * gone: its formulas are known by then.
 */
import { keyOf, maxRows, type Area } from "./area";

interface Entry {
  readonly left: number;
  readonly right: number;
  readonly formulas: number[];
  isFound: boolean;
}

export class AreaIndex {
  readonly #cells = new Map<number, number[]>();
  readonly #nodes = new Map<number, Entry[]>();
  /** The same area in many formulas, such as a list they look up in, is one. */
  readonly #areas = new Map<string, Entry>();

  add({ top, left, bottom, right }: Area, formula: number): void {
    if (top === bottom && left === right) {
      const key = keyOf(top, left);
      const formulas = this.#cells.get(key);
      if (formulas) formulas.push(formula);
      else this.#cells.set(key, [formula]);
      return;
    }
    const name = `${top} ${left} ${bottom} ${right}`;
    const known = this.#areas.get(name);
    if (known) {
      known.formulas.push(formula);
      return;
    }
    const entry: Entry = { left, right, formulas: [formula], isFound: false };
    this.#areas.set(name, entry);
    let [low, high] = [top + maxRows, bottom + maxRows + 1];
    for (; low < high; low >>= 1, high >>= 1) {
      if (low & 1) this.#put(low++, entry);
      if (high & 1) this.#put(--high, entry);
    }
  }

  #put(node: number, entry: Entry): void {
    const entries = this.#nodes.get(node);
    if (entries) entries.push(entry);
    else this.#nodes.set(node, [entry]);
  }

  /** Tells each formula that needs a cell, unless it was told before. */
  find(row: number, column: number, tell: (formula: number) => void): void {
    const key = keyOf(row, column);
    this.#cells.get(key)?.forEach(tell);
    this.#cells.delete(key);
    for (let node = row + maxRows; node >= 1; node >>= 1) {
      const entries = this.#nodes.get(node);
      if (!entries) continue;
      const left = entries.filter((entry) => {
        if (entry.isFound) return false;
        if (column < entry.left || column > entry.right) return true;
        entry.isFound = true;
        entry.formulas.forEach(tell);
        return false;
      });
      if (left.length === 0) this.#nodes.delete(node);
      else if (left.length < entries.length) this.#nodes.set(node, left);
    }
  }
}
