/*
 * Rectangles of cells, counted from 0, and the addresses that a spreadsheet has for them.
 */

/** Both ends are included. */
export interface Zone {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export function toAddress({ top, left, bottom, right }: Zone): string {
  const start = `${columnName(left)}${top + 1}`;
  return top === bottom && left === right ? start : `${start}:${columnName(right)}${bottom + 1}`;
}

function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

/** Every cell of the zone by its address. */
export function addressesIn({ top, left, bottom, right }: Zone): string[] {
  const columns = Array.from({ length: right - left + 1 }, (_, index) => left + index);
  return columns.flatMap((column) =>
    Array.from({ length: bottom - top + 1 }, (_, index) => toAddress(zoneAt(top + index, column))),
  );
}

/** A cell, or the rectangle that starts in it. */
export function zoneAt(top: number, left: number, { rows, columns } = { rows: 1, columns: 1 }): Zone {
  return { top, left, bottom: top + rows - 1, right: left + columns - 1 };
}

export function isSingle(zone: Zone): boolean {
  return countOf(zone) === 1;
}

export function countOf({ top, left, bottom, right }: Zone): number {
  return (bottom - top + 1) * (right - left + 1);
}

export function overlap(one: Zone, other: Zone): boolean {
  const rows = one.top <= other.bottom && other.top <= one.bottom;
  return rows && one.left <= other.right && other.left <= one.right;
}

/** The zone of an address such as A1 or B2:C5. */
export function toZone(address: string): Zone {
  const [start, end = start] = address.split(":").map((corner) => {
    const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(corner)!;
    const column = [...letters!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    return { row: Number(row) - 1, column };
  });
  return { top: start!.row, left: start!.column, bottom: end!.row, right: end!.column };
}
