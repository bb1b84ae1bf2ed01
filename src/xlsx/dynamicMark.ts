/*
 * How a workbook marks a formula as a dynamic array: a cell's `cm` number leads through the metadata part to a record
 * that says so. One record does for all cells.
 */
import { workbookKind } from "./newSheet";
import type { Package } from "./package";
import { addPart, appendCounted } from "./parts";
import { setAttribute } from "./patchSheet";
import { isTrue } from "./sheet";
import { escapeXml, readXml } from "./xml";

/** Which `cm` numbers of cells say that their formula is a dynamic array. */
export function readMarks(text: string, part: string): ReadonlySet<string> {
  const types: string[] = [];
  const dynamic: boolean[] = [];
  const marks = new Set<string>();
  let within: "future" | "cells" | undefined;
  let mark = 0;
  readXml(text, part, {
    open({ name, attributes }) {
      if (name === "metadataType") types.push(attributes.name ?? "");
      else if (name === "futureMetadata") within = attributes.name === "XLDAPR" ? "future" : undefined;
      else if (name === "cellMetadata") within = "cells";
      else if (name === "bk" && within === "future") dynamic.push(false);
      else if (name === "bk" && within === "cells") mark += 1;
      else if (name === "dynamicArrayProperties" && within === "future") {
        dynamic[dynamic.length - 1] = isTrue(attributes.fDynamic);
      } else if (name === "rc" && within === "cells") {
        const isArray = types[Number(attributes.t) - 1] === "XLDAPR";
        if (isArray && dynamic[Number(attributes.v)]) marks.add(String(mark));
      }
    },
    close(name) {
      if (name === "futureMetadata" || name === "cellMetadata") within = undefined;
    },
  });
  return marks;
}

/** The `cm` number for a dynamic array, after the workbook has been taught one where it has none. */
export function dynamicMark(contents: Package, workbookPart: string): string {
  const kind = workbookKind(contents, workbookPart);
  const part = contents.relationships(workbookPart).find(({ type }) => type === "sheetMetadata")?.target;
  if (part === undefined || !contents.has(part)) {
    addPart(contents, workbookPart, {
      part: `${workbookPart.slice(0, workbookPart.lastIndexOf("/") + 1)}metadata.xml`,
      type: `${kind.relationships}sheetMetadata`,
      contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml",
      content: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<metadata xmlns="${escapeXml(kind.namespace)}"><metadataTypes count="1">${type("")}</metadataTypes>${properties("")}${cells("", 1, 0)}</metadata>`,
    });
    return "1";
  }
  const [known] = readMarks(contents.text(part).text, part);
  return known ?? addMark(contents, part);
}

const type = (p: string) =>
  `<${p}metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/>`;
const property = (p: string) =>
  `<${p}bk><${p}extLst><${p}ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray" fDynamic="1" fCollapsed="0"/></${p}ext></${p}extLst></${p}bk>`;
const properties = (p: string) => `<${p}futureMetadata name="XLDAPR" count="1">${property(p)}</${p}futureMetadata>`;
const cell = (p: string, type: number, value: number) => `<${p}bk><${p}rc t="${type}" v="${value}"/></${p}bk>`;
const cells = (p: string, type: number, value: number) =>
  `<${p}cellMetadata count="1">${cell(p, type, value)}</${p}cellMetadata>`;

/** Adds the record to metadata that say other things; each of its lists has its place. */
function addMark(contents: Package, part: string): string {
  const lists = () => listsOf(contents.text(part).text, part);
  const insertAfter = (names: RegExp, xml: (prefix: string) => string) => {
    const before = lists().filter(({ name }) => names.test(name));
    const { end, prefix } = before[before.length - 1] ?? { end: 0, prefix: "" };
    contents.splice(part, [{ start: end, end, text: xml(prefix) }]);
  };
  const types = lists().find(({ name }) => name === "metadataTypes")!;
  let typeNumber = types.kinds.indexOf("XLDAPR") + 1;
  if (typeNumber === 0) {
    appendCounted(contents, part, "metadataTypes", "metadataType", type(types.prefix));
    typeNumber = types.kinds.length + 1;
  }
  const known = lists().find(({ name, kind }) => name === "futureMetadata" && kind === "XLDAPR");
  if (known) {
    const { start, openEnd, closeStart, prefix, count } = known;
    const opening = setAttribute(contents.text(part).text.slice(start, openEnd), "count", String(count + 1));
    contents.splice(part, [
      { start, end: openEnd, text: opening },
      { start: closeStart, end: closeStart, text: property(prefix) },
    ]);
  } else insertAfter(/^(metadataTypes|metadataStrings|mdxMetadata|futureMetadata)$/, properties);
  const value = known?.count ?? 0;
  const marked = lists().find(({ name }) => name === "cellMetadata");
  if (marked) appendCounted(contents, part, "cellMetadata", "bk", cell(marked.prefix, typeNumber, value));
  else insertAfter(/^futureMetadata$/, (prefix) => cells(prefix, typeNumber, value));
  return String((marked?.count ?? 0) + 1);
}

interface List {
  readonly name: string;
  readonly prefix: string;
  readonly kind: string | undefined;
  /** How many records it has, and the names that its records have. */
  count: number;
  readonly kinds: string[];
  readonly start: number;
  readonly openEnd: number;
  end: number;
  closeStart: number;
}

/** The lists that the part has, in order. */
function listsOf(text: string, part: string): readonly List[] {
  const lists: List[] = [];
  let depth = 0;
  readXml(text, part, {
    open({ name, prefix, attributes, start, openEnd }) {
      depth += 1;
      if (depth === 2) {
        lists.push({ name, prefix, kind: attributes.name, count: 0, kinds: [], start, openEnd, end: 0, closeStart: 0 });
      } else if (depth === 3) {
        const list = lists[lists.length - 1]!;
        list.count += 1;
        list.kinds.push(attributes.name ?? "");
      }
    },
    close(_, end, closeStart) {
      if (depth === 2) Object.assign(lists[lists.length - 1]!, { end, closeStart });
      depth -= 1;
    },
  });
  return lists;
}
