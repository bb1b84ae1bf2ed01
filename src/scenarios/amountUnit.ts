/*
 * A plan in the unit that a user's own sheets are in: kronor, thousands or millions of them. Scenarios are written in
 * tkr; every amount among the inputs is converted, every unit renamed, and PARAM told, so that the same sheet says the
 * same in another unit. What is rounded to a thousand kronor still is.
 */
import { kronor, type AmountUnit } from "../core/param";
import type { Block, Cell, Format, Formula, Heading, Row, SheetPlan } from "./plan";

export type { AmountUnit } from "../core/param";

/** The unit that scenarios are written in. */
const written: AmountUnit = "tkr";

export function inAmountUnit(plan: SheetPlan, unit: AmountUnit): SheetPlan {
  if (unit === written || plan.hasPrintedUnits) return plan;
  const rename = (text: string) => text.replace(/\btkr\b/g, unit);
  return {
    ...plan,
    blocks: plan.blocks.map((block) => blockIn(block, unit, rename)),
    charts: plan.charts.map((chart) => ({ ...chart, title: rename(chart.title) })),
    valueWidth: Math.max(plan.valueWidth, widest[unit]),
  };
}

/** Whether the members' part of the key is an amount, such as last year's contribution, and not inhabitants. */
export function weighsAmounts({ blocks, members }: SheetPlan): boolean {
  return blocks.some((block) =>
    block.rows.some((row) =>
      row.cells.some((cell) => cell !== null && cell.area === members?.weight && holdsAmount(cell, row, block)),
    ),
  );
}

/** Whether a cell of a plan as it is written holds an amount. */
export function holdsAmount(cell: Cell, row: Row, block: Block): boolean {
  const index = row.cells.indexOf(cell);
  return index >= 0 && isAmount(cell, unitOf(row, block, index));
}

/** A number of one unit in another, without the noise that a division leaves. */
export function convert(amount: number, from: AmountUnit, to: AmountUnit): number {
  return Number(((amount * kronor[from]) / kronor[to]).toPrecision(15));
}

/** The whole country's appropriation in kronor, and its sign; the tolerance in millions of them. */
const widest: Readonly<Record<AmountUnit, number>> = { kr: 14, tkr: 0, mnkr: 13 };

type Rename = (text: string) => string;

function blockIn(block: Block, unit: AmountUnit, rename: Rename): Block {
  const { heading, columns, rows } = block;
  return {
    ...block,
    heading: typeof heading === "string" ? rename(heading) : formulaIn(heading, unit),
    ...(columns && { columns: columns.map((column) => headingIn(column, unit, rename)) }),
    rows: rows.map((row) => ({
      ...row,
      label: typeof row.label === "string" ? rename(row.label) : cellIn(row.label, "", unit),
      ...(row.unit !== undefined && { unit: rename(row.unit) }),
      cells: row.cells.map((cell, index) => cell && cellIn(cell, unitOf(row, block, index), unit)),
      ...(typeof row.source === "object" && { source: formulaIn(row.source, unit) }),
    })),
  };
}

function headingIn(heading: Heading, unit: AmountUnit, rename: Rename): Heading {
  const { content, unit: own } = heading;
  return {
    content: typeof content === "string" ? rename(content) : cellIn(content, "", unit),
    ...(own !== undefined && { unit: rename(own) }),
  };
}

/** What a column's heading says, in a field of its own or after a comma; or else its row. */
function unitOf({ unit }: Row, { columns = [] }: Block, index: number): string {
  const heading = columns[index];
  const said = typeof heading?.content === "string" ? /, ([^,]*)$/.exec(heading.content)?.[1] : undefined;
  return heading?.unit ?? (said !== undefined && /^(%|tkr)/.test(said) ? said : (unit ?? ""));
}

/** An amount, or one per person; of a row of amounts and percentages, the amounts; no check of them, which counts. */
function isAmount({ role, format }: Cell, unit: string): boolean {
  return role !== "check" && /^tkr\b/.test(unit) && !/^percent|^text$|^year$/.test(format);
}

function cellIn(cell: Cell, ownUnit: string, unit: AmountUnit): Cell {
  const { content, format } = cell;
  const converted = (value: number) => {
    if (ownUnit === `kr/${written}`) return kronor[unit];
    return isAmount(cell, ownUnit) ? convert(value, written, unit) : value;
  };
  return {
    ...cell,
    content:
      typeof content === "object"
        ? formulaIn(content, unit)
        : typeof content === "number"
          ? converted(content)
          : content,
    format: isAmount(cell, ownUnit) ? formatIn(format, unit) : format,
  };
}

function formatIn(format: Format, unit: AmountUnit): Format {
  if (unit !== "mnkr") return format;
  if (format === "tolerance") return "millionsTolerance";
  return format === "change" ? "millionsChange" : "millions";
}

/** PARAM is told which unit it is asked for. */
function formulaIn(formula: Formula, unit: AmountUnit): Formula {
  return {
    ...formula,
    strings: formula.strings.map((string) => string.replaceAll(`"${written}"`, `"${unit}"`)),
    parts: formula.parts.map((part) => (part.kind === "formula" ? formulaIn(part, unit) : part)),
  };
}
