/* What people type for numbers, and what is none. */
import { resemblesNumber, typedNumber } from "../../src/i18n/typedNumber";

test.each([
  ["3 674", "3674"],
  ["3\u00a0674", "3674"],
  ["133\u202f310", "133310"],
  ["133\u2009310,5", "133310.5"],
  ["1 234 567", "1234567"],
  ["3674", "3674"],
  ["1234567,25", "1234567.25"],
  ["−5", "-5"],
  ["- 5", "-5"],
  ["+5", "5"],
  [",5", "0.5"],
  ["5,", "5"],
  [" 7 157 ", "7157"],
])("in Swedish %p is %s", (text, digits) => {
  expect(typedNumber(text, "sv")).toEqual({ digits, isPercent: false });
});

test.each([
  ["3,674", "3674"],
  ["1,234,567.5", "1234567.5"],
  ["1 234 567.5", "1234567.5"],
  ["3\u00a0674", "3674"],
  ["-3,674", "-3674"],
  [".5", "0.5"],
])("in English %p is %s", (text, digits) => {
  expect(typedNumber(text, "en")).toEqual({ digits, isPercent: false });
});

test.each([
  ["10%", "10"],
  ["10 %", "10"],
  ["−1 000,5\u00a0%", "-1000.5"],
])("%p is per cent", (text, digits) => {
  expect(typedNumber(text, "sv")).toEqual({ digits, isPercent: true });
});

test.each([
  ["36 74", "sv"],
  ["1 2 3", "sv"],
  ["1  234", "sv"],
  ["1234 567", "sv"],
  ["1 234 56", "sv"],
  ["12 3456", "sv"],
  ["3,5 1", "sv"],
  ["1\t234", "sv"],
  ["3.674", "sv"],
  ["3,674,5", "sv"],
  ["36 74", "en"],
  ["36,74", "en"],
  ["1,234 567", "en"],
  ["1 234,567", "en"],
  ["1,2345", "en"],
  ["1234,567", "en"],
  ["2,5", "en"],
] as const)("%p is no number in the language %s, and looks like one", (text, language) => {
  expect(typedNumber(text, language)).toBeUndefined();
  expect(resemblesNumber(text)).toBe(true);
});

test.each(["", "-", "%", ",", "mycket", "5 st", "10%%", "1e5", "A1"])("%p is no number", (text) => {
  expect(typedNumber(text, "sv")).toBeUndefined();
  expect(resemblesNumber(text)).toBe(false);
});
