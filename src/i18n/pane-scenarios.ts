/*
 * The pane's texts about scenarios. Their titles and sentences are in scenarios/about.ts, what comes of an insert in
 * commands.ts.
 */
import type { MembersRead } from "../actions/members";
import type { Refused } from "../workbook/port";
import { commandTexts, problemText } from "./commands";
import type { Language } from "./language";
import { bilingual } from "./texts";

export const scenarioTexts = bilingual(
  {
    scenarios: "Scenarier",
    hint: "Välj en fråga, skriv egna siffror och infoga svaret som ett blad.",
    begun: "påbörjat",
    all: "Alla scenarier",
    about: "Om scenariot",
    figures: "Huvudsiffror",
    noFigure: "kan inte räknas",
    controlOk: "Bladets kontroller stämmer",
    controlFails: (count: number) =>
      count === 1 ? "En av bladets kontroller stämmer inte" : `${count} av bladets kontroller stämmer inte`,
    problems: "Att rätta",
    moreProblems: (count: number) => `och ${count} till`,
    otherParties: (count: number) => `Övriga ${count} kommuner`,
    chartTable: (title: string) => `${title}: diagrammets värden`,
    useSelection: "Använd markeringen",
    useSelectionHint: "Egna namn och tal: markera dem i två kolumner intill varandra, och välj Använd markeringen.",
    backToExample: "Exemplets siffror",
    isExample: "Exemplets siffror är tillbaka.",
    undo: "Ångra",
    undone: "Ångrat.",
    redo: "Gör om",
    redone: "Gjort om.",
    fromSelection: (count: number) =>
      count === 1 ? "Ifyllt med den markerade raden." : `Ifyllt med de ${count} markerade raderna.`,
    notTwoColumns: "Markera två kolumner intill varandra, namn och tal, och välj Använd markeringen igen.",
    rows: (count: number) => (count === 1 ? "1 rad" : `${count} rader`),
    wrong: (count: number) => (count === 1 ? "1 att rätta" : `${count} att rätta`),
    add: "Lägg till en rad",
    added: "En rad har lagts till.",
    remove: (name: string) => (name === "" ? "Ta bort raden" : `Ta bort ${name}`),
    removed: (name: string) => (name === "" ? "Raden är borttagen." : `${name} är borttagen.`),
    chosen: {
      years: (count: number) => `Bladet har ${count} år.`,
      unions: (count: number) => (count === 1 ? "Bladet har ett förbund." : `Bladet har ${count} förbund.`),
      withoutRegion: (isWithout: boolean) => (isWithout ? "Regionen är borttagen." : "Regionen deltar."),
    },
    nth: (number: number, count: number) => `${number} av ${count}`,
    source: "Källa",
    insert: "Infoga bladet",
    inserting: "Infogar …",
  },
  {
    scenarios: "Scenarios",
    hint: "Choose a question, type your own figures and insert the answer as a sheet.",
    begun: "begun",
    all: "All scenarios",
    about: "About the scenario",
    figures: "Main figures",
    noFigure: "cannot be computed",
    controlOk: "The sheet's checks hold",
    controlFails: (count: number) =>
      count === 1 ? "One of the sheet's checks fails" : `${count} of the sheet's checks fail`,
    problems: "To mend",
    moreProblems: (count: number) => `and ${count} more`,
    otherParties: (count: number) => `Other ${count} municipalities`,
    chartTable: (title: string) => `${title}: the chart's values`,
    useSelection: "Use selection",
    useSelectionHint: "Your own names and numbers: select them in two columns side by side, and choose Use selection.",
    backToExample: "The example's figures",
    isExample: "The example's figures are back.",
    undo: "Undo",
    undone: "Undone.",
    redo: "Redo",
    redone: "Redone.",
    fromSelection: (count: number) =>
      count === 1 ? "Filled in with the selected row." : `Filled in with the ${count} selected rows.`,
    notTwoColumns: "Select two columns side by side, names and numbers, and choose Use selection again.",
    rows: (count: number) => (count === 1 ? "1 row" : `${count} rows`),
    wrong: (count: number) => `${count} to mend`,
    add: "Add a row",
    added: "A row has been added.",
    remove: (name: string) => (name === "" ? "Remove the row" : `Remove ${name}`),
    removed: (name: string) => (name === "" ? "The row is removed." : `${name} is removed.`),
    chosen: {
      years: (count: number) => `The sheet has ${count} years.`,
      unions: (count: number) => (count === 1 ? "The sheet has one union." : `The sheet has ${count} unions.`),
      withoutRegion: (isWithout: boolean) => (isWithout ? "The region is removed." : "The region takes part."),
    },
    nth: (number: number, count: number) => `${number} of ${count}`,
    source: "Source",
    insert: "Insert the sheet",
    inserting: "Inserting …",
  },
);

/** What came of asking for the selected members. */
export function selectionText(
  read: MembersRead | Refused<"editing" | "other"> | { readonly kind: "noWorkbook" },
  language: Language,
): string {
  const texts = scenarioTexts(language);
  const commands = commandTexts(language);
  switch (read.kind) {
    case "members":
      return texts.fromSelection(read.members.length);
    case "none":
    case "notTwoColumns":
      return texts.notTwoColumns;
    case "unusable":
      return `${problemText(read.problem, language)} ${texts.notTwoColumns}`;
    case "noWorkbook":
      return commands.noWorkbook;
    case "refused":
      return read.reason === "editing" ? commands.editing : commands.other(read.message);
  }
}
