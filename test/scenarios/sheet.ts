/*
 * A scenario's sheet evaluated in the headless engine, as tests look at it: what breaks its promises, and the
 * values of what the plan has named.
 */
import path from "node:path";
import { createEngine, readBuiltAddIn, type Engine, type Value } from "../../src/engine/engine";
import { evaluateSheet, type EvaluatedCell } from "../../src/engine/evaluateSheet";
import { excelCode } from "../../src/engine/values";
import type { Language } from "../../src/i18n/language";
import { problemSentence } from "../../src/i18n/problems";
import { evaluate as evaluateWithout, prepare } from "../../src/scenarios/evaluate/sheet";
import { CellError } from "../../src/scenarios/evaluate/values";
import { layOut, type LaidOutSheet } from "../../src/scenarios/layout";
import type { SheetPlan } from "../../src/scenarios/plan";
import { overlap, toAddress, toZone, zoneAt, type Zone } from "../../src/scenarios/zone";

const addIn = readBuiltAddIn(path.resolve(import.meta.dirname, "../../dist"));
let engine: Engine | undefined;

/** One engine for all of a file's tests; its language follows. */
function engineIn(language: Language): Engine {
  engine ??= createEngine({ ...addIn, language });
  if (engine.language !== language) engine.language = language;
  return engine;
}

export interface TestedSheet {
  readonly sheet: LaidOutSheet;
  /**
   * What breaks the promises of every sheet: errors, a control cell that is not 0, spills of another shape, a cell
   * that a form would show another value of.
   */
  readonly broken: readonly string[];
  /** The values of what has a name, row by row. */
  readonly grid: (name: string) => readonly (readonly (Value | null)[])[];
  /** The value of the one cell that has the name. */
  readonly value: (name: string) => Value | null;
  /** The value at an address. */
  readonly cell: (address: string) => Value | null;
}

export function evaluate(plan: SheetPlan, language: Language = "sv"): TestedSheet {
  const sheet = layOut(plan);
  const { cells, value, spills } = evaluateSheet(engineIn(language), sheet);
  const errors = cells
    .filter((cell) => excelCode(cell.value) !== undefined)
    .map((cell) => `${cell.address} ${cell.formula ?? ""}: ${String(cell.value)} ${cell.message ?? ""}`);
  const shapes = sheet.cells.flatMap(({ address, spill = { rows: 1, columns: 1 }, isFormula }) => {
    const { rows, columns } = spills.get(address) ?? { rows: 1, columns: 1 };
    if (!isFormula || (rows === spill.rows && columns === spill.columns)) return [];
    return [`${address} fills ${rows} × ${columns}, declared as ${spill.rows} × ${spill.columns}`];
  });
  const control = value(sheet.control);
  const differing = differences(sheet, cells, language);
  const grid = (name: string) => {
    const { top, left, bottom, right } = sheet.names.get(name)!;
    return Array.from({ length: bottom - top + 1 }, (_, row) =>
      Array.from({ length: right - left + 1 }, (_, column) => value(toAddress(zoneAt(top + row, left + column)))),
    );
  };
  return {
    sheet,
    broken: [
      ...errors,
      ...shapes,
      ...differing,
      ...(control === 0 ? [] : [`the control cell reads ${String(control)}`]),
    ],
    grid,
    value: (name) => grid(name)[0]![0]!,
    cell: value,
  };
}

/** Where the two evaluations of a plan differ. */
export function compareWithEngine(plan: SheetPlan, language: Language): readonly string[] {
  const sheet = layOut(plan);
  return differences(sheet, evaluateSheet(engineIn(language), sheet).cells, language);
}

/** Where the evaluation without a spreadsheet gives another value, or another sentence, than the engine. */
function differences(sheet: LaidOutSheet, cells: readonly EvaluatedCell[], language: Language): readonly string[] {
  const valueAt = evaluateWithout(prepare(sheet), new Map(), language);
  const differing = cells.flatMap(({ address, value, formula, message }) => {
    const { row, column } = toPlace(address);
    const ours = valueAt(row, column);
    const problem = ours instanceof CellError ? ours.cause?.problem : undefined;
    const code = ours instanceof CellError ? ours.code : ours;
    const sentence = problem && problemSentence(problem, language);
    // The engine's own functions have sentences too, in English; and pass some of ours on, and others not.
    const isOurs = message !== undefined && formula?.startsWith("=FINSAM.") && !message.startsWith("The function ");
    if (code === value && (!isOurs || sentence === message)) return [];
    // Which error an impossible date is differs, and it is Excel's that we give.
    if (ours instanceof CellError && !isOurs && excelCode(value) !== undefined) return [];
    const isPassedOver = ours instanceof CellError && passesErrorsOver(address, sheet);
    const what = `${address} ${formula ?? ""}: ${String(value)} ${message ?? ""}, without: ${String(code)} ${sentence ?? ""}`;
    return [{ place: zoneAt(row, column), address, isPassedOver, what }];
  });
  return differing.filter((each) => !isExcused(each, new Set())).map(({ what }) => what);

  /** A cell that counts errors, or asks for one, differs too where one that it reads is passed over. */
  function isExcused({ address, isPassedOver }: (typeof differing)[number], seen: ReadonlySet<string>): boolean {
    if (isPassedOver) return true;
    const read = zonesRead(address, sheet);
    const others = differing.filter(
      (other) => !seen.has(other.address) && read.some((zone) => overlap(zone, other.place)),
    );
    return others.some((other) => isExcused(other, new Set([...seen, address])));
  }
}

/**
 * Whether a cell is a SUMIF or a SUMPRODUCT, or follows from one: the engine passes over errors there, where Excel
 * and we do not.
 */
function passesErrorsOver(address: string, sheet: LaidOutSheet): boolean {
  if (/SUMIF|SUMPRODUCT/.test(formulaAt(address, sheet))) return true;
  return zonesRead(address, sheet).some((zone) =>
    sheet.cells.some(
      ({ isFormula, row, column, address: other, spill }) =>
        isFormula && overlap(zoneAt(row, column, spill), zone) && passesErrorsOver(other, sheet),
    ),
  );
}

function formulaAt(address: string, { cells }: LaidOutSheet): string {
  return String(cells.find((cell) => cell.address === address && cell.isFormula)?.content ?? "");
}

function zonesRead(address: string, sheet: LaidOutSheet): readonly Zone[] {
  const bare = formulaAt(address, sheet).replace(/"(?:[^"]|"")*"/g, "");
  return [...bare.matchAll(/\b[A-Z]{1,2}\d+(?::[A-Z]{1,2}\d+)?/g)].map(([zone]) => toZone(zone));
}

function toPlace(address: string) {
  const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(address)!;
  const column = [...letters!].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, column };
}
