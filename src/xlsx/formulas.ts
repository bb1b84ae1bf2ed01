/*
 * All formulas of a workbook, by number: where each stands, and what it says there. Those of a group share the text
 * of the group's first cell.
 */
import { columnOf, maxColumns, maxRows, rowOf } from "./area";
import { FormulaReader, moved, type AreaPart, type Formula, type FunctionKnowledge } from "./formula";
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
    if (!group) return this.#reader.read(stored.text, { sheet, row, column }, this.name({ sheet, key }));
    const [firstRow, firstColumn] = [rowOf(group.key), columnOf(group.key)];
    group.formula ??= this.#reader.read(
      group.text,
      { sheet, row: firstRow, column: firstColumn },
      this.name({ sheet, key: group.key }),
    );
    return moved(group.formula, row - firstRow, column - firstColumn);
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

const noFormula = { ours: [], reachesAnywhere: false, problem: { kind: "dataTable" } } as const;

/** A data table's results come from the formulas along its edges and from the cells its inputs are put into. */
function dataTableAreas(sheet: number, { area, inputs = [] }: StoredFormula): AreaPart[] {
  const fixed = { top: true, left: true, bottom: true, right: true };
  const rest = { kind: "area", sheet, fixed, spill: false, scalar: false, single: false } as const;
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
