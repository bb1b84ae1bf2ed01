/*
 * The unit that a user's amounts are in: her own choice, or tkr, as most budgets are.
 */
import { kronor, type AmountUnit } from "../core/param";
import { keep, kept } from "./kept";
import { bilingual } from "./texts";

export type { AmountUnit } from "../core/param";

const storageKey = "finsam.unit";

export const amountUnits = Object.keys(kronor) as readonly AmountUnit[];

/** The choice, where the browser refuses to keep it. */
let unkept: AmountUnit | undefined;

export function currentUnit(): AmountUnit {
  const stored = unkept ?? kept(storageKey);
  return amountUnits.find((unit) => unit === stored) ?? "tkr";
}

/** Says whether the choice is kept until the add-in runs the next time. */
export function chooseUnit(unit: AmountUnit): boolean {
  const isKept = keep(storageKey, unit);
  unkept = isKept ? undefined : unit;
  return isKept;
}

/** The units by their names, for a choice between them. */
export const unitNames = bilingual(
  { kr: "kr", tkr: "tkr (tusental kronor)", mnkr: "mnkr (miljoner kronor)" },
  { kr: "kr", tkr: "tkr (thousands of kronor)", mnkr: "mnkr (millions of kronor)" },
);
