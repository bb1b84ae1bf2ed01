/*
 * The year's calendar: what is due next on any day, and the law's own days.
 */
import fc from "fast-check";
import { calendar, type CalendarInputs } from "../../src/scenarios/calendar";
import { toSerial } from "../../src/scenarios/dates";
import { runs } from "./inputs";
import { evaluate } from "./sheet";

const opened = calendar.opensOn("en");
const sheetOf = (changes: Partial<CalendarInputs> = {}) =>
  evaluate(calendar.plan({ ...opened, ...changes }, "en"), "en");
const on = (year: number, month: number, day: number) => sheetOf({ today: toSerial(year, month, day) });

test.each([
  ["the year's first day", [2026, 1, 1], "Members' meeting: aims for next year", 58],
  ["the day itself", [2026, 2, 28], "Members' meeting: aims for next year", 0],
  ["the day after", [2026, 3, 1], "Annual report of the year before", 30],
  ["31 March, the law's last day for the report", [2026, 3, 31], "Annual report of the year before", 0],
  ["1 April", [2026, 4, 1], "Letter to the parties on contributions", 14],
  ["30 November, the law's last day", [2026, 11, 30], "The board decides the budget", 0],
  ["New Year's Eve", [2026, 12, 31], "Annual report of the year, next year", 90],
] as const)("on %s", (_, [year, month, day], step, days) => {
  const { value, broken } = on(year, month, day);
  expect(broken).toEqual([]);
  expect([value("nextStep"), value("nextDays")]).toEqual([step, days]);
});

test("when the report is in, nothing is left", () => {
  const { value, grid } = on(2027, 4, 1);
  expect(value("nextStep")).toBe("all steps have passed");
  expect(grid("status")).toEqual(opened.steps.map(() => ["passed"]));
});

test("a decision after 30 November fails the check", () => {
  const late = opened.steps.map((step) => (step.what === "decision" ? { ...step, month: 12, day: 4 } : step));
  expect(sheetOf({ steps: late }).broken).toEqual(["the control cell reads 1"]);
});

test("in any year, on any day, one step at most is next", () => {
  const inputs = fc.record({
    year: fc.integer({ min: 2004, max: 2060 }),
    today: fc.integer({ min: toSerial(2004, 1, 1), max: toSerial(2060, 12, 31) }),
  });
  fc.assert(
    fc.property(inputs, (changes) => {
      const { broken, grid } = sheetOf(changes);
      expect(broken).toEqual([]);
      expect(grid("status").filter(([state]) => state === "next").length).toBeLessThanOrEqual(1);
    }),
    runs,
  );
});
