/*
 * The errors that a cell can show, by their English names, whatever the language in which Excel gives them, and as a
 * user sees them.
 */
import type { Language } from "../i18n/catalogue";

export const swedishErrors: Readonly<Record<string, string>> = {
  "#VALUE!": "#VÄRDEFEL!",
  "#N/A": "#SAKNAS!",
  "#NAME?": "#NAMN?",
  "#REF!": "#REFERENS!",
  "#DIV/0!": "#DIVISION/0!",
  "#NUM!": "#OGILTIGT!",
  "#NULL!": "#SKÄRNING!",
};
const english = new Map(Object.entries(swedishErrors).map(([name, local]) => [local, name]));

/** The English name, or the text itself where it is an error that is not known here; undefined for any other value. */
export function errorName(value: unknown): string | undefined {
  if (typeof value !== "string" || !value.startsWith("#")) return undefined;
  if (!/^#[\p{Lu}\d/_ ]+[!?]?$/u.test(value)) return undefined;
  return english.get(value) ?? value;
}

/** What a cell shows while Excel is still at work on it. */
export const unfinished: ReadonlySet<string> = new Set(["#BUSY!", "#GETTING_DATA", "#CALCULATING!"]);

/** An error as Excel shows it in a language. */
export function localErrorName(name: string, language: Language): string {
  return language === "sv" ? (swedishErrors[name] ?? name) : name;
}
