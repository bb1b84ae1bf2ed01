/*
 * Calls the function of a formula again, with the values that its arguments have now: that gives the sentence that
 * the cell's error mark shows, and how many cells the result has. Arguments are followed where they are constants,
 * references and calls of ours; what only Excel can compute is not guessed.
 */
import { parse, parseA1Ref, tokenize, type AstExpression } from "@borgar/fx";
import { Problem } from "../../core/problem";
import { call } from "../../functions/call";
import * as definitions from "../../functions/definitions";
import { firstError } from "../../functions/read";
import type { Language } from "../../i18n/language";
import { problemSentence } from "../../i18n/problems";
import { CellError, type ErrorCode, type Grid, type Scalar } from "../../scenarios/evaluate/values";
import type { Zone } from "../../scenarios/zone";
import { functionName, isOurs } from "../../xlsx/functionName";
import type { SheetView } from "./sheet";

/** What a formula of ours comes to: a grid, in which an error may have a sentence. */
export type Evaluate = (view: SheetView, formula: string) => Grid | undefined;

const mostCells = 100_000;

/** Thrown where something would have to be guessed. */
class NotHere extends Error {}

export function evaluateOver(views: readonly SheetView[], language: Language): Evaluate {
  const sheets = new Map(views.map((view) => [view.name.toLowerCase(), view]));
  return (view, formula) => {
    try {
      return gridOf(parse(tokenize(formula, { mergeRefs: true, negativeNumbers: true })), view);
    } catch {
      // A formula that the parser does not read is one that is not followed.
      return undefined;
    }
  };

  function gridOf(node: AstExpression, home: SheetView): Grid {
    switch (node.type) {
      case "Literal":
        return [[node.value]];
      case "ReferenceIdentifier":
        return cellsOf(node.value, home, false);
      case "ArrayExpression":
        return node.elements.map((row) => row.map((element) => gridOf(element, home)[0]![0]!));
      case "UnaryExpression":
        return unary(node.operator, node.arguments[0]!, home);
      case "CallExpression":
        return callOf(node.callee.name, node.arguments, home);
      default:
        throw new NotHere();
    }
  }

  function unary(operator: string, operand: AstExpression, home: SheetView): Grid {
    if (operator === "#" && operand.type === "ReferenceIdentifier") return cellsOf(operand.value, home, true);
    const grid = gridOf(operand, home);
    // A formula that shows one cell of its result is still a call of which all of it can be told.
    if (operator === "@") return grid;
    const value = grid.length === 1 && grid[0]!.length === 1 ? grid[0]![0] : undefined;
    if (typeof value !== "number") throw new NotHere();
    if (operator === "%") return [[value / 100]];
    if (operator === "-") return [[-value]];
    throw new NotHere();
  }

  function callOf(name: string, args: readonly (AstExpression | null)[], home: SheetView): Grid {
    const known = functionName(name);
    const id = isOurs(known) ? known.slice("FINSAM.".length) : "";
    const definition = (definitions as unknown as Readonly<Record<string, definitions.Definition>>)[id];
    if (!definition) throw new NotHere();
    const values = args.map((arg) => arg && gridOf(arg, home));
    const passedOn = firstError(values) as CellError | undefined;
    if (passedOn) return [[passedOn]];
    try {
      return call(definition, values).map((row) => row.map((each) => (each instanceof Problem ? toError(each) : each)));
    } catch (problem) {
      return [[toError(problem as Problem)]];
    }
  }

  function toError(problem: Problem): CellError {
    return new CellError(problem.isAbsence ? "#N/A" : "#VALUE!", problemSentence(problem, language));
  }

  function cellsOf(address: string, home: SheetView, isSpill: boolean): Grid {
    const found = zoneOf(address);
    const view = found?.sheet === undefined ? home : sheets.get(found.sheet.toLowerCase());
    if (!found || !view) throw new NotHere();
    const zone = isSpill ? spillOf(view, found.zone) : found.zone;
    if ((zone.bottom - zone.top + 1) * (zone.right - zone.left + 1) > mostCells) throw new NotHere();
    return Array.from({ length: zone.bottom - zone.top + 1 }, (_, down) =>
      Array.from({ length: zone.right - zone.left + 1 }, (__, across) =>
        scalarAt(view, zone.top + down, zone.left + across),
      ),
    );
  }

  function spillOf(view: SheetView, { top, left }: Zone): Zone {
    const own = view.ownAt(top, left);
    if (!own) throw new NotHere();
    return { top, left, bottom: top + own.rows - 1, right: left + own.columns - 1 };
  }

  function scalarAt(view: SheetView, row: number, column: number): Scalar {
    const error = view.error(row, column);
    if (error !== undefined) return new CellError(error as ErrorCode);
    const value = view.value(row, column);
    return value === "" ? null : (value as Scalar);
  }
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
