/*
 * Sending a copy from the ribbon, and what there is to say of it. With #NAME? in the workbook the first press says so
 * and makes no copy; a second one is the user's agreement to have it all the same.
 */
import { copyInWorker } from "../actions/copyInWorker";
import { sendCopy } from "../actions/sendCopy";
import { currentLanguage } from "../i18n/language";
import { sendCopyNotice, sendCopyTexts } from "../i18n/sendCopy";
import { findWorkbook } from "../workbook/connect";
import type { Notice } from "./notices";
import { tellingProgress } from "./progress";

let agreement: string | undefined;

export async function sendCopyFromRibbon(): Promise<Notice> {
  const language = currentLanguage();
  const outcome = await sendCopy({
    language,
    date: today(),
    findWorkbook,
    freeze: copyInWorker,
    agreement,
    progress: tellingProgress(sendCopyTexts(language).progress),
  });
  agreement = outcome.kind === "nameErrors" ? outcome.agreement : undefined;
  return sendCopyNotice(outcome, language);
}

/** The day here, as the Swedish write it. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
