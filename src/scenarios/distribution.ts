/*
 * Scenario 6, the state's distribution: each union's maximum by base grant, need and population, and what it
 * gets of what it asks for, with the floor on the yearly decrease. Opens on the grants of 2019 in Jönköping
 * county; the unions' need and population have no source here and are examples that give the county's maxima.
 */
import { kronor } from "../core/param";
import { valueIn } from "../core/parameters/lookUp";
import { commonTexts } from "../i18n/scenarios/common";
import { distributionTexts } from "../i18n/scenarios/distribution";
import type { Language } from "../i18n/language";
import { aboutTexts } from "../i18n/scenarios/about";
import { checkNames, checksBlock, control } from "./checks";
import { ifKnown, parameterBlock, unknown, unknownInEach } from "./parameterBlock";
import {
  calculation,
  formula,
  input,
  label,
  memberRow,
  range,
  ref,
  result,
  row,
  text,
  type Block,
  type Formula,
  type SheetPlan,
} from "./plan";
import { colors, type Member, type Scenario } from "./scenario";

export interface UnionOfTheState {
  readonly name: string;
  /** Of the country's, in per cent as long as the totals are 100. */
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

const sourced: readonly UnionOfTheState[] = [
  { name: "Höglandet", need: 1.15, population: 1.2484, requested: 3500, previous: 3205, reduction: 0 },
  { name: "Södra Vätterbygden", need: 1.65, population: 1.6768, requested: 3400, previous: 3036, reduction: 0 },
  { name: "Finnveden", need: 0.69, population: 0.7572, requested: 2570, previous: 2570, reduction: 0 },
];

export const distribution: Scenario<DistributionInputs> = {
  id: "distribution",
  opensOn: () => ({
    year: 2020,
    unit: 1,
    needTotal: 100,
    populationTotal: 100,
    unionsInCountry: 80,
    unions: sourced,
  }),
  plan,
  // A pair says the grant of last year: the same is asked for, and need and population are those that it follows from.
  withMembers: (inputs, members) => {
    const unionsInCountry = Math.max(inputs.unionsInCountry, members.length);
    const share = shareOf({ ...inputs, unionsInCountry }, members);
    return {
      ...inputs,
      unionsInCountry,
      unions: members.map(({ name, weight }) => {
        const part = share(weight);
        return { name, need: part, population: part, requested: weight, previous: weight, reduction: 0 };
      }),
    };
  },
};

/** The per cent of the country that give a grant; less in proportion where all together were more than the country. */
function shareOf({ year, unionsInCountry }: DistributionInputs, members: readonly Member[]) {
  const inYear = (name: "appropriation" | "baseGrant") => valueIn(name, year)!.value / kronor.tkr;
  const baseGrant = inYear("baseGrant");
  const rest = inYear("appropriation") - unionsInCountry * baseGrant;
  const exact = (grant: number) => (Math.max(0, grant - baseGrant) / rest) * 100;
  const together = members.reduce((sum, { weight }) => sum + exact(weight), 0);
  // A little below all of it, so that rounded parts are together no more than the country either.
  const most = 99;
  return (grant: number) => Number((exact(grant) * Math.min(1, most / Math.max(most, together))).toFixed(4));
}

function plan(inputs: DistributionInputs, language: Language): SheetPlan {
  const texts = distributionTexts(language);
  const common = commonTexts(language);
  const { tkr, number } = common;
  const grantKnown = (value: Formula) => formula`=${ifKnown([ref("grant")], value, formula`0`)}`;
  return {
    sheetName: texts.sheet,
    title: aboutTexts(language).distribution.title,
    subtitle: texts.subtitle,
    unitHeading: common.unitHeading,
    blocks: [
      inputsBlock(inputs, language),
      modelBlock(language),
      unionsBlock(inputs, language),
      grantsBlock(inputs, language),
      checksBlock(
        [
          {
            label: texts.byHand,
            unit: number,
            formula: formula`=${ifKnown([ref("maximum")], differingMaxima, formula`0`)}`,
          },
          {
            label: texts.tooMuch,
            unit: tkr,
            formula: grantKnown(formula`MAX(0,SUM(${range("grant")})-${ref("available")})`),
          },
          {
            label: texts.aboveRequest,
            unit: number,
            formula: grantKnown(formula`SUMPRODUCT(--(${range("grant")}-${range("requested")}>${ref("tolerance")}))`),
          },
          {
            label: texts.belowFloor,
            unit: number,
            formula: grantKnown(
              formula`IF(${ref("floors")}>${ref("available")},0,SUMPRODUCT(--(${range("floor")}-${range("grant")}>${ref("unit")}+${ref("tolerance")})))`,
            ),
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
        place: { block: "inputs", row: 1, column: 4, rows: 13, columns: 5 },
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
    members: { name: "union", weight: "previous" },
    control,
    valueWidth: 17,
    leastColumns: 7,
  };
}

/** How many maxima are further than the rounding from base grant, need and population, one by one. */
const differingMaxima = formula`SUMPRODUCT(--(ABS(${range("maximum")}-(${range("need")}+${range("population")}>0)*(${ref("baseGrant")}+(${ref("appropriation")}-${ref("unions")}*${ref("baseGrant")})*(${ref("needWeight")}*${range("need")}/${ref("needTotal")}+(1-${ref("needWeight")})*${range("population")}/${ref("populationTotal")})))>${ref("unit")}+${ref("tolerance")}))`;

function inputsBlock(inputs: DistributionInputs, language: Language): Block {
  const texts = distributionTexts(language);
  const { inputs: heading, year, percent, number, tkr, unit, unitSource } = commonTexts(language);
  return {
    id: "inputs",
    heading,
    rows: [
      row(texts.year, year, [input(inputs.year, { name: "year", format: "year" })]),
      row(texts.needTotal, percent, [input(inputs.needTotal, { name: "needTotal" })], texts.totalsSource),
      row(texts.populationTotal, percent, [input(inputs.populationTotal, { name: "populationTotal" })]),
      row(texts.unions, number, [input(inputs.unionsInCountry, { name: "unions" })], texts.unionsSource),
      row(texts.toShare, tkr, [input(undefined, { name: "toShare", optional: true })], texts.toShareSource),
      row(unit, tkr, [input(inputs.unit, { name: "unit" })], unitSource),
    ],
  };
}

function modelBlock(language: Language): Block {
  const texts = distributionTexts(language);
  const { tkr, percent } = commonTexts(language);
  return parameterBlock(
    [
      { name: "appropriation", label: texts.appropriation, unit: tkr, format: "amount" },
      { name: "baseGrant", label: texts.baseGrant, unit: tkr, format: "amount" },
      { name: "needWeight", label: texts.needWeight, unit: percent, format: "percent" },
      { name: "maxDecrease", label: texts.maxDecrease, unit: percent, format: "percent" },
    ],
    ref("year"),
    { heading: texts.model, language },
  );
}

function unionsBlock({ unions }: DistributionInputs, language: Language): Block {
  const texts = distributionTexts(language);
  const { tkr, own } = commonTexts(language);
  const sources = unions === sourced ? [texts.previousSource, texts.exampleSource] : [`${own}. ${texts.shareExample}`];
  return {
    id: "unions",
    heading: texts.table,
    columns: [
      { content: texts.need, unit: texts.ofCountry },
      { content: texts.population, unit: texts.ofCountry },
      { content: texts.requested, unit: tkr },
      { content: texts.previous, unit: tkr },
      { content: texts.reduction, unit: tkr },
    ],
    rows: unions.map(({ name, need, population, requested, previous, reduction }, index) =>
      memberRow(
        index,
        row(
          input(name, { area: "union" }),
          "",
          [
            input(need, { area: "need", format: "share" }),
            input(population, { area: "population", format: "share" }),
            input(requested, { area: "requested" }),
            input(previous, { area: "previous" }),
            input(reduction, { area: "reduction" }),
          ],
          sources[index],
        ),
      ),
    ),
  };
}

function grantsBlock({ unions }: DistributionInputs, language: Language): Block {
  const texts = distributionTexts(language);
  const { tkr, percent } = commonTexts(language);
  const spill = { rows: unions.length, columns: 1 };
  const none = unknown(language);
  const ofEach = unknownInEach("granted", language);
  const model = [ref("appropriation"), ref("baseGrant"), ref("needWeight")];
  const maxima = ifKnown(
    model,
    formula`FINSAM.STATEMAX(${ref("appropriation")},${range("need")},${range("population")},${ref("baseGrant")},${ref("needWeight")},${ref("unit")},${ref("needTotal")},${ref("populationTotal")},${ref("unions")})`,
    ofEach,
  );
  const grants = ifKnown(
    [ref("available")],
    formula`FINSAM.STATEGRANT(${range("maximum")},${range("requested")},${range("previous")},${ref("available")},${ref("maxDecrease")},${range("reduction")},${ref("unit")})`,
    ofEach,
  );
  return {
    id: "grants",
    heading: texts.result,
    columns: [
      { content: texts.maximum, unit: tkr },
      { content: texts.grant, unit: tkr },
      { content: texts.change, unit: tkr },
      { content: texts.change, unit: percent },
      { content: texts.floor, unit: tkr },
      { content: texts.atFloor },
      { content: texts.unused, unit: tkr },
    ],
    rows: [
      ...unions.map((_, index) => {
        const at = (what: string) => ref(what, index);
        const [grant, previous] = [at("grant"), at("previous")];
        const floor = formula`IF(${at("reduction")}>0,0,MIN(${at("requested")},(1-${ref("maxDecrease")})*${previous}))`;
        const part = formula`IF(${previous}=0,0,${at("change")}/${previous})`;
        return row(label(formula`=${at("union")}&""`, { area: "granted" }), "", [
          index === 0 ? result(formula`=${maxima}`, { name: "maximum", spill }) : null,
          index === 0 ? result(formula`=${grants}`, { name: "grant", spill }) : null,
          result(formula`=${ifKnown([grant], formula`${grant}-${previous}`, none)}`, {
            area: "change",
            format: "change",
          }),
          result(formula`=${ifKnown([grant], part, none)}`, { format: "percentDecimal" }),
          calculation(formula`=${ifKnown([ref("maxDecrease")], floor, none)}`, { area: "floor" }),
          result(formula`=${ifKnown([grant], atFloor(index, language), none)}`, { format: "text", area: "atFloor" }),
          result(formula`=${ifKnown([grant], formula`MAX(0,${at("maximum")}-${grant})`, none)}`, { area: "unused" }),
        ]);
      }),
      ...sharedRows(language),
    ],
    notes: [texts.unitsNote],
  };
}

/** Whether the floor is what a union has its grant from: more than it was entitled to, or than was left of that. */
function atFloor(index: number, language: Language): Formula {
  const texts = distributionTexts(language);
  const { yes, no } = commonTexts(language);
  const [grant, floor] = [ref("grant", index), ref("floor", index)];
  const entitled = formula`MAX(0,MIN(${ref("requested", index)},${ref("maximum", index)})-${ref("reduction", index)})`;
  const slack = formula`(${ref("unit")}+${ref("tolerance")})`;
  const isHeld = formula`OR(${floor}>${entitled},${grant}<${entitled}-${slack})`;
  return formula`IF(${grant}<${floor}-${slack},${text(texts.below)},IF(AND(${floor}>0,${grant}<=${floor}+${slack},${isHeld}),${text(yes)},${text(no)}))`;
}

/** What there is to share, whether it is enough for the floors, and what is left of it. */
function sharedRows(language: Language): Block["rows"] {
  const texts = distributionTexts(language);
  const { tkr, yes } = commonTexts(language);
  const none = unknown(language);
  const [maxima, floors, available] = [range("maximum"), range("floor"), ref("available")];
  const atMost = formula`MIN(${ref("appropriation")},SUMPRODUCT((${maxima}>=${floors})*${maxima}+(${maxima}<${floors})*${floors}))`;
  const known = [ref("maximum"), ref("floor")];
  return [
    row(
      texts.available,
      tkr,
      [
        result(
          formula`=${ifKnown(known, formula`IF(ISNUMBER(${ref("toShare")}),${ref("toShare")},${atMost})`, none)}`,
          { name: "available" },
        ),
      ],
      formula`=IF(ISNUMBER(${ref("toShare")}),${text(texts.availableOwn)},${text(texts.availableSource)})`,
    ),
    row(texts.floors, tkr, [
      calculation(formula`=${ifKnown([ref("floor")], formula`SUM(${floors})`, none)}`, { name: "floors" }),
    ]),
    row(texts.enough, "", [
      result(
        formula`=${ifKnown([available], formula`IF(${ref("floors")}>${available}+${ref("tolerance")},${text(texts.notEnough)},${text(yes)})`, none)}`,
        { name: "enough", format: "text" },
      ),
    ]),
    row(texts.left, tkr, [
      result(formula`=${ifKnown([ref("grant")], formula`${available}-SUM(${range("grant")})`, none)}`, {
        name: "left",
      }),
    ]),
  ];
}
