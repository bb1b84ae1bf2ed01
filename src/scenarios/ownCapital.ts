/*
 * Scenario 7, own capital: each union's own capital against the recommended steps, what is above them and how
 * long it lasts at this year's result. Only the first step is sourced; a step without a rate reads as unknown.
 */
import { commonTexts } from "../i18n/scenarios/common";
import { ownCapitalTexts } from "../i18n/scenarios/own-capital";
import type { Language } from "../i18n/language";
import { aboutTexts } from "../i18n/scenarios/about";
import { checkNames, checksBlock, control } from "./checks";
import { formula, input, label, memberRow, range, ref, result, row, text, type Block, type SheetPlan } from "./plan";
import { recommendedFor, stepCells } from "./recommendedCapital";
import { colors, type Scenario } from "./scenario";

export interface UnionAccounts {
  readonly name: string;
  readonly income: number;
  readonly costs: number;
  readonly capital: number;
}

export interface OwnCapitalInputs {
  readonly year: number;
  readonly unions: readonly UnionAccounts[];
  /** The rate above the first step; left out while nobody knows it. */
  readonly secondRate?: number;
}

const sourced: readonly UnionAccounts[] = [
  { name: "Höglandet", income: 6423, costs: 6652, capital: 567 },
  { name: "Södra Vätterbygden", income: 7018, costs: 8151, capital: 989 },
  { name: "Finnveden", income: 5144, costs: 5624, capital: 1690 },
];

export const ownCapital: Scenario<OwnCapitalInputs> = {
  id: "own-capital",
  opensOn: () => ({ year: 2019, unions: sourced }),
  plan,
  // A pair says the income alone: costs as high, and no own capital, until the user fills them in.
  withMembers: (inputs, members) => ({
    ...inputs,
    unions: members.map(({ name, weight }) => ({ name, income: weight, costs: weight, capital: 0 })),
  }),
};

function plan(inputs: OwnCapitalInputs, language: Language): SheetPlan {
  const texts = ownCapitalTexts(language);
  const common = commonTexts(language);
  const known = formula`(--ISNUMBER(${range("recommended")}))`;
  return {
    sheetName: texts.sheet,
    title: aboutTexts(language)["own-capital"].title,
    subtitle: texts.subtitle,
    unitHeading: common.unitHeading,
    blocks: [
      {
        id: "inputs",
        heading: common.inputs,
        rows: [row(texts.year, common.year, [input(inputs.year, { name: "year", format: "year" })])],
      },
      stepsBlock(inputs, language),
      accountsBlock(inputs, language),
      resultBlock(inputs, language),
      checksBlock(
        [
          {
            label: texts.results,
            unit: common.tkr,
            difference: formula`SUM(${range("income")})-SUM(${range("costs")})-SUM(${range("surplus")})`,
          },
          {
            label: texts.complete,
            unit: common.tkr,
            difference: formula`SUM(${range("recommended")})+SUM(${range("excess")})-SUMPRODUCT(${known},${range("capital")})`,
          },
        ],
        language,
      ),
    ],
    charts: [
      {
        kind: "columns",
        title: texts.chart,
        categories: range("union"),
        series: [
          { label: texts.capital, values: range("capital"), color: colors.state },
          { label: texts.recommended, values: range("recommended"), color: colors.municipal },
        ],
        place: { block: "inputs", row: 1, column: 5, rows: 12, columns: 5 },
      },
    ],
    definedNames: checkNames,
    keyFigures: inputs.unions.slice(0, 2).flatMap((_, index) => {
      const of = ref("union", index);
      return [
        { label: texts.surplus, of, value: ref("surplus", index) },
        { label: texts.excess, of, value: ref("excess", index) },
        { label: texts.years, of, value: ref("lasts", index) },
      ];
    }),
    members: { name: "union", weight: "income" },
    control,
    valueWidth: 15,
    leastColumns: 8,
  };
}

function stepsBlock({ secondRate }: OwnCapitalInputs, language: Language): Block {
  const texts = ownCapitalTexts(language);
  const { tkr } = commonTexts(language);
  const { first, second, sources } = stepCells(ref("year"), secondRate, language);
  return {
    id: "steps",
    heading: texts.steps,
    columns: [{ content: texts.over }, { content: texts.rate }],
    rows: [first, second].map((cells, index) => row(texts.step(index + 1), tkr, cells, sources[index])),
  };
}

function accountsBlock({ unions }: OwnCapitalInputs, language: Language): Block {
  const texts = ownCapitalTexts(language);
  const { tkr, own } = commonTexts(language);
  const source = unions === sourced ? texts.accountsSource : own;
  return {
    id: "accounts",
    heading: texts.accounts,
    columns: [texts.income, texts.costs, texts.capital].map((content) => ({ content })),
    rows: unions.map(({ name, income, costs, capital }, index) =>
      memberRow(
        index,
        row(
          input(name, { area: "union" }),
          tkr,
          [input(income, { area: "income" }), input(costs, { area: "costs" }), input(capital, { area: "capital" })],
          index === 0 ? source : undefined,
        ),
      ),
    ),
    // The chart stands beside all these blocks, and is higher than few unions.
    space: Math.max(0, 5 - unions.length),
  };
}

function resultBlock({ unions }: OwnCapitalInputs, language: Language): Block {
  const texts = ownCapitalTexts(language);
  const { tkr, unknownStep } = commonTexts(language);
  return {
    id: "result",
    heading: texts.result,
    columns: [
      ...[texts.surplus, texts.share, texts.recommended, texts.excess].map((content) => ({ content })),
      { content: texts.years, unit: commonTexts(language).years },
    ],
    rows: unions.map((_, index) => {
      const [income, capital] = [ref("income", index), ref("capital", index)];
      const [surplus, excess, recommended] = [ref("surplus", index), ref("excess", index), ref("recommended", index)];
      const spent = formula`IF(${excess}<=0,${text(texts.none)},IF(${surplus}>=0,${text(texts.never)},-${excess}/${surplus}))`;
      const isKnown = formula`ISNUMBER(${recommended})`;
      return row(label(formula`=${ref("union", index)}&""`), tkr, [
        result(formula`=${income}-${ref("costs", index)}`, { area: "surplus", format: "change" }),
        result(formula`=IF(${income}=0,0,${capital}/${income})`, { format: "percentDecimal" }),
        result(formula`=${recommendedFor(income, language)}`, {
          area: "recommended",
          format: "decimal",
        }),
        result(formula`=IF(${isKnown},${capital}-${recommended},${text(unknownStep)})`, {
          area: "excess",
          format: "decimal",
        }),
        result(formula`=IF(${isKnown},${spent},${text(unknownStep)})`, { area: "lasts", format: "decimal" }),
      ]);
    }),
    notes: [texts.note],
  };
}
