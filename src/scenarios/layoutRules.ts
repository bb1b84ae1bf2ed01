/*
 * What may stand where: nothing in the way of a spill, no spill in a table (Excel refuses both), charts of as
 * many values as categories, over cells that hold nothing.
 */
import type { PlacedCell } from "./layout";
import type { Block } from "./plan";
import { addressesIn, countOf, overlap, toAddress, zoneAt, type Zone } from "./zone";

interface Table {
  readonly name: string;
  readonly zone: Zone;
}

interface ChartOfZones {
  readonly title: string;
  readonly zone: Zone;
  readonly categories: Zone;
  readonly series: readonly { readonly label: string; readonly values: Zone }[];
}

interface BlockAt {
  readonly block: Block;
  readonly top: number;
}

/** A sentence for the first thing that stands where it cannot; undefined where all is well. */
export function findMisplaced(
  cells: readonly PlacedCell[],
  tables: readonly Table[],
  charts: readonly ChartOfZones[],
  blocks: readonly BlockAt[],
): string | undefined {
  return spillProblem(cells, tables, blocks) ?? chartProblem(cells, charts);
}

function spillProblem(cells: readonly PlacedCell[], tables: readonly Table[], blocks: readonly BlockAt[]) {
  const spills = cells.filter(isSpilling);
  for (const cell of spills) {
    const zone = spillZone(cell);
    const table = tables.find((candidate) => overlap(candidate.zone, zone));
    if (table) return `${described(cell)} spills in the table ${table.name}; Excel refuses that.`;
    const inPath = cells.find((other) => other !== cell && overlap(zoneAt(other.row, other.column), zone));
    if (inPath) return `${described(inPath)} stands in the spill of ${described(cell)}, ${toAddress(zone)}.`;
    const other = spills.find((candidate) => candidate !== cell && overlap(spillZone(candidate), zone));
    if (other) return `The spills of ${described(cell)} and ${described(other)} overlap.`;
    const next = blocks.find(({ top }) => top > zone.top && top <= zone.bottom);
    if (next) return `The spill of ${described(cell)} runs into the block "${next.block.id}".`;
  }
  return undefined;
}

function chartProblem(cells: readonly PlacedCell[], charts: readonly ChartOfZones[]) {
  const filled = new Set(cells.flatMap((cell) => addressesIn(spillZone(cell))));
  for (const { title, zone, categories, series } of charts) {
    const odd = series.find(({ values }) => countOf(values) !== countOf(categories));
    if (odd) return `The chart "${title}" has another number of values for "${odd.label}" than of categories.`;
    const covered = addressesIn(zone).find((address) => filled.has(address));
    if (covered !== undefined) return `The chart "${title}" covers the cell ${covered}.`;
  }
  return undefined;
}

function isSpilling({ spill }: PlacedCell): boolean {
  return spill !== undefined && spill.rows * spill.columns > 1;
}

function spillZone({ row, column, spill }: PlacedCell): Zone {
  return zoneAt(row, column, spill);
}

function described({ name, address }: PlacedCell): string {
  return name === undefined ? `The cell ${address}` : `"${name}" (${address})`;
}
