/*
 * The bar at the top of the page: what this is, and the choice of language, which is also the choice of
 * separators.
 */
import { languageNames } from "../i18n/pane";
import type { Language } from "../i18n/language";
import { workbenchTexts } from "../i18n/workbench";
import { element } from "../taskpane/dom";

const example: Readonly<Record<Language, string>> = { sv: "1 234,5 ;", en: "1,234.5 ," };

export function barView(language: Language, choose: (language: Language) => void): HTMLElement[] {
  const texts = workbenchTexts(language);
  const choice = (each: Language) => {
    const button = element(
      "button",
      {
        type: "button",
        id: `language-${each}`,
        lang: each,
        "aria-pressed": String(each === language),
        title: workbenchTexts(each).languageHint,
      },
      languageNames[each],
      element("span", { class: "wb-separators", "aria-hidden": "true" }, example[each]),
    );
    button.addEventListener("click", () => choose(each));
    return button;
  };
  return [
    element("h1", {}, texts.name, " ", element("small", {}, texts.subtitle)),
    element("div", { class: "wb-languages", role: "group", "aria-label": texts.language }, choice("sv"), choice("en")),
  ];
}
