/*
 * The spreadsheet engine without a screen: evaluates any formula with the add-in's built functions among the
 * engine's own. The answer is a spreadsheet's: operators, nesting, array constants and errors work as in a cell.
 */
import * as library from "@odoo/o-spreadsheet";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Language } from "../i18n/language";
import { loadBundle } from "./bundle";
import type { ErrorCode } from "./custom-functions";
import { findProblem, quoteErrors, type Problem } from "./formula";
import { displayLanguages, locales } from "./locales";
import type { FunctionsMetadata } from "./metadata";
import { quietly } from "./quietly";
import { registerFunctions } from "./register";

import { ErrorWithMessage, excelCode } from "./values";

export type Value = number | string | boolean;

export type Evaluation =
  /** Rows of exact values; an error inside the grid is its text, such as "#N/A". */
  | { readonly grid: readonly (readonly Value[])[] }
  /** The whole result is one error: the function's own sentence where it has one, or why the formula was refused. */
  | { readonly error: ErrorCode; readonly message?: string; readonly problem?: Problem };

/** The add-in as built: the bundle Excel loads, and the functions' metadata. */
export interface BuiltAddIn {
  readonly bundle: string;
  readonly metadata: FunctionsMetadata;
}

export interface EngineOptions extends BuiltAddIn {
  readonly language: Language;
  /** The size of the sheet; results of `evaluate` do not have to fit in it. */
  readonly rows?: number;
  readonly columns?: number;
}

export interface Engine {
  /** The language of the functions' messages, and of numbers and dates written as text. */
  language: Language;
  /** The workbook, one empty sheet at first, for those who need cells. */
  readonly model: library.Model;
  /** Evaluates a formula in its English form (commas, decimal points), with or without its `=`. */
  evaluate(formula: string): Evaluation;
}

/** Reads what `npm run build` has put in a folder. */
export function readBuiltAddIn(folder: string): BuiltAddIn {
  const read = (name: string) => readFileSync(path.join(folder, name), "utf8");
  return { bundle: read("functions.js"), metadata: JSON.parse(read("functions.json")) as FunctionsMetadata };
}

/** One engine at a time: the library keeps one function registry for all, so the engine made last decides. */
export function createEngine({ bundle, metadata, language, rows = 100, columns = 26 }: EngineOptions): Engine {
  const office = { context: { displayLanguage: displayLanguages[language] } };
  registerFunctions({ library, metadata, functions: loadBundle(bundle, office) });
  const model = quietly(() => new library.Model(emptyWorkbook(language, rows, columns)));
  return {
    model,
    get language() {
      return language;
    },
    set language(chosen) {
      language = chosen;
      office.context.displayLanguage = displayLanguages[chosen];
      quietly(() => model.dispatch("UPDATE_LOCALE", { locale: locales[chosen] }));
    },
    evaluate: (formula) => evaluate(model, formula),
  };
}

function emptyWorkbook(language: Language, rowNumber: number, colNumber: number) {
  const workbook = library.helpers.createEmptyWorkbookData();
  const sheets = workbook.sheets.map((sheet) => ({ ...sheet, rowNumber, colNumber }));
  return { ...workbook, sheets, settings: { ...workbook.settings, locale: locales[language] } };
}

function evaluate({ getters }: library.Model, formula: string): Evaluation {
  const text = quoteErrors(formula.trim().replace(/^=\s*/, ""));
  const problem = findProblem(text, (name) => getters.getNamedRange(name) !== undefined);
  if (problem) return { error: isNameProblem(problem) ? "#NAME?" : "#VALUE!", problem };
  return toEvaluation(getters.evaluateFormulaResult(getters.getActiveSheetId(), `=${text}`));
}

function isNameProblem({ kind }: Problem): boolean {
  return kind === "unknownFunction" || kind === "unknownName";
}

type Cell = library.FunctionResultObject;

function toEvaluation(result: Cell | library.Matrix<Cell>): Evaluation {
  if (!Array.isArray(result)) return toSingle(result);
  const height = result[0]?.length ?? 0;
  if (height <= 1 && result.length === 1) return toSingle(result[0]?.[0] ?? { value: 0 });
  return { grid: Array.from({ length: height }, (_, row) => result.map((column) => toValue(column[row]!))) };
}

function toSingle(cell: Cell): Evaluation {
  const value = toValue(cell);
  const error = excelCode(value);
  if (error === undefined) return { grid: [[value]] };
  // Messages of the engine's own functions are left out: a built-in error in Excel has none.
  return cell instanceof ErrorWithMessage ? { error, message: cell.message } : { error };
}

function toValue({ value }: Cell): Value {
  if (typeof value === "number") return Number.isFinite(value) ? value : "#NUM!";
  return excelCode(value) ?? value ?? 0;
}
