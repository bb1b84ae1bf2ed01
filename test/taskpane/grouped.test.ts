/*
 * A chart of many parties in the pane: no more colours than can be told apart, and nothing left out.
 */
import { openDraft } from "../../src/scenarios/draft";
import { draftFigures, type FigureChart } from "../../src/scenarios/draftFigures";
import { grouped } from "../../src/taskpane/scenarios/grouped";

const hoglandet = [
  { name: "Aneby", weight: 6848 },
  { name: "Eksjö", weight: 17736 },
  { name: "Nässjö", weight: 31640 },
  { name: "Sävsjö", weight: 11621 },
  { name: "Tranås", weight: 18980 },
  { name: "Vetlanda", weight: 27599 },
];
const chartOf = (id: string, members?: typeof hoglandet) => draftFigures(openDraft(id, "sv", members)).chart!;
const sums = ({ categories, series }: FigureChart) =>
  categories.map((_, index) => series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0));

test("six municipalities are the four largest and two together, each with a colour of its own", () => {
  const all = chartOf("escalation", hoglandet);
  const chart = grouped(all, "sv");
  expect(chart.series.map(({ label }) => label)).toEqual([
    "Staten",
    "Regionen",
    "Eksjö",
    "Nässjö",
    "Tranås",
    "Vetlanda",
    "Övriga 2 kommuner",
    "Outnyttjat",
  ]);
  expect(new Set(chart.series.map(({ color }) => color)).size).toBe(chart.series.length);
  expect(sums(chart)).toEqual(sums(all));
});

test.each([40, 100])("%i municipalities have a legend that fits, and add up to the same", (count) => {
  const many = Array.from({ length: count }, (_, index) => ({ name: `M${index}`, weight: index + 1 }));
  const all = chartOf("escalation", many);
  const chart = grouped(all, "en");
  expect(chart.series.length).toBe(8);
  expect(chart.series[6]!.label).toBe(`Other ${count - 4} municipalities`);
  expect(sums(chart)).toEqual(sums(all));
});

test.each([
  ["as many as can be told apart", "escalation", hoglandet.slice(0, 5)],
  ["alternatives side by side", "multi-year", undefined],
  ["unions along the axis", "own-capital", hoglandet],
])("%s are left as they are", (_, id, members) => {
  const chart = chartOf(id, members);
  expect(grouped(chart, "sv")).toBe(chart);
});

test("on the sheet ten municipalities each have a colour of their own", () => {
  const ten = Array.from({ length: 10 }, (_, index) => ({ name: `M${index}`, weight: index + 1 }));
  const { series } = chartOf("escalation", ten);
  expect(new Set(series.map(({ color }) => color)).size).toBe(series.length);
});
