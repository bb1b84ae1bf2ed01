/*
 * Calculates our formulas and what depends on them, and nothing else: every other cell gives the value that is
 * stored. A table that becomes larger may reach cells that other formulas need, so that is done again until nothing
 * more is reached.
 */
import type { FormulaEngine } from "../engine/workbookFormulas";
import { columnOf, forEachCell, holds, pointOf, rowOf, sizeOf, type Area } from "./area";
import { AreaIndex } from "./areaIndex";
import { Formulas, type LocatedFormula } from "./formulas";
import { mayBeOurs } from "./functionName";
import { refuse } from "./problem";
import { Round, type CalculationOptions, type Outcome } from "./round";
import { mostCells } from "./sheet";
import type { CellValue } from "./values";
import type { Workbook } from "./workbook";

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

const mostRounds = 20;

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
      this.#round = this.#calculated(this.#affected);
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
    this.#round = this.#calculated(new Set([...this.#affected, ...unsettled]), unsettled);
  }

  #calculated(affected: ReadonlySet<number>, unsettled?: ReadonlySet<number>): Round {
    const { workbook, engine, options } = this;
    const basis = { workbook, formulas: this.#formulas, engine, affected, filled: this.#filled, options };
    const round = new Round({ ...basis, ...(unsettled && { unsettled }) });
    round.run();
    return round;
  }
}

interface Reached {
  readonly sheet: number;
  readonly area: Area;
}

/** The formulas that need a cell of an area. */
function findIn(indexes: readonly AreaIndex[], { sheet, area }: Reached, found: (id: number) => void): void {
  forEachCell(area, (row, column) => indexes[sheet]!.find(row, column, found));
}
