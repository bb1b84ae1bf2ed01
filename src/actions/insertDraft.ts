/*
 * Inserting a scenario with what was typed over its figures. Nothing is inserted while something in it is wrong: its
 * user is still at the form, where the sentence stands beside the field.
 */
import type { Draft } from "../scenarios/draft";
import type { Workbook } from "../workbook/port";
import { addDraft, type ScenarioOutcome } from "./insertScenario";

export async function insertDraft(
  draft: Draft,
  findWorkbook: () => Promise<Workbook | undefined>,
): Promise<ScenarioOutcome> {
  const workbook = await findWorkbook();
  if (!workbook) return { kind: "noWorkbook" };
  return addDraft(workbook, draft, { figures: "draft", members: draft.members.length });
}
