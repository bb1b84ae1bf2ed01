/*
 * Opens workbooks' files for the grid and makes files of what is in it. It runs beside the page (worker.ts), which
 * stays usable meanwhile, and keeps what was opened, to patch it when it is saved.
 */
import type { FormulaEngine } from "../../engine/workbookFormulas";
import { arrangeWorkbook } from "../../xlsx/arrange";
import { copySheets } from "../../xlsx/copySheet";
import { editWorkbook, type CellEdit, type RefusedEntry } from "../../xlsx/edit";
import type { Shift } from "../../xlsx/shift";
import { graftSheets } from "../../xlsx/graft";
import { Package } from "../../xlsx/package";
import type { Kept } from "../../xlsx/recalculate";
import { layOutSheet, type SheetLayout } from "../../xlsx/sheetLayout";
import { readWorkbook, type Workbook } from "../../xlsx/workbook";
import { writeWorkbook, type Library, type SheetToWrite } from "../../xlsx/write/workbook";
import type { PlannedSheet } from "./book";
import type { GridEdit } from "./changes";
import { Shifting } from "./shifting";
import { readGridBook, type GridBook } from "./gridBook";

export type Step = "read" | "calculate" | "write";
export type Tell = (step: Step, done: number, total: number) => void;

export interface Opened {
  /** By which the file is known when it is saved. */
  readonly token: number;
  readonly book: GridBook;
  readonly sheetNames: readonly string[];
}

/**
 * A sheet of the grid: one of the file by its number, a copy of such a one, one that a scenario has made, or one that
 * was made by hand.
 */
export type SheetOrigin =
  | { readonly index: number }
  | { readonly copyOf: number; readonly name: string }
  | { readonly planned: PlannedSheet }
  | { readonly empty: string };

export interface SheetToSave {
  readonly origin: SheetOrigin;
  readonly isVisible: boolean;
  readonly edits: ReadonlyMap<number, GridEdit>;
  readonly layout: SheetLayout;
  readonly shifts: readonly Shift[];
}

export interface SaveRequest {
  /** The file that was opened. */
  readonly token?: number;
  readonly title: string;
  /** In the order of the grid; those of the file that are not there are left as they are, last. */
  readonly sheets: readonly SheetToSave[];
  readonly names: ReadonlyMap<string, string | undefined>;
}

export interface Saved {
  readonly bytes: Uint8Array;
  readonly refused: readonly RefusedEntry[];
  readonly stale: readonly Kept[];
}

interface KeptFile {
  readonly bytes: Uint8Array;
  readonly workbook: Workbook;
  /** In lower case: what the grid itself knows where it is. */
  readonly gridNames: ReadonlySet<string>;
}

export class FileService {
  readonly #files = new Map<number, KeptFile>();
  #next = 1;

  /** `writer` is asked for when something is to be written anew, the first time it is. */
  constructor(
    private readonly engine: FormulaEngine,
    private readonly writer: () => Promise<Library>,
  ) {}

  open(bytes: Uint8Array, tell?: Tell): Opened {
    const { workbook, book } = readGridBook(bytes, this.engine, tell);
    const token = this.#next++;
    const gridNames = new Set(Object.keys(book.names).map((name) => name.toLowerCase()));
    this.#files.set(token, { bytes, workbook, gridNames });
    return { token, book, sheetNames: workbook.sheets.map(({ name }) => name) };
  }

  /** What was opened is in the grid no more. */
  forget(token: number): void {
    this.#files.delete(token);
  }

  async save(request: SaveRequest, tell?: Tell): Promise<Saved> {
    const base = request.token === undefined ? undefined : this.#files.get(request.token);
    const shifting = base && new Shifting(base.workbook, request.sheets, this.engine);
    const { bytes, workbook, numbers } = await this.#prepare(request, base, shifting);
    const edits = workbook.sheets.map((): ReadonlyMap<number, CellEdit> => new Map());
    request.sheets.forEach(({ edits: ofGrid, origin, shifts }, index) => {
      edits[numbers[index]!] = new Map(
        [...ofGrid].map(([key, edit]) => [key, toEdit(edit, key, origin, shifts, shifting)]),
      );
    });
    const edited = editWorkbook(workbook, bytes, edits, this.engine, tell ? { progress: tell } : {});
    const stale = shifting?.stale(request.sheets, numbers, () => readWorkbook(edited.bytes)) ?? [];
    return { ...edited, stale: [...edited.stale, ...stale] };
  }

  /** The file with all sheets in their places, before anything is entered; which number in it each has. */
  async #prepare(request: SaveRequest, base: KeptFile | undefined, shifting: Shifting | undefined) {
    const { sheets, title } = request;
    const added = sheets.flatMap(({ origin }) => {
      if ("index" in origin || "copyOf" in origin) return [];
      return ["planned" in origin ? toWrite(origin.planned) : origin];
    });
    const written = added.length > 0 ? writeWorkbook(added, { title }, await this.writer()) : undefined;
    if (!base && !written) throw new Error("There is nothing to write.");
    const original = base?.bytes ?? written!;
    const known = base?.workbook ?? readWorkbook(original);
    const contents = new Package(original);
    const parts = known.sheets.map((sheet) => sheet.part);
    const target = { ...known, package: contents };
    if (base && written) parts.push(...graftSheets(target, written));
    const copies = sheets.flatMap(({ origin }) => ("copyOf" in origin ? [origin] : []));
    parts.push(...copySheets(target, copies, parts.length));
    let next = base ? known.sheets.length : 0;
    let nextCopy = parts.length - copies.length;
    const numbers = sheets.map(({ origin }) => {
      if ("index" in origin) return origin.index;
      return "copyOf" in origin ? nextCopy++ : next++;
    });
    sheets.forEach(({ layout }, index) => layOutSheet(contents, parts[numbers[index]!]!, layout));
    if (base) shifting?.names(contents, base.gridNames);
    const order = withOthers(numbers, parts.length);
    arrangeWorkbook(contents, known.part, {
      order,
      isVisible: new Map(sheets.flatMap((sheet, index) => visibility(sheet, numbers[index]!, known))),
      names: request.names,
    });
    const bytes = contents.bytes(original);
    const workbook = bytes === original ? known : readWorkbook(bytes);
    return { bytes, workbook, numbers: numbers.map((number) => order.indexOf(number)) };
  }
}

function toEdit(
  { entry, look }: GridEdit,
  key: number,
  origin: SheetOrigin,
  own: readonly Shift[],
  shifting: Shifting | undefined,
): CellEdit {
  const number = "index" in origin ? origin.index : "copyOf" in origin ? origin.copyOf : undefined;
  const isShifted = entry?.kind === "shifted" && shifting && number !== undefined;
  const written = isShifted ? shifting.entry(entry, key, number, own) : entry?.kind === "shifted" ? undefined : entry;
  return { ...(written && { entry: written }), ...(look && { look }) };
}

function toWrite({ sheet, values, spills }: PlannedSheet): SheetToWrite {
  return { sheet, evaluated: { value: (address) => values.get(address) ?? null, spills } };
}

/** What the grid does not show, such as a sheet that is one chart, keeps its place after the one before it. */
function withOthers(numbers: readonly number[], count: number): readonly number[] {
  const order = [...numbers];
  for (let number = 0; number < count; number += 1) {
    if (!order.includes(number)) order.splice(order.indexOf(number - 1) + 1, 0, number);
  }
  return order;
}

function visibility({ isVisible }: SheetToSave, number: number, { sheets }: Workbook): [number, boolean][] {
  const isKnown = !(sheets[number]?.isHidden ?? false);
  return isVisible === isKnown ? [] : [[number, isVisible]];
}
