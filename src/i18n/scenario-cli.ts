/*
 * What `scenario` says on the command line.
 */
import { bilingual } from "./texts";

export const scenarioCliTexts = bilingual(
  {
    help: `Listar scenarierna, eller visar ett av dem med varje cell uträknad som i ett kalkylblad.

  npm run --silent scenario -- list
  npm run --silent scenario -- show escalation
  npm run --silent scenario -- show escalation --json --set rate=0.05 --set C14=140000

Svaret är tabbavgränsad text. list skriver id och titel, show skriver en rad per cell:
adress, värde och, där den finns, formel.

  --set NAMN=VÄRDE  ändra en indatacell, angiven med sitt namn eller sin adress;
                    kan upprepas. Tal skrivs med decimalpunkt
  --json            skriv [{"id": …, "title": …}] eller {"cells": [{"address": "B4",
                    "formula": "=…", "value": …}], "control": 0, …}; en tom cell är null
  --lang sv|en      bladets och meddelandenas språk (förval: sv)
  --help            visa den här texten

Slutkod: 0 om kontrollcellen är 0 och ingen cell har ett fel, 1 annars, 2 om anropet är fel.`,
    see: "Se npm run --silent scenario -- --help",
    noCommand: "Ange list eller show ID.",
    badCommand: (got: string) => `Kommandot ${got} finns inte: ange list eller show ID.`,
    noScenario: (ids: string) => `Ange vilket scenario: ${ids}.`,
    badScenario: (got: string, ids: string) => `Scenariot ${got} finns inte. De som finns: ${ids}.`,
    tooMany: (got: string) => `${got} är ett argument för mycket.`,
    unknownOption: (option: string) => `Flaggan ${option} finns inte.`,
    badLanguage: "--lang: språket är sv eller en.",
    badSet: "--set skrivs NAMN=VÄRDE, till exempel --set rate=0.05.",
    noInput: (got: string, names: string) => `--set ${got}: bladet har ingen sådan indatacell. De med namn: ${names}.`,
  },
  {
    help: `Lists the scenarios, or shows one of them with every cell evaluated as in a spreadsheet.

  npm run --silent scenario -- list
  npm run --silent scenario -- show escalation
  npm run --silent scenario -- show escalation --json --set rate=0.05 --set C14=140000

The answer is tab-separated text. list writes id and title, show a line for each cell:
address, value and, where there is one, formula.

  --set NAME=VALUE  change an input cell, given by its name or its address; can be
                    repeated. Numbers have decimal points
  --json            write [{"id": …, "title": …}] or {"cells": [{"address": "B4",
                    "formula": "=…", "value": …}], "control": 0, …}; a blank cell is null
  --lang sv|en      the language of the sheet and of messages (default: sv)
  --help            show this text

Exit code: 0 if the control cell is 0 and no cell holds an error, else 1; 2 if the call is wrong.`,
    see: "See npm run --silent scenario -- --help",
    noCommand: "Give list or show ID.",
    badCommand: (got: string) => `There is no command ${got}: give list or show ID.`,
    noScenario: (ids: string) => `Say which scenario: ${ids}.`,
    badScenario: (got: string, ids: string) => `There is no scenario ${got}. Those there are: ${ids}.`,
    tooMany: (got: string) => `${got} is one argument too many.`,
    unknownOption: (option: string) => `There is no option ${option}.`,
    badLanguage: "--lang: the language is sv or en.",
    badSet: "--set is written NAME=VALUE, such as --set rate=0.05.",
    noInput: (got: string, names: string) =>
      `--set ${got}: the sheet has no such input cell. Those with names: ${names}.`,
  },
);
