/*
 * The help pages, made at build time from the catalogue: one page a function and an index, in both languages.
 * Static HTML with one style sheet and no script, for Excel's own help link, the pane and the printer.
 */
import type { Catalogue, CatalogueFunction, Language } from "../src/i18n/catalogue";
import { localFormula, localValue, resultRows } from "../src/i18n/formula";
import { helpTexts } from "../src/i18n/help";
import { helpPath } from "./metadata";

/** Every page by its path in the build. */
export function helpPages(catalogue: Readonly<Record<Language, Catalogue>>): Record<string, string> {
  const pages: Record<string, string> = {};
  for (const language of ["sv", "en"] as const) {
    const { functions } = catalogue[language];
    pages[helpPath("index", language)] = indexPage(functions, language);
    for (const fn of functions) pages[helpPath(fn.id, language)] = functionPage(fn, language);
  }
  return pages;
}

function indexPage(functions: readonly CatalogueFunction[], language: Language): string {
  const texts = helpTexts(language);
  return page(language, "index", texts.title, [
    tag("h1", texts.title),
    tag("p", texts.lead, "lead"),
    tag("h2", texts.functions),
    `<dl class="functions">`,
    ...functions.map((fn) => `<dt>${link(fn.id, `FINSAM.${fn.id}`)}</dt>\n<dd>${escape(fn.description)}</dd>`),
    `</dl>`,
    `<h2 id="general">${escape(texts.general)}</h2>`,
    `<dl>`,
    ...texts.rules.map(([name, text]) => `${tag("dt", name!)}\n${tag("dd", text!)}`),
    `</dl>`,
    ...errors(language),
    tag("h2", texts.cannot),
    tag("p", texts.cannotText),
    tag("h2", texts.missing),
    tag("p", texts.missingText),
    tag("p", texts.privacy),
  ]);
}

function functionPage(fn: CatalogueFunction, language: Language): string {
  const texts = helpTexts(language);
  const name = `FINSAM.${fn.id}`;
  return page(language, fn.id, name, [
    tag("h1", name),
    tag("p", fn.description, "lead"),
    tag("h2", texts.syntax),
    `<p><code>${syntax(name, fn, language)}</code></p>`,
    tag("h2", texts.arguments),
    table(
      "arguments",
      [texts.argument, texts.meaning],
      fn.parameters.map((parameter) => [
        `<code>${escape(parameter.name)}</code>${parameter.optional ? `<br><small>${escape(texts.optional)}</small>` : ""}`,
        escape(parameter.description) + choices(parameter.choices, language),
      ]),
    ),
    tag("h2", texts.returns),
    tag("p", fn.returns),
    tag("h2", texts.examples),
    tag("p", texts.exampleHint, "hint"),
    table(
      "examples",
      [texts.formula, texts.result],
      fn.examples.map(({ formula, result }) => [
        `<code>${breakable(localFormula(formula, language))}</code>`,
        resultGrid(result, language),
      ]),
    ),
    tag("h2", texts.source),
    tag("p", fn.source),
    ...errors(language),
    `<p>${link("index", texts.generalLink, "#general")}</p>`,
  ]);
}

function errors(language: Language): string[] {
  const texts = helpTexts(language);
  return [
    tag("h2", texts.errors),
    tag("p", texts.hover),
    table(
      "errors",
      [texts.errorValue, texts.meaning],
      texts.errorTable.map(([value, text]) => [`<code>${escape(value!)}</code>`, escape(text!)]),
    ),
  ];
}

function syntax(name: string, fn: CatalogueFunction, language: Language): string {
  const shown = fn.parameters.map((parameter) => (parameter.optional ? `[${parameter.name}]` : parameter.name));
  return escape(`=${name}(${shown.join(`${localFormula(",", language)} `)})`);
}

function choices(values: CatalogueFunction["parameters"][number]["choices"], language: Language): string {
  if (!values) return "";
  const items = values.map(
    ({ value, description }) => `<li><code>"${escape(value)}"</code> ${escape(description)}</li>`,
  );
  return `<br>${escape(helpTexts(language).choices)}<ul>${items.join("")}</ul>`;
}

function resultGrid(result: string, language: Language): string {
  // Texts stand to the left and numbers to the right, as in the sheet.
  const cell = (value: string) =>
    `<td${value.startsWith('"') ? ' class="text"' : ""}>${escape(localValue(value, language))}</td>`;
  const rows = resultRows(result).map((row) => `<tr>${row.map(cell).join("")}</tr>`);
  return `<table class="grid"><tbody>${rows.join("")}</tbody></table>`;
}

/** Cells are markup already; headings are text. */
function table(name: string, headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = headings.map((heading) => `<th scope="col">${escape(heading)}</th>`).join("");
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`);
  return `<table class="${name}">\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join("\n")}\n</tbody>\n</table>`;
}

function page(language: Language, id: string, title: string, content: readonly string[]): string {
  const texts = helpTexts(language);
  const other: Language = language === "sv" ? "en" : "sv";
  const heading = id === "index" ? title : `${title} – ${texts.title}`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'">
<title>${escape(heading)}</title>
<link rel="icon" href="../../assets/icon-32.png">
<link rel="stylesheet" href="../help.css">
</head>
<body>
<nav>
${id === "index" ? "<span></span>" : link("index", texts.allFunctions)}
<a href="../../${helpPath(id, other)}" lang="${other}" hreflang="${other}">${escape(texts.otherLanguage)}</a>
</nav>
<main>
${content.join("\n")}
</main>
</body>
</html>
`;
}

/** To another page of the same language. */
function link(id: string, text: string, fragment = ""): string {
  return `<a href="${id.toLowerCase()}.html${fragment}">${escape(text)}</a>`;
}

function tag(name: string, text: string, className?: string): string {
  return `<${name}${className ? ` class="${className}"` : ""}>${escape(text)}</${name}>`;
}

/** A long formula may break after its separators and braces. */
function breakable(formula: string): string {
  return formula
    .split(/(?<=[;,\\({])/)
    .map(escape)
    .join("<wbr>");
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
