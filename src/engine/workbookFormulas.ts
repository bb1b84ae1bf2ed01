/*
 * The engine as a stored workbook's formulas need it: no cells of its own, every value handed over with the
 * formula. The library is an argument, so that in the browser it stays a script of its own.
 */
import type * as OSpreadsheet from "@odoo/o-spreadsheet";
import type { Language } from "../i18n/catalogue";
import type { FunctionKnowledge } from "../xlsx/formula";
import type { FormulaProblem } from "../xlsx/problem";
import { ErrorValue, type CellValue } from "../xlsx/values";
import { isAsExcel, passesBlanks, refusingToGuess, withoutNoise } from "./asExcel";
import { isVague, type Size } from "./asExcel/cells";
import { loadBundle } from "./bundle";
import { displayLanguages, locales } from "./locales";
import type { FunctionsMetadata } from "./metadata";
import { quietly } from "./quietly";
import { namespace, registerFunctions, type EngineLibrary } from "./register";
import { ErrorWithMessage, excelCode } from "./values";

/** A value as the engine holds it: an error is its text, null a blank cell. */
export interface EngineCell {
  readonly value: number | string | boolean | null;
  /** It is a text that the engine would take for an error, or an error that it would take for a text. */
  readonly isMistaken?: boolean;
}

/** Columns of rows; `full` is what the area has, where blank cells at its end have been left out. */
export type EngineTable = EngineCell[][] & { full?: Size; hasMistaken?: boolean };

/** What stands for a reference. */
export type EngineValue = EngineCell | EngineTable;

export interface FormulaResult {
  /** Rows of values. */
  readonly grid: readonly (readonly CellValue[])[];
  /** The sentence of a function's own error. */
  readonly message?: string;
  /** Numbers in the grid, without sign, that are nothing but what digits do not reach to: Excel may have 0 there. */
  readonly noise?: readonly number[];
}

export interface FormulaEngine extends FunctionKnowledge {
  /**
   * The formula's result with values in place of `handed(0)`, `handed(1)` …, or why Excel alone knows it. Among the
   * values may be noise that other formulas came to.
   */
  evaluate(
    formula: string,
    values: readonly EngineValue[],
    noise?: ReadonlySet<number>,
  ): FormulaResult | FormulaProblem;
}

/** The call in a formula that stands for a value handed over. */
export function handed(index: number): string {
  return `${handOver}(${index})`;
}

const handOver = "FINSAM_HANDED";

export type WorkbookLibrary = EngineLibrary & Pick<typeof OSpreadsheet, "Model" | "CompiledFormula">;

export interface FormulaEngineOptions {
  readonly library: WorkbookLibrary;
  readonly bundle: string;
  readonly metadata: FunctionsMetadata;
  readonly language: Language;
}

/** Registers the add-in's functions, as the library keeps one registry for all. */
export function createFormulaEngine({ library, bundle, metadata, language }: FormulaEngineOptions): FormulaEngine {
  const office = { context: { displayLanguage: displayLanguages[language] } };
  registerFunctions({ library, metadata, functions: loadBundle(bundle, office) });
  let values: readonly EngineValue[] = [];
  library.registries.functionRegistry.replace(handOver, {
    description: "",
    args: [{ name: "index", description: "", type: ["NUMBER"] }],
    compute: (index: { value: unknown }) => values[Number(index.value)]! as OSpreadsheet.FunctionResultObject,
    hidden: true,
  } as unknown as Parameters<typeof library.registries.functionRegistry.replace>[1]);
  const model = quietly(() => new library.Model({ settings: { locale: locales[language] } }));
  const sheetId = model.getters.getActiveSheetId();
  const functions = library.registries.functionRegistry.content;
  const known = new Map<string, OSpreadsheet.CompiledFormula>();
  return {
    problem: (name, count) => findProblem(functions[name], name, count),
    takesRange: (name, index) => takesRange(name, functions[name]?.args ?? [], index),
    passesBlanks,
    evaluate(formula, handedOver, noise) {
      values = handedOver;
      let compiled = known.get(formula);
      if (!compiled) {
        if (known.size > mostKnown) known.clear();
        compiled = library.CompiledFormula.Compile(`=${formula}`, sheetId, model.getters);
        known.set(formula, compiled);
      }
      return compiled.isBadExpression ? unreadable : evaluate(model, sheetId, compiled, formula, noise);
    },
  };
}

/** Filled-down formulas are the same text here, so that most are compiled once. */
const mostKnown = 10_000;

const unreadable: FormulaProblem = { kind: "unreadable" };

/** A defect in one of the engine's functions is told on the console alone; its value would pass for the user's own error. */
function evaluate(
  { getters }: OSpreadsheet.Model,
  sheetId: string,
  compiled: OSpreadsheet.CompiledFormula,
  formula: string,
  noiseBefore?: ReadonlySet<number>,
): FormulaResult | FormulaProblem {
  const { error } = console;
  let hasFailed = false;
  console.error = () => (hasFailed = true);
  try {
    const { result, doubt, noise, ofNoise } = refusingToGuess(
      () => getters.evaluateCompiledFormula(sheetId, compiled),
      noiseBefore,
    );
    if (doubt) return { kind: "doubt", doubt };
    if (hasFailed) return unreadable;
    const cells = Array.isArray(result) ? result.flat() : [result];
    if (cells.some(({ value }) => isVague(value))) return { kind: "doubt", doubt: "error" };
    const [only] = cells.length === 1 ? cells : [];
    const told =
      typeof only?.value === "number" ? { ...only, value: withoutNoise(formula, only.value, noise) } : result;
    return { ...toResult(told), ...noiseIn(told, noise, ofNoise) };
  } finally {
    console.error = error;
  }
}

function noiseIn(result: Cell | OSpreadsheet.Matrix<Cell>, ...known: readonly ReadonlySet<number>[]) {
  if (known.every(({ size }) => size === 0)) return {};
  const sizes = [result].flat(2).map(({ value }) => Math.abs(Number(value)));
  return { noise: sizes.filter((size) => known.some((noise) => noise.has(size))) };
}

interface KnownFunction {
  readonly minArgRequired: number;
  readonly maxArgPossible: number;
}

function findProblem(known: KnownFunction | undefined, name: string, count: number): FormulaProblem | undefined {
  if (!known) return { kind: "unknownFunction", name };
  // FILTER takes more conditions there where Excel takes what to show when nothing is found.
  const isSame = isAsExcel(name) || name.startsWith(`${namespace}.`);
  if (!isSame || (name === "FILTER" && count > 2)) return { kind: "unsupportedFunction", name };
  return count < known.minArgRequired || count > known.maxArgPossible ? { kind: "argumentCount", name } : undefined;
}

function takesRange(name: string, args: readonly OSpreadsheet.ArgDefinition[], index: number): boolean {
  // Excel's take one value each, and in a table cell by cell.
  if (name === "IFERROR" || name === "IFNA" || (name === "IF" && index === 0)) return false;
  const repeated = args.filter(({ repeating }) => repeating).length;
  const beyond = index - args.length;
  const at = beyond >= 0 && repeated > 0 ? args.length - repeated + (beyond % repeated) : index;
  return args[at]?.type.some((type) => type.startsWith("RANGE")) ?? false;
}

type Cell = OSpreadsheet.FunctionResultObject;

function toResult(result: Cell | OSpreadsheet.Matrix<Cell>): FormulaResult {
  const columns = Array.isArray(result) ? result : [[result]];
  const height = columns[0]?.length ?? 0;
  if (height === 0) return { grid: [[new ErrorValue("#VALUE!")]] };
  const first = columns[0]![0]!;
  const grid = Array.from({ length: height }, (_, row) => columns.map((column) => toValue(column[row]!)));
  return first instanceof ErrorWithMessage ? { grid, message: first.message } : { grid };
}

function toValue({ value }: Cell): CellValue {
  if (typeof value === "number") return Number.isFinite(value) ? value + 0 : new ErrorValue("#NUM!");
  if (value === "#SPILL!") return new ErrorValue(value);
  const error = excelCode(value);
  return error === undefined ? (value ?? 0) : new ErrorValue(error);
}
