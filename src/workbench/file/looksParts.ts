/*
 * A workbook's package reduced to what it looks like, for the library's own importer: conditional formats, charts,
 * tables, styles, without a single cell. The importer knows few ways of writing a package and is slow with many
 * cells; these parts have the names and the words that it expects, in the order of the sheets.
 */
import { relationshipsPart, type Package } from "../../xlsx/package";
import { escapeXml, readXml } from "../../xlsx/xml";
import type { Workbook } from "../../xlsx/workbook";
import { gridSheetName } from "./names";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const drawing = "application/vnd.openxmlformats-officedocument.drawing";

const contentTypes = {
  workbook: `${spreadsheet}.sheet.main+xml`,
  worksheet: `${spreadsheet}.worksheet+xml`,
  styles: `${spreadsheet}.styles+xml`,
  table: `${spreadsheet}.table+xml`,
  theme: "application/vnd.openxmlformats-officedocument.theme+xml",
  drawing: `${drawing}+xml`,
  chart: `${drawing}ml.chart+xml`,
} as const;
type Kind = keyof typeof contentTypes;

/** More rows than this have no chart beside them whose place depends on their heights. */
const mostRows = 2000;

export function looksParts(workbook: Workbook): Readonly<Record<string, string>> {
  return new LooksParts(workbook).all();
}

class LooksParts {
  readonly #parts: Record<string, string> = {};
  readonly #types: { readonly name: string; readonly kind: Kind }[] = [];
  readonly #counts = { drawing: 0, chart: 0, table: 0 };
  readonly #contents: Package;

  constructor(private readonly workbook: Workbook) {
    this.#contents = workbook.package;
  }

  all(): Readonly<Record<string, string>> {
    const related = this.#contents.relationships(this.workbook.part);
    const target = (type: string) => related.find((each) => each.type === type)?.target;
    const [styles, theme] = [target("styles"), target("theme")];
    const links: string[] = [];
    const sheets = this.workbook.sheets.map((sheet, index) => {
      const number = index + 1;
      links.push(link(`rId${number}`, "worksheet", `worksheets/sheet${number}.xml`));
      this.#add(`xl/worksheets/sheet${number}.xml`, "worksheet", this.#sheet(index));
      return `<sheet name="${escapeXml(gridSheetName(sheet.name))}" sheetId="${number}" r:id="rId${number}"${sheet.isHidden ? ' state="hidden"' : ""}/>`;
    });
    this.#add("xl/styles.xml", "styles", this.#text(styles, readableStyles) ?? `<styleSheet xmlns="${main}"/>`);
    links.push(link("rIdStyles", "styles", "styles.xml"));
    const themeText = this.#text(theme);
    if (themeText !== undefined) {
      this.#add("xl/theme/theme1.xml", "theme", themeText);
      links.push(link("rIdTheme", "theme", "theme/theme1.xml"));
    }
    this.#add(
      "xl/workbook.xml",
      "workbook",
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.join("")}</sheets></workbook>`,
    );
    this.#parts["xl/_rels/workbook.xml.rels"] = linksPart(links);
    const overrides = this.#types.map(
      ({ name, kind }) => `<Override PartName="/${name}" ContentType="${contentTypes[kind]}"/>`,
    );
    this.#parts["[Content_Types].xml"] = `<Types xmlns="${packages}/content-types">${overrides.join("")}</Types>`;
    return this.#parts;
  }

  #add(name: string, kind: Kind, text: string): void {
    this.#types.push({ name, kind });
    this.#parts[name] = text;
  }

  #text(part: string | undefined, change = (text: string) => text): string | undefined {
    return part === undefined || !this.#contents.has(part)
      ? undefined
      : change(withoutPrefix(this.#contents.text(part).text));
  }

  /** The sheet's part without its cells; with the rows that have heights of their own, which charts stand beside. */
  #sheet(index: number): string {
    const { part, isGrid } = this.workbook.sheets[index]!;
    if (!isGrid) return `<worksheet xmlns="${main}"/>`;
    const text = withoutPrefix(this.#contents.text(part).text);
    const start = /<sheetData[\s/>]/.exec(text)?.index ?? text.length;
    const closing = text.indexOf("</sheetData>", start);
    const end = closing < 0 ? text.indexOf(">", start) + 1 : closing + "</sheetData>".length;
    const name = `xl/worksheets/sheet${index + 1}.xml`;
    const links = this.#contents.relationships(part).flatMap(({ id, type, target }) => {
      if (target === undefined || !this.#contents.has(target)) return [];
      if (type === "drawing") return [link(id, type, `../drawings/${this.#drawing(target)}`)];
      return type === "table" ? [link(id, type, `../tables/${this.#table(target)}`)] : [];
    });
    this.#parts[relationshipsPart(name)] = linksPart(links);
    const hasDrawing = links.some((each) => each.includes("drawings/"));
    const rows = hasDrawing ? sizedRows(text.slice(start, end)) : "";
    const before = withGridSizes(text.slice(0, start));
    return this.#renamed(`${before}<sheetData>${rows}</sheetData>${text.slice(end)}`);
  }

  #drawing(target: string): string {
    const name = `drawing${(this.#counts.drawing += 1)}.xml`;
    this.#add(`xl/drawings/${name}`, "drawing", this.#contents.text(target).text);
    const links = this.#contents.relationships(target).flatMap(({ id, type, target: part }) => {
      if (type !== "chart" || part === undefined || !this.#contents.has(part)) return [];
      const chart = `chart${(this.#counts.chart += 1)}.xml`;
      this.#add(`xl/charts/${chart}`, "chart", this.#renamed(this.#contents.text(part).text));
      return [link(id, type, `../charts/${chart}`)];
    });
    this.#parts[`xl/drawings/_rels/${name}.rels`] = linksPart(links);
    return name;
  }

  #table(target: string): string {
    const name = `table${(this.#counts.table += 1)}.xml`;
    this.#add(`xl/tables/${name}`, "table", withTableStyle(withoutPrefix(this.#contents.text(target).text)));
    return name;
  }

  /** With the names that the sheets have in the grid. */
  #renamed(text: string): string {
    return this.workbook.sheets.reduce((changed, { name }) => {
      if (!name.includes("'")) return changed;
      const quoted = name.replaceAll("'", "''");
      const own = gridSheetName(name);
      return [quoted, escapeXml(quoted), escapeXml(quoted).replaceAll("'", "&apos;")].reduce(
        (result, written) =>
          result
            .replaceAll(`${written}'!`, `${escapeXml(own)}'!`)
            .replaceAll(`${written}&apos;!`, `${escapeXml(own)}'!`),
        changed,
      );
    }, text);
  }
}

function link(id: string, type: string, target: string): string {
  return `<Relationship Id="${escapeXml(id)}" Type="${office}/${type}" Target="${escapeXml(target)}"/>`;
}

function linksPart(links: readonly string[]): string {
  return `<Relationships xmlns="${packages}/relationships">${links.join("")}</Relationships>`;
}

/** Some programs write <x:row> where others write <row>; the importer knows the latter alone. */
function withoutPrefix(text: string): string {
  const [, prefix] = /<([\w.-]+):(?:worksheet|styleSheet|table)[\s>]/.exec(text.slice(0, 2000)) ?? [];
  return prefix === undefined ? text : text.replace(new RegExp(`<(/?)${prefix}:`, "g"), "<$1");
}

/** A table without a style has none; the importer would give it one. */
function withTableStyle(text: string): string {
  if (/<tableStyleInfo\s[^>]*\sname=/.test(text)) return text;
  const plain = text.replace(/<tableStyleInfo[^>]*?(\/>|>.*?<\/tableStyleInfo>)/s, "");
  return plain.replace(/<\/table>\s*$/, '<tableStyleInfo name="None"/></table>');
}

/** Colours and conditions of number formats are beyond the grid; what is left shows the number. */
function readableStyles(text: string): string {
  return text.replace(/(<numFmt\s[^>]*formatCode=")([^"]*)"/g, (_, start: string, code: string) => {
    const plain = code.replace(/\[(?:black|blue|cyan|green|magenta|red|white|yellow|color\s?\d+|[<>=][^\]]*)\]/gi, "");
    return `${start}${plain}"`;
  });
}

/** Charts are as large as the rows and columns that they lie on, which in the grid are 23 and 64 pixels. */
function withGridSizes(text: string): string {
  const [, width = "9.14"] = /<sheetFormatPr[^>]*\sdefaultColWidth="([\d.]+)"/.exec(text) ?? [];
  const sizes = `<sheetFormatPr defaultRowHeight="17.25" defaultColWidth="${width}"/>`;
  const plain = text.replace(/<sheetFormatPr(\s[^>]*)?(\/>|>.*?<\/sheetFormatPr>)/s, "");
  const at = plain.indexOf("<cols");
  return at < 0 ? plain + sizes : plain.slice(0, at) + sizes + plain.slice(at);
}

function sizedRows(data: string): string {
  const rows: string[] = [];
  let next = 0;
  const opening = /<row(\s[^>]*?)?\/?>/g;
  for (let found = opening.exec(data); found && rows.length < mostRows; found = opening.exec(data)) {
    readXml(`${found[0].replace(/\/?>$/, "")}/>`, "", {
      open({ attributes: { r, ht, hidden } }) {
        next = r === undefined ? next + 1 : Number(r);
        if (ht === undefined && hidden === undefined) return;
        const height = ht === undefined ? "" : ` ht="${escapeXml(ht)}" customHeight="1"`;
        rows.push(`<row r="${next}"${height}${hidden === undefined ? "" : ` hidden="${escapeXml(hidden)}"`}/>`);
      },
    });
  }
  return rows.join("");
}
