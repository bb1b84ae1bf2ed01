/*
 * Which part of each call's answer the explained cell comes from, from the outermost call inwards: a year of a plan
 * comes from the same year of what the plan is made from.
 */
import type { Argument } from "../../core/problem";
import type { Step } from "../../core/trace";
import { functionName } from "../../xlsx/functionName";
import { isFailure, type FollowedCall } from "./follow";
import { callIn, childrenOf, isOne, type Node } from "./formula";

/** A row and a column of an answer, from 0; what is not known is left out. */
export interface Spot {
  readonly row?: number | undefined;
  readonly column?: number | undefined;
}

/** The line and the year of a result, as its steps count them. */
export function lineAndYear(steps: readonly Step[], { row, column }: Spot): { line?: number; year?: number } {
  const turned = steps.some(({ where }) => where.turned);
  const [line, year] = turned ? [column, row] : [row, column];
  return { ...(line !== undefined && { line }), ...(year !== undefined && { year }) };
}

/** The call that another is an argument of, however deep in it. */
export interface Within {
  readonly call: number;
  readonly argument: Argument;
}

export interface Placed {
  readonly spot: Spot;
  readonly within?: Within | undefined;
}

/** Where each call's part of the cell at a spot of the whole formula's result is. */
export function placeCalls(calls: readonly FollowedCall[], whole: Node, spot: Spot): readonly Placed[] {
  const placed: Placed[] = calls.map(() => ({ spot: {} }));
  const settle = (node: Node, at: Spot, within?: Within): void => {
    for (const { node: inner, at: found } of callsIn(node, at)) {
      const number = calls.findIndex((each) => each.node === inner);
      const call = calls[number];
      if (!call) continue;
      const answered = withinAnswer(call, found);
      placed[number] = { spot: answered, within };
      const steps = call.outcome.kind === "answered" ? call.outcome.steps : [];
      for (const { argument, node: part, value } of call.arguments) {
        const size = isFailure(value) ? undefined : { rows: value.grid.length, columns: value.grid[0]!.length };
        settle(part, size ? spotIn(call.name, argument, size, answered, steps) : {}, { call: number, argument });
      }
    }
  };
  settle(whole, spot);
  return placed;
}

/** Of an answer with a single row or column that one is meant, wherever in a table the cell is. */
function withinAnswer({ outcome }: FollowedCall, { row, column }: Spot): Spot {
  if (outcome.kind !== "answered") return {};
  const [rows, columns] = [outcome.answer.length, outcome.answer[0]!.length];
  const isIn = (index: number | undefined, count: number) => (index !== undefined && index < count ? index : undefined);
  return { row: rows === 1 ? 0 : isIn(row, rows), column: columns === 1 ? 0 : isIn(column, columns) };
}

/** Functions of Excel's that answer cell by cell from their first argument. */
const cellByCell: ReadonlySet<string> = new Set(["IFERROR", "IFNA", "ROUND", "ROUNDUP", "ROUNDDOWN", "INT", "ABS"]);

/** The outermost calls in a part, and where in their answers the cell at a spot of the part comes from. */
function callsIn(node: Node, at: Spot): readonly { readonly node: Node; readonly at: Spot }[] {
  if (callIn(node)) return [{ node, at }];
  const inAll = (spot: Spot) => childrenOf(node).flatMap((child) => callsIn(child, spot));
  if (isOne(node)) return inAll({ row: 0, column: 0 });
  if (node.type === "UnaryExpression" || node.type === "BinaryExpression") return inAll(at);
  if (node.type !== "CallExpression") return inAll({});
  const name = functionName(node.callee.name);
  const [first, ...others] = node.arguments;
  const spot = cellByCell.has(name) ? at : name === "INDEX" ? indexed(others) : {};
  return [first, ...others].flatMap((part, i) => (part ? callsIn(part, i === 0 ? spot : {}) : []));
}

/** INDEX of a table by numbers; by one number of a list, whichever way it lies. */
function indexed([row, column]: readonly (Node | null | undefined)[]): Spot {
  const number = (part: Node | null | undefined) =>
    part?.type === "Literal" && typeof part.value === "number" && part.value >= 1 ? part.value - 1 : undefined;
  return column === undefined
    ? { row: number(row), column: number(row) }
    : { row: number(row), column: number(column) };
}

const byCell: ReadonlySet<Argument> = new Set<Argument>(["contribution", "income", "year"]);
const byCellInAll: ReadonlySet<string> = new Set(["YEARSTOCAP", "RATETOCAP"]);
const byColumn: ReadonlySet<Argument> = new Set<Argument>([
  "stateOffer",
  "regionOffer",
  "municipalOffers",
  "state",
  "region",
  "municipal",
]);

/** Where in an argument's values a spot of the answer comes from; anywhere, where nothing is said. */
function spotIn(
  name: string,
  argument: Argument,
  { rows, columns }: { readonly rows: number; readonly columns: number },
  spot: Spot,
  steps: readonly Step[],
): Spot {
  if (rows === 1 && columns === 1) return { row: 0, column: 0 };
  if (byCell.has(argument) || byCellInAll.has(name)) return spot;
  const { line, year } = lineAndYear(steps, spot);
  if (byColumn.has(argument)) return { column: columns === 1 ? 0 : year };
  if (argument !== "amount") return {};
  const index = name === "ESCALATE" ? line : year;
  return rows === 1 ? { row: 0, column: index } : { row: index, column: 0 };
}
