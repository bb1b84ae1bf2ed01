/*
 * The user's own municipalities, or unions, read from what she has selected: names in one column, numbers in the
 * next, with or without a heading. Either all of it can be used, or nothing is and a problem names the cell.
 */
import type { Member } from "../scenarios/scenario";
import { toAddress, zoneAt } from "../scenarios/zone";
import { errorName } from "../workbook/errorName";
import type { Selection } from "../workbook/port";

/** What a sheet and its chart have room for; there are 290 municipalities in Sweden and 80 unions. */
export const mostMembers = 100;

export type MembersRead =
  | { readonly kind: "members"; readonly members: readonly Member[] }
  /** Nothing is selected that could be meant as members: the scenario's own figures stand. */
  | { readonly kind: "none" }
  /** Something is, but not two columns. */
  | { readonly kind: "notTwoColumns" }
  | { readonly kind: "unusable"; readonly problem: MembersProblem };

export type MembersProblem =
  | { readonly kind: "noName"; readonly address: string }
  /** `found` is what stands there in place of a name. */
  | { readonly kind: "notAName"; readonly address: string; readonly found: string }
  | { readonly kind: "twice"; readonly name: string; readonly address: string; readonly first: string }
  | { readonly kind: "noNumber"; readonly address: string; readonly name: string }
  | { readonly kind: "notANumber"; readonly address: string; readonly found: string }
  | { readonly kind: "negative"; readonly address: string }
  | { readonly kind: "allZero"; readonly address: string }
  | { readonly kind: "blankRow"; readonly row: number }
  | { readonly kind: "onlyHeading"; readonly address: string }
  | { readonly kind: "tooMany"; readonly count: number };

type Selected = Exclude<Selection, { readonly kind: "refused" }>;

export function readMembers(selection: Selected): MembersRead {
  if (selection.kind === "empty") return { kind: "none" };
  if (selection.kind === "notOneRange") return { kind: "notTwoColumns" };
  const { values } = selection;
  const width = values[0]?.length ?? 0;
  if (values.length * width <= 1) return { kind: "none" };
  if (width !== 2) return { kind: "notTwoColumns" };
  return readTable(selection);
}

function readTable({ top, left, values, rows: seen }: Extract<Selected, { kind: "cells" }>): MembersRead {
  const unusable = (problem: MembersProblem): MembersRead => ({ kind: "unusable", problem });
  const headings = isText(values[0]![1]) ? 1 : 0;
  const rows = values.slice(headings);
  const rowOf = (index: number) => seen?.[headings + index] ?? top + headings + index;
  const at = (index: number, column: number) => toAddress(zoneAt(rowOf(index), left + column));
  if (rows.length === 0) return unusable({ kind: "onlyHeading", address: at(-1, 1) });
  if (rows.length > mostMembers) return unusable({ kind: "tooMany", count: rows.length });

  const members: Member[] = [];
  const firstWith = new Map<string, string>();
  for (const [index, [name, weight]] of rows.entries()) {
    const [nameAt, weightAt] = [at(index, 0), at(index, 1)];
    if (isBlank(name) && isBlank(weight)) return unusable({ kind: "blankRow", row: rowOf(index) + 1 });
    if (isBlank(name)) return unusable({ kind: "noName", address: nameAt });
    if (!isText(name)) return unusable({ kind: "notAName", address: nameAt, found: String(name) });
    const trimmed = name.trim();
    const same = trimmed.toLocaleLowerCase("sv");
    const first = firstWith.get(same);
    if (first !== undefined) return unusable({ kind: "twice", name: trimmed, address: nameAt, first });
    firstWith.set(same, nameAt);
    if (isBlank(weight)) return unusable({ kind: "noNumber", address: weightAt, name: trimmed });
    if (typeof weight !== "number") {
      return unusable({ kind: "notANumber", address: weightAt, found: String(weight) });
    }
    if (weight < 0) return unusable({ kind: "negative", address: weightAt });
    members.push({ name: trimmed, weight });
  }
  if (members.every(({ weight }) => weight === 0)) return unusable({ kind: "allZero", address: at(0, 1) });
  return { kind: "members", members };
}

function isBlank(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === "string" && value.trim() === "");
}

/** An error arrives as its text, and is none. */
function isText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "" && errorName(value) === undefined;
}
