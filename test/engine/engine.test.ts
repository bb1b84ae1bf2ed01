/*
 * Evaluating a formula: what a function receives, what becomes of what it gives, and what the engine answers
 * itself. With the tests' own add-in (fixture.ts).
 */
import fc from "fast-check";
import { createEngine, type Evaluation } from "../../src/engine/engine";
import { fixture } from "./fixture";

const engine = createEngine({ ...fixture, language: "en" });
const evaluate = (formula: string) => engine.evaluate(formula);

/** What SEEN received, the invocation object last. */
function seen(args: string): unknown {
  const evaluation = evaluate(`=FINSAM.SEEN(${args})`);
  if (!("grid" in evaluation)) throw new Error(`${args} gave ${evaluation.error}`);
  return JSON.parse(evaluation.grid[0]![0] as string);
}
const invocation = { functionName: "FINSAM.SEEN" };

describe("a function receives", () => {
  test.each([
    ["one value as a table of one cell", "1", [[1]]],
    ["a blank cell as null in a table", "A1", [[null]]],
    [
      "a blank range as a table of nulls",
      "A1:B2",
      [
        [null, null],
        [null, null],
      ],
    ],
    [
      "an array constant row by row",
      "{1,2,3;4,5,6}",
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ],
    ["a percentage as its number", "10%", [[0.1]]],
    ["a percentage within an array", "{10%;1}", [[0.1], [1]]],
    ["a truth value as such", "{TRUE,FALSE}", [[true, false]]],
    ["a text as such", '"a b"', [["a b"]]],
    ["a negative number", "-2", [[-2]]],
    ["an error as CustomFunctions.Error", "{1;#N/A}", [[1], ["error #N/A"]]],
    ["an error of the engine's own by Excel's name", '1+"a"', [["error #VALUE!"]]],
    ["a reference to nowhere", "#REF!", [["error #REF!"]]],
    ["another function's table whole", "FINSAM.HALVES(8)", [[4], [2], [2]]],
    [
      "the result of array arithmetic",
      "FINSAM.HALVES(8)*{1,10}",
      [
        [4, 40],
        [2, 20],
        [2, 20],
      ],
    ],
  ])("%s", (_, args, expected) => {
    expect(seen(args)).toEqual([expected, null, null, invocation]);
  });

  test.each(["1", "1,", "1,,"])("null for what is left out in (%s)", (args) => {
    expect(seen(args)).toEqual([[[1]], null, null, invocation]);
  });

  test("a blank cell and an omitted argument are told apart", () => {
    expect(seen("1,A1")).toEqual([[[1]], [[null]], null, invocation]);
    expect(seen("1,,A1")).toEqual([[[1]], null, "", invocation]);
  });

  test.each([
    ["a text", '"state"', "state"],
    ["a number", "5", "5"],
    ["a truth value", "TRUE", "TRUE"],
    ["a cell in a table of one", '{"state"}', "state"],
  ])("for a text argument, %s as text", (_, given, expected) => {
    expect(seen(`1,,${given}`)).toEqual([[[1]], null, expected, invocation]);
  });

  test("no call where a text argument is an error, or a range", () => {
    expect(evaluate("=FINSAM.SEEN(1,,1/0)")).toEqual({ error: "#DIV/0!" });
    expect(evaluate("=FINSAM.SEEN(1,,A1:A2)")).toEqual({ error: "#VALUE!" });
  });

  test("every double exactly as written", () => {
    const double = fc.double({ noNaN: true, noDefaultInfinity: true });
    const grid = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(double, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }),
      );
    fc.assert(
      fc.property(grid, (rows) => {
        const constant = rows.map((row) => row.join(",")).join(";");
        // Written out, minus zero is zero.
        const expected = rows.map((row) => row.map((value) => value + 0));
        expect(evaluate(`=FINSAM.SAME({${constant}})`)).toEqual({ grid: expected });
      }),
    );
  });
});

describe("what a function gives", () => {
  const wrong = (code: string) => `FINSAM.WRONG("${code}")`;

  test.each<[string, string, Evaluation]>([
    ["a table spills", "FINSAM.HALVES(100)", { grid: [[50], [25], [25]] }],
    ["a table takes part in array arithmetic", "FINSAM.HALVES(100)*{1;1.2;1}", { grid: [[50], [30], [25]] }],
    ["nested calls work", "FINSAM.HALVES(FINSAM.HALVES(8))", { grid: [[2], [1], [1]] }],
    ["built-in functions take it", "SUM(FINSAM.HALVES(100))", { grid: [[100]] }],
    ["INDEX picks from it", "INDEX(FINSAM.HALVES(8),2)", { grid: [[2]] }],
    ["names are read in any case", "finsam.halves(8)", { grid: [[4], [2], [2]] }],
    ["a cell of one", "FINSAM.SAME(7)", { grid: [[7]] }],
    [
      "an error within a table stays in its cell",
      "FINSAM.PARTLY()",
      {
        grid: [
          [1, "#N/A"],
          [true, "text"],
        ],
      },
    ],
    ["#VALUE! with its sentence", wrong("invalidValue"), { error: "#VALUE!", message: "wrong in en-US" }],
    ["#N/A with its sentence", wrong("notAvailable"), { error: "#N/A", message: "wrong in en-US" }],
    ["other codes have no sentence in Excel", wrong("divisionByZero"), { error: "#DIV/0!" }],
    ["#REF! becomes #VALUE! when thrown", wrong("invalidReference"), { error: "#VALUE!" }],
    ["#NAME? becomes #VALUE! when thrown", wrong("invalidName"), { error: "#VALUE!" }],
    ["a sentence survives arithmetic", `${wrong("invalidValue")}+1`, { error: "#VALUE!", message: "wrong in en-US" }],
    ["IFERROR catches it", "IFERROR(FINSAM.BREAKS(),3)", { grid: [[3]] }],
    ["any other exception is a bare #VALUE!", "FINSAM.BREAKS()", { error: "#VALUE!" }],
    ["nothing is an empty text", 'FINSAM.GIVES("nothing")', { grid: [[""]] }],
    ["null is an empty text", 'FINSAM.GIVES("null in a grid")', { grid: [[1, ""]] }],
    ["a table without rows", 'FINSAM.GIVES("no rows")', { error: "#VALUE!" }],
    ["a table without columns", 'FINSAM.GIVES("no columns")', { error: "#VALUE!" }],
    ["rows of different lengths", 'FINSAM.GIVES("ragged")', { error: "#VALUE!" }],
    ["a list that is no table", 'FINSAM.GIVES("flat")', { error: "#VALUE!" }],
    ["an object", 'FINSAM.GIVES("object")', { error: "#VALUE!" }],
    ["not a number", 'FINSAM.GIVES("NaN")', { error: "#VALUE!" }],
    ["an infinite number", 'FINSAM.GIVES("infinity")', { error: "#NUM!" }],
    ["an error that is returned keeps its code", 'FINSAM.GIVES("error")', { error: "#REF!" }],
  ])("%s: =%s", (_, formula, expected) => {
    expect(evaluate(`=${formula}`)).toEqual(expected);
  });

  test("a table larger than the sheet comes whole", () => {
    const evaluation = evaluate("=FINSAM.SIZED(290,200)") as { grid: number[][] };
    expect(evaluation.grid).toHaveLength(290);
    expect(evaluation.grid.every((row) => row.length === 200)).toBe(true);
    expect(evaluation.grid[289]![199]).toBe(289199);
  });
});

describe("what the engine answers itself", () => {
  test.each<[string, string, Evaluation]>([
    ["an operator", "=1+2*3", { grid: [[7]] }],
    ["a formula without its equals sign", "1+2", { grid: [[3]] }],
    ["spaces around", "  = 1 + 2 ", { grid: [[3]] }],
    ["a blank cell is 0", "=A1", { grid: [[0]] }],
    ["an empty text", '=""', { grid: [[""]] }],
    ["a text that holds an error's name is left alone", '="see #N/A"', { grid: [["see #N/A"]] }],
    ["an error value written out", "=#N/A", { error: "#N/A" }],
    ["division by zero", "=1/0", { error: "#DIV/0!" }],
    ["a number beyond the largest", "=10^400", { error: "#NUM!" }],
    ["a text in arithmetic", '=1+"a"', { error: "#VALUE!" }],
  ])("%s: %s", (_, formula, expected) => {
    expect(evaluate(formula)).toEqual(expected);
  });

  test.each<[string, Evaluation]>([
    ["", { error: "#VALUE!", problem: { kind: "empty" } }],
    [" = ", { error: "#VALUE!", problem: { kind: "empty" } }],
    ["=FINSAM.SAME(1", { error: "#VALUE!", problem: { kind: "unreadable" } }],
    ["=1+", { error: "#VALUE!", problem: { kind: "unreadable" } }],
    ["='", { error: "#VALUE!", problem: { kind: "unreadable" } }],
    ['=SUM("a"', { error: "#VALUE!", problem: { kind: "unreadable" } }],
    ["=FINSAM.SEEN(1;2)", { error: "#VALUE!", problem: { kind: "separators" } }],
    ["=FINSAM.SAME({1\\2;3\\4})", { error: "#VALUE!", problem: { kind: "separators" } }],
    ['=FINSAM.SAME({1;2},"a;b"', { error: "#VALUE!", problem: { kind: "unreadable" } }],
    ["=FINSAM.NONE(1)", { error: "#NAME?", problem: { kind: "unknownFunction", name: "FINSAM.NONE" } }],
    ["=1+SUM({1;none})", { error: "#NAME?", problem: { kind: "unknownName", name: "none" } }],
    [
      "=finsam.sized(1)",
      { error: "#VALUE!", problem: { kind: "argumentCount", name: "FINSAM.SIZED", got: 1, min: 2, max: 2 } },
    ],
    [
      "=FINSAM.SEEN(1,2,3,4)",
      { error: "#VALUE!", problem: { kind: "argumentCount", name: "FINSAM.SEEN", got: 4, min: 1, max: 3 } },
    ],
    ["=SUM()", { error: "#VALUE!", problem: { kind: "argumentCount", name: "SUM", got: 0, min: 1, max: Infinity } }],
  ])("refuses %s", (formula, expected) => {
    expect(evaluate(formula)).toEqual(expected);
  });

  test("messages and text formats follow the language; formulas are read the same", () => {
    engine.language = "sv";
    expect(evaluate('=FINSAM.WRONG("invalidValue")')).toEqual({ error: "#VALUE!", message: "wrong in sv-SE" });
    expect(evaluate('=TEXT(1234.5,"#,##0.0")')).toEqual({ grid: [["1\u00a0234,5"]] });
    expect(evaluate("=FINSAM.SAME({1.5,2})")).toEqual({ grid: [[1.5, 2]] });
    engine.language = "en";
    expect(evaluate('=TEXT(1234.5,"#,##0.0")')).toEqual({ grid: [["1,234.5"]] });
  });
});
