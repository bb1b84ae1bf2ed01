/*
 * Where a number of the law stands, as FINSAM.SOURCE says it: in Swedish, as its documents are. A sheet in another
 * language keeps their names and says the words around them in its own.
 */
import { cite } from "../core/parameters/cite";
import { parameters, type ParameterName } from "../core/parameters/values";
import type { Language } from "../i18n/language";
import { commonTexts } from "../i18n/scenarios/common";
import { formula, text, type Formula, type Reference } from "./plan";

/** No "=" before it. */
export function citation(parameter: ParameterName, year: Reference, language: Language): Formula {
  const cited = citationsOf(parameter);
  return commonTexts(language)
    .citationWords.filter(({ swedish }) => cited.some((each) => each.includes(swedish)))
    .reduce(
      (inner, { swedish, own }) => formula`SUBSTITUTE(${inner},${text(swedish)},${text(own)})`,
      formula`FINSAM.SOURCE(${text(parameter)},${year})`,
    );
}

/** The sources themselves, for what FINSAM.SOURCE has no name for. */
export function citedSources(sources: Parameters<typeof cite>[0], language: Language): string {
  return commonTexts(language).citationWords.reduce(
    (inner, { swedish, own }) => inner.replaceAll(swedish, own),
    cite(sources),
  );
}

/** All that FINSAM.SOURCE says of a parameter, in one year or another. */
export function citationsOf(parameter: ParameterName): readonly string[] {
  return parameters[parameter].values.map(({ sources }) => cite(sources));
}
