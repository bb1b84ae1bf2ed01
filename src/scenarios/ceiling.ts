/*
 * Scenario 3, who sets the ceiling: what each party is ready for, the budget that all can back (the shares of
 * 5 § are fixed), who binds, what is left of each offer, and who would bind next. Opens on 2019, when Jönköping
 * abstained from an increase.
 */
import { commonTexts } from "../i18n/scenarios/common";
import { ceilingTexts } from "../i18n/scenarios/ceiling";
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
  type Cell,
  type Formula,
  type Reference,
  type SheetPlan,
} from "./plan";
import { colors, type Member, type Scenario } from "./scenario";

/** What a member contributes today and how much more it is ready for. */
export interface Willingness {
  readonly today: number;
  readonly increase: number;
}

export interface CeilingInputs extends Parties {
  readonly year: number;
  readonly unit: number;
  readonly stateOffer: number;
  readonly region: Willingness;
  /** One for each municipality. */
  readonly municipal: readonly Willingness[];
  /** Whether the figures are the decision's own. */
  readonly sourced: boolean;
}

export const ceiling: Scenario<CeilingInputs> = {
  id: "ceiling",
  opensOn: (language) => ({
    year: 2019,
    unit: 1,
    stateOffer: 5486,
    region: { today: 1518, increase: 0.2 },
    municipalities: [
      { name: ceilingTexts(language).others, weight: 1397 },
      { name: "Vaggeryd", weight: 121 },
    ],
    municipal: [
      { today: 1397, increase: 0 },
      { today: 121, increase: 0.2 },
    ],
    withoutRegion: false,
    sourced: true,
  }),
  plan,
  shape: {
    of: ({ withoutRegion }) => ({ withoutRegion }),
    with: (inputs, { withoutRegion }) => ({ ...inputs, withoutRegion }),
  },
  // What each is ready for is not in its part of the key: today's quarter by the key, and no increase.
  withMembers: (inputs, municipalities) => {
    const quarter = inputs.municipal.reduce((sum, { today }) => sum + today, 0);
    const weights = municipalities.reduce((sum, { weight }) => sum + weight, 0);
    const today = ({ weight }: Member) => (weights > 0 ? Math.round((quarter * weight) / weights) : 0);
    return {
      ...inputs,
      municipalities,
      municipal: municipalities.map((member) => ({ today: today(member), increase: 0 })),
      sourced: false,
    };
  },
};

function plan(inputs: CeilingInputs, language: Language): SheetPlan {
  const texts = ceilingTexts(language);
  const common = commonTexts(language);
  return {
    sheetName: texts.sheet,
    title: aboutTexts(language).ceiling.title,
    subtitle: texts.subtitle,
    unitHeading: common.unitHeading,
    blocks: [
      inputsBlock(inputs, language),
      keyBlock(inputs, {
        heading: texts.key,
        unit: common.tkr,
        source: inputs.sourced ? texts.keySource : common.own,
      }),
      membersBlock(inputs, language),
      ceilingsBlock(inputs, language),
      answerBlock(inputs, language),
      checksBlock(
        [
          {
            label: texts.asked,
            unit: common.number,
            formula: formula`=SUMPRODUCT(--(${range("share")}-${range("offer")}>${ref("unit")}))`,
          },
          {
            label: texts.above,
            unit: common.tkr,
            formula: formula`=MAX(0,${ref("feasible")}-MIN(${range("ceiling")}))`,
          },
          { label: texts.law, unit: common.tkr, formula: deviationFromLaw("share", inputs) },
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
          { label: texts.ceiling, values: range("ceiling"), color: colors.region },
          { label: texts.common, values: range("common"), color: colors.marked },
        ],
        place: { block: "inputs", row: 1, column: 5, rows: 10, columns: 4 },
      },
    ],
    definedNames: checkNames,
    keyFigures: [
      { label: texts.feasible, value: ref("feasible") },
      { label: texts.binding, value: ref("binding") },
      { label: texts.stateLeft, value: ref("stateLeft") },
      { label: texts.next, value: ref("next") },
      { label: texts.nextWho, value: ref("nextWho") },
      { label: texts.gain, value: ref("gain") },
    ],
    members: keyMembers,
    control,
    valueWidth: 15,
    leastColumns: 7,
  };
}

function inputsBlock({ year, unit, stateOffer, sourced }: CeilingInputs, language: Language): Block {
  const texts = ceilingTexts(language);
  const common = commonTexts(language);
  const source = sourced ? texts.decision : common.example;
  return {
    id: "inputs",
    heading: common.inputs,
    rows: [
      row(texts.year, common.year, [input(year, { name: "year", format: "year", knownFor: "stateShare" })], source),
      row(texts.stateOffer, common.tkr, [input(stateOffer, { name: "stateOffer" })], source),
      row(common.unit, common.tkr, [input(unit, { name: "unit" })], common.unitSource),
    ],
  };
}

/** Every party's offer, the state's first, in the order of FINSAM.SPLIT. */
function membersBlock(inputs: CeilingInputs, language: Language): Block {
  const texts = ceilingTexts(language);
  const common = commonTexts(language);
  const { withoutRegion, region, municipal, sourced } = inputs;
  const members = [...(withoutRegion ? [] : [region]), ...municipal];
  const regions = members.length - municipal.length;
  const source = sourced ? texts.memberSource : common.example;
  const [state, ...others] = plainLabels(inputs, language);
  return {
    id: "members",
    heading: texts.members,
    columns: [
      { content: texts.today, unit: common.tkr },
      { content: texts.willing, unit: common.percent },
      { content: texts.offers, unit: common.tkr },
    ],
    rows: [
      row(state!, "", [null, null, calculation(formula`=${ref("stateOffer")}`, { area: "offer" })]),
      ...members.map(({ today, increase }, index) => {
        const own = row(
          others[index]!,
          "",
          [
            input(today, { area: "today" }),
            input(increase, { area: "increase", format: "percentDecimal" }),
            calculation(formula`=${ref("today", index)}*(1+${ref("increase", index)})`, {
              area: "offer",
              format: "decimal",
            }),
          ],
          index === 0 ? source : undefined,
        );
        return index < regions ? own : memberRow(index - regions, own);
      }),
    ],
  };
}

/** The parties' names once more, without the area that the chart's categories are. */
function plainLabels(inputs: CeilingInputs, language: Language): readonly Cell[] {
  return partyLabels(inputs, language).map(({ content }) => label(content));
}

/** In place of a ceiling. Functions that look for the lowest pass over it, as it is no number. */
const none = "–";

function ceilingsBlock(inputs: CeilingInputs, language: Language): Block {
  const texts = ceilingTexts(language);
  const { ordinal, tkr } = commonTexts(language);
  const spill = { rows: partyCount(inputs), columns: 1 };
  // A municipality without a part of the key has no ceiling.
  const setsNone = (index: number) => formula`IF(ISNUMBER(${ref("ceiling", index)}),"",${text(texts.setsNone)})`;
  const rows = partyLabels(inputs, language).map((party, index) => {
    const first = index === 0;
    const isBinding = formula`${ref("position", index)}=${ref("bindingRow")}`;
    return row(
      party,
      "",
      [
        calculation(first ? formula`=1` : formula`=${ref("position", index - 1)}+1`, { area: "position" }),
        first
          ? result(formula`=IFNA(FINSAM.CEILINGS(${offers(inputs)}),${text(none)})`, {
              name: "ceiling",
              spill,
              format: "decimal",
            })
          : null,
        calculation(formula`=${ref("feasible")}`, { area: "common" }),
        first ? result(split(ref("feasible"), inputs), { name: "share", spill }) : null,
        result(formula`=${ref("offer", index)}-${ref("share", index)}`, { area: "left", format: "decimal" }),
        calculation(formula`=IF(${isBinding},${text(none)},${ref("ceiling", index)})`, {
          area: "other",
          format: "decimal",
        }),
        result(formula`=IF(${isBinding},${text(texts.binds)},${setsNone(index)})`, { format: "text" }),
      ],
      first ? sharesSource(inputs, ref("year"), language) : undefined,
    );
  });
  return {
    id: "ceilings",
    heading: texts.ceilings,
    columns: [
      { content: texts.position, unit: ordinal },
      { content: texts.ceiling, unit: tkr },
      { content: texts.common, unit: tkr },
      { content: texts.share, unit: tkr },
      { content: texts.left, unit: tkr },
      { content: texts.otherCeiling, unit: tkr },
    ],
    rows,
  };
}

/** The arguments that CEILINGS, FEASIBLE and BINDING share. */
function offers({ withoutRegion, municipalities }: CeilingInputs) {
  const first = firstMunicipality({ withoutRegion, municipalities });
  const municipal = range("offer", { row: first, rows: municipalities.length });
  return withoutRegion
    ? formula`${ref("offer")},,${municipal},${range("key")},TRUE`
    : formula`${ref("offer")},${ref("offer", 1)},${municipal},${range("key")},FALSE`;
}

function answerBlock(inputs: CeilingInputs, language: Language): Block {
  const texts = ceilingTexts(language);
  const { tkr, ordinal } = commonTexts(language);
  const who = (position: Formula | Reference) => formula`=INDEX(${range("party")},${position})`;
  return {
    id: "answer",
    heading: texts.answer,
    rows: [
      row(texts.feasible, tkr, [
        result(formula`=FINSAM.FEASIBLE(${offers(inputs)},${ref("unit")})`, { name: "feasible" }),
      ]),
      row(texts.bindingRow, ordinal, [
        calculation(formula`=FINSAM.BINDING(${offers(inputs)})`, { name: "bindingRow" }),
      ]),
      row(texts.binding, "", [result(who(ref("bindingRow")), { name: "binding", format: "text" })]),
      row(texts.stateLeft, tkr, [result(formula`=${ref("left")}`, { name: "stateLeft" })]),
      row(texts.next, tkr, [result(formula`=MIN(${range("other")})`, { name: "next", format: "decimal" })]),
      row(texts.nextWho, "", [
        result(who(formula`MATCH(${ref("next")},${range("other")},0)`), { name: "nextWho", format: "text" }),
      ]),
      row(texts.gain, tkr, [
        result(formula`=MAX(0,${ref("next")}-${ref("feasible")})`, { name: "gain", format: "decimal" }),
      ]),
    ],
  };
}
