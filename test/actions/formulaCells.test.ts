/*
 * A formula and the cell that it will stand in.
 */
import { formulaFor } from "../../src/actions/formulaCells";

const on = (sheet: string, address: string) => ({ sheet, address });

test.each([
  ["its own sheet's name is left out", "=F(Plan!B4:B7,2)", on("Plan", "C1"), "=F(B4:B7,2)"],
  ["with quotes too, whatever the case", "=F('Bo''s PLAN'!B4)", on("Bo's plan", "C1"), "=F(B4)"],
  ["another sheet's stays", "=F(Plan!B4:B7)", on("Plan 2", "B4"), "=F(Plan!B4:B7)"],
  ["and another workbook's", "=F([Bok.xlsx]Plan!B4)", on("Plan", "B4"), "=F([Bok.xlsx]Plan!B4)"],
  ["several sheets' stay", "=SUM(Jan:Mar!B4)", on("Mar", "C1"), "=SUM(Jan:Mar!B4)"],
  ["texts and names are no references", '=F("Plan!B4",Plan)', on("Plan", "B4"), '=F("Plan!B4",Plan)'],
  ["a whole column beside it is none of its cells", "=F(B:C)", on("Plan", "A1"), "=F(B:C)"],
])("%s", (_, formula, cell, written) => {
  expect(formulaFor(formula, cell)).toBe(written);
});

test.each([
  ["the cell itself", "=F(B4)", "B4", "B4"],
  ["a corner of a range", "=F(1,B4:D9)", "D9", "B4:D9"],
  ["a range with dollar signs", "=F($B$4:$D$9)", "C5", "$B$4:$D$9"],
  ["a whole column", "=F(B:C)", "C1048576", "B:C"],
  ["a whole row", "=F(3:5)", "XFD4", "3:5"],
  ["its own sheet's range", "=F(Plan!B4:B7)", "B6", "B4:B7"],
  ["a range inside a formula", "=F(SUM(A1:A9)+1)", "A9", "A1:A9"],
  ["a spill", "=F(B4#)", "B4", "B4"],
])("%s is circular", (_, formula, address, area) => {
  expect(formulaFor(formula, on("Plan", address))).toEqual({ kind: "circular", address, area });
});
