import { cell, ExcelError } from "./customFunctions";
import { logical, number, numbers, optional, text } from "../../src/functions/read";
import { allocate, equityLimit, escalate, split, stateMax, total, type BASIS } from "../../src/functions/functions";
import { problemOf } from "../core/problems";

const formatted = (basicValue: number) => ({ type: "FormattedNumber", basicValue, numberFormat: "# ##0" });
const invocation = { functionName: "SPLIT", address: "Blad1!A1" };

describe("a range of numbers", () => {
  test.each<[string, unknown, number[][]]>([
    [
      "is read as it is",
      [
        [1, 2],
        [3, 4.5],
      ],
      [
        [1, 2],
        [3, 4.5],
      ],
    ],
    ["has blanks as 0, however Excel passes them", [[0, null, "", undefined]], [[0, 0, 0, 0]]],
    ["has formatted numbers as their value", [[formatted(7)]], [[7]]],
    ["has blank formatted values as 0", [[{ type: "String", basicValue: "" }]], [[0]]],
    ["may come as a bare number", 7, [[7]]],
    ["may come as a bare formatted number", formatted(7), [[7]]],
  ])("%s", (_, raw, expected) => expect(numbers("weights", raw)).toEqual(expected));

  test.each<[string, unknown, object]>([
    ["text", [[1], ["åtta"]], { code: "notANumber", data: { got: "åtta", place: { row: 2, column: 1 } } }],
    [
      "text in a cell with a data type",
      [[{ type: "String", basicValue: "åtta" }]],
      { code: "notANumber", data: { got: "åtta" } },
    ],
    ["an entity without a value", [[{ type: "Entity" }]], { code: "notANumber", data: { got: "Entity" } }],
    ["an object of no known kind", [[{}]], { code: "notANumber", data: { got: "object" } }],
    ["TRUE", [[true]], { code: "notANumber", data: { got: true } }],
    ["a number that is text", [["12"]], { code: "notANumber", data: { got: "12" } }],
    ["infinity", [[1, Infinity]], { code: "notFinite", data: { place: { column: 2 } } }],
    ["not a number at all", [[NaN]], { code: "notFinite" }],
    [
      "more than 10 000 rows",
      Array.from({ length: 10_001 }, () => [1]),
      { code: "tooManyCells", data: { most: 10_000 } },
    ],
    ["nothing", null, { code: "missing", data: { argument: "weights" } }],
    ["an empty range", [], { code: "missing" }],
    ["a range of empty rows", [[]], { code: "missing" }],
  ])("refuses %s", (_, raw, problem) => expect(problemOf(() => numbers("weights", raw))).toMatchObject(problem));

  test("takes 10 000 rows", () => {
    expect(
      numbers(
        "weights",
        Array.from({ length: 10_000 }, () => [1]),
      ),
    ).toHaveLength(10_000);
  });
});

describe("one number", () => {
  test.each<[string, unknown, number]>([
    ["in a cell", [[2.5]], 2.5],
    ["blank", [[null]], 0],
    ["formatted", [[formatted(1)]], 1],
  ])("%s", (_, raw, expected) => expect(number("unit", raw)).toBe(expected));

  test("a range is refused with its size", () => {
    expect(problemOf(() => number("unit", [[1, 2, 3]]))).toEqual({
      code: "notOneValue",
      data: { argument: "unit", size: { rows: 1, columns: 3 } },
    });
  });
});

describe("TRUE or FALSE", () => {
  test.each<[unknown, boolean]>([
    [[[true]], true],
    [[[1]], true],
    [[[false]], false],
    [[[0]], false],
    [[[null]], false],
    [[[""]], false],
    [[[{ type: "Boolean", basicValue: true }]], true],
  ])("%j is %s", (raw, expected) => expect(logical("withoutRegion", raw)).toBe(expected));

  test.each<[unknown]>([[[["ja"]]], [[[2]]], [[["TRUE"]]]])("%j is refused", (raw) => {
    expect(problemOf(() => logical("withoutRegion", raw)).code).toBe("notLogical");
  });
});

describe("a text of a few", () => {
  const party = text<"state" | "region">({ state: ["stat", "staten"], region: ["regionen"] });
  test.each([
    ["state", "state"],
    ["STATEN", "state"],
    [" Stat ", "state"],
    ["Regionen", "region"],
    [[["region"]], "region"],
  ])("%j is %s", (raw, expected) => expect(party("basis", raw)).toBe(expected));

  test.each<[unknown, object]>([
    ["kommunn", { code: "unknownText", data: { got: "kommunn", choices: ["state", "region"] } }],
    [5, { code: "unknownText", data: { got: 5 } }],
    [[[null]], { code: "missing" }],
    [null, { code: "missing" }],
    ["constructor", { code: "unknownText" }],
  ])("%j is refused", (raw, problem) => expect(problemOf(() => party("basis", raw))).toMatchObject(problem));
});

describe("an optional argument", () => {
  test.each<[string, unknown]>([
    ["null", null],
    ["undefined", undefined],
    ["an empty text", ""],
    ["Excel's invocation object", invocation],
  ])("is omitted where it is %s", (_, raw) => expect(optional(numbers)("cap", raw)).toBeUndefined());

  test("that is a blank cell is 0, which a cap may not be", () => {
    expect(cell(() => escalate([[100]], [[0.1]], [[2]], [[null]]))).toEqual({
      error: "#VALUE!",
      message: "cap: expected a number above 0, got 0 or a blank cell.",
    });
  });
  test("that is a blank cell is 0, which a unit may be", () => {
    expect(split([[7]], undefined, [[""]])).toEqual([[3.5], [1.75], [1.75]]);
  });
  test("that is a blank cell is 0 for the weight of need", () => {
    const table = [[[1000]], [[3], [1]], [[1], [1]], [[0]]] as const;
    expect(stateMax(...(table as unknown as [any, any, any, any]), [[null]])).toEqual([[500], [500]]);
  });
});

describe("errors in cells", () => {
  const divided = new ExcelError("#DIV/0!");
  const missing = new ExcelError("#N/A");
  test.each<[string, () => unknown, string]>([
    ["pass through", () => split([[divided]] as any), "#DIV/0!"],
    ["pass through from any argument", () => split([[1]], [[1], [missing]] as any), "#N/A"],
    [
      "the first one wins, row by row",
      () =>
        split([
          [1, missing],
          [divided, 1],
        ] as any),
      "#N/A",
    ],
    ["win over what else is wrong", () => split([["text"]], [[missing]] as any), "#N/A"],
    ["pass through as cell values", () => split([[{ type: "Error", basicValue: "#NAME?" }]]), "#NAME?"],
    ["pass through bare", () => total(divided as any, "state" as BASIS), "#DIV/0!"],
  ])("%s", (_, call, code) => expect(cell(call)).toMatchObject({ error: code }));
});

describe("numbers are read at 15 significant digits, so noise decides nothing", () => {
  test("a sum of incomes with noise in the sixteenth digit is on the limit, not above it", () => {
    const income = 2766.4 + 190.4 + 3457.9 + 585.3;
    expect(income).toBeGreaterThan(7000);
    expect(
      equityLimit(
        [[income]],
        [
          [0, 0.2],
          [7000, 0.15],
        ],
      ),
    ).toEqual([[1400]]);
  });
  test("a computed number of years is whole", () => {
    expect(escalate([[100]], [[0.1]], [[0.1 * 3 * 10]])).toHaveLength(1);
  });
  test("a computed unit is what it shows", () => {
    expect(allocate([[10]], [[1], [1]], [[0.1 + 0.2]])).toEqual([[5.1], [4.8]]);
  });
});

describe("what leaves a function", () => {
  test("a number too large for Excel is an error that says so", () => {
    expect(cell(() => total([[1e308]], "municipal" as BASIS))).toEqual({
      error: "#VALUE!",
      message: "The result: larger than Excel can compute.",
    });
  });
  test("and says where it is among several", () => {
    expect(cell(() => total([[1], [1e308]], "municipal" as BASIS))).toMatchObject({
      message: "The result, row 2: larger than Excel can compute.",
    });
  });
  test("the invocation object after the last argument given changes nothing", () => {
    expect((split as (...values: unknown[]) => unknown)([[8]], invocation)).toEqual([[4], [2], [2]]);
  });
});
