/*
 * Array constants typed into a cell with Swedish separators, through the library's own cell editor.
 */
import * as library from "@odoo/o-spreadsheet";
import { useExcelArraySeparators } from "../../src/engine/array-separators";
import { createEngine } from "../../src/engine/engine";
import type { Language } from "../../src/i18n/language";
import { fixture, silenceEngine } from "./fixture";

useExcelArraySeparators(library);

/** Types a formula into A1: what is stored, what the editor shows when the cell is opened again, and the rows. */
function type(formula: string, language: Language) {
  silenceEngine();
  const { model } = createEngine({ ...fixture, language });
  const container = new library.stores.DependencyContainer();
  container.inject(library.stores.ModelStore, model);
  const editor = container.get(library.stores.CellComposerStore);
  editor.startEdition(formula);
  editor.stopEdition();
  const a1 = { sheetId: model.getters.getActiveSheetId(), col: 0, row: 0 };
  model.selection.selectCell(0, 0);
  editor.startEdition();
  // The editor puts spaces after separators.
  const shown = editor.currentContent.replaceAll(" ", "");
  editor.cancelEdition();
  const zone = model.getters.getSpreadZone(a1) ?? { left: 0, right: 0, top: 0, bottom: 0 };
  const size = [zone.bottom + 1, zone.right + 1];
  return { stored: model.getters.getCellText(a1, { showFormula: true }), shown, size };
}

test.each([
  ["=FINSAM.SAME({1\\2,5\\3;4\\5\\6})", [2, 3]],
  ["={1;2;3}", [3, 1]],
  ['=FINSAM.SAME({"a;b"\\"{c"})', [1, 2]],
])("in Swedish %s is shown as typed and has Excel's rows and columns", (formula, size) => {
  expect(type(formula, "sv")).toMatchObject({ shown: formula, size });
});

test("in English nothing is exchanged", () => {
  const formula = "={1,2,3;4,5,6}";
  expect(type(formula, "en")).toEqual({ stored: formula, shown: formula, size: [2, 3] });
});

test("what is no formula is left alone", () => {
  expect(type("{1\\2;3\\4}", "sv")).toMatchObject({ shown: "{1\\2;3\\4}", size: [1, 1] });
});
