/*
 * The bar at the top of the page: what this is, which workbook is open, opening and saving, and the choice of
 * language, which is also the choice of separators.
 */
import { languageNames } from "../i18n/pane";
import type { Language } from "../i18n/language";
import { workbenchTexts } from "../i18n/workbench";
import { workbenchFileTexts } from "../i18n/workbench-files";
import { element } from "../taskpane/dom";

const example: Readonly<Record<Language, string>> = { sv: "1 234,5 ;", en: "1,234.5 ," };

export interface BarActions {
  readonly choose: (language: Language) => void;
  readonly open: () => void;
  readonly save: () => void;
}

export function barView(language: Language, { choose, open, save }: BarActions): HTMLElement[] {
  const texts = workbenchTexts(language);
  const files = workbenchFileTexts(language);
  const action = (id: string, label: string, title: string, act: () => void) => {
    const button = element("button", { type: "button", id, title }, label);
    button.addEventListener("click", act);
    return button;
  };
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
    element("p", { id: "open-file" }),
    element(
      "div",
      { class: "wb-files" },
      action("open-workbook", files.open, files.openTip, open),
      action("save-workbook", files.save, files.saveTip, save),
    ),
    element("div", { class: "wb-languages", role: "group", "aria-label": texts.language }, choice("sv"), choice("en")),
  ];
}

/** Says which file is open, and whether what was done to it is saved. */
export function showOpenFile(language: Language, name: string | undefined, isDirty: boolean): void {
  const texts = workbenchFileTexts(language);
  const mark = isDirty
    ? [element("span", { class: "wb-unsaved", title: texts.unsaved, role: "img", "aria-label": texts.unsaved }, "●")]
    : [];
  document.getElementById("open-file")!.replaceChildren(...(name === undefined ? [] : [name]), ...mark);
}
