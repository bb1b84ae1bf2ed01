/*
 * Recalculating a stored workbook: which formulas, with what, what is written, and what stays byte for byte.
 */
import fc from "fast-check";
import { zipSync as zipBytes } from "fflate";
import { toLetters } from "../../src/xlsx/area";
import { recalculate } from "../../src/xlsx/recalculate";
import { book, builtEngine, changedParts, partsOf, problemOf, valuesOf } from "./books";

const engine = builtEngine();
const run = (bytes: Uint8Array) => recalculate(bytes, engine);
const dynamic = (address: string, ref: string, formula: string, value = "0") =>
  `<c r="${address}" cm="1"><f t="array" ref="${ref}">${formula}</f><v>${value}</v></c>`;

test("both stored forms are calculated, and what depends on them; other cells keep what they have", () => {
  const bytes = book({
    Blad1:
      '<row r="1"><c r="A1"><v>100</v></c><c r="B1"><f>_xldudf_FINSAM_TOTAL(A1,"state")</f><v>1</v></c></row>' +
      '<row r="2"><c r="B2"><f>FINSAM.TOTAL(A1,"region")</f></c><c r="C2"><f>B1+B2</f><v>0</v></c></row>' +
      '<row r="3"><c r="A3"><f>A1*1000</f><v>5</v></c><c r="C3"><f>B1+A3</f></c></row>',
  });
  const { bytes: result, report } = run(bytes);
  expect(valuesOf(result)).toEqual({
    "Blad1!A1": 100,
    "Blad1!B1": 200,
    "Blad1!B2": 400,
    "Blad1!C2": 600,
    "Blad1!A3": 5,
    "Blad1!C3": 205,
  });
  expect(report).toMatchObject({ ours: 2, calculated: 4, kept: [], uncertain: [] });
  expect(report.differences[0]).toEqual({
    cell: "Blad1!B1",
    stored: 1,
    computed: 200,
    formula: '=FINSAM.TOTAL(A1,"state")',
  });
  expect(changedParts(bytes, result)).toEqual(["xl/worksheets/sheet1.xml"]);
});

test("within the sheet only the changed values are other letters", () => {
  const rows =
    '<row r="1" spans="1:3"  ht="30"><c s="2" r="A1" ><v>1.50</v></c>\n<c r=\'B1\' s="1"><f a:x="1" xmlns:a="u">FINSAM.TOTAL(A1,"state")</f><v>9</v></c><c r="C1" t="str"><v>å &amp; ö</v></c></row>';
  const before = book({ Blad1: rows });
  const text = partsOf(before)["xl/worksheets/sheet1.xml"]!;
  expect(partsOf(run(before).bytes)["xl/worksheets/sheet1.xml"]).toBe(text.replace("<v>9</v>", "<v>3</v>"));
});

test("a workbook that is right already comes back as the very same bytes", () => {
  const bytes = book({ Blad1: '<row r="1"><c r="A1"><f>FINSAM.TOTAL(1,"state")</f><v>2</v></c></row>' });
  expect(run(bytes).bytes).toBe(bytes);
});

describe("tables that spill", () => {
  const split = "_xldudf_FINSAM_SPLIT(100)";

  test("grow into blank cells, new rows too", () => {
    const bytes = book({
      Blad1: `<row r="2">${dynamic("B2", "B2", split)}</row><row r="3"><c r="A3"><v>1</v></c></row>`,
    });
    const result = run(bytes).bytes;
    expect(valuesOf(result)).toMatchObject({ "Blad1!B2": 50, "Blad1!B3": 25, "Blad1!B4": 25 });
    expect(partsOf(result)["xl/worksheets/sheet1.xml"]).toContain(
      '<f t="array" ref="B2:B4">_xldudf_FINSAM_SPLIT(100)</f><v>50</v></c></row>' +
        '<row r="3"><c r="A3"><v>1</v></c><c r="B3"><v>25</v></c></row><row r="4"><c r="B4"><v>25</v></c></row>',
    );
  });

  test("shrink and leave blank cells with their looks", () => {
    const bytes = book({
      Blad1: `<row r="1">${dynamic("A1", "A1:A4", split)}</row><row r="2"><c r="A2"><v>7</v></c></row><row r="3"><c r="A3"><v>7</v></c></row><row r="4"><c r="A4" s="3"><v>7</v></c></row>`,
    });
    const text = partsOf(run(bytes).bytes)["xl/worksheets/sheet1.xml"];
    expect(text).toContain('<c r="A4" s="3"/>');
    expect(text).toContain('ref="A1:A3"');
  });

  test.each([
    ["a value in the way", '<row r="3"><c r="A3"><v>9</v></c></row>', ""],
    ["a formula in the way", '<row r="2"><c r="A2"><f>1</f><v>1</v></c></row>', ""],
    ["merged cells in the way", "", '<mergeCells count="1"><mergeCell ref="A3:B3"/></mergeCells>'],
  ])("are #SPILL! with %s", (_, more, after) => {
    const bytes = book({ Blad1: { rows: `<row r="1">${dynamic("A1", "A1", split)}</row>${more}`, after } });
    expect(valuesOf(run(bytes).bytes)["Blad1!A1"]).toBe("#SPILL!");
  });

  test("reach formulas that need the cells they grow into", () => {
    const bytes = book({
      Blad1: `<row r="1">${dynamic("A1", "A1", split)}<c r="C1"><f>A3*2</f><v>0</v></c><c r="D1" cm="1"><f t="array" ref="D1">SUM(_xlfn.ANCHORARRAY(A1))</f><v>0</v></c></row>`,
    });
    expect(valuesOf(run(bytes).bytes)).toMatchObject({ "Blad1!C1": 50, "Blad1!D1": 100 });
  });

  /** Each table needs the second cell of the one before, which that fills only when it is calculated. */
  const chain = (tables: number) => {
    const cells = Array.from({ length: tables }, (_, index) => {
      const [letters, before] = [toLetters(index), toLetters(index - 1)];
      return dynamic(`${letters}1`, `${letters}1`, index === 0 ? split : `_xlfn.SEQUENCE(2+0*${before}2)`, "7");
    });
    const last = `<c r="A9"><f>${toLetters(tables - 1)}2*10</f><v>3</v></c><c r="B9"><f>A1*2</f><v>3</v></c>`;
    return book({ Blad1: `<row r="1">${cells.join("")}</row><row r="9">${last}</row>` });
  };

  test("reach one another, as long as that comes to an end soon", () => {
    const { bytes, report } = run(chain(15));
    expect(report.kept).toEqual([]);
    expect(valuesOf(bytes)).toMatchObject({ "Blad1!O1": 1, "Blad1!O2": 2, "Blad1!A9": 20, "Blad1!B9": 100 });
    expect(run(bytes).bytes).toBe(bytes);
  });

  test("that come to no end are told, with what needs them, and keep their values", () => {
    const { bytes, report } = run(chain(30));
    expect(valuesOf(bytes)).toMatchObject({
      "Blad1!T1": 1,
      "Blad1!U1": 7,
      "Blad1!AD1": 7,
      "Blad1!A9": 3,
      "Blad1!B9": 100,
    });
    expect(report.kept).toHaveLength(1);
    expect(report.kept[0]).toMatchObject({ cell: "Blad1!U1", problem: { kind: "unsettled" } });
  });

  test("one that leaves a cell lets another in, in one go", () => {
    const leaves = dynamic("A3", "A3:C3", "TRANSPOSE(FINSAM.ALLOCATE(10,{1;1}))");
    const bytes = book({
      Blad1: `<row r="1">${dynamic("C1", "C1", split)}</row><row r="3">${leaves}<c r="B3"><v>1</v></c><c r="C3"><v>1</v></c></row>`,
    });
    const once = run(bytes).bytes;
    expect(valuesOf(once)).toEqual({
      "Blad1!C1": 50,
      "Blad1!C2": 25,
      "Blad1!C3": 25,
      "Blad1!A3": 5,
      "Blad1!B3": 5,
    });
    expect(run(once).bytes).toBe(once);
  });

  test("a formula stored as filling one cell shows the first value, and that is told", () => {
    const bytes = book({ Blad1: '<row r="1"><c r="A1"><f>FINSAM.SPLIT(100)</f><v>0</v></c></row>' });
    const { bytes: result, report } = run(bytes);
    expect(valuesOf(result)).toEqual({ "Blad1!A1": 50 });
    expect(report.cutOff).toEqual([{ cell: "Blad1!A1", rows: 3, columns: 1 }]);
  });

  test("an array formula of fixed size fills its cells, the rest #N/A", () => {
    const bytes = book({
      Blad1: `<row r="1"><c r="A1"><f t="array" ref="A1:A4">${split}</f><v>0</v></c></row>`,
    });
    expect(valuesOf(run(bytes).bytes)).toEqual({
      "Blad1!A1": 50,
      "Blad1!A2": 25,
      "Blad1!A3": 25,
      "Blad1!A4": "#N/A",
    });
  });
});

describe("a sum that comes to nothing but noise", () => {
  /** C1 is 0.1 + 0.2 − 0.3, in which a formula of ours has part. */
  const evaluated = (stored: number, formula: string) => {
    const cells = `<c r="A1"><v>0.1</v></c><c r="B1"><f>FINSAM.TOTAL(0.1,"state")</f><v>0.2</v></c><c r="C1"><f>SUM(A1:B1,-0.3)</f><v>${stored}</v></c>`;
    const asked = `<c r="D1" t="str"><f>${formula}</f><v>stored</v></c>`;
    const { bytes, report } = run(book({ Blad1: `<row r="1">${cells}${asked}</row>` }));
    const values = valuesOf(bytes);
    return { sum: values["Blad1!C1"], asked: values["Blad1!D1"], kept: report.kept.map(({ cell }) => cell) };
  };

  test.each([
    ['IF(C1=0,"ok","fel")', "ok"],
    ['IF(C1,"fel","ok")', "ok"],
    ["ROUNDUP(C1,0)", 0],
    ["COUNTIF(C1,0)", 1],
  ])("is the 0 that is stored to what depends on it: %s is %s", (formula, value) => {
    expect(evaluated(0, formula)).toEqual({ sum: 0, asked: value, kept: [] });
  });

  test("is what is stored where that is the noise itself", () => {
    const noise = 0.1 + 0.2 - 0.3;
    expect(evaluated(noise, "ROUNDUP(C1,0)")).toEqual({ sum: noise, asked: 1, kept: [] });
  });

  test.each(['IF(C1=0,"ok","fel")', "ROUNDUP(C1,0)", "COUNTIF(C1,0)", "INT(-C1)"])(
    "leaves %s to Excel where something else was stored",
    (formula) => {
      expect(evaluated(7, formula)).toMatchObject({ asked: "stored", kept: ["Blad1!D1"] });
    },
  );
});

describe("references", () => {
  const ours = (formula: string) => `<c r="A1"><f>FINSAM.TOTAL(${formula},"state")</f><v>0</v></c>`;

  test.each([
    ["a sheet with spaces and an apostrophe", "'Års budget''s'!B2", 14],
    ["a whole column", "SUM('Års budget''s'!B:B)", 14],
    ["a name", "belopp", 14],
    ["a name with a formula", "dubbelt", 28],
    ["a name of the sheet's own before the workbook's", "eget", 6],
    ["a column of a table", "SUM(Tabell1[Belopp])", 22],
    ["a heading's cell counted", "COUNTA(Tabell1[#Headers])", 4],
    ["an empty cell", "Z99", 0],
    ["a text with quotation marks", 'LEN("a""b\\")', 8],
  ])("to %s", (_, formula, expected) => {
    const table =
      '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="Tabell1" displayName="Tabell1" ref="D1:E3"><tableColumns count="2"><tableColumn id="1" name="Namn"/><tableColumn id="2" name="Belopp"/></tableColumns></table>';
    const bytes = book(
      {
        Blad1: `<row r="1">${ours(formula)}</row>`,
        "Års budget's":
          '<row r="1"><c r="D1" t="str"><v>Namn</v></c><c r="E1" t="str"><v>Belopp</v></c></row><row r="2"><c r="B2"><v>7</v></c><c r="E2"><v>5</v></c></row><row r="3"><c r="E3"><v>6</v></c></row>',
      },
      {
        names:
          "<definedName name=\"belopp\">'Års budget''s'!$B$2</definedName><definedName name=\"dubbelt\">belopp*2</definedName>" +
          '<definedName name="eget">100</definedName><definedName name="eget" localSheetId="0">3</definedName>',
      },
    );
    const parts = partsOf(bytes);
    parts["xl/tables/table1.xml"] = table;
    parts["xl/worksheets/_rels/sheet2.xml.rels"] =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/table" Target="../tables/table1.xml"/></Relationships>';
    expect(valuesOf(run(zipLatin(parts)).bytes)["Blad1!A1"]).toBe(expected);
  });

  test("shared formulas move with their cell", () => {
    const bytes = book({
      Blad1:
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">FINSAM.TOTAL(A1,"state")+$A$1</f><v>0</v></c></row>' +
        '<row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" si="0"/><v>0</v></c></row>' +
        '<row r="3"><c r="A3"><v>3</v></c><c r="B3"><f t="shared" si="0"/><v>0</v></c></row>',
    });
    const { bytes: result, report } = run(bytes);
    expect(valuesOf(result)).toMatchObject({ "Blad1!B1": 3, "Blad1!B2": 5, "Blad1!B3": 7 });
    expect(report.differences[1]!.formula).toBe('=FINSAM.TOTAL(A2,"state")+$A$1');
  });

  test("a formula of one cell takes the value of its own row", () => {
    const bytes = book({
      Blad1:
        '<row r="1"><c r="A1"><f>FINSAM.TOTAL(1,"state")</f></c></row><row r="2"><c r="A2"><v>5</v></c><c r="C2"><f>A1:A2*10</f><v>0</v></c></row>',
    });
    expect(valuesOf(run(bytes).bytes)["Blad1!C2"]).toBe(50);
  });

  test("SUBTOTAL leaves out other subtotals and hidden rows", () => {
    const bytes = book({
      Blad1:
        '<row r="1"><c r="A1"><f>FINSAM.TOTAL(1,"state")</f></c></row><row r="2" hidden="1"><c r="A2"><v>10</v></c></row><row r="3"><c r="A3"><f>SUBTOTAL(9,A1:A2)</f></c></row>' +
        '<row r="4"><c r="A4"><f>SUBTOTAL(9,A1:A3)</f></c><c r="B4"><f>SUBTOTAL(109,A1:A3)</f></c></row>',
    });
    expect(valuesOf(run(bytes).bytes)).toMatchObject({ "Blad1!A3": 12, "Blad1!A4": 12, "Blad1!B4": 2 });
  });
});

test("subtotals that share a formula are left out of the total", () => {
  const shared = (row: number, si: number, formula: string) =>
    `<row r="${row}"><c r="A${row}"><f t="shared" ref="A${row}:B${row}" si="${si}">${formula}</f></c><c r="B${row}"><f t="shared" si="${si}"/></c></row>`;
  const ours = '<c r="A1"><f>FINSAM.TOTAL(1,"state")</f></c><c r="B1"><f>IF(A1=2,7,"SUBTOTAL(")</f></c>';
  const bytes = book({
    Blad1: `<row r="1">${ours}</row>${shared(2, 0, "SUBTOTAL(9,A1:A1)")}${shared(3, 1, "SUBTOTAL(9,A1:A2)")}`,
  });
  expect(valuesOf(run(bytes).bytes)).toMatchObject({ "Blad1!A2": 2, "Blad1!B2": 7, "Blad1!A3": 2, "Blad1!B3": 7 });
});

test("whole columns of sheets of different lengths fit together, and what they hold is not taken for all", () => {
  const table = dynamic("C1", "C1:C3", "FINSAM.SPLIT(100)", "50");
  const asked = ["SUM(_xlfn.ANCHORARRAY(C1))", "COUNTBLANK(C:C)", 'SUMIFS(C:C,Nycklar!A:A,"b")'];
  const cells = asked.map((formula, at) => `<c r="${"EFG"[at]!}1"><f>${formula}</f></c>`).join("");
  const bytes = book({
    Blad1: `<row r="1">${table}${cells}</row><row r="2"><c r="C2"><v>25</v></c></row><row r="3"><c r="C3"><v>25</v></c></row>`,
    Nycklar: '<row r="2"><c r="A2" t="str"><v>b</v></c></row><row r="9"><c r="A9" t="str"><v>b</v></c></row>',
  });
  expect(valuesOf(run(bytes).bytes)).toMatchObject({ "Blad1!E1": 100, "Blad1!F1": 1_048_573, "Blad1!G1": 25 });
});

/** Parts read as bytes are written as bytes. */
function zipLatin(parts: Record<string, string>): Uint8Array {
  return zipBytes(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text, "latin1")])));
}

test.each([
  ["_xlfn.SINGLE(_xldudf_FINSAM_SPLIT(100))", 50],
  ["SUM(_xlfn._xlws.FILTER(FINSAM.SPLIT(100),{1;0;1}))", 75],
  ["SUM(_xlfn.ANCHORARRAY(D1))", 100],
  ["SUMPRODUCT(D1:D3*{1;2;3})", 175],
  ["SUMPRODUCT(--ISNUMBER(D1:D3),D1:D3)", 100],
  ["3-SUMPRODUCT(COUNTIF(D1:D3,D1:D2))", 0],
  ["SUMPRODUCT(IF(D2:D3&gt;0,1,0))", "#VALUE!"],
  ["SUMIF(D1:D3,25)+COUNTIF(D1,50)", 51],
  ["ROW()+COLUMN(C5)+ROWS(D1:D3)+SUM(ROW(D2:D4))+D1", 66],
  ["IFERROR(D1/0,-D2%)", -0.25],
  ['IF(D1="","tom",D1&amp;" tkr")', "50 tkr"],
  ["D1=#N/A", "#N/A"],
])("=%s is %s", (formula, expected) => {
  const bytes = book({
    Blad1: `<row r="1"><c r="A1"><f>${formula}</f></c>${dynamic("D1", "D1:D3", "FINSAM.SPLIT(100)", "50")}</row>`,
  });
  const { bytes: result, report } = run(bytes);
  expect(report.kept).toEqual([]);
  expect(valuesOf(result)["Blad1!A1"]).toBe(expected);
});

test("a part with prefixes and a byte order mark keeps both, and cells without addresses are counted", () => {
  const parts = partsOf(book({ Blad1: "" }));
  const text = (value: string, more: string) =>
    `\ufeff<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row><x:c><x:v>100</x:v></x:c><x:c cm="1"><x:f t="array" ref="B1${value === "1" ? "" : ":B3"}">FINSAM.SPLIT(A1)</x:f><x:v>${value}</x:v></x:c></x:row>${more}</x:sheetData></x:worksheet>`;
  const bytes = (content: string) => Buffer.from(content).toString("latin1");
  parts["xl/worksheets/sheet1.xml"] = bytes(text("1", ""));
  const more = [2, 3].map((row) => `<x:row r="${row}"><x:c r="B${row}"><x:v>25</x:v></x:c></x:row>`).join("");
  expect(partsOf(run(zipLatin(parts)).bytes)["xl/worksheets/sheet1.xml"]).toBe(bytes(text("50", more)));
});

describe("what cannot be calculated", () => {
  const keptIn = (formula: string) => {
    const bytes = book({
      Blad1: `<row r="1"><c r="A1"><f>FINSAM.TOTAL(1,"state")</f><v>0</v></c><c r="B1"><f>${formula}</f><v>77</v></c><c r="C1"><f>B1+1</f><v>78</v></c><c r="D1"><f>C1+1</f><v>79</v></c></row>`,
    });
    const { bytes: result, report } = run(bytes);
    return { values: valuesOf(result), report };
  };

  test.each([
    ["_xlfn.LET(_xlpm.x,A1,_xlpm.x+1)", "unknownFunction"],
    ["_xlfn.LAMBDA(_xlpm.x,_xlpm.x+1)(A1)", "unknownFunction"],
    ["OFFSET(A1,0,0)", "unsupportedFunction"],
    ["A1+RAND()", "volatile"],
    ["A1+[1]Blad1!A1", "otherWorkbook"],
    ["A1+saknas", "unknownName"],
    ["A1+Tabell9[x]", "unknownTable"],
    ["SUM((A1,A2))", "reference"],
    ["SUM(A1:A2 A1:B1)", "reference"],
    ["LET(x,B1,A1)", "unknownFunction"],
    ["A1:INDEX(A:A,1)", "reference"],
    ["A1+", "unreadable"],
  ])("%s keeps its value, with what depends on it", (formula, kind) => {
    const { values, report } = keptIn(formula);
    expect(values).toEqual({ "Blad1!A1": 2, "Blad1!B1": 77, "Blad1!C1": 78, "Blad1!D1": 79 });
    expect(report.kept).toEqual([
      expect.objectContaining({
        cell: "Blad1!B1",
        problem: expect.objectContaining({ kind }),
        dependents: ["Blad1!C1", "Blad1!D1"],
      }),
    ]);
  });

  test("a function the engine lacks does no harm where nothing of ours is needed", () => {
    const { report } = keptIn("_xlfn.LET(_xlpm.x,9,_xlpm.x)");
    expect(report.kept).toEqual([]);
  });

  test("what may refer anywhere is told and kept", () => {
    const { values, report } = keptIn('INDIRECT("A1")');
    expect(values["Blad1!B1"]).toBe(77);
    expect(report.uncertain).toEqual([{ cell: "Blad1!B1", formula: '=INDIRECT("A1")' }]);
  });

  test("several sheets at once", () => {
    const ours = '<row r="1"><c r="A1"><f>FINSAM.TOTAL(1,"state")</f><v>2</v></c></row>';
    const { report } = run(
      book({ Ett: "", Två: ours, Tre: "", Summa: '<row r="1"><c r="A1"><f>SUM(Ett:Tre!A1)</f><v>9</v></c></row>' }),
    );
    expect(report.kept).toEqual([expect.objectContaining({ cell: "Summa!A1", problem: { kind: "reference" } })]);
  });

  test("dates counted from 1904", () => {
    const bytes = book(
      { Blad1: '<row r="1"><c r="A1"><f>FINSAM.TOTAL(YEAR(B1),"state")</f><v>0</v></c></row>' },
      { workbookPr: '<workbookPr date1904="1"/>' },
    );
    expect(run(bytes).report.kept[0]!.problem).toEqual({ kind: "dates1904", name: "YEAR" });
  });
});

test("a table in whose way another stands that needs it is blocked, and no circle", () => {
  const other = dynamic("A3", "A3:B3", "TRANSPOSE(B1:B2)");
  const rows = (first: string, last: string) =>
    `<row r="1">${first}</row><row r="3">${last}<c r="B3"><v>7</v></c></row><row r="9"><c r="A9"><f>B1</f></c></row>`;
  const bytes = book({ Blad1: rows(dynamic("B1", "B1", "FINSAM.SPLIT(100)"), other) });
  const once = run(bytes);
  expect(once.report.kept).toEqual([]);
  expect(valuesOf(once.bytes)).toEqual({
    "Blad1!B1": "#SPILL!",
    "Blad1!A3": "#SPILL!",
    "Blad1!B3": 0,
    "Blad1!A9": "#SPILL!",
  });
  expect(run(once.bytes).bytes).toBe(once.bytes);
});

describe("a workbook that computes with numbers as they are shown", () => {
  const asShown = { calcPr: '<calcPr calcId="191029" fullPrecision="0"/>' };
  const cells = (formula: string) =>
    book({ Blad1: `<row r="1"><c r="A1"><f>${formula}</f><v>7</v></c></row>` }, asShown);

  test("is refused", () => {
    expect(problemOf(() => run(cells('FINSAM.TOTAL(0.123,"state")')))).toEqual({ kind: "countsAsShown" });
  });

  test("but not where nothing of ours is in it", () => {
    const bytes = cells("1+1");
    expect(run(bytes).bytes).toBe(bytes);
  });
});

describe("a table that would fill cells that its own formula reads", () => {
  const split = dynamic("A1", "A1", "FINSAM.SPLIT(A2)");

  test("keeps its value, and is named", () => {
    const bytes = book({ Blad1: `<row r="1">${split}</row>` });
    const { bytes: result, report } = run(bytes);
    expect(report.kept).toEqual([expect.objectContaining({ cell: "Blad1!A1", problem: { kind: "ownTable" } })]);
    expect(result).toBe(bytes);
  });

  test("keeps it whatever else is in the way", () => {
    const rows = `<row r="1">${split}</row><row r="3"><c r="A3"><v>5</v></c></row>`;
    expect(run(book({ Blad1: rows })).report.kept).toMatchObject([{ cell: "Blad1!A1", problem: { kind: "ownTable" } }]);
  });

  test("is blocked by what it reads, be it another's table", () => {
    const constant = book({ Blad1: `<row r="1">${split}</row><row r="2"><c r="A2"><v>5</v></c></row>` });
    expect(valuesOf(run(constant).bytes)["Blad1!A1"]).toBe("#SPILL!");
    const across = '<c r="A2" cm="1"><f t="array" ref="A2">_xldudf_FINSAM_ALLOCATE(10,{1,2})</f><v>0</v></c>';
    const first = dynamic("B1", "B1", "FINSAM.SPLIT(B2)");
    const table = book({ Blad1: `<row r="1">${first}</row><row r="2">${across}</row>` });
    expect(valuesOf(run(table).bytes)).toMatchObject({ "Blad1!B1": "#SPILL!", "Blad1!A2": 10 / 3, "Blad1!B2": 20 / 3 });
  });
});

test("a cell that a table filled and somebody has put a formula in is no longer the table's, and makes no circle", () => {
  const rows = `<row r="1">${dynamic("A1", "A1:A3", "FINSAM.SPLIT(C1)")}<c r="C1"><f>A2+1</f><v>6</v></c></row><row r="2"><c r="A2"><f>2+3</f><v>5</v></c></row>`;
  expect(valuesOf(run(book({ Blad1: rows })).bytes)).toEqual({ "Blad1!A1": "#SPILL!", "Blad1!A2": 5, "Blad1!C1": 6 });
});

describe("circles", () => {
  const rows =
    '<row r="1"><c r="A1"><f>FINSAM.TOTAL(B1,"state")</f><v>4</v></c><c r="B1"><f>C1</f><v>2</v></c><c r="C1"><f>A1/2</f><v>2</v></c></row>';

  test("are refused, with the cells in order", () => {
    expect(problemOf(() => run(book({ Blad1: rows })))).toEqual({
      kind: "circular",
      cells: ["Blad1!A1", "Blad1!B1", "Blad1!C1"],
    });
  });

  test("keep their values where the workbook allows them", () => {
    const { report } = run(book({ Blad1: rows }, { calcPr: '<calcPr iterate="1"/>' }));
    expect(report.differences).toEqual([]);
    expect(report.kept.map(({ problem }) => problem.kind)).toEqual(["circular", "circular", "circular"]);
  });
});

test("a chain as long as half a sheet", () => {
  const count = 100_000;
  const rows = Array.from({ length: count }, (_, i) =>
    i === 0
      ? '<row r="1"><c r="A1"><f>FINSAM.TOTAL(1,"state")</f></c></row>'
      : `<row r="${i + 1}"><c r="A${i + 1}"><f>A${i}+1</f></c></row>`,
  );
  expect(valuesOf(run(book({ Blad1: rows.join("") })).bytes)[`Blad1!A${count}`]).toBe(count + 1);
}, 60_000);

test("values of every kind are written as Excel writes them, and read back the same", () => {
  const value = fc.oneof(
    // What is next to nothing counts as 0.
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => number === 0 || Math.abs(number) > 1e-9),
    fc.string({ unit: "grapheme", maxLength: 20 }),
    fc.boolean(),
  );
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 8 }), fc.nat(20), (values, old) => {
      const fake = { ...engine, evaluate: () => ({ grid: values.map((one) => [one]) }) };
      const ghosts = Array.from({ length: old }, (_, i) => `<row r="${i + 2}"><c r="A${i + 2}"><v>1</v></c></row>`);
      const bytes = book({
        Blad1: `<row r="1">${dynamic("A1", `A1:A${old + 1}`, "FINSAM.SPLIT(1)")}</row>${ghosts.join("")}`,
      });
      const once = recalculate(bytes, fake).bytes;
      const expected = values.map((one, i) => [`Blad1!A${i + 1}`, Object.is(one, -0) ? 0 : one] as const);
      // A file of XML has no half characters.
      fc.pre(values.every((one) => typeof one !== "string" || isWhole(one)));
      expect(valuesOf(once)).toEqual(Object.fromEntries(expected));
      expect(recalculate(once, fake).bytes).toBe(once);
    }),
    { numRuns: 100 },
  );
});

function isWhole(text: string): boolean {
  return Buffer.from(text, "utf8").toString("utf8") === text;
}
