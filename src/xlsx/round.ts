/*
 * One calculation of all that is affected, each formula after what it needs.
 */
import { handed, type EngineValue, type FormulaEngine, type FormulaResult } from "../engine/workbookFormulas";
import { columnOf, common, heightOf, keyOf, overlap, pointOf, rowOf, sizeOf, widthOf, type Area } from "./area";
import { AreaValues, numbersOf } from "./areaValues";
import { Contents } from "./contents";
import { clip, neededExtent, type Extent } from "./extent";
import type { AreaPart, Formula, Part } from "./formula";
import type { Formulas, LocatedFormula } from "./formulas";
import { fitted, isSameGrid, type Grid } from "./grid";
import { Owners } from "./owners";
import { refuse, type FormulaProblem } from "./problem";
import { mostCells } from "./sheet";
import { ErrorValue, isError, type CellValue } from "./values";
import type { Workbook } from "./workbook";

/** What a formula came to. */
export interface Outcome {
  readonly formula: LocatedFormula;
  /** Undefined where it keeps what is stored; `problem` says why. */
  readonly value?: CellValue;
  /** The cells it fills now; undefined for one that is no table. */
  readonly area?: Area;
  readonly message?: string;
  readonly problem?: FormulaProblem;
  /** A table of which only the first value is shown: the formula is stored as one that fills one cell. */
  readonly cutOff?: { readonly rows: number; readonly columns: number };
}

export type CalculationProgress = (done: number, total: number) => void;

export interface CalculationOptions {
  readonly progress?: CalculationProgress;
  /** For each sheet the cells that somebody changed: what depends on them is calculated too. */
  readonly changed?: readonly ReadonlySet<number>[];
  /** Formulas in a ring keep their values, also where the workbook does not say that they may be. */
  readonly keepsCircles?: boolean;
}

const mostTogether = 10_000_000;

/** What a round starts from. */
export interface RoundBasis {
  readonly workbook: Workbook;
  readonly formulas: Formulas;
  readonly engine: FormulaEngine;
  readonly affected: ReadonlySet<number>;
  /** What each formula of several cells filled in the stored workbook and in earlier rounds. */
  readonly filled: ReadonlyMap<number, readonly Area[]>;
  readonly options: CalculationOptions;
  /** Formulas that keep their values, as what they need may still change. */
  readonly unsettled?: ReadonlySet<number>;
}

/** A formula whose precedents are being calculated. */
interface Visit {
  readonly id: number;
  readonly formula: Formula;
  readonly needs: readonly number[];
  /** The next of what it needs. */
  at: number;
}

export class Round {
  readonly outcomes = new Map<number, Outcome>();
  readonly #contents: Contents;
  readonly #owners: Owners;
  readonly #values: AreaValues;
  /** Formulas whose precedents are being calculated. */
  readonly #open = new Set<number>();
  /** Numbers that formulas came to, and that Excel may take for 0. */
  readonly #noise = new Set<number>();
  /** How many cells tables fill, all together. */
  #filledCells = 0;

  constructor(private readonly basis: RoundBasis) {
    const { workbook, formulas, affected, filled, options } = basis;
    const contents = new Contents(workbook, options.changed);
    this.#contents = contents;
    this.#owners = new Owners(
      workbook.sheets.length,
      [...affected].map((id) => ({ id, located: formulas.all[id]!, fills: filled.get(id) ?? [] })),
      (sheet, key) => contents.isTaken(sheet, key),
    );
    this.#values = new AreaValues(formulas, contents, (part) => this.#spilled(part));
  }

  /** What cells hold now, by sheet; those that keep their value are not there. */
  get cells(): readonly ReadonlyMap<number, CellValue | null>[] {
    return this.#contents.cells;
  }

  run(): void {
    const { affected, options } = this.basis;
    const total = affected.size;
    for (const id of affected) {
      this.#calculateWithPrecedents(id);
      if (this.outcomes.size % 1000 === 0) options.progress?.(this.outcomes.size, total);
    }
    options.progress?.(total, total);
  }

  /** Without recursion, as a chain may be as long as the sheet. */
  #calculateWithPrecedents(first: number): void {
    if (this.outcomes.has(first)) return;
    const stack: Visit[] = [];
    const open = (id: number) => {
      this.#open.add(id);
      stack.push(this.#visit(id));
    };
    open(first);
    for (let top = stack[0]; top; top = stack[stack.length - 1]) {
      const next = top.needs[top.at];
      if (next === undefined) {
        this.outcomes.set(top.id, this.#calculate(top));
        this.#open.delete(top.id);
        stack.pop();
        continue;
      }
      top.at += 1;
      if (this.outcomes.has(next)) continue;
      if (!this.#open.has(next)) open(next);
      else if (stack.some(({ id }) => id === next)) this.#meetCircle(stack, next);
      else {
        // It waits for the table whose place is looked at, and is calculated after that; what it fills is in the way.
        for (const { id } of stack) this.#open.delete(id);
        return;
      }
    }
  }

  #visit(id: number): Visit {
    const { formulas, unsettled } = this.basis;
    const formula = formulas.read(formulas.all[id]!);
    // One that keeps its value needs nothing, and so is part of no circle.
    return { id, formula, needs: formula.problem || unsettled?.has(id) ? [] : this.#needs(formula), at: 0 };
  }

  /** The affected formulas whose cells a formula needs. */
  #needs({ areas }: Formula): number[] {
    const needs = new Set<number>();
    for (const area of areas) this.#owners.within(area.sheet, area, (owner) => needs.add(owner));
    return [...needs];
  }

  /** A formula is met again while it is calculated; all from there on need each other. */
  #meetCircle(stack: readonly Visit[], met: number): void {
    const { workbook, formulas, options } = this.basis;
    const from = stack.findIndex(({ id }) => id === met);
    const circle = stack.slice(from).map(({ id }) => ({ id, formula: formulas.all[id]! }));
    if (!workbook.iterates && !options.keepsCircles) {
      refuse({ kind: "circular", cells: circle.map(({ formula }) => formulas.name(formula)) });
    }
    for (const { id, formula } of circle) this.outcomes.set(id, { formula, problem: { kind: "circular" } });
  }

  #calculate(visit: Visit): Outcome {
    const located = this.basis.formulas.all[visit.id]!;
    // Part of a ring that the workbook allows.
    const known = this.outcomes.get(visit.id);
    if (known) return known;
    const problem = this.#problemBefore(visit, located);
    if (problem) return { formula: located, problem };
    const result = this.#evaluate(visit.formula, located);
    if ("kind" in result) return { formula: located, problem: result };
    this.#noteNoise(located, result);
    return this.#place(visit, located, result);
  }

  /** What is stored is Excel's own, and so is what follows from it. */
  #noteNoise({ sheet, key }: LocatedFormula, { noise = [] }: FormulaResult): void {
    const stored = this.basis.workbook.sheets[sheet]!.values.get(key);
    for (const number of noise) if (typeof stored !== "number" || Math.abs(stored) !== number) this.#noise.add(number);
  }

  /** Why a formula keeps its value before it is calculated at all. */
  #problemBefore({ id, formula, needs }: Visit, { stored }: LocatedFormula): FormulaProblem | undefined {
    if (formula.problem) return formula.problem;
    if (this.basis.unsettled?.has(id)) return { kind: "unsettled" };
    const without = needs.find((need) => this.outcomes.get(need)?.problem);
    if (without !== undefined) {
      const { problem, formula: stopped } = this.outcomes.get(without)!;
      return {
        kind: "dependsOn",
        cell: problem!.kind === "dependsOn" ? problem.cell : this.basis.formulas.name(stopped),
      };
    }
    if (this.basis.workbook.countsAsShown) return { kind: "countsAsShown" };
    // Whether one value of an area is taken there, as in older functions, Excel alone knows.
    const isDoubtful = formula.areas.some((area) => area.scalar && area.inNewer && sizeOf(area) > 1);
    return stored.kind === "normal" && isDoubtful ? { kind: "doubt", doubt: "size" } : undefined;
  }

  /** Where blank cells that are left out may count, they do if more of them make a difference. */
  #evaluate(formula: Formula, located: LocatedFormula): FormulaResult | FormulaProblem {
    const extent = neededExtent(formula.parts, located.stored.kind === "normal", this.#contents.extents);
    const result = this.#evaluateWithin(formula, located, extent);
    if ("kind" in result || !extent.mayCount) return result;
    const more = { height: extent.height * 2 + 10, width: extent.width * 2 + 10 };
    const other = this.#evaluateWithin(formula, located, more);
    return !("kind" in other) && isSameGrid(result.grid, other.grid) ? result : { kind: "doubt", doubt: "large" };
  }

  #evaluateWithin(formula: Formula, located: LocatedFormula, extent: Extent): FormulaResult | FormulaProblem {
    const values: EngineValue[] = [];
    const hand = (value: EngineValue) => handed(values.push(value) - 1);
    const text = formula.parts.map((part) => this.#textOf(part, located, extent, hand)).join("");
    if (isVast(values)) return { kind: "doubt", doubt: "large" };
    if (values.some(hasMistaken)) return { kind: "doubt", doubt: "errorText" };
    return this.basis.engine.evaluate(text, values, this.#noise);
  }

  /** What the engine is given for a part of a formula; values that it needs are handed to it. */
  #textOf(part: Part, located: LocatedFormula, extent: Extent, hand: (value: EngineValue) => string): string {
    if (typeof part === "string") return part;
    switch (part.kind) {
      case "call":
        return part.asked;
      case "value":
        return hand({ value: isError(part.value) ? part.value.code : part.value });
      case "number":
        return hand(numbersOf(part.of, clip(part.area ?? pointOf(located.key), extent)));
      case "size":
        return String(part.of === "row" ? heightOf(part.area) : widthOf(part.area));
      case "area":
        return hand(this.#values.of(part, located, extent));
    }
  }

  #place(visit: Visit, located: LocatedFormula, result: FormulaResult): Outcome {
    const { kind, isDynamic } = located.stored;
    if (kind === "normal") return this.#placeOne(visit, located, result);
    return isDynamic ? this.#placeTable(visit, located, result) : this.#placeWithin(visit, located, result);
  }

  /** In a formula's own cell, of a table the first value. */
  #placeOne({ id, formula }: Visit, located: LocatedFormula, { grid, message }: FormulaResult): Outcome {
    const { rows, columns, isTable } = shapeOf(grid);
    if (isTable && formula.ours.length === 0) return { formula: located, problem: { kind: "table" } };
    const value = grid[0]![0]!;
    this.#contents.set(located.sheet, located.key, value, id);
    return { formula: located, value, ...said(message), ...(isTable && { cutOff: { rows, columns } }) };
  }

  /** In the cells that the formula was entered over. */
  #placeWithin({ id }: Visit, located: LocatedFormula, { grid, message }: FormulaResult): Outcome {
    const { sheet, key, stored } = located;
    const area = stored.area ?? pointOf(key);
    const valueAt = (row: number, column: number) => fitted(grid, row - area.top, column - area.left);
    this.#contents.fill(sheet, area, id, valueAt);
    return { formula: located, value: valueAt(rowOf(key), columnOf(key)), area, ...said(message) };
  }

  /** In as many cells as it has values, where nothing stands in the way. */
  #placeTable({ id, formula }: Visit, located: LocatedFormula, { grid, message }: FormulaResult): Outcome {
    const { sheet, key, stored } = located;
    const { rows, columns, isTable } = shapeOf(grid);
    const [row, column] = [rowOf(key), columnOf(key)];
    const before = stored.area ?? pointOf(key);
    const area = { top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 };
    this.#filledCells += sizeOf(area);
    if (this.#filledCells > mostCells) refuse({ kind: "tooManyCells", most: mostCells });
    const own = isTable ? formula.areas.filter((read) => read.sheet === sheet && overlap(read, area)) : [];
    // Excel calls that a ring, unless what it reads is there already and stands in the way.
    if (own.length > 0 && !own.some((read) => this.#isBlocked(located, common(read, area), before)))
      return { formula: located, problem: { kind: "ownTable" } };
    const isBlocked = isTable && this.#isBlocked(located, area, before);
    const now = isBlocked ? pointOf(key) : area;
    const value = isBlocked ? new ErrorValue("#SPILL!") : grid[0]![0]!;
    // First what it filled before, then what it fills now.
    this.#contents.clear(sheet, before, now, id);
    this.#contents.fill(sheet, now, id, (r, c) => (isBlocked ? value : grid[r - row]![c - column]!));
    return { formula: located, value, area: now, ...(isBlocked ? {} : said(message)) };
  }

  #isBlocked(located: LocatedFormula, area: Area, before: Area): boolean {
    return this.#contents.isBlocked(located, area, before, (sheet, row, column) => this.#settle(sheet, row, column));
  }

  /** What stands in a cell may be another table's, which perhaps leaves it. */
  #settle(sheet: number, row: number, column: number): void {
    for (const owner of this.#owners.of(sheet, row, column)) {
      if (!this.outcomes.has(owner) && !this.#open.has(owner)) this.#calculateWithPrecedents(owner);
    }
  }

  /** What the formula in an area's first cell fills; #REF! in Excel where it fills nothing, here the cell itself. */
  #spilled({ sheet, top, left }: AreaPart): Area {
    const key = keyOf(top, left);
    for (const owner of this.#owners.of(sheet, top, left)) {
      const calculated = this.outcomes.get(owner);
      if (calculated?.formula.key === key && calculated.area) return calculated.area;
    }
    return this.basis.workbook.sheets[sheet]!.formulas.get(key)?.area ?? pointOf(key);
  }
}

function shapeOf(grid: Grid) {
  const [rows, columns] = [grid.length, grid[0]!.length];
  return { rows, columns, isTable: rows > 1 || columns > 1 };
}

function said(message: string | undefined) {
  return message === undefined ? {} : { message };
}

function hasMistaken(value: EngineValue): boolean {
  return (Array.isArray(value) ? value.hasMistaken : value.isMistaken) ?? false;
}

/** Whether areas across and down, taken together cell by cell, would be more than memory holds. */
function isVast(values: readonly EngineValue[]): boolean {
  let [width, height] = [1, 1];
  for (const value of values) {
    if (!Array.isArray(value)) continue;
    width = Math.max(width, value.length);
    height = Math.max(height, value[0]!.length);
  }
  return width * height > mostTogether;
}
