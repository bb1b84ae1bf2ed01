/*
 * A stored formula as a user writes it: FINSAM.SPLIT for _xldudf_FINSAM_SPLIT, references moved to the cell it
 * stands in.
 */
import { parseA1Ref, stringifyA1Ref, tokenize } from "@borgar/fx/xlsx";
import { maxColumns, maxRows } from "./area";
import { functionName } from "./functionName";

export function userFormula(text: string, rows = 0, columns = 0): string {
  const tokens = tokenize(text, { withLocation: false, negativeNumbers: false });
  const pieces: string[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const { type, value } = tokens[at]!;
    if (type === "func") {
      const name = functionName(value);
      // Excel shows these two as signs: A1# and @A1:A9.
      const isAlone = tokens[at + 1]?.value === "(" && tokens[at + 3]?.value === ")";
      if (name === "ANCHORARRAY" && isAlone) {
        pieces.push(moveReference(tokens[at + 2]!.value, rows, columns), "#");
        at += 3;
      } else if (name === "SINGLE" && isAlone) {
        pieces.push("@", moveReference(tokens[at + 2]!.value, rows, columns));
        at += 3;
      } else pieces.push(name);
    } else if (type === "range" || type === "range_beam") pieces.push(moveReference(value, rows, columns));
    else pieces.push(type === "range_named" ? value.replace(/^_xlpm\./i, "") : value);
  }
  return `=${pieces.join("")}`;
}

function moveReference(reference: string, rows: number, columns: number): string {
  const found = rows === 0 && columns === 0 ? undefined : parseA1Ref(reference);
  if (!found || !("range" in found)) return reference;
  const { range } = found;
  const row = (value: number | null | undefined, fixed: unknown) =>
    value === null || value === undefined || fixed ? value : (value + rows + maxRows) % maxRows;
  const column = (value: number | null | undefined, fixed: unknown) =>
    value === null || value === undefined || fixed ? value : (value + columns + maxColumns) % maxColumns;
  const moved = {
    ...range,
    top: row(range.top, range.$top) ?? null,
    bottom: row(range.bottom, range.$bottom) ?? null,
    left: column(range.left, range.$left) ?? null,
    right: column(range.right, range.$right) ?? null,
  };
  return stringifyA1Ref({ ...found, range: moved });
}

/** A stored formula as it is for a cell some rows and columns away. */
export function movedFormula(text: string, rows: number, columns: number): string {
  return tokenize(text, { withLocation: false, negativeNumbers: false })
    .map(({ type, value }) => (type === "range" || type === "range_beam" ? moveReference(value, rows, columns) : value))
    .join("");
}
