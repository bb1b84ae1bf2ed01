/*
 * The pane's texts about functions. What it says of each one comes from the catalogue.
 */
import type { ArgumentProblem } from "../actions/builtFormula";
import type { FormulaOutcome, SelectedText } from "../actions/insertFormula";
import { localErrorName } from "../workbook/errorName";
import type { Language } from "./language";
import { bilingual } from "./texts";

export const functionTexts = bilingual(
  {
    functions: "Funktioner",
    search: "Sök funktion",
    searchHint: "Sök: budget, tak, kommun …",
    clear: "Rensa sökningen",
    found: (count: number) => (count === 1 ? "1 funktion" : `${count} funktioner`),
    nothingFound: (query: string) =>
      `Ingen funktion svarar mot ”${query}”. Sök på ett annat ord, på svenska eller engelska, eller rensa sökningen för att se alla.`,
    all: "Alla funktioner",
    builder: "Bygg formeln",
    builderHint:
      "Skriv ett värde, en referens eller en formel i varje fält, eller markera celler och tryck på knappen bredvid.",
    optional: "valfritt",
    omitted: "utelämnat",
    choose: "Välj …",
    expression: "En cell eller en formel …",
    useSelection: (argument: string) => `Använd markeringen för ${argument}`,
    expressionFor: (argument: string) => `${argument}, cell eller formel`,
    formula: "Formel",
    insert: "Infoga",
    inserting: "Infogar …",
    empty: "Töm fälten",
    emptied: "Fälten är tomma.",
    selectCell: "Markera nu cellen där resultatet ska stå, och välj Infoga.",
    returns: "Ger",
    examples: "Exempel",
    result: "Resultat",
    insertLabel: (formula: string) => `Infoga ${formula} i den markerade cellen`,
    source: "Källa",
    help: (name: string) => `Hjälpsida om ${name}`,
    opensInBrowser: "öppnas i webbläsaren",
    replace: (address: string) => `Ersätt innehållet i ${address}`,
    inserted: (address: string) => `Infogat i ${address}.`,
    insertedError: (address: string, error: string) =>
      `Infogat i ${address}, men cellen visar ${error}. Rätta argumenten och infoga igen, eller läs under Förklara vad som är fel.`,
    insertedNoAnswer: (address: string, error: string) =>
      `Infogat i ${address}. Cellen visar ${error}: för de här värdena finns inget svar. Varför står under Förklara.`,
    insertedSpill: (address: string) =>
      `Infogat i ${address}, men cellen visar #SPILL!: något står i vägen där resultatet ska stå. Flytta det, så visas resultatet.`,
    insertedBuilt: (address: string) =>
      `Infogat i ${address}. Flera värden fyller cellerna intill; visas #SPILL! står något i vägen.`,
    cellTaken: (address: string) => `${address} är inte tom, så inget har skrivits.`,
    spillTaken: (area: string) => `Resultatet behöver ${area}, och där finns redan något. Markera en cell med plats.`,
    inTable: (address: string) =>
      `${address} ligger i en tabell, och där kan ett resultat i flera celler inte visas. Markera en cell utanför.`,
    circular: (address: string, area: string) =>
      `${address} ligger i ${area}, som formeln använder, så den skulle räkna med sig själv. Markera cellen där resultatet ska stå, och välj Infoga.`,
    circularCell: (address: string) =>
      `Formeln använder ${address}, så där skulle den räkna med sig själv. Markera cellen där resultatet ska stå, och välj Infoga.`,
    wrong: "Formeln är inte färdig: rätta fälten som är markerade.",
    missing: (argument: string) => `${argument}: fyll i ett värde, en referens eller en formel.`,
    notAnArgument: (argument: string) =>
      `${argument}: inget som kan stå i en formel. Skriv ett tal, en referens som B4:B7, en text i citattecken eller en formel.`,
    foreignSign: (argument: string, sign: string) =>
      `${argument}: ”${sign}” betyder inget där. Skilj argument åt med semikolon, kolumner i en matris med \\ och skriv tal med decimalkomma.`,
    foreignFunction: (argument: string, name: string) =>
      `${argument}: funktionen ${name} känner panelen inte. Skriv formeln i en cell och använd cellen här.`,
    emptySelection: "Det finns inget i kolumnerna som är markerade. Markera cellerna med värden.",
    notOneRange: "Markera en cell eller ett enda område i bladet, och tryck igen.",
    editing: "En cell redigeras just nu. Avsluta med Retur eller Esc och försök igen.",
    protected: "Bladet är skyddat eller skrivskyddat, så inget har skrivits.",
    refused: (message: string) => `Formeln kunde inte infogas: ${message}`,
    notRead: (message: string) => `Markeringen kunde inte läsas: ${message}`,
    noWorkbook: "Ingen arbetsbok är öppen här. Öppna panelen från fliken FINSAM i Excel för att infoga.",
  },
  {
    functions: "Functions",
    search: "Search functions",
    searchHint: "Search: budget, cap, municipality …",
    clear: "Clear the search",
    found: (count: number) => (count === 1 ? "1 function" : `${count} functions`),
    nothingFound: (query: string) =>
      `No function answers to “${query}”. Search for another word, in English or Swedish, or clear the search to see all.`,
    all: "All functions",
    builder: "Build the formula",
    builderHint:
      "Type a value, a reference or a formula into each field, or select cells and press the button beside it.",
    optional: "optional",
    omitted: "omitted",
    choose: "Choose …",
    expression: "A cell or a formula …",
    useSelection: (argument: string) => `Use selection for ${argument}`,
    expressionFor: (argument: string) => `${argument}, cell or formula`,
    formula: "Formula",
    insert: "Insert",
    inserting: "Inserting …",
    empty: "Clear the fields",
    emptied: "The fields are empty.",
    selectCell: "Now select the cell for the result, then Insert.",
    returns: "Returns",
    examples: "Examples",
    result: "Result",
    insertLabel: (formula: string) => `Insert ${formula} into the selected cell`,
    source: "Source",
    help: (name: string) => `Help page for ${name}`,
    opensInBrowser: "opens in the browser",
    replace: (address: string) => `Replace the content of ${address}`,
    inserted: (address: string) => `Inserted in ${address}.`,
    insertedError: (address: string, error: string) =>
      `Inserted in ${address}, but the cell shows ${error}. Mend the arguments and insert again, or read under Explain what is wrong.`,
    insertedNoAnswer: (address: string, error: string) =>
      `Inserted in ${address}. The cell shows ${error}: there is no answer for these values. Explain says why.`,
    insertedSpill: (address: string) =>
      `Inserted in ${address}, but the cell shows #SPILL!: something is in the way of the result. Move it, and the result shows.`,
    insertedBuilt: (address: string) =>
      `Inserted in ${address}. Several values fill the cells beside it; #SPILL! means that something is in the way.`,
    cellTaken: (address: string) => `${address} is not empty, so nothing was written.`,
    spillTaken: (area: string) => `The result needs ${area}, which is not empty. Select a cell with room around it.`,
    inTable: (address: string) =>
      `${address} is in a table, where a result of several cells cannot be shown. Select a cell outside it.`,
    circular: (address: string, area: string) =>
      `${address} lies in ${area}, which the formula uses, so it would count itself. Select the cell for the result, then Insert.`,
    circularCell: (address: string) =>
      `The formula uses ${address}, so it would count itself there. Select the cell for the result, then Insert.`,
    wrong: "The formula is not complete: mend the marked fields.",
    missing: (argument: string) => `${argument}: fill in a value, a reference or a formula.`,
    notAnArgument: (argument: string) =>
      `${argument}: nothing that can stand in a formula. Type a number, a reference such as B4:B7, a text in quotes or a formula.`,
    foreignSign: (argument: string, sign: string) =>
      `${argument}: “${sign}” means nothing there. Separate arguments by commas, rows of an array by semicolons, and write numbers with a decimal point.`,
    foreignFunction: (argument: string, name: string) =>
      `${argument}: the pane does not know the function ${name}. Type the formula into a cell and use the cell here.`,
    emptySelection: "There is nothing in the selected columns. Select the cells with values.",
    notOneRange: "Select a cell or a single range on the sheet, and press again.",
    editing: "A cell is being edited. Finish with Enter or Esc and try again.",
    protected: "The sheet is protected or read-only, so nothing was written.",
    refused: (message: string) => `The formula could not be inserted: ${message}`,
    notRead: (message: string) => `The selection could not be read: ${message}`,
    noWorkbook: "No workbook is open here. Open the pane from the FINSAM tab in Excel to insert.",
  },
);

/** What came of inserting a formula; of one that was built nobody knows how many cells it fills. */
export function outcomeText(outcome: FormulaOutcome, isBuilt: boolean, language: Language): string {
  const texts = functionTexts(language);
  switch (outcome.kind) {
    case "noWorkbook":
      return texts.noWorkbook;
    case "refused":
      return outcome.reason === "other" ? texts.refused(outcome.message) : texts[outcome.reason];
    case "circular":
      return outcome.area === outcome.address
        ? texts.circularCell(outcome.address)
        : texts.circular(outcome.address, outcome.area);
    case "inserted":
      if (outcome.error === "#SPILL!") return texts.insertedSpill(outcome.address);
      if (outcome.error !== undefined) {
        // #N/A is what our functions answer where nothing is wrong and there is no answer, as a cap never reached.
        const said = outcome.error === "#N/A" ? texts.insertedNoAnswer : texts.insertedError;
        return said(outcome.address, localErrorName(outcome.error, language));
      }
      return isBuilt ? texts.insertedBuilt(outcome.address) : texts.inserted(outcome.address);
    default:
      return texts[outcome.kind](outcome.address);
  }
}

/** What is wrong in an argument of that name. */
export function argumentProblemText(problem: ArgumentProblem, argument: string, language: Language): string {
  const texts = functionTexts(language);
  switch (problem.kind) {
    case "sign":
      return texts.foreignSign(argument, problem.sign);
    case "function":
      return texts.foreignFunction(argument, problem.name);
    default:
      return texts[problem.kind](argument);
  }
}

/** What came of asking for the selection; once a field has its reference, what to do next. */
export function selectedText(selected: SelectedText, language: Language): string {
  const texts = functionTexts(language);
  switch (selected.kind) {
    case "reference":
      return texts.selectCell;
    case "empty":
      return texts.emptySelection;
    case "refused":
      return selected.reason === "editing" ? texts.editing : texts.notRead(selected.message);
    default:
      return texts[selected.kind];
  }
}
