/*
 * A workbook that behaves as Excel's does where sheets are added to it. Nothing happens before `sync`, which carries
 * out what was asked in its order and stops at the first thing that Excel would refuse: what came before it stays
 * done. Members that are not here throw, and so does what is read and was not loaded.
 */
/* eslint-disable @typescript-eslint/no-unsafe-return -- what stands in for Excel's objects has no type of its own */
import { addressesIn, toAddress, zoneAt, type Zone } from "../../src/scenarios/zone";

export interface Book {
  readonly sheets?: readonly string[];
  /** Sheets that are charts: their names are taken, but they are no worksheets. */
  readonly chartSheets?: readonly string[];
  readonly tables?: readonly string[];
  readonly names?: readonly string[];
  readonly isProtected?: boolean;
  readonly calculationMode?: string;
  /** What is selected: where it starts, its columns, and what it holds; several ranges as "several". */
  readonly selected?: Selected | "several";
  /** Which formula fills several cells: Excel finds out by calculating, which is not done here. */
  readonly spills?: (formula: string) => boolean;
  /** What Excel answers when something is asked of it, such as "chart.title.text". */
  readonly refuses?: { readonly at: string; readonly code: string; readonly message: string };
  /** As if the user began to type while it was written: nothing more can be done from then on. */
  readonly deafAfterRefusal?: boolean;
}

export interface Selected {
  readonly row: number;
  readonly column: number;
  readonly columns: number;
  /** Of what is used within it, from `usedRow`, `usedColumn`; empty where nothing is. */
  readonly usedRow?: number;
  readonly usedColumn?: number;
  readonly values: readonly (readonly unknown[])[];
  /** Which of these rows are hidden, from 0. */
  readonly hidden?: readonly number[];
  /** And which of these columns. */
  readonly hiddenColumns?: readonly number[];
  /** Its address as Excel gives it, and that of what is used within it. */
  readonly address?: string;
  readonly usedAddress?: string;
  /** Whether it is whole columns or rows. */
  readonly entire?: "columns" | "rows";
}

export class Sheet {
  /** What each cell holds: a number, a text, or a formula; `read` where Excel took a text for something else. */
  readonly cells = new Map<string, { kind: "number" | "text" | "formula" | "read"; content: unknown }>();
  /** What each cell has been given, such as "font.bold". */
  readonly looks = new Map<string, Map<string, unknown>>();
  readonly charts: Chart[] = [];
  readonly tables: { name: string; range: string; set: Map<string, unknown> }[] = [];
  readonly names = new Map<string, string>();
  readonly marks: { range: string; set: Map<string, unknown> }[] = [];
  readonly set = new Map<string, unknown>();
  calculated = false;
  constructor(public name: string) {}
}

export interface Chart {
  readonly type: string;
  readonly series: { set: Map<string, unknown>; values?: string; categories?: string; fill?: string }[];
  readonly set: Map<string, unknown>;
  place?: readonly string[];
}

class Refusal extends Error {
  constructor(
    readonly code: string,
    message = `Excel says ${code}`,
  ) {
    super(message);
  }
}

/** A member that holds a value which can be set, and read only where it was loaded. */
const value: unique symbol = Symbol("value");
type Member = typeof value | ((...args: any[]) => unknown) | Shape;
interface Shape {
  readonly [name: string]: Member;
}

/** Puts `Excel` and `Office` into the global scope, and returns what becomes of the workbook. */
export function fakeBook(book: Book, apiSets: (version: string) => boolean = () => true) {
  const sheets = (book.sheets ?? ["Blad1"]).map((name) => new Sheet(name));
  const tableNames = [...(book.tables ?? [])];
  const state = { active: sheets[0], syncs: 0, writes: 0, suspended: [] as string[], refused: false };
  let asked: { name: string; act: () => void }[] = [];
  let loads: { answer: () => void }[] = [];

  const later = (name: string, act: () => void) => void asked.push({ name, act });

  /** An object of Excel's with these members and no other; what is set is given to `set` when it is synchronised. */
  function made(what: string, shape: Shape, set: (name: string, given: unknown) => void = () => undefined): any {
    return new Proxy(
      {},
      {
        get: (_, key) => {
          const name = `${what}.${String(key)}`;
          const member = typeof key === "string" ? shape[key] : undefined;
          if (member === undefined) throw new Error(`${name} is not known here`);
          if (member === value) throw new Error(`PropertyNotLoaded: ${name}`);
          return typeof member === "function"
            ? member
            : made(name, member, (inner, given) => set(`${String(key)}.${inner}`, given));
        },
        set: (_, key, given) => {
          const name = `${what}.${String(key)}`;
          if (shape[String(key)] !== value) throw new Error(`${name} cannot be set`);
          later(name, () => set(String(key), given));
          return true;
        },
      },
    );
  }

  /** An object whose properties can be read once they were loaded and synchronised. */
  function loaded(what: string, properties: Record<string, () => unknown>, others: Record<string, unknown> = {}): any {
    const known = new Map<string, unknown>();
    const wanted = new Set<string>();
    return new Proxy(
      {},
      {
        get: (_, key) => {
          const name = String(key);
          if (name === "load") {
            return (names: string | string[]) => {
              for (const each of [names].flat()) wanted.add(each.replace("items/name", "items"));
              loads.push({ answer: () => wanted.forEach((each) => known.set(each, properties[each]!())) });
            };
          }
          if (name in others) return others[name];
          if (!(name in properties)) throw new Error(`${what}.${name} is not known here`);
          if (!known.has(name)) throw new Error(`PropertyNotLoaded: ${what}.${name}`);
          return known.get(name);
        },
      },
    );
  }

  const isTaken = (name: string, but?: Sheet) =>
    [...sheets.filter((sheet) => sheet !== but).map((sheet) => sheet.name), ...(book.chartSheets ?? [])].some(
      (taken) => taken.toLowerCase() === name.toLowerCase(),
    );
  const requireSheetName = (name: string, but?: Sheet) => {
    if (name === "" || name.length > 31 || /[[\]:*?/\\]|^'|'$/.test(name)) throw new Refusal("InvalidArgument");
    if (isTaken(name, but)) throw new Refusal("ItemAlreadyExists");
  };

  function range(sheet: Sheet, address: string) {
    const zone = toZone(address);
    const cells = addressesIn(zone);
    const given = (name: string, content: unknown) => {
      if (name === "formulas" || name === "numberFormat") return fill(content as unknown[][], name);
      // A style sets what it holds, whatever was set before.
      if (name === "style") for (const cell of cells) sheet.looks.set(cell, new Map());
      for (const cell of cells) setLook(sheet, cell, name.replace("format.", ""), content);
    };
    function fill(grid: unknown[][], name: string): void {
      const height = zone.bottom - zone.top + 1;
      const width = zone.right - zone.left + 1;
      if (grid.length !== height || grid.some((row) => row.length !== width)) throw new Refusal("InvalidArgument");
      grid.forEach((row, r) =>
        row.forEach((content, c) => {
          if (content === null) return;
          const cell = addressesIn({
            top: zone.top + r,
            bottom: zone.top + r,
            left: zone.left + c,
            right: zone.left + c,
          })[0]!;
          if (name === "numberFormat") setLook(sheet, cell, name, content);
          else if (content === "") sheet.cells.delete(cell);
          else sheet.cells.set(cell, typed(content));
        }),
      );
    }
    const clear = (what: string) =>
      later("range.clear", () => {
        if (what !== "Contents") throw new Refusal("InvalidArgument");
        for (const cell of cells) sheet.cells.delete(cell);
      });
    const format: Shape = {
      columnWidth: value,
      rowHeight: value,
      font: { bold: value, italic: value, size: value, color: value },
      fill: { color: value },
      horizontalAlignment: value,
      verticalAlignment: value,
      wrapText: value,
    };
    const conditionalFormats: Shape = {
      add: (type: string) => {
        const mark = { range: address, set: new Map<string, unknown>([["type", type]]) };
        later("conditionalFormats.add", () => void sheet.marks.push(mark));
        const cellValue: Shape = {
          rule: value,
          format: { fill: { color: value }, font: { color: value, bold: value } },
        };
        return made("conditionalFormat", { cellValue }, (name, set) => void mark.set.set(name, set));
      },
    };
    return made(
      "range",
      { formulas: value, numberFormat: value, style: value, clear, format, conditionalFormats },
      given,
    );
  }

  /** Ranges are told apart by this, as a proxy shows nothing of itself. */
  const addressOf = new WeakMap<object, string>();
  const remembered = (object: object, address: string) => {
    addressOf.set(object, address);
    return object;
  };

  function chartOf(sheet: Sheet, type: string, source: object, by: string) {
    const chart: Chart = { type, series: [], set: new Map() };
    later("charts.add", () => {
      const zone = toZone(addressOf.get(source)!);
      const holdsNumbers = addressesIn(zone).every((cell) => sheet.cells.get(cell)?.kind === "number");
      // Of cells without numbers Excel makes of a chart what it will.
      if (by !== "Columns" || !holdsNumbers) throw new Refusal("GeneralException");
      for (let column = zone.left; column <= zone.right; column++) chart.series.push({ set: new Map() });
      sheet.charts.push(chart);
    });
    const series = (find: () => Chart["series"][number]) =>
      made(
        "series",
        {
          name: value,
          setValues: (given: object) => later("series.setValues", () => (find().values = addressOf.get(given)!)),
          setXAxisValues: (given: object) =>
            later("series.setXAxisValues", () => (find().categories = addressOf.get(given)!)),
          format: {
            line: { color: value },
            fill: {
              setSolidColor: (color: string) => later("series.fill", () => (find().fill = color)),
            },
          },
          markerBackgroundColor: value,
          markerForegroundColor: value,
        },
        (name, given) => void find().set.set(name, given),
      );
    return made(
      "chart",
      {
        series: {
          getItemAt: (index: number) =>
            series(() => {
              const found = chart.series[index];
              if (!found) throw new Refusal("InvalidArgument");
              return found;
            }),
          add: () => {
            const added: Chart["series"][number] = { set: new Map() };
            later("series.add", () => void chart.series.push(added));
            return series(() => added);
          },
        },
        title: { text: value, format: { font: { bold: value, size: value, color: value } } },
        legend: { visible: value, position: value },
        axes: { categoryAxis: { reversePlotOrder: value, position: value }, valueAxis: { numberFormat: value } },
        setPosition: (...given: object[]) =>
          later("chart.setPosition", () => (chart.place = given.map((each) => addressOf.get(each)!))),
      },
      (name, given) => void chart.set.set(name, given),
    );
  }

  function worksheet(sheet: Sheet) {
    return made(
      "worksheet",
      {
        name: value,
        showGridlines: value,
        getRange: (address: string) => remembered(range(sheet, address) as object, address),
        activate: () => later("worksheet.activate", () => (state.active = sheet)),
        calculate: () => later("worksheet.calculate", () => (sheet.calculated = true)),
        delete: () => later("worksheet.delete", () => void sheets.splice(sheets.indexOf(sheet), 1)),
        freezePanes: {
          freezeRows: (count: number) => later("freezeRows", () => void sheet.set.set("frozenRows", count)),
        },
        pageLayout: {
          orientation: value,
          paperSize: value,
          zoom: value,
          setPrintArea: (area: string) => later("setPrintArea", () => void sheet.set.set("printArea", area)),
        },
        names: {
          add: (name: string, given: object) =>
            later("names.add", () => {
              if (sheet.names.has(name)) throw new Refusal("InvalidArgument");
              sheet.names.set(name, addressOf.get(given)!);
            }),
        },
        tables: { add: (address: string, hasHeaders: boolean) => tableOf(sheet, address, hasHeaders) },
        charts: { add: (type: string, source: object, by: string) => chartOf(sheet, type, source, by) },
      },
      (name, given) => {
        if (name !== "name") return void sheet.set.set(name, given);
        requireSheetName(String(given), sheet);
        sheet.name = String(given);
      },
    );
  }

  function tableOf(sheet: Sheet, address: string, hasHeaders: boolean) {
    const table = { name: "", range: address, set: new Map<string, unknown>() };
    later("tables.add", () => {
      const zone = toZone(address);
      const inside = addressesIn(zone).map((cell) => sheet.cells.get(cell));
      const spilling = inside.some((cell) => cell?.kind === "formula" && book.spills?.(String(cell.content)));
      const header = addressesIn({ ...zone, bottom: zone.top }).map((cell) => sheet.cells.get(cell));
      if (spilling || !hasHeaders || header.some((cell) => cell?.kind !== "text")) throw new Refusal("InvalidArgument");
      sheet.tables.push(table);
    });
    const shape: Shape = { name: value, style: value, showBandedRows: value, showFilterButton: value };
    return made("table", shape, (name, given) => {
      if (name !== "name") return void table.set.set(name, given);
      if (tableNames.some((taken) => taken.toLowerCase() === String(given).toLowerCase())) {
        throw new Refusal("InvalidArgument");
      }
      tableNames.push((table.name = String(given)));
    });
  }

  const named = (all: readonly string[]) => all.map((name) => ({ name }));
  const worksheets = loaded(
    "worksheets",
    { items: () => named(sheets.map(({ name }) => name)) },
    {
      add: (name: string) => {
        const sheet = new Sheet(name);
        later("worksheets.add", () => {
          if (book.isProtected) throw new Refusal("AccessDenied");
          requireSheetName(name);
          sheets.push(sheet);
        });
        return worksheet(sheet);
      },
      getItemOrNullObject: (name: string) => {
        let found: Sheet | undefined;
        let isKnown = false;
        later("worksheets.getItemOrNullObject", () => {
          found = sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
          isKnown = true;
        });
        return {
          get isNullObject() {
            if (!isKnown) throw new Error("isNullObject is not known before a sync");
            return found === undefined;
          },
          delete: () => later("worksheet.delete", () => void sheets.splice(sheets.indexOf(found!), 1)),
        };
      },
    },
  );
  const application = loaded(
    "application",
    { calculationMode: () => book.calculationMode ?? "Automatic" },
    {
      suspendApiCalculationUntilNextSync: () => later("suspend", () => void state.suspended.push("calculation")),
      suspendScreenUpdatingUntilNextSync: () => later("suspend", () => void state.suspended.push("screen")),
    },
  );

  function selectedRange() {
    const { selected } = book;
    if (selected === "several") later("getSelectedRange", () => refuse("InvalidSelection"));
    const {
      row = 0,
      column = 0,
      columns = 1,
      usedRow = row,
      usedColumn = column,
      values = [],
      hidden = [],
      hiddenColumns = [],
      address,
      usedAddress = address,
      entire,
    } = selected === "several" ? {} : (selected ?? {});
    const visibleView = () => {
      const shown = values.map((_, index) => index).filter((index) => !hidden.includes(index));
      const seen = (index: number) => [...values[index]!.keys()].filter((across) => !hiddenColumns.includes(across));
      const addressOf = (index: number, across: number) =>
        `'Blad 1'!${toAddress(zoneAt(usedRow + index, usedColumn + across))}`;
      return loaded("view", {
        cellAddresses: () => shown.map((index) => seen(index).map((across) => addressOf(index, across))),
      });
    };
    return loaded(
      "selection",
      {
        columnIndex: () => column,
        columnCount: () => columns,
        address: () => address,
        isEntireColumn: () => entire === "columns",
        isEntireRow: () => entire === "rows",
      },
      {
        getUsedRangeOrNullObject: (valuesOnly: boolean) => {
          if (!valuesOnly) throw new Error("formatting would count as used");
          return loaded(
            "used",
            {
              rowIndex: () => usedRow,
              columnIndex: () => usedColumn,
              values: () => values,
              rowHidden: () => (hidden.length === 0 ? false : hidden.length === values.length ? true : null),
              address: () => usedAddress,
            },
            { isNullObject: values.length === 0, getVisibleView: visibleView },
          );
        },
      },
    );
  }

  function refuse(code: string): never {
    throw new Refusal(code);
  }

  const context = {
    workbook: {
      application,
      worksheets,
      tables: loaded("tables", { items: () => named(tableNames) }),
      names: loaded("names", { items: () => named(book.names ?? []) }),
      protection: loaded("protection", { protected: () => book.isProtected ?? false }),
      getSelectedRange: selectedRange,
    },
    sync: async () => {
      state.syncs++;
      const [acts, answers] = [asked, loads];
      asked = [];
      loads = [];
      await Promise.resolve();
      if (state.refused && book.deafAfterRefusal) throw new Refusal("InvalidOperationInCellEditMode");
      if (acts.length > 0) state.writes++;
      for (const { name, act } of acts) {
        if (name === book.refuses?.at) {
          state.refused = true;
          throw new Refusal(book.refuses.code, book.refuses.message);
        }
        act();
      }
      for (const { answer } of answers) answer();
    },
  };
  Object.assign(globalThis, {
    Excel: { run: (batch: (given: typeof context) => Promise<unknown>) => batch(context) },
    Office: {
      context: {
        requirements: { isSetSupported: (name: string, version: string) => name === "ExcelApi" && apiSets(version) },
      },
    },
  });
  return { sheets, state, sheet: (name: string) => sheets.find((sheet) => sheet.name === name) };
}

function setLook(sheet: Sheet, cell: string, name: string, given: unknown): void {
  const looks = sheet.looks.get(cell) ?? new Map<string, unknown>();
  sheet.looks.set(cell, looks.set(name, given));
}

/** What Excel makes of what is written into a cell, which is what it makes of what is typed. */
function typed(content: unknown): { kind: "number" | "text" | "formula" | "read"; content: unknown } {
  if (typeof content === "number") return { kind: "number", content };
  const text = String(content);
  if (text.startsWith("'")) return { kind: "text", content: text.slice(1) };
  if (text.startsWith("=")) return { kind: "formula", content: text };
  const isNumber = /^[-+(]?[\d.,\s]+\)?\s*(%|kr)?$/.test(text);
  const isDate = text.length < 30 && /\d/.test(text) && /^(\d+\s+)?[a-zåäö.]{3,}\s*\d|\d+[-/:.]\d+/i.test(text);
  const isOther = /^(TRUE|FALSE|SANT|FALSKT)$/i.test(text) || /^[-+@]/.test(text);
  return isNumber || isDate || isOther ? { kind: "read", content: text } : { kind: "text", content: text };
}

/** "B4:D6" → a zone; one cell too. */
export function toZone(address: string): Zone {
  const [first, last = first] = address.split(":").map((cell) => {
    const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(cell)!;
    const column = [...letters!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    return { row: Number(row) - 1, column };
  });
  return { top: first!.row, left: first!.column, bottom: last!.row, right: last!.column };
}
