/*
 * Every scenario as a written workbook: its parts, its formulas and their results against the engine's, and what
 * other programs read in it.
 */
import ExcelJS from "exceljs";
import { XMLValidator } from "fast-xml-parser";
import { readFileSync } from "node:fs";
import path from "node:path";
import * as web from "wasm-xlsxwriter/web";
import XLSX from "xlsx";
import { toAddress, toZone, zoneAt, addressesIn } from "../../../src/scenarios/zone";
import { layOut } from "../../../src/scenarios/layout";
import { calculation, check, formula, input, range, row, type SheetPlan } from "../../../src/scenarios/plan";
import { toStored } from "../../../src/xlsx/write/storedFormula";
import { writeWorkbook } from "../../../src/xlsx/write/workbook";
import { cellsOf, partsOf, write, writeScenarios } from "./written";

const written = writeScenarios().map((each) => ({ ...each, parts: partsOf(each.file) }));

describe.each(written)("$id in $language", ({ sheet, evaluated, file, parts }) => {
  const cells = cellsOf(parts);
  const quoted = sheet.name.replaceAll("'", "''");
  const formulas = sheet.cells.filter(({ isFormula }) => isFormula);

  test("has parts that are well-formed, and none of the marks that were to be taken away", () => {
    for (const [name, part] of Object.entries(parts)) {
      expect({ name, valid: XMLValidator.validate(part) }).toEqual({ name, valid: true });
      expect(part).not.toMatch(/[\uE000-\uF8FF]/);
    }
  });

  test("has every formula as Excel stores it, those that can spill marked as such, with what they fill", () => {
    const expected = formulas.map(({ address, content, row, column }) => {
      const { text, dynamic } = toStored(String(content));
      const ref = toAddress(zoneAt(row, column, evaluated.spills.get(address)));
      return { address, formula: text, dynamic, ...(dynamic && { ref }) };
    });
    const stored = [...cells].flatMap(([address, { formula, dynamic, ref }]) =>
      formula === undefined ? [] : [{ address, formula, dynamic, ...(ref !== undefined && { ref }) }],
    );
    expect(stored).toEqual(expect.arrayContaining(expected));
    expect(stored).toHaveLength(expected.length);
  });

  test("has the engine's value in every cell, in those that a formula fills too", () => {
    const values = evaluated.cells.filter(({ value }) => value !== null);
    expect([...cells].map(([address, { value }]) => ({ address, value }))).toEqual(
      values.map(({ address, value }) => ({ address, value })),
    );
  });

  test("keeps its values when it is opened: nothing asks for them to be computed", () => {
    expect(parts["xl/workbook.xml"]).toContain('<calcPr calcId="191029"/>');
    expect(JSON.stringify(parts)).not.toContain("fullCalcOnLoad");
  });

  test("explains what a dynamic array is, where it has any", () => {
    const any = formulas.some(({ content }) => toStored(String(content)).dynamic);
    expect(parts["xl/metadata.xml"]?.includes('fDynamic="1"') ?? false).toBe(any);
    expect(parts["[Content_Types].xml"]!.includes("/xl/metadata.xml")).toBe(any);
  });

  test("has native charts of cells, with the values that they show", () => {
    const charts = Object.keys(parts).filter((name) => name.startsWith("xl/charts/"));
    expect(charts).toHaveLength(sheet.charts.length);
    const pattern = /<c:(cat|val)><c:(num|str)Ref><c:f>'?([^<]*?)'?!([^<]*)<\/c:f>(.*?)Ref>/gs;
    const refs = charts.flatMap((name) => [...parts[name]!.matchAll(pattern)].map(([, ...found]) => found));
    const ranges = sheet.charts.flatMap(({ categories, series }) =>
      series.flatMap(({ values }) => [categories, values]),
    );
    expect(refs.map(([, , name]) => name)).toEqual(refs.map(() => quoted));
    expect(refs.map(([, , , ref]) => ref!.replaceAll("$", "")).sort()).toEqual(ranges.sort());
    for (const [use, kind, , ref, cache] of refs) {
      const values = addressesIn(toZone(ref!.replaceAll("$", ""))).map((address) => evaluated.value(address));
      const shown = [...cache!.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, value]) => value!.replaceAll("&amp;", "&"));
      // A text among values is a gap; Excel refuses a chart of texts.
      if (use === "val") expect(kind).toBe("num");
      expect(shown).toEqual(values.filter((value) => use === "cat" || typeof value === "number").map(String));
    }
  });

  test("fits one landscape A4 and keeps its title in view", () => {
    const xml = parts["xl/worksheets/sheet1.xml"]!;
    expect(xml).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(xml).toMatch(/<pageSetup paperSize="9" orientation="landscape"/);
    expect(xml).toContain(`<pane ySplit="${sheet.frozenRows}"`);
  });

  test("has names of the sheet's own, and tables with the sheet's headings", () => {
    const name = (each: { name: string; range: string }) =>
      `<definedName name="${each.name}" localSheetId="0">'${quoted}'!${each.range.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2")}<`;
    for (const each of sheet.definedNames) expect(parts["xl/workbook.xml"]).toContain(name(each));
    const tables = Object.keys(parts).filter((part) => part.startsWith("xl/tables/"));
    expect(tables).toHaveLength(sheet.tables.length);
    sheet.tables.forEach((table, index) => {
      const xml = parts[tables[index]!]!;
      const { top, left, right } = toZone(table.range);
      const headings = addressesIn({ top, left, bottom: top, right }).map((address) => cells.get(address)!.value);
      expect(xml).toContain(`displayName="${table.name}" ref="${table.range}"`);
      expect([...xml.matchAll(/<tableColumn [^>]*name="([^"]*)"/g)].map(([, heading]) => heading)).toEqual(headings);
    });
  });

  test("has a chart's axis in per cent where its values are", () => {
    sheet.charts.forEach(({ title, series }) => {
      const xml = Object.values(parts).find((part) => part.includes(`<a:t>${title}</a:t>`))!;
      const format = sheet.cells.find(({ address }) => series[0]!.values.startsWith(`${address}:`))?.format ?? "amount";
      const [, shown] = /<c:valAx>.*?<c:numFmt formatCode="([^"]*)"/s.exec(xml)!;
      expect(shown!.endsWith("%")).toBe(format.startsWith("percent"));
    });
  });

  test("marks its checks: green at 0, red elsewhere", () => {
    const xml = parts["xl/worksheets/sheet1.xml"]!;
    const rules = [
      ...xml.matchAll(/sqref="([^"]*)"><cfRule type="cellIs" dxfId="(\d+)" priority="\d+" operator="(\w+)"/g),
    ];
    expect(rules.slice(0, 2).map(([, , , operator]) => operator)).toEqual(["equal", "notEqual"]);
    expect(rules[0]![1]!.split(" ")).toContain(sheet.control);
    expect(parts["xl/styles.xml"]).toContain(`<dxfs count="${rules.length}"><dxf><font><b/><color rgb="FF1D5C4D"/>`);
  });

  test("reads the same in SheetJS", () => {
    const read = XLSX.read(file, { type: "array", cellFormula: true }).Sheets[sheet.name]!;
    for (const { address, value } of evaluated.cells) {
      if (value !== null) expect({ address, value: read[address]?.v }).toEqual({ address, value });
    }
    for (const { address, content } of formulas) {
      // It shows the newer functions without Excel's prefix.
      expect(read[address].f).toBe(toStored(String(content)).text.replaceAll("_xlfn.", ""));
    }
  });

  test("reads the same in exceljs", async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(Buffer.from(file) as unknown as ExcelJS.Buffer);
    const read = workbook.getWorksheet(sheet.name)!;
    for (const { address, value } of evaluated.cells) {
      const content = read.getCell(address).value;
      const isFormula = content !== null && typeof content === "object" && "formula" in content;
      // It leaves out a result that is 0 or an empty text; a date is a number to Excel and to us.
      const shown = isFormula ? content.result : content;
      if (isFormula && shown === undefined) expect([0, ""]).toContain(value);
      else if (value !== null && !(shown instanceof Date))
        expect({ address, shown }).toEqual({ address, shown: value });
    }
    expect(read.pageSetup).toMatchObject({ paperSize: 9, orientation: "landscape", fitToPage: true });
  });
});

const plan: SheetPlan = {
  sheetName: "A & b's",
  title: "Title <1>",
  subtitle: "",
  unitHeading: "Unit",
  control: "control",
  charts: [],
  definedNames: [],
  valueWidth: 10,
  blocks: [
    {
      id: "values",
      heading: "Values",
      columns: [],
      rows: [
        row("spilled", "tkr", [
          calculation(formula`=FINSAM.PARAM(${range("left")})`, { name: "spill", spill: { rows: 2, columns: 2 } }),
        ]),
        row("filled", "tkr", []),
        row("blank", "tkr", [input(undefined, { name: "left" })]),
        row("text", "tkr", [calculation(formula`=${range("left")}&""`, { name: "text" })]),
        row("control", "tkr", [check(formula`=0`, { name: "control" })]),
      ],
    },
  ],
};

/** The plan above with these values in its formulas' cells. */
function writeValues(values: Record<string, string | number | boolean>, spill = { rows: 2, columns: 2 }) {
  const sheet = layOut(plan);
  const evaluated = { value: (address: string) => values[address] ?? null, spills: new Map([["C5", spill]]) };
  return partsOf(write([{ sheet, evaluated }]));
}

test.each(["", "2021", "1e3", "TRUE", "Ö <&> \"'", "-", "=A1", "inf"])(
  "a result that is the text %j stays a text",
  (text) => {
    const cells = cellsOf(writeValues({ C5: text, D5: text, C8: text }));
    for (const address of ["C5", "D5", "C8"]) expect(cells.get(address)!.value).toBe(text);
  },
);

test("errors, numbers and truths keep their kind, in the formula's cell and in what it fills", () => {
  const parts = writeValues({ C5: "#N/A", D5: "#VALUE!", C6: true, D6: 1e-7, C8: false });
  const cells = cellsOf(parts);
  expect(["C5", "D5", "C6", "D6", "C8"].map((address) => cells.get(address)!.value)).toEqual([
    "#N/A",
    "#VALUE!",
    true,
    1e-7,
    false,
  ]);
  expect(parts["xl/worksheets/sheet1.xml"]).toMatch(/<c r="D5" s="\d+" t="e"><v>#VALUE!<\/v><\/c>/);
});

test("a formula that an error keeps from spilling fills its own cell alone", () => {
  const cells = cellsOf(writeValues({ C5: "#VALUE!" }, { rows: 1, columns: 1 }));
  expect(cells.get("C5")).toMatchObject({ ref: "C5", dynamic: true });
  expect(cells.has("D6")).toBe(false);
});

test("two sheets are written to one workbook, each with its own names", () => {
  const [one, other] = [written[0]!, written[1]!];
  const parts = partsOf(write([one, other]));
  const names = [...parts["xl/workbook.xml"]!.matchAll(/name="FINSAM_control" localSheetId="(\d)">'([^']*)'/g)];
  expect(names.map(([, index, name]) => [index, name]).sort()).toEqual([
    ["0", one.sheet.name],
    ["1", other.sheet.name],
  ]);
  expect(parts["xl/worksheets/sheet2.xml"]).toContain("<conditionalFormatting");
});

test("the library's build for browsers writes the same", () => {
  web.initSync({ module: readFileSync(path.resolve("node_modules/wasm-xlsxwriter/web/wasm_xlsxwriter_bg.wasm")) });
  const { sheet, evaluated, parts } = written[0]!;
  const title = /<dc:title>([^<]*)</.exec(parts["docProps/core.xml"]!)![1]!;
  const fromWeb = partsOf(writeWorkbook([{ sheet, evaluated }], { title }, web));
  // It holds the time when it was made.
  const core = { "docProps/core.xml": "" };
  expect({ ...fromWeb, ...core }).toEqual({ ...parts, ...core });
});
