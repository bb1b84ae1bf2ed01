/*
 * Level increase: the figures of the decision it opens on, and whatever a user may type.
 */
import fc from "fast-check";
import { levelIncrease, type LevelIncreaseInputs } from "../../src/scenarios/levelIncrease";
import { amount, municipalities, rate, runs, unit } from "./inputs";
import { evaluate } from "./sheet";

const opened = levelIncrease.opensOn("sv");
const { printed, ...unprinted } = opened;
const sheetOf = (changes: Partial<LevelIncreaseInputs>) =>
  evaluate(levelIncrease.plan({ ...unprinted, ...changes }, "sv"));

test("opens on Vaggeryd's 20 % of 2019, with the printed increase 10 tkr too low", () => {
  const { grid } = evaluate(levelIncrease.plan(opened, "sv"));
  expect(grid("before")).toEqual([[3036], [1518], [1397], [121]]);
  expect(grid("after")).toEqual([[3643], [1822], [1676], [145]]);
  expect(grid("budget")).toEqual([[6072, 7286]]);
  expect(grid("printed")).toEqual([[printed?.total], [printed?.increase], [printed?.contribution]]);
  expect(grid("difference")).toEqual([[0], [-10], [0]]);
});

test("no increase is an increase of 0 for each", () => {
  const { broken, grid } = sheetOf({ rate: 0 });
  expect(broken).toEqual([]);
  expect(grid("increase")).toEqual([[0], [0], [0], [0]]);
});

test("whatever is typed, the sheet adds up", () => {
  const inputs = fc.record({ total: amount, rate, unit, municipalities, withoutRegion: fc.boolean() });
  fc.assert(
    fc.property(inputs, (changes) => {
      expect(sheetOf(changes).broken).toEqual([]);
    }),
    runs,
  );
});
