/*
 * Of a long table the rows that matter, and how many are left out between them.
 */
import { excerptOf, mostRows } from "../../src/i18n/steps/excerpt";

const table = (count: number, { selected = -1, edge = [] as number[] } = {}) => ({
  columns: ["Kommun", "Blir"],
  rows: Array.from({ length: count }, (_, row) => ({
    cells: [String(row), "1"],
    isSelected: row === selected,
    isEdge: edge.includes(row),
  })),
});
const shown = (...args: Parameters<typeof table>) =>
  excerptOf(table(...args)).map((part) => (typeof part === "number" ? `${part} left out` : Number(part.cells[0])));

test.each<[string, Parameters<typeof table>, (number | string)[]]>([
  ["nothing of a short table is left out", [mostRows], Array.from({ length: mostRows }, (_, row) => row)],
  ["the first rows tell what it is about", [40], [0, 1, "38 left out"]],
  ["the explained row has its neighbours", [40, { selected: 20 }], [0, 1, "17 left out", 19, 20, 21, "18 left out"]],
  ["so has each that decided", [40, { selected: 3, edge: [38, 39] }], [0, 1, 2, 3, 4, "32 left out", 37, 38, 39]],
  ["a single row is not left out", [40, { selected: 4, edge: [8] }], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, "30 left out"]],
])("%s", (_, given, expected) => {
  expect(shown(...given)).toEqual(expected);
});
