/*
 * The functions with their examples. Everything said of a function comes from the catalogue; pressing a button calls
 * an action.
 */
import { insertExample, type Example, type ExampleOutcome } from "../../actions/insertExample";
import type { Catalogue, CatalogueFunction, Language } from "../../i18n/catalogue";
import { localFormula, localValue, resultRows } from "../../i18n/formula";
import { paneTexts } from "../../i18n/pane";
import { button } from "../controls";
import { element } from "../dom";
import type { Pane, View } from "../view";

/** Put in by webpack, generated from the functions' source (scripts/metadata.ts). */
declare const FINSAM_CATALOGUE: Readonly<Record<Language, Catalogue>>;

type Insert = (example: Example, replace: string | undefined) => Promise<ExampleOutcome>;

export function functionsView({ findWorkbook }: Pane, catalogues = FINSAM_CATALOGUE): View {
  const insert: Insert = (example, replace) => insertExample(example, { replace, findWorkbook });
  return {
    render: (language) =>
      element(
        "div",
        { class: "content" },
        element("h2", {}, paneTexts(language).functions),
        element("p", { class: "hint" }, paneTexts(language).functionsHint),
        element(
          "fluent-accordion",
          {},
          ...catalogues[language].functions.map((fn) => functionItem(fn, language, insert)),
        ),
      ),
  };
}

function functionItem(fn: CatalogueFunction, language: Language, insert: Insert): HTMLElement {
  const texts = paneTexts(language);
  const name = `FINSAM.${fn.id}`;
  return element(
    "fluent-accordion-item",
    { block: true, "marker-position": "end", "heading-level": "3", id: fn.id },
    element(
      "span",
      { slot: "heading", class: "heading" },
      element("span", { class: "name" }, fn.id),
      // Read out as one button, so a full stop keeps name and sentence apart.
      element("span", { class: "unseen" }, ". "),
      element("span", { class: "description" }, fn.description),
    ),
    element(
      "div",
      { class: "details" },
      element("p", { class: "syntax" }, ...syntax(name, fn, language)),
      element("h4", {}, texts.returns),
      element("p", {}, fn.returns),
      element("h4", {}, texts.examples),
      element("ul", { class: "examples" }, ...fn.examples.map((example) => exampleItem(example, language, insert))),
      element("h4", {}, texts.arguments),
      element(
        "dl",
        {},
        ...fn.parameters.flatMap(({ name: argument, optional, description }) => [
          element(
            "dt",
            {},
            element("span", { class: "argument" }, argument),
            optional ? element("span", { class: "optional" }, ` ${texts.optional}`) : undefined,
          ),
          element("dd", {}, description),
        ]),
      ),
      element("h4", {}, texts.source),
      element("p", {}, fn.source),
      element(
        "p",
        { class: "help" },
        element(
          "a",
          { href: `help/${language}/${fn.id.toLowerCase()}.html`, target: "_blank", rel: "noopener" },
          texts.help(fn.id),
          element("span", { class: "unseen" }, `, ${texts.opensInBrowser}`),
        ),
      ),
    ),
  );
}

/** "FINSAM.SPLIT(belopp; [vikter])", broken between arguments only. */
function syntax(name: string, fn: CatalogueFunction, language: Language): Node[] {
  const separator = localFormula(",", language);
  const last = fn.parameters.length - 1;
  const parts = fn.parameters.map(({ name: argument, optional }, index) => {
    const shown = optional ? `[${argument}]` : argument;
    return element("span", { class: "unbroken" }, shown + (index === last ? ")" : separator));
  });
  return [element("span", { class: "unbroken" }, `=${name}(`), ...parts.flatMap((part) => [part, new Text(" ")])];
}

function exampleItem(example: Example, language: Language, insert: Insert): HTMLElement {
  const texts = paneTexts(language);
  const formula = localFormula(example.formula, language);
  const status = element("span", { role: "status", class: "status" });
  const press = button({ class: "insert", "aria-label": texts.insertLabel(formula) }, texts.insert, () => {
    void run(undefined);
  });
  const answer = element("div", { class: "answer" }, status);

  async function run(replace: string | undefined): Promise<void> {
    if (press.getAttribute("aria-busy") === "true") return;
    press.setAttribute("aria-busy", "true");
    // A question asked of another example is about a cell that may no longer be the active one.
    for (const question of document.querySelectorAll(".answer fluent-button")) question.remove();
    status.textContent = texts.inserting;
    const outcome = await insert(example, replace);
    press.removeAttribute("aria-busy");
    status.textContent = outcomeText(outcome, language);
    answer.dataset["outcome"] = outcome.kind;
    if (outcome.kind === "cellTaken") answer.append(replaceButton(outcome));
  }

  function replaceButton({ address, cell }: Extract<ExampleOutcome, { kind: "cellTaken" }>): HTMLElement {
    return button({}, texts.replace(address), () => {
      // The button goes away with its question; the keyboard goes on from the one that asked it.
      press.focus();
      void run(cell);
    });
  }

  return element(
    "li",
    { class: "example" },
    element("code", { class: "formula" }, ...breakable(formula, language)),
    element("div", { class: "outcome" }, resultTable(example.result, language), press),
    answer,
  );
}

/** A long formula may break after its separators, never inside a number or a name. */
function breakable(formula: string, language: Language): Node[] {
  return formula
    .split(language === "sv" ? /(?<=[;\\(])/ : /(?<=[;,(])/)
    .flatMap((part) => [new Text(part), document.createElement("wbr")]);
}

function resultTable(result: string, language: Language): HTMLElement {
  const rows = resultRows(result).map((row) =>
    element("tr", {}, ...row.map((value) => element("td", { class: cellClass(value) }, localValue(value, language)))),
  );
  return element("table", { "aria-label": paneTexts(language).result }, element("tbody", {}, ...rows));
}

/** Texts stand to the left and numbers to the right, as in the sheet. */
function cellClass(value: string): string | undefined {
  return value.startsWith('"') ? "text" : undefined;
}

function outcomeText(outcome: ExampleOutcome, language: Language): string {
  const texts = paneTexts(language);
  switch (outcome.kind) {
    case "noWorkbook":
      return texts.noWorkbook;
    case "refused":
      return outcome.reason === "other" ? texts.refused(outcome.message) : texts[outcome.reason];
    default:
      return texts[outcome.kind](outcome.address);
  }
}
