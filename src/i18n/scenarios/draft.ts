/*
 * What is said of a scenario's inputs while they are typed, beyond what the functions say.
 */
import { bilingual } from "../texts";

export const draftTexts = bilingual(
  {
    name: "Namn",
    shape: "Bladets form",
    choices: {
      years: "Antal år på bladet",
      unions: "Antal förbund",
      withoutRegion: "Ingen region deltar: kommunerna bidrar med hälften (5 a §)",
    },
    outside: (choice: string, least: number, most: number) =>
      `${choice}: ska vara ett heltal från ${least} till ${most}.`,
    decimalSign: "Decimaler skrivs med komma.",
    thousands: "Skriv tusental som 3\u00a0674 eller 3674, och decimaler med komma.",
    notADate: (field: string, got: string) => `${field}: ska vara ett datum, som 2026-05-04, men är ”${got}”.`,
    beforeLaw: (field: string, got: number, from: number) =>
      `${field}: lagen gäller från ${from}, så för ${got} finns inga andelar.`,
    noName: (field: string) => `${field}: är tomt. Skriv ett namn.`,
    blank: (field: string) => `${field}: är tomt och räknas som 0. Fyll i ett tal.`,
    uncountable: (label: string, error: string) =>
      `${label}: kan inte räknas (${error}). Se efter om en uppgift som den räknas med är 0.`,
  },
  {
    name: "Name",
    shape: "Shape of the sheet",
    choices: {
      years: "Years on the sheet",
      unions: "Number of unions",
      withoutRegion: "No region takes part: the municipalities pay half (5 a §)",
    },
    outside: (choice: string, least: number, most: number) =>
      `${choice}: must be a whole number from ${least} to ${most}.`,
    decimalSign: "Decimals are written with a point.",
    thousands: "Write thousands as 3,674, 3\u00a0674 or 3674, and decimals with a point.",
    notADate: (field: string, got: string) => `${field}: expected a date, such as 2026-05-04, got “${got}”.`,
    beforeLaw: (field: string, got: number, from: number) =>
      `${field}: the law applies from ${from}, so that there are no shares for ${got}.`,
    noName: (field: string) => `${field}: is blank. Write a name.`,
    blank: (field: string) => `${field}: is blank and counts as 0. Fill in a number.`,
    uncountable: (label: string, error: string) =>
      `${label}: cannot be computed (${error}). See whether a figure that it is computed with is 0.`,
  },
);
