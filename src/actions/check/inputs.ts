/*
 * Which typed cells other formulas count with: those are inputs, or are compared on the sheet already, and no copies
 * that somebody forgot. A formula that is nothing but a sum does not make its parts inputs.
 */
import { overlap, type Zone } from "../../scenarios/zone";
import { isFormula } from "../../workbook/contents";
import type { Pause, SheetView } from "./sheet";

interface Candidate {
  readonly view: SheetView;
  readonly zone: Zone;
}

const rowsBetweenPauses = 500;

/** What looks like a reference in a text of a formula counts too: better a finding too few than a false one. */
const references =
  /(?:(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\d_.]*))!)?\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?|(?:(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\d_.]*))!)?\$?([A-Z]{1,3}):\$?([A-Z]{1,3})(?![\p{L}\d(])/gu;
const sum = /^=\+?SUM\([^()]*\)$/i;

/** Those of the candidates that some formula of the workbook refers to. */
export async function inputsAmong<C extends Candidate>(
  candidates: readonly C[],
  views: readonly SheetView[],
  pause: Pause,
): Promise<ReadonlySet<C>> {
  const inputs = new Set<C>();
  if (candidates.length === 0) return inputs;
  for (const view of views) {
    for (const { formulas } of view.contents.blocks) {
      for (const [index, row] of formulas.entries()) {
        if (index % rowsBetweenPauses === 0) await pause();
        for (const content of row) {
          if (isFormula(content) && !sum.test(content)) note(content, view);
        }
      }
    }
  }
  return inputs;

  function note(formula: string, home: SheetView): void {
    for (const match of formula.matchAll(references)) {
      const sheet = (match[1] ?? match[2] ?? match[7] ?? match[8])?.replace(/''/g, "'").toLowerCase();
      const zone = match[3] === undefined ? columns(match[9]!, match[10]!) : cells(match);
      for (const candidate of candidates) {
        const isThere = sheet === undefined ? candidate.view === home : candidate.view.name.toLowerCase() === sheet;
        if (isThere && overlap(candidate.zone, zone)) inputs.add(candidate);
      }
    }
  }
}

function cells([, , , left, top, right = left, bottom = top]: readonly (string | undefined)[]): Zone {
  return ordered([Number(top) - 1, Number(bottom) - 1], [columnOf(left!), columnOf(right!)]);
}

function columns(left: string, right: string): Zone {
  return ordered([0, Infinity], [columnOf(left), columnOf(right)]);
}

function ordered(rows: readonly number[], columns: readonly number[]): Zone {
  return { top: Math.min(...rows), bottom: Math.max(...rows), left: Math.min(...columns), right: Math.max(...columns) };
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
