/*
 * Where cells and references are after rows and columns have come and gone, as Excel has it.
 */
import { keyOf, parseAddress } from "../../src/xlsx/area";
import { shiftFormula, shiftKey, type Shift } from "../../src/xlsx/shift";

const inserted = (at: number, count = 1, of: "rows" | "columns" = "rows"): Shift => ({
  kind: "inserted",
  of,
  at,
  count,
});
const removed = (numbers: number[], of: "rows" | "columns" = "rows"): Shift => ({ kind: "removed", of, numbers });
const moved: Shift = { kind: "moved", area: { top: 0, left: 0, bottom: 1, right: 1 }, rows: 5, columns: 2 };

test.each<[formula: string, shifts: Shift[], expected: string]>([
  ["A5*2", [inserted(4)], "A6*2"],
  ["A4*2", [inserted(4)], "A4*2"],
  ["SUM($A$3:B$5)", [inserted(4, 2)], "SUM($A$3:B$7)"],
  ["SUM(A:A,3:4)", [inserted(2)], "SUM(A:A,4:5)"],
  ["SUM(A1:C1)", [inserted(1, 1, "columns")], "SUM(A1:D1)"],
  ["A5+A3", [removed([1, 2])], "A3+#REF!"],
  ["SUM(A2:A6)", [removed([3, 4])], "SUM(A2:A4)"],
  ["A5", [inserted(0), removed([0])], "A5"],
  ["Annat!A5+'Blad1'!A5&\"A5\"", [inserted(0)], "Annat!A5+'Blad1'!A6&\"A5\""],
  ["_xlfn.LET(_xlpm.x,A5,_xlpm.x)+T[x]+A5.B", [inserted(0)], "_xlfn.LET(_xlpm.x,A6,_xlpm.x)+T[x]+A5.B"],
  ["[1]Blad1!A5+Blad1!A5#", [inserted(0)], "[1]Blad1!A5+Blad1!A6#"],
  ["A1+C1+SUM(A1:B2)+SUM(A1:A3)", [moved], "C6+C1+SUM(C6:D7)+SUM(A1:A3)"],
])("%s after %j is %s", (formula, own, expected) => {
  const of = (sheet: string) => (sheet === "Blad1" ? own : []);
  expect(shiftFormula(formula, { own, of })).toBe(expected);
});

test("a name's formula moves where it is fixed; what is not means another cell in every place", () => {
  const of = () => [inserted(0)];
  expect(shiftFormula("Blad1!$A$5:$B$6*Blad1!A5+Blad1!$1:$2", { of })).toBe("Blad1!$A$6:$B$7*Blad1!A5+Blad1!$2:$3");
});

test("a cell whose row is removed is nowhere", () => {
  expect(shiftKey(keyOf(3, 1), [removed([3])])).toBeUndefined();
  expect(shiftKey(keyOf(4, 1), [removed([3]), inserted(0, 3)])).toBe(parseAddress("B7"));
});
