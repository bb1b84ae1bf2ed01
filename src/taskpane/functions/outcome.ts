/*
 * What came of inserting a formula, as it is said; where a cell is taken, with the offer to replace what is in it.
 */
import type { FormulaOutcome } from "../../actions/insertFormula";
import type { Language } from "../../i18n/language";
import { functionTexts, outcomeText } from "../../i18n/pane-functions";
import type { Said } from "../action";

/** `insert` may be told a cell whose content is to be replaced; `isBuilt`: nobody knows how many cells it fills. */
export async function sayInserted(
  insert: (replace: string | undefined) => Promise<FormulaOutcome>,
  { isBuilt, language }: { readonly isBuilt: boolean; readonly language: Language },
  replace?: string,
): Promise<Said> {
  const outcome = await insert(replace);
  const text = outcomeText(outcome, isBuilt, language);
  if (outcome.kind !== "cellTaken") {
    const isDone = outcome.kind === "inserted" && (outcome.error === undefined || outcome.error === "#N/A");
    return { kind: isDone ? "done" : "problem", text };
  }
  const label = functionTexts(language).replace(outcome.address);
  return {
    kind: "problem",
    text,
    offer: { label, run: () => sayInserted(insert, { isBuilt, language }, outcome.cell) },
  };
}
