/*
 * A stored formula as a user writes it: FINSAM.SPLIT for _xldudf_FINSAM_SPLIT, references moved to the cell it
 * stands in.
 */
import { parseA1Ref, stringifyA1Ref, tokenize, type Token } from "@borgar/fx/xlsx";
import { maxColumns, maxRows } from "./area";
import { functionName } from "./functionName";

export function userFormula(text: string, rows = 0, columns = 0): string {
  const tokens = tokenize(text, { withLocation: false, negativeNumbers: false });
  return `=${written(tokens, rows, columns)}`;
}

function written(tokens: readonly Token[], rows: number, columns: number): string {
  const pieces: string[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const { type, value } = tokens[at]!;
    const name = type === "func" ? functionName(value) : undefined;
    // Excel shows these two as signs: A1# and @A1:A9.
    const end = name === "ANCHORARRAY" || name === "SINGLE" ? closingOf(tokens, at + 1) : undefined;
    if (end !== undefined) {
      const inner = tokens.slice(at + 2, end);
      const text = written(inner, rows, columns);
      pieces.push(name === "SINGLE" ? "@" : "", isOneTerm(inner) ? text : `(${text})`, name === "SINGLE" ? "" : "#");
      at = end;
    } else if (name !== undefined) pieces.push(name);
    else if (type === "range" || type === "range_beam") pieces.push(moveReference(value, rows, columns));
    else pieces.push(type === "range_named" ? value.replace(/^_xlpm\./i, "") : value);
  }
  return pieces.join("");
}

/** Where the parenthesis that opens here is closed. */
function closingOf(tokens: readonly Token[], open: number): number | undefined {
  let depth = 0;
  for (let at = open; at < tokens.length; at += 1) {
    const { type, value } = tokens[at]!;
    if (type !== "operator") continue;
    if (value === "(") depth += 1;
    else if (value === ")" && (depth -= 1) === 0) return at;
  }
  return undefined;
}

/** A reference, or one call. */
function isOneTerm(tokens: readonly Token[]): boolean {
  return tokens.length === 1 || (tokens[0]?.type === "func" && closingOf(tokens, 1) === tokens.length - 1);
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
