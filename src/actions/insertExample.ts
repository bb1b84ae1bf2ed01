/*
 * Inserting an example: the formula goes into the active cell of whatever workbook is open, and nothing is
 * overwritten unless the user has said so.
 */
import type { CatalogueFunction } from "../i18n/catalogue";
import { resultRows } from "../i18n/formula";
import type { Outcome, Workbook } from "../workbook/port";

export type Example = CatalogueFunction["examples"][number];

export type ExampleOutcome = Outcome | { readonly kind: "noWorkbook" };

export async function insertExample(
  { formula, result }: Example,
  { replace, findWorkbook }: { replace: string | undefined; findWorkbook: () => Promise<Workbook | undefined> },
): Promise<ExampleOutcome> {
  const workbook = await findWorkbook();
  if (!workbook) return { kind: "noWorkbook" };
  const rows = resultRows(result);
  return workbook.insertFormula({ formula, size: { rows: rows.length, columns: rows[0]!.length }, replace });
}
