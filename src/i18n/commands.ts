/*
 * What the ribbon's commands say of their outcome, in the pane.
 */
import type { ScenarioOutcome } from "../actions/insertScenario";
import { mostMembers, type MembersProblem } from "../actions/members";
import type { Notice } from "../commands/messages";
import type { Refused } from "../workbook/port";
import type { Language } from "./language";
import { bilingual } from "./texts";

export const commandTexts = bilingual(
  {
    inserted: (title: string, sheet: string) => `${title}: infogat som bladet ”${sheet}”.`,
    selected: (title: string, sheet: string, count: number) =>
      `${title}: infogat som bladet ”${sheet}”, med ${count === 1 ? "den markerade raden" : `de ${count} markerade raderna`}.`,
    notTaken: (title: string, sheet: string) =>
      `${title}: infogat som bladet ”${sheet}”, med exemplets siffror. För egna uppgifter: markera två kolumner intill varandra, namn och tal, och infoga igen.`,
    notUsed: (title: string, sheet: string) =>
      `${title}: infogat som bladet ”${sheet}”, med exemplets siffror. Markeringen är inte använd: ett namn och ett tal räcker inte till det här bladet. Skriv egna uppgifter i bladets indataceller, eller i formuläret här.`,
    nothing: (title: string, why: string) => `${title} har inte infogats. ${why}`,
    editing: "En cell redigeras just nu. Avsluta med Retur eller Esc och försök igen.",
    protected:
      "Arbetsboken är skyddad mot nya blad, eller skrivskyddad. Ta bort skyddet (Granska, Skydda arbetsbok) eller spara en egen kopia och försök igen.",
    tooOld:
      "Den här versionen av Excel är för gammal. FINSAM behöver Excel 2021 eller senare, Microsoft 365 eller Excel på webben.",
    other: (message: string) => `Excel svarade: ${message}`,
    left: (sheet: string) => `Bladet ”${sheet}” är halvfärdigt och kunde inte tas bort: ta bort det själv.`,
    noWorkbook: "Ingen arbetsbok är öppen här.",
    broken: (message: string) =>
      `Något gick fel i FINSAM (${message}), och det som valdes är inte färdigt. Försök igen; hjälper inte det, stäng arbetsboken och öppna den på nytt.`,
    unusable: (what: string) =>
      `${what} Markera två kolumner med namn och tal, eller en enda cell för att öppna på exemplets siffror.`,
    wrong: (what: string) => `Rätta först: ${what}`,
    problems: {
      noName: (address: string) => `Namnet saknas i ${address}.`,
      notAName: (address: string, found: string) => `I ${address} väntas ett namn, men där står ${found}.`,
      twice: (name: string, address: string, first: string) => `${name} står både i ${first} och i ${address}.`,
      noNumber: (address: string, name: string) => `Talet för ${name} saknas i ${address}.`,
      notANumber: (address: string, found: string) => `I ${address} väntas ett tal, men där står ”${found}”.`,
      negative: (address: string) => `Talet i ${address} är negativt.`,
      allZero: (address: string) => `Alla tal från ${address} och nedåt är 0, så det finns inget att fördela efter.`,
      blankRow: (row: number) => `Rad ${row} är tom mitt i markeringen.`,
      onlyHeading: (address: string) => `I ${address} väntas ett tal; markeringen har bara en rubrik.`,
      tooMany: (count: number) => `Markeringen har ${count} rader, och högst ${mostMembers} får plats.`,
    },
  },
  {
    inserted: (title: string, sheet: string) => `${title}: inserted as the sheet “${sheet}”.`,
    selected: (title: string, sheet: string, count: number) =>
      `${title}: inserted as the sheet “${sheet}”, with the ${count === 1 ? "selected row" : `${count} selected rows`}.`,
    notTaken: (title: string, sheet: string) =>
      `${title}: inserted as the sheet “${sheet}”, with the example's figures. For your own: select two columns side by side, names and numbers, and insert again.`,
    notUsed: (title: string, sheet: string) =>
      `${title}: inserted as the sheet “${sheet}”, with the example's figures. The selection was not used: a name and a number are too little for this sheet. Type your own figures in its input cells, or in the form here.`,
    nothing: (title: string, why: string) => `${title} was not inserted. ${why}`,
    editing: "A cell is being edited. Finish with Enter or Esc and try again.",
    protected:
      "The workbook is protected against new sheets, or read-only. Remove the protection (Review, Protect Workbook) or save a copy of your own and try again.",
    tooOld: "This version of Excel is too old. FINSAM needs Excel 2021 or later, Microsoft 365 or Excel on the web.",
    other: (message: string) => `Excel answered: ${message}`,
    left: (sheet: string) => `The sheet “${sheet}” is half finished and could not be removed: delete it yourself.`,
    noWorkbook: "No workbook is open here.",
    broken: (message: string) =>
      `Something went wrong in FINSAM (${message}), and what was chosen is not finished. Try again; if that does not help, close the workbook and open it again.`,
    unusable: (what: string) =>
      `${what} Select two columns of names and numbers, or a single cell to open on the example's figures.`,
    wrong: (what: string) => `Mend this first: ${what}`,
    problems: {
      noName: (address: string) => `The name is missing in ${address}.`,
      notAName: (address: string, found: string) => `A name is expected in ${address}, which holds ${found}.`,
      twice: (name: string, address: string, first: string) => `${name} stands both in ${first} and in ${address}.`,
      noNumber: (address: string, name: string) => `The number of ${name} is missing in ${address}.`,
      notANumber: (address: string, found: string) => `A number is expected in ${address}, which holds “${found}”.`,
      negative: (address: string) => `The number in ${address} is negative.`,
      allZero: (address: string) => `All numbers from ${address} down are 0, so there is nothing to divide by.`,
      blankRow: (row: number) => `Row ${row} is blank in the middle of the selection.`,
      onlyHeading: (address: string) => `A number is expected in ${address}; the selection has a heading only.`,
      tooMany: (count: number) => `The selection has ${count} rows, and there is room for ${mostMembers}.`,
    },
  },
);

/** What is said of a defect of ours. */
export function brokenText(error: unknown, language?: Language): string {
  return commandTexts(language).broken(error instanceof Error ? error.message : String(error));
}

/** What came of inserting the scenario with that title. */
export function outcomeNotice(outcome: ScenarioOutcome, title: string, language: Language): Notice {
  const texts = commandTexts(language);
  const problem = (why: string): Notice => ({ kind: "problem", text: texts.nothing(title, why) });
  switch (outcome.kind) {
    case "sheetInserted":
      // The sheet has other figures than those that were selected: that is to be seen, and what to do instead.
      return {
        kind: outcome.figures === "notTaken" || outcome.figures === "notUsed" ? "hint" : "done",
        text: insertedText(outcome, title, language),
      };
    case "noWorkbook":
      return problem(refusedText(outcome, language));
    case "unusableSelection":
      return problem(texts.unusable(problemText(outcome.problem, language)));
    case "wrongInputs":
      return problem(texts.wrong(outcome.problem.message));
    case "refused": {
      const why = refusedText(outcome, language);
      const left = "left" in outcome && outcome.left !== undefined ? ` ${texts.left(outcome.left)}` : "";
      return problem(why + left);
    }
  }
}

/** Why nothing came of it, and what to do. */
export function refusedText(
  outcome: Refused<"editing" | "protected" | "tooOld" | "other"> | { readonly kind: "noWorkbook" },
  language: Language,
): string {
  const texts = commandTexts(language);
  if (outcome.kind === "noWorkbook") return texts.noWorkbook;
  return outcome.reason === "other" ? texts.other(outcome.message) : texts[outcome.reason];
}

function insertedText(
  { name, figures, members }: Extract<ScenarioOutcome, { kind: "sheetInserted" }>,
  title: string,
  language: Language,
): string {
  const texts = commandTexts(language);
  if (figures === "selected") return texts.selected(title, name, members);
  if (figures === "notTaken" || figures === "notUsed") return texts[figures](title, name);
  return texts.inserted(title, name);
}

/** One sentence: what is wrong, and where. */
export function problemText(problem: MembersProblem, language: Language): string {
  const { problems } = commandTexts(language);
  switch (problem.kind) {
    case "noName":
    case "negative":
    case "allZero":
    case "onlyHeading":
      return problems[problem.kind](problem.address);
    case "notAName":
    case "notANumber":
      return problems[problem.kind](problem.address, problem.found);
    case "twice":
      return problems.twice(problem.name, problem.address, problem.first);
    case "noNumber":
      return problems.noNumber(problem.address, problem.name);
    case "blankRow":
      return problems.blankRow(problem.row);
    case "tooMany":
      return problems.tooMany(problem.count);
  }
}
