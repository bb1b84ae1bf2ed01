/*
 * Explaining cells of a workbook that is open in the grid's own engine, with the add-in as built: every published
 * case, and what a formula can refer to.
 */
import * as library from "@odoo/o-spreadsheet";
import { readFileSync } from "node:fs";
import path from "node:path";
import { explain, type Explanation } from "../../src/actions/explain";
import { figureOf } from "../../src/core/trace";
import { createEngine, readBuiltAddIn } from "../../src/engine/engine";
import { toWorkbookData } from "../../src/engine/planWorkbook";
import { quietly } from "../../src/engine/quietly";
import { explanationText } from "../../src/i18n/explain";
import { scenarios } from "../../src/scenarios/all";
import { layOut, type LaidOutSheet } from "../../src/scenarios/layout";
import { addressesIn } from "../../src/scenarios/zone";
import { Book } from "../../src/workbench/file/book";
import { selectionChanges } from "../../src/workbench/reading";
import { gridWorkbook } from "../../src/workbench/workbook";

const root = path.resolve(import.meta.dirname, "../..");
createEngine({ ...readBuiltAddIn(path.join(root, "dist")), language: "sv" });

// The library tells how long each of its steps took.
console.debug = () => undefined;

function open(cells: Record<string, string>, others: Record<string, Record<string, string>> = {}) {
  const workbook = library.helpers.createEmptyWorkbookData();
  const sheet = { ...workbook.sheets[0]!, name: "Blad1", rowNumber: 60, colNumber: 20, cells };
  const sheets = [
    sheet,
    ...Object.entries(others).map(([name, content]) => ({ ...sheet, id: name, name, cells: content })),
  ];
  return openData({ ...workbook, sheets });
}

function openData(data: Partial<library.WorkbookData>) {
  const model = quietly(() => new library.Model(data));
  const changes = selectionChanges();
  changes.follow(model);
  const state = { isEditing: false };
  const book = gridWorkbook(
    () => model,
    () => new Book(),
    library.helpers,
    () => state.isEditing,
    changes,
    { handOut: () => Promise.resolve({ kind: "stopped" }), downloadCopy: () => "" },
  );
  const select = (cell: string) => {
    const { col, row } = library.helpers.toCartesian(cell);
    quietly(() => model.selection.selectCell(col, row));
  };
  const explainCell = async (cell: string) => {
    select(cell);
    return explain({ language: "sv", findWorkbook: () => Promise.resolve(book) });
  };
  return { model, book, state, select, explain: explainCell };
}

async function explained(sheet: ReturnType<typeof open>, cell: string): Promise<Explanation> {
  const outcome = await sheet.explain(cell);
  if (outcome.kind !== "explained") throw new Error(JSON.stringify(outcome));
  return outcome;
}

/** The last step of the outermost call, and the figure that it ends in for the cell. */
function lastFigure({ calls }: Explanation) {
  const { outcome } = calls[calls.length - 1]!;
  if (outcome.kind !== "answered") throw new Error(JSON.stringify(outcome));
  return figureOf(outcome.steps.at(-1)!, outcome.line!);
}

interface Published {
  readonly id: string;
  readonly formula: string;
  readonly expected: readonly (readonly (number | string)[])[];
}
const published = JSON.parse(readFileSync(path.join(root, "test/cases/published.json"), "utf8")) as Published[];

describe("every published case, cell by cell", () => {
  test.each(published.map((each) => [each.id, each] as const))("%s", async (id, { formula, expected }) => {
    const sheet = open({ C3: formula });
    for (const [row, line] of expected.entries()) {
      for (const [column, value] of line.entries()) {
        const cell = library.helpers.toXC(2 + column, 2 + row);
        const outcome = await explained(sheet, cell);
        if (id === "equity-sodra-unknown") {
          // IFERROR shows a text of its own in place of what does not exist.
          expect(outcome.calls[0]!.outcome).toMatchObject({ kind: "problem", problem: { code: "unknownStep" } });
          continue;
        }
        const { result } = outcome.calls.at(-1)!.outcome as { result: number };
        expect([cell, lastFigure(outcome)]).toEqual([cell, result]);
        // Where the call is all there is to it, its last figure is the cell's; else arithmetic goes on from there.
        const figure = outcome.isWhole ? lastFigure(outcome) : outcome.computed;
        expect(Math.abs((figure as number) - (value as number))).toBeLessThanOrEqual(1e-12 * Math.abs(value as number));
        expect([cell, outcome.agreement]).toEqual([cell, "agrees"]);
        const text = explanationText(outcome, "sv");
        expect(text.calls.at(-1)!.steps.length).toBeGreaterThan(0);
      }
    }
  });
});

/** The cells of a sheet that are filled by a formula with a call of ours. */
function cellsOf(sheet: LaidOutSheet): string[] {
  return sheet.cells
    .filter(({ content, isFormula }) => isFormula && String(content).includes("FINSAM."))
    .flatMap(({ row, column, spill }) => {
      const { rows, columns } = spill ?? { rows: 1, columns: 1 };
      return addressesIn({ top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 });
    });
}

describe("every cell of every scenario that holds a call of ours", () => {
  test.each(scenarios.map((scenario) => [scenario.id, layOut(scenario.plan("sv"))] as const))(
    "%s",
    async (_, laidOut) => {
      const sheet = openData(toWorkbookData(laidOut));
      for (const cell of cellsOf(laidOut)) {
        const outcome = await explained(sheet, cell);
        expect([cell, outcome.agreement]).not.toEqual([cell, "differs"]);
      }
    },
  );
});

describe("what a formula in the grid refers to", () => {
  const others = { "Indata 2": { A1: "Kommun", A2: "Jönköping", A3: "Habo", B2: "3", B3: "1", C1: "1000" } };

  test.each<[string, Record<string, string>, string, unknown]>([
    ["another sheet", { B2: "=FINSAM.SPLIT('Indata 2'!C1,'Indata 2'!B2:B3,1)" }, "B5", 62],
    ["whole columns, as long as the grid's sheets are", { B2: "=FINSAM.MERGE('Indata 2'!B:B,1)" }, "B2", 3],
    ["all that a formula fills", { A1: "=SEQUENCE(3)", B2: "=FINSAM.MERGE(A1#,1)" }, "B2", 4],
    ["cells that another formula fills", { A1: "=SEQUENCE(3)", B2: "=FINSAM.MERGE(A2:A3,1)" }, "B2", 4],
    ["blank cells", { B2: "=FINSAM.ALLOCATE(D1,{1;1},1)" }, "B3", 0],
    ["a text", { A1: "staten", B2: "=FINSAM.TOTAL(3674,A1)" }, "B2", 7348],
  ])("%s", async (_, cells, cell, value) => {
    const outcome = await explained(open(cells, others), cell);
    expect([outcome.agreement, outcome.computed]).toEqual(["agrees", value]);
  });

  test("a name", async () => {
    const sheet = open({ A1: "5486", A2: "4006", B2: "=FINSAM.MERGE(unions,400)" });
    const { model } = sheet;
    const sheetId = model.getters.getActiveSheetId();
    const ranges = [{ _sheetId: sheetId, _zone: { top: 0, bottom: 1, left: 0, right: 0 } }];
    quietly(() => model.dispatch("CREATE_NAMED_RANGE", { name: "unions", ranges } as never));
    expect(await explained(sheet, "B2")).toMatchObject({ agreement: "agrees", computed: 9092 });
  });

  test("no table, as the grid has no such references", async () => {
    const { book } = open({});
    const references = [{ kind: "table", table: "Unions", columns: [], sections: [] }] as const;
    expect(await book.readReferences(references, { sheet: "Blad1", row: 0, column: 0 })).toEqual([{ kind: "missing" }]);
    const gone = [{ kind: "cells", sheet: "Borta", zone: { top: 0, left: 0, bottom: 0, right: 0 } }] as const;
    expect(await book.readReferences(gone, { sheet: "Blad1", row: 0, column: 0 })).toEqual([{ kind: "missing" }]);
  });
});

describe("what the grid's cell shows", () => {
  test("the value in the cell's format", async () => {
    const sheet = open({ B2: '=FINSAM.TOTAL(3674,"state")' });
    const { model } = sheet;
    const target = [{ left: 1, right: 1, top: 1, bottom: 1 }];
    const sheetId = model.getters.getActiveSheetId();
    quietly(() => model.dispatch("SET_FORMATTING_WITH_PIVOT", { sheetId, target, format: "0.00" }));
    expect(await explained(sheet, "B2")).toMatchObject({ shown: 7348, text: "7348.00" });
  });
  test("#SPILL!, where the result has no room", async () => {
    const outcome = await explained(open({ B2: "=FINSAM.SPLIT(7348)", B3: "x" }), "B2");
    expect(outcome).toMatchObject({ shown: { code: "#SPILL!" }, computed: 3674, agreement: "differs" });
  });
  test("our sentence's error, and the same explained", async () => {
    const outcome = await explained(open({ A1: "-1", B2: "=FINSAM.ALLOCATE(1,A1)" }), "B2");
    expect(outcome).toMatchObject({ shown: { code: "#VALUE!" }, agreement: "agrees" });
    expect(outcome.calls[0]!.outcome).toMatchObject({ kind: "problem", problem: { code: "negative" } });
  });
  test("an error among the arguments, with its cell", async () => {
    const outcome = await explained(open({ A2: "=1/0", B2: "=FINSAM.ALLOCATE(1,A1:A2)" }), "B2");
    expect(outcome).toMatchObject({ shown: { code: "#DIV/0!" }, agreement: "agrees" });
    expect(outcome.calls[0]!.outcome).toMatchObject({ kind: "passedOn", at: { sheet: "Blad1", row: 1, column: 0 } });
  });
  test("a formula that depends on itself ends like any other", async () => {
    const outcome = await explained(open({ B2: "=FINSAM.ALLOCATE(B2,{1;1})" }), "B2");
    expect(outcome.calls[0]!.outcome.kind).toBe("passedOn");
  });
  test.each([
    ["nothing", "A1", "nothing"],
    ["a constant", "A2", "constant"],
    ["the engine's own formula", "A3", "formula"],
  ])("%s", async (_, cell, holds) => {
    expect(await open({ A2: "1", A3: "=A2*2" }).explain(cell)).toMatchObject({ kind: "notOurs", holds });
  });
});

describe("as in Excel", () => {
  test("nothing is read while a cell is being edited", async () => {
    const { book, state } = open({});
    state.isEditing = true;
    expect(await book.activeCell()).toMatchObject({ kind: "refused", reason: "editing" });
    expect(await book.readReferences([], { sheet: "Blad1", row: 0, column: 0 })).toMatchObject({ reason: "editing" });
  });

  test("more than can be read is refused", async () => {
    const { book } = open({});
    const zone = { top: 0, left: 0, bottom: 59, right: 19 };
    const references = Array.from({ length: 100 }, () => ({ kind: "cells", zone }) as const);
    expect(await book.readReferences(references, { sheet: "Blad1", row: 0, column: 0 })).toMatchObject({
      kind: "refused",
      reason: "tooLarge",
    });
  });

  test("whoever listens is told of another cell or sheet, and of nothing else", () => {
    const { model, book, select } = open({ A1: "1" }, { Indata: {} });
    let heard = 0;
    const end = book.onSelectionChange(() => heard++);
    select("B2");
    expect(heard).toBe(1);
    quietly(() =>
      model.dispatch("UPDATE_CELL", { sheetId: model.getters.getActiveSheetId(), col: 0, row: 0, content: "2" }),
    );
    expect(heard).toBe(1);
    const from = model.getters.getActiveSheetId();
    quietly(() => model.dispatch("ACTIVATE_SHEET", { sheetIdFrom: from, sheetIdTo: "Indata" }));
    expect(heard).toBe(2);
    end();
    select("C3");
    expect(heard).toBe(2);
  });

  test("and goes on being told when the grid is opened anew", () => {
    const first = quietly(() => new library.Model());
    const second = quietly(() => new library.Model());
    const changes = selectionChanges();
    changes.follow(first);
    let heard = 0;
    changes.subscribe(() => heard++);
    changes.follow(second);
    quietly(() => first.selection.selectCell(1, 1));
    expect(heard).toBe(0);
    quietly(() => second.selection.selectCell(1, 1));
    expect(heard).toBe(1);
  });
});
