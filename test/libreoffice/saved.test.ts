/*
 * Workbooks saved in the workbench, opened in another program: every sheet and every value is there. LibreOffice has
 * no FINSAM functions and computes array formulas as it opens them, so they are looked at as the values that they have.
 */
import * as library from "@odoo/o-spreadsheet";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import XLSX from "xlsx";
import { convert, findLibreOffice, withoutArrayFormulas } from "../../scripts/libreoffice";
import { scenarios } from "../../src/scenarios/all";
import { layOut } from "../../src/scenarios/layout";
import { Grid } from "../workbench/file/grid";
import { writeScenarios } from "../xlsx/write/written";

const scenario = (id: string) => layOut(scenarios.find((each) => each.id === id)!.plan("sv"));

/** Each as it is in the grid when it is saved. */
const made: Readonly<Record<string, () => Grid>> = {
  "made here": () => {
    const grid = Grid.scenario();
    grid.insert(scenario("change-union"));
    grid.dispatch("CREATE_SHEET", { sheetId: "egen", position: 1, name: "Egna tal", cols: 20, rows: 40 });
    grid.enter("C6", "4200");
    grid.enter("B2", "=SUM('Stegvis ökning'!C20:H20)", 1);
    grid.enter("B3", "=FINSAM.SPLIT(B2,{2;1},1)", 1);
    const target = [library.helpers.toZone("B2:B6")];
    grid.dispatch("SET_FORMATTING", {
      sheetId: "egen",
      target,
      style: { bold: true, fillColor: "#FFCC99" },
      format: "#,##0",
    });
    return grid;
  },
  "opened, changed and given a scenario": () => {
    const grid = Grid.open(writeScenarios()[0]!.file);
    grid.insert(scenario("ceiling"));
    grid.enter("C6", "4200");
    grid.enter("K2", "Anteckning å & ö");
    return grid;
  },
};

if (findLibreOffice() === undefined) {
  test.skip("skipped: LibreOffice is not installed; npm run setup", () => undefined);
} else {
  const folder = mkdtempSync(path.join(tmpdir(), "finsam-saved-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(Object.entries(made))(
    "a workbook %s",
    async (name, make) => {
      const grid = make();
      const { bytes, lost } = await grid.save();
      expect(lost).toEqual([]);
      const file = path.join(folder, `${name}.xlsx`);
      writeFileSync(file, withoutArrayFormulas(bytes));
      mkdirSync(path.join(folder, name));
      convert([file], "xlsx", path.join(folder, name));
      const read = XLSX.read(readFileSync(path.join(folder, name, `${name}.xlsx`)), { type: "buffer" });
      expect(read.SheetNames).toEqual(grid.sheetIds.map((id) => grid.model.getters.getSheetName(id)));
      for (const [place, value] of Object.entries(grid.values())) {
        const at = place.lastIndexOf("!");
        const cell = read.Sheets[place.slice(0, at)]![place.slice(at + 1)] as { v?: unknown } | undefined;
        const shown = typeof value === "number" ? expect.closeTo(value, 9) : value;
        expect([place, cell?.v]).toEqual([place, shown]);
      }
    },
    120_000,
  );
}
