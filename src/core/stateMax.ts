/*
 * STATEMAX: the state's maximum for each union. Försäkringskassan's distribution model (memo 2015-01-22; review
 * of the unions in Jönköping county 2020, § 2.5): a base grant each, and the rest of the appropriation by need
 * and by population 16–64.
 */
import {
  add,
  compare,
  divide,
  exact,
  inWholeNumbers,
  multiply,
  one,
  subtract,
  sum,
  toNumber,
  zero,
  type Exact,
} from "./exact";
import { isRow, list, requireNotNegative, requirePositive, requireSameSize, requireWithin, type Grid } from "./grid";
import { latest, latestSources } from "./parameters/lookUp";
import { Problem, type Argument } from "./problem";
import { sharingReport } from "./sharing";
import { ourRounding, reporter, type Report, type Trace } from "./trace";
import { figure, unitOf, type Unit } from "./unit";

export interface StateMaxRequest {
  /** For all the country's unions, in the sheet's unit. */
  readonly appropriation: number;
  /** One per union: a row or a column. */
  readonly need: Grid;
  /** Inhabitants aged 16–64, one per union, in the shape of `need`. */
  readonly population: Grid;
  /** For each union, in the unit of `appropriation`. */
  readonly baseGrant: number;
  /** How much need counts, 0 to 1; population counts for the rest. */
  readonly needWeight?: number | undefined;
  /** The step to round to, in the sheet's unit; 0 or none: no rounding. */
  readonly unit?: number | undefined;
  /** The whole country's, all three or none: given where the table has only some unions. */
  readonly needTotal?: number | undefined;
  readonly populationTotal?: number | undefined;
  readonly unions?: number | undefined;
}

/**
 * The maxima in the shape of `need`; 0 in a row without need and population, which is no union. With a unit a
 * complete table adds up to the appropriation rounded down; in a table of some unions each is rounded by itself.
 */
export function stateMax(request: StateMaxRequest, trace?: Trace): number[][] {
  requireFit(request);
  const { appropriation, need, population, baseGrant, needWeight = latest("needWeight"), unit } = request;
  const needs = list("need", need);
  const populations = list("population", population);
  const isUnion = needs.map((value, i) => value > 0 || populations[i]! > 0);
  const country = countryOf(request, needs, populations, isUnion.filter(Boolean).length);

  const base = exact(baseGrant);
  const rest = subtract(exact(appropriation), multiply({ n: BigInt(country.unions), d: 1n }, base));
  if (compare(rest, zero) < 0) {
    const { unions } = country;
    throw new Problem("baseGrantsNotCovered", { argument: "appropriation", got: appropriation, unions, baseGrant });
  }
  const byNeed = proportions("need", needs, country.need, multiply(rest, exact(needWeight)));
  const populationWeight = subtract(one, exact(needWeight));
  const byPopulation = proportions("population", populations, country.population, multiply(rest, populationWeight));
  const maxima = addUp(base, byNeed, byPopulation);
  const numerators = maxima.numerators.map((numerator, i) => (isUnion[i] ? numerator : 0n));
  const report = trace && reporter(trace, { turned: isRow(need) }, { sources: model });
  if (report) {
    const pots = reportPots(report, request, rest, country);
    const parts = ({ each, parts: units }: Proportions, i: number) => toNumber({ n: each.n * units[i]!, d: each.d });
    report("maxima", {
      ...pots,
      baseGrant,
      rows: needs.map((value, i) => ({
        isUnion: isUnion[i]!,
        need: value,
        needPart: parts(byNeed, i),
        population: populations[i]!,
        populationPart: parts(byPopulation, i),
      })),
      result: numerators.map((n) => toNumber({ n, d: maxima.denominator })),
    });
  }
  const results = round(numerators, maxima.denominator, country, appropriation, unitOf(unit), report);
  return isRow(need) ? [results] : results.map((result) => [result]);
}

/** The distribution model. */
const model = latestSources("needWeight");

/** What every union's base grant leaves, by need and by population; returns the two parts and what they are shared by. */
function reportPots(
  report: Report,
  { appropriation, baseGrant, needWeight = latest("needWeight") }: StateMaxRequest,
  left: Exact,
  { unions, isComplete, need, population }: Country,
) {
  const rest = toNumber(left);
  const pots = {
    need: toNumber(multiply(left, exact(needWeight))),
    needTotal: toNumber(need),
    population: toNumber(multiply(left, subtract(one, exact(needWeight)))),
    populationTotal: toNumber(population),
  };
  report("baseGrants", { appropriation, unions, baseGrant, result: rest });
  report("pots", { ...pots, rest, needWeight, isComplete, result: rest });
  return pots;
}

/** What is wrong whatever the rest of the table holds. */
function requireFit({ appropriation, need, population, baseGrant, needWeight = 0 }: StateMaxRequest): void {
  requirePositive("appropriation", [[appropriation]]);
  requireSameSize("population", population, "need", need);
  requireNotNegative("need", need);
  requireNotNegative("population", population);
  requireNotNegative("baseGrant", [[baseGrant]]);
  requireWithin("needWeight", [[needWeight]], 0, 1);
}

/** The maxima as numbers of the sheet: a complete table rounded together, a part of one each by itself. */
function round(
  numerators: readonly bigint[],
  denominator: bigint,
  { isComplete }: Country,
  appropriation: number,
  unit: Unit | undefined,
  report: Report | undefined,
): number[] {
  const whole = unit?.roundDown(exact(appropriation), { argument: "appropriation" });
  if (unit && isComplete) {
    const shared = { among: "unions", total: whole!, unit } as const;
    return unit.together(numerators, denominator, whole!, report && sharingReport(report, shared));
  }
  return numerators.map((n, i) => {
    const exactly = { n, d: denominator };
    const result = figure(exactly, unit);
    if (unit && report) {
      const about = { ...ourRounding, lines: [i, i] } as const;
      report("rounded", { of: "maximum", got: toNumber(exactly), unit: toNumber(unit.size), result }, about);
    }
    return result;
  });
}

interface Country {
  readonly need: Exact;
  readonly population: Exact;
  readonly unions: number;
  /** Whether the table has all of the country's unions. */
  readonly isComplete: boolean;
}

/** The country's totals: those given, or those of a complete table. */
function countryOf(
  request: StateMaxRequest,
  needs: readonly number[],
  populations: readonly number[],
  counted: number,
): Country {
  const { needTotal, populationTotal, unions } = request;
  const sums = { need: sum(needs.map(exact)), population: sum(populations.map(exact)) };
  if (needTotal === undefined && populationTotal === undefined && unions === undefined) {
    return { ...sums, unions: counted, isComplete: true };
  }
  if (needTotal === undefined) throw new Problem("totalsBelongTogether", { argument: "needTotal" });
  if (populationTotal === undefined) throw new Problem("totalsBelongTogether", { argument: "populationTotal" });
  if (unions === undefined) throw new Problem("totalsBelongTogether", { argument: "unions" });
  if (unions <= 0) throw new Problem("notPositive", { argument: "unions", got: unions });
  if (!Number.isInteger(unions)) throw new Problem("notWhole", { argument: "unions", got: unions });
  if (unions < counted) throw new Problem("totalBelowSum", { argument: "unions", got: unions, sum: counted });
  return {
    need: countryTotal("needTotal", needTotal, sums.need),
    population: countryTotal("populationTotal", populationTotal, sums.population),
    unions,
    isComplete: false,
  };
}

/**
 * Published shares are rounded, so eighty rows of them may pass the country's total by half a per cent; further
 * than this, relatively, something else is wrong.
 */
const slack = exact(0.01);

function countryTotal(argument: Argument, got: number, rows: Exact): Exact {
  if (got <= 0) throw new Problem("notPositive", { argument, got });
  const total = exact(got);
  if (compare(rows, multiply(total, add(one, slack))) > 0) {
    throw new Problem("totalBelowSum", { argument, got, sum: toNumber(rows) });
  }
  return total;
}

/** An amount for each whole number in `parts`: that many times `each`. */
interface Proportions {
  readonly each: Exact;
  readonly parts: readonly bigint[];
}

/** The amount shared in proportion to the values; nothing to share needs no values. */
function proportions(argument: Argument, values: readonly number[], total: Exact, amount: Exact): Proportions {
  if (amount.n === 0n) return { each: zero, parts: values.map(() => 0n) };
  if (total.n === 0n) throw new Problem("allZero", { argument });
  const [whole = 1n, ...parts] = inWholeNumbers([total, ...values.map(exact)]);
  return { each: divide(amount, { n: whole, d: 1n }), parts };
}

/** The base, the first and the second proportion of every union, as ratios with one denominator. */
function addUp(base: Exact, first: Proportions, second: Proportions): { numerators: bigint[]; denominator: bigint } {
  const perFirst = first.each.n * base.d * second.each.d;
  const perSecond = second.each.n * base.d * first.each.d;
  const everyone = base.n * first.each.d * second.each.d;
  return {
    numerators: first.parts.map((part, i) => everyone + perFirst * part + perSecond * second.parts[i]!),
    denominator: base.d * first.each.d * second.each.d,
  };
}
