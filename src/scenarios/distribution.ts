/*
 * Scenario 6, the state's distribution: each union's maximum by base grant, need and population, and what it
 * gets of what it asks for, with the floor on the yearly decrease. Opens on the grants of 2019 in Jönköping
 * county; the unions' need and population have no source here and are examples.
 */
import { commonTexts } from "../i18n/scenarios/common";
import { distributionTexts } from "../i18n/scenarios/distribution";
import type { Language } from "../i18n/language";
import { aboutTexts } from "../i18n/scenarios/about";
import { checkNames, checksBlock, control } from "./checks";
import { calculation, formula, input, label, range, ref, result, row, text, type Block, type SheetPlan } from "./plan";
import { colors, type Scenario } from "./scenario";

export interface UnionOfTheState {
  readonly name: string;
  readonly need: number;
  readonly population: number;
  readonly requested: number;
  readonly previous: number;
  readonly reduction: number;
}

export interface DistributionInputs {
  readonly year: number;
  readonly unit: number;
  readonly needTotal: number;
  readonly populationTotal: number;
  readonly unionsInCountry: number;
  readonly unions: readonly UnionOfTheState[];
}

export const distribution: Scenario<DistributionInputs> = {
  id: "distribution",
  opensOn: () => ({
    year: 2020,
    unit: 1,
    needTotal: 100,
    populationTotal: 100,
    unionsInCountry: 80,
    unions: [
      { name: "Höglandet", need: 1.15, population: 1.2, requested: 3500, previous: 3205, reduction: 0 },
      { name: "Södra Vätterbygden", need: 1.65, population: 1.7, requested: 3400, previous: 3036, reduction: 0 },
      { name: "Finnveden", need: 0.6, population: 0.7, requested: 2570, previous: 2570, reduction: 0 },
    ],
  }),
  plan,
};

function plan(inputs: DistributionInputs, language: Language): SheetPlan {
  const texts = distributionTexts(language);
  const common = commonTexts(language);
  return {
    sheetName: texts.sheet,
    title: aboutTexts(language).distribution.title,
    subtitle: texts.subtitle,
    unitHeading: common.unitHeading,
    blocks: [
      inputsBlock(inputs, language),
      unionsBlock(inputs, language),
      grantsBlock(inputs, language),
      checksBlock(
        [
          {
            label: texts.tooMuch,
            unit: common.tkr,
            formula: formula`=MAX(0,SUM(${range("grant")})-${ref("available")})`,
          },
          {
            label: texts.aboveRequest,
            unit: common.number,
            formula: formula`=SUMPRODUCT(--(${range("grant")}-${range("requested")}>${ref("tolerance")}))`,
          },
          {
            label: texts.total,
            unit: common.tkr,
            formula: formula`=${ref("available")}-SUM(${range("grant")})-${ref("left")}`,
          },
        ],
        language,
      ),
    ],
    charts: [
      {
        kind: "columns",
        title: texts.chart,
        categories: range("granted"),
        series: [
          { label: texts.lastYear, values: range("previous"), color: colors.region },
          { label: texts.max, values: range("maximum"), color: colors.unused },
          { label: texts.gets, values: range("grant"), color: colors.state },
        ],
        place: { block: "inputs", row: 1, column: 4, rows: 9, columns: 5 },
      },
    ],
    definedNames: checkNames,
    keyFigures: [
      ...inputs.unions.slice(0, 3).map((_, index) => {
        return { label: texts.grant, of: ref("union", index), value: ref("grant", index) };
      }),
      { label: texts.available, value: ref("available") },
      { label: texts.left, value: ref("left") },
    ],
    control,
    valueWidth: 17,
    leastColumns: 7,
  };
}

function inputsBlock(inputs: DistributionInputs, language: Language): Block {
  const texts = distributionTexts(language);
  const common = commonTexts(language);
  const source = (name: string) => formula`=FINSAM.SOURCE(${text(name)},${ref("year")})`;
  const { tkr, percent, number, share } = common;
  const known = (name: string) => formula`=FINSAM.PARAM(${text(name)},${ref("year")})`;
  const amount = (name: string) => formula`=FINSAM.PARAM(${text(name)},${ref("year")},"tkr")`;
  return {
    id: "inputs",
    heading: common.inputs,
    rows: [
      row(texts.year, common.year, [input(inputs.year, { name: "year", format: "year" })]),
      row(
        texts.appropriation,
        tkr,
        [calculation(amount("appropriation"), { name: "appropriation" })],
        source("appropriation"),
      ),
      row(texts.baseGrant, tkr, [calculation(amount("baseGrant"), { name: "baseGrant" })], source("baseGrant")),
      row(
        texts.needWeight,
        percent,
        [calculation(known("needWeight"), { name: "needWeight", format: "percent" })],
        source("needWeight"),
      ),
      row(
        texts.maxDecrease,
        percent,
        [calculation(known("maxDecrease"), { name: "maxDecrease", format: "percent" })],
        source("maxDecrease"),
      ),
      row(texts.needTotal, share, [input(inputs.needTotal, { name: "needTotal" })], texts.totalsSource),
      row(texts.populationTotal, share, [input(inputs.populationTotal, { name: "populationTotal" })]),
      row(texts.unions, number, [input(inputs.unionsInCountry, { name: "unions" })], texts.unionsSource),
      row(common.unit, tkr, [input(inputs.unit, { name: "unit" })], common.unitSource),
    ],
  };
}

function unionsBlock({ unions }: DistributionInputs, language: Language): Block {
  const texts = distributionTexts(language);
  const { tkr } = commonTexts(language);
  const sources = [texts.previousSource, texts.exampleSource];
  return {
    id: "unions",
    heading: texts.table,
    columns: [texts.need, texts.population, texts.requested, texts.previous, texts.reduction].map((content) => ({
      content,
    })),
    rows: unions.map(({ name, need, population, requested, previous, reduction }, index) =>
      row(
        input(name, { area: "union" }),
        tkr,
        [
          input(need, { area: "need", format: "precise" }),
          input(population, { area: "population", format: "precise" }),
          input(requested, { area: "requested" }),
          input(previous, { area: "previous" }),
          input(reduction, { area: "reduction" }),
        ],
        sources[index],
      ),
    ),
  };
}

function grantsBlock({ unions }: DistributionInputs, language: Language): Block {
  const texts = distributionTexts(language);
  const common = commonTexts(language);
  const { tkr } = common;
  const spill = { rows: unions.length, columns: 1 };
  const maxima = formula`=FINSAM.STATEMAX(${ref("appropriation")},${range("need")},${range("population")},${ref("baseGrant")},${ref("needWeight")},${ref("unit")},${ref("needTotal")},${ref("populationTotal")},${ref("unions")})`;
  const grants = formula`=FINSAM.STATEGRANT(${range("maximum")},${range("requested")},${range("previous")},${ref("available")},${ref("maxDecrease")},${range("reduction")},${ref("unit")})`;
  return {
    id: "grants",
    heading: texts.result,
    columns: [
      texts.maximum,
      texts.grant,
      texts.change,
      texts.changePercent,
      texts.floor,
      texts.atFloor,
      texts.unused,
    ].map((content) => ({ content })),
    rows: [
      ...unions.map((_, index) => {
        const [grant, previous, floor] = [ref("grant", index), ref("previous", index), ref("floor", index)];
        const change = ref("change", index);
        return row(label(formula`=${ref("union", index)}&""`, { area: "granted" }), tkr, [
          index === 0 ? result(maxima, { name: "maximum", spill }) : null,
          index === 0 ? result(grants, { name: "grant", spill }) : null,
          result(formula`=${grant}-${previous}`, { area: "change", format: "change" }),
          result(formula`=IF(${previous}=0,0,${change}/${previous})`, { format: "percentDecimal" }),
          calculation(
            formula`=IF(${ref("reduction", index)}>0,0,MIN(${ref("requested", index)},(1-${ref("maxDecrease")})*${previous}))`,
            { area: "floor" },
          ),
          result(
            formula`=IF(AND(${change}<0,ABS(${grant}-${floor})<=${ref("unit")}),${text(common.yes)},${text(common.no)})`,
            { format: "text", area: "atFloor" },
          ),
          result(formula`=MAX(0,${ref("maximum", index)}-${grant})`, { area: "unused" }),
        ]);
      }),
      row(texts.available, tkr, [result(formula`=SUM(${range("maximum")})`, { name: "available" })]),
      row(texts.left, tkr, [result(formula`=${ref("available")}-SUM(${range("grant")})`, { name: "left" })]),
    ],
    notes: [texts.unitsNote],
  };
}
