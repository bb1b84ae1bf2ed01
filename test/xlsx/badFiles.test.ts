/*
 * Files that are broken, hostile, or no workbook: refused with a reason, quickly, and without unpacking more than
 * they may.
 */
import { strToU8, zipSync } from "fflate";
import { fileSentence } from "../../src/i18n/xlsx";
import { freezeWorkbook } from "../../src/xlsx/freeze";
import { recalculate } from "../../src/xlsx/recalculate";
import { book, bookParts, builtEngine, problemOf, zip } from "./books";

const engine = builtEngine();
const refused = (bytes: Uint8Array) => problemOf(() => recalculate(bytes, engine));
const good = book({ Blad1: '<row r="1"><c r="A1"><f>FINSAM.TOTAL(1,"state")</f><v>0</v></c></row>' });
const sheet = (change: (text: string) => string) => {
  const parts = bookParts({ Blad1: '<row r="1"><c r="A1"><v>1</v></c></row>' });
  return zip({ ...parts, "xl/worksheets/sheet1.xml": change(parts["xl/worksheets/sheet1.xml"]!) });
};
const wide = (text: string) => [...text].flatMap((letter) => [letter.charCodeAt(0), 0]);
const compound = (name: string) => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...wide(name)]);
const typed = (type: string) => {
  const parts = bookParts({ Blad1: "" });
  const types = parts["[Content_Types].xml"]!.replace(/application\/vnd[^"]*sheet\.main\+xml/, type);
  return zip({ ...parts, "[Content_Types].xml": types });
};

test.each<[string, Uint8Array, object]>([
  ["nothing", new Uint8Array(), { kind: "empty" }],
  ["an encrypted workbook", compound("EncryptedPackage"), { kind: "password" }],
  ["an .xls file", compound("Workbook"), { kind: "format", format: "xls" }],
  ["an .xlsb file", typed("application/vnd.ms-excel.sheet.binary.macroEnabled.main"), { format: "xlsb" }],
  [
    "a Word document",
    typed("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"),
    { format: "document" },
  ],
  [
    "an .ods file",
    zip({ mimetype: "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>" }),
    { format: "ods" },
  ],
  ["a text file", strToU8("Kommun;Belopp\nHabo;7\n"), { format: "csv" }],
  ["a web page that calls itself .xls", strToU8("<html><table></table></html>"), { format: "html" }],
  ["another archive", zip({ "a.txt": "a" }), { format: "unknown" }],
  ["something else", Uint8Array.from([1, 2, 3]), { format: "unknown" }],
  ["a truncated archive", good.slice(0, good.length - 100), { kind: "archive" }],
  [
    "an archive with a damaged part",
    good.map((byte, at) => (at > 60 && at < 90 ? byte ^ 0xff : byte)),
    { kind: "archive" },
  ],
  ["a way out of the folder", zip({ ...bookParts({ Blad1: "" }), "../evil.xml": "<a/>" }), { kind: "archive" }],
  ["one name twice", zip({ ...bookParts({ Blad1: "" }), "XL/WORKBOOK.XML": "<a/>" }), { kind: "archive" }],
  [
    "XML that does not end",
    sheet((text) => text.slice(0, -20)),
    { kind: "brokenPart", part: "xl/worksheets/sheet1.xml" },
  ],
  ["XML with an unknown entity", sheet((text) => text.replace("<v>1", "<v>&x;")), { kind: "brokenPart" }],
  [
    "an external entity",
    sheet((text) => text.replace("<worksheet", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet')),
    { kind: "declaration", part: "xl/worksheets/sheet1.xml" },
  ],
  ["another encoding", sheet((text) => text.replace('"UTF-8"', '"UTF-16"')), { kind: "encoding" }],
  ["an address beyond the sheet", sheet((text) => text.replace('"A1"', '"XFE1"')), { kind: "brokenPart" }],
  [
    "a missing sheet",
    zip(Object.fromEntries(Object.entries(bookParts({ Blad1: "" })).filter(([name]) => !name.includes("sheet1")))),
    { kind: "missingPart" },
  ],
])("%s", (_, bytes, expected) => {
  const problem = refused(bytes);
  expect(problem).toMatchObject(expected);
  for (const language of ["sv", "en"] as const) expect(fileSentence(problem!, language)).toMatch(/^[A-ZÅÄÖ].{20,}\.$/);
});

test("an archive that says it is small and is not", () => {
  const bytes = zipSync({
    "_rels/.rels": new Uint8Array(50_000_000),
    "[Content_Types].xml": new Uint8Array(1),
  }).slice();
  const view = new DataView(bytes.buffer);
  // The size in the directory, which the limit is held against.
  const directory = view.getUint32(bytes.length - 6, true);
  view.setUint32(directory + 24, 10, true);
  expect(refused(bytes)).toEqual({ kind: "archive" });
});

test("an archive that unpacks to more than 200 MB is not unpacked", () => {
  const bytes = zipSync({ "[Content_Types].xml": new Uint8Array(210_000_000) }, { level: 1 });
  // Whoever unpacked it would find what cannot be unpacked.
  bytes.fill(255, 100, 1000);
  expect(refused(bytes)).toEqual({ kind: "tooLarge", megabytes: 200 });
});

test("more than a million cells", () => {
  const rows = Array.from({ length: 1001 }, (_, r) => `<row r="${r + 1}">${"<c><v>1</v></c>".repeat(1000)}</row>`);
  expect(refused(book({ Blad1: rows.join("") }))).toEqual({ kind: "tooManyCells", most: 1_000_000 });
}, 60_000);

test("millions of cells that hold nothing are not read to their end", () => {
  const rows = Array.from({ length: 1200 }, (_, r) => `<row r="${r + 1}">${"<c/>".repeat(12_000)}</row>`);
  const bytes = book({ Blad1: rows.join("") });
  const problem = refused(bytes);
  expect(problem).toEqual({ kind: "tooManyBlank", most: 4_000_000 });
  expect(fileSentence(problem!, "sv")).toMatch(/^Arbetsboken har fler än 4\u00a0000\u00a0000 tomma celler/);
}, 60_000);

test.each([
  [
    "a row that comes after a later one",
    '<row r="3"><c r="A3"><v>1</v></c></row><row r="1"><c r="A1"><f>FINSAM.TOTAL(1,"state")</f><v>0</v></c></row>',
  ],
  [
    "a row twice",
    '<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="B1"><f>FINSAM.TOTAL(1,"state")</f><v>0</v></c></row>',
  ],
  [
    "a cell that comes after a later one",
    '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><f>FINSAM.TOTAL(1,"state")</f><v>0</v></c></row>',
  ],
  ["a cell in another's row", '<row r="1"><c r="A2"><f>FINSAM.TOTAL(1,"state")</f><v>0</v></c></row>'],
  ["a row beyond the sheet", '<row r="1048577"><c><v>1</v></c></row>'],
  ["a row of no number", '<row r="x"><c><v>1</v></c></row>'],
  ["more cells than a row has", `<row r="1">${"<c><v>1</v></c>".repeat(16_385)}</row>`],
])("%s is written nowhere", (_, rows) => {
  expect(refused(book({ Blad1: rows }))).toMatchObject({ kind: "brokenPart", part: "xl/worksheets/sheet1.xml" });
});

test("an array formula that says that it fills the whole sheet", () => {
  const bytes = book({
    Blad1: '<row r="1"><c r="A1"><f t="array" ref="A1:XFD1048576">FINSAM.SPLIT(1)</f><v>0</v></c></row>',
  });
  expect(refused(bytes)).toMatchObject({ kind: "tooManyCells" });
});

test.each([
  ["each say that they fill nearly all that may be filled", 't="array" ref="A1:CV9999"', "FINSAM.SPLIT(1)"],
  ["each fill it when they are calculated", 't="array" ref="@1" cm', "_xlfn.SEQUENCE(FINSAM.TOTAL(500,&quot;state&quot;),1000)"], // prettier-ignore
])("two hundred formulas that %s", (_, attributes, formula) => {
  const [isDynamic, kind] = [attributes.endsWith(" cm"), attributes.replace(/ cm$/, "")];
  const cells = Array.from({ length: 200 }, (__, index) => {
    const address = `A${index * 2000 + 1}`;
    return `<row r="${index * 2000 + 1}"><c r="${address}"${isDynamic ? ' cm="1"' : ""}><f ${kind.replace("@1", address)}>${formula}</f><v>0</v></c></row>`;
  });
  expect(refused(book({ Blad1: cells.join("") }))).toMatchObject({ kind: "tooManyCells" });
});

test.each([
  ["a sequence larger than memory", "_xlfn.SEQUENCE(FINSAM.TOTAL(500000,&quot;state&quot;),16384)"],
  ["a row and a column taken together", "SUM(A1:A20000*B1:XFC1)*FINSAM.TOTAL(1,&quot;state&quot;)"],
])("%s is left to Excel", (_, formula) => {
  const rows = `<row r="1"><c r="A1"><v>1</v></c></row><row r="30000"><c r="A30000" cm="1"><f t="array" ref="A30000">${formula}</f><v>7</v></c></row>`;
  const { report } = recalculate(book({ Blad1: rows }), engine);
  expect(report.kept).toMatchObject([{ problem: { kind: "doubt", doubt: "large" } }]);
});

test.each([
  ["our functions", (n: number) => "FINSAM.TOTAL(".repeat(n) + "1" + ',"state")'.repeat(n)],
  ["parentheses", (n: number) => `FINSAM.TOTAL(${"(".repeat(n)}1${")".repeat(n)},"state")`],
])("%s nested a thousand deep, and a hundred thousand", (_, formula) => {
  for (const levels of [1000, 100_000]) {
    const bytes = book({ Blad1: `<row r="1"><c r="A1"><f>${formula(levels)}</f><v>0</v></c></row>` });
    expect(refused(bytes)).toMatchObject({ kind: "nesting", cell: "Blad1!A1", most: 256 });
    const options = { language: "sv", date: "2026-01-01", version: "1", catalogue: { functions: [] } } as const;
    expect(problemOf(() => freezeWorkbook(bytes, options))).toMatchObject({ kind: "nesting" });
  }
});

test("names that lead back to themselves", () => {
  const bytes = book(
    { Blad1: '<row r="1"><c r="A1"><f>FINSAM.TOTAL(a,"state")</f><v>5</v></c></row>' },
    { names: '<definedName name="a">b</definedName><definedName name="b">a</definedName>' },
  );
  expect(recalculate(bytes, engine).report.kept[0]!.problem.kind).toBe("unknownName");
});
