/*
 * The workbook that the workbench opens on: the first scenario, with the formula behind its table selected.
 */
import type { WorkbookData } from "@odoo/o-spreadsheet";
import { toWorkbookData } from "../engine/planWorkbook";
import type { Language } from "../i18n/language";
import { scenarios } from "../scenarios/all";
import { layOut, type LaidOutSheet } from "../scenarios/layout";

export interface OpeningWorkbook {
  readonly sheet: LaidOutSheet;
  readonly data: Partial<WorkbookData>;
  readonly selected: { readonly col: number; readonly row: number };
}

export function openingWorkbook(language: Language): OpeningWorkbook {
  const sheet = layOut(scenarios[0]!.plan(language));
  const table = sheet.cells.find(({ content, spill }) => spill && String(content).includes("FINSAM.SPLIT"))!;
  return { sheet, data: toWorkbookData(sheet), selected: { col: table.column, row: table.row } };
}
