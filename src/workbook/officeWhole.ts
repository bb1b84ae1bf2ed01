/*
 * The workbook as a whole, in Excel: each part has a file of its own, and what Excel refuses becomes an outcome here.
 */
import { readContents, readTyped, Stopped } from "./officeContents";
import { enterAgain } from "./officeEnter";
import { readFile } from "./officeFile";
import { loadWithWorkbook } from "./officeStartup";
import type { Refused } from "./port";
import { refusal } from "./refusal";
import type {
  ContentsOutcome,
  EnterOutcome,
  FileOutcome,
  GoOutcome,
  OpenOutcome,
  TypedOutcome,
  WholeWorkbook,
} from "./wholeWorkbook";

export const excelWholeWorkbook: WholeWorkbook = {
  async contents(work = {}): Promise<ContentsOutcome> {
    const tellsMore = Office.context.requirements.isSetSupported("ExcelApi", "1.16");
    try {
      const contents = await Excel.run((context) => readContents(context, work, tellsMore));
      return { kind: "contents", contents };
    } catch (error) {
      return error instanceof Stopped ? { kind: "stopped" } : refused(error);
    }
  },

  async areTyped(places): Promise<TypedOutcome> {
    try {
      return { kind: "typed", typed: await Excel.run((context) => readTyped(context, places)) };
    } catch (error) {
      return refused(error);
    }
  },

  async goTo(sheet, { top, left, bottom, right }): Promise<GoOutcome> {
    try {
      return await Excel.run(async (context) => {
        const worksheet = context.workbook.worksheets.getItemOrNullObject(sheet);
        worksheet.load("visibility");
        await context.sync();
        if (worksheet.isNullObject) return { kind: "gone" };
        if (worksheet.visibility !== "Visible") return { kind: "hidden" };
        worksheet.activate();
        worksheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1).select();
        await context.sync();
        return { kind: "shown" };
      });
    } catch (error) {
      return refused(error);
    }
  },

  async enterAgain(entries, work = {}): Promise<EnterOutcome> {
    try {
      const cells = await Excel.run((context) => enterAgain(context, entries, work));
      if (cells.some(({ kind }) => kind === "shows")) void loadWithWorkbook(true);
      return { kind: "entered", cells };
    } catch (error) {
      return refused(error);
    }
  },

  async file(work = {}): Promise<FileOutcome> {
    try {
      return { kind: "file", bytes: await readFile(work) };
    } catch (error) {
      return error instanceof Stopped ? { kind: "stopped" } : { ...refusal(error), reason: "noFile" };
    }
  },

  async openAsNew(base64): Promise<OpenOutcome> {
    try {
      await Excel.createWorkbook(base64);
      return { kind: "opened" };
    } catch (error) {
      const isTooLarge = (error as { code?: unknown }).code === "RequestPayloadSizeLimitExceeded";
      return { ...refusal(error), reason: isTooLarge ? "tooLarge" : "notOpened" };
    }
  },

  loadNoMore: () => loadWithWorkbook(false),
};

/** Reading needs no leave that a protected workbook would not give. */
function refused(error: unknown): Refused<"editing" | "other"> {
  const { reason, message } = refusal(error);
  return { kind: "refused", reason: reason === "editing" ? reason : "other", message };
}
