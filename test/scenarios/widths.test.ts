/*
 * Every text on every sheet as it opens, in both languages and all units, is seen whole: in its column, and where it
 * runs on to the right, up to what stands there. And no 0 has a sign.
 */
import { createEngine, readBuiltAddIn } from "../../src/engine/engine";
import { locales } from "../../src/engine/locales";
import { toWorkbookData } from "../../src/engine/planWorkbook";
import { quietly } from "../../src/engine/quietly";
import * as library from "@odoo/o-spreadsheet";
import path from "node:path";
import type { Language } from "../../src/i18n/language";
import { scenarios } from "../../src/scenarios/all";
import type { AmountUnit } from "../../src/scenarios/amountUnit";
import { layOut, type LaidOutSheet } from "../../src/scenarios/layout";
import { paint, type LookName } from "../../src/scenarios/looks";
import { padding, wordsOf, wraps } from "../../src/scenarios/measure";
import { linesIn, textWidth } from "../../src/scenarios/textWidth";
import { addressesIn, toZone, zoneAt } from "../../src/scenarios/zone";

const engine = createEngine({
  ...readBuiltAddIn(path.resolve(import.meta.dirname, "../../dist")),
  language: "sv",
});
const units: readonly AmountUnit[] = ["tkr", "kr", "mnkr"];
const all = (["sv", "en"] as const).flatMap((language) =>
  units.flatMap((unit) =>
    scenarios.map(({ id, plan }) => [id, language, unit, plan(language, undefined, unit)] as const),
  ),
);

describe.each(all)("%s in %s, in %s", (_, language, __, plan) => {
  const sheet = layOut(plan);
  const texts = shownIn(sheet, language);

  test("has every heading's words, every answer and every name whole", () => {
    expect([...texts].flatMap(([address, text]) => cutOff(address, text, sheet, texts))).toEqual([]);
  });

  test("shows no 0 with a sign", () => {
    expect([...texts].filter(([, text]) => /^[-−+]0([.,]0+)?( ?%)?$/.test(text))).toEqual([]);
  });
});

/** What each cell shows, by its address. */
function shownIn(sheet: LaidOutSheet, language: Language): ReadonlyMap<string, string> {
  if (engine.language !== language) engine.language = language;
  const { getters } = quietly(
    () => new library.Model({ ...toWorkbookData(sheet), settings: { locale: locales[language] } }),
  );
  const sheetId = getters.getActiveSheetId();
  const addresses = sheet.cells.flatMap(({ row, column, spill }) => addressesIn(zoneAt(row, column, spill)));
  return new Map(
    addresses.flatMap((address) => {
      const { top: row, left: col } = toZone(address);
      const { formattedValue } = getters.getEvaluatedCell({ sheetId, row, col });
      return formattedValue === "" ? [] : [[address, formattedValue] as const];
    }),
  );
}

function cutOff(address: string, text: string, sheet: LaidOutSheet, texts: ReadonlyMap<string, string>): string[] {
  const { top: row, left: column } = toZone(address);
  const cell = sheet.cells.find((each) => each.address === address);
  const look = lookAt(address, sheet);
  const [isBold, width] = [bold.includes(look), sheet.columnWidths[column]! - padding];
  if (cell && wraps(cell)) {
    const widest = Math.max(...wordsOf(text).map((word) => textWidth(word, isBold)));
    const lines = linesIn(text, width, isBold);
    if (widest > width) return [`${address}: a word of "${text}" is wider than its column`];
    return lines > (sheet.rowLines[row] ?? 1) ? [`${address}: "${text}" takes ${lines} lines`] : [];
  }
  const room = runsOn.includes(look) ? roomFrom(row, column, sheet, texts) : width;
  return textWidth(text, isBold) > room ? [`${address}: "${text}" has no room`] : [];
}

const bold: readonly LookName[] = ["title", "band", "bandNumber", "result", "answer", "check", "emphasisValue"];
const runsOn: readonly LookName[] = ["title", "subtitle", "answer", "note"];

function lookAt(address: string, sheet: LaidOutSheet): LookName {
  return paint(sheet)
    .filter(({ zone }) => addressesIn(zone).includes(address))
    .at(-1)!.look;
}

/** Up to the next cell that shows something, a chart, or the end of the sheet. */
function roomFrom(row: number, column: number, sheet: LaidOutSheet, texts: ReadonlyMap<string, string>): number {
  let [at, room] = [column + 1, sheet.columnWidths[column]!];
  const isFree = () =>
    !sheet.charts.some(({ zone }) => row >= zone.top && row <= zone.bottom && at >= zone.left && at <= zone.right) &&
    !addressesIn(zoneAt(row, at)).some((address) => texts.has(address));
  while (at < sheet.columnWidths.length && isFree()) room += sheet.columnWidths[at++]!;
  return room - padding;
}
