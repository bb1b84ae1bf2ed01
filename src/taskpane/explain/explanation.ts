/*
 * An explanation on the page: on top the cell with its value and what came of it, then each call with its arguments,
 * and the steps.
 */
import type { AnswerText, ArgumentText, CallText, ExplanationText, NoteText, Target } from "../../i18n/explain";
import { firstStepOf } from "../../i18n/explain/asText";
import type { Language } from "../../i18n/language";
import { explainViewTexts } from "../../i18n/pane-explain";
import { element } from "../dom";
import { breakable } from "../functions/formulaNodes";
import { stepItem } from "./steps";
import type { Visits } from "./visits";

export interface Around {
  readonly language: Language;
  readonly visits: Visits;
  /** The cell that is explained. */
  readonly home: Target | undefined;
  /** Long tables that are shown whole, by their ids. */
  readonly opened: Set<string>;
  /** Called when that has changed. */
  readonly changed: () => void;
}

export function explanationHead(
  { cell, subject, shown, answer, formula, notes }: ExplanationText,
  around: Around,
): Node[] {
  const { language } = around;
  const title = cell
    ? [element("span", { class: "cell" }, cell.address), subject && ` ${subject}`]
    : [explainViewTexts(language).explain];
  return [
    element(
      "div",
      { class: "explained" },
      element("h2", { id: "explain-title", tabindex: "-1", class: cell ? undefined : "unseen" }, ...title),
      shown === undefined ? undefined : element("p", { class: "shown-value" }, shown),
    ),
    ...(answer ? [remark("explain-answer", answer, around)] : []),
    ...notes.map((note, index) => remark(`explain-note-${index}`, note, around)),
    ...(formula === undefined ? [] : [element("code", { class: "formula" }, ...breakable(formula, language))]),
  ];
}

/** What is said of the cell, with a way to the cells that it speaks of. */
function remark(
  id: string,
  { kind, text, at }: AnswerText | NoteText,
  { visits, home, language }: Around,
): HTMLElement {
  const link = at && visits.link(`${id}-cells`, at, home, language);
  return element("div", { class: "remark", "data-kind": kind }, element("p", {}, text), link?.button, link?.said);
}

export function callSections({ calls, answer }: ExplanationText, around: Around): HTMLElement[] {
  const firstSteps = firstStepOf(calls);
  return calls.map((call, index) =>
    callSection(call, { id: `call-${index}`, first: firstSteps[index]!, saidAlready: answer?.text }, around),
  );
}

interface CallPlace {
  readonly id: string;
  /** The number of its first step. */
  readonly first: number;
  readonly saidAlready: string | undefined;
}

function callSection(
  { name, within, left, problem, result, steps, ...call }: CallText,
  { id, first, saidAlready }: CallPlace,
  around: Around,
): HTMLElement {
  return element(
    "section",
    { class: "call", "aria-labelledby": `${id}-title` },
    element(
      "h3",
      { id: `${id}-title` },
      name,
      within === undefined ? undefined : element("span", { class: "within" }, ` ${within}`),
    ),
    call.arguments.length === 0
      ? undefined
      : element(
          "ul",
          { class: "explained-arguments", "aria-label": explainViewTexts(around.language).arguments },
          ...call.arguments.map((argument, index) => argumentItem(`${id}-argument-${index}`, argument, around)),
        ),
    left === undefined ? undefined : element("p", { class: "hint" }, left),
    steps.length === 0
      ? undefined
      : element("ol", { class: "steps" }, ...steps.map((step, index) => stepItem(step, first + index, around))),
    problem === undefined || problem === saidAlready ? undefined : element("p", { class: "message" }, problem),
    result === undefined ? undefined : element("p", { class: "came-to" }, result),
  );
}

function argumentItem(
  id: string,
  { name, text, value, cells, isWrong }: ArgumentText,
  { visits, home, language }: Around,
): HTMLElement {
  const link = cells && visits.link(id, cells, home, language, text);
  return element(
    "li",
    { class: isWrong ? "wrong" : undefined },
    element("span", { class: "name" }, ...parts(name)),
    element("span", { class: "given" }, link?.button ?? element("code", {}, ...breakable(text, language))),
    element("span", { class: "holds" }, value),
    link?.said,
  );
}

/** A long name may break where its words meet: kommunernaErbjuder. */
function parts(name: string): (Node | string)[] {
  return name
    .split(/(?=\p{Lu})/u)
    .flatMap((part, index) => (index === 0 ? [part] : [document.createElement("wbr"), part]));
}
