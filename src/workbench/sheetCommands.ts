/*
 * Adds a scenario's sheet to the open workbook of the grid. What the engine's data say of the sheet becomes the
 * library's own commands, given as one: one step to undo. Names are the whole workbook's there, so that a later
 * sheet's get a number.
 */
import type { ChartDefinition, CoreCommand, FigureData, RangeData, SheetData, Zone } from "@odoo/o-spreadsheet";
import { toWorkbookData } from "../engine/planWorkbook";
import type { LaidOutSheet } from "../scenarios/layout";
import { freeName } from "../workbook/freeName";

interface NewSheet {
  readonly sheet: LaidOutSheet;
  readonly sheetId: string;
  readonly position: number;
  readonly takenNames: readonly string[];
  readonly toZone: (address: string) => Zone;
}

type ChartFigure = Pick<FigureData<unknown>, "id" | "col" | "row" | "offset" | "width" | "height"> & {
  readonly data: ChartDefinition<string> & { readonly chartId: string };
};

type Data = Pick<SheetData, "styles" | "formats" | "borders">;

/** Commands in the order in which the library must get them. */
export function sheetCommands({ sheet, sheetId, position, takenNames, toZone }: NewSheet): CoreCommand[] {
  const workbook = toWorkbookData(sheet, sheetId);
  const data = workbook.sheets![0]!;
  const ranges = (addresses: readonly string[]): RangeData[] =>
    addresses.map((address) => ({ _sheetId: sheetId, _zone: toZone(address) }));
  const targets = (of: keyof Data) => Object.entries(data[of]).map(([at, id]) => ({ target: [toZone(at)], id }));
  const sizes = (dimension: "COL" | "ROW", sized: SheetData["cols"]) =>
    [...new Set(Object.values(sized).map(({ size }) => size))].map((size) => ({
      type: "RESIZE_COLUMNS_ROWS" as const,
      dimension,
      sheetId,
      elements: Object.keys(sized)
        .map(Number)
        .filter((index) => sized[index]!.size === size),
      size: size ?? null,
    }));
  const { name, colNumber: cols, rowNumber: rows } = data;

  return [
    { type: "CREATE_SHEET", sheetId, position, name, cols, rows },
    { type: "SET_GRID_LINES_VISIBILITY", sheetId, areGridLinesVisible: data.areGridLinesVisible ?? true },
    { type: "FREEZE_ROWS", sheetId, quantity: data.panes?.ySplit ?? 0 },
    ...sizes("COL", data.cols),
    ...sizes("ROW", data.rows),
    ...targets("styles").map(({ target, id }) => ({
      type: "SET_FORMATTING" as const,
      sheetId,
      target,
      style: workbook.styles![id]!,
    })),
    ...targets("formats").map(({ target, id }) => ({
      type: "SET_FORMATTING" as const,
      sheetId,
      target,
      format: workbook.formats![id]!,
    })),
    ...targets("borders").map(({ target, id }) => ({
      type: "SET_BORDERS_ON_TARGET" as const,
      sheetId,
      target,
      border: workbook.borders![id]!,
    })),
    ...Object.entries(data.cells).map(([address, content]) => {
      const { left: col, top: row } = toZone(address);
      return { type: "UPDATE_CELL" as const, sheetId, col, row, content: content as string };
    }),
    ...data.tables.map(({ range, config }) => ({
      type: "CREATE_TABLE" as const,
      sheetId,
      tableType: "static" as const,
      ranges: ranges([range]),
      config: config!,
    })),
    ...data.figures.map(({ id, col, row, offset, width, height, data: chart }: ChartFigure) => {
      const { chartId, ...definition } = chart;
      const size = { width, height };
      return { type: "CREATE_CHART" as const, sheetId, figureId: id, chartId, col, row, offset, size, definition };
    }),
    ...data.conditionalFormats.map(({ ranges: at, ...cf }) => ({
      type: "ADD_CONDITIONAL_FORMAT" as const,
      sheetId,
      cf,
      ranges: ranges(at),
    })),
    ...sheet.definedNames.map(({ name: wished, range }) => ({
      type: "CREATE_NAMED_RANGE" as const,
      // Without it the library would look for the cells on the active sheet, which may be smaller.
      sheetId,
      name: freeName(wished, takenNames),
      ranges: ranges([range]),
    })),
  ];
}
