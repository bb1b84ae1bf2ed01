/*
 * The errors that a cell can show, by their English names, whatever the language in which Excel gives them.
 */

const names: Readonly<Record<string, string>> = {
  "#VÄRDEFEL!": "#VALUE!",
  "#SAKNAS!": "#N/A",
  "#NAMN?": "#NAME?",
  "#REFERENS!": "#REF!",
  "#DIVISION/0!": "#DIV/0!",
  "#OGILTIGT!": "#NUM!",
  "#SKÄRNING!": "#NULL!",
};

/** The English name, or the text itself where it is an error that is not known here; undefined for any other value. */
export function errorName(value: unknown): string | undefined {
  if (typeof value !== "string" || !value.startsWith("#")) return undefined;
  if (!/^#[\p{Lu}\d/_ ]+[!?]?$/u.test(value)) return undefined;
  return names[value] ?? value;
}
