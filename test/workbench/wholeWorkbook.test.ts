/*
 * The grid's workbook as a whole: read as Excel's is, shown where something was found, and written again.
 */
import type { Model } from "@odoo/o-spreadsheet";
import { quietly } from "../../src/engine/quietly";
import type { HandedOut } from "../../src/workbench/file/files";
import { gridWholeWorkbook } from "../../src/workbench/wholeWorkbook";
import { open, type Cells } from "../actions/check/workbook";

const split = "=FINSAM.SPLIT(7348,,1)";

/** Where the workbench makes files and hands them over, as a test has it answer. */
function filesThat(handed: HandedOut) {
  const downloaded: Uint8Array[] = [];
  const downloadCopy = (bytes: Uint8Array) => {
    downloaded.push(bytes);
    return "Budget – kopia.xlsx";
  };
  return { handOut: () => Promise.resolve(handed), downloadCopy, downloaded };
}

function workbookOf(
  sheets: Readonly<Record<string, Cells>>,
  isEditing = false,
  files = filesThat({ kind: "stopped" }),
) {
  const model = open(sheets);
  const workbook = gridWholeWorkbook(
    () => model,
    () => isEditing,
    files,
  );
  return { model, workbook };
}

const active = ({ getters }: Model) => ({
  sheet: getters.getSheetName(getters.getActiveSheetId()),
  zone: getters.getSelectedZone(),
});

test("contents are those that Excel gives: formulas in English, nothing for what they fill", async () => {
  const { workbook } = workbookOf({ Plan: { A1: split, B1: 5, B2: "=B1/0", B3: "=FINSAM.SPLIT(B1)", B4: "i vägen" }, Tomt: {} }); // prettier-ignore
  const read = await workbook.contents();
  expect(read).toMatchObject({
    kind: "contents",
    contents: {
      unread: [],
      isManual: false,
      sheets: [
        {
          name: "Plan",
          own: [
            { row: 0, column: 0, rows: 3, columns: 1 },
            { row: 2, column: 1, rows: 1, columns: 1, blocked: { why: "cells", needs: { rows: 3, columns: 1 } } },
          ],
        },
        { name: "Tomt", blocks: [], own: [] },
      ],
    },
  });
  const [block] = (read as Extract<typeof read, { kind: "contents" }>).contents.sheets[0]!.blocks;
  expect(block!.formulas.slice(0, 4)).toEqual([
    [split, 5],
    ["", "=B1/0"],
    ["", "=FINSAM.SPLIT(B1)"],
    ["", "i vägen"],
  ]);
  expect(block!.values.slice(0, 4)).toEqual([
    [3674, 5],
    [1837, "#DIV/0!"],
    [1837, "#SPILL!"],
    ["", "i vägen"],
  ]);
});

test("going to a cell shows its sheet and selects it", async () => {
  const { model, workbook } = workbookOf({ Först: {}, Plan: { A1: 1 } });
  const zone = { top: 3, left: 1, bottom: 5, right: 2 };
  expect(await workbook.goTo("Plan", zone)).toEqual({ kind: "shown" });
  expect(active(model)).toEqual({ sheet: "Plan", zone });
  expect(await workbook.goTo("Borta", zone)).toEqual({ kind: "gone" });
});

test("a hidden sheet is told, and not shown", async () => {
  const { model, workbook } = workbookOf({ Först: {}, Plan: {} });
  quietly(() => model.dispatch("HIDE_SHEET", { sheetId: "s1" }));
  expect(await workbook.goTo("Plan", { top: 0, left: 0, bottom: 0, right: 0 })).toEqual({ kind: "hidden" });
  expect(active(model).sheet).toBe("Först");
});

test("formulas are entered again, and what they show at once is told", async () => {
  const { workbook } = workbookOf({ Plan: { A1: "=_xldudf_FINSAM_SPLIT(7348,,1)" } });
  const entries = [
    { sheet: "Plan", row: 0, column: 0, formula: split },
    { sheet: "Borta", row: 0, column: 0, formula: split },
  ];
  expect(await quietly(() => workbook.enterAgain(entries))).toEqual({
    kind: "entered",
    cells: [
      { kind: "shows", value: 3674 },
      { kind: "notEntered", reason: "other", message: "" },
    ],
  });
});

test("on a locked sheet nothing is entered", async () => {
  const { model, workbook } = workbookOf({ Plan: {} });
  quietly(() => model.dispatch("LOCK_SHEET", { sheetId: "s0" }));
  const entered = await quietly(() => workbook.enterAgain([{ sheet: "Plan", row: 0, column: 0, formula: split }]));
  expect(entered).toMatchObject({ cells: [{ kind: "notEntered", reason: "protected" }] });
});

test("while a cell is being typed in, all of it is refused as in Excel", async () => {
  const { workbook } = workbookOf({ Plan: {} }, true);
  const refused = { kind: "refused", reason: "editing" };
  expect(await workbook.contents()).toMatchObject(refused);
  expect(await workbook.goTo("Plan", { top: 0, left: 0, bottom: 0, right: 0 })).toMatchObject(refused);
  expect(await workbook.enterAgain([])).toMatchObject(refused);
});

describe("its file", () => {
  const fileOf = (handed: HandedOut) => workbookOf({ Plan: {} }, false, filesThat(handed)).workbook.file();

  test("is the one that saving would write", async () => {
    const bytes = Uint8Array.of(80, 75, 3, 4, 255);
    expect(await fileOf({ kind: "file", bytes })).toEqual({ kind: "file", bytes });
  });

  test("is none where the user has thought better of it", async () => {
    expect(await fileOf({ kind: "stopped" })).toEqual({ kind: "stopped" });
  });

  test("is none where it cannot be written, and the sentence says why", async () => {
    const sentence = "Filen är för stor.";
    expect(await fileOf({ kind: "problem", sentence })).toEqual({ kind: "refused", reason: "notHere", message: sentence }); // prettier-ignore
  });

  test("of a copy goes to the user's downloads, byte for byte, and its name is told", async () => {
    const files = filesThat({ kind: "stopped" });
    const { workbook } = workbookOf({ Plan: {} }, false, files);
    expect(await workbook.openAsNew("UEsDBP8=")).toEqual({ kind: "downloaded", name: "Budget – kopia.xlsx" });
    expect(files.downloaded).toEqual([Uint8Array.of(80, 75, 3, 4, 255)]);
  });
});
