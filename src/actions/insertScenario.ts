/*
 * Inserting a scenario from the ribbon: laid out with the figures it opens on, or with the municipalities that the
 * user has selected, and added to whatever workbook is open as a sheet of its own. What the form would refuse to
 * insert is refused here, in the same words.
 */
import type { AmountUnit } from "../core/param";
import type { Language } from "../i18n/language";
import type { OpenScenario } from "../scenarios/all";
import { draftSheet, openDraft, type Draft } from "../scenarios/draft";
import type { DraftProblem } from "../scenarios/draftFields";
import { draftFigures } from "../scenarios/draftFigures";
import type { Refused, SheetOutcome, Workbook } from "../workbook/port";
import type { MembersProblem } from "./members";
import { selectedMembers } from "./selectedMembers";

export type ScenarioOutcome =
  | {
      readonly kind: "sheetInserted";
      readonly name: string;
      /**
       * Whose figures the sheet opens on; `notTaken`: its own, though something else than two columns is selected;
       * `notUsed`: its own, though two columns are selected, which it has no rows for; `draft`: those of a form that
       * shows them.
       */
      readonly figures: "own" | "selected" | "notTaken" | "notUsed" | "draft";
      /** How many members the selection gave. */
      readonly members: number;
    }
  | Extract<SheetOutcome, { readonly kind: "refused" }>
  | Refused<"editing" | "other">
  | { readonly kind: "unusableSelection"; readonly problem: MembersProblem }
  /** What is wrong in a draft; the sheet would be one of errors. */
  | { readonly kind: "wrongInputs"; readonly problem: DraftProblem }
  | { readonly kind: "noWorkbook" };

interface Where {
  readonly language: Language;
  /** What the sheet's amounts are in. */
  readonly unit: AmountUnit;
  readonly findWorkbook: () => Promise<Workbook | undefined>;
}

export async function insertScenario(
  { id, takesMembers }: OpenScenario,
  { language, unit, findWorkbook }: Where,
): Promise<ScenarioOutcome> {
  const workbook = await findWorkbook();
  if (!workbook) return { kind: "noWorkbook" };
  const read = await selectedMembers(workbook);
  if (read.kind === "refused") return read;
  if (!takesMembers) {
    const figures = read.kind === "members" ? "notUsed" : "own";
    return addDraft(workbook, openDraft(id, language, undefined, unit), { figures, members: 0 });
  }
  if (read.kind === "unusable") return { kind: "unusableSelection", problem: read.problem };

  const members = read.kind === "members" ? read.members : undefined;
  const figures = read.kind === "notTwoColumns" ? "notTaken" : members ? "selected" : "own";
  return addDraft(workbook, openDraft(id, language, members, unit), { figures, members: members?.length ?? 0 });
}

type Whose = Pick<Extract<ScenarioOutcome, { kind: "sheetInserted" }>, "figures" | "members">;

/** Adds the draft's sheet and says with the outcome whose figures it has; nothing where something in it is wrong. */
export async function addDraft(workbook: Workbook, draft: Draft, whose: Whose): Promise<ScenarioOutcome> {
  const [problem] = draftFigures(draft).problems;
  if (problem) return { kind: "wrongInputs", problem };
  const outcome = await workbook.insertSheet(draftSheet(draft));
  return outcome.kind === "refused" ? outcome : { kind: "sheetInserted", name: outcome.name, ...whose };
}
