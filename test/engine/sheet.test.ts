/*
 * Functions in the cells of a sheet: spilling, #SPILL! and its recovery, recalculation, blank cells, and Swedish
 * numbers.
 */
import { helpers, Model } from "@odoo/o-spreadsheet";
import { createEngine, type Engine } from "../../src/engine/engine";
import { fixture, silenceEngine } from "./fixture";

let engine: Engine;
beforeEach(() => {
  silenceEngine();
  engine = createEngine({ ...fixture, language: "sv", rows: 20, columns: 10 });
});

const position = (address: string) => {
  const sheetId = engine.model.getters.getActiveSheetId();
  return { sheetId, ...helpers.toCartesian(address) };
};
const set = (address: string, content: string) =>
  engine.model.dispatch("UPDATE_CELL", { ...position(address), content });
const cell = (address: string) => engine.model.getters.getEvaluatedCell(position(address));
const values = (...addresses: string[]) => addresses.map((address) => cell(address).value);

test("a table spills from its cell and follows its inputs", () => {
  set("A1", "100");
  set("B2", "=FINSAM.HALVES(A1)*{1,2}");
  expect(values("B2", "C2", "B3", "C3", "B4", "C4")).toEqual([50, 100, 25, 50, 25, 50]);
  set("A1", "200");
  expect(values("B2", "C4")).toEqual([100, 100]);
});

test("something in the way gives #SPILL!, and clearing it brings the table back", () => {
  set("B4", "in the way");
  set("B2", "=FINSAM.HALVES(100)");
  expect(values("B2", "B3", "B4")).toEqual(["#SPILL!", null, "in the way"]);
  set("B4", "");
  expect(values("B2", "B3", "B4")).toEqual([50, 25, 25]);
});

test("a table that does not fit on the sheet gives #SPILL!", () => {
  set("A1", "=FINSAM.SIZED(21,1)");
  expect(cell("A1").value).toBe("#SPILL!");
});

test("a spill can be referred to as a whole", () => {
  set("A1", "=FINSAM.HALVES(100)");
  set("C1", "=SUM(A1#)");
  expect(cell("C1").value).toBe(100);
});

test("blank cells of a range arrive as null, an error as its code", () => {
  set("A1", "1");
  set("A3", "=1/0");
  set("B1", "text");
  set("D1", "=FINSAM.SEEN(A1:B3)");
  expect(JSON.parse(cell("D1").value as string)).toEqual([
    [
      [1, "text"],
      [null, null],
      ["error #DIV/0!", null],
    ],
    null,
    null,
    { functionName: "FINSAM.SEEN" },
  ]);
});

test("an error's sentence is kept on its cell, also within a spill", () => {
  set("A1", '=FINSAM.WRONG("invalidValue")');
  expect(cell("A1")).toMatchObject({ type: "error", value: "#VALUE!", message: "wrong in sv-SE" });
  set("A3", "=FINSAM.PARTLY()");
  expect(cell("B3")).toMatchObject({ type: "error", value: "#N/A", message: "not this one" });
  expect(values("A3", "A4", "B4")).toEqual([1, true, "text"]);
});

test("evaluate reads the sheet's cells", () => {
  set("A1", "8");
  expect(engine.evaluate("=FINSAM.HALVES(A1)")).toEqual({ grid: [[4], [2], [2]] });
});

test("Swedish numbers are written with a decimal comma and no-break spaces", () => {
  set("A1", "1234567.5");
  engine.model.dispatch("SET_FORMATTING", {
    sheetId: position("A1").sheetId,
    target: [helpers.toZone("A1")],
    format: "#,##0.00",
  });
  expect(cell("A1").formattedValue).toBe("1\u00a0234\u00a0567,50");
  engine.language = "en";
  expect(cell("A1").formattedValue).toBe("1,234,567.50");
});

test("10 000 cells that depend on one all follow it", () => {
  const workbook = helpers.createEmptyWorkbookData();
  const rows = Array.from({ length: 10_000 }, (_, i) => i + 1);
  const cells = Object.fromEntries(rows.map((row) => [`B${row}`, `=SUM(FINSAM.HALVES($A$1))+${row}`]));
  const sheets = workbook.sheets.map((sheet) => ({ ...sheet, rowNumber: rows.length, cells: { ...cells, A1: "1" } }));
  const model = new Model({ ...workbook, sheets });
  const sheetId = model.getters.getActiveSheetId();
  const last = () => model.getters.getEvaluatedCell({ sheetId, ...helpers.toCartesian("B10000") }).value;
  expect(last()).toBe(10_001);
  model.dispatch("UPDATE_CELL", { sheetId, ...helpers.toCartesian("A1"), content: "2" });
  expect(last()).toBe(10_002);
});
