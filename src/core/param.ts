/*
 * PARAM and SOURCE: the dated numbers of the law and the model, and where each is read.
 */
import { divide, exact, toNumber } from "./exact";
import { placeIn, type Grid } from "./grid";
import { datedValues, valueIn } from "./parameters/lookUp";
import { cite } from "./parameters/cite";
import { parameters, type DatedValue, type ParameterName } from "./parameters/values";
import { Problem } from "./problem";
import { placeOf, reporter, type Report, type Trace } from "./trace";

/** The parameters that PARAM and SOURCE know by name. */
export const publicNames = [
  "stateShare",
  "regionShare",
  "municipalShare",
  "baseGrant",
  "needWeight",
  "populationWeight",
  "maxDecrease",
  "ownCapitalRate",
  "ownCapitalLimit",
  "appropriation",
] as const satisfies readonly ParameterName[];

export type PublicName = (typeof publicNames)[number];

/** Kronor in each of the units that amounts are shown in. */
export const kronor = { kr: 1, tkr: 1000, mnkr: 1_000_000 } as const;

export type AmountUnit = keyof typeof kronor;

export interface SourceRequest {
  readonly name: PublicName;
  /** A year such as 2021, or a date in it as Excel counts days; any rows × columns. */
  readonly year: Grid;
}

export interface ParamRequest extends SourceRequest {
  /** What amounts are shown in; shares are the same in all. Kronor where nothing is said. */
  readonly unit?: AmountUnit | undefined;
}

/** The values in the shape of `year`; a Problem in the place of a year that no source covers. */
export function param({ name, year, unit = "kr" }: ParamRequest, trace?: Trace): (number | Problem)[][] {
  const isAmount = parameters[name].unit === "kr";
  return perYear(name, year, trace, ({ value, from, to }, got, report) => {
    const result = toNumber(divide(exact(value), exact(isAmount ? kronor[unit] : 1)));
    report?.("parameter", { name, year: got, from, to, value, unit: isAmount ? unit : "share", result });
    return result;
  });
}

/** The citations in the shape of `year`: paragraph or section, document, date; several are separated by semicolons. */
export function source({ name, year }: SourceRequest, trace?: Trace): (string | Problem)[][] {
  return perYear(name, year, trace, ({ sources, from, to }, got, report) => {
    const result = cite(sources);
    report?.("cited", { name, year: got, from, to, result });
    return result;
  });
}

function perYear<Result>(
  name: PublicName,
  years: Grid,
  trace: Trace | undefined,
  answer: (value: DatedValue, year: number, report: Report | undefined) => Result,
): (Result | Problem)[][] {
  return years.map((row, r) =>
    row.map((raw, c) => {
      const place = placeIn(years, r, c);
      const got = yearOf(raw);
      if (got === undefined) throw new Problem("notAYear", { argument: "year", place, got: raw });
      const value = valueIn(name, got);
      if (value) return answer(value, got, trace && reporter(trace, placeOf(r, c), { sources: value.sources }));
      return new Problem("noValueForYear", { argument: "year", place, name, got, known: datedValues(name) });
    }),
  );
}

/** Numbers up to this are years; above, they are dates (from 1927 on) by Excel's count of days. */
const lastYear = 9999;
/** 9999-12-31, the last date that Excel has. */
const lastDate = 2_958_465;

function yearOf(raw: number): number | undefined {
  if (raw > lastYear && raw < lastDate + 1) return yearOfDate(Math.floor(raw));
  return Number.isInteger(raw) && raw >= 1 && raw <= lastYear ? raw : undefined;
}

/** Excel counts days from 1899-12-30, as its calendar has a 29 February in 1900 that never was. */
function yearOfDate(days: number): number {
  return new Date(Date.UTC(1899, 11, 30 + days)).getUTCFullYear();
}
