/*
 * Adds a sheet to a workbook's package: its part, and where the workbook lists it.
 */
import type { Package } from "./package";
import { addPart, appendChild } from "./parts";
import { escapeXml, readXml } from "./xml";

/** What a new part must have in common with those there are: two editions of the format differ in their names. */
export interface WorkbookKind {
  readonly namespace: string;
  /** What the types of relationships begin with. */
  readonly relationships: string;
  /** How an element says the id of a relationship, such as "r:id". */
  readonly idAttribute: string;
  readonly nextSheetId: number;
}

export function workbookKind(contents: Package, part: string): WorkbookKind {
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
  return { namespace, idAttribute, nextSheetId: highest + 1, relationships: `${office}/relationships/` };
}

/** Adds a sheet as the workbook's last and returns its part. */
export function addSheet(contents: Package, workbookPart: string, name: string, content: string): string {
  const kind = workbookKind(contents, workbookPart);
  const part = freePart(contents, workbookPart, "worksheets/sheet");
  const id = addPart(contents, workbookPart, {
    part,
    type: `${kind.relationships}worksheet`,
    contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml",
    content,
  });
  appendChild(
    contents,
    workbookPart,
    "sheets",
    (prefix) => `<${prefix}sheet name="${escapeXml(name)}" sheetId="${kind.nextSheetId}" ${kind.idAttribute}="${id}"/>`,
  );
  return part;
}

/** A part's name that is free, beside the workbook's own part: "worksheets/sheet" becomes xl/worksheets/sheet4.xml. */
export function freePart(contents: Package, workbookPart: string, name: string): string {
  const folder = workbookPart.slice(0, workbookPart.lastIndexOf("/") + 1);
  let number = 1;
  while (contents.has(`${folder}${name}${number}.xml`)) number += 1;
  return `${folder}${name}${number}.xml`;
}
