/*
 * What the cells of the grid hold, to compare one moment with another: contents as they are stored, looks, formats.
 */
import type { Border, Getters, Style } from "@odoo/o-spreadsheet";
import type { Line, LookChange, Side } from "../../xlsx/styles";
import { keyOf } from "../../xlsx/area";

export interface HeldCell {
  /** A formula begins with an equals sign. */
  readonly content: string;
  readonly style: Style | undefined;
  readonly format: string | undefined;
  /** A formula that cannot be read. */
  readonly isBad: boolean;
}

export type HeldCells = ReadonlyMap<number, HeldCell>;

export function readHeld(getters: Getters, sheetId: string): HeldCells {
  const cells = new Map<number, HeldCell>();
  for (const cell of getters.getCells(sheetId)) {
    const { row, col } = getters.getCellPosition(cell.id);
    const content = cell.isFormula ? cell.compiledFormula.toFormulaString(getters) : cell.content;
    const isBad = cell.isFormula && cell.compiledFormula.isBadExpression;
    cells.set(keyOf(row, col), { content, style: cell.style, format: cell.format, isBad });
  }
  return cells;
}

/** What a look has that a workbook can say; what the grid does anyway counts as nothing said. */
interface Look {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strikethrough: boolean;
  readonly size: number | undefined;
  readonly color: string | null;
  readonly fill: string | null;
  readonly align: "left" | "center" | "right" | null;
  readonly alignDown: "top" | "center" | "bottom";
  readonly wrap: boolean;
}

function lookOf(style: Style = {}): Look {
  const { align, verticalAlign, textColor, fillColor, wrapping, fontSize } = style;
  return {
    bold: style.bold ?? false,
    italic: style.italic ?? false,
    underline: style.underline ?? false,
    strikethrough: style.strikethrough ?? false,
    size: fontSize,
    color: hexOf(textColor),
    fill: hexOf(fillColor),
    align: align ?? null,
    alignDown: verticalAlign === "top" ? "top" : verticalAlign === "middle" ? "center" : "bottom",
    wrap: wrapping === "wrap",
  };
}

/** Undefined where there is no difference; `textSize` is that of the workbook's own text. */
export function lookChange(
  before: HeldCell | undefined,
  after: HeldCell | undefined,
  textSize: number,
): LookChange | undefined {
  const change: Record<string, unknown> = {};
  const [old, now] = [lookOf(before?.style), lookOf(after?.style)];
  for (const key of Object.keys(now) as (keyof Look)[]) {
    if (now[key] !== old[key]) change[key] = key === "size" ? (now.size ?? textSize) : now[key];
  }
  if ((before?.format ?? "") !== (after?.format ?? "")) change.format = excelFormat(after?.format ?? "");
  return Object.keys(change).length === 0 ? undefined : change;
}

/** Looks of the grid that a workbook has no words for. */
export function hasOtherLook(before: HeldCell | undefined, after: HeldCell | undefined): boolean {
  const differs = (key: "rotation" | "hideGridLines") => (before?.style?.[key] ?? 0) !== (after?.style?.[key] ?? 0);
  return differs("rotation") || (differs("hideGridLines") && Boolean(after?.style?.hideGridLines));
}

/** "#abc", "#aabbcc" or with transparency, as "#AABBCC". */
function hexOf(color: string | undefined): string | null {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})(?:[0-9a-f]{2})?$/i.exec(color ?? "")?.[1]?.toUpperCase();
  if (hex === undefined) return null;
  return hex.length === 3 ? `#${[...hex].map((digit) => digit + digit).join("")}` : `#${hex}`;
}

/** The grid writes hours beyond a day, halves of days, and powers of ten in words of its own. */
function excelFormat(format: string): string {
  const words: Readonly<Record<string, string>> = { hhhh: "[h]", a: "AM/PM", e: "E+00" };
  return format.replace(/"[^"]*"|hhhh|\ba\b|(?<=[0#])e\b/g, (found) => words[found] ?? found).replace(/^General$/, "");
}

/** The lines around a cell that are to be others. */
export function linesChange(before: Border | null | undefined, after: Border | null | undefined) {
  const lines: Partial<Record<Side, Line | null>> = {};
  for (const side of ["left", "right", "top", "bottom"] as const) {
    const [old, now] = [lineOf(before?.[side]), lineOf(after?.[side])];
    if (old?.style !== now?.style || old?.color !== now?.color) lines[side] = now;
  }
  return Object.keys(lines).length === 0 ? undefined : lines;
}

function lineOf(description: Border["left"]): Line | null {
  if (!description) return null;
  const { style, color } = description;
  return { style, color: hexOf(typeof color === "string" ? color : undefined) ?? "#000000" };
}
