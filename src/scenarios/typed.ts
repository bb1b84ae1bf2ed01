/*
 * Between what a user types in a field and what its cell holds: numbers as she writes them in her language,
 * percentages as percentages.
 */
import type { Language } from "../i18n/language";
import { typedNumber } from "../i18n/typedNumber";
import { fromSerial, toSerial } from "./dates";
import type { Typed } from "./draft";
import type { Format } from "./plan";

export type FieldKind = "number" | "percent" | "year" | "date" | "text";

const kinds: Partial<Record<Format, FieldKind>> = {
  percent: "percent",
  percentDecimal: "percent",
  year: "year",
  date: "date",
  text: "text",
};

/** What is typed in the field of a cell that is shown so. */
export function kindOf(format: Format): FieldKind {
  return kinds[format] ?? "number";
}

/** What was typed; a text that is no number is given back as it is, for a sentence to be said of it. */
export function readTyped(text: string, kind: FieldKind, language: Language): Typed {
  const trimmed = text.trim();
  if (trimmed === "") return undefined;
  if (kind === "text") return trimmed;
  if (kind === "date") return readDate(trimmed);
  const number = typedNumber(trimmed, language);
  if (!number) return trimmed;
  // Per cent as Excel reads it: 2.9 % is 0.029, and not the noise that a division leaves.
  return Number(kind === "percent" || number.isPercent ? `${number.digits}e-2` : number.digits);
}

/** What a field shows of its cell, without a sign of per cent. */
export function showTyped(value: Typed, kind: FieldKind, language: Language): string {
  return written(value, kind, language, kind === "year" ? ungrouped : grouped);
}

/** The same while it is typed over: a digit put between others would break the groups of thousands. */
export function editTyped(value: Typed, kind: FieldKind, language: Language): string {
  return written(value, kind, language, ungrouped);
}

type Digits = Readonly<Record<Language, Intl.NumberFormat>>;

function written(value: Typed, kind: FieldKind, language: Language, digits: Digits): string {
  if (value === undefined || typeof value === "string") return value ?? "";
  if (kind === "date") return fromSerial(value);
  return digits[language].format(Number((kind === "percent" ? value * 100 : value).toPrecision(15)));
}

// Made once: to make one takes a hundred times as long as to use it, and a form has a hundred numbers.
const grouped = digitsOf(true);
const ungrouped = digitsOf(false);

function digitsOf(useGrouping: boolean): Digits {
  const options = { useGrouping, maximumSignificantDigits: 15 };
  return { sv: new Intl.NumberFormat("sv-SE", options), en: new Intl.NumberFormat("en-US", options) };
}

function readDate(text: string): Typed {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? [];
  if (year === undefined) return text;
  const serial = toSerial(Number(year), Number(month), Number(day));
  // The 31st of a shorter month would be a day of the next.
  return fromSerial(serial).slice(5, 7) === month!.padStart(2, "0") ? serial : text;
}
