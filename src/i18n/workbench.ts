/*
 * The workbench's own texts: the page around the grid. What the ribbon says comes from manifest.xml, what the
 * grid says from workbench-grid.ts.
 */
import { bilingual } from "./texts";

export const workbenchTexts = bilingual(
  {
    title: "FINSAM för Excel – i webbläsaren",
    name: "FINSAM för Excel",
    subtitle: "i webbläsaren, utan Excel",
    language: "Språk och skiljetecken",
    languageHint: "Svenska: semikolon mellan argument och decimalkomma",
    ribbon: "Menyflik",
    grid: "Kalkylblad",
    pane: "FINSAM-panelen",
    closePane: "Stäng panelen",
    splitter: "Panelens bredd",
    ok: "OK",
    cancel: "Avbryt",
    close: "Stäng",
    cannotLoad: (what: string) =>
      `Arbetsbänken kunde inte läsa in ${what}. Ladda om sidan; hjälper inte det, avsluta och kör npm start igen.`,
    broken: (reason: string) =>
      `Arbetsbänken kunde inte öppnas (${reason}). Ladda om sidan; hjälper inte det, avsluta och kör npm start igen.`,
    editing: "En cell redigeras just nu. Avsluta med Retur eller Esc och försök igen.",
    locked: "Bladet är låst.",
    notWritten: "Kalkylbladet tog inte emot formeln.",
    sheetNotWritten: "Kalkylbladet tog inte emot bladet",
    noCommand: (name: string) =>
      `Tillägget svarade inte på knappen (${name}). Ladda om sidan; hjälper inte det, avsluta och kör npm start igen.`,
  },
  {
    title: "FINSAM for Excel – in a browser",
    name: "FINSAM for Excel",
    subtitle: "in a browser, without Excel",
    language: "Language and separators",
    languageHint: "English: commas between arguments and a decimal point",
    ribbon: "Ribbon",
    grid: "Spreadsheet",
    pane: "The FINSAM pane",
    closePane: "Close the pane",
    splitter: "Width of the pane",
    ok: "OK",
    cancel: "Cancel",
    close: "Close",
    cannotLoad: (what: string) =>
      `The workbench could not load ${what}. Reload the page; if that does not help, stop and run npm start again.`,
    broken: (reason: string) =>
      `The workbench could not open (${reason}). Reload the page; if that does not help, stop and run npm start again.`,
    editing: "A cell is being edited. Finish with Enter or Esc and try again.",
    locked: "The sheet is locked.",
    notWritten: "The spreadsheet did not take the formula.",
    sheetNotWritten: "The spreadsheet did not take the sheet",
    noCommand: (name: string) =>
      `The add-in did not answer the button (${name}). Reload the page; if that does not help, stop and run npm start again.`,
  },
);
