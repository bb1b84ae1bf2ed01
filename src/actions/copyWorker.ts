/*
 * Makes the copy that is sent, in a worker of its own: a large workbook takes seconds, in which the page goes on
 * calculating cells, and Excel stops an add-in that does not answer for five. Loaded when a copy is asked for.
 */
import type { FrozenCopy } from "./frozenCopy";
import { frozenCopy, type AddIn, type CopyOptions } from "./frozenCopy";

/** Put in by webpack: generated from the functions' source, and read from manifest.xml. */
declare const FINSAM_CATALOGUE: AddIn["catalogue"];
declare const FINSAM_ADD_IN: Pick<AddIn, "version" | "id">;

export interface CopyRequest extends CopyOptions {
  readonly bytes: Uint8Array;
}

export type CopyAnswer =
  | { readonly kind: "progress"; readonly done: number; readonly total: number }
  | FrozenCopy
  | { readonly kind: "broken"; readonly message: string };

/** What a worker sees of the page. */
interface Scope {
  onmessage: ((event: { readonly data: CopyRequest }) => void) | null;
  postMessage(answer: CopyAnswer): void;
}

const scope = self as unknown as Scope;

scope.onmessage = ({ data: { bytes, ...options } }) => {
  const addIn = { catalogue: FINSAM_CATALOGUE, ...FINSAM_ADD_IN };
  // Reading comes first, and is most of it.
  const progress = (step: "read" | "write", done: number, total: number) =>
    scope.postMessage({ kind: "progress", done: step === "read" ? done : total, total });
  try {
    scope.postMessage(frozenCopy(bytes, options, addIn, progress));
  } catch (error) {
    scope.postMessage({ kind: "broken", message: error instanceof Error ? error.message : String(error) });
  }
};
