/*
 * A scenario's sheet in Excel: every cell as it was laid out, one round trip to read and one to write, nothing of the
 * user's touched, and nothing left of a sheet that could not be finished.
 */
import type { Language } from "../../src/i18n/language";
import { scenarios } from "../../src/scenarios/all";
import { layOut, type LaidOutSheet } from "../../src/scenarios/layout";
import { axisFormat, looks, marksOf, paint } from "../../src/scenarios/looks";
import { formats } from "../../src/scenarios/plan";
import { addressesIn, toAddress, zoneAt } from "../../src/scenarios/zone";
import { excelWorkbook } from "../../src/workbook/office";
import { fakeBook, toZone, type Book, type Sheet } from "./excelBook";

const languages: readonly Language[] = ["sv", "en"];
const all = scenarios.flatMap(({ id, plan }) =>
  languages.map((language) => [id, language, layOut(plan(language))] as const),
);
const [, , escalation] = all[0]!;
const [, , withTable] = all.find(([, , { tables }]) => tables.length > 0)!;

const zoneOf = ({ row, column, spill }: LaidOutSheet["cells"][number]) => zoneAt(row, column, spill);

async function insert(sheet: LaidOutSheet, book: Book = {}) {
  const spilling = new Set(sheet.cells.filter(({ spill }) => spill).map(({ content }) => String(content)));
  const excel = fakeBook({ spills: (formula) => spilling.has(formula), ...book });
  const outcome = await excelWorkbook.insertSheet(sheet);
  return { ...excel, outcome, added: excel.sheets.at(-1)! };
}

describe.each(all)("%s in %s", (_, __, sheet) => {
  let added: Sheet;
  let excel: Awaited<ReturnType<typeof insert>>;
  beforeAll(async () => {
    excel = await insert(sheet);
    added = excel.added;
  });

  test("is added and shown, in one round trip to read and one to write, with calculation suspended", () => {
    expect(excel.outcome).toEqual({ kind: "sheetInserted", name: sheet.name });
    expect(excel.sheets.map(({ name }) => name)).toEqual(["Blad1", sheet.name]);
    expect(excel.state).toMatchObject({ syncs: 2, writes: 1, suspended: ["calculation", "screen"] });
    expect(excel.state.active).toBe(added);
    expect(excel.sheets[0]!.cells.size).toBe(0);
  });

  test("has in every cell what was laid out, and nothing else", () => {
    const expected = sheet.cells
      .filter(({ content }) => content !== undefined && content !== "")
      .map(({ address, content, isFormula }) => [
        address,
        { kind: isFormula ? "formula" : typeof content === "number" ? "number" : "text", content },
      ]);
    expect(new Map([...added.cells].sort())).toEqual(new Map(expected.sort() as never));
  });

  test("has nothing in the way of a spill", () => {
    for (const cell of sheet.cells.filter(({ spill }) => spill)) {
      const [, ...filled] = addressesIn(zoneOf(cell));
      expect(filled.filter((address) => added.cells.has(address))).toEqual([]);
    }
  });

  test("looks as every other writer makes it look", () => {
    const lookAt = new Map(paint(sheet).flatMap(({ zone, look }) => addressesIn(zone).map((cell) => [cell, look])));
    for (const [cell, name] of lookAt) {
      const look = looks[name];
      const given = added.looks.get(cell) ?? new Map<string, unknown>();
      const isInput = name === "input" || name === "textInput";
      const said = isInput ? {} : look;
      expect([cell, given.get("style")]).toEqual([cell, isInput ? "Input" : undefined]);
      expect([cell, given.get("font.bold")]).toEqual([cell, said.bold]);
      expect([cell, given.get("fill.color")]).toEqual([cell, said.fill]);
      expect([cell, given.get("font.color")]).toEqual([cell, said.color]);
      expect([cell, given.get("wrapText")]).toEqual([cell, look.wrap]);
    }
    const beyond = [...added.looks].filter(([cell, given]) => !lookAt.has(cell) && given.has("fill.color"));
    expect(beyond).toEqual([]);
  });

  test("has the number format of each cell in all that the cell fills", () => {
    for (const cell of sheet.cells) {
      for (const address of addressesIn(zoneOf(cell))) {
        expect([address, added.looks.get(address)?.get("numberFormat") ?? ""]).toEqual([address, formats[cell.format]]);
      }
    }
  });

  test("has columns wide enough, frozen headings, its names, its tables, and prints on one landscape A4", () => {
    sheet.columnWidths.forEach((width, column) => {
      const points = added.looks.get(toAddress(zoneAt(0, column)))!.get("columnWidth");
      expect(points).toBeGreaterThanOrEqual(width * 5.25);
    });
    expect([...added.names]).toEqual(sheet.definedNames.map(({ name, range }) => [name, range]));
    expect(added.tables.map(({ name, range }) => ({ name, range }))).toEqual(sheet.tables);
    expect(Object.fromEntries(added.set)).toMatchObject({
      showGridlines: false,
      frozenRows: sheet.frozenRows,
      "pageLayout.orientation": "Landscape",
      "pageLayout.paperSize": "A4",
      "pageLayout.zoom": { horizontalFitToPages: 1, verticalFitToPages: 1 },
      printArea: sheet.print.range,
    });
  });

  test("has its charts, with the plan's series, colours and place, and nothing left below them", () => {
    const types = {
      columns: "ColumnClustered",
      stackedColumns: "ColumnStacked",
      bars: "BarClustered",
      lines: "LineMarkers",
    };
    expect(
      added.charts.map(({ type, series, set, place }) => ({
        type,
        title: set.get("title.text"),
        axis: set.get("axes.valueAxis.numberFormat"),
        place,
        series: series.map((one) => ({
          label: one.set.get("name"),
          values: one.values,
          categories: one.categories,
          color: one.fill ?? one.set.get("format.line.color"),
        })),
      })),
    ).toEqual(
      sheet.charts.map(({ kind, title, zone, categories, series }, index) => ({
        type: types[kind],
        title,
        axis: axisFormat(sheet.charts[index]!),
        place: [toAddress(zoneAt(zone.top, zone.left)), toAddress(zoneAt(zone.bottom, zone.right))],
        // A series of Excel's has a text for its name, and no cell.
        series: series.map(({ label, values, color }) => ({ label, values, color, categories })),
      })),
    );
  });

  test("marks its checks and deviations live", () => {
    const marked = added.marks.flatMap(({ range, set }) =>
      addressesIn(toZone(range)).map((cell) => ({
        cell,
        type: set.get("type"),
        rule: set.get("cellValue.rule"),
        fill: set.get("cellValue.format.fill.color"),
      })),
    );
    const expected = marksOf(sheet).flatMap(({ zones, when, fill }) =>
      zones.flatMap(addressesIn).map((cell) => ({
        cell,
        type: "CellValue",
        rule: { formula1: "=0", operator: { zero: "EqualTo", notZero: "NotEqualTo", negative: "LessThan" }[when] },
        fill,
      })),
    );
    const inOrder = (marks: typeof marked) => marks.map((mark) => JSON.stringify(mark)).sort();
    expect(inOrder(marked)).toEqual(inOrder(expected));
  });
});

describe("names", () => {
  test.each([
    [["Stegvis ökning"], "Stegvis ökning (2)"],
    [["STEGVIS ÖKNING", "Stegvis ökning (2)"], "Stegvis ökning (3)"],
  ])("of sheets that are taken get a number: %s", async (sheets, name) => {
    const { outcome, sheet } = await insert(escalation, { sheets });
    expect(outcome).toEqual({ kind: "sheetInserted", name });
    expect(sheet(sheets[0]!)!.cells.size).toBe(0);
  });

  test("stay within Excel's 31 characters", async () => {
    const long = "Ett bladnamn med trettioett tkn";
    const { outcome } = await insert({ ...escalation, name: long }, { sheets: [long] });
    expect(outcome).toEqual({ kind: "sheetInserted", name: "Ett bladnamn med trettioett (2)" });
  });

  test("that are a chart's own sheet are found when it is written, and nothing else is left of that", async () => {
    const { outcome, sheets, state } = await insert(escalation, { chartSheets: ["Stegvis ökning"] });
    expect(outcome).toEqual({ kind: "sheetInserted", name: "Stegvis ökning (2)" });
    expect(sheets.map(({ name }) => name)).toEqual(["Blad1", "Stegvis ökning (2)"]);
    expect(state.active!.name).toBe("Stegvis ökning (2)");
  });

  test("of tables that are taken get a number, whatever their capitals", async () => {
    const { name } = withTable.tables[0]!;
    const { added } = await insert(withTable, { tables: [name.toUpperCase()] });
    expect(added.tables.map((table) => table.name)).toEqual([`${name}_2`]);
  });
});

describe("where Excel will not", () => {
  test.each([
    ["the chart's title", "chart.title.text"],
    ["a name", "names.add"],
    ["the first cell", "range.formulas"],
    ["showing it", "worksheet.activate"],
    ["its name, which is the last", "worksheet.name"],
  ])("go on at %s, nothing of the sheet is left, and Excel's words are handed on", async (_, at) => {
    const refuses = { at, code: "GeneralException", message: "Excel's words" };
    const { outcome, sheets } = await insert(escalation, { refuses });
    expect(outcome).toEqual({ kind: "refused", reason: "other", message: "Excel's words" });
    expect(sheets.map(({ name }) => name)).toEqual(["Blad1"]);
  });

  test("take it away again, the sheet that is left is named", async () => {
    const refuses = { at: "names.add", code: "GeneralException", message: "Excel's words" };
    const { outcome, sheets } = await insert(escalation, { refuses, deafAfterRefusal: true });
    expect(outcome).toMatchObject({ kind: "refused", reason: "other", left: sheets.at(-1)!.name });
  });

  test("add a sheet to a protected workbook, it is not tried", async () => {
    const { outcome, state } = await insert(escalation, { isProtected: true });
    expect(outcome).toMatchObject({ kind: "refused", reason: "protected" });
    expect(state).toMatchObject({ syncs: 1, writes: 0 });
  });

  test.each([
    ["InvalidOperationInCellEditMode", "editing"],
    ["AccessDenied", "protected"],
  ])("and says %s, that is the reason %s", async (code, reason) => {
    const refuses = { at: "worksheets.add", code, message: "Excel's words" };
    expect((await insert(escalation, { refuses })).outcome).toMatchObject({ kind: "refused", reason });
  });

  test("because it is too old, nothing is tried", async () => {
    const { state } = fakeBook({}, () => false);
    expect(await excelWorkbook.insertSheet(escalation)).toMatchObject({ kind: "refused", reason: "tooOld" });
    expect(state.syncs).toBe(0);
  });
});

test("where the user has turned calculation off, this sheet alone is calculated", async () => {
  const { added, state } = await insert(escalation, { calculationMode: "Manual" });
  expect(added.calculated).toBe(true);
  expect(state.suspended).toEqual(["screen"]);
});

describe("the fake behaves as Excel does: it refuses", () => {
  const write = (act: (context: Excel.RequestContext) => void, book: Book = {}) => {
    fakeBook(book);
    return Excel.run(async (context) => {
      act(context);
      await context.sync();
    });
  };

  test("to read what was not loaded", async () => {
    await expect(write(({ workbook }) => workbook.worksheets.items)).rejects.toThrow("PropertyNotLoaded");
  });

  test("values of another shape than the range", async () => {
    const wrong = write(({ workbook }) => (workbook.worksheets.add("A").getRange("A1:B2").formulas = [[1, 2]]));
    await expect(wrong).rejects.toMatchObject({ code: "InvalidArgument" });
  });

  test("a sheet's name that is taken, whatever its capitals", async () => {
    await expect(write(({ workbook }) => workbook.worksheets.add("BLAD1"))).rejects.toMatchObject({
      code: "ItemAlreadyExists",
    });
  });

  test("a formula that spills in a table", async () => {
    const inTable = write(
      ({ workbook }) => {
        const sheet = workbook.worksheets.add("A");
        sheet.getRange("A1:A2").formulas = [["Del"], ["=FINSAM.SPLIT(1)"]];
        sheet.tables.add("A1:A2", true);
      },
      { spills: (formula) => formula.includes("SPLIT") },
    );
    await expect(inTable).rejects.toMatchObject({ code: "InvalidArgument" });
  });

  test("members that it does not have", async () => {
    const unknown = write(({ workbook }) => (workbook.worksheets.add("A") as unknown as { sing(): void }).sing());
    await expect(unknown).rejects.toThrow("worksheet.sing is not known here");
  });

  test.each(["2021-04-09", "1/2", "mars 2021", "(5)", "SANT", "-", "12,5"])("to keep %s as a text", async (text) => {
    const { sheets } = fakeBook({});
    await Excel.run(async (context) => {
      context.workbook.worksheets.add("A").getRange("A1").formulas = [[text]];
      await context.sync();
    });
    expect(sheets.at(-1)!.cells.get("A1")!.kind).toBe("read");
  });
});
