/*
 * Recalculates our formulas in a stored workbook, with what depends on them, and writes back values alone.
 */
import type { FormulaEngine } from "../engine/workbookFormulas";
import { addressOfArea, columnOf, rowOf, type Area } from "./area";
import { calculate, type Calculation } from "./calculate";
import { userFormula } from "./formulaText";
import { patchSheet, type CellChange } from "./patchSheet";
import { refuse, type FormulaProblem } from "./problem";
import type { Outcome } from "./round";
import { isSame, plainValue, type CellValue } from "./values";
import { nameCell, readWorkbook, type Workbook } from "./workbook";

export type PlainValue = number | string | boolean | null;

/** A cell whose stored value was another; null is a blank cell. */
export interface Difference {
  readonly cell: string;
  readonly stored: PlainValue;
  readonly computed: PlainValue;
  /** Where it has one of its own. */
  readonly formula?: string;
  /** The sentence of a function's own error. */
  readonly message?: string;
}

/** A formula that depends on ours and keeps its stored value. */
export interface Kept {
  readonly cell: string;
  readonly formula: string;
  readonly problem: FormulaProblem;
  /** Cells that depend on it, and keep their stored values too. */
  readonly dependents: readonly string[];
}

export interface RecalculationReport {
  /** How many formulas call our functions. */
  readonly ours: number;
  /** How many formulas were calculated: ours and those that depend on them. */
  readonly calculated: number;
  readonly differences: readonly Difference[];
  readonly kept: readonly Kept[];
  /** Formulas that may or may not depend on ours, such as INDIRECT; they keep their stored values. */
  readonly uncertain: readonly { readonly cell: string; readonly formula: string }[];
  /** Formulas stored as filling one cell, whose function gives a table: the first value is shown. */
  readonly cutOff: readonly { readonly cell: string; readonly rows: number; readonly columns: number }[];
}

export interface Recalculation {
  /** The workbook; the very bytes that came where nothing differs. */
  readonly bytes: Uint8Array;
  readonly report: RecalculationReport;
}

export interface RecalculationOptions {
  readonly progress?: (step: "read" | "calculate" | "write", done: number, total: number) => void;
  /** Only compares: the bytes are those that came. */
  readonly check?: boolean;
}

export function recalculate(
  bytes: Uint8Array,
  engine: FormulaEngine,
  { progress = () => undefined, check = false }: RecalculationOptions = {},
): Recalculation {
  const workbook = readWorkbook(bytes, progress);
  const calculation = calculate(workbook, engine, {
    progress: (done, total) => progress("calculate", done, total),
  });
  // One sentence rather than a list of all formulas.
  if (workbook.countsAsShown && calculation.ours > 0) refuse({ kind: "countsAsShown" });
  const report = toReport(workbook, calculation);
  if (check) return { bytes, report };
  workbook.sheets.forEach((sheet, index) => {
    const changes = changesOf(workbook, calculation, index);
    if (changes.size === 0) return;
    progress("write", index, workbook.sheets.length);
    const { text } = workbook.package.text(sheet.part);
    workbook.package.splice(sheet.part, patchSheet(text, sheet.part, changes));
  });
  return { bytes: workbook.package.bytes(bytes), report };
}

/** What must be written on a sheet: values that differ, and what tables fill now. */
function changesOf(workbook: Workbook, { cells, outcomes }: Calculation, index: number): Map<number, CellChange> {
  const { values } = workbook.sheets[index]!;
  const changes = new Map<number, CellChange>();
  for (const [key, value] of cells[index]!) {
    if (!isSame(value, values.get(key) ?? null)) changes.set(key, { value });
  }
  for (const { formula, area } of outcomes.values()) {
    const { sheet, key, stored } = formula;
    if (sheet !== index || !area || !stored.isDynamic || isSameArea(area, stored.area)) continue;
    changes.set(key, { ...changes.get(key), area: addressOfArea(area) });
  }
  return changes;
}

function isSameArea(one: Area, other: Area | undefined): boolean {
  return other !== undefined && addressOfArea(one) === addressOfArea(other);
}

export function toReport(workbook: Workbook, calculation: Calculation): RecalculationReport {
  const { formulas, ours, outcomes, uncertain } = calculation;
  const all = [...outcomes.values()];
  const textOf = (located: Outcome["formula"]) => {
    const { text, rows, columns } = formulas.textOf(located);
    return userFormula(text, rows, columns);
  };
  const stopped = all.filter(({ problem }) => problem !== undefined);
  const dependents = new Map<string, string[]>();
  for (const { formula, problem } of stopped) {
    if (problem!.kind !== "dependsOn") continue;
    const names = dependents.get(problem.cell);
    if (names) names.push(formulas.name(formula));
    else dependents.set(problem.cell, [formulas.name(formula)]);
  }
  const affected = new Set(all.map(({ formula }) => formula));
  return {
    ours,
    calculated: all.length - stopped.length,
    differences: differencesOf(workbook, calculation, textOf),
    kept: stopped.flatMap(({ formula, problem }) => {
      if (problem!.kind === "dependsOn") return [];
      const cell = formulas.name(formula);
      return [{ cell, formula: textOf(formula), problem: problem!, dependents: dependents.get(cell) ?? [] }];
    }),
    uncertain: uncertain
      .filter((located) => !affected.has(located))
      .map((located) => ({ cell: formulas.name(located), formula: textOf(located) })),
    cutOff: all.flatMap(({ formula, cutOff }) => (cutOff ? [{ cell: formulas.name(formula), ...cutOff }] : [])),
  };
}

function differencesOf(
  workbook: Workbook,
  { cells, outcomes }: Calculation,
  textOf: (located: Outcome["formula"]) => string,
): Difference[] {
  const byPlace = new Map<string, Outcome>();
  for (const outcome of outcomes.values()) byPlace.set(`${outcome.formula.sheet} ${outcome.formula.key}`, outcome);
  return cells.flatMap((sheetCells, sheet) =>
    [...sheetCells]
      .sort(([a], [b]) => a - b)
      .flatMap(([key, value]): Difference[] => {
        const stored: CellValue | null = workbook.sheets[sheet]!.values.get(key) ?? null;
        if (isSame(stored, value)) return [];
        const outcome = byPlace.get(`${sheet} ${key}`);
        return [
          {
            cell: nameCell(workbook, sheet, rowOf(key), columnOf(key)),
            stored: plainValue(stored),
            computed: plainValue(value),
            ...(outcome && { formula: textOf(outcome.formula) }),
            ...(outcome?.message !== undefined && { message: outcome.message }),
          },
        ];
      }),
  );
}
