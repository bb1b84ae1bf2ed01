/*
 * A name that nothing else has: what was wished for, or that with a number. Excel tells no capitals apart.
 */

/** At most 31 characters, as Excel allows: "Trappan", "Trappan (2)". */
export function freeSheetName(wished: string, taken: readonly string[]): string {
  return firstFree(wished, taken, (number) => {
    const suffix = ` (${number})`;
    return wished.slice(0, 31 - suffix.length).trimEnd() + suffix;
  });
}

/** For tables, and for names that are the whole workbook's: "FINSAM_unions", "FINSAM_unions_2". */
export function freeName(wished: string, taken: readonly string[]): string {
  return firstFree(wished, taken, (number) => `${wished}_${number}`);
}

function firstFree(wished: string, taken: readonly string[], numbered: (number: number) => string): string {
  const all = new Set(taken.map((name) => name.toLocaleLowerCase("sv")));
  let name = wished;
  for (let number = 2; all.has(name.toLocaleLowerCase("sv")); number++) name = numbered(number);
  return name;
}
