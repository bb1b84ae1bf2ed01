/*
 * Reads a workbook's package: its sheets with their cells, its names, its tables.
 */
import { parseArea, quoteSheet, toAddress, type Area } from "./area";
import { readMarks } from "./dynamicMark";
import { Package } from "./package";
import { refuse } from "./problem";
import { isTrue, readSharedStrings, readSheet, type LooksReader, type SheetContent } from "./sheet";
import { readXml } from "./xml";

export interface Sheet extends SheetContent {
  readonly name: string;
  readonly part: string;
  /** It has cells; a sheet that is one chart has none. */
  readonly isGrid: boolean;
  readonly isHidden: boolean;
  readonly tables: readonly Table[];
}

export interface Table {
  readonly name: string;
  readonly part: string;
  readonly sheet: number;
  readonly area: Area;
  readonly headerRows: number;
  readonly totalsRows: number;
  readonly columns: readonly string[];
}

export interface DefinedName {
  readonly name: string;
  readonly formula: string;
  /** The sheet that it belongs to, where it is not the whole workbook's. */
  readonly sheet?: number;
}

export interface Workbook {
  readonly package: Package;
  readonly part: string;
  readonly sheets: readonly Sheet[];
  readonly names: readonly DefinedName[];
  readonly tables: readonly Table[];
  /** Days are counted from 1904, as in old workbooks from a Mac. */
  readonly is1904: boolean;
  /** Cells may refer to each other in a ring: the workbook says so. */
  readonly iterates: boolean;
  /** Each number counts as it is shown, rounded by its cell's format: Excel's "precision as displayed". */
  readonly countsAsShown: boolean;
}

export type Progress = (step: "read" | "write", done: number, total: number) => void;

const workbookTypes = [
  /spreadsheetml\.(sheet|template)\.main\+xml/i,
  /ms-excel\.(sheet|template)\.macroEnabled\.main\+xml/i,
];

/** How the name of a workbook's file must end; Excel refuses another. */
export function workbookEnding(bytes: Uint8Array): string {
  const { type } = findWorkbook(new Package(bytes));
  return `.xl${/template/i.test(type) ? "t" : "s"}${/macroEnabled/i.test(type) ? "m" : "x"}`;
}

/** The part that all others hang from. */
export function workbookPart(contents: Package): string {
  return findWorkbook(contents).part;
}

function findWorkbook(contents: Package): { readonly part: string; readonly type: string } {
  const part = contents.relationships("").find(({ type }) => type === "officeDocument")?.target;
  if (part === undefined) return refuse({ kind: "format", format: "unknown" });
  let type = "";
  let byExtension = "";
  readXml(contents.text("[Content_Types].xml").text, "[Content_Types].xml", {
    open({ name, attributes: { PartName, ContentType = "", Extension = "" } }) {
      if (name === "Override" && PartName?.toLowerCase() === `/${part}`.toLowerCase()) type = ContentType;
      if (name === "Default" && part.toLowerCase().endsWith(`.${Extension.toLowerCase()}`)) byExtension = ContentType;
    },
  });
  const declared = type || byExtension;
  if (workbookTypes.some((known) => known.test(declared))) return { part, type: declared };
  if (/sheet\.binary/i.test(declared)) refuse({ kind: "format", format: "xlsb" });
  return refuse({ kind: "format", format: /wordprocessingml|presentationml/i.test(declared) ? "document" : "unknown" });
}

/** `looksOf` gives, for each sheet by its number, who is told what it looks like. */
export function readWorkbook(
  bytes: Uint8Array,
  progress: Progress = () => undefined,
  looksOf?: (sheet: number) => LooksReader,
): Workbook {
  const contents = new Package(bytes);
  const part = workbookPart(contents);
  const related = contents.relationships(part);
  const listed = readList(contents.text(part).text, part);
  const partOf = (type: string) => related.find((each) => each.type === type)?.target;
  const strings = partOf("sharedStrings");
  const metadata = partOf("sheetMetadata");
  const reading = {
    sharedStrings:
      strings !== undefined && contents.has(strings)
        ? readSharedStrings(contents.text(strings).text, strings)
        : { texts: [], rich: new Set<number>() },
    dynamicMarks:
      metadata !== undefined && contents.has(metadata)
        ? readMarks(contents.text(metadata).text, metadata)
        : new Set<string>(),
    counter: { cells: 0, blank: 0 },
  };
  const sheets = listed.sheets.map(({ name, id, isHidden }, index): Sheet => {
    const found = related.find((each) => each.id === id);
    if (found?.target === undefined) return refuse({ kind: "missingPart", part: name });
    progress("read", index, listed.sheets.length);
    const isGrid = found.type === "worksheet";
    const content = isGrid
      ? readSheet(contents.text(found.target).text, found.target, { ...reading, looks: looksOf?.(index) })
      : nothing;
    const tables = isGrid ? readTables(contents, found.target, index) : [];
    return { name, part: found.target, isGrid, isHidden, ...content, tables };
  });
  return {
    package: contents,
    part,
    sheets,
    names: listed.names,
    tables: sheets.flatMap(({ tables }) => tables),
    is1904: listed.is1904,
    iterates: listed.iterates,
    countsAsShown: listed.countsAsShown,
  };
}

/** A chart sheet has no cells. */
const nothing: SheetContent = {
  values: new Map(),
  formulas: new Map(),
  merges: [],
  hiddenRows: new Set(),
  isFiltered: false,
  height: 0,
  width: 0,
};

function readList(text: string, part: string) {
  const sheets: { name: string; id: string; isHidden: boolean }[] = [];
  const names: DefinedName[] = [];
  let [is1904, iterates, countsAsShown] = [false, false, false];
  let current: { name: string; formula: string; sheet?: number } | undefined;
  readXml(text, part, {
    open({ name, attributes }) {
      if (name === "sheet") {
        const id = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1];
        const isHidden = (attributes.state ?? "visible") !== "visible";
        sheets.push({ name: attributes.name ?? "", id: id ?? "", isHidden });
      } else if (name === "definedName") {
        const sheet = attributes.localSheetId;
        current = { name: attributes.name ?? "", formula: "", ...(sheet !== undefined && { sheet: Number(sheet) }) };
      } else if (name === "workbookPr") is1904 = isTrue(attributes.date1904);
      else if (name === "calcPr") {
        iterates = isTrue(attributes.iterate);
        countsAsShown = !isTrue(attributes.fullPrecision ?? "1");
      }
    },
    text(piece) {
      if (current) current.formula += piece;
    },
    close(name) {
      if (name !== "definedName" || !current) return;
      names.push(current);
      current = undefined;
    },
  });
  return { sheets, names, is1904, iterates, countsAsShown };
}

function readTables(contents: Package, sheetPart: string, sheet: number): Table[] {
  return contents.relationships(sheetPart).flatMap(({ type, target: part }): Table[] => {
    if (type !== "table" || part === undefined || !contents.has(part)) return [];
    let table: Omit<Table, "columns"> | undefined;
    const columns: string[] = [];
    readXml(contents.text(part).text, part, {
      open({ name, attributes }) {
        if (name === "tableColumn") columns.push(columnName(attributes.name ?? ""));
        if (name !== "table") return;
        const area = parseArea(attributes.ref ?? "");
        if (!area) return refuse({ kind: "brokenPart", part });
        table = {
          name: attributes.displayName ?? attributes.name ?? "",
          part,
          sheet,
          area,
          headerRows: Number(attributes.headerRowCount ?? 1),
          totalsRows: Number(attributes.totalsRowCount ?? 0),
        };
      },
    });
    return table ? [{ ...table, columns }] : [];
  });
}

/** A line break in a heading is written in the workbook's own way. */
function columnName(name: string): string {
  return name.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** A cell as a formula on any sheet would name it. */
export function nameCell({ sheets }: Pick<Workbook, "sheets">, sheet: number, row: number, column: number): string {
  return `${quoteSheet(sheets[sheet]!.name)}!${toAddress(row, column)}`;
}
