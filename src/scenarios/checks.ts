/*
 * The block of checks that ends every sheet: what deviates and by how much, against a named tolerance, and the
 * control cell that counts the checks that fail and must read 0.
 */
import { commonTexts } from "../i18n/scenarios/common";
import type { Language } from "../i18n/language";
import { check, formula, input, range, ref, type Block, type DefinedName, type Formula, type Row } from "./plan";

export interface Deviation {
  readonly label: string;
  readonly unit: string;
  /** 0 where all is well. */
  readonly formula: Formula;
}

/** Wide enough for the last digits of a double, far below the smallest amount anybody budgets. */
const tolerance = 0.000001;

export const control = "control";

export function checksBlock(deviations: readonly Deviation[], language: Language): Block {
  const texts = commonTexts(language);
  const rows = deviations.map(({ label, unit, formula: content }): Row => ({
    label,
    unit,
    cells: [check(content, { area: "checks", format: "precise" })],
  }));
  return {
    id: "checks",
    heading: texts.checks,
    rows: [
      {
        label: texts.tolerance,
        unit: texts.number,
        cells: [input(tolerance, { name: "tolerance", format: "tolerance" })],
        source: texts.toleranceSource,
      },
      ...rows,
      {
        label: texts.failedChecks,
        unit: texts.number,
        cells: [check(formula`=SUMPRODUCT(--(ABS(${range("checks")})>${ref("tolerance")}))`, { name: control })],
      },
    ],
  };
}

/** What the user finds in Excel's name box, on this sheet. */
export const checkNames: readonly DefinedName[] = [
  { name: "FINSAM_tolerance", refersTo: ref("tolerance") },
  { name: "FINSAM_control", refersTo: ref(control) },
];
