/*
 * What the grid shows of a workbook's file: values and live formulas, looks, sizes, sheets; and what it says of
 * formulas that only Excel can calculate.
 */
import ExcelJS from "exceljs";
import * as library from "@odoo/o-spreadsheet";
import { scenarios } from "../../../src/scenarios/all";
import { layOut } from "../../../src/scenarios/layout";
import { readHeld } from "../../../src/workbench/file/held";
import { parseAddress } from "../../../src/xlsx/area";
import { recalculate } from "../../../src/xlsx/recalculate";
import { readGridBook } from "../../../src/workbench/file/gridBook";
import { otherValues, toWorkbookData } from "../../../src/workbench/file/openBook";
import { book, bookParts, partsOf, valuesOf, zip } from "../../xlsx/books";
import { writeScenarios } from "../../xlsx/write/written";
import { engine, Grid } from "./grid";

const written = writeScenarios();

test.each(written.map((each) => [`${each.id} in ${each.language}`, each] as const))(
  "a written scenario shows what was written, with its chart: %s",
  async (_, { file, sheet, evaluated }) => {
    const grid = Grid.open(file);
    const shown = grid.values();
    const name = sheet.name.replaceAll("'", "’");
    const stored = evaluated.cells.filter(({ value }) => (value ?? "") !== "");
    for (const { address, value } of stored) expect([address, shown[`${name}!${address}`]]).toEqual([address, value]);
    expect(Object.keys(shown)).toHaveLength(stored.length);
    const { getters } = grid.model;
    const charts = getters.getChartIds(grid.sheetIds[0]!).map((id) => getters.getChartDefinition(id).title?.text);
    expect(charts).toEqual(sheet.charts.map(({ title }) => title));
    expect(grid.others).toEqual([]);
    // And saved again untouched it is the same file.
    const { bytes, lost } = await grid.save();
    expect(lost).toEqual([]);
    expect(bytes).toBe(file);
    expect(recalculate(file, engine).report.differences).toEqual([]);
  },
  30_000,
);

describe("cells", () => {
  const grid = () =>
    Grid.open(
      book({
        Blad1:
          '<row r="1"><c r="A1"><v>1.5E-7</v></c><c r="B1" t="str"><v>007</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="e"><v>#N/A</v></c><c r="E1" t="str"><v>TRUE</v></c></row>' +
          '<row r="2"><c r="A2" t="inlineStr"><is><t xml:space="preserve"> =1+1 </t></is></c><c r="B2" t="str"><v>2021-01-01</v></c><c r="D2"><v>1E+21</v></c></row>' +
          '<row r="3"><c r="A3"><f>FINSAM.TOTAL(A4,"state")</f><v>0</v></c><c r="B3"><f t="shared" ref="B3:B4" si="0">A3*2</f><v>0</v></c></row><row r="4"><c r="A4"><v>100</v></c><c r="B4"><f t="shared" si="0"/><v>0</v></c></row>' +
          '<row r="5"><c r="A5" cm="1"><f t="array" ref="A5:A7">_xldudf_FINSAM_SPLIT(100)</f><v>50</v></c></row><row r="6"><c r="A6"><v>25</v></c></row><row r="7"><c r="A7"><v>25</v></c></row>',
        "Års budget's": '<row r="1"><c r="A1"><f>Blad1!A3+1</f><v>1</v></c></row>',
      }),
    );

  test("hold what the file holds, texts that look like something else too", () => {
    const shown = grid();
    expect(["A1", "B1", "C1", "D1", "E1", "A2", "B2", "D2"].map((address) => shown.value(address))).toEqual([
      1.5e-7,
      "007",
      true,
      "#N/A",
      "TRUE",
      " =1+1 ",
      "2021-01-01",
      1e21,
    ]);
  });

  test("calculate formulas of ours in both forms, shared ones, tables that spill, and what depends on them", () => {
    const shown = grid();
    expect(["A3", "B3", "B4", "A5", "A6", "A7"].map((address) => shown.value(address))).toEqual([
      200, 400, 200, 50, 25, 25,
    ]);
    expect(shown.value("A1", 1)).toBe(201);
    expect(shown.others.map(({ cell, stored, shown: now }) => [cell, stored, now])).toEqual([
      ["Blad1!A3", 0, 200],
      ["Blad1!B3", 0, 400],
      ["Blad1!B4", 0, 200],
      ["'Års budget’s'!A1", 1, 201],
    ]);
  });

  test("stored as filling one cell show the first value of a table", () => {
    const shown = Grid.open(
      book({
        Blad1:
          '<row r="1"><c r="A1"><f>FINSAM.SPLIT(100)</f><v>50</v></c></row><row r="2"><c r="A2"><v>7</v></c><c r="C2"><f>FINSAM.SPLIT(10)</f><v>5</v></c></row>',
      }),
    );
    expect(["A1", "A2", "C2", "C3"].map((address) => shown.value(address))).toEqual([50, 7, 5, null]);
  });
});

describe("formulas that only Excel can calculate", () => {
  const rows =
    '<row r="1"><c r="A1"><v>3</v></c><c r="B1"><f>_xlfn.LET(_xlpm.x,A1,"a"&amp;_xlpm.x)</f><v>77</v></c><c r="C1"><f>B1+1</f><v>78</v></c><c r="D1" t="str"><f>INDIRECT("A1")</f><v>text</v></c></row>' +
    '<row r="2"><c r="A2" cm="1"><f t="array" ref="A2:B3">_xlfn.LAMBDA(_xlpm.x,_xlpm.x)(1)</f><v>1</v></c><c r="B2"><v>2</v></c></row><row r="3"><c r="A3" t="b"><v>1</v></c></row>';

  test("show what is stored, are said to, and feed what depends on them", () => {
    const grid = Grid.open(book({ Blad1: rows }));
    expect(["B1", "C1", "D1", "A2", "B2", "A3"].map((address) => grid.value(address))).toEqual([
      77,
      78,
      "text",
      1,
      2,
      true,
    ]);
    expect(grid.kept.map(({ cell, formula, problem }) => [cell, formula, problem.kind])).toEqual([
      ["Blad1!B1", '=LET(x,A1,"a"&x)', "unknownFunction"],
      ["Blad1!D1", '=INDIRECT("A1")', "unsupportedFunction"],
      ["Blad1!A2", "=LAMBDA(x,x)(1)", "unknownFunction"],
    ]);
  });

  test("are as they were in the saved file, though other cells are not", async () => {
    const grid = Grid.open(book({ Blad1: rows }));
    grid.enter("A9", "1");
    const { bytes, stale } = await grid.save();
    const before = partsOf(book({ Blad1: rows }))["xl/worksheets/sheet1.xml"]!;
    const data = /<sheetData>(.*)<\/sheetData>/s.exec(before)![1]!;
    expect(partsOf(bytes)["xl/worksheets/sheet1.xml"]).toContain(`${data}<row r="9">`);
    expect(stale).toEqual([]);
  });

  test("give way to what is entered in their place", async () => {
    const grid = Grid.open(book({ Blad1: rows }));
    grid.enter("B1", "=A1*10");
    const { bytes, lost } = await grid.save();
    expect(lost).toEqual([]);
    expect(partsOf(bytes)["xl/worksheets/sheet1.xml"]).toContain(
      '<c r="B1"><f>A1*10</f><v>30</v></c><c r="C1"><f>B1+1</f><v>31</v></c>',
    );
  });

  test("are told where what they need has been changed, or where they have been copied", async () => {
    const grid = Grid.open(book({ Blad1: rows }));
    grid.enter("A1", "4");
    const held = readHeld(grid.model.getters, grid.sheetIds[0]!);
    grid.enter("E1", held.get(parseAddress("B1")!)!.content);
    const { bytes, lost, stale } = await grid.save();
    expect(lost).toEqual([{ kind: "keptCopy", cell: "Blad1!E1" }]);
    expect(stale.map(({ cell }) => cell)).toEqual(["Blad1!B1"]);
    expect(partsOf(bytes)["xl/worksheets/sheet1.xml"]).toContain('<c r="E1"><v>77</v></c>');
  });
});

describe("what another program has written", () => {
  async function made(): Promise<Uint8Array> {
    const workbook = new ExcelJS.Workbook();
    const one = workbook.addWorksheet("Förbundets budget '21", { views: [{ state: "frozen", xSplit: 1, ySplit: 2 }] });
    one.getCell("A1").value = 3674;
    one.getCell("A1").numFmt = "#,##0";
    one.getCell("A1").font = { bold: true, color: { argb: "FF1D5C4D" }, size: 14 };
    one.getCell("A1").fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFFFCC99" } };
    one.getCell("A1").border = { top: { style: "thin", color: { argb: "FF7F7F7F" } } };
    one.getCell("A2").value = new Date(Date.UTC(2021, 0, 1));
    one.getCell("A3").value = 0.05;
    one.getCell("A3").numFmt = "0.0%";
    one.getCell("A3").alignment = { horizontal: "center", vertical: "top", wrapText: true };
    one.mergeCells("E1:F2");
    one.getCell("A7").value = "dold";
    one.getRow(7).hidden = true;
    one.getRow(8).height = 45;
    one.getColumn(2).width = 20;
    one.getColumn(3).hidden = true;
    one.addTable({
      name: "Parter",
      ref: "H1",
      columns: [{ name: "Part" }, { name: "Belopp" }],
      rows: [
        ["Habo", 7],
        ["Mullsjö", 5],
      ],
    });
    one.getCell("H5").value = { formula: 'FINSAM.TOTAL(SUM(Parter[Belopp]),"state")', result: 0 };
    one.addConditionalFormatting({
      ref: "A1:A3",
      rules: [
        { type: "cellIs", operator: "greaterThan", priority: 1, formulae: [100], style: { font: { bold: true } } },
      ],
    });
    const other = workbook.addWorksheet("Dold", { state: "hidden", properties: { tabColor: { argb: "FFFF0000" } } });
    other.getCell("A1").value = { formula: "'Förbundets budget ''21'!A1+belopp", result: 0 };
    workbook.definedNames.add("'Förbundets budget ''21'!$A$1", "belopp");
    return new Uint8Array(await workbook.xlsx.writeBuffer());
  }

  test("looks as it did: formats, styles, sizes, merged and hidden cells, tables, rules, sheets", async () => {
    const grid = Grid.open(await made());
    const { getters } = grid.model;
    const [one, other] = grid.sheetIds as [string, string];
    const at = (col: number, row: number) => ({ sheetId: one, col, row });
    expect(grid.sheetIds.map((id) => getters.getSheetName(id))).toEqual(["Förbundets budget ’21", "Dold"]);
    expect(getters.isSheetVisible(other)).toBe(false);
    expect(getters.getSheet(other).color).toBe("#FF0000");
    expect(getters.getCellStyle(at(0, 0))).toMatchObject({
      bold: true,
      textColor: "#1D5C4D",
      fillColor: "#FFCC99",
      fontSize: 14,
    });
    expect(getters.getCellBorder(at(0, 0))).toMatchObject({ top: { style: "thin", color: "#7F7F7F" } });
    expect([0, 1, 2].map((row) => getters.getEvaluatedCell(at(0, row)).formattedValue)).toEqual([
      "3\u00a0674",
      "2021-01-01",
      "5,0%",
    ]);
    expect(getters.getCellStyle(at(0, 2))).toMatchObject({ align: "center", verticalAlign: "top", wrapping: "wrap" });
    expect(getters.getMerges(one)).toMatchObject([{ left: 4, right: 5, top: 0, bottom: 1 }]);
    expect([6, 7].map((row) => getters.isRowHiddenByUser(one, row))).toEqual([true, false]);
    expect(getters.getUserRowSize(one, 7)).toBe(60);
    expect([getters.getColSize(one, 1), getters.getColSize(one, 3)]).toEqual([140, 64]);
    expect(getters.isColHiddenByUser(one, 2)).toBe(true);
    expect(getters.getPaneDivisions(one)).toEqual({ xSplit: 1, ySplit: 2 });
    expect(getters.getTables(one)).toHaveLength(1);
    expect(getters.getConditionalFormats(one)).toHaveLength(1);
    expect(grid.value("H5")).toBe(24);
    expect(grid.value("A1", 1)).toBe(7348);
    expect(getters.getNamedRanges().map(({ name }) => name)).toEqual(["belopp"]);
  });

  test("is patched when it is saved: names, looks and entries follow, every other part is the same", async () => {
    const bytes = await made();
    const grid = Grid.open(bytes);
    grid.enter("A1", "4000");
    grid.enter("B3", "=SUM(belopp)*2", 0);
    grid.dispatch("SET_FORMATTING", {
      sheetId: grid.sheetIds[0],
      target: [library.helpers.toZone("A3")],
      format: "0%",
    });
    const { bytes: saved, lost } = await grid.save();
    expect(lost).toEqual([]);
    const [before, after] = [partsOf(bytes), partsOf(saved)];
    const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
    expect(changed.sort()).toEqual(["xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"]);
    expect(Grid.open(saved).state()).toEqual(grid.state());
    const again = new ExcelJS.Workbook();
    await again.xlsx.load(saved.slice().buffer);
    expect(again.worksheets[0]!.getCell("A3").numFmt).toBe("0%");
    expect(again.worksheets[0]!.getCell("A3").alignment).toMatchObject({ horizontal: "center", wrapText: true });
    expect(again.worksheets[1]!.getCell("A1").result).toBe(8000);
  });
});

test("parts with prefixes, and sheets listed in another order than their parts, look as they should", () => {
  const parts = bookParts({ Två: "", Ett: "" });
  const sheet = (columns: string, cell: string) =>
    `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetPr><x:tabColor rgb="FF00FF00"/></x:sheetPr><x:cols>${columns}</x:cols><x:sheetData><x:row r="1">${cell}</x:row></x:sheetData></x:worksheet>`;
  parts["xl/worksheets/sheet1.xml"] = sheet('<x:col min="1" max="1" width="30"/>', '<x:c r="A1"><x:v>1</x:v></x:c>');
  parts["xl/_rels/workbook.xml.rels"] = parts["xl/_rels/workbook.xml.rels"]!.replace("sheet1.xml", "sheetX.xml")
    .replace("sheet2.xml", "sheet1.xml")
    .replace("sheetX.xml", "sheet2.xml");
  const grid = Grid.open(zip(parts));
  const { getters } = grid.model;
  expect(
    grid.sheetIds.map((id) => [getters.getSheetName(id), getters.getColSize(id, 0), getters.getSheet(id).color]),
  ).toEqual([
    ["Två", 64, undefined],
    ["Ett", 210, "#00FF00"],
  ]);
});

test("a package that the library's importer cannot read shows its cells without looks", () => {
  const { book: grid } = readGridBook(
    book({ Blad1: '<row r="1"><c r="A1"><f>FINSAM.TOTAL(1,"state")</f></c></row>' }),
    engine,
  );
  const load = () => {
    throw new Error("no");
  };
  const { data, plainer } = toWorkbookData(grid, { load }, "yyyy-mm-dd");
  expect(plainer).toEqual([]);
  const model = new library.Model(data);
  expect(model.getters.getEvaluatedCell({ sheetId: "sheet-0", col: 0, row: 0 }).value).toBe(2);
  expect(otherValues(model, grid)).toEqual([]);
});

test("a workbook that computes with numbers as they are shown opens, and keeps its formulas' values when it is saved", async () => {
  const rows =
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>FINSAM.TOTAL(A1,"state")</f><v>2</v></c><c r="C1"><f>B1/3</f><v>0.7</v></c></row>';
  const bytes = book({ Blad1: rows }, { calcPr: '<calcPr fullPrecision="0"/>' });
  expect(readGridBook(bytes, engine).book.countsAsShown).toBe(true);
  const grid = Grid.open(bytes);
  expect(grid.value("C1")).toBeCloseTo(2 / 3);
  expect((await grid.save()).bytes).toBe(bytes);
  grid.enter("A1", "5");
  const saved = await grid.save();
  expect(valuesOf(saved.bytes)).toEqual({ "Blad1!A1": 5, "Blad1!B1": 2, "Blad1!C1": 0.7 });
  expect(JSON.stringify(saved)).toContain("Blad1!B1");
});

test("a scenario's sheet may have names of a workbook's own beside it", async () => {
  const grid = Grid.open(written[0]!.file);
  grid.insert(layOut(scenarios[0]!.plan("sv")));
  grid.enter("K2", "=FINSAM_tolerance*2");
  grid.enter("K2", "=FINSAM_tolerance_2*2", 1);
  const { bytes, lost } = await grid.save();
  expect(lost).toEqual([]);
  const again = Grid.open(bytes);
  expect([again.value("K2"), again.value("K2", 1)]).toEqual([0.000002, 0.000002]);
});
