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
  ["100%% säkert", "100%% säkert"],
])("in Swedish %s is stored as %s", (typed, stored) => {
  expect(readTyped(typed, locales.sv)).toBe(stored);
});

test.each([
  ["=AND(SANT,TRUE)", "=AND(SANT,TRUE)"],
  ["8.25%%", "8.25%"],
])("in English %s is stored as %s", (typed, stored) => {
  expect(readTyped(typed, locales.en)).toBe(stored);
});
