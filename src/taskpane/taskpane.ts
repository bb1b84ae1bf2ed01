/*
 * The pane's entry. The page also runs with the pane hidden (shared runtime), so the interface is mounted when
 * the browser first paints; functions.js, loaded before this, has associated the functions by then.
 */
import { onMessage, takeMessage, type Message } from "../commands/messages";
import { chooseUnit, currentUnit } from "../i18n/amountUnit";
import { chooseLanguage, chosenLanguage, currentLanguage, type Language } from "../i18n/language";
import { findWorkbook } from "../workbook/connect";
import { element } from "./dom";
import type { LanguageChoice } from "./settings";
import "./fluent";
import { createShell } from "./shell";
import { applyTheme, followTheme } from "./theme";
import { views } from "./views";

/** The choice, where the browser refuses to store it. */
let unstored: Language | undefined;
let areKept = true;
let shown: string | undefined;

/** What the ribbon's commands say: read out as it changes, so it is in the page from the start. */
const notice = element("p", { class: "notice", role: "status" });
const shell = createShell(views, {
  findWorkbook,
  chooseLanguage: choose,
  chooseUnit: (unit) => {
    areKept = chooseUnit(unit);
    show();
  },
});

requestAnimationFrame(() => {
  followTheme();
  document.body.replaceChildren(notice, shell.element);
  show();
  onMessage(hear);
  const missed = takeMessage();
  if (missed) hear(missed);
  // Another page of the same origin, such as another workbook's pane, may have changed the choice.
  window.addEventListener("storage", show);
  if (typeof Office !== "undefined") void Office.onReady().then(officeIsReady);
});

function officeIsReady(): void {
  applyTheme();
  show();
}

/** Shows the language and the unit that are chosen now, unless they are shown already. */
function show(): void {
  const language = unstored ?? currentLanguage();
  const choice = languageChoice();
  const now = JSON.stringify([language, choice, currentUnit()]);
  if (now === shown) return;
  shown = now;
  document.documentElement.lang = language;
  shell.setLanguage(language, choice);
}

/** What a view is to do replaces what was said before it. */
function hear(message: Message): void {
  notice.textContent = message.kind === "job" ? "" : message.text;
  notice.dataset["kind"] = message.kind;
  if (message.kind === "job") shell.run(message);
}

function languageChoice(): LanguageChoice {
  return { chosen: unstored ?? chosenLanguage(), isKept: areKept && unstored === undefined };
}

function choose(language: Language | undefined): void {
  unstored = chooseLanguage(language) ? undefined : language;
  show();
}
