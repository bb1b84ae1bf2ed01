/*
 * The pane's settings, reachable from every view: the language, the unit of amounts, and what the pane is.
 */
import { amountUnits, currentUnit, unitNames, type AmountUnit } from "../i18n/amountUnit";
import { languageNames, paneTexts } from "../i18n/pane";
import type { Language } from "../i18n/language";
import { element } from "./dom";

export interface Choosing {
  /** Undefined follows Office. */
  readonly chooseLanguage: (language: Language | undefined) => void;
  readonly chooseUnit: (unit: AmountUnit) => void;
}

/** The user's own choice of language; undefined follows Office. */
export interface LanguageChoice {
  readonly chosen: Language | undefined;
  /** Whether the browser keeps the choice until the pane is opened the next time. */
  readonly isKept: boolean;
}

export function settingsView(
  language: Language,
  { chosen, isKept }: LanguageChoice,
  { chooseLanguage, chooseUnit }: Choosing,
): Node[] {
  const texts = paneTexts(language);
  const option = (value: Language | undefined, label: string) =>
    choice({ name: "language", value: value ?? "office", label, lang: value, checked: value === chosen }, () =>
      chooseLanguage(value),
    );
  const unit = currentUnit();
  const names = unitNames(language);
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
    element(
      "fieldset",
      { class: "choices", "aria-describedby": "unit-note" },
      element("legend", {}, texts.unit),
      ...amountUnits.map((value) =>
        choice({ name: "unit", value, label: names[value], checked: value === unit }, () => chooseUnit(value)),
      ),
    ),
    element("p", { class: "hint", id: "unit-note" }, texts.unitNote),
    element("p", { class: "hint" }, texts.about),
  ];
}

interface Choice {
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly lang?: Language | undefined;
  readonly checked: boolean;
}

function choice({ name, value, label, lang, checked }: Choice, choose: () => void): HTMLElement {
  const id = `${name}-${value}`;
  const radio = element("input", { type: "radio", name, id, checked });
  radio.addEventListener("change", choose);
  return element("label", { class: "choice", for: id, lang }, radio, label);
}
