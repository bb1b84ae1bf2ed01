/*
 * Follows a formula to the calls of our functions in it, with the values that Excel would hand them: constants, cells
 * and names as the workbook has answered, arithmetic between these, and the calls themselves, the inner before the
 * outer. What only Excel can work out ends in a failure that says which part it is.
 */
import { Problem, type Argument } from "../../core/problem";
import type { Step } from "../../core/trace";
import { call } from "../../functions/call";
import type { Answer } from "../../functions/definitions";
import { mostCells, takesText, type Reader } from "../../functions/read";
import type { Language } from "../../i18n/language";
import { binary, unary } from "../../scenarios/evaluate/operators";
import { CellError, isSingle, lift, type ErrorCode, type Grid, type Scalar } from "../../scenarios/evaluate/values";
import type { Cells, Place, ReferenceAnswer } from "../../workbook/reading";
import {
  asTyped,
  callIn,
  childrenOf,
  holdsCall,
  isOne,
  read,
  textOf,
  type Call,
  type Node,
  type Unfollowed,
} from "./formula";

export type FoundCells = Extract<ReferenceAnswer, { readonly kind: "cells" }>;

export interface Value {
  readonly grid: Grid;
  /** The cells that it stands in; or that it follows from, one by one. */
  readonly cells?: FoundCells | undefined;
  readonly isDirect?: boolean;
  /** The call whose answer it is, by its number among all. */
  readonly call?: number | undefined;
}

export interface Failure {
  readonly why: Unfollowed | "expression" | "missing" | "call" | "tooLarge";
  /** The part that cannot be followed, as it stands in the formula. */
  readonly expression: string;
}

export interface FollowedArgument {
  readonly argument: Argument;
  readonly node: Node;
  readonly text: string;
  readonly value: Value | Failure;
}

export interface FollowedCall {
  readonly node: Node;
  readonly name: string;
  /** As it stands in the formula. */
  readonly text: string;
  /** Those that are given. */
  readonly arguments: readonly FollowedArgument[];
  readonly outcome: CallOutcome;
}

export type CallOutcome =
  | { readonly kind: "answered"; readonly answer: Answer; readonly steps: readonly Step[] }
  | { readonly kind: "problem"; readonly problem: Problem }
  /** An error value among the arguments, which is the answer too; `at` is the cell that it stands in. */
  | {
      readonly kind: "passedOn";
      readonly argument: Argument;
      readonly code: string;
      readonly at?: Place | undefined;
      readonly call?: number | undefined;
    }
  | { readonly kind: "notFollowed"; readonly argument: Argument; readonly failure: Failure }
  /** More steps than anyone would read, or wait for. */
  | { readonly kind: "tooLong" }
  | { readonly kind: "unknownFunction" };

export function isFailure(value: Value | Failure): value is Failure {
  return "why" in value;
}

/** So many steps of all calls together, told to nobody yet: beyond this the explanation is given up. */
const mostSteps = 30_000;
/** Rows of a step that take as long as another step. */
const rowsPerStep = 20;

/** Cells that arithmetic is done over, and cells that are handed to a function. */
const mostReckoned = 100_000;
const mostPassed = 1_000_000;

export class Follower {
  readonly calls: FollowedCall[] = [];
  #steps = 0;

  constructor(
    private readonly formula: string,
    private readonly answers: ReadonlyMap<Node, ReferenceAnswer | Unfollowed>,
    /** Where the formula stands. */
    private readonly from: Place,
    private readonly language: Language,
  ) {}

  value(node: Node): Value | Failure {
    const found = callIn(node);
    if (found) return this.#call(node, found);
    const answer = this.answers.get(node);
    if (answer !== undefined) return this.#reference(node, answer);
    const [operand] = childrenOf(node);
    if (operand && isOne(node)) return this.#one(operand, node);
    switch (node.type) {
      case "Literal":
        return single(node.value);
      case "ErrorLiteral":
        return single(new CellError(node.value.toUpperCase() as ErrorCode));
      case "ArrayExpression": {
        const rows = node.elements.map((row) => row.map((element) => this.value(element)));
        if (rows.some((row) => row.some(isFailure))) return this.#failure("expression", node);
        return { grid: rows.map((row) => row.map((element) => (element as Value).grid[0]![0]!)) };
      }
      case "UnaryExpression":
        return this.#unary(node.operator, node.arguments[0]!, node);
      case "BinaryExpression":
        return this.#binary(node.operator, node.arguments, node);
      default:
        return this.#unknown(node);
    }
  }

  #failure(why: Failure["why"], node: Node): Failure {
    return { why, expression: textOf(node, this.formula) };
  }

  /** What only Excel can work out; the calls in it are followed all the same. */
  #unknown(node: Node): Failure {
    for (const child of childrenOf(node)) if (holdsCall(child)) this.value(child);
    return this.#failure("expression", node);
  }

  #reference(node: Node, answer: ReferenceAnswer | Unfollowed): Value | Failure {
    if (typeof answer === "string") return this.#failure(answer === "unreadable" ? "expression" : answer, node);
    switch (answer.kind) {
      case "missing":
        return this.#failure("missing", node);
      case "cells": {
        const grid = gridOf(answer);
        return grid ? { grid, cells: answer, isDirect: true } : this.#failure("tooLarge", node);
      }
      case "formula": {
        // A name for a constant. One that refers to other cells is a formula of its own, that only Excel can tell.
        const named = read(asTyped(answer.formula));
        const value = named && new Follower(answer.formula, new Map(), this.from, this.language).value(named);
        return value === undefined || isFailure(value) ? this.#failure("expression", node) : { grid: value.grid };
      }
    }
  }

  #unary(operator: string, operand: Node, node: Node): Value | Failure {
    if (!"+-%".includes(operator)) return this.#unknown(node);
    return this.#lifted([operand], node, ([only]) => unary(operator, only!));
  }

  #binary(operator: string, operands: readonly Node[], node: Node): Value | Failure {
    if (!arithmetic.has(operator)) return this.#unknown(node);
    return this.#lifted(operands, node, ([left, right]) => binary(operator, left!, right!, this.language));
  }

  #lifted(operands: readonly Node[], node: Node, compute: (values: readonly Scalar[]) => Scalar): Value | Failure {
    const values = operands.map((operand) => this.value(operand));
    const failed = values.find(isFailure);
    if (failed) return failed;
    const known = values as readonly Value[];
    const grids = known.map(({ grid }) => grid);
    const rows = Math.max(...grids.map((grid) => grid.length));
    const columns = Math.max(...grids.map((grid) => grid[0]!.length));
    if (rows * columns > mostReckoned) return this.#failure("tooLarge", node);
    const grid = lift(grids, (...each) => compute(each));
    const like = known.find((each) => each.grid.length === rows && each.grid[0]!.length === columns);
    return { grid, cells: like?.cells };
  }

  /** One value of several: of cells the one in the formula's own row or column, of anything else the first. */
  #one(operand: Node, node: Node): Value | Failure {
    const value = this.value(operand);
    if (isFailure(value) || isSingle(value.grid)) return value;
    if (!value.cells || !value.isDirect) return { ...single(value.grid[0]![0]!), call: value.call };
    const { zone, values } = value.cells;
    const isRow = zone.top === zone.bottom;
    if (!isRow && zone.left !== zone.right) return this.#failure("expression", node);
    const [row, column] = isRow ? [0, this.from.column - zone.left] : [this.from.row - zone.top, 0];
    const isInside = row >= 0 && column >= 0 && row <= zone.bottom - zone.top && column <= zone.right - zone.left;
    return isInside ? single(toScalar(values[row]?.[column] ?? null)) : single(new CellError("#VALUE!"));
  }

  #call(node: Node, { name, definition, arguments: given }: Call): Value | Failure {
    const text = textOf(node, this.formula);
    const readers = definition?.readers ?? [];
    const followed = readers.flatMap(([argument], i): FollowedArgument[] => {
      const part = given[i];
      return part ? [{ argument, node: part, text: textOf(part, this.formula), value: this.value(part) }] : [];
    });
    const outcome = definition ? this.#answer(definition, followed) : ({ kind: "unknownFunction" } as const);
    this.calls.push({ node, name, text, arguments: followed, outcome });
    const grid = answerOf(outcome);
    return grid ? { grid, call: this.calls.length - 1 } : { why: "call", expression: text };
  }

  #answer(definition: NonNullable<Call["definition"]>, followed: readonly FollowedArgument[]): CallOutcome {
    for (const { argument, value } of followed) {
      if (isFailure(value)) return { kind: "notFollowed", argument, failure: value };
    }
    const known = followed as readonly (FollowedArgument & { readonly value: Value })[];
    for (const { argument, value } of known) {
      const error = firstError(value);
      if (error) return { kind: "passedOn", argument, call: value.call, ...error };
    }
    const steps: Step[] = [];
    let isTooLong = false;
    const trace = (step: Step) => {
      this.#steps += 1 + ("rows" in step ? step.rows.length / rowsPerStep : 0);
      if (this.#steps > mostSteps) {
        isTooLong = true;
        throw new Error("too many steps");
      }
      steps.push(step);
    };
    try {
      const values = definition.readers.map(([argument, reader]) => {
        const found = known.find((each) => each.argument === argument);
        return found ? passed(argument, reader, found.value.grid) : null;
      });
      return { kind: "answered", answer: call(definition, values, trace), steps };
    } catch (error) {
      return isTooLong ? { kind: "tooLong" } : { kind: "problem", problem: error as Problem };
    }
  }
}

/** Those that Excel does cell by cell, and that are the same for everyone. */
const arithmetic: ReadonlySet<string> = new Set(["+", "-", "*", "/", "^", "=", "<>", "<", ">", "<=", ">="]);

const single = (value: Scalar): Value => ({ grid: [[value]] });

/** All of the cells that are meant, those beyond what holds something blank; undefined where they are too many. */
function gridOf({ zone, values }: FoundCells): Grid | undefined {
  const [rows, columns] = [zone.bottom - zone.top + 1, zone.right - zone.left + 1];
  const blank = Array<Scalar>(columns).fill(null);
  const grid = Array<readonly Scalar[]>(rows).fill(blank);
  // A whole column is refused for its length, whatever it holds.
  if (Math.max(rows, columns) > mostCells) return grid;
  if (rows * columns > mostPassed) return undefined;
  values.forEach((row, r) => {
    grid[r] = Array.from({ length: columns }, (_, c) => toScalar(row[c] ?? null));
  });
  return grid;
}

function toScalar(value: Cells[number][number]): Scalar {
  return typeof value === "object" && value !== null ? new CellError(value.code as ErrorCode) : value;
}

/** What Excel passes: text bare and a number too where text is declared, "" for a blank cell; else a grid. */
function passed(argument: Argument, reader: Reader<unknown>, grid: Grid): unknown {
  if (!takesText(reader)) return grid;
  if (!isSingle(grid)) {
    throw new Problem("notOneValue", { argument, size: { rows: grid.length, columns: grid[0]!.length } });
  }
  const value = grid[0]![0]!;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** The first error value, row by row, and the cell that it stands in. */
function firstError({ grid, cells, isDirect }: Value): { readonly code: string; readonly at?: Place } | undefined {
  const rows = cells && isDirect ? cells.values.map((row) => row.map(toScalar)) : grid;
  for (const [r, row] of rows.entries()) {
    const c = row.findIndex((value) => value instanceof CellError);
    if (c < 0) continue;
    const { code } = row[c] as CellError;
    if (!cells || !isDirect) return { code };
    return { code, at: { sheet: cells.sheet, row: cells.zone.top + r, column: cells.zone.left + c } };
  }
  return undefined;
}

/** What a call gives to whatever it stands in; undefined where that is not known. */
function answerOf(outcome: CallOutcome): Grid | undefined {
  switch (outcome.kind) {
    case "answered":
      return outcome.answer.map((row) => row.map((value) => (value instanceof Problem ? errorOf(value) : value)));
    case "problem":
      return [[errorOf(outcome.problem)]];
    case "passedOn":
      return [[new CellError(outcome.code as ErrorCode)]];
    default:
      return undefined;
  }
}

export function errorOf(problem: Problem): CellError {
  return new CellError(problem.isAbsence ? "#N/A" : "#VALUE!");
}
