/*
 * Results of ours as tables of numbers: what one formula fills, or what formulas of the same function side by side
 * give; and the lines, across or down, that they and the numbers beside them consist of.
 */
import { countOf, zoneAt, type Zone } from "../../scenarios/zone";
import { toRectangles } from "../../workbook/blocks";
import type { Own, SheetView } from "./sheet";

/** Functions that give amounts of which a sum, or a typed copy, means the same thing. */
const amounts = ["SPLIT", "ALLOCATE", "ESCALATE", "STATEMAX", "STATEGRANT"];

/** The tables of amounts on a sheet, each of numbers alone, and of at least two. */
export function blocksOf(view: SheetView): Zone[] {
  const isAmount = ({ formula }: Own) => formula.functions.some((name) => amounts.includes(name));
  const own = view.own.filter(isAmount);
  const tables = own
    .filter(({ rows, columns }) => rows * columns > 1)
    .map((cell) => zoneAt(cell.row, cell.column, cell));
  const single = new Map<string, Own[]>();
  for (const cell of own.filter(({ rows, columns }) => rows * columns === 1)) {
    const kind = cell.formula.functions.join();
    const others = single.get(kind);
    if (others) others.push(cell);
    else single.set(kind, [cell]);
  }
  const side = [...single.values()].flatMap(toRectangles);
  return [...tables, ...side].filter((zone) => countOf(zone) > 1 && isAllNumbers(view, zone));
}

function isAllNumbers(view: SheetView, { top, left, bottom, right }: Zone): boolean {
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) {
      if (view.number(row, column) === undefined) return false;
    }
  }
  return true;
}

/** Which way a line runs: `across` is a part of a row, `down` a part of a column. */
export type Direction = "across" | "down";

/** Cells next to each other in one row or one column. */
export interface Line {
  readonly direction: Direction;
  /** The row or column that it is a part of. */
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

export function lineZone({ direction, index, from, to }: Line): Zone {
  return direction === "across"
    ? { top: index, bottom: index, left: from, right: to }
    : { top: from, bottom: to, left: index, right: index };
}

/** Row and column of a line's cell. */
export function cellOf({ direction, index }: Pick<Line, "direction" | "index">, at: number): [number, number] {
  return direction === "across" ? [index, at] : [at, index];
}

export function lengthOf({ from, to }: Line): number {
  return to - from + 1;
}

/** The lines of a table that run so. */
export function linesOf({ top, left, bottom, right }: Zone, direction: Direction): Line[] {
  const [first, last, from, to] = direction === "across" ? [top, bottom, left, right] : [left, right, top, bottom];
  return Array.from({ length: last - first + 1 }, (_, each) => ({ direction, index: first + each, from, to }));
}

/** What a line is called: of a row the text to its left, of a column what stands above it. */
export function nameOf(view: SheetView, line: Line): string | undefined {
  return line.direction === "across" ? leftOf(view, line.index, line.from) : above(view, line.from, line.index);
}

const mostAway = 6;

/** The text that a row begins with, on the left of a cell: units and the like stand between. */
export function leftOf(view: SheetView, row: number, column: number): string | undefined {
  let name: string | undefined;
  for (let at = column - 1; at >= Math.max(0, column - mostAway); at -= 1) {
    const text = view.text(row, at);
    // The text that begins a table stands at its edge, or at the edge of a gap.
    if (text === undefined && name !== undefined) break;
    name = text ?? name;
  }
  return name;
}

/** The heading of a column of a table that begins in the row: a text or a year, with nothing but figures between. */
export function above(view: SheetView, row: number, column: number): string | undefined {
  for (let at = row - 1; at >= Math.max(0, row - mostAway); at -= 1) {
    const text = view.text(at, column) ?? yearIn(String(view.number(at, column) ?? ""));
    if (text !== undefined) return text;
  }
  return undefined;
}

/** The year in a heading; of two lines with different ones, neither says anything of the other. */
export function yearIn(name: string | undefined): string | undefined {
  return /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(name ?? "")?.[0];
}
