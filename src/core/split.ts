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
import { sharingReport, weightsOf } from "./sharing";
import { ourRounding, reporter, type Given, type Report, type Span, type Trace } from "./trace";
import { unitOf, type Unit } from "./unit";
import { isTurned, tableOf, yearsOf } from "./years";

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
export function split(
  { amount, weights, unit, basis = "total", regions, withoutRegion = false }: SplitRequest,
  trace?: Trace,
): number[][] {
  if (withoutRegion && regions) throw new Problem("regionDoesNotTakePart", { argument: "regions" });
  const law = shares(withoutRegion);
  const share = shareOf(basis, law);
  const years = yearsOf("amount", amount);
  const municipalKeys = weights && keysOf("weights", weights, years);
  const regionKeys = regions && keysOf("regions", regions, years);
  const rounding = unitOf(unit);
  const turned = isTurned(years, [weights, regions]);
  const columns = years.amounts.map((got, year) => {
    const report = trace && reporter(trace, { years: [year, year], turned }, { sources: law.sources });
    const members = membersOf(regionKeys?.(year), municipalKeys?.(year));
    const given = exact(got);
    const total = divide(given, share);
    report?.("budget", { got, basis, share: toNumber(share), result: toNumber(total) });
    const sharing = { law, members, report, each: report && linesOf(law, members) };
    if (!rounding) return exactly(total, sharing);
    const round = (of: Basis, amount: Exact) => {
      const units = rounding.round(amount, years.at(year));
      report?.(
        "rounded",
        { of, got: toNumber(amount), unit: unit!, result: rounding.toNumber(units) },
        { ...ourRounding, lines: sharing.each?.[law.parties.indexOf(of as Party)] },
      );
      return units;
    };
    const whole = round("total", total);
    const parties =
      basis === "total"
        ? betweenParties(whole, law, sharing, rounding)
        : aroundGiven(basis, round(basis, given), whole, sharing, rounding);
    return inUnits(parties, sharing, rounding);
  });
  return tableOf(columns, turned);
}

/** One year's parties and their members, and who is told how it is shared. */
interface Sharing {
  readonly law: Shares;
  readonly members: Members;
  readonly report: Report | undefined;
  /** Each party's lines of the result, where somebody is told. */
  readonly each: readonly Span[] | undefined;
}

function membersOf(region: Key | undefined, municipal: Key | undefined): Members {
  return { ...(region && { region }), ...(municipal && { municipal }) };
}

function linesOf({ parties }: Shares, members: Members): Span[] {
  let first = 0;
  return parties.map((party) => {
    const last = first + (members[party]?.given.length ?? 1) - 1;
    const lines: Span = [first, last];
    first = last + 1;
    return lines;
  });
}

/** Each party's and member's exact share of the total. */
function exactly(total: Exact, { law, members, report, each }: Sharing): number[] {
  const amounts = law.parties.map((party) => multiply(total, shareOf(party, law)));
  report?.(
    "parts",
    { among: "parties", whole: toNumber(total), ...weightsOf(law.key, law.parties), result: amounts.map(toNumber) },
    { each },
  );
  return amounts.flatMap((amount, i) => {
    const party = law.parties[i]!;
    const key = members[party];
    if (!key) return [toNumber(amount)];
    const result = key.weights.map((weight) => toNumber({ n: amount.n * weight, d: amount.d * key.sum }));
    const about = { lines: each?.[i], open: ["key"] } as const;
    report?.(
      "parts",
      { among: party, share: toNumber(shareOf(party, law)), whole: toNumber(amount), ...weightsOf(key), result },
      about,
    );
    return result;
  });
}

/** The parties' whole units of a total. */
function betweenParties(
  total: number,
  parties: Shares,
  { report, each }: Sharing,
  unit: Unit,
  given?: Given,
): number[] {
  const { key } = parties;
  const shared = { among: "parties", total, unit, key, parties: parties.parties, given, where: { each } } as const;
  return apportion(total, key, undefined, report && sharingReport(report, shared));
}

/** The parties' whole units where one of them is given: the others share what it leaves. */
function aroundGiven(given: Party, units: number, total: number, sharing: Sharing, unit: Unit): number[] {
  const { law } = sharing;
  const others = without(given, law);
  const each = sharing.each?.filter((_, i) => law.parties[i] !== given);
  const rest = { party: given, amount: unit.toNumber(units), total: unit.toNumber(total) };
  const parts = betweenParties(total - units, others, { ...sharing, each }, unit, rest);
  return law.parties.map((party) => (party === given ? units : parts[others.parties.indexOf(party)]!));
}

/** Each party's whole units shared among its members. */
function inUnits(units: readonly number[], { law, members, report, each }: Sharing, unit: Unit): number[] {
  return law.parties.flatMap((party, i) => {
    const total = units[i]!;
    const key = members[party];
    if (!key) return [unit.toNumber(total)];
    const told =
      report &&
      sharingReport(report, {
        among: party,
        share: toNumber(shareOf(party, law)),
        total,
        unit,
        key,
        where: { lines: each?.[i] },
      });
    return apportion(total, key, undefined, told).map(unit.toNumber);
  });
}
