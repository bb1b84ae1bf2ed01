/*
 * What is selected in the grid, for who asks for names and numbers.
 */
import * as library from "@odoo/o-spreadsheet";
import { quietly } from "../../src/engine/quietly";
import { Book } from "../../src/workbench/file/book";
import { selectionChanges } from "../../src/workbench/reading";
import { gridWorkbook } from "../../src/workbench/workbook";

console.debug = () => undefined;

const cells = { A3: "Aneby", B3: "6848", A4: "Habo", B4: "11314", A5: "Mullsjö", B5: "7157" };

/** The selection of A3:B5, after these rows have been hidden, from 0. */
async function selected(hidden: readonly number[]) {
  const workbook = library.helpers.createEmptyWorkbookData();
  const sheet = { ...workbook.sheets[0]!, cells };
  const model = quietly(() => new library.Model({ ...workbook, sheets: [sheet] }));
  const sheetId = model.getters.getActiveSheetId();
  quietly(() => {
    if (hidden.length > 0) model.dispatch("HIDE_COLUMNS_ROWS", { sheetId, dimension: "ROW", elements: [...hidden] });
    const zone = { top: 2, left: 0, bottom: 4, right: 1 };
    model.selection.selectZone({ cell: { col: 0, row: 2 }, zone });
  });
  const files = { handOut: () => Promise.resolve({ kind: "stopped" } as const), downloadCopy: () => "" };
  const book = gridWorkbook(
    () => model,
    () => new Book(),
    library.helpers,
    () => false,
    selectionChanges(),
    files,
  );
  return book.selection();
}

const [aneby, habo, mullsjo] = [
  ["Aneby", 6848],
  ["Habo", 11314],
  ["Mullsjö", 7157],
];

test.each([
  ["all rows, where none is hidden", [], { values: [aneby, habo, mullsjo] }],
  ["the rows that are seen, and which they are", [3], { values: [aneby, mullsjo], rows: [2, 4] }],
])("%s", async (_, hidden, expected) => {
  expect(await selected(hidden)).toEqual({ kind: "cells", top: 2, left: 0, ...expected });
});
