/*
 * Saving what is in the grid: workbooks that were opened, those made here, and both in one. What is reopened is what
 * was saved, and recalculation finds nothing to change.
 */
import * as library from "@odoo/o-spreadsheet";
import fc from "fast-check";
import { scenarios } from "../../../src/scenarios/all";
import { layOut } from "../../../src/scenarios/layout";
import { lostSentence } from "../../../src/i18n/workbench-files";
import { columnOf, keyOf, rowOf, toAddress } from "../../../src/xlsx/area";
import { fileNameOf } from "../../../src/workbench/file/files";
import { recalculate } from "../../../src/xlsx/recalculate";
import { readWorkbook } from "../../../src/xlsx/workbook";
import { book, changedParts, partsOf } from "../../xlsx/books";
import { writeScenarios } from "../../xlsx/write/written";
import { engine, Grid } from "./grid";

const zone = (address: string) => library.helpers.toZone(address);
const scenario = (id: string) => layOut(scenarios.find((each) => each.id === id)!.plan("sv"));
const sheetNames = (bytes: Uint8Array) => readWorkbook(bytes).sheets.map(({ name }) => name);

/** Saves, and holds the file to what every saved file promises; gives it. */
async function saved(grid: Grid): Promise<Uint8Array> {
  const { bytes, lost, refused, stale } = await grid.save();
  expect({ lost, refused, stale }).toEqual({ lost: [], refused: [], stale: [] });
  expect(recalculate(bytes, engine).report.differences).toEqual([]);
  const again = Grid.open(bytes);
  expect(again.state()).toEqual(grid.state());
  expect(again.others).toEqual([]);
  return bytes;
}

describe("a workbook made here", () => {
  test("is written from its plan: chart, formats, names, formulas as Excel stores them", async () => {
    const grid = Grid.scenario();
    const bytes = await saved(grid);
    const parts = partsOf(bytes);
    expect(parts["xl/charts/chart1.xml"]).toContain("<c:numCache>");
    expect(parts["xl/workbook.xml"]).toContain('name="FINSAM_control" localSheetId="0"');
    expect(parts["xl/worksheets/sheet1.xml"]).toContain("_xldudf_FINSAM_SPLIT(");
  });

  test("with what was changed since, and what follows from it", async () => {
    const grid = Grid.scenario();
    grid.enter("C6", "4200");
    grid.enter("K3", "Anteckning");
    grid.enter("K4", "=FINSAM.SPLIT(C6;;1)".replaceAll(";", ","));
    grid.enter("K8", "=SUM(K4:K6)");
    grid.dispatch("SET_FORMATTING", {
      sheetId: grid.sheetIds[0],
      target: [zone("K4:K8")],
      style: { bold: true },
      format: "#,##0",
    });
    const bytes = await saved(grid);
    expect(Grid.open(bytes).value("K8")).toBe(4200);
  });

  test("of every scenario, in one workbook, sheets added, renamed, copied, moved, hidden and deleted", async () => {
    const grid = Grid.scenario();
    for (const { plan } of scenarios) grid.insert(layOut(plan("sv")));
    grid.dispatch("CREATE_SHEET", { sheetId: "egen", position: 1, name: "Egna tal", cols: 20, rows: 50 });
    grid.enter("B2", "=SUM('Stegvis ökning'!D20:H20)", 1);
    const [first, , third, fourth] = grid.sheetIds;
    grid.dispatch("RENAME_SHEET", {
      sheetId: third,
      oldName: grid.model.getters.getSheetName(third!),
      newName: "Steg åäö",
    });
    grid.dispatch("DUPLICATE_SHEET", { sheetId: first, sheetIdTo: "kopia", sheetNameTo: "Kopia av planen" });
    grid.dispatch("MOVE_SHEET", { sheetId: "egen", delta: 2 });
    grid.dispatch("HIDE_SHEET", { sheetId: fourth });
    grid.dispatch("DELETE_SHEET", {
      sheetId: grid.sheetIds.at(-1),
      sheetName: grid.model.getters.getSheetName(grid.sheetIds.at(-1)!),
    });
    const bytes = await saved(grid);
    expect(sheetNames(bytes)).toEqual(grid.sheetIds.map((id) => grid.model.getters.getSheetName(id)));
    const copy = grid.sheetIds.indexOf("kopia");
    expect(partsOf(bytes)[`xl/worksheets/_rels/sheet${copy + 1}.xml.rels`]).toContain("drawing");
  }, 60_000);

  test("in which rows were inserted in a scenario is written as it stands, without the chart, which is told", async () => {
    const grid = Grid.scenario();
    const sheetId = grid.sheetIds[0];
    grid.dispatch("ADD_COLUMNS_ROWS", {
      sheetId,
      sheetName: "Stegvis ökning",
      dimension: "ROW",
      base: 16,
      quantity: 1,
      position: "after",
    });
    grid.enter("A18", "Aneby");
    const { bytes, lost } = await grid.save();
    expect(lost).toEqual([{ kind: "rebuilt", sheet: "Stegvis ökning" }]);
    expect(Grid.open(bytes).state().sheets[0]!.cells).toEqual(grid.state().sheets[0]!.cells);
    expect(recalculate(bytes, engine).report.differences).toEqual([]);
  });

  test("by hand alone has values, formulas, formats, sizes and lines", async () => {
    const grid = Grid.scenario();
    grid.dispatch("CREATE_SHEET", { sheetId: "egen", position: 1, name: "Mitt", cols: 20, rows: 30 });
    grid.dispatch("DELETE_SHEET", { sheetId: grid.sheetIds[0], sheetName: "Stegvis ökning" });
    grid.enter("A1", "Rubrik & <mer>");
    grid.enter("A2", "1234.5");
    grid.enter("A3", "=A2*2");
    grid.enter("A4", "5%");
    grid.enter("B1", "=FINSAM.SPLIT(A2,{1;2},1)");
    grid.dispatch("SET_ZONE_BORDERS", { sheetId: "egen", target: [zone("A1:B3")], border: { position: "external" } });
    grid.dispatch("RESIZE_COLUMNS_ROWS", { sheetId: "egen", dimension: "COL", elements: [0], size: 210 });
    grid.dispatch("ADD_MERGE", { sheetId: "egen", target: [zone("D4:E5")] });
    grid.dispatch("FREEZE_ROWS", { sheetId: "egen", quantity: 1 });
    const bytes = await saved(grid);
    expect(sheetNames(bytes)).toEqual(["Mitt"]);
    // What a formula refers to gives it its format, as in Excel.
    grid.enter("C4", "=A4*2");
    expect((await grid.save()).bytes.length).toBeGreaterThan(0);
  });
});

describe("a workbook that was opened", () => {
  const rows =
    '<row r="1"><c r="A1"><v>100</v></c><c r="B1"><f>FINSAM.TOTAL(A1,"state")</f><v>200</v></c></row><row r="2"><c r="A2"><f>SUM(B1:B1)</f><v>200</v></c></row>';

  test("is the very same file where nothing was done, or everything undone", async () => {
    const bytes = book({ Blad1: rows });
    const grid = Grid.open(bytes);
    expect((await grid.save()).bytes).toBe(bytes);
    grid.enter("A1", "7");
    grid.dispatch("REQUEST_UNDO", {});
    expect((await grid.save()).bytes).toBe(bytes);
  });

  test("can be saved again and again, each time as it is then", async () => {
    const grid = Grid.open(book({ Blad1: rows }));
    for (const amount of [10, 20, 30]) {
      grid.enter("A1", String(amount));
      expect(Grid.open(await saved(grid)).value("B1")).toBe(2 * amount);
    }
  });

  test("takes a scenario in: looks, chart, marks, names and table beside what is there", async () => {
    const other = writeScenarios()[4]!;
    const grid = Grid.open(other.file);
    grid.insert(scenario("change-union"));
    grid.insert(scenario("escalation"));
    grid.enter("C6", "4200", 2);
    const bytes = await saved(grid);
    const parts = partsOf(bytes);
    expect(Object.keys(parts).filter((name) => /charts\/chart\d+\.xml$/.test(name))).toHaveLength(3);
    const again = Grid.open(bytes).model.getters;
    expect(again.getSheetIds().map((id) => again.getChartIds(id).length)).toEqual([1, 1, 1]);
    expect(again.getSheetIds().map((id) => again.getConditionalFormats(id).length > 0)).toEqual([true, true, true]);
    const ids = [...JSON.stringify(parts).matchAll(/<table [^>]*? id=\\"(\d+)\\"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    // What was there is as it was.
    const before = partsOf(other.file);
    for (const name of Object.keys(before).filter((each) => /worksheets\/sheet|charts|drawings/.test(each))) {
      expect(parts[name]).toBe(before[name]);
    }
  });

  test("keeps a renamed sheet's name in the file, and formulas that refer to it", async () => {
    const bytes = book({
      "Års budget's": rows,
      Summa: "<row r=\"1\"><c r=\"A1\"><f>'Års budget''s'!B1*2</f><v>400</v></c></row>",
    });
    const grid = Grid.open(bytes);
    grid.dispatch("RENAME_SHEET", { sheetId: "sheet-0", oldName: "Års budget’s", newName: "Nytt" });
    grid.enter("A1", "=Nytt!A1", 1);
    const { bytes: result, lost } = await grid.save();
    expect(lost).toEqual([{ kind: "sheetRenamed", sheet: "Års budget’s", name: "Nytt" }]);
    expect(partsOf(result)["xl/worksheets/sheet2.xml"]).toContain("<f>&apos;".replace("&apos;", "'"));
    expect(readWorkbook(result).sheets[1]!.formulas.get(0)!.text).toBe("'Års budget''s'!A1");
  });

  test("says which formulas Excel does not know, and which cannot be read; their values or texts are saved", async () => {
    const grid = Grid.open(book({ Blad1: rows }));
    grid.enter("D1", "=POW(2,3)");
    grid.enter("D2", "=SUM(A1");
    const { bytes, lost } = await grid.save();
    expect(lost).toEqual([
      { kind: "gridFunction", cell: "Blad1!D1", name: "POW" },
      { kind: "unreadable", cell: "Blad1!D2" },
    ]);
    const { values } = readWorkbook(bytes).sheets[0]!;
    expect([values.get(3), values.get(16384 + 3)]).toEqual([8, "=SUM(A1"]);
  });

  test("with a table's heading overwritten keeps the old one, which is told", async () => {
    const other = writeScenarios().find(({ sheet }) => sheet.tables.length > 0)!;
    const grid = Grid.open(other.file);
    const heading = other.sheet.tables[0]!.range.split(":")[0]!;
    grid.enter(heading, "Annat");
    const { refused } = await grid.save();
    expect(refused).toEqual([{ kind: "tableHeading", cell: expect.stringContaining(heading) as string }]);
  });

  test("changes no part but those that must, whatever is entered", async () => {
    const other = writeScenarios()[0]!;
    const grid = Grid.open(other.file);
    grid.enter("C6", "4321");
    expect(changedParts(other.file, await saved(grid))).toEqual(["xl/worksheets/sheet1.xml"]);
  });
});

describe("rows inserted in a workbook that was opened", () => {
  const rows = (formula: string) =>
    `<row r="5"><c r="A5"><v>2</v></c><c r="B5"><f>_xlfn.LET(_xlpm.x,A5,_xlpm.x)</f><v>2</v></c></row><row r="7"><c r="A7"><f>${formula}</f><v>4</v></c></row>`;
  const names =
    '<definedName name="_xlnm.Print_Area" localSheetId="0">Blad1!$A$1:$B$7</definedName><definedName name="dubbel">Blad1!$A$5*2</definedName><definedName name="ränta">Blad1!$A$5</definedName>';
  const bytes = book(
    {
      Blad1: rows("dubbel"),
      "Års budget":
        '<row r="1"><c r="A1"><f>ränta*2</f><v>4</v></c><c r="B1"><f>dubbel+1</f><v>5</v></c><c r="C1"><f>_xlfn.LET(_xlpm.x,Blad1!A5,_xlpm.x)</f><v>2</v></c><c r="D1"><f>SUM( Blad1!$A$1:A5 )</f><v>2</v></c><c r="E1"><f>Blad1!A1</f><v>0</v></c></row>',
    },
    { names },
  );
  const insert = (grid: Grid, base: number, position: "before" | "after" = "before") =>
    grid.dispatch("ADD_COLUMNS_ROWS", {
      sheetId: "sheet-0",
      sheetName: "Blad1",
      dimension: "ROW",
      base,
      quantity: 1,
      position,
    });
  const formulasOf = (file: Uint8Array, sheet: number) =>
    Object.fromEntries(
      [...readWorkbook(file).sheets[sheet]!.formulas].map(([key, { text }]) => [
        toAddress(rowOf(key), columnOf(key)),
        text,
      ]),
    );

  test("leave formulas as they are written, about the same cells, those too that only Excel can calculate, and names", async () => {
    const grid = Grid.open(bytes);
    insert(grid, 2);
    const saved = await grid.save();
    expect([saved.lost, saved.refused, saved.stale]).toEqual([[], [], []]);
    expect(formulasOf(saved.bytes, 0)).toEqual({ B6: "_xlfn.LET(_xlpm.x,A6,_xlpm.x)", A8: "dubbel" });
    expect(formulasOf(saved.bytes, 1)).toEqual({
      A1: "ränta*2",
      B1: "dubbel+1",
      C1: "_xlfn.LET(_xlpm.x,Blad1!A6,_xlpm.x)",
      D1: "SUM( Blad1!$A$1:A6 )",
      E1: "Blad1!A1",
    });
    expect(readWorkbook(saved.bytes).names.map(({ name, formula }) => [name, formula.replaceAll("'", "")])).toEqual([
      ["_xlnm.Print_Area", "Blad1!$A$1:$B$8"],
      ["dubbel", "Blad1!$A$6*2"],
      ["ränta", "Blad1!$A$6"],
    ]);
    const again = Grid.open(saved.bytes);
    expect(again.values()).toEqual(grid.values());
    expect(again.others).toEqual([]);
  });

  test("and taken away again leave formulas and names as they were; a formula that was changed too is the user's", async () => {
    const grid = Grid.open(bytes);
    insert(grid, 0, "after");
    grid.dispatch("REMOVE_COLUMNS_ROWS", { sheetId: "sheet-0", sheetName: "Blad1", dimension: "ROW", elements: [1] });
    const same = await grid.save();
    expect([same.lost, same.stale]).toEqual([[], []]);
    expect([formulasOf(same.bytes, 0), formulasOf(same.bytes, 1)]).toEqual([
      formulasOf(bytes, 0),
      formulasOf(bytes, 1),
    ]);
    expect(readWorkbook(same.bytes).names).toEqual(readWorkbook(bytes).names);
    insert(grid, 0);
    grid.enter("B1", "=ränta+7", 1);
    const saved = await grid.save();
    expect(formulasOf(saved.bytes, 1)).toMatchObject({ A1: "ränta*2", B1: "ränta+7" });
  });

  test("move an array formula that only Excel can calculate as a whole", async () => {
    const grid = Grid.open(
      book({
        Blad1:
          '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c><c r="B2" cm="1"><f t="array" ref="B2:B4">_xlfn.LET(_xlpm.x,A1:A3,_xlpm.x*2)</f><v>2</v></c></row><row r="3"><c r="A3"><v>3</v></c><c r="B3"><v>4</v></c></row><row r="4"><c r="B4"><v>6</v></c></row>',
      }),
    );
    insert(grid, 1);
    const { bytes: saved, lost, refused } = await grid.save();
    expect([lost, refused]).toEqual([[], []]);
    const [sheet] = readWorkbook(saved).sheets;
    expect([...sheet!.formulas.entries()]).toMatchObject([
      [keyOf(2, 1), { text: "_xlfn.LET(_xlpm.x,A1:A4,_xlpm.x*2)", kind: "array", isDynamic: true }],
    ]);
    expect(
      [...sheet!.values.entries()].filter(([key]) => columnOf(key) === 1).map(([key, value]) => [rowOf(key), value]),
    ).toEqual([
      [2, 2],
      [3, 4],
      [4, 6],
    ]);
  });

  test("and another value: a formula that only Excel can calculate is told to need it, one that does not is not", async () => {
    const grid = Grid.open(bytes);
    insert(grid, 2);
    grid.enter("A6", "3");
    const { stale } = await grid.save();
    expect(stale.map(({ cell, formula }) => [cell, formula])).toEqual([
      ["Blad1!B6", "=LET(x,A6,x)"],
      ["'Års budget'!C1", "=LET(x,Blad1!A6,x)"],
    ]);
    grid.enter("A6", "2");
    grid.enter("A2", "9");
    expect((await grid.save()).stale).toEqual([]);
  });

  test("cells cut out and pasted elsewhere on their sheet are followed too; to another sheet they are told", async () => {
    const move = (grid: Grid, to: number) =>
      grid.dispatch("MOVE_RANGES", {
        target: [zone("A5")],
        sheetId: "sheet-0",
        sheetName: "Blad1",
        targetSheetId: `sheet-${to}`,
        col: 5,
        row: 8,
      });
    const same = Grid.open(bytes);
    move(same, 0);
    const { bytes: file, lost } = await same.save();
    expect(lost).toEqual([]);
    expect(formulasOf(file, 1)).toMatchObject({ A1: "ränta*2", C1: "_xlfn.LET(_xlpm.x,Blad1!F9,_xlpm.x)" });
    expect(readWorkbook(file).names[1]).toEqual({ name: "dubbel", formula: "Blad1!$F$9*2" });
    const other = Grid.open(bytes);
    move(other, 1);
    const told = (await other.save()).lost;
    expect(told).toEqual([{ kind: "cellsMovedAway", sheet: "Blad1" }]);
    for (const language of ["sv", "en"] as const) expect(lostSentence(told[0]!, language)).toMatch(/^Blad1: .+\.$/);
  });

  test("and removed, in any order, with copies and entries between: what is reopened shows what was shown", async () => {
    const dimension = fc.constantFrom("ROW", "COL");
    const command = fc.oneof(
      fc
        .tuple(dimension, fc.nat(7), fc.integer({ min: 1, max: 3 }), fc.constantFrom("before", "after"))
        .map(
          ([of, base, quantity, position]) =>
            ["ADD_COLUMNS_ROWS", { dimension: of, base, quantity, position }] as const,
        ),
      fc
        .tuple(dimension, fc.nat(7))
        .map(([of, at]) => ["REMOVE_COLUMNS_ROWS", { dimension: of, elements: [at] }] as const),
      fc
        .tuple(fc.nat(3), fc.nat(8), fc.nat(99))
        .map(([col, row, value]) => ["UPDATE_CELL", { col, row, content: String(value) }] as const),
      fc
        .nat(99)
        .map((number) => ["DUPLICATE_SHEET", { sheetIdTo: `k${number}`, sheetNameTo: `Kopia ${number}` }] as const),
      fc.constant(["REQUEST_UNDO", {}] as const),
    );
    const shown = (grid: Grid) =>
      Object.entries(grid.values()).map(([cell, value]) => [cell, String(value).startsWith("#") ? "#" : value]);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(2), command), { minLength: 1, maxLength: 8 }), async (commands) => {
        const grid = Grid.open(bytes);
        for (const [sheet, [type, payload]] of commands) {
          const sheetId = grid.sheetIds[sheet];
          if (sheetId === undefined) continue;
          grid.attempt(type, { ...payload, sheetId, sheetName: grid.model.getters.getSheetName(sheetId) });
        }
        const { bytes: file } = await grid.save();
        expect(shown(Grid.open(file))).toEqual(shown(grid));
      }),
      { numRuns: 40 },
    );
  }, 240_000);

  test("leave a data table where it was, which is told", async () => {
    const table =
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="B2"><f>A1*2</f><v>2</v></c></row><row r="3"><c r="A3"><v>5</v></c><c r="B3"><f t="dataTable" ref="B3:B4" dt2D="0" dtr="0" r1="A1"/><v>10</v></c></row><row r="4"><c r="A4"><v>6</v></c><c r="B4"><v>12</v></c></row>';
    const grid = Grid.open(book({ Blad1: table }));
    insert(grid, 1);
    const { bytes: saved, lost, refused } = await grid.save();
    expect([...lost, ...refused].map(({ kind }) => kind)).toEqual(expect.arrayContaining(["dataTable"]));
    expect(partsOf(saved)["xl/worksheets/sheet1.xml"]).toContain('<f t="dataTable" ref="B3:B4"');
  });

  test("tell what stays where it was: a link, a rule, a text with words of another look", async () => {
    const grid = Grid.open(
      book({
        Blad1: {
          rows: '<row r="3"><c r="A3" t="inlineStr"><is><r><rPr><b/></rPr><t>fet</t></r><r><t> text</t></r></is></c></row>',
          after:
            '<conditionalFormatting sqref="A3"><cfRule type="expression" priority="1"><formula>A3&gt;1</formula></cfRule></conditionalFormatting><hyperlinks><hyperlink ref="A3" location="Blad1!A1"/></hyperlinks>',
        },
      }),
    );
    insert(grid, 0);
    const { lost } = await grid.save();
    expect(lost).toEqual([
      { kind: "rowsMoved", sheet: "Blad1", extras: ["conditionalFormats", "links"] },
      { kind: "richText", sheet: "Blad1" },
    ]);
    expect(lostSentence(lost[0]!, "sv")).toBe(
      "Blad1: rader eller kolumner är infogade eller borttagna. Celler och format sparas där de står nu, men det här ligger kvar där det var: villkorsstyrd formatering, länkar.",
    );
    for (const language of ["sv", "en"] as const) expect(lostSentence(lost[1]!, language)).toMatch(/^Blad1: .+\.$/);
  });
});

/** Of the grid's state what has been entered and what it looks like. */
function withoutValues(state: unknown): unknown {
  const isValue = (key: string) => key === "value" || key === "formattedValue";
  const isEmpty = (held: unknown) => typeof held === "object" && held !== null && Object.keys(held).length === 0;
  const entered = JSON.stringify(state, (key, held: unknown) => (isValue(key) ? undefined : held));
  return JSON.parse(entered, (_, held: unknown) => (isEmpty(held) ? undefined : held));
}

describe("whatever is done", () => {
  const address = fc.record({ col: fc.nat(8), row: fc.nat(14) });
  const xc = address.map(({ col, row }) => library.helpers.toXC(col, row));
  const content = fc.oneof(
    fc.integer({ min: -10_000, max: 10_000 }).map(String),
    fc.constantFrom("text", "007 Bond", "'123", "5%", "TRUE", "å & <ö>", "#N/A", "1.25", ""),
    fc.tuple(xc, xc).map(([a, b]) => `=${a}+${b}`),
    fc.tuple(xc, xc).map(([a, b]) => `=SUM(${a}:${b})`),
    xc.map((a) => `=FINSAM.SPLIT(${a},{2;1})`),
    xc.map((a) => `=IFERROR(FINSAM.TOTAL(${a},"state"),"fel")`),
    fc.constant("='Stegvis ökning'!D20*2"),
  );
  const enter = fc.tuple(address, content).map(([at, typed]) => ["UPDATE_CELL", { ...at, content: typed }] as const);
  const style = fc.constantFrom(
    { bold: true },
    { fillColor: "#FFCC99" },
    { textColor: "#1D5C4D", italic: true },
    { align: "center", wrapping: "wrap" },
    { fontSize: 14, underline: true },
  );
  const target = fc.tuple(address, address).map(([a, b]) => [
    {
      left: Math.min(a.col, b.col),
      right: Math.max(a.col, b.col),
      top: Math.min(a.row, b.row),
      bottom: Math.max(a.row, b.row),
    },
  ]);
  const look = fc.tuple(target, style).map(([of, each]) => ["SET_FORMATTING", { target: of, style: each }] as const);
  const format = fc
    .tuple(target, fc.constantFrom("0.00", "#,##0", "0%", "yyyy-mm-dd", ""))
    .map(([of, each]) => ["SET_FORMATTING", { target: of, format: each }] as const);
  const lines = fc
    .tuple(target, fc.constantFrom("all", "external", "clear", "top"))
    .map(([of, position]) => ["SET_ZONE_BORDERS", { target: of, border: { position } }] as const);
  const clear = target.map((of) => ["DELETE_CONTENT", { target: of }] as const);
  const bare = target.map((of) => ["CLEAR_FORMATTING", { target: of }] as const);
  const size = fc
    .tuple(fc.constantFrom("ROW", "COL"), fc.nat(8), fc.integer({ min: 20, max: 200 }))
    .map(
      ([dimension, index, pixels]) => ["RESIZE_COLUMNS_ROWS", { dimension, elements: [index], size: pixels }] as const,
    );
  const undo = fc.constant(["REQUEST_UNDO", {}] as const);
  const command = fc.oneof(
    { weight: 6, arbitrary: enter },
    ...[look, format, lines, clear, bare, size, undo].map((arbitrary) => ({ weight: 1, arbitrary })),
  );

  test("to a workbook, what is reopened is what was saved, and nothing is found to recalculate", async () => {
    const file = await saved(Grid.scenario());
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(2), command), { minLength: 1, maxLength: 25 }), async (commands) => {
        const grid = Grid.open(file);
        grid.dispatch("CREATE_SHEET", { sheetId: "egen", position: 1, name: "Egen", cols: 20, rows: 100 });
        grid.insert(scenario("level-increase"));
        for (const [sheet, [type, payload]] of commands) {
          const sheetId = grid.sheetIds[sheet];
          if (sheetId !== undefined) grid.attempt(type, { ...payload, sheetId });
        }
        const { bytes, lost, refused } = await grid.save();
        expect(lost).toEqual([]);
        // A heading of the scenario's table may have been entered.
        if (refused.length > 0) return;
        const again = Grid.open(bytes);
        try {
          expect(recalculate(bytes, engine).report.differences).toEqual([]);
        } catch (error) {
          expect(error).toMatchObject({ problem: { kind: "circular" } });
          // What the engine shows in a ring depends on where it began; all else is what it was.
          expect(withoutValues(again.state())).toEqual(withoutValues(grid.state()));
          return;
        }
        expect(again.state()).toEqual(grid.state());
      }),
      { numRuns: 30 },
    );
  }, 240_000);
});

test.each([
  ["Stegvis ökning", "Stegvis ökning.xlsx"],
  ["a/b: c?", "a-b- c-.xlsx"],
  ["slut. ", "slut.xlsx"],
  ["", "FINSAM.xlsx"],
])("a workbook whose first sheet is %p is saved as %p", (sheet, name) => {
  expect(fileNameOf(sheet)).toBe(name);
});
