/*
 * Reads a stored formula: which cells it needs, which functions it calls, and how the engine is asked for its
 * result. The engine gets no workbook: every reference, text and error is handed to it as a value, so what it
 * computes with is exactly what the workbook holds.
 */
import { parseA1Ref, parseStructRef, tokenize, type Token } from "@borgar/fx/xlsx";
import { contains, maxColumns, maxRows, type Area } from "./area";
import { functionName, isOurs } from "./functionName";
import { refuse, type FormulaProblem } from "./problem";
import { tableArea } from "./tableArea";
import { ErrorValue, isErrorName, type CellValue } from "./values";
import type { DefinedName, Table, Workbook } from "./workbook";

export { functionName, isOurs, mayBeOurs } from "./functionName";

/** What is known of the engine's functions. */
export interface FunctionKnowledge {
  /** Why a call cannot be made; undefined where it can. */
  problem(name: string, argumentCount: number): FormulaProblem | undefined;
  /** Whether an argument takes a range as such, not cell by cell. */
  takesRange(name: string, index: number): boolean;
  /** Whether blank cells at the end of an area that it takes can be left out. */
  passesBlanks(name: string): boolean;
}

export interface Place {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
}

/** A reference, as it is for the formula's own place; what is not fixed moves with the formula. */
export interface AreaPart extends Area {
  readonly kind: "area";
  readonly sheet: number;
  readonly fixed: { readonly top: boolean; readonly left: boolean; readonly bottom: boolean; readonly right: boolean };
  /** The reference is to all that the formula in this cell fills. */
  readonly spill: boolean;
  /** One value is wanted here: a formula that fills one cell takes the one in its own row or column. */
  readonly scalar: boolean;
  /** The same, asked for by the formula itself. */
  readonly single: boolean;
  /** Blank cells at its end can be left out, as the function that it is given to passes them by. */
  readonly passesBlanks: boolean;
  /** Inside a function that came with dynamic arrays, and never was part of a formula that takes single values. */
  readonly inNewer: boolean;
  /** Inside SUBTOTAL: without other subtotals, and without rows hidden by a filter, or hidden at all. */
  readonly subtotal?: "filtered" | "hidden";
  /** Its sheet is not named: it is that which the formula stands on. */
  readonly isLocal?: boolean;
  /** The name that stands there, where it is that of the same area wherever the formula is. */
  readonly name?: string;
}

export type Part =
  | string
  | AreaPart
  | { readonly kind: "value"; readonly value: CellValue }
  /** The beginning of a call that the engine is asked for in other words than were written. */
  | { readonly kind: "call"; readonly asked: string; readonly written: string }
  /** The row or column number of the formula's own cell, or of an area. */
  | { readonly kind: "number"; readonly of: "row" | "column"; readonly area?: AreaPart }
  /** How many rows or columns an area has. */
  | { readonly kind: "size"; readonly of: "row" | "column"; readonly area: AreaPart };

export interface Formula {
  readonly parts: readonly Part[];
  /** Those whose values it needs. */
  readonly areas: readonly AreaPart[];
  /** Our functions that it calls, itself or through a name. */
  readonly ours: readonly string[];
  /** It may need any cell: only calculation would tell which. */
  readonly reachesAnywhere: boolean;
  readonly problem?: FormulaProblem;
}

const mostLevels = 256;
/** Functions whose arguments are computed as tables in every kind of formula. */
const arrayFunctions = new Set(
  "SUMPRODUCT MMULT MINVERSE MDETERM TRANSPOSE FREQUENCY LOOKUP LINEST LOGEST TREND GROWTH".split(" "),
);
/** Within those they take one value all the same, in a formula that is not an array formula itself. */
const choosingFunctions = new Set("IF IFS IFNA IFERROR SWITCH CHOOSE INDEX".split(" "));
/** They came with dynamic arrays. */
const newerFunctions = new Set(
  "FILTER XLOOKUP SEQUENCE HSTACK VSTACK CHOOSECOLS CHOOSEROWS TAKE DROP SORT SORTBY UNIQUE XMATCH".split(" "),
);
/** Once an add-in of Excel's; they take a table that is computed, and no range. */
const addInFunctions = new Set("EDATE EOMONTH ISEVEN ISODD WEEKNUM".split(" "));

/** Whether Excel has a way of its own with a range in place of a value. */
function isOddWithRange(name: string, index: number): boolean {
  return addInFunctions.has(name) || (name === "SWITCH" && index > 0);
}

const volatileFunctions = new Set(["NOW", "RAND", "RANDBETWEEN", "RANDARRAY"]);
const reachingFunctions = new Set(["INDIRECT", "OFFSET"]);
const dateFunctions = new Set(
  (
    "DATE DATEVALUE DATEDIF DAY DAYS DAYS360 EDATE EOMONTH HOUR ISOWEEKNUM MINUTE MONTH NETWORKDAYS " +
    "NETWORKDAYS.INTL NOW SECOND TEXT TODAY WEEKDAY WEEKNUM WORKDAY WORKDAY.INTL YEAR YEARFRAC"
  ).split(" "),
);
const subtotals: Readonly<Record<string, string>> = {
  1: "AVERAGE",
  2: "COUNT",
  3: "COUNTA",
  4: "MAX",
  5: "MIN",
  6: "PRODUCT",
  7: "STDEV",
  8: "STDEVP",
  9: "SUM",
  10: "VAR",
  11: "VARP",
};

type NamedFormula = { readonly formula: Formula; readonly only?: AreaPart };

export class FormulaReader {
  readonly #sheets: ReadonlyMap<string, number>;
  readonly #names: ReadonlyMap<string, DefinedName>;
  readonly #tables: ReadonlyMap<string, Table>;
  readonly #namesBeingRead = new Set<DefinedName>();

  constructor(
    private readonly workbook: Pick<Workbook, "sheets" | "names" | "tables" | "is1904">,
    private readonly functions: FunctionKnowledge,
  ) {
    this.#sheets = new Map(workbook.sheets.map(({ name }, index) => [name.toLowerCase(), index]));
    this.#names = new Map(workbook.names.map((each) => [`${each.sheet ?? ""}!${each.name.toLowerCase()}`, each]));
    this.#tables = new Map(workbook.tables.map((table) => [table.name.toLowerCase(), table]));
  }

  read(text: string, place: Place, cell: string): Formula {
    return new Reading(this, this.functions, this.workbook, place, cell).read(text);
  }

  sheetNumber(name: string): number | undefined {
    return this.#sheets.get(name.toLowerCase());
  }

  table(name: string): Table | undefined {
    return this.#tables.get(name.toLowerCase());
  }

  /** A name's formula, read for a place; undefined where there is no such name, or it leads back to itself. */
  named(name: string, place: Place, sheet: number | undefined, cell: string): NamedFormula | undefined {
    const key = name.toLowerCase();
    const defined = this.#names.get(`${sheet ?? place.sheet}!${key}`) ?? this.#names.get(`!${key}`);
    if (!defined || this.#namesBeingRead.has(defined)) return undefined;
    this.#namesBeingRead.add(defined);
    try {
      // What a name's formula says of other cells is said as if it stood in A1.
      const home = { sheet: defined.sheet ?? place.sheet, row: 0, column: 0 };
      const formula = moved(this.read(defined.formula, home, cell), place.row, place.column);
      const [only] = formula.parts;
      const isArea = formula.parts.length === 1 && typeof only === "object" && only.kind === "area";
      return isArea ? { formula, only } : { formula };
    } finally {
      this.#namesBeingRead.delete(defined);
    }
  }
}

interface Frame {
  readonly name?: string;
  /** Tables are computed here, in every kind of formula. */
  isArray: boolean;
  readonly inNewer: boolean;
  readonly subtotal?: "filtered" | "hidden";
  /** What stands for its closing parenthesis. */
  readonly close: string;
  /** Its arguments are counted from here: a function may have had some taken away. */
  index: number;
  /** A name or function stands somewhere between its parentheses. */
  isEmpty: boolean;
}

/** How a reference is taken. */
type How = Pick<AreaPart, "spill" | "scalar" | "single" | "passesBlanks" | "inNewer" | "subtotal">;

/** Neither its cells are wanted nor one value. */
export const asSuch: How = { spill: false, scalar: false, single: false, passesBlanks: false, inNewer: false };

type Item = Token & { readonly spaced: boolean };

/** One formula being read. */
class Reading {
  readonly #parts: Part[] = [];
  readonly #areas: AreaPart[] = [];
  readonly #ours: string[] = [];
  readonly #frames: Frame[] = [];
  #reachesAnywhere = false;
  #problem: FormulaProblem | undefined;
  #items: Item[] = [];
  #inBraces = false;

  constructor(
    private readonly reader: FormulaReader,
    private readonly functions: FunctionKnowledge,
    private readonly workbook: Pick<Workbook, "sheets" | "is1904">,
    private readonly place: Place,
    private readonly cell: string,
  ) {}

  read(text: string): Formula {
    this.#items = bindMinus(toItems(text));
    this.#checkNesting();
    for (let at = 0; at < this.#items.length;) at += this.#take(at);
    if (this.#frames.length > 0) this.#fail({ kind: "unreadable" });
    return {
      parts: this.#parts,
      areas: this.#areas,
      ours: this.#ours,
      reachesAnywhere: this.#reachesAnywhere,
      ...(this.#problem && { problem: this.#problem }),
    };
  }

  #checkNesting(): void {
    let [levels, most] = [0, 0];
    for (const { type, value } of this.#items) {
      if (type !== "operator") continue;
      if (value === "(") most = Math.max(most, (levels += 1));
      else if (value === ")") levels -= 1;
    }
    if (most > mostLevels) refuse({ kind: "nesting", cell: this.cell, levels: most, most: mostLevels });
  }

  /** The first problem is the one that is told. */
  #fail(problem: FormulaProblem): void {
    this.#problem ??= problem;
  }

  #frame(): Frame | undefined {
    return this.#frames[this.#frames.length - 1];
  }

  #is(at: number, value: string): boolean {
    const item = this.#items[at];
    return item?.type === "operator" && item.value === value;
  }

  /** Takes what stands at a place and returns how many tokens that were. */
  #take(at: number): number {
    const item = this.#items[at]!;
    const frame = this.#frame();
    if (frame && !(item.type === "operator" && item.value === ")")) frame.isEmpty = false;
    if (item.spaced && isOperandEnd(this.#items[at - 1]) && isOperandStart(item)) this.#fail({ kind: "reference" });
    switch (item.type) {
      case "fx_prefix":
        return 1;
      case "number":
      case "bool":
        this.#parts.push(item.value);
        return 1;
      case "string":
        return this.#takeText(item.value);
      case "error":
        if (!isErrorName(item.value.toUpperCase())) this.#fail({ kind: "doubt", doubt: "errorText" });
        this.#parts.push({ kind: "value", value: new ErrorValue(item.value.toUpperCase()) });
        return 1;
      case "func":
        return this.#takeFunction(at);
      case "operator":
        return this.#takeOperator(at);
      case "range":
      case "range_beam":
      case "range_named":
      case "structured":
        return this.#takeReference(at, at, { single: false });
    }
    this.#fail({ kind: "unreadable" });
    return 1;
  }

  #takeText(quoted: string): number {
    const value = quoted.slice(1, -1).replace(/""/g, '"');
    if (isErrorName(value)) this.#fail({ kind: "doubt", doubt: "errorText" });
    const isPlain = !/["\\#]/.test(value);
    this.#parts.push(this.#inBraces && isPlain ? quoted : { kind: "value", value });
    return 1;
  }

  #takeFunction(at: number): number {
    const name = functionName(this.#items[at]!.value);
    if (isOurs(name)) this.#ours.push(name);
    else this.#takeNamedFunction(name);
    if (reachingFunctions.has(name)) this.#reachesAnywhere = true;
    if (volatileFunctions.has(name)) this.#fail({ kind: "volatile", name });
    if (this.workbook.is1904 && dateFunctions.has(name)) this.#fail({ kind: "dates1904", name });
    const isAlone = isReference(this.#items[at + 2]) && this.#is(at + 3, ")");
    if (name === "ANCHORARRAY" && isAlone) {
      this.#takeReference(at + 2, at, { single: false, spill: true, last: at + 3 });
      return 4;
    }
    if (name === "SINGLE") {
      if (isAlone) {
        this.#takeReference(at + 2, at, { single: true, last: at + 3 });
        return 4;
      }
      this.#open({ name, isArray: true, close: ",1,1)" }, "INDEX(");
      return 2;
    }
    if (["ROW", "COLUMN", "ROWS", "COLUMNS"].includes(name)) {
      const of = name.startsWith("ROW") ? "row" : "column";
      if (this.#is(at + 2, ")") && !name.endsWith("S")) {
        this.#parts.push({ kind: "number", of });
        return 3;
      }
      if (isAlone) {
        const area = this.#readReference(at + 2, asSuch);
        if (!area) this.#fail({ kind: "reference" });
        else this.#parts.push({ kind: name.endsWith("S") ? "size" : "number", of, area });
        return 4;
      }
      // Of something that is computed it would be the engine's own idea.
      if (!name.endsWith("S")) this.#fail({ kind: "unsupportedFunction", name });
    }
    if (name === "SUBTOTAL") {
      const code = Number(this.#items[at + 2]?.value);
      const instead = code <= 111 ? subtotals[code % 100] : undefined;
      if (instead === undefined || !this.#is(at + 3, ",")) this.#fail({ kind: "unsupportedFunction", name });
      const subtotal = code > 100 ? "hidden" : "filtered";
      const call = { kind: "call", asked: `${instead ?? "SUM"}(`, written: `SUBTOTAL(${code},` } as const;
      this.#open({ name: instead ?? "SUM", isArray: false, close: ")", subtotal }, call);
      return 4;
    }
    // Before its arguments: LET's own names would seem to be missing.
    const problem = this.functions.problem(name, 1);
    if (problem?.kind === "unknownFunction") this.#fail(problem);
    // INDEX computes tables in its first argument alone.
    const isArray = arrayFunctions.has(name) || name === "INDEX" || isOurs(name);
    this.#open({ name, isArray, close: ")" }, `${name}(`);
    return 2;
  }

  /** A name can be a function of the user's own; the engine does not know it, but what it needs counts. */
  #takeNamedFunction(name: string): void {
    const named = this.reader.named(name, this.place, undefined, this.cell);
    if (!named) return;
    this.#ours.push(...named.formula.ours);
    this.#areas.push(...named.formula.areas);
    if (named.formula.reachesAnywhere) this.#reachesAnywhere = true;
  }

  #open(frame: Omit<Frame, "index" | "isEmpty" | "inNewer">, text: Part): void {
    const outer = this.#frame();
    const subtotal = frame.subtotal ?? outer?.subtotal;
    const isArray = frame.isArray || ((outer?.isArray ?? false) && !choosingFunctions.has(frame.name ?? ""));
    const inNewer = newerFunctions.has(frame.name ?? "") || (outer?.inNewer ?? false);
    this.#frames.push({ ...frame, isArray, inNewer, ...(subtotal && { subtotal }), index: 0, isEmpty: true });
    this.#parts.push(text);
  }

  #takeOperator(at: number): number {
    const { value } = this.#items[at]!;
    const frame = this.#frame();
    if (value === "(") this.#open({ isArray: false, close: ")" }, "(");
    else if (value === ")") this.#close();
    else if (value === ",") {
      if (frame?.name === undefined && !this.#inBraces) this.#fail({ kind: "reference" });
      else if (frame && !this.#inBraces) {
        frame.index += 1;
        if (frame.name === "INDEX") frame.isArray = false;
      }
      this.#parts.push(",");
    } else if (value === ":" || value === "@" || value === "#") {
      // A range that begins or ends where a function says can be anywhere.
      if (value === ":") this.#reachesAnywhere = true;
      this.#fail({ kind: "reference" });
    } else {
      if (value === "{" || value === "}") this.#inBraces = value === "{";
      this.#parts.push(value);
    }
    return 1;
  }

  #close(): void {
    const frame = this.#frames.pop();
    if (!frame) return this.#fail({ kind: "unreadable" });
    this.#parts.push(frame.close);
    if (frame.name === undefined || frame.name === "SINGLE") return;
    const problem = this.functions.problem(frame.name, frame.isEmpty ? 0 : frame.index + 1);
    if (problem) this.#fail(problem);
  }

  /** `first` and `last` are the tokens that stand for the reference. */
  #takeReference(at: number, first: number, options: { single: boolean; spill?: boolean; last?: number }): number {
    let last = options.last ?? at;
    let spill = options.spill ?? false;
    if (this.#is(last + 1, "#")) {
      spill = true;
      last += 1;
    }
    const { isOdd, ...wanted } = this.#wantedAt(first, last);
    const area = this.#readReference(at, { ...wanted, single: options.single, spill });
    if (area) {
      const isOne = area.single || (!area.spill && area.top === area.bottom && area.left === area.right);
      if (isOdd && !isOne) this.#fail({ kind: "doubt", doubt: "size" });
      this.#areas.push(area);
      this.#parts.push(area);
    } else if (options.last !== undefined || spill) this.#fail({ kind: "reference" });
    return last - at + 1;
  }

  /** What is wanted where a reference stands: one value, where it is part of an expression, or of a call that takes one. */
  #wantedAt(first: number, last: number): Omit<How, "spill" | "single"> & { readonly isOdd: boolean } {
    let [before, after, depth] = [first - 1, last + 1, this.#frames.length - 1];
    while (this.#is(before, "(") && this.#items[before - 1]?.type !== "func" && this.#is(after, ")")) {
      before -= 1;
      after += 1;
      depth -= 1;
    }
    const frame = this.#frames[depth];
    const isArgument =
      (this.#is(before, "(") || this.#is(before, ",")) && (this.#is(after, ",") || this.#is(after, ")"));
    const inNewer = frame?.inNewer ?? false;
    if (frame?.name === undefined || !isArgument) {
      return { scalar: !(this.#frame()?.isArray ?? false), passesBlanks: false, inNewer, isOdd: false };
    }
    const takesRange = this.functions.takesRange(frame.name, frame.index);
    return {
      scalar: !frame.isArray && !takesRange,
      passesBlanks: takesRange && this.functions.passesBlanks(frame.name),
      inNewer,
      isOdd: isOddWithRange(frame.name, frame.index),
    };
  }

  #readReference(at: number, how: How): AreaPart | undefined {
    const { type, value } = this.#items[at]!;
    const subtotal = this.#frame()?.subtotal;
    const more = { ...how, ...(subtotal && { subtotal }) };
    if (type === "structured") return this.#readTableReference(value, more);
    if (type === "range_named") return this.#readName(value, more);
    const found = parseA1Ref(value);
    if (!found || !("range" in found)) {
      this.#fail({ kind: "unreadable" });
      return undefined;
    }
    if (found.workbookName) {
      this.#fail({ kind: "otherWorkbook" });
      return undefined;
    }
    const sheet = found.sheetName ? this.reader.sheetNumber(found.sheetName) : this.place.sheet;
    const area = toArea(found.range);
    if (sheet === undefined) {
      this.#readSeveralSheets(found.sheetName ?? "", { kind: "area", sheet: 0, ...area, ...more });
      return undefined;
    }
    if (found.range.trim) this.#fail({ kind: "reference" });
    return { kind: "area", sheet, ...area, ...more, ...(!found.sheetName && { isLocal: true }) };
  }

  /** Sheets from one to another: what they hold is needed, though the engine cannot be asked for it. */
  #readSeveralSheets(names: string, area: AreaPart): void {
    const [first, last] = names.split(":").map((name) => this.reader.sheetNumber(name));
    if (first === undefined || last === undefined) return this.#fail({ kind: "unknownSheet", name: names });
    this.#fail({ kind: "reference" });
    for (let sheet = Math.min(first, last); sheet <= Math.max(first, last); sheet += 1) {
      this.#areas.push({ ...area, sheet });
    }
  }

  #readName(value: string, more: How): AreaPart | undefined {
    const found = parseA1Ref(value);
    const name = found && "name" in found ? found.name : value;
    if (found?.workbookName) {
      this.#fail({ kind: "otherWorkbook" });
      return undefined;
    }
    const sheet = found?.sheetName ? this.reader.sheetNumber(found.sheetName) : undefined;
    const named = this.reader.named(name, this.place, sheet, this.cell);
    if (!named) {
      const table = this.reader.table(name);
      if (table) return this.#readTableReference(`${name}[]`, more);
      // The parameters of LET and LAMBDA, which the engine does not have either.
      if (!/^_xlpm\./i.test(name)) this.#fail({ kind: "unknownName", name });
      return undefined;
    }
    const { formula, only } = named;
    this.#ours.push(...formula.ours);
    if (formula.reachesAnywhere) this.#reachesAnywhere = true;
    if (formula.problem) this.#fail(formula.problem);
    if (only) return { ...only, ...more, isLocal: false, ...(isFixed(only) && { name }) };
    this.#areas.push(...formula.areas);
    this.#parts.push(
      "(",
      ...formula.parts.map((part) => (isArea(part) ? { ...part, scalar: false, passesBlanks: false } : part)),
      ")",
    );
    return undefined;
  }

  #readTableReference(value: string, more: How): AreaPart | undefined {
    const found = parseStructRef(value);
    if (found?.workbookName) {
      this.#fail({ kind: "otherWorkbook" });
      return undefined;
    }
    const { row, column, sheet } = this.place;
    const table = found?.table
      ? this.reader.table(found.table)
      : this.workbook.sheets[sheet]?.tables.find(({ area }) => contains(area, row, column));
    const area = found && table && tableArea(table, found.sections ?? [], found.columns ?? [], row);
    if (!area) {
      this.#fail({ kind: "unknownTable", name: value });
      return undefined;
    }
    const isThisRow = (found.sections ?? []).includes("this row");
    const fixed = { top: !isThisRow, bottom: !isThisRow, left: true, right: true };
    return { kind: "area", sheet: table.sheet, ...area, fixed, ...more };
  }
}

/** The tokens but for spaces, of which each knows whether one stood before it. */
function toItems(text: string): Item[] {
  const items: Item[] = [];
  let spaced = false;
  for (const token of tokenize(text, { withLocation: false, negativeNumbers: false })) {
    if (token.type === "whitespace" || token.type === "newline") spaced = true;
    else {
      items.push({ ...token, spaced });
      spaced = false;
    }
  }
  return items;
}

/** To Excel the minus of `-2^2` belongs to the 2; to the engine, as to mathematics, it comes after the power. */
function bindMinus(items: Item[]): Item[] {
  if (!items.some(({ value }) => value === "^")) return items;
  const is = (at: number, value: string) => items[at]?.type === "operator" && items[at].value === value;
  const isSign = (at: number) =>
    (is(at, "-") || is(at, "+")) && !(at > 0 && (items[at - 1]!.type !== "operator" || /^[)}#%]$/.test(items[at - 1]!.value))); // prettier-ignore
  const [before, after] = [new Map<number, number>(), new Map<number, number>()];
  for (let at = 0; at < items.length; at += 1) {
    if (!isSign(at)) continue;
    let end = at + 1;
    while (isSign(end)) end += 1;
    end = operandEnd(items, end);
    let power = end + 1;
    while (is(power, "%")) power += 1;
    if (!is(power, "^")) continue;
    before.set(at, (before.get(at) ?? 0) + 1);
    after.set(end, (after.get(end) ?? 0) + 1);
  }
  const parentheses = (value: string, count = 0) =>
    Array.from({ length: count }, (): Item => ({ type: "operator", value, spaced: false }));
  return items.flatMap((item, at) => [...parentheses("(", before.get(at)), item, ...parentheses(")", after.get(at))]);
}

/** Where what begins at a token ends: a call or a parenthesis with all that is in it, else the token alone. */
function operandEnd(items: readonly Item[], start: number): number {
  let [at, depth] = [start, 0];
  if (items[at]?.type === "func") at += 1;
  for (; at < items.length; at += 1) {
    const { type, value } = items[at]!;
    if (type === "operator" && /^[({]$/.test(value)) depth += 1;
    if (type === "operator" && /^[)}]$/.test(value)) depth -= 1;
    if (depth <= 0) break;
  }
  return items[at + 1]?.type === "operator" && items[at + 1]!.value === "#" ? at + 1 : at;
}

function isReference(item: Item | undefined): boolean {
  return item !== undefined && /^(range|range_beam|range_named|structured)$/.test(item.type);
}

function isOperandEnd(item: Item | undefined): boolean {
  return isReference(item) || (item?.type === "operator" && (item.value === ")" || item.value === "#"));
}

function isOperandStart(item: Item): boolean {
  return isReference(item) || item.type === "func" || (item.type === "operator" && item.value === "(");
}

function isFixed({ fixed: { top, left, bottom, right } }: AreaPart): boolean {
  return top && left && bottom && right;
}

function isArea(part: Part): part is AreaPart {
  return typeof part === "object" && part.kind === "area";
}

interface FoundRange {
  top: number | null;
  left: number | null;
  bottom?: number | null;
  right?: number | null;
  $top?: boolean | null;
  $left?: boolean | null;
  $bottom?: boolean | null;
  $right?: boolean | null;
}

/** Whole columns and rows reach from one end of the sheet to the other. */
function toArea(range: FoundRange): Area & Pick<AreaPart, "fixed"> {
  const { top, left, bottom = top, right = left } = range;
  const fixed = {
    top: top === null || Boolean(range.$top),
    left: left === null || Boolean(range.$left),
    bottom: bottom === null || Boolean(range.$bottom),
    right: right === null || Boolean(range.$right),
  };
  return { top: top ?? 0, left: left ?? 0, bottom: bottom ?? maxRows - 1, right: right ?? maxColumns - 1, fixed };
}

/** A formula as it is for a cell some rows and columns away. */
export function moved(formula: Formula, rows: number, columns: number): Formula {
  if (rows === 0 && columns === 0) return formula;
  const move = (area: AreaPart) => moveArea(area, rows, columns);
  const parts = formula.parts.map((part): Part => {
    if (typeof part === "string" || part.kind === "value" || part.kind === "call") return part;
    if (part.kind === "area") return move(part);
    return part.area ? { ...part, area: move(part.area) } : part;
  });
  return { ...formula, parts, areas: formula.areas.map(move) };
}

/** Over the edge of a sheet is in again at the other side, as in Excel. */
function moveArea(area: AreaPart, rows: number, columns: number): AreaPart {
  const { fixed } = area;
  const row = (value: number, isFixed: boolean) => (isFixed ? value : (value + rows + maxRows) % maxRows);
  const column = (value: number, isFixed: boolean) => (isFixed ? value : (value + columns + maxColumns) % maxColumns);
  const [top, bottom] = [row(area.top, fixed.top), row(area.bottom, fixed.bottom)];
  const [left, right] = [column(area.left, fixed.left), column(area.right, fixed.right)];
  return {
    ...area,
    top: Math.min(top, bottom),
    bottom: Math.max(top, bottom),
    left: Math.min(left, right),
    right: Math.max(left, right),
  };
}
