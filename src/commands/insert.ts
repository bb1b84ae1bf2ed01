/*
 * Inserting a scenario from the ribbon, and what there is to say of it.
 */
import { insertScenario } from "../actions/insertScenario";
import { currentUnit } from "../i18n/amountUnit";
import { outcomeNotice } from "../i18n/commands";
import { currentLanguage } from "../i18n/language";
import type { ScenarioId } from "../i18n/scenarios/about";
import { scenarioOf } from "../scenarios/all";
import { findWorkbook } from "../workbook/connect";
import type { Notice } from "./messages";

export async function insertById(id: ScenarioId): Promise<Notice> {
  const language = currentLanguage();
  const scenario = scenarioOf(id);
  const outcome = await insertScenario(scenario, { language, unit: currentUnit(), findWorkbook });
  return outcomeNotice(outcome, scenario.title(language), language);
}
