/*
 * A copy of a sheet: what it has of its own, what it shares, and what does not come along.
 */
import { copySheets } from "../../src/xlsx/copySheet";
import { readWorkbook } from "../../src/xlsx/workbook";
import { bookParts, changedParts, partsOf, zip } from "./books";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relationships = (...all: [id: string, type: string, target: string, more?: string][]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
    .map(
      ([id, type, target, more = ""]) =>
        `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"${more}/>`,
    )
    .join("")}</Relationships>`;

function original(): Uint8Array {
  const parts = bookParts(
    {
      "Års budget": {
        rows: '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c><c r="B2"><f>SUM(Tabell1[x])+Tabell1[[#This Row],[x]]&amp;"Tabell1[x]"</f><v>4</v></c></row>',
        after:
          '<conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>A1&gt;1</formula></cfRule></conditionalFormatting>' +
          '<hyperlinks><hyperlink ref="A1" r:id="rId4"/></hyperlinks><pageSetup r:id="rId5" orientation="landscape"/>' +
          '<drawing r:id="rId1"/><legacyDrawing r:id="rId3"/><tableParts count="1"><tablePart r:id="rId2"/></tableParts>',
      },
      Annat: '<row r="1"><c r="A1"><f>\'Års budget\'!A1</f><v>1</v></c></row>',
    },
    {
      names: `<definedName name="_xlnm.Print_Area" localSheetId="0">'Års budget'!$A$1:$B$2</definedName><definedName name="sats">'Års budget'!$A$1</definedName>`,
    },
  );
  return zip({
    ...parts,
    "xl/worksheets/_rels/sheet1.xml.rels": relationships(
      ["rId1", "drawing", "../drawings/drawing1.xml"],
      ["rId2", "table", "/xl/tables/table1.xml"],
      ["rId3", "vmlDrawing", "../drawings/vmlDrawing1.vml"],
      ["rId4", "hyperlink", "https://example.org/a?b=1&amp;c=2", ' TargetMode="External"'],
      ["rId5", "printerSettings", "../printerSettings/printerSettings1.bin"],
    ),
    "xl/drawings/drawing1.xml":
      '<wsDr xmlns="d"><sp textlink="\'Års budget\'!$A$1"/><graphic id="rId1"/><pic id="rId2"/></wsDr>',
    "xl/drawings/_rels/drawing1.xml.rels": relationships(
      ["rId1", "chart", "../charts/chart1.xml"],
      ["rId2", "image", "../media/image1.png"],
    ),
    "xl/drawings/vmlDrawing1.vml": "<xml/>",
    "xl/printerSettings/printerSettings1.bin": "x",
    "xl/media/image1.png": "x",
    "xl/charts/chart1.xml": "<c:chart xmlns:c=\"c\"><c:f>'Års budget'!$A$1:$A$2</c:f><c:f>Annat!$A$1</c:f></c:chart>",
    "xl/tables/table1.xml": `<table xmlns="${main}" id="1" name="Tabell1" displayName="Tabell1" ref="A1:A2"><tableColumns count="1"><tableColumn id="1" name="x"><calculatedColumnFormula>Tabell1[[#This Row],[x]]*2</calculatedColumnFormula></tableColumn></tableColumns></table>`,
    "[Content_Types].xml": parts["[Content_Types].xml"]!.replace(
      "</Types>",
      '<Override PartName="/xl/charts/chart1.xml" ContentType="chart"/><Override PartName="/xl/tables/table1.xml" ContentType="table"/><Override PartName="/xl/drawings/drawing1.xml" ContentType="drawing"/></Types>',
    ),
  });
}

const bytes = original();
const workbook = readWorkbook(bytes);
copySheets(workbook, [{ copyOf: 0, name: "Bo's år" }], 2);
const copy = workbook.package.bytes(bytes);
const parts = partsOf(copy);
const utf8 = (text: string) => Buffer.from(text, "latin1").toString("utf8");
const sheet = utf8(parts["xl/worksheets/sheet3.xml"]!);

test("adds parts and changes none but the lists of what there is", () => {
  expect(changedParts(bytes, copy)).toEqual([
    "[Content_Types].xml",
    "xl/_rels/workbook.xml.rels",
    "xl/charts/chart2.xml",
    "xl/drawings/_rels/drawing2.xml.rels",
    "xl/drawings/drawing2.xml",
    "xl/tables/table2.xml",
    "xl/workbook.xml",
    "xl/worksheets/_rels/sheet3.xml.rels",
    "xl/worksheets/sheet3.xml",
  ]);
  for (const part of ["charts/chart2.xml", "tables/table2.xml", "drawings/drawing2.xml"]) {
    expect(parts["[Content_Types].xml"]).toContain(`PartName="/xl/${part}"`);
  }
  expect(readWorkbook(copy).sheets.map(({ name }) => name)).toEqual(["Års budget", "Annat", "Bo's år"]);
});

test("has a table of its own, to which its formulas refer", () => {
  expect(readWorkbook(copy).tables.map(({ name, sheet: number }) => [name, number])).toEqual([
    ["Tabell1", 0],
    ["Tabell1_2", 2],
  ]);
  expect(parts["xl/tables/table2.xml"]).toMatch(/<table [^>]*id="2"[^>]*>.*Tabell1_2\[\[#This Row\],\[x\]\]\*2/);
  expect(sheet).toContain("SUM(Tabell1_2[x])+Tabell1_2[[#This Row],[x]]&amp;&quot;Tabell1[x]&quot;");
});

test("has a chart about its own cells, and shares the picture", () => {
  expect(utf8(parts["xl/charts/chart2.xml"]!)).toContain("<c:f>'Bo''s år'!$A$1:$A$2</c:f><c:f>Annat!$A$1</c:f>");
  expect(utf8(parts["xl/drawings/drawing2.xml"]!)).toContain("textlink=\"'Bo''s år'!$A$1\"");
  expect(parts["xl/drawings/_rels/drawing2.xml.rels"]).toMatch(/charts\/chart2\.xml.*media\/image1\.png/);
});

test("keeps rules, links and how it is printed; what does not come along leaves no loose end", () => {
  expect(sheet).toContain('<cfRule type="expression" priority="1"><formula>A1&gt;1</formula></cfRule>');
  expect(sheet).toContain('<pageSetup orientation="landscape"/><drawing r:id="rId1"/><tableParts');
  const list = parts["xl/worksheets/_rels/sheet3.xml.rels"]!;
  expect(list).toContain('Target="https://example.org/a?b=1&amp;c=2" TargetMode="External"');
  expect(list).not.toMatch(/vml|printer/);
  expect(readWorkbook(copy).names).toEqual([
    { name: "_xlnm.Print_Area", formula: "'Års budget'!$A$1:$B$2", sheet: 0 },
    { name: "sats", formula: "'Års budget'!$A$1" },
    { name: "_xlnm.Print_Area", formula: "'Bo''s år'!$A$1:$B$2", sheet: 2 },
  ]);
});
