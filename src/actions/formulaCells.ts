/*
 * A formula and the cell that it will stand in: it may not use that cell, and refers to its own sheet without naming
 * it, as Excel does.
 */
import { parseA1Ref, tokenize } from "@borgar/fx";
import type { SheetAddress } from "../workbook/address";
import type { Circular } from "../workbook/port";

/** The formula for the cell, or that it cannot stand there. */
export function formulaFor(formula: string, cell: SheetAddress): string | Circular {
  const tokens = tokenize(formula, { mergeRefs: true });
  let circular: Circular | undefined;
  const written = tokens.map(({ type, value }) => {
    if (type !== "range" && type !== "range_beam") return value;
    const own = withoutSheet(value, cell.sheet);
    if (isOwn(own) && contains(own, cell.address)) circular ??= { kind: "circular", address: cell.address, area: own };
    return own;
  });
  return circular ?? written.join("");
}

/** "Plan!B4:B7" on the sheet Plan → "B4:B7"; other sheets, several of them and other workbooks stay named. */
function withoutSheet(reference: string, sheet: string): string {
  const end = reference.lastIndexOf("!");
  if (end < 0) return reference;
  const named = reference
    .slice(0, end)
    .replace(/^'(.*)'$/, "$1")
    .replaceAll("''", "'");
  return named.toLowerCase() === sheet.toLowerCase() ? reference.slice(end + 1) : reference;
}

function isOwn(reference: string): boolean {
  return !reference.includes("!");
}

function contains(area: string, address: string): boolean {
  const [range, cell] = [zoneOf(area), zoneOf(address)];
  if (!range || !cell) return false;
  // What has no end is a whole column or row.
  const { top, left, bottom, right } = range;
  return (
    (top ?? 0) <= cell.top! &&
    cell.top! <= (bottom ?? Infinity) &&
    (left ?? 0) <= cell.left! &&
    cell.left! <= (right ?? Infinity)
  );
}

function zoneOf(reference: string) {
  const read = parseA1Ref(reference);
  return read && "range" in read ? read.range : undefined;
}
