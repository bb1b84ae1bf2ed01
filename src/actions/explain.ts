/*
 * Explaining the selected cell: how each FINSAM call in its formula comes to its answer, from the trace of the call
 * with the values that the workbook has. What the steps end in is the function's own answer; whether the cell shows
 * the same is said too.
 */
import type { Argument, Problem } from "../core/problem";
import { leadsTo, type Step } from "../core/trace";
import type { Language } from "../i18n/language";
import type { Names } from "../i18n/steps/teller";
import { CellError, type Grid, type Scalar } from "../scenarios/evaluate/values";
import type { Zone } from "../scenarios/zone";
import type { Refused, Workbook } from "../workbook/port";
import type { ActiveCell, CellValue, Place, ReferenceAnswer } from "../workbook/reading";
import { Follower, isFailure, type CallOutcome, type FollowedCall, type FoundCells } from "./explain/follow";
import { asTyped, callIn, holdsCall, read, referencesIn, type Node, type Unfollowed } from "./explain/formula";
import { namesFor } from "./explain/names";
import { lineAndYear, placeCalls, type Placed, type Within } from "./explain/places";

export type ExplainOutcome =
  | Explanation
  /** Nothing of ours is in the cell. */
  | { readonly kind: "notOurs"; readonly place: Place; readonly holds: "nothing" | "constant" | "formula" }
  /** A formula that names a function of ours, but that cannot be read. */
  | { readonly kind: "unreadable"; readonly place: Place; readonly formula: string }
  | Refused<"editing" | "tooLarge" | "other">
  | { readonly kind: "noWorkbook" };

export interface Explanation {
  readonly kind: "explained";
  readonly place: Place;
  /** The formula that fills the cell, in English and as typed, and the cell that it stands in. */
  readonly formula: string;
  readonly source: Place;
  /** The calls in the order they are answered: inner ones before the one they are part of. */
  readonly calls: readonly ExplainedCall[];
  /** Whether the formula is a call of ours and nothing else. */
  readonly isWhole: boolean;
  readonly shown: CellValue;
  /** That, in the cell's own format. */
  readonly text: string;
  /** What the formula comes to, an error as its code; left out where Excel alone can tell. */
  readonly computed?: CellValue | undefined;
  /** Whether the cell shows that. */
  readonly agreement: "agrees" | "differs" | "unknown";
}

export interface ExplainedCall {
  /** Without the namespace: "SPLIT". */
  readonly name: string;
  readonly text: string;
  /** Those that are given. */
  readonly arguments: readonly ExplainedArgument[];
  readonly outcome: ExplainedOutcome;
  /** The call that this one is part of an argument of. */
  readonly within?: Within | undefined;
}

export interface ExplainedArgument {
  readonly argument: Argument;
  /** As it stands in the formula. */
  readonly text: string;
  readonly holds:
    | { readonly kind: "value"; readonly value: CellValue }
    | { readonly kind: "table"; readonly rows: number; readonly columns: number }
    | { readonly kind: "unknown" };
  /** The call that it is the answer of, by its number among the calls. */
  readonly call?: number | undefined;
  /** The cells that it refers to. */
  readonly cells?: { readonly sheet: string; readonly zone: Zone } | undefined;
}

export type ExplainedOutcome =
  | Exclude<CallOutcome, { readonly kind: "answered" }>
  | {
      readonly kind: "answered";
      /** The steps that lead to the cell, and how many there are beside those. */
      readonly steps: readonly Step[];
      readonly left: number;
      readonly line?: number | undefined;
      readonly year?: number | undefined;
      readonly names: Names;
      /** What they end in; left out where that is several figures. */
      readonly result?: number | string | Problem | undefined;
    };

interface Where {
  readonly language: Language;
  readonly findWorkbook: () => Promise<Workbook | undefined>;
}

export async function explain({ language, findWorkbook }: Where): Promise<ExplainOutcome> {
  const workbook = await findWorkbook();
  if (!workbook) return { kind: "noWorkbook" };
  const cell = await workbook.activeCell();
  if (cell.kind === "refused") return cell;
  const { place, source } = cell;
  if (!source) return { kind: "notOurs", place, holds: cell.value === null ? "nothing" : "constant" };
  const formula = asTyped(source.formula);
  if (!/FINSAM\./i.test(formula)) return { kind: "notOurs", place, holds: "formula" };
  const root = read(formula);
  if (!root) return { kind: "unreadable", place, formula };
  if (!holdsCall(root)) return { kind: "notOurs", place, holds: "formula" };

  const from = { sheet: place.sheet, row: source.zone.top, column: source.zone.left };
  const references = referencesIn(root);
  const asked = references.flatMap(([, reference]) => (typeof reference === "object" ? [reference] : []));
  // What stands around the result is read with all else: it names the lines and years.
  const given = await workbook.readReferences([...asked, { kind: "cells", zone: source.zone }], from);
  if ("kind" in given) return given;

  const answers = new Map<Node, ReferenceAnswer | Unfollowed>();
  let next = 0;
  for (const [node, reference] of references) {
    answers.set(node, typeof reference === "object" ? given[next++]! : reference);
  }
  const result = given[next]!;
  const follower = new Follower(formula, answers, from, language);
  return explanationOf(cell, formula, root, follower, result.kind === "cells" ? result : undefined);
}

function explanationOf(
  cell: ActiveCell,
  formula: string,
  root: Node,
  follower: Follower,
  result: FoundCells | undefined,
): Explanation {
  const { place, value: shown, text } = cell;
  const { zone } = cell.source!;
  const spot = { row: place.row - zone.top, column: place.column - zone.left };
  const value = follower.value(root);
  const computed = isFailure(value) ? undefined : valueAt(value.grid, spot);
  return {
    kind: "explained",
    place,
    formula,
    source: { sheet: place.sheet, row: zone.top, column: zone.left },
    calls: explainedCalls(follower.calls, placeCalls(follower.calls, root, spot), result),
    isWhole: callIn(root) !== undefined,
    shown,
    text,
    computed,
    agreement: computed === undefined ? "unknown" : isSame(computed, shown) ? "agrees" : "differs",
  };
}

/** Outer calls first, as inner ones have their years from them. */
function explainedCalls(
  calls: readonly FollowedCall[],
  placed: readonly Placed[],
  result: FoundCells | undefined,
): readonly ExplainedCall[] {
  const explained: ExplainedCall[] = [];
  for (let number = calls.length - 1; number >= 0; number -= 1) {
    const { within } = placed[number]!;
    const outer = within && explained[within.call];
    explained[number] = explainedCall(calls[number]!, placed[number]!, outer, result);
  }
  return explained;
}

function explainedCall(
  call: FollowedCall,
  { spot, within }: Placed,
  outer: ExplainedCall | undefined,
  result: FoundCells | undefined,
): ExplainedCall {
  const { name, text, outcome } = call;
  return { name, text, within, arguments: call.arguments.map(explainedArgument), outcome: outcomeOf() };

  function outcomeOf(): ExplainedOutcome {
    if (outcome.kind !== "answered") return outcome;
    const { answer, steps } = outcome;
    const { line, year } = lineAndYear(steps, spot);
    const leading = steps.filter((step) => leadsTo(step, line, year));
    const kept = leading.slice(-mostKept);
    const isIts = (cells: FoundCells) => !within && hasShape(cells, answer);
    return {
      kind: "answered",
      steps: kept,
      left: leading.length - kept.length,
      line,
      year,
      names: namesFor(call, steps, result && isIts(result) ? result : undefined, yearsOf(outer, call, steps)),
      result: spot.row === undefined || spot.column === undefined ? undefined : answer[spot.row]![spot.column]!,
    };
  }
}

/** More than anyone reads; the last ones end in the figure. */
const mostKept = 250;

function hasShape({ zone }: FoundCells, answer: readonly (readonly unknown[])[]): boolean {
  return zone.bottom - zone.top + 1 === answer.length && zone.right - zone.left + 1 === answer[0]!.length;
}

/** The names of the outer call's years, where the inner one has as many of them. */
function yearsOf(
  outer: ExplainedCall | undefined,
  { outcome }: FollowedCall,
  steps: readonly Step[],
): readonly string[] | undefined {
  if (outer?.outcome.kind !== "answered" || outcome.kind !== "answered") return undefined;
  const { years } = outer.outcome.names;
  const turned = steps.some(({ where }) => where.turned);
  const count = turned ? outcome.answer.length : outcome.answer[0]!.length;
  return years?.length === count ? years : undefined;
}

function explainedArgument({ argument, text, value }: FollowedCall["arguments"][number]): ExplainedArgument {
  if (isFailure(value)) return { argument, text, holds: { kind: "unknown" } };
  const { grid, call, cells, isDirect } = value;
  const [rows, columns] = [grid.length, grid[0]!.length];
  const holds =
    rows * columns === 1
      ? ({ kind: "value", value: toCellValue(grid[0]![0]!) } as const)
      : ({ kind: "table", rows, columns } as const);
  return {
    argument,
    text,
    holds,
    call,
    cells: isDirect && cells ? { sheet: cells.sheet, zone: cells.zone } : undefined,
  };
}

/** A value of a table; a single value, row or column fills all of the cells. */
function valueAt(grid: Grid, { row, column }: { row: number; column: number }): CellValue {
  const cells = grid.length === 1 ? grid[0] : grid[row];
  const value = cells?.length === 1 ? cells[0] : cells?.[column];
  // A formula never leaves a cell blank.
  return value === undefined ? { code: "#N/A" } : toCellValue(value ?? 0);
}

function toCellValue(value: Scalar): CellValue {
  return value instanceof CellError ? { code: value.code } : value;
}

/** Errors that Excel may make #VALUE! of where a function returns them. */
const notReturned: ReadonlySet<string> = new Set(["#REF!", "#NAME?"]);

/** Whether a cell shows what its formula comes to. Numbers are the same when their 15 digits are. */
function isSame(computed: CellValue, shown: CellValue): boolean {
  if (typeof computed === "number" && typeof shown === "number") {
    return computed.toPrecision(15) === shown.toPrecision(15);
  }
  const isError = (value: CellValue) => typeof value === "object" && value !== null;
  if (!isError(computed) || !isError(shown)) return computed === shown;
  return computed.code === shown.code || (notReturned.has(computed.code) && shown.code === "#VALUE!");
}
