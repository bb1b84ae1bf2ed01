/*
 * Evaluates a laid-out scenario as a spreadsheet does: written to a workbook of its own, every cell's value read,
 * those that a formula fills too.
 */
import * as library from "@odoo/o-spreadsheet";
import type { LaidOutSheet } from "../scenarios/layout";
import type { Engine } from "./engine";
import { locales } from "./locales";
import { toWorkbookData } from "./planWorkbook";
import { quietly } from "./quietly";
import { readEvaluated, type EvaluatedSheet } from "./readEvaluated";

export type { EvaluatedCell, EvaluatedSheet } from "./readEvaluated";

/** The engine has registered the add-in's functions; the sheet gets a workbook that nothing else is in. */
export function evaluateSheet(engine: Engine, sheet: LaidOutSheet): EvaluatedSheet {
  const data = { ...toWorkbookData(sheet), settings: { locale: locales[engine.language] } };
  const model = quietly(() => new library.Model(data));
  return readEvaluated(model, model.getters.getActiveSheetId(), sheet);
}
