/*
 * Formulas that only Excel can calculate stand in the grid as a function that shows them and gives the values that
 * are stored. The values are kept here, as the library keeps one registry for all its workbooks.
 */
import type { FunctionResultObject } from "@odoo/o-spreadsheet";
import { keptFunction } from "../../engine/gridFormula";
import type { Libraries } from "../load";
import type { GridBook } from "./gridBook";

let values: GridBook["keptValues"] = [];

export function keptValues(): GridBook["keptValues"] {
  return values;
}

export function setKeptValues(kept: GridBook["keptValues"]): void {
  values = kept;
}

export function registerKept({ registries }: Pick<Libraries["spreadsheet"], "registries">): void {
  registries.functionRegistry.replace(keptFunction, {
    description: "",
    args: [
      { name: "formula", description: "", type: ["STRING"] },
      { name: "number", description: "", type: ["NUMBER"] },
    ],
    compute: (_: FunctionResultObject, number: FunctionResultObject) => {
      const columns = values[Number(number.value)];
      if (!columns) return { value: "#N/A" };
      const cells = columns.map((column) => column.map((value) => ({ value })));
      return cells.length === 1 && cells[0]!.length === 1 ? cells[0]![0]! : cells;
    },
    hidden: true,
  } as unknown as Parameters<typeof registries.functionRegistry.replace>[1]);
}
