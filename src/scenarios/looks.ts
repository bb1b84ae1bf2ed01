/*
 * What a scenario's sheet looks like, wherever it is written: the look of each kind of cell and where it lies, the
 * marks that depend on values, and the proportions of rows and charts. Plain data; each writer says it in its own way.
 */
import type { LaidOutSheet, PlacedCell, PlacedChart } from "./layout";
import { formats, type Marked, type Role } from "./plan";
import { zoneAt, type Zone } from "./zone";

export type LookName =
  Role | "answer" | "band" | "bandNumber" | "emphasis" | "emphasisUnit" | "emphasisValue" | "textInput";

export interface Look {
  readonly bold?: true;
  readonly italic?: true;
  /** In points, where it is not the sheet's own. */
  readonly size?: number;
  readonly color?: string;
  readonly fill?: string;
  /** Across; a number stands to the right and a text to the left where nothing is said. */
  readonly align?: "center" | "right";
  /** Down; at the bottom where nothing is said. */
  readonly alignDown?: "top" | "middle";
  readonly wrap?: true;
  /** Away from what stands to the left, where the writer can. */
  readonly indent?: 1;
  /** A thin line all around, of this colour. */
  readonly border?: string;
}

const quiet = "#5C6663";
export const accent = "#1D5C4D";
const input = { fill: "#FFCC99", color: "#3F3F76", alignDown: "top", border: "#7F7F7F" } as const;
const band = { bold: true, fill: accent, color: "#FFFFFF", wrap: true, alignDown: "middle" } as const;

/** Inputs look as Excel's built-in Input style does. */
export const looks: Readonly<Record<LookName, Look>> = {
  title: { bold: true, size: 15, color: accent },
  subtitle: { color: quiet },
  band,
  bandNumber: { ...band, align: "right" },
  heading: { bold: true },
  label: { wrap: true, alignDown: "top" },
  unit: { color: quiet, align: "center", alignDown: "top" },
  input,
  /** A name can be longer than its column. */
  textInput: { ...input, wrap: true },
  // Texts among numbers too, such as "no" or "not known": their headings stand to the right.
  calculation: { align: "right", alignDown: "top" },
  result: { bold: true, align: "right", alignDown: "top" },
  /** A text by itself may be longer than its column, and runs on to the right. */
  answer: { bold: true, alignDown: "top" },
  check: { bold: true, alignDown: "top" },
  source: { color: quiet, wrap: true, alignDown: "top", indent: 1 },
  note: { italic: true, color: "#8A4B08" },
  emphasis: { bold: true, fill: "#E4EFEB", alignDown: "top" },
  emphasisValue: { bold: true, fill: "#E4EFEB", align: "right", alignDown: "top" },
  emphasisUnit: { fill: "#E4EFEB", color: quiet, align: "center", alignDown: "top" },
};

/** Where each look lies; of two over the same cell, the later. What a formula fills looks as the formula's own cell. */
export function paint(sheet: LaidOutSheet): readonly { readonly zone: Zone; readonly look: LookName }[] {
  return [
    ...sheet.bands.map((zone) => ({ zone, look: "band" as const })),
    ...sheet.cells.map((cell) => ({ zone: zoneAt(cell.row, cell.column, cell.spill), look: lookOf(cell) })),
    ...emphasisedValues(sheet).map((zone) => ({ zone, look: "emphasisValue" as const })),
  ];
}

function lookOf({ role, column, emphasis, format, underHeading, isWord }: PlacedCell): LookName {
  if (role === "heading") return column > 1 ? "bandNumber" : "band";
  if (emphasis && role === "unit") return "emphasisUnit";
  if (emphasis && role !== "input") return column > 1 && role !== "source" ? "emphasisValue" : "emphasis";
  if (role === "input" && format === "text") return "textInput";
  if (role === "result" && format === "text" && !underHeading && !isWord) return "answer";
  return role;
}

/** The values of an emphasised row, where a spill from another row fills it. */
function emphasisedValues({ cells, columnWidths }: LaidOutSheet): readonly Zone[] {
  const rows = cells.filter(({ role, emphasis }) => emphasis && role === "label").map(({ row }) => row);
  const bare = rows.filter(
    (row) => !cells.some((cell) => cell.row === row && cell.column > 1 && cell.role !== "source"),
  );
  const right = columnWidths.length - 2;
  return bare.map((row) => ({ top: row, left: 2, bottom: row, right }));
}

/** How cells look while their value is 0, is not, or is below: a rule that every writer makes live. */
export interface Mark {
  readonly id: string;
  readonly zones: readonly Zone[];
  readonly when: "zero" | Marked;
  readonly fill: string;
  readonly color: string;
}

/** Green where a check holds, red where it does not; what is marked stands out. All are bold. */
export function marksOf({ cells }: LaidOutSheet): readonly Mark[] {
  const zones = (chosen: readonly PlacedCell[]) => chosen.map(({ row, column, spill }) => zoneAt(row, column, spill));
  const checks = zones(cells.filter(({ role, format }) => role === "check" && format !== "text"));
  const marked = (when: Marked) => zones(cells.filter((cell) => cell.marked === when));
  const standsOut = { fill: "#FFE08A", color: "#8A4B08" };
  return (
    [
      { id: "check-holds", zones: checks, when: "zero", fill: "#D9EAD3", color: accent },
      { id: "check-fails", zones: checks, when: "notZero", fill: "#F4C7C3", color: "#8B1A10" },
      { id: "marked", zones: marked("notZero"), when: "notZero", ...standsOut },
      { id: "below-zero", zones: marked("negative"), when: "negative", ...standsOut },
    ] satisfies Mark[]
  ).filter((mark) => mark.zones.length > 0);
}

/** In pixels, at 96 to the inch. */
export const characterWidth = 7;
const lineHeight = 20;

/** In pixels. */
export function heightOf({ rowLines }: LaidOutSheet, row: number): number {
  return row === 0 ? 28 : (rowLines[row] ?? 1) * lineHeight;
}

/** A chart's place in pixels: its offset in the cell that it starts in, and its size. */
export function chartSize(sheet: LaidOutSheet, { top, left, bottom, right }: Zone) {
  const sum = (from: number, to: number, size: (index: number) => number) =>
    Array.from({ length: to - from + 1 }, (_, index) => size(from + index)).reduce((total, each) => total + each, 0);
  const width = sum(left, right, (column) => (sheet.columnWidths[column] ?? 14) * characterWidth);
  const height = sum(top, bottom, (row) => heightOf(sheet, row));
  return { x: 6, y: 4, width: width - 12, height: height - 8 };
}

/** In rows: a chart of lying bars has room for the name of each. */
export function barRows(bars: number): number {
  return bars + 6;
}

/** One series is what the title says; a few fit below, where they take no width. */
export function legendOf(series: number): "none" | "bottom" | "right" {
  if (series === 1) return "none";
  return series <= 3 ? "bottom" : "right";
}

/** What values stand beside a chart: as the cells that it shows, but for signs and decimals that no axis needs. */
export function axisFormat({ format }: PlacedChart): string {
  if (format.startsWith("percent")) return formats[format];
  return format.startsWith("millions") ? formats.decimal : formats.amount;
}
