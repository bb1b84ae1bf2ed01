/*
 * A page that cannot open says so in a sentence, in place of the grid.
 */
import type { Language } from "../i18n/language";
import { workbenchTexts } from "../i18n/workbench";
import { element } from "../taskpane/dom";
import { LoadError } from "./load";

export function showFailure(error: unknown, language: Language): void {
  const texts = workbenchTexts(language);
  const sentence =
    error instanceof LoadError
      ? texts.cannotLoad(error.what)
      : texts.broken(error instanceof Error ? error.message : String(error));
  const failure = document.getElementById("failure")!;
  failure.replaceChildren(element("h1", {}, texts.name), element("p", {}, sentence));
  failure.hidden = false;
  // Developers find the whole of it where they look first.
  console.error(error);
}
