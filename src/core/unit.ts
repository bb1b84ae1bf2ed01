/*
 * The unit: the step that results are rounded to, in the sheet's own unit. 0 or undefined means no rounding.
 * Whole units are counted in doubles, which is exact up to 2^53 of them; more are refused.
 */
import { roundTogether, type ReportSharing } from "./apportion";
import { divide, exact, floor, roundHalfAway, toNumber, type Exact } from "./exact";
import { requireNotNegative } from "./grid";
import { Problem, type At } from "./problem";

export interface Unit {
  readonly size: Exact;
  /** The amount in units, exactly. */
  of(amount: Exact): Exact;
  /** The amount in whole units, a half away from zero; `at` is where it comes from. */
  round(amount: Exact, at: At): number;
  /** The same rounded down. */
  roundDown(amount: Exact, at: At): number;
  /** Refuses an amount of more units than can be counted. */
  requireCountable(amount: Exact, at: At): void;
  /**
   * The shares numerator / denominator, all 0 or more, rounded so that they add up to `whole` rounded down;
   * `whole` is their sum.
   */
  together(numerators: readonly bigint[], denominator: bigint, whole: number, report?: ReportSharing): number[];
  /** So many units as a number of the sheet. */
  readonly toNumber: (units: number) => number;
  /** One figure by itself, rounded as a number of the sheet. */
  figure(amount: Exact): number;
}

const mostUnits = 2n ** 53n;

/** The rounding that `unit` asks for; undefined for none. */
export function unitOf(unit: number | undefined): Unit | undefined {
  if (unit === undefined || unit === 0) return undefined;
  requireNotNegative("unit", [[unit]]);
  const step = exact(unit);
  const isWhole = step.d === 1n;
  const count = (units: bigint, amount: Exact, at: At) => {
    if (units > mostUnits || units < -mostUnits) {
      throw new Problem("tooManyUnits", { ...at, got: toNumber(amount), unit });
    }
    return Number(units);
  };
  const round = (amount: Exact, at: At) => count(roundHalfAway(divide(amount, step)), amount, at);
  const inSheet = (units: number) => {
    const product = units * unit;
    // Whole numbers that doubles have exactly need no detour.
    if (isWhole && Number.isSafeInteger(product)) return product;
    return toNumber({ n: BigInt(units) * step.n, d: step.d });
  };
  return {
    size: step,
    of: (amount) => divide(amount, step),
    round,
    roundDown: (amount, at) => count(floor(divide(amount, step)), amount, at),
    requireCountable: (amount, at) => void round(amount, at),
    together(numerators, denominator, whole, report) {
      const inSteps = numerators.map((numerator) => numerator * step.d);
      return roundTogether(inSteps, denominator * step.n, whole, report).map(inSheet);
    },
    toNumber: inSheet,
    figure: (amount) => toNumber({ n: roundHalfAway(divide(amount, step)) * step.n, d: step.d }),
  };
}

/** One figure by itself: rounded where there is a unit, else as the nearest double. */
export function figure(amount: Exact, unit: Unit | undefined): number {
  return unit ? unit.figure(amount) : toNumber(amount);
}
