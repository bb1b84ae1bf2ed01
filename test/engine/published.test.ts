/*
 * Figures from real decisions, as a spreadsheet computes them with the add-in as built: every published case,
 * those where the document is wrong included.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { createEngine, readBuiltAddIn } from "../../src/engine/engine";

type Grid = readonly (readonly (number | string | boolean)[])[];

interface PublishedCase {
  readonly id: string;
  readonly what: string;
  readonly formula: string;
  readonly expected: Grid;
  /** What the document prints, and whether its own rules give it. */
  readonly published?: Readonly<Record<string, unknown>>;
  readonly agrees: boolean;
}

const root = path.resolve(import.meta.dirname, "../..");
const addIn = readBuiltAddIn(path.join(root, "dist"));
const engine = createEngine({ ...addIn, language: "sv" });
const cases = JSON.parse(readFileSync(path.join(root, "test/cases/published.json"), "utf8")) as PublishedCase[];

test("all published cases are here", () => {
  expect(cases).toHaveLength(29);
});

test.each(cases.map((published) => [published.id, published.what, published] as const))(
  "%s: %s",
  (_, __, { formula, expected }) => {
    const evaluation = engine.evaluate(formula);
    if (!("grid" in evaluation)) throw new Error(`${evaluation.error} ${evaluation.message ?? ""}`);
    expect(withoutLastDigit(evaluation.grid, expected)).toEqual(expected);
  },
);

test("where the document is wrong, we show it", () => {
  const wrong = Object.fromEntries(cases.filter(({ agrees }) => !agrees).map((it) => [it.id, it]));
  expect(Object.keys(wrong)).toEqual(["sv-plan-parties", "sv-2020-increase"]);
  const grid = (id: string) => (engine.evaluate(wrong[id]!.formula) as { grid: Grid }).grid;
  const printed = wrong["sv-plan-parties"]!.published!["Vaggeryd"] as number[];
  expect(grid("sv-plan-parties")[5]!.map((value, year) => printed[year]! - Number(value))).toEqual([0, 0, 0, 0, 1]);
  expect(Number(grid("sv-2020-increase")[0]![0]) - Number(wrong["sv-2020-increase"]!.published!["increase"])).toBe(10);
});

/**
 * Where a fraction was published as computed in floating point, its last digit is noise: a value within a relative
 * 1e-12 of it counts as it. Whole numbers and texts are compared as they are.
 */
function withoutLastDigit(grid: Grid, expected: Grid): Grid {
  return grid.map((row, r) =>
    row.map((value, c) => {
      const published = expected[r]?.[c];
      if (typeof value !== "number" || typeof published !== "number" || Number.isInteger(published)) return value;
      return Math.abs(value - published) <= 1e-12 * Math.abs(published) ? published : value;
    }),
  );
}
