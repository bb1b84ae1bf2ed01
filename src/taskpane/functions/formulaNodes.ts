/*
 * Formulas as they are shown: in the user's own form, broken between lines where she would break them.
 */
import type { BuiltFormula } from "../../actions/builtFormula";
import { localFormula } from "../../i18n/formula";
import type { Language } from "../../i18n/language";
import { element } from "../dom";

/** A long formula may break after its separators, never inside a number or a name. */
export function breakable(formula: string, language: Language): Node[] {
  return formula
    .split(language === "sv" ? /(?<=[;\\(])/ : /(?<=[;,(])/)
    .flatMap((part, index) => (index === 0 ? [new Text(part)] : [document.createElement("wbr"), new Text(part)]));
}

/** A formula that is being built; what is missing or wrong in it is marked. */
export function unfinished(id: string, { arguments: args }: BuiltFormula, language: Language): Node[] {
  const separator = localFormula(",", language);
  const parts = args.flatMap(({ shown, problem }, index) => {
    const text = breakable(shown, language);
    const part = problem ? [element("span", { class: "unfinished" }, ...text)] : text;
    return [...(index === 0 ? [] : [new Text(separator)]), document.createElement("wbr"), ...part];
  });
  return [new Text(`=FINSAM.${id}(`), ...parts, new Text(")")];
}
