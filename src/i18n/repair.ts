/*
 * What came of entering formulas again.
 */
import type { NotRepaired, RepairOutcome } from "../actions/repair";
import type { Notice } from "../commands/notices";
import { toAddress } from "../scenarios/zone";
import { toRectangles } from "../workbook/blocks";
import { quoteSheet } from "../xlsx/area";
import { refusedText } from "./commands";
import type { Language } from "./language";
import { bilingual } from "./texts";

export const repairTexts = bilingual(
  {
    repaired: (count: number) => `${count === 1 ? "En cell är inskriven" : `${count} celler är inskrivna`} på nytt.`,
    none: "Ingen cell kunde skrivas in på nytt.",
    nothing: "Inget att reparera: inga FINSAM-formler visar #NAMN?.",
    failed: {
      protected: (places: string) =>
        `${places} är låst på ett skyddat blad. Ta bort skyddet (Granska, Ta bort bladets skydd) och reparera igen.`,
      array: (places: string) =>
        `${places} är en matrisformel över flera celler. Markera hela området, tryck F2 och sedan Ctrl+Skift+Retur.`,
      editing: (places: string) => `${places} kunde inte skrivas medan en cell redigeras. Avsluta och reparera igen.`,
      other: (places: string, message: string) =>
        `${places} kunde inte skrivas${message === "" ? "" : ` (${message})`}. Klicka i formelfältet och tryck Retur.`,
      unknownFunction: (places: string, name: string) =>
        `${places} har en funktion som inte finns (${name}). Skriv =FINSAM. i en cell för att se dem som finns.`,
      otherName: (places: string) =>
        `${places} visar fortfarande #NAMN?: formeln har ett annat namn som arbetsboken saknar.`,
      stopped: (places: string) => `${places} är inte inskrivna, eftersom reparationen avbröts.`,
    },
    more: (places: string, count: number) => `${places} och ${count} till`,
    unread: (sheet: string) =>
      `Bladet ”${sheet}” är för stort och har inte sökts igenom: ta bort det som står långt ut till höger eller långt ner.`,
    stopped: "Reparationen avbröts, och inget har ändrats.",
    notDone: (why: string) => `Arbetsboken kunde inte repareras. ${why}`,
    progress: (percent: number) => `Reparerar arbetsboken … ${percent} %`,
  },
  {
    repaired: (count: number) => `${count === 1 ? "One cell has been" : `${count} cells have been`} entered again.`,
    none: "No cell could be entered again.",
    nothing: "Nothing to repair: no FINSAM formula shows #NAME?.",
    failed: {
      protected: (places: string) =>
        `${places} is locked on a protected sheet. Remove the protection (Review, Unprotect Sheet) and repair again.`,
      array: (places: string) =>
        `${places} is an array formula over several cells. Select the whole range, press F2 and then Ctrl+Shift+Enter.`,
      editing: (places: string) =>
        `${places} could not be written while a cell is being edited. Finish and repair again.`,
      other: (places: string, message: string) =>
        `${places} could not be written${message === "" ? "" : ` (${message})`}. Click in the formula bar and press Enter.`,
      unknownFunction: (places: string, name: string) =>
        `${places} has a function that does not exist (${name}). Type =FINSAM. in a cell to see those that do.`,
      otherName: (places: string) =>
        `${places} still shows #NAME?: the formula has another name that the workbook lacks.`,
      stopped: (places: string) => `${places} was not entered again, as the repair was stopped.`,
    },
    more: (places: string, count: number) => `${places} and ${count} more`,
    unread: (sheet: string) =>
      `The sheet “${sheet}” is too large and was not searched: delete what stands far out to the right or far down.`,
    stopped: "The repair was stopped, and nothing has been changed.",
    notDone: (why: string) => `The workbook could not be repaired. ${why}`,
    progress: (percent: number) => `Repairing the workbook … ${percent} %`,
  },
);

export function repairNotice(outcome: RepairOutcome, language: Language): Notice {
  const texts = repairTexts(language);
  switch (outcome.kind) {
    case "repaired":
      return { kind: outcome.failed.length > 0 ? "problem" : "answer", text: repairedText(outcome, language) };
    case "stopped":
      return { kind: "done", text: texts.stopped };
    case "noWorkbook":
    case "refused":
      return { kind: "problem", text: texts.notDone(refusedText(outcome, language)) };
  }
}

function repairedText(
  { repaired, failed, unread }: Extract<RepairOutcome, { kind: "repaired" }>,
  language: Language,
): string {
  const texts = repairTexts(language);
  const [first] = failed;
  const said = repaired > 0 ? texts.repaired(repaired) : first ? texts.none : texts.nothing;
  const kinds = new Map<string, NotRepaired[]>();
  for (const cell of failed) {
    // What Excel says belongs to the cells of which it says so.
    const kind = `${cell.reason} ${cell.message}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), cell]);
  }
  const failures = [...kinds.values()].map((cells) => {
    const { reason, message } = cells[0]!;
    return texts.failed[reason](placesText(cells, language), message);
  });
  return [said, ...failures, ...unread.map(({ sheet }) => texts.unread(sheet))].join(" ");
}

/** As many as anyone reads. */
const mostNamed = 4;

function placesText(cells: readonly NotRepaired[], language: Language): string {
  const sheets = [...new Set(cells.map(({ sheet }) => sheet))];
  const places = sheets.flatMap((sheet) =>
    toRectangles(cells.filter((cell) => cell.sheet === sheet)).map((zone) => `${quoteSheet(sheet)}!${toAddress(zone)}`),
  );
  const named = places.slice(0, mostNamed).join(", ");
  const more = places.length - mostNamed;
  return more > 0 ? repairTexts(language).more(named, more) : named;
}
