/*
 * Sheets of one workbook taken over into another: whatever the other's way of writing, with all that they refer to.
 */
import ExcelJS from "exceljs";
import { XMLValidator } from "fast-xml-parser";
import * as XLSX from "xlsx";
import { graftSheets } from "../../src/xlsx/graft";
import { recalculate } from "../../src/xlsx/recalculate";
import { plainValue } from "../../src/xlsx/values";
import { readWorkbook } from "../../src/xlsx/workbook";
import { bookParts, builtEngine, changedParts, partsOf, zip, type Parts } from "./books";
import { write, writeScenarios } from "./write/written";

const engine = builtEngine();
const scenarios = writeScenarios().filter(({ language }) => language === "sv");
const withTable = scenarios.find(({ sheet }) => sheet.tables.length > 0)!;
const two = write([scenarios[0]!, withTable].map(({ sheet, evaluated }) => ({ sheet, evaluated })));

const own =
  '<row r="1"><c r="A1"><v>1</v></c><c r="B1" cm="1"><f t="array" ref="B1">FINSAM.TOTAL(A1,"state")</f><v>2</v></c></row>';

function graft(target: Uint8Array, written = two) {
  const workbook = readWorkbook(target);
  const added = graftSheets(workbook, written);
  return { bytes: workbook.package.bytes(target), added };
}

const plain = () => bookParts({ Budget: own });
const everywhere = (parts: Parts, change: (text: string) => string) =>
  Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, change(text)]));

const targets: Readonly<Record<string, () => Uint8Array>> = {
  "without styles or texts of its own": () => zip(plain()),
  "of the strict edition": () =>
    zip(
      everywhere(plain(), (text) =>
        text
          .replaceAll(
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://purl.oclc.org/ooxml/spreadsheetml/main",
          )
          .replaceAll(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
          ),
      ),
    ),
  "with prefixes": () => {
    const parts = plain();
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"]!.replace("xmlns=", "xmlns:x=").replace(
      /<(\/?)(workbook|sheets|sheet)(?=[\s>/])/g,
      "<$1x:$2",
    );
    return zip(parts);
  },
  "with marks of other cells": () => {
    const parts = plain();
    parts["xl/metadata.xml"] = parts["xl/metadata.xml"]!.replace(
      '<cellMetadata count="1">',
      '<cellMetadata count="2"><bk><rc t="1" v="1"/></bk>',
    )
      .replace('count="1"><bk>', 'count="2"><bk>')
      .replace("</futureMetadata>", "<bk><extLst/></bk></futureMetadata>");
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"]!.replace('cm="1"', 'cm="2"');
    return zip(parts);
  },
  "that is such a workbook itself": () => withTable.file,
};

describe.each(Object.entries(targets))("a workbook %s", (_, make) => {
  const target = make();
  const { bytes, added } = graft(target);
  const parts = partsOf(bytes);

  test("has the sheets, with the values and formulas that they had", () => {
    const { sheets } = readWorkbook(bytes);
    const before = readWorkbook(target).sheets;
    const written = readWorkbook(two).sheets;
    expect(sheets.map(({ part }) => part).slice(before.length)).toEqual(added);
    written.forEach((sheet, index) => {
      const taken = sheets[before.length + index]!;
      expect(taken.name).toBe(sheet.name);
      const values = (of: typeof sheet) => [...of.values].map(([key, value]) => [key, plainValue(value)]);
      expect(values(taken)).toEqual(values(sheet));
      expect([...taken.formulas]).toEqual([...sheet.formulas]);
    });
    expect(recalculate(bytes, engine).report.differences.filter(({ cell }) => !cell.startsWith("Budget"))).toEqual([]);
  });

  test("has its own parts as they were, but for the lists that the new ones stand in", () => {
    const changed = changedParts(target, bytes).filter((name) => partsOf(target)[name] !== undefined);
    const lists = [
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
      "xl/metadata.xml",
      "xl/styles.xml",
      "xl/workbook.xml",
    ];
    expect(lists).toEqual(expect.arrayContaining(changed));
  });

  test("is well-formed, names every part, and no number twice", () => {
    for (const [name, text] of Object.entries(parts)) {
      if (/\.(xml|rels)$/.test(name))
        expect({ name, valid: XMLValidator.validate(text) }).toEqual({ name, valid: true });
    }
    const types = parts["[Content_Types].xml"]!;
    for (const name of Object.keys(parts).filter((each) => /(sheet|chart|drawing|table)\d+\.xml$/.test(each))) {
      expect(types.split(`PartName="/${name}"`)).toHaveLength(2);
    }
    const tables = Object.entries(parts).filter(([name]) => /tables\//.test(name));
    const ids = tables.map(([, text]) => /<table [^>]*\bid="(\d+)"/.exec(text)![1]);
    const names = tables.map(([, text]) => /displayName="([^"]*)"/.exec(text)![1]!.toLowerCase());
    expect([new Set(ids).size, new Set(names).size]).toEqual([tables.length, tables.length]);
    const charts = Object.keys(parts).filter((name) => /charts\/chart\d+\.xml$/.test(name));
    expect(charts.length).toBe(
      (target === withTable.file ? withTable.sheet.charts.length : 0) +
        scenarios[0]!.sheet.charts.length +
        withTable.sheet.charts.length,
    );
  });

  test("has cells that look as they did", () => {
    const look = (of: Uint8Array, sheet: number, address: string) => {
      const read = XLSX.read(of, { type: "array", cellStyles: true, cellNF: true });
      const cell = read.Sheets[read.SheetNames.at(sheet)!]![address] as {
        z?: string;
        s?: { fgColor?: { rgb?: string } };
      };
      return [cell.z, cell.s?.fgColor?.rgb];
    };
    for (const address of ["A4", "C6", "C7", "D20"]) expect(look(bytes, -2, address)).toEqual(look(two, 0, address));
  });
});

test("is read by exceljs, with names of the sheets' own", async () => {
  const { bytes } = graft(targets["without styles or texts of its own"]!());
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  expect(workbook.worksheets.map(({ name }) => name)).toEqual([
    "Budget",
    scenarios[0]!.sheet.name,
    withTable.sheet.name,
  ]);
  const { names } = readWorkbook(bytes);
  expect(
    names
      .filter(({ name }) => name === "FINSAM_control")
      .map(({ sheet }) => sheet)
      .sort(),
  ).toEqual([1, 2]);
  expect(workbook.worksheets[1]!.getCell("C7").numFmt).toBe("0.0 %");
});
