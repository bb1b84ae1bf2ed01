/*
 * A workbook of which nothing is asked: for tests that answer what they mean to be asked, and no more.
 */
import type { Workbook } from "../../src/workbook/port";

const notAsked = () => Promise.reject(new Error("not asked for"));

export const notAskedWorkbook: Workbook = {
  insertFormula: notAsked,
  insertSheet: notAsked,
  selection: notAsked,
  contents: notAsked,
  areTyped: notAsked,
  goTo: notAsked,
  enterAgain: notAsked,
  file: notAsked,
  openAsNew: notAsked,
  loadNoMore: notAsked,
};
