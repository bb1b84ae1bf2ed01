/*
 * What is no problem: every scenario as it is inserted, in both languages, together and after its inputs have been
 * changed. Their sheets have printed figures beside computed ones, keys, sums of parts and comparisons.
 */
import { locales } from "../../../src/engine/locales";
import { toWorkbookData } from "../../../src/engine/planWorkbook";
import { quietly } from "../../../src/engine/quietly";
import type { Language } from "../../../src/i18n/language";
import { scenarios } from "../../../src/scenarios/all";
import { layOut, type LaidOutSheet } from "../../../src/scenarios/layout";
import { toZone } from "../../../src/scenarios/zone";
import { readContents } from "../../../src/workbench/contents";
import { Book } from "../../../src/workbench/file/book";
import { dispatchTogether, insertSheet } from "../../../src/workbench/insertSheet";
import type { Block, Contents } from "../../../src/workbook/contents";
import { engine, library, problemsIn } from "./workbook";

dispatchTogether(library);

const languages: readonly Language[] = ["sv", "en"];
const all = scenarios.flatMap((scenario) =>
  languages.map((language) => [scenario.id, language, layOut(scenario.plan(language))] as const),
);

function open(sheet: LaidOutSheet, language: Language): library.Model {
  engine.language = language;
  return quietly(() => new library.Model({ ...toWorkbookData(sheet), settings: { locale: locales[language] } }));
}

describe.each(all)("%s in %s", (_, language, sheet) => {
  const model = open(sheet, language);
  const sheetId = model.getters.getActiveSheetId();

  test("has formulas of ours that are looked through, or none", () => {
    const { own } = readContents(model).sheets[0]!;
    expect(own.length > 0).toBe(sheet.cells.some(({ content }) => String(content).includes("FINSAM.")));
  });

  test("has nothing wrong with it", async () => {
    expect(await problemsIn(readContents(model))).toEqual([]);
  });

  test("nor where Excel gives the values that a formula fills other cells with as those cells' contents", async () => {
    expect(await problemsIn(withFilled(readContents(model)))).toEqual([]);
  });

  test("nor when its inputs change, one after the other, but for a control of its own that fails", async () => {
    const inputs = sheet.cells.filter(
      ({ role, content, format }) =>
        role === "input" && typeof content === "number" && content > 0 && format === "amount",
    );
    for (const { row, column, content } of inputs) {
      const changed = String(Math.round(Number(content) * 1.1) + 1);
      quietly(() => model.dispatch("UPDATE_CELL", { sheetId, col: column, row, content: changed }));
      const { top: controlRow, left: controlColumn } = toZone(sheet.control);
      const { value } = model.getters.getEvaluatedCell({ sheetId, col: controlColumn, row: controlRow });
      const kinds = (await problemsIn(readContents(model))).map(({ kind }) => kind);
      expect(kinds).toEqual(value === 0 ? [] : ["control"]);
    }
  });
});

test("nor have all of them in one workbook", async () => {
  const [first, ...others] = all.filter(([, language]) => language === "sv").map(([, , sheet]) => sheet);
  const model = open(first!, "sv");
  for (const sheet of others) quietly(() => insertSheet(model, library.helpers, sheet, new Book()));
  const contents = readContents(model);
  expect(contents.sheets).toHaveLength(scenarios.length);
  expect(await problemsIn(contents)).toEqual([]);
});

/** "If a cell has no formula, its value is returned instead", Excel says of formulas: perhaps of these cells too. */
function withFilled({ sheets, ...contents }: Contents): Contents {
  const filled = (formulas: unknown, value: unknown) => (formulas === "" ? value : formulas);
  const block = ({ formulas, values, ...place }: Block): Block => ({
    ...place,
    values,
    formulas: formulas.map((row, down) => row.map((content, across) => filled(content, values[down]![across]))),
  });
  return { ...contents, sheets: sheets.map((sheet) => ({ ...sheet, blocks: sheet.blocks.map(block) })) };
}
