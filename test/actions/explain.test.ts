/*
 * What is explained of a cell, and what is said where it cannot be: with a workbook that answers as Excel's side of
 * the port does. The grid's own engine is asked in test/workbench/explain.test.ts.
 */
import { generateMetadata } from "../../scripts/metadata";
import { explain, type ExplainOutcome, type Explanation } from "../../src/actions/explain";
import type { Problem } from "../../src/core/problem";
import * as definitions from "../../src/functions/definitions";
import { takesText } from "../../src/functions/read";
import { workbookThat } from "../workbook/answering";
import { callsIn, column, explainIn, type Sheet } from "./explainSheet";

const explained = async (sheet: Sheet): Promise<Explanation> => (await explainIn(sheet)).outcome as Explanation;
const resultOf = async (sheet: Sheet, call = -1) => {
  const { outcome } = (await callsIn(sheet)).at(call)!;
  return outcome.kind === "answered" ? outcome.result : outcome;
};
const place = { sheet: "Plan", row: 29, column: 9 };

describe("there is nothing to explain", () => {
  const at = (value: string | null, formula?: string) =>
    explain({
      language: "sv",
      findWorkbook: () =>
        Promise.resolve(
          workbookThat({
            activeCell: () =>
              Promise.resolve({
                kind: "cell",
                place,
                value,
                text: value ?? "",
                ...(formula && { source: { formula, zone: { top: 29, left: 9, bottom: 29, right: 9 } } }),
              }),
          }),
        ),
    });
  test.each<[string, () => Promise<ExplainOutcome>, object]>([
    [
      "without a workbook",
      () => explain({ language: "sv", findWorkbook: () => Promise.resolve(undefined) }),
      { kind: "noWorkbook" },
    ],
    ["in a blank cell", () => at(null), { kind: "notOurs", holds: "nothing", place }],
    ["in a typed value", () => at("Habo"), { kind: "notOurs", holds: "constant" }],
    ["in a formula of Excel's own", () => at("1", "=SUM(B4:B9)"), { kind: "notOurs", holds: "formula" }],
    ["in a text that names a function", () => at("1", '=LEN("FINSAM.SPLIT")'), { kind: "notOurs", holds: "formula" }],
    ["in what is no formula", () => at("1", "=FINSAM.SPLIT(1"), { kind: "unreadable" }],
    ["in a formula longer than any", () => at("1", `=FINSAM.SPLIT(${"1+".repeat(5000)}1)`), { kind: "unreadable" }],
    [
      "in one nested deeper than any",
      () => at("1", `=FINSAM.SPLIT(${"-(".repeat(2000)}1${")".repeat(2000)})`),
      { kind: "unreadable" },
    ],
  ])("%s", async (_, ask, outcome) => expect(await ask()).toMatchObject(outcome));

  test.each(["editing", "other"] as const)("where the cell is refused: %s", async (reason) => {
    const refused = { kind: "refused", reason, message: "no" } as const;
    const workbook = workbookThat({ activeCell: () => Promise.resolve(refused) });
    expect(await explain({ language: "sv", findWorkbook: () => Promise.resolve(workbook) })).toEqual(refused);
  });
  test.each(["editing", "tooLarge", "other"] as const)("where what it refers to is refused: %s", async (reason) => {
    const refused = { kind: "refused", reason, message: "no" } as const;
    const zone = { top: 29, left: 9, bottom: 29, right: 9 };
    const workbook = workbookThat({
      activeCell: () =>
        Promise.resolve({ kind: "cell", place, value: 1, text: "1", source: { formula: "=FINSAM.SPLIT(A:A)", zone } }),
      readReferences: () => Promise.resolve(refused),
    });
    expect(await explain({ language: "sv", findWorkbook: () => Promise.resolve(workbook) })).toEqual(refused);
  });
});

describe("an argument is followed", () => {
  test.each<[string, Sheet, unknown]>([
    ["a number", { formula: '=FINSAM.TOTAL(3674,"state")' }, 7348],
    ["a per cent", { formula: "=FINSAM.ESCALATE(1000,10%,1)" }, 1100],
    ["a number with a minus", { formula: '=FINSAM.TOTAL(-3674,"state")' }, -7348],
    ["an array constant", { formula: "=FINSAM.MERGE({5486;4006;2570},400)" }, 11_262],
    ["a cell", { formula: '=FINSAM.TOTAL(B4,"state")', cells: { B4: 3674 } }, 7348],
    [
      "a cell of another sheet",
      { formula: "=FINSAM.TOTAL('Indata'!B4,\"state\")", cells: { "Indata!B4": 3674 } },
      7348,
    ],
    ["a text in a cell, in Swedish", { formula: "=FINSAM.TOTAL(3674,B4)", cells: { B4: "staten" } }, 7348],
    ["a blank cell in place of a text, as left out", { formula: "=FINSAM.SPLIT(7348,,,B4)", fills: "J30:J32" }, 3674],
    ["TRUE", { formula: "=FINSAM.SPLIT(1000,,,,,TRUE)", fills: "J30:J31" }, 500],
    ["an argument that is left out", { formula: "=FINSAM.SPLIT(7348,,1)", fills: "J30:J32" }, 3674],
    ["arithmetic", { formula: '=FINSAM.TOTAL(B4*1.2-B5,"state")', cells: { B4: 3000, B5: 600 } }, 6000],
    [
      "arithmetic cell by cell",
      { formula: "=FINSAM.MERGE(B4:B6*2,B7/2)", cells: { B4: 100, B5: 200, B6: 300, B7: 10 } },
      1190,
    ],
    ["a comparison", { formula: "=FINSAM.SPLIT(1000,,,,,B4=0)", fills: "J30:J31" }, 500],
    ["one cell of several", { formula: '=FINSAM.TOTAL(@B29:B31,"state")', cells: { B30: 3674 } }, 7348],
    ["a name for cells", { formula: "=FINSAM.MERGE(unions,400)", answers: () => column(5486, 4006, 2570) }, 11_262],
    [
      "a name for a constant",
      { formula: "=FINSAM.ESCALATE(1000,rate,1)", answers: () => ({ kind: "formula", formula: "=10%" }) },
      1100,
    ],
    [
      "a name for an array",
      { formula: "=FINSAM.MERGE(unions,400)", answers: () => ({ kind: "formula", formula: "={5486;4006}" }) },
      9092,
    ],
    ["all that a formula fills", { formula: "=FINSAM.MERGE(B4#,400)", answers: () => column(5486, 4006) }, 9092],
    ["a table's column", { formula: "=FINSAM.MERGE(Unions[Maximum],400)", answers: () => column(5486, 4006) }, 9092],
    ["another call", { formula: '=FINSAM.TOTAL(FINSAM.TOTAL(919,"region"),"state")' }, 7352],
    [
      "names as a workbook stores them",
      { formula: "=_xldudf_FINSAM_MERGE(_xlfn.ANCHORARRAY(B4),400)", answers: () => column(5486, 4006) },
      9092,
    ],
    [
      "a function that Excel takes for another add-in's",
      { formula: "=@'C:\\a b\\X.xla'!_xldudf_FINSAM_MERGE(B4:B5,400)", cells: { B4: 5486, B5: 4006 } },
      9092,
    ],
  ])("%s", async (_, sheet, result) => expect(await resultOf(sheet)).toBe(result));

  test("everything is read at once, as it is asked for", async () => {
    const { asked } = await explainIn({
      formula: "=FINSAM.SPLIT(FINSAM.ESCALATE(B4,rate,'Indata 2'!C1),D:D,$E$5,Texts[[#This Row],[basis]],F6#)+G7",
      fills: "J30:J35",
    });
    const cell = (row: number, at: number) => ({ top: row, left: at, bottom: row, right: at });
    expect(asked).toEqual([
      [
        { kind: "cells", zone: cell(3, 1) },
        { kind: "name", name: "rate" },
        { kind: "cells", sheet: "Indata 2", zone: cell(0, 2) },
        { kind: "cells", zone: { top: 0, left: 3, bottom: 1_048_575, right: 3 } },
        { kind: "cells", zone: cell(4, 4) },
        { kind: "table", table: "Texts", columns: ["basis"], sections: ["this row"] },
        { kind: "spill", row: 5, column: 5 },
        { kind: "cells", zone: cell(6, 6) },
        // The result itself, for the names around it.
        { kind: "cells", zone: { top: 29, left: 9, bottom: 34, right: 9 } },
      ],
    ]);
  });

  test("what only Excel reckons with is not read", async () => {
    const { asked } = await explainIn({ formula: "=IF(SUM(A1:Z99999)>0,FINSAM.SPLIT(B4,SUM(C:C)),0)" });
    expect(asked[0]!.map((reference) => reference.kind === "cells" && reference.zone.left)).toEqual([1, 9]);
  });

  test("which arguments Excel passes as texts is what it is told", async () => {
    const { metadata } = await generateMetadata("https://localhost:3000");
    for (const { id, parameters } of metadata.en.functions) {
      const { readers } = definitions[id as keyof typeof definitions];
      const declared = parameters.map(({ type, dimensionality }) => type === "string" && dimensionality !== "matrix");
      expect([id, readers.map(([, reader]) => takesText(reader))]).toEqual([id, declared]);
    }
  });
});

describe("an argument that cannot be followed is named, with the part to put in a cell of its own", () => {
  test.each<[string, string, string, string, string]>([
    ["a function of Excel's", "=FINSAM.SPLIT(SUM(B4:B9))", "amount", "expression", "SUM(B4:B9)"],
    ["such a function within arithmetic", "=FINSAM.SPLIT(2*ROUND(B4,0)+1)", "amount", "expression", "ROUND(B4,0)"],
    ["texts put together", '=FINSAM.TOTAL(1,"sta"&"te")', "basis", "expression", '"sta"&"te"'],
    ["a union", "=FINSAM.MERGE((B4,B6),400)", "grants", "expression", "B4,B6"],
    ["a range from a function", "=FINSAM.MERGE(B4:INDEX(B:B,3),400)", "grants", "expression", "B4:INDEX(B:B,3)"],
    ["another workbook", "=FINSAM.SPLIT([Budget.xlsx]Plan!B4)", "amount", "otherWorkbook", "[Budget.xlsx]Plan!B4"],
    ["several sheets", "=FINSAM.MERGE(Jan:Mar!B4,400)", "grants", "severalSheets", "Jan:Mar!B4"],
    ["a name that is none", "=FINSAM.SPLIT(unknown)", "amount", "missing", "unknown"],
    ["a variable of LET", "=LET(x,1,FINSAM.SPLIT(x))", "amount", "missing", "x"],
    ["nothing filled from there", "=FINSAM.SPLIT(B4#)", "amount", "missing", "B4#"],
    ["more cells than can be reckoned with", "=FINSAM.SPLIT(B:B*2)", "amount", "tooLarge", "B:B*2"],
    ["a table that arithmetic would make", "=FINSAM.SPLIT(A1:A10000*1:1)", "amount", "tooLarge", "A1:A10000*1:1"],
  ])("%s", async (_, formula, argument, why, expression) => {
    expect((await callsIn({ formula }))[0]!.outcome).toEqual({
      kind: "notFollowed",
      argument,
      failure: { why, expression },
    });
  });

  test("a name that stands for a formula", async () => {
    const calls = await callsIn({
      formula: "=FINSAM.SPLIT(budget)",
      answers: () => ({ kind: "formula", formula: "=OFFSET(Plan!$B$4,1,0)" }),
    });
    expect(calls[0]!.outcome).toMatchObject({
      kind: "notFollowed",
      failure: { why: "expression", expression: "budget" },
    });
  });

  test("the calls within it are explained all the same", async () => {
    const calls = await callsIn({ formula: '=FINSAM.SPLIT(ROUND(FINSAM.TOTAL(3674,"state"),0))' });
    expect(calls.map(({ name, outcome }) => [name, outcome.kind])).toEqual([
      ["TOTAL", "answered"],
      ["SPLIT", "notFollowed"],
    ]);
    expect(calls[0]!.within).toEqual({ call: 1, argument: "amount" });
  });

  test("and what depends on such a call says so", async () => {
    const calls = await callsIn({ formula: '=FINSAM.SPLIT(FINSAM.TOTAL(NOW(),"state"))' });
    expect(calls[1]!.outcome).toEqual({
      kind: "notFollowed",
      argument: "amount",
      failure: { why: "call", expression: 'FINSAM.TOTAL(NOW(),"state")' },
    });
  });

  test("a function that there is not", async () => {
    expect((await callsIn({ formula: "=FINSAM.SHARE(1)" }))[0]!.outcome).toEqual({ kind: "unknownFunction" });
  });
});

describe("an error is explained", () => {
  test("as the function's own problem", async () => {
    const { calls, agreement, computed } = await explained({
      formula: "=FINSAM.ALLOCATE(100,B4:B6)",
      cells: { B4: 1, B5: -2, B6: 3 },
      shown: { code: "#VALUE!" },
    });
    const { outcome } = calls[0]! as { outcome: { problem: Problem } };
    expect(outcome.problem).toMatchObject({
      code: "negative",
      data: { argument: "weights", got: -2, place: { row: 2 } },
    });
    expect([computed, agreement]).toEqual([{ code: "#VALUE!" }, "agrees"]);
  });
  test("as something that does not exist, in one cell of several", async () => {
    const { calls, agreement } = await explained({
      formula: "=FINSAM.CEILINGS(100,60,{20;20},{1;0})",
      cell: "J33",
      fills: "J30:J33",
      shown: { code: "#N/A" },
    });
    expect(calls[0]!.outcome).toMatchObject({ kind: "answered", result: { code: "neverBinds" } });
    expect(agreement).toBe("agrees");
  });
  test("as an error that stands in an argument, with its cell", async () => {
    const { calls, agreement } = await explained({
      formula: "=FINSAM.ALLOCATE(100,Indata!B4:B6)",
      cells: { "Indata!B4": 1, "Indata!B5": { code: "#DIV/0!" }, "Indata!B6": { code: "#REF!" } },
      shown: { code: "#DIV/0!" },
    });
    expect(calls[0]!.outcome).toEqual({
      kind: "passedOn",
      argument: "weights",
      call: undefined,
      code: "#DIV/0!",
      at: { sheet: "Indata", row: 4, column: 1 },
    });
    expect(agreement).toBe("agrees");
  });
  test("as one that Excel does not let a function return", async () => {
    const sheet = { formula: "=FINSAM.SPLIT(B4)", cells: { B4: { code: "#REF!" } }, shown: { code: "#VALUE!" } };
    expect(await explained(sheet)).toMatchObject({ computed: { code: "#REF!" }, agreement: "agrees" });
  });
  test("as an error that comes from a call within", async () => {
    const calls = await callsIn({ formula: '=FINSAM.SPLIT(FINSAM.TOTAL("a","state"))' });
    expect(calls[0]!.outcome).toMatchObject({ kind: "problem", problem: { code: "notANumber" } });
    expect(calls[1]!.outcome).toEqual({ kind: "passedOn", argument: "amount", call: 0, code: "#VALUE!" });
  });
  test("as an error that arithmetic makes", async () => {
    const calls = await callsIn({ formula: "=FINSAM.SPLIT(B4/B5)", cells: { B4: 1 } });
    expect(calls[0]!.outcome).toEqual({ kind: "passedOn", argument: "amount", call: undefined, code: "#DIV/0!" });
  });
  test("as a column that is too long for any function", async () => {
    const [call] = await callsIn({ formula: "=FINSAM.ALLOCATE(1,B:B)", cells: { B1: 1 } });
    expect(call!.outcome).toMatchObject({ kind: "problem", problem: { code: "tooManyCells" } });
  });
  test("but for a text that looks like one", async () => {
    const [call] = await callsIn({ formula: "=FINSAM.SPLIT(B4)", cells: { B4: "#N/A" } });
    expect(call!.outcome).toMatchObject({ kind: "problem", problem: { code: "notANumber", data: { got: "#N/A" } } });
  });
  test.each([
    ["of many steps", "=FINSAM.ESCALATE(A1:A200,0.1,200)"],
    ["of steps with many rows", "=FINSAM.SPLIT(A1:GR1,A1:A10000+1,1)"],
  ])("%s as too many to follow", async (_, formula) => {
    const [call] = await callsIn({ formula, fills: "J30:J30" });
    expect(call!.outcome).toEqual({ kind: "tooLong" });
  });
});

describe("a call that is part of a larger formula", () => {
  test.each<[string, string, unknown, unknown]>([
    ["cell by cell", '=ROUND(FINSAM.TOTAL(3674.5,"state"),0)', 7349, undefined],
    ["with what shows instead of an error", "=IFERROR(FINSAM.SPLIT(7348),0)", 1837, undefined],
    ["one of its figures", "=INDEX(FINSAM.SPLIT(7348),1)", 3674, undefined],
    ["by row and column", "=INDEX(FINSAM.ALLOCATE({100,300},{1;3}),2,2)", 225, undefined],
    ["all of it", "=SUM(FINSAM.SPLIT(7348))", undefined, undefined],
    ["and arithmetic", "=FINSAM.SPLIT(7348)/1000", 1837, 1.837],
    ["its first", "=@FINSAM.SPLIT(7348)", 3674, 3674],
  ])("%s", async (_, formula, result, computed) => {
    // The second cell of what the formula fills.
    const { calls, ...explanation } = await explained({ formula, cell: "J31", fills: "J30:J32" });
    expect(calls[0]!.outcome).toMatchObject({ kind: "answered" });
    expect((calls[0]!.outcome as { result?: unknown }).result).toBe(result);
    expect(explanation).toMatchObject({ isWhole: false, computed });
  });
  test("two of them, each by itself", async () => {
    const calls = await callsIn({ formula: '=FINSAM.TOTAL(1,"state")-IF(B4,FINSAM.TOTAL(2,"state"),0)' });
    expect(calls.map(({ text, within }) => [text, within])).toEqual([
      ['FINSAM.TOTAL(1,"state")', undefined],
      ['FINSAM.TOTAL(2,"state")', undefined],
    ]);
  });
});

describe("what the cell shows is compared with what the steps end in", () => {
  const formula = '=FINSAM.TOTAL(3674,"state")';
  test.each<[string, Sheet["shown"], string]>([
    ["the same number", 7348, "agrees"],
    ["the same to fifteen digits", 7348.000000000001, "agrees"],
    ["another number", 7000, "differs"],
    ["an error where the add-in was missing", { code: "#NAME?" }, "differs"],
    ["a text", "7348", "differs"],
    ["nothing yet", null, "differs"],
  ])("%s", async (_, shown, agreement) => {
    expect(await explained({ formula, shown: shown! })).toMatchObject({ agreement, computed: 7348 });
  });
  test("where Excel alone knows, nothing is said", async () => {
    expect(await explained({ formula: `=SUM(${formula.slice(1)})` })).toMatchObject({ agreement: "unknown" });
  });
});

describe("one cell of a table is explained by its own line and year", () => {
  const cells: Sheet["cells"] = {
    ...{ A2: "Jönköping", A3: "Habo", A4: "Mullsjö", B2: 6, B3: 3, B4: 1, C2: "inv.", C3: "inv.", C4: "inv." },
    ...{ J29: 2022, K29: 2023, L29: 2024 },
    ...{ H30: "Staten", H31: "Regionen", H32: "Jkpg", H33: "Habo k", H34: "Mullsjö k", I30: "tkr", I31: "tkr" },
  };
  const table: Sheet = {
    formula: '=FINSAM.SPLIT(FINSAM.ESCALATE(1000,10%,3),B2:B4,1,"state")',
    fills: "J30:L34",
    cells,
  };
  const at = async (cell: string, sheet = table) => callsIn({ ...sheet, cell });

  test("of the call, and of what its amounts are made from", async () => {
    const [inner, outer] = await at("K33");
    expect(inner!.outcome).toMatchObject({ line: 0, year: 1, result: 1210 });
    expect(outer!.outcome).toMatchObject({ line: 3, year: 1, result: 182 });
    const steps = (inner!.outcome as { steps: readonly { code: string }[] }).steps.map(({ code }) => code);
    expect(steps).toEqual(["start", "grown", "grown"]);
  });
  test("with the names beside the key and above the years, and the inner call's years by the outer one's", async () => {
    const [inner, outer] = await at("K33");
    const years = ["2022", "2023", "2024"];
    expect(outer!.outcome).toMatchObject({ names: { municipal: ["Jönköping", "Habo", "Mullsjö"], years } });
    expect(inner!.outcome).toMatchObject({ names: { years } });
  });
  test("with the names beside the result, where the key has none", async () => {
    const [, outer] = await at("K33", { ...table, formula: table.formula.replace("B2:B4", "{6;3;1}") });
    expect(outer!.outcome).toMatchObject({ names: { municipal: ["Jkpg", "Habo k", "Mullsjö k"] } });
  });
  test("in a table that is turned too", async () => {
    const [outer] = await callsIn({
      formula: "=FINSAM.SPLIT(A10:A12,{3;1},1)",
      fills: "J30:M32",
      cell: "L31",
      cells: {
        ...{ A10: 1000, A11: 2000, A12: 3000, I30: 2022, I31: 2023, I32: 2024 },
        ...{ J29: "Staten", K29: "Regionen", L29: "Habo", M29: "Mullsjö" },
      },
    });
    expect(outer!.outcome).toMatchObject({
      line: 2,
      year: 1,
      result: 375,
      names: { municipal: ["Habo", "Mullsjö"], years: ["2022", "2023", "2024"] },
    });
  });
  test.each<[string, string, string, unknown]>([
    ["a list of years", "=FINSAM.ALLOCATE(FINSAM.ESCALATE(1000,10%,3),{1;1})", "K31", 1210],
    ["offers, a column a year", "=FINSAM.CEILINGS(FINSAM.ESCALATE(1000,10%,3),9999,9999)", "K30", 1210],
    ["each amount by itself", '=FINSAM.TOTAL(FINSAM.ESCALATE(1000,10%,3),"state")', "K30", 1210],
    ["the same amount for all years", "=FINSAM.ESCALATE(FINSAM.ALLOCATE(1000,{3;1}),10%,3)", "K31", 250],
    ["a key, of which every member counts", "=FINSAM.ALLOCATE(1000,FINSAM.ALLOCATE(10,{3;1}))", "J31", undefined],
  ])("from %s", async (_, formula, cell, result) => {
    const [inner] = await callsIn({ formula, cell, fills: "J30:L34" });
    expect((inner!.outcome as { result?: unknown }).result).toBe(result);
  });
  test("amounts that look like years are not taken for them", async () => {
    const [call] = await callsIn({
      formula: "=FINSAM.ALLOCATE(J30:L30,{1;1})",
      fills: "J31:L32",
      cell: "J31",
      cells: { J30: 1950, K30: 2021, L30: 2100 },
    });
    expect((call!.outcome as { names: object }).names).not.toHaveProperty("years");
  });
});
