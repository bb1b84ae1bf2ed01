/*
 * The probe as Excel sees it. Its arguments are declared as our functions declare theirs, so that what it shows
 * is what they get: a required grid, optional grids, a choice, and a grid last.
 */
import type { Language } from "../i18n/catalogue";

const texts = {
  en: {
    description: "Shows what Excel passes for each argument. For verifying the add-in; in no released build.",
    parameters: ["value", "second", "basis", "last"],
  },
  sv: {
    description: "Visar vad Excel skickar för varje argument. För kontroll av tillägget; finns inte i släppta byggen.",
    parameters: ["värde", "andra", "avser", "sista"],
  },
} as const;

export function probeMetadata(language: Language) {
  const { description, parameters } = texts[language];
  const grid = { type: "any", dimensionality: "matrix" };
  const choice = { type: "string", customEnumId: "BASIS" };
  const kinds = [grid, { ...grid, optional: true }, { ...choice, optional: true }, { ...grid, optional: true }];
  return {
    id: "PROBE",
    name: "PROBE",
    description,
    parameters: parameters.map((name, index) => ({ name, description: "", ...kinds[index]! })),
    result: { type: "any", dimensionality: "matrix" },
  };
}
