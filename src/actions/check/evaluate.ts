/*
 * Calls the function of a formula again, with the values that its arguments have now: that gives what the cell's
 * error mark tells, and how many cells the result has. Arguments are followed where they are constants,
 * references and calls of ours; what only Excel can compute is not guessed.
 */
import { parse, parseA1Ref, tokenize, type AstExpression } from "@borgar/fx";
import { Problem } from "../../core/problem";
import { call } from "../../functions/call";
import * as definitions from "../../functions/definitions";
import { firstError } from "../../functions/read";
import { CellError, type ErrorCode, type Grid, type Scalar } from "../../scenarios/evaluate/values";
import { countOf, zoneAt, type Zone } from "../../scenarios/zone";
import { functionName, isOurs } from "../../xlsx/functionName";
import type { SheetView } from "./sheet";

/** What a formula of ours comes to: a grid, in which an error of ours has its problem; undefined where it is not known. */
export type Evaluate = (view: SheetView, formula: string) => Grid | undefined;

const mostCells = 100_000;

/** An error that a function of ours gives, with what it is about. */
export class ToldError extends CellError {
  constructor(readonly problem: Problem) {
    super(problem.isAbsence ? "#N/A" : "#VALUE!");
  }
}

/** Thrown where something would have to be guessed. */
class NotHere extends Error {}

export function evaluateOver(sheets: ReadonlyMap<string, SheetView>): Evaluate {
  return (home, formula) => {
    try {
      const tree = parse(tokenize(formula, { mergeRefs: true, negativeNumbers: true }));
      return new Evaluation(home, sheets).gridOf(tree);
    } catch {
      // A formula that the parser does not read is one that is not followed.
      return undefined;
    }
  };
}

/** One formula being evaluated; throws where that cannot be done. */
class Evaluation {
  constructor(
    private readonly home: SheetView,
    private readonly sheets: ReadonlyMap<string, SheetView>,
  ) {}

  gridOf(node: AstExpression): Grid {
    switch (node.type) {
      case "Literal":
        return [[node.value]];
      case "ReferenceIdentifier":
        return this.#cellsOf(node.value, false);
      case "ArrayExpression":
        return node.elements.map((row) => row.map((element) => this.gridOf(element)[0]![0]!));
      case "UnaryExpression":
        return this.#unary(node.operator, node.arguments[0]!);
      case "CallExpression":
        return this.#callOf(node.callee.name, node.arguments);
      default:
        throw new NotHere();
    }
  }

  #unary(operator: string, operand: AstExpression): Grid {
    if (operator === "#" && operand.type === "ReferenceIdentifier") return this.#cellsOf(operand.value, true);
    const grid = this.gridOf(operand);
    // A formula that shows one cell of its result is still a call of which all of it can be told.
    if (operator === "@") return grid;
    const value = grid.length === 1 && grid[0]!.length === 1 ? grid[0]![0] : undefined;
    if (typeof value !== "number") throw new NotHere();
    if (operator === "%") return [[value / 100]];
    if (operator === "-") return [[-value]];
    throw new NotHere();
  }

  #callOf(name: string, args: readonly (AstExpression | null)[]): Grid {
    const known = functionName(name);
    const id = isOurs(known) ? known.slice("FINSAM.".length) : "";
    const definition = (definitions as unknown as Readonly<Record<string, definitions.Definition>>)[id];
    if (!definition) throw new NotHere();
    const values = args.map((arg) => arg && this.gridOf(arg));
    const passedOn = firstError(values) as CellError | undefined;
    if (passedOn) return [[passedOn]];
    try {
      return call(definition, values).map((row) =>
        row.map((each) => (each instanceof Problem ? new ToldError(each) : each)),
      );
    } catch (problem) {
      return [[new ToldError(problem as Problem)]];
    }
  }

  #cellsOf(address: string, isSpill: boolean): Grid {
    const found = zoneOf(address);
    const view = found?.sheet === undefined ? this.home : this.sheets.get(found.sheet.toLowerCase());
    if (!found || !view) throw new NotHere();
    const zone = isSpill ? spillOf(view, found.zone) : found.zone;
    if (countOf(zone) > mostCells) throw new NotHere();
    return Array.from({ length: zone.bottom - zone.top + 1 }, (_, down) =>
      Array.from({ length: zone.right - zone.left + 1 }, (__, across) =>
        scalarAt(view, zone.top + down, zone.left + across),
      ),
    );
  }
}

function spillOf(view: SheetView, { top, left }: Zone): Zone {
  const own = view.ownAt(top, left);
  if (!own) throw new NotHere();
  return zoneAt(top, left, own);
}

function scalarAt(view: SheetView, row: number, column: number): Scalar {
  const error = view.error(row, column);
  if (error !== undefined) return new CellError(error as ErrorCode);
  const value = view.value(row, column);
  return value === "" ? null : (value as Scalar);
}

/** An address with its sheet, as "'Budget 2021'!$B$4:$C$9"; undefined where it is none, or a whole column or row. */
export function zoneOf(address: string): { readonly sheet?: string; readonly zone: Zone } | undefined {
  const found = parseA1Ref(address);
  if (!found || !("range" in found)) return undefined;
  // In Excel's words "[Budget.xlsx]Blad1" is another workbook's sheet.
  const [sheet, another] = (found.context ?? []) as readonly string[];
  if (another !== undefined) return undefined;
  const { top, left, bottom = top, right = left } = found.range;
  if (![top, left, bottom, right].every((edge) => typeof edge === "number")) return undefined;
  return { ...(sheet !== undefined && { sheet }), zone: { top: top!, left: left!, bottom: bottom!, right: right! } };
}
