/*
 * What a scenario's form begins with: the way back, its title and what it is about.
 */
import type { Language } from "../../i18n/language";
import { scenarioTexts } from "../../i18n/pane-scenarios";
import { aboutTexts, type ScenarioId } from "../../i18n/scenarios/about";
import { explanationTexts } from "../../i18n/scenarios/explanation";
import { plainButton } from "../controls";
import { element } from "../dom";
import { icon } from "../icons";

export function formHead(id: ScenarioId, language: Language, back: () => void): HTMLElement {
  const texts = scenarioTexts(language);
  const { title, description } = aboutTexts(language)[id];
  return element(
    "article",
    { class: "content scenario", "aria-labelledby": "scenario-title" },
    plainButton({ class: "back", id: "back" }, [icon("back"), texts.all], back),
    element("h2", { id: "scenario-title", tabindex: "-1" }, title),
    element("p", { class: "description" }, description),
    element(
      "details",
      { class: "about", id: "about" },
      element("summary", { id: "about-scenario" }, texts.about),
      ...explanationTexts(language)[id].map((sentence) => element("p", {}, sentence)),
    ),
  );
}
