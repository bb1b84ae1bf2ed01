/*
 * A workbook that answers what a test has it answer, and to which nothing else may be said.
 */
import type { Workbook } from "../../src/workbook/port";

export function workbookThat(answers: Partial<Workbook>): Workbook {
  const notAsked = () => Promise.reject(new Error("not asked for"));
  return {
    insertFormula: notAsked,
    insertSheet: notAsked,
    selection: notAsked,
    selectedReference: notAsked,
    ...answers,
  };
}
