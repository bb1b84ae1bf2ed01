/*
 * Scenario 12, multi-year budget and consequences: the room for new activities and the own capital, year by year,
 * at several levels of the members' contributions side by side. Opens on Södra Vätterbygden before 2020.
 */
import { commonTexts } from "../i18n/scenarios/common";
import { multiYearTexts } from "../i18n/scenarios/multi-year";
import type { Language } from "../i18n/language";
import { aboutTexts } from "../i18n/scenarios/about";
import { checkNames, checksBlock, control } from "./checks";
import { ifKnown } from "./parameterBlock";
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
  type Marked,
  type SheetPlan,
} from "./plan";
import { recommendedFor, stepCells } from "./recommendedCapital";
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
  // A year more is as the last one was, and nothing is raised in it.
  shape: {
    of: ({ decided }) => ({ years: decided.length }),
    with: (inputs, { years }) => ({
      ...inputs,
      other: ofLength(inputs.other, years, inputs.other.at(-1)!),
      decided: ofLength(inputs.decided, years, inputs.decided.at(-1)!),
      alternatives: inputs.alternatives.map(({ name, rates }) => ({ name, rates: ofLength(rates, years, 0) })),
    }),
  },
};

function ofLength(values: readonly number[], length: number, further: number): readonly number[] {
  return Array.from({ length }, (_, index) => values[index] ?? further);
}

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
      stepsBlock(inputs, language),
      plansBlock(inputs, language),
      summaryBlock(inputs, language),
      ...groupsOf(inputs).map((group) => alternativesBlock(inputs, group, language)),
      checksBlock(
        alternatives.map((_, index) => ({
          label: label(formula`=${ref("alternative", index)}&${text(texts.adds)}`),
          unit: common.tkr,
          difference: movement(index, inputs),
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
        place: { block: "inputs", row: 1, column: 4, rows: 10, columns: 5 },
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
  const { firstYear, capital, keep, contributions, administration, unit } = inputs;
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
    ],
  };
}

/** What is recommended of the income above each step. */
function stepsBlock({ secondRate }: MultiYearInputs, language: Language): Block {
  const texts = multiYearTexts(language);
  const { tkr, percent } = commonTexts(language);
  const { first, second, sources } = stepCells(ref("firstYear"), secondRate, language);
  return {
    id: "steps",
    heading: texts.recommended,
    columns: [
      { content: texts.over, unit: tkr },
      { content: texts.rate, unit: percent },
    ],
    rows: [first, second].map((cells, index) => row(texts.step(index + 1), "", cells, sources[index])),
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
          // A name of its own for each, so that it stays where it is when years come or go.
          rates.map((rate, year) =>
            input(rate, { area: "rate", name: `rate${index + 1}.${year + 1}`, format: "percentDecimal" }),
          ),
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

/** What each alternative comes to, side by side. */
function summaryBlock({ alternatives, decided }: MultiYearInputs, language: Language): Block {
  const texts = multiYearTexts(language);
  const { tkr, unknownStep } = commonTexts(language);
  const last = decided.length - 1;
  const across = (of: (alternative: number) => Formula, options: Parameters<typeof result>[1] = {}) =>
    alternatives.map((_, alternative) => result(of(alternative), options));
  const end = (alternative: number) => ref(named("end", alternative), 0, last);
  const recommended = (alternative: number) => ref(named("recommended", alternative), 0, last);
  return {
    id: "summary",
    heading: texts.summary,
    columns: alternatives.map((_, index) => ({ content: heading(formula`=${ref("alternative", index)}&""`) })),
    rows: [
      row(
        texts.firstRoom,
        tkr,
        across((index) => formula`=${ref(named("room", index))}`, { marked: "negative" }),
      ),
      row(
        texts.allFresh,
        tkr,
        across((index) => formula`=0-SUM(${range(named("fresh", index))})`),
      ),
      row(
        texts.leastCapital,
        tkr,
        across((index) => formula`=MIN(${range(named("end", index))})`, { area: "least", marked: "negative" }),
      ),
      row(
        texts.lastCapital,
        tkr,
        across((index) => formula`=${end(index)}`, { marked: "negative" }),
      ),
      row(
        texts.lastRecommended,
        tkr,
        across((index) => formula`=${recommended(index)}`),
      ),
      row(
        texts.overRecommended,
        tkr,
        across(
          (index) =>
            formula`=${ifKnown([recommended(index)], formula`${end(index)}-${recommended(index)}`, formula`${text(unknownStep)}`)}`,
          { area: "over", format: "change", marked: "negative" },
        ),
      ),
    ],
    notes: [texts.markedNote],
  };
}

/** Columns of years that stand beside each other and can still be read. */
const mostColumns = 12;

/** The alternatives whose years share a block: all of them, or each by itself where the years are many. */
function groupsOf({ alternatives, decided }: MultiYearInputs): readonly (readonly number[])[] {
  const all = alternatives.map((_, index) => index);
  return alternatives.length * decided.length <= mostColumns ? [all] : all.map((index) => [index]);
}

function alternativesBlock(inputs: MultiYearInputs, group: readonly number[], language: Language): Block {
  const texts = multiYearTexts(language);
  const { tkr } = commonTexts(language);
  const years = inputs.decided.map((_, index) => index);
  const rows = group.map((alternative) => alternativeRows(inputs, alternative, language));
  return {
    id: named("alternative", group[0]!),
    heading:
      group.length > 1 ? texts.alternatives : formula`=${text(texts.alternative)}&${ref("alternative", group[0])}`,
    columns: group.flatMap((alternative) =>
      years.map((year) => ({
        content:
          group.length > 1
            ? heading(formula`=${ref("alternative", alternative)}&", "&${ref("year", 0, year)}`)
            : heading(formula`=${ref("year", 0, year)}`, { format: "year" }),
      })),
    ),
    rows: rows[0]!.map(({ label: what, emphasis }, index) => ({
      ...row(
        what,
        tkr,
        rows.flatMap((each) => years.map((year) => each[index]!.cells[year] ?? null)),
      ),
      ...(emphasis && { emphasis }),
    })),
    ...(group.includes(inputs.alternatives.length - 1) && { notes: [texts.note] }),
  };
}

interface YearsRow {
  readonly label: string;
  /** One for each year, or the first of what fills them. */
  readonly cells: readonly Cell[];
  readonly emphasis?: true;
}

function alternativeRows(inputs: MultiYearInputs, alternative: number, language: Language): readonly YearsRow[] {
  const texts = multiYearTexts(language);
  const years = inputs.decided.map((_, index) => index);
  const at = (what: string, year: number) => ref(named(what, alternative), 0, year);
  const across = (what: string, of: (year: number) => Formula, make: typeof result = calculation, mark?: Marked) =>
    years.map((year) => make(of(year), { area: named(what, alternative), ...(mark && { marked: mark }) }));
  const contributions = calculation(
    formula`=FINSAM.ESCALATE(${ref("contributions")},${range("rate", { row: alternative })},COLUMNS(${range("year")}),,${ref("unit")})`,
    { name: named("contributions", alternative), spill: { rows: 1, columns: years.length } },
  );
  const income = (year: number) => formula`${at("contributions", year)}+${ref("other", 0, year)}`;
  const start = (year: number) => (year === 0 ? formula`=${ref("capital")}` : formula`=${at("end", year - 1)}`);
  const room = (year: number) =>
    formula`=${at("start", year)}-${ref("keep")}+${income(year)}+${at("administration", year)}+${at("decided", year)}`;
  const end = (year: number) => formula`=${at("room", year)}+${ref("keep")}+${at("fresh", year)}`;
  const recommended = (year: number) => formula`=${recommendedFor(income(year), language)}`;
  // A room smaller than what is rounded to is no room for anything; it stays in the capital.
  const used = (year: number) => formula`IF(${at("room", year)}<${ref("unit")},0,MAX(0,${at("room", year)}))`;
  return [
    { label: texts.startCapital, cells: across("start", start) },
    { label: texts.plannedContributions, cells: [contributions] },
    { label: texts.otherIncome, cells: across("other", (year) => formula`=${ref("other", 0, year)}`) },
    {
      label: texts.administrationCost,
      cells: across("administration", (year) => formula`=0-(${income(year)})*${ref("administration")}`),
    },
    { label: texts.decidedCost, cells: across("decided", (year) => formula`=0-${ref("decided", 0, year)}`) },
    { label: texts.room, cells: across("room", room, result, "negative"), emphasis: true },
    { label: texts.fresh, cells: across("fresh", (year) => formula`=0-${used(year)}`) },
    { label: texts.endCapital, cells: across("end", end, result, "negative") },
    { label: texts.recommended, cells: across("recommended", recommended) },
  ];
}

/** What came in and went out over all years, against the change of the capital. */
function movement(alternative: number, { decided }: MultiYearInputs): Formula {
  const flows = ["contributions", "other", "administration", "decided", "fresh"];
  const total = joined(
    flows.map((what) => formula`SUM(${range(named(what, alternative))})`),
    "+",
  );
  return formula`${ref("capital")}+${total}-${ref(named("end", alternative), 0, decided.length - 1)}`;
}
