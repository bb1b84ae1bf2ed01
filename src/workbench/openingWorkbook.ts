/*
 * The workbook that the workbench opens on, as o-spreadsheet's data: the plan that Vaggeryd decided on in 2021,
 * recomputed by one formula beside the printed figures, and a sheet of formulas to try.
 */
import type { ChartDefinition, Border, ConditionalFormat, SheetData, Style, WorkbookData } from "@odoo/o-spreadsheet";
import { localFormula } from "../i18n/formula";
import type { Language } from "../i18n/language";
import { openingTexts } from "../i18n/opening-workbook";
import type { OpenedWorkbook } from "./grid";

/** The workbook, and the cell selected when it opens: that of the one formula behind the table. */
export function openingWorkbook(language: Language): OpenedWorkbook {
  const data = {
    version: "19.3.2",
    sheets: [planSheet(language), triesSheet(language)],
    styles: numbered(styles),
    formats: numbered(formats),
    borders: numbered(borders),
  };
  return { data, selected: { col: 2, row: 15 } };
}

/**
 * A workbook that was opened in one language and has been worked in since, with those of its texts that are still
 * the opening ones in another language. Sheets keep their names: formulas refer to them.
 */
export function inLanguage(workbook: WorkbookData, from: Language, to: Language): WorkbookData {
  const texts = new Map<string, string>();
  const pair = (before: unknown, after: unknown): void => {
    if (typeof before === "string" && typeof after === "string") texts.set(before, after);
    if (!isObject(before) || !isObject(after)) return;
    for (const [key, value] of Object.entries(before)) if (key !== "name") pair(value, after[key]);
  };
  const replace = (value: unknown): unknown => {
    if (typeof value === "string") return texts.get(value) ?? value;
    if (Array.isArray(value)) return value.map(replace);
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, key === "name" ? each : replace(each)]));
  };
  pair(openingWorkbook(from).data.sheets, openingWorkbook(to).data.sheets);
  return { ...workbook, sheets: replace(workbook.sheets) as SheetData[] };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

const accent = "#1D5C4D";

/** Input cells look as Excel's built-in Input style does. */
const styles = {
  title: { bold: true, fontSize: 15, textColor: accent },
  quiet: { textColor: "#5C6663" },
  band: { bold: true, fillColor: accent, textColor: "#FFFFFF" },
  bandRight: { bold: true, fillColor: accent, textColor: "#FFFFFF", align: "right" },
  unit: { textColor: "#5C6663", align: "center" },
  bandUnit: { fillColor: accent, textColor: "#FFFFFF", align: "center" },
  input: { fillColor: "#FFCC99", textColor: "#3F3F76" },
  bold: { bold: true },
  own: { bold: true, fillColor: "#E4EFEB" },
  ownUnit: { fillColor: "#E4EFEB", textColor: "#5C6663", align: "center" },
  note: { italic: true, textColor: "#8A4B08" },
  question: { bold: true },
  formula: { textColor: accent },
} as const satisfies Record<string, Style>;

const formats = { amount: "#,##0", percent: "0.0# %", year: "0" } as const;

const line = { style: "thin", color: "#7F7F7F" } as const;
const borders = {
  input: { top: line, bottom: line, left: line, right: line },
  sum: { top: { style: "thin", color: accent } },
  question: { bottom: { style: "thin", color: "#C9D6D1" } },
} as const satisfies Record<string, Border>;

type Names<T> = Readonly<Partial<Record<string, keyof T>>>;

interface Sheet {
  readonly id: string;
  readonly name: string;
  readonly columns: readonly number[];
  readonly rows: Readonly<Record<number, number>>;
  readonly cells: Readonly<Record<string, string>>;
  readonly styles: Names<typeof styles>;
  readonly formats?: Names<typeof formats>;
  readonly borders?: Names<typeof borders>;
  readonly conditionalFormats?: ConditionalFormat[];
  readonly figures?: SheetData["figures"];
}

/** What each part of the plan is painted with in the chart: the municipalities in one hue, Vaggeryd the strongest. */
const partyColors = ["#1D5C4D", "#6FA898", "#F2D9B8", "#E9BE86", "#DFA052", "#B8471B"];

const rowHeight = 20;
/** Wide enough for the chart over five of them to show its legend whole: it gets a quarter of the width. */
const yearWidth = 79;
const yearColumns = ["C", "D", "E", "F", "G", "H"];

/** A formula on the table's figures: where the table is an error the same error, not what its empty cells give. */
const onTable = (formula: string) => `=IF(ISERROR($C$16),$C$16,${formula})`;

function planSheet(language: Language): SheetData {
  const { plan: texts } = openingTexts(language);
  const { tkr } = texts;
  const municipalities = ["Jönköping", "Habo", "Mullsjö", "Vaggeryd"];
  const inhabitants = [133310, 11314, 7157, 13372];
  const row = (label: string, unit: string, ...values: (string | number)[]) => [label, unit, ...values.map(String)];
  const across = (formula: (column: string, before: string) => string) =>
    yearColumns.map((column, index) => formula(column, yearColumns[index - 1] ?? ""));
  return sheetData({
    id: "plan",
    name: texts.sheet,
    columns: [176, 40, ...yearColumns.map(() => yearWidth)],
    rows: { 1: 28, ...Object.fromEntries(Array.from({ length: 40 }, (_, index) => [index + 2, rowHeight])) },
    cells: {
      ...chartSeries(texts.series, texts.regionShort),
      ...cellsOf({
        1: [texts.title],
        2: [texts.source],
        3: [texts.inputs],
        4: row(texts.startYear, texts.year, 2021),
        5: row(texts.stateStart, tkr, 3674),
        6: row(texts.increase, texts.percent, "10%"),
        7: row(texts.stateMaximum, tkr, 5551),
        8: row(texts.unit, tkr, 1),
        9: row(texts.years, texts.year, "=COUNT(D15:H15)"),
        10: [texts.key],
        ...Object.fromEntries(
          municipalities.map((name, index) => [11 + index, row(name, texts.persons, inhabitants[index]!)]),
        ),
        15: row(texts.contributions, tkr, ...across((_, before) => (before ? `=${before}15+1` : "=C4"))),
        16: row(texts.state, tkr, '=FINSAM.SPLIT(FINSAM.ESCALATE(C5,C6,C9,C7,,TRUE),C11:C14,C8,"state")'),
        17: row(texts.region, tkr),
        ...Object.fromEntries(municipalities.map((_, index) => [18 + index, row(`=A${11 + index}`, tkr)])),
        22: row(texts.sum, tkr, ...across((column) => onTable(`SUM(${column}16:${column}21)`))),
        23: row(texts.published, tkr, "", 164, 180, 198, 218, 226),
        24: row(texts.difference, tkr, "", ...across((column) => onTable(`${column}23-${column}21`)).slice(1)),
        25: [texts.note],
        26: [texts.check],
        27: row(texts.total, tkr, '=FINSAM.ALLOCATE(FINSAM.TOTAL(FINSAM.ESCALATE(C5,C6,C9,C7,,TRUE),"state"),1,C8)'),
        28: row(texts.mustBeZero, tkr, "=SUM(ABS(C22:H22-C27:H27))"),
      }),
    },
    styles: {
      A1: "title",
      A2: "quiet",
      "A3:C3": "band",
      "C4:C8": "input",
      A10: "bold",
      "C11:C14": "input",
      "B4:B14": "unit",
      A15: "band",
      B15: "bandUnit",
      "C15:H15": "bandRight",
      "B16:B20": "unit",
      A21: "own",
      B21: "ownUnit",
      "C21:H21": "own",
      A22: "bold",
      "B22:B24": "unit",
      "C22:H22": "bold",
      "D23:H23": "input",
      T14: "quiet",
      "T15:Z21": "quiet",
      A25: "note",
      "A26:H26": "band",
      "B27:B28": "unit",
    },
    formats: {
      C4: "year",
      C5: "amount",
      C6: "percent",
      C7: "amount",
      "C11:C14": "amount",
      "C15:H15": "year",
      "C16:H28": "amount",
      "U15:Z15": "year",
      "U16:Z21": "amount",
    },
    borders: { "C4:C8": "input", "C11:C14": "input", "A22:H22": "sum", "D23:H23": "input" },
    conditionalFormats: [
      {
        id: "check-holds",
        ranges: ["C28"],
        rule: {
          type: "CellIsRule",
          operator: "isEqual",
          values: ["0"],
          style: { fillColor: "#D9EAD3", textColor: "#1D5C4D", bold: true },
        },
      },
      {
        id: "check-fails",
        ranges: ["C28"],
        rule: {
          type: "CellIsRule",
          operator: "isNotEqual",
          values: ["0"],
          style: { fillColor: "#F4C7C3", textColor: "#8B1A10", bold: true },
        },
      },
      {
        id: "difference",
        ranges: ["D24:H24"],
        rule: {
          type: "CellIsRule",
          operator: "isNotEqual",
          values: ["0"],
          style: { fillColor: "#FFE08A", textColor: "#8A4B08", bold: true },
        },
      },
    ],
    figures: [
      {
        id: "contributions",
        tag: "chart",
        col: 3,
        row: 2,
        offset: { x: 6, y: 2 },
        width: 5 * yearWidth - 6,
        height: 12 * rowHeight - 8,
        data: contributionsChart(texts.chart),
      },
    ],
  });
}

/**
 * What the chart shows, off the screen to the right: each party's name beside its figures, where the table has the
 * unit between them. A name in a chart's own settings would stay when a municipality in the inputs is renamed.
 */
function chartSeries(heading: string, region: string): Record<string, string> {
  const rows = ["", ...partyColors].map((_, index) => 15 + index);
  const series = rows.flatMap((row) => [
    [`T${row}`, row === 17 ? region : `=A${row}`] as const,
    ...yearColumns.map((column, index) => [`${"UVWXYZ"[index]!}${row}`, `=${column}${row}`] as const),
  ]);
  return { T14: heading, ...Object.fromEntries(series) };
}

/** One series a party, stacked into each year's total. */
function contributionsChart(title: string): Extract<ChartDefinition, { type: "bar" }> & { readonly chartId: string } {
  return {
    chartId: "contributions",
    type: "bar",
    stacked: true,
    title: { text: title, fontSize: 13, bold: true, color: accent },
    background: "#FFFFFF",
    legendPosition: "right",
    dataSource: {
      type: "range",
      dataSetsHaveTitle: true,
      labelRange: "T15:Z15",
      dataSets: partyColors.map((_, index) => ({
        dataSetId: String(index),
        dataRange: `T${16 + index}:Z${16 + index}`,
      })),
    },
    dataSetStyles: Object.fromEntries(
      partyColors.map((backgroundColor, index) => [String(index), { backgroundColor }]),
    ),
    humanize: false,
  };
}

function triesSheet(language: Language): SheetData {
  const { tries: texts } = openingTexts(language);
  const basis = language === "sv" ? "staten" : "state";
  const tries = [
    { question: texts.split, formula: "=FINSAM.SPLIT(7348,,1)", rows: 3 },
    { question: texts.total, formula: `=FINSAM.TOTAL(3674,"${basis}")`, rows: 1 },
    { question: texts.allocate, formula: "=FINSAM.ALLOCATE(1837,{133310;11314;7157;13372},1)", rows: 4 },
    { question: texts.escalate, formula: "=FINSAM.ESCALATE(3674,10%,5,5551,1)", rows: 1 },
    { question: texts.yearsToCap, formula: "=FINSAM.YEARSTOCAP(3674,10%,5551)", rows: 1 },
  ];
  const lines: Record<number, string[]> = { 1: [texts.title], 2: [texts.hint], 3: [texts.names] };
  let next = 5;
  const questions = tries.map(({ question, formula, rows }) => {
    const row = next;
    lines[row] = [question];
    // An apostrophe makes a text of what would be a formula.
    lines[row + 1] = [`'${localFormula(formula, language)}`, formula];
    next += rows + 2;
    return row;
  });
  lines[next] = [texts.yourOwn];
  return sheetData({
    id: "tries",
    name: texts.sheet,
    columns: [400, 84, 84, 84, 84, 84],
    rows: { 1: 28 },
    cells: cellsOf(lines),
    styles: {
      A1: "title",
      "A2:A3": "quiet",
      [`A5:A${next - 1}`]: "formula",
      ...Object.fromEntries([...questions, next].map((row) => [`A${row}:F${row}`, "question"])),
      [`A${next + 1}`]: "input",
    },
    formats: { [`B5:F${next + 1}`]: "amount" },
    borders: {
      ...Object.fromEntries([...questions, next].map((row) => [`A${row}:F${row}`, "question"])),
      [`A${next + 1}`]: "input",
    },
  });
}

/** Rows of contents from column A on, by row number; an empty text is no cell. */
function cellsOf(rows: Readonly<Record<number, readonly string[]>>): Record<string, string> {
  const cells = Object.entries(rows).flatMap(([row, contents]) =>
    contents.map((content, index) => [`${String.fromCharCode(65 + index)}${row}`, content] as const),
  );
  return Object.fromEntries(cells.filter(([, content]) => content !== ""));
}

function sheetData(sheet: Sheet): SheetData {
  const sizes = (entries: [string, number][]) =>
    Object.fromEntries(entries.map(([index, size]) => [Number(index), { size }]));
  return {
    id: sheet.id,
    name: sheet.name,
    colNumber: 26,
    rowNumber: 100,
    cells: sheet.cells,
    styles: references(sheet.styles, styles),
    formats: references(sheet.formats ?? {}, formats),
    borders: references(sheet.borders ?? {}, borders),
    cols: sizes(Object.entries([...sheet.columns])),
    rows: sizes(Object.entries(sheet.rows).map(([row, size]) => [String(Number(row) - 1), size])),
    merges: [],
    figures: sheet.figures ?? [],
    conditionalFormats: sheet.conditionalFormats ?? [],
    dataValidationRules: [],
    tables: [],
    areGridLinesVisible: false,
    isVisible: true,
  };
}

/** The library refers to styles, formats and borders by number, from 1; here they have names. */
function numbered<T>(named: Readonly<Record<string, T>>): Record<number, T> {
  return Object.fromEntries(Object.values(named).map((value, index) => [index + 1, value]));
}

function references<T extends object>(zones: Names<T>, named: T): Record<string, number> {
  const names = Object.keys(named);
  return Object.fromEntries(Object.entries(zones).map(([zone, name]) => [zone, names.indexOf(String(name)) + 1]));
}
