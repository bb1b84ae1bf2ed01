/*
 * Which cells of a table a reference such as Unions[Need] or Unions[[#Totals],[Need]] means.
 */
import type { Area } from "./area";
import type { Table } from "./workbook";

/** `row` is where the formula stands, for a reference to its own row; undefined where the table has no such part. */
export function tableArea(
  { area, headerRows, totalsRows, columns }: Pick<Table, "area" | "headerRows" | "totalsRows" | "columns">,
  sections: readonly string[],
  chosen: readonly string[],
  row: number,
): Area | undefined {
  const [first, last] = [area.top + headerRows, area.bottom - totalsRows];
  const spans: Readonly<Record<string, readonly [number, number]>> = {
    all: [area.top, area.bottom],
    headers: [area.top, first - 1],
    data: [first, last],
    totals: [last + 1, area.bottom],
    "this row": [row, row],
  };
  const rows = (sections.length > 0 ? sections : ["data"]).map((section) => spans[section]);
  if (rows.some((span) => span === undefined || span[0] > span[1])) return undefined;
  const [top, bottom] = [Math.min(...rows.map((span) => span![0])), Math.max(...rows.map((span) => span![1]))];
  const numbers = chosen.map((name) => columns.findIndex((each) => each.toLowerCase() === name.toLowerCase()));
  if (numbers.includes(-1)) return undefined;
  const left = numbers.length > 0 ? area.left + Math.min(...numbers) : area.left;
  const right = numbers.length > 0 ? area.left + Math.max(...numbers) : area.right;
  return { top, left, bottom, right };
}
