/*
 * Calculates our formulas and what depends on them, and nothing else: every other cell gives the value that is
 * stored. A table that becomes larger may reach cells that other formulas need, so that is done again until nothing
 * more is reached.
 */
import { handed, type EngineCell, type EngineTable, type EngineValue, type FormulaEngine, type FormulaResult } from "../engine/workbookFormulas"; // prettier-ignore
import { columnOf, common, contains, keyOf, maxColumns, maxRows, overlap, rowOf, type Area } from "./area";
import { AreaIndex } from "./areaIndex";
import type { AreaPart, Formula, Part } from "./formula";
import { Formulas, type LocatedFormula } from "./formulas";
import { mayBeOurs } from "./functionName";
import { refuse, type FormulaProblem } from "./problem";
import { mostCells } from "./sheet";
import { ErrorValue, isError, isErrorName, isSame, type CellValue } from "./values";
import type { Sheet, Workbook } from "./workbook";

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

export interface Calculation {
  readonly formulas: Formulas;
  /** How many formulas call our functions. */
  readonly ours: number;
  readonly outcomes: ReadonlyMap<number, Outcome>;
  /** New contents by sheet and cell, null for one that is blank now; cells that keep their value are not there. */
  readonly cells: readonly ReadonlyMap<number, CellValue | null>[];
  /** Formulas that may need any cell, such as INDIRECT, and so perhaps ours. */
  readonly uncertain: readonly LocatedFormula[];
}

/** Rows of values. */
type Grid = readonly (readonly CellValue[])[];

export type CalculationProgress = (done: number, total: number) => void;

const mostRounds = 20;
/** A table that is larger than this is not kept for the next formula that needs it. */
const mostKept = 2_000_000;
const mostTogether = 10_000_000;

export interface CalculationOptions {
  readonly progress?: CalculationProgress;
  /** For each sheet the cells that somebody changed: what depends on them is calculated too. */
  readonly changed?: readonly ReadonlySet<number>[];
  /** Formulas in a ring keep their values, also where the workbook does not say that they may be. */
  readonly keepsCircles?: boolean;
}

export function calculate(workbook: Workbook, engine: FormulaEngine, options: CalculationOptions = {}): Calculation {
  return new Calculator(workbook, engine, options).run();
}

class Calculator {
  readonly #formulas: Formulas;
  readonly #indexes: readonly AreaIndex[];
  readonly #affected = new Set<number>();
  readonly #queue: number[] = [];
  /** What each formula of several cells filled in the stored workbook and in each round. */
  readonly #filled = new Map<number, Area[]>();
  readonly #uncertain: LocatedFormula[] = [];
  #round!: Round;

  constructor(
    private readonly workbook: Workbook,
    private readonly engine: FormulaEngine,
    private readonly options: CalculationOptions,
  ) {
    this.#formulas = new Formulas(workbook, engine);
    this.#indexes = workbook.sheets.map(() => new AreaIndex());
  }

  run(): Calculation {
    const ours = this.#index();
    ours.forEach((id) => this.#affect(id));
    this.#affectChanged();
    this.#spread();
    for (let round = 1; ; round += 1) {
      this.#round = new Round(this.workbook, this.#formulas, this.engine, this.#affected, this.#filled, this.options);
      this.#round.run();
      const reached = this.#reachMore();
      if (reached.length === 0) break;
      if (round < mostRounds) continue;
      this.#finishWithout(reached);
      break;
    }
    return {
      formulas: this.#formulas,
      ours: ours.length,
      outcomes: this.#round.outcomes,
      cells: this.#round.cells,
      uncertain: this.#uncertain,
    };
  }

  /** Finds our formulas, and notes what every formula needs; nothing at all where there is nothing to start from. */
  #index(): number[] {
    const { sheets, names } = this.workbook;
    const has = sheets.some(({ formulas }) => [...formulas.values()].some(({ text }) => mayBeOurs.test(text)));
    const isChanged = this.options.changed?.some(({ size }) => size > 0) ?? false;
    if (!has && !isChanged && !names.some(({ formula }) => mayBeOurs.test(formula))) return [];
    const ours: number[] = [];
    let filled = 0;
    this.#formulas.all.forEach((located, id) => {
      const { ours: calls, areas, reachesAnywhere } = this.#formulas.read(located);
      if (calls.length > 0) ours.push(id);
      else if (reachesAnywhere) this.#uncertain.push(located);
      for (const area of areas) this.#indexes[area.sheet]?.add(area, id);
      const { area } = located.stored;
      if (!area) return;
      filled += sizeOf(area);
      if (filled > mostCells) refuse({ kind: "tooManyCells", most: mostCells });
      this.#filled.set(id, [area]);
    });
    return ours;
  }

  /** Formulas that somebody entered, and those that need a cell that somebody changed. */
  #affectChanged(): void {
    const { changed = [] } = this.options;
    if (changed.every(({ size }) => size === 0)) return;
    this.#formulas.all.forEach(({ sheet, key }, id) => {
      if (changed[sheet]?.has(key)) this.#affect(id);
    });
    changed.forEach((keys, sheet) => {
      for (const key of keys) this.#indexes[sheet]!.find(rowOf(key), columnOf(key), (id) => this.#affect(id));
    });
  }

  #affect(id: number): void {
    if (this.#affected.has(id)) return;
    this.#affected.add(id);
    this.#queue.push(id);
  }

  #spread(): void {
    for (let id = this.#queue.pop(); id !== undefined; id = this.#queue.pop()) {
      const { sheet, key } = this.#formulas.all[id]!;
      this.#indexes[sheet]!.find(rowOf(key), columnOf(key), (next) => this.#affect(next));
      for (const area of this.#filled.get(id) ?? []) this.#spreadOver(sheet, area);
    }
  }

  #spreadOver(sheet: number, area: Area): void {
    findIn(this.#indexes, { sheet, area }, (id) => this.#affect(id));
  }

  /** Cells that tables fill and did not before. */
  #reachMore(): Reached[] {
    const reached: Reached[] = [];
    for (const [id, { area, formula }] of this.#round.outcomes) {
      const known = this.#filled.get(id) ?? [];
      if (!area || known.some((each) => holds(each, area))) continue;
      this.#filled.set(id, [...known, area]);
      this.#spreadOver(formula.sheet, area);
      reached.push({ sheet: formula.sheet, area });
    }
    this.#spread();
    return reached;
  }

  /** What may still change keeps its value, and so does what depends on it; the rest is what it was. */
  #finishWithout(reached: readonly Reached[]): void {
    const unsettled = new Set<number>();
    // Those in use tell of each formula once.
    const indexes = this.workbook.sheets.map(() => new AreaIndex());
    this.#formulas.all.forEach((located, id) => {
      for (const area of this.#formulas.read(located).areas) indexes[area.sheet]?.add(area, id);
    });
    const queue = [...reached];
    for (let next = queue.pop(); next; next = queue.pop()) {
      findIn(indexes, next, (id) => {
        if (unsettled.has(id)) return;
        unsettled.add(id);
        const { sheet, key } = this.#formulas.all[id]!;
        queue.push({ sheet, area: pointOf(key) }, ...(this.#filled.get(id) ?? []).map((area) => ({ sheet, area })));
      });
    }
    const { workbook, engine, options } = this;
    const affected = new Set([...this.#affected, ...unsettled]);
    this.#round = new Round(workbook, this.#formulas, engine, affected, this.#filled, options, unsettled);
    this.#round.run();
  }
}

interface Reached {
  readonly sheet: number;
  readonly area: Area;
}

/** The formulas that need a cell of an area. */
function findIn(indexes: readonly AreaIndex[], { sheet, area }: Reached, found: (id: number) => void): void {
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) indexes[sheet]!.find(row, column, found);
  }
}

/** A formula that says that it fills half the sheet would keep us for hours. */
export function limited(area: Area): Area {
  return sizeOf(area) > mostCells ? refuse({ kind: "tooManyCells", most: mostCells }) : area;
}

function heightOf({ top, bottom }: Area): number {
  return bottom - top + 1;
}

function widthOf({ left, right }: Area): number {
  return right - left + 1;
}

function sizeOf(area: Area): number {
  return heightOf(area) * widthOf(area);
}

function holds(outer: Area, inner: Area): boolean {
  return contains(outer, inner.top, inner.left) && contains(outer, inner.bottom, inner.right);
}

/** One calculation of all that is affected, each formula after what it needs. */
class Round {
  readonly outcomes = new Map<number, Outcome>();
  readonly cells: Map<number, CellValue | null>[];
  /** For each sheet and column the rows that affected formulas stand in or fill, in order, and whose they are. */
  readonly #columns: Map<number, { rows: number[]; owners: number[] }>[];
  readonly #claims: Map<number, number>[];
  /** Formulas whose precedents are being calculated. */
  readonly #open = new Set<number>();
  readonly #kept = new Map<string, EngineValue>();
  #keptSize = 0;
  readonly #extents: { height: number; width: number }[];
  /** Numbers that formulas came to, and that Excel may take for 0. */
  readonly #noise = new Set<number>();
  /** How many cells tables fill, all together. */
  #filledCells = 0;

  constructor(
    private readonly workbook: Workbook,
    private readonly formulas: Formulas,
    private readonly engine: FormulaEngine,
    private readonly affected: ReadonlySet<number>,
    private readonly filled: ReadonlyMap<number, readonly Area[]>,
    private readonly options: CalculationOptions,
    /** Formulas that keep their values, as what they need may still change. */
    private readonly unsettled: ReadonlySet<number> = new Set(),
  ) {
    this.cells = workbook.sheets.map(() => new Map<number, CellValue | null>());
    this.#claims = workbook.sheets.map(() => new Map<number, number>());
    this.#extents = workbook.sheets.map(({ height, width }) => ({ height, width }));
    this.#columns = this.#ownersByColumn();
  }

  /** A cell may have several: one that fills it in the stored workbook, and one that does now. */
  #ownersByColumn() {
    const found = this.workbook.sheets.map(() => new Map<number, [row: number, owner: number][]>());
    const add = (sheet: number, row: number, column: number, owner: number) => {
      const cells = found[sheet]!.get(column);
      if (cells) cells.push([row, owner]);
      else found[sheet]!.set(column, [[row, owner]]);
    };
    for (const id of this.affected) {
      const { sheet, key } = this.formulas.all[id]!;
      add(sheet, rowOf(key), columnOf(key), id);
      for (const { top, left, bottom, right } of this.filled.get(id) ?? []) {
        for (let row = top; row <= bottom; row += 1) {
          for (let column = left; column <= right; column += 1) {
            if (!this.#isTaken(sheet, keyOf(row, column))) add(sheet, row, column, id);
          }
        }
      }
    }
    return found.map((columns) => {
      const sorted = new Map<number, { rows: number[]; owners: number[] }>();
      for (const [column, cells] of columns) {
        cells.sort(([a], [b]) => a - b);
        sorted.set(column, { rows: cells.map(([row]) => row), owners: cells.map(([, owner]) => owner) });
      }
      return sorted;
    });
  }

  /** Whether there is what no table fills: a formula, or what somebody has put there. */
  #isTaken(sheet: number, key: number): boolean {
    const { formulas, values } = this.workbook.sheets[sheet]!;
    return formulas.has(key) || (values.has(key) && (this.options.changed?.[sheet]?.has(key) ?? false));
  }

  run(): void {
    const { progress } = this.options;
    const total = this.affected.size;
    for (const id of this.affected) {
      this.#calculateWithPrecedents(id);
      if (this.outcomes.size % 1000 === 0) progress?.(this.outcomes.size, total);
    }
    progress?.(total, total);
  }

  /** Without recursion, as a chain may be as long as the sheet. */
  #calculateWithPrecedents(first: number): void {
    if (this.outcomes.has(first)) return;
    const stack = [this.#visit(first)];
    const open = this.#open;
    open.add(first);
    for (let top = stack[0]; top; top = stack[stack.length - 1]) {
      const next = top.needs[top.at];
      if (next === undefined) {
        this.outcomes.set(top.id, this.#calculate(top.id, top.formula, top.needs));
        open.delete(top.id);
        stack.pop();
        continue;
      }
      top.at += 1;
      if (this.outcomes.has(next)) continue;
      if (open.has(next)) {
        const ids = stack.map(({ id }) => id);
        const start = ids.indexOf(next);
        if (start >= 0) {
          this.#meetCircle(ids.slice(start));
          continue;
        }
        // It waits for the table whose place is looked at, and is calculated after that; what it fills is in the way.
        ids.forEach((id) => open.delete(id));
        return;
      }
      open.add(next);
      stack.push(this.#visit(next));
    }
  }

  #visit(id: number) {
    const formula = this.formulas.read(this.formulas.all[id]!);
    // One that keeps its value needs nothing, and so is part of no circle.
    return { id, formula, needs: formula.problem || this.unsettled.has(id) ? [] : this.#needs(formula), at: 0 };
  }

  #meetCircle(ids: readonly number[]): void {
    const names = ids.map((id) => this.formulas.name(this.formulas.all[id]!));
    if (!this.workbook.iterates && !this.options.keepsCircles) refuse({ kind: "circular", cells: names });
    for (const id of ids) {
      this.outcomes.set(id, { formula: this.formulas.all[id]!, problem: { kind: "circular" } });
    }
  }

  /** The affected formulas whose cells a formula needs. */
  #needs({ areas }: Formula): number[] {
    const needs = new Set<number>();
    for (const { sheet, top, left, bottom, right } of areas) {
      const columns = this.#columns[sheet]!;
      const add = (column: number) => {
        const found = columns.get(column);
        if (!found) return;
        for (let at = firstAtLeast(found.rows, top); at < found.rows.length && found.rows[at]! <= bottom; at += 1) {
          needs.add(found.owners[at]!);
        }
      };
      if (right - left < columns.size) for (let column = left; column <= right; column += 1) add(column);
      else for (const column of columns.keys()) if (column >= left && column <= right) add(column);
    }
    return [...needs];
  }

  #calculate(id: number, formula: Formula, needs: readonly number[]): Outcome {
    const located = this.formulas.all[id]!;
    // Part of a ring that the workbook allows.
    const known = this.outcomes.get(id);
    if (known) return known;
    if (formula.problem) return { formula: located, problem: formula.problem };
    if (this.unsettled.has(id)) return { formula: located, problem: { kind: "unsettled" } };
    const without = needs.find((need) => this.outcomes.get(need)?.problem);
    if (without !== undefined) {
      const { problem, formula: stopped } = this.outcomes.get(without)!;
      const cell = problem!.kind === "dependsOn" ? problem.cell : this.formulas.name(stopped);
      return { formula: located, problem: { kind: "dependsOn", cell } };
    }
    if (this.workbook.countsAsShown) return { formula: located, problem: { kind: "countsAsShown" } };
    // Whether one value of an area is taken there, as in older functions, Excel alone knows.
    if (
      located.stored.kind === "normal" &&
      formula.areas.some((area) => area.scalar && area.inNewer && sizeOf(area) > 1)
    ) {
      return { formula: located, problem: { kind: "doubt", doubt: "size" } };
    }
    const result = this.#evaluate(formula, located);
    if ("kind" in result) return { formula: located, problem: result };
    const stored = this.workbook.sheets[located.sheet]!.values.get(located.key);
    for (const number of result.noise ?? []) {
      // What is stored is Excel's own, and so is what follows from it.
      if (typeof stored !== "number" || Math.abs(stored) !== number) this.#noise.add(number);
    }
    return this.#place(id, located, formula, result.grid, result.message);
  }

  /** Where blank cells that are left out may count, they do if more of them make a difference. */
  #evaluate(formula: Formula, located: LocatedFormula): FormulaResult | FormulaProblem {
    const extent = this.#extentOf(formula, located.stored.kind === "normal");
    const result = this.#evaluateWithin(formula, located, extent);
    if ("kind" in result || !extent.mayCount) return result;
    const more = { height: extent.height * 2 + 10, width: extent.width * 2 + 10 };
    const other = this.#evaluateWithin(formula, located, more);
    return !("kind" in other) && isSameGrid(result.grid, other.grid) ? result : { kind: "doubt", doubt: "large" };
  }

  /** What is beyond the last cell of all sheets that a formula needs is blank; areas of one formula end alike. */
  #extentOf({ parts }: Formula, isPlain: boolean): Extent & { readonly mayCount: boolean } {
    let [height, width, mayCount] = [0, 0, false];
    for (const part of parts) {
      const area = areaOf(part);
      const isOne = area && (area.single || area.spill || (isPlain && area.scalar));
      if (!area || isOne || !isVastArea(area)) continue;
      const extent = this.#extents[area.sheet]!;
      height = Math.max(height, extent.height);
      width = Math.max(width, extent.width);
      mayCount ||= !area.passesBlanks;
    }
    return { height, width, mayCount };
  }

  #evaluateWithin(formula: Formula, located: LocatedFormula, extent: Extent): FormulaResult | FormulaProblem {
    const values: EngineValue[] = [];
    const hand = (value: EngineValue) => handed(values.push(value) - 1);
    const text = formula.parts
      .map((part) => {
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
            return hand(this.#valueOf(part, located, extent));
        }
      })
      .join("");
    if (isVast(values)) return { kind: "doubt", doubt: "large" };
    if (values.some(hasMistaken)) return { kind: "doubt", doubt: "errorText" };
    return this.engine.evaluate(text, values, this.#noise);
  }

  #place(id: number, located: LocatedFormula, formula: Formula, grid: Grid, message: string | undefined): Outcome {
    const { sheet, key, stored } = located;
    const [height, width] = [grid.length, grid[0]!.length];
    const said = message === undefined ? {} : { message };
    const isTable = height > 1 || width > 1;
    if (stored.kind === "normal") {
      if (isTable && formula.ours.length === 0) return { formula: located, problem: { kind: "table" } };
      const value = grid[0]![0]!;
      this.#set(sheet, key, value, id);
      return { formula: located, value, ...said, ...(isTable && { cutOff: { rows: height, columns: width } }) };
    }
    const [row, column] = [rowOf(key), columnOf(key)];
    const before = stored.area ?? pointOf(key);
    if (!stored.isDynamic) {
      this.#fill(sheet, before, id, (r, c) => fitted(grid, r - before.top, c - before.left));
      return { formula: located, value: fitted(grid, row - before.top, column - before.left), area: before, ...said };
    }
    const area = { top: row, left: column, bottom: row + height - 1, right: column + width - 1 };
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
    this.#clear(sheet, before, now, id);
    this.#fill(sheet, now, id, (r, c) => (isBlocked ? value : grid[r - row]![c - column]!));
    return { formula: located, value, area: now, ...(isBlocked ? {} : said) };
  }

  /** What is the same as the stored value is that: the file keeps it, and so all that depends on it reads it. */
  #set(sheet: number, key: number, value: CellValue | null, id: number): void {
    const stored = this.workbook.sheets[sheet]!.values.get(key) ?? null;
    this.cells[sheet]!.set(key, isSame(value, stored) ? stored : value);
    const extent = this.#extents[sheet]!;
    extent.height = Math.max(extent.height, rowOf(key) + 1);
    extent.width = Math.max(extent.width, columnOf(key) + 1);
    if (value !== null) this.#claims[sheet]!.set(key, id);
  }

  #fill(sheet: number, area: Area, id: number, value: (row: number, column: number) => CellValue): void {
    for (let row = area.top; row <= area.bottom; row += 1) {
      for (let column = area.left; column <= area.right; column += 1) {
        this.#set(sheet, keyOf(row, column), value(row, column), id);
      }
    }
  }

  #clear(sheet: number, before: Area, now: Area, id: number): void {
    for (let row = before.top; row <= before.bottom; row += 1) {
      for (let column = before.left; column <= before.right; column += 1) {
        if (contains(now, row, column)) continue;
        const key = keyOf(row, column);
        // Another table may have taken the place already.
        if (this.#claims[sheet]!.has(key) && this.#claims[sheet]!.get(key) !== id) continue;
        if (this.options.changed?.[sheet]?.has(key)) continue;
        if (!this.workbook.sheets[sheet]!.formulas.has(key)) this.#set(sheet, key, null, id);
      }
    }
  }

  #isBlocked({ sheet, key }: LocatedFormula, area: Area, before: Area): boolean {
    const { values, formulas, merges, tables } = this.workbook.sheets[sheet]!;
    if (area.bottom >= maxRows || area.right >= maxColumns) return true;
    if (merges.some((merge) => overlap(merge, area)) || tables.some((table) => overlap(table.area, area))) return true;
    for (let row = area.top; row <= area.bottom; row += 1) {
      for (let column = area.left; column <= area.right; column += 1) {
        const cell = keyOf(row, column);
        if (cell === key) continue;
        if (formulas.has(cell)) return true;
        // What somebody has put where the table was is no longer the table's.
        const isOld = contains(before, row, column) && !this.options.changed?.[sheet]?.has(cell);
        if (values.has(cell) && !isOld) this.#settle(sheet, row, column);
        if (this.#claims[sheet]!.has(cell)) return true;
        if (values.has(cell) && !isOld && this.cells[sheet]!.get(cell) !== null) return true;
      }
    }
    return false;
  }

  /** What stands in a cell may be another table's, which perhaps leaves it. */
  #settle(sheet: number, row: number, column: number): void {
    for (const owner of this.#ownersOf(sheet, row, column)) {
      if (!this.outcomes.has(owner) && !this.#open.has(owner)) this.#calculateWithPrecedents(owner);
    }
  }

  #ownersOf(sheet: number, row: number, column: number): number[] {
    const found = this.#columns[sheet]!.get(column);
    if (!found) return [];
    const owners: number[] = [];
    for (let at = firstAtLeast(found.rows, row); found.rows[at] === row; at += 1) owners.push(found.owners[at]!);
    return owners;
  }

  #read(sheet: number, key: number): EngineCell {
    const calculated = this.cells[sheet]!.get(key);
    const value = calculated === undefined ? (this.workbook.sheets[sheet]!.values.get(key) ?? null) : calculated;
    if (isError(value)) return { value: value.code, ...(!isErrorName(value.code) && { isMistaken: true }) };
    return typeof value === "string" && isErrorName(value) ? { value, isMistaken: true } : { value };
  }

  #valueOf(part: AreaPart, { sheet, key, stored }: LocatedFormula, extent: Extent): EngineValue {
    let area: Area = part.spill ? this.#spilled(part) : part;
    const isPlain = stored.kind === "normal";
    if (part.single || (isPlain && part.scalar)) {
      const met = intersect(area, rowOf(key), columnOf(key));
      if (!met) return { value: "#VALUE!" };
      area = met;
    }
    const isOne = area.top === area.bottom && area.left === area.right;
    if (isOne && part.scalar) return this.#read(part.sheet, keyOf(area.top, area.left));
    const full = { rows: heightOf(area), columns: widthOf(area) };
    if (!part.spill) area = clip(area, extent);
    const size = `${full.rows} ${full.columns}`;
    const name = `${part.sheet} ${area.top} ${area.left} ${area.bottom} ${area.right} ${size} ${part.subtotal ?? ""}`;
    const kept = this.#kept.get(name);
    if (kept) return kept;
    const isLeftOut = part.subtotal && this.#leftOut(part.sheet, part.subtotal, { sheet, key });
    const columns: EngineTable = [];
    for (let column = area.left; column <= area.right; column += 1) {
      const cells: EngineCell[] = [];
      for (let row = area.top; row <= area.bottom; row += 1) {
        const cell = keyOf(row, column);
        const read = isLeftOut?.(row, cell) ? { value: null } : this.#read(part.sheet, cell);
        if (read.isMistaken) columns.hasMistaken = true;
        cells.push(read);
      }
      columns.push(cells);
    }
    if (heightOf(area) < full.rows || widthOf(area) < full.columns) columns.full = full;
    this.#keep(name, columns);
    return columns;
  }

  /** Everything a formula needs is calculated before it, so an area's values hold for the next that needs them. */
  #keep(name: string, columns: EngineCell[][]): void {
    const size = columns.length * columns[0]!.length;
    if (size === 1 || size > mostKept) return;
    if (this.#keptSize + size > mostKept) {
      this.#kept.clear();
      this.#keptSize = 0;
    }
    this.#kept.set(name, columns);
    this.#keptSize += size;
  }

  /** What the formula in an area's first cell fills; #REF! in Excel where it fills nothing, here the cell itself. */
  #spilled({ sheet, top, left }: AreaPart): Area {
    const key = keyOf(top, left);
    for (const owner of this.#ownersOf(sheet, top, left)) {
      const calculated = this.outcomes.get(owner);
      if (calculated?.formula.key === key && calculated.area) return calculated.area;
    }
    return this.workbook.sheets[sheet]!.formulas.get(key)?.area ?? pointOf(key);
  }

  /** What SUBTOTAL leaves out: other subtotals, and rows that are hidden. */
  #leftOut(sheet: number, subtotal: "filtered" | "hidden", self: { sheet: number; key: number }) {
    const { formulas, hiddenRows, isFiltered }: Sheet = this.workbook.sheets[sheet]!;
    const hides = subtotal === "hidden" || isFiltered;
    return (row: number, key: number) => {
      if (hides && hiddenRows.has(row)) return true;
      if (sheet === self.sheet && key === self.key) return false;
      const stored = formulas.get(key);
      return stored !== undefined && isSubtotal(this.formulas.textOf({ sheet, key, stored }).text);
    };
  }
}

interface Extent {
  readonly height: number;
  readonly width: number;
}

/** The area of which a part needs values or numbers; none where that is the formula's own cell. */
function areaOf(part: Part): AreaPart | undefined {
  if (typeof part === "string" || part.kind === "value" || part.kind === "call" || part.kind === "size")
    return undefined;
  return part.kind === "area" ? part : part.area;
}

/** Whole columns and rows, and what is larger than may be kept, are read no further than something stands. */
function isVastArea(area: Area): boolean {
  return area.bottom === maxRows - 1 || area.right === maxColumns - 1 || sizeOf(area) > mostKept;
}

function clip(area: Area, { height, width }: Extent): Area {
  if (!isVastArea(area)) return area;
  const clipped = { ...area, bottom: Math.max(area.top, Math.min(area.bottom, height - 1)) };
  if (area.right < maxColumns - 1 && sizeOf(clipped) <= mostKept) return clipped;
  return { ...clipped, right: Math.max(area.left, Math.min(area.right, width - 1)) };
}

function isSameGrid(one: Grid, other: Grid): boolean {
  return (
    one.length === other.length &&
    one.every((line, row) => line.length === other[row]!.length && line.every((value, at) => isSame(value, other[row]![at]!)))
  ); // prettier-ignore
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

/** Whether one is called anywhere in a formula, texts apart. */
function isSubtotal(formula: string): boolean {
  return /(^|[^A-Z.])(SUBTOTAL|AGGREGATE)\(/i.test(formula.replace(/"[^"]*"/g, '""'));
}

function pointOf(key: number): Area {
  const [row, column] = [rowOf(key), columnOf(key)];
  return { top: row, left: column, bottom: row, right: column };
}

/** The one cell of an area that is in a formula's own row or column. */
function intersect({ top, left, bottom, right }: Area, row: number, column: number): Area | undefined {
  const [isOneRow, isOneColumn] = [top === bottom, left === right];
  if (!isOneRow && (row < top || row > bottom)) return undefined;
  if (!isOneColumn && (column < left || column > right)) return undefined;
  if (!isOneRow && !isOneColumn) return undefined;
  const [r, c] = [isOneRow ? top : row, isOneColumn ? left : column];
  return { top: r, left: c, bottom: r, right: c };
}

function numbersOf(of: "row" | "column", { top, left, bottom, right }: Area): EngineValue {
  const rows = Array.from({ length: bottom - top + 1 }, (_, index) => ({ value: top + index + 1 }));
  const columns = Array.from({ length: right - left + 1 }, (_, index) => ({ value: left + index + 1 }));
  if (of === "row") return rows.length === 1 ? rows[0]! : [rows];
  return columns.length === 1 ? columns[0]! : columns.map((column) => [column]);
}

/** A table in cells given beforehand: one value, row or column is repeated, and what is beyond is not available. */
function fitted(grid: Grid, row: number, column: number): CellValue {
  const line = grid.length === 1 ? grid[0] : grid[row];
  return (line?.length === 1 ? line[0] : line?.[column]) ?? new ErrorValue("#N/A");
}

function firstAtLeast(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
