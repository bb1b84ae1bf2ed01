/*
 * The order of sheets, which are shown, and what names mean: numbers that stand for sheets follow.
 */
import { addNames, arrangeWorkbook, type Arrangement } from "../../src/xlsx/arrange";
import { Package } from "../../src/xlsx/package";
import { readWorkbook } from "../../src/xlsx/workbook";
import { bookParts, zip, type Parts } from "./books";

const part = "xl/workbook.xml";

function arranged(arrangement: Arrangement, change = (parts: Parts) => parts) {
  const bytes = zip(
    change(
      bookParts(
        { Ett: "", Två: "", Tre: "" },
        {
          workbookPr: '<bookViews><workbookView activeTab="2" firstSheet="1"/></bookViews>',
          names:
            '<definedName name="a" localSheetId="2">Tre!$A$1</definedName><definedName name="a">Ett!$A$1</definedName><definedName name="_xlnm.Print_Area" localSheetId="1">Två!$A$1:$B$2</definedName>',
        },
      ),
    ),
  );
  const contents = new Package(bytes);
  arrangeWorkbook(contents, part, arrangement);
  const workbook = readWorkbook(contents.bytes(bytes));
  return { workbook, text: contents.text(part).text };
}

test("another order takes names of single sheets and what was last looked at along", () => {
  const { workbook, text } = arranged({ order: [2, 0, 1] });
  expect(workbook.sheets.map(({ name }) => name)).toEqual(["Tre", "Ett", "Två"]);
  expect(workbook.names.map(({ name, sheet }) => [name, sheet])).toEqual([
    ["a", 0],
    ["a", undefined],
    ["_xlnm.Print_Area", 2],
  ]);
  expect(text).toContain('<workbookView activeTab="0" firstSheet="2"/>');
});

test("sheets are hidden and shown", () => {
  const { workbook } = arranged({ isVisible: new Map([[1, false]]) });
  expect(workbook.sheets.map(({ isHidden }) => isHidden)).toEqual([false, true, false]);
  const hidden = (parts: Parts) => ({
    ...parts,
    [part]: parts[part]!.replace('name="Två"', 'name="Två" state="veryHidden"'),
  });
  expect(arranged({ isVisible: new Map([[1, true]]) }, hidden).workbook.sheets[1]!.isHidden).toBe(false);
});

test("names mean something else, go, and come; those of one sheet stay", () => {
  const names = new Map([
    ["a", "Två!$B$2"],
    ["ny", "'Ett'!$C$3"],
  ]);
  expect(arranged({ names }).workbook.names.map(({ name, formula }) => [name, formula])).toEqual([
    ["a", "Tre!$A$1"],
    ["a", "Två!$B$2"],
    ["_xlnm.Print_Area", "Två!$A$1:$B$2"],
    ["ny", "'Ett'!$C$3"],
  ]);
  const gone = arranged({ names: new Map([["A", undefined]]) }).workbook.names;
  expect(gone.map(({ name, sheet }) => [name, sheet])).toEqual([
    ["a", 2],
    ["_xlnm.Print_Area", 1],
  ]);
});

test("nothing is written where nothing is asked for", () => {
  const { text } = arranged({ order: [0, 1, 2], isVisible: new Map(), names: new Map() });
  expect(text).toBe(arranged({}).text);
});

test.each([
  ["where there are none", ""],
  ["where their list is empty", "<definedNames/>"],
])("names are added %s", (_, list) => {
  const parts = bookParts({ "A & B": "" });
  parts[part] = parts[part]!.replace("</sheets>", `</sheets>${list}`);
  const bytes = zip(parts);
  const contents = new Package(bytes);
  addNames(contents, part, [{ name: "n", formula: "'A & B'!$A$1", sheet: 0, isHidden: true }]);
  expect(readWorkbook(contents.bytes(bytes)).names).toEqual([{ name: "n", formula: "'A & B'!$A$1", sheet: 0 }]);
});
