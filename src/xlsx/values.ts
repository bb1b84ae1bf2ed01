/*
 * What a cell holds, told apart as a workbook does: an error is no text that looks like one.
 */
export class ErrorValue {
  constructor(readonly code: string) {}
}

export type CellValue = number | string | boolean | ErrorValue;

/** By what it has: one that comes from a worker has lost its class on the way. */
export function isError(value: unknown): value is ErrorValue {
  return typeof value === "object" && value !== null && "code" in value && typeof value.code === "string";
}

/** Whether a text reads as one of the errors, as which the engine would take it. */
export function isErrorName(text: string): boolean {
  return /^#(N\/A|NAME\?|DIV\/0!|NUM!|NULL!|VALUE!|REF!?|ERROR|BAD_EXPR|CYCLE|SPILL!)$/.test(text);
}

/**
 * Whether two values are the same to a reader. Numbers are when 15 digits agree, which is what Excel shows: the
 * last bits of a sum depend on the order in which it was added up. So does whether one that comes to nothing is 0, or
 * what no krona and no share is as small as.
 */
export function isSame(one: CellValue | null, other: CellValue | null): boolean {
  if (isError(one) || isError(other)) return isError(one) && isError(other) && one.code === other.code;
  if (typeof one === "number" && typeof other === "number") {
    const isNothing = one * other === 0 && Math.abs(one + other) < 1e-9;
    return one === other || isNothing || one.toPrecision(15) === other.toPrecision(15);
  }
  return one === other;
}

/** As it is shown in a list: null where a cell is blank. */
export function plainValue(value: CellValue | null): number | string | boolean | null {
  return isError(value) ? value.code : value;
}
