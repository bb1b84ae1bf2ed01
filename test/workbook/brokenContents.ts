/*
 * A workbook with everything wrong in it that a check finds, as a host gives it: under names as long as a sheet may
 * have, with apostrophes, and more than a hundred of one kind.
 */
import type { Contents, SheetContents } from "../../src/workbook/contents";

export const brokenSheets = { budget: "Höglandets 'nya' budget 2021–26", report: "Jönköpingsförbundens_årsredovis" };

/** What stands in a cell, row by row from A1: what is typed, or a formula with its value. */
type Row = readonly (string | number | readonly [formula: string, value: unknown])[];

export function sheetOf(name: string, rows: readonly Row[], own: SheetContents["own"]): SheetContents {
  const columns = Math.max(...rows.map(({ length }) => length));
  const grid = (of: 0 | 1) =>
    rows.map((row) =>
      Array.from({ length: columns }, (_, index) => {
        const cell = row[index] ?? "";
        return typeof cell === "object" ? cell[of] : cell;
      }),
    );
  return { name, blocks: [{ top: 0, left: 0, formulas: grid(0), values: grid(1) }], own };
}

const single = (row: number, column: number) => ({ row, column, rows: 1, columns: 1 });

const budget = sheetOf(
  brokenSheets.budget,
  [
    ["Part", "Beräknat", "Beslutat"],
    ["Staten", ["=FINSAM.SPLIT(7348,,1)", 3674], 3674],
    ["Region Jönköpings län", ["", 1837], 1837],
    ["Kommunerna", ["", 1837], 1840],
    ["Summa", ["=SUM(B2:B3)", 5511], 7400],
    [],
    ["Totalt", ['=FINSAM.TOTAL(B2,"state")', 7348], 7400, ['=FINSAM.TOTAL(D2,"state")', 0], ['=FINSAM.TOTAL(E2,"state")', 0]], // prettier-ignore
    ["Text", ["=FINSAM.SPLIT(A1)", "#VALUE!"]],
    ["Borttagen", ["=FINSAM.SPLIT(#REF!,,1)", "#REF!"]],
    ["Okänd", ["=FINSAM.SPLITT(1)", "#NAME?"]],
    ["Förlorad", ["=_xldudf_FINSAM_SPLIT(7348)", "#NAME?"], ["=_xldudf_FINSAM_SPLIT(7348)", "#NAME?"]],
    ["Inte klar", ["=FINSAM.SPLIT(7348)", "#BUSY!"]],
    ["Ärvt", ["=1/0", "#DIV/0!"], ["=FINSAM.SPLIT(B13)", "#DIV/0!"]],
    ["Plats", ["=FINSAM.SPLIT(7348)", "#SPILL!"]],
    ["I vägen", "här"],
    ["Del", ["=@FINSAM.SPLIT(7348)", 3674]],
  ],
  [
    { row: 1, column: 1, rows: 3, columns: 1 },
    ...[1, 3, 4].map((column) => single(6, column)),
    ...[7, 8, 9, 10, 11].map((row) => single(row, 1)),
    single(10, 2),
    single(12, 2),
    { ...single(13, 1), blocked: { why: "cells" } },
    single(15, 1),
  ],
);

const report = sheetOf(
  brokenSheets.report,
  Array.from({ length: 240 }, (_, row): Row => (row % 2 === 0 ? [["=FINSAM.SPLIT(B1)", "#VALUE!"], "många"] : [])),
  Array.from({ length: 120 }, (_, index) => single(2 * index, 0)),
);

export const brokenContents: Contents = {
  sheets: [budget, report, { name: "Vilse", blocks: [], own: [] }],
  unread: [{ sheet: "Vilse", cells: 6_000_000 }],
  isManual: true,
};
