/*
 * What came of sending a copy.
 */
import type { SendOutcome } from "../actions/sendCopy";
import type { Notice } from "../commands/messages";
import { freezeWarningSentences } from "./basis";
import { refusedText } from "./commands";
import type { Language } from "./language";
import { bilingual } from "./texts";
import { fileSentence } from "./xlsx";

export const sendCopyTexts = bilingual(
  {
    opened: "Kopian är öppen som en ny arbetsbok.",
    downloaded: (name: string) => `Kopian ligger bland hämtade filer och heter ${name}.`,
    sent: (blocks: number, sheet: string) =>
      `${blocks === 1 ? "Ett område" : `${blocks} områden`} med FINSAM-formler är nu värden, och sista bladet, ${sheet}, säger vad de var.`,
    saveIt: "Spara den under ett eget namn.",
    nothing: "Arbetsboken har inga FINSAM-formler och kan skickas som den är. Ingen kopia har gjorts.",
    nameErrors: (cells: string) =>
      `Ingen kopia har gjorts, eftersom den skulle visa #NAMN? i ${cells}. Reparera först, eller skicka ändå.`,
    more: (cells: string, count: number) => `${cells} och ${count} till`,
    warnings: (count: number) => `${count === 1 ? "En sak" : `${count} saker`} att se över i kopian:`,
    moreWarnings: (count: number) => `Och ${count} till.`,
    notDone: (why: string) => `Ingen kopia har gjorts. ${why}`,
    noFile: (message: string) =>
      `Excel lämnade inte ut arbetsbokens fil (${message}). Öppna arbetsboken i Excel för Windows eller Mac och välj Skicka en kopia där. Går inte det: spara en kopia (Arkiv, Spara en kopia), och klistra i den in FINSAM-cellerna som värden (Kopiera, Klistra in special, Värden).`,
    notOpened: (message: string) =>
      `Excel kunde inte öppna kopian (${message}). Öppna arbetsboken i Excel för Windows eller Mac och välj Skicka en kopia där. Går inte det: spara en kopia (Arkiv, Spara en kopia), och klistra i den in FINSAM-cellerna som värden (Kopiera, Klistra in special, Värden).`,
    tooLarge:
      "Arbetsboken är för stor för att Excel på webben ska kunna öppna kopian. Öppna den i Excel för Windows eller Mac (Redigering, Öppna i skrivbordsappen) och välj Skicka en kopia där.",
    stopped: "Kopieringen avbröts. Ingen kopia har gjorts.",
    busy: "Gör en kopia …",
  },
  {
    opened: "The copy is open as a new workbook.",
    downloaded: (name: string) => `The copy is among your downloads and is called ${name}.`,
    sent: (blocks: number, sheet: string) =>
      `${blocks === 1 ? "One block" : `${blocks} blocks`} of FINSAM formulas are values now, and the last sheet, ${sheet}, says what they were.`,
    saveIt: "Save it under a name of its own.",
    nothing: "The workbook has no FINSAM formulas and can be sent as it is. No copy was made.",
    nameErrors: (cells: string) =>
      `No copy was made, as it would show #NAME? in ${cells}. Repair first, or send all the same.`,
    more: (cells: string, count: number) => `${cells} and ${count} more`,
    warnings: (count: number) => `${count === 1 ? "One thing" : `${count} things`} to look over in the copy:`,
    moreWarnings: (count: number) => `And ${count} more.`,
    notDone: (why: string) => `No copy was made. ${why}`,
    noFile: (message: string) =>
      `Excel did not hand over the workbook's file (${message}). Open the workbook in Excel for Windows or Mac and choose Send a copy there. If that is not possible, save a copy (File, Save a Copy), and in it paste the FINSAM cells as values (Copy, Paste Special, Values).`,
    notOpened: (message: string) =>
      `Excel could not open the copy (${message}). Open the workbook in Excel for Windows or Mac and choose Send a copy there. If that is not possible, save a copy (File, Save a Copy), and in it paste the FINSAM cells as values (Copy, Paste Special, Values).`,
    tooLarge:
      "The workbook is too large for Excel on the web to open the copy. Open it in Excel for Windows or Mac (Editing, Open in Desktop) and choose Send a copy there.",
    stopped: "The copying was stopped. No copy was made.",
    busy: "Making a copy …",
  },
);

/** As many as anyone reads. */
const mostNamed = 4;

type Sent = Extract<SendOutcome, { kind: "sent" }>;

export function sendCopyNotice(outcome: SendOutcome, language: Language): Notice {
  const texts = sendCopyTexts(language);
  const problem = (why: string): Notice => ({ kind: "problem", text: texts.notDone(why) });
  switch (outcome.kind) {
    case "sent":
      return sentNotice(outcome, language);
    case "nothing":
      return { kind: "hint", text: texts.nothing };
    case "nameErrors": {
      const { cells } = outcome;
      const named = cells.slice(0, mostNamed).join(", ");
      const more = cells.length - mostNamed;
      return { kind: "problem", text: texts.nameErrors(more > 0 ? texts.more(named, more) : named) };
    }
    case "badFile":
      return problem(fileSentence(outcome.problem, language));
    case "stopped":
      return { kind: "hint", text: texts.stopped };
    case "noWorkbook":
      return problem(refusedText(outcome, language));
    case "refused":
      if (outcome.reason === "notHere") return problem(outcome.message);
      return problem(outcome.reason === "tooLarge" ? texts.tooLarge : texts[outcome.reason](outcome.message));
  }
}

function sentNotice({ blocks, sheet, downloaded, warnings }: Sent, language: Language): Notice {
  const texts = sendCopyTexts(language);
  const said = [
    downloaded === undefined ? texts.opened : texts.downloaded(downloaded),
    ...(sheet === undefined ? [] : [texts.sent(blocks, sheet)]),
    ...(downloaded === undefined ? [texts.saveIt] : []),
    ...(warnings.length === 0 ? [] : [texts.warnings(freezeWarningSentences(warnings, language).length)]),
  ];
  return { kind: "done", text: said.join(" ") };
}

/** As many as anyone goes through. */
const mostWarnings = 100;

/** What could not simply become a value, each in a sentence; of very many the rest are counted. */
export function warningSentences({ warnings }: Sent, language: Language): string[] {
  const sentences = freezeWarningSentences(warnings, language);
  const more = sentences.length - mostWarnings;
  return more > 0 ? [...sentences.slice(0, mostWarnings), sendCopyTexts(language).moreWarnings(more)] : sentences;
}
