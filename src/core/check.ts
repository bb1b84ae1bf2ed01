/*
 * CHECK: how far contributions are from the law's shares (5 and 5 a §§ lag 2003:1210).
 */
import { absolute, add, compare, exact, multiply, subtract, sum, toNumber } from "./exact";
import { requireNotNegative, transpose, type Grid } from "./grid";
import { columnOf, columnsOf, regionOf } from "./members";
import { shareOf, shares } from "./shares";
import { reporter, type Trace } from "./trace";

export interface CheckRequest {
  /** Contributions in the sheet's unit: members down, which are summed, and years across. */
  readonly state: Grid;
  /** Left out where no region takes part. */
  readonly region?: Grid | undefined;
  readonly municipal: Grid;
  /** A deviation of at most this much is 0, in the sheet's unit; none: 0. */
  readonly tolerance?: number | undefined;
  /** No region takes part: 5 a §. */
  readonly withoutRegion?: boolean | undefined;
}

/** Each party's contribution less its share of the sum: state, region, municipalities down and years across. */
export function check(
  { state, region, municipal, tolerance = 0, withoutRegion = false }: CheckRequest,
  trace?: Trace,
): number[][] {
  requireNotNegative("tolerance", [[tolerance]]);
  const allowed = exact(tolerance);
  const contributions = { state, region: regionOf("region", region, withoutRegion), municipal };
  const years = columnsOf(contributions, "equal");
  const law = shares(withoutRegion);
  const columns = Array.from({ length: years }, (_, year) => {
    const paid = law.parties.map((party) => sum(columnOf(contributions[party]!, year).map(exact)));
    const total = paid.reduce(add);
    const report = trace && reporter(trace, { years: [year, year] }, { sources: law.sources });
    report?.("contributions", {
      rows: law.parties.map((party, i) => ({ party, paid: toNumber(paid[i]!) })),
      result: toNumber(total),
    });
    return law.parties.map((party, i) => {
      const share = shareOf(party, law);
      const due = multiply(total, share);
      const deviation = subtract(paid[i]!, due);
      const result = compare(absolute(deviation), allowed) <= 0 ? 0 : toNumber(deviation);
      report?.(
        "deviation",
        {
          party,
          paid: toNumber(paid[i]!),
          total: toNumber(total),
          share: toNumber(share),
          due: toNumber(due),
          deviation: toNumber(deviation),
          tolerance,
          result,
        },
        { lines: [i, i], ...(tolerance > 0 && { open: ["tolerance"] }) },
      );
      return result;
    });
  });
  return transpose(columns);
}
