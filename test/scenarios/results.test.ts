/*
 * Results and cost per result: the outcome of 2019 that it opens on, and whatever a user may type.
 */
import fc from "fast-check";
import { results, type ResultsInputs } from "../../src/scenarios/results";
import { amount, runs } from "./inputs";
import { evaluate } from "./sheet";

const opened = results.opensOn("sv");
const sheetOf = (changes: Partial<ResultsInputs> = {}) => evaluate(results.plan({ ...opened, ...changes }, "sv"));

test("opens on 2019: shares and costs of each union", () => {
  const { grid } = sheetOf();
  const rounded = (name: string, digits: number) =>
    grid(name)[0]!.map((value) => Number(Number(value).toFixed(digits)));
  expect(rounded("shareWork", 3)).toEqual([0.341, 0.571, 0.418]);
  expect(rounded("shareActive", 3)).toEqual([0.424, 0.612, 0.493]);
  expect(rounded("perFinished", 1)).toEqual([78.3, 166.3, 83.9]);
  expect(rounded("perWork", 1)).toEqual([229.4, 291.1, 200.9]);
  expect(rounded("perJob", 1)).toEqual([313.8, 326, 284]);
});

test("the saving that the user gives says how many in work pay the budget back", () => {
  expect(sheetOf({ saving: 100 }).grid("payBack")).toEqual([[66.52, 81.51, 56.24]]);
});

test("what is divided by nothing cannot be computed, and is not said to be none", () => {
  const none = { ...opened.unions[0]!, workWomen: 0, workMen: 0, printed: { finished: 85, work: 0, active: 36 } };
  const { grid, broken } = sheetOf({ unions: [none] });
  expect(broken).toEqual([]);
  expect(grid("perWork")).toEqual([["kan inte räknas"]]);
  expect(sheetOf({ saving: 0 }).grid("payBack").flat()).toEqual(Array.from({ length: 3 }, () => "kan inte räknas"));
});

test("a sum that the source does not print is not compared", () => {
  const unprinted = { ...opened.unions[0]!, printed: { finished: 85 } };
  expect(sheetOf({ unions: [unprinted, opened.unions[1]!] }).broken).toEqual([]);
});

test.each([
  ["in work than in work or studies", { workWomen: 18 }],
  ["in work or studies than finished", { finishedMen: 18 }],
])("more %s fails a check", (_, changes) => {
  const wrong = { ...opened.unions[0]!, ...changes, printed: {} };
  expect(sheetOf({ unions: [wrong] }).broken).toEqual(["the control cell reads 1"]);
});

test("a printed sum that women and men do not give fails the check", () => {
  const wrong = { ...opened.unions[0]!, printed: { finished: 86, work: 29, active: 36 } };
  expect(sheetOf({ unions: [wrong] }).broken).toEqual(["the control cell reads 1"]);
});

test("whatever is typed, the sheet holds together", () => {
  // Of those who have finished some are in work, and some of the others study.
  const outcome = fc
    .tuple(fc.nat({ max: 300 }), fc.nat({ max: 300 }), fc.nat({ max: 300 }))
    .map((counts) => counts.sort((a, b) => b - a));
  const union = fc
    .record({
      name: fc.constantFrom("Åre", "Norra", "=1+1"),
      women: outcome,
      men: outcome,
      jobs: amount,
      costs: amount,
    })
    .map(({ women, men, ...typed }) => {
      const [finishedWomen, activeWomen, workWomen] = women;
      const [finishedMen, activeMen, workMen] = men;
      const printed = { finished: finishedWomen + finishedMen, work: workWomen + workMen };
      return { ...typed, finishedWomen, finishedMen, workWomen, workMen, activeWomen, activeMen, printed };
    });
  const inputs = fc.record({ saving: fc.nat({ max: 900 }), unions: fc.array(union, { minLength: 1, maxLength: 40 }) });
  fc.assert(
    fc.property(inputs, (changes) => {
      expect(sheetOf(changes).broken).toEqual([]);
    }),
    runs,
  );
});
