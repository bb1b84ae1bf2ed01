/*
 * Workbooks for the tests: written part by part, so that every byte is known, or by other programs.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import * as library from "@odoo/o-spreadsheet";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { readBuiltAddIn } from "../../src/engine/engine";
import { createFormulaEngine } from "../../src/engine/workbookFormulas";
import { WorkbookError, type FileProblem } from "../../src/xlsx/problem";
import { readWorkbook } from "../../src/xlsx/workbook";
import { toAddress, columnOf, rowOf } from "../../src/xlsx/area";
import { plainValue } from "../../src/xlsx/values";

const dist = path.resolve(import.meta.dirname, "../../dist");

/** The engine with the add-in as built. */
export function builtEngine() {
  return createFormulaEngine({ library, ...readBuiltAddIn(dist), language: "sv" });
}

export const addInId = /<Id>([^<]+)</.exec(
  readFileSync(path.resolve(import.meta.dirname, "../../manifest.xml"), "utf8"),
)![1]!;

export type Parts = Record<string, string>;

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Marks cells with cm="1" as dynamic arrays, as Excel does. */
const metadata =
  `${declaration}<metadata xmlns="${main}" xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray">` +
  '<metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" cellMeta="1"/></metadataTypes>' +
  '<futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}">' +
  '<xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata>' +
  '<cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>';

/** The parts of a workbook whose sheets have these rows, and what stands after them. */
export function bookParts(
  sheets: Readonly<Record<string, string | { readonly rows: string; readonly after?: string }>>,
  { names = "", workbookPr = "", calcPr = "" }: { names?: string; workbookPr?: string; calcPr?: string } = {},
): Parts {
  const list = Object.entries(sheets);
  const overrides = list.map(
    (_, i) =>
      `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
  );
  const relationship = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const escape = (name: string) => name.replace(/&/g, "&amp;").replace(/"/g, "&quot;");
  return {
    "[Content_Types].xml": `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${overrides.join("")}<Override PartName="/xl/metadata.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml"/></Types>`,
    "_rels/.rels": `${declaration}<Relationships xmlns="${packages}/relationships">${relationship("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `${declaration}<workbook xmlns="${main}" xmlns:r="${office}">${workbookPr}<sheets>${list.map(([name], i) => `<sheet name="${escape(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join("")}</sheets>${names && `<definedNames>${names}</definedNames>`}${calcPr}</workbook>`,
    "xl/_rels/workbook.xml.rels": `${declaration}<Relationships xmlns="${packages}/relationships">${list.map((_, i) => relationship(`rId${i + 1}`, "worksheet", `worksheets/sheet${i + 1}.xml`)).join("")}${relationship("rId90", "sheetMetadata", "metadata.xml")}</Relationships>`,
    "xl/metadata.xml": metadata,
    ...Object.fromEntries(
      list.map(([, content], i) => {
        const { rows, after = "" } = typeof content === "string" ? { rows: content } : content;
        return [
          `xl/worksheets/sheet${i + 1}.xml`,
          `${declaration}<worksheet xmlns="${main}" xmlns:r="${office}"><sheetData>${rows}</sheetData>${after}</worksheet>`,
        ];
      }),
    ),
  };
}

export function zip(parts: Parts): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

export function book(...args: Parameters<typeof bookParts>): Uint8Array {
  return zip(bookParts(...args));
}

export function partsOf(bytes: Uint8Array): Parts {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content, true)]),
  );
}

/** The parts that are not byte for byte the same, those that only one has too. */
export function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const [one, other] = [partsOf(before), partsOf(after)];
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((name) => one[name] !== other[name]).sort();
}

/** Every cell's value by sheet and address. */
export function valuesOf(bytes: Uint8Array): Record<string, unknown> {
  return Object.fromEntries(
    readWorkbook(bytes).sheets.flatMap(({ name, values }) =>
      [...values].map(([key, value]) => [`${name}!${toAddress(rowOf(key), columnOf(key))}`, plainValue(value)]),
    ),
  );
}

export function problemOf(action: () => unknown): FileProblem | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    if (error instanceof WorkbookError) return error.problem;
    throw error;
  }
}
