/*
 * What is selected in Excel, as a formula refers to it. One round trip.
 */
import { splitAddress } from "./address";
import type { SelectedReference } from "./port";

export async function readReference(context: Excel.RequestContext): Promise<SelectedReference> {
  const selected = context.workbook.getSelectedRange();
  const used = selected.getUsedRangeOrNullObject(true);
  selected.load(["address", "isEntireColumn", "isEntireRow"]);
  used.load("address");
  await context.sync();
  if (!selected.isEntireColumn && !selected.isEntireRow) {
    return { kind: "reference", ...splitAddress(selected.address) };
  }
  return used.isNullObject ? { kind: "empty" } : { kind: "reference", ...splitAddress(used.address) };
}
