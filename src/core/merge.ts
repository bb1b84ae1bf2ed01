/*
 * MERGE: the state's maximum of a merged union, which gets one base grant (the state's distribution model,
 * Försäkringskassan memo 2015-01-22; review of the unions in Jönköping county 2020, § 8.2).
 */
import { compare, exact, multiply, subtract, sum, toNumber, zero } from "./exact";
import { requireNotNegative, type Grid } from "./grid";
import { review } from "./parameters/values";
import { latestSources } from "./parameters/lookUp";
import { Problem } from "./problem";
import type { Trace } from "./trace";

/** A base grant for each union, and what becomes of it in a merger. */
const sources = [...latestSources("baseGrant"), review("avsnitt 8.2")];

export interface MergeRequest {
  /** The unions' grants or maxima, in the sheet's unit; 0 is no union. */
  readonly grants: Grid;
  /** For each union, in the unit of `grants`. */
  readonly baseGrant: number;
}

/**
 * The sum less a base grant for each union but one: one number. The freed base grants return to the national
 * pot; STATEMAX with fewer unions gives the full effect.
 */
export function merge({ grants, baseGrant }: MergeRequest, trace?: Trace): number[][] {
  requireNotNegative("grants", grants);
  requireNotNegative("baseGrant", [[baseGrant]]);
  const counted = grants.flat().filter((grant) => grant > 0);
  if (counted.length === 0) throw new Problem("allZero", { argument: "grants" });
  const together = sum(counted.map(exact));
  const merged = subtract(together, multiply({ n: BigInt(counted.length - 1), d: 1n }, exact(baseGrant)));
  if (compare(merged, zero) < 0) {
    const got = toNumber(together);
    throw new Problem("baseGrantsNotCovered", { argument: "grants", got, unions: counted.length, baseGrant });
  }
  const result = toNumber(merged);
  trace?.({
    code: "merged",
    where: {},
    ground: { sources },
    grants: grants.flat(),
    unions: counted.length,
    sum: toNumber(together),
    baseGrant,
    result,
  });
  return [[result]];
}
