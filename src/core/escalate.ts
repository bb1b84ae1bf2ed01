/*
 * ESCALATE: amounts that grow year by year towards the state's maximum. Planned growth as unions' budgets and
 * decisions state it; no paragraph governs it.
 */
import { add, compare, exact, multiply, one, subtract, toNumber, type Exact } from "./exact";
import {
  isOne,
  isRow,
  isTable,
  list,
  placeInList,
  requireGrowth,
  requirePositive,
  sizeOf,
  transpose,
  type Grid,
} from "./grid";
import { Problem, type Argument } from "./problem";
import { ourRounding, plan, reporter, type Trace } from "./trace";
import { figure, unitOf } from "./unit";
import { mostYears } from "./years";

export interface EscalateRequest {
  /** The amounts before the first year: one number, or a column with one per party; a row turns the table. */
  readonly amount: Grid;
  /** 0.1 for 10 % a year, above −1: one for all, a row of years, a column of amounts, or a table of both. */
  readonly rate: Grid;
  /** 1 to 200; none where `rate` or `cap` has one value per year. */
  readonly years?: number | undefined;
  /** The most a year's value may be, above 0; shaped as `rate`. */
  readonly cap?: Grid | undefined;
  /** The step to round results to, in the sheet's unit; 0 or none: no rounding. */
  readonly unit?: number | undefined;
  /** Whether the amount itself, as it is, comes first. */
  readonly includeStart?: boolean | undefined;
}

/**
 * Years across, one row per amount; turned for a row of amounts. The growth runs on unrounded values and goes
 * on from the capped ones.
 */
export function escalate(
  { amount, rate, years, cap, unit, includeStart = false }: EscalateRequest,
  trace?: Trace,
): number[][] {
  requireGrowth("rate", rate);
  if (cap) requirePositive("cap", cap);
  const amounts = list("amount", amount);
  const turned = isRow(amount);
  const count = countYears(years, { rate, cap }, amounts.length, turned);
  const rateAt = reader("rate", rate, amounts.length, count, turned);
  const capAt = cap && reader("cap", cap, amounts.length, count, turned);
  const rounding = unitOf(unit);
  const rows = amounts.map((start, row) => {
    rounding?.requireCountable(exact(start), { argument: "amount", place: placeInList(amount, row) });
    const report = trace && reporter(trace, { lines: [row, row], turned }, plan);
    const results = includeStart ? [start] : [];
    report?.("start", { result: start });
    let value = exact(start);
    for (let year = 0; year < count; year += 1) {
      const from = value;
      const yearRate = rateAt(row, year);
      const grown = multiply(from, add(one, exact(yearRate)));
      const yearCap = capAt?.(row, year);
      value = yearCap === undefined ? grown : capped(grown, exact(yearCap));
      const result = figure(value, rounding);
      report?.(
        "grown",
        {
          year: year + 1,
          from: toNumber(from),
          rate: yearRate,
          grown: toNumber(grown),
          cap: yearCap,
          isCapped: value !== grown,
          result: toNumber(value),
        },
        // Every later year grows from this one.
        { years: [results.length, count] },
      );
      if (rounding) {
        const about = { ...ourRounding, years: [results.length, results.length] } as const;
        report?.("rounded", { of: "growth", got: toNumber(value), unit: unit!, result }, about);
      }
      results.push(result);
    }
    return results;
  });
  return turned ? transpose(rows) : rows;
}

/** A value so near its cap, relatively, is the cap. */
const nearness = exact(1e-12);

/** The least that counts as having reached the cap. */
export function nearCap(cap: Exact): Exact {
  return multiply(cap, subtract(one, nearness));
}

function capped(value: Exact, cap: Exact): Exact {
  return compare(value, nearCap(cap)) >= 0 ? cap : value;
}

/** How many years: as given, or as many as rate or cap has values for. */
function countYears(
  years: number | undefined,
  ranges: Readonly<Partial<Record<Argument, Grid | undefined>>>,
  amounts: number,
  turned: boolean,
): number {
  if (years !== undefined) {
    if (Number.isInteger(years) && years >= 1 && years <= mostYears) return years;
    throw new Problem("notWholeWithin", { argument: "years", got: years, min: 1, max: mostYears });
  }
  for (const [argument, grid] of Object.entries(ranges) as [Argument, Grid | undefined][]) {
    const count = grid && yearsIn(grid, amounts, turned);
    if (count === undefined) continue;
    if (count > mostYears) throw new Problem("tooManyYears", { argument, got: count, most: mostYears });
    return count;
  }
  throw new Problem("yearsUnknown", { argument: "years" });
}

/**
 * The number of years that a range of rates or caps has values for; undefined where it has one for all years.
 * In a turned table the years run down, but a range that fits the amounts only the other way is understood too.
 */
function yearsIn(grid: Grid, amounts: number, turned: boolean): number | undefined {
  const { rows, columns } = sizeOf(grid);
  if (!turned) return columns > 1 ? columns : undefined;
  if (isTable(grid)) return rows === amounts && columns !== amounts ? columns : rows;
  const length = Math.max(rows, columns);
  return length === 1 || length === amounts ? undefined : length;
}

/** How to find the value of an amount and a year in a range of rates or caps. */
function reader(
  argument: Argument,
  grid: Grid,
  amounts: number,
  years: number,
  turned: boolean,
): (row: number, year: number) => number {
  if (isOne(grid)) return () => grid[0]![0]!;
  const size = sizeOf(grid);
  const asItIs = fits(grid, amounts, years);
  const asTurned = turned && fits(transpose(grid), amounts, years);
  if (asItIs && asTurned) throw new Problem("yearsAmbiguous", { argument, size, remedy: "amountsDown" });
  if (!asItIs && !asTurned) throw new Problem("ratesDisagree", { argument, size, amounts, years });
  const table = asItIs ? grid : transpose(grid);
  const { rows, columns } = sizeOf(table);
  return (row, year) => table[rows === 1 ? 0 : row]![columns === 1 ? 0 : year]!;
}

function fits(grid: Grid, amounts: number, years: number): boolean {
  const { rows, columns } = sizeOf(grid);
  return (rows === 1 || rows === amounts) && (columns === 1 || columns === years);
}
