/*
 * A scenario's sheet added to a workbook that is open in the grid's own engine: the same sheet as one that is opened
 * on its own, one step to undo, and nothing of it left where the engine refuses a part.
 */
import "../engine/groupBy";
import * as library from "@odoo/o-spreadsheet";
import path from "node:path";
import { createEngine, readBuiltAddIn } from "../../src/engine/engine";
import { evaluateSheet } from "../../src/engine/evaluateSheet";
import { locales } from "../../src/engine/locales";
import { toWorkbookData } from "../../src/engine/planWorkbook";
import { quietly } from "../../src/engine/quietly";
import { scenarios } from "../../src/scenarios/all";
import { layOut, type LaidOutSheet } from "../../src/scenarios/layout";
import { Book } from "../../src/workbench/file/book";
import { dispatchTogether, insertSheet } from "../../src/workbench/insertSheet";

const engine = createEngine({ ...readBuiltAddIn(path.resolve(import.meta.dirname, "../../dist")), language: "sv" });
dispatchTogether(library);

// The library tells how long each of its steps took.
console.debug = () => undefined;

const languages = ["sv", "en"] as const;
const opening = layOut(scenarios[0]!.plan("sv"));
const all = scenarios.flatMap((scenario) =>
  languages.map((language) => [scenario.id, language, layOut(scenario.plan(language))] as const),
);

function open(language: "sv" | "en" = "sv") {
  const data = { ...toWorkbookData(opening), settings: { locale: locales[language] } };
  return quietly(() => new library.Model(data));
}

function add(model: library.Model, sheet: LaidOutSheet) {
  return quietly(() => insertSheet(model, library.helpers, sheet, new Book()));
}

/** The workbook, without what counts its revisions. */
function saved(model: library.Model) {
  return { ...model.exportData(), revisionId: "" };
}

/** Everything about a sheet but the ids that tell it and its charts from others. */
function described(model: library.Model, sheetId: string) {
  const workbook = model.exportData();
  const data = workbook.sheets.find(({ id }) => id === sheetId)!;
  const named = (ids: Readonly<Record<string, number>>, from: Readonly<Record<number, unknown>>) =>
    Object.entries(ids).flatMap(([zone, id]) => cellsIn(zone).map((cell) => [cell, from[id]] as const));
  const sorted = (cells: (readonly [string, unknown])[]) =>
    Object.fromEntries(cells.sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    cells: data.cells,
    styles: sorted(named(data.styles, workbook.styles)),
    formats: sorted(named(data.formats, workbook.formats)),
    borders: sorted(named(data.borders, workbook.borders)),
    sizes: [data.cols, data.rows, data.colNumber, data.rowNumber],
    panes: data.panes,
    lines: data.areGridLinesVisible,
    charts: data.figures.map(({ data: { chartId, ...chart }, ...figure }) => ({
      ...figure,
      id: typeof chartId,
      chart,
    })),
    marks: data.conditionalFormats,
    tables: data.tables,
  };
}

function cellsIn(zone: string): string[] {
  const { left, right, top, bottom } = library.helpers.toZone(zone);
  const cells: string[] = [];
  for (let row = top; row <= bottom; row++) {
    for (let col = left; col <= right; col++) cells.push(library.helpers.toXC(col, row));
  }
  return cells;
}

test.each(all)("%s in %s is what it is on its own", (_, language, sheet) => {
  const model = open(language);
  const outcome = add(model, sheet);
  expect(outcome).toMatchObject({ kind: "sheetInserted" });
  const { getters } = model;
  const sheetId = getters.getActiveSheetId();
  expect(getters.getSheetName(sheetId)).toBe((outcome as { name: string }).name);

  const alone = quietly(() => new library.Model({ ...toWorkbookData(sheet), settings: { locale: locales[language] } }));
  expect(described(model, sheetId)).toEqual(described(alone, "scenario"));
  engine.language = language;
  for (const { address, value } of evaluateSheet(engine, sheet).cells) {
    const { left: col, top: row } = library.helpers.toZone(address);
    expect([address, getters.getEvaluatedCell({ sheetId, col, row }).value]).toEqual([address, value]);
  }
});

test("is one step to undo, and to do again", () => {
  const model = open();
  const before = saved(model);
  add(model, opening);
  expect(model.getters.getSheetIds()).toHaveLength(2);
  quietly(() => model.dispatch("REQUEST_UNDO"));
  expect(saved(model)).toEqual(before);
  expect(model.getters.canUndo()).toBe(false);
  quietly(() => model.dispatch("REQUEST_REDO"));
  expect(model.getters.getSheetIds()).toHaveLength(2);
});

test("finds its room also from a sheet that is smaller than it", () => {
  const model = quietly(
    () =>
      new library.Model({ version: "19.3.2", sheets: [{ id: "small", name: "Liten", rowNumber: 4, colNumber: 3 }] }),
  );
  expect(add(model, opening)).toEqual({ kind: "sheetInserted", name: opening.name });
});

test("a taken sheet name gets a number, and so do names that are the workbook's", () => {
  const model = open();
  add(model, opening);
  const outcome = add(model, { ...opening, name: opening.name.toUpperCase() });
  expect(outcome).toEqual({ kind: "sheetInserted", name: `${opening.name.toUpperCase()} (3)` });
  expect(model.getters.getNamedRanges().map(({ name }) => name)).toEqual([
    "FINSAM_tolerance",
    "FINSAM_control",
    "FINSAM_tolerance_2",
    "FINSAM_control_2",
    "FINSAM_tolerance_3",
    "FINSAM_control_3",
  ]);
});

test("nothing is left where the engine refuses a part of it", () => {
  const model = open();
  const before = saved(model);
  const outcome = add(model, { ...opening, definedNames: [{ name: "A1", range: "A1" }] });
  expect(outcome).toMatchObject({ kind: "refused", reason: "other" });
  expect(saved(model)).toEqual(before);
});
