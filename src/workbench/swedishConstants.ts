/*
 * SANT and FALSKT in formulas. A Swedish Excel knows TRUE and FALSE by these names alone, and so do our examples;
 * o-spreadsheet knows the English ones only, so what is typed is stored in English, as Excel stores it too.
 */
import type { CoreCommand } from "@odoo/o-spreadsheet";
import { locales } from "../engine/locales";
import type { Libraries } from "./load";

const english: Readonly<Record<string, string>> = { SANT: "TRUE", FALSKT: "FALSE" };

/** A text or a sheet's name in quotes, or a word that no parenthesis makes a function. */
const tokens = /"(?:[^"]|"")*"|'(?:[^']|'')*'|[\p{L}_][\p{L}\d_.]*(?![\p{L}\d_.]|\s*\()/gu;

export function englishConstants(formula: string): string {
  return formula.replace(tokens, (token) => english[token.toUpperCase()] ?? token);
}

/** Makes models created from now on take the Swedish constants where the workbook is Swedish. */
export function acceptSwedishConstants({ CorePlugin, registries }: Libraries["spreadsheet"]): void {
  class SwedishConstants extends CorePlugin {
    override beforeHandle(command: CoreCommand): void {
      if (command.type !== "UPDATE_CELL" || !command.content?.startsWith("=")) return;
      if (this.getters.getLocale().code === locales.sv.code) command.content = englishConstants(command.content);
    }
  }
  registries.corePluginRegistry.add("finsamSwedishConstants", SwedishConstants);
}
