/*
 * FINSAM.PROBE shows what Excel really passes to a custom function, for whoever verifies the add-in in Excel
 * (docs/verify-in-excel.md). Only a build with --probe has it.
 */
if (typeof CustomFunctions !== "undefined") CustomFunctions.associate("PROBE", probe);

/** One row for each cell of each argument: where, typeof, constructor, JSON. Arguments beyond ours count too. */
export function probe(...passed: unknown[]): string[][] {
  return passed.flatMap((argument, index) => {
    const name = `argument ${index + 1}`;
    if (!isGrid(argument)) return [describe(name, argument)];
    return argument.flatMap((row, r) => row.map((cell, c) => describe(`${name}, row ${r + 1}, column ${c + 1}`, cell)));
  });
}

function isGrid(argument: unknown): argument is unknown[][] {
  return Array.isArray(argument) && argument.length > 0 && argument.every((row) => Array.isArray(row));
}

function describe(where: string, value: unknown): string[] {
  const made = (value as { constructor?: { name: string } } | null | undefined)?.constructor?.name;
  return [where, typeof value, made ?? "no constructor", json(value)];
}

function json(value: unknown): string {
  const shown = (_key: string, part: unknown) => {
    if (typeof part === "function") return "(function)";
    return typeof part === "number" && !Number.isFinite(part) ? `(${part})` : part;
  };
  try {
    return JSON.stringify(value, shown) ?? String(value);
  } catch (error) {
    return String(error);
  }
}
