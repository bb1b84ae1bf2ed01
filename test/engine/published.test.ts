/*
 * Figures from real decisions, as a spreadsheet computes them with the add-in as built: every published case
 * whose functions exist.
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
}

const root = path.resolve(import.meta.dirname, "../..");
const addIn = readBuiltAddIn(path.join(root, "dist"));
const engine = createEngine({ ...addIn, language: "sv" });
const existing = new Set(addIn.metadata.functions.map((fn) => `FINSAM.${fn.name}`));
const all = JSON.parse(readFileSync(path.join(root, "test/cases/published.json"), "utf8")) as PublishedCase[];
const cases = all.filter(({ formula }) => (formula.match(/FINSAM\.\w+/g) ?? []).every((name) => existing.has(name)));

test("there are cases to test", () => {
  expect(cases.length).toBeGreaterThan(0);
});

test.each(cases.map((published) => [published.id, published.what, published] as const))(
  "%s: %s",
  (_, __, { formula, expected }) => {
    const evaluation = engine.evaluate(formula);
    if (!("grid" in evaluation)) throw new Error(`${evaluation.error} ${evaluation.message ?? ""}`);
    expect(withoutLastDigit(evaluation.grid, expected)).toEqual(expected);
  },
);

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
