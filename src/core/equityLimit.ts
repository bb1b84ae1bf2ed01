/*
 * EQUITYLIMIT: recommended own capital. Nationella rådet 2013-10-02: 20 % of all income up to a turnover of
 * 7 mnkr, a falling percentage above. The further steps, and whether they apply to the whole income or slice by
 * slice, are in no source we have: the user gives them.
 */
import { add, exact, multiply, subtract, toNumber, zero } from "./exact";
import { placeIn, requireNotNegative, sizeOf, type Grid } from "./grid";
import { latestSources } from "./parameters/lookUp";
import { Problem } from "./problem";
import { placeOf, reporter, type Report, type Trace } from "./trace";

export interface EquityLimitRequest {
  /** All income of a year, in the sheet's unit, 0 or more; any rows × columns. */
  readonly income: Grid;
  /** Two columns: income above which a rate applies (the first 0, ascending), and the rate, 0.2 for 20 %. */
  readonly steps: Grid;
  /** Slice by slice instead of the whole income at the rate of its step. */
  readonly marginal?: boolean | undefined;
}

interface Step {
  readonly above: number;
  /** undefined where nobody has given it. */
  readonly rate: number | undefined;
  /** The row in the range of steps. */
  readonly row: number;
}

/**
 * The limits in the shape of `income`. A Problem stands in the place of an income that needs a step whose rate
 * is 0 or blank, which means unknown. An income exactly on a limit belongs to the step below.
 */
export function equityLimit(
  { income, steps, marginal = false }: EquityLimitRequest,
  trace?: Trace,
): (number | Problem)[][] {
  requireNotNegative("income", income);
  const scale = readSteps(steps);
  return income.map((row, r) =>
    row.map((got, c) => {
      const reached = scale.filter(({ above }, i) => i === 0 || got > above);
      const needed = marginal ? reached : reached.slice(-1);
      const unknown = needed.find(({ rate }) => rate === undefined);
      if (unknown) {
        const place = placeIn(steps, unknown.row, 1);
        return new Problem("unknownStep", { argument: "steps", place, got, above: unknown.above });
      }
      const report = trace && reporter(trace, placeOf(r, c), { sources: recommendation, open: ["capitalSteps"] });
      if (marginal) return sliceBySlice(got, reached, report);
      const { above, rate } = needed[0]!;
      const result = toNumber(multiply(exact(got), exact(rate!)));
      report?.("wholeIncome", { income: got, above, upTo: scale[reached.length]?.above, rate: rate!, result });
      return result;
    }),
  );
}

const recommendation = latestSources("ownCapitalRate");

function sliceBySlice(income: number, reached: readonly Step[], report: Report | undefined): number {
  const slices = reached.map(({ above, rate }, i) => {
    const upTo = reached[i + 1]?.above ?? income;
    return { above, upTo, rate: rate!, part: multiply(subtract(exact(upTo), exact(above)), exact(rate!)) };
  });
  const result = toNumber(slices.map(({ part }) => part).reduce(add, zero));
  report?.("slices", { income, rows: slices.map((slice) => ({ ...slice, part: toNumber(slice.part) })), result });
  return result;
}

function readSteps(grid: Grid): Step[] {
  const size = sizeOf(grid);
  if (size.columns !== 2) throw new Problem("stepsNotTwoColumns", { argument: "steps", size });
  const steps = grid.map(([above, rate], row): Step => ({ above: above!, rate: rate || undefined, row }));
  // Rows left blank at the end of the table are no steps.
  while (steps.length > 1 && steps.at(-1)!.above === 0 && steps.at(-1)!.rate === undefined) steps.pop();
  steps.forEach(({ above, rate = 0, row }, i) => {
    const argument = "steps";
    const place = placeIn(grid, row, 0);
    if (i === 0 && above !== 0) throw new Problem("stepsNotFromZero", { argument, place, got: above });
    const before = steps[i - 1]?.above ?? -Infinity;
    if (above <= before) throw new Problem("stepsNotAscending", { argument, place, got: above, before });
    if (rate < 0 || rate > 1) {
      throw new Problem("outside", { argument, place: placeIn(grid, row, 1), got: rate, min: 0, max: 1 });
    }
  });
  return steps;
}
