/*
 * Checking and repairing the workbook from the ribbon, and what there is to say of it.
 */
import { checkWorkbook } from "../actions/check";
import { repair } from "../actions/repair";
import { checkNotice, checkTexts } from "../i18n/check";
import { currentLanguage } from "../i18n/language";
import { repairNotice, repairTexts } from "../i18n/repair";
import { findWorkbook } from "../workbook/connect";
import type { Notice } from "./notices";
import { tellingProgress } from "./progress";

export async function checkFromRibbon(): Promise<Notice> {
  const language = currentLanguage();
  const progress = tellingProgress(checkTexts(language).progress);
  return checkNotice(await checkWorkbook({ findWorkbook, progress }), language);
}

export async function repairFromRibbon(): Promise<Notice> {
  const language = currentLanguage();
  const progress = tellingProgress(repairTexts(language).progress);
  return repairNotice(await repair({ findWorkbook, progress }), language);
}
