/*
 * Puts together the data of the grid's workbook: contents and sizes as read by us (gridBook.ts), and what the
 * library's own importer makes of conditional formats, charts, tables and styles. Where that fails, on a package
 * written in a way that it does not know, the cells are shown without.
 */
import type { ConditionalFormat, Getters, Model, SheetData, Style, WorkbookData } from "@odoo/o-spreadsheet";
import { excelCode } from "../../engine/values";
import { columnOf, parseAddress, quoteSheet, rowOf } from "../../xlsx/area";
import { isSame } from "../../xlsx/values";
import type { Libraries } from "../load";
import type { GridBook, GridSheet } from "./gridBook";

export type Importer = Pick<Libraries["spreadsheet"], "load">;

/** Sheets are called by this and their number in the file. */
const idPrefix = "sheet-";

export function sheetIdOf(index: number): string {
  return `${idPrefix}${index}`;
}

/** The number in the file of a sheet that was opened; undefined for one that came later. */
export function sheetIndexOf(sheetId: string): number | undefined {
  return sheetId.startsWith(idPrefix) ? Number(sheetId.slice(idPrefix.length)) : undefined;
}

export interface BookData {
  readonly data: Partial<WorkbookData>;
  /** Less and less of what it looks like, for a grid that cannot show all of it. */
  readonly plainer: readonly Partial<WorkbookData>[];
}

/** `dateFormat` is how dates are written in the language of the grid. */
export function toWorkbookData(book: GridBook, library: Importer, dateFormat: string): BookData {
  const found = importLooks(book, library);
  const imported = found && { ...found, formats: { ...found.formats, ...builtInFormats(book, dateFormat) } };
  const bare = withContents(book, undefined);
  if (!imported) return { data: bare, plainer: [] };
  const data = withContents(book, imported);
  const sheets = data.sheets!.map((sheet) => ({
    ...sheet,
    figures: [],
    conditionalFormats: [],
    dataValidationRules: [],
    tables: [],
  }));
  return { data, plainer: [{ ...data, sheets }, bare] };
}

/** A cell that shows another value than the one that is stored for it. */
export interface OtherValue {
  readonly cell: string;
  readonly stored: number | string | boolean;
  readonly shown: number | string | boolean | null;
}

/** `sheets` are those of the grid in the order of the book. */
export function otherValues({ getters }: Pick<Model, "getters">, { sheets }: GridBook): readonly OtherValue[] {
  return sheets.flatMap(({ index, name, results }) =>
    Object.entries(results).flatMap(([address, stored]): OtherValue[] => {
      const { value } = getters.getEvaluatedCell(positionOf(sheetIdOf(index), address));
      const shown = excelCode(value) ?? value;
      return isSame(stored, shown) || (stored === "" && shown === null)
        ? []
        : [{ cell: `${quoteSheet(name)}!${address}`, stored, shown }];
    }),
  );
}

/**
 * A formula that is stored as filling one cell shows the first value of a table in Excel; in the grid it would fill
 * as many cells as it has values. Undefined where there is no such formula.
 */
export function withSingleValues(
  { getters }: Pick<Model, "getters">,
  { sheets }: GridBook,
  data: Partial<WorkbookData>,
): Partial<WorkbookData> | undefined {
  let any = false;
  const changed = data.sheets!.map((sheet, number) => {
    const { arrays, cells } = sheets[number]!;
    const single = tablesOf(getters, sheet.id, cells, new Set(arrays));
    if (single.length === 0) return sheet;
    any = true;
    const first = single.map((address) => [address, `=INDEX(${cells[address]!.slice(1)},1,1)`]);
    return { ...sheet, cells: { ...cells, ...(Object.fromEntries(first) as Record<string, string>) } };
  });
  return any ? { ...data, sheets: changed } : undefined;
}

/** Formulas, other than those that are array formulas, which fill more than their own cell or would. */
function tablesOf(getters: Getters, sheetId: string, cells: GridSheet["cells"], arrays: ReadonlySet<string>): string[] {
  const found: string[] = [];
  // One by one: a list of a million pairs would take as long as the rest.
  for (const address in cells) {
    if (!cells[address]!.startsWith("=") || arrays.has(address)) continue;
    const position = positionOf(sheetId, address);
    if (getters.getSpreadZone(position) || getters.isArrayFormulaSpillBlocked(position)) found.push(address);
  }
  return found;
}

function positionOf(sheetId: string, address: string) {
  const key = parseAddress(address)!;
  return { sheetId, col: columnOf(key), row: rowOf(key) };
}

function importLooks({ parts }: GridBook, { load }: Importer): WorkbookData | undefined {
  const { error, warn } = console;
  // It tells of all that it does not know, which is for its own developers.
  console.error = console.warn = () => undefined;
  try {
    return load(parts);
  } catch {
    return undefined;
  } finally {
    Object.assign(console, { error, warn });
  }
}

/** Formats that a workbook has by number alone, which the importer knows few of, or otherwise than Excel. */
function builtInFormats({ looks }: GridBook, date: string): Readonly<Record<number, string>> {
  const byNumber: Readonly<Record<number, string>> = {
    ...{ 3: "#,##0", 5: "#,##0", 6: "#,##0", 7: "#,##0.00", 8: "#,##0.00", 11: "0.00e" },
    ...{
      14: date,
      15: "d-mmm-yy",
      16: "d-mmm",
      17: "mmm-yy",
      18: "hh:mm a",
      19: "hh:mm:ss a",
      20: "hh:mm",
      21: "hh:mm:ss",
    },
    ...{ 22: `${date} hh:mm`, 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 41: "#,##0", 42: "#,##0" },
    ...{ 43: "#,##0.00", 44: "#,##0.00", 45: "mm:ss", 47: "mm:ss" },
  };
  const used = looks.flatMap(({ format }) => (byNumber[format - 1] === undefined ? [] : [format]));
  return Object.fromEntries(used.map((format) => [format, byNumber[format - 1]!]));
}

function withContents(book: GridBook, imported: WorkbookData | undefined): Partial<WorkbookData> {
  return {
    version: "19.3.2",
    sheets: book.sheets.map((sheet) => toSheetData(sheet, book, imported)),
    styles: imported ? tidied(imported.styles, book.textSize) : {},
    formats: imported?.formats ?? {},
    borders: imported?.borders ?? {},
    namedRanges: { ...book.names },
  };
}

function toSheetData(sheet: GridSheet, book: GridBook, imported: WorkbookData | undefined): SheetData {
  const found = imported?.sheets[sheet.index];
  const byLook = (id: (look: number) => number) => {
    const zones = new Map<string, number>();
    for (const { zone, look } of sheet.looks) {
      if (!book.looks[look]) continue;
      // Where one zone comes twice, the second lies over what has come in between.
      zones.delete(zone);
      zones.set(zone, id(look));
    }
    return Object.fromEntries(zones);
  };
  const fits = ({ col, row }: { col: number; row: number }) => col < sheet.columns && row < sheet.rows;
  return {
    id: sheetIdOf(sheet.index),
    name: sheet.name,
    colNumber: sheet.columns,
    rowNumber: sheet.rows,
    // The library reads them only; a copy of a million would take seconds.
    cells: sheet.cells,
    styles: imported ? byLook((look) => look + 1) : {},
    formats: imported
      ? existing(
          byLook((look) => book.looks[look]!.format),
          imported.formats,
        )
      : {},
    borders: imported
      ? existing(
          byLook((look) => book.looks[look]!.border),
          imported.borders,
        )
      : {},
    merges: [...sheet.merges],
    cols: { ...sheet.columnSizes },
    rows: { ...sheet.rowSizes },
    figures: (found?.figures ?? [])
      .filter(({ col, row }) => fits({ col, row }))
      .map((figure) => {
        const id = `${sheet.index}-${figure.id}`;
        const data = figure.data as object;
        return { ...figure, id, data: figure.tag === "chart" ? { ...data, chartId: id } : data };
      }),
    conditionalFormats: (found?.conditionalFormats ?? []).map((each, number) => ({
      ...each,
      rule: withoutSize(each.rule),
      id: `${sheet.index}-${number}`,
    })),
    dataValidationRules: (found?.dataValidationRules ?? []).map((each, number) => ({
      ...each,
      id: `${sheet.index}-${number}`,
    })),
    tables: found?.tables ?? [],
    areGridLinesVisible: found?.areGridLinesVisible ?? true,
    isVisible: sheet.isVisible,
    panes: found?.panes ?? { xSplit: 0, ySplit: 0 },
    ...(found?.color !== undefined && { color: found.color }),
  };
}

/** A rule that says nothing of the size of a text leaves it as it is. */
function withoutSize(rule: ConditionalFormat["rule"]): ConditionalFormat["rule"] {
  if (!("style" in rule)) return rule;
  const style = { ...rule.style };
  delete style.fontSize;
  return { ...rule, style };
}

/** A zone whose look has no such thing says so with a number that leads nowhere, over what lies below. */
function existing(zones: Record<string, number>, known: Readonly<Record<number, unknown>>): Record<string, number> {
  const overlaid = new Map(Object.entries(zones));
  for (const [zone, id] of overlaid) if (known[id] === undefined) overlaid.set(zone, 0);
  return Object.fromEntries(overlaid);
}

/** The grid has a size of its own for what is of the workbook's usual size, and says nothing of what is not so. */
function tidied(styles: WorkbookData["styles"], textSize: number): WorkbookData["styles"] {
  const tidy = ({ fontSize, wrapping, textColor, ...style }: Style): Style => {
    const said = Object.entries(style).filter(([, value]) => value !== undefined && value !== false);
    return {
      ...(Object.fromEntries(said) as Style),
      ...(fontSize !== undefined && fontSize !== textSize && { fontSize }),
      ...(wrapping === "wrap" && { wrapping }),
      ...(textColor !== undefined && !/^#000000/.test(textColor) && { textColor }),
    };
  };
  return Object.fromEntries(Object.entries(styles).map(([id, style]) => [id, tidy(style)]));
}
