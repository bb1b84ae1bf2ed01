/*
 * The recommended own capital on a sheet: its steps, of which the first is read for the year that the user types, and
 * what follows from them. A year before there was a recommendation, and a step without a rate, read as unknown.
 */
import type { Language } from "../i18n/language";
import { commonTexts } from "../i18n/scenarios/common";
import { citationInYear, inYear } from "./inYear";
import { ifKnown, unknown } from "./parameterBlock";
import { calculation, formula, input, range, ref, text, type Cell, type Formula, type Reference } from "./plan";

/** The two columns of each step: income above which it applies, and its rate. */
export interface StepCells {
  readonly first: readonly [Cell, Cell];
  readonly second: readonly [Cell, Cell];
  readonly sources: readonly [Formula, string];
}

/** The cells lie in the area `steps`. */
export function stepCells(year: Reference, secondRate: number | undefined, language: Language): StepCells {
  const { noRecommendation, noStepSource } = commonTexts(language);
  const known = (content: Formula) => formula`=${inYear(content, year, unknown(language))}`;
  return {
    first: [
      input(0, { area: "steps" }),
      calculation(known(formula`FINSAM.PARAM("ownCapitalRate",${year})`), { area: "steps", format: "percent" }),
    ],
    second: [
      calculation(known(formula`FINSAM.PARAM("ownCapitalLimit",${year},"tkr")`), { area: "steps" }),
      input(secondRate, { area: "steps", format: "percent", optional: true }),
    ],
    sources: [formula`=${citationInYear("ownCapitalLimit", year, noRecommendation, language)}`, noStepSource],
  };
}

/** What is recommended for an income. No "=" before it. */
export function recommendedFor(income: Formula | Reference, language: Language): Formula {
  const unknownStep = text(commonTexts(language).unknownStep);
  const limit = formula`IFNA(FINSAM.EQUITYLIMIT(${income},${range("steps")}),${unknownStep})`;
  return ifKnown([ref("steps", 0, 1), ref("steps", 1)], limit, formula`${unknownStep}`);
}
