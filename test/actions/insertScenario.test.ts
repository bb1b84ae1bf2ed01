/*
 * Inserting a scenario into whatever workbook there is, with the figures of whatever is selected.
 */
import { insertScenario } from "../../src/actions/insertScenario";
import { scenarios } from "../../src/scenarios/all";
import type { AmountUnit } from "../../src/scenarios/amountUnit";
import { layOut, type LaidOutSheet } from "../../src/scenarios/layout";
import type { Selection, SheetOutcome } from "../../src/workbook/port";
import { workbookThat } from "../workbook/answering";

const taking = scenarios.find(({ takesMembers }) => takesMembers)!;
const notTaking = { ...taking, takesMembers: false };
const inserted: SheetOutcome = { kind: "sheetInserted", name: "Bladet" };
const members = [
  { name: "Aneby", weight: 6848 },
  { name: "Eksjö", weight: 17736 },
];
const cells = (values: unknown[][]): Selection => ({ kind: "cells", top: 0, left: 0, values });
const table = cells(members.map(({ name, weight }) => [name, weight]));

async function insert(
  scenario: typeof taking,
  selection: Selection,
  outcome: SheetOutcome = inserted,
  unit: AmountUnit = "tkr",
) {
  const sheets: LaidOutSheet[] = [];
  const workbook = workbookThat({
    selection: () => Promise.resolve(selection),
    insertSheet: (sheet) => {
      sheets.push(sheet);
      return Promise.resolve(outcome);
    },
  });
  const findWorkbook = () => Promise.resolve(workbook);
  return { outcome: await insertScenario(scenario, { language: "sv", unit, findWorkbook }), sheets };
}

test.each([
  ["nothing selected", { kind: "empty" } as const, "own"],
  ["one cell", cells([["Aneby"]]), "own"],
  ["a column", cells([["Aneby"], ["Eksjö"]]), "notTaken"],
  ["several ranges", { kind: "notOneRange" } as const, "notTaken"],
])("with %s it opens on its own figures, and says whose they are", async (_, selection, figures) => {
  const { outcome, sheets } = await insert(taking, selection);
  expect(outcome).toEqual({ kind: "sheetInserted", name: "Bladet", figures, members: 0 });
  expect(sheets).toEqual([layOut(taking.plan("sv"))]);
});

test("in the unit that the user's sheets are in", async () => {
  const { sheets } = await insert(taking, table, inserted, "kr");
  expect(sheets).toEqual([layOut(taking.plan("sv", members, "kr"))]);
});

test("with names and numbers selected, on these", async () => {
  const { outcome, sheets } = await insert(taking, table);
  expect(outcome).toEqual({ kind: "sheetInserted", name: "Bladet", figures: "selected", members: 2 });
  expect(sheets).toEqual([layOut(taking.plan("sv", members))]);
});

test("with a table that cannot be used nothing is inserted", async () => {
  const { outcome, sheets } = await insert(taking, cells([["Aneby", -1]]));
  expect(outcome).toEqual({ kind: "unusableSelection", problem: { kind: "negative", address: "B1" } });
  expect(sheets).toEqual([]);
});

test("with figures that a function refuses nothing is inserted, and its sentence says why, as in the form", async () => {
  const alternatives = scenarios.find(({ id }) => id === "alternatives")!;
  const { outcome, sheets } = await insert(
    alternatives,
    cells([
      ["Aneby", 100],
      ["Eksjö", 200],
    ]),
  );
  expect(outcome).toEqual({
    kind: "wrongInputs",
    problem: { message: expect.stringContaining("300 räcker inte") as string },
  });
  expect(sheets).toEqual([]);
});

test.each([
  ["names and numbers, and says that they are not used", table, "notUsed"],
  ["what nobody can have meant as members", cells([["Aneby", -1]]), "own"],
  ["nothing", { kind: "empty" } as const, "own"],
])("a scenario that takes no members opens on its own figures with %s", async (_, selection, figures) => {
  const { outcome, sheets } = await insert(notTaking, selection);
  expect(outcome).toEqual({ kind: "sheetInserted", name: "Bladet", figures, members: 0 });
  expect(sheets).toEqual([layOut(notTaking.plan("sv"))]);
});

test("what the workbook refuses is the outcome", async () => {
  const refused = { kind: "refused", reason: "editing", message: "Excel's words" } as const;
  expect((await insert(taking, refused)).outcome).toEqual(refused);
  expect((await insert(taking, table, refused)).outcome).toEqual(refused);
});

test("where there is no workbook, that is", async () => {
  const findWorkbook = () => Promise.resolve(undefined);
  expect(await insertScenario(taking, { language: "sv", unit: "tkr", findWorkbook })).toEqual({ kind: "noWorkbook" });
});

test("every scenario that takes members is laid out with one of them and with as many as are taken", () => {
  for (const { plan } of scenarios.filter(({ takesMembers }) => takesMembers)) {
    for (const count of [1, 100]) {
      const many = Array.from({ length: count }, (_, index) => ({ name: `K${index}`, weight: index + 1 }));
      expect(layOut(plan("sv", many)).cells.length).toBeGreaterThan(count);
    }
  }
});
