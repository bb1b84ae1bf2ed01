/*
 * What the lines and years of a result are called: by what stands beside the cells or above them. A column of texts
 * that are all there and all different names the rows; a row of such texts, or of years one after the other, names
 * the columns.
 */
import type { Argument } from "../../core/problem";
import type { Step } from "../../core/trace";
import type { Names } from "../../i18n/steps/teller";
import type { CellValue } from "../../workbook/reading";
import { isFailure, type FollowedCall, type FoundCells } from "./follow";

/** Whose members an argument's cells are, one to a cell. */
const members: Readonly<Partial<Record<Argument, keyof Names>>> = {
  regions: "region",
  weights: "municipal",
  municipalOffers: "municipal",
  need: "unions",
  population: "unions",
  maximum: "unions",
  requested: "unions",
  previous: "unions",
};

/** Arguments whose columns are years, or rows in a turned table. */
const yearly: ReadonlySet<Argument> = new Set<Argument>(["amount", "stateOffer", "state"]);

/**
 * The names for one call: from what stands around its arguments, or else around its result. `years` are those of the
 * call that it is part of, where they are the same.
 */
export function namesFor(
  { name, arguments: given }: FollowedCall,
  steps: readonly Step[],
  result: FoundCells | undefined,
  years: readonly string[] | undefined,
): Names {
  const names: { -readonly [Key in keyof Names]: Names[Key] } = {};
  const set = (key: keyof Names, found: readonly string[] | undefined) => {
    if (found && !names[key]) names[key] = found;
  };
  const turned = steps.some(({ where }) => where.turned);
  const across = result && namesAbove(result);
  const down = result && namesBeside(result);
  set("years", years ?? (turned ? down : across));
  for (const { argument, value } of given) {
    if (isFailure(value) || !value.cells) continue;
    const around = value.cells;
    const key = members[argument];
    if (key) set(name === "ALLOCATE" ? "recipients" : key, namesAlong(around));
    if (yearly.has(argument)) set("years", turned ? namesBeside(around) : namesAbove(around));
  }
  const lines = turned ? across : down;
  for (const { where, ...step } of steps) {
    const among = "among" in step ? step.among : undefined;
    if (!lines || !among || among === "parties" || among === "state") continue;
    set(among, where.lines ? lines.slice(where.lines[0], where.lines[1] + 1) : lines);
  }
  if (unionFunctions.has(name)) set("unions", lines);
  set("lines", lines);
  return names;
}

const unionFunctions: ReadonlySet<string> = new Set(["STATEMAX", "STATEGRANT"]);

/** The names of a list, whichever way it lies; of a table those of its rows. */
function namesAlong(cells: FoundCells): readonly string[] | undefined {
  return cells.zone.top === cells.zone.bottom ? namesAbove(cells) : namesBeside(cells);
}

/** The nearest column to the left that names each of several rows. */
function namesBeside({ zone, left }: FoundCells): readonly string[] | undefined {
  const count = zone.bottom - zone.top + 1;
  const width = count > 1 && left.length === count ? left[0]!.length : 0;
  for (let column = width - 1; column >= 0; column -= 1) {
    const names = namesOf(left.map((row) => row[column]!));
    if (names) return names;
  }
  return undefined;
}

/** The nearest row above that names each of several columns. */
function namesAbove({ zone, above }: FoundCells): readonly string[] | undefined {
  const count = zone.right - zone.left + 1;
  for (let row = above.length - 1; row >= 0 && count > 1; row -= 1) {
    const names = above[row]!.length === count ? namesOf(above[row]!) : undefined;
    if (names) return names;
  }
  return undefined;
}

function namesOf(values: readonly CellValue[]): readonly string[] | undefined {
  if (areYears(values)) return values.map(String);
  const names = values.map((value) => (typeof value === "string" ? value.trim() : ""));
  const isName = (name: string) => name !== "" && name.length <= longestName;
  return names.every(isName) && new Set(names).size === names.length ? names : undefined;
}

const longestName = 60;

/** Amounts can be numbers of this size too, but seldom one after the other. */
function areYears(values: readonly CellValue[]): boolean {
  const first = values[0];
  if (typeof first !== "number" || first < 1900 || first > 2200) return false;
  return values.every((value, i) => value === first + i);
}
