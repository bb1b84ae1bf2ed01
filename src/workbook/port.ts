/*
 * The one door to a live spreadsheet. Pane and ribbon reach a workbook through this and nothing else: Excel is
 * behind it in office.ts, the workbench's grid behind `window.finsamWorkbook` of the page around the pane
 * (connect.ts). Implementations answer with data; a promise that rejects is a defect, not an outcome.
 */
import type { LaidOutSheet } from "../scenarios/layout";
import type { SheetAddress } from "./address";
import type { WorkbookReader } from "./reading";
import type { WholeWorkbook } from "./wholeWorkbook";

export interface Workbook extends WholeWorkbook, WorkbookReader {
  /**
   * Puts a formula into the active cell. Reads the cell and the cells the result will fill in the same turn, and
   * writes nothing where that would overwrite or break something, unless told to replace the cell's content.
   */
  insertFormula(request: Insertion): Promise<Outcome>;
  /** Adds the sheet with all that is on it and shows it; or nothing is left of it. A taken name gets a number. */
  insertSheet(sheet: LaidOutSheet): Promise<SheetOutcome>;
  /** What is selected, and what stands there. */
  selection(): Promise<Selection>;
  /** What is selected, as a formula refers to it: relative; of whole columns or rows the part that holds something. */
  selectedReference(): Promise<SelectedReference>;
}

export interface Insertion {
  /**
   * English, with commas and decimal points: "=FINSAM.SPLIT(7348,,1)". Or what gives it for the cell that it will
   * stand in, or refuses that cell.
   */
  readonly formula: string | ((cell: SheetAddress) => string | Circular);
  /** How many rows and columns the result fills, the active cell included. */
  readonly size: { readonly rows: number; readonly columns: number };
  /**
   * The cell whose content the user has agreed to overwrite, as `cellTaken` named it. It is no agreement about
   * another cell that has become active since. The cells beside it are never overwritten.
   */
  readonly replace: string | undefined;
}

/** Addresses are without the sheet's name and without dollar signs: "B4", "B4:B6". */
export type Outcome =
  /** `address` is the area that the result fills; `error` what its first cell shows, where that is an error. */
  | { readonly kind: "inserted"; readonly address: string; readonly error?: string }
  /** The active cell has content, and is not the one to replace; `cell` tells it from those of other sheets. */
  | { readonly kind: "cellTaken"; readonly address: string; readonly cell: string }
  /** The active cell may be written, but the result has no room: `address` is the area it needs. */
  | { readonly kind: "spillTaken"; readonly address: string }
  /** The active cell is in a table, where no result of more than one cell can be shown. */
  | { readonly kind: "inTable"; readonly address: string }
  | Circular
  | Refused<"editing" | "protected" | "other">;

/** The formula uses the very cell that it would stand in: `area` is what it refers to. */
export interface Circular {
  readonly kind: "circular";
  readonly address: string;
  readonly area: string;
}

/** The host would not; `message` is what the host itself says. */
export interface Refused<Reason> {
  readonly kind: "refused";
  readonly reason: Reason;
  readonly message: string;
}

export type SheetOutcome =
  /** `name` is what the sheet is called, with its number where the name was taken. */
  | { readonly kind: "sheetInserted"; readonly name: string }
  | (Refused<SheetRefusal> & {
      /** A sheet that could not be taken away again, by its name. */
      readonly left?: string;
    });

export type SheetRefusal = "editing" | "protected" | "tooOld" | "other";

export type Selection =
  /** One range; what is given is the part of it that holds something. */
  | {
      readonly kind: "cells";
      /** Rows and columns are counted from 0, on the sheet. */
      readonly top: number;
      readonly left: number;
      /** Row by row: numbers, texts, TRUE and FALSE; a blank cell is "", an error its text. */
      readonly values: readonly (readonly unknown[])[];
      /** Which row each is, where a filter or the user has hidden others between them: those are not what she sees. */
      readonly rows?: readonly number[];
    }
  /** Nothing stands in what is selected. */
  | { readonly kind: "empty" }
  /** Several ranges, a chart, or more than can be read at once. */
  | { readonly kind: "notOneRange" }
  | Refused<"editing" | "other">;

export type SelectedReference =
  | ({ readonly kind: "reference" } & SheetAddress)
  /** Whole columns or rows with nothing in them. */
  | { readonly kind: "empty" }
  | { readonly kind: "notOneRange" }
  | Refused<"editing" | "other">;

declare global {
  interface Window {
    /** Set by a page of the same origin that shows the pane in a frame: the workbook beside it. */
    finsamWorkbook?: Workbook;
  }
}
