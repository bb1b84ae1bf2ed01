/*
 * The workbook that the workbench opens on: the first scenario, with the formula behind its table selected.
 */
import { toWorkbookData } from "../engine/planWorkbook";
import type { Language } from "../i18n/language";
import { scenarios } from "../scenarios/all";
import { layOut } from "../scenarios/layout";
import type { OpenedWorkbook } from "./grid";

export function openingWorkbook(language: Language): OpenedWorkbook {
  const sheet = layOut(scenarios[0]!.plan(language));
  const table = sheet.cells.find(({ content, spill }) => spill && String(content).includes("FINSAM.SPLIT"))!;
  return { data: toWorkbookData(sheet), selected: { col: table.column, row: table.row } };
}
