/*
 * Laying out a plan: names become addresses, and each rule that a plan can break is a sentence that names the
 * cell.
 */
import { layOut, PlanError } from "../../src/scenarios/layout";
import {
  calculation,
  check,
  formula,
  heading,
  input,
  joined,
  label,
  range,
  ref,
  text,
  type Block,
  type Chart,
  type Row,
  type SheetPlan,
} from "../../src/scenarios/plan";

const control: Row = {
  label: "control",
  unit: "number",
  cells: [check(formula`=${ref("start")}-${ref("start")}`, { name: "control" })],
};
const start: Row = { label: "start", unit: "tkr", cells: [input(100, { name: "start" })], source: "a source" };

function planOf(blocks: readonly Block[], changes: Partial<SheetPlan> = {}): SheetPlan {
  return {
    sheetName: "Sheet",
    title: "Title",
    subtitle: "Subtitle",
    unitHeading: "Unit",
    blocks,
    charts: [],
    definedNames: [],
    control: "control",
    valueWidth: 11,
    ...changes,
  };
}

/** A plan of one block with these rows; `start` is in C5 and the rows begin in row 6. */
function planWith(rows: readonly Row[], block: Partial<Block> = {}, changes: Partial<SheetPlan> = {}): SheetPlan {
  return planOf([{ id: "block", heading: "Block", rows: [start, ...rows, control], ...block }], changes);
}

const cellsOf = (plan: SheetPlan) =>
  Object.fromEntries(layOut(plan).cells.map(({ address, content }) => [address, content]));

const row = (...cells: Row["cells"]): Row => ({ label: "row", unit: "tkr", cells });
const empty: Row = { label: "filled", unit: "tkr", cells: [] };
const split = (name = "split") =>
  calculation(formula`=FINSAM.SPLIT(${ref("start")})`, { name, spill: { rows: 3, columns: 1 } });

describe("a plan's cells", () => {
  test("stand in columns of labels, units, values and sources, below title and subtitle", () => {
    expect(cellsOf(planWith([]))).toEqual({
      A1: "Title",
      A2: "Subtitle",
      A4: "Block",
      A5: "start",
      B5: "tkr",
      C5: 100,
      D5: "a source",
      A6: "control",
      B6: "number",
      C6: "=C5-C5",
    });
  });

  test("refer to cells, spills, their rows, columns and single cells, and areas", () => {
    const cells = cellsOf(
      planWith([
        row(split()),
        empty,
        empty,
        row(input(1, { area: "area" }), input(2, { area: "area" })),
        row(input(3, { area: "area" }), input(4, { area: "area" })),
        row(calculation(formula`=SUM(${range("split")})`)),
        row(calculation(formula`=${ref("split", 1)}`)),
        row(calculation(formula`=SUM(${range("split", { row: 1, rows: 2 })})`)),
        row(calculation(formula`=SUM(${range("area", { row: 1 })})`)),
        row(calculation(formula`=SUM(${range("area", { column: 1 })})`)),
        row(calculation(formula`=IF(${ref("area", 1, 1)}=0,${text('a "no"')},1)`)),
        row(calculation(formula`=${joined([ref("area"), formula`ABS(${ref("start")})`], "+")}`)),
      ]),
    );
    const values = Object.entries(cells).filter(([address]) => /^C(1[1-7])$/.test(address));
    expect(values).toEqual([
      ["C11", "=SUM(C6:C8)"],
      ["C12", "=C7"],
      ["C13", "=SUM(C7:C8)"],
      ["C14", "=SUM(C10:D10)"],
      ["C15", "=SUM(D9:D10)"],
      ["C16", '=IF(D10=0,"a ""no""",1)'],
      ["C17", "=C9+ABS(C5)"],
    ]);
  });

  test("are an area with what they fill, where spills stand side by side", () => {
    const fills = () =>
      calculation(formula`=FINSAM.SPLIT(${ref("start")})`, { area: "area", spill: { rows: 3, columns: 1 } });
    const sums = [
      row(calculation(formula`=SUM(${range("area")})`)),
      row(calculation(formula`=SUM(${range("area", { row: 2 })})`)),
      row(calculation(formula`=${ref("area", 1, 1)}`)),
    ];
    const cells = cellsOf(planWith([row(fills(), fills()), empty, empty, ...sums]));
    expect([cells["C9"], cells["C10"], cells["C11"]]).toEqual(["=SUM(C6:D8)", "=SUM(C8:D8)", "=D7"]);
  });

  test("have nothing above a column without a heading", () => {
    const columns = [{ content: "" }, { content: "Own value" }];
    const cells = cellsOf(planWith([row(input(1), input(2))], { columns }));
    expect(Object.keys(cells)).not.toContain("C4");
    expect(cells).toMatchObject({ A4: "Block", B4: "Unit", D4: "Own value" });
  });

  test("take their unit from the row, or from the heading above them", () => {
    const columns = [{ content: "Amount", unit: "tkr" }];
    const rows = [{ label: "row", cells: [input(1)] }];
    expect(cellsOf(planWith(rows, { columns }))).toMatchObject({ B4: "Unit", C4: "Amount, tkr", C6: 1 });
  });

  test("have room for every text: wide columns, or more lines", () => {
    const source = "word ".repeat(30).trim();
    const { columnWidths, rowLines } = layOut(planWith([{ ...row(input(1)), source }]));
    expect(columnWidths).toEqual([24, 9, 11, 82]);
    expect(rowLines).toEqual({ 5: 2 });
  });

  test("have room for a long name, where it is typed and wherever it is shown", () => {
    const name = "Samordningsförbundet Upplands Väsby och Sigtuna kommuner";
    const shown = { label: label(formula`=${ref("name")}&""`), unit: "tkr", cells: [input(1)] };
    const { columnWidths, rowLines } = layOut(
      planWith([{ ...row(input(1)), label: input(name, { name: "name" }) }, shown]),
    );
    expect(columnWidths[0]).toBe(42);
    expect(rowLines).toEqual({ 5: 2, 6: 2 });
    const short = layOut(planWith([{ ...row(input(1)), label: input("Habo") }]));
    expect(short.columnWidths[0]).toBe(32);
  });

  test("have room for the longest word above them, and for a text that a formula may give", () => {
    const choice = calculation(formula`=IF(${ref("start")}=0,${text("not known to anybody")},1)`);
    const columns = [{ content: "Rekommenderat eget kapital", unit: "tkr" }, { content: "x" }];
    const { columnWidths } = layOut(planWith([{ label: "a", unit: "tkr", cells: [input(1), choice] }], { columns }));
    expect(columnWidths.slice(2, 4)).toEqual([18, 22]);
  });
});

test("charts, tables, defined names, frozen header and print area follow the cells", () => {
  const series = [{ label: "a", values: range("split"), color: "#000000" }];
  const chart: Chart = {
    kind: "columns",
    title: "Chart",
    categories: range("split"),
    series,
    place: { block: "block", row: 0, column: 5, rows: 4, columns: 3 },
  };
  const table: Block = {
    id: "table",
    heading: "Name",
    columns: [{ content: "Amount", unit: "tkr" }],
    rows: [{ label: "a", cells: [input(1)] }],
    table: "Amounts",
  };
  const plan = planOf([{ id: "block", heading: "Block", rows: [start, row(split()), empty, empty, control] }, table], {
    charts: [chart],
    definedNames: [{ name: "Split", refersTo: range("split") }],
  });
  expect(layOut(plan)).toMatchObject({
    charts: [{ zone: { top: 3, left: 5, bottom: 6, right: 7 }, categories: "C6:C8", series: [{ values: "C6:C8" }] }],
    tables: [{ name: "Amounts", range: "A11:C12" }],
    definedNames: [{ name: "Split", range: "C6:C8" }],
    control: "C9",
    frozenRows: 2,
    print: { paper: "A4", orientation: "landscape", pages: 1, range: "A1:D12" },
  });
});

const chartOf = (changes: Partial<Chart>): Chart => ({
  kind: "columns",
  title: "Chart",
  categories: range("start"),
  series: [{ label: "a", values: range("start"), color: "#000000" }],
  place: { block: "block", row: 0, column: 5, rows: 4, columns: 3 },
  ...changes,
});
const withChart = (changes: Partial<Chart>) => planWith([], {}, { charts: [chartOf(changes)] });

describe("a plan is refused", () => {
  test.each<[string, SheetPlan, string]>([
    [
      "an unknown name",
      planWith([row(calculation(formula`=${ref("nothing")}`))]),
      'Nothing in the plan is named "nothing"',
    ],
    ["a name twice", planWith([row(input(1, { name: "start" }))]), 'Two cells are named "start"'],
    [
      "a cell named as an area",
      planWith([row(input(1, { area: "start" }))]),
      'Both a cell and an area are named "start"',
    ],
    [
      "an area with a hole",
      planWith([row(input(1, { area: "a" })), row(), row(input(1, { area: "a" }))]),
      'The cells of the area "a" do not fill a rectangle',
    ],
    [
      "an area with a spill beside a single cell",
      planWith([
        row(
          calculation(formula`=FINSAM.SPLIT(${ref("start")})`, { area: "a", spill: { rows: 3, columns: 1 } }),
          input(1, { area: "a" }),
        ),
        empty,
        empty,
      ]),
      'The cells of the area "a" do not fill a rectangle',
    ],
    [
      "a part outside what it is of",
      planWith([row(calculation(formula`=${ref("start", 1)}`))]),
      '"start" has no row 2, column 1',
    ],
    [
      "a spilling formula in a table",
      planWith([row(split()), empty, empty], { columns: [{ content: "Amount" }], table: "Amounts" }),
      '"split" (C6) spills in the table Amounts',
    ],
    [
      "something in a spill's path",
      planWith([row(split()), empty, row(input(1))]),
      'The cell C8 stands in the spill of "split" (C6), C6:C8',
    ],
    [
      "two spills that meet",
      planWith([
        row(null, split("down")),
        empty,
        row(calculation(formula`=FINSAM.SPLIT(${ref("start")})`, { name: "across", spill: { rows: 1, columns: 2 } })),
      ]),
      'The spills of "down" (D6) and "across" (C8) overlap',
    ],
    [
      "a spill into the next block",
      planOf([
        { id: "one", heading: "One", rows: [start, row(split())] },
        { id: "two", heading: "Two", rows: [control] },
      ]),
      'The spill of "split" (C6) runs into the block "two"',
    ],
    [
      "a function that fills a table, its spill not declared",
      planWith([row(calculation(formula`=FINSAM.SPLIT(${ref("start")})`))]),
      "The formula in C6 can return a table; declare its spill",
    ],
    [
      "a function of each element of a range, its spill not declared",
      planWith([
        row(input(1, { area: "a" }), input(1, { area: "a" })),
        row(calculation(formula`=FINSAM.TOTAL(${range("a")},"state")`)),
      ]),
      "The formula in C7 can return a table",
    ],
    [
      "several cells shown by one, its spill not declared",
      planWith([row(input(1, { area: "a" }), input(1, { area: "a" })), row(calculation(formula`=${range("a")}`))]),
      "The formula in C7 can return a table",
    ],
    [
      "a number typed into a formula",
      planWith([row(calculation(formula`=${ref("start")}*1.2`, { name: "more" }))]),
      'The formula of "more" (C6) has the number 1.2 typed into it',
    ],
    ["a percentage typed into a formula", planWith([row(calculation(formula`=${ref("start")}*1%`))]), "the number 1%"],
    [
      "a number typed into a part of a formula",
      planWith([row(calculation(formula`=ABS(${formula`${ref("start")}-2`})`))]),
      "the number 2",
    ],
    [
      "a formula without its sign",
      planWith([row(calculation(formula`ABS(${ref("start")})`))]),
      'The formula in C6 does not start with "="',
    ],
    ["a number without a unit", planWith([{ label: "row", cells: [input(1)] }]), "C6 has no unit"],
    [
      "a plan without its control cell",
      planOf([{ id: "b", heading: "B", rows: [start] }]),
      'The control cell "control" is missing',
    ],
    [
      "a control cell that checks nothing",
      planWith([], {}, { control: "start" }),
      '"start" is no check with a formula',
    ],
    ["a chart of cells that do not exist", withChart({ categories: range("no") }), 'Nothing in the plan is named "no"'],
    [
      "a chart of as many categories as it has no values for",
      planWith([row(split()), empty, empty], {}, { charts: [chartOf({ categories: range("split") })] }),
      'The chart "Chart" has another number of values for "a" than of categories',
    ],
    [
      "a chart over cells",
      withChart({ place: { block: "block", row: 1, column: 2, rows: 1, columns: 1 } }),
      'The chart "Chart" covers the cell C5',
    ],
    [
      "a chart at a block that does not exist",
      withChart({ place: { block: "none", row: 1, column: 2, rows: 1, columns: 1 } }),
      'is placed at the block "none", which does not exist',
    ],
    [
      "a table without headings",
      planWith([], { table: "Amounts" }),
      "The table Amounts needs a text above each column",
    ],
    [
      "a table headed by a formula",
      planWith([], { table: "Amounts", columns: [{ content: heading(formula`=${ref("start")}`) }] }),
      "The table Amounts needs a text above each column",
    ],
    [
      "a table with a heading twice",
      planWith([], { table: "Amounts", columns: [{ content: "Block" }] }),
      "The table Amounts has two columns of the same heading",
    ],
    ["a table named as a cell", planWith([], { table: "A1", columns: [{ content: "x" }] }), 'Excel takes no name "A1"'],
    [
      "a defined name with a space",
      planWith([], {}, { definedNames: [{ name: "a b", refersTo: ref("start") }] }),
      'Excel takes no name "a b"',
    ],
    [
      "a sheet name of more than 31 characters",
      planWith([], {}, { sheetName: "x".repeat(32) }),
      "Excel takes no sheet named",
    ],
    ["a sheet name with a slash", planWith([], {}, { sheetName: "2021/22" }), "Excel takes no sheet named"],
  ])("for %s", (_, plan, sentence) => {
    expect(() => layOut(plan)).toThrow(PlanError);
    expect(() => layOut(plan)).toThrow(sentence);
  });
});

test("0, 1, TRUE and the names of choices are no numbers typed into a formula", () => {
  const allowed = formula`=IF(${ref("start")}>0,FINSAM.TOTAL(${ref("start")}*(1+0),"2 x state"),LOG10(1)*TRUE)`;
  expect(() => layOut(planWith([row(calculation(allowed))]))).not.toThrow();
});
