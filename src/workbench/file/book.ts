/*
 * What is known of the workbook in the grid beyond what the grid itself knows: which sheets come from a file or from
 * a scenario's plan, and what they held then.
 */
import type { Border, Model, SheetData, WorkbookData } from "@odoo/o-spreadsheet";
import { readEvaluated, type EvaluatedSheet } from "../../engine/readEvaluated";
import type { LaidOutSheet } from "../../scenarios/layout";
import { contains, parseArea, type Area } from "../../xlsx/area";
import type { Extra } from "./extras";
import type { GridBook } from "./gridBook";
import { readHeld, type HeldCells } from "./held";
import { sheetIdOf } from "./openBook";

/** The file that was opened. */
export interface OpenedFile {
  readonly name: string;
  /** Who reads and writes files knows it by this (service.ts). */
  readonly token: number;
  readonly textSize: number;
  /** What each of its sheets is called in it. */
  readonly sheetNames: readonly string[];
  readonly names: Readonly<Record<string, string>>;
}

/** A sheet as it came into the grid. */
export interface SheetOrigin {
  readonly name: string;
  readonly isVisible: boolean;
  readonly cells: HeldCells;
  readonly border: (row: number, column: number) => Border | undefined;
  /** Its number in the file. */
  readonly index?: number;
  /** What it has in the file beside what the grid carries. */
  readonly extras?: readonly Extra[];
  readonly planned?: PlannedSheet;
}

/** A scenario's sheet, and what it showed before anything was done to it. */
export interface PlannedSheet {
  readonly sheet: LaidOutSheet;
  readonly values: ReadonlyMap<string, EvaluatedSheet["cells"][number]["value"]>;
  readonly spills: EvaluatedSheet["spills"];
}

export class Book {
  readonly origins = new Map<string, SheetOrigin>();
  /** Names that the grid has of scenarios' sheets; in a file each is its own sheet's. */
  readonly plannedNames = new Set<string>();
  /** Counts what has been done to it. */
  revision = 0;
  #savedRevision = 0;
  /** What was said to be lost when it was last saved all the same. */
  accepted = "";

  constructor(readonly file?: OpenedFile) {}

  static opened(model: Model, file: OpenedFile, { sheets }: GridBook, data: Partial<WorkbookData>): Book {
    const book = new Book(file);
    for (const { index, name, isVisible, extras } of sheets) {
      const id = sheetIdOf(index);
      const cells = readHeld(model.getters, id);
      book.origins.set(id, { name, isVisible, cells, border: bordersOf(id, data), index, extras });
    }
    return book;
  }

  /** A scenario's sheet has come into the grid, and nothing has been done to it yet. */
  addPlanned(
    model: Model,
    sheetId: string,
    sheet: LaidOutSheet,
    data: Partial<WorkbookData>,
    namesBefore: readonly string[] = [],
  ): void {
    const { getters } = model;
    for (const { name } of getters.getNamedRanges()) if (!namesBefore.includes(name)) this.plannedNames.add(name);
    const name = getters.getSheetName(sheetId);
    const { cells: shown, spills } = readEvaluated(model, sheetId, sheet);
    const planned = { sheet, values: new Map(shown.map(({ address, value }) => [address, value])), spills };
    const cells = readHeld(getters, sheetId);
    this.origins.set(sheetId, { name, isVisible: true, cells, border: bordersOf(data.sheets![0]!.id, data), planned });
  }

  /** Something has been done since it was opened or saved. */
  get isDirty(): boolean {
    return this.revision !== this.#savedRevision;
  }

  /** It was saved as it was at a revision. */
  saved(revision: number): void {
    this.#savedRevision = revision;
  }

  /** Where a sheet comes from, or the one that it was copied from; undefined for one that was made by hand. */
  originOf(sheetId: string, copyOf: (sheetId: string) => string | undefined): SheetOrigin | undefined {
    const source = copyOf(sheetId);
    return this.origins.get(sheetId) ?? (source === undefined ? undefined : this.originOf(source, copyOf));
  }
}

/** The lines of the data that a workbook was opened with. */
function bordersOf(sheetId: string, { sheets, borders }: Partial<WorkbookData>): SheetOrigin["border"] {
  const sheet: Pick<SheetData, "borders"> | undefined = sheets?.find(({ id }) => id === sheetId);
  let zones: { area: Area; border: Border | undefined }[] | undefined;
  return (row, column) => {
    zones ??= Object.entries(sheet?.borders ?? {}).map(([zone, id]) => ({
      area: parseArea(zone)!,
      border: borders?.[id],
    }));
    return zones.filter(({ area }) => contains(area, row, column)).at(-1)?.border;
  };
}
