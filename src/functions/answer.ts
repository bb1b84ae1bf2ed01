/*
 * From Excel's arguments to Excel's answer: a call, and each problem turned into an Excel error with a sentence in
 * the user's language. Nothing else ever leaves a function.
 */
// By its type CustomFunctions.Error is no JavaScript error, but it is what Excel wants thrown.
/* eslint-disable @typescript-eslint/only-throw-error */
import { Problem } from "../core/problem";
import { problemSentence } from "../i18n/problems";
import { call } from "./call";
import type { Answer, Definition } from "./definitions";
import { firstError } from "./read";

/** Answers one call; `values` are the arguments in the definition's order, as Excel passed them. */
export function answer(definition: Definition, values: readonly unknown[]): any[][] {
  const passedOn = firstError(values);
  // Returned, not thrown: Microsoft's runtime makes #VALUE! of #REF! and #NAME? where they are thrown.
  if (passedOn) return [[passedOn]];
  try {
    return toExcel(call(definition, values));
  } catch (error) {
    throw toExcelError(error as Problem);
  }
}

function toExcel(grid: Answer): any[][] {
  if (!grid.some((row) => row.some((value) => value instanceof Problem))) return grid as any[][];
  return grid.map((row) => row.map((value) => (value instanceof Problem ? toExcelError(value) : value)));
}

function toExcelError(problem: Problem): CustomFunctions.Error {
  const { invalidValue, notAvailable } = CustomFunctions.ErrorCode;
  return new CustomFunctions.Error(problem.isAbsence ? notAvailable : invalidValue, problemSentence(problem));
}
