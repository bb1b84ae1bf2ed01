/*
 * The values of the areas that formulas need, as the engine is handed them. Those of larger areas are kept for the
 * next formula that needs them.
 */
import type { EngineCell, EngineTable, EngineValue } from "../engine/workbookFormulas";
import { columnOf, heightOf, keyOf, meeting, rowOf, widthOf, type Area } from "./area";
import type { Contents } from "./contents";
import { clip, mostKept, type Extent } from "./extent";
import type { AreaPart } from "./formula";
import type { Formulas, LocatedFormula } from "./formulas";

export class AreaValues {
  readonly #kept = new Map<string, EngineValue>();
  #keptSize = 0;

  constructor(
    private readonly formulas: Formulas,
    private readonly contents: Contents,
    /** What the formula in an area's first cell fills. */
    private readonly spilled: (part: AreaPart) => Area,
  ) {}

  of(part: AreaPart, located: LocatedFormula, extent: Extent): EngineValue {
    const area = this.#areaFor(part, located);
    if (!area) return { value: "#VALUE!" };
    const isOne = area.top === area.bottom && area.left === area.right;
    if (isOne && part.scalar) return this.contents.read(part.sheet, keyOf(area.top, area.left));
    const full = { rows: heightOf(area), columns: widthOf(area) };
    const within = part.spill ? area : clip(area, extent);
    const { top, left, bottom, right } = within;
    const name = [part.sheet, top, left, bottom, right, full.rows, full.columns, part.subtotal ?? ""].join(" ");
    const kept = this.#kept.get(name);
    if (kept) return kept;
    const table = this.#tableOf(part, within, located);
    if (heightOf(within) < full.rows || widthOf(within) < full.columns) table.full = full;
    this.#keep(name, table);
    return table;
  }

  /** Where one value is taken, the cell that meets the formula; none where the area does not. */
  #areaFor(part: AreaPart, { key, stored }: LocatedFormula): Area | undefined {
    const area: Area = part.spill ? this.spilled(part) : part;
    const isOneTaken = part.single || (stored.kind === "normal" && part.scalar);
    return isOneTaken ? meeting(area, rowOf(key), columnOf(key)) : area;
  }

  #tableOf({ sheet, subtotal }: AreaPart, area: Area, self: LocatedFormula): EngineTable {
    const isLeftOut = subtotal && this.#leftOut(sheet, subtotal, self);
    const columns: EngineTable = [];
    for (let column = area.left; column <= area.right; column += 1) {
      const cells: EngineCell[] = [];
      for (let row = area.top; row <= area.bottom; row += 1) {
        const cell = keyOf(row, column);
        const read = isLeftOut?.(row, cell) ? { value: null } : this.contents.read(sheet, cell);
        if (read.isMistaken) columns.hasMistaken = true;
        cells.push(read);
      }
      columns.push(cells);
    }
    return columns;
  }

  /** Everything a formula needs is calculated before it, so an area's values hold for the next that needs them. */
  #keep(name: string, columns: EngineTable): void {
    const size = columns.length * columns[0]!.length;
    if (size === 1 || size > mostKept) return;
    if (this.#keptSize + size > mostKept) {
      this.#kept.clear();
      this.#keptSize = 0;
    }
    this.#kept.set(name, columns);
    this.#keptSize += size;
  }

  /** What SUBTOTAL leaves out: other subtotals, and rows that are hidden. */
  #leftOut(sheet: number, subtotal: "filtered" | "hidden", self: LocatedFormula) {
    const { formulas, hiddenRows, isFiltered } = this.formulas.workbook.sheets[sheet]!;
    const hides = subtotal === "hidden" || isFiltered;
    return (row: number, key: number) => {
      if (hides && hiddenRows.has(row)) return true;
      if (sheet === self.sheet && key === self.key) return false;
      const stored = formulas.get(key);
      return stored !== undefined && isSubtotal(this.formulas.textOf({ sheet, key, stored }).text);
    };
  }
}

/** The numbers of an area's rows or columns. */
export function numbersOf(of: "row" | "column", { top, left, bottom, right }: Area): EngineValue {
  const rows = Array.from({ length: bottom - top + 1 }, (_, index) => ({ value: top + index + 1 }));
  const columns = Array.from({ length: right - left + 1 }, (_, index) => ({ value: left + index + 1 }));
  if (of === "row") return rows.length === 1 ? rows[0]! : [rows];
  return columns.length === 1 ? columns[0]! : columns.map((column) => [column]);
}

/** Whether one is called anywhere in a formula, texts apart. */
function isSubtotal(formula: string): boolean {
  return /(^|[^A-Z.])(SUBTOTAL|AGGREGATE)\(/i.test(formula.replace(/"[^"]*"/g, '""'));
}
