/*
 * Values as their cells show them.
 */
import { chartNumbers, showValue } from "../../src/i18n/shown";
import type { Format } from "../../src/scenarios/plan";

test.each<[string, number | string, Format, string, string]>([
  ["an amount", 133310, "amount", "133 310", "133,310"],
  ["a negative amount", -229, "amount", "−229", "-229"],
  ["an amount that rounds to nothing", -0.4, "amount", "0", "0"],
  ["one decimal", -717.6, "decimal", "−717,6", "-717.6"],
  ["two decimals", 2.25, "precise", "2,25", "2.25"],
  ["a share", 0.0809671, "share", "0,0810", "0.0810"],
  ["a change upwards", 2451, "change", "+2 451", "+2,451"],
  ["no change", -0.2, "change", "0", "0"],
  ["per cent", 0.55, "percent", "55 %", "55%"],
  ["per cent with a decimal", 0.08604, "percentDecimal", "8,6 %", "8.6%"],
  ["a year", 2026, "year", "2026", "2026"],
  ["a date", 46188, "date", "2026-06-15", "2026-06-15"],
  ["a text where a number usually stands", "okänt steg", "decimal", "okänt steg", "okänt steg"],
])("%s", (_, value, format, swedish, english) => {
  expect(showValue(value, format, "sv").replace(/\s/g, " ")).toBe(swedish);
  expect(showValue(value, format, "en")).toBe(english);
});

test.each<[string, number, Format, string, string]>([
  ["an amount", 5551, "amount", "5 551", "5,551"],
  ["millions", 0.25, "millions", "0,25", "0.25"],
  ["millions to a thousand", 1.2254, "millions", "1,225", "1.225"],
  ["an amount with decimals", 1.2254, "amount", "1,23", "1.23"],
  ["a share", 0.35, "percentDecimal", "35 %", "35%"],
  ["a share with a decimal", 0.345, "percent", "34,5 %", "34.5%"],
])("beside a chart %s has the digits it needs", (_, value, format, swedish, english) => {
  expect(chartNumbers(format, "sv").format(value).replace(/\s/g, " ")).toBe(swedish);
  expect(chartNumbers(format, "en").format(value)).toBe(english);
});
