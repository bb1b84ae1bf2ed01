/*
 * An Excel whose cells are read and written all over the workbook. Nothing happens before `sync`, which carries out
 * what was asked in its order and stops at the first thing that Excel would refuse; what is read and was not loaded
 * throws, and so does a member that is not here. An answer has a limit, as on the web.
 */
/* eslint-disable @typescript-eslint/no-unsafe-return -- what stands in for Excel's objects has no type of its own */
import { toZone } from "../../src/scenarios/zone";

export interface SheetCells {
  readonly name: string;
  readonly visibility?: "Visible" | "Hidden" | "VeryHidden";
  readonly isProtected?: boolean;
  /** Names of its own, with the formulas that say where they lead. */
  readonly names?: Readonly<Record<string, string>>;
  readonly cells: Readonly<Record<string, Cell>>;
}

/** What a cell holds: a value, or a formula with what it comes to. */
export type Cell = Value | Held;
type Value = number | string | boolean;

export interface Held {
  readonly formula?: string;
  readonly value: Value;
  /** What the formula fills, itself included; the cells are there with their values. */
  readonly fills?: { readonly rows: number; readonly columns: number };
  /** Another cell's formula fills this one. */
  readonly isFilled?: boolean;
  /** A formula over several cells of the older kind: none of them can be changed alone. */
  readonly isArray?: boolean;
  readonly isUnlocked?: boolean;
  /** What Excel knows of a #SPILL!. */
  readonly spillError?: { readonly errorSubType: string; readonly rowCount?: number; readonly columnCount?: number };
}

export interface Book {
  readonly sheets: readonly SheetCells[];
  readonly calculationMode?: string;
  /** How many cells an answer may have in all; more is refused, or answered with null where `isSilent`. */
  readonly mostCells?: number;
  readonly isSilent?: boolean;
  /** Which versions of the ExcelApi there are. */
  readonly apiSets?: (version: string) => boolean;
  /** Whether formulas are given the value of a cell that another one fills, or nothing. */
  readonly givesFilled?: boolean;
  /** What an entered formula comes to, by what other cells of its sheet show; #NAME? where not told. */
  readonly calculate?: (formula: string, valueAt: (address: string) => Value | undefined) => Value;
  /** What Excel answers from a request on, from the first as 1. */
  readonly refuses?: { readonly from: number; readonly code: string; readonly message?: string };
}

class Refusal extends Error {
  constructor(
    readonly code: string,
    message = `Excel says ${code}`,
  ) {
    super(message);
  }
}

type Properties = Readonly<Record<string, () => unknown>>;

/** Puts `Excel` and `Office` into the global scope, and returns what becomes of the workbook. */
export function fakeCells(book: Book) {
  const state = { syncs: 0, mostAnswered: 0, active: book.sheets[0]?.name, selected: "", tracked: 0 };
  const sheets = book.sheets.map((sheet) => ({
    ...sheet,
    held: new Map(Object.entries(sheet.cells).map(([address, cell]) => [keyOf(toZone(address)), asHeld(cell)])),
  }));
  type Sheet = (typeof sheets)[number];
  let acts: (() => void)[] = [];
  let answered = 0;

  /** An object whose properties can be read once they were loaded and synchronised. */
  function loaded(what: string, properties: Properties, members: Record<string, unknown> = {}): any {
    const known = new Map<string, unknown>();
    const load = (names: string | readonly string[]) => {
      for (const name of [names].flat().map((each) => each.split("/")[0]!)) {
        if (!(name in properties)) throw new Error(`${what}.${name} is not known here`);
        acts.push(() => known.set(name, properties[name]!()));
      }
    };
    return new Proxy(
      {},
      {
        get: (_, key) => {
          const name = String(key);
          if (name === "load") return load;
          if (name in members) return members[name];
          if (!(name in properties)) throw new Error(`${what}.${name} is not known here`);
          if (!known.has(name)) throw new Error(`PropertyNotLoaded: ${what}.${name}`);
          return known.get(name);
        },
        set: (_, key, given) => {
          const set = members[`set ${String(key)}`] as ((given: unknown) => void) | undefined;
          if (!set) throw new Error(`${what}.${String(key)} cannot be set`);
          acts.push(() => set(given));
          return true;
        },
      },
    );
  }

  /** Known after a sync, as Excel's null objects are. */
  function orNull(found: () => boolean, object: object): any {
    let isKnown = false;
    acts.push(() => (isKnown = true));
    return new Proxy(object, {
      get: (target, key) => {
        if (key !== "isNullObject") return (target as Record<PropertyKey, unknown>)[key];
        if (!isKnown) throw new Error("isNullObject is not known before a sync");
        return !found();
      },
    });
  }

  function range(sheet: Sheet, row: number, column: number, rows: number, columns: number) {
    state.tracked += 1;
    const grid = (of: (held: Held | undefined) => unknown) => () => {
      if (book.mostCells !== undefined && book.isSilent && rows * columns > book.mostCells) return null;
      answered += rows * columns;
      return Array.from({ length: rows }, (_, down) =>
        Array.from({ length: columns }, (__, across) => of(sheet.held.get((row + down) * 16384 + column + across))),
      );
    };
    const all = (of: (held: Held | undefined) => boolean) => () => {
      const each = grid(of)()!.flat() as boolean[];
      return each.every(Boolean) ? true : each.some(Boolean) ? null : false;
    };
    const only = () => sheet.held.get(row * 16384 + column);
    return loaded(
      "range",
      {
        formulas: grid((held) => {
          if (held?.isFilled) return book.givesFilled ? held.value : "";
          return held?.formula ?? held?.value ?? "";
        }),
        values: grid((held) => held?.value ?? ""),
        valuesAsJson: grid((held) => ({ type: "Error", basicValue: held?.value, ...held?.spillError })),
        hasSpill: all((held) => held?.isFilled === true || held?.fills !== undefined),
        savedAsArray: all((held) => held?.isArray === true || held?.fills !== undefined),
        address: () => `${sheet.name}!${row}:${column}`,
      },
      {
        untrack: () => void (state.tracked -= 1),
        getSpillingToRangeOrNullObject: () =>
          orNull(
            () => only()?.fills !== undefined,
            loaded(
              "spill",
              { rowCount: () => only()?.fills?.rows, columnCount: () => only()?.fills?.columns },
              {
                untrack: () => undefined,
              },
            ) as object,
          ),
        select: () => acts.push(() => void (state.selected = `${row}:${column} ${rows}x${columns}`)),
        format: {
          protection: loaded("protection", { locked: () => !only()?.isUnlocked }),
        },
        "set formulas": (given: readonly (readonly string[])[]) => {
          if (given.length !== rows || given.some((each) => each.length !== columns))
            throw new Refusal("InvalidArgument");
          given.forEach((each, down) =>
            each.forEach((formula, across) => enter(sheet, row + down, column + across, formula)),
          );
        },
      },
    );
  }

  function enter(sheet: Sheet, row: number, column: number, formula: string): void {
    const held = sheet.held.get(row * 16384 + column);
    if (sheet.isProtected && !held?.isUnlocked) throw new Refusal("AccessDenied");
    if (held?.isArray) throw new Refusal("InvalidArgument", "You can't change part of an array.");
    const valueAt = (address: string) => sheet.held.get(keyOf(toZone(address)))?.value;
    sheet.held.set(row * 16384 + column, {
      formula,
      // Calculated anew whenever it is asked for, as what it refers to may have been entered since.
      get value() {
        return book.calculate?.(formula, valueAt) ?? "#NAME?";
      },
    });
  }

  function used(sheet: Sheet) {
    const keys = [...sheet.held].filter(([, { value }]) => value !== "").map(([key]) => key);
    const [rows, columns] = [keys.map((key) => Math.floor(key / 16384)), keys.map((key) => key % 16384)];
    const [top, left] = [Math.min(...rows), Math.min(...columns)];
    return orNull(
      () => keys.length > 0,
      loaded("used", {
        rowIndex: () => top,
        columnIndex: () => left,
        rowCount: () => Math.max(...rows) - top + 1,
        columnCount: () => Math.max(...columns) - left + 1,
      }) as object,
    );
  }

  function worksheet(sheet: Sheet) {
    return loaded(
      "worksheet",
      { name: () => sheet.name, visibility: () => sheet.visibility ?? "Visible" },
      {
        // Loaded with the collection that it comes from.
        name: sheet.name,
        getUsedRangeOrNullObject: (valuesOnly: boolean) => {
          if (!valuesOnly) throw new Error("formatting would count as used");
          return used(sheet);
        },
        getRangeByIndexes: (...place: [number, number, number, number]) => range(sheet, ...place),
        names: {
          getItemOrNullObject: (name: string) => {
            const formula = sheet.names?.[name];
            return orNull(() => formula !== undefined, loaded("name", { formula: () => formula }) as object);
          },
        },
        protection: loaded("protection", { protected: () => sheet.isProtected ?? false }),
        activate: () => acts.push(() => void (state.active = sheet.name)),
      },
    );
  }

  const find = (name: string) => sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  const context = {
    workbook: {
      application: loaded("application", { calculationMode: () => book.calculationMode ?? "Automatic" }),
      worksheets: loaded(
        "worksheets",
        { items: () => sheets.map(worksheet) },
        {
          getItem: (name: string) => {
            const sheet = find(name);
            if (!sheet) acts.push(() => refuse("ItemNotFound"));
            return worksheet(sheet ?? sheets[0]!);
          },
          getItemOrNullObject: (name: string) => {
            const sheet = find(name);
            return orNull(() => sheet !== undefined, worksheet(sheet ?? sheets[0]!) as object);
          },
        },
      ),
    },
    sync: async () => {
      state.syncs += 1;
      const asked = acts;
      acts = [];
      answered = 0;
      await Promise.resolve();
      if (book.refuses && state.syncs >= book.refuses.from) refuse(book.refuses.code, book.refuses.message);
      for (const act of asked) act();
      if (book.mostCells !== undefined && !book.isSilent && answered / 2 > book.mostCells) {
        refuse("ResponsePayloadSizeLimitExceeded");
      }
      state.mostAnswered = Math.max(state.mostAnswered, answered);
    },
  };
  Object.assign(globalThis, {
    Excel: { run: (batch: (given: typeof context) => Promise<unknown>) => batch(context) },
    Office: {
      context: {
        requirements: {
          isSetSupported: (name: string, version: string) => name === "ExcelApi" && (book.apiSets?.(version) ?? true),
        },
      },
    },
  });
  return {
    state,
    /** What a cell holds now. */
    cell: (name: string, address: string) => find(name)?.held.get(keyOf(toZone(address))),
  };
}

function refuse(code: string, message?: string): never {
  throw new Refusal(code, message);
}

function keyOf({ top, left }: { top: number; left: number }): number {
  return top * 16384 + left;
}

function asHeld(cell: Cell): Held {
  return typeof cell === "object" ? cell : { value: cell };
}
