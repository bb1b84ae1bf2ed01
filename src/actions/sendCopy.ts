/*
 * Sending a copy: the workbook's file is taken as it is now, every formula of ours in it becomes its value, and the
 * copy opens as a new workbook. The workbook itself is never touched.
 */
import type { Refused, Workbook } from "../workbook/port";
import type { LongWork } from "../workbook/wholeWorkbook";
import type { FreezeWarning } from "../xlsx/freeze";
import type { FileProblem } from "../xlsx/problem";
import type { CopyOptions, FrozenCopy } from "./frozenCopy";

/** Makes the copy, wherever that is done. */
export type Freeze = (bytes: Uint8Array, options: CopyOptions, work: LongWork) => Promise<FrozenCopy>;

export type SendOutcome =
  | {
      readonly kind: "sent";
      readonly blocks: number;
      /** The sheet that lists them; undefined where there is no block, but something else of ours was taken out. */
      readonly sheet: string | undefined;
      /** What the copy's file is called, where it was not opened but downloaded. */
      readonly downloaded?: string;
      readonly warnings: readonly FreezeWarning[];
    }
  /** There is no formula of ours: the workbook can be sent as it is, and no copy was made. */
  | { readonly kind: "nothing" }
  /** These cells show #NAME?, and would in the copy; `agreement` is for whoever wants it all the same. */
  | { readonly kind: "nameErrors"; readonly cells: readonly string[]; readonly agreement: string }
  | { readonly kind: "badFile"; readonly problem: FileProblem }
  | { readonly kind: "stopped" }
  | { readonly kind: "noWorkbook" }
  | Refused<"noFile" | "notHere" | "notOpened" | "tooLarge">;

interface How extends CopyOptions, LongWork {
  readonly findWorkbook: () => Promise<Workbook | undefined>;
  readonly freeze: Freeze;
  /** What an earlier outcome was told of: #NAME? in these cells, and no others, is no reason to stop. */
  readonly agreement?: string | undefined;
}

export async function sendCopy({
  language,
  date,
  findWorkbook,
  freeze,
  agreement,
  progress,
  signal,
}: How): Promise<SendOutcome> {
  const workbook = await findWorkbook();
  if (!workbook) return { kind: "noWorkbook" };
  // Taking the file out is about as long as making the copy of it.
  const partly = (part: number): LongWork => ({
    ...(progress && { progress: (done, total) => progress(part * total + done, 2 * total) }),
    ...(signal && { signal }),
  });
  const file = await workbook.file(partly(0));
  if (file.kind !== "file") return file;
  const copy = await freeze(file.bytes, { language, date }, partly(1)).catch((error: unknown) => {
    if (signal?.aborted) return { kind: "stopped" } as const;
    throw error;
  });
  if (copy.kind !== "copy") return copy;
  const { base64, blocks, sheet, warnings } = copy;
  if (blocks === 0 && warnings.length === 0) return { kind: "nothing" };
  const cells = warnings.flatMap((warning) => (warning.kind === "nameError" ? [warning.cell] : []));
  if (cells.length > 0 && agreement !== cells.join()) return { kind: "nameErrors", cells, agreement: cells.join() };
  if (signal?.aborted) return { kind: "stopped" };
  const opened = await workbook.openAsNew(base64);
  if (opened.kind === "downloaded") return { kind: "sent", blocks, sheet, warnings, downloaded: opened.name };
  return opened.kind === "opened" ? { kind: "sent", blocks, sheet, warnings } : opened;
}
