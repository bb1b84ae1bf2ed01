/*
 * Writes what somebody has entered into a stored workbook: the cells, what follows from them, and nothing else. Cells
 * that depend on what was entered, and our formulas with what depends on them, are calculated; all others keep what
 * is stored.
 */
import type { FormulaEngine } from "../engine/workbookFormulas";
import { addressOfArea, columnOf, contains, keyOf, rowOf, type Area } from "./area";
import { calculate, type Calculation } from "./calculate";
import { dynamicMark } from "./dynamicMark";
import { movedFormula } from "./formulaText";
import { Formulas } from "./formulas";
import { Package } from "./package";
import { removeChain } from "./parts";
import { patchSheet, type CellChange, type EnteredFormula } from "./patchSheet";
import { toReport, type Kept, type RecalculationOptions } from "./recalculate";
import type { StoredFormula } from "./sheet";
import { Styles, type LookChange } from "./styles";
import { isSame, type CellValue } from "./values";
import { nameCell, type Sheet, type Workbook } from "./workbook";

/** What somebody has put into a cell. */
export type Entry =
  | { readonly kind: "blank" }
  | { readonly kind: "constant"; readonly value: CellValue }
  | {
      readonly kind: "formula";
      /** As a workbook stores it, without its equals sign. */
      readonly text: string;
      /** Spreads to as many cells as its result has. */
      readonly dynamic: boolean;
      /** Rows of what it shows where it was entered: its result where it cannot be calculated here. */
      readonly shown: readonly (readonly CellValue[])[];
    };

export interface CellEdit {
  readonly entry?: Entry;
  readonly look?: LookChange;
}

/** For each sheet of the workbook, in its order, cells by their key. */
export type Edits = readonly ReadonlyMap<number, CellEdit>[];

/** An entry that is left out, as Excel would not take it. */
export interface RefusedEntry {
  readonly kind: "tableHeading" | "tableTotals" | "dataTable" | "keptArray" | "tooLong";
  readonly cell: string;
}

/** What Excel takes in one cell. */
const most = { text: 32_767, formula: 8192 };

export interface EditedWorkbook {
  readonly bytes: Uint8Array;
  readonly refused: readonly RefusedEntry[];
  /** Formulas that only Excel can calculate and that keep their values, though cells that they need have others now. */
  readonly stale: readonly Kept[];
}

/** `workbook` is what was read of `bytes`; neither is changed. */
export function editWorkbook(
  workbook: Workbook,
  bytes: Uint8Array,
  edits: Edits,
  engine: FormulaEngine,
  { progress }: Pick<RecalculationOptions, "progress"> = {},
): EditedWorkbook {
  const { accepted, refused } = sortOut(workbook, edits, engine);
  const overlays = workbook.sheets.map((sheet, index) => overlay(sheet, accepted[index] ?? new Map()));
  const edited = { ...workbook, package: new Package(bytes), sheets: overlays.map(({ sheet }) => sheet) };
  const run = () =>
    calculate(edited, engine, {
      progress: (done, total) => progress?.("calculate", done, total),
      changed: overlays.map(({ changed }) => changed),
      keepsCircles: true,
    });
  const first = run();
  const calculation = settle(overlays, first) ? run() : first;
  const styles = accepted.some((each) => [...each.values()].some(({ look }) => look))
    ? Styles.of(edited.package, workbook.part)
    : undefined;
  let mark: string | undefined;
  const getMark = () => (mark ??= dynamicMark(edited.package, workbook.part));
  const changedValues = workbook.sheets.map((sheet, index) => {
    const changes = new Changes(sheet, overlays[index]!, calculation, index, styles, getMark);
    const all = changes.all();
    if (all.size > 0) {
      progress?.("write", index, workbook.sheets.length);
      const { text } = edited.package.text(sheet.part);
      edited.package.splice(sheet.part, patchSheet(text, sheet.part, all));
    }
    return changes.values;
  });
  styles?.write();
  if (overlays.some(({ changesFormulas }) => changesFormulas)) removeChain(edited);
  return { bytes: edited.package.bytes(bytes), refused, stale: staleOf(edited, calculation, changedValues) };
}

/**
 * Excel itself lets nobody change a part of a data table or of an array formula, and keeps a table's headings the
 * same as in its own list.
 */
function sortOut(
  workbook: Workbook,
  edits: Edits,
  engine: FormulaEngine,
): { accepted: Edits; refused: RefusedEntry[] } {
  const refused: RefusedEntry[] = [];
  const formulas = new Formulas(workbook, engine);
  const blocks = workbook.sheets.map((): { area: Area; key: number; kind: RefusedEntry["kind"] }[] => []);
  for (const located of formulas.all) {
    const { sheet, key, stored } = located;
    // What takes a whole array formula's place takes all its cells.
    if (stored.kind === "array" && edits[sheet]?.get(key)?.entry) continue;
    if (!stored.area || (edits[sheet]?.size ?? 0) === 0) continue;
    if (stored.kind === "dataTable") blocks[sheet]!.push({ area: stored.area, key: -1, kind: "dataTable" });
    else if (formulas.read(located).problem) blocks[sheet]!.push({ area: stored.area, key, kind: "keptArray" });
  }
  const accepted = workbook.sheets.map(({ tables }, index) => {
    const problemOf = (key: number, entry: Entry): RefusedEntry["kind"] | undefined => {
      const [row, column] = [rowOf(key), columnOf(key)];
      if (entry.kind === "constant" && typeof entry.value === "string" && entry.value.length > most.text)
        return "tooLong";
      if (entry.kind === "formula" && entry.text.length > most.formula) return "tooLong";
      const block = blocks[index]!.find((each) => each.key !== key && contains(each.area, row, column));
      if (block) return block.kind;
      const table = tables.find(({ area }) => contains(area, row, column));
      if (table && row < table.area.top + table.headerRows) return "tableHeading";
      return table && row > table.area.bottom - table.totalsRows ? "tableTotals" : undefined;
    };
    const kept = new Map<number, CellEdit>();
    for (const [key, edit] of edits[index] ?? []) {
      const kind = edit.entry && problemOf(key, edit.entry);
      if (kind === undefined) kept.set(key, edit);
      else {
        refused.push({ kind, cell: nameCell(workbook, index, rowOf(key), columnOf(key)) });
        if (edit.look) kept.set(key, { look: edit.look });
      }
    }
    return kept;
  });
  return { accepted, refused };
}

/** A sheet with what was entered in it. */
interface Overlay {
  readonly sheet: Sheet & { readonly values: Map<number, CellValue>; readonly formulas: Map<number, StoredFormula> };
  readonly edits: ReadonlyMap<number, CellEdit>;
  /** What was entered, and what its predecessor filled. */
  readonly changed: Set<number>;
  /** Formulas that stand first in their group now. */
  readonly leaders: ReadonlyMap<number, { readonly text: string; readonly area: Area }>;
  /** Array formulas of a fixed size that cells were taken from: they spread as they can now. */
  readonly loosened: ReadonlySet<number>;
  readonly changesFormulas: boolean;
}

function overlay(original: Sheet, edits: ReadonlyMap<number, CellEdit>): Overlay {
  const values = new Map(original.values);
  const formulas = new Map(original.formulas);
  const changed = new Set<number>();
  let changesFormulas = false;
  const entered = [...edits].flatMap(([key, { entry }]) => (entry ? [[key, entry] as const] : []));
  for (const [key] of entered) free(original, key, values, changed);
  for (const [key, entry] of entered) {
    changed.add(key);
    changesFormulas ||= original.formulas.has(key) || entry.kind === "formula";
    formulas.delete(key);
    values.delete(key);
    if (entry.kind === "constant") values.set(key, entry.value);
    else if (entry.kind === "formula") {
      const { text, dynamic } = entry;
      formulas.set(key, { text, kind: dynamic ? "array" : "normal", isDynamic: dynamic });
    }
  }
  const leaders = newLeaders(original, changed);
  for (const [key, { text }] of leaders) formulas.set(key, { ...formulas.get(key)!, text });
  const loosened = new Set<number>();
  for (const [key, stored] of formulas) {
    if (stored.kind !== "array" || stored.isDynamic || !stored.area) continue;
    const { area } = stored;
    if (!entered.some(([other]) => other !== key && contains(area, rowOf(other), columnOf(other)))) continue;
    loosened.add(key);
    formulas.set(key, { ...stored, isDynamic: true });
  }
  return { sheet: { ...original, values, formulas }, edits, changed, leaders, loosened, changesFormulas };
}

/** What an array formula filled goes with it. */
function free({ formulas }: Sheet, key: number, values: Map<number, CellValue>, changed: Set<number>): void {
  const before = formulas.get(key);
  if (before?.kind !== "array" || !before.area) return;
  const { top, left, bottom, right } = before.area;
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) {
      const filled = keyOf(row, column);
      if (filled === key || formulas.has(filled)) continue;
      values.delete(filled);
      changed.add(filled);
    }
  }
}

/** The first of a group has the text for all of them: where it goes, the next one gets it. */
function newLeaders({ formulas }: Sheet, changed: ReadonlySet<number>) {
  const leaders = new Map<number, { text: string; area: Area }>();
  const gone = new Map<string, { key: number; text: string; members: number[] }>();
  for (const [key, { group, text }] of formulas) {
    if (group !== undefined && text !== "" && changed.has(key)) gone.set(group, { key, text, members: [] });
  }
  if (gone.size === 0) return leaders;
  for (const [key, { group, text }] of formulas) {
    if (group !== undefined && text === "" && !changed.has(key)) gone.get(group)?.members.push(key);
  }
  for (const { key, text, members } of gone.values()) {
    if (members.length === 0) continue;
    const [rows, columns] = [members.map(rowOf), members.map(columnOf)];
    const least = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.min(a, b));
    const greatest = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.max(a, b));
    const first = least(members);
    leaders.set(first, {
      text: movedFormula(text, rowOf(first) - rowOf(key), columnOf(first) - columnOf(key)),
      area: { top: least(rows), left: least(columns), bottom: greatest(rows), right: greatest(columns) },
    });
  }
  return leaders;
}

/** Formulas that were entered and cannot be calculated here count as what they show. Says whether there were any. */
function settle(overlays: readonly Overlay[], { outcomes }: Calculation): boolean {
  let any = false;
  for (const { formula, problem } of outcomes.values()) {
    const { sheet, edits, changed } = overlays[formula.sheet]!;
    const entry = edits.get(formula.key)?.entry;
    if (!problem || entry?.kind !== "formula") continue;
    any = true;
    sheet.formulas.delete(formula.key);
    for (const [cell, value] of cellsOf(entry.shown, formula.key)) {
      sheet.values.set(cell, value);
      changed.add(cell);
    }
  }
  return any;
}

function cellsOf(shown: readonly (readonly CellValue[])[], key: number): [number, CellValue][] {
  return shown.flatMap((values, row) =>
    values.map((value, column): [number, CellValue] => [keyOf(rowOf(key) + row, columnOf(key) + column), value]),
  );
}

/** What must be written on a sheet. */
class Changes {
  /** Cells that have another value than the one stored. */
  readonly values = new Set<number>();
  readonly #all = new Map<number, CellChange>();

  constructor(
    private readonly original: Sheet,
    private readonly overlay: Overlay,
    private readonly calculation: Calculation,
    private readonly index: number,
    private readonly styles: Styles | undefined,
    private readonly getMark: () => string,
  ) {}

  all(): ReadonlyMap<number, CellChange> {
    const { edits, changed, leaders, loosened } = this.overlay;
    const areas = this.#areas();
    for (const key of new Set([...changed, ...this.calculation.cells[this.index]!.keys()])) this.#value(key);
    for (const [key, area] of areas) {
      const stored = this.original.formulas.get(key);
      const isKnown = stored?.area && addressOfArea(stored.area) === addressOfArea(area) && !loosened.has(key);
      if (edits.get(key)?.entry || isKnown) continue;
      if (!loosened.has(key)) this.#add(key, { area: addressOfArea(area) });
      else this.#add(key, { entered: this.#array(stored!.text, area) });
    }
    for (const [key, { text, area }] of leaders) {
      const { group } = this.original.formulas.get(key)!;
      this.#add(key, { entered: { text, group: { number: group!, area: addressOfArea(area) } } });
    }
    for (const [key, { entry, look }] of edits) {
      if (entry?.kind === "constant") this.#add(key, { entered: "constant", value: this.#valueOf(key) });
      // It may have been filled by a formula instead.
      else if (entry?.kind === "blank") this.#add(key, { dropsFormula: true, value: this.#valueOf(key) });
      else if (entry) {
        const { text, dynamic, shown } = entry;
        const area = areas.get(key) ?? sizedAt(key, shown);
        this.#add(key, { entered: dynamic ? this.#array(text, area) : { text }, value: this.#valueOf(key) });
      }
      if (look) this.#add(key, { restyle: (style) => this.styles!.changed(style, look) });
    }
    return this.#all;
  }

  #add(key: number, change: CellChange): void {
    this.#all.set(key, { ...this.#all.get(key), ...change });
  }

  #array(text: string, area: Area): EnteredFormula {
    return { text, area: addressOfArea(area), mark: this.getMark() };
  }

  #value(key: number): void {
    const value = this.#valueOf(key);
    if (isSame(value, this.original.values.get(key) ?? null)) return;
    this.values.add(key);
    this.#add(key, { value });
  }

  #valueOf(key: number): CellValue | null {
    const calculated = this.calculation.cells[this.index]!.get(key);
    return calculated === undefined ? (this.overlay.sheet.values.get(key) ?? null) : calculated;
  }

  /** What each array formula of the sheet fills now. */
  #areas(): ReadonlyMap<number, Area> {
    const areas = new Map<number, Area>();
    for (const { formula, area } of this.calculation.outcomes.values()) {
      if (formula.sheet === this.index && area && formula.stored.isDynamic) areas.set(formula.key, area);
    }
    return areas;
  }
}

function sizedAt(key: number, shown: readonly (readonly CellValue[])[]): Area {
  const [top, left] = [rowOf(key), columnOf(key)];
  return {
    top,
    left,
    bottom: top + Math.max(1, shown.length) - 1,
    right: left + Math.max(1, shown[0]?.length ?? 1) - 1,
  };
}

const mostCompared = 10_000_000;

function staleOf(workbook: Workbook, calculation: Calculation, changed: readonly ReadonlySet<number>[]): Kept[] {
  const { kept } = toReport(workbook, calculation);
  if (kept.length === 0) return [];
  const { formulas, outcomes } = calculation;
  const count = changed.reduce((sum, { size }) => sum + size, 0);
  const isStale = new Set<string>();
  for (const { formula, problem } of outcomes.values()) {
    if (!problem || problem.kind === "dependsOn") continue;
    const needs = formulas.read(formula).areas;
    const isChanged =
      count * kept.length > mostCompared ||
      needs.some((area) => [...changed[area.sheet]!].some((key) => contains(area, rowOf(key), columnOf(key))));
    if (isChanged) isStale.add(formulas.name(formula));
  }
  return kept.filter(({ cell }) => isStale.has(cell));
}
