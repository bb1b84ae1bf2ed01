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
import { quietly } from "../../src/engine/quietly";
import { explanationText } from "../../src/i18n/explain";
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
  const model = quietly(() => new library.Model({ ...workbook, sheets }));
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

test("debug", async () => {
  const sheet = open({
    A1: "Nyckel",
    A2: "Jönköping",
    A3: "Habo",
    A4: "Mullsjö",
    A5: "Vaggeryd",
    B2: "133310",
    B3: "11314",
    B4: "7157",
    B5: "13372",
    B8: "2022",
    C8: "2023",
    D8: "2024",
    E8: "2025",
    F8: "2026",
    A9: "Staten",
    B9: '=FINSAM.SPLIT(FINSAM.ESCALATE(3674,10%,5,5551),B2:B5,1,"state")',
  });
  const outcome = await explained(sheet, "D12");
  console.log(JSON.stringify(explanationText(outcome, "sv"), null, 1));
});
