/*
 * What came of entering formulas again.
 */
import type { NotRepaired, RepairOutcome } from "../actions/repair";
import type { Where } from "../actions/check/finding";
import type { Notice } from "../commands/messages";
import { toRectangles } from "../workbook/blocks";
import { checkTexts, placeText } from "./check";
import { refusedText } from "./commands";
import type { Language } from "./language";
import { bilingual } from "./texts";

export const repairTexts = bilingual(
  {
    repaired: (count: number) => `${count === 1 ? "En cell är inskriven" : `${count} celler är inskrivna`} på nytt.`,
    none: "Ingen cell kunde skrivas in på nytt.",
    notAll: (count: number) =>
      `${count === 1 ? "En cell gick" : `${count} celler gick`} inte, av det skäl som står nedan.`,
    nothing: "Inget att reparera: inga FINSAM-formler visar #NAMN?.",
    /** A heading for each reason, and what to do. */
    failed: {
      protected: {
        title: "Låsta på ett skyddat blad",
        todo: "Ta bort skyddet (Granska, Ta bort bladets skydd) och reparera igen.",
      },
      array: {
        title: "Matrisformler över flera celler",
        todo: "Markera hela området, tryck F2 och sedan Ctrl+Skift+Retur.",
      },
      editing: {
        title: "Inte inskrivna, eftersom en cell redigerades",
        todo: "Avsluta med Retur eller Esc och reparera igen.",
      },
      other: { title: "Kunde inte skrivas", todo: "Klicka i formelfältet och tryck Retur." },
      unknownFunction: {
        title: "Funktioner som inte finns",
        todo: "Skriv =FINSAM. i en cell för att se dem som finns.",
      },
      otherName: {
        title: "Visar fortfarande #NAMN?",
        todo: "Formeln har ett annat namn som arbetsboken saknar.",
      },
      stopped: { title: "Inte inskrivna, eftersom reparationen avbröts", todo: "Reparera igen för att fortsätta." },
    },
    unread: (sheet: string) =>
      `Bladet ”${sheet}” är för stort och har inte sökts igenom: ta bort det som står långt ut till höger eller långt ner.`,
    stopped: "Reparationen avbröts, och inget har ändrats.",
    notDone: (why: string) => `Arbetsboken kunde inte repareras. ${why}`,
    busy: "Reparerar arbetsboken …",
  },
  {
    repaired: (count: number) => `${count === 1 ? "One cell has been" : `${count} cells have been`} entered again.`,
    none: "No cell could be entered again.",
    notAll: (count: number) => `${count === 1 ? "One cell" : `${count} cells`} could not be, for the reason below.`,
    nothing: "Nothing to repair: no FINSAM formula shows #NAME?.",
    failed: {
      protected: {
        title: "Locked on a protected sheet",
        todo: "Remove the protection (Review, Unprotect Sheet) and repair again.",
      },
      array: {
        title: "Array formulas over several cells",
        todo: "Select the whole range, press F2 and then Ctrl+Shift+Enter.",
      },
      editing: {
        title: "Not entered, as a cell was being edited",
        todo: "Finish with Enter or Esc and repair again.",
      },
      other: { title: "Could not be written", todo: "Click in the formula bar and press Enter." },
      unknownFunction: {
        title: "Functions that do not exist",
        todo: "Type =FINSAM. in a cell to see those that do.",
      },
      otherName: { title: "Still show #NAME?", todo: "The formula has another name that the workbook lacks." },
      stopped: { title: "Not entered, as the repair was stopped", todo: "Repair again to go on." },
    },
    unread: (sheet: string) =>
      `The sheet “${sheet}” is too large and was not searched: delete what stands far out to the right or far down.`,
    stopped: "The repair was stopped, and nothing has been changed.",
    notDone: (why: string) => `The workbook could not be repaired. ${why}`,
    busy: "Repairing the workbook …",
  },
);

export function repairNotice(outcome: RepairOutcome, language: Language): Notice {
  const texts = repairTexts(language);
  switch (outcome.kind) {
    case "repaired":
      return repairedNotice(outcome, language);
    case "stopped":
      return { kind: "hint", text: texts.stopped };
    case "noWorkbook":
    case "refused":
      return { kind: "problem", text: texts.notDone(refusedText(outcome, language)) };
  }
}

function repairedNotice(
  { repaired, failed }: Extract<RepairOutcome, { kind: "repaired" }>,
  language: Language,
): Notice {
  const texts = repairTexts(language);
  const { length } = failed;
  if (length === 0) return { kind: "done", text: repaired > 0 ? texts.repaired(repaired) : texts.nothing };
  const text = repaired > 0 ? `${texts.repaired(repaired)} ${texts.notAll(length)}` : texts.none;
  return { kind: "problem", text };
}

/** Where lost formulas may be left that were not looked for. */
export function unsearched(outcome: RepairOutcome, language: Language): string[] {
  if (outcome.kind !== "repaired") return [];
  return outcome.unread.map(({ sheet }) => repairTexts(language).unread(sheet));
}

export interface Failures {
  readonly reason: NotRepaired["reason"];
  readonly items: readonly { readonly at: Where; readonly text: string }[];
}

/** The cells that could not be, gathered by the reason; what Excel says, or the unknown name, is with each. */
export function failuresOf(failed: readonly NotRepaired[], language: Language): Failures[] {
  const reasons = [...new Set(failed.map(({ reason }) => reason))];
  return reasons.map((reason) => {
    const cells = failed.filter((cell) => cell.reason === reason);
    const isAlike = (one: NotRepaired) => (other: NotRepaired) =>
      one.sheet === other.sheet && one.message === other.message;
    const kinds = cells.filter((cell, index) => cells.findIndex(isAlike(cell)) === index);
    const items = kinds.flatMap((kind) =>
      toRectangles(cells.filter(isAlike(kind))).map((zone) => {
        const at = { sheet: kind.sheet, zone };
        return { at, text: failureText(kind, placeText(at), language) };
      }),
    );
    return { reason, items };
  });
}

function failureText({ reason, message }: NotRepaired, place: string, language: Language): string {
  if (reason === "unknownFunction") return checkTexts(language).unknownFunction(place, message);
  // Of the other reasons Excel says what the heading says.
  return reason === "other" && message !== "" ? `${place}: ${message}` : place;
}
