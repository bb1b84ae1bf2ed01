/*
 * ALLOCATE: an amount divided by weights. The members share a quarter as they agree (5 § lag 2003:1210); the
 * law says nothing about rounding.
 */
import { apportion, type Method } from "./apportion";
import { exact, toNumber } from "./exact";
import type { Grid } from "./grid";
import { keysOf } from "./key";
import { unitOf } from "./unit";
import { tableOf, yearsOf } from "./years";

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
export function allocate({ amount, weights, unit, method }: AllocateRequest): number[][] {
  const years = yearsOf("amount", amount);
  const keys = keysOf("weights", weights, years);
  const rounding = unitOf(unit);
  const columns = years.amounts.map((got, year) => {
    const key = keys(year);
    const whole = exact(got);
    if (!rounding) return key.weights.map((weight) => toNumber({ n: whole.n * weight, d: whole.d * key.sum }));
    return apportion(rounding.round(whole, years.at(year)), key, method).map(rounding.toNumber);
  });
  return tableOf(columns, years, [weights]);
}
