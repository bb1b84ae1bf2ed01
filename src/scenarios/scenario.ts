/*
 * What a scenario is: a question, opened on real figures, as a pure function from its inputs to a sheet plan.
 */
import type { Language } from "../i18n/language";
import type { ScenarioId } from "../i18n/scenarios/about";
import type { SheetPlan } from "./plan";

export interface Scenario<Inputs> {
  readonly id: ScenarioId;
  /** The figures it opens on; names that are translated make them depend on the language. */
  readonly opensOn: (language: Language) => Inputs;
  readonly plan: (inputs: Inputs, language: Language) => SheetPlan;
  /** What of the sheet's shape a user can choose. */
  readonly shape?: {
    readonly of: (inputs: Inputs) => Choices;
    /** The same inputs with what was chosen, within the limits; what `of` does not say means nothing here. */
    readonly with: (inputs: Inputs, choices: Required<Choices>, language: Language) => Inputs;
  };
  /** The same inputs with a user's own municipalities, or unions, in place of those it opens on. */
  readonly withMembers?: (inputs: Inputs, members: readonly Member[]) => Inputs;
}

/** How large a sheet is, or who has a row on it: what no cell of it can say, as it is laid out for it. */
export interface Choices {
  /** Columns of years. */
  readonly years?: number;
  /** Unions, where a pair of a name and a number would say too little of one. */
  readonly unions?: number;
  /** A municipality outside any region, where no region takes part (5 a §). */
  readonly withoutRegion?: boolean;
}

/** What can be chosen of each number: as many as are still read on a sheet. */
export const choiceLimits = {
  years: { least: 2, most: 20 },
  unions: { least: 1, most: 20 },
} as const;

/** A municipality, a union or another party with its part of a key. */
export interface Member {
  readonly name: string;
  readonly weight: number;
}

/** The colours of series in charts: the municipalities in hues of their own, the state and the region in another. */
export const colors = {
  state: "#1D5C4D",
  region: "#6FA898",
  municipal: "#DFA052",
  unused: "#DDE3E1",
  marked: "#B8471B",
} as const;

const municipalHues = [
  ...["#F2D9B8", "#DFA052", "#A86F2B", "#AFA4D6", "#8F4A74"],
  ...["#E9BE86", "#C98A3D", "#D5CFEA", "#8A7BC0", "#BD7FA3"],
];

/** One colour each, those first that differ most; they begin again where there are more municipalities than hues. */
export function municipalColor(index: number): string {
  return municipalHues[index % municipalHues.length]!;
}
