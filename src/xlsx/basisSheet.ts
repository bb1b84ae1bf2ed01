/*
 * The sheet that a frozen copy ends with: each block of formulas that is a value now, with what is behind it.
 */
import { localFormula } from "../i18n/formula";
import type { Catalogue, Language } from "../i18n/catalogue";
import { basisTexts } from "../i18n/basis";
import { toAddress } from "./area";
import type { Package } from "./package";
import { addSheet, workbookKind } from "./newSheet";
import { Styles } from "./styles";
import { escapeText, escapeXml } from "./xml";
import type { Workbook } from "./workbook";

export interface Replaced {
  /** The cells of the block, as a formula on any sheet would name them. */
  readonly place: string;
  /** As a user writes it, in English. */
  readonly formula: string;
  /** Our functions in it, such as "SPLIT". */
  readonly functions: readonly string[];
}

export interface BasisOptions {
  readonly language: Language;
  /** The day of the copy, such as 2026-11-25. */
  readonly date: string;
  readonly version: string;
  readonly catalogue: Catalogue;
}

/** Adds the sheet as the workbook's last and returns its name. */
export function addBasisSheet(workbook: Workbook, replaced: readonly Replaced[], options: BasisOptions): string {
  const { package: contents, part: workbookPart } = workbook;
  const name = freeName(
    basisTexts(options.language).sheet,
    workbook.sheets.map((sheet) => sheet.name),
  );
  const { namespace } = workbookKind(contents, workbookPart);
  const looks = looksOf(contents, workbookPart);
  addSheet(contents, workbookPart, name, sheetXml(namespace, looks, rowsOf(replaced, options)));
  return name;
}

/** A name that is taken gets a number; Excel tells names apart in no other way than by their letters. */
function freeName(wanted: string, taken: readonly string[]): string {
  const lower = new Set(taken.map((name) => name.toLowerCase()));
  let name = wanted;
  for (let number = 2; lower.has(name.toLowerCase()); number += 1) name = `${wanted} ${number}`;
  return name;
}

type Style = "title" | "heading" | "text";
type Row = readonly { readonly text: string; readonly style: Style | "plain" }[];

/** The numbers of what the sheet's cells look like: bold headings, and texts that wrap. */
function looksOf(contents: Package, workbookPart: string): Readonly<Record<Style, number>> {
  const styles = Styles.of(contents, workbookPart);
  const title = styles.changed(0, { bold: true, alignDown: "top" });
  const heading = styles.changed(title, { wrap: true });
  const text = styles.changed(0, { alignDown: "top", wrap: true });
  styles.write();
  return { title, heading, text };
}

function rowsOf(replaced: readonly Replaced[], { language, date, version, catalogue }: BasisOptions): Row[] {
  const texts = basisTexts(language);
  const row = (style: Row[number]["style"], ...cells: string[]): Row => cells.map((text) => ({ text, style }));
  const { place, formula, does, source, version: versionHeading, date: dateHeading } = texts.headings;
  return [
    row("title", texts.sheet),
    row("plain", texts.intro),
    [],
    row("heading", place, formula, does, source, versionHeading, dateHeading),
    ...replaced.map((block) => {
      const known = block.functions.flatMap((id) => catalogue.functions.find((fn) => fn.id === id) ?? []);
      const said = (of: (fn: (typeof known)[number]) => string) =>
        known.length === 1 ? of(known[0]!) : known.map((fn) => `FINSAM.${fn.id}: ${of(fn)}`).join("\n");
      return row(
        "text",
        block.place,
        localFormula(block.formula, language),
        said(({ description }) => description),
        said((fn) => fn.source),
        version,
        date,
      );
    }),
  ];
}

const widths = [26, 44, 52, 44, 11, 12];

function sheetXml(namespace: string, looks: Readonly<Record<Style, number>>, rows: readonly Row[]): string {
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const cells = (row: Row, number: number) =>
    row.map(({ text, style }, column) => {
      const look = style === "plain" ? "" : ` s="${looks[style]}"`;
      const content = escapeText(text).replace(/&#10;/g, "\n");
      return `<c r="${toAddress(number, column)}"${look} t="inlineStr"><is><t xml:space="preserve">${content}</t></is></c>`;
    });
  const data = rows.map((row, number) => {
    const height = row.some(({ style }) => style === "text") ? ` ht="${15 * linesOf(row)}" customHeight="1"` : "";
    return row.length === 0 ? "" : `<row r="${number + 1}"${height}>${cells(row, number).join("")}</row>`;
  });
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<worksheet xmlns="${escapeXml(namespace)}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane ySplit="4" topLeftCell="A5" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `<cols>${columns.join("")}</cols><sheetData>${data.join("")}</sheetData>` +
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
  );
}

/** How many lines the longest text of a row takes when it wraps: a program that opens the file may not ask itself. */
function linesOf(row: Row): number {
  const lines = row.map(({ text }, column) =>
    text
      .split("\n")
      .map((line) => Math.max(1, Math.ceil(line.length / (0.9 * widths[column]!))))
      .reduce((sum, count) => sum + count, 0),
  );
  // Excel's rows are at most 409 points high.
  return Math.min(27, Math.max(...lines));
}
