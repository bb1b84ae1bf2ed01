/*
 * Adds a copy of a sheet that a workbook has: its part as it is, with charts, pictures and tables of its own. What
 * belongs to a sheet in a way that the workbook keeps account of elsewhere does not come along (extras.ts says so).
 */
import { addNames } from "./arrange";
import { addSheet } from "./newSheet";
import { contentTypes, relationshipsPart, type Package, type Relationship } from "./package";
import { appendChild, pathFrom, removeChain } from "./parts";
import { setAttribute } from "./patchSheet";
import { withSheet, withTables } from "./references";
import { freeTableName, highestTableId } from "./tableNames";
import type { Table, Workbook } from "./workbook";
import { escapeXml, readXml, rewriteTexts, splice, type Element, type Splice } from "./xml";

/** What a sheet refers to and its copy has too. */
const copied: ReadonlySet<string> = new Set(["drawing", "table", "hyperlink"]);

/** Parts of a drawing that belong to one place alone; pictures and the like are shared. */
const ownParts: ReadonlySet<string> = new Set([
  ...["chart", "chartEx", "chartStyle", "chartColorStyle", "chartUserShapes", "themeOverride"],
  ...["diagramData", "diagramLayout", "diagramQuickStyle", "diagramColors", "diagramDrawing"],
]);

export interface SheetCopy {
  /** The number of the sheet that is copied. */
  readonly copyOf: number;
  readonly name: string;
}

/**
 * Adds the copies as the last sheets, and gives their parts. The package is changed; `firstNumber` is how many sheets
 * it has before.
 */
export function copySheets(workbook: Workbook, copies: readonly SheetCopy[], firstNumber: number): readonly string[] {
  if (copies.length === 0) return [];
  // It would not name the cells of the copies.
  removeChain(workbook);
  const names = new Set([...workbook.tables, ...workbook.names].map(({ name }) => name.toLowerCase()));
  const tables = { names, nextId: highestTableId(workbook.package) + 1 };
  return copies.map(({ copyOf: number, name }, index) => {
    const part = new Copying(workbook, number, name, tables).sheet();
    const own = workbook.names
      .filter(({ sheet }) => sheet === number)
      .map((each) => ({
        name: each.name,
        // Print areas and filters are the sheet's own; another name means the cells that the grid shows it as.
        formula: isBuiltIn(each.name) ? withSheet(each.formula, workbook.sheets[number]!.name, name) : each.formula,
        sheet: firstNumber + index,
        isHidden: /^_xlnm\._FilterDatabase$/i.test(each.name),
      }));
    addNames(workbook.package, workbook.part, own);
    return part;
  });
}

function isBuiltIn(name: string): boolean {
  return /^_xlnm\./i.test(name);
}

class Copying {
  readonly #contents: Package;
  readonly #from: string;
  readonly #oldName: string;
  /** What each of the sheet's tables is called in the copy. */
  readonly #tables: ReadonlyMap<string, string>;

  constructor(
    private readonly workbook: Workbook,
    number: number,
    private readonly name: string,
    private readonly taken: { readonly names: Set<string>; nextId: number },
  ) {
    const { name: oldName, part, tables } = workbook.sheets[number]!;
    this.#contents = workbook.package;
    this.#from = part;
    this.#oldName = oldName;
    this.#tables = new Map(tables.map((table) => [table.name.toLowerCase(), freeTableName(table.name, taken.names)]));
  }

  sheet(): string {
    const part = addSheet(this.#contents, this.workbook.part, this.name, "");
    const related = this.#contents.relationships(this.#from);
    const { text, encode } = this.#contents.text(this.#from);
    this.#contents.set(part, encode(this.#sheetText(text, related)));
    this.#relate(this.#from, part, (relationship) => {
      if (!copied.has(relationship.type)) return undefined;
      const { type, target } = relationship;
      if (target === undefined || !this.#contents.has(target)) return "same";
      return type === "table" ? this.#table(target) : this.#ownPart(target);
    });
    return part;
  }

  #sheetText(text: string, related: readonly Relationship[]): string {
    const gone = new Set(related.filter(({ type }) => !copied.has(type)).map(({ id }) => id));
    const splices: Splice[] = [];
    const path: Element[] = [];
    let formula = "";
    let dropped: Element | undefined;
    const isGone = ({ attributes }: Element) =>
      Object.entries(attributes).some(([key, value]) => key.endsWith(":id") && gone.has(value));
    readXml(text, this.#from, {
      open: (element) => {
        path.push(element);
        formula = "";
        const opening = text.slice(element.start, element.openEnd);
        const put = (changed: string) => {
          if (changed !== opening) splices.push({ start: element.start, end: element.openEnd, text: changed });
        };
        // A workbook shows one sheet at first, and its macros know each by a word of its own.
        if (element.name === "sheetView") put(setAttribute(opening, "tabSelected", undefined));
        else if (element.name === "sheetPr") put(setAttribute(opening, "codeName", undefined));
        else if (element.name === "pageSetup" && isGone(element)) {
          const id = Object.keys(element.attributes).find((key) => key.endsWith(":id"))!;
          put(setAttribute(opening, id, undefined));
        } else if (isGone(element)) {
          // The element that stands directly below the sheet's, or an extension of it.
          dropped ??= path[1]?.name === "extLst" ? path[2] : path[1];
        }
      },
      text: (piece) => {
        formula += piece;
      },
      close: (name, end, closeStart) => {
        const element = path.pop()!;
        if (dropped === element) {
          const { start } = element;
          const outside = splices.filter((each) => each.start < start);
          splices.splice(0, splices.length, ...outside, { start, end, text: "" });
          dropped = undefined;
        } else if (/^(f|formula|formula1|formula2)$/.test(name) && formula !== "") {
          const own = withTables(formula, this.#tables);
          const changed = path[1]?.name === "extLst" ? withSheet(own, this.#oldName, this.name) : own;
          if (changed !== formula) splices.push({ start: element.openEnd, end: closeStart, text: escapeXml(changed) });
        }
        formula = "";
      },
    });
    return splice(text, splices);
  }

  /** A copy of a part, with copies of what belongs to it alone. */
  #ownPart(from: string): string {
    const part = this.#freePart(from);
    const { text, encode } = this.#contents.text(from);
    this.#contents.set(part, encode(this.#withOwnSheet(text, from)));
    this.#declare(from, part);
    this.#relate(from, part, ({ type, target }) =>
      target !== undefined && ownParts.has(type) && this.#contents.has(target) ? this.#ownPart(target) : "same",
    );
    return part;
  }

  /** A chart's references, and cells whose contents a shape shows. */
  #withOwnSheet(text: string, part: string): string {
    const moved = (reference: string) => withTables(withSheet(reference, this.#oldName, this.name), this.#tables);
    const splices = rewriteTexts(text, part, /^f$/, moved);
    readXml(text, part, {
      open: ({ attributes: { textlink }, start, openEnd }) => {
        if (textlink === undefined || moved(textlink) === textlink) return;
        const opening = setAttribute(text.slice(start, openEnd), "textlink", escapeXml(moved(textlink)));
        splices.push({ start, end: openEnd, text: opening });
      },
    });
    return splice(text, splices);
  }

  /** A table of its own; one that a query filled is filled by none in the copy. */
  #table(from: string): string {
    const part = this.#freePart(from);
    const { text, encode } = this.#contents.text(from);
    const { name } = this.workbook.tables.find((table: Table) => table.part === from)!;
    const newName = escapeXml(this.#tables.get(name.toLowerCase())!);
    const splices = rewriteTexts(text, from, /^(calculatedColumnFormula|totalsRowFormula)$/, (formula) =>
      withTables(formula, this.#tables),
    );
    const put = ({ start, openEnd }: Element, attributes: Readonly<Record<string, string | undefined>>) => {
      const opening = text.slice(start, openEnd);
      const changed = Object.entries(attributes).reduce((tag, [key, value]) => setAttribute(tag, key, value), opening);
      if (changed !== opening) splices.push({ start, end: openEnd, text: changed });
    };
    readXml(text, from, {
      open: (element) => {
        if (element.name === "table") {
          const id = String(this.taken.nextId++);
          put(element, { id, name: newName, displayName: newName, tableType: undefined, connectionId: undefined });
        } else if (element.name === "tableColumn") put(element, { queryTableFieldId: undefined });
      },
    });
    this.#contents.set(part, encode(splice(text, splices)));
    this.#declare(from, part);
    return part;
  }

  /** Beside the part that is copied, with the next number that is free. */
  #freePart(from: string): string {
    const [, name, extension] = /^(.*?)\d*(\.[^./]*)$/.exec(from) ?? [undefined, from, ""];
    let number = 1;
    while (this.#contents.has(`${name}${number}${extension}`)) number += 1;
    return `${name}${number}${extension}`;
  }

  /** The copy is of the same kind as its original, where that is not said of all parts with such an ending. */
  #declare(from: string, part: string): void {
    let type: string | undefined;
    readXml(this.#contents.text(contentTypes).text, contentTypes, {
      open({ name, attributes }) {
        const isIt = name === "Override" && attributes.PartName?.toLowerCase() === `/${from}`.toLowerCase();
        if (isIt) type = attributes.ContentType;
      },
    });
    if (type === undefined) return;
    const override = `Override PartName="/${escapeXml(part)}" ContentType="${escapeXml(type)}"`;
    appendChild(this.#contents, contentTypes, "Types", (prefix) => `<${prefix}${override}/>`);
  }

  /** The same relationships under the same ids: to another part, to the same, or none. */
  #relate(from: string, to: string, targetOf: (relationship: Relationship) => string | undefined): void {
    const list = relationshipsPart(from);
    if (!this.#contents.has(list)) return;
    const { text, encode } = this.#contents.text(list);
    const splices = this.#contents.relationships(from).map((relationship): Splice => {
      const { start, end, target } = relationship;
      const other = targetOf(relationship);
      if (other === undefined) return { start, end, text: "" };
      const opening = text.slice(start, end);
      if (target === undefined) return { start, end, text: opening };
      const path = pathFrom(to, other === "same" ? target : other);
      return { start, end, text: setAttribute(opening, "Target", escapeXml(path)) };
    });
    this.#contents.set(relationshipsPart(to), encode(splice(text, splices)));
  }
}
