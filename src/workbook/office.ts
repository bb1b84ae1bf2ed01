/*
 * The workbook port in Excel. One round trip reads all that is needed, one writes; what Excel refuses becomes
 * an outcome that the pane has words for.
 */
import type { Insertion, Outcome, Workbook } from "./port";

export const excelWorkbook: Workbook = {
  async insertFormula(request) {
    try {
      return await Excel.run((context) => insert(context, request));
    } catch (error) {
      return refusal(error);
    }
  },
};

async function insert(context: Excel.RequestContext, { formula, size, replace }: Insertion): Promise<Outcome> {
  const cell = context.workbook.getActiveCell();
  const area = cell.getAbsoluteResizedRange(size.rows, size.columns);
  const spill = cell.getSpillingToRangeOrNullObject();
  const tableCount = cell.getTables(false).getCount();
  cell.load("address");
  spill.load(["rowCount", "columnCount"]);
  // A cell that another formula spills into has a value and no formula of its own, so both are asked for.
  area.load(["address", "formulas", "values"]);
  await context.sync();

  const address = localAddress(cell.address);
  const { formulas, values } = area;
  const isTaken = (row: number, column: number) => formulas[row]![column] !== "" || values[row]![column] !== "";
  if (isTaken(0, 0) && replace !== cell.address) return { kind: "cellTaken", address, cell: cell.address };

  const beside = values.flatMap((row, r) => row.map((_, c) => ({ r, c }))).slice(1);
  // eslint-disable-next-line office-addins/load-object-before-read -- a count is no object: sync alone fills it
  if (beside.length > 0 && tableCount.value > 0) return { kind: "inTable", address };
  // What the cell's present formula fills is freed when the formula is replaced.
  const freed = spill.isNullObject ? { rowCount: 1, columnCount: 1 } : spill;
  const isFreed = (row: number, column: number) => row < freed.rowCount && column < freed.columnCount;
  if (beside.some(({ r, c }) => isTaken(r, c) && !isFreed(r, c))) {
    return { kind: "spillTaken", address: localAddress(area.address) };
  }

  cell.formulas = [[formula]];
  await context.sync();
  return { kind: "inserted", address: localAddress(area.address) };
}

/** "'Budget 2021'!$B$4:$B$6" → "B4:B6". */
function localAddress(address: string): string {
  return address.slice(address.lastIndexOf("!") + 1).replaceAll("$", "");
}

const reasons: Readonly<Record<string, "editing" | "protected">> = {
  InvalidOperationInCellEditMode: "editing",
  AccessDenied: "protected",
};

function refusal(error: unknown): Outcome {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return {
    kind: "refused",
    reason: (typeof code === "string" && reasons[code]) || "other",
    message: typeof message === "string" ? message : String(error),
  };
}
