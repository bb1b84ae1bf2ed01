/*
 * Inserting a scenario with what was typed over its figures. Nothing is inserted while something in it is wrong: its
 * user is still at the form, where the sentence stands beside the field.
 */
import { draftSheet, type Draft } from "../scenarios/draft";
import { draftFigures } from "../scenarios/draftFigures";
import type { Workbook } from "../workbook/port";
import { addSheet, type ScenarioOutcome } from "./insertScenario";

export async function insertDraft(
  draft: Draft,
  findWorkbook: () => Promise<Workbook | undefined>,
): Promise<ScenarioOutcome> {
  const [problem] = draftFigures(draft).problems;
  if (problem) return { kind: "wrongInputs", problem };
  const workbook = await findWorkbook();
  if (!workbook) return { kind: "noWorkbook" };
  return addSheet(workbook, draftSheet(draft), { figures: "draft", members: draft.members.length });
}
