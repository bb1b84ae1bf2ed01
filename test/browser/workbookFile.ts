/*
 * A workbook's file of one sheet, as Excel stores it.
 */
import { strToU8, zipSync } from "fflate";

/** In Base64. The rows, and the names that the workbook defines, are given as XML. */
export function workbookFile({ rows, names = "" }: { readonly rows: string; readonly names?: string }): string {
  const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const packages = "http://schemas.openxmlformats.org/package/2006";
  const relationship = (type: string, target: string) =>
    `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/${type}" Target="${target}"/></Relationships>`;
  const part = (name: string, type: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${types}.${type}+xml"/>`;
  const parts = {
    "[Content_Types].xml": `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part("workbook", "sheet.main")}${part("sheet1", "worksheet")}</Types>`,
    "_rels/.rels": relationship("officeDocument", "xl/workbook.xml"),
    "xl/_rels/workbook.xml.rels": relationship("worksheet", "sheet1.xml"),
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Plan" sheetId="1" r:id="rId1"/></sheets>${names && `<definedNames>${names}</definedNames>`}</workbook>`,
    "xl/sheet1.xml": `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
  };
  const zip = zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
  return Buffer.from(zip).toString("base64");
}

/** A row with one formula of ours. */
export const planRow = '<row r="1"><c r="A1"><f>_xldudf_FINSAM_TOTAL(5,"state")</f><v>10</v></c></row>';
/** One with a formula that has lost the add-in. */
export const lostRow = '<row r="2"><c r="A2" t="e"><f>_xldudf_FINSAM_TOTAL(6,"state")</f><v>#NAME?</v></c></row>';
