/*
 * Opening and saving in the workbench: buttons, progress, and what a file cannot carry, as sentences.
 */
import type { Lost } from "../workbench/file/changes";
import type { Extra } from "../workbench/file/extras";
import type { OtherValue } from "../workbench/file/openBook";
import type { RefusedEntry } from "../xlsx/edit";
import type { Kept } from "../xlsx/recalculate";
import type { Language } from "./catalogue";
import { bilingual } from "./texts";

type Of<P, Kind> = P extends { kind: infer Known } ? (Kind extends Known ? P : never) : never;
type Sentences<P extends { kind: string }> = { readonly [Kind in P["kind"]]: (of: Of<P, Kind>) => string };

/** What most of them say: on which sheet, if on any, and what. */
function on({ sheet }: { readonly sheet: string }, what: string): string {
  return sheet === "" ? what : `${sheet}: ${what}`;
}

const extrasSv: Readonly<Record<Extra, string>> = {
  figures: "diagram och bilder",
  tables: "tabeller",
  conditionalFormats: "villkorsstyrd formatering",
  validations: "dataverifiering",
  links: "länkar",
  comments: "kommentarer",
  filter: "filter",
  pivots: "pivottabeller",
  sparklines: "miniatyrdiagram",
  controls: "kontroller, utsnitt och inbäddade objekt",
  outline: "grupperade rader och kolumner",
  pageBreaks: "sidbrytningar",
  page: "utskriftsformat",
  protection: "bladets skydd",
  richText: "utseendet hos enstaka ord i en cells text",
};
const extrasEn: Readonly<Record<Extra, string>> = {
  figures: "charts and pictures",
  tables: "tables",
  conditionalFormats: "conditional formats",
  validations: "data validation",
  links: "links",
  comments: "comments",
  filter: "filters",
  pivots: "pivot tables",
  sparklines: "sparklines",
  controls: "controls, slicers and embedded objects",
  outline: "grouped rows and columns",
  pageBreaks: "page breaks",
  page: "page setup",
  protection: "the sheet's protection",
  richText: "the looks of single words within a cell",
};

function named(words: Readonly<Record<Extra, string>>, found: readonly Extra[]): string {
  return found.map((extra) => words[extra]).join(", ");
}

export const workbenchFileTexts = bilingual(
  {
    open: "Öppna…",
    openTip: "Öppna en arbetsbok (.xlsx) från den här datorn. Den kan också dras hit.",
    save: "Spara",
    saveTip: "Spara arbetsboken som en .xlsx-fil på den här datorn (Ctrl+S). Inget skickas någonstans.",
    unsaved: "Ändringar är inte sparade",
    dropHere: "Släpp arbetsboken här för att öppna den",
    dropOne: "Släpp en arbetsbok i taget.",
    leaveUnsaved: (name: string) => `Ändringarna i ${name} är inte sparade. Öppnas en annan arbetsbok försvinner de.`,
    thisWorkbook: "arbetsboken",
    openAnyway: "Öppna utan att spara",
    cancel: "Avbryt",
    close: "Stäng",
    saveAnyway: "Spara ändå",
    copyAnyway: "Gör kopian ändå",
    copyOf: (name: string) => `${name} – kopia`,
    steps: {
      fetch: "Läser filen …",
      read: "Läser arbetsboken …",
      show: "Bygger kalkylbladet …",
      showLarge: "Bygger ett stort kalkylblad; sidan svarar inte under tiden …",
      calculate: "Räknar …",
      write: "Skriver …",
    },
    percent: (percent: number) => `${percent}\u00a0%`,
    waiting: "Vänta",
    notRead: (name: string, reason: string) => `${name} kunde inte öppnas. ${reason}`,
    unreadable: "Webbläsaren kom inte åt filen. Är det en mapp, eller har den flyttats?",
    tooLarge: "Filen är större än 500 MB, mer än som kan läsas.",
    notShown: (reason: string) => `Kalkylbladet kunde inte visa den (${reason}). Det som var öppet är kvar.`,
    notSaved: (reason: string) => `Arbetsboken kunde inte sparas, och ingen fil har skrivits: ${reason}`,
    stopped: "arbetet avbröts, kanske för att minnet tog slut. Försök igen, eller med en mindre arbetsbok.",
    opened: (name: string) => `${name} är öppnad.`,
    saved: (name: string) => `${name} är sparad bland hämtade filer.`,
    keptHeading: (count: number) =>
      count === 1 ? "1 cell behåller sitt lagrade värde:" : `${count} celler behåller sina lagrade värden:`,
    otherHeading: (count: number) =>
      count === 1
        ? "1 cell visar ett annat värde här än det som är lagrat:"
        : `${count} celler visar ett annat värde här än det som är lagrat:`,
    kept: (cell: string, formula: string, reason: string) => `${cell}: ${formula} (${reason})`,
    other: (cell: string, stored: string, shown: string) => `${cell}: lagrat ${stored}, här ${shown}`,
    blank: "tom",
    more: (count: number) => `… och ${count} till`,
    dates1904: "Arbetsboken räknar datum från 1904; här visas de som fyra år tidigare. I filen är de som de var.",
    countsAsShown:
      "Arbetsboken räknar med talen så som de visas (Ange precision som visas); här räknas de med alla decimaler. I filen behåller formlerna sina värden tills Excel räknar om dem.",
    plainer:
      "Formler och värden är här, men diagram, tabeller och villkorsstyrd formatering kunde inte visas. De är kvar i filen.",
    lostHeading: (name: string) => `Allt i ${name} kan inte sparas`,
    lostIntro: "Det här blir annorlunda i filen:",
    lost: {
      rowsMoved: (of) =>
        on(
          of,
          `rader eller kolumner är infogade eller borttagna. Celler och format sparas där de står nu, men det här ligger kvar där det var: ${named(extrasSv, of.extras)}.`,
        ),
      rebuilt: (of) =>
        on(
          of,
          "rader eller kolumner är infogade eller borttagna i ett scenario. Celler och format sparas där de står nu, men diagrammet, tabellerna och den villkorsstyrda formateringen följer inte med.",
        ),
      cellsMoved: (of) =>
        on(
          of,
          `celler är flyttade (klipp ut och klistra in). Innehållet sparas där det står nu, men det här ligger kvar där det var: ${named(extrasSv, of.extras)}.`,
        ),
      cellsMovedAway: (of) =>
        on(
          of,
          "celler är flyttade till ett annat blad (klipp ut och klistra in). Innehållet sparas där det står nu, men diagram och regler som gällde cellerna, namn på mer än ett område och formler som bara Excel kan räkna hänvisar till den gamla platsen.",
        ),
      copied: (of) =>
        on(
          of,
          `är en kopia av ett blad i filen. Celler, format och formler sparas, men inte ${named(extrasSv, of.extras)}.`,
        ),
      richText: (of) => on(of, "flyttade celler där bara en del av texten är fet, kursiv eller färgad blir enhetliga."),
      protection: (of) => on(of, "bladets skydd är ändrat; i filen är det som det var."),
      conditionalFormats: (of) => on(of, "ändrad villkorsstyrd formatering"),
      validations: (of) => on(of, "ändrad dataverifiering"),
      figures: (of) => on(of, "nya, ändrade eller borttagna diagram och bilder"),
      tables: (of) => on(of, "nya, ändrade eller borttagna tabeller"),
      outline: (of) => on(of, "grupperade rader eller kolumner"),
      pivots: (of) => on(of, "pivottabeller"),
      unknown: (of) => on(of, "en ändring av okänt slag"),
      sheetDeleted: ({ sheet }) => `Bladet ${sheet} är borttaget här, men finns kvar i filen.`,
      sheetRenamed: ({ sheet, name }) => `Bladet ${sheet} heter ${name} här, men behåller sitt namn i filen.`,
      look: ({ cell }) => `${cell}: roterad text eller dolt rutnät`,
      link: ({ cell }) => `${cell}: länken; texten sparas.`,
      keptCopy: ({ cell }) => `${cell}: en kopia av en formel som bara Excel kan räkna. Värdet sparas.`,
      unreadable: ({ cell }) => `${cell}: formeln går inte att läsa och sparas som text.`,
      gridFunction: ({ cell, name }) => `${cell}: funktionen ${name} finns inte i Excel. Värdet sparas.`,
    } satisfies Sentences<Lost>,
    refused: {
      tableHeading: ({ cell }) => `${cell}: en tabells rubrik kan bara ändras i Excel; den gamla är kvar i filen.`,
      tableTotals: ({ cell }) => `${cell}: en tabells summarad kan bara ändras i Excel; det gamla är kvar i filen.`,
      dataTable: ({ cell }) => `${cell}: en del av en datatabell (konsekvensanalys) kan inte ändras.`,
      keptArray: ({ cell }) =>
        `${cell}: cellen fylls av en formel som bara Excel kan räkna och kan inte ändras för sig.`,
      tooLong: ({ cell }) => `${cell}: innehållet är längre än Excel tar emot i en cell.`,
    } satisfies Sentences<RefusedEntry>,
    stale: (cell: string, formula: string) =>
      `${cell}: ${formula} kan bara räknas av Excel och behåller sitt värde, fast något som den beror på är ändrat. Räkna om i Excel med Ctrl+Alt+F9.`,
  },
  {
    open: "Open…",
    openTip: "Open a workbook (.xlsx) from this computer. It can be dragged here too.",
    save: "Save",
    saveTip: "Save the workbook as an .xlsx file on this computer (Ctrl+S). Nothing is sent anywhere.",
    unsaved: "Changes are not saved",
    dropHere: "Drop the workbook here to open it",
    dropOne: "Drop one workbook at a time.",
    leaveUnsaved: (name: string) =>
      `The changes in ${name} are not saved. They are lost when another workbook is opened.`,
    thisWorkbook: "the workbook",
    openAnyway: "Open without saving",
    cancel: "Cancel",
    close: "Close",
    saveAnyway: "Save anyway",
    copyAnyway: "Make the copy anyway",
    copyOf: (name: string) => `${name} – copy`,
    steps: {
      fetch: "Reading the file …",
      read: "Reading the workbook …",
      show: "Building the spreadsheet …",
      showLarge: "Building a large spreadsheet; the page does not answer meanwhile …",
      calculate: "Calculating …",
      write: "Writing …",
    },
    percent: (percent: number) => `${percent}%`,
    waiting: "Please wait",
    notRead: (name: string, reason: string) => `${name} could not be opened. ${reason}`,
    unreadable: "The browser could not get at the file. Is it a folder, or has it been moved?",
    tooLarge: "The file is larger than 500 MB, more than can be read.",
    notShown: (reason: string) => `The spreadsheet could not show it (${reason}). What was open is still here.`,
    notSaved: (reason: string) => `The workbook could not be saved, and no file has been written: ${reason}`,
    stopped: "the work stopped, perhaps for lack of memory. Try again, or with a smaller workbook.",
    opened: (name: string) => `${name} is open.`,
    saved: (name: string) => `${name} is saved among your downloads.`,
    keptHeading: (count: number) =>
      count === 1 ? "1 cell keeps its stored value:" : `${count} cells keep their stored values:`,
    otherHeading: (count: number) =>
      count === 1
        ? "1 cell shows another value here than the stored one:"
        : `${count} cells show other values here than the stored ones:`,
    kept: (cell: string, formula: string, reason: string) => `${cell}: ${formula} (${reason})`,
    other: (cell: string, stored: string, shown: string) => `${cell}: stored ${stored}, here ${shown}`,
    blank: "blank",
    more: (count: number) => `… and ${count} more`,
    dates1904:
      "The workbook counts days from 1904; here dates show four years too early. In the file they are as they were.",
    countsAsShown:
      "The workbook computes with numbers as they are shown (Set precision as displayed); here they have all their decimals. In the file formulas keep their values until Excel recalculates them.",
    plainer:
      "Formulas and values are here, but charts, tables and conditional formats could not be shown. They are still in the file.",
    lostHeading: (name: string) => `Not everything in ${name} can be saved`,
    lostIntro: "This will be different in the file:",
    lost: {
      rowsMoved: (of) =>
        on(
          of,
          `rows or columns have been inserted or removed. Cells and formats are saved where they stand now, but this stays where it was: ${named(extrasEn, of.extras)}.`,
        ),
      rebuilt: (of) =>
        on(
          of,
          "rows or columns have been inserted or removed in a scenario. Cells and formats are saved where they stand now, but its chart, tables and conditional formats are not.",
        ),
      cellsMoved: (of) =>
        on(
          of,
          `cells have been moved (cut and paste). Contents are saved where they stand now, but this stays where it was: ${named(extrasEn, of.extras)}.`,
        ),
      cellsMovedAway: (of) =>
        on(
          of,
          "cells have been moved to another sheet (cut and paste). Contents are saved where they stand now, but charts and rules of those cells, names of more than one area and formulas that only Excel can evaluate refer to the old place.",
        ),
      copied: (of) =>
        on(
          of,
          `is a copy of a sheet in the file. Cells, formats and formulas are saved, but not ${named(extrasEn, of.extras)}.`,
        ),
      richText: (of) =>
        on(of, "cells with bold, italic or coloured parts in their texts have one look where they have moved."),
      protection: (of) => on(of, "its protection has been changed; in the file it is as it was."),
      conditionalFormats: (of) => on(of, "changed conditional formats"),
      validations: (of) => on(of, "changed validation"),
      figures: (of) => on(of, "new, changed or removed charts and pictures"),
      tables: (of) => on(of, "new, changed or removed tables"),
      outline: (of) => on(of, "grouped rows or columns"),
      pivots: (of) => on(of, "pivot tables"),
      unknown: (of) => on(of, "a change of an unknown kind"),
      sheetDeleted: ({ sheet }) => `The sheet ${sheet} is deleted here, but stays in the file.`,
      sheetRenamed: ({ sheet, name }) => `The sheet ${sheet} is called ${name} here, but keeps its name in the file.`,
      look: ({ cell }) => `${cell}: rotated text or hidden gridlines`,
      link: ({ cell }) => `${cell}: the link; its text is saved.`,
      keptCopy: ({ cell }) => `${cell}: a copy of a formula that only Excel can evaluate. Its value is saved.`,
      unreadable: ({ cell }) => `${cell}: the formula cannot be read and is saved as text.`,
      gridFunction: ({ cell, name }) => `${cell}: Excel has no function ${name}. Its value is saved.`,
    },
    refused: {
      tableHeading: ({ cell }) => `${cell}: only Excel can change a table's heading; the file keeps the old one.`,
      tableTotals: ({ cell }) => `${cell}: only Excel can change a table's totals; the file keeps the old ones.`,
      dataTable: ({ cell }) => `${cell}: a part of a data table (what-if analysis) cannot be changed.`,
      keptArray: ({ cell }) =>
        `${cell}: a formula that only Excel can evaluate fills the cell, which cannot be changed alone.`,
      tooLong: ({ cell }) => `${cell}: the contents are longer than Excel takes in a cell.`,
    },
    stale: (cell: string, formula: string) =>
      `${cell}: only Excel can evaluate ${formula}; it keeps its value, though something it depends on has changed. Recalculate in Excel with Ctrl+Alt+F9.`,
  },
);

export function lostSentence(lost: Lost, language?: Language): string {
  const sentence = workbenchFileTexts(language).lost[lost.kind] as (lost: Lost) => string;
  return sentence(lost);
}

export function otherSentence({ cell, stored, shown }: OtherValue, language: Language): string {
  const texts = workbenchFileTexts(language);
  const said = (value: OtherValue["shown"]) => {
    if (value === null || value === "") return texts.blank;
    if (typeof value !== "number") return String(value);
    return new Intl.NumberFormat(language, { maximumFractionDigits: 10 }).format(value);
  };
  return texts.other(cell, said(stored), said(shown));
}

export function staleSentence({ cell, formula }: Kept, language?: Language): string {
  return workbenchFileTexts(language).stale(cell, formula);
}

export function refusedSentence(refused: RefusedEntry, language?: Language): string {
  return workbenchFileTexts(language).refused[refused.kind](refused);
}
