/*
 * A copy of a workbook for those who do not have the add-in: every formula of ours is its value, everything else as
 * it was, and a last sheet that says what the formulas were.
 */
import { translateFormulaToR1C1, tokenize } from "@borgar/fx/xlsx";
import { addressOfArea, columnOf, keyOf, pointOf, quoteSheet, rowOf, type Area } from "./area";
import { addBasisSheet, type BasisOptions, type Replaced } from "./basisSheet";
import { Formulas, type LocatedFormula } from "./formulas";
import { userFormula } from "./formulaText";
import { FrozenBlocks } from "./frozenBlocks";
import { functionName, isOurs, mayBeOurs } from "./functionName";
import { removeChain, removePart, removeRelationships } from "./parts";
import { patchSheet, setAttribute, type CellChange } from "./patchSheet";
import { isError } from "./values";
import { readWorkbook, type Progress, type Workbook } from "./workbook";
import { decodeLoosely, escapeXml, readXml, type Element, type Splice } from "./xml";

export type FreezeWarning =
  | { readonly kind: "noValue"; readonly cell: string }
  | { readonly kind: "nameError"; readonly cell: string }
  /** A value that was still to come, such as #BUSY!. */
  | { readonly kind: "unfinished"; readonly cell: string; readonly code: string }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "conditionalFormat"; readonly sheet: string }
  | { readonly kind: "validation"; readonly sheet: string }
  | { readonly kind: "leftover"; readonly part: string };

export interface FreezeOptions extends BasisOptions {
  /** The add-in's id: a workbook that opens its pane does so no more. */
  readonly addInId?: string;
  readonly progress?: Progress;
}

export interface Frozen {
  /** The copy; the very bytes that came where there is nothing of ours in them. */
  readonly bytes: Uint8Array;
  readonly replaced: readonly Replaced[];
  /** The name of the sheet that lists them; undefined where there are none. */
  readonly sheet?: string;
  readonly warnings: readonly FreezeWarning[];
}

export function freezeWorkbook(bytes: Uint8Array, options: FreezeOptions): Frozen {
  const workbook = readWorkbook(bytes, options.progress);
  const { package: contents } = workbook;
  // Nothing is calculated here, so what the engine could do does not matter.
  const formulas = new Formulas(workbook, {
    problem: () => undefined,
    takesRange: () => true,
    passesBlanks: () => true,
  });
  const ours = formulas.all.filter((located) => formulas.read(located).ours.length > 0);
  const warnings: FreezeWarning[] = [];
  const frozen = new Set(ours);
  const blocks = new FrozenBlocks(formulas, ours);
  const reworded = blocks.rewritten(formulas.all.filter((located) => !frozen.has(located)));
  freezeCells(workbook, ours, reworded, options.progress);
  for (const { sheet, key } of ours) {
    const value = workbook.sheets[sheet]!.values.get(key);
    const cell = formulas.name({ sheet, key });
    if (value === undefined) warnings.push({ kind: "noValue", cell });
    else if (isError(value) && value.code === "#NAME?") warnings.push({ kind: "nameError", cell });
    else if (isError(value) && unfinished.has(value.code))
      warnings.push({ kind: "unfinished", cell, code: value.code });
  }
  warnings.push(...freezeNames(workbook, blocks), ...freezeRules(workbook, blocks));
  freezeTables(workbook, blocks);
  if (ours.length > 0) removeChain(workbook);
  if (options.addInId !== undefined) removePane(workbook, options.addInId);
  warnings.push(...findLeftovers(workbook));
  const replaced = blocksOf(workbook, formulas, ours);
  const sheet = replaced.length > 0 ? addBasisSheet(workbook, replaced, options) : undefined;
  return { bytes: contents.bytes(bytes), replaced, warnings, ...(sheet !== undefined && { sheet }) };
}

/** What Excel shows while it waits for a function of an add-in. */
const unfinished: ReadonlySet<string> = new Set(["#BUSY!", "#CONNECT!", "#GETTING_DATA"]);

function freezeCells(
  { package: contents, sheets }: Workbook,
  ours: readonly LocatedFormula[],
  reworded: ReturnType<FrozenBlocks["rewritten"]>,
  progress?: Progress,
) {
  sheets.forEach(({ part }, index) => {
    const changes = new Map<number, CellChange>();
    for (const { sheet, key } of ours) if (sheet === index) changes.set(key, { dropsFormula: true });
    for (const [key, formulaText] of reworded.get(index) ?? []) changes.set(key, { formulaText });
    if (changes.size === 0) return;
    progress?.("write", index, sheets.length);
    contents.splice(part, patchSheet(contents.text(part).text, part, changes));
  });
}

/** Whether a formula calls a function of ours itself; one that only names it in a text does not. */
function callsOurs(formula: string): boolean {
  return (
    mayBeOurs.test(formula) &&
    tokenize(formula).some(({ type, value }) => type === "func" && isOurs(functionName(value)))
  );
}

/**
 * A name has no stored value that could take the formula's place. Excel keeps a hidden name of its own for each
 * function of ours that a workbook has used; that goes.
 */
function freezeNames({ package: contents, part }: Workbook, blocks: FrozenBlocks): FreezeWarning[] {
  const warnings: FreezeWarning[] = [];
  const splices: Splice[] = [];
  let list: { element: Element; kept: number } | undefined;
  let current: { element: Element; formula: string } | undefined;
  readXml(contents.text(part).text, part, {
    open(element) {
      if (element.name === "definedNames") list = { element, kept: 0 };
      if (element.name === "definedName") current = { element, formula: "" };
    },
    text(piece) {
      if (current) current.formula += piece;
    },
    close(closed, end, closeStart) {
      if (closed === "definedNames" && list?.kept === 0) {
        splices.splice(0, splices.length, { start: list.element.start, end, text: "" });
      }
      if (closed !== "definedName" || !current) return;
      const { element, formula } = current;
      const { name = "" } = element.attributes;
      current = undefined;
      if (/^_xldudf_FINSAM_/i.test(name)) {
        splices.push({ start: element.start, end, text: "" });
        return;
      }
      if (list) list.kept += 1;
      const changed = callsOurs(formula) ? "#REF!" : blocks.rewrite(formula);
      if (changed === formula) return;
      splices.push({ start: element.openEnd, end: closeStart, text: escapeXml(changed) });
      if (changed === "#REF!") warnings.push({ kind: "name", name });
    },
  });
  contents.splice(part, splices);
  return warnings;
}

/** Rules of formats and of what may be typed; Excel itself does not let them call custom functions. */
function freezeRules({ package: contents, sheets }: Workbook, blocks: FrozenBlocks): FreezeWarning[] {
  return sheets.flatMap(({ part, name: sheet }, number): FreezeWarning[] => {
    const { text } = contents.text(part);
    if (!mayBeOurs.test(text) && !text.includes("ANCHORARRAY")) return [];
    const warnings: FreezeWarning[] = [];
    const splices: Splice[] = [];
    const path: Element[] = [];
    let formula = "";
    let inData = false;
    let validations: { element: Element; kept: number; gone: Splice[] } | undefined;
    let isGone = false;
    readXml(text, part, {
      open(element) {
        if (element.name === "sheetData") inData = true;
        if (inData) return;
        path.push(element);
        formula = "";
        if (element.name === "dataValidations") validations = { element, kept: 0, gone: [] };
        if (element.name === "dataValidation") isGone = false;
      },
      text(piece) {
        if (!inData) formula += piece;
      },
      close(name, end, closeStart) {
        if (name === "sheetData") inData = false;
        else if (!inData) {
          const element = path.pop()!;
          const isFormula = /^(formula|formula1|formula2|f)$/.test(name);
          const isOfOurs = isFormula && callsOurs(formula);
          const reworded = isFormula && !isOfOurs ? blocks.rewrite(formula, number) : formula;
          if (reworded !== formula)
            splices.push({ start: element.openEnd, end: closeStart, text: escapeXml(reworded) });
          const within = (parent: string) => path.some((each) => each.name === parent);
          if (isOfOurs && within("dataValidation")) {
            isGone = true;
            // Those of a later edition stand in a list of extensions, where a formula without a value will do.
            if (validations?.element.prefix !== "")
              splices.push({ start: element.openEnd, end: closeStart, text: "#REF!" });
          } else if (isOfOurs && within("cfRule")) {
            splices.push({ start: element.openEnd, end: closeStart, text: "FALSE" });
            warnings.push({ kind: "conditionalFormat", sheet });
          }
          if (name === "dataValidation" && validations) {
            if (isGone) warnings.push({ kind: "validation", sheet });
            if (isGone && element.prefix === "") {
              const { start } = element;
              splices.splice(0, splices.length, ...splices.filter((each) => each.start < start));
              validations.gone.push({ start, end, text: "" });
            } else validations.kept += 1;
          } else if (name === "dataValidations" && validations) {
            const { gone, kept } = validations;
            if (gone.length > 0 && kept === 0) splices.push({ start: element.start, end, text: "" });
            else if (gone.length > 0) {
              const opening = setAttribute(text.slice(element.start, element.openEnd), "count", String(kept));
              splices.push({ start: element.start, end: element.openEnd, text: opening }, ...gone);
            }
            validations = undefined;
          }
        }
        formula = "";
      },
    });
    contents.splice(part, splices);
    return warnings;
  });
}

/** What a table writes into its new rows, and into its row of totals. */
function freezeTables({ package: contents, tables }: Workbook, blocks: FrozenBlocks): void {
  for (const { part, sheet } of tables) {
    const { text } = contents.text(part);
    if (!mayBeOurs.test(text) && !text.includes("ANCHORARRAY")) continue;
    const splices: Splice[] = [];
    let column: Element | undefined;
    let formula: { element: Element; text: string } | undefined;
    readXml(text, part, {
      open(element) {
        if (element.name === "tableColumn") column = element;
        if (/^(calculatedColumnFormula|totalsRowFormula)$/.test(element.name)) formula = { element, text: "" };
      },
      text(piece) {
        if (formula) formula.text += piece;
      },
      close(name, end, closeStart) {
        if (!formula || name !== formula.element.name) return;
        if (callsOurs(formula.text)) {
          splices.push({ start: formula.element.start, end, text: "" });
          if (name === "totalsRowFormula" && column) {
            const opening = text.slice(column.start, column.openEnd);
            const without = setAttribute(opening, "totalsRowFunction", undefined);
            splices.push({ start: column.start, end: column.openEnd, text: without });
          }
        } else {
          const changed = blocks.rewrite(formula.text, sheet);
          const { openEnd: start } = formula.element;
          if (changed !== formula.text) splices.push({ start, end: closeStart, text: escapeXml(changed) });
        }
        formula = undefined;
      },
    });
    contents.splice(part, splices);
  }
}

/** A workbook can ask Excel to open the add-in's pane with it; the copy's readers do not have the add-in. */
function removePane({ package: contents }: Workbook, addInId: string): void {
  const panes = contents.relationships("").find(({ type }) => type === "webextensiontaskpanes")?.target;
  if (panes === undefined || !contents.has(panes)) return;
  const id = addInId.toLowerCase();
  const gone = contents
    .relationships(panes)
    .filter(({ target }) => target !== undefined && contents.has(target))
    .filter(({ target }) => contents.text(target!).text.toLowerCase().includes(id));
  if (gone.length === 0) return;
  if (gone.length === contents.relationships(panes).length) {
    gone.forEach(({ target }) => removePart(contents, target!));
    removeRelationships(contents, "", (target) => target === panes);
    removePart(contents, panes);
    return;
  }
  const ids = new Set(gone.map((each) => each.id));
  const splices: Splice[] = [];
  let pane: Element | undefined;
  let isGone = false;
  readXml(contents.text(panes).text, panes, {
    open(element) {
      if (element.name === "taskpane") {
        pane = element;
        isGone = false;
      } else if (element.name === "webextensionref") {
        isGone ||= Object.entries(element.attributes).some(([key, value]) => key.endsWith(":id") && ids.has(value));
      }
    },
    close(name, end) {
      if (name === "taskpane" && pane && isGone) splices.push({ start: pane.start, end, text: "" });
    },
  });
  contents.splice(panes, splices);
  removeRelationships(contents, panes, (target) => gone.some((each) => each.target === target));
  gone.forEach(({ target }) => removePart(contents, target!));
}

/** Parts that still call a function of ours in some way that is none of the above, such as a shape's text. */
function findLeftovers({ package: contents }: Workbook): FreezeWarning[] {
  return contents.names
    .filter((name) => /\.(xml|vml)$/i.test(name) && !isNoContent.test(name))
    .filter((name) => isLeftover(decodeLoosely(contents.content(name))))
    .map((part) => ({ kind: "leftover", part }));
}

/** What travels with a workbook and has no formulas: what a query was made of, who wrote it, texts of cells. */
const isNoContent = /^(customXml|docProps)\/|(^|\/)sharedStrings\d*\.xml$/i;

/** Formulas in the plain form are told from texts by the element or the attribute that they stand in. */
function isLeftover(text: string): boolean {
  if (!mayBeOurs.test(text)) return false;
  if (text.includes("_xldudf_FINSAM_")) return true;
  const places = /<(?:[\w.-]+:)?(?:f|formula\w*|fmla\w*)(?:\s[^>]*)?>([^<]+)<|\stextlink\s*=\s*["']([^"']+)["']/gi;
  return [...text.matchAll(places)].some(([, element, attribute]) => callsOurs(element ?? attribute ?? ""));
}

/** Formulas that are the same but for where they stand, side by side, are one block. */
function blocksOf(workbook: Workbook, formulas: Formulas, ours: readonly LocatedFormula[]): Replaced[] {
  const blocks: { sheet: number; area: Area; relative: string; located: LocatedFormula }[] = [];
  const single = new Map<string, LocatedFormula>();
  for (const located of ours) {
    const { sheet, key, stored } = located;
    if (stored.kind === "array") blocks.push({ sheet, area: stored.area ?? pointOf(key), relative: "", located });
    else single.set(`${sheet} ${key}`, located);
  }
  const relative = new Map([...single].map(([name, located]) => [name, relativeText(formulas, located)]));
  const taken = new Set<string>();
  const free = (sheet: number, row: number, column: number, text: string) => {
    const name = `${sheet} ${keyOf(row, column)}`;
    return !taken.has(name) && relative.get(name) === text;
  };
  for (const [name, located] of [...single].sort(([, a], [, b]) => a.sheet - b.sheet || a.key - b.key)) {
    if (taken.has(name)) continue;
    const { sheet, key } = located;
    const [top, left] = [rowOf(key), columnOf(key)];
    const text = relative.get(name)!;
    let [bottom, right] = [top, left];
    while (free(sheet, top, right + 1, text)) right += 1;
    const isFree = (row: number) => {
      for (let column = left; column <= right; column += 1) if (!free(sheet, row, column, text)) return false;
      return true;
    };
    while (isFree(bottom + 1)) bottom += 1;
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) taken.add(`${sheet} ${keyOf(row, column)}`);
    }
    blocks.push({ sheet, area: { top, left, bottom, right }, relative: text, located });
  }
  return blocks
    .sort((a, b) => a.sheet - b.sheet || a.area.top - b.area.top || a.area.left - b.area.left)
    .map(({ sheet, area, located }) => {
      const { text, rows, columns } = formulas.textOf(located);
      const names = formulas.read(located).ours.map((name) => name.slice("FINSAM.".length));
      return {
        place: `${quoteSheet(workbook.sheets[sheet]!.name)}!${addressOfArea(area)}`,
        formula: userFormula(text, rows, columns),
        functions: [...new Set(names)],
      };
    });
}

function relativeText(formulas: Formulas, located: LocatedFormula): string {
  const { text, rows, columns } = formulas.textOf(located);
  const [row, column] = [rowOf(located.key) - rows, columnOf(located.key) - columns];
  return translateFormulaToR1C1(text, addressOfArea(pointOf(keyOf(row, column))));
}
