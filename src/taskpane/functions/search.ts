/*
 * Finds functions by the words of both languages: in a function's name, in what it does and returns, in its arguments
 * and in what they choose between.
 */
import type { Catalogue, CatalogueFunction, Language } from "../../i18n/catalogue";
import { swedishWord } from "../../i18n/choices";

type Catalogues = Readonly<Record<Language, Catalogue>>;

interface Searchable {
  readonly fn: CatalogueFunction;
  readonly id: string;
  /** What it does and what its arguments are called: a word there says more than one in a sentence about them. */
  readonly near: string;
  readonly far: string;
}

/** The functions that every word of the query is found in, the nearest first; all of them where there is no word. */
export function createSearch(
  catalogues: Catalogues,
): (query: string, language: Language) => readonly CatalogueFunction[] {
  const searchable = { sv: searchables(catalogues, "sv"), en: searchables(catalogues, "en") };
  return (query, language) => {
    const words = plain(query).split(/\s+/).filter(Boolean);
    const scored = searchable[language].map((each) => ({
      fn: each.fn,
      scores: words.map((word) => score(each, word)),
    }));
    return scored
      .filter(({ scores }) => scores.every((each) => each > 0))
      .map(({ fn, scores }) => ({ fn, sum: scores.reduce((sum, each) => sum + each, 0) }))
      .sort((a, b) => b.sum - a.sum)
      .map(({ fn }) => fn);
  };
}

function searchables(catalogues: Catalogues, language: Language): readonly Searchable[] {
  const other = catalogues[language === "sv" ? "en" : "sv"].functions;
  return catalogues[language].functions.map((fn, index) => {
    const both = [fn, other[index]!];
    return {
      fn,
      id: plain(`finsam.${fn.id}`),
      near: plain(
        both
          .map(({ description, parameters }) => [description, ...parameters.map(({ name }) => name)].join(" "))
          .join(" "),
      ),
      far: plain(
        both.flatMap(({ returns, source, parameters }) => [returns, source, ...parameters.map(wordsOf)]).join(" "),
      ),
    };
  });
}

function wordsOf({ description, choices = [] }: CatalogueFunction["parameters"][number]): string {
  return [
    description,
    ...choices.flatMap(({ value, description: what }) => [value, swedishWord[value] ?? "", what]),
  ].join(" ");
}

function score({ id, near, far }: Searchable, word: string): number {
  if (id.slice("finsam.".length).startsWith(word)) return 8;
  if (id.includes(word)) return 6;
  if (near.includes(word)) return 3;
  return far.includes(word) ? 1 : 0;
}

/** Without capitals and accents, as people type when they search. */
function plain(text: string): string {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}
