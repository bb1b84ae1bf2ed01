/*
 * Reading in the grid what a cell's formula refers to, as officeReading.ts does in Excel. The grid's formulas know no
 * table references, so there are none to find.
 */
import type { Cell, CellPosition, Model } from "@odoo/o-spreadsheet";
import { excelFormula } from "../engine/gridFormula";
import { excelCode } from "../engine/values";
import { countOf, zoneAt, type Zone } from "../scenarios/zone";
import {
  aboveOf,
  leftOf,
  mostCellsRead,
  type ActiveCell,
  type Cells,
  type CellValue,
  type Place,
  type Reference,
  type ReferenceAnswer,
} from "../workbook/reading";

export function readActiveCell({ getters }: Model): ActiveCell {
  const position = getters.getActivePosition();
  const { sheetId, row, col } = position;
  const cell = {
    kind: "cell",
    place: { sheet: getters.getSheetName(sheetId), row, column: col },
    value: valueAt(getters, position),
    text: getters.getEvaluatedCell(position).formattedValue,
  } as const;
  // A formula that fills its own cell alone, or cannot fill the others, fills nothing by the grid's own account.
  const source = getters.getArrayFormulaSpreadingOn(position) ?? position;
  const formula = formulaIn(getters.getCell(source), getters);
  if (formula === undefined) return cell;
  return { ...cell, source: { formula, zone: getters.getSpreadZone(source) ?? zoneAt(source.row, source.col) } };
}

function formulaIn(cell: Cell | undefined, getters: Getters): string | undefined {
  return cell?.isFormula ? excelFormula(cell.compiledFormula.toFormulaString(getters)) : undefined;
}

/** More than can be read is "tooLarge". */
export function readReferences(
  { getters }: Model,
  references: readonly Reference[],
  from: Place,
): readonly ReferenceAnswer[] | "tooLarge" {
  const found = references.map((reference) => locate(getters, reference, from));
  const cells = found.reduce((sum, each) => sum + (each ? countOf(each.zone) : 0), 0);
  if (cells > mostCellsRead) return "tooLarge";
  return found.map((each): ReferenceAnswer => {
    if (!each) return { kind: "missing" };
    const { sheetId, zone } = each;
    const read = (part: Zone | undefined) => (part ? valuesIn(getters, sheetId, part) : []);
    const sheet = getters.getSheetName(sheetId);
    return { kind: "cells", sheet, zone, values: read(zone), left: read(leftOf(zone)), above: read(aboveOf(zone)) };
  });
}

type Getters = Model["getters"];

function locate(getters: Getters, reference: Reference, from: Place): { sheetId: string; zone: Zone } | undefined {
  if (reference.kind === "table") return undefined;
  const sheetId = getters.getSheetIdByName(reference.sheet ?? from.sheet);
  if (sheetId === undefined) return undefined;
  switch (reference.kind) {
    case "cells":
      return { sheetId, zone: onSheet(getters, sheetId, reference.zone) };
    case "spill": {
      const zone = getters.getSpreadZone({ sheetId, row: reference.row, col: reference.column });
      return zone && { sheetId, zone };
    }
    case "name": {
      const wanted = reference.name.toLowerCase();
      const range = getters.getNamedRanges().find(({ name }) => name.toLowerCase() === wanted)?.range;
      return range && { sheetId: range.sheetId, zone: range.zone };
    }
  }
}

/** Whole columns and rows reach to the end of the grid's sheet, which is smaller than Excel's. */
function onSheet(getters: Getters, sheetId: string, { top, left, bottom, right }: Zone): Zone {
  return {
    top,
    left,
    bottom: Math.min(bottom, getters.getNumberRows(sheetId) - 1),
    right: Math.min(right, getters.getNumberCols(sheetId) - 1),
  };
}

function valuesIn(getters: Getters, sheetId: string, { top, left, bottom, right }: Zone): Cells {
  return Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (__, column) =>
      valueAt(getters, { sheetId, row: top + row, col: left + column }),
    ),
  );
}

function valueAt(getters: Getters, position: CellPosition): CellValue {
  const { value } = getters.getEvaluatedCell(position);
  // The grid shows a formula that has no room as Excel does, though it takes it for another error in calculation.
  if (value === "#SPILL!") return { code: "#SPILL!" };
  const code = excelCode(value);
  return code === undefined ? value : { code };
}

/** Who is told that another cell or sheet has become active, in the grid that is open at the time. */
export interface SelectionChanges {
  /** From now on the grid is this one. */
  follow(model: Model): void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function selectionChanges(): SelectionChanges {
  const listeners = new Set<() => void>();
  const owner = {};
  let followed: Model | undefined;
  return {
    follow(model) {
      followed?.off("update", owner);
      followed = model;
      let before = placeOf(model);
      // The grid tells of everything that happens in it.
      model.on("update", owner, () => {
        const now = placeOf(model);
        if (now === before) return;
        before = now;
        for (const listener of listeners) listener();
      });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function placeOf({ getters }: Model): string {
  const { sheetId, row, col } = getters.getActivePosition();
  return `${sheetId}/${row}/${col}`;
}
