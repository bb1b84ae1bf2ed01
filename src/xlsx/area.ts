/*
 * Cells and areas by numbers: rows and columns count from 0, a cell of a sheet is one number.
 */
export const maxRows = 1_048_576;
export const maxColumns = 16_384;

export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export function keyOf(row: number, column: number): number {
  return row * maxColumns + column;
}

export function rowOf(key: number): number {
  return Math.floor(key / maxColumns);
}

export function columnOf(key: number): number {
  return key % maxColumns;
}

export function toLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

export function toAddress(row: number, column: number): string {
  return `${toLetters(column)}${row + 1}`;
}

export function addressOfArea({ top, left, bottom, right }: Area): string {
  const first = toAddress(top, left);
  return top === bottom && left === right ? first : `${first}:${toAddress(bottom, right)}`;
}

/** The key of "B4"; undefined where the text is no address on a sheet. */
export function parseAddress(address: string): number | undefined {
  let column = 0;
  let at = 0;
  for (; at < address.length; at += 1) {
    const letter = address.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  const row = Number(address.slice(at));
  const isOnSheet = column >= 1 && column <= maxColumns && Number.isInteger(row) && row >= 1 && row <= maxRows;
  return isOnSheet ? keyOf(row - 1, column - 1) : undefined;
}

/** The area of "B4" or "B4:C9". */
export function parseArea(text: string): Area | undefined {
  const [first, last = first] = text.replace(/\$/g, "").split(":").map(parseAddress);
  if (first === undefined || last === undefined) return undefined;
  const [rows, columns] = [
    [rowOf(first), rowOf(last)],
    [columnOf(first), columnOf(last)],
  ];
  return { top: Math.min(...rows), left: Math.min(...columns), bottom: Math.max(...rows), right: Math.max(...columns) };
}

/** The area of one cell. */
export function pointOf(key: number): Area {
  const [row, column] = [rowOf(key), columnOf(key)];
  return { top: row, left: column, bottom: row, right: column };
}

export function heightOf({ top, bottom }: Area): number {
  return bottom - top + 1;
}

export function widthOf({ left, right }: Area): number {
  return right - left + 1;
}

export function sizeOf(area: Area): number {
  return heightOf(area) * widthOf(area);
}

/** Row by row. */
export function forEachCell({ top, left, bottom, right }: Area, tell: (row: number, column: number) => void): void {
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) tell(row, column);
  }
}

export function contains(area: Area, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}

/** Whether all of the inner area is in the outer one. */
export function holds(outer: Area, inner: Area): boolean {
  return contains(outer, inner.top, inner.left) && contains(outer, inner.bottom, inner.right);
}

export function overlap(one: Area, other: Area): boolean {
  return one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right;
}

/** What two areas that overlap have in common. */
export function common(one: Area, other: Area): Area {
  return {
    top: Math.max(one.top, other.top),
    left: Math.max(one.left, other.left),
    bottom: Math.min(one.bottom, other.bottom),
    right: Math.min(one.right, other.right),
  };
}

/** The one cell of an area that is in a formula's own row or column. */
export function meeting({ top, left, bottom, right }: Area, row: number, column: number): Area | undefined {
  const [isOneRow, isOneColumn] = [top === bottom, left === right];
  if (!isOneRow && (row < top || row > bottom)) return undefined;
  if (!isOneColumn && (column < left || column > right)) return undefined;
  if (!isOneRow && !isOneColumn) return undefined;
  const [r, c] = [isOneRow ? top : row, isOneColumn ? left : column];
  return { top: r, left: c, bottom: r, right: c };
}

/** A sheet's name as it stands before the exclamation mark. */
export function quoteSheet(name: string): string {
  const isPlain = /^[\p{L}_][\p{L}\d_.]*$/u.test(name) && !/^([a-z]{1,3}\d+|r\d*c?\d*|c\d*)$/i.test(name);
  return isPlain ? name : `'${name.replace(/'/g, "''")}'`;
}
