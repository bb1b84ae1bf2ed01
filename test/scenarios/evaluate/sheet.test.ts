/*
 * The evaluation without a spreadsheet against the spreadsheet engine, where inputs are wrong, too: whatever is typed
 * into whichever cell, both give the same values, errors and sentences. (Sheets that are right are compared wherever
 * tests evaluate one, in ../sheet.ts.)
 */
import fc from "fast-check";
import { scenarios } from "../../../src/scenarios/all";
import { draftPlan, openDraft, withValue } from "../../../src/scenarios/draft";
import { excelFunctions } from "../../../src/scenarios/evaluate/functions";
import { prepare, unknownFunctions } from "../../../src/scenarios/evaluate/sheet";
import { layOut } from "../../../src/scenarios/layout";
import { compareWithEngine } from "../sheet";

const languages = ["sv", "en"] as const;
const sheets = scenarios.flatMap(({ plan }) => languages.map((language) => layOut(plan(language))));

test("every function that a scenario calls is known, and none is known that no scenario calls", () => {
  expect(sheets.flatMap((sheet) => unknownFunctions(prepare(sheet)))).toEqual([]);
  const formulas = sheets.flatMap(({ cells }) =>
    cells.filter(({ isFormula }) => isFormula).map(({ content }) => content),
  );
  const unused = Object.keys(excelFunctions).filter(
    (name) => !formulas.some((each) => String(each).includes(`${name}(`)),
  );
  expect(unused).toEqual([]);
});

describe.each(scenarios.map(({ id }) => [id]))("%s", (id) => {
  test("is evaluated alike whatever is typed", () => {
    const typed = fc.oneof(
      fc.constantFrom(0, -1, 0.5, 2019, 2030, "mycket", undefined),
      fc.integer({ min: -100, max: 3000 }),
    );
    const language = fc.constantFrom(...languages);
    const opened = { sv: openDraft(id, "sv"), en: openDraft(id, "en") };
    const numbers = [...opened.sv.opened.byKey.values()].filter(({ cell }) => {
      // The engine makes 0 of a number rounded to thousands of decimals.
      return cell.format !== "text" && cell.area !== "decimals";
    });
    const keys = fc.constantFrom(...numbers.map(({ key }) => key));
    fc.assert(
      fc.property(language, fc.array(fc.tuple(keys, typed), { minLength: 1, maxLength: 3 }), (chosen, changes) => {
        const draft = changes.reduce((all, [key, value]) => withValue(all, key, value), opened[chosen]);
        expect(compareWithEngine(draftPlan(draft), chosen)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
