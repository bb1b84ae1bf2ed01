/*
 * Looks through the workbook for what is wrong in it: reads all of it, and hands over a list by kind. Changes nothing,
 * but that a workbook without formulas of ours loads the add-in no more.
 */
import type { Contents, Place } from "../workbook/contents";
import type { Refused, Workbook } from "../workbook/port";
import type { LongWork } from "../workbook/wholeWorkbook";
import { isAboutTyped, kinds, type Finding } from "./check/finding";
import { findProblems } from "./check/findProblems";

/** As many of a kind as anyone goes through; the rest are counted. */
export const mostListed = 100;

export interface Group {
  readonly kind: Finding["kind"];
  /** By sheet and place. */
  readonly findings: readonly Finding[];
  /** How many more there are than are listed. */
  readonly more: number;
}

export type CheckOutcome =
  | {
      readonly kind: "checked";
      /** Only kinds of which there is something. */
      readonly groups: readonly Group[];
      /** How many findings there are, listed or not. */
      readonly count: number;
      /** How many formulas of ours were looked at. */
      readonly own: number;
      /** How many sheets. */
      readonly sheets: number;
      readonly unread: Contents["unread"];
      readonly isManual: boolean;
    }
  | { readonly kind: "stopped" }
  | { readonly kind: "noWorkbook" }
  | Refused<"editing" | "other">;

interface Where extends LongWork {
  readonly findWorkbook: () => Promise<Workbook | undefined>;
}

export async function checkWorkbook({ findWorkbook, ...work }: Where): Promise<CheckOutcome> {
  const workbook = await findWorkbook();
  if (!workbook) return { kind: "noWorkbook" };
  const read = await workbook.contents(work);
  if (read.kind !== "contents") return read;
  const { contents } = read;
  const pause = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    work.signal?.throwIfAborted();
  };
  try {
    const { findings, own } = await findProblems(contents, pause);
    const confirmed = await confirm(findings, workbook);
    if (!Array.isArray(confirmed)) return confirmed;
    const { unread, isManual } = contents;
    const sheets = contents.sheets.length - unread.length;
    if (own === 0 && unread.length === 0) void workbook.loadNoMore();
    return { kind: "checked", groups: grouped(confirmed), count: confirmed.length, own, sheets, unread, isManual };
  } catch (error) {
    if (work.signal?.aborted) return { kind: "stopped" };
    throw error;
  }
}

/** Without those about cells that a formula fills after all. */
async function confirm(
  findings: readonly Finding[],
  workbook: Workbook,
): Promise<Finding[] | Refused<"editing" | "other">> {
  const doubtful = findings.filter(isAboutTyped);
  if (doubtful.length === 0) return [...findings];
  const answer = await workbook.areTyped(doubtful.map(placeOf));
  if (answer.kind === "refused") return answer;
  const wrong = new Set(doubtful.filter((_, index) => !answer.typed[index]));
  return findings.filter((finding) => !wrong.has(finding));
}

function placeOf({ at: { sheet, zone } }: Finding): Place {
  return { sheet, row: zone.top, column: zone.left };
}

function grouped(findings: readonly Finding[]): Group[] {
  return kinds.flatMap((kind) => {
    const all = findings.filter((finding) => finding.kind === kind);
    if (all.length === 0) return [];
    return [{ kind, findings: all.slice(0, mostListed), more: Math.max(0, all.length - mostListed) }];
  });
}
