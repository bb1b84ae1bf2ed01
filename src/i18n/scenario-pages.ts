/*
 * What the pages about scenarios say beside each scenario's own texts.
 */
import { bilingual } from "./texts";

export const scenarioPageTexts = bilingual(
  {
    heading: "Scenarier",
    intro:
      "Varje scenario är ett helt blad som svarar på en fråga: indata i orange celler överst, formler som räknar om när något ändras, ett diagram, källan bredvid varje uppgift och en kontrollcell som ska vara 0.",
    picture: (title: string) => `Bladet ${title}`,
    inTerminal: "I terminalen, utan Excel: visa bladet uträknat, eller skriv det som en Excelfil.",
    option: "",
    all: "Alla scenarier",
  },
  {
    heading: "Scenarios",
    intro:
      "Each scenario is a whole sheet that answers one question: inputs in orange cells on top, formulas that follow when something changes, a chart, the source beside each figure and a control cell that must read 0.",
    picture: (title: string) => `The sheet ${title}`,
    inTerminal: "In the terminal, without Excel: show the sheet computed, or write it as an Excel file.",
    option: " --lang en",
    all: "All scenarios",
  },
);

/** What `npm run pages` says in the terminal. */
export const pagesTexts = bilingual(
  {
    pages: (count: number) => `${count} sidor om scenarierna är skrivna`,
    pictures: (count: number) => `${count} bilder är ritade`,
    noPictures:
      "Inga bilder är ritade: det kräver LibreOffice och pdftoppm. Kör npm run setup och sedan samma kommando igen.",
  },
  {
    pages: (count: number) => `${count} pages about the scenarios are written`,
    pictures: (count: number) => `${count} pictures are drawn`,
    noPictures:
      "No pictures are drawn: that takes LibreOffice and pdftoppm. Run npm run setup, then the same command again.",
  },
);
