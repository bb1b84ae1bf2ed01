/*
 * The grid's workbook as a whole, for the pane and the ribbon (src/workbook/wholeWorkbook.ts).
 */
import type { Model } from "@odoo/o-spreadsheet";
import { workbenchTexts } from "../i18n/workbench";
import type { EnteredCell, Entry, WholeWorkbook } from "../workbook/wholeWorkbook";
import { readContents } from "./contents";
import type { Files } from "./file/files";

/** `model` is asked for each time, as it can be replaced; `files` makes files of it. */
export function gridWholeWorkbook(
  model: () => Model,
  isEditing: () => boolean,
  files: Pick<Files, "handOut" | "downloadCopy">,
): WholeWorkbook {
  /** Refused while a cell is being typed in, as Excel does. */
  const unlessEditing = <Answer>(answer: () => Answer) =>
    Promise.resolve(
      isEditing() ? ({ kind: "refused", reason: "editing", message: workbenchTexts().editing } as const) : answer(),
    );
  return {
    contents: () => unlessEditing(() => ({ kind: "contents", contents: readContents(model()) })),
    // What a formula fills has no content of its own here.
    areTyped: (places) => unlessEditing(() => ({ kind: "typed", typed: places.map(() => true) })),
    goTo: (sheet, { top, left, bottom, right }) =>
      unlessEditing(() => {
        const { getters, selection, dispatch } = model();
        const sheetId = getters.getSheetIdByName(sheet);
        if (sheetId === undefined) return { kind: "gone" };
        if (!getters.isSheetVisible(sheetId)) return { kind: "hidden" };
        const active = getters.getActiveSheetId();
        if (active !== sheetId) dispatch("ACTIVATE_SHEET", { sheetIdFrom: active, sheetIdTo: sheetId });
        selection.selectZone({ cell: { col: left, row: top }, zone: { top, left, bottom, right } });
        return { kind: "shown" };
      }),
    enterAgain: (entries) =>
      unlessEditing(() => ({ kind: "entered", cells: entries.map((entry) => enter(model(), entry)) })),
    // The workbench has the add-in open beside every workbook.
    loadNoMore: () => Promise.resolve(),
    file: async (work) => {
      const handed = await files.handOut(work?.progress);
      if (handed.kind === "problem") return { kind: "refused", reason: "notHere", message: handed.sentence };
      return handed;
    },
    openAsNew: (base64) =>
      Promise.resolve({
        kind: "downloaded",
        name: files.downloadCopy(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))),
      }),
  };
}

function enter({ getters, dispatch }: Model, { sheet, row, column, formula }: Entry): EnteredCell {
  const sheetId = getters.getSheetIdByName(sheet);
  if (sheetId === undefined) return { kind: "notEntered", reason: "other", message: "" };
  const position = { sheetId, col: column, row };
  const { isSuccessful } = dispatch("UPDATE_CELL", { ...position, content: formula });
  const { notWritten, locked } = workbenchTexts();
  if (!isSuccessful) {
    return getters.isSheetLocked(sheetId)
      ? { kind: "notEntered", reason: "protected", message: locked }
      : { kind: "notEntered", reason: "other", message: notWritten };
  }
  return { kind: "shows", value: getters.getEvaluatedCell(position).value };
}
