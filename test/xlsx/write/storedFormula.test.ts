/*
 * Formulas as Excel stores them, and which of them may answer with more than one cell.
 */
import { toStored } from "../../../src/xlsx/write/storedFormula";

test.each([
  ["a function of ours has an add-in's prefix", "=FINSAM.SPLIT(A1,,1)", "_xldudf_FINSAM_SPLIT(A1,,1)"],
  [
    "so has one within another",
    "=SUM(FINSAM.TOTAL(finsam.param(B1),1))",
    "SUM(_xldudf_FINSAM_TOTAL(_xldudf_FINSAM_PARAM(B1),1))",
  ],
  ["its name in a text is a text", '="FINSAM.SPLIT(1)"&A1', '"FINSAM.SPLIT(1)"&A1'],
  ["a function newer than the format has Excel's prefix", '=IFNA(A1,"–")', '_xlfn.IFNA(A1,"–")'],
  ["some of them a longer one", "=SUM(FILTER(A1:A3,B1:B3))", "SUM(_xlfn._xlws.FILTER(A1:A3,B1:B3))"],
  ["an older one keeps its name", "=IFERROR(ROUND(A1,0),0)", "IFERROR(ROUND(A1,0),0)"],
  ["an omitted argument stays omitted", "=IF(A1,,1)", "IF(A1,,1)"],
])("%s", (_, formula, stored) => {
  expect(toStored(formula).text).toBe(stored);
});

test.each([
  ["=A1+B1*2", false],
  ["=SUM(A1:A3)-MAX(B1:B3,C1)", false],
  ["=INDEX(A1:A4,MATCH(C1,B1:B4,0))", false],
  ['=SUMIF(A1:A4,"x",B1:B4)/COUNTIF(A1:A4,"x")', false],
  ["=IF(AND(A1>0,B1:B3),1,0)", false],
  ["=SUMPRODUCT(--(A1:A3>B1:B3),C1:C3)", false],
  ["=-SUM(A1:A3)%", false],
  ["=FINSAM.PARAM(A1)", true],
  ["=1+FINSAM.TOTAL(A1)", true],
  ["=A1:A3", true],
  ["=A1:A3*2", true],
  ["=SUM(ABS(A1:A3))", true],
  ["=SUM(A1:A3-B1:B3)", true],
  ["=INDEX(A1:A4,B1:B2)", true],
  ["=SUMIF(A1:A4,C1:C2,B1:B4)", true],
  ["=SUMPRODUCT(IF(A1:A3>0,1,0))", true],
  ["=SUMPRODUCT(FINSAM.SPLIT(A1))", true],
  ["=UNKNOWN(A1:A3)", true],
  ["={1,2}*A1", true],
])("%s answers with arrays: %s", (formula, dynamic) => {
  expect(toStored(formula).dynamic).toBe(dynamic);
});
