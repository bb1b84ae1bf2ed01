/*
 * All formulas of a workbook, by number: where each stands, and what it says there. Those of a group share the text
 * of the group's first cell.
 */
import { columnOf, maxColumns, maxRows, parseAddress, rowOf } from "./area";
import { asSuch, FormulaReader, moved, type AreaPart, type Formula, type FunctionKnowledge } from "./formula";
import type { StoredFormula } from "./sheet";
import { nameCell, type Workbook } from "./workbook";

export interface LocatedFormula {
  readonly sheet: number;
  readonly key: number;
  readonly stored: StoredFormula;
}

export class Formulas {
  readonly all: readonly LocatedFormula[];
  readonly #reader: FormulaReader;
  readonly #groups = new Map<string, { readonly key: number; readonly text: string; formula?: Formula }>();
  readonly #shapes = new Map<string, { readonly key: number; readonly formula: Formula }>();

  constructor(
    readonly workbook: Workbook,
    functions: FunctionKnowledge,
  ) {
    this.#reader = new FormulaReader(workbook, functions);
    const all: LocatedFormula[] = [];
    workbook.sheets.forEach(({ formulas }, sheet) => {
      for (const [key, stored] of formulas) {
        all.push({ sheet, key, stored });
        if (stored.group !== undefined && stored.text !== "") {
          this.#groups.set(`${sheet} ${stored.group}`, { key, text: stored.text });
        }
      }
    });
    this.all = all;
  }

  read({ sheet, key, stored }: LocatedFormula): Formula {
    const [row, column] = [rowOf(key), columnOf(key)];
    if (stored.kind === "dataTable") return { parts: [], areas: dataTableAreas(sheet, stored), ...noFormula };
    const group = stored.text === "" ? this.#groups.get(`${sheet} ${stored.group ?? ""}`) : undefined;
    if (stored.text === "" && !group) return { parts: [], areas: [], ...noFormula, problem: { kind: "unreadable" } };
    if (group) {
      group.formula ??= this.#readAt(group.text, sheet, group.key);
      return moved(group.formula, row - rowOf(group.key), column - columnOf(group.key));
    }
    const shape = shapeOf(stored.text, row, column);
    if (shape === undefined) return this.#readAt(stored.text, sheet, key);
    const name = `${sheet} ${shape}`;
    const known = this.#shapes.get(name);
    if (known) return moved(known.formula, row - rowOf(known.key), column - columnOf(known.key));
    const formula = this.#readAt(stored.text, sheet, key);
    if (this.#shapes.size >= mostShapes) this.#shapes.clear();
    this.#shapes.set(name, { key, formula });
    return formula;
  }

  #readAt(text: string, sheet: number, key: number): Formula {
    return this.#reader.read(text, { sheet, row: rowOf(key), column: columnOf(key) }, this.name({ sheet, key }));
  }

  /** The stored text, also of one that shares another's; how far that one is away. */
  textOf({ sheet, key, stored }: LocatedFormula): { text: string; rows: number; columns: number } {
    const group = stored.text === "" ? this.#groups.get(`${sheet} ${stored.group ?? ""}`) : undefined;
    if (!group) return { text: stored.text, rows: 0, columns: 0 };
    return {
      text: group.text,
      rows: rowOf(key) - rowOf(group.key),
      columns: columnOf(key) - columnOf(group.key),
    };
  }

  name({ sheet, key }: Pick<LocatedFormula, "sheet" | "key">): string {
    return nameCell(this.workbook, sheet, rowOf(key), columnOf(key));
  }
}

const mostShapes = 20_000;

/** A text in quotes, or a cell's address that nothing makes part of another word. */
const addresses =
  /"[^"]*"|'[^']*'|(?<![\w$.?\\\u0080-\uffff])(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\w$.?(!\\\u0080-\uffff])/g;

/**
 * The text with addresses as distances from its cell, so that a formula that is filled down is read once. Undefined
 * where more than addresses depends on the cell: whole rows and columns, and parts of tables.
 */
function shapeOf(text: string, row: number, column: number): string | undefined {
  if (text.length > 1000 || text.includes("[")) return undefined;
  const shape = text.replace(
    addresses,
    (found: string, fixedColumn: string | undefined, letters: string, fixedRow: string, number: string) => {
      const key = letters === undefined ? undefined : parseAddress(letters + number);
      if (key === undefined) return found;
      const [down, across] = [rowOf(key), columnOf(key)];
      return `⟨${fixedRow ? `$${down}` : down - row},${fixedColumn ? `$${across}` : across - column}⟩`;
    },
  );
  return /(^|[^⟩]):|:([^⟨]|$)/.test(shape) ? undefined : shape;
}

const noFormula = { ours: [], reachesAnywhere: false, problem: { kind: "dataTable" } } as const;

/** A data table's results come from the formulas along its edges and from the cells its inputs are put into. */
function dataTableAreas(sheet: number, { area, inputs = [] }: StoredFormula): AreaPart[] {
  const fixed = { top: true, left: true, bottom: true, right: true };
  const rest = { kind: "area", sheet, fixed, ...asSuch } as const;
  const edges = area && { ...area, top: Math.max(0, area.top - 1), left: Math.max(0, area.left - 1) };
  const cells = inputs.flatMap((input) => {
    const match = /^\$?([A-Z]{1,3})\$?(\d+)$/i.exec(input);
    if (!match) return [];
    const column = [...match[1]!.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    const row = Number(match[2]) - 1;
    return row < maxRows && column < maxColumns ? [{ top: row, left: column, bottom: row, right: column }] : [];
  });
  return [...(edges ? [edges] : []), ...cells].map((each) => ({ ...rest, ...each }));
}
