/*
 * What is typed into a cell of the workbench, and what is stored for it.
 */
import { locales } from "../../src/engine/locales";
import { readTyped } from "../../src/workbench/typedContent";

test.each([
  ["=FINSAM.SPLIT(1000,,1,,,SANT)", "=FINSAM.SPLIT(1000,,1,,,TRUE)"],
  ["=OR(falskt,Sant)", "=OR(FALSE,TRUE)"],
  ['=IF(A1="SANT",1,FALSKT)', '=IF(A1="SANT",1,FALSE)'],
  ["='SANT'!A1+SANTA+SANT.1+MYSANT", "='SANT'!A1+SANTA+SANT.1+MYSANT"],
  ["=SANT()+SANT ()", "=SANT()+SANT ()"],
  ["SANT", "SANT"],
  ["8%%", "8%"],
  ["-8,25%%", "-8.25%"],
  ["8%", "8%"],
  ["10 %%", "10%"],
  ["7,5\u00a0%%", "7.5%"],
  ["10 %", "10%"],
  ["3 674", "3674"],
  ["-1 234 567,5", "-1234567.5"],
  ["3\u00a0674", "3674"],
  ["133\u202f310", "133310"],
  ["1 000 %%", "1000%"],
  [" 7 157 ", "7157"],
  ["3 67", "3 67"],
  ["2021 093", "2021 093"],
  ["'3 674", "'3 674"],
  ["3 674 tkr", "3 674 tkr"],
  ["2021-04-09", "2021-04-09"],
  ["100%% säkert", "100%% säkert"],
])("in Swedish %s is stored as %s", (typed, stored) => {
  expect(readTyped(typed, locales.sv)).toBe(stored);
});

test.each([
  ["=AND(SANT,TRUE)", "=AND(SANT,TRUE)"],
  ["8.25%%", "8.25%"],
  ["8.25 %%", "8.25%"],
  ["3 674", "3674"],
  ["3 674.5", "3674.5"],
  ["3,674", "3,674"],
])("in English %s is stored as %s", (typed, stored) => {
  expect(readTyped(typed, locales.en)).toBe(stored);
});
