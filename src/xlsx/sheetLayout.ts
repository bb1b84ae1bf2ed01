/*
 * Changes what a sheet is laid out like: widths and heights, what is hidden, what stays in view, merged cells. Each is
 * an element of the sheet's part with a place of its own among the others.
 */
import { addressOfArea, toAddress, type Area } from "./area";
import type { Package } from "./package";
import { setAttribute } from "./patchSheet";
import { refuse } from "./problem";
import { readXml, splice, type Splice } from "./xml";

/** A column's width or a row's height in pixels, undefined for the usual one. */
export interface HeaderSize {
  readonly size: number | undefined;
  readonly isHidden: boolean;
}

export interface SheetLayout {
  readonly columns?: ReadonlyMap<number, HeaderSize>;
  readonly rows?: ReadonlyMap<number, HeaderSize>;
  /** How many rows and columns stay where they are when the rest is scrolled. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  readonly hasGridLines?: boolean;
  /** All that there are. */
  readonly merges?: readonly Area[];
  /** Such as "#1D5C4D"; null for none. */
  readonly tabColour?: string | null;
}

/** The order in which the part has its elements, as far as one is put here. */
const order = (
  "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios " +
  "autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations " +
  "hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches " +
  "ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems " +
  "tableParts extLst"
).split(" ");

export function layOutSheet(contents: Package, part: string, layout: SheetLayout): void {
  const { text, encode } = contents.text(part);
  const changed = layOut(text, part, layout);
  if (changed !== text) contents.set(part, encode(changed));
}

function layOut(original: string, part: string, layout: SheetLayout): string {
  const { columns, rows, frozen, hasGridLines, merges, tabColour } = layout;
  let text = original;
  const change = (name: string, rewrite: (found: string | undefined, prefix: string) => string) => {
    text = putElement(text, part, name, rewrite);
  };
  if (tabColour !== undefined) change("sheetPr", (found, p) => withTabColour(found ?? `<${p}sheetPr/>`, p, tabColour));
  if (frozen !== undefined || hasGridLines !== undefined)
    change("sheetViews", (found, p) => withView(found, p, frozen, hasGridLines));
  if (columns && columns.size > 0) change("cols", (found, p) => withColumns(found, p, columns));
  if (rows && rows.size > 0) text = withRows(text, part, rows);
  if (merges) change("mergeCells", (_, p) => mergeCells(merges, p));
  return text;
}

/** Puts an element of the sheet in other words, or in its place where there is none; "" takes it away. */
function putElement(
  text: string,
  part: string,
  name: string,
  rewrite: (found: string | undefined, prefix: string) => string,
): string {
  let [depth, prefix, at, start] = [0, "", 0, 0];
  let found: { start: number; end: number } | undefined;
  let root: { start: number; openEnd: number; isEmpty: boolean } | undefined;
  readXml(text, part, {
    open(element) {
      depth += 1;
      if (depth === 1) {
        prefix = element.prefix;
        at = element.openEnd;
        root = element;
      } else if (depth === 2) start = element.start;
    },
    close(each, end) {
      if (depth === 2 && each === name) found = { start, end };
      else if (depth === 2 && order.indexOf(each) < order.indexOf(name) && order.includes(each)) at = end;
      depth -= 1;
    },
  });
  const written = rewrite(found && text.slice(found.start, found.end), prefix);
  if (found) return splice(text, [{ ...found, text: written }]);
  if (!root?.isEmpty) return splice(text, [{ start: at, end: at, text: written }]);
  const opening = text.slice(root.start, root.openEnd).replace(/\s*\/>$/, ">");
  return splice(text, [{ start: root.start, end: root.openEnd, text: `${opening}${written}</${prefix}worksheet>` }]);
}

function withTabColour(found: string, p: string, colour: string | null): string {
  const tag = colour === null ? "" : `<${p}tabColor rgb="FF${colour.slice(1).toUpperCase()}"/>`;
  const without = found.replace(/<(?:\w+:)?tabColor(\s[^>]*)?(\/>|>.*?<\/(?:\w+:)?tabColor>)/s, "");
  if (/\/>$/.test(without) && !without.includes("</")) {
    return tag === "" ? without : `${without.replace(/\s*\/>$/, "")}>${tag}</${p}sheetPr>`;
  }
  return without.replace(/^(<[^>]*>)/, `$1${tag}`);
}

function withView(
  found: string | undefined,
  p: string,
  frozen: SheetLayout["frozen"],
  hasGridLines: boolean | undefined,
): string {
  const views = found ?? `<${p}sheetViews><${p}sheetView workbookViewId="0"/></${p}sheetViews>`;
  let isFirst = true;
  // What is frozen in one view of a sheet is so in the others, of which there is hardly ever one.
  return views.replace(/<(?:\w+:)?sheetView(?=[\s/>])[^>]*?(\/>|>.*?<\/(?:\w+:)?sheetView>)/s, (view) => {
    if (!isFirst) return view;
    isFirst = false;
    let opening = view.slice(0, view.indexOf(">") + 1);
    if (hasGridLines !== undefined) opening = setAttribute(opening, "showGridLines", hasGridLines ? undefined : "0");
    let content = opening.endsWith("/>") ? "" : view.slice(view.indexOf(">") + 1, view.lastIndexOf("<"));
    if (frozen) content = pane(p, frozen) + content.replace(/<(?:\w+:)?(pane|selection)(?=[\s/>])[^>]*\/>/g, "");
    opening = opening.replace(/\s*\/?>$/, "");
    return content === "" ? `${opening}/>` : `${opening}>${content}</${p}sheetView>`;
  });
}

function pane(p: string, { rows, columns }: { rows: number; columns: number }): string {
  if (rows === 0 && columns === 0) return "";
  const active = rows > 0 && columns > 0 ? "bottomRight" : rows > 0 ? "bottomLeft" : "topRight";
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ""}${rows > 0 ? ` ySplit="${rows}"` : ""}`;
  return `<${p}pane${split} topLeftCell="${toAddress(rows, columns)}" activePane="${active}" state="frozen"/>`;
}

function withColumns(found: string | undefined, p: string, changes: ReadonlyMap<number, HeaderSize>): string {
  const ranges: { min: number; max: number; tag: string }[] = [];
  if (found !== undefined) {
    readXml(found, "", {
      open({ name, attributes: { min, max }, start, openEnd }) {
        if (name === "col") ranges.push({ min: Number(min), max: Number(max), tag: found.slice(start, openEnd) });
      },
    });
  }
  for (const [column, change] of changes) {
    const number = column + 1;
    const at = ranges.findIndex(({ min, max }) => number >= min && number <= max);
    const around = ranges[at];
    const tag = sizedColumn(around?.tag ?? `<${p}col/>`, change);
    const own = { min: number, max: number, tag };
    if (!around) ranges.push(own);
    else {
      const parts = [{ ...around, max: number - 1 }, own, { ...around, min: number + 1 }];
      ranges.splice(at, 1, ...parts.filter(({ min, max }) => min <= max));
    }
  }
  const between = (tag: string, min: number, max: number) =>
    setAttribute(setAttribute(tag, "min", String(min)), "max", String(max));
  const joined: typeof ranges = [];
  for (const range of ranges.sort((a, b) => a.min - b.min)) {
    const last = joined[joined.length - 1];
    const isSame = last?.max === range.min - 1 && between(last.tag, 0, 0) === between(range.tag, 0, 0);
    if (isSame) last.max = range.max;
    else joined.push(range);
  }
  const written = joined.map(({ min, max, tag }) => between(tag, min, max));
  return `<${p}cols>${written.join("")}</${p}cols>`;
}

function sizedColumn(tag: string, { size, isHidden }: HeaderSize): string {
  const width = size === undefined ? "9.140625" : String(Math.round((size / 7) * 10_000) / 10_000);
  const sized = setAttribute(setAttribute(tag, "width", width), "customWidth", size === undefined ? undefined : "1");
  return setAttribute(sized, "hidden", isHidden ? "1" : undefined);
}

function withRows(text: string, part: string, changes: ReadonlyMap<number, HeaderSize>): string {
  const splices: Splice[] = [];
  const pending = [...changes.keys()].sort((a, b) => a - b);
  let [prefix, next, inData] = ["", -1, false];
  let data: { start: number; openEnd: number; isEmpty: boolean } | undefined;
  const newRows = (before: number) => {
    let rows = "";
    while (pending.length > 0 && pending[0]! < before) {
      const row = pending.shift()!;
      rows += sizedRow(`<${prefix}row r="${row + 1}"/>`, changes.get(row)!);
    }
    return rows;
  };
  readXml(text, part, {
    open(element) {
      const { name, attributes, start, openEnd } = element;
      if (name === "sheetData") {
        inData = true;
        prefix = element.prefix;
        data = element;
      } else if (inData && name === "row") {
        const number = attributes.r === undefined ? next + 1 : Number(attributes.r) - 1;
        // A row that comes after a later one would be written twice.
        if (number <= next) refuse({ kind: "brokenPart", part });
        next = number;
        const before = newRows(next);
        if (before !== "") splices.push({ start, end: start, text: before });
        if (pending[0] !== next) return;
        pending.shift();
        splices.push({ start, end: openEnd, text: sizedRow(text.slice(start, openEnd), changes.get(next)!) });
      }
    },
    close(name, _, closeStart) {
      if (name !== "sheetData" || !inData) return;
      inData = false;
      const rows = newRows(Infinity);
      if (rows === "") return;
      const { start, openEnd, isEmpty } = data!;
      const opening = text.slice(start, openEnd).replace(/\s*\/>$/, ">");
      if (isEmpty) splices.push({ start, end: openEnd, text: `${opening}${rows}</${prefix}sheetData>` });
      else splices.push({ start: closeStart, end: closeStart, text: rows });
    },
  });
  return splice(text, splices);
}

function sizedRow(tag: string, { size, isHidden }: HeaderSize): string {
  const height = size === undefined ? undefined : String(Math.round(size * 75) / 100);
  const sized = setAttribute(setAttribute(tag, "ht", height), "customHeight", size === undefined ? undefined : "1");
  return setAttribute(sized, "hidden", isHidden ? "1" : undefined);
}

function mergeCells(merges: readonly Area[], p: string): string {
  if (merges.length === 0) return "";
  const cells = merges.map((area) => `<${p}mergeCell ref="${addressOfArea(area)}"/>`);
  return `<${p}mergeCells count="${merges.length}">${cells.join("")}</${p}mergeCells>`;
}
