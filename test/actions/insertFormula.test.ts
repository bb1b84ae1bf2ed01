/*
 * Inserting an example, or a formula that was built, into whatever workbook there is; and what is selected in it.
 */
import { insertBuilt, insertExample, selectedReference } from "../../src/actions/insertFormula";
import type { Insertion, Outcome, SelectedReference } from "../../src/workbook/port";
import { workbookThat } from "../workbook/answering";

function recording() {
  const asked: Insertion[] = [];
  const workbook = workbookThat({
    insertFormula: (request) => {
      asked.push(request);
      return Promise.resolve<Outcome>({ kind: "inserted", address: "A1" });
    },
  });
  return { asked, findWorkbook: () => Promise.resolve(workbook) };
}

const nowhere = () => Promise.resolve(undefined);

test.each([
  ["one cell", "7348", { rows: 1, columns: 1 }],
  ["a column", "{4041;2021;2021}", { rows: 3, columns: 1 }],
  ["a table", "{1,2,3;4,5,6}", { rows: 2, columns: 3 }],
])("the workbook is told the size of an example's result of %s", async (_, result, size) => {
  const { asked, findWorkbook } = recording();
  const outcome = await insertExample({ formula: "=F(1,2)", result }, { replace: undefined, findWorkbook });
  expect(outcome).toEqual({ kind: "inserted", address: "A1" });
  expect(asked).toEqual([{ formula: "=F(1,2)", size, replace: undefined }]);
});

test("a formula that was built is made for the cell that it will stand in", async () => {
  const { asked, findWorkbook } = recording();
  await insertBuilt("=FINSAM.SPLIT(Plan!B4:B7)", { replace: "Plan!C1", findWorkbook });
  expect(asked[0]).toMatchObject({ size: { rows: 1, columns: 1 }, replace: "Plan!C1" });
  const made = asked[0]!.formula as (cell: { sheet: string; address: string }) => unknown;
  expect(made({ sheet: "Plan", address: "C1" })).toBe("=FINSAM.SPLIT(B4:B7)");
  expect(made({ sheet: "Blad2", address: "B4" })).toBe("=FINSAM.SPLIT(Plan!B4:B7)");
  expect(made({ sheet: "Plan", address: "B5" })).toEqual({ kind: "circular", address: "B5", area: "B4:B7" });
});

test("where there is no workbook, that is the outcome", async () => {
  const where = { replace: "Blad1!A1", findWorkbook: nowhere };
  expect(await insertExample({ formula: "=F()", result: "1" }, where)).toEqual({ kind: "noWorkbook" });
  expect(await insertBuilt("=F()", where)).toEqual({ kind: "noWorkbook" });
  expect(await selectedReference(nowhere)).toEqual({ kind: "noWorkbook" });
});

test.each<[SelectedReference, unknown]>([
  [
    { kind: "reference", sheet: "Plan", address: "B4:B7" },
    { kind: "reference", text: "Plan!B4:B7" },
  ],
  [
    { kind: "reference", sheet: "Bo's plan", address: "B4" },
    { kind: "reference", text: "'Bo''s plan'!B4" },
  ],
  [
    { kind: "reference", sheet: "B4", address: "C1" },
    { kind: "reference", text: "'B4'!C1" },
  ],
  [{ kind: "notOneRange" }, { kind: "notOneRange" }],
])("what is selected, %j, is a reference that holds on every sheet", async (selected, text) => {
  const workbook = workbookThat({ selectedReference: () => Promise.resolve(selected) });
  expect(await selectedReference(() => Promise.resolve(workbook))).toEqual(text);
});
