/*
 * A sheet that is looked through: what stands in a cell, whether somebody typed it, and what it is called.
 */
import type { Zone } from "../../scenarios/zone";
import { errorName } from "../../workbook/errorName";
import { isFormula, type Block, type OwnCell, type SheetContents } from "../../workbook/contents";
import { readOwnFormula, type OwnFormula } from "../ownFormula";

/** A cell with functions of ours, and its formula as it was read. */
export interface Own extends OwnCell {
  readonly formula: OwnFormula;
  readonly text: string;
}

/** More columns than any sheet has. */
const width = 16_384;

/** Lets others have their turn, now and then; rejects where all is to end. */
export type Pause = () => Promise<void>;

const formulasBetweenPauses = 2000;

export class SheetView {
  readonly own: Own[] = [];
  readonly used: Zone;
  /** Cells that the results of our formulas fill, but for those with the formulas. */
  readonly #filled = new Map<number, Own>();
  readonly #ownAt = new Map<number, Own>();
  #last: Block | undefined;

  private constructor(readonly contents: SheetContents) {
    this.used = usedBy(contents.blocks);
  }

  static async of(contents: SheetContents, pause: Pause): Promise<SheetView> {
    const view = new SheetView(contents);
    for (const [index, cell] of contents.own.entries()) {
      if (index % formulasBetweenPauses === 0) await pause();
      view.#add(cell);
    }
    return view;
  }

  #add(cell: OwnCell): void {
    const text = this.formula(cell.row, cell.column);
    const formula = text === undefined ? undefined : readOwnFormula(text);
    if (!formula) return;
    const own = { ...cell, text: text!, formula };
    this.own.push(own);
    this.#ownAt.set(keyOf(own.row, own.column), own);
    for (let row = own.row; row < own.row + own.rows; row += 1) {
      for (let column = own.column; column < own.column + own.columns; column += 1) {
        if (row !== own.row || column !== own.column) this.#filled.set(keyOf(row, column), own);
      }
    }
  }

  get name(): string {
    return this.contents.name;
  }

  formula(row: number, column: number): string | undefined {
    const content = this.#content(row, column, "formulas");
    return isFormula(content) ? content : undefined;
  }

  /** "" where the cell is blank. */
  value(row: number, column: number): unknown {
    return this.#content(row, column, "values");
  }

  error(row: number, column: number): string | undefined {
    return errorName(this.value(row, column));
  }

  number(row: number, column: number): number | undefined {
    const value = this.value(row, column);
    return typeof value === "number" ? value : undefined;
  }

  /** A number that no formula gives. */
  typed(row: number, column: number): number | undefined {
    const isTyped = typeof this.#content(row, column, "formulas") === "number" && !this.filledBy(row, column);
    return isTyped ? this.number(row, column) : undefined;
  }

  text(row: number, column: number): string | undefined {
    const value = this.value(row, column);
    const isText = typeof value === "string" && value.trim() !== "" && errorName(value) === undefined;
    return isText ? value.trim() : undefined;
  }

  ownAt(row: number, column: number): Own | undefined {
    return this.#ownAt.get(keyOf(row, column));
  }

  /** The formula of ours whose result fills the cell from another one. */
  filledBy(row: number, column: number): Own | undefined {
    return this.#filled.get(keyOf(row, column));
  }

  #content(row: number, column: number, of: "formulas" | "values"): unknown {
    if (!this.#last || !holds(this.#last, row, column)) {
      this.#last = this.contents.blocks.find((block) => holds(block, row, column)) ?? this.#last;
      if (!this.#last || !holds(this.#last, row, column)) return "";
    }
    return this.#last[of][row - this.#last.top]![column - this.#last.left];
  }
}

function keyOf(row: number, column: number): number {
  return row * width + column;
}

function holds({ top, left, formulas }: Block, row: number, column: number): boolean {
  return row >= top && row < top + formulas.length && column >= left && column < left + (formulas[0]?.length ?? 0);
}

function usedBy(blocks: readonly Block[]): Zone {
  const used = { top: Infinity, left: Infinity, bottom: -1, right: -1 };
  for (const { top, left, formulas } of blocks) {
    used.top = Math.min(used.top, top);
    used.left = Math.min(used.left, left);
    used.bottom = Math.max(used.bottom, top + formulas.length - 1);
    used.right = Math.max(used.right, left + (formulas[0]?.length ?? 0) - 1);
  }
  return used;
}
