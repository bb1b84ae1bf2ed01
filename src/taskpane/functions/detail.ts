/*
 * One function: what it does, its formula built argument by argument, what it returns, examples, and the paragraph
 * behind it.
 */
import { insertExample, type Example } from "../../actions/insertFormula";
import type { CatalogueFunction } from "../../i18n/catalogue";
import { localFormula, localValue, resultRows } from "../../i18n/formula";
import type { Language } from "../../i18n/language";
import { functionTexts } from "../../i18n/pane-functions";
import { createAction } from "../action";
import { plainButton } from "../controls";
import { element, unseen } from "../dom";
import { icon } from "../icons";
import type { Pane } from "../view";
import { Builder } from "./builder";
import { breakable } from "./formulaNodes";
import { sayInserted } from "./outcome";
import type { TypedArguments } from "./typedArguments";

interface Surroundings {
  readonly pane: Pane;
  readonly back: () => void;
  readonly typed: TypedArguments;
}

/** The function, to be shown at once, and what is further down, to be added to it. */
export function functionDetail(fn: CatalogueFunction, language: Language, { pane, back, typed }: Surroundings) {
  const texts = functionTexts(language);
  const { fields, bar } = new Builder(fn, language, typed, pane);
  const article = element(
    "article",
    { class: "content function", "aria-labelledby": "function-title" },
    plainButton({ class: "back", id: "back-to-functions" }, [icon("back"), texts.all], back),
    element("h2", { id: "function-title", tabindex: "-1" }, `FINSAM.${fn.id}`),
    element("p", {}, fn.description),
    section(texts.builder, element("p", { class: "hint" }, texts.builderHint), fields),
    bar,
  );
  return { article, addRest: () => bar.before(...furtherDown(fn, language, pane)) };
}

function furtherDown(fn: CatalogueFunction, language: Language, pane: Pane): HTMLElement[] {
  const texts = functionTexts(language);
  const examples = fn.examples.map((example, index) => exampleItem(example, index, language, pane));
  return [
    section(texts.returns, element("p", {}, fn.returns)),
    section(texts.examples, element("ul", { class: "examples" }, ...examples)),
    section(
      texts.source,
      element("p", {}, fn.source),
      element(
        "p",
        {},
        element(
          "a",
          { href: `help/${language}/${fn.id.toLowerCase()}.html`, target: "_blank", rel: "noopener" },
          texts.help(fn.id),
          unseen(`, ${texts.opensInBrowser}`),
        ),
      ),
    ),
  ];
}

function section(heading: string, ...content: HTMLElement[]): HTMLElement {
  return element("section", {}, element("h3", {}, heading), ...content);
}

function exampleItem(example: Example, index: number, language: Language, { findWorkbook }: Pane): HTMLElement {
  const texts = functionTexts(language);
  const formula = localFormula(example.formula, language);
  const action = createAction(
    { id: `insert-example-${index}`, "aria-label": texts.insertLabel(formula) },
    { label: texts.insert, busy: texts.inserting, language },
    () => sayInserted((replace) => insertExample(example, { replace, findWorkbook }), { isBuilt: false, language }),
  );
  return element(
    "li",
    { class: "example" },
    element("code", { class: "formula" }, ...breakable(formula, language)),
    element("div", { class: "result" }, resultTable(example.result, language), action.button),
    action.outcome,
  );
}

function resultTable(result: string, language: Language): HTMLElement {
  const rows = resultRows(result).map((row) =>
    element("tr", {}, ...row.map((value) => element("td", { class: cellClass(value) }, localValue(value, language)))),
  );
  return element("table", { "aria-label": functionTexts(language).result }, element("tbody", {}, ...rows));
}

/** Texts stand to the left and numbers to the right, as in the sheet. */
function cellClass(value: string): string | undefined {
  return value.startsWith('"') ? "text" : undefined;
}
