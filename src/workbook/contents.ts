/*
 * What a whole workbook holds, for whoever looks through all of it: formulas and values in blocks, as they were read,
 * and what only the host knows of the cells with a formula of ours.
 */
import { mayBeOurs } from "../xlsx/functionName";

/** A cell; rows and columns are counted from 0. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A rectangle of a sheet. */
export interface Block {
  readonly top: number;
  readonly left: number;
  /** Row by row: a formula in English with its equals sign; of any other cell its value, "" where it has none. */
  readonly formulas: readonly (readonly unknown[])[];
  /** Row by row: numbers, texts, TRUE and FALSE; a blank cell is "", an error its text. */
  readonly values: readonly (readonly unknown[])[];
}

/** A cell whose formula has a function of ours. */
export interface OwnCell {
  readonly row: number;
  readonly column: number;
  /** How many rows and columns its result fills, itself included. */
  readonly rows: number;
  readonly columns: number;
  /** Where its result has no room. */
  readonly blocked?: Blocked;
}

export interface Blocked {
  /** `table`: it stands in one, where no result of several cells can be shown; `edge`: the sheet ends too soon. */
  readonly why: "cells" | "table" | "merged" | "edge" | "unknown";
  /** The room that it needs, where the host tells. */
  readonly needs?: { readonly rows: number; readonly columns: number };
}

export interface SheetContents {
  readonly name: string;
  /** Cells of no block are blank. */
  readonly blocks: readonly Block[];
  readonly own: readonly OwnCell[];
  /** The control cell of a scenario's sheet, which counts the sheet's checks that fail. */
  readonly control?: { readonly row: number; readonly column: number };
}

export interface Contents {
  readonly sheets: readonly SheetContents[];
  /** Sheets with more cells than are read. */
  readonly unread: readonly { readonly sheet: string; readonly cells: number }[];
  /** Nothing is calculated until the user says so: what is shown may be old. */
  readonly isManual: boolean;
}

/** The cells of a block whose formulas may have a function of ours: what is in them is for others to read. */
export function ownIn({ top, left, formulas }: Block): { readonly row: number; readonly column: number }[] {
  const found: { row: number; column: number }[] = [];
  formulas.forEach((row, down) => {
    row.forEach((formula, across) => {
      if (isFormula(formula) && mayBeOurs.test(formula)) found.push({ row: top + down, column: left + across });
    });
  });
  return found;
}

export function isFormula(content: unknown): content is string {
  return typeof content === "string" && content.startsWith("=");
}
