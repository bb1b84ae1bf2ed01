/*
 * Formulas and results in the form that a user of each language reads and types.
 */
import fc from "fast-check";
import { toSwedish } from "../../src/i18n/excelWords";
import { englishFormula, localFormula, localValue, resultRows } from "../../src/i18n/formula";

const forms: [string, string, string][] = [
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
  ["Excel's own functions", "=ROUND(SUM(A1:A3),0)*IF(B1>2.5,1,0)", "=AVRUNDA(SUMMA(A1:A3);0)*OM(B1>2,5;1;0)"],
  ["a function that is called what a sheet is", "=SUM(SUM!A1,TRUE!A1)", "=SUMMA(SUM!A1;TRUE!A1)"],
  ["a sheet's name in quotes", "=F('Plan, 1.5; \"x\" TRUE'!A1,2)", "=F('Plan, 1.5; \"x\" TRUE'!A1;2)"],
  ["a quote in a sheet's name", "=F('Bo''s, 1'!A1,2)", "=F('Bo''s, 1'!A1;2)"],
  [
    "a table's columns",
    "=F(Plan[Belopp, 1.5],Plan[[#Data],[a']b, 2.5]])",
    "=F(Plan[Belopp, 1.5];Plan[[#Data];[a']b, 2.5]])",
  ],
  ["another workbook", "=F([Plan 1.5.xlsx]Blad1!A1,2)", "=F([Plan 1.5.xlsx]Blad1!A1;2)"],
  ["several areas, and a spill", "=F((A1:A2,B3),C1#,-1.5%)", "=F((A1:A2;B3);C1#;-1,5%)"],
  ["an array of texts", '=F({"a,b",1.5;"c;d",2})', '=F({"a,b"\\1,5;"c;d"\\2})'],
  ["an error", "=IFERROR(#N/A,#VALUE!)", "=OMFEL(#SAKNAS!;#VÄRDEFEL!)"],
  ["spaces and line breaks", "=F( 1.5 ,\n 2 )", "=F( 1,5 ;\n 2 )"],
  ["what an argument of ours chooses between", '=FINSAM.TOTAL(A1, "state" )', '=FINSAM.TOTAL(A1; "staten" )'],
  [
    "but the same text nowhere else",
    '=FINSAM.TOTAL(IF(A1="state",1,2),"state"&"")',
    '=FINSAM.TOTAL(OM(A1="state";1;2);"state"&"")',
  ],
];

test.each(forms)("in Swedish %s", (_, english, swedish) => {
  expect(localFormula(english, "sv")).toBe(swedish);
});

test.each(forms)("and back: %s", (_, english, swedish) => {
  expect(englishFormula(swedish, "sv")).toBe(english);
});

test("a number with a comma without a leading zero is that number, and a list of them a list", () => {
  expect(englishFormula("=F(,5;1,;2)", "sv")).toBe("=F(.5,1.,2)");
});

test.each([
  ["a comma between arguments", "=SUMMA(A1,B1)", "sv", { kind: "sign", sign: "," }],
  ["a decimal point", "=1.5", "sv", { kind: "sign", sign: "." }],
  ["a semicolon between arguments", "=SUM(A1;B1)", "en", { kind: "sign", sign: ";" }],
  ["a backslash in an array", "={1\\2}", "en", { kind: "sign", sign: "\\" }],
  ["a function that is not known here", "=SLUMP.MELLAN(1;2)+ÄRUDDA(A1)", "sv", { kind: "function", name: "ÄRUDDA" }],
] as const)("%s is found out: %s in %s", (_, typed, language, found) => {
  expect(englishFormula(typed, language)).toEqual(found);
});

test("names are known however they are written", () => {
  expect(englishFormula("=summa(sant;Falskt)", "sv")).toBe("=SUM(TRUE,FALSE)");
});

/** Formulas of every kind of part, with the separators of the other language inside texts and names. */
const formulas = fc.letrec<{ part: string }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(
      "A1",
      "$B$2:C3",
      "B:B",
      "Blad1!A1",
      "'Plan; 1,5'!A1:B2",
      "'Bo''s'!C3",
      "Plan[Belopp; 1,5]",
      "Plan[[#All],[a.b]]",
      "A1#",
      "#N/A",
    ),
    fc.constantFrom(
      "0",
      "7348",
      "1.5",
      ".25",
      "2.5E-3",
      "10%",
      "TRUE",
      "FALSE",
      '"state"',
      '"a,b;c\\d ""x"" 1.5"',
      "{1,2.5;3,-4}",
      '{"a,b";"c;d"}',
    ),
    fc
      .tuple(fc.constantFrom("+", "-", "*", "&", "<=", " "), tie("part"), tie("part"))
      .map(([sign, a, b]) => `(${a}${sign}${b})`),
    fc
      .tuple(
        fc.constantFrom("FINSAM.SPLIT", "FINSAM.TOTAL", "F", ...toSwedish.functions.keys()),
        fc.array(fc.oneof(tie("part"), fc.constant("")), { minLength: 1, maxLength: 4 }),
      )
      .map(([name, parts]) => `${name}(${parts.join(",")})`),
  ),
})).part;

test("any formula comes back from Swedish as it was", () => {
  fc.assert(
    fc.property(formulas, (formula) => {
      expect(englishFormula(localFormula(`=${formula}`, "sv"), "sv")).toBe(`=${formula}`);
    }),
  );
});

test("and stays as it is in English", () => {
  fc.assert(
    fc.property(formulas, (formula) => {
      expect(englishFormula(formula, "en")).toBe(formula);
    }),
  );
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
