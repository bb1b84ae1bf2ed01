/* The lint finds what it is for. */
import { refusedByExcel } from "./excelRules";

const parameters: [] = [];
const metadata = { functions: [{ id: "SPLIT", name: "SPLIT", description: "", parameters }] };

test.each([
  ["a percentage in an array constant", "=SUM({10%,1})", "array constant with 10%"],
  ["an expression in an array constant", "=SUM({1;1+1})", "array constant with 1+1"],
  ["a reference in an array constant", "=SUM({A1;1})", "array constant with A1"],
  ["a function that does not exist", "=FINSAM.SPLITT(A1)", "unknown function FINSAM.SPLITT"],
  ["a function of the engine's alone", "=FORMAT.LARGE.NUMBER(A1)", "unknown function FORMAT.LARGE.NUMBER"],
  ["whitespace", "=SUM(A1, B1)", "whitespace"],
  ["more than 8192 characters", `=${"A1+".repeat(3000)}A1`, "9003 characters"],
  ["a Swedish separator", "=SUM(A1;B1)", "a separator of another language"],
  ["a parenthesis too many", "=SUM(A1))", "parentheses that do not pair"],
])("%s", (_, formula, why) => {
  expect(refusedByExcel(formula, metadata)).toEqual([`${formula}: ${why}`]);
});

test("a formula that Excel takes", () => {
  expect(refusedByExcel('=SUM(FINSAM.SPLIT(A1,{1;2.5},,"a; b (c"))*MAX({-1,1})', metadata)).toEqual([]);
});
