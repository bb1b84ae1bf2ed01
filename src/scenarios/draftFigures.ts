/*
 * What a draft comes to while it is typed: its main figures, its chart, its control, and what is wrong in it.
 */
import type { Draft } from "./draft";
import { fieldProblems, type DraftProblem } from "./draftFields";
import { valuesOf } from "./draftValues";
import { zoneOf, type Values } from "./evaluate/sheet";
import { CellError, toLabel, type Scalar } from "./evaluate/values";
import type { PlacedChart } from "./layout";
import type { Chart, Format } from "./plan";
import { zoneAt, type Zone } from "./zone";

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
  return {
    figures: keyFigures.map(({ label: what, of, unit, format, at }) => {
      const value = first(values, at);
      const isShown = typeof value === "number" || typeof value === "string";
      const label = of ? [what, toLabel(first(values, of))].filter(Boolean).join(", ") : what;
      return { label, value: isShown ? value : undefined, format, unit: typeof value === "string" ? "" : unit };
    }),
    chart: chart && chartOf(chart, values),
    control: first(values, zoneOf(control)) as number,
    problems: problemsOf(draft, values),
  };
}

function chartOf({ kind, title, format, categories, series }: PlacedChart, values: Values): FigureChart {
  const cells = (address: string) => cellsOf(values, zoneOf(address));
  return {
    kind,
    title,
    format,
    categories: cells(categories).map(toLabel),
    series: series.map(({ label, labelAt, color, values: address }) => ({
      label: labelAt ? toLabel(first(values, labelAt)) : label,
      isNamed: labelAt !== undefined,
      color,
      values: cells(address).map((value) => (typeof value === "number" ? value : null)),
    })),
  };
}

/** What is wrong in fields; where they are all right, the sentences of the functions that could not answer. */
function problemsOf(draft: Draft, values: Values): readonly DraftProblem[] {
  const inFields = fieldProblems(draft);
  if (inFields.length > 0) return inFields;
  const { cells } = draft.opened.sheet;
  const messages = cells.flatMap((cell) => {
    if (!cell.isFormula) return [];
    const all = cellsOf(values, zoneAt(cell.row, cell.column, cell.spill));
    return all.flatMap((value) => (value instanceof CellError && value.message !== undefined ? [value.message] : []));
  });
  return [...new Set(messages)].map((message) => ({ message }));
}

function first(values: Values, { top, left }: Zone): Scalar {
  return values(top, left);
}

function cellsOf(values: Values, { top, left, bottom, right }: Zone): readonly Scalar[] {
  return Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (_, column) => values(top + row, left + column)),
  ).flat();
}
