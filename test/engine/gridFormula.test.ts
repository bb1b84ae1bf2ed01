/*
 * Stored formulas in the engine's words, and back: the same cells, the same values.
 */
import * as library from "@odoo/o-spreadsheet";
import { fromGridFormula, gridFunctions, keptFormula, toGridFormula } from "../../src/engine/gridFormula";
import { quietly } from "../../src/engine/quietly";
import { parseAddress } from "../../src/xlsx/area";
import { FormulaReader } from "../../src/xlsx/formula";
import { readWorkbook } from "../../src/xlsx/workbook";
import { toStored } from "../../src/xlsx/write/storedFormula";
import { book, builtEngine } from "../xlsx/books";

const engine = builtEngine();
const workbook = readWorkbook(
  book(
    { Blad1: "", "Års budget's": "" },
    {
      names:
        '<definedName name="belopp">Blad1!$B$2:$B$3</definedName><definedName name="moms">0.25</definedName><definedName name="ovan">Blad1!A1</definedName>',
    },
  ),
);
const sheets = [
  { name: "Blad1", columns: 26 },
  { name: "Års budget’s", columns: 26 },
];
const names = new Map([["belopp", { sheet: 0, top: 1, bottom: 2, left: 1, right: 1 }]]);

function inGrid(text: string, isPlain = false, address = "D5"): string {
  const key = parseAddress(address)!;
  const reader = new FormulaReader(workbook, engine);
  const formula = reader.read(text, { sheet: 0, row: 4, column: 3 }, address);
  expect(formula.problem).toBeUndefined();
  return toGridFormula(formula, { sheet: 0, key, isPlain }, sheets, names);
}

test.each([
  ["_xldudf_FINSAM_SPLIT(A1,,1)", "=FINSAM.SPLIT(A1,,1)"],
  ['FINSAM.TOTAL($A1,"state")+_xlfn.IFNA(B$2,0)', '=FINSAM.TOTAL($A1,"state")+IFNA(B$2,0)'],
  ["'Års budget''s'!A1:B2+Blad1!C3+D4", "='Års budget’s'!A1:B2+Blad1!C3+D4"],
  ["SUM(A:B)+SUM($2:3)", "=SUM(A:B)+SUM($A$2:$Z3)"],
  ["SUM(belopp)*moms", "=SUM(belopp)*(0.25)"],
  ['"a""b"&""""', '=("a"&CHAR(34)&"b")&(CHAR(34))'],
  ["IF(A1=#N/A,#REF!,#DIV/0!)", '=IF(A1="#N/A",#REF,"#DIV/0!")'],
  ["SUM(_xlfn.ANCHORARRAY(A1))", "=SUM(A1#)"],
  ["ROW()+COLUMN(B2)+ROWS(A1:A9)+SUBTOTAL(109,A1:A9)", "=ROW()+COLUMN(B2)+ROWS(A1:A9)+SUBTOTAL(109,A1:A9)"],
  ["{1,2;3,4}*10%", "={1,2;3,4}*10%"],
  ["a1+xfd1", "=A1+XFD1"],
])("%s is %s in the grid", (stored, grid) => {
  expect(inGrid(stored)).toBe(grid);
});

test.each([
  ["a column beside it", "A1:A9*2", "=A5*2"],
  ["a row above it", "A2:F2*2", "=D2*2"],
  ["a range that it does not meet", "A6:A9*2", '="#VALUE!"*2'],
  ["a range that a function takes whole", "SUM(A6:A9)", "=SUM(A6:A9)"],
  ["one value, asked for", "_xlfn.SINGLE(A1:A9)", "=A5"],
  ["a name", "belopp+1", '="#VALUE!"+1'],
])("a formula of one cell takes of %s", (_, stored, grid) => {
  expect(inGrid(stored, true)).toBe(grid);
});

const back = (formula: string, fills = false) =>
  fromGridFormula(
    formula,
    { sheet: (name) => name.replace("’", "'"), name: (name) => (name === "FINSAM_x" ? "'Blad1'!$C$5" : name) },
    fills,
  );

test.each([
  ["=FINSAM.SPLIT(A1,,1)", "_xldudf_FINSAM_SPLIT(A1,,1)", true],
  ["='Års budget’s'!A1+Blad1!B2", "'Års budget''s'!A1+'Blad1'!B2", false],
  ['=IF(A1="#N/A",#REF,1)', "IF(A1=#N/A,#REF!,1)", false],
  ["=SUM(A1#)", "SUM(_xlfn.ANCHORARRAY(A1))", true],
  ["=belopp*FINSAM_x", "belopp*'Blad1'!$C$5", false],
  ['=REGEXTEST(A1,"x")', '_xlfn.REGEXTEST(A1,"x")', false],
  ['="a#REF"', '"a#REF"', false],
])("%s is stored as %s", (grid, text, dynamic) => {
  expect(back(grid)).toEqual({ text, dynamic });
});

test("what fills more cells than its own is a dynamic array", () => {
  expect(back("=INDEX(A1:B2,1,0)")).toMatchObject({ dynamic: false });
  expect(back("=INDEX(A1:B2,1,0)", true)).toMatchObject({ dynamic: true });
});

test.each([
  ['=SPLIT(A1,",")', { kind: "gridFunction", name: "SPLIT" }],
  ["=1+pow(2,3)", { kind: "gridFunction", name: "POW" }],
  [keptFormula('=LET(x,"å",x)', 3), { kind: "gridFunction", name: "STORED" }],
  ["=SUM(A1", { kind: "unreadable" }],
  ["=1+", { kind: "unreadable" }],
  ["=SUMMA(A1;B1)", { kind: "unreadable" }],
])("%s is not stored as a formula", (grid, problem) => {
  expect(back(grid)).toEqual({ problem });
});

test("every function of the engine is Excel's too, or in the list of those that are not", () => {
  const { content } = library.registries.functionRegistry;
  const own = Object.keys(content).filter((name) => !content[name]!.isExported && !/^FINSAM_|^STORED$/.test(name));
  // The engine does not export these, which work otherwise in Excel; the formula is Excel's all the same.
  const excels = ["FILTER", "GROWTH", "OFFSET", "TREND", "YEARFRAC"];
  expect(own.filter((name) => !excels.includes(name)).sort()).toEqual([...gridFunctions].sort());
});

test("functions that came after the file format have Excel's prefix", () => {
  // Of the engine's functions, those that Excel has had since 2007.
  const old =
    "ABS ACCRINTM ACOS ACOSH ADDRESS AMORLINC AND ASIN ASINH ATAN ATAN2 ATANH AVEDEV AVERAGE AVERAGEA AVERAGEIF AVERAGEIFS CEILING CELL CHAR CHOOSE CLEAN COLUMN COLUMNS CONCATENATE CONVERT CORREL COS COSH COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS COUPDAYBS COUPDAYS COUPDAYSNC COUPNCD COUPNUM COUPPCD COVAR CUMIPMT CUMPRINC DATE DATEDIF DATEVALUE DAVERAGE DAY DAYS360 DB DCOUNT DCOUNTA DDB DEGREES DELTA DGET DISC DMAX DMIN DOLLARDE DOLLARFR DPRODUCT DSTDEV DSTDEVP DSUM DURATION DVAR DVARP EDATE EFFECT EOMONTH EXACT EXP FALSE FIND FLOOR FORECAST FREQUENCY FV FVSCHEDULE GROWTH HLOOKUP HOUR HYPERLINK IF IFERROR INDEX INDIRECT INT INTERCEPT INTRATE IPMT IRR ISBLANK ISERR ISERROR ISEVEN ISLOGICAL ISNA ISNONTEXT ISNUMBER ISODD ISPMT ISTEXT LARGE LEFT LEN LINEST LN LOG LOGEST LOOKUP LOWER MATCH MAX MAXA MDETERM MDURATION MEDIAN MID MIN MINA MINUTE MINVERSE MIRR MMULT MOD MONTH NA NETWORKDAYS NETWORKDAYS.INTL NOMINAL NOT NOW NPER NPV ODD OFFSET OR PEARSON PERCENTILE PI PMT POWER PPMT PRICE PRICEDISC PRICEMAT PRODUCT PROPER PV QUARTILE RAND RANDBETWEEN RANK RATE RECEIVED REPLACE RIGHT ROUND ROUNDDOWN ROUNDUP ROW ROWS RSQ SEARCH SECOND SIN SINH SLN SLOPE SMALL SQRT STDEV STDEVA STDEVP STDEVPA STEYX SUBSTITUTE SUBTOTAL SUM SUMIF SUMIFS SUMPRODUCT SUMX2MY2 SUMX2PY2 SUMXMY2 SYD TAN TANH TBILLEQ TBILLPRICE TBILLYIELD TEXT TIME TIMEVALUE TODAY TRANSPOSE TREND TRIM TRUE TRUNC UPPER VALUE VAR VARA VARP VARPA VDB VLOOKUP WEEKDAY WEEKNUM WORKDAY WORKDAY.INTL XIRR XNPV YEAR YEARFRAC YIELD YIELDDISC YIELDMAT".split(
      " ",
    );
  const { content } = library.registries.functionRegistry;
  const names = Object.keys(content).filter(
    (name) => !gridFunctions.has(name) && !name.startsWith("FINSAM") && !(content[name] as { hidden?: boolean }).hidden,
  );
  const bare = names.filter((name) => !toStored(`=${name}()`).text.startsWith("_xl"));
  expect(bare.filter((name) => !old.includes(name))).toEqual([]);
  expect(old.filter((name) => names.includes(name) && !bare.includes(name))).toEqual([]);
});

describe("in a workbook of the engine", () => {
  test.each([
    ["SUM(A1:A3)*50%", 3],
    ['"a""b"&LEN("""")', 'a"b1'],
    ["SUM(belopp)+moms", 9.25],
    ["ISNA(#N/A)", true],
    ["IFERROR(#REF!,7)", 7],
    ["SUM(A:A)+SUM(1:1)", 11],
    ["'Års budget''s'!A1", 40],
    ["SUM(_xldudf_FINSAM_SPLIT(100))", 100],
    ["ROW()", 5],
  ])("%s is %p, as calculated without it", (stored, expected) => {
    const data = {
      version: "19.3.2",
      sheets: [
        { id: "a", name: "Blad1", cells: { A1: "1", A2: "2", A3: "3", B1: "4", B2: "5", B3: "4", D5: inGrid(stored) } },
        { id: "b", name: "Års budget’s", cells: { A1: "40" } },
      ] as never,
      namedRanges: { belopp: "Blad1!B2:B3" },
    };
    const model = quietly(() => new library.Model(data));
    expect(model.getters.getEvaluatedCell({ sheetId: "a", col: 3, row: 4 }).value).toBe(expected);
  });
});
