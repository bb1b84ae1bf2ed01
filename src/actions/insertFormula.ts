/*
 * Inserting formulas: one that was built, or one of a function's examples, goes into the active cell of whatever
 * workbook is open. Nothing is overwritten unless the user has said so, and no formula is put into a cell that it uses.
 */
import type { CatalogueFunction } from "../i18n/catalogue";
import { resultRows } from "../i18n/formula";
import { quoteSheet } from "../xlsx/area";
import type { Insertion, Outcome, SelectedReference, Workbook } from "../workbook/port";
import { formulaFor } from "./formulaCells";

export type Example = CatalogueFunction["examples"][number];

export type FormulaOutcome = Outcome | { readonly kind: "noWorkbook" };

interface Where {
  /** The cell whose content may be overwritten, as an earlier outcome named it. */
  readonly replace: string | undefined;
  readonly findWorkbook: () => Promise<Workbook | undefined>;
}

export function insertExample({ formula, result }: Example, where: Where): Promise<FormulaOutcome> {
  const rows = resultRows(result);
  return insert({ formula, size: { rows: rows.length, columns: rows[0]!.length } }, where);
}

/** How many cells it fills nobody knows before it is there; Excel marks it where one of them is taken. */
export function insertBuilt(formula: string, where: Where): Promise<FormulaOutcome> {
  return insert({ formula: (cell) => formulaFor(formula, cell), size: { rows: 1, columns: 1 } }, where);
}

async function insert(
  request: Pick<Insertion, "formula" | "size">,
  { replace, findWorkbook }: Where,
): Promise<FormulaOutcome> {
  const workbook = await findWorkbook();
  return workbook ? workbook.insertFormula({ ...request, replace }) : { kind: "noWorkbook" };
}

export type SelectedText =
  | { readonly kind: "reference"; readonly text: string }
  | Exclude<SelectedReference, { readonly kind: "reference" }>
  | { readonly kind: "noWorkbook" };

/** What is selected as a reference that holds on every sheet: "'Budget 2021'!B4:B7". */
export async function selectedReference(findWorkbook: Where["findWorkbook"]): Promise<SelectedText> {
  const workbook = await findWorkbook();
  if (!workbook) return { kind: "noWorkbook" };
  const selected = await workbook.selectedReference();
  if (selected.kind !== "reference") return selected;
  return { kind: "reference", text: `${quoteSheet(selected.sheet)}!${selected.address}` };
}
