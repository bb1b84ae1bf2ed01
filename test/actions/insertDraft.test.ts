/*
 * Inserting what was typed over a scenario's figures, and nothing while it is wrong.
 */
import { insertDraft } from "../../src/actions/insertDraft";
import { draftSheet, openDraft, withValue, type Draft } from "../../src/scenarios/draft";
import type { LaidOutSheet } from "../../src/scenarios/layout";
import type { SheetOutcome, Workbook } from "../../src/workbook/port";
import { workbookThat } from "../workbook/answering";

const draft = withValue(openDraft("escalation", "sv"), "stateStart", 4000);

async function insert(of: Draft, answer: SheetOutcome = { kind: "sheetInserted", name: "Bladet" }) {
  const sheets: LaidOutSheet[] = [];
  const insertSheet: Workbook["insertSheet"] = (sheet) => {
    sheets.push(sheet);
    return Promise.resolve(answer);
  };
  const outcome = await insertDraft(of, () => Promise.resolve(workbookThat({ insertSheet })));
  return { outcome, sheets };
}

test("the sheet has what was typed", async () => {
  const { outcome, sheets } = await insert(draft);
  expect(outcome).toEqual({ kind: "sheetInserted", name: "Bladet", figures: "draft", members: 4 });
  expect(sheets).toEqual([draftSheet(draft)]);
  expect(sheets[0]!.cells.find(({ name }) => name === "stateStart")!.content).toBe(4000);
});

test.each([
  ["a text where a number belongs", withValue(draft, "stateStart", "mycket"), "mycket"],
  ["what the functions cannot answer", withValue(draft, "unit", -1), "-1|−1"],
])("with %s nothing is inserted, and the sentence says why", async (_, wrong, found) => {
  const { outcome, sheets } = await insert(wrong);
  expect(outcome).toMatchObject({ kind: "wrongInputs", problem: { message: expect.stringMatching(found) as string } });
  expect(sheets).toEqual([]);
});

test("what the workbook refuses is the outcome", async () => {
  const refused = { kind: "refused", reason: "protected", message: "Excel's words" } as const;
  expect((await insert(draft, refused)).outcome).toEqual(refused);
});

test("where there is no workbook, that is", async () => {
  expect(await insertDraft(draft, () => Promise.resolve(undefined))).toEqual({ kind: "noWorkbook" });
});
