/*
 * Formulas of the same shape are read once and moved; what is found must not depend on which of them came first.
 */
import fc from "fast-check";
import { keyOf } from "../../src/xlsx/area";
import { Formulas } from "../../src/xlsx/formulas";
import { readWorkbook } from "../../src/xlsx/workbook";
import { book } from "./books";

const knowsAll = { problem: () => undefined, takesRange: () => false, passesBlanks: () => false };

interface Placed {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** What is read of the last formula in a workbook of these. */
function readLast(formulas: readonly Placed[]) {
  const workbook = readWorkbook(book({ Blad1: "", Q1: "" }, { names: '<definedName name="a.b1">A1</definedName>' }));
  const stored = formulas.map(
    ({ row, column, text }) => [keyOf(row, column), { text, kind: "normal", isDynamic: false }] as const,
  );
  const sheets = workbook.sheets.map((sheet, index) => (index === 0 ? { ...sheet, formulas: new Map(stored) } : sheet));
  const read = new Formulas({ ...workbook, sheets }, knowsAll);
  return read.all.map((located) => read.read(located)).pop();
}

const place = fc.record({ row: fc.nat(30), column: fc.nat(30) });
const piece = fc.oneof(
  fc.constantFrom("A1", "$B$2", "C$3", "$D4", "a5", "XFD9", "A1:B2", "$A$1:A9", "A:A", "2:3", "Q1!A1", "'Blad1'!B2"),
  fc.constantFrom('"A1"', '"a""B2"', "LOG10(2)", "a.b1", "x1y", "1E5", "_a1", "T[B1]", "#REF!", "Blad1!A1:B2", "é1"),
  fc.constantFrom("FINSAM.TOTAL(A1)", "SUM(A1,B2)", "ROW()", "SUM(A1:A3)", "TRUE", "{1,2;3,4}"),
);
const text = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join("+"));

test("a formula is read as it stands, whatever was read before it", () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ text, place }), { minLength: 1, maxLength: 8 }),
      text,
      place,
      (before, last, at) => {
        const earlier = before
          .filter(({ place: { row, column } }) => row !== at.row || column !== at.column)
          .map((each) => ({ text: each.text, ...each.place }));
        expect(readLast([...earlier, { text: last, ...at }])).toEqual(readLast([{ text: last, ...at }]));
      },
    ),
    { numRuns: 400 },
  );
});

test.each([
  ["A1+1", "C3+1"],
  ["LOG10(2)", "LOG11(2)"],
  ['"A1"', '"B2"'],
  ["Q1!A1", "Q2!B2"],
  ["SUM(A:A)", "SUM(A:A)"],
  ["SUM(1:1)", "SUM(1:1)"],
  ["T[A1]", "T[B2]"],
  ["'A1'!A1", "'B2'!B2"],
])("%s, and %s one cell further down and to the right", (first, second) => {
  const other = { row: 1, column: 1, text: second };
  expect(readLast([{ row: 0, column: 0, text: first }, other])).toEqual(readLast([other]));
});
