/*
 * How the pane finds its workbook: the one offered by the page around it (the workbench), else Excel's, else
 * none. Asked each time it is needed, so that it does not matter which of pane and workbook is ready first.
 */
import { excelWorkbook } from "./office";
import type { Workbook } from "./port";

/** Office.js is ready long before anyone can press a button; where its files are blocked it never says so. */
const patience = 3000;

export async function findWorkbook(): Promise<Workbook | undefined> {
  return workbookAround() ?? ((await isInExcel()) ? excelWorkbook : undefined);
}

function workbookAround(): Workbook | undefined {
  if (window.parent === window) return undefined;
  try {
    return window.parent.finsamWorkbook;
  } catch {
    // Excel on the web shows the pane in a frame too, from another origin that may not be looked into.
    return undefined;
  }
}

async function isInExcel(): Promise<boolean> {
  if (typeof Office === "undefined") return false;
  const tooLong = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patience));
  const ready = await Promise.race([Office.onReady(), tooLong]);
  return ready?.host === Office.HostType.Excel;
}
