/*
 * Formulas and results in the form that a user of each language reads and types.
 */
import { localFormula, localValue, resultRows } from "../../src/i18n/formula";

test.each([
  ["arguments take semicolons", "=FINSAM.SPLIT(1000,,1)", "=FINSAM.SPLIT(1000;;1)"],
  ["decimals take a comma", "=FINSAM.SPLIT(8082.8,,0.01)", "=FINSAM.SPLIT(8082,8;;0,01)"],
  ["a decimal without a leading zero too", "=FINSAM.SPLIT(.5)", "=FINSAM.SPLIT(,5)"],
  ["columns of an array take backslashes", "=FINSAM.SPLIT({1,2.5;3,4})", "=FINSAM.SPLIT({1\\2,5;3\\4})"],
  ["arguments after an array take semicolons again", "=F({1,2},{3;4},5)", "=F({1\\2};{3;4};5)"],
  ["texts stay as they are", '=F("a,b;{1.5} TRUE",1)', '=F("a,b;{1.5} TRUE";1)'],
  ["a quote in a text does not end it", '=F("a"",b",1)', '=F("a"",b";1)'],
  ["TRUE and FALSE are SANT and FALSKT", "=F(TRUE,FALSE)", "=F(SANT;FALSKT)"],
  ["percentages and exponents", "=F(10%,1.5E-3)", "=F(10%;1,5E-3)"],
  ["references and names", "=F(Blad1!$A$1:B2,TRUENORTH,x.y)", "=F(Blad1!$A$1:B2;TRUENORTH;x.y)"],
])("in Swedish %s", (_, english, swedish) => {
  expect(localFormula(english, "sv")).toBe(swedish);
});

test("in English a formula is what is stored", () => {
  expect(localFormula("=FINSAM.SPLIT({1,2.5;3,4},,TRUE)", "en")).toBe("=FINSAM.SPLIT({1,2.5;3,4},,TRUE)");
});

test.each([
  ["a number", "5", [["5"]]],
  ["a column", "{1;2}", [["1"], ["2"]]],
  ["a table", "{1,2;3,-4.5}", [["1", "2"], ["3", "-4.5"]]], // prettier-ignore
  ["texts with separators", '{"a,b","c;d"}', [['"a,b"', '"c;d"']]],
])("the rows of %s", (_, result, rows) => {
  expect(resultRows(result)).toEqual(rows);
});

test.each([
  ["4041", "4041", "4041"],
  ["0.08604148541815948", "0,0860415", "0.0860415"],
  ["5379.1034", "5379,1", "5379.1"],
  ["123456789", "123456789", "123456789"],
  ["1234567.5", "1234568", "1234568"],
  ["-0.75", "−0,75", "-0.75"],
  ['"5 § lagen, ""FINSAM"""', '5 § lagen, "FINSAM"', '5 § lagen, "FINSAM"'],
  ["#N/A", "#N/A", "#N/A"],
  ["TRUE", "SANT", "TRUE"],
])("%s is shown as %s in Swedish and %s in English", (value, swedish, english) => {
  expect(localValue(value, "sv")).toBe(swedish);
  expect(localValue(value, "en")).toBe(english);
});
