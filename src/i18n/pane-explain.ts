/*
 * The pane's texts around an explanation: to go to cells and back, to explain again, and to copy. The explanation
 * itself is in explain.ts.
 */
import type { Language } from "./language";
import { writtenNumber } from "./numbers";
import { notShownText } from "./pane-check";
import { bilingual } from "./texts";

export const explainViewTexts = bilingual(
  {
    explain: "Förklara",
    again: "Förklara igen",
    explainCell: (address: string) => `Förklara ${address}`,
    reading: "Läser cellen …",
    goTo: "Gå till",
    isShown: (address: string) => `${address} är markerat i bladet.`,
    backTo: (address: string) => `Tillbaka till ${address}`,
    gone: (sheet: string) => `Bladet ”${sheet}” finns inte längre. Markera cellen igen.`,
    arguments: "Argument",
    explained: "den förklarade raden",
    showAll: (rows: string) => `Visa alla ${rows} rader`,
    showFewer: "Visa färre rader",
    copy: "Kopiera som text",
    copying: "Kopierar …",
    copied: "Förklaringen är kopierad. Klistra in den där den behövs.",
    copyYourself:
      "Förklaringen kunde inte läggas i urklipp härifrån. Den är markerad nedan: kopiera den med Ctrl+C, på Mac Cmd+C.",
    textToCopy: "Förklaringen som text",
  },
  {
    explain: "Explain",
    again: "Explain again",
    explainCell: (address: string) => `Explain ${address}`,
    reading: "Reading the cell …",
    goTo: "Go to",
    isShown: (address: string) => `${address} is selected on the sheet.`,
    backTo: (address: string) => `Back to ${address}`,
    gone: (sheet: string) => `The sheet “${sheet}” is there no more. Select the cell again.`,
    arguments: "Arguments",
    explained: "the explained row",
    showAll: (rows: string) => `Show all ${rows} rows`,
    showFewer: "Show fewer rows",
    copy: "Copy as text",
    copying: "Copying …",
    copied: "The explanation has been copied. Paste it where it is needed.",
    copyYourself:
      "The explanation could not be put on the clipboard from here. It is selected below: copy it with Ctrl+C, on a Mac Cmd+C.",
    textToCopy: "The explanation as text",
  },
);

const leftOut = bilingual(
  { one: "1 rad visas inte", many: (count: string) => `${count} rader visas inte` },
  { one: "1 row is not shown", many: (count: string) => `${count} rows are not shown` },
);

/** Said in the place of rows of a long table. */
export function leftOutText(count: number, language: Language): string {
  const { one, many } = leftOut(language);
  return count === 1 ? one : many(writtenNumber(count, language));
}

export type NotGoneTo = Parameters<typeof notShownText>[0];

/** What came of going to cells that were not shown. */
export function notGoneToText(outcome: NotGoneTo, sheet: string, language: Language): string {
  return outcome.kind === "gone" ? explainViewTexts(language).gone(sheet) : notShownText(outcome, sheet, language);
}
