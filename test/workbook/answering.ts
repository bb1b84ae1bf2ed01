/*
 * A workbook that answers what a test has it answer, and to which nothing else may be said.
 */
import type { Workbook } from "../../src/workbook/port";

const notAsked = () => Promise.reject(new Error("not asked for"));

const notAskedWorkbook: Workbook = {
  insertFormula: notAsked,
  insertSheet: notAsked,
  selection: notAsked,
  selectedReference: notAsked,
  contents: notAsked,
  areTyped: notAsked,
  goTo: notAsked,
  enterAgain: notAsked,
  file: notAsked,
  openAsNew: notAsked,
  loadNoMore: notAsked,
  activeCell: notAsked,
  readReferences: notAsked,
  onSelectionChange: () => {
    throw new Error("not asked for");
  },
};

export function workbookThat(answers: Partial<Workbook>): Workbook {
  return { ...notAskedWorkbook, ...answers };
}
