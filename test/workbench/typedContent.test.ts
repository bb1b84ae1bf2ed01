/*
 * What is typed into a cell of the workbench, and what is stored for it.
 */
import * as library from "@odoo/o-spreadsheet";
import { locales } from "../../src/engine/locales";
import { readTyped, readTypedContent } from "../../src/workbench/typedContent";
import { silenceEngine } from "../engine/fixture";

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

describe("the library's own cell editor", () => {
  beforeAll(() => readTypedContent(library));

  test.each([
    ["3 674", "", "3674"],
    ["3 674", "#,##0", "3\u00a0674"],
    ["133 310,5", "", "133310,5"],
    ["7,5 %", "0.0# %", "7,5 %"],
    ["2021-04-09", "", "2021-04-09"],
  ])("shows %s in a cell of format '%s' as %s", (typed, format, shown) => {
    silenceEngine();
    const sheet = { id: "one", name: "One", formats: format ? { A1: 1 } : {} };
    const model = new library.Model({
      version: "19.3.2",
      sheets: [sheet as unknown as library.SheetData],
      formats: { 1: format },
      settings: { locale: locales.sv },
    });
    const container = new library.stores.DependencyContainer();
    container.inject(library.stores.ModelStore, model);
    const editor = container.get(library.stores.CellComposerStore);
    editor.startEdition(typed);
    editor.stopEdition();
    expect(model.getters.getEvaluatedCell({ sheetId: "one", col: 0, row: 0 })).toMatchObject({
      type: "number",
      formattedValue: shown,
    });
    void model.leaveSession();
  });
});
