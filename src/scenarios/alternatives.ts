/*
 * Scenario 4, three alternatives for the county: the unions as they are, with a shared administration, or as one
 * union with one base grant. Opens on Jönköping county 2019; what the review does not say is an example.
 */
import { alternativesTexts } from "../i18n/scenarios/alternatives";
import { commonTexts } from "../i18n/scenarios/common";
import type { Language } from "../i18n/language";
import { aboutTexts } from "../i18n/scenarios/about";
import { checkNames, checksBlock, control } from "./checks";
import { inYear } from "./inYear";
import { ifKnown, parameterRow, unknown, unknownInEach } from "./parameterBlock";
import { lawSource } from "./parties";
import {
  calculation,
  formula,
  heading,
  input,
  joined,
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
import { colors, type Scenario } from "./scenario";

export interface CountyUnion {
  readonly name: string;
  readonly grant: number;
  readonly maximum: number;
  readonly costs: number;
  readonly capital: number;
  /** Parts of the two posts that unions share today. */
  readonly head: number;
  readonly secretary: number;
}

export interface AlternativesInputs {
  readonly year: number;
  readonly administration: number;
  readonly accounting: number;
  readonly head: number;
  readonly secretary: number;
  readonly savingShared: number;
  readonly savingCounty: number;
  /** How much of what the merged union would leave unused it takes. */
  readonly use: number;
  readonly payBack: number;
  readonly unit: number;
  readonly unions: readonly CountyUnion[];
}

const sourced: readonly CountyUnion[] = [
  { name: "Höglandet", grant: 3205, maximum: 4006, costs: 6652, capital: 567, head: 0, secretary: 0 },
  { name: "Södra Vätterbygden", grant: 3036, maximum: 5486, costs: 8151, capital: 989, head: 0.55, secretary: 0.75 },
  { name: "Finnveden", grant: 2570, maximum: 2570, costs: 5624, capital: 1690, head: 0.45, secretary: 0.25 },
];

export const alternatives: Scenario<AlternativesInputs> = {
  id: "alternatives",
  opensOn: () => ({
    year: 2019,
    administration: 3400,
    accounting: 81,
    head: 950,
    secretary: 600,
    savingShared: 0.1,
    savingCounty: 0.2,
    use: 0,
    payBack: 1,
    unit: 1,
    unions: sourced,
  }),
  plan,
  // A pair says the state's grant: all of it is the maximum, the costs are the budget that it gives, and the posts
  // are shared as the grants are.
  withMembers: (inputs, members) => {
    const grants = members.reduce((sum, { weight }) => sum + weight, 0);
    const part = (weight: number) => (grants > 0 ? Number((weight / grants).toFixed(4)) : 1);
    return {
      ...inputs,
      unions: members.map(({ name, weight }) => {
        const shared = { head: part(weight), secretary: part(weight) };
        return { name, grant: weight, maximum: weight, costs: 2 * weight, capital: 0, ...shared };
      }),
    };
  },
};

function plan(inputs: AlternativesInputs, language: Language): SheetPlan {
  const texts = alternativesTexts(language);
  const common = commonTexts(language);
  const { tkr } = common;
  const party = (index: number) => range("parties", { row: index });
  return {
    sheetName: texts.sheet,
    title: aboutTexts(language).alternatives.title,
    subtitle: texts.subtitle,
    unitHeading: common.unitHeading,
    blocks: [
      inputsBlock(inputs, language),
      unionsBlock(inputs, language),
      alternativesBlock(language),
      baseGrantsBlock(language),
      sharedBlock(inputs, language),
      capitalBlock(inputs, language),
      checksBlock(
        [
          {
            label: texts.law,
            unit: tkr,
            formula: formula`=${joined(columns.map(deviationOf), "+")}`,
          },
          {
            label: texts.sharedToday,
            unit: tkr,
            difference: formula`${ref("administration")}-SUM(${range("today")})`,
          },
          {
            label: texts.sharedAfter,
            unit: tkr,
            difference: formula`${ref("cost", 0, 1)}-SUM(${range("coordinated")})`,
          },
          {
            label: texts.capitalSum,
            unit: tkr,
            difference: formula`SUM(${range("carried")})-(1-${ref("payBack")})*SUM(${range("capital")})`,
          },
          {
            label: texts.membersSum,
            unit: tkr,
            difference: ifKnown(
              [ref("shares")],
              formula`SUM(${range("paidBack")})-SUM(${range("toMembers")})`,
              formula`0`,
            ),
          },
        ],
        language,
      ),
    ],
    charts: [
      {
        kind: "stackedColumns",
        title: texts.chart,
        categories: range("alternative"),
        series: [
          { label: common.state, values: party(0), color: colors.state },
          { label: common.region, values: party(1), color: colors.region },
          { label: common.municipalities, values: party(2), color: colors.municipal },
        ],
        place: { block: "inputs", row: 1, column: 4, rows: 13, columns: 5 },
      },
    ],
    definedNames: checkNames,
    keyFigures: [
      ...texts.names.map((_, index) => {
        return { label: texts.activities, of: ref("alternative", 0, index), value: ref("activities", 0, index) };
      }),
      { label: texts.lost, value: ref("lost") },
      { label: texts.gain, value: ref("gain") },
      { label: texts.makesUp, value: ref("makesUp") },
    ],
    members: { name: "union", weight: "grant" },
    control,
    valueWidth: 20,
    leastColumns: 7,
  };
}

type Typed =
  "administration" | "accounting" | "head" | "secretary" | "savingShared" | "savingCounty" | "use" | "payBack";

function inputsBlock(inputs: AlternativesInputs, language: Language): Block {
  const texts = alternativesTexts(language);
  const common = commonTexts(language);
  const { tkr, percent } = common;
  const isSourced = inputs.unions === sourced;
  const review = isSourced ? texts.review : common.example;
  const amount = (name: Typed, source: string) => row(texts[name], tkr, [input(inputs[name], { name })], source);
  const share = (name: Typed, source: string) =>
    row(texts[name], percent, [input(inputs[name], { name, format: "percent" })], source);
  // One paragraph says all three.
  const byLaw = (name: "stateShare" | "regionShare" | "municipalShare", source?: Formula) => {
    const known = inYear(formula`FINSAM.PARAM(${text(name)},${ref("year")})`, ref("year"), unknown(language));
    return row(texts[name], percent, [calculation(formula`=${known}`, { area: "shares", format: "percent" })], source);
  };
  return {
    id: "inputs",
    heading: common.inputs,
    columns: [{ content: "" }, { content: common.ownValueShort }],
    rows: [
      row(
        texts.year,
        common.year,
        [input(inputs.year, { name: "year", format: "year", knownFor: "stateShare" })],
        review,
      ),
      parameterRow({ name: "baseGrant", label: texts.baseGrant, unit: tkr, format: "amount" }, ref("year"), language),
      byLaw("stateShare", lawSource(ref("year"), language)),
      byLaw("regionShare"),
      byLaw("municipalShare"),
      amount("administration", isSourced ? texts.administrationSource : common.example),
      amount("accounting", review),
      amount("head", common.example),
      amount("secretary", common.example),
      share("savingShared", texts.savingSource),
      share("savingCounty", texts.savingSource),
      share("use", texts.useSource),
      share("payBack", texts.payBackSource),
      row(common.unit, tkr, [input(inputs.unit, { name: "unit" })], common.unitSource),
    ],
  };
}

function unionsBlock({ unions }: AlternativesInputs, language: Language): Block {
  const texts = alternativesTexts(language);
  const { tkr, own } = commonTexts(language);
  const sources = unions === sourced ? [texts.unionsSource, texts.maximumSource, texts.purchaseSource] : [own];
  return {
    id: "unions",
    heading: texts.unions,
    columns: [texts.grant, texts.maximum, texts.costs, texts.capital, texts.headShare, texts.secretaryShare].map(
      (content) => ({ content }),
    ),
    rows: unions.map(({ name, grant, maximum, costs, capital, head, secretary }, index) =>
      memberRow(
        index,
        row(
          input(name, { area: "union" }),
          tkr,
          [
            input(grant, { area: "grant" }),
            input(maximum, { area: "maximum" }),
            input(costs, { area: "costs" }),
            input(capital, { area: "capital" }),
            input(head, { area: "headShare", format: "percent" }),
            input(secretary, { area: "secretaryShare", format: "percent" }),
          ],
          sources[index],
        ),
      ),
    ),
  };
}

const mergedGrant = formula`FINSAM.MERGE(${range("grant")},${ref("baseGrant")})`;
const mergedMaximum = formula`FINSAM.MERGE(${range("maximum")},${ref("baseGrant")})`;
/** One for each alternative: today, with a shared administration, as one union. */
const columns = [0, 1, 2] as const;

/** How far an alternative is from the law's shares. */
function deviationOf(column: number): Formula {
  const [state, region, municipal] = columns.map((party) => ref("parties", party, column));
  const deviation = formula`SUM(ABS(FINSAM.CHECK(${state!},${region!},${municipal!},${ref("unit")})))`;
  return ifKnown([ref("stateGrant", 0, column)], deviation, formula`0`);
}

function alternativesBlock(language: Language): Block {
  const texts = alternativesTexts(language);
  const { tkr, number, percent, state, region } = commonTexts(language);
  const all = formula`=ROWS(${range("union")})`;
  const sums = (name: string) => formula`=SUM(${range(name)})`;
  const each = (
    area: string,
    of: readonly Formula[],
    make: typeof result = calculation,
    format: Cell["format"] = "amount",
  ) => of.map((content) => make(content, { area, format }));
  const across = (of: (column: number) => Formula) => columns.map(of);
  const at = (name: string, column: number) => ref(name, 0, column);
  // What the base grant is unknown for reads so, and the other alternatives are counted all the same.
  const known = (needed: Reference, value: Formula) => formula`=${ifKnown([needed], value, unknown(language))}`;
  const merged = (value: Formula) => known(ref("baseGrant"), value);
  const quotient = (part: Reference, whole: Reference) => known(whole, formula`IF(${whole}=0,0,${part}/${whole})`);
  const parties = columns.map((column) => {
    const grant = at("stateGrant", column);
    const split = formula`FINSAM.SPLIT(${grant},,${ref("unit")},"state")`;
    const content = formula`=${ifKnown([grant], split, unknownInEach("shares", language))}`;
    return result(content, { area: "parties", spill: { rows: 3, columns: 1 } });
  });
  /** Accounting and payroll for each union, and what is saved of the rest. */
  const cost = (column: number, saving: string) =>
    formula`=${at("count", column)}*${ref("accounting")}+(1-${ref(saving)})*(${ref("administration")}-${at("count", 0)}*${ref("accounting")})`;
  return {
    id: "alternatives",
    heading: texts.alternatives,
    columns: [
      ...texts.names.map((name) => ({ content: heading(name, { area: "alternative" }) })),
      ...texts.change.flatMap((content) => [
        { content, unit: tkr },
        { content, unit: percent },
      ]),
    ],
    rows: [
      row(texts.unionCount, number, each("count", [all, all, formula`=1`])),
      row(
        texts.baseGrants,
        tkr,
        each(
          "baseGrants",
          across((column) => merged(formula`${at("count", column)}*${ref("baseGrant")}`)),
        ),
      ),
      row(texts.maximumAll, tkr, each("allMaximum", [sums("maximum"), sums("maximum"), merged(mergedMaximum)])),
      row(
        texts.stateGrant,
        tkr,
        each(
          "stateGrant",
          [
            sums("grant"),
            sums("grant"),
            merged(formula`${mergedGrant}+${ref("use")}*(${mergedMaximum}-${mergedGrant})`),
          ],
          calculation,
          "decimal",
        ),
      ),
      row(state, tkr, [...parties, ...change("parties", language)]),
      row(region, tkr, [null, null, null, ...change("parties", language, 1)]),
      row(texts.municipal, tkr, [null, null, null, ...change("parties", language, 2)]),
      row(texts.budget, tkr, [
        ...each(
          "budget",
          across((column) => known(at("stateGrant", column), formula`SUM(${range("parties", { column })})`)),
          result,
        ),
        ...change("budget", language),
      ]),
      row(
        texts.useOfMaximum,
        percent,
        each(
          "used",
          across((column) => quotient(at("parties", column), at("allMaximum", column))),
          result,
          "percentDecimal",
        ),
      ),
      row(texts.administrationOf, tkr, [
        ...each("cost", [formula`=${ref("administration")}`, cost(1, "savingShared"), cost(2, "savingCounty")], result),
        ...change("cost", language),
      ]),
      row(
        texts.administrationShare,
        percent,
        each(
          "costShare",
          across((column) => quotient(at("cost", column), at("budget", column))),
          result,
          "percentDecimal",
        ),
      ),
      {
        ...row(texts.activities, tkr, [
          ...each(
            "activities",
            across((column) => known(at("budget", column), formula`${at("budget", column)}-${at("cost", column)}`)),
            result,
          ),
          ...change("activities", language),
        ]),
        emphasis: true,
      },
    ],
  };
}

/** What one line of the alternatives is more or less than today: in tkr and in per cent, alternative by alternative. */
function change(name: string, language: Language, line = 0): readonly Cell[] {
  const today = ref(name, line, 0);
  return [1, 2].flatMap((column) => {
    const then = ref(name, line, column);
    const known = (value: Formula) => formula`=${ifKnown([then], value, unknown(language))}`;
    return [
      result(known(formula`${then}-${today}`), { format: "change" }),
      result(known(formula`IF(${today}=0,0,(${then}-${today})/${today})`), { format: "percentDecimal" }),
    ];
  });
}

function baseGrantsBlock(language: Language): Block {
  const texts = alternativesTexts(language);
  const { tkr, percent, yes, no } = commonTexts(language);
  const unused = formula`(${ref("gain")}+${ref("lost")})`;
  const known = (value: Formula) => formula`=${ifKnown([ref("baseGrant")], value, unknown(language))}`;
  return {
    id: "baseGrants",
    heading: texts.grants,
    rows: [
      row(texts.lost, tkr, [result(known(formula`SUM(${range("grant")})-${mergedGrant}`), { name: "lost" })]),
      row(texts.gain, tkr, [
        result(known(formula`${mergedMaximum}-SUM(${range("grant")})`), { name: "gain", format: "change" }),
      ]),
      row(texts.makesUp, "", [
        result(known(formula`IF(${ref("gain")}>=0,${text(yes)},${text(no)})`), {
          name: "makesUp",
          format: "text",
          isWord: true,
        }),
      ]),
      row(texts.breakEven, percent, [
        result(
          known(formula`IF(${ref("lost")}=0,0,IF(${ref("gain")}<0,${text(texts.never)},${ref("lost")}/${unused}))`),
          { name: "breakEven", format: "percentDecimal" },
        ),
      ]),
    ],
    notes: [texts.note],
  };
}

/** Who bears the administration: today by costs, with the posts that are shared in it; shared, all of it by grants. */
function sharedBlock({ unions }: AlternativesInputs, language: Language): Block {
  const texts = alternativesTexts(language);
  const { tkr } = commonTexts(language);
  const spill = { rows: unions.length, columns: 1 };
  const allocated = (name: string, amount: Reference, by: string, make = calculation) =>
    make(formula`=FINSAM.ALLOCATE(${amount},${range(by)})`, { name, spill });
  /** A post that no union has a part of is divided among none. */
  const post = (name: string, amount: Reference, by: string) => {
    const none = formula`IF(${range("union")}=${range("union")},0)`;
    return calculation(
      formula`=IF(SUMPRODUCT(--(${range(by)}<>0))=0,${none},FINSAM.ALLOCATE(${amount},${range(by)}))`,
      { name, spill },
    );
  };
  const spills = [
    allocated("today", ref("administration"), "costs", result),
    post("headOf", ref("head"), "headShare"),
    post("secretaryOf", ref("secretary"), "secretaryShare"),
    allocated("coordinated", ref("cost", 0, 1), "grant", result),
  ];
  const sources = [texts.todaySource, texts.coordinatedSource];
  return {
    id: "shared",
    heading: texts.shared,
    columns: [
      texts.today,
      texts.headShort,
      texts.secretaryShort,
      texts.accountingShort,
      texts.other,
      texts.coordinated,
      texts.difference,
    ].map((content) => ({ content, unit: tkr })),
    rows: [
      ...unions.map((_, index) => {
        const [today, head, secretary, coordinated] = index === 0 ? spills : [null, null, null, null];
        const at = (name: string) => ref(name, index);
        const other = formula`=${at("today")}-${at("headOf")}-${at("secretaryOf")}-${at("accountingOf")}`;
        return row(
          label(formula`=${at("union")}&""`),
          "",
          [
            today!,
            head!,
            secretary!,
            calculation(formula`=${ref("accounting")}`, { area: "accountingOf" }),
            calculation(other, { area: "otherOf" }),
            coordinated!,
            result(formula`=${at("coordinated")}-${at("today")}`, { area: "saved", format: "change" }),
          ],
          sources[index],
        );
      }),
      row(texts.sum, "", [
        ...["today", "headOf", "secretaryOf", "accountingOf", "otherOf", "coordinated"].map((name) =>
          result(formula`=SUM(${range(name)})`),
        ),
        result(formula`=SUM(${range("saved")})`, { format: "change" }),
      ]),
    ],
  };
}

/** Paid back by the members' shares, or carried over to the county's union. */
function capitalBlock({ unions }: AlternativesInputs, language: Language): Block {
  const texts = alternativesTexts(language);
  const { tkr, state, region } = commonTexts(language);
  const sum = (content: Formula) => result(content);
  /** What members are paid back, where their shares are known. */
  const byShare = (member: number, value: Formula, area?: "toMembers") => {
    const content = ifKnown([ref("shares", member)], value, unknown(language));
    return result(formula`=${content}`, { format: "decimal", ...(area && { area }) });
  };
  return {
    id: "ownCapital",
    heading: texts.ownCapital,
    columns: [texts.ownCapital, texts.paidBack, state, region, texts.municipal, texts.carried].map((content) => ({
      content,
      unit: tkr,
    })),
    rows: [
      ...unions.map((_, index) => {
        const [capital, paidBack] = [ref("capital", index), ref("paidBack", index)];
        return row(
          label(formula`=${ref("union", index)}&""`),
          "",
          [
            calculation(formula`=${capital}`),
            result(formula`=${ref("payBack")}*${capital}`, { area: "paidBack" }),
            ...columns.map((member) => byShare(member, formula`${paidBack}*${ref("shares", member)}`, "toMembers")),
            result(formula`=${capital}-${paidBack}`, { area: "carried" }),
          ],
          index === 0 ? texts.ownCapitalSource : undefined,
        );
      }),
      row(texts.sum, "", [
        sum(formula`=SUM(${range("capital")})`),
        sum(formula`=SUM(${range("paidBack")})`),
        ...columns.map((member) => byShare(member, formula`SUM(${range("toMembers", { column: member })})`)),
        sum(formula`=SUM(${range("carried")})`),
      ]),
    ],
  };
}
