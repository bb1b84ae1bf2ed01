/*
 * A workbook to explain a cell of, as the port shows it: what its formula is and fills, what the cells hold, and what
 * was asked for.
 */
import { explain, type ExplainedCall, type ExplainOutcome } from "../../src/actions/explain";
import type { Language } from "../../src/i18n/language";
import { toZone, zoneAt, type Zone } from "../../src/scenarios/zone";
import type { CellValue, Reference, ReferenceAnswer } from "../../src/workbook/reading";
import type { Workbook } from "../../src/workbook/port";
import { workbookThat } from "../workbook/answering";

export interface Sheet {
  readonly formula: string;
  /** The cell that is explained, and what its formula fills: "C3" and "C3:C8". */
  readonly cell?: string;
  readonly fills?: string;
  readonly shown?: CellValue;
  /** What it looks like in the cell's format. */
  readonly text?: string;
  /** Blank where they are not named; those of other sheets as "Indata!B4". */
  readonly cells?: Readonly<Record<string, CellValue>>;
  /** What names, tables and filled areas are. */
  readonly answers?: (reference: Reference) => ReferenceAnswer;
  readonly language?: Language;
}

export async function explainIn(sheet: Sheet): Promise<{ outcome: ExplainOutcome; asked: Reference[][] }> {
  const { language = "sv" } = sheet;
  const { answering, asked } = answersOf(sheet);
  const workbook = workbookThat(answering);
  return { outcome: await explain({ language, findWorkbook: () => Promise.resolve(workbook) }), asked };
}

/** What a workbook with the sheet answers, and what it was asked. */
export function answersOf(sheet: Sheet): { answering: WorkbookAnswers; asked: Reference[][] } {
  const { formula, cell = "J30", fills = cell, shown = 0, cells = {}, answers } = sheet;
  const asked: Reference[][] = [];
  const { top: row, left: column } = toZone(cell);
  const read = (name: string | undefined, zone: Zone) =>
    Array.from({ length: Math.min(zone.bottom, 199) - zone.top + 1 }, (_, r) =>
      Array.from({ length: Math.min(zone.right, 25) - zone.left + 1 }, (__, c): CellValue => {
        const address = `${String.fromCharCode(65 + zone.left + c)}${zone.top + r + 1}`;
        return cells[name === undefined ? address : `${name}!${address}`] ?? null;
      }),
    );
  const answer = (reference: Reference): ReferenceAnswer => {
    if (reference.kind !== "cells") return answers?.(reference) ?? { kind: "missing" };
    const { sheet: name, zone } = reference;
    return {
      kind: "cells",
      sheet: name ?? "Plan",
      zone,
      values: read(name, zone),
      left: zone.left > 0 ? read(name, { ...zone, left: 0, right: zone.left - 1 }) : [],
      above: zone.top > 0 ? read(name, { ...zone, top: 0, bottom: zone.top - 1 }) : [],
    };
  };
  const answering: WorkbookAnswers = {
    activeCell: () =>
      Promise.resolve({
        kind: "cell",
        place: { sheet: "Plan", row, column },
        value: shown,
        text: sheet.text ?? textOf(shown),
        source: { formula, zone: toZone(fills) },
      }),
    readReferences: (references: readonly Reference[]) => {
      asked.push([...references]);
      return Promise.resolve(references.map(answer));
    },
  };
  return { answering, asked };
}

type WorkbookAnswers = Pick<Workbook, "activeCell" | "readReferences">;

function textOf(value: CellValue): string {
  return typeof value === "object" ? (value?.code ?? "") : String(value);
}

/** The calls of a formula that is explained. */
export async function callsIn(sheet: Sheet): Promise<readonly ExplainedCall[]> {
  const { outcome } = await explainIn(sheet);
  if (outcome.kind !== "explained") throw new Error(JSON.stringify(outcome));
  return outcome.calls;
}

/** Answers a reference with cells that hold a column of values. */
export function column(...values: readonly CellValue[]): ReferenceAnswer {
  const zone = zoneAt(1, 1, { rows: values.length, columns: 1 });
  return { kind: "cells", sheet: "Indata", zone, values: values.map((value) => [value]), left: [], above: [] };
}
