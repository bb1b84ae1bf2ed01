/*
 * The pages about scenarios in docs/, as Markdown: one for each scenario in each language, and a list of them.
 * `npm run pages` writes them, and a test asks that what is checked in is what this gives.
 */
import { scenarioPageTexts } from "../src/i18n/scenario-pages";
import type { Language } from "../src/i18n/language";
import { scenarios, type OpenScenario } from "../src/scenarios/all";

export const languages: readonly Language[] = ["sv", "en"];

const folders = { sv: "docs/sv/scenarier", en: "docs/en/scenarios" } as const;

/** Every page by its path in the project. */
export function scenarioPages(): ReadonlyMap<string, string> {
  return new Map(
    languages.flatMap((language) => [
      [`${folders[language]}/README.md`, listOf(language)] as const,
      ...scenarios.map((each) => [`${folders[language]}/${each.id}.md`, pageOf(each, language)] as const),
    ]),
  );
}

/** Where the picture of a scenario's sheet is, from the project's root. */
export function pictureOf(id: string, language: Language): string {
  return `docs/pictures/scenario-${id}-${language}.png`;
}

function listOf(language: Language): string {
  const texts = scenarioPageTexts(language);
  const items = scenarios.map(
    ({ id, title, description }) => `- [${title(language)}](${id}.md): ${description(language)}`,
  );
  return paragraphs([`# ${texts.heading}`, texts.intro, items.join("\n")]);
}

function pageOf({ id, title, explanation }: OpenScenario, language: Language): string {
  const texts = scenarioPageTexts(language);
  return paragraphs([
    `# ${title(language)}`,
    ...explanation(language),
    `![${texts.picture(title(language))}](../../../${pictureOf(id, language)})`,
    texts.inTerminal,
    [
      "```sh",
      `npm run --silent scenario -- show ${id}${texts.option}`,
      `npm run --silent scenario -- write ${id} ${id}.xlsx${texts.option}`,
      "```",
    ].join("\n"),
    `[${texts.all}](README.md)`,
  ]);
}

function paragraphs(texts: readonly string[]): string {
  return `${texts.join("\n\n")}\n`;
}
