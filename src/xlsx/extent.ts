/*
 * How far the areas that a formula needs are read: whole columns and rows end where nothing stands beyond.
 */
import { maxColumns, maxRows, sizeOf, type Area } from "./area";
import type { AreaPart, Part } from "./formula";

/** A table that is larger than this is not kept for the next formula that needs it. */
export const mostKept = 2_000_000;

export interface Extent {
  readonly height: number;
  readonly width: number;
}

/** The extent of what a formula needs, and whether what is left out may count: blanks that are not passed over. */
export interface Needed extends Extent {
  readonly mayCount: boolean;
}

/** What is beyond the last cell of all sheets that a formula needs is blank; areas of one formula end alike. */
export function neededExtent(parts: readonly Part[], isPlain: boolean, extents: readonly Extent[]): Needed {
  let [height, width, mayCount] = [0, 0, false];
  for (const part of parts) {
    const area = areaOf(part);
    const isOne = area && (area.single || area.spill || (isPlain && area.scalar));
    if (!area || isOne || !isVastArea(area)) continue;
    const extent = extents[area.sheet]!;
    height = Math.max(height, extent.height);
    width = Math.max(width, extent.width);
    mayCount ||= !area.passesBlanks;
  }
  return { height, width, mayCount };
}

/** The area of which a part needs values or numbers; none where that is the formula's own cell. */
function areaOf(part: Part): AreaPart | undefined {
  if (typeof part === "string" || part.kind === "value" || part.kind === "call" || part.kind === "size")
    return undefined;
  return part.kind === "area" ? part : part.area;
}

/** Whole columns and rows, and what is larger than may be kept, are read no further than something stands. */
function isVastArea(area: Area): boolean {
  return area.bottom === maxRows - 1 || area.right === maxColumns - 1 || sizeOf(area) > mostKept;
}

export function clip(area: Area, { height, width }: Extent): Area {
  if (!isVastArea(area)) return area;
  const clipped = { ...area, bottom: Math.max(area.top, Math.min(area.bottom, height - 1)) };
  if (area.right < maxColumns - 1 && sizeOf(clipped) <= mostKept) return clipped;
  return { ...clipped, right: Math.max(area.left, Math.min(area.right, width - 1)) };
}
