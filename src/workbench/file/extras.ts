/*
 * What a sheet of a file has beside cells, looks, sizes and merged cells. It stays in the file as it is; so it does
 * not move when rows are inserted.
 */

export const extras = [
  "figures",
  "tables",
  "conditionalFormats",
  "validations",
  "links",
  "comments",
  "filter",
  "pivots",
  "sparklines",
  "controls",
  "outline",
  "pageBreaks",
  "page",
  "protection",
  "richText",
] as const;
export type Extra = (typeof extras)[number];

/** By the elements of a sheet's part that say so, those of later editions too. */
const ofElement: Readonly<Record<string, Extra>> = {
  drawing: "figures",
  picture: "figures",
  tablePart: "tables",
  conditionalFormatting: "conditionalFormats",
  dataValidation: "validations",
  hyperlink: "links",
  legacyDrawing: "comments",
  legacyDrawingHF: "controls",
  autoFilter: "filter",
  sparklineGroup: "sparklines",
  oleObject: "controls",
  control: "controls",
  rowBreaks: "pageBreaks",
  colBreaks: "pageBreaks",
  pageSetup: "page",
  printOptions: "page",
  headerFooter: "page",
  sheetProtection: "protection",
};

/** By the kind of part that a sheet refers to without an element of its own. */
const ofRelationship: Readonly<Record<string, Extra>> = {
  pivotTable: "pivots",
  slicer: "controls",
  timeline: "controls",
};

export function extraOfElement(name: string): Extra | undefined {
  return Object.hasOwn(ofElement, name) ? ofElement[name] : undefined;
}

export function extraOfRelationship(type: string): Extra | undefined {
  return Object.hasOwn(ofRelationship, type) ? ofRelationship[type] : undefined;
}

/** Those that a copy of the sheet has not (src/xlsx/copySheet.ts). */
export function isNotCopied(extra: Extra): boolean {
  return extra === "comments" || extra === "pivots" || extra === "controls";
}

/** Those that belong to places on the sheet, and stay there when its cells move. */
export function isOfPlace(extra: Extra): boolean {
  return extra !== "page" && extra !== "protection";
}
