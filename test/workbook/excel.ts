/*
 * A small Excel with the members we use. Like Excel it answers nothing before `sync`, and throws when a property
 * is read that was not loaded: what Office.js lets pass here it would let pass in Excel.
 */
type Cells = Record<string, unknown>;

export interface Sheet {
  /** Addresses on the sheet with what they hold: "B4": 5, "B5": "=SUM(A1)". Blank where not named. */
  readonly cells: Cells;
  readonly active: string;
  /** Cells with a value and no formula of their own: another cell's formula fills them. */
  readonly filled?: Cells;
  /** The area that a cell's formula fills: "B4": { rows: 3, columns: 1 }. */
  readonly spills?: Record<string, { rows: number; columns: number }>;
  /** Whether the active cell lies in a table. */
  readonly inTable?: boolean;
  /** What the active cell shows once it is written, each time it is asked; a number where not told. */
  readonly shows?: readonly unknown[];
  /** What Excel answers to a write: an error code and its message. */
  readonly refuses?: { code: string; message: string };
  /** From which round trip on the user types in a cell, where Excel answers nothing. */
  readonly typesFrom?: number;
}

/** Puts `Excel` into the global scope, and returns how often it was asked and what was written. */
export function fakeExcel(sheet: Sheet) {
  const written: Record<string, unknown> = {};
  const shows = [...(sheet.shows ?? [])];
  let syncs = 0;

  class Loaded {
    private readonly asked = new Set<string>();
    private readonly answered = new Set<string>();
    load(names: string | string[]) {
      for (const name of [names].flat()) this.asked.add(name);
    }
    sync() {
      for (const name of this.asked) this.answered.add(name);
    }
    protected read<Value>(name: string, value: Value): Value {
      if (!this.answered.has(name)) throw new Error(`PropertyNotLoaded: ${name}`);
      return value;
    }
  }

  const objects: { sync(): void }[] = [];
  const writes: (() => void)[] = [];
  const made = <Made extends { sync(): void }>(object: Made) => {
    objects.push(object);
    return object;
  };

  class Range extends Loaded {
    constructor(
      private readonly row: number,
      private readonly column: number,
      private readonly rows = 1,
      private readonly columns = 1,
    ) {
      super();
    }
    private grid<Value>(value: (address: string) => Value): Value[][] {
      return Array.from({ length: this.rows }, (_, r) =>
        Array.from({ length: this.columns }, (_, c) => value(name(this.row + r, this.column + c))),
      );
    }
    get address() {
      const last = name(this.row + this.rows - 1, this.column + this.columns - 1);
      const first = name(this.row, this.column);
      return this.read("address", `'Budget 2021'!${first === last ? first : `${first}:${last}`}`);
    }
    get values() {
      return this.read(
        "values",
        this.grid((address) => {
          if (address in written) return shows.length > 1 ? shows.shift() : (shows[0] ?? 1);
          const held = sheet.cells[address] ?? sheet.filled?.[address] ?? "";
          return typeof held === "string" && held.startsWith("=") ? 1 : held;
        }),
      );
    }
    get formulas() {
      return this.read(
        "formulas",
        this.grid((address) => sheet.cells[address] ?? ""),
      );
    }
    set formulas(formulas: unknown[][]) {
      writes.push(() => {
        if (sheet.refuses) throw Object.assign(new Error(sheet.refuses.message), { code: sheet.refuses.code });
        written[name(this.row, this.column)] = formulas[0]![0];
      });
    }
    get rowCount() {
      return this.read("rowCount", this.rows);
    }
    get columnCount() {
      return this.read("columnCount", this.columns);
    }
    /** Known after a sync without having been loaded, as in Excel. */
    get isNullObject() {
      return this.rows === 0;
    }
    getAbsoluteResizedRange(rows: number, columns: number) {
      return made(new Range(this.row, this.column, rows, columns));
    }
    getSpillingToRangeOrNullObject() {
      const spill = sheet.spills?.[name(this.row, this.column)];
      return made(new Range(this.row, this.column, spill?.rows ?? 0, spill?.columns ?? 0));
    }
    getTables() {
      return {
        getCount: () => {
          const count = { synced: false, sync: () => void (count.synced = true) };
          Object.defineProperty(count, "value", {
            get: () => {
              if (!count.synced) throw new Error("ValueNotLoaded");
              return sheet.inTable ? 1 : 0;
            },
          });
          return made(count);
        },
      };
    }
  }

  const context = {
    workbook: {
      getActiveCell: () => {
        const [, letter, row] = /^([A-Z])(\d+)$/.exec(sheet.active)!;
        return made(new Range(Number(row), letter!.charCodeAt(0) - 64));
      },
    },
    sync: () => {
      syncs++;
      if (sheet.typesFrom !== undefined && syncs >= sheet.typesFrom) {
        return Promise.reject(Object.assign(new Error("typing"), { code: "InvalidOperationInCellEditMode" }));
      }
      for (const write of writes.splice(0)) write();
      for (const object of objects) object.sync();
      return Promise.resolve();
    },
  };
  Object.assign(globalThis, {
    Excel: { run: (batch: (given: typeof context) => Promise<unknown>) => batch(context) },
    Office: { context: { requirements: { isSetSupported: () => false } } },
  });
  return { written, syncs: () => syncs };
}

function name(row: number, column: number): string {
  return `${String.fromCharCode(64 + column)}${row}`;
}
