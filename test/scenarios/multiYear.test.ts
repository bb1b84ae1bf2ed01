/*
 * Multi-year budget: what 0, 10 and 20 % leave for new activities in 2020, and whatever a user may type.
 */
import fc from "fast-check";
import { multiYear, type MultiYearInputs } from "../../src/scenarios/multiYear";
import { draftPlan, openDraft, withChoices, withValue } from "../../src/scenarios/draft";
import { amount, rate, runs, unit } from "./inputs";
import { evaluate } from "./sheet";

const opened = multiYear.opensOn("sv");
const sheetOf = (changes: Partial<MultiYearInputs> = {}) => evaluate(multiYear.plan({ ...opened, ...changes }, "sv"));

test("opens on 2020: a deficit as today, none at 10 %, and 500–600 tkr for new activities at 20 %", () => {
  const { grid } = sheetOf();
  const [asToday, ten, twenty] = [1, 2, 3].map((number) => Number(grid(`room ${number}`)[0]![0]));
  expect(asToday).toBeCloseTo(-546.2, 6);
  expect(ten).toBeCloseTo(0.1, 6);
  expect(twenty).toBeCloseTo(546.4, 6);
});

test("a deficit is carried to the next year's capital, a room that is used is not", () => {
  const { grid } = sheetOf();
  expect(Number(grid("end 1")[0]![0])).toBeCloseTo(989 - 546.2, 6);
  expect(Number(grid("start 1")[0]![1])).toBeCloseTo(989 - 546.2, 6);
  expect(Number(grid("end 3")[0]![0])).toBeCloseTo(989, 6);
});

test("a recommendation in a step that nobody has given is unknown", () => {
  const { grid } = sheetOf();
  expect(grid("recommended 1")[0]![0]).toBeCloseTo(1214.4, 9);
  expect(grid("recommended 3")[0]![0]).toBe("okänt steg");
});

test("sets the alternatives beside each other, against the recommendation, and marks what is below zero", () => {
  const { sheet, grid, cell } = sheetOf();
  const rounded = (area: string) =>
    grid(area)[0]!.map((value) => (typeof value === "number" ? Math.round(value) : value));
  expect(rounded("least")).toEqual([-650, 989, 989]);
  // At 10 % each year leaves a tenth of a tkr, too little for anything new, in the capital.
  expect(rounded("over")).toEqual([-650 - 1214, -346, "okänt steg"]);
  const below = sheet.cells.filter(({ marked, address }) => marked === "negative" && Number(cell(address)) < 0);
  // Room, lowest and last capital, and the recommendation, of today; the recommendation of 10 %; three rooms, two ends.
  expect(below.length).toBe(4 + 1 + 3 + 2);
});

test("stands below one another where the years of all alternatives are too many to stand side by side", () => {
  const headings = (years: number) => {
    const draft = withChoices(openDraft("multi-year", "sv"), { years });
    return evaluate(draftPlan(draft)).sheet.bands.length;
  };
  expect(headings(5) - headings(4)).toBe(2);
});

test.each([undefined, 2010])(
  "with %p as its first year the recommendation is unknown, and nothing is an error",
  (year) => {
    const { broken, grid } = evaluate(draftPlan(withValue(openDraft("multi-year", "sv"), "firstYear", year)));
    expect(broken).toEqual([]);
    expect(grid("recommended 1").flat()).toEqual(["okänt steg", "okänt steg", "okänt steg"]);
  },
);

test("whatever is typed, the capital of the last year follows from the first", () => {
  const inputs = fc.integer({ min: 1, max: 20 }).chain((years) => {
    const each = <T>(value: fc.Arbitrary<T>) => fc.array(value, { minLength: years, maxLength: years });
    return fc.record({
      firstYear: fc.integer({ min: 2000, max: 2060 }),
      capital: amount,
      keep: amount,
      contributions: amount,
      administration: fc.integer({ min: 0, max: 40 }).map((percent) => percent / 100),
      unit,
      other: each(amount),
      decided: each(amount),
      alternatives: fc.array(fc.record({ name: fc.constantFrom("A", "Bas"), rates: each(rate) }), {
        minLength: 1,
        maxLength: 3,
      }),
    });
  });
  fc.assert(
    fc.property(inputs, (changes) => {
      expect(sheetOf(changes).broken).toEqual([]);
    }),
    runs,
  );
});
