/*
 * What the sentences about a step are put together from, in one language: numbers, who is who, and who was last to
 * get a unit. The sentences themselves are in sv.ts and en.ts.
 */
import type { Party } from "../../core/shares";
import { rowOf, type Backer, type Step, type Steps } from "../../core/trace";
import type { Language } from "../catalogue";
import { fixedNumber, percentage, shortNumber } from "../numbers";
import { partyNames, stepWords } from "./words";

/** What the lines and the years of a result are called, where the sheet says; members in the order of their rows. */
export interface Names {
  readonly lines?: readonly string[] | undefined;
  readonly region?: readonly string[] | undefined;
  readonly municipal?: readonly string[] | undefined;
  readonly recipients?: readonly string[] | undefined;
  readonly unions?: readonly string[] | undefined;
  readonly years?: readonly string[] | undefined;
}

/** Which of the results is explained; left out where it is all of them. */
export interface Told {
  readonly language: Language;
  readonly names: Names;
  readonly line?: number | undefined;
  readonly year?: number | undefined;
}

export type Teller = ReturnType<typeof tellerOf>;

export function tellerOf(step: Step, { language, names, line }: Told) {
  const words = stepWords(language);
  const party = (name: Party) => partyNames(language)[name];
  const member = (among: keyof typeof words.member, index: number) =>
    names[among]?.[index] ?? words.member[among](index + 1);
  const backer = ({ party: name, member: index }: Backer) =>
    index === undefined ? party(name) : member(name as "region" | "municipal", index);
  const row = line === undefined || !hasRowPerLine(step) ? undefined : rowOf(step, line);
  return {
    n: (value: number) => shortNumber(value, language),
    p: (value: number) => percentage(value, language),
    fixed: (value: number, decimals: number) => fixedNumber(value, language, decimals),
    /** "A, B and C". */
    list: (texts: readonly string[]) =>
      texts.length < 2 ? (texts[0] ?? "") : `${texts.slice(0, -1).join(", ")} ${words.and} ${texts[texts.length - 1]}`,
    party,
    backer,
    /** Whom a row of the step is about. */
    who: (index: number) => {
      if ("among" in step && step.among !== "parties") return member(step.among as "recipients", index);
      const found = "rows" in step ? (step.rows[index] as Partial<Backer> | undefined) : undefined;
      return found?.party ? backer(found as Backer) : member("unions", index);
    },
    /** The row that is about the explained line; undefined where the step is about all of them alike. */
    row,
    /** A year of growth: by its name, or by its number from 1. */
    year: (number: number) => names.years?.[step.where.years?.[0] ?? -1] ?? words.year(number),
  };
}

/** Steps whose rows are the result's lines, or parties that may have several. */
function hasRowPerLine(step: Step): boolean {
  return "rows" in step && step.code !== "slices" && !(step.code === "ceilings" && step.asked !== "all");
}

/** The first letter as at the start of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase("sv") + text.slice(1);
}

/** Who got the units that were left, and who was next: the row numbers, in line. */
export interface Line {
  readonly got: readonly number[];
  readonly last: number | undefined;
  readonly next: number | undefined;
  /** Those who had the same remainder as the last, where some of them got a unit and some did not. */
  readonly tied: readonly number[];
  /** So many decimals tell the remainders apart. */
  readonly decimals: number;
}

export function lineOf(
  step: Pick<Steps["apportioned"], "rows" | "unit"> & { readonly tied?: readonly number[] },
): Line {
  const { rows, tied = [] } = step;
  const place = (row: number) => (tied.includes(row) ? tied.indexOf(row) : -1);
  const order = rows
    .map((_, row) => row)
    .sort(
      (a, b) =>
        rows[b]!.extra - rows[a]!.extra ||
        Math.abs(rows[b]!.remainder) - Math.abs(rows[a]!.remainder) ||
        place(a) - place(b),
    );
  const got = order.filter((row) => rows[row]!.extra > 0);
  const last = got[got.length - 1];
  const next = got.length > 0 ? order[got.length] : undefined;
  const isSplit = tied.some((row) => rows[row]!.extra > 0) && tied.some((row) => rows[row]!.extra === 0);
  return { got, last, next, tied: isSplit ? tied : [], decimals: decimalsFor(step, last, isSplit ? undefined : next) };
}

const mostDecimals = 8;

/** Two more than the unit has, and as many as it takes to see that the last remainder is larger than the next. */
function decimalsFor(
  { rows, unit }: Pick<Steps["apportioned"], "rows" | "unit">,
  last: number | undefined,
  next: number | undefined,
): number {
  const least = Math.max(0, 2 - Math.floor(Math.log10(unit)));
  if (last === undefined || next === undefined) return least;
  const shown = (row: number, decimals: number) => rows[row]!.remainder.toFixed(decimals);
  let decimals = least;
  while (decimals < least + mostDecimals && shown(last, decimals) === shown(next, decimals)) decimals += 1;
  return decimals;
}

/** More names than these make no sentence. */
export const mostNamed = 5;

/** Who gave a unit back or got one, each with the quotient that decided it. */
export function movedTexts({ rows, moved, unit }: Step<"divided">, over: number, t: Teller): string {
  if (moved.length > mostNamed) return t.n(moved.length);
  const parts = new Map<number, number>();
  return t.list(
    moved.map((row) => {
      const { weight, nearest } = rows[row]!;
      const units = parts.get(row) ?? Math.round(Math.abs(nearest) / unit);
      parts.set(row, over > 0 ? units - 1 : units + 1);
      const divisor = 2 * units + (over > 0 ? -1 : 1);
      return `${t.who(row)} (${t.n(weight)} / ${t.n(divisor)} = ${t.n(weight / divisor)})`;
    }),
  );
}
