/*
 * What is read of a workbook to explain a cell: the cell, what fills it, and the values of what its formula refers
 * to. Part of the port (port.ts); Excel's side is in officeReading.ts, the grid's in src/workbench/reading.ts.
 */
import type { Zone } from "../scenarios/zone";
import type { Refused } from "./port";

/** What a cell holds: null where it is blank, an error by its code. */
export type CellValue = number | string | boolean | { readonly code: string } | null;
export type Cells = readonly (readonly CellValue[])[];

/** Rows and columns count from 0. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export interface WorkbookReader {
  /** The active cell, and the formula that fills it. */
  activeCell(): Promise<ActiveCell | Refused<"editing" | "other">>;
  /**
   * What references of a formula in `from` mean, and the values there, each answer in its request's place. However
   * many they are, their values are read at once.
   */
  readReferences(
    references: readonly Reference[],
    from: Place,
  ): Promise<readonly ReferenceAnswer[] | Refused<"editing" | "tooLarge" | "other">>;
  /** Calls the listener each time another cell or sheet becomes active; what is returned ends that. */
  onSelectionChange(listener: () => void): () => void;
}

export interface ActiveCell {
  readonly kind: "cell";
  readonly place: Place;
  readonly value: CellValue;
  /** The value as the cell shows it, in the cell's own format. */
  readonly text: string;
  /** The formula that fills the cell, its own or that of a cell beside; none where it holds a constant or nothing. */
  readonly source?: {
    /** In English, with commas and decimal points. */
    readonly formula: string;
    /** What the formula fills; it stands in the first cell. */
    readonly zone: Zone;
  };
}

export type Reference =
  /** Cells; whole columns and rows reach to the end of the sheet. The formula's own sheet where none is named. */
  | { readonly kind: "cells"; readonly sheet?: string | undefined; readonly zone: Zone }
  /** All that the formula in a cell fills: B4#. */
  | { readonly kind: "spill"; readonly sheet?: string | undefined; readonly row: number; readonly column: number }
  /** A name of the workbook or of a sheet, or a table by itself. */
  | { readonly kind: "name"; readonly sheet?: string | undefined; readonly name: string }
  /** Part of a table; the one that the formula stands in where none is named. */
  | {
      readonly kind: "table";
      readonly table: string;
      readonly columns: readonly string[];
      /** "all", "headers", "data", "totals" or "this row"; none: the data. */
      readonly sections: readonly string[];
    };

export type ReferenceAnswer =
  | {
      readonly kind: "cells";
      readonly sheet: string;
      /** All of what is meant; of whole columns, to the last row there is. */
      readonly zone: Zone;
      /** From the first row and column of the zone; blank rows and columns at its end are left out. */
      readonly values: Cells;
      /** What stands to the left of it in the same rows, and above it in the same columns, as far as is worth looking. */
      readonly left: Cells;
      readonly above: Cells;
    }
  /** A name that stands for no cells: the formula behind it, "=0.1". */
  | { readonly kind: "formula"; readonly formula: string }
  /** There is no such sheet, name, table or column, or nothing is filled from the cell. */
  | { readonly kind: "missing" };

/** More cells than these are not read to explain one. */
export const mostCellsRead = 100_000;

/** How far to the left of cells, and above them, their names are looked for. */
export const namesWithin = 8;

/** The part of a zone's left and upper neighbourhood that is on the sheet; undefined where there is none. */
export function leftOf({ top, left, bottom }: Zone): Zone | undefined {
  return left === 0 ? undefined : { top, bottom, left: Math.max(0, left - namesWithin), right: left - 1 };
}

export function aboveOf({ top, left, right }: Zone): Zone | undefined {
  return top === 0 ? undefined : { left, right, top: Math.max(0, top - namesWithin), bottom: top - 1 };
}

/** The values of a part of a zone, from the zone's own first cell. */
export function fromItsStart(values: Cells, part: Zone, { top, left }: Zone): Cells {
  const before = Array<CellValue>(part.left - left).fill(null);
  const width = before.length + (values[0]?.length ?? 0);
  const blank = Array<CellValue>(width).fill(null);
  return [...Array<Cells[number]>(part.top - top).fill(blank), ...values.map((row) => [...before, ...row])];
}
