/*
 * A stored workbook as the grid takes it: contents of cells, with formulas in the engine's words, and where they look
 * how. Made beside the page (worker.ts); what the library's importer makes of the rest is put together in openBook.ts.
 */
import { contentOf } from "../../engine/content";
import {
  dataTableShown,
  keptFormula,
  quoteGridSheet,
  toGridFormula,
  type GridName,
  type GridSheetName,
} from "../../engine/gridFormula";
import {
  addressOfArea,
  columnOf,
  forEachCell,
  keyOf,
  maxColumns,
  maxRows,
  parseArea,
  rowOf,
  toAddress,
} from "../../xlsx/area";
import type { FunctionKnowledge } from "../../xlsx/formula";
import { Formulas, type LocatedFormula } from "../../xlsx/formulas";
import { userFormula } from "../../xlsx/formulaText";
import type { FormulaProblem } from "../../xlsx/problem";
import { isTrue, limited, type LooksReader } from "../../xlsx/sheet";
import { attributesOf, Styles } from "../../xlsx/styles";
import { plainValue } from "../../xlsx/values";
import { readWorkbook, type Progress, type Workbook } from "../../xlsx/workbook";
import { extraOfElement, extraOfRelationship, extras, type Extra } from "./extras";
import { looksParts } from "./looksParts";
import { LookZones } from "./lookZones";
import { gridSheetName } from "./names";

export interface Size {
  readonly size?: number;
  readonly isHidden?: boolean;
}

export interface GridSheet {
  /** Its number in the file. */
  readonly index: number;
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly cells: Readonly<Record<string, string>>;
  /** What is stored as the results of its formulas, of those that have one and can be calculated here. */
  readonly results: Readonly<Record<string, number | string | boolean>>;
  /** The cells of its array formulas. */
  readonly arrays: readonly string[];
  /** Rectangles, and the number of the look that each has in the file; of two over one cell, the later. */
  readonly looks: readonly { readonly zone: string; readonly look: number }[];
  readonly columnSizes: Readonly<Record<number, Size>>;
  readonly rowSizes: Readonly<Record<number, Size>>;
  readonly merges: readonly string[];
  readonly isVisible: boolean;
  /** What it has beside all this, in the order of the list. */
  readonly extras: readonly Extra[];
}

/** A formula that only Excel can calculate. */
export interface KeptFormula {
  readonly cell: string;
  readonly formula: string;
  readonly problem: FormulaProblem;
}

export interface GridBook {
  readonly sheets: readonly GridSheet[];
  readonly names: Readonly<Record<string, string>>;
  /** The package of looksParts.ts. */
  readonly parts: Readonly<Record<string, string>>;
  /** For each look, by the numbers that the importer gives them, its number format and its lines. */
  readonly looks: readonly { readonly format: number; readonly border: number }[];
  /** The size of the workbook's own text, in points. */
  readonly textSize: number;
  readonly kept: readonly KeptFormula[];
  /** Columns of values for each of them, by number. */
  readonly keptValues: readonly (readonly (readonly (number | string | boolean | null)[])[])[];
  readonly is1904: boolean;
  readonly countsAsShown: boolean;
  /** How many cells hold something. */
  readonly cells: number;
}

/** Room beside and below what there is. */
const spare = { rows: 50, columns: 8 };
const least = { rows: 100, columns: 26 };

export function readGridBook(
  bytes: Uint8Array,
  functions: FunctionKnowledge,
  progress?: Progress,
): { workbook: Workbook; book: GridBook } {
  const looks: SheetLooks[] = [];
  const workbook = readWorkbook(bytes, progress, (sheet) => (looks[sheet] = new SheetLooks()));
  return { workbook, book: toGridBook(workbook, looks, functions) };
}

/** What a sheet looks like, as it is read. */
class SheetLooks implements LooksReader {
  readonly zones = new LookZones();
  readonly columns: { from: number; to: number; look: number | undefined; size: Size }[] = [];
  readonly rowSizes: Record<number, Size> = {};
  readonly rows: { row: number; look: number }[] = [];
  /** In pixels, of columns that nothing else is said of. */
  usualWidth = 64;
  readonly extras = new Set<Extra>();
  #hasAround = false;

  outside(name: string, attributes: Readonly<Record<string, string>>): void {
    const { min, max, width, hidden, style, defaultColWidth, outlineLevel } = attributes;
    const extra = outlineLevel === undefined ? extraOfElement(name) : "outline";
    if (extra) this.extras.add(extra);
    if (name === "sheetFormatPr" && defaultColWidth !== undefined)
      this.usualWidth = columnPixels(Number(defaultColWidth));
    if (name !== "col") return;
    this.#hasAround ||= style !== undefined;
    this.columns.push({
      from: Number(min) - 1,
      to: Math.min(Number(max), maxColumns) - 1,
      look: style === undefined ? undefined : Number(style),
      size: sizeOf(width === undefined ? undefined : columnPixels(Number(width)), isTrue(hidden)),
    });
  }

  richText(): void {
    this.extras.add("richText");
  }

  row(row: number, { ht, hidden, s, customFormat, outlineLevel }: Readonly<Record<string, string>>): void {
    if (outlineLevel !== undefined) this.extras.add("outline");
    if (isTrue(customFormat) && s !== undefined) {
      this.rows.push({ row, look: Number(s) });
      this.#hasAround = true;
    }
    if (ht === undefined && !isTrue(hidden)) return;
    this.rowSizes[row] = sizeOf(ht === undefined ? undefined : Math.round((Number(ht) * 4) / 3), isTrue(hidden));
  }

  cell(row: number, column: number, style: string | undefined): void {
    const look = Number(style ?? 0);
    // The first look is said only where a row or column would give the cell another one.
    if (look !== 0 || this.#hasAround) this.zones.add(row, column, look);
  }
}

function sizeOf(size: number | undefined, isHidden: boolean): Size {
  return { ...(size !== undefined && { size }), ...(isHidden && { isHidden }) };
}

/** A width is in digits of the workbook's own text, each of 7 pixels in most workbooks. */
function columnPixels(width: number): number {
  return Math.max(0, Math.round(width * 7));
}

function toGridBook(workbook: Workbook, looks: readonly SheetLooks[], functions: FunctionKnowledge): GridBook {
  const styles = Styles.of(workbook.package, workbook.part);
  const xfs = styles.items("cellXfs").map(attributesOf);
  const sizes = workbook.sheets.map(({ height, width }, index) => sizeOfSheet(height, width, looks[index]));
  const sheetNames = workbook.sheets.map(({ name }, index) => ({
    name: gridSheetName(name),
    columns: sizes[index]!.columns,
  }));
  const contents = new Contents(workbook, functions, sheetNames);
  const sheets = workbook.sheets.flatMap((sheet, index): GridSheet[] => {
    const look = looks[index];
    if (!look) return [];
    const { rows, columns } = sizes[index]!;
    return [
      {
        index,
        name: sheetNames[index]!.name,
        rows,
        columns,
        ...contents.of(index),
        looks: looksOf(look, rows, columns),
        columnSizes: columnSizes(look, columns),
        rowSizes: look.rowSizes,
        merges: sheet.merges.filter(({ bottom, right }) => bottom < rows && right < columns).map(addressOfArea),
        isVisible: !sheet.isHidden,
        extras: extrasOf(look, workbook.package.relationships(sheet.part)),
      },
    ];
  });
  return {
    sheets,
    names: Object.fromEntries([...contents.names.values()].map(({ written, range }) => [written, range])),
    parts: looksParts(workbook),
    looks: xfs.map(({ numFmtId, borderId }) => ({
      format: Number(numFmtId ?? 0) + 1,
      border: Number(borderId ?? 0) + 1,
    })),
    textSize: Number(/<(?:\w+:)?sz\s+val="([\d.]+)"/.exec(styles.items("fonts")[0] ?? "")?.[1] ?? 11),
    kept: contents.kept,
    keptValues: contents.keptValues,
    is1904: workbook.is1904,
    countsAsShown: workbook.countsAsShown,
    cells: workbook.sheets.reduce((sum, { values, formulas }) => sum + values.size + formulas.size, 0),
  };
}

function extrasOf({ extras: found }: SheetLooks, related: readonly { readonly type: string }[]): readonly Extra[] {
  const ofParts = related.map(({ type }) => extraOfRelationship(type));
  return extras.filter((extra) => found.has(extra) || ofParts.includes(extra));
}

function sizeOfSheet(height: number, width: number, look: SheetLooks | undefined) {
  const lastRow = Math.max(
    height,
    ...Object.keys(look?.rowSizes ?? {})
      .map((row) => Number(row) + 1)
      .slice(-1),
  );
  const sized = (look?.columns ?? []).filter(({ to }) => to < maxColumns - 1).map(({ to }) => to + 1);
  const rows = Math.min(maxRows, Math.max(least.rows, lastRow + spare.rows));
  const columns = Math.min(
    maxColumns,
    Math.max(least.columns, Math.min(width + 200, Math.max(width, ...sized)) + spare.columns),
  );
  return { rows, columns };
}

function columnSizes({ columns: sized, usualWidth }: SheetLooks, columns: number): Readonly<Record<number, Size>> {
  const sizes: Record<number, Size> = {};
  for (let column = 0; column < columns; column += 1) sizes[column] = { size: usualWidth };
  for (const { from, to, size } of sized) {
    for (let column = from; column <= Math.min(to, columns - 1); column += 1)
      sizes[column] = { ...sizes[column], ...size };
  }
  return sizes;
}

/** Columns first, then rows, then cells. */
function looksOf({ columns: styled, rows: ofRows, zones }: SheetLooks, rows: number, columns: number) {
  const column = styled.flatMap(({ from, to, look }) => {
    if (look === undefined || look === 0 || from >= columns) return [];
    return [{ zone: addressOfArea({ top: 0, left: from, bottom: rows - 1, right: Math.min(to, columns - 1) }), look }];
  });
  const row = ofRows
    .filter((each) => each.row < rows)
    .map(({ row: at, look }) => ({ zone: addressOfArea({ top: at, left: 0, bottom: at, right: columns - 1 }), look }));
  return [...column, ...row, ...zones.all()];
}

interface BookName extends GridName {
  readonly written: string;
  readonly range: string;
}

/** Contents of cells, and what is found on the way. */
class Contents {
  readonly names = new Map<string, BookName>();
  readonly kept: KeptFormula[] = [];
  readonly keptValues: (number | string | boolean | null)[][][] = [];
  readonly #formulas: Formulas;
  readonly #bySheet: LocatedFormula[][];

  constructor(
    private readonly workbook: Workbook,
    functions: FunctionKnowledge,
    private readonly sheetNames: readonly GridSheetName[],
  ) {
    this.#formulas = new Formulas(workbook, functions);
    this.#bySheet = workbook.sheets.map(() => []);
    for (const located of this.#formulas.all) this.#bySheet[located.sheet]!.push(located);
    this.#findNames();
  }

  /** Names of one area that mean the same on every sheet; the grid knows no others. */
  #findNames(): void {
    const { names, sheets } = this.workbook;
    const count = new Map<string, number>();
    for (const { name } of names) count.set(name.toLowerCase(), (count.get(name.toLowerCase()) ?? 0) + 1);
    for (const { name, formula } of names) {
      const [, quoted, plain, address] =
        /^(?:'((?:[^']|'')+)'|([^'!]+))!(\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?)$/.exec(formula) ?? [];
      const sheetName = quoted?.replaceAll("''", "'") ?? plain;
      const sheet = sheets.findIndex((each) => each.name === sheetName);
      const isPlain =
        /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^_xlnm/i.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name);
      const area = address === undefined ? undefined : parseArea(address);
      if (!isPlain || count.get(name.toLowerCase()) !== 1 || sheet < 0 || !area || !sheets[sheet]!.isGrid) continue;
      const { name: gridName } = this.sheetNames[sheet]!;
      const range = `${quoteGridSheet(gridName)}!${addressOfArea(area)}`;
      this.names.set(name.toLowerCase(), { sheet, ...area, written: name, range });
    }
  }

  of(index: number): Pick<GridSheet, "cells" | "results" | "arrays"> {
    const { values, formulas } = this.workbook.sheets[index]!;
    const cells: Record<string, string> = {};
    const results: Record<string, number | string | boolean> = {};
    const arrays: string[] = [];
    const filled = new Set<number>();
    for (const located of this.#bySheet[index]!) {
      const { key, stored } = located;
      const address = toAddress(rowOf(key), columnOf(key));
      const { content, isKept } = this.#formula(located);
      cells[address] = content;
      const result = plainValue(values.get(key) ?? null);
      if (!isKept && result !== null) results[address] = result;
      if (stored.kind === "array") arrays.push(address);
      if (stored.kind === "array" && stored.area) {
        forEachCell(limited(stored.area), (row, column) => {
          const each = keyOf(row, column);
          if (each !== key && !formulas.has(each)) filled.add(each);
        });
      }
    }
    for (const [key, value] of values) {
      if (formulas.has(key) || filled.has(key)) continue;
      cells[toAddress(rowOf(key), columnOf(key))] = contentOf(value);
    }
    return { cells, results, arrays };
  }

  #formula(located: LocatedFormula): { readonly content: string; readonly isKept: boolean } {
    const { sheet, key, stored } = located;
    const formula = this.#formulas.read(located);
    if (!formula.problem) {
      const place = { sheet, key, isPlain: stored.kind === "normal" };
      return { content: toGridFormula(formula, place, this.sheetNames, this.names), isKept: false };
    }
    const { text, rows, columns } = this.#formulas.textOf(located);
    const shown = stored.kind === "dataTable" ? dataTableShown : userFormula(text, rows, columns);
    this.kept.push({ cell: this.#formulas.name(located), formula: shown, problem: formula.problem });
    const number = this.keptValues.push(this.#storedValues(located)) - 1;
    return { content: keptFormula(shown, number), isKept: true };
  }

  #storedValues({ sheet, key, stored }: LocatedFormula): (number | string | boolean | null)[][] {
    const { values } = this.workbook.sheets[sheet]!;
    const [row, column] = [rowOf(key), columnOf(key)];
    const own = { top: row, left: column, bottom: row, right: column };
    const area = stored.kind === "array" && stored.area ? limited(stored.area) : own;
    const columns: (number | string | boolean | null)[][] = [];
    for (let c = area.left; c <= area.right; c += 1) {
      const held: (number | string | boolean | null)[] = [];
      for (let r = area.top; r <= area.bottom; r += 1) held.push(plainValue(values.get(keyOf(r, c)) ?? null));
      columns.push(held);
    }
    return columns;
  }
}
