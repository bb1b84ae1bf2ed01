/*
 * A workbook that answers as Excel does where cells are read: nothing before `sync`, nothing that was not loaded, no
 * member that is not here, and what does not exist only where it is asked for as something that may be null.
 */
/* eslint-disable @typescript-eslint/no-unsafe-return -- what stands in for Excel's objects has no type of its own */
export interface SheetCells {
  /** Values by their addresses: errors as "#N/A!", which the fake takes for errors where `errors` says so. */
  readonly values: Readonly<Record<string, string | number | boolean>>;
  readonly formulas?: Readonly<Record<string, string>>;
  /** What cells show, where that is not the value as it is. */
  readonly texts?: Readonly<Record<string, string>>;
  /** The areas that formulas fill, by the cell of the formula. */
  readonly spills?: Readonly<Record<string, string>>;
  /** Which cells hold error values; a text can look like one. */
  readonly errors?: readonly string[];
  /** Names of the sheet's own. */
  readonly names?: Names;
  readonly tables?: Readonly<Record<string, { range: string; columns: string[]; totals?: boolean }>>;
}

type Names = Readonly<Record<string, { type: string; formula: string; range?: [sheet: string, address: string] }>>;

export interface CellBook {
  readonly sheets: Readonly<Record<string, SheetCells>>;
  readonly active: readonly [sheet: string, address: string];
  readonly names?: Names;
  /** What Excel answers to the next sync. */
  readonly refuses?: { readonly code: string; readonly message: string };
}

class Refusal extends Error {
  constructor(
    readonly code: string,
    message = `Excel says ${code}`,
  ) {
    super(message);
  }
}

interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Puts `Excel` into the global scope; returns how often it was asked, and the handlers that wait for events. */
export function fakeCells(book: CellBook) {
  const state = { syncs: 0, valueSyncs: 0 };
  let waiting: (() => void)[] = [];
  const handlers: { event: string; tell: (args: object) => unknown; context: object }[] = [];
  const runs: unknown[] = [];

  /** An object whose properties are answered to `load` by the next sync; where it does not exist it is null. */
  function proxy(
    what: string,
    properties: Record<string, () => unknown>,
    members: Record<string, unknown>,
    exists: () => boolean,
  ): any {
    const known = new Map<string, unknown>();
    let isSynced = false;
    waiting.push(() => (isSynced = true));
    return new Proxy(
      {},
      {
        get: (_, key) => {
          const name = String(key);
          if (name === "then") return undefined;
          if (name === "isNullObject") {
            if (!isSynced) throw new Error(`${what}.isNullObject is not known before a sync`);
            return !exists();
          }
          if (name === "load") {
            return (names: string | string[]) => {
              for (const each of [names].flat()) {
                if (!(each in properties)) throw new Error(`${what}.${each} is not known here`);
                waiting.push(() => {
                  if (each === "values" || each === "valueTypes") valuesAsked = true;
                  if (exists()) known.set(each, properties[each]!());
                });
              }
            };
          }
          if (known.has(name)) return known.get(name);
          if (name === "items" && known.has("items/name")) return known.get("items/name");
          // A navigation property that was loaded by its path.
          const inner = [...known.keys()].filter((path) => path.startsWith(`${name}/`));
          if (inner.length > 0) return Object.fromEntries(inner.map((path) => [path.split("/")[1], known.get(path)]));
          if (name in members) {
            if (!(name in properties) && typeof members[name] === "function") {
              return (...args: unknown[]) => (members[name] as (...args: unknown[]) => unknown)(...args);
            }
            return members[name];
          }
          throw new Error(
            name in properties ? `PropertyNotLoaded: ${what}.${name}` : `${what}.${name} is not known here`,
          );
        },
      },
    );
  }
  let valuesAsked = false;

  const sheetOf = (name: string) => {
    const found = Object.entries(book.sheets).find(([each]) => each.toLowerCase() === name.toLowerCase());
    return found && { name: found[0], ...found[1] };
  };
  const must = <Found>(found: Found | undefined): Found => {
    if (found === undefined) throw new Refusal("ItemNotFound");
    return found;
  };

  /** `area` is asked for when it is needed, as what it is may not exist. */
  function range(sheetName: string, area: () => Area | undefined): any {
    const sheet = () => must(sheetOf(sheetName));
    const here = () => must(area());
    const grid = (each: (address: string) => unknown) => () => {
      const { row, column, rows, columns } = here();
      return Array.from({ length: rows }, (_, r) =>
        Array.from({ length: columns }, (__, c) => each(toAddress(row + r, column + c))),
      );
    };
    const only = () => toAddress(here().row, here().column);
    return proxy(
      "range",
      {
        rowIndex: () => here().row,
        columnIndex: () => here().column,
        rowCount: () => here().rows,
        columnCount: () => here().columns,
        "worksheet/name": () => sheet().name,
        values: () => {
          const { rows, columns } = here();
          // Excel gives no values of whole columns.
          if (rows * columns > 5_000_000) return null;
          return grid((address) => sheet().values[address] ?? "")();
        },
        valueTypes: grid((address) => {
          const value = sheet().values[address];
          if (value === undefined) return "Empty";
          if (sheet().errors?.includes(address)) return "Error";
          return typeof value === "number" ? "Double" : typeof value === "boolean" ? "Boolean" : "String";
        }),
        text: grid((address) => sheet().texts?.[address] ?? String(sheet().values[address] ?? "")),
        formulas: grid((address) => sheet().formulas?.[address] ?? sheet().values[address] ?? ""),
      },
      {
        worksheet: proxy("worksheet", { name: () => sheet().name }, {}, () => true),
        getSpillingToRangeOrNullObject: () => range(sheetName, () => toArea(sheet().spills?.[only()])),
        getSpillParentOrNullObject: () =>
          range(sheetName, () => {
            const from = Object.entries(sheet().spills ?? {}).find(
              ([cell, filled]) => cell !== only() && isWithin(here(), toArea(filled)!),
            );
            return toArea(from?.[0]);
          }),
        getUsedRangeOrNullObject: (valuesOnly: boolean) => {
          if (!valuesOnly) throw new Error("formatting would count as used");
          return range(sheetName, () => usedIn(Object.keys(sheet().values), here()));
        },
        getTables: () => {
          const around = () =>
            Object.entries(sheet().tables ?? {}).filter(([, { range: covered }]) => isWithin(here(), toArea(covered)!));
          const items = () => around().map(([name]) => table(name));
          return proxy("tables", { "items/name": items }, {}, () => true);
        },
      },
      () => area() !== undefined,
    );
  }

  function table(name: string): any {
    const found = () => {
      for (const [sheet, { tables = {} }] of Object.entries(book.sheets)) {
        const each = Object.entries(tables).find(([own]) => own.toLowerCase() === name.toLowerCase());
        if (each) return { sheet, ...each[1] };
      }
      return undefined;
    };
    return proxy(
      "table",
      { showHeaders: () => true, showTotals: () => must(found()).totals ?? false },
      {
        getRange: () => range(must(found()).sheet, () => toArea(must(found()).range)),
        columns: proxy(
          "columns",
          { "items/name": () => must(found()).columns.map((column) => ({ name: column })) },
          {},
          () => true,
        ),
      },
      () => found() !== undefined,
    );
  }

  function names(of: () => Names | undefined) {
    return {
      getItemOrNullObject: (name: string) => {
        const found = () => Object.entries(of() ?? {}).find(([own]) => own.toLowerCase() === name.toLowerCase())?.[1];
        return proxy(
          "name",
          { type: () => must(found()).type, formula: () => must(found()).formula },
          {
            getRangeOrNullObject: () => {
              const where = found()?.range;
              return range(where?.[0] ?? "", () => toArea(where?.[1]));
            },
          },
          () => found() !== undefined,
        );
      },
    };
  }

  const worksheets = {
    getItem: (name: string) => {
      waiting.push(() => void must(sheetOf(name)));
      return {
        names: names(() => sheetOf(name)?.names),
        getCell: (row: number, column: number) => range(name, () => ({ row, column, rows: 1, columns: 1 })),
        getRangeByIndexes: (row: number, column: number, rows: number, columns: number) => {
          if (row < 0 || column < 0 || rows < 1 || columns < 1) throw new Refusal("InvalidArgument");
          return range(name, () => ({ row, column, rows, columns }));
        },
      };
    },
    onSelectionChanged: eventOf("onSelectionChanged"),
    onActivated: eventOf("onActivated"),
  };

  function eventOf(event: string) {
    return {
      add: (tell: (args: object) => unknown) => {
        const handler = { event, tell, context };
        waiting.push(() => void handlers.push(handler));
        return { context, remove: () => waiting.push(() => void handlers.splice(handlers.indexOf(handler), 1)) };
      },
    };
  }

  const context = {
    workbook: {
      worksheets,
      names: names(() => book.names),
      tables: { getItemOrNullObject: table },
      getActiveCell: () => range(book.active[0], () => toArea(book.active[1])),
    },
    sync: async () => {
      state.syncs++;
      await Promise.resolve();
      if (book.refuses) throw new Refusal(book.refuses.code, book.refuses.message);
      valuesAsked = false;
      const all = waiting;
      waiting = [];
      for (const answer of all) answer();
      if (valuesAsked) state.valueSyncs++;
    },
  };
  Object.assign(globalThis, {
    Excel: {
      run: (first: unknown, second?: unknown) => {
        runs.push(second === undefined ? undefined : first);
        return ((second ?? first) as (given: typeof context) => Promise<unknown>)(context);
      },
    },
  });
  return { state, handlers, runs, context };
}

function isWithin({ row, column }: Area, { row: top, column: left, rows, columns }: Area): boolean {
  return row >= top && row < top + rows && column >= left && column < left + columns;
}

function usedIn(addresses: readonly string[], around: Area): Area | undefined {
  const inside = addresses.map((address) => toArea(address)!).filter((cell) => isWithin(cell, around));
  if (inside.length === 0) return undefined;
  const [top, left] = [Math.min(...inside.map((cell) => cell.row)), Math.min(...inside.map((cell) => cell.column))];
  const [bottom, right] = [Math.max(...inside.map((cell) => cell.row)), Math.max(...inside.map((cell) => cell.column))];
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

function toAddress(row: number, column: number): string {
  return `${String.fromCharCode(65 + column)}${row + 1}`;
}

/** "B4:D6" → where it starts and how large it is. */
function toArea(address: string | undefined): Area | undefined {
  if (address === undefined) return undefined;
  const [first, last = first] = address.split(":").map((cell) => {
    const [, letter, row] = /^([A-Z])(\d+)$/.exec(cell)!;
    return { row: Number(row) - 1, column: letter!.charCodeAt(0) - 65 };
  });
  return { ...first!, rows: last!.row - first!.row + 1, columns: last!.column - first!.column + 1 };
}
