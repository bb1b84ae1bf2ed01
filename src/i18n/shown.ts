/*
 * A value as its cell shows it, in the formats that plans have (src/scenarios/plan.ts).
 */
import type { Format } from "../scenarios/plan";
import { fromSerial } from "../scenarios/dates";
import type { Language } from "./language";

interface Shown {
  readonly digits: number;
  readonly style?: "percent";
  readonly signDisplay?: "exceptZero";
  readonly useGrouping?: false;
}

const formats: Readonly<Record<Exclude<Format, "date" | "text">, Shown>> = {
  amount: { digits: 0 },
  decimal: { digits: 1 },
  precise: { digits: 2 },
  share: { digits: 4 },
  tolerance: { digits: 6 },
  change: { digits: 0, signDisplay: "exceptZero" },
  millions: { digits: 3 },
  millionsChange: { digits: 3, signDisplay: "exceptZero" },
  percent: { digits: 0, style: "percent" },
  percentDecimal: { digits: 1, style: "percent" },
  year: { digits: 0, useGrouping: false },
};

export function showValue(value: number | string, format: Format, language: Language): string {
  if (typeof value === "string") return value;
  if (format === "date") return fromSerial(value);
  const { digits, ...options } = formats[format === "text" ? "amount" : format];
  const number = new Intl.NumberFormat(language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    ...options,
  });
  // What is rounded to 0 has no sign.
  const isZero = number
    .formatToParts(value)
    .every(({ type, value: part }) => !digitTypes.has(type) || !/[1-9]/.test(part));
  return number.format(isZero ? 0 : value);
}

const digitTypes = new Set<string>(["integer", "fraction"]);
