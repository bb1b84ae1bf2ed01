/*
 * What holds for every scenario as it opens, in both languages: no error, a control cell that reads 0, no text
 * forgotten, and nothing in a formula that Excel refuses and the engine accepts.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { FunctionsMetadata } from "../../src/engine/metadata";
import type { Language } from "../../src/i18n/language";
import { scenarios } from "../../src/scenarios/all";
import { draftPlan, openDraft, withValue, type Draft } from "../../src/scenarios/draft";
import { layOut } from "../../src/scenarios/layout";
import { characterWidth, heightOf } from "../../src/scenarios/looks";
import { refusedByExcel } from "./excelRules";
import { evaluate } from "./sheet";

const languages: readonly Language[] = ["sv", "en"];
const opened = scenarios.flatMap(({ id, plan }) =>
  languages.map((language) => [id, language, plan(language)] as const),
);
const metadata = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, "../../dist/functions.json"), "utf8"),
) as FunctionsMetadata;

describe.each(opened)("%s in %s", (_, language, plan) => {
  const sheet = layOut(plan);

  test("has no error in any cell, spills as declared, and a control cell that reads 0", () => {
    expect(evaluate(plan, language).broken).toEqual([]);
  });

  test("has only formulas that Excel takes", () => {
    const formulas = sheet.cells.filter(({ isFormula }) => isFormula).map(({ content }) => String(content));
    expect(formulas.flatMap((formula) => refusedByExcel(formula, metadata))).toEqual([]);
  });

  test("is printed at about half its size or more, so that the sheet of A4 can be read", () => {
    // A4 across, with the margins that the writers set, in the pixels of a sheet.
    const [across, down] = [297, 210].map((mm) => (mm / 25.4 - 2 * 0.4) * 96) as [number, number];
    const width = sheet.columnWidths.reduce((sum, each) => sum + each, 0) * characterWidth;
    const height = Array.from({ length: sheet.rows }, (_, row) => heightOf(sheet, row)).reduce(
      (sum, each) => sum + each,
    );
    expect(Math.min(across / width, down / height)).toBeGreaterThan(0.49);
  });

  test("has a chart, a source, and fits in the width of its title", () => {
    expect(sheet.charts.length).toBeGreaterThan(0);
    expect(sheet.cells.some(({ role }) => role === "source")).toBe(true);
    const width = sheet.columnWidths.reduce((sum, each) => sum + each, 0);
    for (const { role, content } of sheet.cells) {
      if (role === "subtitle" || role === "note") expect(String(content).length).toBeLessThan(width);
    }
  });
});

/** The key itself, or that of the first member's cell in the area. */
const keyLike = ({ opened: { byKey } }: Draft, key: string) =>
  [...byKey.keys()].find((each) => each === key || each.startsWith(`${key}@`))!;

test.each([
  ["escalation", "stateStart", 0],
  ["alternatives", "headShare", -1],
  ["multi-year", "unit", -1],
  ["calendar", "year", "i år"],
])("in %s, %s as %s gives errors, and the control counts them as a check that fails", (id, key, typed) => {
  const opened = openDraft(id, "sv");
  const draft = withValue(opened, keyLike(opened, key), typed);
  expect(evaluate(draftPlan(draft)).value("control")).toBeGreaterThan(0);
});

test("each is described in a sentence that Excel takes for a tip, and explained in three to six", () => {
  for (const { description, explanation } of scenarios) {
    for (const language of languages) {
      expect(description(language).length).toBeLessThanOrEqual(250);
      expect(description(language)).toMatch(/[.?]$/);
      const sentences = explanation(language);
      expect(sentences.length).toBeGreaterThanOrEqual(3);
      expect(sentences.length).toBeLessThanOrEqual(6);
      for (const sentence of sentences) expect(sentence).toMatch(/[.?]$/);
    }
  }
});

test("ids, sheet names and titles are all different", () => {
  for (const language of languages) {
    const plans = scenarios.map(({ plan }) => plan(language));
    expect(new Set(plans.map(({ sheetName }) => sheetName)).size).toBe(scenarios.length);
    expect(new Set(plans.map(({ title }) => title)).size).toBe(scenarios.length);
  }
  expect(new Set(scenarios.map(({ id }) => id)).size).toBe(scenarios.length);
});
