/*
 * Formulas as a user types them. Workbooks and our own examples hold them in English (commas, decimal points);
 * a Swedish Excel takes semicolons between arguments, decimal commas, backslashes between the columns of an
 * array, its own names of functions and SANT for TRUE, and our functions understand the Swedish words for what an
 * argument chooses between. Names of our functions are the same in both.
 */
import type { Language } from "./catalogue";
import { englishWord, swedishWord } from "./choices";
import { toEnglish, toSwedish, type Names } from "./excelWords";
import { tokensOf, type Token } from "./formulaTokens";

/** An English formula in the form that a user of the language types. */
export function localFormula(formula: string, language: Language): string {
  if (language === "en") return formula;
  return translated(tokensOf(formula, "."), {
    names: toSwedish,
    word: (text) => swedishWord[text],
    number: (text) => text.replace(".", ","),
    separator: (sign, inArray) => (sign === "," ? (inArray ? "\\" : ";") : sign),
  });
}

/** One argument of a function of ours, by itself: what it chooses between is a word only there. */
export function localArgument(text: string, language: Language): string {
  const call = "FINSAM.SPLIT(";
  return localFormula(`${call}${text})`, language).slice(call.length, -1);
}

/** What stands in a formula and means nothing in the language that it is typed in. */
export type Foreign =
  /** A separator, or a decimal sign, of the other language. */
  | { readonly kind: "sign"; readonly sign: string }
  /** A function by a name that only Swedish Excel has, and that is not known here. */
  | { readonly kind: "function"; readonly name: string };

/** What a user of the language has typed, in the English form in which workbooks hold it. */
export function englishFormula(formula: string, language: Language): string | Foreign {
  const tokens = tokensOf(formula, language === "sv" ? "," : ".");
  const foreign = foreignIn(tokens, language);
  if (foreign) return foreign;
  if (language === "en") return formula;
  return translated(tokens, {
    names: toEnglish,
    word: (text) => englishWord[text],
    number: (text) => text.replace(",", "."),
    separator: (sign, inArray) => (sign === "\\" || (sign === ";" && !inArray) ? "," : sign),
  });
}

interface Translation {
  readonly names: Names;
  /** What an argument of ours chooses between; undefined for any other text. */
  readonly word: (text: string) => string | undefined;
  readonly number: (text: string) => string;
  readonly separator: (sign: string, inArray: boolean) => string;
}

function translated(tokens: readonly Token[], { names, word, number, separator }: Translation): string {
  const places = placesOf(tokens);
  return tokens
    .map(({ kind, text }, index) => {
      const place = places[index]!;
      if (kind === "number") return number(text);
      if (kind === "sign") return separator(text, place.inArray);
      if (kind === "error") return names.errors.get(text) ?? text;
      if (kind === "brackets") return withSeparators(text, separator);
      if (kind === "word") return translatedWord(text, place, names);
      const chosen = kind === "text" && place.isArgumentOfOurs ? word(text.slice(1, -1)) : undefined;
      return chosen === undefined ? text : `"${chosen}"`;
    })
    .join("");
}

function translatedWord(text: string, { next }: Place, { functions, constants }: Names): string {
  if (next === "(") return functions.get(text.toUpperCase()) ?? text;
  return next === "!" || next === "[" ? text : (constants.get(text.toUpperCase()) ?? text);
}

/** Between the columns of a table: Table1[[#All],[Amount]]; what is in the inner brackets is a name. */
function withSeparators(brackets: string, separator: Translation["separator"]): string {
  return brackets.replace(/(\]\s*)([,;])(\s*\[)/g, (_, end: string, sign: string, start: string) => {
    return end + separator(sign, false) + start;
  });
}

/** Where a token stands in its formula. */
interface Place {
  readonly inArray: boolean;
  /** Whether it is an argument of one of our functions, all of it. */
  readonly isArgumentOfOurs: boolean;
  /** The sign that follows at once. */
  readonly next: string | undefined;
}

function placesOf(tokens: readonly Token[]): readonly Place[] {
  const open: ("array" | "ours" | "other")[] = [];
  const solid = tokens.filter(({ kind }) => kind !== "space");
  let at = -1;
  return tokens.map((token, index) => {
    const { kind, text } = token;
    if (kind !== "space") at++;
    const around = [solid[at - 1]?.text, solid[at + 1]?.text];
    if (text === "{" && kind === "sign") open.push("array");
    if (text === "(") open.push(/^FINSAM\./i.test(around[0] ?? "") ? "ours" : "other");
    const inside = open.at(-1);
    if (kind === "sign" && (text === "}" || text === ")")) open.pop();
    return {
      inArray: inside === "array",
      isArgumentOfOurs: inside === "ours" && /^[(,;]$/.test(around[0] ?? "") && /^[),;]$/.test(around[1] ?? ""),
      next: tokens[index + 1]?.text,
    };
  });
}

function foreignIn(tokens: readonly Token[], language: Language): Foreign | undefined {
  const places = placesOf(tokens);
  for (const [index, { kind, text }] of tokens.entries()) {
    const { inArray, next } = places[index]!;
    const isForeign = language === "sv" ? /^[.,]$/.test(text) : text === "\\" || (text === ";" && !inArray);
    if (kind === "sign" && isForeign) return { kind: "sign", sign: text };
    if (kind !== "word" || next !== "(" || language === "en") continue;
    if (/[ÅÄÖ]/i.test(text) && !toEnglish.functions.has(text.toUpperCase())) return { kind: "function", name: text };
  }
  return undefined;
}

/** The rows of a result: "{1,2;3,4}" → [["1", "2"], ["3", "4"]], "5" → [["5"]]. Texts keep their quotes. */
export function resultRows(result: string): readonly (readonly string[])[] {
  const array = /^\{(.*)\}$/.exec(result);
  if (!array) return [[result]];
  const rows: string[][] = [[""]];
  for (const { text } of tokensOf(array[1]!, ".")) {
    const row = rows[rows.length - 1]!;
    if (text === ";") rows.push([""]);
    else if (text === ",") row.push("");
    else row[row.length - 1] += text;
  }
  return rows;
}

/** A value of a result as a cell shows it: six significant digits, or all of a larger whole number's. */
export function localValue(value: string, language: Language): string {
  if (value.startsWith('"')) return value.slice(1, -1).replaceAll('""', '"');
  if (value.startsWith("#")) return value;
  if (value === "" || Number.isNaN(Number(value))) return localFormula(value, language);
  const number = Number(value);
  const digits = Math.max(6, Math.trunc(Math.abs(number)).toString().length);
  return significant(Math.min(digits, 21), language).format(number);
}

const made = new Map<string, Intl.NumberFormat>();

/** Made once for each number of digits, as making one takes far longer than using it. */
function significant(digits: number, language: Language): Intl.NumberFormat {
  const key = `${digits} ${language}`;
  const number =
    made.get(key) ?? new Intl.NumberFormat(language, { maximumSignificantDigits: digits, useGrouping: false });
  made.set(key, number);
  return number;
}
