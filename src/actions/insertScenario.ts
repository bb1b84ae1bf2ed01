/*
 * Inserting a scenario from the ribbon: laid out with the figures it opens on, or with the municipalities that the
 * user has selected, and added to whatever workbook is open as a sheet of its own.
 */
import type { AmountUnit } from "../core/param";
import type { Language } from "../i18n/language";
import type { OpenScenario } from "../scenarios/all";
import type { DraftProblem } from "../scenarios/draftFields";
import { layOut, type LaidOutSheet } from "../scenarios/layout";
import type { Refused, SheetOutcome, Workbook } from "../workbook/port";
import type { MembersProblem } from "./members";
import { selectedMembers } from "./selectedMembers";

export type ScenarioOutcome =
  | {
      readonly kind: "sheetInserted";
      readonly name: string;
      /**
       * Whose figures the sheet opens on; `notTaken`: its own, though something else than two columns is selected;
       * `draft`: those of a form that shows them.
       */
      readonly figures: "own" | "selected" | "notTaken" | "draft";
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
  { plan, takesMembers }: OpenScenario,
  { language, unit, findWorkbook }: Where,
): Promise<ScenarioOutcome> {
  const workbook = await findWorkbook();
  if (!workbook) return { kind: "noWorkbook" };
  const read = takesMembers ? await selectedMembers(workbook) : ({ kind: "none" } as const);
  if (read.kind === "refused") return read;
  if (read.kind === "unusable") return { kind: "unusableSelection", problem: read.problem };

  const members = read.kind === "members" ? read.members : undefined;
  const figures = read.kind === "notTwoColumns" ? "notTaken" : members ? "selected" : "own";
  return addSheet(workbook, layOut(plan(language, members, unit)), { figures, members: members?.length ?? 0 });
}

/** Adds the sheet, and says with the outcome whose figures it has. */
export async function addSheet(
  workbook: Workbook,
  sheet: LaidOutSheet,
  whose: Pick<Extract<ScenarioOutcome, { kind: "sheetInserted" }>, "figures" | "members">,
): Promise<ScenarioOutcome> {
  const outcome = await workbook.insertSheet(sheet);
  return outcome.kind === "refused" ? outcome : { kind: "sheetInserted", name: outcome.name, ...whose };
}
