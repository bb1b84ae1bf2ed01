/* A workbook that nothing is asked of: a test says what it may be asked, and everything else fails. */
import type { Workbook } from "../../src/workbook/port";

const reject = () => Promise.reject(new Error("not asked for"));

export const unasked: Workbook = {
  insertFormula: reject,
  insertSheet: reject,
  selection: reject,
  activeCell: reject,
  readReferences: reject,
  onSelectionChange: () => {
    throw new Error("not asked for");
  },
};
