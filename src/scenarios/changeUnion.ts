/*
 * Scenario 5, a municipality changes union: one table of municipalities with a union column, from which both
 * unions' maxima, keys and contributions follow, with the floor for the union left behind, the year of exit (27 §)
 * and the part of the debts (22 §). Opens on Vaggeryd moving to Finnveden.
 */
import { latest } from "../core/parameters/lookUp";
import { changeUnionTexts } from "../i18n/scenarios/change-union";
import { commonTexts } from "../i18n/scenarios/common";
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
import { colors, type Scenario } from "./scenario";

export interface MovingMunicipality {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly inhabitants: number;
  /** Per cent of the country. */
  readonly need: number;
  readonly population: number;
  readonly source?: "inhabitantsSource" | "needSource" | "finnvedenSource" | "own";
}

export interface ChangeUnionInputs {
  readonly year: number;
  readonly noticeYear: number;
  readonly noticeYears: number;
  readonly debts: number;
  readonly countryUnions: number;
  readonly unit: number;
  readonly unions: readonly { readonly name: string; readonly grant: number }[];
  readonly municipalities: readonly MovingMunicipality[];
}

const [sodra, finnveden] = ["Södra Vätterbygden", "Finnveden"] as const;

/** A municipality that stays, need and population alike. */
function staying(name: string, union: string, inhabitants: number, share: number): MovingMunicipality {
  return { name, before: union, after: union, inhabitants, need: share, population: share };
}

export const changeUnion: Scenario<ChangeUnionInputs> = {
  id: "change-union",
  opensOn: () => ({
    year: 2020,
    noticeYear: 2020,
    noticeYears: latest("noticeYears"),
    debts: 500,
    countryUnions: 80,
    unit: 1,
    unions: [
      { name: sodra, grant: 3036 },
      { name: finnveden, grant: 2570 },
    ],
    municipalities: [
      { ...staying("Jönköping", sodra, 133310, 1.3373), source: "inhabitantsSource" },
      { ...staying("Habo", sodra, 11314, 0.1135), source: "needSource" },
      staying("Mullsjö", sodra, 7157, 0.0718),
      { ...staying("Vaggeryd", sodra, 13372, 0.1341), after: finnveden },
      { ...staying("Gislaved", finnveden, 29000, 0.29), source: "finnvedenSource" },
      staying("Gnosjö", finnveden, 9500, 0.095),
      staying("Värnamo", finnveden, 33500, 0.3218),
    ],
  }),
  plan,
  // The last one is in the second union, and the one before it moves there; need and population, of as much of the
  // country as those it opens on, follow the inhabitants.
  withMembers: (inputs, members) => {
    const [first, second] = inputs.unions;
    const last = members.length - 1;
    const share = inputs.municipalities.reduce((sum, { need }) => sum + need, 0);
    const inhabitants = members.reduce((sum, { weight }) => sum + weight, 0);
    return {
      ...inputs,
      // A union without members has no grant.
      unions: last > 0 ? inputs.unions : [first!, { ...second!, grant: 0 }],
      municipalities: members.map(({ name, weight }, index) => ({
        ...staying(
          name,
          (index === last && last > 0 ? second : first)!.name,
          weight,
          inhabitants > 0 ? Number(((share * weight) / inhabitants).toFixed(4)) : 0,
        ),
        ...(index === last - 1 && last > 1 && { after: second!.name }),
        ...(index === 0 && { source: "own" as const }),
      })),
    };
  },
};

function plan(inputs: ChangeUnionInputs, language: Language): SheetPlan {
  const texts = changeUnionTexts(language);
  const common = commonTexts(language);
  const againstQuarters = (contributions: string, grant: string) => {
    const quarters = formula`SUM(FINSAM.TOTAL(${range(grant)},"state"))*${ref("municipalShare")}`;
    const difference = formula`SUM(${range(contributions)})-${quarters}`;
    return formula`${ifKnown([ref(grant), ref("municipalShare")], difference, formula`0`)}`;
  };
  return {
    sheetName: texts.sheet,
    title: aboutTexts(language)["change-union"].title,
    subtitle: texts.subtitle,
    unitHeading: common.unitHeading,
    blocks: [
      inputsBlock(inputs, language),
      modelBlock(language),
      municipalitiesBlock(inputs, language),
      unionsBlock(inputs, language),
      contributionsBlock(inputs, language),
      checksBlock(
        [
          {
            label: texts.known,
            unit: common.number,
            formula: formula`=ROWS(${range("after")})-SUMPRODUCT(COUNTIF(${range("after")},${range("union")}))`,
          },
          {
            label: texts.sumBefore,
            unit: common.tkr,
            difference: againstQuarters("contributionBefore", "grantBefore"),
          },
          {
            label: texts.sumAfter,
            unit: common.tkr,
            difference: againstQuarters("contributionAfter", "grantAfter"),
          },
        ],
        language,
      ),
    ],
    charts: [
      {
        kind: "columns",
        title: texts.chart,
        categories: range("municipality"),
        series: [
          { label: texts.contributionBefore, values: range("contributionBefore"), color: colors.region },
          { label: texts.contributionAfter, values: range("contributionAfter"), color: colors.state },
        ],
        place: { block: "inputs", row: 1, column: 4, rows: 14, columns: 4 },
      },
    ],
    definedNames: checkNames,
    keyFigures: [
      ...inputs.unions.slice(0, 2).flatMap((_, index) => [
        { label: texts.grantAfter, of: ref("union", index), value: ref("grantAfter", index) },
        { label: texts.budgetAfter, of: ref("union", index), value: ref("budgetAfter", index) },
      ]),
      { label: texts.exitYear, value: ref("exitYear") },
    ],
    members: { name: "municipality", weight: "inhabitants" },
    control,
    valueWidth: 19,
    leastColumns: 7,
  };
}

function inputsBlock(inputs: ChangeUnionInputs, language: Language): Block {
  const texts = changeUnionTexts(language);
  const common = commonTexts(language);
  const { tkr } = common;
  return {
    id: "inputs",
    heading: common.inputs,
    rows: [
      row(texts.year, common.year, [input(inputs.year, { name: "year", format: "year" })]),
      row(
        texts.noticeYear,
        common.year,
        [input(inputs.noticeYear, { name: "noticeYear", format: "year" })],
        common.example,
      ),
      row(texts.noticeYears, common.years, [input(inputs.noticeYears, { name: "noticeYears" })], texts.noticeSource),
      row(texts.debts, tkr, [input(inputs.debts, { name: "debts" })], common.example),
      row(texts.countryUnions, common.number, [input(inputs.countryUnions, { name: "countryUnions" })], common.example),
      row(texts.country, common.percent, [input(100, { name: "country" })], common.definition),
      row(common.unit, tkr, [input(inputs.unit, { name: "unit" })], common.unitSource),
    ],
  };
}

function modelBlock(language: Language): Block {
  const texts = changeUnionTexts(language);
  const { tkr, percent } = commonTexts(language);
  const { appropriation, baseGrant, needWeight, maxDecrease, municipalShare } = texts;
  return parameterBlock(
    [
      { name: "appropriation", label: appropriation, unit: tkr, format: "amount" },
      { name: "baseGrant", label: baseGrant, unit: tkr, format: "amount" },
      { name: "needWeight", label: needWeight, unit: percent, format: "percent" },
      { name: "maxDecrease", label: maxDecrease, unit: percent, format: "percent" },
      {
        name: "municipalShare",
        label: municipalShare,
        unit: percent,
        format: "percent",
        source: texts.municipalShareSource,
      },
    ],
    ref("year"),
    { heading: texts.parameters, language },
  );
}

function municipalitiesBlock({ municipalities }: ChangeUnionInputs, language: Language): Block {
  const texts = changeUnionTexts(language);
  const { persons, own } = commonTexts(language);
  return {
    id: "municipalities",
    heading: texts.table,
    table: "FINSAM_municipalities",
    columns: [
      { content: texts.before },
      { content: texts.after },
      { content: texts.inhabitants, unit: persons },
      { content: texts.need, unit: texts.ofCountry },
      { content: texts.population, unit: texts.ofCountry },
    ],
    rows: municipalities.map(({ name, before, after, inhabitants, need, population, source }, index) =>
      memberRow(
        index,
        row(
          input(name, { area: "municipality" }),
          "",
          [
            input(before, { area: "before" }),
            input(after, { area: "after" }),
            input(inhabitants, { area: "inhabitants" }),
            input(need, { area: "need", format: "share" }),
            input(population, { area: "population", format: "share" }),
          ],
          source && (source === "own" ? `${own}. ${texts.shareExample}` : texts[source]),
        ),
      ),
    ),
  };
}

/** What the municipalities of each union have together, by their union before or after. */
function togetherIn(when: "before" | "after", what: string): Formula {
  return formula`SUMIF(${range(when)},${range("union")},${range(what)})`;
}

function unionsBlock({ unions, municipalities }: ChangeUnionInputs, language: Language): Block {
  const texts = changeUnionTexts(language);
  const { tkr, example } = commonTexts(language);
  const source = municipalities[0]?.source === "own" ? example : texts.unionsSource;
  const spill = { rows: unions.length, columns: 1 };
  const none = unknown(language);
  const ofEach = unknownInEach("union", language);
  const [firstMaximum, firstGrant] = [ref("maximumAfter"), ref("grantAfter")];
  const model = [ref("appropriation"), ref("baseGrant"), ref("needWeight")];
  const maxima = (when: "before" | "after") =>
    ifKnown(
      model,
      formula`FINSAM.STATEMAX(${ref("appropriation")},${togetherIn(when, "need")},${togetherIn(when, "population")},${ref("baseGrant")},${ref("needWeight")},${ref("unit")},${ref("country")},${ref("country")},${ref("countryUnions")})`,
      ofEach,
    );
  const grants = ifKnown(
    [firstMaximum, ref("maxDecrease")],
    formula`FINSAM.STATEGRANT(${range("maximumAfter")},${range("requested")},${range("grantBefore")},SUM(${range("maximumAfter")}),${ref("maxDecrease")},,${ref("unit")})`,
    ofEach,
  );
  const budgets = ifKnown([firstGrant], formula`FINSAM.TOTAL(${range("grantAfter")},"state")`, ofEach);
  return {
    id: "unions",
    heading: texts.unions,
    columns: [
      texts.maximumBefore,
      texts.maximumAfter,
      texts.grantBefore,
      texts.requested,
      texts.floor,
      texts.grantAfter,
      texts.budgetAfter,
    ].map((content) => ({ content })),
    rows: unions.map(({ name, grant }, index) => {
      const at = (what: string) => ref(what, index);
      const first = index === 0;
      const requested = formula`IF(${at("maximumBefore")}=0,0,${at("maximumAfter")}*${at("grantBefore")}/${at("maximumBefore")})`;
      const floor = formula`MIN(${at("requested")},(1-${ref("maxDecrease")})*${at("grantBefore")})`;
      return row(
        input(name, { area: "union" }),
        tkr,
        [
          first ? result(formula`=${maxima("before")}`, { name: "maximumBefore", spill }) : null,
          first ? result(formula`=${maxima("after")}`, { name: "maximumAfter", spill }) : null,
          input(grant, { area: "grantBefore" }),
          calculation(formula`=${ifKnown([at("maximumBefore")], requested, none)}`, { area: "requested" }),
          calculation(formula`=${ifKnown([at("requested"), ref("maxDecrease")], floor, none)}`, { area: "floor" }),
          first ? result(formula`=${grants}`, { name: "grantAfter", spill }) : null,
          first ? result(formula`=${budgets}`, { name: "budgetAfter", spill }) : null,
        ],
        first ? source : undefined,
      );
    }),
    notes: [texts.requestNote],
  };
}

function contributionsBlock({ municipalities }: ChangeUnionInputs, language: Language): Block {
  const texts = changeUnionTexts(language);
  const { tkr, percent, year, missing } = commonTexts(language);
  const none = unknown(language);
  return {
    id: "contributions",
    heading: texts.contributions,
    columns: [
      { content: texts.contributionBefore, unit: tkr },
      { content: texts.contributionAfter, unit: tkr },
      { content: texts.change, unit: tkr },
      { content: texts.keyBefore, unit: percent },
      { content: texts.keyAfter, unit: percent },
      { content: texts.debtShare, unit: tkr },
    ],
    rows: [
      ...municipalities.map((_, index) => {
        const at = (what: string) => ref(what, index);
        const key = (when: "before" | "after") => {
          const together = formula`SUMIF(${range(when)},${at(when)},${range("inhabitants")})`;
          return formula`=IF(${together}=0,${text(missing)},${at("inhabitants")}/${together})`;
        };
        const share = ref("municipalShare");
        const contribution = (when: "before" | "after", grant: string, keyName: string) =>
          ifKnown(
            [share, ref(grant), at(keyName)],
            formula`${share}*${at(keyName)}*FINSAM.TOTAL(SUMIF(${range("union")},${at(when)},${range(grant)}),"state")`,
            none,
          );
        const debts = ifKnown([share, at("keyBefore")], formula`${ref("debts")}*${share}*${at("keyBefore")}`, none);
        const change = formula`${at("contributionAfter")}-${at("contributionBefore")}`;
        return row(label(formula`=${at("municipality")}&""`), "", [
          result(formula`=${contribution("before", "grantBefore", "keyBefore")}`, {
            area: "contributionBefore",
            format: "decimal",
          }),
          result(formula`=${contribution("after", "grantAfter", "keyAfter")}`, {
            area: "contributionAfter",
            format: "decimal",
          }),
          result(formula`=${ifKnown([at("contributionBefore"), at("contributionAfter")], change, none)}`, {
            area: "change",
            format: "decimal",
          }),
          calculation(key("before"), { area: "keyBefore", format: "percentDecimal" }),
          calculation(key("after"), { area: "keyAfter", format: "percentDecimal" }),
          result(formula`=IF(${at("before")}=${at("after")},0,${debts})`, { area: "debtShare", format: "decimal" }),
        ]);
      }),
      row(texts.exitYear, year, [
        result(formula`=${ref("noticeYear")}+${ref("noticeYears")}`, { name: "exitYear", format: "year" }),
      ]),
    ],
  };
}
