/*
 * What `freeze` says on the command line.
 */
import { bilingual } from "./texts";

export const freezeCliTexts = bilingual(
  {
    help: `Gör en kopia av en arbetsbok (.xlsx) för den som inte har tillägget: varje FINSAM-formel är sitt värde.

  npm run --silent freeze -- budget.xlsx -o kopia.xlsx

Format, diagram och alla andra formler är som de var. Sist kommer bladet Underlag, som listar det
som ersatts: plats, formel, vad funktionen gör, paragraf, version och datum. Värdena är de lagrade;
är de inaktuella, kör recalc först. Originalet ändras aldrig.

  -o FIL        vart kopian skrivs
  --force       ersätt en fil som redan heter så
  --json        skriv {"sheet": "Underlag", "replaced": [{"place": …, "formula": …,
                "functions": […]}], "warnings": […]} på standard ut
  --lang sv|en  språket i bladet Underlag och i meddelanden (förval: sv)
  --help        visa den här texten

Slutkod: 0 om kopian är skriven, 2 om anropet är fel eller filen inte går att använda.`,
    see: "Se npm run --silent freeze -- --help",
    progress: (step: "read" | "calculate" | "write", percent: number) =>
      `${step === "read" ? "Läser" : "Skriver"} … ${percent} %`,
    nothing: (file: string) => `Arbetsboken har inga FINSAM-formler. Skrev ${file}.`,
    summary: (blocks: number, sheet: string | undefined, file: string) =>
      sheet === undefined
        ? `Ingen cell har en FINSAM-formel, men det fanns annat av FINSAM i arbetsboken. Skrev ${file}.`
        : `${blocks} ${blocks === 1 ? "område" : "områden"} med FINSAM-formler är nu värden; bladet ${sheet} listar dem. Skrev ${file}.`,
  },
  {
    help: `Makes a copy of a workbook (.xlsx) for those without the add-in: every FINSAM formula is its value.

  npm run --silent freeze -- budget.xlsx -o copy.xlsx

Formats, charts and all other formulas are as they were. The last sheet, Basis, lists what was
replaced: place, formula, what the function does, paragraph, version and date. Values are those
stored; where they are out of date, run recalc first. The original is never changed.

  -o FILE       where the copy is written
  --force       replace a file of that name
  --json        write {"sheet": "Basis", "replaced": [{"place": …, "formula": …,
                "functions": […]}], "warnings": […]} to standard out
  --lang sv|en  the language of the sheet and of messages (default: sv)
  --help        show this text

Exit code: 0 if the copy was written, 2 if the call is wrong or the file cannot be used.`,
    see: "See npm run --silent freeze -- --help",
    progress: (step: "read" | "calculate" | "write", percent: number) =>
      `${step === "read" ? "Reading" : "Writing"} … ${percent} %`,
    nothing: (file: string) => `The workbook has no FINSAM formulas. Wrote ${file}.`,
    summary: (blocks: number, sheet: string | undefined, file: string) =>
      sheet === undefined
        ? `No cell has a FINSAM formula, but there was something else of FINSAM in the workbook. Wrote ${file}.`
        : `${blocks} ${blocks === 1 ? "block" : "blocks"} of FINSAM formulas are values now; the sheet ${sheet} lists them. Wrote ${file}.`,
  },
);
