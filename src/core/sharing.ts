/*
 * The steps of sharing an amount: what apportion.ts reports in whole units, in the sheet's own numbers, with the
 * weights as they were given.
 */
import type { ReportSharing, Sharing } from "./apportion";
import { divide, exact, multiply, sum, toNumber, type Exact } from "./exact";
import type { Key } from "./key";
import type { Party } from "./shares";
import type { Among, Given, Open, Report, Steps, Where } from "./trace";
import type { Unit } from "./unit";

export interface Shared {
  readonly among: Among;
  /** Of the budget, where it is one party's that is shared. */
  readonly share?: number;
  /** The amount, in units. */
  readonly total: number;
  readonly unit: Unit;
  /** None where the shares are no proportions of the amount. */
  readonly key?: Key;
  /** Which party each weight is for, where it is the parties that share. */
  readonly parties?: readonly Party[];
  readonly given?: Given | undefined;
  readonly where?: Where;
}

/** The weights as they were given, and their sum. */
export function weightsOf({ given }: Key, parties?: readonly Party[]) {
  return {
    rows: given.map((weight, i) => ({ weight, party: parties?.[i] })),
    sum: toNumber(sum(given.map(exact))),
  };
}

/** Reports how whole units were shared. */
export function sharingReport(report: Report, shared: Shared): ReportSharing {
  const hasKey = shared.among !== "parties" && shared.among !== "unions";
  const open: readonly Open[] = hasKey ? ["key", "rounding"] : ["rounding"];
  return (sharing) => {
    const about = { ...shared.where, open };
    if (sharing.method === "largestRemainder") report("apportioned", apportioned(sharing, shared), about);
    else report("divided", divided(sharing, shared), about);
  };
}

type Of<Method> = Extract<Sharing, { readonly method: Method }>;

function apportioned(
  { shares, down, remainders, left, tied, parts }: Of<"largestRemainder">,
  { among, share: ofBudget, total, unit, key, parties, given }: Shared,
): Steps["apportioned"] {
  const weights = key && weightsOf(key, parties);
  const { exactly, units } = inSheet(unit, total);
  return {
    ...whole(among, total, unit),
    share: ofBudget,
    sum: weights?.sum,
    given,
    rows: shares.map((share, i) => ({
      ...weights?.rows[i],
      share: exactly(share),
      down: units(down[i]!),
      remainder: exactly(remainders[i]!),
      extra: parts[i]! - down[i]!,
    })),
    left,
    tied,
    result: parts.map(units),
  };
}

function divided(
  { shares, nearest, moved, last, next, parts }: Of<"sainteLague">,
  { among, total, unit, key }: Shared,
): Steps["divided"] {
  const weights = weightsOf(key!);
  const { exactly, units } = inSheet(unit, total);
  const quotient = (i: number, odd: number) => toNumber(divide(exact(key!.given[i]!), exact(odd)));
  return {
    ...whole(among, total, unit),
    sum: weights.sum,
    rows: shares.map((share, i) => ({
      ...weights.rows[i]!,
      share: exactly(share),
      nearest: units(nearest[i]!),
      last: parts[i]! > 0 ? quotient(i, 2 * parts[i]! - 1) : undefined,
      next: quotient(i, 2 * parts[i]! + 1),
    })),
    moved,
    last,
    next,
    result: parts.map(units),
  };
}

function whole(among: Among, total: number, unit: Unit) {
  return { among, whole: unit.toNumber(total), unit: toNumber(unit.size) };
}

/** Units of an absolute total as numbers of the sheet, with the total's sign. */
function inSheet(unit: Unit, total: number) {
  const sign = total < 0 ? -1 : 1;
  return {
    exactly: (units: Exact) => sign * toNumber(multiply(units, unit.size)) + 0,
    units: (units: number) => unit.toNumber(sign * units) + 0,
  };
}
