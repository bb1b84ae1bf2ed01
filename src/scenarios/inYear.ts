/*
 * What holds in the year that a user types, on a sheet: a number of the law or of the state's model, or where it
 * stands. A year that no source covers, and what is no year, has words in its place, and never an error below it.
 */
import { datedValues } from "../core/parameters/lookUp";
import type { ParameterName } from "../core/parameters/values";
import type { Language } from "../i18n/language";
import { citation } from "./citation";
import { formula, text, type Formula, type Reference } from "./plan";

/** What is asked of that year; the other where no source covers it, and where the cell holds no year. No "=" before it. */
export function inYear(asked: Formula, year: Reference, otherwise: Formula): Formula {
  // SUM, as a text is none; and no IFERROR, which would hide that the add-in is missing.
  const isYear = formula`AND(SUM(${year})>0,SUM(${year})=ROUND(SUM(${year}),0))`;
  return formula`IF(${isYear},IFNA(${asked},${otherwise}),${otherwise})`;
}

/** Where a number stands, or the sentence, which is told the first year that it is known for. No "=" before it. */
export function citationInYear(
  parameter: ParameterName,
  year: Reference,
  sentence: (from: number) => string,
  language: Language,
): Formula {
  const otherwise = formula`${text(sentence(datedValues(parameter)[0]!.from))}`;
  return inYear(citation(parameter, year, language), year, otherwise);
}
