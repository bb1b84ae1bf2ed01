/*
 * How wide and high a sheet's columns and rows must be for every text to be seen whole.
 */
import type { ParameterName } from "../core/parameters/values";
import { citationsOf } from "./citation";
import type { Cell, Formula, Reference, Role, SheetPlan } from "./plan";
import { linesIn, textWidth } from "./textWidth";
import type { Zone } from "./zone";

interface Measured {
  readonly cell: Cell;
  readonly row: number;
  readonly column: number;
  /** Whether it is one of a column of values, under a heading. */
  readonly underHeading: boolean;
}

const labelColumn = 0;
const unitColumn = 1;
const widest = { label: 42, value: 24, source: 82 };
/** Room for most names of municipalities and unions that a user types over those there are. */
const leastName = 32;

/** Widths in digits; heights in lines, of the rows that need more than one. */
export function measure(
  { valueWidth }: SheetPlan,
  placed: readonly Measured[],
  sourceColumn: number,
  resolve: (reference: Reference) => Zone,
) {
  const shown = textsShown(placed, resolve);
  const widthsOf = (column: number, width: (item: Measured) => number) =>
    placed.filter((item) => item.column === column).map(width);
  const ofTexts = (roles: readonly Role[]) => (item: Measured) =>
    roles.includes(item.cell.role) ? widestOf(shown(item.cell), isBold(item.cell)) : 0;
  const widthFor = (least: number, most: number, all: readonly number[]) =>
    Math.ceil(Math.min(Math.max(least, ...all.map((width) => width + padding)), Math.max(least, most)));
  const hasNames = placed.some(({ cell, column }) => column === labelColumn && cell.role === "input");
  const columnWidths = Array.from({ length: sourceColumn + 1 }, (_, column) => {
    if (column === labelColumn) {
      const least = hasNames ? leastName : 24;
      return widthFor(least, widest.label, widthsOf(column, ofTexts(["label", "heading", "input"])));
    }
    if (column === unitColumn) return widthFor(8, 20, widthsOf(column, ofTexts(["unit", "heading"])));
    if (column === sourceColumn) return widthFor(12, widest.source, widthsOf(column, ofTexts(["source"])));
    return widthFor(
      valueWidth,
      widest.value,
      widthsOf(column, (item) => valueWidthOf(item, shown(item.cell))),
    );
  });
  const rowLines: Record<number, number> = {};
  for (const { cell, row, column } of placed) {
    if (!wraps(cell)) continue;
    const lines = linesOf(cell, shown(cell), columnWidths[column]! - padding);
    if (lines > (rowLines[row] ?? 1)) rowLines[row] = lines;
  }
  return { columnWidths, rowLines };
}

/** Between a text and its cell's edges, on both sides together. */
export const padding = 1.2;

/** What breaks into lines within its own cell; a title or a note runs on to the right. */
export function wraps({ role, format }: Pick<Cell, "role" | "format">): boolean {
  return ["label", "heading", "source"].includes(role) || (role === "input" && format === "text");
}

const isBold = ({ role }: Cell) => role === "heading" || role === "result";

function linesOf(cell: Cell, shown: readonly string[], width: number): number {
  return Math.max(1, ...shown.map((text) => linesIn(text, width, isBold(cell))));
}

/** A heading breaks between its words, an answer by itself runs on to the right; other texts stand on one line. */
function valueWidthOf({ cell, underHeading }: Measured, shown: readonly string[]): number {
  const { role, format } = cell;
  if (role === "heading") return widestOf(shown.flatMap(wordsOf), true);
  if (format === "text" && !underHeading) return 0;
  return widestOf(shown, isBold(cell));
}

function widestOf(texts: readonly string[], bold: boolean): number {
  return Math.max(0, ...texts.map((text) => textWidth(text, bold)));
}

export function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/);
}

type Shown = (cell: Cell) => readonly string[];

/** The texts that each cell may show, as far as its formula says: a name that it joins with others, or a choice. */
function textsShown(placed: readonly Measured[], resolve: (reference: Reference) => Zone): Shown {
  const cells = new Map(placed.map(({ cell, row, column }) => [`${row}/${column}`, cell]));
  return shown;

  function shown({ content }: Cell): readonly string[] {
    if (typeof content === "string") return [content];
    if (typeof content !== "object") return [];
    const whole = joinedText(content);
    return whole === undefined ? choices(content) : [whole];
  }

  /** The text of a formula that only joins texts and cells. */
  function joinedText({ strings, parts }: Formula): string | undefined {
    const texts = parts.map((part) => {
      if (part.kind === "text") return part.text;
      if (part.kind === "formula") return undefined;
      const { top, left } = resolve(part);
      const { content } = cells.get(`${top}/${left}`) ?? {};
      return typeof content === "object" ? joinedText(content) : String(content ?? "");
    });
    const between = strings.map((string) => textBetween(string));
    if ([...texts, ...between].includes(undefined)) return undefined;
    return between.map((string, index) => string! + (texts[index] ?? "")).join("");
  }
}

/** The text that stands between the parts of a formula that joins texts; undefined where it does anything else. */
function textBetween(string: string): string | undefined {
  const joins = /^=?&?(?:"([^"]*)")?&?$/.exec(string);
  return joins ? (joins[1] ?? "") : undefined;
}

/** The texts among which a formula chooses: its own, and the citations that it asks for. */
function choices({ strings, parts }: Formula): readonly string[] {
  return parts.flatMap((part, index) => {
    if (part.kind === "formula") return choices(part);
    if (part.kind !== "text") return [];
    const asked = /FINSAM\.([A-Z]+)\($/.exec(strings[index]!)?.[1];
    if (asked === "SOURCE") return citationsOf(part.text as ParameterName);
    return asked === undefined ? [part.text] : [];
  });
}
