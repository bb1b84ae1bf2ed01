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
  millionsTolerance: { digits: 9 },
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
  const number = numberFormat(format === "text" ? "amount" : format, language);
  // What is rounded to 0 has no sign.
  const isZero = number
    .formatToParts(value)
    .every(({ type, value: part }) => !digitTypes.has(type) || !/[1-9]/.test(part));
  return number.format(isZero ? 0 : value);
}

/** The numbers beside a chart and of what it shows: as few digits as they need, shares in per cent. */
export function chartNumbers(format: Format, language: Language): Intl.NumberFormat {
  if (format === "percent" || format === "percentDecimal") {
    return new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 });
  }
  const isInMillions = format === "millions" || format === "millionsChange";
  return new Intl.NumberFormat(language, { maximumFractionDigits: isInMillions ? formats.millions.digits : 2 });
}

const made = new Map<string, Intl.NumberFormat>();

/** Made once for each format and language, as making one takes far longer than using it. */
function numberFormat(format: keyof typeof formats, language: Language): Intl.NumberFormat {
  const key = `${format} ${language}`;
  const { digits, ...options } = formats[format];
  const fractions = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const number = made.get(key) ?? new Intl.NumberFormat(language, { ...fractions, ...options });
  made.set(key, number);
  return number;
}

const digitTypes = new Set<string>(["integer", "fraction"]);
