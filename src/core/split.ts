/*
 * SPLIT: a union's budget divided between the state, the region or regions and the municipalities.
 * 5 § lag (2003:1210): half, a quarter and a quarter; 5 a §: half and half where no region takes part.
 */
import { apportion } from "./apportion";
import { divide, exact, multiply, toNumber, type Exact } from "./exact";
import type { Grid } from "./grid";
import { keysOf, type Key } from "./key";
import { Problem } from "./problem";
import { shareOf, shares, without, type Basis, type Party, type Shares } from "./shares";
import { unitOf, type Unit } from "./unit";
import { tableOf, yearsOf } from "./years";

export interface SplitRequest {
  /** One number, or a row or column of years; in the sheet's unit. */
  readonly amount: Grid;
  /** The municipalities' key: a list, or one column per year. None: the municipalities in one row. */
  readonly weights?: Grid | undefined;
  /** The step to round to, in the sheet's unit; 0 or none: no rounding. */
  readonly unit?: number | undefined;
  /** What `amount` is; the total where nothing is said. */
  readonly basis?: Basis | undefined;
  /** The regions' key, as for `weights`. None: one region. */
  readonly regions?: Grid | undefined;
  /** No region takes part: 5 a §. */
  readonly withoutRegion?: boolean | undefined;
}

/** The keys of one year, for the parties that are several members. */
type Members = Readonly<Partial<Record<Party, Key>>>;

/**
 * State, regions and municipalities down and years across; turned for a column of years, and for a single
 * amount with a key that lies across.
 *
 * Unrounded, every figure is its exact share. With a unit the total is rounded and shared by largest remainder;
 * where a party's contribution is given, that one is rounded by itself and the others share the rest. The
 * law says nothing about rounding.
 */
export function split({
  amount,
  weights,
  unit,
  basis = "total",
  regions,
  withoutRegion = false,
}: SplitRequest): number[][] {
  if (withoutRegion && regions) throw new Problem("regionDoesNotTakePart", { argument: "regions" });
  const law = shares(withoutRegion);
  const share = shareOf(basis, law);
  const years = yearsOf("amount", amount);
  const municipalKeys = weights && keysOf("weights", weights, years);
  const regionKeys = regions && keysOf("regions", regions, years);
  const rounding = unitOf(unit);
  const columns = years.amounts.map((got, year) => {
    const members = membersOf(regionKeys?.(year), municipalKeys?.(year));
    if (!rounding) return exactly(divide(exact(got), share), law, members);
    const total = rounding.round(divide(exact(got), share), years.at(year));
    const parties =
      basis === "total"
        ? apportion(total, law.key)
        : aroundGiven(basis, rounding.round(exact(got), years.at(year)), total, law);
    return inUnits(parties, law, members, rounding);
  });
  return tableOf(columns, years, [weights, regions]);
}

function membersOf(region: Key | undefined, municipal: Key | undefined): Members {
  return { ...(region && { region }), ...(municipal && { municipal }) };
}

/** Each party's and member's exact share of the total. */
function exactly(total: Exact, law: Shares, members: Members): number[] {
  return law.parties.flatMap((party) => {
    const amount = multiply(total, shareOf(party, law));
    const key = members[party];
    if (!key) return [toNumber(amount)];
    return key.weights.map((weight) => toNumber({ n: amount.n * weight, d: amount.d * key.sum }));
  });
}

/** The parties' whole units where one of them is given: the others share what it leaves. */
function aroundGiven(given: Party, units: number, total: number, law: Shares): number[] {
  const others = without(given, law);
  const parts = apportion(total - units, others.key);
  return law.parties.map((party) => (party === given ? units : parts[others.parties.indexOf(party)]!));
}

/** Each party's whole units shared among its members. */
function inUnits(parties: readonly number[], law: Shares, members: Members, unit: Unit): number[] {
  return law.parties.flatMap((party, i) => {
    const key = members[party];
    const parts = key ? apportion(parties[i]!, key) : [parties[i]!];
    return parts.map((units) => unit.toNumber(units));
  });
}
