/*
 * Escalation to the state's maximum: the figures of the decision it opens on, and whatever a user may type.
 */
import fc from "fast-check";
import { draftSheet, openDraft, withChoices } from "../../src/scenarios/draft";
import { escalation, type EscalationInputs } from "../../src/scenarios/escalation";
import { toAddress, zoneAt } from "../../src/scenarios/zone";
import { municipalities, positive, rate, runs, unit } from "./inputs";
import { evaluate } from "./sheet";

const opened = escalation.opensOn("sv");
const { printed, ...unprinted } = opened;
const sheetOf = (changes: Partial<EscalationInputs> = {}) =>
  evaluate(escalation.plan({ ...unprinted, ...changes }, "sv"));

describe("opens on Vaggeryd's decision of 2021", () => {
  const { grid, value } = evaluate(escalation.plan(opened, "sv"));

  test("with every party's contribution 2021–2026", () => {
    expect(grid("parties")).toEqual([
      [3674, 4041, 4446, 4890, 5379, 5551],
      [1837, 2021, 2223, 2445, 2690, 2776],
      [1483, 1631, 1794, 1974, 2171, 2240],
      [126, 138, 152, 167, 184, 190],
      [79, 88, 96, 106, 116, 120],
      [149, 164, 180, 198, 218, 225],
    ]);
    expect(grid("year")).toEqual([[2021, 2022, 2023, 2024, 2025, 2026]]);
    expect(grid("budget")).toEqual([[7348, 8083, 8891, 9780, 10758, 11102]]);
  });

  test("with the maximum reached in 2026, and what is left unused until then", () => {
    expect(value("reached")).toBe(2026);
    expect(grid("unused")).toEqual([[1877, 1510, 1105, 661, 172, 0]]);
    expect(value("unusedSum")).toBe(5325);
  });

  test("with the one printed figure that the decision's own rule does not give", () => {
    expect(grid("printed")).toEqual([printed?.values]);
    expect(grid("difference")).toEqual([[0, 0, 0, 0, 1]]);
  });
});

test("where inhabitants are not known, kronor per inhabitant are missing", () => {
  const { broken, sheet, cell } = sheetOf({ inhabitants: 0 });
  expect(broken).toEqual([]);
  const { top, left, right } = sheet.names.get("unusedAll")!;
  for (let column = left; column <= right; column++) {
    for (const row of [top + 2, top + 3]) expect(cell(toAddress(zoneAt(row, column)))).toBe("saknas");
  }
});

test("zero growth never reaches the maximum, and says so", () => {
  const { broken, value } = sheetOf({ rate: 0 });
  expect(broken).toEqual([]);
  expect(value("reached")).toBe("nås inte");
});

test("a maximum below today's amount binds from the first increase, and nothing is unused", () => {
  const { broken, grid } = sheetOf({ stateMaximum: 3000 });
  expect(broken).toEqual([]);
  expect(grid("parties")[0]).toEqual([3674, 3000, 3000, 3000, 3000, 3000]);
  expect(grid("unused")).toEqual([[0, 0, 0, 0, 0, 0]]);
});

test("without a region the municipality pays half", () => {
  const { broken, grid } = sheetOf({ withoutRegion: true, municipalities: [{ name: "Gotland", weight: 1 }] });
  expect(broken).toEqual([]);
  expect(grid("parties").map((row) => row[0])).toEqual([3674, 3674]);
});

test("whatever is typed, the sheet adds up", () => {
  const inputs = fc.record({
    startYear: fc.integer({ min: 2004, max: 2050 }),
    years: fc.integer({ min: 1, max: 12 }),
    stateStart: positive,
    rate,
    stateMaximum: fc.integer({ min: 1, max: 100_000 }),
    unit,
    municipalities,
    withoutRegion: fc.boolean(),
  });
  fc.assert(
    fc.property(inputs, (changes) => {
      expect(sheetOf(changes).broken).toEqual([]);
    }),
    runs,
  );
});

test("without a region the law is cited in the sheet's language", () => {
  const cited = (language: "sv" | "en") =>
    draftSheet(withChoices(openDraft("escalation", language), { withoutRegion: true }))
      .cells.map(({ content }) => String(content))
      .filter((content) => content.includes("5 a §") && content.includes("2025-09-01"));
  expect(cited("sv")).toEqual([expect.stringContaining("läst 2025-09-01")]);
  expect(cited("en")).toEqual([expect.stringContaining("read 2025-09-01")]);
});

test("the note on the decision's last year goes with the year", () => {
  const notes = (years: number) => {
    const { cells } = draftSheet(withChoices(openDraft("escalation", "sv"), { years }));
    return cells.filter(({ role, content }) => role === "note" && String(content).includes("2026")).length;
  };
  expect([notes(3), notes(6), notes(9)]).toEqual([0, 1, 1]);
});
