/*
 * Which language a user reads: her own choice where she has made one, else Office's display language, else
 * the browser's. Asked each time, as the choice can change while the add-in runs, and written so that it works
 * before Office.js is ready and where there is no browser at all.
 */
import type { Language } from "./catalogue";
import { keep, kept } from "./kept";

export type { Language } from "./catalogue";

const storageKey = "finsam.language";

export function currentLanguage(): Language {
  return chosenLanguage() ?? languageOf(officeLanguage() ?? browserLanguage() ?? "sv");
}

/** The user's own choice; undefined where she has made none, or where nothing can be stored. */
export function chosenLanguage(): Language | undefined {
  const stored = kept(storageKey);
  return stored === "sv" || stored === "en" ? stored : undefined;
}

/** Keeps the user's choice; undefined follows Office again. Says whether it could be kept. */
export function chooseLanguage(language: Language | undefined): boolean {
  return keep(storageKey, language);
}

/** Swedish for Swedish locales, English for all others. */
export function languageOf(locale: string): Language {
  return /^sv\b/i.test(locale) ? "sv" : "en";
}

function officeLanguage(): string | undefined {
  return typeof Office === "undefined" ? undefined : Office.context?.displayLanguage;
}

function browserLanguage(): string | undefined {
  return typeof navigator === "undefined" ? undefined : navigator.language;
}
