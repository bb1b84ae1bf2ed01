/*
 * TOTAL: the budget that one party's contribution gives, as the parties' shares are fixed (5 and 5 a §§).
 */
import { quotient, toNumber } from "./exact";
import type { Grid } from "./grid";
import { shareOf, shares, type Basis } from "./shares";
import { placeOf, type Trace } from "./trace";

export interface TotalRequest {
  /** Contributions in the sheet's unit, any rows × columns. */
  readonly contribution: Grid;
  readonly basis: Basis;
  /** No region takes part: 5 a §. */
  readonly withoutRegion?: boolean | undefined;
}

/** The totals, in the shape of the contributions. */
export function total({ contribution, basis, withoutRegion = false }: TotalRequest, trace?: Trace): number[][] {
  const law = shares(withoutRegion);
  const share = shareOf(basis, law);
  return contribution.map((row, r) =>
    row.map((got, c) => {
      const result = quotient(got, share);
      trace?.({
        code: "budget",
        where: placeOf(r, c),
        ground: { sources: law.sources },
        got,
        basis,
        share: toNumber(share),
        result,
      });
      return result;
    }),
  );
}
