/*
 * Excel's operators, on single values; `lift` of values.ts takes them over tables.
 */
import type { Language } from "../../i18n/language";
import { CellError, compare, comparisons, toNumber, toText, type Scalar } from "./values";

export function finite(value: Scalar): Scalar {
  if (typeof value !== "number") return value;
  // Adding 0 makes a 0 of −0.
  return Number.isFinite(value) ? value + 0 : new CellError("#NUM!");
}

export function unary(operator: string, operand: Scalar): Scalar {
  const number = toNumber(operand);
  if (number instanceof CellError || operator === "+") return number;
  return operator === "%" ? number / 100 : -number;
}

export function binary(operator: string, left: Scalar, right: Scalar, language: Language): Scalar {
  if (left instanceof CellError) return left;
  if (right instanceof CellError) return right;
  const comparing = comparisons[operator];
  if (comparing) return comparing(compare(left, right));
  if (operator === "&") {
    return `${toText(left, language) as string}${toText(right, language) as string}`;
  }
  const [a, b] = [toNumber(left), toNumber(right)];
  if (a instanceof CellError) return a;
  if (b instanceof CellError) return b;
  if (operator === "/" && b === 0) return new CellError("#DIV/0!");
  return finite(arithmetic[operator]!(a, b));
}

const arithmetic: Readonly<Record<string, (a: number, b: number) => number>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "^": (a, b) => a ** b,
};
