/*
 * The sheet plan: a scenario's sheet as plain data, before anything has an address. Cells refer to each other by
 * name; layout.ts resolves the names, and the writers (the engine's, Excel's) write what it gives.
 */

import type { PublicName } from "../core/param";

/** Rows × columns, known when the plan is made. */
export interface Shape {
  readonly rows: number;
  readonly columns: number;
}

/** Cells by the name of a cell, of its spill, or of an area: all of it, or one row, one column or one cell of it. */
export interface Reference {
  readonly kind: "reference";
  readonly name: string;
  /** From 0, within what has the name. */
  readonly row?: number;
  readonly column?: number;
  /** How many rows from that row on; one where nothing is said. */
  readonly rows?: number;
}

/** The name of all cells above the block that has the control cell. */
export const aboveControl = "above control";

/** A text that a user reads, within a formula. */
interface QuotedText {
  readonly kind: "text";
  readonly text: string;
}

/** A formula, or a part of one, in its English form, with references where addresses will stand. */
export interface Formula {
  readonly kind: "formula";
  readonly strings: readonly string[];
  readonly parts: readonly (Reference | QuotedText | Formula)[];
}

/** What a cell is to its reader; writers give each role one look. */
export type Role =
  | "title"
  | "subtitle"
  | "heading"
  | "label"
  | "unit"
  | "input"
  | "calculation"
  | "result"
  | "check"
  | "source"
  | "note";

/** How a value is shown; `text` is for cells that hold a text, and the only one that needs no unit. */
export const formats = {
  amount: "#,##0",
  decimal: "#,##0.0",
  precise: "#,##0.00",
  share: "0.0000",
  tolerance: "0.000000",
  millionsTolerance: "0.000000000",
  change: "+#,##0;-#,##0;0",
  millions: "#,##0.000",
  millionsChange: "+#,##0.000;-#,##0.000;0.000",
  percent: "0 %",
  percentDecimal: "0.0 %",
  year: "0",
  date: "yyyy-mm-dd",
  text: "",
} as const;

export type Format = keyof typeof formats;

/** Anything but 0, such as a difference; or what is below 0, such as a deficit. */
export type Marked = "notZero" | "negative";

export interface Cell {
  readonly role: Role;
  /** Nothing: a blank input. */
  readonly content: string | number | Formula | undefined;
  readonly format: Format;
  /** How others refer to it, once in a plan. */
  readonly name?: string;
  /** The rectangle of cells that it is part of, with what it fills. */
  readonly area?: string;
  /** What a formula that returns a table fills, itself included. */
  readonly spill?: Shape;
  /** What of its values is marked. */
  readonly marked?: Marked;
  /** An input that may be left blank: the sheet knows a blank from 0, and says what it lacks. */
  readonly optional?: true;
  /** That a year's sheet rests on the law's shares: in a year that they are not known for, the form refuses. */
  readonly knownFor?: Extract<PublicName, "stateShare">;
  /** A result of a word, such as yes, which stands to the right as the figures above and below it do. */
  readonly isWord?: true;
}

/** What stands above a column of values ("" is nothing); its unit too, where the rows of the block have none. */
export interface Heading {
  readonly content: string | Cell;
  readonly unit?: string;
}

export interface Row {
  readonly label: string | Cell;
  readonly unit?: string;
  /** From the first value column on; null is nothing, or what a spill fills. */
  readonly cells: readonly (Cell | null)[];
  /** Where the row's figures come from, or what to know about them. */
  readonly source?: string | Formula;
  readonly emphasis?: boolean;
  /** Whose row it is, where it belongs to one of the members that a user can add and remove; from 0. */
  readonly member?: number;
}

export interface Block {
  readonly id: string;
  readonly heading: string | Formula;
  readonly columns?: readonly Heading[];
  readonly rows: readonly Row[];
  /** Sentences below the rows. */
  readonly notes?: readonly string[];
  /** The block becomes an Excel table of this name. */
  readonly table?: string;
  /** Empty rows at the end, for a chart. */
  readonly space?: number;
}

export interface Series {
  /** A text, or the input cell that holds it. */
  readonly label: string | Reference;
  readonly values: Reference;
  readonly color: string;
}

export interface Chart {
  /** Bars lie, the first category at the top: for categories of long names. */
  readonly kind: "columns" | "stackedColumns" | "bars" | "lines";
  readonly title: string;
  readonly categories: Reference;
  readonly series: readonly Series[];
  /** From a row of a block (0 is its heading) and a column of the sheet (0 is the labels), this many of each. */
  readonly place: {
    readonly block: string;
    readonly row: number;
    readonly column: number;
    readonly rows: number;
    readonly columns: number;
  };
}

export interface DefinedName {
  readonly name: string;
  readonly refersTo: Reference;
}

/** One of the figures that answer the scenario's question. */
export interface KeyFigure {
  readonly label: string;
  /** The cell that says whose figure it is. */
  readonly of?: Reference;
  /** Its unit and its format are those of the cell. */
  readonly value: Reference;
}

export interface SheetPlan {
  /** What Excel shows on the tab. */
  readonly sheetName: string;
  readonly title: string;
  readonly subtitle: string;
  /** What the unit column is headed by, in a block with headings. */
  readonly unitHeading: string;
  readonly blocks: readonly Block[];
  readonly charts: readonly Chart[];
  readonly definedNames: readonly DefinedName[];
  /** Three to six, shown while the inputs are typed. */
  readonly keyFigures?: readonly KeyFigure[];
  /** The areas of the members' names and of what each has of the key, where a user can give members of her own. */
  readonly members?: { readonly name: string; readonly weight: string };
  /** The name of the cell that must read 0. */
  readonly control: string;
  /** Its figures are typed as they are printed: a user's own unit does not apply. */
  readonly hasPrintedUnits?: true;
  /** In characters; the columns of labels and sources take what their texts need. */
  readonly valueWidth: number;
  /** Value columns at least, where a chart stands beside narrower blocks. */
  readonly leastColumns?: number;
}

/** formula`=SUM(${range("parties")})` */
export function formula(strings: TemplateStringsArray, ...parts: (Reference | QuotedText | Formula)[]): Formula {
  return { kind: "formula", strings: [...strings], parts };
}

/** One cell: that of the name, or one in its area or spill. */
export function ref(name: string, row = 0, column = 0): Reference {
  return { kind: "reference", name, row, column };
}

/** All that has the name, or one row, some rows or one column of it. */
export function range(name: string, part: Pick<Reference, "row" | "column" | "rows"> = {}): Reference {
  return { kind: "reference", name, ...part };
}

export function text(content: string): QuotedText {
  return { kind: "text", text: content };
}

/** The parts of a formula one after another, with a separator between them. */
export function joined(parts: readonly (Reference | QuotedText | Formula)[], separator: string): Formula {
  const between = parts.slice(1).map(() => separator);
  return { kind: "formula", strings: ["", ...between, ""], parts };
}

type Options = Partial<
  Pick<Cell, "format" | "name" | "area" | "spill" | "marked" | "optional" | "knownFor" | "isWord">
>;

const cellOf =
  (role: Role, usual: Format) =>
  (content: Cell["content"], options: Options = {}): Cell => ({
    role,
    content,
    format: typeof content === "string" ? "text" : usual,
    ...options,
  });

export const input = cellOf("input", "amount");
export const calculation = cellOf("calculation", "amount");
export const result = cellOf("result", "amount");
export const check = cellOf("check", "amount");
export const label = cellOf("label", "text");
export const heading = cellOf("heading", "text");

/** The row of one of the members, from 0. */
export function memberRow(member: number, of: Row): Row {
  return { ...of, member };
}

/** A row of a label, a unit ("" where its headings have them), cells, and where they come from. */
export function row(label: Row["label"], unit: string, cells: Row["cells"], source?: Row["source"]): Row {
  return { label, cells, ...(unit !== "" && { unit }), ...(source !== undefined && { source }) };
}
