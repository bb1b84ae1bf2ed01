/*
 * What pane and ribbon ask of a workbook as a whole (port.ts has the rest of the door): to be looked through, to have
 * formulas entered again, to be handed out as a file, and to load the add-in by itself where it is used.
 */
import type { Zone } from "../scenarios/zone";
import type { Contents, Place } from "./contents";
import type { Refused } from "./port";

/** Long work tells how far it has come, and can be ended between its parts. */
export interface LongWork {
  readonly progress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

export interface LookedThrough {
  /** All that the sheets hold, hidden ones too, read part by part. */
  contents(work?: LongWork): Promise<ContentsOutcome>;
  /** Whether each cell's number was typed; what a formula fills can look like that to `contents`. */
  areTyped(places: readonly Place[]): Promise<TypedOutcome>;
  /** Shows the sheet and selects the cells. */
  goTo(sheet: string, zone: Zone): Promise<GoOutcome>;
}

export type ContentsOutcome =
  | { readonly kind: "contents"; readonly contents: Contents }
  | { readonly kind: "stopped" }
  | Refused<"editing" | "other">;

export type TypedOutcome =
  { readonly kind: "typed"; readonly typed: readonly boolean[] } | Refused<"editing" | "other">;

export type GoOutcome =
  | { readonly kind: "shown" }
  /** There is no sheet of that name any more. */
  | { readonly kind: "gone" }
  | { readonly kind: "hidden" }
  | Refused<"editing" | "other">;

export type WholeWorkbook = LookedThrough;
