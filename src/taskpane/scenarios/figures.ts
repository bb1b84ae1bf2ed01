/*
 * The main figures of a draft, whether its control is all right, and what is wrong in it.
 */
import type { Language } from "../../i18n/language";
import { scenarioTexts } from "../../i18n/pane-scenarios";
import { showValue } from "../../i18n/shown";
import type { DraftProblem } from "../../scenarios/draftFields";
import type { DraftFigures, Figure } from "../../scenarios/draftFigures";
import { plainButton } from "../controls";
import { element } from "../dom";
import { icon } from "../icons";

/** As many as there is room for; the rest are counted. */
const mostProblems = 2;

/** `goTo` is called with the key of the field that a problem is about. */
export function createFigures(language: Language, goTo: (key: string) => void) {
  const texts = scenarioTexts(language);
  const list = element("dl", { class: "figures" });
  const control = element("p", { class: "control" });
  const problems = element("ul", { class: "problems", "aria-label": texts.problems });
  let values: HTMLElement[] = [];
  let labels: HTMLElement[] = [];

  /** As many as the scenario has, which changes with its members. */
  function make(count: number): void {
    labels = Array.from({ length: count }, () => element("dt", {}));
    values = Array.from({ length: count }, () => element("dd", {}));
    list.replaceChildren(...labels.map((label, index) => element("div", {}, label, values[index])));
  }

  return {
    element: element(
      "section",
      { class: "results", "aria-labelledby": "figures-title" },
      element("h3", { class: "unseen", id: "figures-title" }, texts.figures),
      list,
      control,
      problems,
    ),
    update: (computed: DraftFigures) => {
      if (values.length !== computed.figures.length) make(computed.figures.length);
      computed.figures.forEach((figure, index) => {
        setText(labels[index]!, figure.label);
        labels[index]!.title = figure.label;
        setText(values[index]!, valueText(figure, language));
      });
      // What is wrong may be behind any of them.
      list.classList.toggle("doubtful", computed.problems.length > 0);
      showControl(computed.control);
      problems.replaceChildren(...problemItems(computed.problems));
    },
  };

  function showControl(value: number): void {
    const kind = value === 0 ? "done" : "problem";
    const text = controlText(value, language);
    if (control.textContent === text) return;
    control.replaceChildren(icon(kind), text);
    control.dataset["kind"] = kind;
  }

  function problemItems(all: readonly DraftProblem[]): HTMLElement[] {
    const items = all.slice(0, mostProblems).map(({ key, message }) => {
      const content = key === undefined ? message : plainButton({ class: "link" }, [message], () => goTo(key));
      return element("li", {}, content);
    });
    const left = all.length - mostProblems;
    return left > 0 ? [...items, element("li", {}, texts.moreProblems(left))] : items;
  }
}

export function controlText(control: number, language: Language): string {
  const texts = scenarioTexts(language);
  return control === 0 ? texts.controlOk : texts.controlFails(control);
}

/** "Budget det sista året: 11 102 tkr" */
export function figureText(figure: Figure, language: Language): string {
  return `${figure.label}: ${valueText(figure, language)}`;
}

function valueText({ value, format, unit }: Figure, language: Language): string {
  if (value === undefined) return scenarioTexts(language).noFigure;
  const shown = showValue(value, format, language);
  // A percentage has its sign, and a year or a date is no number of them.
  return unit === "" || unit === "%" || format === "year" || format === "date" ? shown : `${shown} ${unit}`;
}

function setText(at: HTMLElement, text: string): void {
  if (at.textContent !== text) at.textContent = text;
}
