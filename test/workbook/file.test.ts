/*
 * The workbook's file out of Excel: whole, in order, and closed again whatever happens.
 */
import { jest } from "@jest/globals";
import { excelWorkbook } from "../../src/workbook/office";
import { fakeFile } from "./excelFile";

const bytes = Uint8Array.from({ length: 2_500_000 }, (_, index) => index % 251);

test("comes in slices, is put together and closed", async () => {
  const state = fakeFile({ bytes });
  const told: [number, number][] = [];
  const outcome = await excelWorkbook.file({ progress: (done, total) => void told.push([done, total]) });
  expect(outcome.kind === "file" && Buffer.compare(outcome.bytes, bytes)).toBe(0);
  expect(state).toMatchObject({ opened: 1, closed: 1, slices: [0, 1, 2] });
  expect(told).toEqual([
    [0, 3],
    [1, 3],
    [2, 3],
  ]);
});

test.each([
  ["does not hand it out", { fails: "getFile" as const }, { opened: 0, closed: 0 }],
  ["gives no slice", { fails: "getSlice" as const }, { opened: 1, closed: 1 }],
  ["gives less than there is", { isShort: true }, { opened: 1, closed: 1 }],
])("where Excel %s, that is told, and no file stays open", async (_, given, after) => {
  const state = fakeFile({ bytes, ...given });
  expect(await excelWorkbook.file()).toMatchObject({ kind: "refused", reason: "noFile", message: expect.any(String) });
  expect(state).toMatchObject(after);
});

test("a file that cannot be closed is in nobody's way", async () => {
  const logged = jest.spyOn(console, "error").mockImplementation(() => undefined);
  fakeFile({ bytes, fails: "close" });
  expect(await excelWorkbook.file()).toMatchObject({ kind: "file" });
  expect(logged).toHaveBeenCalledTimes(1);
  logged.mockRestore();
});

test("it is closed where the user wants no more", async () => {
  const state = fakeFile({ bytes });
  const stop = new AbortController();
  const outcome = await excelWorkbook.file({ progress: () => stop.abort(), signal: stop.signal });
  expect(outcome).toEqual({ kind: "stopped" });
  expect(state).toMatchObject({ closed: 1 });
  expect(state.slices.length).toBeLessThan(3);
});

test("as often as is asked for it", async () => {
  fakeFile({ bytes });
  for (let time = 0; time < 4; time += 1) expect(await excelWorkbook.file()).toMatchObject({ kind: "file" });
});

test("where Office has no such function, that is told", async () => {
  Object.assign(globalThis, { Office: { FileType: { Compressed: "compressed" }, context: { document: {} } } });
  expect(await excelWorkbook.file()).toMatchObject({ kind: "refused", reason: "noFile" });
});

test("a file opens as a new workbook", async () => {
  const state = fakeFile({ bytes });
  expect(await excelWorkbook.openAsNew("UEsD")).toEqual({ kind: "opened" });
  expect(state.created).toEqual(["UEsD"]);
});

test.each([
  ["RequestPayloadSizeLimitExceeded", "tooLarge"],
  ["InvalidArgument", "notOpened"],
])("Excel's %s is a refusal for the reason %s", async (code, reason) => {
  fakeFile({ bytes, fails: "create", code });
  expect(await excelWorkbook.openAsNew("UEsD")).toEqual({ kind: "refused", reason, message: "Excel's words" });
});
