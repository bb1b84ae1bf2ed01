/*
 * The list of looks that a workbook's cells refer to by number. A look that is wished for and not there is added at
 * the end of the lists; those that are there stay as they are, so that no other cell changes.
 */
import { workbookKind } from "./newSheet";
import type { Package } from "./package";
import { addPart, appendCounted } from "./parts";
import { setAttribute } from "./patchSheet";
import { escapeXml, readXml } from "./xml";

export type Side = "left" | "right" | "top" | "bottom";

export interface Line {
  readonly style: "thin" | "medium" | "thick" | "dashed" | "dotted";
  /** Such as "#1D5C4D". */
  readonly color: string;
}

/** What is to be different in a look; what is not named stays as it is. */
export interface LookChange {
  /** As Excel stores it in English, such as "#,##0"; "" is General. */
  readonly format?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strikethrough?: boolean;
  /** In points. */
  readonly size?: number;
  /** null is the automatic colour, or no fill. */
  readonly color?: string | null;
  readonly fill?: string | null;
  readonly align?: "left" | "center" | "right" | null;
  readonly alignDown?: "top" | "center" | "bottom";
  readonly wrap?: boolean;
  readonly lines?: Readonly<Partial<Record<Side, Line | null>>>;
}

const lists = {
  numFmts: "numFmt",
  fonts: "font",
  fills: "fill",
  borders: "border",
  cellXfs: "xf",
  dxfs: "dxf",
} as const;
type List = keyof typeof lists;

/** The order in which the part has its lists. */
const order = "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst".split(" ");

export class Styles {
  readonly #items: Record<List, string[]> = { numFmts: [], fonts: [], fills: [], borders: [], cellXfs: [], dxfs: [] };
  readonly #known = { numFmts: 0, fonts: 0, fills: 0, borders: 0, cellXfs: 0, dxfs: 0 };
  readonly #changed = new Map<string, number>();
  #prefix = "";

  private constructor(
    private readonly contents: Package,
    readonly part: string,
  ) {
    const { text } = contents.text(part);
    let [depth, list, start] = [0, "" as List | "", 0];
    readXml(text, part, {
      open: (element) => {
        depth += 1;
        if (depth === 1) this.#prefix = element.prefix;
        else if (depth === 2) list = element.name in lists ? (element.name as List) : "";
        else if (depth === 3) start = element.start;
      },
      close: (_, end) => {
        if (depth === 3 && list !== "") this.#items[list].push(text.slice(start, end));
        depth -= 1;
      },
    });
    for (const each of Object.keys(lists) as List[]) this.#known[each] = this.#items[each].length;
  }

  /** The workbook's own, which it gets where it has none. */
  static of(contents: Package, workbookPart: string): Styles {
    const part = contents.relationships(workbookPart).find(({ type }) => type === "styles")?.target;
    if (part !== undefined && contents.has(part)) return new Styles(contents, part);
    const { namespace, relationships } = workbookKind(contents, workbookPart);
    const added = `${workbookPart.slice(0, workbookPart.lastIndexOf("/") + 1)}styles.xml`;
    addPart(contents, workbookPart, {
      part: added,
      type: `${relationships}styles`,
      contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml",
      content: plainStyles(namespace),
    });
    return new Styles(contents, added);
  }

  items(list: List): readonly string[] {
    return this.#items[list];
  }

  /** The number of an item that is the same letter for letter; it is added where there is none. */
  numberOf(list: List, item: string): number {
    const found = this.#items[list].indexOf(item);
    return found >= 0 ? found : this.#items[list].push(item) - 1;
  }

  /** An item written for a part that has no prefixes, as this part has them. */
  inOwnWords(item: string): string {
    return this.#prefix === "" ? item : item.replace(/<(\/?)(?=[A-Za-z]\w*[\s/>])/g, `<$1${this.#prefix}`);
  }

  formatNumber(code: string): number {
    const builtIn = builtInFormats.get(code);
    if (builtIn !== undefined) return builtIn;
    const known = this.#items.numFmts.map(attributesOf);
    const found = known.find(({ formatCode }) => formatCode === code);
    if (found) return Number(found.numFmtId);
    const number = Math.max(163, ...known.map(({ numFmtId }) => Number(numFmtId) || 0)) + 1;
    this.#items.numFmts.push(this.inOwnWords(`<numFmt numFmtId="${number}" formatCode="${escapeXml(code)}"/>`));
    return number;
  }

  /** The number of the look that another one becomes. */
  changed(look: number, change: LookChange): number {
    const name = `${look} ${JSON.stringify(change)}`;
    const known = this.#changed.get(name);
    if (known !== undefined) return known;
    const item = this.#items.cellXfs[look] ?? this.#items.cellXfs[0] ?? this.inOwnWords("<xf/>");
    const number = this.numberOf("cellXfs", this.#change(item, change));
    this.#changed.set(name, number);
    return number;
  }

  #change(item: string, change: LookChange): string {
    const { format, lines, fill } = change;
    const before = attributesOf(item);
    const elements = childrenOf(item);
    let opening = openingOf(item);
    const set = (what: string, id: number, apply: string) => {
      opening = setAttribute(setAttribute(opening, what, String(id)), apply, "1");
    };
    if (format !== undefined) set("numFmtId", this.formatNumber(format), "applyNumberFormat");
    if (isOfFont(change)) {
      const font = this.#items.fonts[Number(before.fontId ?? 0)] ?? this.inOwnWords("<font/>");
      set("fontId", this.numberOf("fonts", this.#font(font, change)), "applyFont");
    }
    if (fill !== undefined) {
      const solid = `<fill><patternFill patternType="solid"><fgColor rgb="${argb(fill ?? "")}"/><bgColor indexed="64"/></patternFill></fill>`;
      set("fillId", fill === null ? 0 : this.numberOf("fills", this.inOwnWords(solid)), "applyFill");
    }
    if (lines) {
      const border = this.#items.borders[Number(before.borderId ?? 0)] ?? this.inOwnWords("<border/>");
      set("borderId", this.numberOf("borders", this.#border(border, lines)), "applyBorder");
    }
    const alignment = this.#alignment(elements.find(({ name }) => name === "alignment")?.text, change);
    if (alignment !== undefined) opening = setAttribute(opening, "applyAlignment", "1");
    const rest = elements.filter(({ name }) => name !== "alignment" || alignment === undefined);
    const content = (alignment ?? "") + rest.map(({ text }) => text).join("");
    const start = opening.replace(/\s*\/?>$/, "");
    return content === "" ? `${start}/>` : `${start}>${content}</${this.#prefix}xf>`;
  }

  #font(font: string, { bold, italic, underline, strikethrough, size, color }: LookChange): string {
    const written = (name: string, is: boolean | undefined) =>
      is === undefined ? undefined : is ? `<${this.#prefix}${name}/>` : "";
    const p = this.#prefix;
    const wished: Record<string, string | undefined> = {
      b: written("b", bold),
      i: written("i", italic),
      strike: written("strike", strikethrough),
      u: written("u", underline),
      sz: size === undefined ? undefined : `<${p}sz val="${size}"/>`,
      color: color === undefined ? undefined : color === null ? "" : `<${p}color rgb="${argb(color)}"/>`,
    };
    return this.#replaced(font, "font", wished, "b i strike condense extend outline shadow u vertAlign sz color name");
  }

  #border(border: string, lines: Readonly<Partial<Record<Side, Line | null>>>): string {
    const p = this.#prefix;
    const side = (name: Side) => {
      const line = lines[name];
      if (line === undefined) return undefined;
      if (line === null) return `<${p}${name}/>`;
      return `<${p}${name} style="${line.style}"><${p}color rgb="${argb(line.color)}"/></${p}${name}>`;
    };
    const wished = { left: side("left"), right: side("right"), top: side("top"), bottom: side("bottom") };
    return this.#replaced(border, "border", wished, "start left end right top bottom diagonal vertical horizontal");
  }

  /** An element with some of its children in other words, each in its place among the others. */
  #replaced(item: string, name: string, wished: Readonly<Record<string, string | undefined>>, places: string): string {
    const orderOf = places.split(" ");
    const place = (child: string) => (orderOf.includes(child) ? orderOf.indexOf(child) : orderOf.length);
    const kept = childrenOf(item).filter((child) => wished[child.name] === undefined);
    const added = Object.entries(wished).flatMap(([child, text]) => (text ? [{ name: child, text }] : []));
    const children = [...kept, ...added].sort((a, b) => place(a.name) - place(b.name));
    const opening = openingOf(item).replace(/\s*\/?>$/, "");
    return `${opening}>${children.map(({ text }) => text).join("")}</${this.#prefix}${name}>`;
  }

  #alignment(found: string | undefined, { align, alignDown, wrap }: LookChange): string | undefined {
    if (align === undefined && alignDown === undefined && wrap === undefined) return undefined;
    let tag = found ?? `<${this.#prefix}alignment/>`;
    if (align !== undefined) tag = setAttribute(tag, "horizontal", align ?? undefined);
    if (alignDown !== undefined) tag = setAttribute(tag, "vertical", alignDown);
    if (wrap !== undefined) tag = setAttribute(tag, "wrapText", wrap ? "1" : undefined);
    return tag;
  }

  /** Writes what has been added. */
  write(): void {
    for (const list of Object.keys(lists) as List[]) {
      const added = this.#items[list].slice(this.#known[list]);
      this.#known[list] = this.#items[list].length;
      if (added.length === 0) continue;
      this.#ensure(list);
      appendCounted(this.contents, this.part, list, lists[list], added.join(""));
    }
  }

  /** An empty list in its place, where the part has none. */
  #ensure(list: List): void {
    let [depth, isThere, at] = [0, false, 0];
    readXml(this.contents.text(this.part).text, this.part, {
      open: ({ name, openEnd }) => {
        depth += 1;
        if (depth === 1) at = openEnd;
        else if (depth === 2) isThere ||= name === list;
      },
      close: (name, end) => {
        if (depth === 2 && order.indexOf(name) < order.indexOf(list)) at = end;
        depth -= 1;
      },
    });
    const p = this.#prefix;
    if (!isThere) {
      this.contents.splice(this.part, [{ start: at, end: at, text: `<${p}${list} count="0"></${p}${list}>` }]);
    }
  }
}

function isOfFont({ bold, italic, underline, strikethrough, size, color }: LookChange): boolean {
  return [bold, italic, underline, strikethrough, size, color].some((each) => each !== undefined);
}

function argb(color: string): string {
  return `FF${color.slice(1).toUpperCase()}`;
}

function openingOf(item: string): string {
  return item.slice(0, item.indexOf(">") + 1);
}

export function attributesOf(item: string): Readonly<Record<string, string>> {
  let found: Readonly<Record<string, string>> = {};
  readXml(item, "", {
    open: ({ attributes, start }) => {
      if (start === 0) found = attributes;
    },
  });
  return found;
}

/** The children of an element, each as it is written. */
export function childrenOf(item: string): readonly { readonly name: string; readonly text: string }[] {
  const children: { name: string; text: string }[] = [];
  let [depth, start] = [0, 0];
  readXml(item, "", {
    open: (element) => {
      depth += 1;
      if (depth === 2) start = element.start;
    },
    close: (name, end) => {
      if (depth === 2) children.push({ name, text: item.slice(start, end) });
      depth -= 1;
    },
  });
  return children;
}

/** Formats that every workbook has without naming them, as far as their meaning does not depend on the country. */
const builtInFormats = new Map([
  ["", 0],
  ["General", 0],
  ["0", 1],
  ["0.00", 2],
  ["#,##0", 3],
  ["#,##0.00", 4],
  ["0%", 9],
  ["0.00%", 10],
  ["0.00E+00", 11],
  ["@", 49],
]);

function plainStyles(namespace: string): string {
  const none = (kind: string) => `<fill><patternFill patternType="${kind}"/></fill>`;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<styleSheet xmlns="${escapeXml(namespace)}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>` +
    `<fills count="2">${none("none")}${none("gray125")}</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}
