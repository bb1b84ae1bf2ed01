/*
 * The state's distribution: what is granted in Jönköping county's example, and whatever a user may type.
 */
import fc from "fast-check";
import { distribution, type DistributionInputs } from "../../src/scenarios/distribution";
import { amount, runs, unit } from "./inputs";
import { evaluate } from "./sheet";

const opened = distribution.opensOn("sv");
const sheetOf = (changes: Partial<DistributionInputs> = {}) =>
  evaluate(distribution.plan({ ...opened, ...changes }, "sv"));
const [hoglandet, sodra, finnveden] = opened.unions as [
  DistributionInputs["unions"][0],
  DistributionInputs["unions"][0],
  DistributionInputs["unions"][0],
];

test("takes appropriation, base grant, weight and floor from the sourced parameters", () => {
  const { value } = sheetOf();
  expect(["appropriation", "baseGrant", "needWeight", "maxDecrease"].map(value)).toEqual([339000, 400, 0.75, 0.1]);
});

test("a union that asks for less than its maximum gets what it asks for", () => {
  const { grid } = sheetOf();
  expect(grid("grant")).toEqual([[3500], [3400], [2570]]);
});

test("a union whose maximum has fallen is held up by the floor, and the sheet says so", () => {
  const { grid, broken } = sheetOf({ unions: [hoglandet, sodra, { ...finnveden, previous: 6000, requested: 6000 }] });
  expect(broken).toEqual([]);
  expect(grid("grant")[2]).toEqual([5400]);
  expect(grid("atFloor")).toEqual([["nej"], ["nej"], ["ja"]]);
});

test("whatever is typed, no more is granted than there is, nor than is asked for", () => {
  const union = fc.record({
    name: fc.string({ maxLength: 12 }),
    need: fc.integer({ min: 1, max: 200 }).map((hundredths) => hundredths / 100),
    population: fc.integer({ min: 1, max: 200 }).map((hundredths) => hundredths / 100),
    requested: amount,
    previous: fc.oneof(amount, fc.constant(0)),
    reduction: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 2000 })),
  });
  const inputs = fc.record({
    year: fc.integer({ min: 2016, max: 2020 }),
    unit,
    unions: fc.array(union, { minLength: 1, maxLength: 40 }),
  });
  fc.assert(
    fc.property(inputs, (changes) => {
      expect(sheetOf(changes).broken).toEqual([]);
    }),
    runs,
  );
});
