/*
 * How wide and high a sheet's columns and rows must be for every text to be seen whole.
 */
import type { Cell, Role, SheetPlan } from "./plan";

interface Measured {
  readonly cell: Cell;
  readonly row: number;
  readonly column: number;
}

const labelColumn = 0;
const unitColumn = 1;
const widest = { label: 40, source: 72 };

/** Widths in characters; heights in lines, of the rows that need more than one. */
export function measure({ valueWidth }: SheetPlan, placed: readonly Measured[], sourceColumn: number) {
  const lengths = (column: number, roles: readonly Role[]) =>
    placed.filter((item) => item.column === column && roles.includes(item.cell.role)).map(({ cell }) => lengthOf(cell));
  const widthFor = (least: number, most: number, all: readonly number[]) =>
    Math.min(Math.max(least, ...all.map((length) => length + 2)), most);
  const units = placed.filter(({ column }) => column === unitColumn).map(({ cell }) => lengthOf(cell));
  const columnWidths = Array.from({ length: sourceColumn + 1 }, (_, column) => {
    if (column === labelColumn) return widthFor(24, widest.label, lengths(column, ["label", "heading", "input"]));
    if (column === unitColumn) return widthFor(8, 20, units);
    if (column === sourceColumn) return widthFor(12, widest.source, lengths(column, ["source"]));
    return valueWidth;
  });
  const rowLines: Record<number, number> = {};
  for (const { cell, row, column } of placed) {
    if (!wraps.includes(cell.role)) continue;
    const lines = linesOf(cell, columnWidths[column]!);
    if (lines > (rowLines[row] ?? 1)) rowLines[row] = lines;
  }
  return { columnWidths, rowLines };
}

/** The roles whose texts break into lines within their own cell; a title or a note runs on to the right. */
const wraps: readonly Role[] = ["label", "heading", "source"];

/** A width counts wide digits, and letters are narrower; but headings are bold, of long words in narrow columns. */
function linesOf(cell: Cell, width: number): number {
  // A text that a formula fetches is a name, of two lines at most.
  if (cell.role === "heading" && typeof cell.content === "object" && cell.format === "text") return 2;
  const length = lengthOf(cell);
  if (cell.role !== "heading") return Math.max(1, Math.ceil(length / width));
  return length + 2 <= width ? 1 : Math.ceil((length * 1.5) / width);
}

/** What a formula will show is not known; a source's is a citation of two lines at most. */
function lengthOf({ content, role }: Cell): number {
  if (typeof content === "object") return role === "source" ? 2 * widest.source : 0;
  return String(content ?? "").length;
}
