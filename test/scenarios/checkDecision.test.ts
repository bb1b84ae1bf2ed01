/*
 * Check a decision: every published figure that its own rule does not give, and whatever a user may type.
 */
import fc from "fast-check";
import { checkDecision, type CheckDecisionInputs, type Figure } from "../../src/scenarios/checkDecision";
import { amount, runs, unit } from "./inputs";
import { evaluate } from "./sheet";

const opened = checkDecision.opensOn("sv");
const sheetOf = (changes: Partial<CheckDecisionInputs> = {}) =>
  evaluate(checkDecision.plan({ ...opened, ...changes }, "sv"));

test("opens on the figures that their own rules do not give, each with its difference", () => {
  const { grid } = sheetOf();
  const rounded = grid("difference").map(([value]) => Number(Number(value).toFixed(6)));
  expect(rounded).toEqual([1, -10, 3, -26, 0, -0.01, 3.6, 0, 8770]);
});

test("two decisions follow the law; 3 tkr too many from the municipalities is 2,25 above their share", () => {
  const { grid } = sheetOf();
  expect(grid("deviation")).toEqual([
    [0, 0, -1.5],
    [0, 0, 0],
    [0, 0, 2.25],
  ]);
  expect(grid("sumDifference")).toEqual([[0, 0, -3]]);
});

test("whatever is typed, the sheet holds together", () => {
  const contributions = fc.record({ state: amount, region: amount, municipal: amount, total: amount });
  const figure: fc.Arbitrary<Figure> = fc.record({
    what: fc.constant("own" as const),
    kind: fc.constantFrom("sum", "increase", "share", "perPerson", "same"),
    first: amount,
    second: fc.integer({ min: 0, max: 1000 }),
    printed: amount,
    decimals: fc.integer({ min: 0, max: 3 }),
  });
  const inputs = fc.record({
    unit: fc.oneof(unit, fc.constant(0)),
    contributions: fc.tuple(contributions, contributions, contributions),
    figures: fc.array(figure, { minLength: 1, maxLength: 12 }),
  });
  fc.assert(
    fc.property(inputs, (changes) => {
      expect(sheetOf(changes).broken).toEqual([]);
    }),
    runs,
  );
});
