/*
 * Keeps account of what is done to the grid's workbook beyond the contents and looks of cells, which are compared when
 * it is saved. Every command of the library is in the list: what a command does is found by comparing, or noted, or
 * does no harm; nothing passes unseen. Undo takes a note back, as the account is part of the workbook's own history.
 */
import type { CoreCommand, WorkbookData, Zone } from "@odoo/o-spreadsheet";
import type { Shift } from "../../xlsx/shift";
import type { Libraries } from "../load";

/** What cannot be found by comparing, and may not be carried. */
export type Deed =
  | "rowsMoved"
  | "cellsMoved"
  | "cellsMovedAway"
  | "merges"
  | "view"
  | "tabColour"
  | "protection"
  | "conditionalFormats"
  | "validations"
  | "figures"
  | "tables"
  | "outline"
  | "pivots"
  | "unknown";

/** How a command's doings are found: by comparing the cells, the lines, the sizes, the sheets, the names; or by a note. */
type Finding = "cells" | "lines" | "sizes" | "sheets" | "names" | "harmless" | Deed;

export const findings: Readonly<Record<CoreCommand["type"], Finding>> = {
  UPDATE_CELL: "cells",
  UPDATE_CELL_POSITION: "cells",
  CLEAR_CELL: "cells",
  CLEAR_CELLS: "cells",
  DELETE_CONTENT: "cells",
  SET_FORMATTING: "cells",
  CLEAR_FORMATTING: "lines",
  SET_BORDER: "lines",
  SET_ZONE_BORDERS: "lines",
  SET_BORDERS_ON_TARGET: "lines",
  RESIZE_COLUMNS_ROWS: "sizes",
  HIDE_COLUMNS_ROWS: "sizes",
  UNHIDE_COLUMNS_ROWS: "sizes",
  CREATE_SHEET: "sheets",
  DELETE_SHEET: "sheets",
  DUPLICATE_SHEET: "sheets",
  MOVE_SHEET: "sheets",
  RENAME_SHEET: "sheets",
  HIDE_SHEET: "sheets",
  SHOW_SHEET: "sheets",
  CREATE_NAMED_RANGE: "names",
  UPDATE_NAMED_RANGE: "names",
  DELETE_NAMED_RANGE: "names",
  UPDATE_LOCALE: "harmless",
  ADD_COLUMNS_ROWS: "rowsMoved",
  REMOVE_COLUMNS_ROWS: "rowsMoved",
  MOVE_RANGES: "cellsMoved",
  ADD_MERGE: "merges",
  REMOVE_MERGE: "merges",
  SET_GRID_LINES_VISIBILITY: "view",
  FREEZE_COLUMNS: "view",
  FREEZE_ROWS: "view",
  UNFREEZE_COLUMNS: "view",
  UNFREEZE_ROWS: "view",
  UNFREEZE_COLUMNS_ROWS: "view",
  COLOR_SHEET: "tabColour",
  LOCK_SHEET: "protection",
  UNLOCK_SHEET: "protection",
  ADD_CONDITIONAL_FORMAT: "conditionalFormats",
  REMOVE_CONDITIONAL_FORMAT: "conditionalFormats",
  CHANGE_CONDITIONAL_FORMAT_PRIORITY: "conditionalFormats",
  ADD_DATA_VALIDATION_RULE: "validations",
  REMOVE_DATA_VALIDATION_RULE: "validations",
  CREATE_FIGURE: "figures",
  DELETE_FIGURE: "figures",
  UPDATE_FIGURE: "figures",
  CREATE_CAROUSEL: "figures",
  UPDATE_CAROUSEL: "figures",
  CREATE_CHART: "figures",
  UPDATE_CHART: "figures",
  DELETE_CHART: "figures",
  CREATE_IMAGE: "figures",
  CREATE_TABLE: "tables",
  REMOVE_TABLE: "tables",
  UPDATE_TABLE: "tables",
  CREATE_TABLE_STYLE: "tables",
  REMOVE_TABLE_STYLE: "tables",
  GROUP_HEADERS: "outline",
  UNGROUP_HEADERS: "outline",
  FOLD_HEADER_GROUP: "outline",
  UNFOLD_HEADER_GROUP: "outline",
  FOLD_ALL_HEADER_GROUPS: "outline",
  UNFOLD_ALL_HEADER_GROUPS: "outline",
  FOLD_HEADER_GROUPS_IN_ZONE: "outline",
  UNFOLD_HEADER_GROUPS_IN_ZONE: "outline",
  ADD_PIVOT: "pivots",
  UPDATE_PIVOT: "pivots",
  INSERT_PIVOT: "pivots",
  RENAME_PIVOT: "pivots",
  REMOVE_PIVOT: "pivots",
  DUPLICATE_PIVOT: "pivots",
};

const compared: ReadonlySet<string> = new Set(["cells", "sheets", "names", "harmless"]);

/** What was done on a sheet; "" is the whole workbook. */
export interface SheetAccount {
  readonly deeds: readonly Deed[];
  /** Where lines around cells may have been changed; "all" where rows or columns were moved. */
  readonly lines: readonly Zone[] | "all";
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  /** How rows, columns and cells were moved, one after the other. */
  readonly shifts: readonly Shift[];
  /** The sheet that it was made a copy of. */
  readonly copyOf?: string;
}

export type Account = Readonly<Record<string, SheetAccount>>;

const nothing: SheetAccount = { deeds: [], lines: [], columns: [], rows: [], shifts: [] };

type WithAccount = { finsamAccount?: Account };

let isPaused = false;

/** What a scenario's own commands do is known from its plan. */
export function unaccounted<T>(action: () => T): T {
  isPaused = true;
  try {
    return action();
  } finally {
    isPaused = false;
  }
}

type Getters = { getFinsamAccount?: () => Account };

export function accountOf(model: { readonly getters: object }): Account {
  return (model.getters as Getters).getFinsamAccount?.() ?? {};
}

/** Makes models created from now on keep account. */
export function keepAccount({ CorePlugin, registries }: Libraries["spreadsheet"]): void {
  class Ledger extends CorePlugin {
    static override getters = ["getFinsamAccount"] as never;
    account: Account = {};

    override handle(command: CoreCommand): void {
      // A command that a later version of the library may know.
      const finding: Finding = (findings as Readonly<Record<string, Finding | undefined>>)[command.type] ?? "unknown";
      if (isPaused || (compared.has(finding) && command.type !== "DUPLICATE_SHEET")) return;
      const id = "sheetIdTo" in command ? command.sheetIdTo : "sheetId" in command ? command.sheetId : "";
      // A copy begins with what its original has behind it.
      const from = command.type === "DUPLICATE_SHEET" ? command.sheetId : id;
      const before = this.account[from] ?? nothing;
      const after = entered(before, finding, command);
      if (after !== before) this.history.update("account", { ...this.account, [id]: after });
    }

    getFinsamAccount(): Account {
      return this.account;
    }

    override import(data: WorkbookData & WithAccount): void {
      this.account = data.finsamAccount ?? {};
    }

    override export(data: WorkbookData & WithAccount): void {
      data.finsamAccount = this.account;
    }
  }
  registries.corePluginRegistry.add("finsamLedger", Ledger);
}

function entered(before: SheetAccount, finding: Finding, command: CoreCommand): SheetAccount {
  if (command.type === "DUPLICATE_SHEET") return { ...before, copyOf: command.sheetId };
  if (finding === "lines") {
    const zones = "target" in command ? command.target : command.type === "SET_BORDER" ? [cellZone(command)] : [];
    return before.lines === "all" ? before : { ...before, lines: [...before.lines, ...zones] };
  }
  if (finding === "sizes" && "elements" in command) {
    const dimension = command.dimension === "COL" ? "columns" : "rows";
    return { ...before, [dimension]: [...new Set([...before[dimension], ...command.elements])] };
  }
  const lines = finding === "rowsMoved" ? ("all" as const) : before.lines;
  const isAway = command.type === "MOVE_RANGES" && command.sheetId !== command.targetSheetId;
  const deed = isAway ? "cellsMovedAway" : (finding as Deed);
  const shift = shiftOf(command);
  if (before.deeds.includes(deed) && lines === before.lines && !shift) return before;
  const shifts = shift ? [...before.shifts, shift] : before.shifts;
  return { ...before, lines, shifts, deeds: before.deeds.includes(deed) ? before.deeds : [...before.deeds, deed] };
}

/** Of cells that were pasted on another sheet, that sheet's account cannot say when they came. */
function shiftOf(command: CoreCommand): Shift | undefined {
  switch (command.type) {
    case "ADD_COLUMNS_ROWS": {
      const { dimension, base, quantity, position } = command;
      return {
        kind: "inserted",
        of: ofDimension(dimension),
        at: position === "after" ? base + 1 : base,
        count: quantity,
      };
    }
    case "REMOVE_COLUMNS_ROWS":
      return { kind: "removed", of: ofDimension(command.dimension), numbers: command.elements };
    case "MOVE_RANGES": {
      const [zone] = command.target;
      if (!zone || command.sheetId !== command.targetSheetId) return undefined;
      const { top, left, bottom, right } = zone;
      return {
        kind: "moved",
        area: { top, left, bottom, right },
        rows: command.row - top,
        columns: command.col - left,
      };
    }
  }
  return undefined;
}

function ofDimension(dimension: "ROW" | "COL"): "rows" | "columns" {
  return dimension === "ROW" ? "rows" : "columns";
}

function cellZone({ col, row }: { col: number; row: number }): Zone {
  return { left: col, right: col, top: row, bottom: row };
}
