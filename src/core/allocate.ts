/*
 * ALLOCATE: an amount divided by weights. The members share a quarter as they agree (5 § lag 2003:1210); the
 * law says nothing about rounding.
 */
import { apportion, type Method } from "./apportion";
import { exact, toNumber, type Exact } from "./exact";
import type { Grid } from "./grid";
import { keysOf, type Key } from "./key";
import { latestSources } from "./parameters/lookUp";
import { sharingReport, weightsOf } from "./sharing";
import { ourRounding, reporter, type Report, type Trace } from "./trace";
import { unitOf } from "./unit";
import { isTurned, tableOf, yearsOf } from "./years";

export interface AllocateRequest {
  /** One number, or a row or column of years; in the sheet's unit. */
  readonly amount: Grid;
  /** A list, or one column per year. */
  readonly weights: Grid;
  /** The step to round to, in the sheet's unit; 0 or none: no rounding. */
  readonly unit?: number | undefined;
  readonly method?: Method | undefined;
}

/**
 * Recipients down and years across; turned for a column of years, and for a single amount with weights that
 * lie across. With a unit the parts add up to the rounded amount.
 */
export function allocate({ amount, weights, unit, method }: AllocateRequest, trace?: Trace): number[][] {
  const years = yearsOf("amount", amount);
  const keys = keysOf("weights", weights, years);
  const rounding = unitOf(unit);
  const turned = isTurned(years, [weights]);
  const columns = years.amounts.map((got, year) => {
    const report = trace && reporter(trace, { years: [year, year], turned }, { sources: agreement, open: ["key"] });
    const key = keys(year);
    const whole = exact(got);
    if (!rounding) return inProportion(got, whole, key, report);
    const total = rounding.round(whole, years.at(year));
    report?.("rounded", { of: "amount", got, unit: unit!, result: rounding.toNumber(total) }, ourRounding);
    const shared = report && sharingReport(report, { among: "recipients", total, unit: rounding, key });
    return apportion(total, key, method, shared).map(rounding.toNumber);
  });
  return tableOf(columns, turned);
}

/** The paragraph that lets the members share as they agree. */
const agreement = latestSources("municipalShare");

function inProportion(got: number, whole: Exact, key: Key, report: Report | undefined): number[] {
  const result = key.weights.map((weight) => toNumber({ n: whole.n * weight, d: whole.d * key.sum }));
  report?.("parts", { among: "recipients", whole: got, ...weightsOf(key), result });
  return result;
}
