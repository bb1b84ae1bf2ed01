/*
 * Own capital: the accounts of 2019 that it opens on, and whatever a user may type.
 */
import fc from "fast-check";
import { ownCapital, type OwnCapitalInputs } from "../../src/scenarios/ownCapital";
import { amount, runs } from "./inputs";
import { evaluate } from "./sheet";

const opened = ownCapital.opensOn("sv");
const sheetOf = (changes: Partial<OwnCapitalInputs> = {}) => evaluate(ownCapital.plan({ ...opened, ...changes }, "sv"));

test("opens on 2019: Finnveden is 661,2 tkr above, Södra Vätterbygden in a step nobody has given", () => {
  const { grid } = sheetOf();
  expect(grid("recommended")).toEqual([[1284.6], ["okänt steg"], [1028.8]]);
  expect(grid("excess").map(([value]) => (typeof value === "number" ? Number(value.toFixed(6)) : value))).toEqual([
    -717.6,
    "okänt steg",
    661.2,
  ]);
  expect(grid("lasts")[0]).toEqual(["inget över"]);
  expect(grid("lasts")[2]![0]).toBeCloseTo(661.2 / 480, 9);
});

test("once the rate of the second step is given, nothing is unknown", () => {
  const { grid, broken } = sheetOf({ secondRate: 0.15 });
  expect(broken).toEqual([]);
  expect(grid("recommended")).toEqual([[1284.6], [1052.7], [1028.8]]);
});

test("whatever is typed, the sheet holds together", () => {
  const union = fc.record({ name: fc.string({ maxLength: 12 }), income: amount, costs: amount, capital: amount });
  const inputs = fc.record(
    {
      year: fc.integer({ min: 2013, max: 2040 }),
      unions: fc.array(union, { minLength: 1, maxLength: 40 }),
      secondRate: fc.integer({ min: 1, max: 30 }).map((percent) => percent / 100),
    },
    { requiredKeys: ["year", "unions"] },
  );
  fc.assert(
    fc.property(inputs, (changes) => {
      expect(sheetOf(changes).broken).toEqual([]);
    }),
    runs,
  );
});
