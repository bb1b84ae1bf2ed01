/*
 * The numbers of the law and of the state's model that a sheet builds on, by the year that its user types. A year that
 * our sources do not cover is never given another year's number: she can say one herself, in a cell beside it, and
 * until then what builds on it reads as unknown.
 */
import type { ParameterName } from "../core/parameters/values";
import type { Language } from "../i18n/language";
import { commonTexts } from "../i18n/scenarios/common";
import { citation } from "./citation";
import { inYear } from "./inYear";
import {
  calculation,
  formula,
  input,
  joined,
  range,
  ref,
  row,
  text,
  type Block,
  type Format,
  type Formula,
  type Reference,
  type Row,
} from "./plan";

export interface Parameter {
  /** Of the parameter, and of the cell that holds what applies. */
  readonly name: ParameterName;
  readonly label: string;
  /** An amount in the sheet's unit where it is tkr. */
  readonly unit: string;
  readonly format: Format;
  /** Where the number stands, if it is not what FINSAM.SOURCE says. */
  readonly source?: string;
}

/** A row for each: what applies in the year of that cell, and beside it the user's own number, blank from the start. */
export function parameterBlock(
  parameters: readonly Parameter[],
  year: Reference,
  { heading, language }: { readonly heading: string; readonly language: Language },
): Block {
  const texts = commonTexts(language);
  return {
    id: "parameters",
    heading,
    columns: [{ content: texts.applies }, { content: texts.ownValue }],
    rows: parameters.map((parameter) => parameterRow(parameter, year, language)),
  };
}

/** Of two columns, the second under the heading of the user's own values. */
export function parameterRow(
  { name, label, unit, format, source }: Parameter,
  year: Reference,
  language: Language,
): Row {
  const texts = commonTexts(language);
  const own = `${name}Own`;
  const parameter = text(name);
  const sourced =
    unit === texts.tkr
      ? formula`FINSAM.PARAM(${parameter},${year},"tkr")`
      : formula`FINSAM.PARAM(${parameter},${year})`;
  const cited = source === undefined ? citation(name, year, language) : formula`${text(source)}`;
  const applies = formula`=IF(ISNUMBER(${ref(own)}),${ref(own)},${inYear(sourced, year, unknown(language))})`;
  return row(
    label,
    unit,
    [calculation(applies, { name, format }), input(undefined, { name: own, format, optional: true })],
    formula`=IF(ISNUMBER(${ref(own)}),${text(texts.own)},IF(ISNUMBER(${ref(name)}),${cited},${text(texts.noSource)}))`,
  );
}

/** The value where all of these cells hold numbers. No "=" before it. */
export function ifKnown(cells: readonly Reference[], value: Formula, otherwise: Formula): Formula {
  const numbers = joined(
    cells.map((cell) => formula`ISNUMBER(${cell})`),
    ",",
  );
  return formula`IF(${cells.length > 1 ? formula`AND(${numbers})` : numbers},${value},${otherwise})`;
}

/** What a cell reads that cannot be computed. */
export function unknown(language: Language): Formula {
  return formula`${text(commonTexts(language).unknown)}`;
}

/** What each cell of a spill reads, where it fills as many cells as the area has. */
export function unknownInEach(area: string, language: Language): Formula {
  return formula`IF(${range(area)}=${range(area)},${unknown(language)})`;
}
