/*
 * Cells gathered into few rectangles, as Excel is quick with ranges and slow with cells.
 */
import type { Zone } from "../scenarios/zone";

interface Place {
  readonly row: number;
  readonly column: number;
}

/** Rectangles that cover the places and nothing else: runs along the rows, joined where rows have the same run. */
export function toRectangles(places: readonly Place[]): Zone[] {
  const byRow = new Map<number, Set<number>>();
  for (const { row, column } of places) byRow.set(row, (byRow.get(row) ?? new Set()).add(column));
  const done: Zone[] = [];
  let open: Zone[] = [];
  for (const row of [...byRow.keys()].sort((a, b) => a - b)) {
    const here = runs([...byRow.get(row)!]).map(([left, right]): Zone => {
      const above = open.find((zone) => zone.bottom === row - 1 && zone.left === left && zone.right === right);
      return { top: above?.top ?? row, left, bottom: row, right };
    });
    done.push(...open.filter((zone) => !here.some(({ top, left }) => top === zone.top && left === zone.left)));
    open = here;
  }
  return [...done, ...open];
}

/** Neighbouring numbers as first and last. */
function runs(numbers: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else found.push([number, number]);
  }
  return found;
}

/** Every place of a zone. */
export function placesIn({ top, left, bottom, right }: Zone): Place[] {
  const columns = Array.from({ length: right - left + 1 }, (_, index) => left + index);
  return Array.from({ length: bottom - top + 1 }, (_, index) => top + index).flatMap((row) =>
    columns.map((column) => ({ row, column })),
  );
}
