/*
 * Array constants as a Swedish Excel writes them. With `;` between arguments the engine's cell editor takes `;`
 * between columns and `\` between rows; Excel has it the other way round: {1\2;3\4} is two rows of two. A constant
 * typed as Excel wants it would be turned on its side without a word.
 */
import type * as OSpreadsheet from "@odoo/o-spreadsheet";

/** The two steps of the editor, private in the library's types: what is shown, and what is stored. */
interface CellEditor {
  readonly getters: OSpreadsheet.Getters;
  getComposerContent: (this: CellEditor, ...values: unknown[]) => { text: string };
  getCurrentCanonicalContent: (this: CellEditor) => string;
}

/** Makes every cell editor of the library read and show array constants as Excel does. To be called once. */
export function useExcelArraySeparators(library: Pick<typeof OSpreadsheet, "stores">): void {
  const editor = library.stores.CellComposerStore.prototype as unknown as CellEditor;
  const { getComposerContent: show, getCurrentCanonicalContent: store } = editor;
  editor.getComposerContent = function (...values) {
    const content = show.apply(this, values);
    return isReversed(this) ? { ...content, text: swapInArrays(content.text, ";", "\\") } : content;
  };
  editor.getCurrentCanonicalContent = function () {
    const content = store.call(this);
    return isReversed(this) ? swapInArrays(content, ",", ";") : content;
  };
}

function isReversed({ getters }: CellEditor): boolean {
  return getters.getLocale().formulaArgSeparator === ";";
}

/** Exchanges two characters within the braces of a formula, texts in quotation marks left alone. */
function swapInArrays(content: string, one: string, other: string): string {
  if (!content.startsWith("=")) return content;
  let inArray = false;
  return content.replace(/"[^"]*"|[^]/g, (part) => {
    if (part === "{" || part === "}") inArray = part === "{";
    if (!inArray) return part;
    if (part === one) return other;
    return part === other ? one : part;
  });
}
