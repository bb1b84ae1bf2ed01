/*
 * The value that the functions use where no year is given: the one in force until further notice.
 */
import { parameters, type DatedValue, type ParameterName } from "./values";

export function inForce(name: ParameterName): number {
  const values: readonly DatedValue[] = parameters[name].values;
  const value = values.find(({ to }) => to === undefined);
  if (!value) throw new Error(`${name} has no value in force until further notice`);
  return value.value;
}
