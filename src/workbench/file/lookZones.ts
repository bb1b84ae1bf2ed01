/*
 * The cells of a sheet that look the same, as rectangles: a column of ten thousand amounts is one.
 */
import { addressOfArea, type Area } from "../../xlsx/area";

interface Zone {
  readonly left: number;
  readonly right: number;
  readonly look: number;
  readonly top: number;
  bottom: number;
}

export class LookZones {
  readonly #done: Zone[] = [];
  #open = new Map<string, Zone>();
  #row = -1;
  #runs: { left: number; right: number; look: number }[] = [];

  /** Cells come row by row, and from left to right in each. */
  add(row: number, column: number, look: number): void {
    if (row !== this.#row) this.#endRow(row);
    const last = this.#runs[this.#runs.length - 1];
    if (last?.look === look && last.right === column - 1) last.right = column;
    else this.#runs.push({ left: column, right: column, look });
  }

  all(): readonly { readonly zone: string; readonly look: number }[] {
    this.#endRow(-1);
    this.#done.push(...this.#open.values());
    this.#open.clear();
    return this.#done.map((zone) => ({ zone: addressOfArea(zone satisfies Area), look: zone.look }));
  }

  #endRow(next: number): void {
    const open = new Map<string, Zone>();
    for (const { left, right, look } of this.#runs) {
      const name = `${left} ${right} ${look}`;
      const above = this.#open.get(name);
      if (above) {
        above.bottom = this.#row;
        open.set(name, above);
        this.#open.delete(name);
      } else open.set(name, { left, right, look, top: this.#row, bottom: this.#row });
    }
    this.#done.push(...this.#open.values());
    this.#open = open;
    if (next !== this.#row + 1) {
      this.#done.push(...open.values());
      this.#open = new Map<string, Zone>();
    }
    this.#row = next;
    this.#runs = [];
  }
}
