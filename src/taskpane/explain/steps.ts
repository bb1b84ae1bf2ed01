/*
 * A step of a derivation on the page: its number and heading, its sentences, its figures, and what it rests on. Of a
 * long table the rows that matter are shown, and the others when they are asked for.
 */
import { explainViewTexts, leftOutText } from "../../i18n/pane-explain";
import { writtenNumber } from "../../i18n/numbers";
import { excerptOf, mostRows, type Excerpt } from "../../i18n/steps/excerpt";
import type { StepText } from "../../i18n/steps/stepText";
import type { Language } from "../../i18n/language";
import type { StepRow, StepTable } from "../../i18n/steps/tables";
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
    ...(table ? tableNodes(table, heading, rowsOfStep(number), around) : []),
    about.length === 0 ? undefined : element("p", { class: "hint" }, about.join(" ")),
  );
}

/** Tells a step's table from others, and is the id of what opens it. */
export function rowsOfStep(number: number): string {
  return `step-${number}-rows`;
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

function tableElement(table: StepTable, parts: Excerpt, label: string, language: Language): HTMLElement {
  const layout = layoutOf(table);
  const [who, ...figures] = table.columns;
  const heads = layout === "beside" ? [who, ...figures] : figures;
  const width = layout === "list" ? 2 : heads.length;
  const row = { figures, layout, width, language };
  return element(
    "table",
    { class: `figures-table figures-${layout}`, "aria-label": label },
    layout === "list" ? undefined : element("thead", {}, element("tr", {}, ...heads.map((head) => cell("col", head)))),
    ...parts.map((part) => (typeof part === "number" ? leftOutRow(part, width, language) : rowsOf(part, row))),
  );
}

/** Where the names and headings of the figures stand: as in a sheet; names above, in small if need be; or a line for each figure. */
type Layout = "beside" | "above" | "small" | "list";

/** What there is room for, in pixels, where the pane is narrowest; and what of it a name needs beside figures. */
const room = 288;
const nameRoom = 96;

/** Numbers and words are not broken, so what they need decides. */
function layoutOf({ columns, rows }: StepTable): Layout {
  const needed = columns.slice(1).reduce((sum, heading, index) => {
    const words = heading.split(" ").map((word) => 6.2 * word.length);
    return sum + Math.max(...words, ...rows.map(({ cells }) => widthOf(cells[index + 1]!))) + around;
  }, 0);
  if (needed + nameRoom <= room) return "beside";
  return needed <= room ? "above" : needed * inSmall <= room ? "small" : "list";
}

/** Left and right of each figure. */
const around = 6;
/** Of the size of the letters. */
const inSmall = 11 / 12;

/** About as wide as a text of numbers is. */
function widthOf(text: string): number {
  const digits = text.replace(/\D/g, "").length;
  return 6.8 * digits + 3.6 * (text.length - digits);
}

interface RowLayout {
  readonly figures: readonly string[];
  readonly layout: Layout;
  readonly width: number;
  readonly language: Language;
}

function rowsOf({ cells, isSelected }: StepRow, { figures, layout, width, language }: RowLayout): HTMLElement {
  const [name, ...values] = cells;
  const mark = isSelected ? unseen(` (${explainViewTexts(language).explained})`) : undefined;
  const numbers = values.map((value) => element("td", {}, value));
  const group = { class: isSelected ? "is-explained" : undefined };
  if (layout === "beside") return element("tbody", group, element("tr", {}, cell("row", name, mark), ...numbers));
  const above = element("tr", {}, element("th", { scope: "rowgroup", colspan: String(width) }, name, mark));
  if (layout !== "list") return element("tbody", group, above, element("tr", {}, ...numbers));
  const lines = numbers.map((number, index) => element("tr", {}, cell("row", figures[index]), number));
  return element("tbody", group, above, ...lines);
}

function cell(scope: "row" | "col", ...content: (Node | string | undefined)[]): HTMLElement {
  return element("th", { scope }, ...content);
}

function leftOutRow(count: number, width: number, language: Language): HTMLElement {
  const said = element("td", { class: "left-out", colspan: String(width) }, leftOutText(count, language));
  return element("tbody", {}, element("tr", {}, said));
}
