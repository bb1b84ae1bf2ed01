/*
 * What cells hold while a workbook is calculated: what is stored, and over it what formulas have come to.
 */
import type { EngineCell } from "../engine/workbookFormulas";
import { columnOf, contains, forEachCell, keyOf, maxColumns, maxRows, overlap, rowOf, type Area } from "./area";
import type { Extent } from "./extent";
import type { LocatedFormula } from "./formulas";
import { isError, isErrorName, isSame, type CellValue } from "./values";
import type { Workbook } from "./workbook";

export class Contents {
  /** New contents by sheet and cell, null for one that is blank now. */
  readonly cells: Map<number, CellValue | null>[];
  /** By sheet and cell, the formula whose value it has. */
  readonly #claims: Map<number, number>[];
  readonly #extents: { height: number; width: number }[];

  constructor(
    private readonly workbook: Workbook,
    private readonly changed: readonly ReadonlySet<number>[] | undefined,
  ) {
    this.cells = workbook.sheets.map(() => new Map<number, CellValue | null>());
    this.#claims = workbook.sheets.map(() => new Map<number, number>());
    this.#extents = workbook.sheets.map(({ height, width }) => ({ height, width }));
  }

  /** How far something stands, sheet by sheet. */
  get extents(): readonly Extent[] {
    return this.#extents;
  }

  /** Whether there is what no table fills: a formula, or what somebody has put there. */
  isTaken(sheet: number, key: number): boolean {
    const { formulas, values } = this.workbook.sheets[sheet]!;
    return formulas.has(key) || (values.has(key) && this.#isChanged(sheet, key));
  }

  read(sheet: number, key: number): EngineCell {
    const calculated = this.cells[sheet]!.get(key);
    const value = calculated === undefined ? (this.workbook.sheets[sheet]!.values.get(key) ?? null) : calculated;
    if (isError(value)) return { value: value.code, ...(!isErrorName(value.code) && { isMistaken: true }) };
    return typeof value === "string" && isErrorName(value) ? { value, isMistaken: true } : { value };
  }

  /** What is the same as the stored value is that: the file keeps it, and so all that depends on it reads it. */
  set(sheet: number, key: number, value: CellValue | null, id: number): void {
    const stored = this.workbook.sheets[sheet]!.values.get(key) ?? null;
    this.cells[sheet]!.set(key, isSame(value, stored) ? stored : value);
    const extent = this.#extents[sheet]!;
    extent.height = Math.max(extent.height, rowOf(key) + 1);
    extent.width = Math.max(extent.width, columnOf(key) + 1);
    if (value !== null) this.#claims[sheet]!.set(key, id);
  }

  fill(sheet: number, area: Area, id: number, value: (row: number, column: number) => CellValue): void {
    forEachCell(area, (row, column) => this.set(sheet, keyOf(row, column), value(row, column), id));
  }

  /** Blanks what a formula filled before and does not now. */
  clear(sheet: number, before: Area, now: Area, id: number): void {
    forEachCell(before, (row, column) => {
      if (contains(now, row, column)) return;
      const key = keyOf(row, column);
      // Another table may have taken the place already.
      const owner = this.#claims[sheet]!.get(key);
      if ((owner !== undefined && owner !== id) || this.#isChanged(sheet, key)) return;
      if (!this.workbook.sheets[sheet]!.formulas.has(key)) this.set(sheet, key, null, id);
    });
  }

  /**
   * Whether something stands where a table is to be; `settle` calculates what a cell may be filled by, which perhaps
   * leaves it.
   */
  isBlocked(
    { sheet, key }: LocatedFormula,
    area: Area,
    before: Area,
    settle: (sheet: number, row: number, column: number) => void,
  ): boolean {
    const { values, formulas, merges, tables } = this.workbook.sheets[sheet]!;
    if (area.bottom >= maxRows || area.right >= maxColumns) return true;
    if (merges.some((merge) => overlap(merge, area)) || tables.some((table) => overlap(table.area, area))) return true;
    for (let row = area.top; row <= area.bottom; row += 1) {
      for (let column = area.left; column <= area.right; column += 1) {
        const cell = keyOf(row, column);
        if (cell === key) continue;
        if (formulas.has(cell)) return true;
        // What somebody has put where the table was is no longer the table's.
        const isOld = contains(before, row, column) && !this.#isChanged(sheet, cell);
        if (values.has(cell) && !isOld) settle(sheet, row, column);
        if (this.#claims[sheet]!.has(cell)) return true;
        if (values.has(cell) && !isOld && this.cells[sheet]!.get(cell) !== null) return true;
      }
    }
    return false;
  }

  #isChanged(sheet: number, key: number): boolean {
    return this.changed?.[sheet]?.has(key) ?? false;
  }
}
