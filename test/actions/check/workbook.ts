/*
 * Workbooks that are looked through: what is typed into cells of the workbench's own spreadsheet, with the add-in as
 * built, so that every value is one that a spreadsheet gives.
 */
import "../../engine/groupBy";
import * as library from "@odoo/o-spreadsheet";
import path from "node:path";
import { createEngine, readBuiltAddIn } from "../../../src/engine/engine";
import { locales } from "../../../src/engine/locales";
import { quietly } from "../../../src/engine/quietly";
import { findProblems } from "../../../src/actions/check/findProblems";
import type { Finding } from "../../../src/actions/check/finding";
import { readContents } from "../../../src/workbench/contents";
import { toAddress } from "../../../src/scenarios/zone";
import type { Contents } from "../../../src/workbook/contents";

// The library tells how long each of its steps took.
console.debug = () => undefined;

export const engine = createEngine({
  ...readBuiltAddIn(path.resolve(import.meta.dirname, "../../../dist")),
  language: "sv",
});
export { library };

/** What cells hold by their addresses: numbers, texts, formulas in English. */
export type Cells = Readonly<Record<string, string | number>>;

/** A workbook of these sheets; one without a name is called Blad1. */
export function open(sheets: Readonly<Record<string, Cells>>): library.Model {
  const data = {
    sheets: Object.entries(sheets).map(([name, cells], index) => ({
      id: `s${index}`,
      name,
      colNumber: 26,
      rowNumber: 250,
      cells: Object.fromEntries(Object.entries(cells).map(([address, content]) => [address, String(content)])),
    })),
    settings: { locale: locales.en },
  };
  return quietly(() => new library.Model(data));
}

/** Rows of cells from A1 on, as they look on a sheet: "Staten | 3674 | =B1". */
export function table(rows: readonly string[]): Cells {
  const cells: Record<string, string> = {};
  rows.forEach((row, down) => {
    row.split("|").forEach((content, across) => {
      const text = content.trim();
      if (text !== "") cells[toAddress({ top: down, left: across, bottom: down, right: across })] = text;
    });
  });
  return cells;
}

export async function problemsIn(contents: Pick<Contents, "sheets">): Promise<readonly Finding[]> {
  const { findings } = await findProblems(contents, () => Promise.resolve());
  return findings;
}

/** The problems of one sheet, with addresses in place of zones. */
export async function found(cells: Cells | readonly string[], others: Readonly<Record<string, Cells>> = {}) {
  const sheet = Array.isArray(cells) ? table(cells as readonly string[]) : (cells as Cells);
  return (await problemsIn(readContents(open({ Blad1: sheet, ...others })))).map(plain);
}

/** { sheet: "Blad1", zone } → "B4:B6", or "Annat!B4". */
function plain(finding: Finding): Record<string, unknown> {
  const place = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null) return value;
    if ("zone" in value) {
      const { sheet, zone } = value as Finding["at"];
      return (sheet === "Blad1" ? "" : `${sheet}!`) + toAddress(zone);
    }
    return "top" in value ? toAddress(value as Finding["at"]["zone"]) : value;
  };
  return Object.fromEntries(Object.entries(finding).map(([key, value]) => [key, place(value)]));
}
