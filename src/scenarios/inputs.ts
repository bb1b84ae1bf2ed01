/*
 * The input cells of a plan, each with a key that stays the same whatever else the plan holds: in another language,
 * with other figures, with a member more or less. What a user has typed is kept by key.
 */
import { layOut, type LaidOutSheet, type PlacedCell } from "./layout";
import type { Block, Cell, Row, SheetPlan } from "./plan";

export interface Input {
  readonly key: string;
  readonly cell: Cell;
  readonly placed: PlacedCell;
}

export interface InputRow {
  readonly block: Block;
  readonly row: Row;
  /** Where the row is on the sheet, and the heading of its block, from 0. */
  readonly at: number;
  readonly top: number;
  /** The member whose row it is. */
  readonly member?: string;
  readonly inputs: readonly Input[];
}

export interface Inputs {
  readonly plan: SheetPlan;
  readonly sheet: LaidOutSheet;
  /** The rows that have inputs. */
  readonly rows: readonly InputRow[];
  readonly byKey: ReadonlyMap<string, Input>;
}

/** `members` are the ids of the plan's members, in its order. */
export function inputsOf(plan: SheetPlan, members: readonly string[]): Inputs {
  const sheet = layOut(plan);
  // In the order of the plan's own cells.
  const placed = sheet.cells.filter(({ role }) => role === "input");
  const counts = new Map<string, number>();
  let next = 0;
  const rows = plan.blocks.flatMap((block, index) =>
    block.rows.flatMap((row): InputRow[] => {
      const member = row.member === undefined ? undefined : members[row.member];
      const inputs = inputCells(row).map((cell): Input => {
        return { key: keyOf(cell, member, counts), cell, placed: placed[next++]! };
      });
      if (inputs.length === 0) return [];
      const place = { at: inputs[0]!.placed.row, top: sheet.bands[index]!.top };
      return [{ block, row, ...place, ...(member !== undefined && { member }), inputs }];
    }),
  );
  return { plan, sheet, rows, byKey: new Map(rows.flatMap(({ inputs }) => inputs.map((each) => [each.key, each]))) };
}

/** A cell's own name; or its area, and in that its member, or how many cells come before it. */
function keyOf({ name, area = "" }: Cell, member: string | undefined, counts: Map<string, number>): string {
  if (name !== undefined) return name;
  const group = member === undefined ? area : memberKey(area, member);
  const count = counts.get(group) ?? 0;
  counts.set(group, count + 1);
  return member !== undefined && count === 0 ? group : `${group}.${count}`;
}

export function memberKey(area: string, member: string): string {
  return `${area}@${member}`;
}

function inputCells({ label, cells }: Row): readonly Cell[] {
  return [label, ...cells].filter((cell): cell is Cell => isInput(cell));
}

export function isInput(cell: Row["label"] | Cell | null): cell is Cell {
  return cell !== null && typeof cell === "object" && cell.role === "input";
}
