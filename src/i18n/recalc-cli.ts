/*
 * What `recalc` says on the command line.
 */
import { errorName } from "../workbook/errorName";
import type { RecalculationReport } from "../xlsx/recalculate";
import type { Language } from "./language";
import { byPlace, placesOf } from "./places";
import { bilingual } from "./texts";
import { keptSentences } from "./xlsx";

type Step = "read" | "calculate" | "write";

export const recalcCliTexts = bilingual(
  {
    help: `Räknar om FINSAM-formlerna i en arbetsbok (.xlsx) utan Excel, och allt som beror på dem.

  npm run --silent recalc -- budget.xlsx -o omräknad.xlsx
  npm run --silent recalc -- budget.xlsx --check

Bara värdena skrivs tillbaka; allt annat i filen är oförändrat. Celler som inte beror på FINSAM
behåller sina lagrade värden. En formel som inte går att räkna här nämns, och den och det som
beror på den behåller sina lagrade värden. Originalet ändras aldrig.

  -o FIL        vart resultatet skrivs
  --force       ersätt en fil som redan heter så
  --check       skriv ingen fil: jämför med de lagrade resultaten och lista cell, lagrat och
                beräknat värde, tabbavgränsat; slutkod 1 om något skiljer
  --json        skriv {"formulas": …, "calculated": …, "differences": [{"cell": …,
                "stored": …, "computed": …}], "notCalculated": […], …} på standard ut;
                en tom cell är null
  --lang sv|en  meddelandenas språk, och talformatet i text som formler skapar (förval: sv)
  --help        visa den här texten

Tal räknas som lika när de har samma 15 siffror, det som Excel visar. Slutkod: 0 om allt gick,
1 om --check fann skillnader, 2 om anropet är fel eller filen inte går att använda.`,
    see: "Se npm run --silent recalc -- --help",
    checkWritesNothing: "--check skriver ingen fil: ange antingen --check eller -o.",
    uncertain: (cell: string, formula: string) =>
      `${cell}: ${formula} kan hänvisa till vilken cell som helst och har sitt lagrade värde kvar. Räkna om den i Excel.`,
    uncertainMany: (places: string, count: number, first: string) =>
      `${places}: ${count} formler (den första är ${first}) kan hänvisa till vilka celler som helst och har sina lagrade värden kvar. Räkna om dem i Excel.`,
    cutOffMany: (places: string, count: number, rows: number, columns: number) =>
      `${places}: ${count} formler ger var och en ${rows} × ${columns} celler men är lagrade som formler som fyller en enda (@ i Excel), så bara de första värdena visas. Skriv in dem på nytt i Excel utan @ om hela tabellerna ska visas.`,
    cutOff: (cell: string, rows: number, columns: number) =>
      `${cell}: formeln ger ${rows} × ${columns} celler men är lagrad som en formel som fyller en enda (@ i Excel), så bara det första värdet visas. Skriv in den på nytt i Excel utan @ om hela tabellen ska visas.`,
    becomesError: (cell: string, error: string, stored: string, why: string) =>
      `${cell}: blir ${error}, men det lagrade värdet är ${stored === "" ? "tomt" : stored}.${why}`,
    becomeErrors: (places: string, count: number, error: string, why: string) =>
      `${places}: ${count} celler blir ${error}, men de lagrade värdena är inga fel.${why}`,
    progress: (step: Step, percent: number) =>
      `${{ read: "Läser", calculate: "Räknar", write: "Skriver" }[step]} … ${percent} %`,
    summary: ({ ours, calculated, differences, kept }: RecalculationReport, file: string | undefined) =>
      [
        ours === 0
          ? "Arbetsboken har inga FINSAM-formler."
          : `${ours} FINSAM-${ours === 1 ? "formel" : "formler"}, ${calculated} ${calculated === 1 ? "beräknad formel" : "beräknade formler"}, ${differences.length} ${differences.length === 1 ? "cell" : "celler"} med annat värde än det lagrade${kept.length > 0 ? `, ${kept.length} ej ${kept.length === 1 ? "beräknad" : "beräknade"}` : ""}.`,
        ...(file === undefined ? [] : [`Skrev ${file}.`]),
      ].join(" "),
  },
  {
    help: `Recalculates the FINSAM formulas of a workbook (.xlsx) without Excel, and all that depends on them.

  npm run --silent recalc -- budget.xlsx -o recalculated.xlsx
  npm run --silent recalc -- budget.xlsx --check

Values alone are written back; everything else in the file stays as it is. Cells that do not
depend on FINSAM keep their stored values. A formula that cannot be evaluated here is named, and
it and what depends on it keep their stored values. The original is never changed.

  -o FILE       where the result is written
  --force       replace a file of that name
  --check       write no file: compare with the stored results and list cell, stored and
                computed value, tab-separated; exit code 1 if anything differs
  --json        write {"formulas": …, "calculated": …, "differences": [{"cell": …,
                "stored": …, "computed": …}], "notCalculated": […], …} to standard out;
                a blank cell is null
  --lang sv|en  the language of messages, and the number format of text that formulas make
                (default: sv)
  --help        show this text

Numbers are the same when their 15 digits are, which is what Excel shows. Exit code: 0 if all
went well, 1 if --check found differences, 2 if the call is wrong or the file cannot be used.`,
    see: "See npm run --silent recalc -- --help",
    checkWritesNothing: "--check writes no file: give either --check or -o.",
    uncertain: (cell: string, formula: string) =>
      `${cell}: ${formula} can refer to any cell and keeps its stored value. Recalculate it in Excel.`,
    uncertainMany: (places: string, count: number, first: string) =>
      `${places}: ${count} formulas (the first is ${first}) can refer to any cells and keep their stored values. Recalculate them in Excel.`,
    cutOffMany: (places: string, count: number, rows: number, columns: number) =>
      `${places}: ${count} formulas give ${rows} × ${columns} cells each but are stored as ones that fill a single cell (@ in Excel), so only the first values are shown. Enter them again in Excel without @ to see the whole tables.`,
    cutOff: (cell: string, rows: number, columns: number) =>
      `${cell}: the formula gives ${rows} × ${columns} cells but is stored as one that fills a single cell (@ in Excel), so only the first value is shown. Enter it again in Excel without @ to see the whole table.`,
    becomesError: (cell: string, error: string, stored: string, why: string) =>
      `${cell}: becomes ${error}, but the stored value is ${stored === "" ? "blank" : stored}.${why}`,
    becomeErrors: (places: string, count: number, error: string, why: string) =>
      `${places}: ${count} cells become ${error}, but the stored values are no errors.${why}`,
    progress: (step: Step, percent: number) =>
      `${{ read: "Reading", calculate: "Calculating", write: "Writing" }[step]} … ${percent} %`,
    summary: ({ ours, calculated, differences, kept }: RecalculationReport, file: string | undefined) =>
      [
        ours === 0
          ? "The workbook has no FINSAM formulas."
          : `${ours} FINSAM ${ours === 1 ? "formula" : "formulas"}, ${calculated} ${calculated === 1 ? "formula" : "formulas"} calculated, ${differences.length} ${differences.length === 1 ? "cell" : "cells"} with another value than stored${kept.length > 0 ? `, ${kept.length} not calculated` : ""}.`,
        ...(file === undefined ? [] : [`Wrote ${file}.`]),
      ].join(" "),
  },
);

/** What is to be said of a recalculation, with those that are alike gathered; `--json` has each of them. */
export function recalcRemarks(
  { differences, kept, uncertain, cutOff }: Pick<RecalculationReport, "differences" | "kept" | "uncertain" | "cutOff">,
  language: Language,
): string[] {
  const texts = recalcCliTexts(language);
  return [
    ...newErrors(differences, language),
    ...keptSentences(kept, language),
    ...byPlace(uncertain, () => "").map((group) => {
      const [{ cell, formula }] = group;
      if (group.length === 1) return texts.uncertain(cell, formula);
      return texts.uncertainMany(placesOf(group, language), group.length, formula);
    }),
    ...byPlace(cutOff, ({ rows, columns }) => `${rows} ${columns}`).map((group) => {
      const [{ cell, rows, columns }] = group;
      if (group.length === 1) return texts.cutOff(cell, rows, columns);
      return texts.cutOffMany(placesOf(group, language), group.length, rows, columns);
    }),
  ];
}

/** Cells that are errors by now and were none: with those that are so for the same reason gathered. */
function newErrors(differences: RecalculationReport["differences"], language: Language): string[] {
  const texts = recalcCliTexts(language);
  const becoming = differences.filter(
    ({ stored, computed }) => errorName(computed) !== undefined && errorName(stored) === undefined,
  );
  return byPlace(becoming, ({ computed, message = "" }) => `${String(computed)} ${message}`).map((group) => {
    const [{ cell, stored, computed, message }] = group;
    const why = message === undefined ? "" : ` ${message}`;
    if (group.length === 1) return texts.becomesError(cell, String(computed), String(stored ?? ""), why);
    return texts.becomeErrors(placesOf(group, language), group.length, String(computed), why);
  });
}
