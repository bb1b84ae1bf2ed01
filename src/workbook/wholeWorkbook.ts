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

export interface Repaired {
  /** Enters a formula into each cell, over the one that is there. */
  enterAgain(entries: readonly Entry[], work?: LongWork): Promise<EnterOutcome>;
}

export interface Entry extends Place {
  /** In English, with its equals sign. */
  readonly formula: string;
}

export type EnterOutcome =
  | {
      readonly kind: "entered";
      /** What became of each, in the order in which they were given; fewer where it was stopped. */
      readonly cells: readonly EnteredCell[];
    }
  | Refused<"editing" | "other">;

export type EnteredCell =
  /**
   * `value` is what the cell shows when all are entered; a result that takes its time is not there yet. Undefined
   * where it could not be read.
   */
  | { readonly kind: "shows"; readonly value: unknown }
  | {
      readonly kind: "notEntered";
      /** `array`: it is a part of a formula over several cells, which can only be changed together. */
      readonly reason: "protected" | "array" | "editing" | "other";
      readonly message: string;
    };

export interface Copied {
  /** The workbook's file as it is now, saved or not. */
  file(work?: LongWork): Promise<FileOutcome>;
  /** Opens a file, given in Base64, as a new workbook beside this one, or hands it over as a file of its own. */
  openAsNew(base64: string): Promise<OpenOutcome>;
}

export type FileOutcome =
  | { readonly kind: "file"; readonly bytes: Uint8Array }
  | { readonly kind: "stopped" }
  /** `notHere`: `message` is a sentence that says what to do instead. */
  | Refused<"noFile" | "notHere">;

export type OpenOutcome =
  | { readonly kind: "opened" }
  /** The host shows one workbook at a time: the file is among the user's downloads, under this name. */
  | { readonly kind: "downloaded"; readonly name: string }
  | Refused<"notOpened" | "tooLarge">;

export interface Loaded {
  /**
   * No formula of ours is left: the host need not load the add-in together with this workbook any more. It is for the
   * host to do so from the first formula on that is inserted or entered again.
   */
  loadNoMore(): Promise<void>;
}

export interface WholeWorkbook extends LookedThrough, Repaired, Copied, Loaded {}
