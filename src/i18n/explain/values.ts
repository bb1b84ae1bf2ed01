/*
 * Values and cells of an explanation as texts: what an argument is called and holds, and where to go.
 */
import type { Argument } from "../../core/problem";
import { toAddress, zoneAt, type Zone } from "../../scenarios/zone";
import { localErrorName } from "../../workbook/errorName";
import type { CellValue, Place } from "../../workbook/reading";
import { quoteSheet } from "../../xlsx/area";
import { argumentNames } from "../arguments";
import type { Language } from "../language";
import { percentage, shortNumber, writtenNumber } from "../numbers";
import { explainWords } from "./words";

/** Cells to go to. */
export interface Target {
  /** "B4:B7", with the sheet's name where that is another than the explained cell's: "Indata!B4". */
  readonly address: string;
  readonly sheet: string;
  readonly zone: Zone;
}

/** Cells as seen from a sheet. */
export function targetOf(sheet: string, zone: Zone, home: Place): Target {
  const address = toAddress(zone);
  return { address: sheet === home.sheet ? address : `${quoteSheet(sheet)}!${address}`, sheet, zone };
}

export function cellOf({ sheet, row, column }: Place, home: Place): Target {
  return targetOf(sheet, zoneAt(row, column), home);
}

export function argumentName(argument: Argument, language: Language): string {
  return language === "sv" ? argumentNames[argument] : argument;
}

/** Arguments that people write as percentages. */
const shares: ReadonlySet<Argument> = new Set<Argument>(["rate", "needWeight", "maxDecrease"]);

/** A value of an argument: a share as a percentage, a year without a space in it. */
export function argumentValue(argument: Argument, value: CellValue, language: Language): string {
  if (typeof value !== "number") return valueText(value, language);
  if (argument === "year") return String(value);
  return shares.has(argument) ? percentage(value, language) : shortNumber(value, language);
}

export function valueText(value: CellValue, language: Language): string {
  const words = explainWords(language);
  if (value === null) return words.blank;
  if (typeof value === "number") return shortNumber(value, language);
  if (typeof value === "boolean") return words.truth[value ? "true" : "false"];
  return typeof value === "string" ? value : localErrorName(value.code, language);
}

export function fullText(value: CellValue, language: Language): string {
  return typeof value === "number" ? writtenNumber(value, language) : valueText(value, language);
}

/** What a cell holds, where it shows a number with fewer digits than that has; else undefined. */
export function heldBehind(value: CellValue, shown: string, language: Language): string | undefined {
  if (typeof value !== "number" || !/\d/.test(shown)) return undefined;
  const held = shown.includes("%") ? percentage(value, language) : shortNumber(value, language);
  return digitsOf(held).length > digitsOf(shown).length ? held : undefined;
}

/** The digits of a number, however it is written: without zeros that only tell its size. */
function digitsOf(text: string): string {
  return text.replace(/\D/g, "").replace(/^0+|0+$/g, "");
}
