/*
 * Cells of ours that show an error, or less than their result: what is wrong, once, where it begins.
 */
import { zoneAt } from "../../scenarios/zone";
import { toRectangles } from "../../workbook/blocks";
import { zoneOf, type Evaluate } from "./evaluate";
import type { Finding, Where } from "./finding";
import { referencesIn } from "../ownFormula";
import type { Own, Pause, SheetView } from "./sheet";
import { CellError, type Grid } from "../../scenarios/evaluate/values";

const callsBetweenPauses = 200;

/** Excel is still at work on it. */
const unfinished = new Set(["#BUSY!", "#GETTING_DATA", "#CALCULATING!"]);

export async function findErrors(
  view: SheetView,
  sheets: ReadonlyMap<string, SheetView>,
  { evaluate, pause }: { evaluate: Evaluate; pause: Pause },
): Promise<Finding[]> {
  const found: Finding[] = [];
  const lost: Own[] = [];
  let calls = 0;
  for (const own of view.own) {
    const error = view.error(own.row, own.column);
    if (own.formula.isLost || (error === "#NAME?" && own.formula.unknown.length === 0 && !inherits(own))) {
      lost.push(own);
      continue;
    }
    if (needsCall(own, error) && (calls += 1) % callsBetweenPauses === 0) await pause();
    const finding = findIn(own, error);
    if (finding) found.push(finding);
  }
  // Many at once, and all with the same remedy: by the areas they stand in.
  found.push(...toRectangles(lost).map((zone): Finding => ({ kind: "lost", at: { sheet: view.name, zone } })));
  return found;

  function inherits(own: Own): boolean {
    return originOf(own) !== undefined;
  }

  function needsCall(own: Own, error: string | undefined): boolean {
    return error !== undefined || isCutToOne(own) || own.rows * own.columns > 1;
  }

  function findIn(own: Own, error: string | undefined): Finding | undefined {
    const at = whereOf(view, own);
    const [unknown] = own.formula.unknown;
    if (unknown !== undefined) return error === undefined ? undefined : { kind: "unknownFunction", name: unknown, at };
    if (own.formula.isCutOff) return { kind: "cutOff", at };
    if (error === undefined) return findWithin(own) ?? findCutToOne(own, at);
    if (unfinished.has(error)) return { kind: "busy", at };
    if (error === "#SPILL!") return findBlocked(own, at);
    const origin = originOf(own);
    // An error of ours is told in its own cell.
    if (origin && isOurs(origin)) return undefined;
    if (origin) {
      const from = { sheet: origin.view.name, zone: zoneAt(origin.row, origin.column) };
      return { kind: "inherited", error, from, at };
    }
    const sentence = messageIn(evaluate(view, own.text), 0, 0);
    return { kind: "error", error, cells: 1, ...(sentence !== undefined && { sentence }), at };
  }

  /** An error among several answers, each in a cell of its own. */
  function findWithin(own: Own): Finding | undefined {
    const errors: { row: number; column: number; error: string }[] = [];
    for (let row = 0; row < own.rows; row += 1) {
      for (let column = 0; column < own.columns; column += 1) {
        const error = view.error(own.row + row, own.column + column);
        if (error !== undefined) errors.push({ row, column, error });
      }
    }
    const [first] = errors;
    if (!first) return undefined;
    const sentence = messageIn(evaluate(view, own.text), first.row, first.column);
    const at = { sheet: view.name, zone: zoneAt(own.row + first.row, own.column + first.column) };
    return { kind: "error", error: first.error, cells: errors.length, ...(sentence !== undefined && { sentence }), at };
  }

  function findCutToOne(own: Own, at: Where): Finding | undefined {
    if (!isCutToOne(own)) return undefined;
    const result = evaluate(view, own.text);
    if (!result) return undefined;
    const [rows, columns] = [result.length, result[0]!.length];
    return rows * columns > 1 ? { kind: "single", rows, columns, at } : undefined;
  }

  function findBlocked(own: Own, at: Where): Finding {
    const why = own.blocked?.why ?? "unknown";
    if (why !== "cells" && why !== "unknown") return { kind: "spill", why, at };
    const result = own.blocked?.needs ? undefined : evaluate(view, own.text);
    const needs = own.blocked?.needs ?? (result && { rows: result.length, columns: result[0]!.length });
    const by = needs && firstTaken(own, needs);
    return by === undefined ? { kind: "spill", why, at } : { kind: "spill", why: "cells", by, at };
  }

  /** The first cell with something in it where the result would be. */
  function firstTaken(own: Own, { rows, columns }: { rows: number; columns: number }): Where["zone"] | undefined {
    for (let row = own.row; row < own.row + rows; row += 1) {
      for (let column = own.column; column < own.column + columns; column += 1) {
        const isOwn = row === own.row && column === own.column;
        if (!isOwn && (view.value(row, column) !== "" || view.formula(row, column) !== undefined)) {
          return zoneAt(row, column);
        }
      }
    }
    return undefined;
  }

  /** Where the error of a formula begins: the first error that it refers to, and on from there as far as it goes. */
  function originOf(own: Own): Origin | undefined {
    let found = errorAmong(view, own.formula.references);
    for (let steps = 0; found && !isOurs(found) && steps < mostSteps; steps += 1) {
      const formula = found.view.formula(found.row, found.column);
      const before: Origin | undefined =
        formula === undefined ? undefined : errorAmong(found.view, referencesIn(formula));
      if (!before) break;
      found = before;
    }
    return found;
  }

  function errorAmong(home: SheetView, references: readonly string[]): Origin | undefined {
    for (const reference of references) {
      const found = zoneOf(reference);
      const other = found?.sheet === undefined ? home : sheets.get(found.sheet.toLowerCase());
      const cell = found && other && firstError(other, found.zone);
      if (cell) return { view: other, ...cell };
    }
    return undefined;
  }
}

/** A cell that is an error. */
interface Origin {
  readonly view: SheetView;
  readonly row: number;
  readonly column: number;
}

/** Further than errors are handed on in any sheet that people read; a circle ends too. */
const mostSteps = 50;

function whereOf(view: SheetView, { row, column }: Own): Where {
  return { sheet: view.name, zone: zoneAt(row, column) };
}

/** =@FINSAM.SPLIT(…) */
function isCutToOne({ text }: Own): boolean {
  return /^=\s*@/.test(text);
}

function isOurs({ view, row, column }: Origin): boolean {
  return (view.ownAt(row, column) ?? view.filledBy(row, column)) !== undefined;
}

function firstError(view: SheetView, zone: Where["zone"]): { row: number; column: number } | undefined {
  const { used } = view;
  for (let row = Math.max(zone.top, used.top); row <= Math.min(zone.bottom, used.bottom); row += 1) {
    for (let column = Math.max(zone.left, used.left); column <= Math.min(zone.right, used.right); column += 1) {
      if (view.error(row, column) !== undefined) return { row, column };
    }
  }
  return undefined;
}

/** What the function says of one of its answers; of a call that cannot be made it says the same of all. */
function messageIn(result: Grid | undefined, row: number, column: number): string | undefined {
  const value = result?.[row]?.[column] ?? (result?.length === 1 ? result[0]![0] : undefined);
  return value instanceof CellError ? value.message : undefined;
}
