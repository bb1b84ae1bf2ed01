/*
 * Reads what a laid-out scenario shows in a workbook of the engine. The workbook is an argument, so that in the
 * browser the engine stays a script of its own.
 */
import type { EvaluatedCell as EngineCell, Model } from "@odoo/o-spreadsheet";
import type { LaidOutSheet } from "../scenarios/layout";
import { toAddress } from "../xlsx/area";
import { excelCode } from "./values";

type Value = number | string | boolean;

export interface EvaluatedCell {
  readonly address: string;
  /** What the plan calls it. */
  readonly name?: string;
  /** Of the cell that has one; what it fills has a value alone. */
  readonly formula?: string;
  /** null where the cell is blank; an error is its text, such as "#N/A". */
  readonly value: Value | null;
  /** The sentence of a function's own error. */
  readonly message?: string;
}

export interface EvaluatedSheet {
  /** In the order of rows, then columns. */
  readonly cells: readonly EvaluatedCell[];
  readonly value: (address: string) => Value | null;
  /** Rows × columns that the formula of each cell fills, for those that fill more than their own. */
  readonly spills: ReadonlyMap<string, { readonly rows: number; readonly columns: number }>;
}

export function readEvaluated(
  { getters }: Pick<Model, "getters">,
  sheetId: string,
  sheet: LaidOutSheet,
): EvaluatedSheet {
  const planned = new Map(sheet.cells.map((cell) => [cell.address, cell]));
  const cells: EvaluatedCell[] = [];
  const spills = new Map<string, { rows: number; columns: number }>();
  const columns = getters.getNumberCols(sheetId);
  for (let row = 0; row < getters.getNumberRows(sheetId); row++) {
    for (let col = 0; col < columns; col++) {
      const position = { sheetId, row, col };
      const address = toAddress(row, col);
      const cell = planned.get(address);
      const evaluated = getters.getEvaluatedCell(position);
      if (cell === undefined && evaluated.value === null) continue;
      cells.push({
        address,
        ...(cell?.name !== undefined && { name: cell.name }),
        ...(cell?.isFormula && { formula: String(cell.content) }),
        ...valueOf(evaluated),
      });
      const spread = cell?.isFormula ? getters.getSpreadZone(position) : undefined;
      if (spread) spills.set(address, { rows: spread.bottom - row + 1, columns: spread.right - col + 1 });
    }
  }
  const values = new Map(cells.map(({ address, value }) => [address, value]));
  return { cells, spills, value: (address) => values.get(address) ?? null };
}

function valueOf(cell: EngineCell): Pick<EvaluatedCell, "value" | "message"> {
  const { value } = cell;
  const error = excelCode(value);
  if (error === undefined) return { value };
  return cell.message ? { value: error, message: cell.message } : { value: error };
}
