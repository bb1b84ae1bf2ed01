/*
 * A scenario's sheet whose own checks do not hold: its control cell is told, with the typed number that it comes from.
 */
import { locales } from "../../../src/engine/locales";
import { toWorkbookData } from "../../../src/engine/planWorkbook";
import { quietly } from "../../../src/engine/quietly";
import { findingText } from "../../../src/i18n/check";
import { scenarioOf } from "../../../src/scenarios/all";
import { layOut } from "../../../src/scenarios/layout";
import { toZone } from "../../../src/scenarios/zone";
import { readContents } from "../../../src/workbench/contents";
import { Book } from "../../../src/workbench/file/book";
import { dispatchTogether, insertSheet } from "../../../src/workbench/insertSheet";
import { engine, library, problemsIn } from "./workbook";

dispatchTogether(library);

const sheet = layOut(scenarioOf("escalation").plan("sv"));

function open(): library.Model {
  engine.language = "sv";
  return quietly(() => new library.Model({ ...toWorkbookData(sheet), settings: { locale: locales.sv } }));
}

function type(model: library.Model, address: string, content: string): void {
  const { top: row, left: col } = toZone(address);
  quietly(() => model.dispatch("UPDATE_CELL", { sheetId: model.getters.getActiveSheetId(), col, row, content }));
}

async function sentences(model: library.Model): Promise<string[]> {
  return (await problemsIn(readContents(model))).map((finding) => findingText(finding, "sv"));
}

test("a total typed over the sum of the first year is told, and so is the control that fails for it", async () => {
  const model = open();
  type(model, "C26", "7400");
  expect(await problemsIn(readContents(model))).toMatchObject([
    { kind: "total", at: { sheet: sheet.name, zone: toZone("C26") }, value: 7400, sum: 7348 },
    { kind: "control", at: { sheet: sheet.name, zone: toZone("D49") }, shows: 1 },
  ]);
  expect((await sentences(model))[1]).toBe(
    `'${sheet.name}'!D49 är 1 men ska vara 0: en av bladets kontroller stämmer inte.`,
  );
});

test("a control that fails is told on each sheet of a kind, and only where it does", async () => {
  const model = open();
  quietly(() => insertSheet(model, library.helpers, sheet, new Book()));
  type(model, "C26", "7400");
  const failing = (await problemsIn(readContents(model))).filter(({ kind }) => kind === "control");
  expect(failing.map(({ at }) => at.sheet)).toEqual([model.getters.getSheetName(model.getters.getActiveSheetId())]);
});

test.each([
  ["", "är tom: formeln som räknar bladets kontroller är borta."],
  ["0", "är 0, inskrivet för hand: formeln som räknar bladets kontroller är borta."],
  ["bra", "är bra, inskrivet för hand: formeln som räknar bladets kontroller är borta."],
  ["=1/0", "visar #DIV/0! men ska vara 0: bladets kontroller räknas inte."],
])("a control cell with '%s' counts nothing, and that is told", async (content, sentence) => {
  const model = open();
  type(model, "D49", content);
  expect(await sentences(model)).toEqual([`'${sheet.name}'!D49 ${sentence}`]);
});

test("a text for a tolerance lets no deviation pass", async () => {
  const model = open();
  const { address } = sheet.cells.find(({ name }) => name === "tolerance")!;
  type(model, address, "1 tkr");
  expect(await sentences(model)).toEqual([]);
  type(model, "C26", "7400");
  expect((await sentences(model)).at(-1)).toContain("en av bladets kontroller stämmer inte");
});

test("a result without room is told where it begins, and not where others hand its error on", async () => {
  const model = open();
  type(model, "E23", "1");
  const found = await problemsIn(readContents(model));
  expect(found.filter(({ kind }) => kind !== "control")).toMatchObject([
    { kind: "spill", at: { zone: toZone("C20") }, by: toZone("E23") },
  ]);
});
