/*
 * Inserting a formula in Excel: what is read, what is written, and what is left alone.
 */
import { excelWorkbook } from "../../src/workbook/office";
import type { Circular } from "../../src/workbook/port";
import { fakeExcel, type Sheet } from "./excel";

const formula = "=FINSAM.SPLIT(7348,,1)";
const column = { rows: 3, columns: 1 };
const single = { rows: 1, columns: 1 };

/** The active cell as Excel names it, which is how the user's agreement to overwrite it names it too. */
const cell = "'Budget 2021'!B4";

async function insert(
  sheet: Partial<Sheet>,
  { size = column, replace }: { size?: typeof column; replace?: string | undefined } = {},
) {
  const excel = fakeExcel({ cells: {}, active: "B4", ...sheet });
  const outcome = await excelWorkbook.insertFormula({ formula, size, replace });
  return { outcome, written: excel.written, syncs: excel.syncs() };
}

test("into an empty cell with room below: one round trip to read, one to write", async () => {
  expect(await insert({})).toEqual({
    outcome: { kind: "inserted", address: "B4:B6" },
    written: { B4: formula },
    syncs: 2,
  });
});

test.each<[string, unknown[], object, number]>([
  ["an error by its English name", ["#VÄRDEFEL!"], { error: "#VALUE!" }, 2],
  ["once our function has answered", ["#BUSY!", "#BUSY!", "#REF!"], { error: "#REF!" }, 4],
  ["no error where it answers with a number", ["#BUSY!", 3674], {}, 3],
  ["nothing of a function that takes long", ["#BUSY!"], {}, 5],
])("what the cell shows is told: %s", async (_, shows, told, syncs) => {
  const inserted = await insert({ shows }, { size: single });
  expect(inserted).toMatchObject({ outcome: { kind: "inserted", address: "B4", ...told }, syncs });
  expect("error" in inserted.outcome).toBe("error" in told);
});

test("what is written is inserted, also where the user types before our function has answered", async () => {
  const { outcome, written } = await insert({ shows: ["#BUSY!"], typesFrom: 3 }, { size: single });
  expect(outcome).toEqual({ kind: "inserted", address: "B4" });
  expect(written).toEqual({ B4: formula });
});

test("a result of one cell has one cell's address", async () => {
  expect((await insert({}, { size: single })).outcome).toEqual({ kind: "inserted", address: "B4" });
});

test.each([
  ["a number", { B4: 5 }],
  ["a zero", { B4: 0 }],
  ["a text", { B4: "Vaggeryd" }],
  ["FALSE", { B4: false }],
  ["a formula", { B4: "=SUM(A1:A3)" }],
])("a cell with %s is not overwritten", async (_, cells) => {
  expect(await insert({ cells })).toEqual({
    outcome: { kind: "cellTaken", address: "B4", cell },
    written: {},
    syncs: 1,
  });
});

test("nor one that another formula fills", async () => {
  expect((await insert({ filled: { B4: 1837 } })).outcome).toEqual({ kind: "cellTaken", address: "B4", cell });
  expect((await insert({ filled: { B5: 1837 } })).outcome).toEqual({ kind: "spillTaken", address: "B4:B6" });
});

test("a cell with content is overwritten where the user says so", async () => {
  const { outcome, written } = await insert({ cells: { B4: 5 } }, { replace: cell });
  expect(outcome).toEqual({ kind: "inserted", address: "B4:B6" });
  expect(written).toEqual({ B4: formula });
});

test.each([undefined, cell])("cells in the result's way are never overwritten (replace: %s)", async (replace) => {
  const { outcome, written } = await insert({ cells: { B6: "sum" } }, { replace });
  expect(outcome).toEqual({ kind: "spillTaken", address: "B4:B6" });
  expect(written).toEqual({});
});

test("an agreement about one cell is none about another that is active by now", async () => {
  const { outcome, written } = await insert({ cells: { B4: 5 } }, { replace: "Budget!C16" });
  expect(outcome).toEqual({ kind: "cellTaken", address: "B4", cell });
  expect(written).toEqual({});
});

test("what the replaced formula fills itself is not in the way", async () => {
  const cells = { B4: "=FINSAM.SPLIT(1000,,1)" };
  const spills = { B4: { rows: 3, columns: 1 } };
  expect((await insert({ cells, filled: { B5: 250, B6: 250 }, spills }, { replace: cell })).outcome.kind).toBe(
    "inserted",
  );
});

test("but a cell beyond it is", async () => {
  const cells = { B4: "=FINSAM.SPLIT(1000,,1,,,TRUE)", B6: "sum" };
  const spills = { B4: { rows: 2, columns: 1 } };
  expect((await insert({ cells, filled: { B5: 500 }, spills }, { replace: cell })).outcome.kind).toBe("spillTaken");
});

test("a result of several cells is not put into a table, where Excel cannot show it", async () => {
  expect(await insert({ inTable: true })).toMatchObject({
    outcome: { kind: "inTable", address: "B4" },
    written: {},
  });
});

test("a result of one cell is", async () => {
  expect((await insert({ inTable: true }, { size: single })).outcome.kind).toBe("inserted");
});

test("a formula that depends on its cell is made for the active one, or refuses it", async () => {
  const excel = fakeExcel({ cells: {}, active: "B4" });
  const insertInto = (formula: (at: { sheet: string; address: string }) => string | Circular) =>
    excelWorkbook.insertFormula({ formula, size: single, replace: undefined });
  const circular: Circular = { kind: "circular", address: "B4", area: "B4:B7" };
  expect(await insertInto(() => circular)).toEqual(circular);
  expect(excel.written).toEqual({});
  expect((await insertInto(({ sheet, address }) => `="${sheet}"&"${address}"`)).kind).toBe("inserted");
  expect(excel.written).toEqual({ B4: '="Budget 2021"&"B4"' });
});

test.each([
  ["InvalidOperationInCellEditMode", "editing"],
  ["AccessDenied", "protected"],
  ["GeneralException", "other"],
])("Excel's %s is a refusal for the reason %s, with Excel's own words", async (code, reason) => {
  const { outcome } = await insert({ refuses: { code, message: "Excel's words" } });
  expect(outcome).toEqual({ kind: "refused", reason, message: "Excel's words" });
});

test("the fake throws as Excel does when something is read that was not loaded", () => {
  fakeExcel({ cells: {}, active: "B4" });
  const read = Excel.run(async (context) => {
    const cell = context.workbook.getActiveCell();
    await context.sync();
    // eslint-disable-next-line office-addins/load-object-before-read -- the point
    return cell.address;
  });
  return expect(read).rejects.toThrow("PropertyNotLoaded");
});
