/*
 * Widths, heights, what is hidden and what stays in view: each in its place in the sheet's part, the rest as it was.
 */
import { Package } from "../../src/xlsx/package";
import { layOutSheet, type SheetLayout } from "../../src/xlsx/sheetLayout";
import { bookParts, problemOf, zip } from "./books";

const part = "xl/worksheets/sheet1.xml";

/** What stands in the sheet's element afterwards. */
function laidOut(inside: string, layout: SheetLayout, prefix = ""): string {
  const parts = bookParts({ Blad1: "" });
  const declared = prefix === "" ? "xmlns" : `xmlns:${prefix.slice(0, -1)}`;
  const root = `<${prefix}worksheet ${declared}="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`;
  parts[part] = `${root}${inside}</${prefix}worksheet>`;
  const contents = new Package(zip(parts));
  layOutSheet(contents, part, layout);
  return contents.text(part).text.slice(root.length, -`</${prefix}worksheet>`.length);
}

const size = (pixels: number | undefined, isHidden = false) => ({ size: pixels, isHidden });

test.each<[string, string, SheetLayout, string]>([
  [
    "columns where there were none",
    "<sheetFormatPr/><sheetData/>",
    {
      columns: new Map([
        [1, size(140)],
        [2, size(140)],
        [4, size(70, true)],
      ]),
    },
    '<sheetFormatPr/><cols><col width="20" customWidth="1" min="2" max="3"/><col width="10" customWidth="1" hidden="1" min="5" max="5"/></cols><sheetData/>',
  ],
  [
    "a column within a range of columns",
    '<cols><col min="1" max="5" width="9" style="3"/></cols><sheetData/>',
    { columns: new Map([[2, size(undefined, true)]]) },
    '<cols><col min="1" max="2" width="9" style="3"/><col min="3" max="3" width="9.140625" style="3" hidden="1"/><col min="4" max="5" width="9" style="3"/></cols><sheetData/>',
  ],
  [
    "rows, those that are there and others",
    '<sheetData><row r="2" s="1" customFormat="1"><c r="A2"><v>1</v></c></row><row r="5" ht="30" customHeight="1" hidden="1"/></sheetData>',
    {
      rows: new Map([
        [0, size(40)],
        [1, size(20)],
        [4, size(undefined)],
        [6, size(undefined, true)],
      ]),
    },
    '<sheetData><row r="1" ht="30" customHeight="1"/><row r="2" s="1" customFormat="1" ht="15" customHeight="1"><c r="A2"><v>1</v></c></row><row r="5"/><row r="7" hidden="1"/></sheetData>',
  ],
  [
    "rows of an empty sheet",
    "<sheetData/>",
    { rows: new Map([[2, size(28)]]) },
    '<sheetData><row r="3" ht="21" customHeight="1"/></sheetData>',
  ],
  [
    "what is frozen, where there is no view",
    "<sheetData/>",
    { frozen: { rows: 2, columns: 1 }, hasGridLines: false },
    '<sheetViews><sheetView workbookViewId="0" showGridLines="0"><pane xSplit="1" ySplit="2" topLeftCell="B3" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><sheetData/>',
  ],
  [
    "what is frozen no more",
    '<sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView></sheetViews><sheetData/>',
    { frozen: { rows: 0, columns: 0 }, hasGridLines: true },
    '<sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetData/>',
  ],
  [
    "merged cells, between what comes before and after them",
    "<sheetData/><autoFilter/><conditionalFormatting/><pageMargins/>",
    { merges: [{ top: 0, left: 0, bottom: 1, right: 2 }] },
    '<sheetData/><autoFilter/><mergeCells count="1"><mergeCell ref="A1:C2"/></mergeCells><conditionalFormatting/><pageMargins/>',
  ],
  [
    "merged cells no more",
    '<sheetData/><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>',
    { merges: [] },
    "<sheetData/>",
  ],
  [
    "a tab's colour beside other properties",
    '<sheetPr codeName="x"><pageSetUpPr fitToPage="1"/></sheetPr><sheetData/>',
    { tabColour: "#1d5c4d" },
    '<sheetPr codeName="x"><tabColor rgb="FF1D5C4D"/><pageSetUpPr fitToPage="1"/></sheetPr><sheetData/>',
  ],
  [
    "a tab's colour no more",
    '<sheetPr><tabColor theme="3"/></sheetPr><sheetData/>',
    { tabColour: null },
    "<sheetPr></sheetPr><sheetData/>",
  ],
  [
    "nothing where nothing is asked for",
    '<sheetData ><row  r="1"/></sheetData>',
    {},
    '<sheetData ><row  r="1"/></sheetData>',
  ],
])("%s", (_, inside, layout, expected) => {
  expect(laidOut(inside, layout)).toBe(expected);
});

test("a part with prefixes keeps them", () => {
  const layout = {
    columns: new Map([[0, size(70)]]),
    rows: new Map([[0, size(20)]]),
    merges: [],
    tabColour: "#FF0000",
  };
  expect(laidOut("<x:sheetData/>", layout, "x:")).toBe(
    '<x:sheetPr><x:tabColor rgb="FFFF0000"/></x:sheetPr><x:cols><x:col width="10" customWidth="1" min="1" max="1"/></x:cols><x:sheetData><x:row r="1" ht="15" customHeight="1"/></x:sheetData>',
  );
});

test("rows that are out of order are refused, as one of them would be written twice", () => {
  const rows = '<sheetData><row r="5"/><row r="3"/></sheetData>';
  expect(problemOf(() => laidOut(rows, { rows: new Map([[2, size(40)]]) }))).toEqual({ kind: "brokenPart", part });
});
