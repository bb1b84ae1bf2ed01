/*
 * The one door to a live spreadsheet. Pane and ribbon reach a workbook through this and nothing else: Excel is
 * behind it in office.ts, the workbench's grid behind `window.finsamWorkbook` of the page around the pane
 * (connect.ts). Implementations answer with data; a promise that rejects is a defect, not an outcome.
 */
export interface Workbook {
  /**
   * Puts a formula into the active cell. Reads the cell and the cells the result will fill in the same turn, and
   * writes nothing where that would overwrite or break something, unless told to replace the cell's content.
   */
  insertFormula(request: Insertion): Promise<Outcome>;
}

export interface Insertion {
  /** English, with commas and decimal points: "=FINSAM.SPLIT(7348,,1)". */
  readonly formula: string;
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
  /** `address` is the area that the result fills. */
  | { readonly kind: "inserted"; readonly address: string }
  /** The active cell has content, and is not the one to replace; `cell` tells it from those of other sheets. */
  | { readonly kind: "cellTaken"; readonly address: string; readonly cell: string }
  /** The active cell may be written, but the result has no room: `address` is the area it needs. */
  | { readonly kind: "spillTaken"; readonly address: string }
  /** The active cell is in a table, where no result of more than one cell can be shown. */
  | { readonly kind: "inTable"; readonly address: string }
  /** The host would not write; `message` is what the host itself says. */
  | { readonly kind: "refused"; readonly reason: "editing" | "protected" | "other"; readonly message: string };

declare global {
  interface Window {
    /** Set by a page of the same origin that shows the pane in a frame: the workbook beside it. */
    finsamWorkbook?: Workbook;
  }
}
