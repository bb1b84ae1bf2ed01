/*
 * Adds a scenario's sheet to the grid's workbook and shows it: all or nothing, and one step to undo.
 */
import type { Command, CoreCommand, Model } from "@odoo/o-spreadsheet";
import { workbenchTexts } from "../i18n/workbench";
import { toWorkbookData } from "../engine/planWorkbook";
import type { LaidOutSheet } from "../scenarios/layout";
import { freeSheetName } from "../workbook/freeName";
import type { SheetOutcome } from "../workbook/port";
import type { Book } from "./file/book";
import { unaccounted } from "./file/ledger";
import type { Libraries } from "./load";
import { sheetCommands } from "./sheetCommands";

/** A command of our own that stands for many of the library's: what is dispatched within one is undone as one. */
interface Together {
  readonly type: "FINSAM_TOGETHER";
  readonly commands: readonly CoreCommand[];
}

/** Why the library did not take some of the last ones; it copies what it is given, so nothing can come back there. */
let refused: string[] = [];

type Dispatch = (type: string, payload: object) => ReturnType<Model["dispatch"]>;

/** Makes models created from now on take several commands as one. */
export function dispatchTogether({ UIPlugin, registries }: Libraries["spreadsheet"]): void {
  class DispatchTogether extends UIPlugin {
    override handle(command: Command | Together): void {
      if (command.type !== "FINSAM_TOGETHER") return;
      refused = [];
      for (const { type, ...payload } of command.commands) {
        const result = (this.dispatch as Dispatch)(type, payload);
        // A format that a new cell has already is no failure.
        const reasons = result.reasons.filter((reason) => String(reason) !== "NoChanges");
        if (reasons.length > 0) refused.push(`${type}: ${reasons.join(", ")}`);
      }
    }
  }
  registries.featurePluginRegistry.add("finsamDispatchTogether", DispatchTogether);
}

/** `book` is told of the sheet, so that it is written from its plan when the workbook is saved. */
export function insertSheet(
  model: Model,
  { toZone }: Libraries["spreadsheet"]["helpers"],
  sheet: LaidOutSheet,
  book: Book,
): SheetOutcome {
  const { getters } = model;
  const dispatch = model.dispatch as Dispatch;
  const sheetIds = getters.getSheetIds();
  const name = freeSheetName(
    // The library takes no straight apostrophe in a sheet's name, which Excel does.
    sheet.name.replaceAll("'", "’"),
    sheetIds.map((id) => getters.getSheetName(id)),
  );
  const sheetId = crypto.randomUUID();
  const takenNames = getters.getNamedRanges().map((range) => range.name);
  const named = { ...sheet, name };
  const commands = sheetCommands({ sheet: named, sheetId, position: sheetIds.length, takenNames, toZone });
  unaccounted(() => dispatch("FINSAM_TOGETHER", { commands }));
  if (refused.length > 0) {
    model.dispatch("REQUEST_UNDO");
    return { kind: "refused", reason: "other", message: `${workbenchTexts().sheetNotWritten} (${refused[0]})` };
  }
  book.addPlanned(model, sheetId, named, toWorkbookData(named, sheetId), takenNames);
  model.dispatch("ACTIVATE_SHEET", { sheetIdFrom: getters.getActiveSheetId(), sheetIdTo: sheetId });
  return { kind: "sheetInserted", name };
}
