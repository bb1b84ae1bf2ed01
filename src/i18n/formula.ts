/*
 * Formulas as a user types them. Workbooks and our own examples hold them in English (commas, decimal points);
 * a Swedish Excel takes semicolons between arguments, decimal commas, backslashes between the columns of an
 * array and SANT for TRUE, and our functions understand the Swedish words for what an argument chooses between.
 * Names of our functions are the same in both.
 */
import type { Language } from "./catalogue";
import { swedishWord } from "./choices";

const swedishConstants: Readonly<Record<string, string>> = { TRUE: "SANT", FALSE: "FALSKT" };

/** A text in quotes, a number, a word (a function, a reference or TRUE), or any other single character. */
const tokens = /"(?:[^"]|"")*"|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\d+|[\p{L}_$][\p{L}\d_.$]*|[^]/gu;

/** An English formula in the form that a user of the language types. */
export function localFormula(formula: string, language: Language): string {
  if (language === "en") return formula;
  let inArray = false;
  return (formula.match(tokens) ?? [])
    .map((token) => {
      if (token === "{") inArray = true;
      if (token === "}") inArray = false;
      if (token === ",") return inArray ? "\\" : ";";
      if (/^[\d.]/.test(token)) return token.replace(".", ",");
      const word = swedishWord[token.slice(1, -1)];
      if (token.startsWith('"') && word) return `"${word}"`;
      return swedishConstants[token] ?? token;
    })
    .join("");
}

/** The rows of a result: "{1,2;3,4}" → [["1", "2"], ["3", "4"]], "5" → [["5"]]. Texts keep their quotes. */
export function resultRows(result: string): readonly (readonly string[])[] {
  const array = /^\{(.*)\}$/.exec(result);
  if (!array) return [[result]];
  const rows: string[][] = [[""]];
  for (const token of array[1]!.match(tokens) ?? []) {
    const row = rows[rows.length - 1]!;
    if (token === ";") rows.push([""]);
    else if (token === ",") row.push("");
    else row[row.length - 1] += token;
  }
  return rows;
}

/** A value of a result as a cell shows it: six significant digits, or all of a larger whole number's. */
export function localValue(value: string, language: Language): string {
  if (value.startsWith('"')) return value.slice(1, -1).replaceAll('""', '"');
  if (value === "" || Number.isNaN(Number(value))) return localFormula(value, language);
  const number = Number(value);
  const digits = Math.max(6, Math.trunc(Math.abs(number)).toString().length);
  const shown = new Intl.NumberFormat(language, { maximumSignificantDigits: Math.min(digits, 21), useGrouping: false });
  return shown.format(number);
}
