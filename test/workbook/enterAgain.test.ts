/*
 * Formulas entered again in Excel: one round trip to read, one to write and one to see what came of it; what Excel
 * refuses is told cell by cell.
 */
import fc from "fast-check";
import { excelWorkbook } from "../../src/workbook/office";
import type { EnteredCell, EnterOutcome, Entry } from "../../src/workbook/wholeWorkbook";
import { fakeCells, type Book, type Cell, type SheetCells } from "./excelCells";

const lost = { formula: "=_xldudf_FINSAM_SPLIT(7348)", value: "#NAME?" };
const formula = "=FINSAM.SPLIT(7348)";
const calculate = () => "#BUSY!";
const at = (address: string, sheet = "Blad1"): Entry => ({
  sheet,
  row: Number(address.slice(1)) - 1,
  column: address.charCodeAt(0) - 65,
  formula,
});

const cellsOf = (outcome: EnterOutcome): readonly EnteredCell[] => (outcome.kind === "entered" ? outcome.cells : []);

async function enter(sheet: Partial<SheetCells>, addresses: readonly string[], book: Partial<Book> = {}) {
  const excel = fakeCells({ sheets: [{ name: "Blad1", cells: {}, ...sheet }], calculate, ...book });
  const outcome = await excelWorkbook.enterAgain(addresses.map((address) => at(address)));
  return { ...excel, outcome };
}

test("cells are written together, and what they show at once is told", async () => {
  const { outcome, state, cell } = await enter({ cells: { A1: lost, B7: lost } }, ["A1", "B7"]);
  expect(outcome).toEqual({
    kind: "entered",
    cells: [
      { kind: "shows", value: "#BUSY!" },
      { kind: "shows", value: "#BUSY!" },
    ],
  });
  expect([cell("Blad1", "A1")!.formula, cell("Blad1", "B7")!.formula]).toEqual([formula, formula]);
  expect(state.syncs).toBe(3);
});

test("a cell that needs one entered after it shows its value too", async () => {
  const cells = Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`A${index + 1}`, lost]));
  const below = (entered: string, valueAt: (address: string) => unknown) =>
    entered === "=FINSAM.TOTAL(A600)" ? (valueAt("A600") as string) : "#BUSY!";
  fakeCells({ sheets: [{ name: "Blad1", cells }], calculate: below });
  const entries = Object.keys(cells).map((address) => at(address));
  const outcome = await excelWorkbook.enterAgain([
    { ...entries[0]!, formula: "=FINSAM.TOTAL(A600)" },
    ...entries.slice(1),
  ]);
  expect(cellsOf(outcome)[0]).toEqual({ kind: "shows", value: "#BUSY!" });
});

test("where the user begins to type before it is seen what came of it, the cells are entered all the same", async () => {
  const refuses = { from: 3, code: "InvalidOperationInCellEditMode" };
  const { outcome } = await enter({ cells: { A1: lost } }, ["A1"], { refuses });
  expect(cellsOf(outcome)).toEqual([{ kind: "shows", value: undefined }]);
});

test("of a protected sheet only the cells that are not locked", async () => {
  const cells = { A1: lost, A2: { ...lost, isUnlocked: true } };
  const { outcome, state } = await enter({ isProtected: true, cells }, ["A1", "A2"]);
  expect(outcome).toMatchObject({
    cells: [{ kind: "notEntered", reason: "protected" }, { kind: "shows" }],
  });
  expect(state.syncs).toBe(3);
});

test("where nothing can be written, nothing is tried", async () => {
  const { state } = await enter({ isProtected: true, cells: { A1: lost } }, ["A1"]);
  expect(state.syncs).toBe(1);
});

test("a part of an array formula is told as such, and the cells around it are written", async () => {
  const array = { ...lost, isArray: true };
  const { outcome, cell } = await enter({ cells: { A1: lost, A2: array, A3: array, A4: lost } }, ["A1", "A2", "A3", "A4"]); // prettier-ignore
  const refused = { kind: "notEntered", reason: "array", message: "You can't change part of an array." };
  expect(outcome).toMatchObject({ cells: [{ kind: "shows" }, refused, refused, { kind: "shows" }] });
  expect(cell("Blad1", "A4")!.formula).toBe(formula);
});

test("any cells that Excel refuses are told, and all others are written", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }), async (refused) => {
      const cells: Record<string, Cell> = {};
      refused.forEach((isArray, index) => (cells[`A${index + 1}`] = { ...lost, isArray }));
      const { outcome } = await enter({ cells }, Object.keys(cells));
      const kinds = cellsOf(outcome).map(({ kind }) => kind);
      expect(kinds).toEqual(refused.map((isArray) => (isArray ? "notEntered" : "shows")));
    }),
    { numRuns: 50 },
  );
});

test("while a cell is being edited nothing is written, and that is the outcome", async () => {
  const refuses = { from: 1, code: "InvalidOperationInCellEditMode" };
  const { outcome } = await enter({ cells: { A1: lost } }, ["A1"], { refuses });
  expect(outcome).toMatchObject({ kind: "refused", reason: "editing" });
});

test("where the user begins to type in between, the others are not tried one by one", async () => {
  const cells = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`A${index + 1}`, lost]));
  const refuses = { from: 2, code: "InvalidOperationInCellEditMode" };
  const { outcome, state } = await enter({ cells }, Object.keys(cells), { refuses });
  expect(cellsOf(outcome).map((cell) => "reason" in cell && cell.reason)).toEqual(Array(30).fill("editing"));
  expect(state.syncs).toBe(2);
});

test("where the user begins to type between two requests, those of the first are entered and the rest are told", async () => {
  const cells = Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`A${index + 1}`, lost]));
  const refuses = { from: 3, code: "InvalidOperationInCellEditMode" };
  const { outcome } = await enter({ cells }, Object.keys(cells), { refuses });
  const kinds = cellsOf(outcome).map((cell) => ("reason" in cell ? cell.reason : cell.kind));
  expect(kinds).toEqual([...Array<string>(500).fill("shows"), ...Array<string>(100).fill("editing")]);
});

test("thousands are written in several requests, with progress, until the user has had enough", async () => {
  const cells = Object.fromEntries(Array.from({ length: 1200 }, (_, index) => [`A${index + 1}`, lost]));
  fakeCells({ sheets: [{ name: "Blad1", cells }], calculate });
  const stop = new AbortController();
  const told: number[] = [];
  const outcome = await excelWorkbook.enterAgain(
    Object.keys(cells).map((address) => at(address)),
    {
      progress: (done) => {
        told.push(done);
        if (done === 500) stop.abort();
      },
      signal: stop.signal,
    },
  );
  expect(cellsOf(outcome)).toHaveLength(1000);
  expect(told).toEqual([0, 500, 1200]);
});
