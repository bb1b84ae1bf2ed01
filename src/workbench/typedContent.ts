/*
 * What is typed into a cell, read as a Swedish Excel reads it where o-spreadsheet does not: SUMMA is SUM and SANT is
 * TRUE (stored in English, as Excel stores them too), a space between thousands is no part of the number
 * (o-spreadsheet would take "3 674" for March 3674), and a percent sign typed after the one that the editor has put
 * there by itself is the same sign, with a space before it or without.
 */
import type { Command, CoreCommand, Getters, Locale } from "@odoo/o-spreadsheet";
import { locales } from "../engine/locales";
import { toEnglish } from "../i18n/excelWords";
import type { Libraries } from "./load";

/** A text or a sheet's name in quotes, or a word, with what says that it is a function's name or a sheet's. */
const words = /"(?:[^"]|"")*"|'(?:[^']|'')*'|([\p{L}_][\p{L}\d_.]*)(\s*\(|!)?/gu;

/** A formula with Excel's own names in English; names that are not known stand as they are. */
function withEnglishNames(formula: string): string {
  return formula.replace(words, (whole, word: string | undefined, after = "") => {
    if (word === undefined || after === "!") return whole;
    const names = after === "" ? toEnglish.constants : toEnglish.functions;
    return (names.get(word.toUpperCase()) ?? word) + String(after);
  });
}

/** An amount with spaces between its thousands, ordinary or not breaking, or any with a percent sign. */
const spaced = /^-?\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?(?:[ \u00a0\u202f]?%{1,2})?$/;
const percent = /^-?[\d.,]+[ \u00a0\u202f]?%{1,2}$/;

/** The content that o-spreadsheet shall store for what was typed. */
export function readTyped(content: string, { code, decimalSeparator }: Locale): string {
  if (content.startsWith("=")) return code === locales.sv.code ? withEnglishNames(content) : content;
  const typed = content.trim();
  if (!spaced.test(typed) && !percent.test(typed)) return content;
  return typed
    .replace(/[ \u00a0\u202f]/g, "")
    .replace("%%", "%")
    .replace(decimalSeparator, ".");
}

/** An amount with points in it, which is no number where the decimal sign is a comma. */
const pointed = /^\s*[+-]?\d+(?:\.\d+)+(?:[ \u00a0\u202f]?%{1,2})?\s*$/;

/**
 * "133.310" is a text in Swedish Excel. The library would store it as if it had been typed in English, as 133,31, a
 * thousandth of what somebody may have meant by it.
 */
export function keepText(typed: string, { decimalSeparator }: Locale): string {
  return decimalSeparator === "," && pointed.test(typed) ? `'${typed.trim().replace("%%", "%")}` : typed;
}

/** What is pasted from elsewhere: a row a line, a tab between cells. */
export function keepTexts(pasted: string, locale: Locale): string {
  return pasted.replace(/[^\t\r\n]+/g, (cell) => keepText(cell, locale));
}

/** The step of the cell editor, private in the library's types, that says what is stored. */
interface CellEditor {
  readonly getters: Getters;
  readonly _currentContent: string;
  getCurrentCanonicalContent: (this: CellEditor) => string;
}

/** Makes models created from now on read what is typed and pasted so. To be called once. */
export function readTypedContent({ CorePlugin, UIPlugin, registries, stores }: Libraries["spreadsheet"]): void {
  const editor = stores.CellComposerStore.prototype as unknown as CellEditor;
  const { getCurrentCanonicalContent: store } = editor;
  editor.getCurrentCanonicalContent = function () {
    const kept = keepText(this._currentContent, this.getters.getLocale());
    return kept === this._currentContent ? store.call(this) : kept;
  };

  class PastedContent extends UIPlugin {
    override beforeHandle(command: Command): void {
      if (command.type !== "PASTE_FROM_OS_CLIPBOARD" || command.clipboardContent.text === undefined) return;
      const { clipboardContent } = command;
      command.clipboardContent = {
        ...clipboardContent,
        text: keepTexts(clipboardContent.text!, this.getters.getLocale()),
      };
    }
  }
  registries.featurePluginRegistry.add("finsamPastedContent", PastedContent);

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
