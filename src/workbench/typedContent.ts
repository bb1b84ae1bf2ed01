/*
 * What is typed into a cell, read as a Swedish Excel reads it where o-spreadsheet does not: SANT and FALSKT are
 * TRUE and FALSE (stored in English, as Excel stores them too), and a percent sign typed after the one that the
 * editor has put there by itself is the same sign.
 */
import type { CoreCommand, Locale } from "@odoo/o-spreadsheet";
import { locales } from "../engine/locales";
import type { Libraries } from "./load";

const english: Readonly<Record<string, string>> = { SANT: "TRUE", FALSKT: "FALSE" };

/** A text or a sheet's name in quotes, or a word that no parenthesis makes a function. */
const tokens = /"(?:[^"]|"")*"|'(?:[^']|'')*'|[\p{L}_][\p{L}\d_.]*(?![\p{L}\d_.]|\s*\()/gu;

/** The content that o-spreadsheet shall store for what was typed. */
export function readTyped(content: string, { code, decimalSeparator }: Locale): string {
  if (content.startsWith("=")) {
    return code === locales.sv.code
      ? content.replace(tokens, (token) => english[token.toUpperCase()] ?? token)
      : content;
  }
  return /^-?[\d.,]+%%$/.test(content) ? content.slice(0, -1).replace(decimalSeparator, ".") : content;
}

/** Makes models created from now on read what is typed so. */
export function readTypedContent({ CorePlugin, registries }: Libraries["spreadsheet"]): void {
  class TypedContent extends CorePlugin {
    override beforeHandle(command: CoreCommand): void {
      if (command.type === "UPDATE_CELL" && command.content !== undefined) {
        command.content = readTyped(command.content, this.getters.getLocale());
      }
    }
  }
  registries.corePluginRegistry.add("finsamTypedContent", TypedContent);
}
