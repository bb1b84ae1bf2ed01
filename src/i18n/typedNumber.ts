/*
 * Numbers as people type them: the decimal sign of their language, thousands apart in groups of three digits or not,
 * any minus sign, and per cent. What is anything else is no number: whether "36 74" was meant as 36.74, as 3674 or as
 * two numbers only its user can tell.
 */
import type { Language } from "./catalogue";

export interface TypedNumber {
  /** As a formula in English has it: "-3674.5". */
  readonly digits: string;
  readonly isPercent: boolean;
}

/** Undefined where the text is no number in the language. */
export function typedNumber(text: string, language: Language): TypedNumber | undefined {
  const [, sign, whole = "", decimals = "", percent] = patterns[language].exec(text.trim()) ?? [];
  if (whole + decimals === "") return undefined;
  const fraction = decimals === "" ? "" : `.${decimals}`;
  const digits = `${/[-−]/.test(sign!) ? "-" : ""}${whole.replace(/\D/g, "") || "0"}${fraction}`;
  return { digits, isPercent: percent !== "" };
}

/** Whether the text is made of what numbers are made of, such as "36 74", whatever they were meant to say. */
export function resemblesNumber(text: string): boolean {
  return /^[-+−]?[\d\s.,]*\d[\d\s.,]*%?$/.test(text.trim());
}

/** Ordinary, no-break, narrow no-break and thin. */
const space = "[ \\u00a0\\u202f\\u2009]";
const groups = (sign: string) => `\\d{1,3}(?:${sign}\\d{3})+`;

/** The other language's decimal sign is none: whether "2,5" in English was meant as 2.5 or 25 only its user can tell. */
const patterns: Readonly<Record<Language, RegExp>> = {
  sv: pattern(["\\d+", groups(space)], ","),
  // Commas or spaces, but not both in one number.
  en: pattern(["\\d+", groups(space), groups(",")], "\\."),
};

function pattern(wholes: readonly string[], decimalSign: string): RegExp {
  return new RegExp(`^([-+−]?)\\s*(${wholes.join("|")})?(?:${decimalSign}(\\d*))?\\s*(%?)$`);
}
