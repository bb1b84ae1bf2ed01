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

test("nobody in work costs nothing per person in work: it says that there are none", () => {
  const none = { ...opened.unions[0]!, workWomen: 0, workMen: 0, printed: { finished: 85, work: 0, active: 36 } };
  const { grid, broken } = sheetOf({ unions: [none] });
  expect(broken).toEqual([]);
  expect(grid("perWork")).toEqual([["inga"]]);
});

test("a printed sum that women and men do not give fails the check", () => {
  const wrong = { ...opened.unions[0]!, printed: { finished: 86, work: 29, active: 36 } };
  expect(sheetOf({ unions: [wrong] }).broken).toEqual(["the control cell reads 1"]);
});

test("whatever is typed, the sheet holds together", () => {
  const count = fc.nat({ max: 300 });
  const union = fc
    .record({
      name: fc.constantFrom("Åre", "Norra", "=1+1"),
      finishedWomen: count,
      finishedMen: count,
      workWomen: count,
      workMen: count,
      activeWomen: count,
      activeMen: count,
      jobs: amount,
      costs: amount,
    })
    .map((typed) => ({
      ...typed,
      printed: {
        finished: typed.finishedWomen + typed.finishedMen,
        work: typed.workWomen + typed.workMen,
        active: typed.activeWomen + typed.activeMen,
      },
    }));
  const inputs = fc.record({ saving: fc.nat({ max: 900 }), unions: fc.array(union, { minLength: 1, maxLength: 40 }) });
  fc.assert(
    fc.property(inputs, (changes) => {
      expect(sheetOf(changes).broken).toEqual([]);
    }),
    runs,
  );
});
