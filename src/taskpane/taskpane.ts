/*
 * The pane's entry. The page also runs with the pane hidden (shared runtime), so the interface is mounted when
 * the browser first paints; functions.js, loaded before this, has associated the functions by then.
 */
import "@fluentui/web-components/accordion/define.js";
import "@fluentui/web-components/accordion-item/define.js";
import "@fluentui/web-components/button/define.js";
import { insertExample } from "../actions/insertExample";
import { onNotice, takeNotice, type Notice } from "../commands/notices";
import type { Catalogue, Language } from "../i18n/catalogue";
import { chooseLanguage, chosenLanguage, currentLanguage } from "../i18n/language";
import { findWorkbook } from "../workbook/connect";
import { element } from "./dom";
import { applyTheme, followTheme } from "./theme";
import { paneView, type PaneState } from "./view";

/** Put in by webpack, generated from the functions' source (scripts/metadata.ts). */
declare const FINSAM_CATALOGUE: Readonly<Record<Language, Catalogue>>;

/** The choice, where the browser refuses to store it. */
let unstored: Language | undefined;
let shown: Language | undefined;

/** What the ribbon's commands say: read out as it changes, so it stays where the rest of the pane is built anew. */
const notice = element("p", { class: "notice", role: "status" });

requestAnimationFrame(() => {
  followTheme();
  show();
  onNotice(showNotice);
  const missed = takeNotice();
  if (missed) showNotice(missed);
  // Another page of the same origin, such as another workbook's pane, may have changed the choice.
  window.addEventListener("storage", show);
  if (typeof Office !== "undefined") void Office.onReady().then(officeIsReady);
});

function officeIsReady(): void {
  applyTheme();
  show();
}

/** Builds the pane, unless it already shows the right language: nobody's place in it is lost for nothing. */
function show(): void {
  const language = unstored ?? currentLanguage();
  if (language === shown) return;
  shown = language;
  document.documentElement.lang = language;
  const view = paneView(
    { language, catalogue: FINSAM_CATALOGUE[language], languageChoice: languageChoice() },
    {
      insert: (example, replace) => insertExample(example, { replace, findWorkbook }),
      chooseLanguage: choose,
    },
  );
  if (notice.isConnected) notice.nextElementSibling?.replaceWith(view);
  else document.body.replaceChildren(notice, view);
}

function showNotice({ kind, text }: Notice): void {
  notice.textContent = text;
  notice.dataset["kind"] = kind;
}

function languageChoice(): PaneState["languageChoice"] {
  if (unstored) return "notKept";
  return chosenLanguage() ? "kept" : "none";
}

function choose(language: Language | undefined): void {
  const opened = [...document.querySelectorAll("fluent-accordion-item[expanded]")].map((item) => item.id);
  const kept = chooseLanguage(language);
  unstored = kept ? undefined : language;
  shown = undefined;
  show();
  // The page is new in the other language; what was open stays open and the keyboard stays on the switch.
  for (const id of opened) document.getElementById(id)?.setAttribute("expanded", "");
  document.getElementById("language")?.focus();
}
