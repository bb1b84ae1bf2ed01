/*
 * The grid's workbook without a page: opened from a file or on a scenario, changed by the library's commands, saved.
 */
import "../../engine/groupBy";
import * as library from "@odoo/o-spreadsheet";
import { JSDOM } from "jsdom";
import * as writer from "wasm-xlsxwriter/nodejs";
import { locales } from "../../../src/engine/locales";
import { toWorkbookData } from "../../../src/engine/planWorkbook";
import { quietly } from "../../../src/engine/quietly";
import { layOut, type LaidOutSheet } from "../../../src/scenarios/layout";
import { scenarios } from "../../../src/scenarios/all";
import { Book } from "../../../src/workbench/file/book";
import { readHeld } from "../../../src/workbench/file/held";
import { registerKept, setKeptValues } from "../../../src/workbench/file/kept";
import { keepAccount } from "../../../src/workbench/file/ledger";
import type { GridBook } from "../../../src/workbench/file/gridBook";
import {
  otherValues,
  toWorkbookData as toGridData,
  withSingleValues,
  type OtherValue,
} from "../../../src/workbench/file/openBook";
import { toRequest } from "../../../src/workbench/file/request";
import { FileService } from "../../../src/workbench/file/service";
import { dispatchTogether, insertSheet } from "../../../src/workbench/insertSheet";
import { columnOf, rowOf, toAddress } from "../../../src/xlsx/area";
import { builtEngine } from "../../xlsx/books";

globalThis.DOMParser = new JSDOM("").window.DOMParser;
// The library tells how long each of its steps took.
console.debug = () => undefined;

export const engine = builtEngine();
export const service = new FileService(engine, () => Promise.resolve(writer));
registerKept(library);
keepAccount(library);
dispatchTogether(library);

type Dispatch = (type: string, payload: object) => ReturnType<library.Model["dispatch"]>;

/** A row of the usual height is 20 pixels in a scenario, and in the grid what its text takes. */
function usualAs23(size: number | undefined): number {
  return size === undefined || size === 20 ? 23 : size;
}

type Data = Partial<library.WorkbookData>;
// A copy in this world's own objects, which are all that the library copies in its turn.
const create = (data: Data) =>
  quietly(() => new library.Model({ ...(JSON.parse(JSON.stringify(data)) as Data), settings: { locale: locales.sv } }));

/** What files hold; each is read once, however many times it is opened. */
const known = new WeakMap<Uint8Array, ReturnType<FileService["open"]> & { readonly data: Data }>();

function read(bytes: Uint8Array) {
  const before = known.get(bytes);
  if (before) return before;
  const opened = service.open(bytes);
  const { data, plainer } = toGridData(opened.book, library, locales.sv.dateFormat);
  expect(plainer.length).toBeGreaterThan(0);
  setKeptValues(opened.book.keptValues);
  const file = { ...opened, data: withSingleValues(create(data), opened.book, data) ?? data };
  known.set(bytes, file);
  return file;
}

export class Grid {
  private constructor(
    readonly model: library.Model,
    readonly book: Book,
    /** What is said when it is opened. */
    readonly kept: GridBook["kept"] = [],
    readonly others: readonly OtherValue[] = [],
  ) {}

  static open(bytes: Uint8Array, name = "fil.xlsx"): Grid {
    const { token, book, sheetNames, data } = read(bytes);
    setKeptValues(book.keptValues);
    const model = create(data);
    const file = { name, token, textSize: book.textSize, sheetNames, names: book.names };
    const opened = Book.opened(model, file, book, data);
    return new Grid(model, opened, book.kept, otherValues(model, book));
  }

  static scenario(sheet: LaidOutSheet = layOut(scenarios[0]!.plan("sv"))): Grid {
    const data = toWorkbookData(sheet);
    const model = quietly(() => new library.Model({ ...data, settings: { locale: locales.sv } }));
    const book = new Book();
    book.addPlanned(model, model.getters.getActiveSheetId(), sheet, data);
    return new Grid(model, book);
  }

  dispatch(type: string, payload: object): void {
    const result = quietly(() => (this.model.dispatch as Dispatch)(type, payload));
    expect([type, result.reasons]).toEqual([type, []]);
  }

  /** The same where the library may refuse. */
  attempt(type: string, payload: object): void {
    quietly(() => (this.model.dispatch as Dispatch)(type, payload));
  }

  get sheetIds(): readonly string[] {
    return this.model.getters.getSheetIds();
  }

  /** Types into a cell of the first sheet, or of another by its number. */
  enter(address: string, content: string, sheet = 0): void {
    const { col, row } = library.helpers.toCartesian(address);
    this.dispatch("UPDATE_CELL", { sheetId: this.sheetIds[sheet], col, row, content });
  }

  insert(sheet: LaidOutSheet): void {
    quietly(() => insertSheet(this.model, library.helpers, sheet, this.book));
  }

  async save() {
    const { request, lost } = toRequest(this.model, this.book);
    // As it comes to the one who saves, beside the page.
    return { lost, ...(await service.save(structuredClone(request))) };
  }

  value(address: string, sheet = 0): unknown {
    const { col, row } = library.helpers.toCartesian(address);
    return this.model.getters.getEvaluatedCell({ sheetId: this.sheetIds[sheet]!, col, row }).value;
  }

  /** All that is shown, by sheet and address. */
  values(): Record<string, unknown> {
    const { getters } = this.model;
    const found: Record<string, unknown> = {};
    for (const sheetId of this.sheetIds) {
      for (let row = 0; row < getters.getNumberRows(sheetId); row += 1) {
        for (let col = 0; col < getters.getNumberCols(sheetId); col += 1) {
          const { value } = getters.getEvaluatedCell({ sheetId, col, row });
          if (value !== null && value !== "") found[`${getters.getSheetName(sheetId)}!${toAddress(row, col)}`] = value;
        }
      }
    }
    return found;
  }

  /** What a user sees of the workbook, contents, looks, sizes, sheets, names, and how many charts and rules. */
  state() {
    const { getters } = this.model;
    return {
      names: Object.fromEntries(
        getters
          .getNamedRanges()
          // In a file those are a sheet's own.
          .filter(({ name }) => !name.startsWith("FINSAM_"))
          .map(({ name, range }) => [name, getters.getRangeString(range, "")]),
      ),
      sheets: this.sheetIds.map((sheetId) => {
        const { color, isVisible } = getters.getSheet(sheetId);
        const rows = Array.from({ length: 100 }, (_, row) => row);
        const held = [...readHeld(getters, sheetId)]
          .filter(([, { content }]) => content !== "")
          .map(([key]) => columnOf(key));
        // Beyond what there is each has its own usual width.
        const columns = Array.from({ length: Math.max(0, ...held) + 1 }, (_, column) => column);
        return {
          name: getters.getSheetName(sheetId),
          color,
          isVisible,
          cells: this.cells(sheetId),
          merges: getters.getMerges(sheetId).map(({ top, left, bottom, right }) => ({ top, left, bottom, right })),
          frozen: getters.getPaneDivisions(sheetId),
          charts: getters.getChartIds(sheetId).length,
          rules: getters.getConditionalFormats(sheetId).length,
          hasLines: getters.getGridLinesVisibility(sheetId),
          columns: columns.map((column) => [
            getters.getColSize(sheetId, column),
            getters.isColHiddenByUser(sheetId, column),
          ]),
          rows: rows.map((row) => [
            usualAs23(getters.getUserRowSize(sheetId, row)),
            getters.isRowHiddenByUser(sheetId, row),
          ]),
        };
      }),
    };
  }

  private cells(sheetId: string) {
    const { getters } = this.model;
    const found: Record<string, unknown> = {};
    for (let row = 0; row < Math.min(100, getters.getNumberRows(sheetId)); row += 1) {
      for (let col = 0; col < Math.min(20, getters.getNumberCols(sheetId)); col += 1) {
        const position = { sheetId, row, col };
        const { value, formattedValue } = getters.getEvaluatedCell(position);
        const { align, ...style } = getters.getCellStyle(position);
        const border = getters.getCellBorder(position);
        const look = Object.fromEntries(
          Object.entries(style).filter(([, said]) => said && said !== "overflow" && said !== "bottom"),
        );
        const state = {
          ...(value !== null && { value, formattedValue }),
          ...look,
          ...(align && align !== "left" && { align }),
          ...border,
        };
        if (Object.keys(state).length === 0) continue;
        found[toAddress(row, col)] = JSON.parse(JSON.stringify(state), (_, said: unknown) =>
          typeof said === "string" && /^#[\da-f]+$/i.test(said) ? said.toUpperCase() : said,
        );
      }
    }
    for (const [key, { content }] of readHeld(getters, sheetId)) {
      if (content.startsWith("=")) found[`${toAddress(rowOf(key), columnOf(key))} holds`] = content;
    }
    return found;
  }
}
