/*
 * Excel loads the add-in by itself with workbooks that have formulas of ours, and leaves no trace in others.
 */
import { jest } from "@jest/globals";
import { checkWorkbook } from "../../src/actions/check";
import { repair } from "../../src/actions/repair";
import { scenarios } from "../../src/scenarios/all";
import { layOut } from "../../src/scenarios/layout";
import { excelWorkbook } from "../../src/workbook/office";
import { fakeExcel } from "./excel";
import { fakeBook } from "./excelBook";
import { fakeCells, type Cell } from "./excelCells";

/** What Excel keeps in the workbook, and how often it was written; over whatever other Excel is faked. */
function keeping(behavior: "None" | "Load" = "None", { isSupported = true, fails = false } = {}) {
  const kept = { behavior, writes: 0 };
  const office = (globalThis as unknown as { Office: { context: { requirements: object } } }).Office;
  Object.assign(office, {
    StartupBehavior: { none: "None", load: "Load" },
    addin: {
      getStartupBehavior: () => (fails ? Promise.reject(new Error("Excel's words")) : Promise.resolve(kept.behavior)),
      setStartupBehavior: (wanted: "None" | "Load") => {
        kept.writes += 1;
        kept.behavior = wanted;
        return Promise.resolve();
      },
    },
  });
  office.context.requirements = { isSetSupported: (name: string) => name !== "SharedRuntime" || isSupported };
  return kept;
}

/** What follows on an outcome is not waited for. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

const insertFormula = (formula: string, cells = {}) => {
  fakeExcel({ cells, active: "B4" });
  const kept = keeping();
  return excelWorkbook.insertFormula({ formula, size: { rows: 1, columns: 1 }, replace: undefined }).then(settled).then(() => kept); // prettier-ignore
};

test("from the first formula of ours on", async () => {
  expect(await insertFormula('=FINSAM.TOTAL(3674,"state")')).toEqual({ behavior: "Load", writes: 1 });
});

test.each([
  ["a formula that is not ours", "=SUM(A1:A3)", {}],
  ["a formula that was not inserted", '=FINSAM.TOTAL(3674,"state")', { B4: "x" }],
])("not for %s", async (_, formula, cells) => {
  expect(await insertFormula(formula, cells)).toEqual({ behavior: "None", writes: 0 });
});

test("from the first scenario with formulas of ours on, and not for one without", async () => {
  for (const scenario of scenarios) {
    const sheet = layOut(scenario.plan("sv"));
    const uses = sheet.cells.some(({ content }) => String(content).includes("FINSAM."));
    fakeBook({});
    const kept = keeping();
    await excelWorkbook.insertSheet(sheet);
    await settled();
    expect([scenario.id, kept.behavior]).toEqual([scenario.id, uses ? "Load" : "None"]);
  }
});

const cells = (held: Record<string, Cell>, behavior: "None" | "Load" = "None") => {
  fakeCells({ sheets: [{ name: "Blad1", cells: held }], calculate: () => 1 });
  return keeping(behavior);
};
const findWorkbook = () => Promise.resolve(excelWorkbook);
const lost = { formula: "=_xldudf_FINSAM_SPLIT(1)", value: "#NAME?" };

test("from a repair on that entered a formula again", async () => {
  const kept = cells({ A1: lost });
  await repair({ findWorkbook });
  await settled();
  expect(kept.behavior).toBe("Load");
});

test("not again where it is so already", async () => {
  const kept = cells({ A1: lost }, "Load");
  await repair({ findWorkbook });
  await settled();
  expect(kept.writes).toBe(0);
});

test("no more when a check finds none of ours left", async () => {
  const kept = cells({ A1: 1 }, "Load");
  await checkWorkbook({ findWorkbook });
  await settled();
  expect(kept).toEqual({ behavior: "None", writes: 1 });
});

test.each<[string, Record<string, Cell>]>([
  ["there are some left", { A1: { formula: "=FINSAM.SPLIT(1)", value: 0.5 } }],
  ["a sheet was not read", { A1: 1, XFD1048576: 2 }],
])("a check changes nothing where %s", async (_, held) => {
  const kept = cells(held, "Load");
  await checkWorkbook({ findWorkbook });
  await settled();
  expect(kept).toEqual({ behavior: "Load", writes: 0 });
});

test("a workbook that never had any of ours is not written to by looking at it", async () => {
  const kept = cells({ A1: 1 });
  await checkWorkbook({ findWorkbook });
  await repair({ findWorkbook });
  await settled();
  expect(kept.writes).toBe(0);
});

test("an Excel without the setting, or one that fails, is in nobody's way", async () => {
  const logged = jest.spyOn(console, "error").mockImplementation(() => undefined);
  cells({ A1: lost });
  const old = keeping("None", { isSupported: false });
  expect(await repair({ findWorkbook })).toMatchObject({ repaired: 1 });
  await settled();
  expect([old.writes, logged.mock.calls.length]).toEqual([0, 0]);

  cells({ A1: lost });
  keeping("None", { fails: true });
  expect(await repair({ findWorkbook })).toMatchObject({ repaired: 1 });
  await settled();
  expect(logged).toHaveBeenCalledTimes(1);
  logged.mockRestore();
});
