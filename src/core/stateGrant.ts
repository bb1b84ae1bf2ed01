/*
 * STATEGRANT: what each union gets of the state's appropriation. The distribution model (Försäkringskassan memo
 * 2015-01-22; review of the unions in Jönköping county 2020, § 2.5) says that grants are reduced when the unions
 * ask for more than there is, that nobody falls by more than a tenth, and that what some leave can go to others.
 * How reductions and left-over money are spread it does not say; our reading is in proportion, floors kept.
 *
 * Everything is solved directly: the sums are piecewise linear in one factor, so the factor is found between two
 * of the sorted points where a union changes from floor to scaled, or from wanting more to having its request.
 */
import { exact, floor, inWholeNumbers, multiply, one, subtract, toNumber, type Exact } from "./exact";
import {
  isOne,
  isRow,
  list,
  requireNotNegative,
  requirePositive,
  requireSameSize,
  requireWithin,
  type Grid,
} from "./grid";
import { latest, latestSources } from "./parameters/lookUp";
import type { Argument } from "./problem";
import { ourRounding, reporter, type Ground, type Report, type Trace } from "./trace";
import { unitOf, type Unit } from "./unit";

export interface StateGrantRequest {
  /** Each union's maximum, request and last year's grant, in the sheet's unit: lists of one shape, 0 or more. */
  readonly maximum: Grid;
  readonly requested: Grid;
  readonly previous: Grid;
  /** Above 0, in the same unit. */
  readonly appropriation: number;
  /** 0 to 1; one for all or one per union. None: the last value known. */
  readonly maxDecrease?: Grid | undefined;
  /** For too much own capital, 0 or more; one for all or one per union. None: 0. */
  readonly reduction?: Grid | undefined;
  /** The step to round to, in the sheet's unit; 0 or none: no rounding. */
  readonly unit?: number | undefined;
}

/** The grants in the shape of `maximum`; together at most the appropriation. */
export function stateGrant(request: StateGrantRequest, trace?: Trace): number[][] {
  const { maximum, appropriation } = request;
  requirePositive("appropriation", [[appropriation]]);
  const rounding = unitOf(request.unit);
  // No grant is larger than the appropriation, so nothing further on can be too many units.
  rounding?.requireCountable(exact(appropriation), { argument: "appropriation" });
  const report = trace && reporter(trace, { turned: isRow(maximum) }, { sources: latestSources("needWeight") });
  const model = readUnions(request, report);
  const shared = share(model, report);
  const results = rounding ? inUnits(model, shared, rounding, report) : figures(shared.numerators, shared, model);
  return isRow(maximum) ? [results] : results.map((result) => [result]);
}

/** How reductions and left-over money are spread is our reading. */
const spread: Ground = { open: ["spread"] };

interface Union {
  readonly entitlement: bigint;
  readonly floor: bigint;
  readonly requested: bigint;
  readonly maximum: bigint;
  /** Left-over money is not for a union whose grant is reduced, nor for one without a maximum. */
  readonly mayGetMore: boolean;
}

/** All amounts as whole numbers of one small step, 1 / scale of the sheet's unit. */
interface Model {
  readonly unions: readonly Union[];
  readonly appropriation: bigint;
  readonly scale: bigint;
}

/** Each union's grant, as numerator / denominator of the model's steps. */
interface Shared {
  readonly numerators: readonly bigint[];
  readonly denominator: bigint;
}

/** Numerators of grants as numbers of the sheet. */
function figures(
  numerators: readonly bigint[],
  { denominator }: Pick<Shared, "denominator">,
  { scale }: Model,
): number[] {
  return numerators.map((n) => toNumber({ n, d: denominator * scale }));
}

/** Whole numbers of the model's steps as numbers of the sheet. */
function amountsOf(steps: readonly bigint[], model: Model): number[] {
  return figures(steps, { denominator: 1n }, model);
}

function readUnions(request: StateGrantRequest, report: Report | undefined): Model {
  const { maximum, requested, previous, appropriation } = request;
  const maxima = amounts("maximum", maximum, maximum);
  const requests = amounts("requested", requested, maximum);
  const grants = amounts("previous", previous, maximum);
  const reductions = oneOrEach("reduction", request.reduction ?? [[0]], maximum, Infinity);
  const decreases = oneOrEach("maxDecrease", request.maxDecrease ?? [[latest("maxDecrease")]], maximum, 1);
  const kept = grants.map((grant, i) => keptOf(grant, decreases[i]!));
  const whole = inWholeNumbers([one, ...[appropriation, ...maxima, ...requests, ...reductions].map(exact), ...kept]);
  const [scale = 1n, available = 0n, ...rest] = whole;
  const part = (k: number) => rest.slice(k * maxima.length, (k + 1) * maxima.length);
  const [most, wanted, reduced, last] = [part(0), part(1), part(2), part(3)];
  const unions = maxima.map((_, i): Union => {
    const isReduced = reduced[i]! > 0n;
    return {
      entitlement: larger(smaller(wanted[i]!, most[i]!) - reduced[i]!, 0n),
      floor: isReduced ? 0n : smaller(last[i]!, wanted[i]!),
      requested: wanted[i]!,
      maximum: most[i]!,
      mayGetMore: !isReduced && most[i]! > 0n,
    };
  });
  const model = { unions, appropriation: available, scale };
  if (report) reportUnions(report, model, { maxima, requests, grants, reductions, decreases });
  return model;
}

/** The arguments, one value for each union. */
interface Given {
  readonly maxima: readonly number[];
  readonly requests: readonly number[];
  readonly grants: readonly number[];
  readonly reductions: readonly number[];
  readonly decreases: readonly number[];
}

function reportUnions(report: Report, model: Model, { maxima, requests, grants, reductions, decreases }: Given): void {
  const each = (of: (union: Union) => bigint) => amountsOf(model.unions.map(of), model);
  report("entitlements", {
    rows: requests.map((requested, i) => ({ requested, maximum: maxima[i]!, reduction: reductions[i]! })),
    result: each(({ entitlement }) => entitlement),
  });
  const rows = grants.map((previous, i) => ({
    previous,
    maxDecrease: decreases[i]!,
    kept: toNumber(keptOf(previous, decreases[i]!)),
    requested: requests[i]!,
    isReduced: reductions[i]! > 0,
  }));
  report("floors", { rows, result: each((union) => union.floor) }, { sources: latestSources("maxDecrease") });
}

/** What is left of last year's grant after the largest decrease. */
function keptOf(grant: number, decrease: number): Exact {
  return multiply(subtract(one, exact(decrease)), exact(grant));
}

function amounts(argument: Argument, grid: Grid, maximum: Grid): readonly number[] {
  requireSameSize(argument, grid, "maximum", maximum);
  requireNotNegative(argument, grid);
  return list(argument, grid);
}

/** The values of an argument that is one for all unions or one for each, 0 to `max`. */
function oneOrEach(argument: Argument, grid: Grid, maximum: Grid, max: number): readonly number[] {
  if (max === Infinity) requireNotNegative(argument, grid);
  else requireWithin(argument, grid, 0, max);
  if (!isOne(grid)) {
    requireSameSize(argument, grid, "maximum", maximum);
    return list(argument, grid);
  }
  return list("maximum", maximum).map(() => grid[0]![0]!);
}

/** Each union's grant before rounding: the higher of entitlement and floor, then made to fit. */
function share(model: Model, report: Report | undefined): Shared {
  const { unions, appropriation } = model;
  const wished = unions.map((union) => larger(union.entitlement, union.floor));
  const left = appropriation - total(wished);
  if (report) {
    const rows = unions.map(({ entitlement, floor }) => {
      const [entitled, kept] = amountsOf([entitlement, floor], model);
      return { entitlement: entitled!, floor: kept! };
    });
    report("wished", { rows, result: amountsOf(wished, model) });
    // Where it is just enough, what each is wished is what each gets, and nothing follows.
    if (left !== 0n) {
      const [given, sum, rest] = amountsOf([appropriation, total(wished), left], model);
      report("balance", { appropriation: given!, wished: sum!, result: rest! });
    }
  }
  if (left < 0n) return scaleDown(model, report);
  return left > 0n ? handOut(model, wished, left, report) : { numerators: wished, denominator: 1n };
}

/** The entitlements scaled by one factor, floors kept; the floors scaled where they alone are too much. */
function scaleDown(model: Model, report: Report | undefined): Shared {
  const { unions, appropriation } = model;
  const floors = total(unions.map((union) => union.floor));
  if (floors >= appropriation) return scaleFloors(model, floors, report);
  // The factor is the ratio available / entitled of those whose scaled entitlement is above their floor. They
  // are taken in by the factor at which each leaves its floor, for as long as the factor found is above that.
  const byFactor = unions
    .filter((union) => union.entitlement > 0n)
    .sort((a, b) => sign(a.floor * b.entitlement - b.floor * a.entitlement));
  let entitled = 0n;
  let available = appropriation - floors;
  for (const union of byFactor) {
    if (entitled > 0n && available * union.entitlement <= union.floor * entitled) break;
    entitled += union.entitlement;
    available += union.floor;
  }
  const scaled = unions.map((union) => union.entitlement * available);
  const shared = {
    numerators: unions.map((union, i) => larger(scaled[i]!, union.floor * entitled)),
    denominator: entitled,
  };
  if (report) reportScaled(report, model, { scaled, entitled, available, shared });
  return shared;
}

interface Scaled {
  readonly scaled: readonly bigint[];
  readonly entitled: bigint;
  readonly available: bigint;
  readonly shared: Shared;
}

function reportScaled(report: Report, model: Model, { scaled, entitled, available, shared }: Scaled): void {
  const { unions } = model;
  const [entitlements, kept] = [unions.map((union) => union.entitlement), unions.map((union) => union.floor)].map(
    (column) => amountsOf(column, model),
  );
  const afterFactor = figures(scaled, shared, model);
  const rows = unions.map((union, i) => ({
    entitlement: entitlements![i]!,
    scaled: afterFactor[i]!,
    floor: kept![i]!,
    isAtFloor: scaled[i]! <= union.floor * entitled,
  }));
  const [there, wanted] = amountsOf([available, entitled], model);
  const factor = toNumber({ n: available, d: entitled });
  const result = figures(shared.numerators, shared, model);
  report("scaled", { available: there!, entitled: wanted!, factor, rows, result }, spread);
}

function scaleFloors(model: Model, floors: bigint, report: Report | undefined): Shared {
  const { unions, appropriation } = model;
  const shared = { numerators: unions.map(({ floor: least }) => least * appropriation), denominator: floors };
  if (report) {
    const [there, sum] = amountsOf([appropriation, floors], model);
    const rows = unions.map(({ floor: least }) => ({ floor: amountsOf([least], model)[0]! }));
    const factor = toNumber({ n: appropriation, d: floors });
    const result = figures(shared.numerators, shared, model);
    report("floorsScaled", { appropriation: there!, floors: sum!, factor, rows, result }, spread);
  }
  return shared;
}

/** What is left goes to those who requested more, in proportion to their maxima, until they have their request. */
function handOut(model: Model, wished: readonly bigint[], left: bigint, report: Report | undefined): Shared {
  const { unions } = model;
  const room = unions.map((union, i) => (union.mayGetMore ? union.requested - wished[i]! : 0n));
  if (left >= total(room)) {
    const shared = { numerators: wished.map((grant, i) => grant + room[i]!), denominator: 1n };
    if (report) reportHandOut(report, model, { wished, room, left, shared });
    return shared;
  }
  // The money per krona of maximum is what remains once those who need least of it have their request.
  const byNeed = unions
    .map(({ maximum }, i) => ({ maximum, room: room[i]! }))
    .filter((union) => union.room > 0n)
    .sort((a, b) => sign(a.room * b.maximum - b.room * a.maximum));
  let remaining = left;
  let maxima = total(byNeed.map((union) => union.maximum));
  for (const union of byNeed) {
    if (union.room * maxima > remaining * union.maximum) break;
    remaining -= union.room;
    maxima -= union.maximum;
  }
  const shared = {
    numerators: unions.map(({ maximum }, i) => wished[i]! * maxima + smaller(maximum * remaining, room[i]! * maxima)),
    denominator: maxima,
  };
  if (report) reportHandOut(report, model, { wished, room, left, shared, remaining });
  return shared;
}

interface HandOut {
  readonly wished: readonly bigint[];
  readonly room: readonly bigint[];
  readonly left: bigint;
  readonly shared: Shared;
  /** What is shared by the maxima; none where everyone gets the whole request. */
  readonly remaining?: bigint;
}

function reportHandOut(report: Report, model: Model, { wished, room, left, shared, remaining }: HandOut): void {
  const inSheet = (steps: bigint) => amountsOf([steps], model)[0]!;
  const [had, more, maxima] = [wished, room, model.unions.map(({ maximum }) => maximum)].map((column) =>
    amountsOf(column, model),
  );
  report(
    "handedOut",
    {
      left: inSheet(left),
      shared: remaining === undefined ? undefined : { money: inSheet(remaining), maxima: inSheet(shared.denominator) },
      rows: wished.map((grant, i) => ({
        had: had![i]!,
        room: more![i]!,
        maximum: maxima![i]!,
        isMet: shared.numerators[i]! === (grant + room[i]!) * shared.denominator,
      })),
      result: figures(shared.numerators, shared, model),
    },
    spread,
  );
}

/**
 * Whole units: the sum rounded down and shared by largest remainder, nobody above its request rounded down. A
 * unit that a request leaves no place for goes to the next in line, and again around where it must.
 */
function inUnits({ unions, scale }: Model, shared: Shared, unit: Unit, report: Report | undefined): number[] {
  const denominator = shared.denominator * scale;
  const units = shared.numerators.map((n) => unit.of({ n, d: denominator }));
  const down = units.map(floor);
  const parts = [...down];
  const most = unions.map((union) => floor(unit.of({ n: union.requested, d: scale })));
  const line = units
    .map((share, i) => ({ i, remainder: share.n - parts[i]! * share.d, share: share.n }))
    .sort((a, b) => sign(b.remainder - a.remainder) || sign(b.share - a.share) || a.i - b.i);
  const whole = floor(unit.of({ n: total(shared.numerators), d: denominator }));
  const over = whole - total(parts);
  let left = over;
  for (let round = 0; left > 0n; round += 1) {
    const before = left;
    for (const { i, remainder } of line) {
      if (left === 0n || parts[i]! >= most[i]!) continue;
      // Rounding up a fraction is no more money; a whole unit beside it is.
      if (!unions[i]!.mayGetMore && (round > 0 || remainder === 0n)) continue;
      parts[i]! += 1n;
      left -= 1n;
    }
    if (left === before) break;
  }
  const result = parts.map((part) => unit.toNumber(Number(part)));
  if (report) {
    const inSheet = ({ n, d }: Exact) => toNumber(multiply({ n, d }, unit.size));
    const rows = units.map((share, i) => ({
      share: inSheet(share),
      down: unit.toNumber(Number(down[i]!)),
      remainder: inSheet({ n: share.n - down[i]! * share.d, d: share.d }),
      extra: Number(parts[i]! - down[i]!),
      most: unit.toNumber(Number(most[i]!)),
    }));
    const data = { whole: unit.toNumber(Number(whole)), unit: toNumber(unit.size), rows, result };
    report("grantUnits", { ...data, left: Number(over), unplaced: Number(left) }, ourRounding);
  }
  return result;
}

function total(numbers: readonly bigint[]): bigint {
  return numbers.reduce((sum, value) => sum + value, 0n);
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function sign(n: bigint): number {
  return n < 0n ? -1 : n > 0n ? 1 : 0;
}
