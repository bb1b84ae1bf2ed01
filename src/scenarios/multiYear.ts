/*
 * Scenario 12, multi-year budget and consequences: the room for new activities and the own capital, year by year,
 * at several levels of the members' contributions side by side. Opens on Södra Vätterbygden before 2020.
 */
import { commonTexts } from "../i18n/scenarios/common";
import { multiYearTexts } from "../i18n/scenarios/multi-year";
import type { Language } from "../i18n/language";
import { aboutTexts } from "../i18n/scenarios/about";
import { checkNames, checksBlock, control } from "./checks";
import {
  calculation,
  formula,
  heading,
  input,
  joined,
  label,
  range,
  ref,
  result,
  row,
  text,
  type Block,
  type Cell,
  type Formula,
  type Heading,
  type SheetPlan,
} from "./plan";
import { colors, type Scenario } from "./scenario";

/** How the contributions change, each year. */
export interface Alternative {
  readonly name: string;
  readonly rates: readonly number[];
}

export interface MultiYearInputs {
  readonly firstYear: number;
  readonly capital: number;
  readonly keep: number;
  readonly contributions: number;
  readonly administration: number;
  readonly unit: number;
  /** One for each year of the plan. */
  readonly other: readonly number[];
  readonly decided: readonly number[];
  /** Three at most: each has a colour of its own in the chart. */
  readonly alternatives: readonly Alternative[];
  /** The recommended share above the first step; left out while nobody knows it. */
  readonly secondRate?: number;
}

export const multiYear: Scenario<MultiYearInputs> = {
  id: "multi-year",
  opensOn: (language) => {
    const { none, ten, twenty } = multiYearTexts(language).names;
    return {
      firstYear: 2020,
      capital: 989,
      keep: 989,
      contributions: 6072,
      administration: 0.1,
      unit: 1,
      other: [0, 0, 0],
      decided: [6011, 6011, 6011],
      alternatives: [
        { name: none, rates: [0, 0, 0] },
        { name: ten, rates: [0.1, 0, 0] },
        { name: twenty, rates: [0.2, 0, 0] },
      ],
    };
  },
  plan,
};

const alternativeColors = [colors.region, colors.municipal, colors.state];

function plan(inputs: MultiYearInputs, language: Language): SheetPlan {
  const texts = multiYearTexts(language);
  const common = commonTexts(language);
  const { alternatives } = inputs;
  return {
    sheetName: texts.sheet,
    title: aboutTexts(language)["multi-year"].title,
    subtitle: texts.subtitle,
    unitHeading: common.unitHeading,
    blocks: [
      inputsBlock(inputs, language),
      plansBlock(inputs, language),
      ...alternatives.map((_, index) => alternativeBlock(inputs, index, language)),
      checksBlock(
        alternatives.map((_, index) => ({
          label: label(formula`=${ref("alternative", index)}&${text(texts.adds)}`),
          unit: common.tkr,
          formula: movement(index, inputs),
        })),
        language,
      ),
    ],
    charts: [
      {
        kind: "columns",
        title: texts.chart,
        categories: range("year"),
        series: alternatives.map((_, index) => ({
          label: ref("alternative", index),
          values: range(named("room", index)),
          color: alternativeColors[index % alternativeColors.length]!,
        })),
        place: { block: "inputs", row: 1, column: 4, rows: 9, columns: 5 },
      },
    ],
    definedNames: checkNames,
    keyFigures: alternatives.slice(0, 3).flatMap((_, index) => {
      const of = ref("alternative", index);
      return [
        { label: texts.firstRoom, of, value: ref(named("room", index)) },
        { label: texts.lastCapital, of, value: ref(named("end", index), 0, inputs.decided.length - 1) },
      ];
    }),
    control,
    valueWidth: 13,
    leastColumns: 7,
  };
}

/** A name of its own in each alternative. */
function named(what: string, alternative: number): string {
  return `${what} ${alternative + 1}`;
}

function inputsBlock(inputs: MultiYearInputs, language: Language): Block {
  const texts = multiYearTexts(language);
  const common = commonTexts(language);
  const { tkr, percent } = common;
  const { firstYear, capital, keep, contributions, administration, unit, secondRate } = inputs;
  const limit = (name: string, unitName: Formula) =>
    formula`=FINSAM.PARAM(${text(name)},${ref("firstYear")}${unitName})`;
  return {
    id: "inputs",
    heading: common.inputs,
    rows: [
      row(texts.firstYear, common.year, [input(firstYear, { name: "firstYear", format: "year" })]),
      row(texts.capital, tkr, [input(capital, { name: "capital" })], texts.capitalSource),
      row(texts.keep, tkr, [input(keep, { name: "keep" })], texts.keepSource),
      row(texts.contributions, tkr, [input(contributions, { name: "contributions" })], texts.contributionsSource),
      row(
        texts.administration,
        percent,
        [input(administration, { name: "administration", format: "percentDecimal" })],
        texts.administrationSource,
      ),
      row(common.unit, tkr, [input(unit, { name: "unit" })], common.unitSource),
      row(
        texts.steps,
        `${tkr}, ${percent}`,
        [
          input(0, { area: "steps" }),
          calculation(limit("ownCapitalRate", formula``), { area: "steps", format: "percent" }),
        ],
        formula`=FINSAM.SOURCE("ownCapitalLimit",${ref("firstYear")})`,
      ),
      row(
        texts.steps,
        `${tkr}, ${percent}`,
        [
          calculation(limit("ownCapitalLimit", formula`,"tkr"`), { area: "steps" }),
          input(secondRate, { area: "steps", format: "percent", optional: true }),
        ],
        texts.unknownStep,
      ),
    ],
  };
}

/** What is planned year by year: the same for all alternatives but for the contributions. */
function plansBlock({ other, decided, alternatives }: MultiYearInputs, language: Language): Block {
  const texts = multiYearTexts(language);
  const { tkr, percent, example } = commonTexts(language);
  const years = decided.map((_, index): Heading => {
    const year = index === 0 ? formula`=${ref("firstYear")}` : formula`=${ref("year", 0, index - 1)}+1`;
    return { content: heading(year, { area: "year", format: "year" }) };
  });
  return {
    id: "plans",
    heading: texts.plans,
    columns: years,
    rows: [
      ...alternatives.map(({ name, rates }, index) =>
        row(
          input(name, { area: "alternative" }),
          percent,
          rates.map((rate) => input(rate, { area: "rate", format: "percentDecimal" })),
          index === 0 ? example : undefined,
        ),
      ),
      row(
        texts.other,
        tkr,
        other.map((amount) => input(amount, { area: "other" })),
        example,
      ),
      row(
        texts.decided,
        tkr,
        decided.map((amount) => input(amount, { area: "decided" })),
        texts.decidedSource,
      ),
    ],
  };
}

function alternativeBlock(inputs: MultiYearInputs, alternative: number, language: Language): Block {
  const texts = multiYearTexts(language);
  const { tkr } = commonTexts(language);
  const years = inputs.decided.map((_, index) => index);
  const at = (what: string, year: number) => ref(named(what, alternative), 0, year);
  const across = (what: string, of: (year: number) => Formula, make: typeof result = calculation): readonly Cell[] =>
    years.map((year) => make(of(year), { area: named(what, alternative) }));
  const rates = range("rate", { row: alternative });
  const contributions = calculation(
    formula`=FINSAM.ESCALATE(${ref("contributions")},${rates},COLUMNS(${range("year")}),,${ref("unit")})`,
    {
      name: named("contributions", alternative),
      spill: { rows: 1, columns: years.length },
    },
  );
  const income = (year: number) => formula`${at("contributions", year)}+${ref("other", 0, year)}`;
  return {
    id: named("alternative", alternative),
    heading: formula`=${text(texts.alternative)}&${ref("alternative", alternative)}`,
    columns: years.map((year) => ({ content: heading(formula`=${ref("year", 0, year)}`, { format: "year" }) })),
    rows: [
      row(
        texts.startCapital,
        tkr,
        across("start", (year) => (year === 0 ? formula`=${ref("capital")}` : formula`=${at("end", year - 1)}`)),
      ),
      row(texts.plannedContributions, tkr, [contributions]),
      row(
        texts.otherIncome,
        tkr,
        across("other", (year) => formula`=${ref("other", 0, year)}`),
      ),
      row(
        texts.administrationCost,
        tkr,
        across("administration", (year) => formula`=-(${income(year)})*${ref("administration")}`),
      ),
      row(
        texts.decidedCost,
        tkr,
        across("decided", (year) => formula`=-${ref("decided", 0, year)}`),
      ),
      {
        ...row(
          texts.room,
          tkr,
          across(
            "room",
            (year) =>
              formula`=${at("start", year)}-${ref("keep")}+${income(year)}+${at("administration", year)}+${at("decided", year)}`,
            result,
          ),
        ),
        emphasis: true,
      },
      row(
        texts.fresh,
        tkr,
        across("fresh", (year) => formula`=-MAX(0,${at("room", year)})`),
      ),
      row(
        texts.endCapital,
        tkr,
        across("end", (year) => formula`=${at("room", year)}+${ref("keep")}+${at("fresh", year)}`, result),
      ),
      row(
        texts.recommended,
        tkr,
        across(
          "recommended",
          (year) => formula`=IFNA(FINSAM.EQUITYLIMIT(${income(year)},${range("steps")}),${text(texts.unknown)})`,
        ),
      ),
    ],
    ...(alternative === inputs.alternatives.length - 1 && { notes: [texts.note] }),
  };
}

/** What came in and went out over all years, against the change of the capital. */
function movement(alternative: number, { decided }: MultiYearInputs): Formula {
  const flows = ["contributions", "other", "administration", "decided", "fresh"];
  const total = joined(
    flows.map((what) => formula`SUM(${range(named(what, alternative))})`),
    "+",
  );
  return formula`=${ref("capital")}+${total}-${ref(named("end", alternative), 0, decided.length - 1)}`;
}
