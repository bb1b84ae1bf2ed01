/*
 * Names and numbers that tables of a workbook must not share.
 */
import type { Package } from "./package";

/** A name that no table and no other name has; it is taken from then on. `taken` is in lower case. */
export function freeTableName(wished: string, taken: Set<string>): string {
  let name = wished;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${wished}_${number}`;
  taken.add(name.toLowerCase());
  return name;
}

export function highestTableId(contents: Package): number {
  const ids = contents.names
    .filter((name) => /\/tables\/[^/]*\.xml$/i.test(name))
    .map((name) => Number(/<(?:\w+:)?table\s[^>]*?\sid="(\d+)"/.exec(contents.text(name).text)?.[1] ?? 0));
  return Math.max(0, ...ids);
}
