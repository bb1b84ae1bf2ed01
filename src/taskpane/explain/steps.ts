/*
 * A step of a derivation on the page: its number and heading, its sentences, its figures, and what it rests on. Of a
 * long table the rows that matter are shown, and the others when they are asked for.
 */
import { explainViewTexts, leftOutText } from "../../i18n/pane-explain";
import { writtenNumber } from "../../i18n/numbers";
import { excerptOf, mostRows, type Excerpt } from "../../i18n/steps/excerpt";
import type { StepText } from "../../i18n/steps/stepText";
import type { StepTable } from "../../i18n/steps/tables";
import { plainButton } from "../controls";
import { element, unseen } from "../dom";
import type { Around } from "./explanation";

export function stepItem(
  { heading, text, table, source, open }: StepText,
  number: number,
  around: Around,
): HTMLElement {
  const about = [source, ...open].filter((line) => line !== undefined);
  return element(
    "li",
    { class: "step" },
    element("h4", {}, element("span", { class: "step-number" }, `${number}.`), ` ${heading}`),
    ...text.map((sentence) => element("p", {}, sentence)),
    ...(table ? tableNodes(table, heading, `step-${number}-rows`, around) : []),
    about.length === 0 ? undefined : element("p", { class: "hint" }, about.join(" ")),
  );
}

function tableNodes(table: StepTable, label: string, id: string, { opened, changed, language }: Around): HTMLElement[] {
  const isOpened = opened.has(id);
  const shown = tableElement(table, isOpened ? table.rows : excerptOf(table), label, language);
  if (table.rows.length <= mostRows) return [shown];
  const { showAll, showFewer } = explainViewTexts(language);
  const toggle = plainButton(
    { class: "link", id },
    [isOpened ? showFewer : showAll(writtenNumber(table.rows.length, language))],
    () => {
      if (isOpened) opened.delete(id);
      else opened.add(id);
      changed();
    },
  );
  return [shown, toggle];
}

function tableElement(
  { columns }: StepTable,
  parts: Excerpt,
  label: string,
  language: Around["language"],
): HTMLElement {
  // Beside many figures there is no room for names in a narrow pane: they stand above.
  const isStacked = columns.length > mostBeside;
  const [who, ...figures] = columns;
  const head = element(
    "tr",
    {},
    isStacked ? undefined : element("th", { scope: "col" }, who),
    ...figures.map((figure) => element("th", { scope: "col" }, figure)),
  );
  return element(
    "table",
    { class: isStacked ? "figures-table stacked" : "figures-table", "aria-label": label },
    element("thead", {}, head),
    ...parts.map((part) => rowsOf(part)),
  );

  function rowsOf(part: Excerpt[number]): HTMLElement {
    if (typeof part === "number") {
      const width = String(figures.length + (isStacked ? 0 : 1));
      return element(
        "tbody",
        {},
        element("tr", {}, element("td", { class: "left-out", colspan: width }, leftOutText(part, language))),
      );
    }
    const [name, ...values] = part.cells;
    const cells = values.map((value) => element("td", {}, value));
    const mark = part.isSelected ? unseen(` (${explainViewTexts(language).explained})`) : undefined;
    const group = { class: part.isSelected ? "is-explained" : undefined };
    return isStacked
      ? element(
          "tbody",
          group,
          element("tr", {}, element("th", { scope: "rowgroup", colspan: String(figures.length) }, name, mark)),
          element("tr", {}, ...cells),
        )
      : element("tbody", group, element("tr", {}, element("th", { scope: "row" }, name, mark), ...cells));
  }
}

/** Columns, with that of the names. */
const mostBeside = 4;
