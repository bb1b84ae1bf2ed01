/*
 * Inserting a scenario: laid out with the figures it opens on, or with the municipalities that the user has
 * selected, and added to whatever workbook is open as a sheet of its own.
 */
import type { Language } from "../i18n/language";
import type { OpenScenario } from "../scenarios/all";
import { layOut } from "../scenarios/layout";
import type { Refused, SheetOutcome, Workbook } from "../workbook/port";
import { readMembers, type MembersProblem } from "./members";

export type ScenarioOutcome =
  | {
      readonly kind: "sheetInserted";
      readonly name: string;
      /** Whose figures the sheet opens on; `notTaken`: its own, though something else than two columns is selected. */
      readonly figures: "own" | "selected" | "notTaken";
      /** How many members the selection gave. */
      readonly members: number;
    }
  | Extract<SheetOutcome, { readonly kind: "refused" }>
  | Refused<"editing" | "other">
  | { readonly kind: "unusableSelection"; readonly problem: MembersProblem }
  | { readonly kind: "noWorkbook" };

interface Where {
  readonly language: Language;
  readonly findWorkbook: () => Promise<Workbook | undefined>;
}

export async function insertScenario(
  { plan, takesMembers }: OpenScenario,
  { language, findWorkbook }: Where,
): Promise<ScenarioOutcome> {
  const workbook = await findWorkbook();
  if (!workbook) return { kind: "noWorkbook" };
  const selection = takesMembers ? await workbook.selection() : ({ kind: "empty" } as const);
  if (selection.kind === "refused") return selection;
  const read = readMembers(selection);
  if (read.kind === "unusable") return { kind: "unusableSelection", problem: read.problem };

  const members = read.kind === "members" ? read.members : undefined;
  const outcome = await workbook.insertSheet(layOut(plan(language, members)));
  if (outcome.kind === "refused") return outcome;
  const figures = read.kind === "notTwoColumns" ? "notTaken" : members ? "selected" : "own";
  return { kind: "sheetInserted", name: outcome.name, figures, members: members?.length ?? 0 };
}
