/*
 * Between the engine's values and Excel's. The engine keeps a matrix column by column, as [column][row] of
 * {value}; a custom function gets and gives rows, as Excel does: plain values, null for a blank cell, and an
 * error as CustomFunctions.Error.
 */
import type { FunctionResultObject, Matrix } from "@odoo/o-spreadsheet";
import { guess, isVague, leftOut } from "./asExcel/cells";
import { CustomFunctionError, type ErrorCode } from "./custom-functions";

export type Arg = FunctionResultObject | Matrix<FunctionResultObject> | undefined;
export type Result = FunctionResultObject | Matrix<FunctionResultObject>;

/** The engine's error texts, and the code that Excel has for each. */
const excelCodes = new Map<unknown, ErrorCode>([
  ["#N/A", "#N/A"],
  ["#NAME?", "#NAME?"],
  ["#DIV/0!", "#DIV/0!"],
  ["#NUM!", "#NUM!"],
  ["#NULL!", "#NULL!"],
  ["#VALUE!", "#VALUE!"],
  ["#REF!", "#REF!"],
  ["#REF", "#REF!"],
  ["#ERROR", "#VALUE!"],
  ["#BAD_EXPR", "#VALUE!"],
  ["#CYCLE", "#VALUE!"],
  ["#SPILL!", "#VALUE!"],
]);

/** Excel shows a custom message with these alone. */
const codesWithMessage: readonly ErrorCode[] = ["#VALUE!", "#N/A"];

/** Errors that Excel turns into #VALUE! when a function throws them; returned as values they stay. */
const codesNotThrown: readonly ErrorCode[] = ["#NAME?", "#REF!"];

/** An error value with a function's own sentence; by its class it is told from an error of the engine's functions. */
export class ErrorWithMessage implements FunctionResultObject {
  constructor(
    readonly value: ErrorCode,
    readonly message: string,
  ) {}
}

/** The Excel error that a value of the engine is; undefined where it is none. */
export function excelCode(value: unknown): ErrorCode | undefined {
  return excelCodes.get(value);
}

/** What Excel passes for a parameter declared as a matrix; null where the argument is omitted. */
export function toMatrixArgument(arg: Arg): unknown[][] | null {
  if (arg === undefined) return null;
  if (!Array.isArray(arg)) return [[toExcelValue(arg)]];
  // Excel hands over the blank cells to the end of the sheet, too.
  guess(leftOut(arg) > 0, "large");
  const rowCount = arg[0]?.length ?? 0;
  const rows = new Array<unknown[]>(rowCount);
  for (let row = 0; row < rowCount; row++) {
    const values = new Array<unknown>(arg.length);
    for (let column = 0; column < arg.length; column++) values[column] = toExcelValue(arg[column]![row]);
    rows[row] = values;
  }
  return rows;
}

/**
 * What Excel passes for a parameter declared as text: the text, also of a number; "" for a blank cell, null where
 * the argument is omitted. An error stands for the answer that Excel gives without calling the function.
 */
export function toTextArgument(arg: Arg): string | CustomFunctionError | null {
  if (arg === undefined) return null;
  if (Array.isArray(arg) && (arg.length !== 1 || arg[0]!.length !== 1)) return new CustomFunctionError();
  const value = toExcelValue(Array.isArray(arg) ? arg[0]![0] : arg);
  if (value instanceof CustomFunctionError) return value;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return value === null ? "" : String(value);
}

function toExcelValue(cell: FunctionResultObject | undefined): string | number | boolean | CustomFunctionError | null {
  const value = cell?.value ?? null;
  if (typeof value !== "string") return value;
  const code = excelCodes.get(value);
  if (code === undefined) return value;
  guess(isVague(value), "error");
  // A function's own sentence goes along where its error passes through another of our functions.
  return new CustomFunctionError(code, cell instanceof ErrorWithMessage ? cell.message : "");
}

/** What a custom function returned, as the engine takes it: one value, or a matrix that spills. */
export function toResult(returned: unknown): Result {
  if (!Array.isArray(returned)) return toCell(returned);
  const rows = returned as unknown[][];
  const width = Array.isArray(rows[0]) ? rows[0].length : 0;
  if (width === 0 || rows.some((row) => !Array.isArray(row) || row.length !== width)) return { value: "#VALUE!" };
  if (rows.length === 1 && width === 1) return toCell(rows[0]![0]);
  return Array.from({ length: width }, (_, column) => rows.map((row) => toCell(row[column])));
}

/** What a custom function threw: its own error with the message, or the bare #VALUE! of any other exception. */
export function toErrorResult(thrown: unknown): FunctionResultObject {
  const known = thrown instanceof CustomFunctionError && !codesNotThrown.includes(thrown.code);
  return known ? toErrorCell(thrown) : { value: "#VALUE!" };
}

function toCell(value: unknown): FunctionResultObject {
  switch (typeof value) {
    case "number":
      if (Number.isFinite(value)) return { value };
      return { value: Number.isNaN(value) ? "#VALUE!" : "#NUM!" };
    case "string":
    case "boolean":
      return { value };
  }
  if (value === null || value === undefined) return { value: "" };
  return value instanceof CustomFunctionError ? toErrorCell(value) : { value: "#VALUE!" };
}

function toErrorCell({ code, message }: CustomFunctionError): FunctionResultObject {
  return message !== "" && codesWithMessage.includes(code) ? new ErrorWithMessage(code, message) : { value: code };
}
