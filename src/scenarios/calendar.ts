/*
 * Scenario 11, the year's calendar: the steps of the budget process from the members' meeting to the annual
 * report, what is due next on the day the user types, and which figures it needs. The last day of the decision is
 * the law's (23 §), as is that of the report (24 §); the other days are examples.
 */
import { latest } from "../core/parameters/lookUp";
import { calendarTexts } from "../i18n/scenarios/calendar";
import { commonTexts } from "../i18n/scenarios/common";
import type { Language } from "../i18n/language";
import { aboutTexts } from "../i18n/scenarios/about";
import { checkNames, checksBlock, control } from "./checks";
import { toSerial } from "./dates";
import { barRows } from "./looks";
import {
  calculation,
  formula,
  input,
  label,
  range,
  ref,
  result,
  row,
  text,
  type Block,
  type Format,
  type Row,
  type SheetPlan,
} from "./plan";
import { colors, type Scenario } from "./scenario";

type StepKey = keyof ReturnType<typeof calendarTexts>["list"];

export interface Step {
  readonly what: StepKey;
  readonly month: number;
  readonly day: number;
  /** 1 for a step in the year after the budget is prepared. */
  readonly yearsLater: number;
}

export interface CalendarInputs {
  readonly year: number;
  /** As Excel holds a date. */
  readonly today: number;
  /** In order of time. */
  readonly steps: readonly Step[];
}

const report = { month: latest("annualReportMonths"), day: 31 };

const steps: readonly Step[] = [
  { what: "members", month: 2, day: 28, yearsLater: 0 },
  { what: "reportBefore", ...report, yearsLater: 0 },
  { what: "letter", month: 4, day: 15, yearsLater: 0 },
  { what: "preliminary", month: 6, day: 15, yearsLater: 0 },
  { what: "answer", month: 8, day: 31, yearsLater: 0 },
  { what: "planning", month: 9, day: 20, yearsLater: 0 },
  { what: "consultation", month: 10, day: 31, yearsLater: 0 },
  { what: "decision", month: latest("budgetMonth"), day: latest("budgetDay"), yearsLater: 0 },
  { what: "report", ...report, yearsLater: 1 },
];

export const calendar: Scenario<CalendarInputs> = {
  id: "calendar",
  opensOn: () => ({ year: 2026, today: toSerial(2026, 5, 4), steps }),
  plan,
};

function plan(inputs: CalendarInputs, language: Language): SheetPlan {
  const texts = calendarTexts(language);
  const common = commonTexts(language);
  const count = inputs.steps.length;
  const decision = inputs.steps.findIndex(({ what }) => what === "decision");
  const later = range("date", { row: 1, rows: count - 1 });
  const earlier = range("date", { row: 0, rows: count - 1 });
  return {
    sheetName: texts.sheet,
    title: aboutTexts(language).calendar.title,
    subtitle: texts.subtitle,
    unitHeading: common.unitHeading,
    blocks: [
      inputsBlock(inputs, language),
      answerBlock(decision, language),
      stepsBlock(inputs, language),
      { id: "chart", heading: texts.chart, rows: [], space: barRows(count) },
      checksBlock(
        [
          {
            label: texts.order,
            unit: common.number,
            formula: formula`=SUMPRODUCT(--(${later}<${earlier}))`,
          },
          {
            label: texts.late,
            unit: texts.unitDays,
            formula: formula`=MAX(0,${ref("date", decision)}-DATE(${ref("year")},${ref("lawMonth")},${ref("lawDay")}))`,
          },
        ],
        language,
      ),
    ],
    charts: [
      {
        kind: "bars",
        title: texts.chart,
        categories: range("step"),
        series: [{ label: texts.daysLeft, values: range("daysLeft"), color: colors.state }],
        place: { block: "chart", row: 1, column: 0, rows: barRows(count), columns: 9 },
      },
    ],
    definedNames: checkNames,
    keyFigures: [
      { label: texts.nextStep, value: ref("nextStep") },
      { label: texts.nextDate, value: ref("nextDate") },
      { label: texts.nextDays, value: ref("nextDays") },
      { label: texts.decisionDate, value: ref("decisionDate") },
    ],
    control,
    valueWidth: 13,
  };
}

function inputsBlock({ year, today }: CalendarInputs, language: Language): Block {
  const texts = calendarTexts(language);
  const common = commonTexts(language);
  const typed = (name: string, what: string, unit: string, value: number, format: Format, source?: string): Row =>
    row(what, unit, [input(value, { name, format })], source);
  return {
    id: "inputs",
    heading: common.inputs,
    rows: [
      typed("year", texts.year, common.year, year, "year", texts.yearSource),
      typed("today", texts.today, texts.unitDate, today, "date", texts.todaySource),
      typed("lawMonth", texts.lawMonth, texts.unitMonth, latest("budgetMonth"), "amount", texts.law),
      typed("lawDay", texts.lawDay, texts.unitDay, latest("budgetDay"), "amount", texts.law),
    ],
  };
}

function answerBlock(decision: number, language: Language): Block {
  const texts = calendarTexts(language);
  const common = commonTexts(language);
  const nextOf = (name: string, otherwise = texts.done) =>
    formula`=IF(${ref("nextNumber")}=0,${text(otherwise)},INDEX(${range(name)},${ref("nextNumber")}))`;
  return {
    id: "answer",
    heading: texts.answer,
    rows: [
      row(texts.number, common.ordinal, [
        calculation(
          formula`=IF(COUNTIF(${range("daysLeft")},">=0")=0,0,ROWS(${range("date")})-COUNTIF(${range("daysLeft")},">=0")+1)`,
          {
            name: "nextNumber",
          },
        ),
      ]),
      row(texts.nextStep, "", [result(nextOf("step", texts.nothing), { name: "nextStep", format: "text" })]),
      row(texts.nextDate, texts.unitDate, [result(nextOf("date"), { name: "nextDate", format: "date" })]),
      row(texts.nextDays, texts.unitDays, [result(nextOf("daysLeft"), { name: "nextDays" })]),
      row(texts.decisionDate, texts.unitDate, [
        result(formula`=${ref("date", decision)}`, { name: "decisionDate", format: "date" }),
      ]),
    ],
  };
}

function stepsBlock({ steps: all }: CalendarInputs, language: Language): Block {
  const texts = calendarTexts(language);
  const common = commonTexts(language);
  return {
    id: "steps",
    heading: texts.steps,
    columns: [
      { content: texts.number, unit: common.ordinal },
      { content: texts.month, unit: texts.unitMonth },
      { content: texts.day, unit: texts.unitDay },
      { content: texts.yearsLater, unit: common.years },
      { content: texts.date, unit: texts.unitDate },
      { content: texts.daysLeft, unit: texts.unitDays },
      { content: texts.status },
    ],
    rows: all.map(({ what, month, day, yearsLater }, index) => {
      const { label: name, source } = texts.list[what];
      const at = (area: string) => ref(area, index);
      const state = formula`IF(${at("number")}=${ref("nextNumber")},${text(texts.next)},IF(${at("daysLeft")}<0,${text(texts.done)},${text(texts.later)}))`;
      return row(
        label(name, { area: "step" }),
        "",
        [
          calculation(index === 0 ? formula`=1` : formula`=${ref("number", index - 1)}+1`, { area: "number" }),
          input(month, { area: "month" }),
          input(day, { area: "day" }),
          input(yearsLater, { area: "yearsLater" }),
          result(formula`=DATE(${ref("year")}+${at("yearsLater")},${at("month")},${at("day")})`, {
            area: "date",
            format: "date",
          }),
          result(formula`=${at("date")}-${ref("today")}`, { area: "daysLeft" }),
          result(formula`=${state}`, { area: "status", format: "text" }),
        ],
        source,
      );
    }),
  };
}
