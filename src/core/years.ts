/*
 * An amount with years: which way the years run decides which way the table runs.
 */
import { isOne, isRow, list, placeInList, transpose, type Grid } from "./grid";
import { Problem, type Argument, type At } from "./problem";

export const mostYears = 200;

export interface Years {
  /** The amount of each year. */
  readonly amounts: readonly number[];
  /** "one" where the amount is a single number, and no years are meant. */
  readonly direction: "one" | "across" | "down";
  /** Where a year's amount stands. */
  readonly at: (year: number) => At;
}

/** Reads an amount that is one number, or a row or column of years. */
export function yearsOf(argument: Argument, grid: Grid): Years {
  const amounts = list(argument, grid);
  if (amounts.length > mostYears) {
    throw new Problem("tooManyYears", { argument, got: amounts.length, most: mostYears });
  }
  return {
    amounts,
    direction: isOne(grid) ? "one" : isRow(grid) ? "across" : "down",
    at: (year) => ({ argument, place: placeInList(grid, year) }),
  };
}

/**
 * Whether the table of a result is turned, with the parties across: where the years run downwards, or where there is
 * a single amount and the first key that has a direction lies across.
 */
export function isTurned({ direction }: Years, keys: readonly (Grid | undefined)[]): boolean {
  const partiesAcross = direction === "one" && (keys.find((key) => key && !isOne(key)) ?? []).length === 1;
  return direction === "down" || partiesAcross;
}

/** The table of a result, from a column per year: parties down and years across, unless it is turned. */
export function tableOf(columns: Grid, turned: boolean): number[][] {
  return turned ? columns.map((column) => [...column]) : transpose(columns);
}
