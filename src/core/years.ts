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
 * The table of a result: parties down and years across, or turned where the years run downwards. For a single
 * amount the parties run like the first key that has a direction; down where none has.
 */
export function tableOf(columns: Grid, years: Years, keys: readonly (Grid | undefined)[]): number[][] {
  const partiesAcross = years.direction === "one" && (keys.find((key) => key && !isOne(key)) ?? []).length === 1;
  return years.direction === "down" || partiesAcross ? columns.map((column) => [...column]) : transpose(columns);
}
