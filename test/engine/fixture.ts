/*
 * A small add-in of the tests' own, built by hand: what the engine does with any add-in, told apart from what
 * FINSAM's functions do.
 */
import { jest } from "@jest/globals";
import type { BuiltAddIn } from "../../src/engine/engine";

const bundle = `(() => {
  const { Error, ErrorCode } = CustomFunctions;
  const show = (value) => (value instanceof Error ? "error " + value.code : value);
  const seen = (value) => (Array.isArray(value) ? value.map((row) => row.map(show)) : show(value));
  CustomFunctions.associate("SEEN", (...values) => JSON.stringify(values.map(seen)));
  CustomFunctions.associate("SAME", (matrix) => matrix);
  CustomFunctions.associate({
    HALVES: (amount) => [[amount[0][0] / 2], [amount[0][0] / 4], [amount[0][0] / 4]],
    SIZED: (rows, columns) =>
      Array.from({ length: rows[0][0] }, (_, r) => Array.from({ length: columns[0][0] }, (_, c) => r * 1000 + c)),
    WRONG: (code) => {
      throw new Error(ErrorCode[code], "wrong in " + Office.context.displayLanguage);
    },
    PARTLY: () => [[1, new Error(ErrorCode.notAvailable, "not this one")], [true, "text"]],
    GIVES: (what) =>
      ({
        nothing: undefined,
        "null in a grid": [[1, null]],
        "no rows": [],
        "no columns": [[]],
        ragged: [[1, 2], [3]],
        flat: [1, 2],
        object: {},
        NaN: NaN,
        infinity: [[Infinity]],
        error: [[new Error(ErrorCode.invalidReference)]],
      })[what],
    BREAKS: () => {
      throw new TypeError("a defect in the function");
    },
  });
})();`;

const matrix = { description: "", type: "any", dimensionality: "matrix" };
const text = { description: "", type: "string" };
const fn = (id: string, ...parameters: object[]) => ({
  id,
  name: id,
  description: `What ${id} does`,
  parameters: parameters.map((parameter, i) => ({ name: `argument${i}`, description: "", ...parameter })),
});

export const fixture: BuiltAddIn = {
  bundle,
  metadata: {
    functions: [
      fn("SEEN", matrix, { ...matrix, optional: true }, { ...text, optional: true, customEnumId: "CHOICE" }),
      fn("SAME", matrix),
      fn("HALVES", matrix),
      fn("SIZED", matrix, matrix),
      fn("WRONG", text),
      fn("PARTLY"),
      fn("GIVES", text),
      fn("BREAKS"),
    ],
    enums: [
      {
        id: "CHOICE",
        values: [
          { name: "staten", stringValue: "state", tooltip: "Statens bidrag" },
          { name: "total", stringValue: "total", tooltip: "The total" },
        ],
      },
    ],
  },
};

/** The engine tells its timings through console.debug when cells change. */
export function silenceEngine(): void {
  jest.spyOn(console, "debug").mockImplementation(() => undefined);
}
