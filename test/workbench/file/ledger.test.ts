/*
 * Nothing passes unseen: every command that the library has for changing a workbook is in the list, and whatever each
 * of them does to an opened one is in the saved file, or is said not to be.
 */
import * as library from "@odoo/o-spreadsheet";
import { scenarios } from "../../../src/scenarios/all";
import { layOut } from "../../../src/scenarios/layout";
import { findings } from "../../../src/workbench/file/ledger";
import { recalculate } from "../../../src/xlsx/recalculate";
import { engine, Grid } from "./grid";

test("every command of the library that changes a workbook is in the list, and no other", () => {
  expect(Object.keys(findings).sort()).toEqual([...library.coreTypes].sort());
});

const zone = (address: string) => library.helpers.toZone(address);
const target = [zone("K3:L4")];

/** A workbook of two scenarios and a sheet made by hand, as a file. */
async function file(): Promise<Uint8Array> {
  const grid = Grid.scenario();
  grid.insert(layOut(scenarios.find(({ id }) => id === "change-union")!.plan("sv")));
  grid.dispatch("CREATE_SHEET", { sheetId: "made", position: 2, name: "Egna tal", cols: 20, rows: 40 });
  grid.enter("B2", "7", 2);
  grid.enter("B3", "=B2*2", 2);
  return (await grid.save()).bytes;
}

interface Ids {
  readonly sheetId: string;
  readonly made: string;
  readonly chart: string;
  readonly figure: string;
  readonly table: string;
}

const chart = {
  type: "bar",
  title: { text: "Ny" },
  background: "#FFFFFF",
  legendPosition: "none",
  stacked: false,
  humanize: false,
  dataSource: { type: "range", dataSetsHaveTitle: false, dataSets: [{ dataSetId: "a", dataRange: "C5:C8" }] },
  dataSetStyles: {},
};
const pivot = {
  type: "SPREADSHEET",
  name: "Pivot",
  columns: [],
  rows: [],
  measures: [],
  dataSet: { sheetId: "sheet-0", zone: zone("A1:B2") },
};
const cf = {
  id: "ny",
  rule: { type: "CellIsRule", operator: "isEqual", values: ["1"], style: { bold: true } },
};
const ranges = (sheetId: string, address: string) => [{ _sheetId: sheetId, _zone: zone(address) }];

type Step = readonly [type: string, payload: (ids: Ids) => object];
const step = (type: string, payload: (ids: Ids) => object): Step => [type, payload];

/** What a user can do with each command; one that the library only gives within another is tried with that. */
const tried: Readonly<Record<string, readonly Step[]>> = {
  UPDATE_CELL: [
    step("UPDATE_CELL", ({ sheetId }) => ({
      sheetId,
      col: 2,
      row: 5,
      content: "4200",
      style: { bold: true },
      format: "0.0",
    })),
  ],
  UPDATE_CELL_POSITION: [step("UPDATE_CELL", ({ sheetId }) => ({ sheetId, col: 10, row: 2, content: "ny" }))],
  CLEAR_CELL: [step("CLEAR_CELL", ({ sheetId }) => ({ sheetId, col: 2, row: 5 }))],
  CLEAR_CELLS: [step("CLEAR_CELLS", ({ sheetId }) => ({ sheetId, target: [zone("C5:C6")] }))],
  DELETE_CONTENT: [step("DELETE_CONTENT", ({ sheetId }) => ({ sheetId, target: [zone("C5:D8")] }))],
  SET_FORMATTING: [
    step("SET_FORMATTING", ({ sheetId }) => ({ sheetId, target, style: { fillColor: "#FF0000", italic: true } })),
    step("SET_FORMATTING", ({ sheetId }) => ({ sheetId, target: [zone("C6")], format: "0.00%" })),
    step("SET_FORMATTING", ({ made }) => ({
      sheetId: made,
      target,
      style: { align: "center", wrapping: "wrap", textColor: "#0000FF" },
    })),
  ],
  CLEAR_FORMATTING: [step("CLEAR_FORMATTING", ({ sheetId }) => ({ sheetId, target: [zone("A4:C8")] }))],
  SET_BORDER: [
    step("SET_BORDER", ({ sheetId }) => ({
      sheetId,
      col: 11,
      row: 3,
      border: { top: { style: "thick", color: "#00FF00" } },
    })),
  ],
  SET_ZONE_BORDERS: [step("SET_ZONE_BORDERS", ({ sheetId }) => ({ sheetId, target, border: { position: "all" } }))],
  SET_BORDERS_ON_TARGET: [
    step("SET_BORDERS_ON_TARGET", ({ sheetId }) => ({
      sheetId,
      target,
      border: { left: { style: "thin", color: "#000000" } },
    })),
  ],
  RESIZE_COLUMNS_ROWS: [
    step("RESIZE_COLUMNS_ROWS", ({ sheetId }) => ({ sheetId, dimension: "COL", elements: [0, 11], size: 140 })),
    step("RESIZE_COLUMNS_ROWS", ({ sheetId }) => ({ sheetId, dimension: "ROW", elements: [4, 80], size: 48 })),
  ],
  HIDE_COLUMNS_ROWS: [
    step("HIDE_COLUMNS_ROWS", ({ sheetId }) => ({ sheetId, dimension: "COL", elements: [1] })),
    step("HIDE_COLUMNS_ROWS", ({ sheetId }) => ({ sheetId, dimension: "ROW", elements: [5, 90] })),
  ],
  UNHIDE_COLUMNS_ROWS: [
    step("HIDE_COLUMNS_ROWS", ({ sheetId }) => ({ sheetId, dimension: "COL", elements: [1, 2] })),
    step("UNHIDE_COLUMNS_ROWS", ({ sheetId }) => ({ sheetId, dimension: "COL", elements: [2] })),
  ],
  CREATE_SHEET: [step("CREATE_SHEET", () => ({ sheetId: "ny", position: 1, name: "Nytt", cols: 20, rows: 10 }))],
  DELETE_SHEET: [step("DELETE_SHEET", ({ made }) => ({ sheetId: made, sheetName: "Egna tal" }))],
  DUPLICATE_SHEET: [
    step("DUPLICATE_SHEET", ({ made }) => ({ sheetId: made, sheetIdTo: "kopia", sheetNameTo: "Kopia" })),
  ],
  MOVE_SHEET: [step("MOVE_SHEET", ({ made }) => ({ sheetId: made, delta: -2 }))],
  RENAME_SHEET: [step("RENAME_SHEET", ({ made }) => ({ sheetId: made, oldName: "Egna tal", newName: "Mina tal" }))],
  HIDE_SHEET: [step("HIDE_SHEET", ({ made }) => ({ sheetId: made }))],
  SHOW_SHEET: [
    step("HIDE_SHEET", ({ made }) => ({ sheetId: made })),
    step("SHOW_SHEET", ({ made }) => ({ sheetId: made })),
  ],
  CREATE_NAMED_RANGE: [
    step("CREATE_NAMED_RANGE", ({ sheetId }) => ({ name: "nyckel", ranges: ranges(sheetId, "C14:C17") })),
  ],
  UPDATE_NAMED_RANGE: [
    step("CREATE_NAMED_RANGE", ({ sheetId }) => ({ name: "nyckel", ranges: ranges(sheetId, "C14:C17") })),
    step("UPDATE_NAMED_RANGE", ({ sheetId }) => ({
      oldRangeName: "nyckel",
      newRangeName: "vikter",
      ranges: ranges(sheetId, "C14:C16"),
    })),
  ],
  DELETE_NAMED_RANGE: [
    step("CREATE_NAMED_RANGE", ({ sheetId }) => ({ name: "nyckel", ranges: ranges(sheetId, "C14:C17") })),
    step("DELETE_NAMED_RANGE", () => ({ name: "nyckel" })),
  ],
  UPDATE_LOCALE: [],
  ADD_COLUMNS_ROWS: [
    step("ADD_COLUMNS_ROWS", ({ sheetId }) => ({
      sheetId,
      sheetName: "Stegvis ökning",
      dimension: "ROW",
      base: 5,
      quantity: 2,
      position: "before",
    })),
  ],
  REMOVE_COLUMNS_ROWS: [
    step("REMOVE_COLUMNS_ROWS", ({ sheetId }) => ({
      sheetId,
      sheetName: "Stegvis ökning",
      dimension: "ROW",
      elements: [2],
    })),
  ],
  MOVE_RANGES: [
    step("MOVE_RANGES", ({ sheetId }) => ({
      target: [zone("C5:C6")],
      sheetId,
      sheetName: "Stegvis ökning",
      targetSheetId: sheetId,
      col: 12,
      row: 2,
    })),
  ],
  ADD_MERGE: [step("ADD_MERGE", ({ sheetId }) => ({ sheetId, target }))],
  REMOVE_MERGE: [
    step("ADD_MERGE", ({ sheetId }) => ({ sheetId, target: [zone("K3:L4"), zone("K6:L7")] })),
    step("REMOVE_MERGE", ({ sheetId }) => ({ sheetId, target })),
  ],
  SET_GRID_LINES_VISIBILITY: [
    step("SET_GRID_LINES_VISIBILITY", ({ sheetId }) => ({ sheetId, areGridLinesVisible: true })),
  ],
  FREEZE_COLUMNS: [step("FREEZE_COLUMNS", ({ made }) => ({ sheetId: made, quantity: 1 }))],
  FREEZE_ROWS: [step("FREEZE_ROWS", ({ made }) => ({ sheetId: made, quantity: 2 }))],
  UNFREEZE_COLUMNS: [
    step("FREEZE_COLUMNS", ({ sheetId }) => ({ sheetId, quantity: 1 })),
    step("UNFREEZE_COLUMNS", ({ sheetId }) => ({ sheetId })),
  ],
  UNFREEZE_ROWS: [step("UNFREEZE_ROWS", ({ sheetId }) => ({ sheetId }))],
  UNFREEZE_COLUMNS_ROWS: [step("UNFREEZE_COLUMNS_ROWS", ({ sheetId }) => ({ sheetId }))],
  COLOR_SHEET: [step("COLOR_SHEET", ({ made }) => ({ sheetId: made, color: "#FF0000" }))],
  LOCK_SHEET: [step("LOCK_SHEET", ({ made }) => ({ sheetId: made }))],
  UNLOCK_SHEET: [
    step("LOCK_SHEET", ({ made }) => ({ sheetId: made })),
    step("UNLOCK_SHEET", ({ made }) => ({ sheetId: made })),
  ],
  ADD_CONDITIONAL_FORMAT: [
    step("ADD_CONDITIONAL_FORMAT", ({ sheetId }) => ({ sheetId, cf, ranges: ranges(sheetId, "C5") })),
  ],
  REMOVE_CONDITIONAL_FORMAT: [step("REMOVE_CONDITIONAL_FORMAT", ({ sheetId }) => ({ sheetId, id: "0-0" }))],
  CHANGE_CONDITIONAL_FORMAT_PRIORITY: [
    step("CHANGE_CONDITIONAL_FORMAT_PRIORITY", ({ sheetId }) => ({ sheetId, cfId: "0-1", delta: 1 })),
  ],
  ADD_DATA_VALIDATION_RULE: [
    step("ADD_DATA_VALIDATION_RULE", ({ sheetId }) => ({
      sheetId,
      rule: { id: "x", criterion: { type: "isBetween", values: ["1", "9"] } },
      ranges: ranges(sheetId, "C5"),
    })),
  ],
  REMOVE_DATA_VALIDATION_RULE: [
    step("ADD_DATA_VALIDATION_RULE", ({ sheetId }) => ({
      sheetId,
      rule: { id: "x", criterion: { type: "isBetween", values: ["1", "9"] } },
      ranges: ranges(sheetId, "C5"),
    })),
    step("REMOVE_DATA_VALIDATION_RULE", ({ sheetId }) => ({ sheetId, id: "x" })),
  ],
  CREATE_FIGURE: [
    step("CREATE_FIGURE", ({ sheetId }) => ({
      sheetId,
      figureId: "f",
      col: 1,
      row: 1,
      offset: { x: 0, y: 0 },
      size: { width: 9, height: 9 },
      tag: "text",
    })),
  ],
  DELETE_FIGURE: [step("DELETE_FIGURE", ({ sheetId, figure }) => ({ sheetId, figureId: figure }))],
  UPDATE_FIGURE: [
    step("UPDATE_FIGURE", ({ sheetId, figure }) => ({
      sheetId,
      figureId: figure,
      col: 1,
      row: 1,
      offset: { x: 5, y: 5 },
    })),
  ],
  CREATE_CAROUSEL: [
    step("CREATE_CAROUSEL", ({ sheetId }) => ({
      sheetId,
      figureId: "f",
      col: 1,
      row: 1,
      offset: { x: 0, y: 0 },
      size: { width: 9, height: 9 },
      definition: { items: [] },
    })),
  ],
  UPDATE_CAROUSEL: [
    step("CREATE_CAROUSEL", ({ sheetId }) => ({
      sheetId,
      figureId: "f",
      col: 1,
      row: 1,
      offset: { x: 0, y: 0 },
      size: { width: 9, height: 9 },
      definition: { items: [] },
    })),
    step("UPDATE_CAROUSEL", ({ sheetId }) => ({
      sheetId,
      figureId: "f",
      definition: { items: [], title: { text: "x" } },
    })),
  ],
  CREATE_CHART: [
    step("CREATE_CHART", ({ made }) => ({
      sheetId: made,
      figureId: "f",
      chartId: "c",
      col: 1,
      row: 1,
      offset: { x: 0, y: 0 },
      size: { width: 99, height: 99 },
      definition: chart,
    })),
  ],
  UPDATE_CHART: [
    step("UPDATE_CHART", ({ sheetId, chart: chartId, figure }) => ({
      sheetId,
      figureId: figure,
      chartId,
      definition: chart,
    })),
  ],
  DELETE_CHART: [step("DELETE_FIGURE", ({ sheetId, figure }) => ({ sheetId, figureId: figure }))],
  CREATE_IMAGE: [
    step("CREATE_IMAGE", ({ sheetId }) => ({
      sheetId,
      figureId: "f",
      col: 1,
      row: 1,
      offset: { x: 0, y: 0 },
      size: { width: 9, height: 9 },
      definition: { path: "x", size: { width: 9, height: 9 } },
    })),
  ],
  CREATE_TABLE: [
    step("CREATE_TABLE", ({ made }) => ({
      sheetId: made,
      tableType: "static",
      ranges: ranges(made, "A1:B3"),
      config: tableConfig,
    })),
  ],
  REMOVE_TABLE: [
    step("CREATE_TABLE", ({ made }) => ({
      sheetId: made,
      tableType: "static",
      ranges: ranges(made, "A1:B3"),
      config: tableConfig,
    })),
    step("REMOVE_TABLE", ({ made }) => ({ sheetId: made, target: [zone("A1:B3")] })),
  ],
  UPDATE_TABLE: [
    step("CREATE_TABLE", ({ made }) => ({
      sheetId: made,
      tableType: "static",
      ranges: ranges(made, "A1:B3"),
      config: tableConfig,
    })),
    step("UPDATE_TABLE", ({ made }) => ({ sheetId: made, zone: zone("A1:B3"), config: { bandedRows: true } })),
  ],
  CREATE_TABLE_STYLE: [
    step("CREATE_TABLE_STYLE", () => ({
      tableStyleId: "t",
      tableStyleName: "T",
      templateName: "lightColoredText",
      primaryColor: "#FF0000",
    })),
  ],
  REMOVE_TABLE_STYLE: [
    step("CREATE_TABLE_STYLE", () => ({
      tableStyleId: "t",
      tableStyleName: "T",
      templateName: "lightColoredText",
      primaryColor: "#FF0000",
    })),
    step("REMOVE_TABLE_STYLE", () => ({ tableStyleId: "t" })),
  ],
  GROUP_HEADERS: [step("GROUP_HEADERS", ({ made }) => ({ sheetId: made, dimension: "ROW", start: 3, end: 5 }))],
  UNGROUP_HEADERS: [
    group(),
    step("UNGROUP_HEADERS", ({ made }) => ({ sheetId: made, dimension: "ROW", start: 3, end: 5 })),
  ],
  FOLD_HEADER_GROUP: [
    group(),
    step("FOLD_HEADER_GROUP", ({ made }) => ({ sheetId: made, dimension: "ROW", start: 3, end: 5 })),
  ],
  UNFOLD_HEADER_GROUP: [
    group(),
    step("FOLD_HEADER_GROUP", ({ made }) => ({ sheetId: made, dimension: "ROW", start: 3, end: 5 })),
    step("UNFOLD_HEADER_GROUP", ({ made }) => ({ sheetId: made, dimension: "ROW", start: 3, end: 5 })),
  ],
  FOLD_ALL_HEADER_GROUPS: [
    group(),
    step("FOLD_ALL_HEADER_GROUPS", ({ made }) => ({ sheetId: made, dimension: "ROW" })),
  ],
  UNFOLD_ALL_HEADER_GROUPS: [
    group(),
    step("UNFOLD_ALL_HEADER_GROUPS", ({ made }) => ({ sheetId: made, dimension: "ROW" })),
  ],
  FOLD_HEADER_GROUPS_IN_ZONE: [
    group(),
    step("FOLD_HEADER_GROUPS_IN_ZONE", ({ made }) => ({ sheetId: made, dimension: "ROW", zone: zone("A4:A6") })),
  ],
  UNFOLD_HEADER_GROUPS_IN_ZONE: [
    group(),
    step("UNFOLD_HEADER_GROUPS_IN_ZONE", ({ made }) => ({ sheetId: made, dimension: "ROW", zone: zone("A4:A6") })),
  ],
  ADD_PIVOT: [step("ADD_PIVOT", () => ({ pivotId: "p", pivot }))],
  UPDATE_PIVOT: [
    step("ADD_PIVOT", () => ({ pivotId: "p", pivot })),
    step("UPDATE_PIVOT", () => ({ pivotId: "p", pivot: { ...pivot, name: "Annan" } })),
  ],
  INSERT_PIVOT: [
    step("ADD_PIVOT", () => ({ pivotId: "p", pivot })),
    step("INSERT_PIVOT", ({ made }) => ({
      pivotId: "p",
      sheetId: made,
      col: 5,
      row: 5,
      table: { cols: [[]], rows: [], measures: [], fieldsType: {} },
    })),
  ],
  RENAME_PIVOT: [
    step("ADD_PIVOT", () => ({ pivotId: "p", pivot })),
    step("RENAME_PIVOT", () => ({ pivotId: "p", name: "Annan" })),
  ],
  REMOVE_PIVOT: [step("ADD_PIVOT", () => ({ pivotId: "p", pivot })), step("REMOVE_PIVOT", () => ({ pivotId: "p" }))],
  DUPLICATE_PIVOT: [
    step("ADD_PIVOT", () => ({ pivotId: "p", pivot })),
    step("DUPLICATE_PIVOT", () => ({ pivotId: "p", newPivotId: "q", duplicatedPivotName: "Q" })),
  ],
};

const tableConfig = {
  hasFilters: false,
  totalRow: false,
  firstColumn: false,
  lastColumn: false,
  numberOfHeaders: 1,
  bandedRows: false,
  bandedColumns: false,
  automaticAutofill: true,
  styleId: "TableStyleLight1",
};

function group(): Step {
  return step("GROUP_HEADERS", ({ made }) => ({ sheetId: made, dimension: "ROW", start: 3, end: 5 }));
}

let bytes: Uint8Array;
beforeAll(async () => {
  bytes = await file();
});

test("every command is tried", () => {
  expect(Object.keys(tried).sort()).toEqual(Object.keys(findings).sort());
});

describe("a copy of a sheet in the file", () => {
  const copyOf = async (sheetId: string) => {
    const grid = Grid.open(bytes);
    grid.dispatch("DUPLICATE_SHEET", { sheetId, sheetIdTo: "kopia", sheetNameTo: "Kopia" });
    return { grid, ...(await grid.save()) };
  };

  test("has its chart, rules, tables and all, about its own cells", async () => {
    const { grid, bytes: saved, lost } = await copyOf("sheet-0");
    expect(lost).toEqual([]);
    const again = Grid.open(saved);
    expect(again.state()).toEqual(grid.state());
    const { getters } = again.model;
    const copy = getters.getSheetIds()[again.state().sheets.findIndex(({ name }) => name === "Kopia")]!;
    const [chartId] = getters.getChartIds(copy);
    const { dataSource } = getters.getChartDefinition(chartId!) as unknown as { dataSource: typeof chart.dataSource };
    expect(dataSource.dataSets.length).toBeGreaterThan(0);
    expect(dataSource.dataSets.filter(({ dataRange }) => dataRange.includes("Stegvis"))).toEqual([]);
    expect(getters.getConditionalFormats(copy).length).toBeGreaterThan(0);
    expect(recalculate(saved, engine).report.differences).toEqual([]);
  });

  test("loses nothing where there is nothing beside its cells", async () => {
    const { grid, bytes: saved, lost } = await copyOf("sheet-2");
    expect(lost).toEqual([]);
    expect(Grid.open(saved).state()).toEqual(grid.state());
  });
});

describe.each(Object.entries(tried))("%s", (type, steps) => {
  test("is in the saved file, or told not to be", async () => {
    const grid = Grid.open(bytes);
    const [sheetId, , made] = grid.sheetIds;
    const { getters } = grid.model;
    const [chartId] = getters.getChartIds(sheetId!);
    const [{ id: figure }] = getters.getFigures(sheetId!) as unknown as [{ id: string }];
    const ids = { sheetId: sheetId!, made: made!, chart: chartId!, figure, table: "" };
    for (const [each, payload] of steps) grid.dispatch(each, payload(ids));
    const { bytes: saved, lost } = await grid.save();
    const finding = findings[type as keyof typeof findings];
    const isCompared = /^(cells|lines|sizes|sheets|names|harmless|merges|view|tabColour)$/.test(finding);
    if (!isCompared) expect(lost.map(({ kind }) => kind)).toContain(finding);
    if (lost.length > 0) return;
    expect(Grid.open(saved).state()).toEqual(grid.state());
  });

  test("leaves no trace when it is undone", async () => {
    const grid = Grid.open(bytes);
    const [sheetId, , made] = grid.sheetIds;
    const { getters } = grid.model;
    const [{ id: figure }] = getters.getFigures(sheetId!) as unknown as [{ id: string }];
    const ids = { sheetId: sheetId!, made: made!, chart: getters.getChartIds(sheetId!)[0]!, figure, table: "" };
    for (const [each, payload] of steps) grid.dispatch(each, payload(ids));
    while (getters.canUndo()) grid.dispatch("REQUEST_UNDO", {});
    const { bytes: saved, lost } = await grid.save();
    expect(lost).toEqual([]);
    expect(saved).toBe(bytes);
  });
});
