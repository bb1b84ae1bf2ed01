/*
 * What the engine's cells are given, so that each holds the very value: texts that it would read as something else
 * begin with an apostrophe.
 */
import { isError, type CellValue } from "../xlsx/values";

export function contentOf(value: CellValue): string {
  if (isError(value)) return value.code;
  if (typeof value === "string") return textContent(value);
  return typeof value === "boolean" ? (value ? "TRUE" : "FALSE") : String(value);
}

export function textContent(text: string): string {
  const isPlain = /^[\p{L}(]/u.test(text) && !/\s$|^(true|false)$/i.test(text);
  return isPlain || text === "" ? text : `'${text}`;
}
