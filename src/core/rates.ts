/*
 * Rates of growth: 0.1 for 10 % a year. A rate of −100 % or less would leave nothing to grow from.
 */
import { each, type Grid } from "./grid";
import { Problem } from "./problem";

export function requireGrowth(rate: Grid): void {
  each(rate, (got, place) => {
    if (got <= -1) throw new Problem("rateTooLow", { argument: "rate", place: place(), got });
  });
}
