/*
 * The pane's texts about the workbook as a whole: checked, repaired, copied. What comes of each is in check.ts,
 * repair.ts and sendCopy.ts.
 */
import type { GoOutcome } from "../workbook/wholeWorkbook";
import { commandTexts, refusedText } from "./commands";
import type { Language } from "./language";
import { bilingual } from "./texts";

export const checkViewTexts = bilingual(
  {
    check: "Kontroll",
    checkAbout:
      "Letar efter fel i FINSAM-formler, inskrivna tal som inte stämmer med dem, summor som inte går ihop och scenarioblad vars kontroll inte är 0. Inget ändras.",
    checkWorkbook: "Kontrollera arbetsboken",
    checkAgain: "Kontrollera igen",
    checkedAt: (time: string, what: string) => `Kontrollerat kl. ${time}: ${what}`,
    mayBeOld: "Har något ändrats sedan dess, kontrollera igen.",
    repair: "Reparera",
    repairAbout:
      "Skriver in FINSAM-formler som visar #NAMN? på nytt. Det gör de när tillägget saknades då arbetsboken räknades.",
    copy: "Skicka en kopia",
    copyAbout:
      "Öppnar en kopia för den som inte har tillägget: varje FINSAM-formel är sitt värde, och ett sista blad säger vad de var. Originalet ändras inte.",
    repairFirst: "Reparera först",
    sendAnyway: "Skicka ändå",
    stop: "Avbryt",
    showMore: (count: number) => `Visa ${count} till`,
    shown: (place: string) => `${place} är markerat i bladet.`,
    gone: (sheet: string) => `Bladet ”${sheet}” finns inte längre. Kontrollera igen.`,
    hidden: (sheet: string) =>
      `Bladet ”${sheet}” är dolt. Högerklicka på en bladflik, välj Ta fram, och välj cellen här igen.`,
    notShown: (why: string) => `Cellen kunde inte visas. ${why}`,
  },
  {
    check: "Check",
    checkAbout:
      "Looks for errors in FINSAM formulas, typed numbers that do not match them, sums that do not add up, and scenario sheets whose control is not 0. Nothing is changed.",
    checkWorkbook: "Check the workbook",
    checkAgain: "Check again",
    checkedAt: (time: string, what: string) => `Checked at ${time}: ${what}`,
    mayBeOld: "If anything has changed since, check again.",
    repair: "Repair",
    repairAbout:
      "Enters FINSAM formulas again that show #NAME?. They do where the add-in was missing when the workbook was calculated.",
    copy: "Send a copy",
    copyAbout:
      "Opens a copy for those without the add-in: every FINSAM formula is its value, and a last sheet says what they were. The original is not changed.",
    repairFirst: "Repair first",
    sendAnyway: "Send all the same",
    stop: "Stop",
    showMore: (count: number) => `Show ${count} more`,
    shown: (place: string) => `${place} is selected on the sheet.`,
    gone: (sheet: string) => `The sheet “${sheet}” is there no more. Check again.`,
    hidden: (sheet: string) =>
      `The sheet “${sheet}” is hidden. Right-click a sheet tab, choose Unhide, and choose the cell here again.`,
    notShown: (why: string) => `The cell could not be shown. ${why}`,
  },
);

/** What came of going to a cell that was not shown. */
export function notShownText(
  outcome: Exclude<GoOutcome, { kind: "shown" }> | { readonly kind: "noWorkbook" },
  sheet: string,
  language: Language,
): string {
  const texts = checkViewTexts(language);
  switch (outcome.kind) {
    case "gone":
    case "hidden":
      return texts[outcome.kind](sheet);
    case "noWorkbook":
      return texts.notShown(commandTexts(language).noWorkbook);
    case "refused":
      return texts.notShown(refusedText(outcome, language));
  }
}

/** The time of a day as a clock shows it: "14:32". */
export function clockTime(date: Date, language: Language): string {
  return new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(date);
}
