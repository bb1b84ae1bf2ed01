/*
 * A stacked chart of many parties as the pane has room for it: the largest each by itself, the smallest together. The
 * table beside the chart, and the chart on the sheet, have them all.
 */
import type { Language } from "../../i18n/language";
import { scenarioTexts } from "../../i18n/pane-scenarios";
import type { FigureChart } from "../../scenarios/draftFigures";
import { municipalColor } from "../../scenarios/scenario";

/** As many as can be told apart, and named below the chart. */
const mostNamed = 5;

export function grouped(chart: FigureChart, language: Language): FigureChart {
  const named = chart.series.filter(({ isNamed }) => isNamed);
  if (chart.kind !== "stackedColumns" || named.length <= mostNamed) return chart;
  const bySize = [...named].sort((a, b) => sizeOf(b) - sizeOf(a));
  const largest = new Set(bySize.slice(0, mostNamed - 1));
  const kept = named
    .filter((each) => largest.has(each))
    .map((each, index) => ({ ...each, color: municipalColor(index) }));
  const smallest = bySize.slice(mostNamed - 1);
  const together = {
    label: scenarioTexts(language).otherParties(smallest.length),
    isNamed: true,
    color: municipalColor(mostNamed - 1),
    values: chart.categories.map((_, index) => sumOf(smallest.map(({ values }) => values[index] ?? null))),
  };
  const at = chart.series.indexOf(named[0]!);
  const others = chart.series.filter(({ isNamed }) => !isNamed);
  return { ...chart, series: [...others.slice(0, at), ...kept, together, ...others.slice(at)] };
}

function sizeOf({ values }: FigureChart["series"][number]): number {
  return sumOf(values) ?? 0;
}

/** Nothing where none of them is a number. */
function sumOf(values: readonly (number | null)[]): number | null {
  const numbers = values.filter((value) => value !== null);
  return numbers.length === 0 ? null : numbers.reduce((sum, value) => sum + value, 0);
}
