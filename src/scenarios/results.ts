/*
 * Scenario 9, results and cost per result: shares of finished participants, women and men, the cost of each kind
 * of result, and how many in work pay the budget back. Opens on Jönköping county's unions 2019.
 */
import { commonTexts } from "../i18n/scenarios/common";
import { resultsTexts } from "../i18n/scenarios/results";
import type { Language } from "../i18n/language";
import { aboutTexts } from "../i18n/scenarios/about";
import { checkNames, checksBlock, control } from "./checks";
import {
  formula,
  heading,
  input,
  range,
  ref,
  result,
  row,
  text,
  type Block,
  type Cell,
  type Format,
  type Formula,
  type Reference,
  type Row,
  type SheetPlan,
} from "./plan";
import { colors, type Scenario } from "./scenario";

type Measure = keyof ReturnType<typeof resultsTexts>["measures"];
type Printed = keyof ReturnType<typeof resultsTexts>["printed"];

/** Participants by sex, full-time jobs, costs in tkr, and what the source prints as sums, where it does. */
export interface UnionResults extends Readonly<Record<Measure, number>> {
  readonly name: string;
  readonly printed: Readonly<Partial<Record<Printed, number>>>;
}

export interface ResultsInputs {
  /** Tkr per person in work and year. */
  readonly saving: number;
  readonly unions: readonly UnionResults[];
}

const sourced: readonly UnionResults[] = [
  {
    name: "Höglandet",
    ...{ finishedWomen: 48, finishedMen: 37, workWomen: 12, workMen: 17, activeWomen: 17, activeMen: 19 },
    ...{ jobs: 21.2, costs: 6652 },
    printed: { finished: 85, work: 29, active: 36 },
  },
  {
    name: "Södra Vätterbygden",
    ...{ finishedWomen: 23, finishedMen: 26, workWomen: 9, workMen: 19, activeWomen: 10, activeMen: 20 },
    ...{ jobs: 25, costs: 8151 },
    printed: { finished: 49, work: 28, active: 30 },
  },
  {
    name: "Finnveden",
    ...{ finishedWomen: 32, finishedMen: 35, workWomen: 11, workMen: 17, activeWomen: 13, activeMen: 20 },
    ...{ jobs: 19.8, costs: 5624 },
    printed: { finished: 67, work: 28, active: 33 },
  },
];

export const results: Scenario<ResultsInputs> = {
  id: "results",
  opensOn: () => ({ saving: 200, unions: sourced }),
  plan,
  // A pair of a name and a number says too little of a union's results: how many there are is chosen instead.
  shape: {
    of: ({ unions }) => ({ unions: unions.length }),
    with: (inputs, { unions: count }, language) => ({
      ...inputs,
      unions: Array.from({ length: count }, (_, index) => inputs.unions[index] ?? blankUnion(index, language)),
    }),
  },
};

function blankUnion(index: number, language: Language): UnionResults {
  return {
    name: resultsTexts(language).union(index + 1),
    ...{ finishedWomen: 0, finishedMen: 0, workWomen: 0, workMen: 0, activeWomen: 0, activeMen: 0 },
    ...{ jobs: 0, costs: 0 },
    printed: {},
  };
}

const participants: readonly Measure[] = [
  "finishedWomen",
  "finishedMen",
  "workWomen",
  "workMen",
  "activeWomen",
  "activeMen",
];
const printedSums: readonly Printed[] = ["finished", "work", "active"];

function plan(inputs: ResultsInputs, language: Language): SheetPlan {
  const texts = resultsTexts(language);
  const common = commonTexts(language);
  const chartRows = 12;
  return {
    sheetName: texts.sheet,
    title: aboutTexts(language).results.title,
    subtitle: texts.subtitle,
    unitHeading: common.unitHeading,
    blocks: [
      {
        id: "inputs",
        heading: common.inputs,
        rows: [row(texts.saving, texts.tkrPerPerson, [input(inputs.saving, { name: "saving" })], common.example)],
      },
      outcomeBlock(inputs, language),
      resultBlock(inputs, language),
      { id: "chart", heading: texts.chart, rows: [], space: chartRows },
      checksBlock(
        [
          ...printedSums.map((what) => ({
            label: texts.printedDifference(texts.printed[what]),
            unit: common.participants,
            formula: formula`=SUMPRODUCT(--ISNUMBER(${range(what)}),ABS(${range(`${what}Women`)}+${range(`${what}Men`)}-${range(what)}))`,
          })),
          ...(["Women", "Men"] as const).map((sex) => ({
            label: texts.moreThan[sex],
            unit: common.number,
            formula: formula`=SUMPRODUCT(--(${range(`work${sex}`)}>${range(`active${sex}`)}))+SUMPRODUCT(--(${range(`active${sex}`)}>${range(`finished${sex}`)}))`,
          })),
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
          { label: texts.work, values: range("shareWork"), color: colors.state },
          { label: texts.active, values: range("shareActive"), color: colors.municipal },
        ],
        place: { block: "chart", row: 1, column: 0, rows: chartRows, columns: 5 },
      },
    ],
    definedNames: checkNames,
    keyFigures: [
      { label: texts.shareWork, value: ref("all shareWork") },
      { label: texts.perFinished, value: ref("all perFinished") },
      { label: texts.perWork, value: ref("all perWork") },
      { label: texts.payBack, value: ref("all payBack") },
    ],
    control,
    valueWidth: 20,
    leastColumns: 4,
  };
}

/** The name of a measure's sum over the unions. */
function together(measure: Measure): string {
  return `all ${measure}`;
}

/** A measure of the union in a column; the last column is all of them together. */
function at(measure: Measure, column: number, { unions }: ResultsInputs): Reference {
  return column < unions.length ? ref(measure, 0, column) : ref(together(measure));
}

function outcomeBlock(inputs: ResultsInputs, language: Language): Block {
  const texts = resultsTexts(language);
  const { tkr, participants: persons, own } = commonTexts(language);
  const { unions } = inputs;
  const measure = (key: Measure, unit: string, format: Format, source?: string): Row =>
    row(
      texts.measures[key],
      unit,
      [
        ...unions.map((union) => input(union[key], { area: key, format })),
        result(formula`=SUM(${range(key)})`, { name: together(key), format }),
      ],
      source,
    );
  const isSourced = unions[0] === sourced[0];
  return {
    id: "outcome",
    heading: texts.outcome,
    columns: [
      ...unions.map((_, index) => ({ content: heading(formula`=${ref("union", 0, index)}&""`) })),
      { content: texts.together },
    ],
    rows: [
      row(
        texts.names,
        "",
        unions.map(({ name }) => input(name, { area: "union" })),
      ),
      ...participants.map((key, index) =>
        measure(key, persons, "amount", index === 0 ? (isSourced ? texts.source : own) : undefined),
      ),
      measure("jobs", texts.jobsUnit, "decimal"),
      measure("costs", tkr, "amount", isSourced ? texts.costsSource : own),
      ...printedSums.map((what) =>
        row(
          texts.printed[what],
          persons,
          unions.map(({ printed }) => input(printed[what], { area: what, optional: true })),
        ),
      ),
    ],
  };
}

function resultBlock(inputs: ResultsInputs, language: Language): Block {
  const texts = resultsTexts(language);
  const { percent, years, participants: persons } = commonTexts(language);
  const columns = Array.from({ length: inputs.unions.length + 1 }, (_, column) => column);
  const cannot = text(texts.cannot);
  /** A quotient for each union and for all; a text where there is nothing to divide by. */
  const across = (
    quotient: (value: (measure: Measure) => Reference) => readonly [Formula, Formula],
    format: Format,
    area?: string,
  ): readonly Cell[] =>
    columns.map((column) => {
      const [amount, by] = quotient((measure) => at(measure, column, inputs));
      const isUnion = column < inputs.unions.length;
      const called = area === undefined ? {} : isUnion ? { area } : { name: `all ${area}` };
      return result(formula`=IF((${by})=0,${cannot},(${amount})/(${by}))`, { format, ...called });
    });
  type Value = (measure: Measure) => Reference;
  const finished = (value: Value) => formula`${value("finishedWomen")}+${value("finishedMen")}`;
  const work = (value: Value) => formula`${value("workWomen")}+${value("workMen")}`;
  const active = (value: Value) => formula`${value("activeWomen")}+${value("activeMen")}`;
  const one = (reference: Reference) => formula`${reference}`;
  const saving = formula`${ref("saving")}`;
  return {
    id: "result",
    heading: texts.result,
    columns: [
      ...inputs.unions.map((_, index) => ({ content: heading(formula`=${ref("union", 0, index)}&""`) })),
      { content: texts.together },
    ],
    rows: [
      row(
        texts.shareWork,
        percent,
        across((value) => [work(value), finished(value)], "percentDecimal", "shareWork"),
      ),
      row(
        texts.shareWorkWomen,
        percent,
        across((value) => [one(value("workWomen")), one(value("finishedWomen"))], "percentDecimal"),
      ),
      row(
        texts.shareWorkMen,
        percent,
        across((value) => [one(value("workMen")), one(value("finishedMen"))], "percentDecimal"),
      ),
      row(
        texts.shareActive,
        percent,
        across((value) => [active(value), finished(value)], "percentDecimal", "shareActive"),
      ),
      row(
        texts.perFinished,
        texts.tkrPerPerson,
        across((value) => [one(value("costs")), finished(value)], "decimal", "perFinished"),
      ),
      row(
        texts.perWork,
        texts.tkrPerPerson,
        across((value) => [one(value("costs")), work(value)], "decimal", "perWork"),
      ),
      row(
        texts.perJob,
        texts.tkrPerJob,
        across((value) => [one(value("costs")), one(value("jobs"))], "decimal", "perJob"),
      ),
      row(
        texts.payBack,
        persons,
        across((value) => [one(value("costs")), saving], "decimal", "payBack"),
      ),
      row(
        texts.payBackYears,
        years,
        across((value) => [one(value("costs")), formula`(${work(value)})*${saving}`], "decimal"),
      ),
    ],
    notes: [texts.note],
  };
}
