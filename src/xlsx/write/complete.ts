/*
 * Completes a package as the library wrote it with what the library has no words for: conditional formats, results
 * that are texts but look like numbers, errors in what a formula fills, the values that charts show before anything
 * is computed, and that the stored values are to be kept when the workbook is opened.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { excelCode } from "../../engine/values";
import { marksOf, type Mark } from "../../scenarios/looks";
import { addressesIn, toAddress, toZone } from "../../scenarios/zone";
import type { EmptySheet, SheetToWrite } from "./workbook";

/**
 * The library guesses a result's type from its letters, so that "2021" and "" become numbers. A character that no
 * text holds, of those that Unicode leaves to private use, makes each a text, and is taken away afterwards.
 */
const textMark = "\uE0FA";

export function asText(text: string): string {
  return `${textMark}${text}`;
}

export function complete(file: Uint8Array, all: readonly (SheetToWrite | EmptySheet)[]): Uint8Array {
  const parts = unzipSync(file);
  const sheets = all.filter((each): each is SheetToWrite => !("empty" in each));
  const edit = (name: string, change: (xml: string) => string) => {
    const part = parts[name];
    if (part) parts[name] = strToU8(change(strFromU8(part)));
  };
  for (const name of Object.keys(parts)) edit(name, (xml) => xml.replaceAll(textMark, ""));
  const styles: string[] = [];
  all.forEach((each, index) => {
    if ("empty" in each) return;
    edit(`xl/worksheets/sheet${index + 1}.xml`, (xml) => withMarks(withErrors(xml, each), marksOf(each.sheet), styles));
  });
  edit("xl/styles.xml", (xml) =>
    replaceOnce(xml, /<dxfs count="0"\/>/, `<dxfs count="${styles.length}">${styles.join("")}</dxfs>`),
  );
  edit("xl/workbook.xml", (xml) => replaceOnce(xml, /<calcPr[^>]*\/>/, keepValues));
  for (const name of Object.keys(parts)) {
    if (/^xl\/charts\/chart\d+\.xml$/.test(name)) edit(name, (xml) => withAxes(withChartValues(xml, sheets)));
  }
  return zipSync(parts);
}

/**
 * The calculation engine of Excel 2019 and later. The library asks for everything to be calculated when the workbook
 * is opened, and so does a lower number; where the add-in is missing that would turn its results into #NAME?.
 */
const keepValues = '<calcPr calcId="191029"/>';

/** The library has no error values of cells without a formula; it left a 0 there. */
function withErrors(xml: string, { sheet, evaluated }: SheetToWrite): string {
  const formulas = new Set(sheet.cells.map(({ address }) => address));
  const filled = [...evaluated.spills].flatMap(([address, spill]) => {
    const { top, left } = toZone(address);
    return addressesIn({ top, left, bottom: top + spill.rows - 1, right: left + spill.columns - 1 });
  });
  return filled.reduce((text, address) => {
    const code = excelCode(evaluated.value(address));
    if (code === undefined || formulas.has(address)) return text;
    return replaceOnce(
      text,
      new RegExp(`<c r="${address}"( s="\\d+")?[^>]*><v>[^<]*</v>`),
      (_, style: string = "") => `<c r="${address}"${style} t="e"><v>${code}</v>`,
    );
  }, xml);
}

const operators = { zero: "equal", notZero: "notEqual", negative: "lessThan" } as const;

/** Rules in the sheet, each with its look added to those of the workbook. */
function withMarks(xml: string, marks: readonly Mark[], styles: string[]): string {
  const rules = marks.map(({ zones, when, fill, color }, index) => {
    const look = `<font><b/><color rgb="${argb(color)}"/></font><fill><patternFill><bgColor rgb="${argb(fill)}"/></patternFill></fill>`;
    styles.push(`<dxf>${look}</dxf>`);
    const rule = `<cfRule type="cellIs" dxfId="${styles.length - 1}" priority="${index + 1}" operator="${operators[when]}"><formula>0</formula></cfRule>`;
    return `<conditionalFormatting sqref="${zones.map(toAddress).join(" ")}">${rule}</conditionalFormatting>`;
  });
  return replaceOnce(xml, /<\/sheetData>/, `</sheetData>${rules.join("")}`);
}

function argb(color: string): string {
  return `FF${color.slice(1)}`;
}

/** What a chart's ranges hold now; the library knows only cells without formulas. Values are numbers or nothing. */
function withChartValues(xml: string, sheets: readonly SheetToWrite[]): string {
  const pattern = /<c:(cat|val)><c:(?:num|str)Ref><c:f>([^<]*)<\/c:f>.*?<\/c:(?:num|str)Ref><\/c:\1>/gs;
  return xml.replace(pattern, (_, use: string, reference: string) => {
    const values = valuesOf(unescapeXml(reference), sheets);
    const kind = use === "cat" && values.some((value) => typeof value === "string") ? "str" : "num";
    const points = values.map((value, index) => {
      const shown = kind === "str" ? value !== null : typeof value === "number";
      return shown ? `<c:pt idx="${index}"><c:v>${escapeXml(String(value))}</c:v></c:pt>` : "";
    });
    const format = kind === "num" ? "<c:formatCode>General</c:formatCode>" : "";
    const cache = `${format}<c:ptCount val="${values.length}"/>${points.join("")}`;
    return `<c:${use}><c:${kind}Ref><c:f>${reference}</c:f><c:${kind}Cache>${cache}</c:${kind}Cache></c:${kind}Ref></c:${use}>`;
  });
}

/** Of a reference such as 'A sheet'!$B$2:$C$5, cell by cell; null where there is an error or nothing. */
function valuesOf(reference: string, sheets: readonly SheetToWrite[]) {
  const [, name, range] = /^(.*)!(.*)$/s.exec(reference)!;
  const sheetName = name!.replace(/^'(.*)'$/s, "$1").replaceAll("''", "'");
  const { evaluated } = sheets.find(({ sheet }) => sheet.name === sheetName)!;
  const values = addressesIn(toZone(range!.replaceAll("$", ""))).map((address) => evaluated.value(address));
  return values.map((value) => (excelCode(value) === undefined ? value : null));
}

/** Light lines behind the values; categories below the chart also where values are negative, and from the top down. */
function withAxes(xml: string): string {
  const light = '<a:ln w="9525"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln>';
  const lines = `<c:majorGridlines><c:spPr>${light}</c:spPr></c:majorGridlines>`;
  const below = xml.replace(/(<c:catAx>.*?)<c:tickLblPos val="nextTo"\/>/s, '$1<c:tickLblPos val="low"/>');
  const quiet = replaceOnce(below, /<c:majorGridlines\/>/, lines);
  if (!quiet.includes('<c:barDir val="bar"/>')) return quiet;
  // Turned round, the categories would take the values' axis with them to the top.
  const down = replaceOnce(quiet, /(<c:catAx>.*?<c:orientation val=")minMax/s, (_, before) => `${before}maxMin`);
  return replaceOnce(down, /(<c:valAx>.*?<c:crosses val=")autoZero/s, (_, before) => `${before}max`);
}

/** What is to be completed must be there: another version of the library could write it otherwise. */
function replaceOnce(xml: string, pattern: RegExp, replacement: string | ((...match: string[]) => string)): string {
  if (!pattern.test(xml)) throw new Error(`The library wrote nothing like ${pattern.source}.`);
  return typeof replacement === "string" ? xml.replace(pattern, () => replacement) : xml.replace(pattern, replacement);
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function unescapeXml(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}
