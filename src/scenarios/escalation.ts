/*
 * Scenario 1, escalation to the state's maximum: every party's contribution year by year, the year the maximum is
 * reached and the state money left unused until then. Opens on the plan that Vaggeryd decided on in 2021.
 */
import { commonTexts } from "../i18n/scenarios/common";
import { escalationTexts } from "../i18n/scenarios/escalation";
import type { Language } from "../i18n/language";
import { aboutTexts } from "../i18n/scenarios/about";
import { checkNames, checksBlock, control, type Deviation } from "./checks";
import { deviationFromLaw, firstMunicipality, keyBlock, keyMembers, partyCount, sharesSource } from "./parties";
import {
  calculation,
  formula,
  heading,
  input,
  label,
  range,
  ref,
  result,
  text,
  type Block,
  type Reference,
  type Row,
  type SheetPlan,
} from "./plan";
import { colors, municipalColor, type Member, type Scenario } from "./scenario";

export interface EscalationInputs {
  readonly startYear: number;
  /** Years after the first: the sheet has one column more. */
  readonly years: number;
  readonly stateStart: number;
  readonly rate: number;
  readonly stateMaximum: number;
  readonly inhabitants: number;
  readonly unit: number;
  readonly municipalities: readonly Member[];
  /** A municipality outside any region, where no region takes part (5 a §). */
  readonly withoutRegion: boolean;
  /** A decision's own figures for one municipality, from the year after the first. */
  readonly printed?: { readonly municipality: number; readonly values: readonly number[] } | undefined;
}

const sourced: EscalationInputs = {
  startYear: 2021,
  years: 5,
  stateStart: 3674,
  rate: 0.1,
  stateMaximum: 5551,
  inhabitants: 104235,
  unit: 1,
  municipalities: [
    { name: "Jönköping", weight: 133310 },
    { name: "Habo", weight: 11314 },
    { name: "Mullsjö", weight: 7157 },
    { name: "Vaggeryd", weight: 13372 },
  ],
  withoutRegion: false,
  printed: { municipality: 3, values: [164, 180, 198, 218, 226] },
};

export const escalation: Scenario<EscalationInputs> = {
  id: "escalation",
  opensOn: () => sourced,
  plan,
  // A region that does not take part leaves the decision's own figures without anything to be compared with.
  shape: {
    of: ({ years, withoutRegion }) => ({ years: years + 1, withoutRegion }),
    with: ({ printed, ...inputs }, { years, withoutRegion }) => ({
      ...inputs,
      years: years - 1,
      withoutRegion,
      ...(printed && !withoutRegion && { printed: { ...printed, values: printed.values.slice(0, years - 1) } }),
    }),
  },
  withMembers: (inputs, municipalities) => ({ ...inputs, municipalities, printed: undefined }),
};

function plan(inputs: EscalationInputs, language: Language): SheetPlan {
  const texts = escalationTexts(language);
  const common = commonTexts(language);
  const { printed } = inputs;
  return {
    sheetName: texts.sheet,
    title: aboutTexts(language).escalation.title,
    subtitle: texts.subtitle,
    unitHeading: common.unitHeading,
    blocks: [
      inputsBlock(inputs, language),
      keyBlock(inputs, {
        heading: texts.key,
        unit: texts.keyUnit,
        source: isSourced(inputs) ? texts.keySource : common.own,
      }),
      contributionsBlock(inputs, language),
      goalBlock(inputs, language),
      ...(printed ? [printedBlock(inputs, printed, language)] : []),
      checksBlock(deviations(inputs, language), language),
    ],
    charts: [chart(inputs, language)],
    definedNames: checkNames,
    keyFigures: [
      { label: texts.reached, value: ref("reached") },
      { label: texts.unusedSum, value: ref("unusedSum") },
      { label: texts.rateToCap, value: ref("rateToCap") },
      { label: texts.lastBudget, value: ref("budget", 0, inputs.years) },
    ],
    members: keyMembers,
    control,
    valueWidth: 11,
    leastColumns: chartColumns + 1,
  };
}

/** Whether the figures are those of the decision's own municipalities; for others they are examples. */
function isSourced({ municipalities }: EscalationInputs): boolean {
  return municipalities === sourced.municipalities;
}

/** The chart stands beside the inputs, which take one column. */
const chartColumns = 6;
const columnsOf = ({ years }: EscalationInputs) => Array.from({ length: years + 1 }, (_, index) => index);

/** The state's contribution, the first year's first, unrounded. */
const path = formula`FINSAM.ESCALATE(${ref("stateStart")},${ref("rate")},${ref("years")},${ref("stateMaximum")},,TRUE)`;

function inputsBlock(inputs: EscalationInputs, language: Language): Block {
  const texts = escalationTexts(language);
  const common = commonTexts(language);
  const { startYear, stateStart, rate, stateMaximum, inhabitants, unit } = inputs;
  const [decision, inhabitantsSource] = isSourced(inputs)
    ? [texts.decision, texts.inhabitantsSource]
    : [common.example, common.example];
  return {
    id: "inputs",
    heading: common.inputs,
    rows: [
      {
        label: texts.startYear,
        unit: common.year,
        cells: [input(startYear, { name: "startYear", format: "year", knownFor: "stateShare" })],
        source: decision,
      },
      {
        label: texts.stateStart,
        unit: common.tkr,
        cells: [input(stateStart, { name: "stateStart" })],
        source: decision,
      },
      {
        label: texts.rate,
        unit: common.percent,
        cells: [input(rate, { name: "rate", format: "percentDecimal" })],
        source: decision,
      },
      {
        label: texts.stateMaximum,
        unit: common.tkr,
        cells: [input(stateMaximum, { name: "stateMaximum" })],
        source: decision,
      },
      {
        label: common.unit,
        unit: common.tkr,
        cells: [input(unit, { name: "unit" })],
        source: common.unitSource,
      },
      {
        label: texts.inhabitants,
        unit: common.persons,
        cells: [input(inhabitants, { name: "inhabitants" })],
        source: inhabitantsSource,
      },
      {
        label: common.kronorPerTkr,
        unit: common.krPerTkr,
        cells: [input(1000, { name: "kronorPerTkr" })],
        source: common.definition,
      },
    ],
  };
}

function contributionsBlock(inputs: EscalationInputs, language: Language): Block {
  const texts = escalationTexts(language);
  const { tkr, region: regionName } = commonTexts(language);
  const { municipalities, withoutRegion, printed, years } = inputs;
  const rows = partyCount(inputs);
  const split = withoutRegion
    ? formula`=FINSAM.SPLIT(${path},${range("key")},${ref("unit")},"state",,TRUE)`
    : formula`=FINSAM.SPLIT(${path},${range("key")},${ref("unit")},"state")`;
  const parties = result(split, { name: "parties", spill: { rows, columns: years + 1 } });
  const region: Row = { label: regionName, unit: tkr, cells: [] };
  return {
    id: "contributions",
    heading: texts.contributions,
    columns: columnsOf(inputs).map((index) => ({
      content: heading(index === 0 ? formula`=${ref("startYear")}` : formula`=${ref("year", 0, index - 1)}+1`, {
        area: "year",
        format: "year",
      }),
    })),
    rows: [
      {
        label: commonTexts(language).state,
        unit: tkr,
        cells: [parties],
        source: sharesSource(inputs, ref("startYear"), language),
      },
      ...(withoutRegion ? [] : [region]),
      ...municipalities.map((_, index) => ({
        label: label(formula`=${ref("municipality", index)}&""`),
        unit: tkr,
        cells: [],
        emphasis: index === printed?.municipality,
      })),
      {
        label: texts.budget,
        unit: tkr,
        cells: columnsOf(inputs).map((column) =>
          result(formula`=SUM(${range("parties", { column })})`, { area: "budget" }),
        ),
      },
    ],
  };
}

function goalBlock(inputs: EscalationInputs, language: Language): Block {
  const texts = escalationTexts(language);
  const common = commonTexts(language);
  const across = (row: (column: number) => Row["cells"][number]) => columnsOf(inputs).map(row);
  const perInhabitant = (amount: Reference) =>
    result(
      formula`=IF(${ref("inhabitants")}=0,${text(common.missing)},${amount}*${ref("kronorPerTkr")}/${ref("inhabitants")})`,
      { format: "decimal" },
    );
  const toCap = formula`FINSAM.YEARSTOCAP(${ref("stateStart")},${ref("rate")},${ref("stateMaximum")})`;
  return {
    id: "goal",
    heading: texts.goal,
    rows: [
      {
        label: texts.years,
        unit: common.years,
        cells: [calculation(formula`=COLUMNS(${range("year")})-1`, { name: "years" })],
      },
      {
        label: texts.reached,
        unit: common.year,
        cells: [
          result(formula`=IFNA(${ref("startYear")}+${toCap},${text(texts.notReached)})`, {
            name: "reached",
            format: "year",
          }),
        ],
      },
      {
        label: texts.rateToCap,
        unit: common.percent,
        cells: [
          result(formula`=FINSAM.RATETOCAP(${ref("stateStart")},${ref("stateMaximum")},${ref("years")})`, {
            name: "rateToCap",
            format: "percentDecimal",
          }),
        ],
      },
      {
        label: texts.unused,
        unit: common.tkr,
        cells: across((column) =>
          result(formula`=MAX(0,${ref("stateMaximum")}-${ref("parties", 0, column)})`, { area: "unused" }),
        ),
      },
      {
        label: texts.unusedAll,
        unit: common.tkr,
        cells: [
          calculation(formula`=FINSAM.TOTAL(${range("unused")},"state")`, {
            name: "unusedAll",
            spill: { rows: 1, columns: inputs.years + 1 },
          }),
        ],
      },
      {
        label: texts.unusedSum,
        unit: common.tkr,
        cells: [result(formula`=SUM(${range("unused")})`, { name: "unusedSum" })],
      },
      {
        label: texts.perInhabitant,
        unit: common.krPerPerson,
        cells: across((column) => perInhabitant(ref("budget", 0, column))),
      },
      {
        label: texts.statePerInhabitant,
        unit: common.krPerPerson,
        cells: across((column) => perInhabitant(ref("parties", 0, column))),
      },
    ],
  };
}

function printedBlock(
  inputs: EscalationInputs,
  { municipality, values }: NonNullable<EscalationInputs["printed"]>,
  language: Language,
): Block {
  const texts = escalationTexts(language);
  const { tkr } = commonTexts(language);
  const name = inputs.municipalities[municipality]!.name;
  const party = firstMunicipality(inputs) + municipality;
  const columns = values.map((_, index) => index + 1);
  return {
    id: "printed",
    heading: texts.printedBlock,
    columns: columnsOf(inputs).map((index) => ({
      content: heading(formula`=${ref("year", 0, index)}`, { format: "year" }),
    })),
    rows: [
      {
        label: texts.printed(name),
        unit: tkr,
        cells: [null, ...values.map((value) => input(value, { area: "printed" }))],
        source: texts.decision,
      },
      {
        label: texts.computed(name),
        unit: tkr,
        cells: [null, ...columns.map((column) => calculation(formula`=${ref("parties", party, column)}`))],
      },
      {
        label: texts.difference,
        unit: tkr,
        cells: [
          null,
          ...columns.map((column) =>
            result(formula`=${ref("printed", 0, column - 1)}-${ref("parties", party, column)}`, {
              area: "difference",
              format: "change",
              marked: "notZero",
            }),
          ),
        ],
      },
    ],
    // It speaks of the last year that was decided on, which a sheet of fewer years does not have.
    ...(values.length === sourced.printed!.values.length && { notes: [texts.printedNote] }),
  };
}

function deviations(inputs: EscalationInputs, language: Language): readonly Deviation[] {
  const texts = escalationTexts(language);
  const { tkr } = commonTexts(language);
  const total = formula`FINSAM.ALLOCATE(FINSAM.TOTAL(${path},"state"),1,${ref("unit")})`;
  return [
    { label: texts.followsLaw, unit: tkr, formula: deviationFromLaw("parties", inputs) },
    { label: texts.addsUp, unit: tkr, difference: formula`SUM(${range("budget")})-SUM(${total})` },
  ];
}

function chart(inputs: EscalationInputs, language: Language): SheetPlan["charts"][number] {
  const texts = escalationTexts(language);
  const { municipalities, withoutRegion } = inputs;
  const first = firstMunicipality(inputs);
  const party = (row: number) => range("parties", { row });
  return {
    kind: "stackedColumns",
    title: texts.chart,
    categories: range("year"),
    series: [
      { label: commonTexts(language).state, values: party(0), color: colors.state },
      ...(withoutRegion ? [] : [{ label: commonTexts(language).region, values: party(1), color: colors.region }]),
      ...municipalities.map((_, index) => ({
        label: ref("municipality", index),
        values: party(first + index),
        color: index === inputs.printed?.municipality ? colors.marked : municipalColor(index),
      })),
      { label: texts.room, values: range("unusedAll"), color: colors.unused },
    ],
    place: { block: "inputs", row: 1, column: 3, rows: 8 + Math.min(5, municipalities.length), columns: chartColumns },
  };
}
