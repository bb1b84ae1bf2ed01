/*
 * Entering contents into a stored workbook: what is written, what follows, and that all else stays letter for letter.
 */
import fc from "fast-check";
import { columnOf, parseAddress, rowOf, toAddress } from "../../src/xlsx/area";
import { calculate } from "../../src/xlsx/calculate";
import { editWorkbook, type CellEdit, type Entry } from "../../src/xlsx/edit";
import { recalculate } from "../../src/xlsx/recalculate";
import type { LookChange } from "../../src/xlsx/styles";
import { ErrorValue, isSame, plainValue, type CellValue } from "../../src/xlsx/values";
import { readWorkbook } from "../../src/xlsx/workbook";
import { book, bookParts, builtEngine, changedParts, partsOf, valuesOf, zip, type Parts } from "./books";

const engine = builtEngine();

type Given = CellValue | null | Entry;

/** Entries by address on the first sheet; a text that begins with an equals sign is a formula, with {…} a dynamic one. */
function edit(bytes: Uint8Array, entries: Readonly<Record<string, Given>>, looks: Record<string, LookChange> = {}) {
  const edits = new Map<number, CellEdit>();
  for (const [address, given] of Object.entries(entries)) edits.set(parseAddress(address)!, { entry: toEntry(given) });
  for (const [address, look] of Object.entries(looks)) {
    const key = parseAddress(address)!;
    edits.set(key, { ...edits.get(key), look });
  }
  return editWorkbook(readWorkbook(bytes), bytes, [edits], engine);
}

function toEntry(given: Given): Entry {
  if (given === null) return { kind: "blank" };
  if (typeof given === "object" && "kind" in given) return given;
  if (typeof given !== "string" || !/^\{?=/.test(given)) return { kind: "constant", value: given };
  const dynamic = given.startsWith("{");
  return { kind: "formula", text: given.replace(/^\{?=|\}$/g, ""), dynamic, shown: [[new ErrorValue("#N/A")]] };
}

const sheetOf = (bytes: Uint8Array) => partsOf(bytes)["xl/worksheets/sheet1.xml"]!;
const dataOf = (bytes: Uint8Array) => /<sheetData.*<\/sheetData>|<sheetData\/>/s.exec(sheetOf(bytes))![0];
const data = (rows: string) => `<sheetData>${rows}</sheetData>`;

describe("what is written", () => {
  const row = '<row r="2" spans="1:3"><c r="A2" s="4"><v>1</v></c><c r="C2" t="s" vm="3"><v>0</v></c></row>';

  test.each<[string, Record<string, Given>, string]>([
    [
      "a number in place of a number",
      { A2: 7 },
      '<row r="2" spans="1:3"><c r="A2" s="4"><v>7</v></c><c r="C2" t="s" vm="3"><v>0</v></c></row>',
    ],
    [
      "a text in place of a shared one",
      { C2: "å & ö" },
      '<row r="2" spans="1:3"><c r="A2" s="4"><v>1</v></c><c r="C2" t="inlineStr"><is><t>å &amp; ö</t></is></c></row>',
    ],
    [
      "a truth in a cell that is not there",
      { B2: true },
      '<row r="2" spans="1:3"><c r="A2" s="4"><v>1</v></c><c r="B2" t="b"><v>1</v></c><c r="C2" t="s" vm="3"><v>0</v></c></row>',
    ],
    [
      "an error",
      { B2: new ErrorValue("#N/A") },
      '<row r="2" spans="1:3"><c r="A2" s="4"><v>1</v></c><c r="B2" t="e"><v>#N/A</v></c><c r="C2" t="s" vm="3"><v>0</v></c></row>',
    ],
    [
      "nothing, where the look stays",
      { A2: null },
      '<row r="2" spans="1:3"><c r="A2" s="4"/><c r="C2" t="s" vm="3"><v>0</v></c></row>',
    ],
    ["nothing where there is nothing", { B7: null }, row],
    ["a row above", { B1: 5 }, `<row r="1"><c r="B1"><v>5</v></c></row>${row}`],
    [
      "a row below, beyond the row's span",
      { E2: 1, A9: 2 },
      `${row.replace("1:3", "1:5").replace("</row>", '<c r="E2"><v>1</v></c></row>')}<row r="9"><c r="A9"><v>2</v></c></row>`,
    ],
    [
      "a formula",
      { A2: '=SUM(B2:B3)&"<"' },
      '<row r="2" spans="1:3"><c r="A2" s="4" t="str"><f>SUM(B2:B3)&amp;&quot;&lt;&quot;</f><v>0&lt;</v></c><c r="C2" t="s" vm="3"><v>0</v></c></row>',
    ],
    [
      "a formula that fills three cells",
      { A2: "{=_xldudf_FINSAM_SPLIT(100)}" },
      '<row r="2" spans="1:3"><c r="A2" s="4" cm="1"><f t="array" ref="A2:A4">_xldudf_FINSAM_SPLIT(100)</f><v>50</v></c><c r="C2" t="s" vm="3"><v>0</v></c></row><row r="3"><c r="A3"><v>25</v></c></row><row r="4"><c r="A4"><v>25</v></c></row>',
    ],
  ])("%s", (_, entries, expected) => {
    const bytes = book({ Blad1: row });
    const { bytes: result, refused } = edit(bytes, entries);
    expect(Buffer.from(dataOf(result), "latin1").toString()).toBe(data(expected));
    expect(refused).toEqual([]);
    expect(changedParts(bytes, result)).toEqual(expected === row ? [] : ["xl/worksheets/sheet1.xml"]);
  });

  test("into a sheet without rows, whose texts keep their spaces", () => {
    const parts = bookParts({ Blad1: "" });
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"]!.replace(
      "<sheetData></sheetData>",
      "<sheetData/>",
    );
    expect(dataOf(edit(zip(parts), { B2: " a\nb_x0041_" }).bytes)).toBe(
      data('<row r="2"><c r="B2" t="inlineStr"><is><t xml:space="preserve"> a&#10;b_x005F_x0041_</t></is></c></row>'),
    );
  });

  test("nothing at all where nothing is entered and nothing differs", () => {
    const bytes = book({ Blad1: row });
    expect(edit(bytes, {}).bytes).toBe(bytes);
  });
});

describe("what follows", () => {
  const rows =
    '<row r="1"><c r="A1"><v>2</v></c><c r="B1"><f>A1*10</f><v>20</v></c><c r="C1"><f>B1+1</f><v>21</v></c><c r="D1"><f>5*5</f><v>26</v></c></row>';

  test("is calculated, also without formulas of ours; the rest keeps what is stored", () => {
    expect(valuesOf(edit(book({ Blad1: rows }), { A1: 3 }).bytes)).toEqual({
      "Blad1!A1": 3,
      "Blad1!B1": 30,
      "Blad1!C1": 31,
      "Blad1!D1": 26,
    });
  });

  test("is calculated from what takes the place of a formula", () => {
    const { bytes } = edit(book({ Blad1: rows }), { B1: 7 });
    expect(valuesOf(bytes)).toMatchObject({ "Blad1!B1": 7, "Blad1!C1": 8 });
    expect(dataOf(bytes)).toContain('<c r="B1"><v>7</v></c>');
  });

  test("reaches other sheets", () => {
    const other = '<row r="1"><c r="A1"><f>Blad1!C1*2</f><v>42</v></c></row>';
    expect(valuesOf(edit(book({ Blad1: rows, Två: other }), { A1: 3 }).bytes)).toMatchObject({ "Två!A1": 62 });
  });

  test("our formulas are calculated whether they depend on it or not", () => {
    const ours = '<row r="1"><c r="A1"><f>FINSAM.TOTAL(1,"state")</f><v>9</v></c></row>';
    expect(valuesOf(edit(book({ Blad1: ours }), { B5: 1 }).bytes)["Blad1!A1"]).toBe(2);
  });
});

describe("tables that spill", () => {
  const split = (ref: string) =>
    `<c r="A1" cm="1"><f t="array" ref="${ref}">_xldudf_FINSAM_SPLIT(100)</f><v>50</v></c>`;
  const rows = `<row r="1">${split("A1:A3")}</row><row r="2"><c r="A2"><v>25</v></c></row><row r="3"><c r="A3" s="2"><v>25</v></c></row>`;

  test("are blocked by what is entered where they were, and clear the rest", () => {
    const { bytes } = edit(book({ Blad1: rows }), { A2: "mitt" });
    expect(valuesOf(bytes)).toEqual({ "Blad1!A1": "#SPILL!", "Blad1!A2": "mitt" });
    expect(dataOf(bytes)).toContain('<c r="A3" s="2"/>');
    expect(dataOf(bytes)).toContain('ref="A1"');
    // And spread again when it goes.
    expect(valuesOf(edit(bytes, { A2: null }).bytes)).toEqual({ "Blad1!A1": 50, "Blad1!A2": 25, "Blad1!A3": 25 });
  });

  test("leave nothing where their formula goes", () => {
    const { bytes } = edit(book({ Blad1: rows }), { A1: 1 });
    expect(valuesOf(bytes)).toEqual({ "Blad1!A1": 1 });
    expect(dataOf(bytes)).toContain('<c r="A1"><v>1</v></c>');
  });

  test("give way to a smaller one in their place", () => {
    const { bytes } = edit(book({ Blad1: rows }), { A1: "{=FINSAM.ALLOCATE(10,{1;1})}" });
    expect(valuesOf(bytes)).toEqual({ "Blad1!A1": 5, "Blad1!A2": 5 });
  });

  test("of a fixed size spread as dynamic ones where a cell is taken from them", () => {
    const fixed = rows.replace(' cm="1"', "");
    const { bytes, refused } = edit(book({ Blad1: fixed }), { A3: 1 });
    expect(refused).toEqual([]);
    expect(valuesOf(bytes)).toEqual({ "Blad1!A1": "#SPILL!", "Blad1!A3": 1 });
    expect(dataOf(bytes)).toContain('<c r="A1" cm="1" t="e"><f t="array" ref="A1">');
  });
});

describe("groups of formulas that share a text", () => {
  const rows =
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="4">A1*$A$1+FINSAM.TOTAL(A1,"state")</f><v>3</v></c></row>' +
    '<row r="2"><c r="A2"><v>2</v></c><c r="B2" s="1"><f t="shared" si="4"/><v>6</v></c></row>' +
    '<row r="3"><c r="A3"><v>3</v></c><c r="B3"><f t="shared" si="4"/><v>9</v></c></row>';

  test("have the next one first where the first is overwritten", () => {
    const { bytes } = edit(book({ Blad1: rows }), { B1: 100 });
    expect(dataOf(bytes)).toContain('<c r="B1"><v>100</v></c>');
    expect(dataOf(bytes)).toContain(
      '<c r="B2" s="1"><f t="shared" ref="B2:B3" si="4">A2*$A$1+FINSAM.TOTAL(A2,&quot;state&quot;)</f><v>6</v></c>',
    );
    expect(valuesOf(edit(bytes, { A3: 5 }).bytes)).toMatchObject({ "Blad1!B2": 6, "Blad1!B3": 15 });
  });

  test("stay where one in the middle, or all, are overwritten", () => {
    expect(valuesOf(edit(book({ Blad1: rows }), { B2: 0, A1: 2 }).bytes)).toMatchObject({
      "Blad1!B1": 8,
      "Blad1!B2": 0,
      "Blad1!B3": 12,
    });
    expect(dataOf(edit(book({ Blad1: rows }), { B1: 1, B2: 2, B3: 3 }).bytes)).not.toContain("<f");
  });
});

describe("the package around the sheet", () => {
  const withChain = (): Parts => {
    const parts = bookParts({ Blad1: '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>' });
    parts["xl/calcChain.xml"] = '<calcChain xmlns="x"><c r="A1" i="1"/></calcChain>';
    parts["xl/_rels/workbook.xml.rels"] = parts["xl/_rels/workbook.xml.rels"]!.replace(
      "</Relationships>",
      '<Relationship Id="rId91" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/></Relationships>',
    );
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"]!.replace(
      "</Types>",
      '<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/></Types>',
    );
    return parts;
  };

  test("loses its order of calculation where formulas come or go, and keeps it otherwise", () => {
    for (const entries of [{ A1: 1 }, { B1: "=A1" }]) {
      const parts = partsOf(edit(zip(withChain()), entries).bytes);
      expect(Object.keys(parts)).not.toContain("xl/calcChain.xml");
      expect(parts["[Content_Types].xml"]! + parts["xl/_rels/workbook.xml.rels"]!).not.toContain("calcChain");
    }
    expect(Object.keys(partsOf(edit(zip(withChain()), { B1: 1 }).bytes))).toContain("xl/calcChain.xml");
  });

  test.each([
    ["no metadata", undefined],
    [
      "metadata of another kind",
      '<metadata xmlns="m"><metadataTypes count="1"><metadataType name="XLRICHVALUE"/></metadataTypes><futureMetadata name="XLRICHVALUE" count="1"><bk/></futureMetadata><valueMetadata count="1"><bk><rc t="1" v="0"/></bk></valueMetadata></metadata>',
    ],
    [
      "marks of other cells",
      '<metadata xmlns="m"><metadataTypes count="2"><metadataType name="X"/><metadataType name="XLDAPR"/></metadataTypes><futureMetadata name="XLDAPR" count="1"><bk><extLst/></bk></futureMetadata><cellMetadata count="2"><bk><rc t="1" v="0"/></bk><bk><rc t="2" v="0"/></bk></cellMetadata></metadata>',
    ],
    [
      "prefixes",
      '<m:metadata xmlns:m="m"><m:metadataTypes count="1"><m:metadataType name="X"/></m:metadataTypes></m:metadata>',
    ],
  ])("learns what a dynamic array is from %s", (_, metadata) => {
    const parts = bookParts({ Blad1: "" });
    if (metadata !== undefined) parts["xl/metadata.xml"] = metadata;
    else {
      delete parts["xl/metadata.xml"];
      for (const name of ["[Content_Types].xml", "xl/_rels/workbook.xml.rels"]) {
        parts[name] = parts[name]!.replace(/<(Override|Relationship) [^>]*metadata\.xml"[^>]*>/, "");
      }
    }
    const { bytes } = edit(zip(parts), { A1: "{=FINSAM.SPLIT(100)}", C1: "{=FINSAM.SPLIT(10)}" });
    const { formulas } = readWorkbook(bytes).sheets[0]!;
    expect([...formulas.values()].map(({ kind, isDynamic }) => [kind, isDynamic])).toEqual([
      ["array", true],
      ["array", true],
    ]);
    // Nothing that was there has another number now.
    const marks = (text: string) => [...text.matchAll(/<(?:m:)?rc [^>]*>/g)].map(String);
    expect(marks(partsOf(bytes)["xl/metadata.xml"]!)).toEqual(expect.arrayContaining(marks(metadata ?? "")));
    expect(edit(bytes, { A1: 1, C1: 1 }).bytes).not.toBe(bytes);
  });
});

describe("what Excel would not take", () => {
  const table =
    '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="T" displayName="T" ref="A1:B3" totalsRowCount="1"><tableColumns count="2"><tableColumn id="1" name="Namn"/><tableColumn id="2" name="Belopp"/></tableColumns></table>';

  test("is left out and told: a table's headings and totals; its other cells are taken", () => {
    const parts = bookParts({
      Blad1:
        '<row r="1"><c r="A1" t="str"><v>Namn</v></c></row><row r="2"><c r="A2"><v>1</v></c></row><row r="3"><c r="A3"><v>2</v></c></row>',
    });
    parts["xl/tables/table1.xml"] = table;
    parts["xl/worksheets/_rels/sheet1.xml.rels"] =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/table" Target="../tables/table1.xml"/></Relationships>';
    const { bytes, refused } = edit(zip(parts), { A1: "Annat", A2: 7, A3: 8 });
    expect(refused).toEqual([
      { kind: "tableHeading", cell: "Blad1!A1" },
      { kind: "tableTotals", cell: "Blad1!A3" },
    ]);
    expect(valuesOf(bytes)).toEqual({ "Blad1!A1": "Namn", "Blad1!A2": 7, "Blad1!A3": 2 });
  });

  test("parts of a data table, and of what only Excel can calculate", () => {
    const rows =
      '<row r="1"><c r="A1"><f t="dataTable" ref="A1:A2" r1="Z1"/><v>1</v></c><c r="C1" cm="1"><f t="array" ref="C1:C2">_xlfn.LET(_xlpm.x,{1;2},_xlpm.x)</f><v>1</v></c></row>' +
      '<row r="2"><c r="A2"><v>2</v></c><c r="C2"><v>2</v></c></row>';
    const bytes = book({ Blad1: rows });
    const { bytes: result, refused } = edit(bytes, { A1: 5, A2: 5, C2: 5 });
    expect(refused.map(({ kind, cell }) => [kind, cell])).toEqual([
      ["dataTable", "Blad1!A1"],
      ["dataTable", "Blad1!A2"],
      ["keptArray", "Blad1!C2"],
    ]);
    expect(result).toBe(bytes);
    // All of it can be replaced.
    expect(valuesOf(edit(bytes, { C1: 5 }).bytes)).toMatchObject({ "Blad1!C1": 5, "Blad1!A2": 2 });
  });

  test("a text or a formula that is too long", () => {
    const long = "x".repeat(32_768);
    const { refused } = edit(book({ Blad1: "" }), { A1: long, A2: `=${"1+".repeat(4100)}1`, A3: long.slice(1) });
    expect(refused.map(({ cell }) => cell)).toEqual(["Blad1!A1", "Blad1!A2"]);
  });
});

describe("what cannot be calculated here", () => {
  test("is written with what it shows, and what depends on it follows", () => {
    const rows = '<row r="1"><c r="C1"><f>A1*2</f><v>0</v></c></row>';
    const entry = {
      kind: "formula",
      text: 'INDIRECT("Z1")',
      dynamic: true,
      shown: [
        [4, 5],
        [6, 7],
      ],
    } as const;
    const { bytes } = edit(book({ Blad1: rows }), { A1: entry });
    expect(valuesOf(bytes)).toEqual({ "Blad1!A1": 4, "Blad1!B1": 5, "Blad1!A2": 6, "Blad1!B2": 7, "Blad1!C1": 8 });
    expect(dataOf(bytes)).toContain(
      '<c r="A1" cm="1"><f t="array" ref="A1:B2">INDIRECT(&quot;Z1&quot;)</f><v>4</v></c>',
    );
  });

  test("keeps its value and is told, where something it needs has another now", () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>_xlfn.LET(_xlpm.x,A1,_xlpm.x)</f><v>1</v></c><c r="C1"><f>B1+1</f><v>2</v></c><c r="D1"><f>_xlfn.LET(_xlpm.x,Z1,_xlpm.x)</f><v>9</v></c></row>';
    const { bytes, stale } = edit(book({ Blad1: rows }), { A1: 5 });
    expect(valuesOf(bytes)).toEqual({ "Blad1!A1": 5, "Blad1!B1": 1, "Blad1!C1": 2, "Blad1!D1": 9 });
    expect(stale.map(({ cell, dependents }) => [cell, dependents])).toEqual([["Blad1!B1", ["Blad1!C1"]]]);
    expect(edit(book({ Blad1: rows }), { A2: 5 }).stale).toEqual([]);
  });

  test("formulas keep their values where the workbook computes with numbers as they are shown", () => {
    const rows = `<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1/3</f><v>0.3</v></c><c r="C1"><f>B1*2</f><v>0.6</v></c></row>`;
    const { bytes, stale } = edit(book({ Blad1: rows }, { calcPr: '<calcPr fullPrecision="0"/>' }), { A1: 5 });
    expect(valuesOf(bytes)).toEqual({ "Blad1!A1": 5, "Blad1!B1": 0.3, "Blad1!C1": 0.6 });
    expect(stale).toMatchObject([{ cell: "Blad1!B1", problem: { kind: "countsAsShown" }, dependents: ["Blad1!C1"] }]);
  });

  test("formulas in a ring are written with what they show", () => {
    const shown = [[new ErrorValue("#VALUE!")]];
    const ring = (text: string) => ({ kind: "formula", text, dynamic: false, shown }) as const;
    const { bytes } = edit(book({ Blad1: "" }), { A1: ring("B1+1"), B1: ring("A1+1"), C1: 1 });
    expect(valuesOf(bytes)).toEqual({ "Blad1!A1": "#VALUE!", "Blad1!B1": "#VALUE!", "Blad1!C1": 1 });
  });
});

describe("looks", () => {
  const styles =
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="9" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"><alignment wrapText="1"/><protection locked="0"/></xf></cellXfs></styleSheet>';
  const styled = () => {
    const parts = bookParts({
      Blad1: {
        rows: '<row r="1" s="1" customFormat="1"><c r="A1" s="1"><v>1</v></c><c r="B1"><v>2</v></c></row>',
      },
    });
    parts["xl/styles.xml"] = styles;
    parts["xl/_rels/workbook.xml.rels"] = parts["xl/_rels/workbook.xml.rels"]!.replace(
      "</Relationships>",
      '<Relationship Id="rId92" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
    );
    return zip(parts);
  };

  test.each<[string, LookChange, string]>([
    [
      "a format that Excel has",
      { format: "#,##0" },
      '<xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"><alignment wrapText="1"/><protection locked="0"/></xf>',
    ],
    [
      "a format of its own",
      { format: '0.0 "tkr"' },
      '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"><alignment wrapText="1"/><protection locked="0"/></xf>',
    ],
    [
      "bold",
      { bold: true },
      '<xf numFmtId="9" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"><alignment wrapText="1"/><protection locked="0"/></xf>',
    ],
    [
      "to the right, not wrapped",
      { align: "right", wrap: false },
      '<xf numFmtId="9" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="right"/><protection locked="0"/></xf>',
    ],
  ])("%s", (_, look, expected) => {
    const { bytes } = edit(styled(), {}, { A1: look });
    const text = partsOf(bytes)["xl/styles.xml"]!;
    expect(text).toContain(`<cellXfs count="3">`);
    expect(text).toContain(`${expected}</cellXfs>`);
    expect(dataOf(bytes)).toContain('<c r="A1" s="2"><v>1</v></c>');
  });

  test("fonts, fills and lines are added once, and cells that look the same share one", () => {
    const look: LookChange = {
      bold: true,
      color: "#1d5c4d",
      fill: "#FFCC99",
      lines: { top: { style: "thin", color: "#7F7F7F" } },
    };
    const { bytes } = edit(styled(), { C3: "ny" }, { A1: look, B1: look, C3: look, D1: look });
    const text = partsOf(bytes)["xl/styles.xml"]!;
    expect(text).toContain(
      '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><color rgb="FF1D5C4D"/><name val="Calibri"/></font></fonts>',
    );
    expect(text).toContain(
      '<fill><patternFill patternType="solid"><fgColor rgb="FFFFCC99"/><bgColor indexed="64"/></patternFill></fill></fills>',
    );
    expect(text).toContain(
      '<border><left/><right/><top style="thin"><color rgb="FF7F7F7F"/></top><bottom/><diagonal/></border></borders>',
    );
    expect(text).toContain('<cellXfs count="4">');
    // The cell that was not there has its row's look to begin with.
    expect(dataOf(bytes)).toBe(
      data(
        '<row r="1" s="1" customFormat="1"><c r="A1" s="2"><v>1</v></c><c r="B1" s="3"><v>2</v></c><c r="D1" s="2"/></row><row r="3"><c r="C3" s="3" t="inlineStr"><is><t>ny</t></is></c></row>',
      ),
    );
  });

  test("a workbook without any gets them", () => {
    const { bytes } = edit(book({ Blad1: "" }), { A1: 0.05 }, { A1: { format: "0%" } });
    expect(partsOf(bytes)["xl/styles.xml"]).toContain('<xf numFmtId="9"');
    expect(valuesOf(bytes)).toEqual({ "Blad1!A1": 0.05 });
  });
});

describe("any entries", () => {
  const [rows, columns] = [8, 6];
  const cell = fc.record({ row: fc.nat(rows - 1), column: fc.nat(columns - 1) });
  const number = fc.oneof(fc.integer({ min: -1000, max: 1000 }), fc.double({ noNaN: true, noDefaultInfinity: true }));
  const constant = fc.oneof(
    { weight: 3, arbitrary: number },
    { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 6 }).filter((text) => !/^\{?=/.test(text)) },
    { weight: 1, arbitrary: fc.boolean() },
    { weight: 1, arbitrary: fc.constant(null) },
  );
  const tall = fc.constant("{=_xldudf_FINSAM_ALLOCATE(10,{1;2})}");
  const wide = fc.constant("{=_xldudf_FINSAM_ALLOCATE(10,{1,2})}");
  const formulaOf = (address: fc.Arbitrary<string>) =>
    fc.oneof(
      fc.tuple(address, address).map(([a, b]) => `=${a}+${b}*2`),
      fc.tuple(address, address).map(([a, b]) => `=SUM(${a}:${b})`),
      address.map((a) => `=IF(ISNUMBER(${a}),${a}/2,"tom")`),
      address.map((a) => `=_xldudf_FINSAM_TOTAL(${a},"state")`),
      address.map((a) => `{=_xldudf_FINSAM_SPLIT(${a})}`),
      tall,
    );
  const entry = (formula: (column: number) => fc.Arbitrary<string>) =>
    cell.chain(({ row, column }) =>
      fc.tuple(
        fc.constant(toAddress(row, column)),
        fc.oneof({ weight: 6, arbitrary: constant }, { weight: 4, arbitrary: formula(column) }),
      ),
    );
  const entriesOf = (formula: (column: number) => fc.Arbitrary<string>): fc.Arbitrary<Record<string, Given>> =>
    fc.array(entry(formula), { maxLength: 12 }).map((entries) => Object.fromEntries(entries));

  /** Formulas need what stands to their left and fill what is below them: there are no rings. */
  const entries = entriesOf((column) =>
    column === 0 ? tall : formulaOf(cell.map((needed) => toAddress(needed.row, needed.column % column))),
  );
  /** Rings too, and tables that stand in each other's way. */
  const tangled = entriesOf(() => fc.oneof(formulaOf(cell.map(({ row, column }) => toAddress(row, column))), wide));
  const other = '<row r="1"><c r="A1"><f>Blad1!A1+1</f><v>1</v></c></row>';

  /** Entered one after another, and then read back: as they were entered, and other parts are the same bytes. */
  function enter(batches: readonly Readonly<Record<string, Given>>[]): Uint8Array {
    const first = book({ Blad1: "", Annat: other });
    let bytes = first;
    const held = new Map<string, Given>();
    for (const batch of batches) {
      bytes = edit(bytes, batch).bytes;
      for (const [at, each] of Object.entries(batch)) held.set(at, each);
    }
    const { values, formulas } = readWorkbook(bytes).sheets[0]!;
    for (const [at, each] of held) {
      const key = parseAddress(at)!;
      if (typeof each === "string" && /^\{?=/.test(each)) {
        expect(formulas.get(key)).toMatchObject({
          text: each.replace(/^\{?=|\}$/g, ""),
          isDynamic: each.startsWith("{"),
        });
      } else {
        expect(formulas.has(key)).toBe(false);
        if (each !== null) expect(isSame(values.get(key) ?? null, each as CellValue)).toBe(true);
      }
    }
    expect([...formulas.keys()].every((key) => held.has(toAddress(rowOf(key), columnOf(key))))).toBe(true);
    expect(changedParts(first, bytes).every((part) => part.startsWith("xl/worksheets/"))).toBe(true);
    return bytes;
  }

  test("are read back as they were entered, what follows is right, and other parts are the same bytes", () => {
    fc.assert(
      fc.property(fc.array(entries, { minLength: 1, maxLength: 3 }), (batches) => {
        expect(wrongIn(enter(batches))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  }, 120_000);

  test("in rings and in each other's way are read back as they were entered", () => {
    fc.assert(fc.property(fc.array(tangled, { minLength: 1, maxLength: 3 }), (batches) => void enter(batches)));
  }, 120_000);

  test("entered again change nothing, and recalculation finds nothing", () => {
    fc.assert(
      fc.property(entries, (batch) => {
        const once = edit(book({ Blad1: "" }), batch).bytes;
        expect(dataOf(edit(once, batch).bytes)).toBe(dataOf(once));
        expect(recalculate(once, engine).report.differences).toEqual([]);
      }),
      { numRuns: 100 },
    );
  }, 120_000);

  /** Cells whose value is another when all formulas are calculated. */
  function wrongIn(bytes: Uint8Array) {
    const workbook = readWorkbook(bytes);
    const changed = workbook.sheets.map(({ formulas }) => new Set(formulas.keys()));
    const all = calculate(workbook, engine, { changed, keepsCircles: true });
    return all.cells.flatMap((found, sheet) =>
      [...found]
        .filter(([key, value]) => !isSame(value, workbook.sheets[sheet]!.values.get(key) ?? null))
        .map(([key, value]) => [toAddress(rowOf(key), columnOf(key)), plainValue(value)]),
    );
  }
});
