/*
 * Written scenarios as tests look at them: the file, its parts, and its cells as the sheet's XML has them.
 */
import { XMLParser } from "fast-xml-parser";
import { strFromU8, unzipSync } from "fflate";
import path from "node:path";
import * as library from "wasm-xlsxwriter/nodejs";
import { createEngine, readBuiltAddIn, type Engine } from "../../../src/engine/engine";
import { evaluateSheet, type EvaluatedSheet } from "../../../src/engine/evaluateSheet";
import type { Language } from "../../../src/i18n/language";
import { scenarios } from "../../../src/scenarios/all";
import { layOut, type LaidOutSheet } from "../../../src/scenarios/layout";
import { writeWorkbook, type SheetToWrite } from "../../../src/xlsx/write/workbook";

export interface WrittenScenario {
  readonly id: string;
  readonly language: Language;
  readonly sheet: LaidOutSheet;
  readonly evaluated: EvaluatedSheet;
  readonly file: Uint8Array;
}

/** Every scenario, as it opens, in both languages. */
export function writeScenarios(): readonly WrittenScenario[] {
  const addIn = readBuiltAddIn(path.resolve(import.meta.dirname, "../../../dist"));
  let engine: Engine | undefined;
  return (["sv", "en"] as const).flatMap((language) => {
    engine ??= createEngine({ ...addIn, language });
    engine.language = language;
    return scenarios.map(({ id, title, plan }) => {
      const sheet = layOut(plan(language));
      const evaluated = evaluateSheet(engine!, sheet);
      return { id, language, sheet, evaluated, file: write([{ sheet, evaluated }], title(language)) };
    });
  });
}

export function write(sheets: readonly SheetToWrite[], title = "Test"): Uint8Array {
  return writeWorkbook(sheets, { title }, library);
}

/** Each part of a package as text. */
export function partsOf(file: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(file)).map(([name, part]) => [name, strFromU8(part)]));
}

export interface XmlCell {
  readonly formula?: string;
  /** What an array formula fills. */
  readonly ref?: string;
  /** Marked as an array formula that spills. */
  readonly dynamic: boolean;
  readonly value: string | number | boolean | null;
}

const lists = ["row", "c", "si"];
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
  trimValues: false,
  isArray: (name) => lists.includes(name),
});

/** The cells of a workbook's first sheet that hold something. */
export function cellsOf(parts: Readonly<Record<string, string>>): ReadonlyMap<string, XmlCell> {
  const { sst } = parser.parse(parts["xl/sharedStrings.xml"]!) as { sst: { si: { t: Text }[] } };
  const strings = sst.si.map(({ t }) => textOf(t));
  const { worksheet } = parser.parse(parts["xl/worksheets/sheet1.xml"]!) as {
    worksheet: { sheetData: { row: { c?: ParsedCell[] }[] } };
  };
  const cells = worksheet.sheetData.row.flatMap(({ c = [] }) => c).filter(({ v }) => v !== undefined);
  return new Map(cells.map((cell) => [cell.r, toCell(cell, strings)]));
}

/** With attributes an element is an object. */
type Text = string | { "#text"?: string };

interface ParsedCell {
  r: string;
  t?: string;
  cm?: string;
  f?: string | { "#text"?: string; t?: string; ref?: string };
  v?: Text;
}

function toCell({ t, f, v, cm }: ParsedCell, strings: readonly string[]): XmlCell {
  return {
    ...(f !== undefined && { formula: textOf(f) }),
    ...(typeof f === "object" && f.ref !== undefined && { ref: f.ref }),
    dynamic: cm === "1",
    value: toValue(t, textOf(v!), strings),
  };
}

function toValue(type: string | undefined, text: string, strings: readonly string[]): XmlCell["value"] {
  if (type === undefined) return Number(text);
  if (type === "b") return text === "1";
  return type === "s" ? strings[Number(text)]! : text;
}

function textOf(element: Text): string {
  return typeof element === "object" ? (element["#text"] ?? "") : element;
}
