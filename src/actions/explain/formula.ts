/*
 * A formula read for being explained: its parts as the parser has them, each with its own text, and what it refers
 * to as the workbook is asked for it.
 */
import { parse, parseA1Ref, parseStructRef, tokenize, type AstExpression } from "@borgar/fx";
import * as definitions from "../../functions/definitions";
import type { Definition } from "../../functions/definitions";
import type { Reference } from "../../workbook/reading";
import { maxColumns, maxRows } from "../../xlsx/area";
import { functionName } from "../../xlsx/functionName";
import { asTyped as withOwnNames } from "../ownFormula";

export type Node = AstExpression;

/** The functions by their names in a formula, without the namespace. */
export type FunctionName = keyof typeof definitions;

const prefix = "FINSAM.";

/** A formula as its user knows it: without the words that a workbook stores in front of other names either. */
export function asTyped(formula: string): string {
  return withOwnNames(formula).replace(/_xl(?:fn|ws|pm)\./gi, "");
}

/** More than a formula of Excel's can have: characters, and parts within parts. */
const longest = 8192;
const deepest = 256;

/** The formula's parts; undefined where it is none that Excel would take. */
export function read(formula: string): Node | undefined {
  if (formula.length > longest) return undefined;
  try {
    const node = parse(tokenize(formula, { mergeRefs: true, negativeNumbers: true, withLocation: true }));
    return isWithin(node, deepest) ? node : undefined;
  } catch {
    return undefined;
  }
}

function isWithin(node: Node, levels: number): boolean {
  return levels > 0 && childrenOf(node).every((child) => isWithin(child, levels - 1));
}

export interface Call {
  /** What the user calls it, in capitals; a name that we do not have where there is no definition. */
  readonly name: string;
  readonly definition: Definition | undefined;
  readonly arguments: readonly (Node | null)[];
}

/** The call of a function of ours that a part is; undefined where it is something else. */
export function callIn(node: Node): Call | undefined {
  if (node.type !== "CallExpression") return undefined;
  const name = functionName(node.callee.name);
  if (!name.startsWith(prefix)) return undefined;
  const id = name.slice(prefix.length);
  const definition = (definitions as unknown as Readonly<Record<string, Definition | undefined>>)[id];
  return { name: id, definition, arguments: node.arguments };
}

/** The parts that a part is made of. */
export function childrenOf(node: Node): readonly Node[] {
  switch (node.type) {
    case "CallExpression":
    case "UnaryExpression":
    case "BinaryExpression":
      return node.arguments.filter((each) => each !== null);
    case "LetExpression":
      return [...node.declarations.flatMap(({ init }) => (init ? [init] : [])), ...(node.body ? [node.body] : [])];
    case "LambdaExpression":
      return node.body ? [node.body] : [];
    default:
      return [];
  }
}

/** Whether a call of ours is anywhere in a part. */
export function holdsCall(node: Node): boolean {
  return callIn(node) !== undefined || childrenOf(node).some(holdsCall);
}

/** Each part that refers to cells, with what the workbook is asked for it; not those that only Excel reckons with. */
export function referencesIn(node: Node): readonly (readonly [Node, Reference | Unfollowed])[] {
  const reference = referenceIn(node);
  if (reference !== undefined) return [[node, reference]];
  const isFollowed = node.type !== "CallExpression" || callIn(node) !== undefined || isOne(node);
  return childrenOf(node).flatMap((child) => (isFollowed || holdsCall(child) ? referencesIn(child) : []));
}

/** One value of several: @B4:B9, which a workbook stores as SINGLE(B4:B9). */
export function isOne(node: Node): boolean {
  if (node.type === "UnaryExpression") return node.operator === "@";
  return node.type === "CallExpression" && functionName(node.callee.name) === "SINGLE";
}

/** A part as it stands in the formula. */
export function textOf(node: Node, formula: string): string {
  const [start, end] = spanOf(node);
  return formula.slice(start, end);
}

/** Signs stand outside of what they belong to, and not all parts say where they begin. */
function spanOf(node: Node): readonly [number, number] {
  const spans = [node.loc ?? [Infinity, -Infinity], ...childrenOf(node).map(spanOf)] as [number, number][];
  return [Math.min(...spans.map(([start]) => start)), Math.max(...spans.map(([, end]) => end))];
}

/** Why a reference cannot be followed. */
export type Unfollowed = "otherWorkbook" | "severalSheets" | "unreadable";

/** What the workbook is asked for where a part refers to cells; undefined where it is no reference. */
function referenceIn(node: Node): Reference | Unfollowed | undefined {
  if (node.type === "ReferenceIdentifier") return referenceOf(node.value, node.kind === "table");
  // B4#, which a workbook stores as ANCHORARRAY(B4).
  const anchor =
    (node.type === "UnaryExpression" && node.operator === "#") ||
    (node.type === "CallExpression" && functionName(node.callee.name) === "ANCHORARRAY")
      ? node.arguments[0]
      : undefined;
  if (!anchor) return undefined;
  const cell = referenceIn(anchor);
  if (typeof cell !== "object") return cell;
  if (cell.kind !== "cells") return "unreadable";
  return { kind: "spill", sheet: cell.sheet, row: cell.zone.top, column: cell.zone.left };
}

function referenceOf(text: string, isTable: boolean): Reference | Unfollowed {
  if (isTable) {
    const found = parseStructRef(text);
    if (!found) return "unreadable";
    const { table = "", columns = [], sections = [], context = [] } = found;
    return context.length > 0 ? "otherWorkbook" : { kind: "table", table, columns, sections };
  }
  const found = parseA1Ref(text);
  if (!found) return "unreadable";
  const { context = [] } = found;
  const sheet = context[context.length - 1];
  if (context.length > 1) return "otherWorkbook";
  if (sheet?.includes(":")) return "severalSheets";
  if ("name" in found) return { kind: "name", sheet, name: found.name };
  const { top, left, bottom, right, trim } = found.range;
  if (trim) return "unreadable";
  return {
    kind: "cells",
    sheet,
    zone: { top: top ?? 0, left: left ?? 0, bottom: bottom ?? maxRows - 1, right: right ?? maxColumns - 1 },
  };
}
