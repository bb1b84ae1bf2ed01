/*
 * What is said of a scenario's inputs while they are typed, beyond what the functions say.
 */
import { bilingual } from "../texts";

export const draftTexts = bilingual(
  {
    name: "Namn",
    blank: (field: string) => `${field}: är tomt och räknas som 0. Fyll i ett tal.`,
  },
  {
    name: "Name",
    blank: (field: string) => `${field}: is blank and counts as 0. Fill in a number.`,
  },
);
