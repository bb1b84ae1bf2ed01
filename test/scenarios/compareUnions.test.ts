/*
 * Compare unions: the published figures that it opens on, and whatever a user may type or leave blank.
 */
import fc from "fast-check";
import { compareUnions, type CompareUnionsInputs } from "../../src/scenarios/compareUnions";
import { amount, runs } from "./inputs";
import { evaluate } from "./sheet";

const opened = compareUnions.opensOn("sv");
const sheetOf = (changes: Partial<CompareUnionsInputs> = {}) =>
  evaluate(compareUnions.plan({ ...opened, ...changes }, "sv"));

test("opens on 2019: 55, 100 and 80 % of the maxima, and 29,13 kr where 32 is printed", () => {
  const { grid } = sheetOf();
  const use = grid("use").map(([value]) => (typeof value === "number" ? Math.round(value * 100) : value));
  expect(use).toEqual([55, 100, 80, "saknas", "saknas"]);
  expect(grid("state")[0]![0]).toBeCloseTo(29.1265, 4);
  expect(grid("total")[0]![0]).toBeCloseTo(58.253, 4);
});

test("takes the printed level where inhabitants are not known, and finds no difference there", () => {
  const { grid } = sheetOf();
  expect(grid("state").slice(1)).toEqual([[58], [61], [20], [160]]);
  expect(grid("difference").map(([value]) => value)).toEqual([expect.any(Number), ...Array(4).fill("saknas")]);
});

test("says what the chosen level takes of the state", () => {
  const { grid } = sheetOf({ level: 50 });
  expect(grid("needed")[0]![0]).toBeCloseTo(5211.75, 9);
  expect(grid("more")[0]![0]).toBeCloseTo(5211.75 - 3036, 9);
  // Finnveden at its printed 58 kr: 2 570 × 50 / 58.
  expect(grid("needed")[1]![0]).toBeCloseTo(2215.517241, 6);
  // The country's extremes are levels alone.
  expect(grid("needed").slice(3)).toEqual([["saknas"], ["saknas"]]);
});

test("where the grant is not known, what is more than today is not either", () => {
  const { broken, grid } = sheetOf({ level: 50, unions: [{ name: "Finnveden", inhabitants: 50_000 }] });
  expect(broken).toEqual([]);
  expect(grid("needed")).toEqual([[2500]]);
  expect(grid("more")).toEqual([["saknas"]]);
});

test("whatever is typed or left blank, the sheet holds together", () => {
  const union = fc.record(
    {
      name: fc.string({ maxLength: 12 }),
      printed: amount,
      grant: amount,
      maximum: amount,
      inhabitants: fc.integer({ min: 0, max: 500_000 }),
    },
    { requiredKeys: ["name"] },
  );
  const inputs = fc.record({ level: amount, unions: fc.array(union, { minLength: 1, maxLength: 40 }) });
  fc.assert(
    fc.property(inputs, (changes) => {
      expect(sheetOf(changes).broken).toEqual([]);
    }),
    runs,
  );
});
