/*
 * Three alternatives for the county: the published figures it opens on, and whatever a user may type.
 */
import fc from "fast-check";
import { alternatives, type AlternativesInputs } from "../../src/scenarios/alternatives";
import { runs, unit } from "./inputs";
import { evaluate } from "./sheet";

const opened = alternatives.opensOn("sv");
const sheetOf = (changes: Partial<AlternativesInputs> = {}) =>
  evaluate(alternatives.plan({ ...opened, ...changes }, "sv"));

describe("opens on Jönköping county 2019", () => {
  const { grid, value } = sheetOf();

  test("with three base grants that become one", () => {
    expect(grid("baseGrants")).toEqual([[1200, 1200, 400]]);
    expect(value("lost")).toBe(800);
  });

  test("with the maxima merged as published, and the grants less two base grants", () => {
    expect(grid("allMaximum")).toEqual([[12062, 12062, 11262]]);
    expect(grid("stateGrant")).toEqual([[8811, 8811, 8011]]);
  });

  test("with the law's shares of each alternative", () => {
    expect(grid("parties")).toEqual([
      [8811, 8811, 8011],
      [4406, 4406, 4006],
      [4405, 4405, 4005],
    ]);
    expect(grid("budget")).toEqual([[17622, 17622, 16022]]);
  });

  test("with full use of the maxima making up for the base grants, three times over", () => {
    expect(value("gain")).toBe(11262 - 8811);
    expect(value("makesUp")).toBe("ja");
    expect(value("breakEven")).toBeCloseTo(800 / (11262 - 8011), 12);
  });

  test("with what Finnveden buys of Södra Vätterbygden", () => {
    expect([grid("headOf")[2]![0], grid("secretaryOf")[2]![0]]).toEqual([0.45 * 950, 0.25 * 600]);
    expect(grid("accountingOf")).toEqual([[81], [81], [81]]);
  });

  test("with own capital paid back: half to the state, a quarter each to region and municipalities", () => {
    expect(grid("toMembers")).toEqual([567, 989, 1690].map((capital) => [capital / 2, capital / 4, capital / 4]));
    expect(grid("carried")).toEqual([[0], [0], [0]]);
  });
});

test("a county union that takes all of the unused has the merged maximum", () => {
  const { grid } = sheetOf({ use: 1 });
  expect(grid("parties")[0]).toEqual([8811, 8811, 11262]);
  expect(grid("used")[0]![2]).toBe(1);
});

test("unions that use their maxima in full have nothing to make up with, and the sheet says so", () => {
  const unions = opened.unions.map((union) => ({ ...union, grant: union.maximum }));
  const { value, broken } = sheetOf({ unions });
  expect(broken).toEqual([]);
  expect(value("gain")).toBe(-800);
  expect([value("makesUp"), value("breakEven")]).toEqual(["nej", "räcker inte"]);
});

test("one union alone loses nothing", () => {
  const { value, grid, broken } = sheetOf({ unions: [{ ...opened.unions[0]!, head: 1, secretary: 1 }] });
  expect(broken).toEqual([]);
  expect(value("lost")).toBe(0);
  expect(grid("stateGrant")).toEqual([[3205, 3205, 3205]]);
});

test("own capital that is not paid back is carried over", () => {
  const { grid } = sheetOf({ payBack: 0 });
  expect(grid("carried")).toEqual([[567], [989], [1690]]);
  expect(grid("toMembers").flat()).toEqual(Array(9).fill(0));
});

test("where no post is shared, none is divided", () => {
  const unions = opened.unions.map((each) => ({ ...each, head: 0, secretary: 0 }));
  const { broken, grid } = sheetOf({ unions, head: 0, secretary: 0 });
  expect(broken).toEqual([]);
  expect(grid("headOf")).toEqual([[0], [0], [0]]);
});

test("whatever is typed, nothing is lost between unions, members and alternatives", () => {
  const share = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
  const amount = fc.integer({ min: 0, max: 90_000 }).map((tenths) => tenths / 10);
  // Many unions share no post with another.
  const post = fc.oneof(fc.constant(0), share);
  const union = fc.record({
    name: fc.string({ maxLength: 12 }),
    // A union that has a grant has a base grant in it.
    grant: fc.integer({ min: 400, max: 9000 }),
    maximum: fc.integer({ min: 400, max: 12_000 }),
    costs: fc.integer({ min: 1, max: 20_000 }),
    capital: fc.integer({ min: -500, max: 5000 }),
    head: post,
    secretary: post,
  });
  const inputs = fc.record({
    year: fc.integer({ min: 2016, max: 2040 }),
    administration: amount,
    accounting: amount,
    head: amount,
    secretary: amount,
    savingShared: share,
    savingCounty: share,
    use: share,
    payBack: share,
    unit,
    unions: fc.array(union, { minLength: 1, maxLength: 40 }),
  });
  fc.assert(
    fc.property(inputs, (changes) => {
      const { broken, grid } = sheetOf(changes);
      expect(broken).toEqual([]);
      const [today, shared] = grid("budget")[0]!;
      expect(shared).toBe(today);
    }),
    runs,
  );
});
