/*
 * Copies without formulas of ours: the same values in every cell, nothing of ours left, everything else as it was,
 * and a last sheet that says what there was.
 */
import fc from "fast-check";
import { generateMetadata } from "../../scripts/metadata";
import { unzipSync, zipSync } from "fflate";
import { userFormula } from "../../src/xlsx/formulaText";
import { freezeWorkbook } from "../../src/xlsx/freeze";
import { recalculate } from "../../src/xlsx/recalculate";
import { readWorkbook } from "../../src/xlsx/workbook";
import { addInId, book, bookParts, builtEngine, changedParts, partsOf, valuesOf, zip } from "./books";

const { catalogue } = await generateMetadata("https://localhost:3000");
const options = { language: "sv", date: "2026-11-25", version: "1.2.3", catalogue: catalogue.sv, addInId } as const;
const freeze = (bytes: Uint8Array) => freezeWorkbook(bytes, options);
const sheetOf = (bytes: Uint8Array, number: number) => partsOf(bytes)[`xl/worksheets/sheet${number}.xml`]!;
const utf8 = (text: string) => Buffer.from(text, "latin1").toString("utf8");

test("formulas of ours become values, wherever in the formula they are; the others stay", () => {
  const rows =
    '<row r="1"><c r="A1" s="1" cm="1"><f t="array" ref="A1:A2">_xldudf_FINSAM_SPLIT(10)</f><v>5</v></c><c r="B1" t="str"><f>"FINSAM.SPLIT("&amp;1</f><v>FINSAM.SPLIT(1</v></c></row>' +
    '<row r="2"><c r="A2"><v>2.5</v></c><c r="B2"><f>IF(A1&gt;0,FINSAM.TOTAL(A1,"state")/2,0)</f><v>5</v></c><c r="C2"><f>A1+1</f><v>6</v></c></row>';
  const bytes = book({ Blad1: rows });
  const { bytes: copy, replaced, sheet, warnings } = freeze(bytes);
  expect(sheetOf(copy, 1)).toContain(
    '<row r="1"><c r="A1" s="1"><v>5</v></c><c r="B1" t="str"><f>"FINSAM.SPLIT("&amp;1</f><v>FINSAM.SPLIT(1</v></c></row>' +
      '<row r="2"><c r="A2"><v>2.5</v></c><c r="B2"><v>5</v></c><c r="C2"><f>A1+1</f><v>6</v></c></row>',
  );
  expect(replaced).toEqual([
    { place: "Blad1!A1:A2", formula: "=FINSAM.SPLIT(10)", functions: ["SPLIT"] },
    { place: "Blad1!B2", formula: '=IF(A1>0,FINSAM.TOTAL(A1,"state")/2,0)', functions: ["TOTAL"] },
  ]);
  expect([sheet, warnings]).toEqual(["Underlag", []]);
  expect(changedParts(bytes, copy)).toEqual([
    "[Content_Types].xml",
    "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",
    "xl/workbook.xml",
    "xl/worksheets/sheet1.xml",
    "xl/worksheets/sheet2.xml",
  ]);
});

test("the last sheet lists place, formula, what the function does, paragraph, version and date", () => {
  const bytes = book({ Blad1: '<row r="1"><c r="B1"><f>FINSAM.TOTAL(A1,"state")</f><v>2</v></c></row>' });
  const total = catalogue.sv.functions.find(({ id }) => id === "TOTAL")!;
  const { sheets } = readWorkbook(freeze(bytes).bytes);
  expect(sheets.map(({ name }) => name)).toEqual(["Blad1", "Underlag"]);
  expect([...sheets[1]!.values.values()].slice(-6)).toEqual([
    "Blad1!B1",
    '=FINSAM.TOTAL(A1;"staten")',
    total.description,
    total.source,
    "1.2.3",
    "2026-11-25",
  ]);
  const english = freezeWorkbook(bytes, { ...options, language: "en", catalogue: catalogue.en });
  expect(english.sheet).toBe("Basis");
  expect(valuesOf(english.bytes)["Basis!B5"]).toBe('=FINSAM.TOTAL(A1,"state")');
});

test("a taken name gets a number", () => {
  const bytes = book({
    underlag: '<row r="1"><c r="B1"><f>FINSAM.TOTAL(1,"state")</f><v>2</v></c></row>',
    "Underlag 2": "",
  });
  expect(freeze(bytes).sheet).toBe("Underlag 3");
});

test("formulas filled over cells side by side are one block", () => {
  const cell = (address: string, row: number, column: string) =>
    `<c r="${address}"><f>FINSAM.TOTAL(${column}${row},"state")</f><v>0</v></c>`;
  const rows = [5, 6, 7].map((row) => `<row r="${row}">${cell(`C${row}`, row, "A")}${cell(`D${row}`, row, "B")}</row>`);
  const { replaced } = freeze(book({ "Års budget": rows.join("") }));
  expect(replaced).toEqual([
    { place: "'Års budget'!C5:D7", formula: '=FINSAM.TOTAL(A5,"state")', functions: ["TOTAL"] },
  ]);
});

test("a cell without a stored value, with #NAME?, or with a value that was still to come, is told", () => {
  const { warnings } = freeze(
    book({
      Blad1:
        '<row r="1"><c r="A1"><f>FINSAM.SPLIT(1)</f></c><c r="B1" t="e"><f>FINSAM.SPLIT(1)</f><v>#NAME?</v></c><c r="C1" t="e"><f>FINSAM.SPLIT(1)</f><v>#BUSY!</v></c><c r="D1" t="e"><f>FINSAM.SPLIT(1)</f><v>#CONNECT!</v></c></row>',
    }),
  );
  expect(warnings).toEqual([
    { kind: "noValue", cell: "Blad1!A1" },
    { kind: "nameError", cell: "Blad1!B1" },
    { kind: "unfinished", cell: "Blad1!C1", code: "#BUSY!" },
    { kind: "unfinished", cell: "Blad1!D1", code: "#CONNECT!" },
  ]);
});

test("names, rules, tables and the order of calculation hold nothing of ours either, and what that means is told", () => {
  const parts = bookParts(
    {
      Blad1: {
        rows: '<row r="1"><c r="A1"><f>delar*2</f><v>4</v></c><c r="B1"><f>annat</f><v>4</v></c></row>',
        after:
          '<conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>_xldudf_FINSAM_TOTAL(A1,"state")&gt;1</formula></cfRule></conditionalFormatting>' +
          '<dataValidations count="2"><dataValidation type="custom" sqref="A2"><formula1>_xldudf_FINSAM_TOTAL(A1,"state")=1</formula1></dataValidation><dataValidation type="custom" sqref="A3"><formula1>A3=1</formula1></dataValidation></dataValidations>',
      },
    },
    {
      names:
        '<definedName name="delar">_xldudf_FINSAM_TOTAL(1,"state")</definedName><definedName name="annat">7</definedName>',
    },
  );
  parts["xl/tables/table1.xml"] =
    '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="T" displayName="T" ref="D1:D3" totalsRowCount="1"><tableColumns count="1"><tableColumn id="1" name="x" totalsRowFunction="custom"><calculatedColumnFormula>_xldudf_FINSAM_TOTAL(1,"state")</calculatedColumnFormula><totalsRowFormula>_xldudf_FINSAM_TOTAL(2,"state")</totalsRowFormula></tableColumn></tableColumns></table>';
  parts["xl/worksheets/_rels/sheet1.xml.rels"] =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/table" Target="../tables/table1.xml"/></Relationships>';
  parts["xl/calcChain.xml"] =
    '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="A1" i="1"/><c r="B1"/></calcChain>';
  parts["xl/_rels/workbook.xml.rels"] = parts["xl/_rels/workbook.xml.rels"]!.replace(
    "</Relationships>",
    '<Relationship Id="rId91" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/></Relationships>',
  );
  parts["[Content_Types].xml"] = parts["[Content_Types].xml"]!.replace(
    "</Types>",
    '<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/></Types>',
  );
  const { bytes, warnings } = freeze(zip(parts));
  const copy = partsOf(bytes);
  expect(warnings).toEqual([
    { kind: "name", name: "delar" },
    { kind: "conditionalFormat", sheet: "Blad1" },
    { kind: "validation", sheet: "Blad1" },
  ]);
  expect(copy["xl/workbook.xml"]).toContain(
    '<definedName name="delar">#REF!</definedName><definedName name="annat">7<',
  );
  expect(sheetOf(bytes, 1)).toContain('<c r="A1"><v>4</v></c><c r="B1"><f>annat</f><v>4</v></c>');
  expect(sheetOf(bytes, 1)).toContain("<formula>FALSE</formula>");
  expect(sheetOf(bytes, 1)).toContain('<dataValidations count="1"><dataValidation type="custom" sqref="A3">');
  expect(copy["xl/tables/table1.xml"]).toContain('<tableColumn id="1" name="x"></tableColumn>');
  expect(copy["xl/calcChain.xml"]).toBeUndefined();
  expect(copy["xl/_rels/workbook.xml.rels"]! + copy["[Content_Types].xml"]!).not.toContain("calcChain");
  expect(Object.values(copy).join("")).not.toContain("_xldudf_");
});

describe("a reference to all that a frozen formula filled", () => {
  const anchor = (address: string) => `_xlfn.ANCHORARRAY(${address})`;
  const parts = bookParts(
    {
      Blad1: {
        rows:
          `<row r="1"><c r="A1" cm="1"><f t="array" ref="A1:A3">_xldudf_FINSAM_SPLIT(100)</f><v>50</v></c><c r="B1" cm="1"><f t="array" ref="B1:B2">D1:D2</f><v>0</v></c><c r="C1"><f>SUM(${anchor("A1")},${anchor("B1")})</f><v>100</v></c><c r="D1"><f t="shared" ref="D1:D2" si="0">SUM(${anchor("A$1")})+E1</f><v>100</v></c></row>` +
          `<row r="2"><c r="A2"><v>25</v></c><c r="B2"><v>0</v></c><c r="C2" cm="1"><f t="array" ref="C2:C4">2*${anchor("Blad1!$A$1")}</f><v>100</v></c><c r="D2"><f t="shared" si="0"/><v>100</v></c></row><row r="3"><c r="A3"><v>25</v></c><c r="C3"><v>50</v></c></row><row r="4"><c r="C4"><v>50</v></c></row>`,
        after:
          `<conditionalFormatting sqref="F1"><cfRule type="expression" priority="1"><formula>SUM(${anchor("$A$1")})&gt;1</formula></cfRule></conditionalFormatting>` +
          `<dataValidations count="1"><dataValidation type="list" sqref="F2"><formula1>${anchor("$A$1")}</formula1></dataValidation></dataValidations>`,
      },
      Blad2: `<row r="1"><c r="A1"><f>SUM(${anchor("Blad1!A1")})+SUM(${anchor("A1")})</f><v>0</v></c></row>`,
    },
    { names: `<definedName name="delar">${anchor("Blad1!$A$1")}</definedName>` },
  );
  const { bytes, warnings } = freeze(zip(parts));
  const [first, second] = [sheetOf(bytes, 1), sheetOf(bytes, 2)];

  test("is one to the cells that it filled: in cells, names and rules; other such references stay", () => {
    expect(warnings).toEqual([]);
    expect(first).toContain('<c r="A1"><v>50</v></c>');
    expect(first).toContain(`<c r="C1"><f>SUM(A1:A3,${anchor("B1")})</f><v>100</v></c>`);
    expect(first).toContain('<c r="C2" cm="1"><f t="array" ref="C2:C4">2*Blad1!$A$1:$A$3</f><v>100</v></c>');
    expect(first).toContain("<formula>SUM($A$1:$A$3)&gt;1</formula>");
    expect(first).toContain("<formula1>$A$1:$A$3</formula1>");
    expect(second).toContain(`<f>SUM(Blad1!A1:A3)+SUM(${anchor("A1")})</f>`);
    expect(partsOf(bytes)["xl/workbook.xml"]).toContain('<definedName name="delar">Blad1!$A$1:$A$3</definedName>');
  });

  test("is so in each formula of a group", () => {
    expect(first).toContain('<c r="D1"><f>SUM(A$1:A$3)+E1</f><v>100</v></c>');
    expect(first).toContain('<c r="D2"><f>SUM(A$1:A$3)+E2</f><v>100</v></c>');
  });
});

test("a part that is written in UTF-16, or is no text at all, is no hindrance, and is searched where it can be", () => {
  const rows = '<row r="1"><c r="A1"><f>FINSAM.SPLIT(100)</f><v>50</v></c></row>';
  const utf16 = (text: string) => Uint8Array.from(Buffer.from(`\ufeff${text}`, "utf16le"));
  const bytes = zipSync({
    ...unzipSync(book({ Blad1: rows })),
    "customXml/item1.xml": utf16('<DataMashup xmlns="m">_xldudf_FINSAM_SPLIT</DataMashup>'),
    "xl/drawings/drawing1.xml": utf16('<a textlink="x"/>'),
    "xl/charts/chart1.xml": utf16("<c:f>_xldudf_FINSAM_SPLIT(1)</c:f>"),
    "xl/odd.xml": Uint8Array.from([0xff, 0x00, 0x80, 0xfe]),
  });
  const { replaced, warnings } = freeze(bytes);
  expect(replaced).toHaveLength(1);
  expect(warnings).toEqual([{ kind: "leftover", part: "xl/charts/chart1.xml" }]);
});

test("the hidden names that Excel keeps for our functions go; formulas of ours in charts and shapes are told in both forms", () => {
  const parts = bookParts(
    { Blad1: '<row r="1"><c r="A1"><f>_xldudf_FINSAM_TOTAL(1,"state")</f><v>2</v></c></row>' },
    { names: '<definedName name="_xldudf_FINSAM_TOTAL" hidden="1">#NAME?</definedName>' },
  );
  const text = "<c:v>FINSAM.TOTAL(1) i en text</c:v>";
  const { bytes, warnings } = freeze(
    zip({
      ...parts,
      "xl/charts/chart1.xml": `<c:chart xmlns:c="c"><c:f>FINSAM.TOTAL(1,&quot;state&quot;)</c:f></c:chart>`,
      "xl/charts/chart2.xml": `<c:chart xmlns:c="c">${text}<c:f>"FINSAM.TOTAL(1)"</c:f></c:chart>`,
      "xl/drawings/drawing1.xml": '<a textlink="finsam.total(1)"/>',
    }),
  );
  expect(warnings).toEqual([
    { kind: "leftover", part: "xl/charts/chart1.xml" },
    { kind: "leftover", part: "xl/drawings/drawing1.xml" },
  ]);
  expect(partsOf(bytes)["xl/workbook.xml"]).not.toMatch(/definedName|FINSAM/);
});

test.each([
  ["SUM(_xlfn.SINGLE(_xldudf_FINSAM_SPLIT(_xlfn.ANCHORARRAY(C1))))", "=SUM(@FINSAM.SPLIT(C1#))"],
  ["_xlfn.SINGLE(A1:A9)+1", "=@A1:A9+1"],
  ["_xlfn.SINGLE(A1:A2*(B1+1))", "=@(A1:A2*(B1+1))"],
  ["_xlfn.SINGLE((A1))", "=@((A1))"],
])("a user reads %p as %p", (stored, shown) => {
  expect(userFormula(stored)).toBe(shown);
});

test("the copy does not ask for the add-in's pane", () => {
  const parts = bookParts({ Blad1: "" });
  const relationships = (content: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
  const office = "http://schemas.microsoft.com/office/2011/relationships";
  parts["_rels/.rels"] = parts["_rels/.rels"]!.replace(
    "</Relationships>",
    `<Relationship Id="rId9" Type="${office}/webextensiontaskpanes" Target="xl/webextensions/taskpanes.xml"/></Relationships>`,
  );
  parts["xl/webextensions/taskpanes.xml"] =
    '<wetp:taskpanes xmlns:wetp="http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11"><wetp:taskpane><wetp:webextensionref xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/></wetp:taskpane><wetp:taskpane><wetp:webextensionref xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId2"/></wetp:taskpane></wetp:taskpanes>';
  parts["xl/webextensions/_rels/taskpanes.xml.rels"] = relationships(
    `<Relationship Id="rId1" Type="${office}/webextension" Target="webextension1.xml"/><Relationship Id="rId2" Type="${office}/webextension" Target="webextension2.xml"/>`,
  );
  const extension = (id: string) =>
    `<we:webextension xmlns:we="u" id="{0}"><we:reference id="${id}"/></we:webextension>`;
  parts["xl/webextensions/webextension1.xml"] = extension(addInId.toUpperCase());
  parts["xl/webextensions/webextension2.xml"] = extension("another");
  const both = partsOf(freeze(zip(parts)).bytes);
  expect(both["xl/webextensions/webextension1.xml"]).toBeUndefined();
  expect(both["xl/webextensions/taskpanes.xml"]!.match(/<wetp:taskpane>/g)).toHaveLength(1);
  expect(both["xl/webextensions/webextension2.xml"]).toBeDefined();
  parts["xl/webextensions/webextension2.xml"] = extension(addInId);
  const none = partsOf(freeze(zip(parts)).bytes);
  expect(Object.keys(none).filter((name) => name.includes("webext"))).toEqual([]);
  expect(none["_rels/.rels"]).not.toContain("webext");
});

test("a workbook without formulas of ours comes back as the very same bytes", () => {
  const bytes = book({ Blad1: '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>' });
  expect(freeze(bytes)).toEqual({ bytes, replaced: [], warnings: [] });
});

test("any recalculated workbook frozen shows the same in every cell, and holds no formula of ours", () => {
  const engine = builtEngine();
  const formula = fc.constantFrom(
    'FINSAM.TOTAL(A1,"state")',
    '_xldudf_FINSAM_TOTAL(A2,"region")+1',
    "SUM(_xldudf_FINSAM_SPLIT(A1,,1))",
    "A1*2",
    'IF(A1&gt;3,"å&amp;ö",FALSE)',
    "FINSAM.SPLIT(A1)",
    "1/0",
  );
  fc.assert(
    fc.property(fc.array(formula, { minLength: 1, maxLength: 8 }), fc.nat(50), (formulas, amount) => {
      const rows = formulas.map((each, i) => `<row r="${i + 3}"><c r="B${i + 3}"><f>${each}</f></c></row>`);
      const bytes = book({
        "Års budget's": `<row r="1"><c r="A1"><v>${amount}</v></c></row><row r="2"><c r="A2"><v>3</v></c></row>${rows.join("")}`,
      });
      const calculated = recalculate(bytes, engine).bytes;
      expect(recalculate(calculated, engine).bytes).toBe(calculated);
      const copy = freeze(calculated).bytes;
      expect(valuesOf(copy)).toMatchObject(valuesOf(calculated));
      const left = readWorkbook(copy).sheets.flatMap((each) => [...each.formulas.values()].map(({ text }) => text));
      expect(left.filter((text) => text.includes("FINSAM"))).toEqual([]);
      expect(utf8(sheetOf(copy, 1))).not.toContain("FINSAM");
      expect(freeze(copy).bytes).toBe(copy);
    }),
    { numRuns: 50 },
  );
});
