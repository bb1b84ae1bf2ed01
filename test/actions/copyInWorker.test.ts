/*
 * The copy made by its worker, whose own part runs here without a thread.
 */
import { jest } from "@jest/globals";
import { generateMetadata } from "../../scripts/metadata";
import { copyInWorker } from "../../src/actions/copyInWorker";
import type { CopyAnswer, CopyRequest } from "../../src/actions/copyWorker";
import { frozenCopy } from "../../src/actions/frozenCopy";
import { addInId, book } from "../xlsx/books";

const { catalogue } = await generateMetadata("https://localhost:3000");
const options = { language: "sv", date: "2026-11-25" } as const;
const plan = book({ Plan: '<row r="1"><c r="A1"><f>_xldudf_FINSAM_TOTAL(1,"state")</f><v>2</v></c></row>' });

class SameThread {
  static made: SameThread[] = [];
  onmessage: ((event: { data: CopyAnswer }) => void) | undefined;
  onerror: ((event: { message: string }) => void) | undefined;
  isTerminated = false;
  constructor(readonly script: URL) {
    SameThread.made.push(this);
  }
  postMessage({ bytes, ...asked }: CopyRequest): void {
    if (bytes.length === 2) return;
    if (bytes.length === 3) return this.onerror!({ message: "no script" });
    if (bytes.length === 4) return this.onmessage!({ data: { kind: "broken", message: "a defect" } });
    this.onmessage!({ data: { kind: "progress", done: 1, total: 2 } });
    this.onmessage!({ data: frozenCopy(bytes, asked, { catalogue, version: "1.0.0.0", id: addInId }) });
  }
  terminate(): void {
    this.isTerminated = true;
  }
}

beforeEach(() => {
  SameThread.made = [];
  Object.assign(globalThis, { Worker: SameThread });
});
afterEach(() => Object.assign(globalThis, { Worker: undefined }));

const terminated = () => SameThread.made.map(({ isTerminated }) => isTerminated);

test("it tells how far it has come, and the worker ends with it", async () => {
  const progress = jest.fn();
  expect(await copyInWorker(plan, options, { progress })).toMatchObject({ kind: "copy", blocks: 1, sheet: "Underlag" });
  expect(progress.mock.calls).toEqual([[1, 2]]);
  expect(terminated()).toEqual([true]);
});

test.each([
  ["cannot start", 3, "no script"],
  ["has a defect", 4, "a defect"],
])("a worker that %s is a defect that is told, and ends", async (_, length, message) => {
  await expect(copyInWorker(new Uint8Array(length), options, {})).rejects.toThrow(message);
  expect(terminated()).toEqual([true]);
});

test("who wants it no more ends the worker", async () => {
  const stop = new AbortController();
  const made = copyInWorker(new Uint8Array(2), options, { signal: stop.signal });
  stop.abort(new Error("stopped"));
  await expect(made).rejects.toThrow("stopped");
  expect(terminated()).toEqual([true]);
});

test("who has had enough before it begins starts no worker", async () => {
  await expect(copyInWorker(plan, options, { signal: AbortSignal.abort() })).rejects.toThrow();
  expect(SameThread.made).toEqual([]);
});
