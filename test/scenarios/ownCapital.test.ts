/*
 * Own capital: the accounts of 2019 that it opens on, and whatever a user may type.
 */
import fc from "fast-check";
import { openDraft, withValue } from "../../src/scenarios/draft";
import { draftFields } from "../../src/scenarios/draftFields";
import { draftFigures } from "../../src/scenarios/draftFigures";
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

test("a year before there was a recommendation is compared with none, and says so in place of a source", () => {
  const { grid, broken } = sheetOf({ year: 2012, secondRate: 0.15 });
  expect(broken).toEqual([]);
  expect(grid("steps")).toEqual([
    [0, "okänt"],
    ["okänt", 0.15],
  ]);
  for (const what of ["recommended", "excess", "lasts"]) expect(grid(what).flat()).toEqual(Array(3).fill("okänt steg"));
  expect(grid("surplus").flat()).toEqual([-229, -1133, -480]);
  const draft = withValue(openDraft("own-capital", "sv"), "year", 2012);
  expect(draftFigures(draft)).toMatchObject({ problems: [], control: 0 });
  const steps = draftFields(draft).find(({ id }) => id === "steps")!;
  expect(steps.rows[0]!.source).toBe("Ingen källa för det året: rekommendationen om eget kapital gäller från 2013");
});

test("whatever is typed, the sheet holds together", () => {
  const union = fc.record({ name: fc.string({ maxLength: 12 }), income: amount, costs: amount, capital: amount });
  const inputs = fc.record(
    {
      year: fc.oneof(fc.integer({ min: 2013, max: 2040 }), fc.integer({ min: 1000, max: 2012 })),
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
