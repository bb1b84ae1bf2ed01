/*
 * Formulas of a stored workbook that follow from one of ours: each gives what Excel gives, or keeps what is stored
 * and is reported. Expected values are Excel's; where Excel's language matters, Swedish Excel's.
 */
import { recalculate } from "../../src/xlsx/recalculate";
import { book, builtEngine, valuesOf } from "../xlsx/books";

const engine = builtEngine();

/** F1 is 2, by a formula of ours; the other cells are typed. */
const typed = {
  A1: "Håbo",
  A2: "Habo",
  A3: "Malmö",
  A4: "malmo",
  B1: 100,
  B2: 7,
  B3: 30,
  B4: 4,
  C1: "B-stad",
  C2: "Å-stad",
  C3: "a-stad",
  D1: 1,
  D2: 2,
  D3: 3,
  E1: "",
  E2: "3,5",
  E3: "1 000",
} as const;

const text = (value: string) => value.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** The value of a formula whose stored value is "stored", and why it was kept, where it was. */
function evaluated(formula: string): { value: unknown; kept: string | undefined } {
  const rows = [1, 2, 3, 4].map((row) => {
    const cells = ["A", "B", "C", "D", "E"].map((column) => {
      const value = typed[`${column}${row}` as keyof typeof typed] as string | number | undefined;
      if (value === undefined) return "";
      const cell = `<c r="${column}${row}"`;
      return typeof value === "number" ? `${cell}><v>${value}</v></c>` : `${cell} t="str"><v>${value}</v></c>`;
    });
    const ours = row === 1 ? '<c r="F1"><f>FINSAM.TOTAL(1,"state")</f><v>2</v></c>' : "";
    return `<row r="${row}">${cells.join("")}${ours}</row>`;
  });
  const asked = `<row r="9"><c r="G9" t="str"><f>${text(formula)}</f><v>stored</v></c></row>`;
  const { bytes, report } = recalculate(book({ Blad1: rows.join("") + asked }), engine);
  const kept = report.kept.find(({ cell }) => cell === "Blad1!G9");
  return { value: valuesOf(bytes)["Blad1!G9"], kept: kept?.problem.kind };
}

test.each<[why: string, formula: string, value: unknown]>([
  ["a letter with an accent is another letter to VLOOKUP", 'VLOOKUP("Habo",A1:B4,F1,FALSE)', 7],
  ["and small or capital the same", 'VLOOKUP("MALMÖ",A1:B4,F1,0)', 30],
  ["also to HLOOKUP", 'HLOOKUP("habo",TRANSPOSE(A1:B4),F1,FALSE)', 7],
  ["to MATCH", 'MATCH("Malmo",A1:A4,0)*F1', 8],
  ["to INDEX with MATCH, which gives the text as it stands", 'INDEX(A1:A4,MATCH("håbo",A1:A4,0))&F1', "Håbo2"],
  ["to XLOOKUP", '_xlfn.XLOOKUP("Habo",A1:A4,B1:B4)*F1', 14],
  ["a wildcard stands for one letter, with an accent or not", 'MATCH("M?lm?",A1:A4,0)*F1', 6],
  ["a lookup of a number is as before", "VLOOKUP(F1,D1:D3,1,FALSE)", 2],
  ["ROUND counts on 15 digits", "ROUND(1.005*F1/2,2)", 1.01],
  ["where a product is a hair below the half", "ROUND(1001*1.15*F1/2,1)", 1151.2],
  ["half away from zero, also below it", "ROUND(-2.5*F1/2,0)", -3],
  ["to tens where decimals are negative", "ROUND(F1*617.5,-2)", 1200],
  ["ROUNDUP adds nothing for what is no digit", "ROUNDUP(1.1*100*F1/2,0)", 110],
  ["ROUNDUP goes away from zero", "ROUNDUP(-2.1*F1,0)", -5],
  ["ROUNDDOWN goes towards it", "ROUNDDOWN(-2.2*F1,0)", -4],
  ["TRUNC too", "TRUNC(-2.2*F1)", -4],
  ["a minus before a power belongs to the number", "-F1^2", 4],
  ["a minus after an operator, too", "F1*-2^2", 8],
  ["also before a parenthesis, a function, a percentage", "-(F1)^2+-ABS(F1)^2+-F1%^2", 8.0004],
  ["and where a power follows a power", "-F1^2^2", 16],
  ["between two numbers it takes away", "10-F1^2", 6],
  ["an exponent may be negative", "F1^-1", 0.5],
  ["numbers are equal that have the same 15 digits", 'IF(1.1+F1+0.2=3.3,"ja","nej")', "ja"],
  ["and not greater then", "(1.1+F1+0.2>3.3)*1", 0],
  ["a sum that is nothing but noise is 0", "0.1*F1+0.1-0.3", 0],
  ["but computed with further it is what it is", "(0.1*F1+0.1-0.3)*2^54", 1],
  ["and a small number that is no noise stays", "0.1*F1-0.2+1E-9", 1e-9],
  ["an empty text is no number", "F1-E1", "#VALUE!"],
  ["nor is a name, with a number in it or not", 'F1*"Kommun 12"', "#VALUE!"],
  ["a text with a decimal comma is", "F1+E2", 5.5],
  ["0 to the power of 0 is no number", "(F1-2)^0", "#NUM!"],
  ["nor is a root of less than nothing", "SQRT(-F1)", "#NUM!"],
  ["nor its third root by a power", "(-4*F1)^(1/3)", "#NUM!"],
  ["a number in a text has the language's comma", 'F1/8&""', "0,25"],
  ["and 15 digits", 'F1/3&""', "0,666666666666667"],
  ["a truth value in a text is in the language", '(F1=2)&""', "SANT"],
  ["CONCAT takes ranges", "_xlfn.CONCAT(D1:D3,F1)", "1232"],
  ["TEXTJOIN has the comma", '_xlfn.TEXTJOIN(";",TRUE,F1/4,"x")', "0,5;x"],
  ["TEXT without separators", 'TEXT(F1/100,"0%")', "2%"],
])("%s: %s gives %s", (_, formula, value) => {
  const found = evaluated(formula);
  expect(found.kept).toBeUndefined();
  const shown = typeof found.value === "number" ? Number(found.value.toPrecision(15)) : found.value;
  expect(shown).toBe(value);
});

test.each<[why: string, formula: string]>([
  ["a format whose separators follow Excel's language", 'TEXT(F1*617.255,"# ##0,00")'],
  ["a sum of more cells than are named", 'SUMIF(C1:C3,"?-stad",D1:D1)*F1'],
  ["a text that may be a number, or a date", "E3*F1"],
  ["a month and a number, which may be a date", '"januari 2"*F1'],
  ["the order of texts", 'IF(F1,A1<A2,"")'],
  ["a place in an order of Swedish letters", "VLOOKUP(A1,A1:B4,F1)"],
  ["a function that is not known to be the same", "PDURATION(0.025,F1,4)"],
  ["a function that the engine has not", 'REPT("x",F1)'],
])("%s is left to Excel: %s keeps what is stored", (_, formula) => {
  const { value, kept } = evaluated(formula);
  expect(value).toBe("stored");
  expect(kept).toBeDefined();
});
