/*
 * What is selected in Excel, as a formula refers to it, read in one round trip.
 */
import { splitAddress } from "../../src/workbook/address";
import { excelWorkbook } from "../../src/workbook/office";
import { fakeBook, type Book, type Selected } from "./excelBook";

async function select(selected: NonNullable<Book["selected"]>) {
  const { state } = fakeBook({ selected });
  const reference = await excelWorkbook.selectedReference();
  expect(state.syncs).toBe(1);
  return reference;
}

const range = (address: string, more: Partial<Selected> = {}): Selected => {
  return { row: 0, column: 0, columns: 1, values: [[1]], address, ...more };
};

test.each([
  ["a cell", "Blad1!$B$4", { sheet: "Blad1", address: "B4" }],
  ["a range", "Blad1!B4:C6", { sheet: "Blad1", address: "B4:C6" }],
  ["a sheet with a space and a quote", "'Bo''s plan'!B4:B6", { sheet: "Bo's plan", address: "B4:B6" }],
])("%s, as it is selected, blank or not", async (_, address, named) => {
  expect(await select(range(address))).toEqual({ kind: "reference", ...named });
  expect(await select(range(address, { values: [] }))).toEqual({ kind: "reference", ...named });
});

test.each(["columns", "rows"] as const)("of whole %s the part that holds something", async (entire) => {
  const selected = range("Blad1!B:B", { entire, usedAddress: "Blad1!B4:B293" });
  expect(await select(selected)).toEqual({ kind: "reference", sheet: "Blad1", address: "B4:B293" });
});

test("of whole columns with nothing in them nothing", async () => {
  expect(await select(range("Blad1!B:B", { entire: "columns", values: [] }))).toEqual({ kind: "empty" });
});

test("several ranges, a chart or a picture are none", async () => {
  expect(await select("several")).toEqual({ kind: "notOneRange" });
});

test.each([
  ["B4", { sheet: "", address: "B4" }],
  ["'a!b'!$B$4:$C$5", { sheet: "a!b", address: "B4:C5" }],
])("the address %s is taken apart", (address, parts) => {
  expect(splitAddress(address)).toEqual(parts);
});
