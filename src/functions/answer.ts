/*
 * From Excel's arguments to Excel's answer: every argument read, core asked, and each problem turned into an
 * Excel error with a sentence in the user's language. Nothing else ever leaves a function.
 */
// By its type CustomFunctions.Error is no JavaScript error, but it is what Excel wants thrown.
/* eslint-disable @typescript-eslint/only-throw-error */
import { placeIn } from "../core/grid";
import { Problem } from "../core/problem";
import { problemSentence } from "../i18n/problems";
import type { Answer, Definition } from "./definitions";
import { firstError } from "./read";

/** Answers one call; `values` are the arguments in the definition's order, as Excel passed them. */
export function answer(definition: Definition, values: readonly unknown[]): any[][] {
  const passedOn = firstError(values);
  // Returned, not thrown: Microsoft's runtime makes #VALUE! of #REF! and #NAME? where they are thrown.
  if (passedOn) return [[passedOn]];
  try {
    return toExcel(definition.compute(request(definition, values) as never));
  } catch (error) {
    throw toExcelError(
      error instanceof Problem ? (error as Problem) : new Problem("unexpected", { error: String(error) }),
    );
  }
}

function request({ readers }: Definition, values: readonly unknown[]): object {
  const read: Record<string, unknown> = {};
  for (let i = 0; i < readers.length; i += 1) {
    const [argument, reader] = readers[i]!;
    read[argument] = reader(argument, values[i]);
  }
  return read;
}

function toExcel(grid: Answer): any[][] {
  let isComplete = true;
  for (let row = 0; row < grid.length; row += 1) {
    for (let column = 0; column < grid[row]!.length; column += 1) {
      const value = grid[row]![column]!;
      if (typeof value === "number") {
        if (!Number.isFinite(value)) throw new Problem("resultTooLarge", { place: placeIn(grid, row, column) });
      } else if (value instanceof Problem) isComplete = false;
    }
  }
  if (isComplete) return grid as any[][];
  // One answer that does not exist is the whole call's error; among several it stands in its own cell.
  if (grid.length === 1 && grid[0]!.length === 1) throw grid[0]![0] as Problem;
  return grid.map((row) => row.map((value) => (value instanceof Problem ? toExcelError(value) : value)));
}

function toExcelError(problem: Problem): CustomFunctions.Error {
  const { invalidValue, notAvailable } = CustomFunctions.ErrorCode;
  return new CustomFunctions.Error(problem.isAbsence ? notAvailable : invalidValue, problemSentence(problem));
}
