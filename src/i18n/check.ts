/*
 * What is said of each thing found in a workbook: where, what, and what to do.
 */
import type { CheckOutcome } from "../actions/check";
import type { Finding, Where } from "../actions/check/finding";
import type { Notice } from "../commands/messages";
import { countOf, toAddress } from "../scenarios/zone";
import { localErrorName } from "../workbook/errorName";
import { quoteSheet } from "../xlsx/area";
import { refusedText } from "./commands";
import type { Language } from "./language";
import { problemSentence } from "./problems";
import { bilingual } from "./texts";

export const checkTexts = bilingual(
  {
    /** A heading for each kind, and where all of it has one remedy, that. */
    kinds: {
      lost: {
        title: "Formler där Excel har tappat tillägget (#NAMN?)",
        todo: "Välj Reparera, så skrivs de in på nytt. Visar en cell ändå #NAMN? finns ett annat namn i formeln som arbetsboken saknar.",
      },
      unknownFunction: {
        title: "Funktioner som inte finns",
        todo: "Skriv =FINSAM. i en cell för att se dem som finns.",
      },
      cutOff: {
        title: "Formler som har förlorat en cell (#REFERENS!)",
        todo: "Peka ut cellen på nytt i formeln, eller ångra borttagningen.",
      },
      spill: { title: "Resultat som inte får plats (#SPILL!)", todo: "" },
      error: { title: "Fel i FINSAM-formler", todo: "" },
      inherited: { title: "Fel som kommer från en annan cell", todo: "Rätta den cellen först." },
      single: {
        title: "Resultat som bara visas till en del (@)",
        todo: "Ta bort @ i början av formeln om hela tabellen ska visas.",
      },
      overwritten: {
        title: "Tal inskrivna över formler",
        todo: "Kopiera formeln från cellen intill, om talet inte ska stå fast.",
      },
      differs: {
        title: "Inskrivna tal som inte stämmer med FINSAM",
        todo: "Rätta talet, eller låt det stå om skillnaden är avsedd. Tal jämförs med så många decimaler som de är inskrivna med.",
      },
      total: {
        title: "Summor som inte går ihop",
        todo: "Rätta talet, eller låt en formel summera delarna.",
      },
      missed: { title: "Summor som utelämnar en del", todo: "Ändra området i formeln om allt ska räknas med." },
      control: {
        title: "Blad vars egna kontroller inte stämmer",
        todo: "Raderna ovanför cellen visar vad som avviker och med hur mycket. En avvikelse kommer av ett inskrivet tal eller av en cell som visar fel. Räknas kontrollerna inte har något i dem tagits bort: infoga scenariot på nytt och jämför.",
      },
      busy: {
        title: "Formler som inte är färdigräknade",
        todo: "Vänta några sekunder och kontrollera igen. Blir de aldrig klara: stäng arbetsboken och öppna den på nytt.",
      },
    },
    lost: (place: string, cells: number) => `${place}: ${cells === 1 ? "1 cell" : `${cells} celler`}.`,
    unknownFunction: (place: string, name: string) => `${place}: ${name} finns inte.`,
    cutOff: (place: string) => `${place}: en cell som formeln hänvisade till är borttagen.`,
    spill: {
      by: (place: string, by: string) =>
        `${place}: något står i vägen i ${by}. Flytta eller ta bort det, så visas resultatet.`,
      cells: (place: string) =>
        `${place}: något står i vägen nedanför eller till höger. Flytta eller ta bort det, så visas resultatet.`,
      table: (place: string) =>
        `${place} ligger i en tabell, och där kan ett resultat i flera celler inte visas. Flytta formeln ut ur tabellen.`,
      merged: (place: string) =>
        `${place}: sammanfogade celler är i vägen. Dela upp dem (Start, Centrera över kolumner).`,
      edge: (place: string) => `${place}: bladet tar slut. Flytta formeln uppåt eller åt vänster.`,
      unknown: (place: string) =>
        `${place}: resultatet får inte plats. Klicka på cellens felmarkering, så visar Excel vad som är i vägen.`,
    },
    error: (place: string, error: string, sentence: string) => `${place} visar ${error}: ${sentence}`,
    errorUntold: (place: string, error: string) =>
      `${place} visar ${error}. Håll muspekaren över cellens felmarkering, så står det varför.`,
    moreErrors: (cells: number) => ` Resultatet har ${cells === 1 ? "1 fel" : `${cells} fel`} till.`,
    inherited: (place: string, error: string, from: string) => `${place} visar ${error}, eftersom ${from} gör det.`,
    single: (place: string, rows: number, columns: number) => `${place} visar en cell av ${rows} × ${columns}.`,
    overwritten: (place: string, value: string, like: string) =>
      `${place}: ${value} är inskrivet, medan cellerna intill räknas med samma formel som ${like}.`,
    differs: (
      place: string,
      value: string,
      result: string,
      beside: string,
      difference: string,
      line: string,
      matches: number,
    ) =>
      `${place}: ${value} är inskrivet, men FINSAM ger ${result} i ${beside} (skillnad ${difference}). ${matches === 1 ? "1 annat tal" : `${matches} andra tal`} i ${line} stämmer.`,
    total: (place: string, value: string, sum: string, parts: string, difference: string) =>
      `${place}: ${value} är inskrivet, men ${parts} summerar till ${sum} (skillnad ${difference}).`,
    missed: (place: string, summed: string, missed: string) => `${place} summerar ${summed} och utelämnar ${missed}.`,
    control: (place: string, failing: number) =>
      `${place} är ${failing} men ska vara 0: ${failing === 1 ? "en" : failing} av bladets kontroller stämmer inte.`,
    noControl: (place: string, shows: string) =>
      `${place} visar ${shows} men ska vara 0: bladets kontroller räknas inte.`,
    typedControl: (place: string, shows: string) =>
      `${place} ${shows === "" ? "är tom" : `är ${shows}, inskrivet för hand`}: formeln som räknar bladets kontroller är borta.`,
    more: (count: number) => `Och ${count} till av samma slag.`,
    nothing: (own: number) =>
      own === 1
        ? "Inget att anmärka på arbetsbokens enda FINSAM-formel."
        : `Inget att anmärka på arbetsbokens ${own} FINSAM-formler.`,
    noFormulas: "Arbetsboken har inga FINSAM-formler att kontrollera.",
    noneRead: "De blad som kunde läsas har inga FINSAM-formler att kontrollera.",
    found: (count: number) => `${count === 1 ? "En anmärkning" : `${count} anmärkningar`} på arbetsboken.`,
    lookedAt: (own: number, sheets: number) =>
      `${own === 1 ? "1 FINSAM-formel" : `${own} FINSAM-formler`} och talen intill, på ${sheets === 1 ? "arbetsbokens enda blad" : `${sheets} blad, även dolda`}.`,
    unread: (sheet: string) =>
      `Bladet ”${sheet}” är för stort och har inte kontrollerats: ta bort det som står långt ut till höger eller långt ner.`,
    manual: "Arbetsboken räknas om först när du trycker F9, så det som visas kan vara gammalt.",
    stopped: "Kontrollen avbröts.",
    notDone: (why: string) => `Arbetsboken kunde inte kontrolleras. ${why}`,
    busy: "Kontrollerar arbetsboken …",
  },
  {
    kinds: {
      lost: {
        title: "Formulas where Excel has lost the add-in (#NAME?)",
        todo: "Choose Repair to enter them again. If a cell still shows #NAME?, its formula has another name that the workbook lacks.",
      },
      unknownFunction: {
        title: "Functions that do not exist",
        todo: "Type =FINSAM. in a cell to see those that do.",
      },
      cutOff: {
        title: "Formulas that have lost a cell (#REF!)",
        todo: "Point out the cell again in the formula, or undo the deletion.",
      },
      spill: { title: "Results without room (#SPILL!)", todo: "" },
      error: { title: "Errors in FINSAM formulas", todo: "" },
      inherited: { title: "Errors that come from another cell", todo: "Mend that cell first." },
      single: {
        title: "Results that are shown in part (@)",
        todo: "Remove the @ at the beginning of the formula to show the whole table.",
      },
      overwritten: {
        title: "Numbers typed over formulas",
        todo: "Copy the formula from the cell beside it, unless the number is to stand.",
      },
      differs: {
        title: "Typed numbers that do not match FINSAM",
        todo: "Correct the number, or leave it if the difference is meant. Numbers are compared at as many decimals as they are typed with.",
      },
      total: {
        title: "Totals that do not add up",
        todo: "Correct the number, or let a formula add up the parts.",
      },
      missed: {
        title: "Sums that leave out a part",
        todo: "Change the range in the formula if all of it is to count.",
      },
      control: {
        title: "Sheets whose own checks do not hold",
        todo: "The rows above the cell show what deviates and by how much. A deviation comes from a typed number or from a cell with an error. Where the checks are not counted, a part of them has been removed: insert the scenario again and compare.",
      },
      busy: {
        title: "Formulas that are not calculated yet",
        todo: "Wait a few seconds and check again. If they never finish, close the workbook and open it again.",
      },
    },
    lost: (place: string, cells: number) => `${place}: ${cells === 1 ? "1 cell" : `${cells} cells`}.`,
    unknownFunction: (place: string, name: string) => `${place}: there is no ${name}.`,
    cutOff: (place: string) => `${place}: a cell that the formula referred to has been deleted.`,
    spill: {
      by: (place: string, by: string) =>
        `${place}: something in ${by} is in the way. Move or delete it, and the result shows.`,
      cells: (place: string) =>
        `${place}: something below or to the right is in the way. Move or delete it, and the result shows.`,
      table: (place: string) =>
        `${place} is in a table, where a result of several cells cannot be shown. Move the formula out of the table.`,
      merged: (place: string) => `${place}: merged cells are in the way. Unmerge them (Home, Merge & Center).`,
      edge: (place: string) => `${place}: the sheet ends too soon. Move the formula up or to the left.`,
      unknown: (place: string) =>
        `${place}: the result has no room. Click the cell's error mark, and Excel shows what is in the way.`,
    },
    error: (place: string, error: string, sentence: string) => `${place} shows ${error}: ${sentence}`,
    errorUntold: (place: string, error: string) =>
      `${place} shows ${error}. Hover over the cell's error mark to read why.`,
    moreErrors: (cells: number) => ` The result has ${cells === 1 ? "1 more error" : `${cells} more errors`}.`,
    inherited: (place: string, error: string, from: string) => `${place} shows ${error}, because ${from} does.`,
    single: (place: string, rows: number, columns: number) => `${place} shows one cell of ${rows} × ${columns}.`,
    overwritten: (place: string, value: string, like: string) =>
      `${place}: ${value} is typed, while the cells beside it have the same formula as ${like}.`,
    differs: (
      place: string,
      value: string,
      result: string,
      beside: string,
      difference: string,
      line: string,
      matches: number,
    ) =>
      `${place}: ${value} is typed, but FINSAM gives ${result} in ${beside} (difference ${difference}). ${matches === 1 ? "1 other number" : `${matches} other numbers`} in ${line} ${matches === 1 ? "matches" : "match"}.`,
    total: (place: string, value: string, sum: string, parts: string, difference: string) =>
      `${place}: ${value} is typed, but ${parts} adds up to ${sum} (difference ${difference}).`,
    missed: (place: string, summed: string, missed: string) => `${place} sums ${summed} and leaves out ${missed}.`,
    control: (place: string, failing: number) =>
      `${place} is ${failing} and should be 0: ${failing === 1 ? "one" : failing} of the sheet's checks ${failing === 1 ? "does" : "do"} not hold.`,
    noControl: (place: string, shows: string) =>
      `${place} shows ${shows} and should be 0: the sheet's checks are not counted.`,
    typedControl: (place: string, shows: string) =>
      `${place} ${shows === "" ? "is blank" : `is ${shows}, typed`}: the formula that counts the sheet's checks is gone.`,
    more: (count: number) => `And ${count} more of the same kind.`,
    nothing: (own: number) =>
      own === 1
        ? "Nothing is wrong with the workbook's only FINSAM formula."
        : `Nothing is wrong with the workbook's ${own} FINSAM formulas.`,
    noFormulas: "The workbook has no FINSAM formulas to check.",
    noneRead: "The sheets that could be read have no FINSAM formulas to check.",
    found: (count: number) => `${count === 1 ? "One thing" : `${count} things`} to look at in the workbook.`,
    lookedAt: (own: number, sheets: number) =>
      `${own === 1 ? "1 FINSAM formula and the numbers beside it" : `${own} FINSAM formulas and the numbers beside them`}, on ${sheets === 1 ? "the workbook's only sheet" : `${sheets} sheets, hidden ones too`}.`,
    unread: (sheet: string) =>
      `The sheet “${sheet}” is too large and was not checked: delete what stands far out to the right or far down.`,
    manual: "The workbook is calculated only when you press F9, so what it shows may be old.",
    stopped: "The check was stopped.",
    notDone: (why: string) => `The workbook could not be checked. ${why}`,
    busy: "Checking the workbook …",
  },
);

/** Where something is, as a formula on another sheet would say it: 'Budget 2021'!B4:B6. */
export function placeText({ sheet, zone }: Where): string {
  return `${quoteSheet(sheet)}!${toAddress(zone)}`;
}

/** One sentence or two: where, what, and what to do where others of its kind ask for something else. */
export function findingText(finding: Finding, language: Language): string {
  const texts = checkTexts(language);
  const { at } = finding;
  const place = placeText(at);
  const near = (where: Where) => (where.sheet === at.sheet ? toAddress(where.zone) : placeText(where));
  const error = (name: string) => localErrorName(name, language);
  const number = numberIn(language);
  switch (finding.kind) {
    case "lost":
      return texts.lost(place, countOf(at.zone));
    case "unknownFunction":
      return texts.unknownFunction(place, finding.name);
    case "cutOff":
      return texts.cutOff(place);
    case "spill":
      return finding.by ? texts.spill.by(place, toAddress(finding.by)) : texts.spill[finding.why](place);
    case "error": {
      const shown = error(finding.error);
      const { problem } = finding;
      const text = problem
        ? texts.error(place, shown, problemSentence(problem, language))
        : texts.errorUntold(place, shown);
      return finding.cells > 1 ? text + texts.moreErrors(finding.cells - 1) : text;
    }
    case "inherited":
      return texts.inherited(place, error(finding.error), near(finding.from));
    case "single":
      return texts.single(place, finding.rows, finding.columns);
    case "overwritten":
      return texts.overwritten(place, number(finding.value), near(finding.like));
    case "differs": {
      const { value, result, beside, line, matches } = finding;
      const difference = number(value - result, true);
      return texts.differs(place, number(value), number(result), near(beside), difference, near(line), matches);
    }
    case "total": {
      const { value, sum, parts } = finding;
      return texts.total(place, number(value), number(sum), near(parts), number(value - sum, true));
    }
    case "missed":
      return texts.missed(place, near(finding.summed), near(finding.missed));
    case "control":
      if (finding.isTyped) return texts.typedControl(place, String(finding.shows));
      return typeof finding.shows === "number"
        ? texts.control(place, finding.shows)
        : texts.noControl(place, finding.shows);
    case "busy":
      return place;
  }
}

/** What came of it, in a sentence above the list. */
export function checkNotice(outcome: CheckOutcome, language: Language): Notice {
  const texts = checkTexts(language);
  switch (outcome.kind) {
    case "checked":
      return checkedNotice(outcome, language);
    case "stopped":
      return { kind: "hint", text: texts.stopped };
    case "noWorkbook":
    case "refused":
      return { kind: "problem", text: texts.notDone(refusedText(outcome, language)) };
  }
}

type Checked = Extract<CheckOutcome, { kind: "checked" }>;

function checkedNotice({ count, own, unread }: Checked, language: Language): Notice {
  const texts = checkTexts(language);
  if (count > 0) return { kind: "problem", text: texts.found(count) };
  if (own > 0) return { kind: "done", text: texts.nothing(own) };
  return { kind: "hint", text: unread.length > 0 ? texts.noneRead : texts.noFormulas };
}

/** What keeps the list from being all there is to know, each thing in a sentence. */
export function reservations(outcome: CheckOutcome, language: Language): string[] {
  if (outcome.kind !== "checked") return [];
  const texts = checkTexts(language);
  const { unread, isManual } = outcome;
  return [...unread.map(({ sheet }) => texts.unread(sheet)), ...(isManual ? [texts.manual] : [])];
}

/** A number with as many decimals as tell something; `signed` with a + too. */
function numberIn(language: Language): (value: number, signed?: boolean) => string {
  const options = { maximumFractionDigits: 6 };
  const plain = new Intl.NumberFormat(language, options);
  const signed = new Intl.NumberFormat(language, { ...options, signDisplay: "exceptZero" });
  return (value, isSigned = false) => (isSigned ? signed : plain).format(Number(value.toPrecision(12)));
}
