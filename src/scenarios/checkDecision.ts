/*
 * Scenario 8, check a decision: deviations from the law's shares, and single figures against their own basis.
 * Opens on the published figures that their own rules do not reproduce.
 */
import { checkDecisionTexts } from "../i18n/scenarios/check-decision";
import { commonTexts } from "../i18n/scenarios/common";
import type { Language } from "../i18n/language";
import { aboutTexts } from "../i18n/scenarios/about";
import { checkNames, checksBlock, control } from "./checks";
import { barRows } from "./looks";
import { ifKnown } from "./parameterBlock";
import { lawSource } from "./parties";
import {
  calculation,
  formula,
  input,
  label,
  range,
  ref,
  result,
  row,
  text,
  type Block,
  type Format,
  type Formula,
  type SheetPlan,
} from "./plan";
import { colors, type Scenario } from "./scenario";

/** One decision's contributions, in tkr. */
export interface Contributions {
  readonly state: number;
  readonly region: number;
  readonly municipal: number;
  readonly total: number;
}

type Texts = ReturnType<typeof checkDecisionTexts>;
type RowKey = keyof Texts["rows"];
/** How a figure is computed from its basis. */
type Kind = keyof Texts["kinds"];

export interface Figure {
  readonly what: RowKey | "own";
  readonly kind: Kind;
  readonly first: number;
  /** A blank cell where the figure has one basis only. */
  readonly second?: number;
  readonly printed: number;
  /** How many decimals are printed. */
  readonly decimals: number;
}

export interface CheckDecisionInputs {
  readonly year: number;
  readonly unit: number;
  /** Three columns: two decisions and the user's own. */
  readonly contributions: readonly [Contributions, Contributions, Contributions];
  readonly figures: readonly Figure[];
}

const perPerson = { kind: "perPerson", second: 104235, printed: 32, decimals: 0 } as const;

export const checkDecision: Scenario<CheckDecisionInputs> = {
  id: "check-decision",
  opensOn: () => ({
    year: 2021,
    unit: 1,
    contributions: [
      { state: 3036, region: 1518, municipal: 1518, total: 6072 },
      { state: 3674, region: 1837, municipal: 1837, total: 7348 },
      { state: 3674, region: 1837, municipal: 1840, total: 7348 },
    ],
    figures: [
      { what: "plan", kind: "increase", first: 2775, second: 0.080967, printed: 226, decimals: 0 },
      { what: "increase", kind: "increase", first: 6072, second: 0.2, printed: 1204, decimals: 0 },
      { what: "perState", first: 3036, ...perPerson },
      { what: "perTotal", first: 6072, ...perPerson },
      { what: "perRaised", first: 3339.6, ...perPerson },
      { what: "administration", kind: "share", first: 3.4, second: 20.4, printed: 0.16, decimals: 2 },
      { what: "results", kind: "sum", first: 9.5, second: 15.3, printed: 28.4, decimals: 1 },
      { what: "own", kind: "sum", first: 100, second: 50, printed: 150, decimals: 0 },
      { what: "men", kind: "same", first: 974, printed: 9744, decimals: 1 },
    ],
  }),
  plan,
};

function plan(inputs: CheckDecisionInputs, language: Language): SheetPlan {
  const texts = checkDecisionTexts(language);
  const common = commonTexts(language);
  const chartRows = barRows(charted(inputs).rows);
  const ownColumn = texts.members[inputs.contributions.length - 1]!;
  return {
    sheetName: texts.sheet,
    title: aboutTexts(language)["check-decision"].title,
    subtitle: texts.subtitle,
    unitHeading: common.unitHeading,
    blocks: [
      inputsBlock(inputs, language),
      lawBlock(inputs, language),
      figuresBlock(inputs.figures, language),
      { id: "chart", heading: texts.chart, rows: [], space: chartRows },
      checksBlock(
        [
          {
            label: texts.complete,
            unit: common.number,
            formula: formula`=ROWS(${range("computed")})-COUNT(${range("computed")})`,
          },
        ],
        language,
      ),
    ],
    charts: [
      {
        kind: "bars",
        title: texts.chart,
        categories: range("what", charted(inputs)),
        series: [{ label: texts.relative, values: range("relative", charted(inputs)), color: colors.marked }],
        place: { block: "chart", row: 1, column: 0, rows: chartRows, columns: 10 },
      },
    ],
    definedNames: checkNames,
    keyFigures: [
      ...[common.state, common.region, common.municipalities].map((party, index) => ({
        label: `${texts.deviation(party)}, ${ownColumn}`,
        value: ref("deviation", index, inputs.contributions.length - 1),
      })),
      {
        label: `${texts.sumDifference}, ${ownColumn}`,
        value: ref("sumDifference", 0, inputs.contributions.length - 1),
      },
    ],
    control,
    hasPrintedUnits: true,
    valueWidth: 12,
  };
}

/** All rows but the last, which is for a figure so wrong that it would hide the others. */
function charted({ figures }: CheckDecisionInputs) {
  return { row: 0, rows: Math.max(1, figures.length - 1) };
}

function inputsBlock({ year, unit }: CheckDecisionInputs, language: Language): Block {
  const common = commonTexts(language);
  return {
    id: "inputs",
    heading: common.inputs,
    rows: [
      row(checkDecisionTexts(language).year, common.year, [
        input(year, { name: "year", format: "year", knownFor: "stateShare" }),
      ]),
      row(common.unit, common.tkr, [input(unit, { name: "unit" })], common.unitSource),
      row(common.kronorPerTkr, common.krPerTkr, [input(1000, { name: "kronorPerTkr" })], common.definition),
    ],
  };
}

/** The printed contributions, decisions across. */
const parties = formula`${range("state")},${range("region")},${range("municipal")}`;

function lawBlock({ contributions }: CheckDecisionInputs, language: Language): Block {
  const texts = checkDecisionTexts(language);
  const common = commonTexts(language);
  const { tkr } = common;
  const missing = formula`${text(common.missing)}`;
  const printed = (key: keyof Contributions) => contributions.map((one) => input(one[key], { area: key }));
  const deviations = result(formula`=FINSAM.CHECK(${parties},${ref("unit")})`, {
    name: "deviation",
    spill: { rows: 3, columns: contributions.length },
    format: "precise",
    marked: "notZero",
  });
  const sumDifference = contributions.map((_, column) => {
    const sum = formula`${ref("state", 0, column)}+${ref("region", 0, column)}+${ref("municipal", 0, column)}`;
    const total = ref("total", 0, column);
    return result(formula`=${ifKnown([total], formula`${total}-(${sum})`, missing)}`, {
      area: "sumDifference",
      format: "precise",
      marked: "notZero",
    });
  });
  return {
    id: "law",
    heading: texts.law,
    columns: texts.members.map((content) => ({ content })),
    rows: [
      row(texts.state, tkr, printed("state"), texts.lawSource),
      row(texts.region, tkr, printed("region"), common.exampleInLast),
      row(texts.municipal, tkr, printed("municipal")),
      row(
        texts.total,
        tkr,
        contributions.map(({ total }) => input(total, { area: "total", optional: true })),
      ),
      row(texts.deviation(common.state), tkr, [deviations], lawSource(ref("year"), language)),
      row(texts.deviation(common.region), tkr, []),
      row(texts.deviation(common.municipalities), tkr, []),
      row(texts.sumDifference, tkr, sumDifference),
    ],
  };
}

function figuresBlock(figures: readonly Figure[], language: Language): Block {
  const texts = checkDecisionTexts(language);
  const common = commonTexts(language);
  const { first, second, how, printed, decimals, computed, difference, relative } = texts;
  return {
    id: "figures",
    heading: texts.figures,
    columns: [first, second, how, printed, decimals, computed, difference, relative].map((content) => ({ content })),
    rows: figures.map((figure, index) => {
      const own = { label: texts.own, unit: common.tkr, source: common.example };
      const { label: what, unit, source } = figure.what === "own" ? own : texts.rows[figure.what];
      const format = formatOf(figure);
      const printedHere = ref("printed", index);
      const missing = formula`${text(common.missing)}`;
      const rounded = formula`ROUND(${ref("computed", index)},${ref("decimals", index)})`;
      return row(
        figure.what === "own" ? input(what, { area: "what" }) : label(what, { area: "what" }),
        unit,
        [
          input(figure.first, { area: "first", format: "decimal" }),
          input(figure.second, {
            area: "second",
            format: figure.kind === "increase" ? "percentDecimal" : "decimal",
            ...(figure.second === undefined && { optional: true }),
          }),
          calculation(texts.kinds[figure.kind], { area: "how" }),
          input(figure.printed, { area: "printed", format, optional: true }),
          input(figure.decimals, { area: "decimals" }),
          calculation(computedOf(figure.kind, index), { area: "computed", format: preciseOf(format) }),
          result(formula`=${ifKnown([printedHere], formula`${printedHere}-${rounded}`, missing)}`, {
            area: "difference",
            format,
            marked: "notZero",
          }),
          result(
            formula`=${ifKnown([printedHere], formula`IF(${rounded}=0,0,${ref("difference", index)}/${rounded})`, missing)}`,
            {
              area: "relative",
              format: "percentDecimal",
            },
          ),
        ],
        source,
      );
    }),
    notes: [texts.note],
  };
}

/** As it was printed. */
function formatOf({ kind, decimals }: Figure): Format {
  if (kind === "share") return "percent";
  return decimals === 0 ? "amount" : "decimal";
}

/** One digit more, so that the user sees what was rounded. */
function preciseOf(format: Format): Format {
  return format === "percent" ? "percentDecimal" : "precise";
}

function computedOf(kind: Kind, index: number): Formula {
  const first = ref("first", index);
  const second = ref("second", index);
  switch (kind) {
    case "sum":
      return formula`=${first}+${second}`;
    case "increase":
      return formula`=${first}*${second}`;
    case "share":
      return formula`=IF(${second}=0,0,${first}/${second})`;
    case "perPerson":
      return formula`=IF(${second}=0,0,${first}*${ref("kronorPerTkr")}/${second})`;
    case "same":
      return formula`=${first}`;
  }
}
