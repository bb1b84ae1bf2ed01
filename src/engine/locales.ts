/*
 * How the engine writes and reads numbers, dates and formulas in each language: as Excel does in Sweden, and
 * as in English.
 */
import type { Locale } from "@odoo/o-spreadsheet";
import type { Language } from "../i18n/language";

export const locales: Readonly<Record<Language, Locale>> = {
  sv: {
    name: "Svenska",
    code: "sv_SE",
    // The no-break space that Excel writes, so that amounts pasted from it are read as numbers.
    thousandsSeparator: "\u00a0",
    decimalSeparator: ",",
    formulaArgSeparator: ";",
    dateFormat: "yyyy-mm-dd",
    timeFormat: "hh:mm:ss",
    weekStart: 1,
  },
  en: {
    name: "English",
    code: "en_US",
    thousandsSeparator: ",",
    decimalSeparator: ".",
    formulaArgSeparator: ",",
    dateFormat: "m/d/yyyy",
    timeFormat: "hh:mm:ss a",
    weekStart: 7,
  },
};

/** What `Office.context.displayLanguage` says in each language. */
export const displayLanguages: Readonly<Record<Language, string>> = { sv: "sv-SE", en: "en-US" };
