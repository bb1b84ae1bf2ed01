/*
 * The parties and their shares of a union's financing: 5 § lag (2003:1210); 5 a § where no region takes part.
 */
import { exact, one, toNumber, type Exact } from "./exact";
import { keyOf, type Key } from "./key";
import { latest, latestSources } from "./parameters/lookUp";
import type { ParameterName, Source } from "./parameters/values";
import { Problem } from "./problem";

export type Party = "state" | "region" | "municipal";
export type Basis = "total" | Party;

export interface Shares {
  /** In the order of every table. */
  readonly parties: readonly Party[];
  /** Each party's share of the total. */
  readonly of: Readonly<Partial<Record<Party, Exact>>>;
  /** The shares as a key, in the order of `parties`. */
  readonly key: Key;
  /** The paragraphs. */
  readonly sources: readonly Source[];
}

const withRegion = inForce({ state: "stateShare", region: "regionShare", municipal: "municipalShare" });
const withoutRegion = inForce({ state: "stateShare", municipal: "municipalShareWithoutRegion" });

/** The shares by 5 §, or by 5 a § where no region takes part. */
export function shares(noRegion: boolean): Shares {
  return noRegion ? withoutRegion : withRegion;
}

/** The share of the total that `basis` names; refused for the region where none takes part. */
export function shareOf(basis: Basis, { of }: Shares): Exact {
  if (basis === "total") return one;
  const share = of[basis];
  if (!share) throw new Problem("regionDoesNotTakePart", { argument: "basis" });
  return share;
}

/** The parties but one, who share what that one leaves. */
export function without(party: Party, { of, sources }: Shares): Shares {
  const others = Object.entries(of).filter(([name]) => name !== party);
  return sharesOf(Object.fromEntries(others.map(([name, share]) => [name, toNumber(share)])), sources);
}

function inForce(names: Readonly<Partial<Record<Party, ParameterName>>>): Shares {
  const parties = Object.entries(names);
  // The parties are named in few paragraphs, and each paragraph once.
  const sources = new Map(parties.flatMap(([, name]) => latestSources(name)).map((source) => [source.place, source]));
  return sharesOf(Object.fromEntries(parties.map(([party, name]) => [party, latest(name)])), [...sources.values()]);
}

function sharesOf(of: Readonly<Partial<Record<Party, number>>>, sources: readonly Source[]): Shares {
  const shares = Object.entries(of) as [Party, number][];
  return {
    parties: shares.map(([party]) => party),
    of: Object.fromEntries(shares.map(([party, share]) => [party, exact(share)])),
    key: keyOf(shares.map(([, share]) => share)),
    sources,
  };
}
