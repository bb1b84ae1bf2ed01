/*
 * The grid as the pane's workbook (src/workbook/port.ts): the same refusals as in Excel, so that what works here
 * works there.
 */
import type { CellPosition, Model, Zone } from "@odoo/o-spreadsheet";
import { excelCode } from "../engine/values";
import { workbenchTexts } from "../i18n/workbench";
import { toAddress } from "../scenarios/zone";
import { errorName } from "../workbook/errorName";
import type { Insertion, Outcome, SelectedReference, Selection, Workbook } from "../workbook/port";
import type { Book } from "./file/book";
import type { Files } from "./file/files";
import { insertSheet } from "./insertSheet";
import type { Libraries } from "./load";
import { readActiveCell, readReferences, type SelectionChanges } from "./reading";
import { gridWholeWorkbook } from "./wholeWorkbook";

type Helpers = Libraries["spreadsheet"]["helpers"];

/** `isEditing` says whether a cell is being typed in; `model` is asked for each time, as it can be replaced. */
export function gridWorkbook(
  model: () => Model,
  book: () => Book,
  helpers: Helpers,
  isEditing: () => boolean,
  selection: SelectionChanges,
  files: Pick<Files, "handOut" | "downloadCopy">,
): Workbook {
  /** Refused while a cell is being typed in, as Excel does. */
  const unlessEditing = <Answer>(answer: () => Answer) =>
    Promise.resolve(
      isEditing() ? ({ kind: "refused", reason: "editing", message: workbenchTexts().editing } as const) : answer(),
    );
  return {
    ...gridWholeWorkbook(model, isEditing, files),
    insertFormula: (request) => unlessEditing(() => insertFormula(model(), helpers, request)),
    // What comes from the pane's frame is of that page's own kinds of objects, which the library does not copy.
    insertSheet: (sheet) => unlessEditing(() => insertSheet(model(), helpers, structuredClone(sheet), book())),
    selection: () => unlessEditing(() => readSelection(model())),
    selectedReference: () => unlessEditing(() => readReference(model())),
    activeCell: () => unlessEditing(() => readActiveCell(model())),
    readReferences: (references, from) =>
      unlessEditing(() => {
        const read = readReferences(model(), references, from);
        return read === "tooLarge" ? { kind: "refused", reason: "tooLarge", message: "" } : read;
      }),
    onSelectionChange: selection.subscribe,
  };
}

function readReference({ getters }: Model): SelectedReference {
  const [zone, another] = getters.getSelectedZones();
  if (!zone || another) return { kind: "notOneRange" };
  const sheetId = getters.getActiveSheetId();
  const sheet = getters.getSheetName(sheetId);
  const isEntire =
    (zone.top === 0 && zone.bottom === getters.getNumberRows(sheetId) - 1) ||
    (zone.left === 0 && zone.right === getters.getNumberCols(sheetId) - 1);
  const used = isEntire ? usedPart(getters, zone) : zone;
  return used ? { kind: "reference", sheet, address: toAddress(used) } : { kind: "empty" };
}

/** The smallest zone with all that holds something. */
function usedPart(getters: Model["getters"], zone: Zone): Zone | undefined {
  const sheetId = getters.getActiveSheetId();
  const held = positionsIn(zone).filter(
    (position) => getters.getEvaluatedCell({ sheetId, ...position }).value !== null,
  );
  if (held.length === 0) return undefined;
  const [rows, columns] = [held.map(({ row }) => row), held.map(({ col }) => col)];
  return {
    top: Math.min(...rows),
    bottom: Math.max(...rows),
    left: Math.min(...columns),
    right: Math.max(...columns),
  };
}

function readSelection({ getters }: Model): Selection {
  const [zone, another] = getters.getSelectedZones();
  if (!zone || another) return { kind: "notOneRange" };
  const sheetId = getters.getActiveSheetId();
  const used = usedPart(getters, zone);
  if (!used) return { kind: "empty" };
  const { top, bottom } = used;
  const all = Array.from({ length: bottom - top + 1 }, (_, index) => top + index);
  const rows = all.filter((row) => !getters.isRowHidden(sheetId, row));
  // Of two columns selected, one may hold nothing; it is missed by whoever wanted two.
  const isPair = zone.right - zone.left === 1;
  const left = isPair ? zone.left : used.left;
  const right = isPair ? zone.right : used.right;
  const values = rows.map((row) =>
    Array.from({ length: right - left + 1 }, (_, col) => {
      const { value } = getters.getEvaluatedCell({ sheetId, row, col: left + col });
      return excelCode(value) ?? value ?? "";
    }),
  );
  return { kind: "cells", top, left, values, ...(rows.length < all.length && { rows }) };
}

function insertFormula(model: Model, { toXC }: Helpers, { formula, size, replace }: Insertion): Outcome {
  const { getters } = model;
  const active = getters.getActivePosition();
  const { sheetId, col: left, row: top } = active;
  const right = left + size.columns - 1;
  const bottom = top + size.rows - 1;
  const zone = { left, right, top, bottom };
  const address = toXC(left, top);
  const area = size.rows * size.columns > 1 ? `${address}:${toXC(right, bottom)}` : address;

  if (getters.isSheetLocked(sheetId)) return { kind: "refused", reason: "protected", message: workbenchTexts().locked };
  const written = typeof formula === "string" ? formula : formula({ sheet: getters.getSheetName(sheetId), address });
  if (typeof written !== "string") return written;
  const cell = `${sheetId}!${address}`;
  if (replace !== cell && !isBlank(model, active)) return { kind: "cellTaken", address, cell };
  const isSingle = size.rows === 1 && size.columns === 1;
  if (!isSingle && getters.getTablesOverlappingZones(sheetId, [zone]).length > 0) return { kind: "inTable", address };
  // What the cell's present formula fills is freed when the formula is replaced; another formula's spill is not.
  const isFree = (position: CellPosition) => {
    const source = getters.getArrayFormulaSpreadingOn(position);
    if (source) return source.col === left && source.row === top;
    return (position.col === left && position.row === top) || isBlank(model, position);
  };
  const fits = right < getters.getNumberCols(sheetId) && bottom < getters.getNumberRows(sheetId);
  const positions = fits ? positionsIn(zone).map((cell) => ({ sheetId, ...cell })) : [];
  if (!fits || getters.doesIntersectMerge(sheetId, zone) || !positions.every(isFree)) {
    return { kind: "spillTaken", address: area };
  }
  const result = model.dispatch("UPDATE_CELL", { ...active, content: written });
  // The same formula again is no change, and there all the same.
  const { value } = getters.getEvaluatedCell(active);
  const error = excelCode(value) ?? errorName(value);
  return result.isSuccessful || result.reasons.some((reason) => String(reason) === "NoChanges")
    ? { kind: "inserted", address: area, ...(error !== undefined && { error }) }
    : { kind: "refused", reason: "other", message: workbenchTexts().notWritten };
}

function isBlank({ getters }: Model, position: CellPosition): boolean {
  return !getters.getCell(position)?.isFormula && getters.getEvaluatedCell(position).value === null;
}

function positionsIn({ left, right, top, bottom }: Zone) {
  const columns = Array.from({ length: right - left + 1 }, (_, index) => left + index);
  return columns.flatMap((col) => Array.from({ length: bottom - top + 1 }, (_, index) => ({ col, row: top + index })));
}
