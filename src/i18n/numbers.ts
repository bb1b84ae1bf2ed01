/*
 * Numbers as people write them in each language: a decimal comma and no-break spaces between thousands in Swedish, a
 * real minus sign in both.
 */
import type { Language } from "./catalogue";

const locales: Readonly<Record<Language, string>> = { sv: "sv-SE", en: "en-US" };

/** Making one takes longer than writing a hundred numbers with it. */
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.NumberFormat(locales[language], options);
  formats.set(key, known);
  return known;
}

/** A number in full, at the 15 digits that Excel has. */
export function writtenNumber(
  value: number,
  language: Language,
  digits: Intl.NumberFormatOptions = { maximumSignificantDigits: 15 },
): string {
  const size = Math.abs(value);
  // Written out, the largest and smallest numbers would fill the screen.
  const notation = size >= 1e18 || (size > 0 && size < 1e-9) ? "scientific" : "standard";
  const text = formatOf(language, { ...digits, notation }).format(value);
  return /[1-9]/.test(text) ? text.replace(/^-/, "−") : text.replace(/^-/, "");
}

/** How many decimals a number has, at the 15 digits that Excel has. */
export function decimalsOf(value: number): number {
  const [mantissa = "", exponent = "0"] = value.toExponential(14).split("e");
  const digits = mantissa.replace(/\.?0+$/, "").replace(/^-?\d\.?/, "").length;
  return Math.max(0, digits - Number(exponent));
}

const fewDecimals = 4;

/**
 * A number to read and to reckon with: in full where that takes few decimals, and otherwise with two decimals, or
 * five digits of a small one.
 */
export function shortNumber(value: number, language: Language): string {
  if (value === 0 || decimalsOf(value) <= fewDecimals) return writtenNumber(value, language);
  const whole = Math.max(0, Math.floor(Math.log10(Math.abs(value))) + 1);
  return writtenNumber(value, language, { maximumSignificantDigits: Math.min(15, Math.max(5, whole + 2)) });
}

/** With so many decimals, zeros too: for figures that are compared. */
export function fixedNumber(value: number, language: Language, decimals: number): string {
  return writtenNumber(value, language, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

/** "8,604 %", "8.604%". */
export function percentage(value: number, language: Language): string {
  return `${shortNumber(value * 100, language)}${language === "sv" ? "\u00a0%" : "%"}`;
}
