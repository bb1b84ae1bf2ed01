/*
 * What is selected in Excel, read in one round trip.
 */
import { excelWorkbook } from "../../src/workbook/office";
import { fakeBook, type Book } from "./excelBook";

async function select(selected: NonNullable<Book["selected"]>) {
  const { state } = fakeBook({ selected });
  const selection = await excelWorkbook.selection();
  expect(state.syncs).toBe(1);
  return selection;
}
const values = [
  ["Habo", 11314],
  ["Mullsjö", 7157],
];

test("a range, with where it stands", async () => {
  expect(await select({ row: 4, column: 1, columns: 2, values })).toEqual({ kind: "cells", top: 4, left: 1, values });
});

test("of whole columns, the part that holds something", async () => {
  expect(await select({ row: 0, column: 0, columns: 2, usedRow: 4, usedColumn: 0, values })).toEqual({
    kind: "cells",
    top: 4,
    left: 0,
    values,
  });
});

test.each([
  ["first", 1, [["Habo", ""]], [["Habo"]]],
  ["second", 2, [["", 11314]], [[11314]]],
])("of two columns both, where only the %s holds something", async (_, usedColumn, both, held) => {
  const selected = { row: 4, column: 1, columns: 2, usedRow: 4, usedColumn, values: held };
  expect(await select(selected)).toEqual({ kind: "cells", top: 4, left: 1, values: both });
});

test("of a filtered table, the rows that are seen, and which they are", async () => {
  const { state } = fakeBook({
    selected: { row: 4, column: 1, columns: 2, hidden: [0], values: [["Aneby", 1], ...values] },
  });
  expect(await excelWorkbook.selection()).toEqual({ kind: "cells", top: 4, left: 1, values, rows: [5, 6] });
  expect(state.syncs).toBe(2);
});

test("of a filtered table with a hidden column, that column too, as without the filter", async () => {
  const three = [
    ["Aneby", "x", 1],
    ["Habo", "y", 2],
  ];
  const selected = { row: 4, column: 1, columns: 3, hidden: [0], hiddenColumns: [1], values: three };
  fakeBook({ selected });
  expect(await excelWorkbook.selection()).toEqual({ kind: "cells", top: 4, left: 1, values: [three[1]], rows: [5] });
});

test("of rows that are all hidden, all of them", async () => {
  const selected = { row: 4, column: 1, columns: 2, hidden: [0, 1], values };
  expect(await select(selected)).toEqual({ kind: "cells", top: 4, left: 1, values });
});

test("nothing in it", async () => {
  expect(await select({ row: 0, column: 0, columns: 2, values: [] })).toEqual({ kind: "empty" });
});

test("several ranges, a chart or a picture", async () => {
  expect(await select("several")).toEqual({ kind: "notOneRange" });
});
