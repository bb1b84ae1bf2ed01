/*
 * Finding a dated value: the one of a year, or the one that the functions use where no year is given.
 */
import { parameters, type DatedValue, type ParameterName, type Source } from "./values";

/** The value of a year; undefined where no source covers it. */
export function valueIn(name: ParameterName, year: number): DatedValue | undefined {
  return datedValues(name).find(({ from, to = Infinity }) => year >= from && year <= to);
}

/** The value in force until further notice, or else the last one known. */
export function latest(name: ParameterName): number {
  return lastOf(name).value;
}

/** Where that value is read. */
export function latestSources(name: ParameterName): readonly Source[] {
  return lastOf(name).sources;
}

function lastOf(name: ParameterName): DatedValue {
  const values = datedValues(name);
  return values[values.length - 1]!;
}

export function datedValues(name: ParameterName): readonly DatedValue[] {
  return parameters[name].values;
}
