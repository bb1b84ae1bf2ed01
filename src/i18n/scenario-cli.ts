/*
 * What `scenario` says on the command line.
 */
import { bilingual } from "./texts";

export const scenarioCliTexts = bilingual(
  {
    help: `Listar scenarierna, visar ett av dem med varje cell uträknad som i ett kalkylblad, eller skriver det
som en Excelfil.

  npm run --silent scenario -- list
  npm run --silent scenario -- show escalation
  npm run --silent scenario -- show escalation --json --set rate=0.05 --set C14=140000
  npm run --silent scenario -- write escalation plan.xlsx --set rate=0.05

Svaret är tabbavgränsad text. list skriver id och titel, show skriver en rad per cell:
adress, värde och, där den finns, formel. write skriver en arbetsbok med formler, diagram,
format och varje cells värde, och säger vad filen heter. En fil som redan finns skrivs inte
över utan --force.

  --set NAMN=VÄRDE  ändra en indatacell, angiven med sitt namn eller sin adress;
                    kan upprepas. Tal skrivs med decimalpunkt
  --unit kr|tkr|mnkr
                    bladets belopp i den enheten (förval: tkr); --set anger belopp i den
  --years N         så många år på bladet (escalation, multi-year)
  --unions N        så många förbund (results)
  --without-region  ingen region deltar: kommunerna bidrar med hälften, 5 a §
                    (escalation, level-increase, ceiling)
  --json            skriv [{"id": …, "title": …}] eller {"cells": [{"address": "B4",
                    "formula": "=…", "value": …}], "control": 0, …}; en tom cell är null.
                    write skriver {"file": …, "sheet": …, "control": 0, …}
  --force           låt write ersätta en fil som redan finns
  --lang sv|en      bladets och meddelandenas språk (förval: sv)
  --help            visa den här texten

Slutkod: 0 om kontrollcellen är 0 och ingen cell har ett fel, 1 annars, 2 om anropet är fel,
filen inte gick att skriva eller något i den inte går att räkna med.`,
    see: "Se npm run --silent scenario -- --help",
    noCommand: "Ange list, show ID eller write ID FIL.xlsx.",
    badCommand: (got: string) => `Kommandot ${got} finns inte: ange list, show ID eller write ID FIL.xlsx.`,
    noScenario: (ids: string) => `Ange vilket scenario: ${ids}.`,
    badScenario: (got: string, ids: string) => `Scenariot ${got} finns inte. De som finns: ${ids}.`,
    tooMany: (got: string) => `${got} är ett argument för mycket.`,
    noFile: "Ange vad filen ska heta, till exempel plan.xlsx.",
    forceOnlyWrites: "--force hör till write.",
    written: (file: string, sheet: string) => `${file}: bladet ${sheet}, kontrollcellen är 0`,
    notWritten: (sentence: string) => `${sentence} Ingen fil är skriven.`,
    writtenFailing: (file: string, cells: string) => `${file} är skriven, men bladet går inte ihop: ${cells}`,
    noChoice: (option: string, id: string) => `${option}: ${id} har inget sådant val.`,
    badUnit: "--unit: enheten är kr, tkr eller mnkr.",
    decimalComma: (got: string) => `--set ${got}: tal skrivs med decimalpunkt, som 0.05.`,
    badSet: "--set skrivs NAMN=VÄRDE, till exempel --set rate=0.05.",
    noInput: (got: string, names: string) => `--set ${got}: bladet har ingen sådan indatacell. De med namn: ${names}.`,
  },
  {
    help: `Lists the scenarios, shows one of them with every cell evaluated as in a spreadsheet, or writes it
as an Excel file.

  npm run --silent scenario -- list
  npm run --silent scenario -- show escalation
  npm run --silent scenario -- show escalation --json --set rate=0.05 --set C14=140000
  npm run --silent scenario -- write escalation plan.xlsx --set rate=0.05

The answer is tab-separated text. list writes id and title, show a line for each cell:
address, value and, where there is one, formula. write writes a workbook with formulas,
charts, formats and every cell's value, and says what the file is called. A file that is
there already is not overwritten without --force.

  --set NAME=VALUE  change an input cell, given by its name or its address; can be
                    repeated. Numbers have decimal points
  --unit kr|tkr|mnkr
                    the unit of the sheet's amounts (default: tkr), and of those in --set
  --years N         as many years on the sheet (escalation, multi-year)
  --unions N        as many unions (results)
  --without-region  no region takes part: the municipalities pay half, 5 a §
                    (escalation, level-increase, ceiling)
  --json            write [{"id": …, "title": …}] or {"cells": [{"address": "B4",
                    "formula": "=…", "value": …}], "control": 0, …}; a blank cell is null.
                    write gives {"file": …, "sheet": …, "control": 0, …}
  --force           let write replace a file that is there already
  --lang sv|en      the language of the sheet and of messages (default: sv)
  --help            show this text

Exit code: 0 if the control cell is 0 and no cell holds an error, else 1; 2 if the call is wrong,
the file could not be written or something in it cannot be counted with.`,
    see: "See npm run --silent scenario -- --help",
    noCommand: "Give list, show ID or write ID FILE.xlsx.",
    badCommand: (got: string) => `There is no command ${got}: give list, show ID or write ID FILE.xlsx.`,
    noScenario: (ids: string) => `Say which scenario: ${ids}.`,
    badScenario: (got: string, ids: string) => `There is no scenario ${got}. Those there are: ${ids}.`,
    tooMany: (got: string) => `${got} is one argument too many.`,
    noFile: "Say what the file is to be called, such as plan.xlsx.",
    forceOnlyWrites: "--force belongs to write.",
    written: (file: string, sheet: string) => `${file}: the sheet ${sheet}, the control cell is 0`,
    notWritten: (sentence: string) => `${sentence} No file was written.`,
    writtenFailing: (file: string, cells: string) => `${file} is written, but the sheet does not hold: ${cells}`,
    noChoice: (option: string, id: string) => `${option}: ${id} has no such choice.`,
    badUnit: "--unit: the unit is kr, tkr or mnkr.",
    decimalComma: (got: string) => `--set ${got}: numbers have a decimal point, such as 0.05.`,
    badSet: "--set is written NAME=VALUE, such as --set rate=0.05.",
    noInput: (got: string, names: string) =>
      `--set ${got}: the sheet has no such input cell. Those with names: ${names}.`,
  },
);
