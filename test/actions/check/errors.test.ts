/*
 * Cells of ours that show an error, or less than their result, each told once and where it begins.
 */
import { findProblems } from "../../../src/actions/check/findProblems";
import { readContents } from "../../../src/workbench/contents";
import type { Blocked, Contents, OwnCell } from "../../../src/workbook/contents";
import { found, open, problemsIn, table } from "./workbook";

const split = "=FINSAM.SPLIT(7348,,1)";
const aText = (text: string): unknown =>
  expect.objectContaining({ code: "notANumber", data: expect.objectContaining({ got: text }) });
const never: unknown = expect.objectContaining({ code: "capNeverReached" });

test.each<[string, string[], object]>([
  [
    "a function's own error, with what it is about",
    ["=FINSAM.SPLIT(B1) | många"],
    { kind: "error", at: "A1", error: "#VALUE!", cells: 1, problem: aText("många") },
  ],
  [
    "an answer that does not exist",
    ["=FINSAM.YEARSTOCAP(100,0,200)"],
    { kind: "error", at: "A1", error: "#N/A", cells: 1, problem: never },
  ],
  [
    "an answer among several that does not exist, in its own cell",
    ["=FINSAM.YEARSTOCAP(B1:B3,10%,200) | 100", " | 0", " | 0"],
    { kind: "error", at: "A2", error: "#N/A", cells: 2, problem: never },
  ],
  [
    "an error inside another function, of which only Excel knows more",
    ['=ROUND(FINSAM.SPLIT("a"),0)'],
    { kind: "error", at: "A1", error: "#VALUE!", cells: 1 },
  ],
  [
    "a call whose argument is a call that fails",
    ['=FINSAM.SPLIT(FINSAM.TOTAL("a","state"))'],
    { kind: "error", at: "A1", error: "#VALUE!", cells: 1, problem: aText("a") },
  ],
  [
    "the error of a cell that it refers to",
    ["=FINSAM.SPLIT(B1:B2) | 1", " | =1/0"],
    { kind: "inherited", at: "A1", error: "#DIV/0!", from: "B2" },
  ],
  [
    "a name that is no function of ours",
    ["=FINSAM.SPLT(1)"],
    { kind: "unknownFunction", at: "A1", name: "FINSAM.SPLT" },
  ],
  ["a function that Excel has lost", ["=_xldudf_FINSAM_SPLIT(7348)"], { kind: "lost", at: "A1" }],
  ["a deleted argument", ["=FINSAM.SPLIT(#REF!,,1)"], { kind: "cutOff", at: "A1" }],
  ["a result with something in its way", [split, "", "x"], { kind: "spill", at: "A1", why: "cells", by: "A3" }],
  [
    "a result of which an @ shows one cell",
    ["=@FINSAM.SPLIT(7348,,1)"],
    { kind: "single", at: "A1", rows: 3, columns: 1 },
  ],
])("%s", async (_, rows, finding) => {
  if (rows[0]!.includes("@")) return expect(await withAt(rows)).toEqual([finding]);
  expect(await found(rows)).toEqual([finding]);
});

/** The engine has no @: what Excel gives for such a formula is put into its place. */
async function withAt(rows: readonly string[]) {
  const contents = readContents(open({ Blad1: table(rows.map((row) => row.replace("@", ""))) }));
  const [sheet] = contents.sheets;
  const [block] = sheet!.blocks;
  const single = {
    ...sheet!,
    own: sheet!.own.map((own) => ({ ...own, rows: 1, columns: 1 })),
    blocks: [{ ...block!, formulas: [[rows[0]!]], values: [[3674]] }],
  };
  return (await problemsIn({ sheets: [single] })).map((each) => ({ ...each, at: "A1" }));
}

test("lost cells side by side are one finding", async () => {
  const lost = '=_xldudf_FINSAM_TOTAL(1,"state")';
  expect(await found([`${lost} | ${lost}`, `${lost} | ${lost}`, "", lost])).toEqual([
    { kind: "lost", at: "A1:B2" },
    { kind: "lost", at: "A4" },
  ]);
});

test("an error that comes from another cell of ours is told there and not again", async () => {
  const rows = ['=FINSAM.TOTAL(B1,"state") | många', "=FINSAM.SPLIT(A1)"];
  expect(await found(rows)).toEqual([expect.objectContaining({ kind: "error", at: "A1" })]);
});

test("nor where cells that are not ours hand it on", async () => {
  const rows = ['=FINSAM.TOTAL(B1,"state") | många', "=A1*2", "=SUM(A1:A2)", "=FINSAM.SPLIT(A3)"];
  expect(await found(rows)).toEqual([expect.objectContaining({ kind: "error", at: "A1" })]);
});

test("an error that is handed on is told where it begins", async () => {
  const rows = ["=1/0", "=A1*2", "=SUM(A1:A2)", "=FINSAM.SPLIT(A3)"];
  expect(await found(rows)).toEqual([{ kind: "inherited", at: "A4", error: "#DIV/0!", from: "A1" }]);
});

test("cells that refer to each other in a circle come to an end", async () => {
  const outcome = await found(["=A2+1", "=A1+1", "=FINSAM.SPLIT(A1)"]);
  expect(outcome).toEqual([expect.objectContaining({ kind: "inherited", at: "A3" })]);
});

test("an error on another sheet is told with the sheet", async () => {
  const others = { "Blad 2": table(["=1/0"]) };
  expect(await found(["=FINSAM.SPLIT('Blad 2'!A1)"], others)).toEqual([
    { kind: "inherited", at: "A1", error: "#DIV/0!", from: "Blad 2!A1" },
  ]);
});

test.each([
  ["an error that the formula replaces", '=IFNA(FINSAM.YEARSTOCAP(100,0,200),"aldrig")'],
  ["an error in a cell that is not ours", "=1/0"],
  ["a text that looks like an error", "#N/A saknas"],
  ["a single value with an @", '=FINSAM.TOTAL(3674,"state")'],
])("%s is none", async (_, formula) => {
  expect(await found([formula])).toEqual([]);
});

describe("what only Excel tells", () => {
  /** One cell of ours, as Excel has it. */
  const one = (value: unknown, own: Partial<OwnCell> = {}): Pick<Contents, "sheets"> => ({
    sheets: [
      {
        name: "Blad1",
        blocks: [{ top: 4, left: 1, formulas: [[split], [""], [""]], values: [[value], [""], ["x"]] }],
        own: [{ row: 4, column: 1, rows: 1, columns: 1, ...own }],
      },
    ],
  });
  const at = { sheet: "Blad1", zone: { top: 4, left: 1, bottom: 4, right: 1 } };
  const blocked = (given: Blocked) => one("#SPILL!", { blocked: given });

  test.each<[string, Pick<Contents, "sheets">, object]>([
    ["an error by its Swedish name", one("#NAMN?"), { kind: "lost" }],
    ["an error that it has no other name for", one("#FÄLT!"), { kind: "error", error: "#FÄLT!", cells: 1 }],
    ["a result that is not there yet", one("#BUSY!"), { kind: "busy" }],
    ["that the result is in a table", blocked({ why: "table" }), { kind: "spill", why: "table" }],
    ["that it ends beyond the sheet", blocked({ why: "edge" }), { kind: "spill", why: "edge" }],
    ["that cells are merged", blocked({ why: "merged" }), { kind: "spill", why: "merged" }],
    ["how much room is needed", blocked({ why: "cells", needs: { rows: 3, columns: 1 } }), { kind: "spill", why: "cells", by: { top: 6, left: 1, bottom: 6, right: 1 } }], // prettier-ignore
    ["not even that", blocked({ why: "unknown" }), { kind: "spill", why: "cells", by: { top: 6, left: 1, bottom: 6, right: 1 } }], // prettier-ignore
    ["and nothing that is in the way", blocked({ why: "cells", needs: { rows: 2, columns: 1 } }), { kind: "spill", why: "cells" }], // prettier-ignore
  ])("%s", async (_, contents, finding) => {
    const expected = "by" in finding ? { ...finding, by: finding.by } : finding;
    expect(await problemsIn(contents)).toEqual([{ at, ...expected }]);
  });
});

test("long work can be stopped between its parts", async () => {
  const contents = readContents(open({ Blad1: table([split]) }));
  const stopped = findProblems(contents, () => Promise.reject(new Error("stopped")));
  await expect(stopped).rejects.toThrow("stopped");
});
