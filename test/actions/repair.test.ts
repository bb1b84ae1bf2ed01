/*
 * Cells that lost the add-in, entered again in Excel: whatever the form in which they are shown, and what cannot be
 * is named with what to do.
 */
import { repair } from "../../src/actions/repair";
import { failuresOf, repairNotice, repairTexts, unsearched } from "../../src/i18n/repair";
import { excelWorkbook } from "../../src/workbook/office";
import type { Workbook } from "../../src/workbook/port";
import { workbookThat } from "../workbook/answering";
import { fakeCells, type Book, type Cell } from "../workbook/excelCells";

const name = (formula: string): Cell => ({ formula, value: "#NAME?" });

async function repairIn(cells: Readonly<Record<string, Cell>>, book: Partial<Book> = {}, isProtected = false) {
  const excel = fakeCells({
    sheets: [{ name: "Budget 2021", cells, isProtected }],
    calculate: (formula) => (formula.includes("okänt") ? "#NAMN?" : "#BUSY!"),
    ...book,
  });
  const outcome = await repair({ findWorkbook: () => Promise.resolve(excelWorkbook) });
  const failures = outcome.kind === "repaired" ? failuresOf(outcome.failed, "sv") : [];
  const failed = failures.map(({ reason, items }) => [reason, ...items.map(({ text }) => text)]);
  return { ...excel, outcome, failed, text: repairNotice(outcome, "sv").text };
}

test.each([
  ["=_xldudf_FINSAM_SPLIT(7348,,1)", "=FINSAM.SPLIT(7348,,1)"],
  ["=FINSAM.SPLIT(7348,,1)", "=FINSAM.SPLIT(7348,,1)"],
  ["='C:\\tillägg\\X.xla'!_xldudf_FINSAM_SPLIT(7348)", "=FINSAM.SPLIT(7348)"],
  ["=SUM(_xldudf_FINSAM_SPLIT(A1),1)", "=SUM(FINSAM.SPLIT(A1),1)"],
])("%s is entered again as %s", async (shown, entered) => {
  const { outcome, cell, text } = await repairIn({ B4: name(shown) });
  expect(outcome).toEqual({ kind: "repaired", repaired: 1, failed: [], unread: [] });
  expect(cell("Budget 2021", "B4")!.formula).toBe(entered);
  expect(text).toBe("En cell är inskriven på nytt.");
});

test("one that still shows its last value is entered again too, before it is lost", async () => {
  const { outcome } = await repairIn({ B4: { formula: "=_xldudf_FINSAM_SPLIT(7348)", value: 3674 } });
  expect(outcome).toMatchObject({ repaired: 1 });
});

test("by its Swedish name the error is the same", async () => {
  const { outcome } = await repairIn({ B4: { formula: "=FINSAM.SPLIT(7348)", value: "#NAMN?" } });
  expect(outcome).toMatchObject({ repaired: 1 });
});

test.each<[string, Cell]>([
  ["a cell that computes", { formula: '=FINSAM.TOTAL(1,"state")', value: 2 }],
  ["another function's #NAME?", name("=OKÄND(1)")],
  ["a text that says so", "#NAME?"],
])("%s is left alone, and nothing is written", async (_, cell) => {
  const { outcome, state, text } = await repairIn({ B4: cell });
  expect(outcome).toMatchObject({ kind: "repaired", repaired: 0, failed: [] });
  expect(text).toBe("Inget att reparera: inga FINSAM-formler visar #NAMN?.");
  expect(state.syncs).toBe(3);
});

describe("what could not be is named, by the reason", () => {
  test("locked cells of a protected sheet", async () => {
    const { text, failed } = await repairIn({ B4: name("=FINSAM.SPLIT(1)"), B5: name("=FINSAM.SPLIT(2)") }, {}, true);
    expect(text).toBe("Ingen cell kunde skrivas in på nytt.");
    expect(failed).toEqual([["protected", "'Budget 2021'!B4:B5"]]);
  });

  test("an array formula, beside one that could be", async () => {
    const array = { formula: "=FINSAM.SPLIT(1)", value: "#NAME?", isArray: true };
    const { text, failed } = await repairIn({ A1: name("=FINSAM.SPLIT(2)"), B4: array, B5: array });
    expect(text).toBe("En cell är inskriven på nytt. 2 celler gick inte, av det skäl som står nedan.");
    expect(failed).toEqual([["array", "'Budget 2021'!B4:B5"]]);
  });

  test("a function that does not exist, which is not even tried", async () => {
    const { failed, cell } = await repairIn({ B4: name("=_xldudf_FINSAM_SPLT(1)") });
    expect(failed).toEqual([["unknownFunction", "'Budget 2021'!B4: FINSAM.SPLT finns inte."]]);
    expect(cell("Budget 2021", "B4")!.formula).toBe("=_xldudf_FINSAM_SPLT(1)");
  });

  test("another name in the formula", async () => {
    const { failed } = await repairIn({ B4: name("=FINSAM.SPLIT(okänt)") });
    expect(failed).toEqual([["otherName", "'Budget 2021'!B4"]]);
  });

  test("what Excel says, with the cells of which it says so", () => {
    const cell = { sheet: "A", row: 0, column: 0, reason: "other", message: "Excel's words" } as const;
    const cells = [cell, { ...cell, column: 1 }, { ...cell, row: 5, message: "" }, { ...cell, sheet: "B" }];
    expect(failuresOf(cells, "sv")).toEqual([
      {
        reason: "other",
        items: [
          { at: { sheet: "A", zone: { top: 0, left: 0, bottom: 0, right: 1 } }, text: "A!A1:B1: Excel's words" },
          { at: { sheet: "A", zone: { top: 5, left: 0, bottom: 5, right: 0 } }, text: "A!A6" },
          { at: { sheet: "B", zone: { top: 0, left: 0, bottom: 0, right: 0 } }, text: "B!A1: Excel's words" },
        ],
      },
    ]);
    expect(repairTexts("sv").failed.other.todo).toBe("Klicka i formelfältet och tryck Retur.");
  });

  test("a cell that is being edited", async () => {
    const { text } = await repairIn({ B4: name("=FINSAM.SPLIT(1)") }, { refuses: { from: 4, code: "InvalidOperationInCellEditMode" } }); // prettier-ignore
    expect(text).toMatch(/^Arbetsboken kunde inte repareras\. En cell redigeras just nu\./);
  });
});

test("stopped while it reads, nothing has changed", async () => {
  const stopped = workbookThat({ contents: () => Promise.resolve({ kind: "stopped" }) });
  const outcome = await repair({ findWorkbook: () => Promise.resolve(stopped) });
  expect(repairNotice(outcome, "en")).toEqual({
    kind: "hint",
    text: "The repair was stopped, and nothing has been changed.",
  });
});

test("stopped while it writes, the rest is named", async () => {
  fakeCells({ sheets: [{ name: "A", cells: { A1: name("=FINSAM.SPLIT(1)"), A3: name("=FINSAM.SPLIT(1)") } }] });
  const workbook: Workbook = {
    ...excelWorkbook,
    enterAgain: () => Promise.resolve({ kind: "entered", cells: [{ kind: "shows", value: 1 }] }),
  };
  const outcome = await repair({ findWorkbook: () => Promise.resolve(workbook) });
  expect(outcome).toMatchObject({ repaired: 1, failed: [{ row: 2, column: 0, reason: "stopped" }] });
});

test("without a workbook, that is said", async () => {
  const outcome = await repair({ findWorkbook: () => Promise.resolve(undefined) });
  expect(repairNotice(outcome, "en").text).toBe("The workbook could not be repaired. No workbook is open here.");
});

test("a sheet that was not searched is said", () => {
  const unread = [{ sheet: "Vilse", cells: 6_000_000 }];
  expect(unsearched({ kind: "repaired", repaired: 0, failed: [], unread }, "sv")).toEqual([
    expect.stringContaining("Bladet ”Vilse” är för stort och har inte sökts igenom"),
  ]);
  expect(unsearched({ kind: "stopped" }, "sv")).toEqual([]);
});
