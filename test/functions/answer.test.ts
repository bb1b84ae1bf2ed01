import { cell } from "./customFunctions";
import { answer } from "../../src/functions/answer";
import type { Answer, Definition } from "../../src/functions/definitions";
import { Problem } from "../../src/core/problem";

const absent = (row: number) =>
  new Problem("capNeverReached", { argument: "cap", most: 1000, place: { row, column: 1, rows: 2, columns: 1 } });
const answering = (compute: () => Answer): Definition => ({ readers: [], compute });

test("what does not exist is #N/A for the whole call where it is the only answer", () => {
  expect(
    cell(() =>
      answer(
        answering(() => [[absent(1)]]),
        [],
      ),
    ),
  ).toMatchObject({ error: "#N/A" });
});

test("what does not exist is #N/A in its own place where there are other answers", () => {
  expect(
    answer(
      answering(() => [[5], [absent(2)]]),
      [],
    ),
  ).toEqual([[5], [{ code: "#N/A", message: "cap, row 2: the cap is never reached, or not within 1,000 years." }]]);
});

test("a fault of ours is an error that says so, never a bare #VALUE!", () => {
  const fault = () => {
    throw new TypeError("x is undefined");
  };
  expect(cell(() => answer(answering(fault), []))).toEqual({
    error: "#VALUE!",
    message:
      "A fault in FINSAM, not in your sheet: TypeError: x is undefined. Please report it together with the formula.",
  });
});
