/*
 * The members that are selected in a workbook, where names and numbers are.
 */
import type { Refused, Workbook } from "../workbook/port";
import { readMembers, type MembersRead } from "./members";

export async function selectedMembers(workbook: Workbook): Promise<MembersRead | Refused<"editing" | "other">> {
  const selection = await workbook.selection();
  return selection.kind === "refused" ? selection : readMembers(selection);
}
