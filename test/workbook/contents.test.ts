/*
 * All that Excel's workbook holds, read in parts: nothing missed, nothing twice, and no answer larger than Excel gives.
 */
import fc from "fast-check";
import { toAddress, zoneAt } from "../../src/scenarios/zone";
import type { Contents } from "../../src/workbook/contents";
import { excelWorkbook } from "../../src/workbook/office";
import type { LongWork } from "../../src/workbook/wholeWorkbook";
import { fakeCells, type Book, type SheetCells } from "./excelCells";

async function read(book: Book, work?: LongWork) {
  const { state } = fakeCells(book);
  const outcome = await excelWorkbook.contents(work);
  return { outcome, state, contents: (outcome as { contents: Contents }).contents };
}

/** Every cell that holds something, by its address: content and value. */
function cellsOf({ blocks }: Contents["sheets"][number]): Record<string, unknown[]> {
  const cells: Record<string, unknown[]> = {};
  for (const { top, left, formulas, values } of blocks) {
    formulas.forEach((row, down) =>
      row.forEach((content, across) => {
        const address = toAddress(zoneAt(top + down, left + across));
        if (address in cells) throw new Error(`${address} was read twice`);
        const value = values[down]![across];
        if (content !== "" || value !== "") cells[address] = [content, value];
      }),
    );
  }
  return cells;
}

const split = { formula: "=FINSAM.SPLIT(7348,,1)", value: 3674, fills: { rows: 3, columns: 1 } };
const filled = { value: 1837, isFilled: true };
const plan: SheetCells = { name: "Plan", cells: { B4: split, B5: filled, B6: filled, C4: "tkr", A9: true } };

test("a small workbook is read in four round trips: sheets, their extent, cells, results", async () => {
  const { contents, state } = await read({ sheets: [plan, { name: "Tomt", cells: {} }] });
  expect(state.syncs).toBe(4);
  expect(contents).toMatchObject({ unread: [], isManual: false });
  expect(contents.sheets.map(({ name }) => name)).toEqual(["Plan", "Tomt"]);
  expect(cellsOf(contents.sheets[0]!)).toEqual({
    B4: ["=FINSAM.SPLIT(7348,,1)", 3674],
    B5: ["", 1837],
    B6: ["", 1837],
    C4: ["tkr", "tkr"],
    A9: [true, true],
  });
  expect(contents.sheets[0]!.own).toEqual([{ row: 3, column: 1, rows: 3, columns: 1 }]);
  expect(contents.sheets[1]).toEqual({ name: "Tomt", blocks: [], own: [] });
});

test.each([
  ["where its sheet's name leads", "='Plan A'!$D$49", { row: 48, column: 3 }],
  ["nowhere where the cell was deleted", "='Plan A'!#REF!", undefined],
])("a scenario's control cell is %s", async (_, formula, control) => {
  const { contents } = await read({ sheets: [{ ...plan, names: { FINSAM_control: formula } }, plan] });
  expect(contents.sheets.map((sheet) => sheet.control)).toEqual([control, undefined]);
});

test("hidden sheets are read too, and manual calculation is told", async () => {
  const { contents } = await read({ sheets: [{ ...plan, visibility: "VeryHidden" }], calculationMode: "Manual" });
  expect(contents.isManual).toBe(true);
  expect(contents.sheets[0]!.own).toHaveLength(1);
});

/** A sheet of so many rows and columns of numbers. */
function numbers(rows: number, columns: number): SheetCells {
  const cells: Record<string, number> = {};
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) cells[toAddress(zoneAt(row, column))] = row * columns + column;
  }
  return { name: "Stort", cells };
}

test.each([
  ["Excel refuses", false],
  ["Excel answers with null", true],
])("where %s a large answer, smaller ones are asked for, until all is read", async (_, isSilent) => {
  const { contents, state } = await read({ sheets: [numbers(300, 7)], mostCells: 100, isSilent });
  expect(Object.keys(cellsOf(contents.sheets[0]!))).toHaveLength(2100);
  expect(state.mostAnswered).toBeLessThanOrEqual(200);
});

test("a single cell that is too large is Excel's refusal, and no endless asking", async () => {
  const { outcome } = await read({ sheets: [plan], mostCells: 0 });
  expect(outcome).toMatchObject({ kind: "refused", reason: "other" });
});

test("whatever the extent and the limit, every cell is read once", async () => {
  const extent = fc.record({ rows: fc.integer({ min: 1, max: 30 }), columns: fc.integer({ min: 1, max: 30 }) });
  await fc.assert(
    fc.asyncProperty(extent, fc.integer({ min: 1, max: 60 }), async ({ rows, columns }, mostCells) => {
      const { contents } = await read({ sheets: [numbers(rows, columns), numbers(2, 3)].map((s, i) => ({ ...s, name: `S${i}` })), mostCells }); // prettier-ignore
      expect(Object.keys(cellsOf(contents.sheets[0]!))).toHaveLength(rows * columns);
      expect(Object.keys(cellsOf(contents.sheets[1]!))).toHaveLength(6);
    }),
    { numRuns: 40 },
  );
});

test("a hundred thousand cells are not asked for at once, and how far it has come is told", async () => {
  const told: number[] = [];
  const progress = (done: number, total: number) => void told.push(done / total);
  const { state } = await read({ sheets: [numbers(2000, 50)] }, { progress });
  expect(state.mostAnswered).toBeLessThanOrEqual(2 * 20_000);
  expect(told.length).toBeGreaterThan(4);
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect(told.at(-1)).toBe(1);
  // Excel keeps an eye on every range until it is told not to.
  expect(state.tracked).toBeLessThan(10);
});

test("it ends between two parts where the user says so", async () => {
  const stop = new AbortController();
  const progress = (done: number) => done > 20_000 && stop.abort();
  const { outcome, state } = await read({ sheets: [numbers(2000, 50)] }, { progress, signal: stop.signal });
  expect(outcome).toEqual({ kind: "stopped" });
  expect(state.syncs).toBeLessThan(6);
});

test("a sheet with a stray cell far out is named, and the others are read", async () => {
  const stray: SheetCells = { name: "Vilse", cells: { A1: 1, XFD1048576: 2 } };
  const { contents } = await read({ sheets: [stray, plan] });
  expect(contents.unread).toEqual([{ sheet: "Vilse", cells: 16384 * 1048576 }]);
  expect(contents.sheets[1]!.own).toHaveLength(1);
});

describe("a result without room", () => {
  const blocked = (errorSubType: string, size = {}): SheetCells => ({
    name: "Plan",
    cells: { B4: { formula: split.formula, value: "#SPILL!", spillError: { errorSubType, ...size } }, B6: "x" },
  });

  test.each([
    ["Collision", { rowCount: 3, columnCount: 1 }, { why: "cells", needs: { rows: 3, columns: 1 } }],
    ["Table", {}, { why: "table" }],
    ["MergedCell", {}, { why: "merged" }],
    ["WorksheetEdge", {}, { why: "edge" }],
    ["OutOfMemoryWhileCalc", {}, { why: "unknown" }],
  ])("is told with Excel's reason, %s", async (subType, size, expected) => {
    const { contents } = await read({ sheets: [blocked(subType, size)] });
    expect(contents.sheets[0]!.own).toEqual([{ row: 3, column: 1, rows: 1, columns: 1, blocked: expected }]);
  });

  test("is told without one by an older Excel", async () => {
    const { contents } = await read({ sheets: [blocked("Table")], apiSets: (version) => version !== "1.16" });
    expect(contents.sheets[0]!.own).toMatchObject([{ blocked: { why: "unknown" } }]);
  });
});

test("formulas that can fill nothing are not asked about", async () => {
  const total = (value: number) => ({ formula: '=FINSAM.TOTAL(1,"state")', value });
  const { state, contents } = await read({ sheets: [{ name: "A", cells: { A1: total(1), A2: total(2), C1: 5 } }] });
  expect(state.syncs).toBe(3);
  expect(contents.sheets[0]!.own).toHaveLength(2);
});

test.each([
  ["InvalidOperationInCellEditMode", "editing"],
  ["GeneralException", "other"],
  ["AccessDenied", "other"],
])("Excel's %s is a refusal for the reason %s", async (code, reason) => {
  const { outcome } = await read({ sheets: [plan], refuses: { from: 2, code, message: "Excel's words" } });
  expect(outcome).toEqual({ kind: "refused", reason, message: "Excel's words" });
});

describe("whether a number was typed", () => {
  const places = ["B4", "B5", "C5"].map((address) => ({
    sheet: "Plan",
    row: Number(address[1]) - 1,
    column: address.charCodeAt(0) - 65,
  }));

  test("Excel tells, of formulas and of what they fill too", async () => {
    fakeCells({ sheets: [{ ...plan, cells: { ...plan.cells, C5: 7 } }], givesFilled: true });
    expect(await excelWorkbook.areTyped(places)).toEqual({ kind: "typed", typed: [false, false, true] });
  });

  test("of nothing is not asked", async () => {
    const { state } = fakeCells({ sheets: [plan] });
    expect(await excelWorkbook.areTyped([])).toEqual({ kind: "typed", typed: [] });
    expect(state.syncs).toBe(0);
  });

  test("of a sheet that is gone is Excel's refusal", async () => {
    fakeCells({ sheets: [plan] });
    const gone = await excelWorkbook.areTyped([{ sheet: "Borta", row: 0, column: 0 }]);
    expect(gone).toMatchObject({ kind: "refused", reason: "other" });
  });
});

describe("going to a cell", () => {
  const zone = { top: 3, left: 1, bottom: 5, right: 1 };

  test("shows its sheet and selects it", async () => {
    const { state } = fakeCells({ sheets: [{ name: "Först", cells: {} }, plan] });
    expect(await excelWorkbook.goTo("Plan", zone)).toEqual({ kind: "shown" });
    expect(state).toMatchObject({ active: "Plan", selected: "3:1 3x1", syncs: 2 });
  });

  test.each([
    ["a sheet that is gone", [{ name: "Annat", cells: {} }], "gone"],
    ["a hidden sheet", [{ ...plan, visibility: "Hidden" as const }], "hidden"],
  ])("on %s tells so", async (_, sheets, kind) => {
    const { state } = fakeCells({ sheets });
    expect(await excelWorkbook.goTo("Plan", zone)).toEqual({ kind });
    expect(state.selected).toBe("");
  });

  test("is refused while a cell is being edited", async () => {
    fakeCells({ sheets: [plan], refuses: { from: 1, code: "InvalidOperationInCellEditMode" } });
    expect(await excelWorkbook.goTo("Plan", zone)).toMatchObject({ kind: "refused", reason: "editing" });
  });
});

describe("the fake behaves as Excel does: it refuses", () => {
  test("to read what was not loaded", async () => {
    fakeCells({ sheets: [plan] });
    const reading = Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Plan").getRangeByIndexes(0, 0, 1, 1);
      await context.sync();
      // eslint-disable-next-line office-addins/load-object-before-read -- the point
      return range.values as unknown;
    });
    await expect(reading).rejects.toThrow("PropertyNotLoaded");
  });

  test("members that it does not have", async () => {
    fakeCells({ sheets: [plan] });
    const sing = Excel.run(async (context) => {
      (context.workbook.worksheets.getItem("Plan") as unknown as { sing(): void }).sing();
      await context.sync();
    });
    await expect(sing).rejects.toThrow("worksheet.sing is not known here");
  });
});
