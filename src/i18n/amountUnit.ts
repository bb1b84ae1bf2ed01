/*
 * The unit that a user's amounts are in: her own choice, or tkr, as most budgets are.
 */
import { kronor, type AmountUnit } from "../core/param";
import { keep, kept } from "./kept";
import { bilingual } from "./texts";

export type { AmountUnit } from "../core/param";

const storageKey = "finsam.unit";

export const amountUnits = Object.keys(kronor) as readonly AmountUnit[];

export function currentUnit(): AmountUnit {
  const stored = kept(storageKey);
  return amountUnits.find((unit) => unit === stored) ?? "tkr";
}

/** Says whether the choice could be kept. */
export function chooseUnit(unit: AmountUnit): boolean {
  return keep(storageKey, unit);
}

/** The units by their names, for a choice between them. */
export const unitNames = bilingual(
  { kr: "kr", tkr: "tkr (tusental kronor)", mnkr: "mnkr (miljoner kronor)" },
  { kr: "kr", tkr: "tkr (thousands of kronor)", mnkr: "mnkr (millions of kronor)" },
);
