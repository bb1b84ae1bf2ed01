/*
 * One call of a function: every argument read, core asked, and the answer looked through. Knows no Excel, so that
 * whoever evaluates formulas without it (the pane's forms do) gets the same answers and the same problems.
 */
import { placeIn } from "../core/grid";
import { Problem } from "../core/problem";
import type { Trace } from "../core/trace";
import type { Answer, Definition } from "./definitions";

/**
 * Answers one call; throws a Problem and nothing else. `values` are the arguments in the definition's order. The
 * trace is told how the answer comes about.
 */
export function call(definition: Definition, values: readonly unknown[], trace?: Trace): Answer {
  try {
    return finite(definition.compute(request(definition, values) as never, trace));
  } catch (error) {
    throw error instanceof Problem ? error : new Problem("unexpected", { error: String(error) });
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

function finite(grid: Answer): Answer {
  for (let row = 0; row < grid.length; row += 1) {
    for (let column = 0; column < grid[row]!.length; column += 1) {
      const value = grid[row]![column]!;
      if (typeof value === "number" && !Number.isFinite(value)) {
        throw new Problem("resultTooLarge", { place: placeIn(grid, row, column) });
      }
    }
  }
  // One answer that does not exist is the whole call's problem; among several it stands in its own cell.
  if (grid.length === 1 && grid[0]!.length === 1 && grid[0]![0] instanceof Problem) throw grid[0]![0];
  return grid;
}
