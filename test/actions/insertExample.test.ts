/*
 * Inserting an example into whatever workbook there is.
 */
import { insertExample } from "../../src/actions/insertExample";
import type { Insertion, Workbook } from "../../src/workbook/port";
import { unasked } from "../workbook/unasked";

function recording() {
  const asked: Insertion[] = [];
  const workbook: Workbook = {
    ...unasked,
    insertFormula: (request) => {
      asked.push(request);
      return Promise.resolve({ kind: "inserted", address: "A1" });
    },
  };
  return { asked, findWorkbook: () => Promise.resolve(workbook) };
}

test.each([
  ["one cell", "7348", { rows: 1, columns: 1 }],
  ["a column", "{4041;2021;2021}", { rows: 3, columns: 1 }],
  ["a table", "{1,2,3;4,5,6}", { rows: 2, columns: 3 }],
])("the workbook is told the size of a result of %s", async (_, result, size) => {
  const { asked, findWorkbook } = recording();
  const outcome = await insertExample({ formula: "=F(1,2)", result }, { replace: undefined, findWorkbook });
  expect(outcome).toEqual({ kind: "inserted", address: "A1" });
  expect(asked).toEqual([{ formula: "=F(1,2)", size, replace: undefined }]);
});

test("where there is no workbook, that is the outcome", async () => {
  const findWorkbook = () => Promise.resolve(undefined);
  expect(await insertExample({ formula: "=F()", result: "1" }, { replace: "Blad1!A1", findWorkbook })).toEqual({
    kind: "noWorkbook",
  });
});
