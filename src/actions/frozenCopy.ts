/*
 * A workbook's file made into the one that is sent: every formula of ours is its value, as freeze.ts makes it, in
 * the form in which Excel takes a file.
 */
import type { Catalogue, Language } from "../i18n/catalogue";
import type { FileProblem } from "../xlsx/problem";
import { WorkbookError } from "../xlsx/problem";
import { freezeWorkbook, type FreezeWarning } from "../xlsx/freeze";
import type { Progress } from "../xlsx/workbook";

export interface CopyOptions {
  readonly language: Language;
  /** The day of the copy, such as 2026-11-25. */
  readonly date: string;
}

/** What is said of the functions, and of the add-in they come from. */
export interface AddIn {
  readonly catalogue: Readonly<Record<Language, Catalogue>>;
  readonly version: string;
  readonly id: string;
}

export type FrozenCopy =
  | {
      readonly kind: "copy";
      readonly base64: string;
      /** How many blocks of formulas are values now; none where there was nothing of ours in the workbook. */
      readonly blocks: number;
      /** The name of the sheet that lists them. */
      readonly sheet: string | undefined;
      readonly warnings: readonly FreezeWarning[];
    }
  | { readonly kind: "badFile"; readonly problem: FileProblem };

export function frozenCopy(
  bytes: Uint8Array,
  { language, date }: CopyOptions,
  { catalogue, version, id }: AddIn,
  progress?: Progress,
): FrozenCopy {
  try {
    const {
      bytes: copy,
      replaced,
      sheet,
      warnings,
    } = freezeWorkbook(bytes, {
      language,
      date,
      version,
      addInId: id,
      catalogue: catalogue[language],
      ...(progress && { progress }),
    });
    return { kind: "copy", base64: toBase64(copy), blocks: replaced.length, sheet, warnings };
  } catch (error) {
    if (error instanceof WorkbookError) return { kind: "badFile", problem: error.problem };
    throw error;
  }
}

/** Bytes that are converted at once: a multiple of 3, so that only the last part is filled up. */
const part = 3 * 8192;

export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += part) {
    parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + part))));
  }
  return parts.join("");
}
