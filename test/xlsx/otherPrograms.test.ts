/*
 * Workbooks made by other programs: recalculated right, all else unchanged, and still readable by those programs.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import ExcelJS from "exceljs";
import * as XLSX from "xlsx";
import XlsxPopulate from "xlsx-populate";
import { generateMetadata } from "../../scripts/metadata";
import { parseAddress } from "../../src/xlsx/area";
import { editWorkbook, type CellEdit } from "../../src/xlsx/edit";
import { freezeWorkbook } from "../../src/xlsx/freeze";
import { recalculate } from "../../src/xlsx/recalculate";
import { readWorkbook } from "../../src/xlsx/workbook";
import { addInId, builtEngine, changedParts, valuesOf } from "./books";

const engine = builtEngine();
const sheet = "Förbundets budget '21";
const quoted = "'Förbundets budget ''21'";
const { catalogue } = await generateMetadata("https://localhost:3000");

/** The same questions in each program's way: both stored forms, LET beside ours and behind it, another sheet. */
const formulas: Readonly<Record<string, string>> = {
  B1: '_xldudf_FINSAM_TOTAL(A1,"state")',
  B2: 'FINSAM.TOTAL(A1,"region")',
  B3: "B1+B2",
  C1: "_xlfn.LET(_xlpm.x,A1,_xlpm.x+1)",
  C2: "_xlfn.LET(_xlpm.x,B1,_xlpm.x+1)",
  C3: "C2*2",
  D1: "_xlfn.LAMBDA(_xlpm.x,_xlpm.x*2)(B1)",
};

const madeBy: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  async exceljs() {
    const workbook = new ExcelJS.Workbook();
    const one = workbook.addWorksheet(sheet);
    one.getCell("A1").value = 3674;
    one.getCell("A2").value = new Date(Date.UTC(2021, 0, 1));
    one.getCell("A3").value = "Jönköping";
    for (const [address, formula] of Object.entries(formulas)) one.getCell(address).value = { formula, result: 1 };
    one.mergeCells("E1:F2");
    one.getRow(7).hidden = true;
    one.getCell("B7").value = {
      formula: 'FINSAM.TOTAL(A7,"state")',
      shareType: "shared",
      ref: "B7:B9",
      result: 0,
    } as never;
    one.getCell("B8").value = { sharedFormula: "B7", result: 0 };
    one.getCell("B9").value = { sharedFormula: "B7", result: 0 };
    for (const row of [7, 8, 9]) one.getCell(`A${row}`).value = row;
    one.addTable({
      name: "Parter",
      ref: "H1",
      columns: [{ name: "Part" }, { name: "Belopp" }],
      rows: [
        ["Habo", 7],
        ["Mullsjö", 5],
      ],
    });
    const other = workbook.addWorksheet("Summa");
    other.getCell("A1").value = {
      formula: `SUM(${quoted}!B1:B2)+FINSAM.TOTAL(SUM(Parter[Belopp]),"state")`,
      result: 0,
    };
    workbook.definedNames.add(`${quoted}!$A$1`, "staten");
    other.getCell("A2").value = { formula: 'FINSAM.TOTAL(staten,"state")', result: 0 };
    return new Uint8Array(await workbook.xlsx.writeBuffer());
  },
  sheetjs() {
    const one = XLSX.utils.aoa_to_sheet([[3674], [new Date(Date.UTC(2021, 0, 1))], ["Jönköping"]]);
    for (const [address, f] of Object.entries(formulas)) one[address] = { t: "n", f, v: 1 };
    for (const row of [7, 8, 9]) {
      one[`A${row}`] = { t: "n", v: row };
      one[`B${row}`] = { t: "n", f: `FINSAM.TOTAL(A${row},"state")`, v: 0 };
    }
    one["!ref"] = "A1:F9";
    one["!merges"] = [XLSX.utils.decode_range("E1:F2")];
    const other = {
      A1: { t: "n", f: `SUM(${quoted}!B1:B2)+FINSAM.TOTAL(12,"state")`, v: 0 },
      A2: { t: "n", f: 'FINSAM.TOTAL(staten,"state")', v: 0 },
      "!ref": "A1:A2",
    };
    const workbook = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(workbook, one, sheet);
    XLSX.utils.book_append_sheet(workbook, other, "Summa");
    workbook.Workbook = { Names: [{ Name: "staten", Ref: `${quoted}!$A$1` }] };
    return Promise.resolve(
      new Uint8Array(XLSX.write(workbook, { type: "array", bookType: "xlsx", compression: true }) as ArrayBuffer),
    );
  },
  async "xlsx-populate"() {
    const workbook = await XlsxPopulate.fromBlankAsync();
    const one = workbook.sheet(0).name(sheet);
    one.cell("A1").value(3674);
    one.cell("A3").value("Jönköping");
    for (const [address, formula] of Object.entries(formulas)) one.cell(address).formula(formula);
    for (const row of [7, 8, 9]) {
      one.cell(`A${row}`).value(row);
      one.cell(`B${row}`).formula(`FINSAM.TOTAL(A${row},"state")`);
    }
    one.range("E1:F2").merged(true);
    one.row(7).hidden(true);
    const other = workbook.addSheet("Summa");
    other.cell("A1").formula(`SUM(${quoted}!B1:B2)+FINSAM.TOTAL(12,"state")`);
    workbook.definedName("staten", one.cell("A1"));
    other.cell("A2").formula('FINSAM.TOTAL(staten,"state")');
    return new Uint8Array(await workbook.outputAsync());
  },
};

const office = ["/usr/bin/soffice", "/usr/local/bin/soffice", "/opt/libreoffice/program/soffice"].find(existsSync);

/** The same workbook after LibreOffice has opened and saved it; our functions are unknown there. */
function throughLibreOffice(bytes: Uint8Array, format = "xlsx"): Uint8Array {
  const folder = mkdtempSync(path.join(tmpdir(), "finsam-"));
  try {
    const file = path.join(folder, "in.xlsx");
    writeFileSync(file, bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const args = [profile, "--headless", "--convert-to", format, "--outdir", path.join(folder, "out"), file];
    spawnSync(office!, args, { timeout: 120_000 });
    return new Uint8Array(readFileSync(path.join(folder, `out/in.${format}`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function check(bytes: Uint8Array): Uint8Array {
  const { bytes: result, report } = recalculate(bytes, engine);
  const values = valuesOf(result);
  expect(values).toMatchObject({
    [`${sheet}!B1`]: 7348,
    [`${sheet}!B2`]: 14696,
    [`${sheet}!B3`]: 22044,
    [`${sheet}!B7`]: 14,
    [`${sheet}!B8`]: 16,
    [`${sheet}!B9`]: 18,
    "Summa!A1": 22068,
    "Summa!A2": 7348,
  });
  const before = valuesOf(bytes);
  for (const address of ["A1", "A2", "A3", "C1", "C2", "C3", "D1"]) {
    expect(values[`${sheet}!${address}`]).toEqual(before[`${sheet}!${address}`]);
  }
  const kept = report.kept.map(({ cell, dependents }) => [cell, dependents] as const);
  expect(new Map(kept)).toEqual(
    new Map([
      [`${quoted}!C2`, [`${quoted}!C3`]],
      [`${quoted}!D1`, []],
    ]),
  );
  expect(changedParts(bytes, result)).toEqual(["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"]);
  expect(recalculate(result, engine).bytes).toBe(result);
  return result;
}

describe.each(Object.entries(madeBy))("a workbook made by %s", (_, make) => {
  test("is recalculated right, and its other parts are unchanged", async () => {
    check(await make());
  });

  test("takes what is entered into it, and what follows, into the sheets' own parts alone", async () => {
    const bytes = await make();
    const edits = new Map<number, CellEdit>([
      [parseAddress("A1")!, { entry: { kind: "constant", value: 4000 } }],
      [parseAddress("A3")!, { entry: { kind: "constant", value: "Åneby & Eksjö" } }],
      [parseAddress("B7")!, { entry: { kind: "constant", value: 1 } }],
    ]);
    const { bytes: result, refused } = editWorkbook(readWorkbook(bytes), bytes, [edits], engine);
    expect(refused).toEqual([]);
    expect(valuesOf(result)).toMatchObject({
      [`${sheet}!A3`]: "Åneby & Eksjö",
      [`${sheet}!B1`]: 8000,
      [`${sheet}!B3`]: 24000,
      [`${sheet}!B7`]: 1,
      [`${sheet}!B8`]: 16,
      "Summa!A2": 8000,
    });
    const lists = ["[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/calcChain.xml"];
    expect([...lists, "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"]).toEqual(
      expect.arrayContaining(changedParts(bytes, result)),
    );
    const read = XLSX.read(result, { type: "array" }).Sheets[sheet]!;
    expect([read.A3.v, read.B7.f, read.B8.f]).toEqual(["Åneby & Eksjö", undefined, expect.stringContaining("A8")]);
    const exceljs = new ExcelJS.Workbook();
    await exceljs.xlsx.load(result.slice().buffer);
    expect(exceljs.getWorksheet(sheet)!.getCell("A3").value).toBe("Åneby & Eksjö");
  });

  test("is read by other programs, recalculated and as a copy without formulas of ours", async () => {
    const result = check(await make());
    const options = { language: "sv", date: "2026-11-25", version: "1", catalogue: catalogue.sv, addInId } as const;
    const copy = freezeWorkbook(result, options).bytes;
    for (const bytes of [result, copy]) {
      const read = XLSX.read(bytes, { type: "array" });
      expect(read.Sheets[sheet]!.B3).toMatchObject({ v: 22044, f: "B1+B2" });
      expect(read.Sheets[sheet]!.B1.f).toBe(bytes === copy ? undefined : '_xldudf_FINSAM_TOTAL(A1,"state")');
      const exceljs = new ExcelJS.Workbook();
      await exceljs.xlsx.load(bytes.slice().buffer);
      expect(exceljs.getWorksheet(sheet)!.getCell("B3").result).toBe(22044);
      const populated = await XlsxPopulate.fromDataAsync(bytes);
      expect(populated.sheet(sheet).cell("B3").value()).toBe(22044);
      expect(populated.sheets().map((each) => each.name())).toEqual(
        bytes === copy ? [sheet, "Summa", "Underlag"] : [sheet, "Summa"],
      );
    }
  });
});

// Skipped with this name where LibreOffice is not installed.
(office ? describe : describe.skip)("with LibreOffice (skipped where it is missing)", () => {
  test.each(Object.entries(madeBy))(
    "a workbook made by %s and saved by it is recalculated right, and its other parts are unchanged",
    async (_, make) => {
      const saved = throughLibreOffice(await make());
      const { bytes, report } = recalculate(saved, engine);
      expect(valuesOf(bytes)).toMatchObject({
        [`${sheet}!B1`]: 7348,
        [`${sheet}!B2`]: 14696,
        [`${sheet}!B3`]: 22044,
        [`${sheet}!B8`]: 16,
        "Summa!A1": 22068,
        "Summa!A2": 7348,
      });
      expect(report.kept.map(({ cell }) => cell)).toContain(`${quoted}!D1`);
      expect(changedParts(saved, bytes).every((part) => /worksheets\/sheet\d\.xml$/.test(part))).toBe(true);
      expect(recalculate(bytes, engine).bytes).toBe(bytes);
    },
    180_000,
  );

  test("a copy without formulas of ours opens there, with its values and its last sheet", async () => {
    const { bytes } = recalculate(await madeBy.exceljs!(), engine);
    const options = { language: "sv", date: "2026-11-25", version: "1", catalogue: catalogue.sv, addInId } as const;
    const values = valuesOf(throughLibreOffice(freezeWorkbook(bytes, options).bytes));
    expect(values).toMatchObject({
      [`${sheet}!B1`]: 7348,
      "Summa!A2": 7348,
      "Underlag!A1": "Underlag",
      "Underlag!F5": "2026-11-25",
    });
  }, 180_000);
});
