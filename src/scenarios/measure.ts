/*
 * How wide and high a sheet's columns and rows must be for every text to be seen whole.
 */
import type { Cell, Role, SheetPlan } from "./plan";
import { linesIn, textWidth } from "./textWidth";

interface Measured {
  readonly cell: Cell;
  readonly row: number;
  readonly column: number;
}

const labelColumn = 0;
const unitColumn = 1;
const widest = { label: 40, source: 72 };

/** Widths in digits; heights in lines, of the rows that need more than one. */
export function measure({ valueWidth }: SheetPlan, placed: readonly Measured[], sourceColumn: number) {
  const widthsOf = (column: number, roles: readonly Role[]) =>
    placed.filter((item) => item.column === column && roles.includes(item.cell.role)).map(({ cell }) => widthOf(cell));
  const widthFor = (least: number, most: number, all: readonly number[]) =>
    Math.ceil(Math.min(Math.max(least, ...all.map((width) => width + padding)), most));
  const columnWidths = Array.from({ length: sourceColumn + 1 }, (_, column) => {
    if (column === labelColumn) return widthFor(24, widest.label, widthsOf(column, ["label", "heading", "input"]));
    if (column === unitColumn) return widthFor(8, 20, widthsOf(column, ["unit", "heading"]));
    if (column === sourceColumn) return widthFor(12, widest.source, widthsOf(column, ["source"]));
    return valueWidth;
  });
  const rowLines: Record<number, number> = {};
  for (const { cell, row, column } of placed) {
    if (!wraps.includes(cell.role)) continue;
    const lines = linesOf(cell, columnWidths[column]! - padding);
    if (lines > (rowLines[row] ?? 1)) rowLines[row] = lines;
  }
  return { columnWidths, rowLines };
}

/** Between a text and its cell's edges, on both sides together. */
const padding = 1;

/** The roles whose texts break into lines within their own cell; a title or a note runs on to the right. */
const wraps: readonly Role[] = ["label", "heading", "source"];

const isBold = ({ role }: Cell) => role === "heading";

/** What a formula fetches is not known: a name or a citation, of two lines at most; a year above a column, of one. */
function linesOf(cell: Cell, width: number): number {
  const { content, role, format } = cell;
  if (typeof content !== "object") return linesIn(String(content ?? ""), width, isBold(cell));
  return role === "source" || (role === "heading" && format === "text") ? 2 : 1;
}

/** A citation that a formula fetches takes all the width there is. */
function widthOf(cell: Cell): number {
  if (typeof cell.content === "object") return cell.role === "source" ? widest.source : 0;
  return textWidth(String(cell.content ?? ""), isBold(cell));
}
