/*
 * The sheet that a frozen copy ends with: each block of formulas that is a value now, with what is behind it.
 */
import { localFormula } from "../i18n/formula";
import type { Catalogue, Language } from "../i18n/catalogue";
import { basisTexts } from "../i18n/basis";
import { toAddress } from "./area";
import type { Package } from "./package";
import { addPart, appendChild } from "./parts";
import { escapeText, escapeXml, readXml, type Splice } from "./xml";
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
  const known = readRoot(contents, workbookPart);
  const styles = addStyles(contents, workbookPart);
  const folder = workbookPart.slice(0, workbookPart.lastIndexOf("/") + 1);
  let number = workbook.sheets.length + 1;
  while (contents.has(`${folder}worksheets/sheet${number}.xml`)) number += 1;
  const id = addPart(contents, workbookPart, {
    part: `${folder}worksheets/sheet${number}.xml`,
    type: known.sheetType,
    contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml",
    content: sheetXml(known.namespace, styles, rowsOf(replaced, options)),
  });
  appendChild(
    contents,
    workbookPart,
    "sheets",
    (prefix) => `<${prefix}sheet name="${escapeXml(name)}" sheetId="${known.nextId}" ${known.idAttribute}="${id}"/>`,
  );
  return name;
}

/** A name that is taken gets a number; Excel tells names apart in no other way than by their letters. */
function freeName(wanted: string, taken: readonly string[]): string {
  const lower = new Set(taken.map((name) => name.toLowerCase()));
  let name = wanted;
  for (let number = 2; lower.has(name.toLowerCase()); number += 1) name = `${wanted} ${number}`;
  return name;
}

/** What a new sheet must have in common with those there are. */
function readRoot(contents: Package, part: string) {
  let namespace = "";
  let idAttribute = "r:id";
  let highest = 0;
  readXml(contents.text(part).text, part, {
    open({ name, prefix, attributes }) {
      if (name === "workbook") namespace = attributes[prefix ? `xmlns:${prefix.slice(0, -1)}` : "xmlns"] ?? "";
      if (name !== "sheet") return;
      highest = Math.max(highest, Number(attributes.sheetId) || 0);
      idAttribute = Object.keys(attributes).find((key) => key.endsWith(":id")) ?? idAttribute;
    },
  });
  const isStrict = namespace.includes("purl.oclc.org");
  const office = isStrict
    ? "http://purl.oclc.org/ooxml/officeDocument"
    : "http://schemas.openxmlformats.org/officeDocument/2006";
  return { namespace, idAttribute, nextId: highest + 1, sheetType: `${office}/relationships/worksheet` };
}

type Style = "title" | "heading" | "text";
type Row = readonly { readonly text: string; readonly style: Style | "plain" }[];

/** Adds what the sheet's cells look like: bold headings, and texts that wrap. Undefined where there are no styles. */
function addStyles(contents: Package, workbookPart: string): Readonly<Record<Style, number>> | undefined {
  const part = contents.relationships(workbookPart).find(({ type }) => type === "styles")?.target;
  if (part === undefined || !contents.has(part)) return undefined;
  const { text } = contents.text(part);
  const counts = { font: 0, xf: 0 };
  let within: "fonts" | "cellXfs" | undefined;
  let prefix = "";
  let firstFont: { start: number; openEnd: number; isEmpty: boolean; end?: number } | undefined;
  readXml(text, part, {
    open({ name, prefix: own, start, openEnd, isEmpty }) {
      if (name === "fonts" || name === "cellXfs") {
        within = name;
        prefix = own;
      } else if (within === "fonts" && name === "font") {
        counts.font += 1;
        firstFont ??= { start, openEnd, isEmpty };
      } else if (within === "cellXfs" && name === "xf") counts.xf += 1;
    },
    close(name, end) {
      if (name === within) within = undefined;
      if (name === "font" && firstFont) firstFont.end ??= end;
    },
  });
  if (!firstFont?.end || counts.xf === 0) return undefined;
  const font = text.slice(firstFont.start, firstFont.end);
  const opening = text.slice(firstFont.start, firstFont.openEnd);
  const bold = firstFont.isEmpty
    ? `<${prefix}font><${prefix}b/></${prefix}font>`
    : `${opening}<${prefix}b/>${font.slice(opening.length).replace(/<(\w+:)?b(\s[^>]*)?\/>/, "")}`;
  appendCounted(contents, part, "fonts", "font", bold);
  const xf = (fontId: number, more: string, alignment: string) =>
    `<${prefix}xf numFmtId="0" fontId="${fontId}" fillId="0" borderId="0" xfId="0"${more} applyAlignment="1">` +
    `<${prefix}alignment vertical="top"${alignment}/></${prefix}xf>`;
  const wrap = ' wrapText="1"';
  const isBold = ' applyFont="1"';
  const added = [xf(counts.font, isBold, ""), xf(counts.font, isBold, wrap), xf(0, "", wrap)].join("");
  appendCounted(contents, part, "cellXfs", "xf", added);
  return { title: counts.xf, heading: counts.xf + 1, text: counts.xf + 2 };
}

/** Adds children to a list that says how many it has. */
function appendCounted(contents: Package, part: string, list: string, child: string, added: string): void {
  appendChild(contents, part, list, () => added);
  const { text } = contents.text(part);
  let count = 0;
  let isInside = false;
  let opening: { start: number; end: number } | undefined;
  readXml(text, part, {
    open({ name, start, openEnd }) {
      if (name === list) {
        isInside = true;
        opening ??= { start, end: openEnd };
      } else if (isInside && name === child) count += 1;
    },
    close(name) {
      if (name === list) isInside = false;
    },
  });
  const { start, end } = opening!;
  const counted = text.slice(start, end).replace(/(\scount\s*=\s*)(["'])\d+\2/, `$1$2${count}$2`);
  contents.splice(part, [{ start, end, text: counted }] satisfies Splice[]);
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

function sheetXml(
  namespace: string,
  styles: Readonly<Record<Style, number>> | undefined,
  rows: readonly Row[],
): string {
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const cells = (row: Row, number: number) =>
    row.map(({ text, style }, column) => {
      const look = styles && style !== "plain" ? ` s="${styles[style]}"` : "";
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
