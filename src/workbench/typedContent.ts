/*
 * What is typed into a cell, read as a Swedish Excel reads it where o-spreadsheet does not: SANT and FALSKT are
 * TRUE and FALSE (stored in English, as Excel stores them too), a space between thousands is no part of the number
 * (o-spreadsheet would take "3 674" for March 3674), and a percent sign typed after the one that the editor has put
 * there by itself is the same sign, with a space before it or without.
 */
import type { CoreCommand, Locale } from "@odoo/o-spreadsheet";
import { locales } from "../engine/locales";
import type { Libraries } from "./load";

const english: Readonly<Record<string, string>> = { SANT: "TRUE", FALSKT: "FALSE" };

/** A text or a sheet's name in quotes, or a word that no parenthesis makes a function. */
const tokens = /"(?:[^"]|"")*"|'(?:[^']|'')*'|[\p{L}_][\p{L}\d_.]*(?![\p{L}\d_.]|\s*\()/gu;

/** An amount with spaces between its thousands, ordinary or not breaking, or any with a percent sign. */
const spaced = /^-?\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?(?:[ \u00a0\u202f]?%{1,2})?$/;
const percent = /^-?[\d.,]+[ \u00a0\u202f]?%{1,2}$/;

/** The content that o-spreadsheet shall store for what was typed. */
export function readTyped(content: string, { code, decimalSeparator }: Locale): string {
  if (content.startsWith("=")) {
    return code === locales.sv.code
      ? content.replace(tokens, (token) => english[token.toUpperCase()] ?? token)
      : content;
  }
  const typed = content.trim();
  if (!spaced.test(typed) && !percent.test(typed)) return content;
  return typed
    .replace(/[ \u00a0\u202f]/g, "")
    .replace("%%", "%")
    .replace(decimalSeparator, ".");
}

/** Makes models created from now on read what is typed so. */
export function readTypedContent({ CorePlugin, registries }: Libraries["spreadsheet"]): void {
  class TypedContent extends CorePlugin {
    override beforeHandle(command: CoreCommand): void {
      if (command.type === "UPDATE_CELL" && command.content !== undefined) {
        const stored = readTyped(command.content, this.getters.getLocale());
        // For "3 674" the editor has also chosen a date's format.
        if (stored !== command.content && !stored.startsWith("=")) delete command.format;
        command.content = stored;
      }
    }
  }
  registries.corePluginRegistry.add("finsamTypedContent", TypedContent);
}
