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
    library.helpers,
    () => state.isEditing,
    changes,
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
