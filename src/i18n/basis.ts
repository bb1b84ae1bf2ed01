/*
 * The last sheet of a copy without FINSAM formulas, and what is said about what could not simply become a value.
 */
import type { FreezeWarning } from "../xlsx/freeze";
import type { Language } from "./catalogue";
import { byPlace, placesOf } from "./places";
import { bilingual } from "./texts";

type Sentences = {
  readonly [Kind in FreezeWarning["kind"]]: (warning: Extract<FreezeWarning, { kind: Kind }>) => string;
};

export const basisTexts = bilingual(
  {
    sheet: "Underlag",
    intro: "I den här kopian är varje FINSAM-formel ersatt av sitt värde. Här står vilka formlerna var.",
    headings: {
      place: "Plats",
      formula: "Formel",
      does: "Vad funktionen gör",
      source: "Paragraf",
      version: "Version",
      date: "Datum",
    },
    warnings: {
      noValue: ({ cell }) => `${cell}: formeln hade inget lagrat värde, så cellen är tom. Räkna om arbetsboken först.`,
      nameError: ({ cell }) =>
        `${cell}: cellen visar #NAMN?, eftersom tillägget saknades när arbetsboken räknades. Räkna om den först.`,
      unfinished: ({ cell, code }) =>
        `${cell}: cellen visar ${code}, eftersom beräkningen inte var klar när arbetsboken sparades. Räkna om den först.`,
      name: ({ name }) => `Namnet ${name} var en FINSAM-formel och har inget värde (#REFERENS!) i kopian.`,
      conditionalFormat: ({ sheet }) =>
        `${sheet}: en villkorsstyrd formatering använde en FINSAM-formel och gäller inte i kopian.`,
      validation: ({ sheet }) => `${sheet}: en dataverifiering använde en FINSAM-formel och finns inte i kopian.`,
      leftover: ({ part }) => `Delen ${part} nämner en FINSAM-formel på ett sätt som inte kunde ändras.`,
    } satisfies Sentences,
    /** Of the same in many cells of a sheet. */
    many: {
      noValue: (places: string) =>
        `${places}: formlerna hade inga lagrade värden, så cellerna är tomma. Räkna om arbetsboken först.`,
      nameError: (places: string) =>
        `${places}: cellerna visar #NAMN?, eftersom tillägget saknades när arbetsboken räknades. Räkna om den först.`,
      unfinished: (places: string, code: string) =>
        `${places}: cellerna visar ${code}, eftersom beräkningen inte var klar när arbetsboken sparades. Räkna om den först.`,
    },
  },
  {
    sheet: "Basis",
    intro: "In this copy every FINSAM formula is replaced by its value. This is what the formulas were.",
    headings: {
      place: "Place",
      formula: "Formula",
      does: "What the function does",
      source: "Paragraph",
      version: "Version",
      date: "Date",
    },
    warnings: {
      noValue: ({ cell }) => `${cell}: the formula had no stored value, so the cell is empty. Recalculate first.`,
      nameError: ({ cell }) =>
        `${cell}: the cell shows #NAME?, as the add-in was missing when the workbook was calculated. Recalculate first.`,
      unfinished: ({ cell, code }) =>
        `${cell}: the cell shows ${code}, as the calculation had not ended when the workbook was saved. Recalculate first.`,
      name: ({ name }) => `The name ${name} was a FINSAM formula and has no value (#REF!) in the copy.`,
      conditionalFormat: ({ sheet }) =>
        `${sheet}: a conditional format used a FINSAM formula and does not apply in the copy.`,
      validation: ({ sheet }) => `${sheet}: a data validation used a FINSAM formula and is not in the copy.`,
      leftover: ({ part }) => `The part ${part} mentions a FINSAM formula in a way that could not be changed.`,
    },
    many: {
      noValue: (places: string) =>
        `${places}: the formulas had no stored values, so the cells are empty. Recalculate first.`,
      nameError: (places: string) =>
        `${places}: the cells show #NAME?, as the add-in was missing when the workbook was calculated. Recalculate first.`,
      unfinished: (places: string, code: string) =>
        `${places}: the cells show ${code}, as the calculation had not ended when the workbook was saved. Recalculate first.`,
    },
  },
);

export function freezeWarningSentence(warning: FreezeWarning, language?: Language): string {
  const sentence = basisTexts(language).warnings[warning.kind] as (warning: FreezeWarning) => string;
  return sentence(warning);
}

/** The same for many: what is alike in cells of one sheet is one sentence. */
export function freezeWarningSentences(warnings: readonly FreezeWarning[], language?: Language): string[] {
  const ofCells = warnings.filter((warning) => "cell" in warning);
  const others = warnings.filter((warning) => !("cell" in warning));
  const { many } = basisTexts(language);
  const codeOf = (warning: (typeof ofCells)[number]) => (warning.kind === "unfinished" ? warning.code : "");
  return [
    ...byPlace(ofCells, (warning) => warning.kind + codeOf(warning)).map((group) => {
      const [first] = group;
      if (group.length === 1) return freezeWarningSentence(first, language);
      return many[first.kind](placesOf(group, language), codeOf(first));
    }),
    ...others.map((warning) => freezeWarningSentence(warning, language)),
  ];
}
