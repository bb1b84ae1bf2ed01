/*
 * What is read in Excel to explain a cell: where names, tables and filled areas are, and all values in one round trip.
 */
import { excelWorkbook } from "../../src/workbook/office";
import type { Reference } from "../../src/workbook/reading";
import { fakeCells, type CellBook } from "./excelReading";

const plan: CellBook = {
  active: ["Plan", "C3"],
  sheets: {
    Plan: {
      values: {
        A2: "Staten",
        A3: "Habo",
        B1: "rubrik",
        C2: 3674,
        C3: 126,
        D2: "#N/A",
        D3: "#N/A",
        E2: true,
        E3: "",
        F2: "#VÄRDEFEL!",
      },
      formulas: { C2: '=FINSAM.SPLIT(Indata!B2,key,1,"state")' },
      spills: { C2: "C2:C3" },
      texts: { C3: "126 tkr" },
      errors: ["D2", "F2"],
      names: { local: { type: "Range", formula: "=Plan!$C$2:$C$3", range: ["Plan", "C2:C3"] } },
    },
    "Indata 2": {
      values: { A2: "Jönköping", A3: "Habo", B1: "Invånare", B2: 133310, B3: 11314, B4: 144624 },
      tables: { Kommuner: { range: "A1:B4", columns: ["Kommun", "Invånare"], totals: true } },
    },
  },
  names: {
    key: { type: "Range", formula: "='Indata 2'!$B$2:$B$3", range: ["Indata 2", "B2:B3"] },
    local: { type: "Double", formula: "=1" },
    rate: { type: "Double", formula: "=0.1" },
    several: { type: "Range", formula: "=Plan!$A$1,Plan!$A$3" },
  },
};
const from = { sheet: "Plan", row: 1, column: 2 };

async function read(references: readonly Reference[], book: CellBook = plan) {
  const fake = fakeCells(book);
  const answers = await excelWorkbook.readReferences(references, from);
  return { answers, ...fake.state };
}

describe("the active cell", () => {
  test("with the formula of another, which fills it", async () => {
    const { state } = fakeCells(plan);
    expect(await excelWorkbook.activeCell()).toEqual({
      kind: "cell",
      place: { sheet: "Plan", row: 2, column: 2 },
      value: 126,
      text: "126 tkr",
      source: { formula: plan.sheets["Plan"]!.formulas!["C2"], zone: { top: 1, left: 2, bottom: 2, right: 2 } },
    });
    expect(state.syncs).toBe(2);
  });
  test("filled by another, where Excel gives that formula for it too", async () => {
    const sheet = plan.sheets["Plan"]!;
    const formulas = { C2: sheet.formulas!["C2"]!, C3: sheet.formulas!["C2"]! };
    fakeCells({ ...plan, sheets: { Plan: { ...sheet, formulas } } });
    expect(await excelWorkbook.activeCell()).toMatchObject({
      source: { zone: { top: 1, left: 2, bottom: 2, right: 2 } },
    });
  });
  test("with a formula of its own", async () => {
    const { state } = fakeCells({ ...plan, active: ["Plan", "C2"] });
    expect(await excelWorkbook.activeCell()).toMatchObject({
      source: { zone: { top: 1, left: 2, bottom: 2, right: 2 } },
    });
    expect(state.syncs).toBe(1);
  });
  test.each([
    ["a number", "C2", { ...plan.sheets["Plan"]!, formulas: {}, spills: {} }, 3674],
    ["an error, told from a text that looks like one", "D2", plan.sheets["Plan"]!, { code: "#N/A" }],
    ["an error that Swedish Excel names", "F2", plan.sheets["Plan"]!, { code: "#VALUE!" }],
    ["a text that looks like an error", "D3", plan.sheets["Plan"]!, "#N/A"],
    ["TRUE", "E2", plan.sheets["Plan"]!, true],
    ["an empty text", "E3", plan.sheets["Plan"]!, ""],
    ["nothing", "F9", plan.sheets["Plan"]!, null],
  ])("with %s and no formula", async (_, cell, sheet, value) => {
    fakeCells({ sheets: { Plan: sheet }, active: ["Plan", cell] });
    const found = await excelWorkbook.activeCell();
    expect(found).toMatchObject({ kind: "cell", value });
    expect(found).not.toHaveProperty("source");
  });
  test.each([
    ["InvalidOperationInCellEditMode", "editing"],
    ["GeneralException", "other"],
  ])("is refused with %s", async (code, reason) => {
    fakeCells({ ...plan, refuses: { code, message: "no" } });
    expect(await excelWorkbook.activeCell()).toEqual({ kind: "refused", reason, message: "no" });
  });
});

describe("references", () => {
  const cells = (zone: object, sheet?: string): Reference => ({ kind: "cells", sheet, zone: zone as never });

  test("to cells of the own sheet and of another, with what stands beside and above, in one round trip", async () => {
    const { answers, syncs } = await read([
      cells({ top: 1, left: 2, bottom: 2, right: 3 }),
      cells({ top: 1, left: 1, bottom: 2, right: 1 }, "Indata 2"),
    ]);
    expect(answers).toEqual([
      {
        kind: "cells",
        sheet: "Plan",
        zone: { top: 1, left: 2, bottom: 2, right: 3 },
        values: [
          [3674, { code: "#N/A" }],
          [126, "#N/A"],
        ],
        left: [
          ["Staten", null],
          ["Habo", null],
        ],
        above: [[null, null]],
      },
      {
        kind: "cells",
        sheet: "Indata 2",
        zone: { top: 1, left: 1, bottom: 2, right: 1 },
        values: [[133310], [11314]],
        left: [["Jönköping"], ["Habo"]],
        above: [["Invånare"]],
      },
    ]);
    expect(syncs).toBe(1);
  });

  test("names of the workbook, of the sheet before it, for constants and for several areas", async () => {
    const name = (of: string, sheet?: string): Reference => ({ kind: "name", name: of, sheet });
    const { answers, valueSyncs } = await read([
      name("KEY"),
      name("local"),
      name("local", "Indata 2"),
      name("rate"),
      name("several"),
      name("Kommuner"),
      name("unknown"),
    ]);
    expect(answers).toMatchObject([
      { kind: "cells", sheet: "Indata 2", values: [[133310], [11314]] },
      { kind: "cells", sheet: "Plan", values: [[3674], [126]] },
      { kind: "formula", formula: "=1" },
      { kind: "formula", formula: "=0.1" },
      { kind: "formula", formula: "=Plan!$A$1,Plan!$A$3" },
      { kind: "cells", sheet: "Indata 2", zone: { top: 1, left: 0, bottom: 2, right: 1 } },
      { kind: "missing" },
    ]);
    // However many rounds it takes to find them, their values are read at once.
    expect(valueSyncs).toBe(1);
  });

  test("parts of tables", async () => {
    const part = (table: string, columns: string[], sections: string[] = []): Reference => ({
      kind: "table",
      table,
      columns,
      sections,
    });
    const { answers, valueSyncs } = await read([
      part("kommuner", ["invånare"]),
      part("Kommuner", ["Invånare"], ["totals"]),
      part("Kommuner", [], ["headers"]),
      part("Kommuner", ["Nyckel"]),
      part("Regioner", []),
    ]);
    expect(answers).toMatchObject([
      { kind: "cells", sheet: "Indata 2", values: [[133310], [11314]], left: [["Jönköping"], ["Habo"]] },
      { kind: "cells", values: [[144624]] },
      { kind: "cells", values: [[null, "Invånare"]] },
      { kind: "missing" },
      { kind: "missing" },
    ]);
    expect(valueSyncs).toBe(1);
  });

  test("to the row of the formula, in the table around it", async () => {
    fakeCells(plan);
    const inTable = { sheet: "Indata 2", row: 2, column: 1 };
    const own: Reference = { kind: "table", table: "", columns: ["Invånare"], sections: ["this row"] };
    expect(await excelWorkbook.readReferences([own], inTable)).toMatchObject([{ kind: "cells", values: [[11314]] }]);
    expect(await excelWorkbook.readReferences([own], from)).toEqual([{ kind: "missing" }]);
  });

  test("to all that a formula fills", async () => {
    const { answers } = await read([
      { kind: "spill", row: 1, column: 2 },
      { kind: "spill", row: 8, column: 8 },
    ]);
    expect(answers).toMatchObject([{ kind: "cells", values: [[3674], [126]] }, { kind: "missing" }]);
  });

  test("to whole columns: of these the part that holds something, from the first row", async () => {
    const { answers, syncs } = await read([
      cells({ top: 0, left: 1, bottom: 1_048_575, right: 1 }, "Indata 2"),
      cells({ top: 0, left: 8, bottom: 1_048_575, right: 9 }),
    ]);
    expect(answers).toEqual([
      {
        kind: "cells",
        sheet: "Indata 2",
        zone: { top: 0, left: 1, bottom: 1_048_575, right: 1 },
        values: [["Invånare"], [133310], [11314], [144624]],
        left: [[null], ["Jönköping"], ["Habo"], [null]],
        above: [],
      },
      { kind: "cells", sheet: "Plan", zone: expect.anything() as never, values: [], left: [], above: [] },
    ]);
    expect(syncs).toBe(2);
  });

  test("that hold more than can be read", async () => {
    const values = Object.fromEntries(["A1", "Z90000"].map((cell) => [cell, 1]));
    const { answers, valueSyncs } = await read([cells({ top: 0, left: 0, bottom: 89_999, right: 25 })], {
      sheets: { Plan: { values } },
      active: ["Plan", "A1"],
    });
    expect(answers).toEqual({ kind: "refused", reason: "tooLarge", message: "" });
    expect(valueSyncs).toBe(0);
  });

  test.each([
    ["InvalidOperationInCellEditMode", "editing"],
    ["ResponsePayloadSizeLimitExceeded", "tooLarge"],
    ["ItemNotFound", "other"],
  ])("that Excel refuses with %s", async (code, reason) => {
    const { answers } = await read([cells({ top: 0, left: 0, bottom: 0, right: 0 })], {
      ...plan,
      refuses: { code, message: "no" },
    });
    expect(answers).toMatchObject({ kind: "refused", reason });
  });

  test("to a sheet that has gone meanwhile", async () => {
    const { answers } = await read([cells({ top: 0, left: 0, bottom: 0, right: 0 }, "Borta")]);
    expect(answers).toMatchObject({ kind: "refused", reason: "other" });
  });
});

describe("selections", () => {
  const settled = () => new Promise((resolve) => setTimeout(resolve));

  test("are told of, on all sheets and when one is shown, until that is ended", async () => {
    const { handlers, runs, context } = fakeCells(plan);
    let heard = 0;
    const end = excelWorkbook.onSelectionChange(() => heard++);
    await settled();
    expect(handlers.map(({ event }) => event)).toEqual(["onSelectionChanged", "onActivated"]);
    for (const { tell } of handlers) await tell({});
    expect(heard).toBe(2);

    const [first] = handlers;
    end();
    await first!.tell({});
    await settled();
    expect(heard).toBe(2);
    expect(handlers).toEqual([]);
    // Taken away in the context they were added in, and not refused while a cell is edited.
    expect(runs).toEqual([{ delayForCellEdit: true }, context]);
  });

  test("that cannot be listened to do no harm", async () => {
    fakeCells({ ...plan, refuses: { code: "GeneralException", message: "no" } });
    const silenced = console.error;
    const said: unknown[] = [];
    console.error = (error) => said.push(error);
    const end = excelWorkbook.onSelectionChange(() => undefined);
    await settled();
    end();
    await settled();
    console.error = silenced;
    expect(said.length).toBeGreaterThan(0);
  });
});
