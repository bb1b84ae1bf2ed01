/*
 * Workbooks to explain a cell of, as the page around the pane offers one: what they answer is found out beforehand.
 */
import type { Page } from "playwright-core";
import type { Workbook } from "../../src/workbook/port";
import { answersOf, explainIn, type Sheet } from "../actions/explainSheet";

const longName = "Vännäs-Robertsfors-Skellefteå-Lycksele-Storuman-Vilhelmina";
const members = Array.from({ length: 30 }, (_, index) => (index === 12 ? longName : `Kommun ${index + 1}`));
const column = (letter: string, from: number, values: readonly (string | number)[]) =>
  Object.fromEntries(values.map((value, index) => [`${letter}${from + index}`, value]));

/** A call within another, two unnamed sheets' worth of names, a long table, and a value that is not the formula's. */
const differing: Sheet = {
  formula: "=FINSAM.SPLIT(FINSAM.ESCALATE(belopp,10%,3),'Kommunernas nyckel 2021–26'!$B$3:$B$32,1,\"state\")",
  cell: "J44",
  fills: "H30:J61",
  shown: 16,
  cells: {
    ...{ H29: 2022, I29: 2023, J29: 2024 },
    ...column("G", 30, ["Staten", "Regionen", ...members]),
    ...column(
      "Kommunernas nyckel 2021–26!B",
      3,
      members.map((_, index) => 9_000 + 1_237 * index),
    ),
  },
  answers: () => ({
    kind: "cells",
    sheet: "Indata",
    zone: { top: 3, bottom: 3, left: 1, right: 1 },
    values: [[5_551_000]],
    left: [],
    above: [],
  }),
};

/** An argument of a wrong kind, in a cell of another sheet. */
const wrong: Sheet = {
  formula: "=FINSAM.CEILINGS(3674,1837,Indata!B4:B5,{3;2})",
  shown: { code: "#VALUE!" },
  cells: { "Indata!B4": 500, "Indata!B5": longName },
};

export const explainedCells = { differing, wrong } as const;

/** Offers the workbook to the pane on the page; the sheet of that name is hidden. */
export async function giveExplainedWorkbook(page: Page, sheet: Sheet, hidden = "Indata"): Promise<void> {
  const { asked } = await explainIn(sheet);
  const { answering } = answersOf(sheet);
  const cell = await answering.activeCell();
  const answers = await answering.readReferences(asked[0]!, { sheet: "Plan", row: 0, column: 0 });
  await page.evaluate(
    (given) => {
      const workbook: Partial<Workbook> = {
        activeCell: () => Promise.resolve(given.cell),
        readReferences: () => Promise.resolve(given.answers),
        goTo: (name) => Promise.resolve(name === given.hidden ? { kind: "hidden" } : { kind: "shown" }),
        onSelectionChange: () => () => undefined,
      };
      Object.assign(window, { parent: { finsamWorkbook: workbook } });
    },
    { cell, answers, hidden },
  );
}

export function takeWorkbookAway(page: Page): Promise<void> {
  return page.evaluate(() => void Object.assign(window, { parent: window }));
}
