/*
 * CEILINGS, FEASIBLE and BINDING: what budget the parties' offers can carry. The shares are fixed (5 and 5 a §§
 * lag 2003:1210) and everyone must agree, so the smallest willingness sets the budget.
 */
import { compare, divide, exact, multiply, subtract, sum, toNumber, type Exact } from "./exact";
import { list, placeInList, requireNotNegative, sizeOf, transpose, type Grid } from "./grid";
import { keyOf, type Key } from "./key";
import { columnOf, columnsOf, regionOf } from "./members";
import { Problem } from "./problem";
import { shareOf, shares, type Party } from "./shares";
import { split } from "./split";
import { ourRounding, reporter, type Report, type Steps, type Trace } from "./trace";
import { unitOf, type Unit } from "./unit";

export interface OffersRequest {
  /** Offers in the sheet's unit: members down, years across; one column serves all years. */
  readonly stateOffer: Grid;
  /** Several regions are pooled. Left out where no region takes part. */
  readonly regionOffer?: Grid | undefined;
  readonly municipalOffers: Grid;
  /** The municipalities' fixed key, one per row of offers. None: their offers are pooled. */
  readonly weights?: Grid | undefined;
  /** No region takes part: 5 a §. */
  readonly withoutRegion?: boolean | undefined;
}

/** One row of SPLIT: what it offers, and its share of any budget. */
interface Backer {
  readonly party: Party;
  /** Which municipality and its weight, where each is by itself. */
  readonly member?: number;
  readonly weight?: number;
  readonly offer: Exact;
  readonly share: Exact;
}

/**
 * The total budget that each offer could carry, in SPLIT's order: state, region, municipalities; a column per
 * year. A municipality with weight 0 never binds, and has a Problem in its place.
 */
export function ceilings(request: OffersRequest, trace?: Trace): (number | Problem)[][] {
  const columns = backersPerYear(request).map((backers, year) => {
    const result = figuresOf(backers, request);
    if (trace) reportCeilings(reporterOf(trace, year, request), "all", backers, request, result);
    return result;
  });
  return transpose(columns);
}

/**
 * The largest total that everyone can back, a column per year. With a unit it is rounded down, so far that
 * SPLIT's rounding asks nobody for a unit more than the offer.
 */
export function feasible(request: OffersRequest & { readonly unit?: number | undefined }, trace?: Trace): number[][] {
  const unit = unitOf(request.unit);
  const totals = backersPerYear(request).map((backers, year) => {
    const report = trace && reporterOf(trace, year, request);
    const ceiling = ceilingOf(backers[lowestOf(backers, request, "budget", report)]!)!;
    return unit ? roundDown(ceiling, unit, backers, request, report) : toNumber(ceiling);
  });
  return [totals];
}

/** Who binds: the row in SPLIT's order, the first on a tie; a column per year. */
export function binding(request: OffersRequest, trace?: Trace): number[][] {
  const rows = backersPerYear(request).map((backers, year) => {
    return lowestOf(backers, request, "who", trace && reporterOf(trace, year, request)) + 1;
  });
  return [rows];
}

function reporterOf(trace: Trace, year: number, { withoutRegion = false }: OffersRequest): Report {
  return reporter(trace, { years: [year, year] }, { sources: shares(withoutRegion).sources });
}

function backersPerYear({
  stateOffer,
  regionOffer,
  municipalOffers,
  weights,
  withoutRegion = false,
}: OffersRequest): Backer[][] {
  const region = regionOf("regionOffer", regionOffer, withoutRegion);
  requireNotNegative("stateOffer", stateOffer);
  if (region) requireNotNegative("regionOffer", region);
  requireNotNegative("municipalOffers", municipalOffers);
  const offers = { state: stateOffer, region, municipal: municipalOffers };
  const years = columnsOf({ stateOffer, regionOffer: region, municipalOffers }, "oneServesAll");
  const law = shares(withoutRegion);
  const key = weights && municipalKey(weights, municipalOffers);
  const municipalShares = key?.weights.map((weight) => multiply(shareOf("municipal", law), { n: weight, d: key.sum }));
  return Array.from({ length: years }, (_, year) =>
    law.parties.flatMap((party) => {
      const amounts = columnOf(offers[party]!, year).map(exact);
      if (party !== "municipal" || !key || !municipalShares) {
        return [{ party, offer: sum(amounts), share: shareOf(party, law) }];
      }
      return amounts.map((offer, member) => {
        return { party, member, weight: key.given[member]!, offer, share: municipalShares[member]! };
      });
    }),
  );
}

function municipalKey(weights: Grid, municipalOffers: Grid): Key {
  requireNotNegative("weights", weights);
  const values = list("weights", weights);
  const { rows } = sizeOf(municipalOffers);
  if (values.length !== rows) {
    const data = { argument: "weights", got: values.length, other: "municipalOffers", expected: rows } as const;
    throw new Problem("membersDisagree", data);
  }
  if (values.every((weight) => weight === 0)) throw new Problem("allZero", { argument: "weights" });
  return keyOf(values);
}

/** The budget that an offer could carry; undefined for one who pays nothing of any budget. */
function ceilingOf({ offer, share }: Backer): Exact | undefined {
  return share.n === 0n ? undefined : divide(offer, share);
}

/** Why a municipality, counted from the end (−1 is the last), has no ceiling. */
function neverBinds({ weights }: OffersRequest, fromEnd: number): Problem {
  const { rows, columns } = sizeOf(weights!);
  return new Problem("neverBinds", { argument: "weights", place: placeInList(weights!, rows * columns + fromEnd) });
}

/** The ceilings as numbers, a Problem for one who never binds. */
function figuresOf(backers: readonly Backer[], request: OffersRequest): (number | Problem)[] {
  return backers.map((backer, row) => {
    const ceiling = ceilingOf(backer);
    return ceiling ? toNumber(ceiling) : neverBinds(request, row - backers.length);
  });
}

function reportCeilings(
  report: Report,
  asked: Steps["ceilings"]["asked"],
  backers: readonly Backer[],
  { weights, withoutRegion = false }: OffersRequest,
  result: readonly (number | Problem)[],
): void {
  const law = shares(withoutRegion);
  report("ceilings", {
    asked,
    rows: backers.map(({ party, member, weight, offer, share }) => {
      const partyShare = toNumber(shareOf(party, law));
      return { party, member, weight, offer: toNumber(offer), partyShare, share: toNumber(share) };
    }),
    sum: weights && toNumber(sum(weights.flat().map(exact))),
    result,
  });
}

/** The index of the lowest ceiling, the first on a tie; those who never bind are passed over. */
function lowestOf(
  backers: readonly Backer[],
  request: OffersRequest,
  asked: "budget" | "who",
  report: Report | undefined,
): number {
  const known = backers.map((backer) => {
    const ceiling = ceilingOf(backer);
    return ceiling && comparable(ceiling);
  });
  // The state comes first and always has a ceiling.
  const row = known.reduce((lowest, ceiling, i) => (ceiling && compare(ceiling, known[lowest]!) < 0 ? i : lowest), 0);
  if (report) {
    reportCeilings(report, asked, backers, request, figuresOf(backers, request));
    const ceiling = toNumber(ceilingOf(backers[row]!)!);
    const whose = backers.filter((_, i) => known[i] && compare(known[i], known[row]!) === 0).map(nameOf);
    report("lowest", { asked, ceiling, whose, result: asked === "who" ? row + 1 : ceiling });
  }
  return row;
}

/** A ceiling at 12 significant digits, so that offers computed by other formulas do not lose a unit. */
function comparable(ceiling: Exact): Exact {
  const rounded = Number(toNumber(ceiling).toPrecision(12));
  // "No limit" is often written as the largest number there is.
  return Number.isFinite(rounded) ? exact(rounded) : ceiling;
}

/** The largest total of whole units up to the ceiling that asks nobody for a unit more than the offer. */
function roundDown(
  ceiling: Exact,
  unit: Unit,
  backers: readonly Backer[],
  request: OffersRequest,
  report: Report | undefined,
): number {
  // Rounding the quarter and then its parts can together ask a municipality for more than a unit too much;
  // the next lower total, or the one after, does not.
  const at = { argument: "unit" } as const;
  const size = toNumber(unit.size);
  // Twelve digits make good a unit that noise took; of a large budget they would move more than that.
  const exactly = unit.roundDown(ceiling, at);
  let units = Math.max(exactly, Math.min(exactly + 1, unit.roundDown(comparable(ceiling), at)));
  let result = unit.toNumber(units);
  const mended = units > exactly;
  report?.("roundedDown", { got: toNumber(ceiling), unit: size, mended, result }, ourRounding);
  for (;;) {
    const total = result;
    const tooMuch = askedTooMuch(total, size, backers, request);
    if (!tooMuch) return total;
    units -= 1;
    result = unit.toNumber(units);
    report?.("askedTooMuch", { total, ...tooMuch, unit: size, result }, ourRounding);
  }
}

/** Whom SPLIT of the total asks for a whole unit more than the offer; undefined where nobody is. */
function askedTooMuch(
  total: number,
  unit: number,
  backers: readonly Backer[],
  { weights, withoutRegion }: OffersRequest,
): Pick<Steps["askedTooMuch"], "whose" | "asked" | "offer"> | undefined {
  const key = weights && list("weights", weights).map((weight) => [weight]);
  const parts = split({ amount: [[total]], weights: key, unit, withoutRegion }).map(([part]) => part!);
  const row = parts.findIndex((part, i) => compare(subtract(exact(part), backers[i]!.offer), exact(unit)) >= 0);
  const backer = backers[row];
  return backer && { whose: nameOf(backer), asked: parts[row]!, offer: toNumber(backer.offer) };
}

function nameOf({ party, member }: Backer): Pick<Backer, "party" | "member"> {
  return { party, ...(member !== undefined && { member }) };
}
