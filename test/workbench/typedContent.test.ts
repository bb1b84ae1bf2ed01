/*
 * What is typed into a cell of the workbench, and what is stored for it.
 */
import "../engine/groupBy";
import * as library from "@odoo/o-spreadsheet";
import { locales } from "../../src/engine/locales";
import { toEnglish } from "../../src/i18n/excelWords";
import { keepText, keepTexts, readTyped, readTypedContent } from "../../src/workbench/typedContent";
import { silenceEngine } from "../engine/fixture";

test.each([
  ["=FINSAM.SPLIT(1000,,1,,,SANT)", "=FINSAM.SPLIT(1000,,1,,,TRUE)"],
  ["=OR(falskt,Sant)", "=OR(FALSE,TRUE)"],
  ['=IF(A1="SANT",1,FALSKT)', '=IF(A1="SANT",1,FALSE)'],
  ["='SANT'!A1+SANTA+SANT.1+MYSANT", "='SANT'!A1+SANTA+SANT.1+MYSANT"],
  ["=SANT()+SANT ()", "=TRUE()+TRUE ()"],
  ["=SUMMA(A1:A3)", "=SUM(A1:A3)"],
  ["=om(ärtal(A1),avrunda.nedåt(A1,0),summa.om(A:A,B1))", "=IF(ISNUMBER(A1),ROUNDDOWN(A1,0),SUMIF(A:A,B1))"],
  ['=OM(SUMMA!A1="SUMMA(1)",SUMMA,SUMMAN(1))', '=IF(SUMMA!A1="SUMMA(1)",SUMMA,SUMMAN(1))'],
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

test("no Swedish name of a function is another one's in English", () => {
  const known = new Set(library.registries.functionRegistry.getKeys());
  expect([...toEnglish.functions.keys()].filter((name) => known.has(name))).toEqual([]);
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

test.each([
  ["133.310", "'133.310"],
  ["-1.5", "'-1.5"],
  [" 1.234.567 ", "'1.234.567"],
  ["7.5 %%", "'7.5 %"],
  ["133,310", "133,310"],
  ["1.234,5", "1.234,5"],
  ["=1.5", "=1.5"],
  ["den 1.5", "den 1.5"],
])("in Swedish %s is kept as %s, as what has a point is a text", (typed, kept) => {
  expect(keepText(typed, locales.sv)).toBe(kept);
  expect(keepText(typed, locales.en)).toBe(typed);
});

test("of what is pasted each cell is a content of its own", () => {
  const pasted = "Jönköping\t133.310\t1,5\r\nHabo\t11.314\t\n";
  expect(keepTexts(pasted, locales.sv)).toBe("Jönköping\t'133.310\t1,5\r\nHabo\t'11.314\t\n");
});

/** A model with one cell, A1, in Swedish. */
function swedishModel(format = ""): library.Model {
  silenceEngine();
  const sheet = { id: "one", name: "One", formats: format ? { A1: 1 } : {} };
  return new library.Model({
    version: "19.3.2",
    sheets: [sheet as unknown as library.SheetData],
    formats: { 1: format },
    settings: { locale: locales.sv },
  });
}

describe("the library's own cell editor", () => {
  beforeAll(() => readTypedContent(library));

  test.each([
    ["3 674", "", "3674"],
    ["3 674", "#,##0", "3\u00a0674"],
    ["133 310,5", "", "133310,5"],
    ["7,5 %", "0.0# %", "7,5 %"],
    ["2021-04-09", "", "2021-04-09"],
  ])("shows %s in a cell of format '%s' as %s", (typed, format, shown) => {
    const model = swedishModel(format);
    type(model, typed);
    expect(model.getters.getEvaluatedCell(first)).toMatchObject({
      type: "number",
      formattedValue: shown,
    });
    void model.leaveSession();
  });

  test("keeps what has a point as a text, which shows as it was typed", () => {
    const model = swedishModel();
    type(model, "133.310");
    expect(model.getters.getEvaluatedCell(first)).toMatchObject({ type: "text", value: "133.310" });
    // Looked at and left, it stays so.
    type(model);
    expect(model.getters.getEvaluatedCell(first)).toMatchObject({ type: "text", value: "133.310" });
    void model.leaveSession();
  });

  test("and so it does what is pasted from elsewhere", () => {
    const model = swedishModel();
    const target = [{ left: 0, right: 0, top: 0, bottom: 0 }];
    model.dispatch("PASTE_FROM_OS_CLIPBOARD", { target, clipboardContent: { text: "133.310\t133,31\t3 674" } });
    const values = [0, 1, 2].map((col) => model.getters.getEvaluatedCell({ ...first, col }).value);
    expect(values).toEqual(["133.310", 133.31, 3674]);
    void model.leaveSession();
  });
});

const first = { sheetId: "one", col: 0, row: 0 };

/** Opens the first cell, types, and leaves it. */
function type(model: library.Model, typed?: string): void {
  const container = new library.stores.DependencyContainer();
  container.inject(library.stores.ModelStore, model);
  const editor = container.get(library.stores.CellComposerStore);
  editor.startEdition(typed);
  editor.stopEdition();
}
