/*
 * YEARSTOCAP and RATETOCAP: the two questions that ESCALATE's growth can be asked the other way round.
 */
import { nearCap } from "./escalate";
import { add, compare, divide, exact, multiply, one, power, rootMinusOne, toNumber } from "./exact";
import { elementwise } from "./elementwise";
import { requireGrowth, requirePositive, type Grid } from "./grid";
import { Problem } from "./problem";
import { placeOf, plan, reporter, type Report, type Trace } from "./trace";
import { mostYears } from "./years";

/** How far ahead YEARSTOCAP looks. */
const mostIncreases = 1000;

export interface YearsToCapRequest {
  /** Any rows × columns, as `rate` and `cap`; one value serves a whole range. */
  readonly amount: Grid;
  /** 0.1 for 10 % a year; above −1. */
  readonly rate: Grid;
  /** Above 0, in the unit of `amount`. */
  readonly cap: Grid;
}

/**
 * The number of yearly increases until the cap is reached, to within the tolerance of ESCALATE; 0 where it is
 * already. A Problem stands in the place of an amount that never reaches its cap.
 */
export function yearsToCap({ amount, rate, cap }: YearsToCapRequest, trace?: Trace): (number | Problem)[][] {
  requireGrowth("rate", rate);
  requirePositive("cap", cap);
  return elementwise({ amount, rate, cap }, ({ values, at, range, row, column }) => {
    const report = trace && reporter(trace, placeOf(row, column), plan);
    const increases = increasesUntil(values, report);
    return increases ?? new Problem("capNeverReached", { ...at(range ?? "cap"), most: mostIncreases });
  });
}

function increasesUntil(
  values: { amount: number; rate: number; cap: number },
  report: Report | undefined,
): number | undefined {
  const amount = exact(values.amount);
  const enough = nearCap(exact(values.cap));
  if (compare(amount, enough) >= 0) {
    report?.("yearsToCap", { ...values, reached: values.amount, result: 0 });
    return 0;
  }
  if (values.amount <= 0 || values.rate <= 0) return undefined;
  const growth = add(one, exact(values.rate));
  const after = (increases: number) => multiply(amount, power(growth, increases));
  const reached = (increases: number) => compare(after(increases), enough) >= 0;
  // The estimate is made with doubles and may be off; the answer is not.
  const estimate = Math.ceil((Math.log(values.cap) - Math.log(values.amount)) / Math.log1p(values.rate));
  let increases = Math.min(Math.max(1, estimate), mostIncreases);
  while (increases > 1 && reached(increases - 1)) increases -= 1;
  while (increases <= mostIncreases && !reached(increases)) increases += 1;
  if (increases > mostIncreases) return undefined;
  report?.("yearsToCap", {
    ...values,
    before: toNumber(after(increases - 1)),
    reached: toNumber(after(increases)),
    result: increases,
  });
  return increases;
}

export interface RateToCapRequest {
  /** Above 0; any rows × columns, as `cap` and `years`; one value serves a whole range. */
  readonly amount: Grid;
  /** Above 0, in the unit of `amount`. */
  readonly cap: Grid;
  /** Whole, 1 to 200. */
  readonly years: Grid;
}

/** The yearly rate that takes each amount to its cap in exactly so many years: 0.1 for 10 %. */
export function rateToCap({ amount, cap, years }: RateToCapRequest, trace?: Trace): number[][] {
  requirePositive("amount", amount);
  requirePositive("cap", cap);
  return elementwise({ amount, cap, years }, ({ values, at, row, column }) => {
    if (!Number.isInteger(values.years) || values.years < 1 || values.years > mostYears) {
      throw new Problem("notWholeWithin", { ...at("years"), got: values.years, min: 1, max: mostYears });
    }
    const guess = Math.exp((Math.log(values.cap) - Math.log(values.amount)) / values.years);
    if (!Number.isFinite(guess)) return guess;
    const result = rootMinusOne(divide(exact(values.cap), exact(values.amount)), values.years, guess);
    trace?.({ code: "rateToCap", where: placeOf(row, column), ground: plan, ...values, result });
    return result;
  });
}
