/*
 * What a draft comes to while it is typed: its main figures, its chart, its control, and what is wrong in it.
 */
import { problemSentence } from "../i18n/problems";
import { draftTexts } from "../i18n/scenarios/draft";
import { localErrorName } from "../workbook/errorName";
import type { Draft } from "./draft";
import { fieldProblems, problemInField, type DraftProblem } from "./draftFields";
import { valuesOf, valuesWithout } from "./draftValues";
import { zoneOf, type Values } from "./evaluate/sheet";
import { CellError, toLabel, type Scalar } from "./evaluate/values";
import type { PlacedChart } from "./layout";
import type { Chart, Format } from "./plan";
import { toAddress, zoneAt, type Zone } from "./zone";

export interface Figure {
  readonly label: string;
  /** Nothing where the cell has an error; the problems say why. */
  readonly value: number | string | undefined;
  readonly format: Format;
  readonly unit: string;
}

export interface FigureChart {
  readonly kind: Chart["kind"];
  readonly title: string;
  /** How the cells of its values show them. */
  readonly format: Format;
  readonly categories: readonly string[];
  readonly series: readonly {
    readonly label: string;
    /** Whether its label is typed: one of the user's parties or alternatives. */
    readonly isNamed: boolean;
    readonly color: string;
    /** null where the cell holds no number. */
    readonly values: readonly (number | null)[];
  }[];
}

export interface DraftFigures {
  readonly figures: readonly Figure[];
  /** The sheet's first chart. */
  readonly chart: FigureChart | undefined;
  /** What the control cell reads: 0 where all is well. A check that cannot be computed counts as one that fails. */
  readonly control: number;
  readonly problems: readonly DraftProblem[];
}

export function draftFigures(draft: Draft): DraftFigures {
  const values = valuesOf(draft);
  const { keyFigures, charts, control } = draft.opened.sheet;
  const [chart] = charts;
  const { problems, wrong } = problemsOf(draft, values);
  const counted = problems.length === 0 ? values : valuesWithout(draft, wrong);
  return {
    figures: keyFigures.map(({ label: what, of, unit, format, at }) => {
      const value = first(counted, at);
      const isShown = typeof value === "number" || typeof value === "string";
      const label = of ? [what, toLabel(first(values, of))].filter(Boolean).join(", ") : what;
      return { label, value: isShown ? value : undefined, format, unit: typeof value === "string" ? "" : unit };
    }),
    chart: chart && chartOf(chart, values, counted),
    control: first(values, zoneOf(control)) as number,
    problems,
  };
}

function chartOf(
  { kind, title, format, categories, series }: PlacedChart,
  labels: Values,
  values: Values,
): FigureChart {
  return {
    kind,
    title,
    format,
    categories: cellsOf(labels, zoneOf(categories)).map(toLabel),
    series: series.map(({ label, labelAt, color, values: address }) => ({
      label: labelAt ? toLabel(first(labels, labelAt)) : label,
      isNamed: labelAt !== undefined,
      color,
      values: cellsOf(values, zoneOf(address)).map((value) => (typeof value === "number" ? value : null)),
    })),
  };
}

interface Found {
  readonly problems: readonly DraftProblem[];
  /** The keys of inputs that functions refuse: what else is computed from them means nothing. */
  readonly wrong: readonly string[];
}

/**
 * What is wrong in fields; where they are all right, what functions refuse of them; else the sentences of the functions
 * that could not answer; and else the first figure that Excel itself cannot compute, such as a division by 0.
 */
function problemsOf(draft: Draft, values: Values): Found {
  const inFields = fieldProblems(draft);
  if (inFields.length > 0) return { problems: inFields, wrong: [] };
  const keyOf = inputBehind(draft, values);
  const refused = new Map<string, DraftProblem>();
  const messages = new Set<string>();
  const unsaid: string[] = [];
  for (const cell of draft.opened.sheet.cells) {
    if (!cell.isFormula) continue;
    for (const value of cellsOf(values, zoneAt(cell.row, cell.column, cell.spill))) {
      if (!(value instanceof CellError)) continue;
      if (!value.cause) {
        const label = toLabel(values(cell.row, labelColumn));
        unsaid.push(draftTexts(draft.language).uncountable(label, localErrorName(value.code, draft.language)));
        continue;
      }
      const { problem, cell: about } = value.cause;
      const key = about && keyOf(about);
      // What compares two arguments is about neither alone.
      if (key === undefined || "other" in problem.data) messages.add(problemSentence(problem, draft.language));
      else if (!refused.has(key)) refused.set(key, problemInField(draft, key, problem));
    }
  }
  if (refused.size > 0) return { problems: [...refused.values()], wrong: [...refused.keys()] };
  const said = messages.size > 0 ? [...messages] : unsaid.slice(0, 1);
  return { problems: said.map((message) => ({ message })), wrong: [] };
}

const labelColumn = 0;

/** The input of a cell, or the one that a formula passes on as it is, such as a number of the law or the user's own. */
function inputBehind({ opened: { sheet, byKey } }: Draft, values: Values) {
  const inputs = new Map([...byKey].map(([key, { placed }]) => [toAddress(zoneAt(placed.row, placed.column)), key]));
  return ({ row, column }: Place): string | undefined => {
    const own = inputs.get(toAddress(zoneAt(row, column)));
    if (own !== undefined) return own;
    const cell = sheet.cells.find((each) => each.isFormula && each.row === row && each.column === column);
    const value = values(row, column);
    const same = [...new Set(String(cell?.content).match(/(?<![\w.:])[A-Z]+\d+(?![\w(:])/g))].filter((address) => {
      const { top, left } = zoneOf(address);
      return inputs.has(address) && values(top, left) === value;
    });
    return same.length === 1 ? inputs.get(same[0]!) : undefined;
  };
}

interface Place {
  readonly row: number;
  readonly column: number;
}

function first(values: Values, { top, left }: Zone): Scalar {
  return values(top, left);
}

function cellsOf(values: Values, { top, left, bottom, right }: Zone): readonly Scalar[] {
  return Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (_, column) => values(top + row, left + column)),
  ).flat();
}
