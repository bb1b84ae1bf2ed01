/*
 * What has been done to the grid's workbook since it was opened or made: what is to be written, and what cannot be.
 */
import type { CellPosition, EvaluatedCell, Getters, Model, NamedRange, Range } from "@odoo/o-spreadsheet";
import { dataTableShown, fromGridFormula, keptFormula, keptFunction, type GridNames } from "../../engine/gridFormula";
import { excelCode } from "../../engine/values";
import { addressOfArea, columnOf, keyOf, quoteSheet, rowOf, toAddress } from "../../xlsx/area";
import type { CellEdit, Entry } from "../../xlsx/edit";
import { shiftFormula, shiftKey, type Shift } from "../../xlsx/shift";
import type { HeaderSize, SheetLayout } from "../../xlsx/sheetLayout";
import type { LookChange } from "../../xlsx/styles";
import { ErrorValue, type CellValue } from "../../xlsx/values";
import type { Book, SheetOrigin } from "./book";
import { isNotCopied, isOfPlace, type Extra } from "./extras";
import { hasOtherLook, linesChange, lookChange, readHeld, type HeldCell, type HeldCells } from "./held";
import { accountOf, type Account, type Deed, type SheetAccount } from "./ledger";

/** What is noted and then read off the sheet as it is. */
const carried = ["merges", "view", "tabColour"] as const;
type LostDeed = Exclude<Deed, (typeof carried)[number]>;

function isLost(deed: Deed): deed is LostDeed {
  return !(carried as readonly Deed[]).includes(deed);
}

type Moved = "rowsMoved" | "cellsMoved";

/** What is in the grid and will not be in the file. */
export type Lost =
  | { readonly kind: Exclude<LostDeed, Moved> | "rebuilt" | "richText"; readonly sheet: string }
  /** What stays where it was in a sheet of the file whose cells have moved. */
  | { readonly kind: Moved; readonly sheet: string; readonly extras: readonly Extra[] }
  /** What a copy of a sheet of the file has not. */
  | { readonly kind: "copied"; readonly sheet: string; readonly extras: readonly Extra[] }
  | { readonly kind: "sheetDeleted"; readonly sheet: string }
  | { readonly kind: "sheetRenamed"; readonly sheet: string; readonly name: string }
  | { readonly kind: "look" | "link" | "keptCopy" | "unreadable"; readonly cell: string }
  | { readonly kind: "gridFunction"; readonly cell: string; readonly name: string };

/** A formula of the file that nobody has changed, but that stands elsewhere now, or refers to cells that do. */
export interface ShiftedEntry {
  readonly kind: "shifted";
  /** Where it stands in the file. */
  readonly from: number;
  readonly shown: readonly (readonly CellValue[])[];
}

export type GridEdit = Omit<CellEdit, "entry"> & { readonly entry?: Entry | ShiftedEntry };

export interface SheetChanges {
  readonly id: string;
  readonly name: string;
  readonly isVisible: boolean;
  readonly origin: SheetOrigin | undefined;
  /** It is a copy of the sheet that it comes from. */
  readonly isCopy: boolean;
  readonly edits: ReadonlyMap<number, GridEdit>;
  readonly layout: SheetLayout;
  readonly shifts: readonly Shift[];
}

export interface Changes {
  readonly sheets: readonly SheetChanges[];
  readonly names: readonly NameChange[];
  readonly lost: readonly Lost[];
}

/** A name of the file that now means other cells, or none; or one that is new. */
export interface NameChange {
  readonly name: string;
  readonly formula: string | undefined;
}

export function readChanges(model: Model, book: Book): Changes {
  return new Reader(model, book).read();
}

class Reader {
  readonly #lost: Lost[] = [];
  readonly #getters: Getters;
  readonly #account: Account;
  /** What a sheet of the grid is called in the file, by its name in the grid. */
  readonly #fileNames = new Map<string, string>();

  constructor(
    model: Model,
    private readonly book: Book,
  ) {
    this.#getters = model.getters;
    this.#account = accountOf(model);
    for (const id of this.#getters.getSheetIds()) {
      const name = this.#getters.getSheetName(id);
      const index = book.origins.get(id)?.index;
      this.#fileNames.set(name.toLowerCase(), index === undefined ? name : (book.file?.sheetNames[index] ?? name));
    }
  }

  read(): Changes {
    const sheets = this.#getters.getSheetIds().map((id) => this.#sheet(id));
    for (const [id, { name, index }] of this.book.origins) {
      if (index !== undefined && !this.#getters.tryGetSheet(id)) this.#lost.push({ kind: "sheetDeleted", sheet: name });
    }
    this.#noteLost("", undefined, this.#account[""]);
    return { sheets, names: this.#names(), lost: this.#lost };
  }

  #sheet(id: string): SheetChanges {
    const getters = this.#getters;
    const name = getters.getSheetName(id);
    const account = this.#account[id];
    const origin = this.book.originOf(id, (of) => this.#account[of]?.copyOf);
    const isCopy = !this.book.origins.has(id);
    if (origin?.index !== undefined && isCopy) this.#noteCopied(name, origin);
    else if (origin?.index !== undefined && origin.name !== name) {
      this.#lost.push({ kind: "sheetRenamed", sheet: origin.name, name });
    }
    this.#noteLost(name, origin, account);
    // What was moved in a sheet of our own is written where it is now, as if somebody had made it by hand.
    const isRebuilt = origin?.planned !== undefined && (account?.deeds.includes("rowsMoved") ?? false);
    const kept = isRebuilt ? undefined : origin;
    const edits = this.#edits(id, name, kept, account);
    const isWhole = !kept || (account?.deeds.includes("rowsMoved") ?? false);
    const layout = isWhole ? this.#wholeLayout(id) : this.#layout(id, kept, account, edits);
    return {
      id,
      name,
      isVisible: getters.isSheetVisible(id),
      origin: kept,
      isCopy,
      edits,
      layout,
      shifts: account?.shifts ?? [],
    };
  }

  #noteCopied(sheet: string, { extras = [] }: SheetOrigin): void {
    const missing = extras.filter(isNotCopied);
    if (missing.length > 0) this.#lost.push({ kind: "copied", sheet, extras: missing });
  }

  #noteLost(sheet: string, origin: SheetOrigin | undefined, account: SheetAccount | undefined): void {
    for (const kind of account?.deeds ?? []) {
      if (!isLost(kind)) continue;
      if (kind === "cellsMovedAway" && !origin) continue;
      if (kind !== "rowsMoved" && kind !== "cellsMoved") this.#lost.push({ kind, sheet });
      else if (origin?.planned)
        this.#lost.push(
          kind === "rowsMoved"
            ? { kind: "rebuilt", sheet }
            : { kind, sheet, extras: ["figures", "conditionalFormats"] },
        );
      else if (origin) this.#noteMoved(kind, sheet, origin.extras ?? []);
    }
  }

  #noteMoved(kind: Moved, sheet: string, extras: readonly Extra[]): void {
    const staying = extras.filter((extra) => isOfPlace(extra) && extra !== "richText");
    if (staying.length > 0) this.#lost.push({ kind, sheet, extras: staying });
    // A text that moves is written anew, in the look of its cell.
    if (extras.includes("richText")) this.#lost.push({ kind: "richText", sheet });
  }

  /** What has been changed of the layout. */
  #layout(
    id: string,
    { planned }: SheetOrigin,
    account: SheetAccount | undefined,
    edits: ReadonlyMap<number, GridEdit>,
  ): SheetLayout {
    const { deeds = [], rows = [] } = account ?? {};
    // What was entered beside a scenario has the width that it had room in.
    const width = planned?.sheet.columnWidths.length ?? Infinity;
    const beside = range(width, Math.max(...[...edits.keys()].map(columnOf)));
    const columns = [...new Set([...(account?.columns ?? []), ...beside])];
    return {
      ...(columns.length > 0 && { columns: new Map(columns.map((column) => [column, this.#column(id, column)])) }),
      ...(rows.length > 0 && { rows: new Map(rows.map((row) => [row, this.#row(id, row)])) }),
      ...(deeds.includes("merges") && { merges: this.#merges(id) }),
      ...(deeds.includes("view") && this.#view(id)),
      ...(deeds.includes("tabColour") && { tabColour: this.#getters.getSheet(id).color ?? null }),
    };
  }

  #wholeLayout(id: string): SheetLayout {
    const getters = this.#getters;
    const sized = range(0, getters.getNumberRows(id) - 1).filter(
      (row) => getters.getUserRowSize(id, row) !== undefined || getters.isRowHiddenByUser(id, row),
    );
    const color = getters.getSheet(id).color;
    return {
      columns: new Map(range(0, getters.getNumberCols(id) - 1).map((column) => [column, this.#column(id, column)])),
      rows: new Map(sized.map((row) => [row, this.#row(id, row)])),
      merges: this.#merges(id),
      ...this.#view(id),
      ...(color !== undefined && { tabColour: color }),
    };
  }

  #view(id: string) {
    const { xSplit, ySplit } = this.#getters.getPaneDivisions(id);
    return { frozen: { rows: ySplit, columns: xSplit }, hasGridLines: this.#getters.getGridLinesVisibility(id) };
  }

  #merges(id: string) {
    return this.#getters.getMerges(id).map(({ top, left, bottom, right }) => ({ top, left, bottom, right }));
  }

  #column(id: string, column: number): HeaderSize {
    return { size: this.#getters.getColSize(id, column), isHidden: this.#getters.isColHiddenByUser(id, column) };
  }

  #row(id: string, row: number): HeaderSize {
    return { size: this.#getters.getUserRowSize(id, row), isHidden: this.#getters.isRowHiddenByUser(id, row) };
  }

  #edits(id: string, name: string, origin: SheetOrigin | undefined, account: SheetAccount | undefined) {
    const before: HeldCells = origin?.cells ?? new Map<number, HeldCell>();
    const after = readHeld(this.#getters, id);
    const edits = new Map<number, GridEdit>();
    const shifted = this.#shiftedFormulas(id, origin, before);
    const compare = (key: number) => {
      const [old, now] = [before.get(key), after.get(key)];
      const isSame = (old?.content ?? "") === (now?.content ?? "");
      const from = now && (!isSame || isKept(now.content)) ? shifted(key, now.content) : undefined;
      const entry =
        from !== undefined
          ? { kind: "shifted" as const, from, shown: this.#shown(this.#position(id, key)) }
          : isSame
            ? undefined
            : this.#entry(id, name, key, now, old);
      const look = this.#look(id, name, key, old, now, entry);
      if (entry || look) edits.set(key, { ...(entry && { entry }), ...(look && { look }) });
    };
    for (const key of after.keys()) compare(key);
    for (const key of before.keys()) if (!after.has(key)) compare(key);
    this.#addLines(id, origin, account, [...after.keys(), ...before.keys()], edits);
    return edits;
  }

  /**
   * Says where a formula stood in the file, if it is there still and nobody has touched it: it stands now where rows
   * and columns have taken it, and says what they made of it.
   */
  #shiftedFormulas(id: string, origin: SheetOrigin | undefined, before: HeldCells) {
    const isAny = Object.values(this.#account).some(({ shifts }) => shifts.length > 0);
    if (origin?.index === undefined || !isAny) return () => undefined;
    const own = this.#account[id]?.shifts ?? [];
    const shifts = { own, of: (sheet: string) => this.#shiftsOf(sheet) };
    const places = new Map<number, number>();
    for (const [key, { content }] of before) {
      const isFormula = content.startsWith("=") && !content.startsWith(keptDataTable);
      const now = isFormula ? shiftKey(key, own) : undefined;
      if (now !== undefined) places.set(now, key);
    }
    return (key: number, content: string) => {
      const from = places.get(key);
      if (from === undefined) return undefined;
      return content === `=${shiftFormula(before.get(from)!.content.slice(1), shifts)}` ? from : undefined;
    };
  }

  /** What was done to a sheet of the grid, by its name. */
  #shiftsOf(name: string): readonly Shift[] {
    const id = this.#getters.getSheetIdByName(name);
    return id === undefined ? [] : (this.#account[id]?.shifts ?? []);
  }

  #position(sheetId: string, key: number): CellPosition {
    return { sheetId, col: columnOf(key), row: rowOf(key) };
  }

  #entry(
    id: string,
    name: string,
    key: number,
    now: HeldCell | undefined,
    old: HeldCell | undefined,
  ): Entry | undefined {
    const content = now?.content ?? "";
    if (content === "") return (old?.content ?? "") === "" ? undefined : { kind: "blank" };
    const position = this.#position(id, key);
    const cell = `${quoteSheet(name)}!${toAddress(rowOf(key), columnOf(key))}`;
    const evaluated = this.#getters.getEvaluatedCell(position);
    if (now && content.startsWith("=")) return this.#formula(now, old?.content, position, cell);
    if (evaluated.link) this.#lost.push({ kind: "link", cell });
    return { kind: "constant", value: valueOf(evaluated) };
  }

  #formula(
    { content, isBad }: HeldCell,
    before: string | undefined,
    position: CellPosition,
    cell: string,
  ): Entry | undefined {
    const shown = this.#shown(position);
    const fills = shown.length > 1 || shown[0]!.length > 1;
    const stored = isBad
      ? ({ problem: { kind: "unreadable" } } as const)
      : fromGridFormula(content, this.#gridNames, fills);
    if (!stored.problem) {
      // Renamed sheets make other letters, but no other formula.
      const isSame = before?.startsWith("=") && this.#storedBefore(before) === stored.text;
      return isSame ? undefined : { kind: "formula", text: stored.text, dynamic: stored.dynamic, shown };
    }
    if (stored.problem.kind === "unreadable") {
      this.#lost.push({ kind: "unreadable", cell });
      return { kind: "constant", value: content };
    }
    const { name } = stored.problem;
    this.#lost.push(name === keptFunction ? { kind: "keptCopy", cell } : { kind: "gridFunction", cell, name });
    return { kind: "constant", value: shown[0]![0]! };
  }

  /** The values that a formula gives. */
  #shown(position: CellPosition): readonly (readonly CellValue[])[] {
    const { sheetId, row: top, col: left } = position;
    const zone = this.#getters.getSpreadZone(position) ?? { top, left, bottom: top, right: left };
    return range(zone.top, zone.bottom).map((row) =>
      range(zone.left, zone.right).map((col) => valueOf(this.#getters.getEvaluatedCell({ sheetId, row, col }))),
    );
  }

  readonly #gridNames: GridNames = {
    sheet: (name) => this.#fileNames.get(name.toLowerCase()) ?? name,
    name: (name) => this.#nameInFile(name),
  };

  /** What a formula was in the file, when its sheets had the names that they came with. */
  #storedBefore(formula: string): string | undefined {
    const names = new Map([...this.book.origins.values()].map(({ name, index }) => [name.toLowerCase(), index]));
    const sheet = (name: string) => {
      const index = names.get(name.toLowerCase());
      return index === undefined ? name : (this.book.file?.sheetNames[index] ?? name);
    };
    const stored = fromGridFormula(formula, { ...this.#gridNames, sheet }, false);
    return stored.problem ? undefined : stored.text;
  }

  /** What a scenario calls its cells is its own sheet's affair in a file. */
  #nameInFile(name: string): string {
    const known = this.#getters.getNamedRange(name);
    return known && this.book.plannedNames.has(known.name) ? this.#reference(known.range) : name;
  }

  #reference({ sheetId, zone }: Range): string {
    const { top, left, bottom, right } = zone;
    const sheet = this.#fileNames.get(this.#getters.getSheetName(sheetId).toLowerCase())!;
    const address = addressOfArea({ top, left, bottom, right }).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
    return `'${sheet.replaceAll("'", "''")}'!${address}`;
  }

  #look(
    id: string,
    name: string,
    key: number,
    old: HeldCell | undefined,
    now: HeldCell | undefined,
    entry: GridEdit["entry"],
  ): LookChange | undefined {
    const evaluated = this.#getters.getEvaluatedCell(this.#position(id, key));
    if (hasOtherLook(old, now)) {
      this.#lost.push({ kind: "look", cell: `${quoteSheet(name)}!${toAddress(rowOf(key), columnOf(key))}` });
    }
    const change = lookChange(old, now, this.book.file?.textSize ?? 11);
    // As Excel does, a formula gets the format of what it refers to, unless its cell has one.
    const isBare = entry?.kind === "formula" && (now?.format ?? "") === "" && (old?.format ?? "") === "";
    const format = isBare ? evaluated.format : undefined;
    return format === undefined || change?.format !== undefined ? change : { ...change, format };
  }

  #addLines(
    id: string,
    origin: SheetOrigin | undefined,
    account: SheetAccount | undefined,
    held: readonly number[],
    edits: Map<number, GridEdit>,
  ): void {
    const lines = account?.lines ?? [];
    const touched = new Set<number>(lines === "all" ? held : []);
    const [rows, columns] = [this.#getters.getNumberRows(id), this.#getters.getNumberCols(id)];
    // The cell beside shares its line.
    for (const { top, bottom, left, right } of lines === "all" ? [] : lines) {
      for (let row = Math.max(0, top - 1); row <= Math.min(rows - 1, bottom + 1); row += 1) {
        for (let col = Math.max(0, left - 1); col <= Math.min(columns - 1, right + 1); col += 1) {
          touched.add(keyOf(row, col));
        }
      }
    }
    for (const key of touched) {
      const now = this.#getters.getCellBorder(this.#position(id, key));
      const changed = linesChange(origin?.border(rowOf(key), columnOf(key)), now);
      if (!changed) continue;
      const edit = edits.get(key);
      edits.set(key, { ...edit, look: { ...edit?.look, lines: changed } });
    }
  }

  #names(): readonly NameChange[] {
    const now = this.#getters.getNamedRanges().filter(({ name }) => !this.book.plannedNames.has(name));
    const before = new Map(Object.entries(this.book.file?.names ?? {}));
    const changes: NameChange[] = [];
    for (const named of now) {
      const known = [...before.keys()].find((name) => name.toLowerCase() === named.name.toLowerCase());
      const isSame = known === named.name && before.get(known) === this.#gridReference(named);
      if (known !== undefined) before.delete(known);
      if (!isSame) changes.push({ name: named.name, formula: this.#reference(named.range) });
    }
    for (const name of before.keys()) changes.push({ name, formula: undefined });
    return changes;
  }

  #gridReference({ range: found }: NamedRange): string {
    return this.#getters.getRangeString(found, "");
  }
}

/** A data table is no formula that could be entered elsewhere. */
const keptDataTable = keptFormula(dataTableShown, 0).replace(/0\)$/, "");

function isKept(content: string): boolean {
  return content.startsWith(`=${keptFunction}(`);
}

function valueOf(cell: EvaluatedCell): CellValue {
  const { value } = cell;
  if (value === null) return 0;
  const code = String(cell.type) === "error" ? (excelCode(value) ?? "#VALUE!") : undefined;
  return code === undefined ? value : new ErrorValue(String(value) === "#SPILL!" ? "#SPILL!" : code);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
