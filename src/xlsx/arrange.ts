/*
 * Changes what a workbook says of its sheets as a whole: their order, which of them are hidden, and what names mean.
 */
import type { Package } from "./package";
import { setAttribute } from "./patchSheet";
import { escapeXml, readXml, type Element, type Splice } from "./xml";

export interface Arrangement {
  /** The sheets by their present numbers, in their new order; all of them. */
  readonly order?: readonly number[];
  /** Whether a sheet is shown, by its present number; what is not there stays as it is. */
  readonly isVisible?: ReadonlyMap<number, boolean>;
  /** What the workbook's names mean, such as "Blad1!$A$1"; undefined for one that goes. */
  readonly names?: ReadonlyMap<string, string | undefined>;
}

export function arrangeWorkbook(contents: Package, part: string, arrangement: Arrangement): void {
  const { order, isVisible, names } = arrangement;
  if (isVisible && isVisible.size > 0) showSheets(contents, part, isVisible);
  if (names && names.size > 0) defineNames(contents, part, names);
  if (order?.some((sheet, index) => sheet !== index)) orderSheets(contents, part, order);
}

function elementsOf(contents: Package, part: string, name: string): (Element & { end: number })[] {
  const found: (Element & { end: number })[] = [];
  readXml(contents.text(part).text, part, {
    open(element) {
      if (element.name === name) found.push({ ...element, end: element.openEnd });
    },
    close(each, end) {
      if (each === name) found[found.length - 1]!.end = end;
    },
  });
  return found;
}

function showSheets(contents: Package, part: string, isVisible: ReadonlyMap<number, boolean>): void {
  const { text } = contents.text(part);
  contents.splice(
    part,
    elementsOf(contents, part, "sheet").flatMap(({ start, openEnd }, index): Splice[] => {
      const visible = isVisible.get(index);
      if (visible === undefined) return [];
      const tag = setAttribute(text.slice(start, openEnd), "state", visible ? undefined : "hidden");
      return [{ start, end: openEnd, text: tag }];
    }),
  );
}

/** Numbers of sheets stand in the names that belong to one, and in what was last looked at. */
function orderSheets(contents: Package, part: string, order: readonly number[]): void {
  const { text } = contents.text(part);
  const moved = (number: string | undefined) => order.indexOf(Number(number));
  const sheets = elementsOf(contents, part, "sheet");
  const splices: Splice[] = sheets.map(({ start, end }, index) => {
    const from = sheets[order[index]!]!;
    return { start, end, text: text.slice(from.start, from.end) };
  });
  const renumber = (element: Element, names: readonly string[]) => {
    const { start, openEnd, attributes } = element;
    const tag = names
      .filter((name) => attributes[name] !== undefined && moved(attributes[name]) >= 0)
      .reduce(
        (changed, name) => setAttribute(changed, name, String(moved(attributes[name]))),
        text.slice(start, openEnd),
      );
    if (tag !== text.slice(start, openEnd)) splices.push({ start, end: openEnd, text: tag });
  };
  for (const name of elementsOf(contents, part, "definedName")) renumber(name, ["localSheetId"]);
  for (const view of elementsOf(contents, part, "workbookView")) renumber(view, ["activeTab", "firstSheet"]);
  contents.splice(part, splices);
}

function defineNames(contents: Package, part: string, names: ReadonlyMap<string, string | undefined>): void {
  const { text } = contents.text(part);
  const pending = new Map([...names].map(([name, formula]) => [name.toLowerCase(), { name, formula }]));
  const splices: Splice[] = [];
  const known = elementsOf(contents, part, "definedName");
  for (const { start, openEnd, end, prefix, attributes } of known) {
    const { name = "", localSheetId } = attributes;
    const change = pending.get(name.toLowerCase());
    if (!change) continue;
    // A name of one sheet stays, and the workbook's own of the same letters is another.
    if (localSheetId !== undefined && hasGlobal(known, name)) continue;
    pending.delete(name.toLowerCase());
    if (change.formula === undefined) splices.push({ start, end, text: "" });
    else {
      const opening = text.slice(start, openEnd).replace(/\s*\/>$/, ">");
      splices.push({ start, end, text: `${opening}${escapeXml(change.formula)}</${prefix}definedName>` });
    }
  }
  const added = [...pending.values()].filter(({ formula }) => formula !== undefined);
  contents.splice(part, splices);
  addNames(
    contents,
    part,
    added.map(({ name, formula }) => ({ name, formula: formula! })),
  );
}

function hasGlobal(known: readonly Element[], name: string): boolean {
  const isSame = (other = "") => other.toLowerCase() === name.toLowerCase();
  return known.some(({ attributes }) => attributes.localSheetId === undefined && isSame(attributes.name));
}

export interface NewName {
  readonly name: string;
  readonly formula: string;
  /** The number of the sheet that it belongs to, where it is not the workbook's. */
  readonly sheet?: number;
  readonly isHidden?: boolean;
}

export function addNames(contents: Package, part: string, names: readonly NewName[]): void {
  if (names.length === 0) return;
  const [list] = elementsOf(contents, part, "definedNames");
  const after = list ?? elementsOf(contents, part, "externalReferences")[0] ?? elementsOf(contents, part, "sheets")[0]!;
  const p = after.prefix;
  const written = names
    .map(({ name, formula, sheet, isHidden }) => {
      const more = `${sheet === undefined ? "" : ` localSheetId="${sheet}"`}${isHidden ? ' hidden="1"' : ""}`;
      return `<${p}definedName name="${escapeXml(name)}"${more}>${escapeXml(formula)}</${p}definedName>`;
    })
    .join("");
  if (list && !list.isEmpty) {
    const end = contents.text(part).text.lastIndexOf("<", list.end - 1);
    contents.splice(part, [{ start: end, end, text: written }]);
  } else if (list) {
    contents.splice(part, [
      { start: list.start, end: list.end, text: `<${p}definedNames>${written}</${p}definedNames>` },
    ]);
  } else {
    contents.splice(part, [
      { start: after.end, end: after.end, text: `<${p}definedNames>${written}</${p}definedNames>` },
    ]);
  }
}
