/*
 * The state's distribution: what is granted in Jönköping county's example, and whatever a user may type.
 */
import fc from "fast-check";
import { distribution, type DistributionInputs } from "../../src/scenarios/distribution";
import { draftPlan, openDraft, withValue, type Draft } from "../../src/scenarios/draft";
import { draftFigures } from "../../src/scenarios/draftFigures";
import { amount, runs, unit } from "./inputs";
import { evaluate } from "./sheet";

const opened = distribution.opensOn("sv");
const sheetOf = (changes: Partial<DistributionInputs> = {}) =>
  evaluate(distribution.plan({ ...opened, ...changes }, "sv"));
/** The scenario as it opens, with these values typed over its inputs. */
const typed = (values: Readonly<Record<string, number>>) =>
  Object.entries(values).reduce<Draft>(
    (draft, [key, value]) => withValue(draft, key, value),
    openDraft("distribution", "sv"),
  );
const [hoglandet, sodra, finnveden] = opened.unions as [
  DistributionInputs["unions"][0],
  DistributionInputs["unions"][0],
  DistributionInputs["unions"][0],
];

test("takes appropriation, base grant, weight and floor from the sourced parameters", () => {
  const { value } = sheetOf();
  expect(["appropriation", "baseGrant", "needWeight", "maxDecrease"].map(value)).toEqual([339000, 400, 0.75, 0.1]);
});

test("opens on shares that give the county's published maxima", () => {
  expect(sheetOf().grid("maximum")).toEqual([[4006], [5486], [2570]]);
});

test("a union that asks for less than its maximum gets what it asks for", () => {
  const { grid } = sheetOf();
  expect(grid("grant")).toEqual([[3500], [3400], [2570]]);
});

const falling = { ...finnveden, requested: 6000, previous: 6000 };

test("a union whose maximum has fallen is held up by the floor, at nobody's cost, and the sheet says so", () => {
  // The others leave nothing that could go to it.
  const unions = [{ ...hoglandet, requested: 4006 }, { ...sodra, requested: 5486 }, falling];
  const { grid, value, broken } = sheetOf({ unions });
  expect(broken).toEqual([]);
  expect(grid("grant")).toEqual([[4006], [5486], [5400]]);
  expect(grid("atFloor")).toEqual([["nej"], ["nej"], ["ja"]]);
  expect(value("available")).toBe(4006 + 5486 + 5400);
});

test("a few of the country's unions are no pot of their own: the floor is kept though their maxima are small", () => {
  const small = (union: typeof hoglandet) => ({ ...union, need: 0.1, population: 0.1, requested: union.previous });
  const unions = [small(hoglandet), { ...sodra, requested: 5486 }, small(finnveden)];
  const { grid, value, broken } = sheetOf({ unions });
  expect(broken).toEqual([]);
  expect(grid("grant")).toEqual([[2884], [5486], [2313]]);
  expect(grid("atFloor")).toEqual([["ja"], ["nej"], ["ja"]]);
  expect(value("enough")).toBe("ja");
});

test("where the user says that there is less, what is asked for is scaled down to the floor", () => {
  const { grid, value, broken } = evaluate(draftPlan(typed({ toShare: 8300, "requested@3": 2700 })));
  expect(broken).toEqual([]);
  expect(grid("atFloor")).toEqual([["nej"], ["nej"], ["ja"]]);
  expect(grid("grant")[2]).toEqual([2313]);
  expect([value("enough"), value("left")]).toEqual(["ja", 0]);
});

test("where there is less than the floors together, the sheet says so, and no union is said to be at its floor", () => {
  const { grid, value, broken } = evaluate(draftPlan(typed({ toShare: 6000 })));
  expect(broken).toEqual([]);
  expect(value("floors")).toBeCloseTo(0.9 * (3205 + 3036 + 2570), 9);
  expect(value("enough")).toBe("nej, alla får mindre");
  expect(grid("atFloor")).toEqual([["under spärren"], ["under spärren"], ["under spärren"]]);
});

test("a union that asks for little is not held up by the floor", () => {
  const { grid } = sheetOf({ unions: [hoglandet, { ...sodra, requested: 1000 }, finnveden] });
  expect(grid("grant")[1]).toEqual([1000]);
  expect(grid("atFloor")[1]).toEqual(["nej"]);
});

test("a year without a source leaves unknown what follows from it, until the user says her own", () => {
  const unsourced = evaluate(draftPlan(typed({ year: 2025 })));
  expect(unsourced.broken).toEqual([]);
  expect(unsourced.value("appropriation")).toBe("okänt");
  expect(unsourced.grid("grant").flat()).toEqual(["okänt", "okänt", "okänt"]);
  expect(draftFigures(typed({ year: 2025 }))).toMatchObject({ problems: [], control: 0 });
  const own = evaluate(draftPlan(typed({ year: 2025, appropriationOwn: 339000, maxDecreaseOwn: 0.1 })));
  expect(own.broken).toEqual([]);
  expect(own.grid("grant")).toEqual(sheetOf().grid("grant"));
});

test("a pair of a name and a number is a union and its grant of last year, which its shares give as the maximum", () => {
  const { grid, value, broken } = evaluate(
    distribution.plan(
      distribution.withMembers!(opened, [
        { name: "Norra", weight: 3205 },
        { name: "Södra", weight: 8000 },
      ]),
      "sv",
    ),
  );
  expect(broken).toEqual([]);
  expect(grid("union")).toEqual([["Norra"], ["Södra"]]);
  expect(grid("maximum")).toEqual([[3205], [8000]]);
  expect(grid("grant")).toEqual([[3205], [8000]]);
  expect(value("unions")).toBe(80);
});

test("whatever is typed, no more is granted than there is, nor than is asked for, and the floor is kept", () => {
  const union = fc.record({
    name: fc.string({ maxLength: 12 }),
    need: fc.integer({ min: 1, max: 200 }).map((hundredths) => hundredths / 100),
    population: fc.integer({ min: 1, max: 200 }).map((hundredths) => hundredths / 100),
    requested: amount,
    previous: fc.oneof(amount, fc.constant(0)),
    reduction: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 2000 })),
  });
  const inputs = fc.record({
    year: fc.integer({ min: 2000, max: 2060 }),
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

test("whatever the user says that there is, and what applies in a year, the sheet holds together", () => {
  const values = fc.record({
    // Nothing to share is refused by the function, in a sentence.
    toShare: fc.integer({ min: 1, max: 100_000 }),
    year: fc.integer({ min: 2021, max: 2060 }),
    appropriationOwn: fc.integer({ min: 33_000, max: 900_000 }),
    maxDecreaseOwn: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
    needWeightOwn: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
    unit,
  });
  fc.assert(
    fc.property(values, (changes) => {
      expect(evaluate(draftPlan(typed(changes))).broken).toEqual([]);
    }),
    runs,
  );
});
