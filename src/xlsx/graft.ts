/*
 * Takes the sheets of a workbook that we have written (write/workbook.ts) over into another one: with their looks,
 * charts, tables and names. What numbers mean differs between the two: looks, texts and marks get the other's.
 */
import { addNames, type NewName } from "./arrange";
import { dynamicMark } from "./dynamicMark";
import { addSheet, freePart, workbookKind, type WorkbookKind } from "./newSheet";
import type { Package } from "./package";
import { addPart } from "./parts";
import { setAttribute } from "./patchSheet";
import { attributesOf, Styles } from "./styles";
import { freeTableName, highestTableId } from "./tableNames";
import { readWorkbook, type Workbook } from "./workbook";
import { escapeXml, readXml, splice, type Splice } from "./xml";

const ours = {
  main: "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  office: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
};
const contentType = {
  drawing: "application/vnd.openxmlformats-officedocument.drawing+xml",
  chart: "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
  table: "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml",
};

/** Adds all sheets of `written` as the last ones of the target, whose sheets have none of their names; gives their parts. */
export function graftSheets(target: Workbook, written: Uint8Array): readonly string[] {
  return new Graft(target, readWorkbook(written)).all();
}

class Graft {
  readonly #styles: Styles;
  readonly #sourceStyles: Styles;
  readonly #kind: WorkbookKind;
  readonly #from: Package;
  readonly #to: Package;
  readonly #looks = new Map<string, string>();
  readonly #marks = new Map<string, string>();
  readonly #texts: readonly string[];
  readonly #tables: { readonly names: Set<string>; nextId: number };
  #mark: string | undefined;

  constructor(
    private readonly target: Workbook,
    private readonly source: Workbook,
  ) {
    this.#from = source.package;
    this.#to = target.package;
    this.#kind = workbookKind(this.#to, target.part);
    this.#styles = Styles.of(this.#to, target.part);
    this.#sourceStyles = Styles.of(this.#from, source.part);
    this.#texts = textsOf(this.#from, source.part);
    this.#tables = { names: new Set(takenNames(target)), nextId: highestTableId(this.#to) + 1 };
  }

  all(): readonly string[] {
    const parts = this.source.sheets.map((sheet) => {
      const part = addSheet(this.#to, this.target.part, sheet.name, "");
      const text = this.#sheet(this.#from.text(sheet.part).text, sheet.part);
      this.#to.set(part, new TextEncoder().encode(text));
      this.#relate(sheet.part, part);
      return part;
    });
    this.#styles.write();
    addNames(this.#to, this.target.part, namesOf(this.source, this.target.sheets.length));
    return parts;
  }

  /** In the words of the target's edition of the format. */
  #words(text: string): string {
    const office = this.#kind.relationships.replace(/\/$/, "");
    return text.replaceAll(`"${ours.main}"`, `"${this.#kind.namespace}"`).replaceAll(`"${ours.office}"`, `"${office}"`);
  }

  #sheet(text: string, part: string): string {
    const splices: Splice[] = [];
    let cell: { start: number; openEnd: number; tag: string } | undefined;
    let isText = false;
    let value: { start: number; end: number; text: string } | undefined;
    const put = (start: number, end: number, changed: string) => {
      if (changed !== text.slice(start, end)) splices.push({ start, end, text: changed });
    };
    readXml(text, part, {
      open: ({ name, attributes, start, openEnd }) => {
        const opening = text.slice(start, openEnd);
        if (name === "c") {
          isText = attributes.t === "s";
          const look = setAttribute(opening, "s", this.#look(attributes.s));
          const marked = setAttribute(look, "cm", attributes.cm === undefined ? undefined : this.#dynamic());
          cell = { start, openEnd, tag: isText ? setAttribute(marked, "t", "inlineStr") : marked };
          put(start, openEnd, cell.tag);
        } else if (name === "v" && isText) value = { start, end: openEnd, text: "" };
        else if (name === "row" || name === "col") {
          const key = name === "row" ? "s" : "style";
          put(start, openEnd, setAttribute(opening, key, this.#look(attributes[key])));
        } else if (name === "cfRule" && attributes.dxfId !== undefined) {
          put(start, openEnd, setAttribute(opening, "dxfId", this.#markLook(attributes.dxfId)));
        } else if (name === "sheetView") put(start, openEnd, setAttribute(opening, "tabSelected", undefined));
      },
      text: (piece) => {
        if (value) value.text += piece;
      },
      close: (name, end) => {
        if (name !== "v" || !value) return;
        splices.push({ start: value.start, end, text: this.#texts[Number(value.text)] ?? "<is><t/></is>" });
        value = undefined;
      },
    });
    return this.#words(splice(text, splices));
  }

  #dynamic(): string {
    return (this.#mark ??= dynamicMark(this.#to, this.target.part));
  }

  #look(number: string | undefined): string | undefined {
    if (number === undefined) return undefined;
    let known = this.#looks.get(number);
    if (known === undefined) this.#looks.set(number, (known = this.#newLook(Number(number))));
    return known;
  }

  #newLook(number: number): string {
    const from = this.#sourceStyles;
    const item = from.items("cellXfs")[number]!;
    const { numFmtId = "0", fontId = "0", fillId = "0", borderId = "0" } = attributesOf(item);
    const own = (list: "fonts" | "fills" | "borders", id: string) =>
      String(this.#styles.numberOf(list, this.#styles.inOwnWords(from.items(list)[Number(id)]!)));
    const custom = from
      .items("numFmts")
      .map(attributesOf)
      .find((each) => each.numFmtId === numFmtId);
    const ids = {
      numFmtId: custom ? String(this.#styles.formatNumber(custom.formatCode ?? "")) : numFmtId,
      fontId: own("fonts", fontId),
      fillId: own("fills", fillId),
      borderId: own("borders", borderId),
      xfId: "0",
    };
    const end = item.indexOf(">") + 1;
    const opening = Object.entries(ids).reduce((tag, [name, id]) => setAttribute(tag, name, id), item.slice(0, end));
    return String(this.#styles.numberOf("cellXfs", this.#styles.inOwnWords(opening + item.slice(end))));
  }

  /** The look of a conditional format. */
  #markLook(number: string): string {
    let known = this.#marks.get(number);
    if (known === undefined) {
      const item = this.#sourceStyles.items("dxfs")[Number(number)]!;
      this.#marks.set(number, (known = String(this.#styles.numberOf("dxfs", this.#styles.inOwnWords(item)))));
    }
    return known;
  }

  /** What the sheet's part refers to comes along, under names that are free. */
  #relate(from: string, to: string): void {
    const ids = new Map<string, string>();
    for (const { id, type, target } of this.#from.relationships(from)) {
      if (target === undefined) continue;
      if (type === "drawing") ids.set(id, this.#drawing(target, to));
      else if (type === "table") ids.set(id, this.#table(target, to));
    }
    if (ids.size === 0) return;
    const { text, encode } = this.#to.text(to);
    const splices: Splice[] = [];
    readXml(text, to, {
      open({ attributes, start, openEnd }) {
        const [name, id] = Object.entries(attributes).find(([key]) => key.endsWith(":id")) ?? [];
        const changed = id === undefined ? undefined : ids.get(id);
        if (name === undefined || changed === undefined) return;
        splices.push({ start, end: openEnd, text: setAttribute(text.slice(start, openEnd), name, changed) });
      },
    });
    this.#to.set(to, encode(splice(text, splices)));
  }

  #drawing(from: string, sheet: string): string {
    const part = freePart(this.#to, this.target.part, "drawings/drawing");
    const content = this.#words(this.#from.text(from).text);
    const id = this.#add(sheet, part, "drawing", content);
    const ids = new Map(
      this.#from.relationships(from).flatMap(({ id: known, type, target }) => {
        if (type !== "chart" || target === undefined) return [];
        const chart = freePart(this.#to, this.target.part, "charts/chart");
        return [[known, this.#add(part, chart, "chart", this.#words(this.#from.text(target).text))] as const];
      }),
    );
    const text = content.replace(/(\sr:id=")([^"]*)"/g, (whole, start: string, known: string) =>
      ids.has(known) ? `${start}${ids.get(known)!}"` : whole,
    );
    this.#to.set(part, new TextEncoder().encode(text));
    return id;
  }

  #table(from: string, sheet: string): string {
    const part = freePart(this.#to, this.target.part, "tables/table");
    const { text } = this.#from.text(from);
    const end = text.indexOf(">", text.indexOf("<table")) + 1;
    const start = text.indexOf("<table");
    const { displayName = "Tabell" } = attributesOf(text.slice(start).replace(/^(<table[^>]*)>.*$/s, "$1/>"));
    const name = freeTableName(displayName, this.#tables.names);
    let opening = setAttribute(text.slice(start, end), "id", String(this.#tables.nextId++));
    opening = setAttribute(setAttribute(opening, "name", escapeXml(name)), "displayName", escapeXml(name));
    return this.#add(sheet, part, "table", this.#words(text.slice(0, start) + opening + text.slice(end)));
  }

  #add(from: string, part: string, kind: keyof typeof contentType, content: string): string {
    const type = `${this.#kind.relationships}${kind}`;
    return addPart(this.#to, from, { part, type, contentType: contentType[kind], content });
  }
}

/** Each shared text as a cell holds one of its own. */
function textsOf(contents: Package, workbookPart: string): readonly string[] {
  const part = contents.relationships(workbookPart).find(({ type }) => type === "sharedStrings")?.target;
  if (part === undefined || !contents.has(part)) return [];
  return [...contents.text(part).text.matchAll(/<si>(.*?)<\/si>|<si\/>/gs)].map(
    ([, content = ""]) => `<is>${content}</is>`,
  );
}

function takenNames({ tables, names }: Workbook): readonly string[] {
  return [...tables, ...names].map(({ name }) => name.toLowerCase());
}

function namesOf({ names }: Workbook, first: number): readonly NewName[] {
  return names.map(({ name, formula, sheet }) => ({
    name,
    formula,
    ...(sheet !== undefined && { sheet: first + sheet }),
  }));
}
