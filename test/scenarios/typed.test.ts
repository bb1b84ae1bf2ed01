/* What is typed in a field, and what its cell then holds. */
import { editTyped, readTyped, showTyped } from "../../src/scenarios/typed";

test.each([
  ["3 674,5", "number", "sv", 3674.5],
  ["3,674.5", "number", "en", 3674.5],
  ["−5", "number", "sv", -5],
  ["2,9", "percent", "sv", 0.029],
  ["10 %", "percent", "sv", 0.1],
  ["10%", "number", "en", 0.1],
  ["2021", "year", "sv", 2021],
  ["2026-05-04", "date", "sv", 46146],
  ["2026-02-30", "date", "sv", "2026-02-30"],
  ["mycket", "number", "sv", "mycket"],
  ["2,5", "percent", "en", "2,5"],
  ["1,2345", "number", "en", "1,2345"],
  ["1,234,567", "number", "en", 1234567],
  ["3.674", "number", "sv", "3.674"],
  [",5", "number", "sv", 0.5],
  ["1 234 567", "number", "sv", 1234567],
  ["36 74", "number", "sv", "36 74"],
  ["1 2 3", "percent", "sv", "1 2 3"],
  ["1,234 567", "number", "en", "1,234 567"],
  ["−1 000,5 %", "number", "sv", -10.005],
  [" Habo ", "text", "sv", "Habo"],
  ["  ", "number", "sv", undefined],
] as const)("%p as %s in %s is %p", (text, kind, language, value) => {
  expect(readTyped(text, kind, language)).toBe(value);
});

test.each([
  [3674.5, "number", "sv", "3\u00a0674,5"],
  [-1234567.5, "number", "sv", "−1\u00a0234\u00a0567,5"],
  [1234567, "number", "en", "1,234,567"],
  [-0.5, "number", "en", "-0.5"],
  [2026, "year", "sv", "2026"],
  [0.029, "percent", "en", "2.9"],
  [46146, "date", "sv", "2026-05-04"],
  [undefined, "number", "sv", ""],
  ["mycket", "number", "sv", "mycket"],
] as const)("%p as %s in %s is shown as %p, and read back", (value, kind, language, text) => {
  expect(showTyped(value, kind, language)).toBe(text);
  expect(readTyped(text, kind, language)).toBe(value);
});

test.each([
  [3674.5, "number", "sv", "3674,5"],
  [-1234567, "number", "sv", "−1234567"],
  [1234567, "number", "en", "1234567"],
  [0.029, "percent", "sv", "2,9"],
  [2026, "year", "en", "2026"],
] as const)("%p as %s in %s is typed over as %p, and read back", (value, kind, language, text) => {
  expect(editTyped(value, kind, language)).toBe(text);
  expect(readTyped(text, kind, language)).toBe(value);
});
