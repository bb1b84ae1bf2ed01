/*
 * Cells of ours that show an error, or less than their result: what is wrong, once, where it begins.
 */
import type { Problem } from "../../core/problem";
import type { Grid } from "../../scenarios/evaluate/values";
import { zoneAt, type Zone } from "../../scenarios/zone";
import { toRectangles } from "../../workbook/blocks";
import { unfinished } from "../../workbook/errorName";
import { referencesIn } from "../ownFormula";
import { ToldError, zoneOf, type Evaluate } from "./evaluate";
import type { Finding, Where } from "./finding";
import type { Own, Pause, SheetView } from "./sheet";

/** What is needed to tell one cell's error. */
interface Looking {
  readonly view: SheetView;
  /** All sheets by their names, in small letters. */
  readonly sheets: ReadonlyMap<string, SheetView>;
  readonly evaluate: Evaluate;
}

const callsBetweenPauses = 200;

export async function findErrors(looking: Looking, pause: Pause): Promise<Finding[]> {
  const { view } = looking;
  const found: Finding[] = [];
  const lost: Own[] = [];
  let calls = 0;
  for (const own of view.own) {
    const error = view.error(own.row, own.column);
    if (isLost(looking, own, error)) {
      lost.push(own);
      continue;
    }
    const isCalled = error !== undefined || isCutToOne(own) || own.rows * own.columns > 1;
    if (isCalled && (calls += 1) % callsBetweenPauses === 0) await pause();
    const finding = findIn(looking, own, error);
    if (finding) found.push(finding);
  }
  // Many at once, and all with the same remedy: by the areas they stand in.
  found.push(...toRectangles(lost).map((zone): Finding => ({ kind: "lost", at: { sheet: view.name, zone } })));
  return found;
}

function isLost(looking: Looking, own: Own, error: string | undefined): boolean {
  if (own.formula.isLost) return true;
  return error === "#NAME?" && own.formula.unknown.length === 0 && !originOf(looking, own);
}

function findIn(looking: Looking, own: Own, error: string | undefined): Finding | undefined {
  const at = whereOf(looking.view, own);
  const [unknown] = own.formula.unknown;
  if (unknown !== undefined) return error === undefined ? undefined : { kind: "unknownFunction", name: unknown, at };
  if (own.formula.isCutOff) return { kind: "cutOff", at };
  if (error === undefined) return findWithin(looking, own) ?? findCutToOne(looking, own);
  if (unfinished.has(error)) return { kind: "busy", at };
  const origin = originOf(looking, own);
  // A result without room hands its error on, as others do: there is nothing in the way of those that refer to it.
  if (error === "#SPILL!" && origin?.view.error(origin.row, origin.column) !== error) return findBlocked(looking, own);
  if (!origin) return toldError(looking, own, { row: 0, column: 0, error, cells: 1 });
  // An error of ours is told in its own cell.
  if (isOurs(origin)) return undefined;
  return { kind: "inherited", error, from: whereOf(origin.view, origin), at };
}

/** An error in a cell of the result, with what the function says of it. */
function toldError(
  { view, evaluate }: Looking,
  own: Own,
  { row, column, error, cells }: { row: number; column: number; error: string; cells: number },
): Finding {
  const problem = problemIn(evaluate(view, own.text), row, column);
  const at = whereOf(view, { row: own.row + row, column: own.column + column });
  return { kind: "error", error, cells, ...(problem && { problem }), at };
}

/** What the function says of one of its answers; of a call that cannot be made it says the same of all. */
function problemIn(result: Grid | undefined, row: number, column: number): Problem | undefined {
  const value = result?.[row]?.[column] ?? (result?.length === 1 ? result[0]![0] : undefined);
  return value instanceof ToldError ? value.problem : undefined;
}

/** An error among several answers, each in a cell of its own. */
function findWithin(looking: Looking, own: Own): Finding | undefined {
  const errors: { row: number; column: number; error: string }[] = [];
  for (let row = 0; row < own.rows; row += 1) {
    for (let column = 0; column < own.columns; column += 1) {
      const error = looking.view.error(own.row + row, own.column + column);
      if (error !== undefined) errors.push({ row, column, error });
    }
  }
  return errors[0] && toldError(looking, own, { ...errors[0], cells: errors.length });
}

/** =@FINSAM.SPLIT(…) */
function isCutToOne({ text }: Own): boolean {
  return /^=\s*@/.test(text);
}

function findCutToOne({ view, evaluate }: Looking, own: Own): Finding | undefined {
  const result = isCutToOne(own) ? evaluate(view, own.text) : undefined;
  if (!result) return undefined;
  const [rows, columns] = [result.length, result[0]!.length];
  return rows * columns > 1 ? { kind: "single", rows, columns, at: whereOf(view, own) } : undefined;
}

function findBlocked({ view, evaluate }: Looking, own: Own): Finding {
  const at = whereOf(view, own);
  const why = own.blocked?.why ?? "unknown";
  if (why !== "cells" && why !== "unknown") return { kind: "spill", why, at };
  const result = own.blocked?.needs ? undefined : evaluate(view, own.text);
  const needs = own.blocked?.needs ?? (result && { rows: result.length, columns: result[0]!.length });
  const by = needs && firstTaken(view, own, needs);
  return by === undefined ? { kind: "spill", why, at } : { kind: "spill", why: "cells", by, at };
}

/** The first cell with something in it where the result would be. */
function firstTaken(view: SheetView, own: Own, { rows, columns }: { rows: number; columns: number }): Zone | undefined {
  for (let row = own.row; row < own.row + rows; row += 1) {
    for (let column = own.column; column < own.column + columns; column += 1) {
      const isOwn = row === own.row && column === own.column;
      const isTaken = view.value(row, column) !== "" || view.formula(row, column) !== undefined;
      if (!isOwn && isTaken) return zoneAt(row, column);
    }
  }
  return undefined;
}

/** A cell that is an error. */
interface Origin {
  readonly view: SheetView;
  readonly row: number;
  readonly column: number;
}

/** Further than errors are handed on in any sheet that people read; a circle ends too. */
const mostSteps = 50;

/** Where the error of a formula begins: the first error that it refers to, and on from there as far as it goes. */
function originOf({ view, sheets }: Looking, own: Own): Origin | undefined {
  let found = errorAmong(own.formula.references, view, sheets);
  for (let steps = 0; found && !isOurs(found) && steps < mostSteps; steps += 1) {
    const formula = found.view.formula(found.row, found.column);
    const before = formula === undefined ? undefined : errorAmong(referencesIn(formula), found.view, sheets);
    if (!before) break;
    found = before;
  }
  return found;
}

function errorAmong(references: readonly string[], home: SheetView, sheets: Looking["sheets"]): Origin | undefined {
  for (const reference of references) {
    const found = zoneOf(reference);
    const view = found?.sheet === undefined ? home : sheets.get(found.sheet.toLowerCase());
    const cell = found && view && firstError(view, found.zone);
    if (cell) return { view, ...cell };
  }
  return undefined;
}

function isOurs({ view, row, column }: Origin): boolean {
  return (view.ownAt(row, column) ?? view.filledBy(row, column)) !== undefined;
}

function firstError(view: SheetView, zone: Zone): { row: number; column: number } | undefined {
  const { used } = view;
  for (let row = Math.max(zone.top, used.top); row <= Math.min(zone.bottom, used.bottom); row += 1) {
    for (let column = Math.max(zone.left, used.left); column <= Math.min(zone.right, used.right); column += 1) {
      if (view.error(row, column) !== undefined) return { row, column };
    }
  }
  return undefined;
}

function whereOf(view: SheetView, { row, column }: { row: number; column: number }): Where {
  return { sheet: view.name, zone: zoneAt(row, column) };
}
