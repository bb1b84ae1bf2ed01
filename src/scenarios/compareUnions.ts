/*
 * Scenario 10, compare unions: kronor per inhabitant 16–64, state and total, use of the state's maximum, and what
 * a chosen level takes. Opens on Jönköping county's unions 2019 and the country's extremes. Where inhabitants are not
 * known the printed level is taken for the state's, and said to be; what then is not known reads so.
 */
import { commonTexts } from "../i18n/scenarios/common";
import { compareUnionsTexts } from "../i18n/scenarios/compare-unions";
import type { Language } from "../i18n/language";
import { aboutTexts } from "../i18n/scenarios/about";
import { checkNames, checksBlock, control } from "./checks";
import { inYear } from "./inYear";
import { ifKnown, unknown } from "./parameterBlock";
import { lawSource } from "./parties";
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
  type Reference,
  type SheetPlan,
} from "./plan";
import { colors, type Scenario } from "./scenario";

/** A figure left out is not known. */
export interface ComparedUnion {
  readonly name: string;
  readonly printed?: number;
  readonly grant?: number;
  readonly maximum?: number;
  readonly inhabitants?: number;
  readonly source?: "grants" | "sodra" | "maximum" | "extremes" | "own";
}

export interface CompareUnionsInputs {
  readonly year: number;
  /** Kronor of the state's per inhabitant. */
  readonly level: number;
  readonly unions: readonly ComparedUnion[];
}

export const compareUnions: Scenario<CompareUnionsInputs> = {
  id: "compare-unions",
  opensOn: (language) => ({
    year: 2019,
    level: 58,
    unions: [
      {
        name: "Södra Vätterbygden",
        printed: 32,
        grant: 3036,
        maximum: 5486,
        inhabitants: 104235,
        source: "sodra",
      },
      { name: "Finnveden", printed: 58, grant: 2570, maximum: 2570, source: "grants" },
      { name: "Höglandet", printed: 61, grant: 3205, maximum: 4006, source: "maximum" },
      { name: compareUnionsTexts(language).lowest, printed: 20, source: "extremes" },
      { name: compareUnionsTexts(language).highest, printed: 160 },
    ],
  }),
  plan,
  // A pair says the inhabitants; what else there is to compare stays unknown until it is filled in.
  withMembers: (inputs, members) => ({
    ...inputs,
    unions: members.map(({ name, weight }, index) => ({
      name,
      ...(weight > 0 && { inhabitants: weight }),
      ...(index === 0 && { source: "own" as const }),
    })),
  }),
};

function plan(inputs: CompareUnionsInputs, language: Language): SheetPlan {
  const texts = compareUnionsTexts(language);
  const common = commonTexts(language);
  const rows = Math.max(8, inputs.unions.length + 1);
  return {
    sheetName: texts.sheet,
    title: aboutTexts(language)["compare-unions"].title,
    subtitle: texts.subtitle,
    unitHeading: common.unitHeading,
    blocks: [
      inputsBlock(inputs, language),
      unionsBlock(inputs, language),
      resultBlock(inputs, language),
      { id: "charts", heading: texts.chart, rows: [], space: rows + 4 },
      checksBlock(
        [
          {
            label: texts.totals,
            unit: common.krPerPerson,
            difference: ifKnown([ref("stateShare")], stateOfTotal, formula`0`),
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
          { label: texts.state, values: range("state"), color: colors.state },
          { label: texts.total, values: range("total"), color: colors.region },
        ],
        place: { block: "charts", row: 1, column: 0, rows: rows + 4, columns: 4 },
      },
      {
        kind: "columns",
        title: texts.useChart,
        categories: range("union"),
        series: [{ label: texts.use, values: range("use"), color: colors.municipal }],
        place: { block: "charts", row: 1, column: 4, rows: rows + 4, columns: 6 },
      },
    ],
    definedNames: checkNames,
    keyFigures: [
      { label: texts.state, of: ref("union"), value: ref("state") },
      { label: texts.use, of: ref("union"), value: ref("use") },
      { label: texts.needed, of: ref("union"), value: ref("needed") },
      { label: texts.more, of: ref("union"), value: ref("more") },
    ],
    members: { name: "union", weight: "inhabitants" },
    control,
    valueWidth: 14,
  };
}

/** How far the state's share of the totals is from what the state has. */
const stateOfTotal = formula`SUM(${range("total")})*${ref("stateShare")}-SUM(${range("state")})`;

function inputsBlock({ year, level }: CompareUnionsInputs, language: Language): Block {
  const texts = compareUnionsTexts(language);
  const common = commonTexts(language);
  return {
    id: "inputs",
    heading: common.inputs,
    rows: [
      row(texts.year, common.year, [input(year, { name: "year", format: "year", knownFor: "stateShare" })]),
      row(texts.level, common.krPerPerson, [input(level, { name: "level", format: "decimal" })], texts.levelSource),
      row(
        texts.stateShare,
        common.percent,
        [
          calculation(
            formula`=${inYear(formula`FINSAM.PARAM("stateShare",${ref("year")})`, ref("year"), unknown(language))}`,
            { name: "stateShare", format: "percent" },
          ),
        ],
        lawSource(ref("year"), language),
      ),
      row(texts.totalFactor, common.krPerKr, [calculation(formula`=FINSAM.TOTAL(1,"state")`, { name: "totalFactor" })]),
      row(common.kronorPerTkr, common.krPerTkr, [input(1000, { name: "kronorPerTkr" })], common.definition),
    ],
  };
}

function unionsBlock({ unions }: CompareUnionsInputs, language: Language): Block {
  const texts = compareUnionsTexts(language);
  const { krPerPerson, tkr, persons, own } = commonTexts(language);
  return {
    id: "unions",
    heading: texts.unions,
    columns: [
      { content: texts.printed, unit: krPerPerson },
      { content: texts.grant, unit: tkr },
      { content: texts.maximum, unit: tkr },
      { content: texts.inhabitants, unit: persons },
    ],
    rows: unions.map(({ name, printed, grant, maximum, inhabitants, source }, index) =>
      memberRow(
        index,
        row(
          input(name, { area: "union" }),
          "",
          [
            input(printed, { area: "printed", optional: true }),
            input(grant, { area: "grant", optional: true }),
            input(maximum, { area: "maximum", optional: true }),
            input(inhabitants, { area: "inhabitants", optional: true }),
          ],
          source && (source === "own" ? own : texts.sources[source]),
        ),
      ),
    ),
  };
}

function resultBlock({ unions }: CompareUnionsInputs, language: Language): Block {
  const texts = compareUnionsTexts(language);
  const { yes, no, krPerPerson, percent, tkr } = commonTexts(language);
  const unknown = text(texts.unknown);
  const ifBoth = (first: Reference, second: Reference, then: Formula, otherwise: Formula) =>
    formula`IF(OR(${first}=0,${second}=0),${otherwise},${then})`;
  const ifFilled = (needed: Reference, then: Formula, otherwise: Formula) =>
    formula`IF(${needed}=0,${otherwise},${then})`;
  return {
    id: "result",
    heading: texts.result,
    columns: [
      { content: texts.state, unit: krPerPerson },
      { content: texts.basis },
      { content: texts.total, unit: krPerPerson },
      { content: texts.difference, unit: krPerPerson },
      { content: texts.use, unit: percent },
      { content: texts.needed, unit: tkr },
      { content: texts.more, unit: tkr },
      { content: texts.withinMaximum },
    ],
    rows: unions.map((_, index) => {
      const at = (name: string) => ref(name, index);
      const [grant, inhabitants, printed, maximum] = [at("grant"), at("inhabitants"), at("printed"), at("maximum")];
      const none = formula`${unknown}`;
      const perPerson = formula`${grant}*${ref("kronorPerTkr")}/${inhabitants}`;
      const computed = formula`${ref("level")}*${inhabitants}/${ref("kronorPerTkr")}`;
      const fromPrinted = ifBoth(grant, printed, formula`${grant}*${ref("level")}/${printed}`, none);
      const difference = ifFilled(printed, formula`${printed}-${at("state")}`, none);
      const isKnown = (name: string, then: Formula) => formula`=IF(ISNUMBER(${at(name)}),${then},${unknown})`;
      // A grant that is not known is no grant of 0, of which all that is needed would be more.
      const more = ifKnown([at("needed"), grant], formula`${at("needed")}-${grant}`, none);
      return row(label(formula`=${ref("union", index)}&""`), "", [
        result(formula`=${ifBoth(grant, inhabitants, perPerson, ifFilled(printed, formula`${printed}`, none))}`, {
          area: "state",
          format: "precise",
        }),
        result(
          formula`=${ifBoth(grant, inhabitants, formula`${text(texts.computed)}`, ifFilled(printed, formula`${text(texts.asPrinted)}`, none))}`,
          { format: "text" },
        ),
        result(isKnown("state", formula`${at("state")}*${ref("totalFactor")}`), { area: "total", format: "precise" }),
        result(formula`=${ifBoth(grant, inhabitants, difference, none)}`, { area: "difference", format: "precise" }),
        result(formula`=${ifBoth(grant, maximum, formula`${grant}/${maximum}`, none)}`, {
          area: "use",
          format: "percent",
        }),
        result(formula`=${ifFilled(inhabitants, computed, fromPrinted)}`, { area: "needed", format: "decimal" }),
        result(formula`=${more}`, { area: "more", format: "change" }),
        result(
          isKnown(
            "needed",
            formula`IF(${at("maximum")}=0,${unknown},IF(${at("needed")}<=${at("maximum")},${text(yes)},${text(no)}))`,
          ),
          { format: "text" },
        ),
      ]);
    }),
  };
}
