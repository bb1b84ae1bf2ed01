/*
 * The parties of a union in the order of FINSAM.SPLIT: the state, the region where one takes part, then each
 * municipality. Their names stand in one input block, and everything else on the sheet refers to them there.
 */
import { shares } from "../core/shares";
import { commonTexts } from "../i18n/scenarios/common";
import { citedSources } from "./citation";
import { citationInYear } from "./inYear";
import type { Language } from "../i18n/language";
import {
  formula,
  input,
  label,
  memberRow,
  range,
  ref,
  row,
  text,
  type Block,
  type Cell,
  type Formula,
  type Reference,
} from "./plan";
import type { Member } from "./scenario";

export interface Parties {
  readonly municipalities: readonly Member[];
  /** A municipality outside any region, where no region takes part (5 a §). */
  readonly withoutRegion: boolean;
}

/** Where a plan has the names of the municipalities and their key. */
export const keyMembers = { name: "municipality", weight: "key" } as const;

/** The row of the first municipality among the parties, from 0. */
export function firstMunicipality({ withoutRegion }: Parties): number {
  return withoutRegion ? 1 : 2;
}

export function partyCount(parties: Parties): number {
  return firstMunicipality(parties) + parties.municipalities.length;
}

/** The municipalities' names and their key, as inputs. */
export function keyBlock(
  { municipalities }: Parties,
  { heading, unit, source }: { readonly heading: string; readonly unit: string; readonly source: string },
): Block {
  return {
    id: "key",
    heading,
    rows: municipalities.map(({ name, weight }, index) =>
      memberRow(
        index,
        row(
          input(name, { area: "municipality" }),
          unit,
          [input(weight, { area: "key" })],
          index === 0 ? source : undefined,
        ),
      ),
    ),
  };
}

/** A label for each party, in the area `party`; a municipality's follows its name in the key. */
export function partyLabels({ municipalities, withoutRegion }: Parties, language: Language): readonly Cell[] {
  const { state, region } = commonTexts(language);
  return [
    label(formula`=${text(state)}`, { area: "party" }),
    ...(withoutRegion ? [] : [label(formula`=${text(region)}`, { area: "party" })]),
    ...municipalities.map((_, index) => label(formula`=${ref("municipality", index)}&""`, { area: "party" })),
  ];
}

/** FINSAM.SPLIT of a budget in total by the key. */
export function split(total: Formula | Reference, { withoutRegion }: Parties): Formula {
  return withoutRegion
    ? formula`=FINSAM.SPLIT(${total},${range("key")},${ref("unit")},,,TRUE)`
    : formula`=FINSAM.SPLIT(${total},${range("key")},${ref("unit")})`;
}

/** What the parties' shares rest on: 5 §, and 5 a § where no region takes part, which FINSAM.SOURCE has no name for. */
export function sharesSource({ withoutRegion }: Parties, year: Reference, language: Language): string | Formula {
  return withoutRegion ? citedSources(shares(true).sources, language) : lawSource(year, language);
}

/** What the law's shares rest on in a year: 5 §. */
export function lawSource(year: Reference, language: Language): Formula {
  return formula`=${citationInYear("stateShare", year, commonTexts(language).noLaw, language)}`;
}

/** How far the named split is from the law's shares, beyond its rounding; 0 where it follows the law. */
export function deviationFromLaw(name: string, parties: Parties): Formula {
  const state = range(name, { row: 0 });
  const municipal = range(name, { row: firstMunicipality(parties), rows: parties.municipalities.length });
  const check = parties.withoutRegion
    ? formula`FINSAM.CHECK(${state},,${municipal},${ref("unit")},TRUE)`
    : formula`FINSAM.CHECK(${state},${range(name, { row: 1 })},${municipal},${ref("unit")})`;
  return formula`=SUM(ABS(${check}))`;
}
