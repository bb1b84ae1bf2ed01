/*
 * Formulas built argument by argument, from what is typed in either language.
 */
import { buildFormula, inOtherLanguage } from "../../src/actions/builtFormula";

const parameters = [
  { name: "belopp", optional: false },
  { name: "vikter", optional: true },
  { name: "enhet", optional: true },
  { name: "avser", optional: true },
];

const swedish = (...typed: string[]) => buildFormula("SPLIT", parameters, typed, "sv");
const english = (...typed: string[]) => buildFormula("SPLIT", parameters, typed, "en");

test.each([
  ["a value", ["7348"], "=FINSAM.SPLIT(7348)"],
  ["what is left out last is left out", ["7348", "", "", ""], "=FINSAM.SPLIT(7348)"],
  ["and what is left out before that keeps its place", ["7348", "", "1"], "=FINSAM.SPLIT(7348,,1)"],
  ["decimals", ["8082,8", "", "0,01"], "=FINSAM.SPLIT(8082.8,,0.01)"],
  ["an amount as people write it", ["1 234 567,5", "", "−10 %"], "=FINSAM.SPLIT(1234567.5,,-10%)"],
  ["a reference", ["'Budget 2021'!B4:B7", "C1#"], "=FINSAM.SPLIT('Budget 2021'!B4:B7,C1#)"],
  ["a formula", ["=SUMMA(A1:A3;1,5)*2", "{1\\2;3,5\\4}"], "=FINSAM.SPLIT(SUM(A1:A3,1.5)*2,{1,2;3.5,4})"],
  ["a formula of ours in it", ['FINSAM.TOTAL(3674;"staten")'], '=FINSAM.SPLIT(FINSAM.TOTAL(3674,"state"))'],
  ["a choice", ["1", "", "", '"state"'], '=FINSAM.SPLIT(1,,,"state")'],
  ["a choice that was typed", ["1", "", "", '"staten"'], '=FINSAM.SPLIT(1,,,"state")'],
  ["a name, a table and TRUE", ["budget", "Plan[Belopp, 1,5]", "SANT"], "=FINSAM.SPLIT(budget,Plan[Belopp, 1,5],TRUE)"],
  ["a text with separators", ['"a;b,c"'], '=FINSAM.SPLIT("a;b,c")'],
])("in Swedish %s", (_, typed, formula) => {
  expect(swedish(...typed).formula).toBe(formula);
});

test.each([
  ["decimals and an amount with commas", ["1,234.5", "", "0.01"], "=FINSAM.SPLIT(1234.5,,0.01)"],
  ["an amount with spaces", ["1\u202f234.5"], "=FINSAM.SPLIT(1234.5)"],
  ["an array", ["{1,2;3,4}"], "=FINSAM.SPLIT({1,2;3,4})"],
])("in English %s", (_, typed, formula) => {
  expect(english(...typed).formula).toBe(formula);
});

test.each([
  ["a text without quotes", "mycket pengar", { kind: "notAnArgument" }],
  ["words and a number", "ungefär 5", { kind: "notAnArgument" }],
  ["two numbers", "5 7", { kind: "notAnArgument" }],
  ["a number in groups of other than three digits", "36 74", { kind: "notAnArgument" }],
  ["two arguments", "5;7", { kind: "notAnArgument" }],
  ["an open quote", '"staten', { kind: "notAnArgument" }],
  ["an open parenthesis", "SUMMA(A1:A3", { kind: "notAnArgument" }],
  ["a parenthesis too many", "A1);(B1", { kind: "notAnArgument" }],
  ["what comes after a number", "12abc", { kind: "notAnArgument" }],
  ["a formula in an array", "{1;A1}", { kind: "notAnArgument" }],
  ["an equals sign too many", "==A1", { kind: "notAnArgument" }],
  ["a comma between arguments", "SUMMA(A1,B1)", { kind: "sign", sign: "," }],
  ["a decimal point", "1.5", { kind: "sign", sign: "." }],
  ["an unknown function", "ÄRUDDA(A1)", { kind: "function", name: "ÄRUDDA" }],
])("%s is found out: %s", (_, typed, problem) => {
  const built = swedish("1", typed);
  expect(built.formula).toBeUndefined();
  expect(built.arguments).toEqual([{ shown: "1" }, { shown: typed.replace(/^=/, ""), problem }]);
});

test.each(["1,234 567", "1 234,567", "36,74", "36 74"])("in English %s is no number", (typed) => {
  expect(english("1", typed)).toMatchObject({ formula: undefined, arguments: [{}, { problem: {} }] });
});

test("what must be given stands by its name until it is", () => {
  const built = swedish("", "", "1");
  expect(built.formula).toBeUndefined();
  expect(built.arguments).toEqual([{ shown: "belopp", problem: { kind: "missing" } }, { shown: "" }, { shown: "1" }]);
});

test("the formula is shown as it is typed in the language", () => {
  const built = swedish("=SUMMA(A1;1,5)", "{1\\2}", "", '"state"');
  expect(built.arguments.map(({ shown }) => shown)).toEqual(["SUMMA(A1;1,5)", "{1\\2}", "", '"staten"']);
});

test.each([
  ["7 348,5", "7348.5"],
  ["=SUMMA(A1;1,5)", "SUM(A1,1.5)"],
  ["{1\\2;3}", "{1,2;3}"],
  ["mycket pengar", "mycket pengar"],
  ["", ""],
])("%s, typed in Swedish, is %s in English", (typed, other) => {
  expect(inOtherLanguage(typed, "sv", "en")).toBe(other);
});

test("and stays what it is in the same language", () => {
  expect(inOtherLanguage("7 348,5", "sv", "sv")).toBe("7 348,5");
});
