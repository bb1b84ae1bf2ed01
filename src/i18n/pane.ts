/*
 * The pane's own texts. What it says of each function comes from the catalogue.
 */
import { bilingual } from "./texts";

export const paneTexts = bilingual(
  {
    views: "Panelens delar",
    settings: "Inställningar",
    language: "Språk",
    about:
      "FINSAM räknar fram samordningsförbundets finansiering så som lagen (2003:1210) säger. Inget lämnar arbetsboken.",
    notLoaded:
      "En del av panelen kunde inte läsas in. Försök igen; hjälper inte det, stäng panelen och öppna den på nytt.",
    tryAgain: "Försök igen",
    functions: "Funktioner",
    functionsHint: "Välj en funktion för att se argument, källa och exempel.",
    examples: "Exempel",
    arguments: "Argument",
    optional: "valfritt",
    returns: "Ger",
    source: "Källa",
    help: (name: string) => `Hjälpsida om ${name}`,
    opensInBrowser: "öppnas i webbläsaren",
    result: "Resultat",
    insert: "Infoga",
    insertLabel: (formula: string) => `Infoga ${formula} i den markerade cellen`,
    replace: (address: string) => `Ersätt innehållet i ${address}`,
    inserting: "Infogar …",
    inserted: (address: string) => `Infogat i ${address}.`,
    cellTaken: (address: string) => `${address} är inte tom, så inget har skrivits.`,
    spillTaken: (area: string) => `Resultatet behöver ${area}, och där finns redan något. Markera en cell med plats.`,
    inTable: (address: string) =>
      `${address} ligger i en tabell, och där kan ett resultat i flera celler inte visas. Markera en cell utanför.`,
    editing: "En cell redigeras just nu. Avsluta med Retur eller Esc och försök igen.",
    protected: "Bladet är skyddat eller skrivskyddat, så inget har skrivits.",
    refused: (message: string) => `Formeln kunde inte infogas: ${message}`,
    noWorkbook: "Ingen arbetsbok är öppen här. Öppna panelen från fliken FINSAM i Excel för att infoga.",
    languageNote: "Excels egen hjälp i formelfältet följer språket i Office, vad som än väljs här.",
    followOffice: "Följ språket i Office",
    notKept: "Valet kan inte sparas i den här webbläsaren och gäller tills panelen stängs.",
  },
  {
    views: "Parts of the pane",
    settings: "Settings",
    language: "Language",
    about:
      "FINSAM works out the financing of a coordination union (samordningsförbund) as the law (2003:1210) says. Nothing leaves the workbook.",
    notLoaded:
      "A part of the pane could not be loaded. Try again; if that does not help, close the pane and open it again.",
    tryAgain: "Try again",
    functions: "Functions",
    functionsHint: "Choose a function to see its arguments, source and examples.",
    examples: "Examples",
    arguments: "Arguments",
    optional: "optional",
    returns: "Returns",
    source: "Source",
    help: (name: string) => `Help page for ${name}`,
    opensInBrowser: "opens in the browser",
    result: "Result",
    insert: "Insert",
    insertLabel: (formula: string) => `Insert ${formula} into the selected cell`,
    replace: (address: string) => `Replace the content of ${address}`,
    inserting: "Inserting …",
    inserted: (address: string) => `Inserted in ${address}.`,
    cellTaken: (address: string) => `${address} is not empty, so nothing was written.`,
    spillTaken: (area: string) => `The result needs ${area}, which is not empty. Select a cell with room around it.`,
    inTable: (address: string) =>
      `${address} is in a table, where a result of several cells cannot be shown. Select a cell outside it.`,
    editing: "A cell is being edited. Finish with Enter or Esc and try again.",
    protected: "The sheet is protected or read-only, so nothing was written.",
    refused: (message: string) => `The formula could not be inserted: ${message}`,
    noWorkbook: "No workbook is open here. Open the pane from the FINSAM tab in Excel to insert.",
    languageNote: "Excel's own help in the formula bar follows Office's language, whatever is chosen here.",
    followOffice: "Follow Office's language",
    notKept: "The choice cannot be kept in this browser and lasts until the pane is closed.",
  },
);

/** The languages by their own names, for the switch: a reader who is in the wrong one must understand it. */
export const languageNames = { sv: "Svenska", en: "English" } as const;
