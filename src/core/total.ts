/*
 * TOTAL: the budget that one party's contribution gives, as the parties' shares are fixed (5 and 5 a §§).
 */
import { quotient } from "./exact";
import type { Grid } from "./grid";
import { shareOf, shares, type Basis } from "./shares";

export interface TotalRequest {
  /** Contributions in the sheet's unit, any rows × columns. */
  readonly contribution: Grid;
  readonly basis: Basis;
  /** No region takes part: 5 a §. */
  readonly withoutRegion?: boolean | undefined;
}

/** The totals, in the shape of the contributions. */
export function total({ contribution, basis, withoutRegion = false }: TotalRequest): number[][] {
  const share = shareOf(basis, shares(withoutRegion));
  return contribution.map((row) => row.map((amount) => quotient(amount, share)));
}
