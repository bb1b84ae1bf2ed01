/*
 * The pane's settings, reachable from every view: the language, and what the pane is.
 */
import { languageNames, paneTexts } from "../i18n/pane";
import type { Language } from "../i18n/language";
import { element } from "./dom";

/** The user's own choice of language; undefined follows Office. */
export interface LanguageChoice {
  readonly chosen: Language | undefined;
  /** Whether the browser keeps the choice until the pane is opened the next time. */
  readonly isKept: boolean;
}

export function settingsView(
  language: Language,
  { chosen, isKept }: LanguageChoice,
  choose: (language: Language | undefined) => void,
): Node[] {
  const texts = paneTexts(language);
  const option = (value: Language | undefined, label: string) => {
    const id = `language-${value ?? "office"}`;
    const radio = element("input", { type: "radio", name: "language", id, checked: value === chosen });
    radio.addEventListener("change", () => choose(value));
    return element("label", { class: "choice", for: id, lang: value }, radio, label);
  };
  return [
    element(
      "fieldset",
      { class: "choices", "aria-describedby": "language-note" },
      element("legend", {}, texts.language),
      option(undefined, texts.followOffice),
      option("sv", languageNames.sv),
      option("en", languageNames.en),
    ),
    element(
      "div",
      { class: "hint", id: "language-note" },
      element("p", {}, texts.languageNote),
      isKept ? undefined : element("p", {}, texts.notKept),
    ),
    element("p", { class: "hint" }, texts.about),
  ];
}
