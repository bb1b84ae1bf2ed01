/*
 * All that the grid's workbook holds, as Excel would give it (src/workbook/contents.ts).
 */
import type { Cell, CellPosition, Model } from "@odoo/o-spreadsheet";
import { excelFormula } from "../engine/gridFormula";
import { excelCode } from "../engine/values";
import { isControlName } from "../scenarios/checks";
import { ownIn, type Block, type Contents, type OwnCell, type SheetContents } from "../workbook/contents";

export function readContents(model: Model): Contents {
  const { getters } = model;
  return {
    sheets: getters.getSheetIds().map((sheetId) => readSheet(model, sheetId)),
    unread: [],
    isManual: false,
  };
}

function readSheet(model: Model, sheetId: string): SheetContents {
  const { getters } = model;
  const positions = getters.getEvaluatedCellsPositions(sheetId);
  const name = getters.getSheetName(sheetId);
  if (positions.length === 0) return { name, blocks: [], own: [] };
  const rows = 1 + Math.max(...positions.map(({ row }) => row));
  const columns = 1 + Math.max(...positions.map(({ col }) => col));
  const grid = <Value>(of: (position: CellPosition) => Value) =>
    Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, col) => of({ sheetId, col, row })));
  const valueAt = (position: CellPosition) => {
    const { value } = getters.getEvaluatedCell(position);
    // Excel has the same word for it.
    return value === "#SPILL!" ? value : (excelCode(value) ?? value ?? "");
  };
  const contentAt = (position: CellPosition) => contentOf(getters.getCell(position), model) ?? valueAt(position);
  const block: Block = { top: 0, left: 0, formulas: grid(contentAt), values: grid(valueAt) };
  const control = controlOf(model, sheetId);
  const own = ownIn(block).map((cell) => ownCell(model, sheetId, cell));
  return { name, blocks: [block], own, ...(control && { control }) };
}

/** The grid's names are the whole workbook's, so that each sheet's has a number after it. */
function controlOf({ getters }: Model, sheetId: string): SheetContents["control"] {
  const named = getters.getNamedRanges().find(({ name, range }) => range.sheetId === sheetId && isControlName(name));
  return named && { row: named.range.zone.top, column: named.range.zone.left };
}

/** Undefined for what somebody typed; "" for a cell that another one's formula fills. */
function contentOf(cell: Cell | undefined, { getters }: Model): string | undefined {
  if (!cell) return "";
  return cell.isFormula ? excelFormula(cell.compiledFormula.toFormulaString(getters)) : undefined;
}

function ownCell({ getters }: Model, sheetId: string, { row, column }: { row: number; column: number }): OwnCell {
  const position = { sheetId, col: column, row };
  const isBlocked = getters.getEvaluatedCell(position).value === "#SPILL!";
  const zone = getters.getSpreadZone(position, { ignoreSpillError: true });
  const size = zone
    ? { rows: zone.bottom - zone.top + 1, columns: zone.right - zone.left + 1 }
    : { rows: 1, columns: 1 };
  if (!isBlocked) return { row, column, ...size };
  return { row, column, rows: 1, columns: 1, blocked: { why: "cells", ...(zone && { needs: size }) } };
}
