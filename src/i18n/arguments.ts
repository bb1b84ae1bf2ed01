/*
 * What the functions' arguments are called. Their English names are the names in code; Swedish here.
 * Excel shows them while a formula is typed, and every error sentence names them.
 */
export const argumentNames = {
  amount: "belopp",
  weights: "vikter",
  unit: "enhet",
  basis: "avser",
  regions: "regioner",
  withoutRegion: "utanRegion",
  contribution: "bidrag",
  method: "metod",
  rate: "ökning",
  years: "antalÅr",
  cap: "tak",
  includeStart: "medStartår",
  appropriation: "anslag",
  need: "försörjningsmått",
  population: "invånare",
  baseGrant: "grundtilldelning",
  needWeight: "behovsvikt",
  needTotal: "försörjningsmåttTotalt",
  populationTotal: "invånareTotalt",
  unions: "antalFörbund",
} as const;

export type ArgumentName = keyof typeof argumentNames;
