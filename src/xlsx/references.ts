/*
 * Rewrites what a stored formula refers to, and leaves every other character of it as it is.
 */
import { tokenize } from "@borgar/fx/xlsx";
import { quoteSheet } from "./area";

/** An area with its sheet, such as 'Års budget'!$A$1:B2, a part of a table, such as Tabell1[x], or a name. */
export type ReferenceKind = "area" | "table" | "name";

/** `rewrite` gives what is to stand there instead; undefined where nothing is. */
export function rewriteReferences(
  formula: string,
  rewrite: (reference: string, kind: ReferenceKind) => string | undefined,
): string {
  return tokenize(formula, { withLocation: false, negativeNumbers: false })
    .map(({ type, value }) => {
      const kind = kindOf(type);
      return (kind && rewrite(value, kind)) ?? value;
    })
    .join("");
}

function kindOf(type: string): ReferenceKind | undefined {
  if (type === "range_named") return "name";
  if (type === "structured") return "table";
  return type.startsWith("range") ? "area" : undefined;
}

/** The name of the sheet before a reference and what follows it; undefined where there is none of this workbook. */
export function splitSheet(reference: string): { readonly sheet: string; readonly rest: string } | undefined {
  const [, quoted, plain, rest] = /^(?:'((?:[^']|'')*)'|([^'!]+))!(.*)$/s.exec(reference) ?? [];
  const sheet = quoted?.replaceAll("''", "'") ?? plain;
  return sheet === undefined || rest === undefined || /[[\]]/.test(sheet) ? undefined : { sheet, rest };
}

/** The formula with another sheet in place of one. */
export function withSheet(formula: string, from: string, to: string): string {
  return rewriteReferences(formula, (reference) => {
    const split = splitSheet(reference);
    return split?.sheet.toLowerCase() === from.toLowerCase() ? `${quoteSheet(to)}!${split.rest}` : undefined;
  });
}

/** The formula with other tables in place of some; their names are in lower case. */
export function withTables(formula: string, tables: ReadonlyMap<string, string>): string {
  if (tables.size === 0) return formula;
  return rewriteReferences(formula, (reference, kind) => {
    if (kind === "area") return undefined;
    const name = /^[^[]*/.exec(reference)![0];
    const other = tables.get(name.toLowerCase());
    return other === undefined ? undefined : other + reference.slice(name.length);
  });
}
