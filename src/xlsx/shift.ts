/*
 * Where cells are after rows or columns have been inserted or removed, or cells cut and pasted, and what formulas
 * that refer to them say then.
 */
import { parseA1Ref, stringifyA1Ref } from "@borgar/fx/xlsx";
import { columnOf, contains, keyOf, maxColumns, maxRows, rowOf, type Area } from "./area";
import { rewriteReferences } from "./references";

/** What was done to a sheet, in its own rows and columns at that time. */
export type Shift =
  | { readonly kind: "inserted"; readonly of: Dimension; readonly at: number; readonly count: number }
  | { readonly kind: "removed"; readonly of: Dimension; readonly numbers: readonly number[] }
  | { readonly kind: "moved"; readonly area: Area; readonly rows: number; readonly columns: number };
type Dimension = "rows" | "columns";

/** Where a cell is now; undefined where it was removed. */
export function shiftKey(key: number, shifts: readonly Shift[]): number | undefined {
  const [row, column] = [rowOf(key), columnOf(key)];
  const area = shiftArea({ top: row, left: column, bottom: row, right: column }, shifts);
  return area && keyOf(area.top, area.left);
}

export function shiftArea(area: Area, shifts: readonly Shift[]): Area | undefined {
  return shifts.reduce<Area | undefined>((each, shift) => each && shifted(each, shift), area);
}

function shifted(area: Area, shift: Shift): Area | undefined {
  if (shift.kind === "moved") {
    const { area: from, rows, columns } = shift;
    if (!contains(from, area.top, area.left) || !contains(from, area.bottom, area.right)) return area;
    const { top, left, bottom, right } = area;
    return { top: top + rows, left: left + columns, bottom: bottom + rows, right: right + columns };
  }
  const isRows = shift.of === "rows";
  const [first, last, most] = isRows ? [area.top, area.bottom, maxRows] : [area.left, area.right, maxColumns];
  // Whole columns have all rows, whatever is inserted.
  if (first === 0 && last === most - 1) return area;
  const [from, to] = shift.kind === "inserted" ? grown(first, last, shift) : shrunk(first, last, shift.numbers);
  if (from > to || from >= most) return undefined;
  const end = Math.min(to, most - 1);
  return isRows ? { ...area, top: from, bottom: end } : { ...area, left: from, right: end };
}

function grown(first: number, last: number, { at, count }: { at: number; count: number }): [number, number] {
  return [first >= at ? first + count : first, last >= at ? last + count : last];
}

function shrunk(first: number, last: number, numbers: readonly number[]): [number, number] {
  const before = numbers.filter((number) => number < first).length;
  const until = numbers.filter((number) => number <= last).length;
  return [first - before, last - until];
}

export interface Shifts {
  /** Of the sheet that the formula stands on; undefined for a name, whose references say their sheets. */
  readonly own?: readonly Shift[];
  /** Of another sheet, by its name. */
  readonly of: (sheet: string) => readonly Shift[];
}

/** The formula as it is when what it refers to has been shifted; what is gone is #REF!. */
export function shiftFormula(formula: string, { own, of }: Shifts): string {
  return rewriteReferences(formula, (reference, kind) => {
    if (kind !== "area") return undefined;
    const found = parseA1Ref(reference);
    if (!found || !("range" in found) || found.workbookName) return undefined;
    const shifts = found.sheetName ? of(found.sheetName) : own;
    if (!shifts || shifts.length === 0) return undefined;
    const { range } = found;
    const area = {
      top: range.top ?? 0,
      left: range.left ?? 0,
      bottom: range.bottom ?? maxRows - 1,
      right: range.right ?? maxColumns - 1,
    };
    // Of a name what is not fixed means another cell in every place.
    const isFixed =
      own !== undefined || (isFixedOrWhole(range.$top, range.top) && isFixedOrWhole(range.$left, range.left));
    const now = isFixed ? shiftArea(area, shifts) : area;
    if (!now) return "#REF!";
    if (now.top === area.top && now.left === area.left && now.bottom === area.bottom && now.right === area.right) {
      return undefined;
    }
    const kept = <T>(before: T, after: number) => (before === null || before === undefined ? before : after);
    const moved = {
      ...range,
      top: kept(range.top, now.top) ?? null,
      left: kept(range.left, now.left) ?? null,
      bottom: kept(range.bottom, now.bottom) ?? null,
      right: kept(range.right, now.right) ?? null,
    };
    return reference.slice(0, reference.lastIndexOf("!") + 1) + stringifyA1Ref({ range: moved });
  });
}

function isFixedOrWhole(isFixed: boolean | null | undefined, number: number | null | undefined): boolean {
  return (isFixed ?? false) || number === null || number === undefined;
}
