/*
 * Scenario 2, level increase: the union's budget is raised by a percentage; each party's contribution before and
 * after. Opens on the increase of 20 % that Vaggeryd prepared in 2019.
 */
import { commonTexts } from "../i18n/scenarios/common";
import { levelIncreaseTexts } from "../i18n/scenarios/level-increase";
import type { Language } from "../i18n/language";
import { aboutTexts } from "../i18n/scenarios/about";
import { checkNames, checksBlock, control } from "./checks";
import {
  deviationFromLaw,
  firstMunicipality,
  keyBlock,
  keyMembers,
  partyCount,
  partyLabels,
  sharesSource,
  split,
  type Parties,
} from "./parties";
import { calculation, formula, input, range, ref, result, row, type Block, type Formula, type SheetPlan } from "./plan";
import { colors, type Scenario } from "./scenario";

export interface LevelIncreaseInputs extends Parties {
  readonly year: number;
  readonly total: number;
  readonly rate: number;
  readonly unit: number;
  /** Whether the municipalities and their key are the decision's own. */
  readonly isSourced: boolean;
  /** A decision's own figures after the increase, one municipality's among them. */
  readonly printed?:
    | {
        readonly total: number;
        readonly increase: number;
        readonly municipality: number;
        readonly contribution: number;
      }
    | undefined;
}

export const levelIncrease: Scenario<LevelIncreaseInputs> = {
  id: "level-increase",
  opensOn: (language) => ({
    year: 2019,
    total: 6072,
    rate: 0.2,
    unit: 1,
    withoutRegion: false,
    municipalities: [
      { name: levelIncreaseTexts(language).others, weight: 1397 },
      { name: "Vaggeryd", weight: 121 },
    ],
    isSourced: true,
    printed: { total: 7286, increase: 1204, municipality: 1, contribution: 145 },
  }),
  plan,
  // A region that does not take part leaves the decision's own figures without anything to be compared with.
  shape: {
    of: ({ withoutRegion }) => ({ withoutRegion }),
    with: ({ printed, ...inputs }, { withoutRegion }) => ({
      ...inputs,
      withoutRegion,
      printed: withoutRegion ? undefined : printed,
    }),
  },
  withMembers: (inputs, municipalities) => ({ ...inputs, municipalities, isSourced: false, printed: undefined }),
};

function plan(inputs: LevelIncreaseInputs, language: Language): SheetPlan {
  const texts = levelIncreaseTexts(language);
  const common = commonTexts(language);
  const { printed } = inputs;
  return {
    sheetName: texts.sheet,
    title: aboutTexts(language)["level-increase"].title,
    subtitle: texts.subtitle,
    unitHeading: common.unitHeading,
    blocks: [
      inputsBlock(inputs, language),
      keyBlock(inputs, {
        heading: texts.key,
        unit: common.tkr,
        source: inputs.isSourced ? texts.keySource : common.own,
      }),
      partiesBlock(inputs, language),
      ...(printed ? [printedBlock(inputs, printed, language)] : []),
      { id: "chart", heading: texts.chart, rows: [], space: chartRows },
      checksBlock(
        [
          { label: texts.lawBefore, unit: common.tkr, formula: deviationFromLaw("before", inputs) },
          { label: texts.lawAfter, unit: common.tkr, formula: deviationFromLaw("after", inputs) },
          {
            label: texts.sumBefore,
            unit: common.tkr,
            difference: formula`${ref("budget")}-SUM(FINSAM.ALLOCATE(${ref("total")},1,${ref("unit")}))`,
          },
          {
            label: texts.sumAfter,
            unit: common.tkr,
            difference: formula`${ref("budget", 0, 1)}-SUM(${raised})`,
          },
        ],
        language,
      ),
    ],
    charts: [
      {
        kind: "columns",
        title: texts.chart,
        categories: range("party"),
        series: [
          { label: texts.before, values: range("before"), color: colors.region },
          { label: texts.after, values: range("after"), color: colors.state },
        ],
        place: { block: "chart", row: 1, column: 0, rows: chartRows, columns: 6 },
      },
    ],
    definedNames: checkNames,
    keyFigures: [
      { label: texts.budgetBefore, value: ref("budget") },
      { label: texts.budgetAfter, value: ref("budget", 0, 1) },
      { label: texts.budgetIncrease, value: ref("raise") },
    ],
    members: keyMembers,
    control,
    valueWidth: 12,
  };
}

const chartRows = 12;

/** The budget after one increase, rounded. */
const raised = formula`FINSAM.ESCALATE(${ref("total")},${ref("rate")},1,,${ref("unit")})`;

function inputsBlock(inputs: LevelIncreaseInputs, language: Language): Block {
  const texts = levelIncreaseTexts(language);
  const common = commonTexts(language);
  const source = inputs.isSourced ? texts.decision : common.example;
  return {
    id: "inputs",
    heading: common.inputs,
    rows: [
      row(
        texts.year,
        common.year,
        [input(inputs.year, { name: "year", format: "year", knownFor: "stateShare" })],
        source,
      ),
      row(texts.total, common.tkr, [input(inputs.total, { name: "total" })], source),
      row(texts.rate, common.percent, [input(inputs.rate, { name: "rate", format: "percentDecimal" })], source),
      row(common.unit, common.tkr, [input(inputs.unit, { name: "unit" })], common.unitSource),
    ],
  };
}

function partiesBlock(inputs: LevelIncreaseInputs, language: Language): Block {
  const texts = levelIncreaseTexts(language);
  const { tkr } = commonTexts(language);
  const spill = { rows: partyCount(inputs), columns: 1 };
  const growth = (before: Formula, after: Formula) => formula`=IF(${before}=0,0,${after}/${before}-1)`;
  const one = (name: string, index: number) => formula`${ref(name, index)}`;
  const rows = partyLabels(inputs, language).map((label, index) =>
    row(
      label,
      tkr,
      [
        index === 0 ? result(split(ref("total"), inputs), { name: "before", spill }) : null,
        index === 0 ? result(split(raised, inputs), { name: "after", spill }) : null,
        result(formula`=${ref("after", index)}-${ref("before", index)}`, { area: "increase", format: "change" }),
        result(growth(one("before", index), one("after", index)), { format: "percentDecimal" }),
      ],
      index === 0 ? sharesSource(inputs, ref("year"), language) : undefined,
    ),
  );
  const sum = (name: string) => result(formula`=SUM(${range(name)})`, { area: "budget" });
  return {
    id: "parties",
    heading: texts.parties,
    columns: [texts.before, texts.after, texts.increase, texts.percent].map((content) => ({ content })),
    rows: [
      ...rows,
      row(texts.budget, tkr, [
        sum("before"),
        sum("after"),
        result(formula`=SUM(${range("increase")})`, { name: "raise", format: "change" }),
        result(growth(formula`${ref("budget")}`, formula`${ref("budget", 0, 1)}`), { format: "percentDecimal" }),
      ]),
    ],
  };
}

function printedBlock(
  inputs: LevelIncreaseInputs,
  printed: NonNullable<LevelIncreaseInputs["printed"]>,
  language: Language,
): Block {
  const texts = levelIncreaseTexts(language);
  const { tkr } = commonTexts(language);
  const member = inputs.municipalities[printed.municipality]!.name;
  const party = firstMunicipality(inputs) + printed.municipality;
  const lines = [
    { label: texts.printedTotal, value: printed.total, computed: formula`=${ref("budget", 0, 1)}` },
    { label: texts.printedIncrease, value: printed.increase, computed: formula`=SUM(${range("increase")})` },
    { label: texts.printedMember(member), value: printed.contribution, computed: formula`=${ref("after", party)}` },
  ];
  return {
    id: "printed",
    heading: texts.printedBlock,
    columns: [{ content: texts.printed }, { content: texts.computed }, { content: texts.difference }],
    rows: lines.map(({ label, value, computed }, index) =>
      row(
        label,
        tkr,
        [
          input(value, { area: "printed" }),
          calculation(computed, { area: "computed" }),
          result(formula`=${ref("printed", index)}-${ref("computed", index)}`, {
            area: "difference",
            format: "change",
            marked: "notZero",
          }),
        ],
        texts.decision,
      ),
    ),
    notes: [texts.note],
  };
}
