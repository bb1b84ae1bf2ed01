/*
 * What can be found in a workbook, as codes with data; i18n/check.ts makes the sentences.
 */
import type { Problem } from "../../core/problem";
import type { Zone } from "../../scenarios/zone";

export type Finding = Error | Overwritten | Differs | Total | Missed | Control;

export interface Where {
  readonly sheet: string;
  readonly zone: Zone;
}

type Error = { readonly at: Where } & (
  | {
      /** Excel has lost the add-in: #NAME?, or our functions by the names they are stored under. */
      readonly kind: "lost";
    }
  | { readonly kind: "unknownFunction"; readonly name: string }
  /** A reference in the formula has been deleted. */
  | { readonly kind: "cutOff" }
  | {
      /** The result has no room; `by` is the first cell in its way, where it can be told. */
      readonly kind: "spill";
      readonly why: "cells" | "table" | "merged" | "edge" | "unknown";
      readonly by?: Zone;
    }
  | {
      readonly kind: "error";
      readonly error: string;
      /** What the function itself says; undefined where only Excel knows. */
      readonly problem?: Problem;
      /** How many cells of the result are errors. */
      readonly cells: number;
    }
  /** The error of a cell that the formula refers to, and that is no result of ours. */
  | { readonly kind: "inherited"; readonly error: string; readonly from: Where }
  /** An @ keeps all but the first cell of the result from being shown. */
  | { readonly kind: "single"; readonly rows: number; readonly columns: number }
  /** It has not been calculated to its end. */
  | { readonly kind: "busy" }
);

/** A number typed among formulas that are all alike, as the one in `like`. */
interface Overwritten {
  readonly kind: "overwritten";
  readonly at: Where;
  readonly value: number;
  readonly like: Where;
}

/** A typed number beside a result of ours that it does not match, while its neighbours match theirs. */
interface Differs {
  readonly kind: "differs";
  readonly at: Where;
  readonly value: number;
  readonly result: number;
  readonly beside: Where;
  /** The typed numbers that were compared, and how many of them match. */
  readonly line: Where;
  readonly matches: number;
  /** Numbers count as equal that agree at this many decimals: those of the typed ones. */
  readonly decimals: number;
}

/** A typed total that its parts, results of ours, do not add up to. */
interface Total {
  readonly kind: "total";
  readonly at: Where;
  readonly value: number;
  readonly sum: number;
  readonly parts: Where;
  readonly decimals: number;
}

/** A sum that leaves out a part of the result that it adds up. */
interface Missed {
  readonly kind: "missed";
  readonly at: Where;
  readonly summed: Where;
  readonly missed: Where;
}

/** The control cell of a scenario's sheet is not 0. */
interface Control {
  readonly kind: "control";
  readonly at: Where;
  /** How many of the sheet's checks fail; an error or a text where it does not count them, "" where it is blank. */
  readonly shows: number | string;
  /** Somebody has typed over the formula that counts them, or removed it. */
  readonly isTyped: boolean;
}

/** In the order in which they are listed: what stops everything else first. */
export const kinds = [
  "lost",
  "unknownFunction",
  "cutOff",
  "spill",
  "error",
  "inherited",
  "single",
  "overwritten",
  "differs",
  "total",
  "missed",
  "control",
  "busy",
] as const satisfies readonly Finding["kind"][];

/** Cells that are said to be typed: only the host can tell for certain that no formula fills them. */
export function isAboutTyped({ kind }: Finding): boolean {
  return kind === "overwritten" || kind === "differs" || kind === "total";
}
