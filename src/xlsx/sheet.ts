/*
 * Reads a sheet's part: values and formulas, and what decides where a formula's table can spread.
 */
import {
  columnOf,
  contains,
  keyOf,
  maxColumns,
  maxRows,
  parseAddress,
  parseArea,
  rowOf,
  sizeOf,
  type Area,
} from "./area";
import { refuse } from "./problem";
import { ErrorValue, type CellValue } from "./values";
import { readXml, unescapeText } from "./xml";

export const mostCells = 1_000_000;

/** A formula that says that it fills half the sheet would keep us for hours. */
export function limited(area: Area): Area {
  return sizeOf(area) > mostCells ? refuse({ kind: "tooManyCells", most: mostCells }) : area;
}
/** Cells without content, which have a look at most; reading more would take long for nothing. */
const mostBlank = 4_000_000;

export interface StoredFormula {
  /** Without its equals sign; "" where it is that of the group's first cell. */
  readonly text: string;
  readonly kind: "normal" | "array" | "dataTable";
  /** The cells that an array formula fills. */
  readonly area?: Area;
  /** Spreads to as many cells as its result has; others fill what they were given. */
  readonly isDynamic: boolean;
  /** The number of a group of formulas that are the same but for where they stand. */
  readonly group?: string;
  /** For a data table, the cells that its inputs are put into. */
  readonly inputs?: readonly string[];
}

export interface SheetContent {
  readonly values: ReadonlyMap<number, CellValue>;
  readonly formulas: ReadonlyMap<number, StoredFormula>;
  readonly merges: readonly Area[];
  readonly hiddenRows: ReadonlySet<number>;
  /** Some rows are hidden because a filter hides them. */
  readonly isFiltered: boolean;
  readonly height: number;
  readonly width: number;
}

/** Is told of what the sheet looks like, which nothing else here needs. */
export interface LooksReader {
  /** Every cell that the part has, also one that holds nothing. */
  cell(row: number, column: number, style: string | undefined): void;
  row(row: number, attributes: Readonly<Record<string, string>>): void;
  /** An element before or after the cells, such as `col` or `hyperlink`. */
  outside(name: string, attributes: Readonly<Record<string, string>>): void;
  /** A cell's text has looks of its own in parts of it. */
  richText(): void;
}

export interface SheetReading {
  readonly sharedStrings: SharedStrings;
  /** The `cm` numbers that mark a dynamic array. */
  readonly dynamicMarks: ReadonlySet<string>;
  /** How many cells the workbook has so far, over all its sheets. */
  readonly counter: { cells: number; blank: number };
  readonly looks?: LooksReader | undefined;
}

export function readSheet(text: string, part: string, reading: SheetReading): SheetContent {
  const values = new Map<number, CellValue>();
  const formulas = new Map<number, StoredFormula>();
  const merges: Area[] = [];
  const hiddenRows = new Set<number>();
  const { looks } = reading;
  let isFiltered = false;
  let [row, column, height, width] = [-1, -1, 0, 0];
  let inData = false;
  let cell: Readonly<Record<string, string>> | undefined;
  let formula: Readonly<Record<string, string>> | undefined;
  let [formulaText, valueText, isInline, phonetic]: [string, string | undefined, boolean, boolean] = [
    "",
    undefined,
    false,
    false,
  ];
  let reads: "formula" | "value" | undefined;

  const finishCell = () => {
    const attributes = cell!;
    const value = toValue(attributes.t, valueText, reading.sharedStrings.texts);
    if (attributes.t === "s" && reading.sharedStrings.rich.has(Number(valueText))) looks?.richText();
    cell = undefined;
    if (value === null && !formula) {
      reading.counter.blank += 1;
      if (reading.counter.blank > mostBlank) refuse({ kind: "tooManyBlank", most: mostBlank });
      return;
    }
    reading.counter.cells += 1;
    if (reading.counter.cells > mostCells) refuse({ kind: "tooManyCells", most: mostCells });
    const key = keyOf(row, column);
    if (value !== null) values.set(key, value);
    if (formula) formulas.set(key, toFormula(formula, formulaText, reading.dynamicMarks.has(attributes.cm ?? "")));
    height = Math.max(height, row + 1);
    width = Math.max(width, column + 1);
  };

  readXml(text, part, {
    open({ name, attributes }) {
      if (!inData) {
        if (name === "sheetData") inData = true;
        else if (name === "mergeCell") {
          const area = parseArea(attributes.ref ?? "");
          if (area) merges.push(area);
        } else if (name === "filterColumn") isFiltered = true;
        else looks?.outside(name, attributes);
        return;
      }
      switch (name) {
        case "row":
          row = attributes.r === undefined ? row + 1 : Number(attributes.r) - 1;
          if (!(row >= 0 && row < maxRows)) refuse({ kind: "brokenPart", part });
          column = -1;
          if (isTrue(attributes.hidden)) hiddenRows.add(row);
          looks?.row(row, attributes);
          break;
        case "c": {
          const next = column + 1 < maxColumns ? keyOf(row, column + 1) : undefined;
          const key = attributes.r === undefined ? next : parseAddress(attributes.r);
          if (key === undefined) return refuse({ kind: "brokenPart", part });
          [row, column] = [rowOf(key), columnOf(key)];
          looks?.cell(row, column, attributes.s);
          cell = attributes;
          formula = undefined;
          formulaText = "";
          valueText = undefined;
          isInline = false;
          break;
        }
        case "f":
          formula = attributes;
          reads = "formula";
          break;
        case "v":
          valueText = "";
          reads = "value";
          break;
        case "is":
          valueText = "";
          isInline = true;
          break;
        case "rPh":
          phonetic = true;
          break;
        case "r":
          if (isInline) looks?.richText();
          break;
        case "t":
          if (isInline && !phonetic) reads = "value";
          break;
      }
    },
    text(piece) {
      if (reads === "formula") formulaText += piece;
      else if (reads === "value") valueText = (valueText ?? "") + piece;
    },
    close(name) {
      if (!inData) return;
      if (name === "c" && cell) finishCell();
      else if (name === "sheetData") inData = false;
      else if (name === "rPh") phonetic = false;
      reads = undefined;
    },
  });
  return { values, formulas, merges, hiddenRows, isFiltered, height, width };
}

function toFormula(attributes: Readonly<Record<string, string>>, text: string, isDynamic: boolean): StoredFormula {
  const { t, ref, si, r1, r2 } = attributes;
  const area = ref === undefined ? undefined : parseArea(ref);
  if (t === "dataTable") {
    const inputs = [r1, r2].filter((input) => input !== undefined);
    return { text: "", kind: "dataTable", isDynamic: false, inputs, ...(area && { area }) };
  }
  if (t === "array") return { text, kind: "array", isDynamic, ...(area && { area }) };
  return { text, kind: "normal", isDynamic, ...(t === "shared" && si !== undefined && { group: si }) };
}

function toValue(type: string | undefined, text: string | undefined, sharedStrings: readonly string[]) {
  if (text === undefined) return null;
  switch (type) {
    case "s":
      return sharedStrings[Number(text)] ?? null;
    case "str":
    case "inlineStr":
      return unescapeText(text);
    case "b":
      return isTrue(text.trim());
    case "e":
      return new ErrorValue(text.trim());
    case "d": {
      const time = Date.parse(`${text.trim().replace(/Z$/, "")}Z`);
      return Number.isNaN(time) ? text : time / 86_400_000 + 25_569;
    }
  }
  if (text.trim() === "") return null;
  const number = Number(text);
  return Number.isNaN(number) ? text : number;
}

export function isTrue(attribute: string | undefined): boolean {
  return attribute === "1" || attribute === "true";
}

/** Whether a cell is part of cells that are merged into one. */
export function isMerged({ merges }: SheetContent, row: number, column: number): boolean {
  return merges.some((area) => contains(area, row, column));
}

/** The texts that cells refer to by number. */
export interface SharedStrings {
  readonly texts: readonly string[];
  /** The numbers of those that have looks of their own in parts of them. */
  readonly rich: ReadonlySet<number>;
}

export function readSharedStrings(text: string, part: string): SharedStrings {
  const strings: string[] = [];
  const rich = new Set<number>();
  let current = "";
  let [isText, phonetic] = [false, false];
  readXml(text, part, {
    open({ name }) {
      if (name === "si") current = "";
      else if (name === "rPh") phonetic = true;
      else if (name === "r") rich.add(strings.length);
      else if (name === "t") isText = !phonetic;
    },
    text(piece) {
      if (isText) current += piece;
    },
    close(name) {
      if (name === "si") strings.push(unescapeText(current));
      else if (name === "rPh") phonetic = false;
      else if (name === "t") isText = false;
    },
  });
  return { texts: strings, rich };
}
