/*
 * Many cells named as few areas, so that what is said of all of them is one sentence.
 */
import { toRectangles } from "../workbook/blocks";
import { addressOfArea, columnOf, parseAddress, rowOf } from "../xlsx/area";
import type { Language } from "./language";
import { bilingual } from "./texts";

const placesTexts = bilingual(
  { more: (areas: string, count: number) => `${areas} och ${count} områden till` },
  { more: (areas: string, count: number) => `${areas} and ${count} more areas` },
);

/** Areas of a sheet that are named before the rest is counted. */
const mostNamed = 5;

/** What is the same in everything but its cell, such as Blad1!A1, sheet by sheet; `alike` tells what is the same. */
export function byPlace<T extends { readonly cell: string }>(
  all: readonly T[],
  alike: (one: T) => string,
): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const each of all) {
    const key = `${sheetOf(each.cell)} ${alike(each)}`;
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return [...groups.values()];
}

/** The cells of one sheet, as areas. */
export function placesOf(group: readonly { readonly cell: string }[], language?: Language): string {
  const sheet = sheetOf(group[0]!.cell);
  const places = group.map(({ cell }) => {
    const key = parseAddress(cell.slice(sheet.length + 1))!;
    return { row: rowOf(key), column: columnOf(key) };
  });
  const areas = toRectangles(places).map(addressOfArea);
  const named = `${sheet}!${areas.slice(0, mostNamed).join(", ")}`;
  // One more takes no more room than to count it.
  return areas.length <= mostNamed + 1
    ? `${sheet}!${areas.join(", ")}`
    : placesTexts(language).more(named, areas.length - mostNamed);
}

function sheetOf(cell: string): string {
  return cell.slice(0, cell.lastIndexOf("!"));
}
