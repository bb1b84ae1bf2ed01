/*
 * Writes new contents into a sheet's part: each changed cell, and what a new cell needs around it. Everything else
 * stays letter for letter.
 */
import { addressOfArea, columnOf, keyOf, maxColumns, parseAddress, parseArea, rowOf, toAddress } from "./area";
import { refuse } from "./problem";
import { isTrue } from "./sheet";
import { isError, type CellValue } from "./values";
import { escapeText, escapeXml, readXml, type Element, type Splice } from "./xml";

export interface CellChange {
  /** null empties the cell; undefined keeps what it holds. */
  readonly value?: CellValue | null;
  /** The area that its array formula fills now. */
  readonly area?: string;
  /** The formula says something else, and fills what it filled; one of a group is alone from then on. */
  readonly formulaText?: string;
  /** The formula goes, its value stays. */
  readonly dropsFormula?: boolean;
  /** What takes the place of the cell's formula or constant; `value` is the constant, or the formula's result. */
  readonly entered?: "constant" | EnteredFormula;
  /** The number of another look, given that of the present one. */
  readonly restyle?: (style: number) => number;
}

export interface EnteredFormula {
  /** As a workbook stores it, without its equals sign. */
  readonly text: string;
  /** An array formula, and the cells that it fills. */
  readonly area?: string;
  /** The `cm` number that marks a dynamic array. */
  readonly mark?: string;
  /** First of a group of formulas that are the same but for where they stand. */
  readonly group?: { readonly number: string; readonly area: string };
}

export function patchSheet(text: string, part: string, changes: ReadonlyMap<number, CellChange>): Splice[] {
  const patch = new SheetPatch(text, part, changes);
  readXml(text, part, {
    open: (element) => patch.open(element),
    close: (name, end, closeStart) => patch.close(name, end, closeStart),
  });
  return patch.splices;
}

interface OpenCell {
  readonly element: Element;
  readonly change: CellChange;
  readonly children: { name: string; start: number; end: number; element: Element }[];
}

class SheetPatch {
  readonly splices: Splice[] = [];
  /** By row, then by column, from the last to the first, so that the next is popped. */
  readonly #pending: number[];
  readonly #columnStyles: { from: number; to: number; style: string }[] = [];
  #prefix = "";
  #inData = false;
  #row: { element: Element; number: number; added: number[] } | undefined;
  #rowNumber = -1;
  #column = -1;
  #cell: OpenCell | undefined;
  #depth = 0;
  #dimension: Element | undefined;
  #data: Element | undefined;
  readonly #added: number[] = [];

  constructor(
    private readonly text: string,
    private readonly part: string,
    private readonly changes: ReadonlyMap<number, CellChange>,
  ) {
    this.#pending = [...changes.keys()].sort((a, b) => b - a);
  }

  open(element: Element): void {
    const { name, attributes } = element;
    if (this.#cell) {
      this.#depth += 1;
      if (this.#depth === 1) {
        const { start, openEnd } = element;
        this.#cell.children.push({ name, start, end: openEnd, element });
      }
      return;
    }
    if (!this.#inData) {
      if (name === "dimension") this.#dimension = element;
      else if (name === "col" && attributes.style !== undefined) {
        this.#columnStyles.push({
          from: Number(attributes.min) - 1,
          to: Number(attributes.max) - 1,
          style: attributes.style,
        });
      } else if (name === "sheetData") {
        this.#inData = true;
        this.#prefix = element.prefix;
        this.#data = element;
      }
      return;
    }
    if (name === "row") this.#openRow(element);
    else if (name === "c" && this.#row) this.#openCell(element);
  }

  close(name: string, end: number, closeStart: number): void {
    if (this.#cell) {
      if (this.#depth === 0) this.#closeCell(end);
      else {
        if (this.#depth === 1) this.#cell.children[this.#cell.children.length - 1]!.end = end;
        this.#depth -= 1;
      }
    } else if (name === "row" && this.#row) this.#closeRow(closeStart);
    else if (name === "sheetData" && this.#inData) this.#closeData(closeStart);
  }

  #openRow(element: Element): void {
    const number = element.attributes.r === undefined ? this.#rowNumber + 1 : Number(element.attributes.r) - 1;
    // A row that comes after a later one would be written twice.
    if (number <= this.#rowNumber) refuse({ kind: "brokenPart", part: this.part });
    this.#insert(element.start, this.#newRows(number));
    this.#row = { element, number, added: [] };
    this.#rowNumber = number;
    this.#column = -1;
  }

  #openCell(element: Element): void {
    const row = this.#row!;
    const { r } = element.attributes;
    const key = (r === undefined ? undefined : parseAddress(r)) ?? keyOf(row.number, this.#column + 1);
    const isInPlace = rowOf(key) === row.number && columnOf(key) > this.#column;
    if (!isInPlace) refuse({ kind: "brokenPart", part: this.part });
    this.#column = columnOf(key);
    this.#insert(element.start, this.#newCells(key));
    if (this.#pending[this.#pending.length - 1] !== key) return;
    this.#pending.pop();
    this.#cell = { element, change: this.changes.get(key)!, children: [] };
    this.#depth = 0;
  }

  #closeCell(end: number): void {
    const { element, change, children } = this.#cell!;
    this.#cell = undefined;
    const changed = this.#rewrite(element, change, children, end);
    if (changed !== this.text.slice(element.start, end)) {
      this.splices.push({ start: element.start, end, text: changed });
    }
  }

  #closeRow(closeStart: number): void {
    const row = this.#row!;
    const cells = this.#newCells(keyOf(row.number + 1, 0));
    this.#row = undefined;
    const { element } = row;
    const opening = this.text.slice(element.start, element.openEnd);
    const widened = row.added.length > 0 ? widenSpans(opening, row.added) : opening;
    if (element.isEmpty && cells !== "") {
      const content = `${openTag(widened)}${cells}</${element.prefix}row>`;
      this.splices.push({ start: element.start, end: element.openEnd, text: content });
      return;
    }
    if (widened !== opening) this.splices.push({ start: element.start, end: element.openEnd, text: widened });
    this.#insert(closeStart, cells);
  }

  #closeData(closeStart: number): void {
    this.#inData = false;
    const rows = this.#newRows(Infinity);
    const data = this.#data!;
    if (data.isEmpty && rows !== "") {
      const opening = openTag(this.text.slice(data.start, data.openEnd));
      this.splices.push({ start: data.start, end: data.openEnd, text: `${opening}${rows}</${data.prefix}sheetData>` });
    } else this.#insert(closeStart, rows);
    this.#widenDimension();
  }

  #insert(at: number, text: string): void {
    if (text !== "") this.splices.push({ start: at, end: at, text });
  }

  /** New cells of the open row that stand before a cell. */
  #newCells(before: number): string {
    let cells = "";
    for (let key = this.#next(before); key !== undefined; key = this.#next(before)) {
      cells += this.#newCell(key, this.#row?.element);
      if (this.#lastWasAdded) this.#row?.added.push(columnOf(key));
    }
    return cells;
  }

  #newRows(before: number): string {
    let rows = "";
    const limit = before === Infinity ? Infinity : keyOf(before, 0);
    for (let key = this.#next(limit); key !== undefined;) {
      const row = rowOf(key);
      let cells = "";
      while (key !== undefined && rowOf(key) === row) {
        cells += this.#newCell(key, undefined);
        key = this.#next(Math.min(limit, keyOf(row + 1, 0)));
      }
      if (cells !== "") rows += `<${this.#prefix}row r="${row + 1}">${cells}</${this.#prefix}row>`;
      key ??= this.#next(limit);
    }
    return rows;
  }

  #next(before: number): number | undefined {
    const key = this.#pending[this.#pending.length - 1];
    if (key === undefined || key >= before) return undefined;
    this.#pending.pop();
    return key;
  }

  #lastWasAdded = false;

  /** A cell that the sheet has not: nothing where it is to be empty and look as its row or column anyway. */
  #newCell(key: number, row: Element | undefined): string {
    const { value, entered, restyle } = this.changes.get(key)!;
    const formula = typeof entered === "object" ? entered : undefined;
    const column = columnOf(key);
    const ofRow = isTrue(row?.attributes.customFormat) ? row?.attributes.s : undefined;
    const around = ofRow ?? this.#columnStyles.find(({ from, to }) => column >= from && column <= to)?.style;
    const style = restyled(around, restyle);
    this.#lastWasAdded = (value !== undefined && value !== null) || formula !== undefined || style !== around;
    if (!this.#lastWasAdded) return "";
    this.#added.push(key);
    const { type, element } = this.#content(value, entered === "constant");
    const address = toAddress(rowOf(key), column);
    const attributes = `${attribute("s", style)}${attribute("t", type)}${attribute("cm", formula?.mark)}`;
    const content = `${this.#formula(formula)}${element}`;
    const opening = `<${this.#prefix}c r="${address}"${attributes}`;
    return content === "" ? `${opening}/>` : `${opening}>${content}</${this.#prefix}c>`;
  }

  /** A text is written into the cell where somebody typed it, and as a result where a formula gives it. */
  #content(value: CellValue | null | undefined, isConstant: boolean): { type: string | undefined; element: string } {
    if (value === null || value === undefined) return { type: undefined, element: "" };
    const { type, text } = toStored(value);
    const space = /^\s|\s$/.test(text) ? ' xml:space="preserve"' : "";
    const p = this.#prefix;
    if (type === "str" && isConstant) {
      return { type: "inlineStr", element: `<${p}is><${p}t${space}>${text}</${p}t></${p}is>` };
    }
    return { type, element: `<${p}v${space}>${text}</${p}v>` };
  }

  #formula(formula: EnteredFormula | undefined): string {
    if (!formula) return "";
    const { text, area, group } = formula;
    const kind = area !== undefined ? attribute("t", "array") : group ? attribute("t", "shared") : "";
    const more = `${kind}${attribute("ref", area ?? group?.area)}${attribute("si", group?.number)}`;
    return `<${this.#prefix}f${more}>${escapeXml(text)}</${this.#prefix}f>`;
  }

  #rewrite(element: Element, change: CellChange, children: OpenCell["children"], end: number): string {
    const { value, area, entered, restyle } = change;
    const dropsFormula = change.dropsFormula ?? entered !== undefined;
    let opening = this.text.slice(element.start, element.openEnd);
    if (restyle) opening = setAttribute(opening, "s", restyled(element.attributes.s, restyle));
    // What marks the formula as a dynamic array goes with the formula.
    if (dropsFormula) opening = setAttribute(opening, "cm", typeof entered === "object" ? entered.mark : undefined);
    const formula = dropsFormula ? undefined : children.find(({ name }) => name === "f");
    let content = this.#formula(typeof entered === "object" ? entered : undefined);
    if (formula && change.formulaText !== undefined) content += this.#reworded(formula.element, change.formulaText);
    else if (formula) {
      const tag = this.text.slice(formula.element.start, formula.element.openEnd);
      content += area === undefined ? tag : setAttribute(tag, "ref", area);
      content += this.text.slice(formula.element.openEnd, formula.end);
    }
    if (value === undefined) {
      for (const { name, start, end: childEnd } of children) {
        if (name !== "f") content += this.text.slice(start, childEnd);
      }
    } else {
      // A value of a richer kind, such as the reason of an error, is said by another part.
      opening = setAttribute(opening, "vm", undefined);
      const stored = this.#content(value, entered === "constant");
      opening = setAttribute(opening, "t", stored.type);
      content += stored.element;
      content += children
        .filter(({ name }) => !["f", "v", "is"].includes(name))
        .map(({ start, end: childEnd }) => this.text.slice(start, childEnd))
        .join("");
    }
    if (content === "") return opening.endsWith("/>") ? opening : `${opening.slice(0, -1)}/>`;
    const closing = element.isEmpty
      ? `</${element.prefix}c>`
      : this.text.slice(this.text.lastIndexOf("<", end - 1), end);
    return `${openTag(opening)}${content}${closing}`;
  }

  #reworded({ start, openEnd, prefix, attributes }: Element, formula: string): string {
    const isOfGroup = attributes.t === "shared";
    const alone = (tag: string) => ["t", "ref", "si"].reduce((each, name) => setAttribute(each, name, undefined), tag);
    const opening = openTag(this.text.slice(start, openEnd));
    return `${isOfGroup ? alone(opening) : opening}${escapeXml(formula)}</${prefix}f>`;
  }

  #widenDimension(): void {
    const area = parseArea(this.#dimension?.attributes.ref ?? "");
    if (!area || this.#added.length === 0) return;
    const rows = this.#added.map(rowOf);
    const columns = this.#added.map(columnOf);
    const wider = addressOfArea({
      top: rows.reduce((a, b) => Math.min(a, b), area.top),
      bottom: rows.reduce((a, b) => Math.max(a, b), area.bottom),
      left: columns.reduce((a, b) => Math.min(a, b), area.left),
      right: columns.reduce((a, b) => Math.max(a, b), area.right),
    });
    if (wider === addressOfArea(area)) return;
    const { start, openEnd } = this.#dimension!;
    this.splices.push({ start, end: openEnd, text: setAttribute(this.text.slice(start, openEnd), "ref", wider) });
  }
}

/** A value as a workbook writes it; numbers with the fewest digits that give the same number back. */
export function toStored(value: CellValue): { readonly type: string | undefined; readonly text: string } {
  if (isError(value)) return { type: "e", text: escapeXml(value.code) };
  switch (typeof value) {
    case "number":
      return { type: undefined, text: String(value).replace("e", "E") };
    case "boolean":
      return { type: "b", text: value ? "1" : "0" };
    default:
      return { type: "str", text: escapeText(value) };
  }
}

/** A look's number as a cell has it: none for the first one, unless the cell had that already. */
function restyled(style: string | undefined, restyle: CellChange["restyle"]): string | undefined {
  if (!restyle) return style;
  const number = restyle(Number(style ?? 0));
  return style === undefined && number === 0 ? undefined : String(number);
}

function attribute(name: string, value: string | undefined): string {
  return value === undefined ? "" : ` ${name}="${value}"`;
}

function openTag(tag: string): string {
  return tag.endsWith("/>") ? `${tag.slice(0, -2).trimEnd()}>` : tag;
}

/** A tag with one attribute changed, added at its end, or taken away; the others as they are. */
export function setAttribute(tag: string, name: string, value: string | undefined): string {
  const found = new RegExp(`\\s+${name}\\s*=\\s*("[^"]*"|'[^']*')`).exec(maskValues(tag, name));
  if (found) {
    const [start, end] = [found.index, found.index + found[0].length];
    return tag.slice(0, start) + attribute(name, value) + tag.slice(end);
  }
  if (value === undefined) return tag;
  const close = tag.endsWith("/>") ? tag.length - 2 : tag.length - 1;
  return `${tag.slice(0, close).trimEnd()}${attribute(name, value)}${tag.slice(close)}`;
}

/** The same tag with other attributes' values blanked out, in which the name might stand too. */
function maskValues(tag: string, name: string): string {
  return tag.replace(/([\w:.-]+)(\s*=\s*)("[^"]*"|'[^']*')/g, (whole, key: string, equals: string, quoted: string) =>
    key === name ? whole : `${key}${equals}${quoted[0]}${".".repeat(quoted.length - 2)}${quoted[0]}`,
  );
}

/** The columns that a row says it has cells in. */
function widenSpans(tag: string, columns: readonly number[]): string {
  const spans = /\sspans\s*=\s*["'](\d+):(\d+)["']/.exec(tag);
  if (!spans) return tag;
  const from = Math.min(Number(spans[1]), ...columns.map((column) => column + 1));
  const to = Math.min(maxColumns, Math.max(Number(spans[2]), ...columns.map((column) => column + 1)));
  return setAttribute(tag, "spans", `${from}:${to}`);
}
