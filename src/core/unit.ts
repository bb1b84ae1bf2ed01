/*
 * The unit: the step that results are rounded to, in the sheet's own unit. 0 or undefined means no rounding.
 */
import { roundTogether } from "./apportion";
import { compare, divide, exact, floor, multiply, roundHalfAway, toNumber, type Exact } from "./exact";
import { Problem, type Argument } from "./problem";

export interface Unit {
  /** The amount in units, exactly. */
  of(amount: Exact): Exact;
  /** The amount in whole units, a half away from zero. */
  round(amount: Exact): bigint;
  /**
   * The shares numerator / denominator, all 0 or more, rounded so that they add up to `whole` rounded down;
   * `whole` is their sum.
   */
  together(numerators: readonly bigint[], denominator: bigint, whole: Exact): number[];
  /** So many units as a number of the sheet. */
  toNumber(units: bigint): number;
  /** Refuses a number of so many units that doubles no longer tell them apart: 2^53. */
  check(argument: Argument, got: number): void;
}

const mostUnits: Exact = { n: 2n ** 53n, d: 1n };

/** The rounding that `unit` asks for; undefined for none. */
export function unitOf(unit: number | undefined): Unit | undefined {
  if (unit === undefined || unit === 0) return undefined;
  if (unit < 0) throw new Problem("negative", { argument: "unit", got: unit });
  const step = exact(unit);
  const inSheet = (units: bigint) => toNumber({ n: units * step.n, d: step.d });
  return {
    of: (amount) => divide(amount, step),
    round: (amount) => roundHalfAway(divide(amount, step)),
    toNumber: inSheet,
    together(numerators, denominator, whole) {
      const inSteps = numerators.map((numerator) => numerator * step.d);
      return roundTogether(inSteps, denominator * step.n, floor(divide(whole, step))).map(inSheet);
    },
    check(argument, got) {
      if (compare(exact(Math.abs(got)), multiply(mostUnits, step)) > 0) {
        throw new Problem("tooManyUnits", { argument, got, unit });
      }
    },
  };
}

/** One figure by itself: rounded where there is a unit, else as the nearest double. */
export function figure(amount: Exact, unit: Unit | undefined): number {
  return unit ? unit.toNumber(unit.round(amount)) : toNumber(amount);
}
