/*
 * Of a long table the rows that are worth seeing: the first ones, what the explained cell is about, where it is
 * decided, and their neighbours.
 */
import type { StepRow, StepTable } from "./tables";

/** A row, or how many are left out in its place. */
export type Excerpt = readonly (StepRow | number)[];

/** A table with no more rows than these is shown whole. */
export const mostRows = 12;
const first = 2;

export function excerptOf({ rows }: StepTable): Excerpt {
  if (rows.length <= mostRows) return rows;
  const isWorth = ({ isSelected, isEdge }: StepRow) => isSelected || isEdge;
  const excerpt: (StepRow | number)[] = [];
  rows.forEach((row, index) => {
    const around = rows.slice(Math.max(0, index - 1), index + 2);
    const last = excerpt[excerpt.length - 1];
    if (index < first || around.some(isWorth)) excerpt.push(row);
    else if (typeof last === "number") excerpt[excerpt.length - 1] = last + 1;
    else excerpt.push(1);
  });
  // The place of a single row takes as much room as the row.
  let index = 0;
  return excerpt.map((part) => {
    const row = rows[index]!;
    index += typeof part === "number" ? part : 1;
    return part === 1 ? row : part;
  });
}
