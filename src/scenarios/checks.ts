/*
 * The block of checks that ends every sheet: what deviates and by how much, against a named tolerance, how many cells
 * above have errors, and the control cell that counts the checks that fail and must read 0.
 */
import { commonTexts } from "../i18n/scenarios/common";
import type { Language } from "../i18n/language";
import {
  aboveControl,
  calculation,
  check,
  formula,
  input,
  range,
  ref,
  row,
  type Block,
  type DefinedName,
  type Formula,
  type Row,
} from "./plan";

export type Deviation = {
  readonly label: Row["label"];
  readonly unit: string;
} & (
  | {
      /** 0 where all is well, exactly. */
      readonly formula: Formula;
    }
  | {
      /** 0 where all is well, but for noise, of which the cell shows nothing. No "=" before it. */
      readonly difference: Formula;
    }
);

/** In tkr: wide enough for the last digits of a double, and a tenth of an öre. */
const tolerance = 0.000001;

/** To Excel no number is above a text: one that is typed there, as "1 tkr", would let everything pass. MAX takes it for 0. */
const tolerated = formula`MAX(${ref("tolerance")})`;

export const control = "control";

export function checksBlock(deviations: readonly Deviation[], language: Language): Block {
  const texts = commonTexts(language);
  const errors = {
    label: texts.errors,
    unit: texts.number,
    formula: formula`=SUMPRODUCT(--ISERROR(${range(aboveControl)}))`,
  };
  const rows = [...deviations, errors].map((each, index) => {
    const { label, unit } = each;
    const content = "formula" in each ? each.formula : beyondNoise(each.difference);
    const deviation = ref("deviations", index);
    // A deviation that cannot be computed is no agreement.
    const fails = formula`IF(ISERROR(${deviation}),1,IF(ABS(${deviation})>${tolerated},1,0))`;
    return row(label, unit, [
      calculation(content, { area: "deviations", format: "precise" }),
      check(formula`=${fails}`, { area: "checks" }),
    ]);
  });
  return {
    id: "checks",
    heading: texts.checks,
    columns: [{ content: texts.deviation }, { content: texts.fails }],
    rows: [
      row(
        texts.tolerance,
        texts.tkr,
        [input(tolerance, { name: "tolerance", format: "tolerance" })],
        texts.toleranceSource,
      ),
      ...rows,
      row(texts.failedChecks, texts.number, [null, check(formula`=SUM(${range("checks")})`, { name: control })]),
    ],
  };
}

/** The name of a sheet's control cell, by which it is found again. */
export const controlName = "FINSAM_control";

/** Also where names are the workbook's, and a second sheet's got a number (workbook/freeName.ts). */
export function isControlName(name: string): boolean {
  return new RegExp(`^${controlName}(_\\d+)?$`, "i").test(name);
}

function beyondNoise(difference: Formula): Formula {
  return formula`=IF(ABS(${difference})>${tolerated},${difference},0)`;
}

/** What the user finds in Excel's name box, on this sheet. */
export const checkNames: readonly DefinedName[] = [
  { name: "FINSAM_tolerance", refersTo: ref("tolerance") },
  { name: controlName, refersTo: ref(control) },
];
