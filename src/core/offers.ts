/*
 * CEILINGS, FEASIBLE and BINDING: what budget the parties' offers can carry. The shares are fixed (5 and 5 a §§
 * lag 2003:1210) and everyone must agree, so the smallest willingness sets the budget.
 */
import { compare, divide, exact, multiply, subtract, sum, toNumber, type Exact } from "./exact";
import { list, placeInList, requireNotNegative, sizeOf, transpose, type Grid } from "./grid";
import { keyOf, type Key } from "./key";
import { columnOf, columnsOf, regionOf } from "./members";
import { Problem } from "./problem";
import { shareOf, shares } from "./shares";
import { split } from "./split";
import { unitOf } from "./unit";

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
  readonly offer: Exact;
  readonly share: Exact;
}

/**
 * The total budget that each offer could carry, in SPLIT's order: state, region, municipalities; a column per
 * year. A municipality with weight 0 never binds, and has a Problem in its place.
 */
export function ceilings(request: OffersRequest): (number | Problem)[][] {
  const columns = backersPerYear(request).map((backers) =>
    backers.map((backer, row) => {
      const ceiling = ceilingOf(backer);
      return ceiling ? toNumber(ceiling) : neverBinds(request, row - backers.length);
    }),
  );
  return transpose(columns);
}

/**
 * The largest total that everyone can back, a column per year. With a unit it is rounded down, so far that
 * SPLIT's rounding asks nobody for a unit more than the offer.
 */
export function feasible(request: OffersRequest & { readonly unit?: number | undefined }): number[][] {
  const unit = unitOf(request.unit);
  const totals = backersPerYear(request).map((backers) => {
    const ceiling = ceilingOf(backers[lowestOf(backers)]!)!;
    if (!unit) return toNumber(ceiling);
    // Rounding the quarter and then its parts can together ask a municipality for more than a unit too much;
    // the next lower total, or the one after, does not.
    const at = { argument: "unit" } as const;
    // Twelve digits make good a unit that noise took; of a large budget they would move more than that.
    const exactly = unit.roundDown(ceiling, at);
    let units = Math.max(exactly, Math.min(exactly + 1, unit.roundDown(comparable(ceiling), at)));
    while (asksTooMuch(unit.toNumber(units), backers, request)) units -= 1;
    return unit.toNumber(units);
  });
  return [totals];
}

/** Who binds: the row in SPLIT's order, the first on a tie; a column per year. */
export function binding(request: OffersRequest): number[][] {
  return [backersPerYear(request).map((backers) => lowestOf(backers) + 1)];
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
      if (party !== "municipal" || !municipalShares) return [{ offer: sum(amounts), share: shareOf(party, law) }];
      return amounts.map((offer, m) => ({ offer, share: municipalShares[m]! }));
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

/** The index of the lowest ceiling, the first on a tie; those who never bind are passed over. */
function lowestOf(backers: readonly Backer[]): number {
  const known = backers.map((backer) => {
    const ceiling = ceilingOf(backer);
    return ceiling && comparable(ceiling);
  });
  // The state comes first and always has a ceiling.
  return known.reduce((lowest, ceiling, i) => (ceiling && compare(ceiling, known[lowest]!) < 0 ? i : lowest), 0);
}

/** A ceiling at 12 significant digits, so that offers computed by other formulas do not lose a unit. */
function comparable(ceiling: Exact): Exact {
  const rounded = Number(toNumber(ceiling).toPrecision(12));
  // "No limit" is often written as the largest number there is.
  return Number.isFinite(rounded) ? exact(rounded) : ceiling;
}

/** Whether SPLIT of the total asks anyone for a whole unit more than the offer. */
function asksTooMuch(
  total: number,
  backers: readonly Backer[],
  { unit = 0, weights, withoutRegion }: OffersRequest & { readonly unit?: number | undefined },
): boolean {
  const asked = split({
    amount: [[total]],
    weights: weights && list("weights", weights).map((w) => [w]),
    unit,
    withoutRegion,
  });
  return asked.some(([part], i) => compare(subtract(exact(part!), backers[i]!.offer), exact(unit)) >= 0);
}
