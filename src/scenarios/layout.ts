/*
 * Gives every cell of a sheet plan its address, and refuses a plan that Excel would refuse, or that breaks what
 * the sheets promise: a defect in a scenario is found when the plan is laid out, never in a user's workbook.
 */
import { typedNumber, undeclaredSpill } from "./formulaRules";
import { findMisplaced } from "./layoutRules";
import { measure } from "./measure";
import {
  aboveControl,
  type Block,
  type Cell,
  type Chart,
  type Format,
  type Formula,
  type KeyFigure,
  type Marked,
  type Reference,
  type Role,
  type Row,
  type Series,
  type Shape,
  type SheetPlan,
} from "./plan";
import { countOf, isSingle, overlap, toAddress, zoneAt, type Zone } from "./zone";

export interface PlacedCell {
  readonly row: number;
  readonly column: number;
  readonly address: string;
  readonly role: Role;
  /** A formula starts with `=`. */
  readonly content: string | number | undefined;
  readonly isFormula: boolean;
  readonly format: Format;
  readonly name?: string;
  readonly spill?: Shape;
  readonly marked?: Marked;
  readonly isWord?: true;
  readonly emphasis: boolean;
  /** Whether it is one of a column of values, under a heading. */
  readonly underHeading: boolean;
}

export interface PlacedSeries {
  readonly label: string;
  /** The input cell that holds the label, where one does. */
  readonly labelAt?: Zone;
  readonly values: string;
  readonly color: string;
}

export interface PlacedChart extends Pick<Chart, "kind" | "title"> {
  readonly zone: Zone;
  readonly categories: string;
  readonly series: readonly PlacedSeries[];
  /** How the cells of its values show them. */
  readonly format: Format;
}

export interface PlacedFigure {
  readonly label: string;
  /** The cell that says whose figure it is. */
  readonly of?: Zone;
  readonly unit: string;
  readonly format: Format;
  readonly at: Zone;
}

export interface LaidOutSheet {
  readonly name: string;
  readonly cells: readonly PlacedCell[];
  /** Where each named cell, with what it fills, and each area is. */
  readonly names: ReadonlyMap<string, Zone>;
  readonly charts: readonly PlacedChart[];
  readonly tables: readonly { readonly name: string; readonly range: string }[];
  readonly definedNames: readonly { readonly name: string; readonly range: string }[];
  /** Headings across the sheet: where each block's band runs. */
  readonly bands: readonly Zone[];
  readonly keyFigures: readonly PlacedFigure[];
  /** The address of the cell that must read 0. */
  readonly control: string;
  /** In characters, from the first column on. */
  readonly columnWidths: readonly number[];
  /** In lines of text, where a row needs more than one. */
  readonly rowLines: Readonly<Record<number, number>>;
  readonly rows: number;
  readonly frozenRows: number;
  readonly print: {
    readonly paper: "A4";
    readonly orientation: "landscape";
    readonly pages: 1;
    readonly range: string;
  };
}

/** A plan that cannot become a sheet: a mistake of whoever wrote the scenario. */
export class PlanError extends Error {}

const labelColumn = 0;
const unitColumn = 1;
export const firstValueColumn = 2;
const titleRows = 2;

/** A cell of the plan with its place, before references are resolved. */
interface Placed {
  readonly cell: Cell;
  readonly row: number;
  readonly column: number;
  readonly unit: string | undefined;
  readonly emphasis: boolean;
  readonly underHeading: boolean;
}

interface PlacedBlock {
  readonly block: Block;
  readonly top: number;
  /** The last row that has cells of a table: headings and rows, no notes. */
  readonly lastRow: number;
}

export function layOut(plan: SheetPlan): LaidOutSheet {
  const valueColumns = Math.max(plan.leastColumns ?? 1, ...plan.blocks.map(widthOf));
  const sourceColumn = firstValueColumn + valueColumns;
  const { placed, blocks, rows } = place(plan, sourceColumn);
  const names = nameZones(placed, zoneAboveControl(plan, placed, blocks, sourceColumn));
  const resolve = (reference: Reference) => zoneOf(reference, names);
  const cells = placed.map((item) => resolveCell(item, resolve));

  requireUnits(placed);
  const tables = blocks.flatMap((block) => tableOf(block, valueColumns));
  const charts = plan.charts.map((chart) => placeChart(chart, blocks, placed, resolve));
  const misplaced = findMisplaced(cells, tables, charts, blocks);
  if (misplaced !== undefined) throw new PlanError(misplaced);
  const control = controlOf(plan, placed);
  requireSheetName(plan.sheetName);

  const { columnWidths, rowLines } = measure(plan, placed, sourceColumn, resolve);
  return {
    name: plan.sheetName,
    cells,
    names,
    charts: charts.map((chart) => ({
      ...chart,
      categories: toAddress(chart.categories),
      series: chart.series.map((series) => ({ ...series, values: toAddress(series.values) })),
    })),
    tables: tables.map(({ name, zone }) => ({ name, range: toAddress(zone) })),
    definedNames: plan.definedNames.map(({ name, refersTo }) => {
      requireName(name);
      return { name, range: toAddress(resolve(refersTo)) };
    }),
    bands: blocks.map(({ top }) => ({ top, left: 0, bottom: top, right: sourceColumn })),
    keyFigures: (plan.keyFigures ?? []).map((figure) => placeFigure(figure, placed, resolve)),
    control,
    columnWidths,
    rowLines,
    rows,
    frozenRows: titleRows,
    print: {
      paper: "A4",
      orientation: "landscape",
      pages: 1,
      range: toAddress({ top: 0, left: 0, bottom: rows - 1, right: sourceColumn }),
    },
  };
}

function widthOf({ columns = [], rows }: Block): number {
  const spilled = rows.flatMap(({ cells }) => cells.map((cell, index) => index + (cell?.spill?.columns ?? 1)));
  return Math.max(columns.length, ...rows.map(({ cells }) => cells.length), ...spilled);
}

function place(plan: SheetPlan, sourceColumn: number) {
  const placed: Placed[] = [];
  const put = (row: number, column: number, cell: Cell, unit?: string, emphasis = false, underHeading = false) =>
    placed.push({ cell, row, column, unit, emphasis, underHeading });
  const texts = (role: Role, content: string | Formula): Cell => ({ role, content, format: "text" });

  put(0, labelColumn, texts("title", plan.title));
  put(1, labelColumn, texts("subtitle", plan.subtitle));
  let next = titleRows + 1;
  const blocks = plan.blocks.map((block): PlacedBlock => {
    const top = next++;
    put(top, labelColumn, texts("heading", block.heading));
    if (block.columns) put(top, unitColumn, texts("heading", plan.unitHeading));
    block.columns?.forEach(({ content, unit }, index) => {
      if (content === "") return;
      const cell = typeof content === "string" ? texts("heading", unit ? `${content}, ${unit}` : content) : content;
      put(top, firstValueColumn + index, cell, unit ?? "");
    });
    for (const row of block.rows) putRow(next++, row, block);
    const lastRow = next - 1;
    for (const note of block.notes ?? []) put(next++, labelColumn, texts("note", note));
    next += (block.space ?? 0) + 1;
    return { block, top, lastRow };
  });
  return { placed, blocks, rows: next - 1 };

  function putRow(at: number, { label, unit, cells, source, emphasis }: Row, { columns = [] }: Block) {
    put(at, labelColumn, typeof label === "string" ? texts("label", label) : label, "", emphasis);
    if (unit !== undefined) put(at, unitColumn, texts("unit", unit), "", emphasis);
    cells.forEach((cell, index) => {
      const column = firstValueColumn + index;
      if (cell) put(at, column, cell, unit ?? columns[index]?.unit, emphasis, index < columns.length);
    });
    if (source !== undefined) put(at, sourceColumn, texts("source", source));
  }
}

function zoneAboveControl(
  { control }: SheetPlan,
  placed: readonly Placed[],
  blocks: readonly PlacedBlock[],
  sourceColumn: number,
): Zone {
  const row = placed.find(({ cell }) => cell.name === control)?.row ?? 0;
  const top = Math.max(0, ...blocks.map((block) => block.top).filter((top) => top <= row));
  return { top: 0, left: labelColumn, bottom: Math.max(0, top - 1), right: sourceColumn };
}

/** What each name stands for: a cell with what it fills, an area, or all that is above the control cell. */
function nameZones(placed: readonly Placed[], above: Zone): ReadonlyMap<string, Zone> {
  const names = new Map([[aboveControl, above]]);
  const areas = new Map<string, Placed[]>();
  for (const item of placed) {
    const { name, area, spill } = item.cell;
    if (area !== undefined) areas.set(area, [...(areas.get(area) ?? []), item]);
    if (name === undefined) continue;
    if (names.has(name)) throw new PlanError(`Two cells are named "${name}"; a name stands for one cell.`);
    names.set(name, zoneAt(item.row, item.column, spill));
  }
  for (const [area, items] of areas) {
    if (names.has(area)) throw new PlanError(`Both a cell and an area are named "${area}".`);
    names.set(area, enclose(area, items));
  }
  return names;
}

function enclose(area: string, items: readonly Placed[]): Zone {
  const zones = items.map(({ row, column, cell }) => zoneAt(row, column, cell.spill));
  const all = {
    top: Math.min(...zones.map(({ top }) => top)),
    left: Math.min(...zones.map(({ left }) => left)),
    bottom: Math.max(...zones.map(({ bottom }) => bottom)),
    right: Math.max(...zones.map(({ right }) => right)),
  };
  if (countOf(all) !== zones.reduce((sum, zone) => sum + countOf(zone), 0)) {
    throw new PlanError(`The cells of the area "${area}" do not fill a rectangle.`);
  }
  return all;
}

function zoneOf({ name, row, column, rows = 1 }: Reference, names: ReadonlyMap<string, Zone>): Zone {
  const zone = names.get(name);
  if (!zone) throw new PlanError(`Nothing in the plan is named "${name}".`);
  const top = zone.top + (row ?? 0);
  const left = zone.left + (column ?? 0);
  const bottom = row === undefined ? zone.bottom : top + rows - 1;
  if (bottom > zone.bottom || left > zone.right) {
    throw new PlanError(
      `"${name}" has no row ${bottom - zone.top + 1}, column ${left - zone.left + 1}: it is smaller.`,
    );
  }
  return { top, left, bottom, right: column === undefined ? zone.right : left };
}

function resolveCell({ cell, row, column, ...rest }: Placed, resolve: (reference: Reference) => Zone): PlacedCell {
  const address = toAddress(zoneAt(row, column));
  const { role, content, format, name, spill, marked, isWord } = cell;
  const isFormula = typeof content === "object";
  if (isFormula) requireSound(content, cell, address, resolve);
  return {
    row,
    column,
    address,
    role,
    content: isFormula ? toText(content, resolve) : content,
    isFormula,
    format,
    ...(name !== undefined && { name }),
    ...(spill && { spill }),
    ...(marked && { marked }),
    ...(isWord && { isWord }),
    emphasis: rest.emphasis,
    underHeading: rest.underHeading,
  };
}

function requireSound(content: Formula, cell: Cell, address: string, resolve: (reference: Reference) => Zone) {
  const what = cell.name === undefined ? `The formula in ${address}` : `The formula of "${cell.name}" (${address})`;
  if (!content.strings[0]?.startsWith("=")) throw new PlanError(`${what} does not start with "=".`);
  const typed = typedNumber(content);
  if (typed !== undefined) {
    throw new PlanError(`${what} has the number ${typed} typed into it; give the number a cell of its own.`);
  }
  if (!cell.spill && undeclaredSpill(content, (reference) => isSingle(resolve(reference)))) {
    throw new PlanError(`${what} can return a table; declare its spill, rows × columns.`);
  }
}

function toText({ strings, parts }: Formula, resolve: (reference: Reference) => Zone): string {
  const written = parts.map((part) => {
    if (part.kind === "text") return `"${part.text.replaceAll('"', '""')}"`;
    return part.kind === "formula" ? toText(part, resolve) : toAddress(resolve(part));
  });
  return strings.map((string, index) => string + (written[index] ?? "")).join("");
}

/** A number without a unit is read as whatever its reader is used to: kronor as thousands of them. */
function requireUnits(placed: readonly Placed[]): void {
  const needing: readonly Role[] = ["input", "calculation", "result", "check"];
  for (const { cell, row, column, unit } of placed) {
    if (!needing.includes(cell.role) || cell.format === "text" || unit) continue;
    const address = toAddress(zoneAt(row, column));
    throw new PlanError(`${cell.name === undefined ? address : `"${cell.name}" (${address})`} has no unit.`);
  }
}

function tableOf({ block, top, lastRow }: PlacedBlock, valueColumns: number) {
  if (block.table === undefined) return [];
  requireName(block.table);
  const columns = block.columns ?? [];
  const headings = columns.map(({ content }) => content);
  if (headings.length === 0 || [block.heading, ...headings].some((content) => typeof content !== "string")) {
    throw new PlanError(`The table ${block.table} needs a text above each column; Excel takes no formula there.`);
  }
  if (new Set([block.heading, ...headings]).size !== headings.length + 1) {
    throw new PlanError(`The table ${block.table} has two columns of the same heading.`);
  }
  const right = firstValueColumn + Math.min(columns.length, valueColumns) - 1;
  return [{ name: block.table, zone: { top, left: labelColumn, bottom: lastRow, right } }];
}

function placeChart(
  { kind, title, categories, series, place }: Chart,
  blocks: readonly PlacedBlock[],
  placed: readonly Placed[],
  resolve: (reference: Reference) => Zone,
) {
  const at = blocks.find(({ block }) => block.id === place.block);
  if (!at) throw new PlanError(`The chart "${title}" is placed at the block "${place.block}", which does not exist.`);
  const zone = zoneAt(at.top + place.row, place.column, place);
  return {
    kind,
    title,
    zone,
    categories: resolve(categories),
    series: series.map(({ label, values, color }) => ({ ...labelOf(label), values: resolve(values), color })),
    format: holderOf(resolve(series[0]!.values), placed)?.cell.format ?? "amount",
  };

  function labelOf(label: Series["label"]) {
    if (typeof label === "string") return { label };
    const { top, left } = resolve(label);
    const cell = placed.find((item) => item.row === top && item.column === left)?.cell;
    if (cell?.role !== "input" || typeof cell.content === "object")
      throw new PlanError(`A series of the chart "${title}" has a label from no input.`);
    return { label: String(cell.content ?? ""), labelAt: zoneAt(top, left) };
  }
}

/** The cell that holds, or fills, the first cell of a zone. */
function holderOf({ top, left }: Zone, placed: readonly Placed[]): Placed | undefined {
  return placed.find(({ cell, row, column }) => overlap(zoneAt(row, column, cell.spill), zoneAt(top, left)));
}

/** A figure looks as the cell does that holds it, or fills it. */
function placeFigure(
  { label, of, value }: KeyFigure,
  placed: readonly Placed[],
  resolve: (reference: Reference) => Zone,
): PlacedFigure {
  const at = resolve(value);
  const holder = holderOf(at, placed);
  if (!isSingle(at) || !holder) throw new PlanError(`The key figure "${label}" is no single cell.`);
  return { label, ...(of && { of: resolve(of) }), unit: holder.unit ?? "", format: holder.cell.format, at };
}

function controlOf({ control }: SheetPlan, placed: readonly Placed[]): string {
  const found = placed.find(({ cell }) => cell.name === control);
  if (!found) throw new PlanError(`The control cell "${control}" is missing; every sheet has one that must read 0.`);
  const { cell, row, column } = found;
  if (cell.role !== "check" || typeof cell.content !== "object") {
    throw new PlanError(`The control cell "${control}" is no check with a formula.`);
  }
  return toAddress(zoneAt(row, column));
}

function requireSheetName(name: string): void {
  if (name === "" || name.length > 31 || /[[\]:*?/\\]|^'|'$/.test(name)) {
    throw new PlanError(`Excel takes no sheet named "${name}": at most 31 characters, none of [ ] : * ? / \\.`);
  }
}

/** Excel's own rule: a letter first, no space, nothing that reads as a cell's address. */
function requireName(name: string): void {
  if (!/^[\p{L}_][\p{L}\d_.]*$/u.test(name) || /^[a-z]{1,3}\d+$/i.test(name) || /^(r\d*)?(c\d*)?$/i.test(name)) {
    throw new PlanError(`Excel takes no name "${name}".`);
  }
}
