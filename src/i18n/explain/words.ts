/*
 * What is said about an explained cell around its steps: why there is nothing to explain, what went wrong, and whether
 * the cell shows what its formula gives.
 */
import { bilingual } from "../texts";

export const explainWords = bilingual(
  {
    noWorkbook: "Ingen arbetsbok är öppen här. Öppna panelen från fliken FINSAM i Excel.",
    editing: "En cell redigeras just nu. Avsluta med Retur eller Esc.",
    tooLarge: (most: string) =>
      `Formeln hänvisar till fler än ${most} celler, och så många läses inte på en gång. Hänvisa till ett mindre område.`,
    other: (message: string) => `Cellen kunde inte läsas: ${message}`,
    nothing: "Cellen är tom. Markera en cell med en FINSAM-formel.",
    constant: "Cellen innehåller ett inskrivet värde och ingen formel. Markera en cell med en FINSAM-formel.",
    formula: "Formeln i cellen använder ingen FINSAM-funktion, så den förklaras inte här.",
    unreadable: "Formeln i cellen går inte att läsa här.",
    filledFrom: (address: string) => `Cellen fylls av formeln i ${address}.`,
    restGives: (value: string) => `Resten av formeln är vanlig räkning och ger ${value}.`,
    rest: "Resten av formeln räknar Excel självt.",
    differs: (shown: string, computed: string) =>
      `Cellen visar ${shown}, men formeln ger ${computed}. Arbetsboken är kanske inte omräknad: tryck på F9, eller Ctrl+Alt+F9 för att räkna om allt.`,
    notLoaded: (shown: string, computed: string) =>
      `Cellen visar ${shown} eftersom tillägget saknades när den räknades. Formeln ger ${computed}. Välj Reparera under Kontroll, så räknas den på nytt.`,
    noRoom: (shown: string) =>
      `Cellen visar ${shown} eftersom resultatet inte får plats. Töm cellerna som det ska fylla.`,
    computing: (shown: string) => `Cellen visar ${shown}: Excel räknar fortfarande.`,
    within: (argument: string, name: string) => `${argument} i ${name}`,
    left: (count: string) => `${count} tidigare steg visas inte.`,
    rounded: (held: string) => `Talet visas avrundat; i cellen står ${held}.`,
    table: (rows: string, columns: string) => `${rows} × ${columns} värden`,
    list: (count: string) => `${count} värden`,
    blank: "tom",
    result: (value: string) => `Svar: ${value}`,
    expression: (argument: string, expression: string) =>
      `I argumentet ${argument} står ett uttryck som bara Excel kan räkna: ${expression}. Lägg det i en egen cell och hänvisa till den i stället.`,
    otherWorkbook: (argument: string, expression: string) =>
      `Argumentet ${argument} hänvisar till en annan arbetsbok, ${expression}, som inte kan läsas härifrån. Hämta värdena till celler i den här arbetsboken och hänvisa till dem.`,
    severalSheets: (argument: string, expression: string) =>
      `Argumentet ${argument} hänvisar till flera blad på en gång, ${expression}. Samla värdena i celler på ett blad och hänvisa till dem.`,
    missing: (argument: string, expression: string) =>
      `Argumentet ${argument} hänvisar till ${expression}, som inte finns i arbetsboken eller inte fyller några celler.`,
    call: (argument: string, expression: string) =>
      `Argumentet ${argument} kommer från ${expression}, som inte kunde följas.`,
    argumentTooLarge: (argument: string, expression: string) =>
      `Argumentet ${argument}, ${expression}, är fler celler än som kan förklaras. Hänvisa till ett mindre område.`,
    passedOn: (argument: string, code: string, where: string) =>
      `Argumentet ${argument} har felvärdet ${code}${where}, och då blir det svaret. Rätta det först.`,
    inCell: (address: string) => ` i ${address}`,
    fromCall: (name: string) => ` från ${name}`,
    tooLong: "Det blir fler steg än som kan visas. Markera en cell i en mindre tabell.",
    unknownFunction: (name: string) => `Det finns ingen funktion som heter ${name}.`,
    truth: { true: "SANT", false: "FALSKT" },
  },
  {
    noWorkbook: "No workbook is open here. Open the pane from the FINSAM tab in Excel.",
    editing: "A cell is being edited. Finish with Enter or Esc.",
    tooLarge: (most: string) =>
      `The formula refers to more than ${most} cells, and so many are not read at once. Refer to a smaller range.`,
    other: (message: string) => `The cell could not be read: ${message}`,
    nothing: "The cell is blank. Select a cell with a FINSAM formula.",
    constant: "The cell holds a typed value and no formula. Select a cell with a FINSAM formula.",
    formula: "The formula in the cell uses no FINSAM function, so it is not explained here.",
    unreadable: "The formula in the cell cannot be read here.",
    filledFrom: (address: string) => `The cell is filled by the formula in ${address}.`,
    restGives: (value: string) => `The rest of the formula is ordinary arithmetic and gives ${value}.`,
    rest: "Excel itself works out the rest of the formula.",
    differs: (shown: string, computed: string) =>
      `The cell shows ${shown}, but the formula gives ${computed}. The workbook may not be recalculated: press F9, or Ctrl+Alt+F9 to recalculate everything.`,
    notLoaded: (shown: string, computed: string) =>
      `The cell shows ${shown} as the add-in was missing when it was calculated. The formula gives ${computed}. Choose Repair under Check, and it is calculated anew.`,
    noRoom: (shown: string) => `The cell shows ${shown} as the result has no room. Clear the cells that it is to fill.`,
    computing: (shown: string) => `The cell shows ${shown}: Excel is still calculating.`,
    within: (argument: string, name: string) => `${argument} of ${name}`,
    left: (count: string) => `${count} earlier steps are not shown.`,
    rounded: (held: string) => `The number is shown rounded; the cell holds ${held}.`,
    table: (rows: string, columns: string) => `${rows} × ${columns} values`,
    list: (count: string) => `${count} values`,
    blank: "blank",
    result: (value: string) => `Answer: ${value}`,
    expression: (argument: string, expression: string) =>
      `The argument ${argument} holds an expression that only Excel can work out: ${expression}. Put it in a cell of its own and refer to that instead.`,
    otherWorkbook: (argument: string, expression: string) =>
      `The argument ${argument} refers to another workbook, ${expression}, which cannot be read from here. Bring the values into cells of this workbook and refer to those.`,
    severalSheets: (argument: string, expression: string) =>
      `The argument ${argument} refers to several sheets at once, ${expression}. Gather the values in cells of one sheet and refer to those.`,
    missing: (argument: string, expression: string) =>
      `The argument ${argument} refers to ${expression}, which is not in the workbook or fills no cells.`,
    call: (argument: string, expression: string) =>
      `The argument ${argument} comes from ${expression}, which could not be followed.`,
    argumentTooLarge: (argument: string, expression: string) =>
      `The argument ${argument}, ${expression}, is more cells than can be explained. Refer to a smaller range.`,
    passedOn: (argument: string, code: string, where: string) =>
      `The argument ${argument} has the error value ${code}${where}, which then is the answer. Put that right first.`,
    inCell: (address: string) => ` in ${address}`,
    fromCall: (name: string) => ` from ${name}`,
    tooLong: "There are more steps than can be shown. Select a cell of a smaller table.",
    unknownFunction: (name: string) => `There is no function called ${name}.`,
    truth: { true: "TRUE", false: "FALSE" },
  },
);
