/*
 * The page's side of the files' worker: answers find their questions, and a worker that dies is replaced by one that
 * is given the opened file again.
 */
import { FileClient, Stopped } from "../../../src/workbench/file/client";
import type { Answer, Asked } from "../../../src/workbench/file/messages";
import type { SaveRequest } from "../../../src/workbench/file/service";
import { WorkbookError } from "../../../src/xlsx/problem";

/** A worker that answers when it is told to, and keeps what it was asked. */
class FakeWorker {
  readonly asked: Asked[] = [];
  onmessage: ((event: { data: Answer }) => void) | null = null;
  onerror: ((event: { message: string }) => void) | null = null;
  onmessageerror: (() => void) | null = null;
  isTerminated = false;

  postMessage(asked: Asked): void {
    this.asked.push(asked);
  }

  terminate(): void {
    this.isTerminated = true;
  }

  answer(kind: "done" | "failed" | "refused" | "progress", more: object): void {
    this.onmessage!({ data: { id: this.asked.at(-1)!.id, kind, ...more } as Answer });
  }
}

const request: SaveRequest = { title: "", sheets: [], names: new Map() };
const bytes = Uint8Array.from([1, 2, 3]);

let workers: FakeWorker[];
let client: FileClient;
beforeEach(() => {
  workers = [];
  client = new FileClient(() => {
    workers.push(new FakeWorker());
    return workers.at(-1) as unknown as Worker;
  });
});

test("no worker is started before there is something to do", () => {
  expect(workers).toEqual([]);
});

test("tells of progress, and gives what comes of it", async () => {
  const steps: unknown[] = [];
  const opened = client.open(bytes, (...step) => steps.push(step));
  workers[0]!.answer("progress", { step: "read", done: 1, total: 2 });
  workers[0]!.answer("done", { value: { token: 7, sheetNames: ["Blad1"] } });
  expect(await opened).toMatchObject({ sheetNames: ["Blad1"] });
  expect(steps).toEqual([["read", 1, 2]]);
});

test("a file that is refused, and work that fails, are told apart", async () => {
  const refused = client.open(bytes);
  workers[0]!.answer("refused", { problem: { kind: "empty" } });
  await expect(refused).rejects.toEqual(new WorkbookError({ kind: "empty" }));
  const failed = client.save(request);
  workers[0]!.answer("failed", { message: "no" });
  await expect(failed).rejects.toThrow("no");
  expect(workers).toHaveLength(1);
});

test.each([
  ["dies", (worker: FakeWorker) => worker.onerror!({ message: "out of memory" })],
  ["is stopped", () => client.cancel()],
])(
  "where the worker %s what it did is told, and another is given the opened file before it is saved",
  async (_, end) => {
    const opened = client.open(bytes);
    workers[0]!.answer("done", { value: { token: 7 } });
    const { token } = await opened;
    const stopped = client.save({ ...request, token });
    end(workers[0]!);
    await expect(stopped).rejects.toBeInstanceOf(Stopped);
    expect(workers[0]!.isTerminated).toBe(true);

    const saved = client.save({ ...request, token });
    expect(workers[1]!.asked).toMatchObject([{ kind: "open", bytes }]);
    workers[1]!.answer("done", { value: { token: 3 } });
    await Promise.resolve();
    await new Promise((resolve) => setTimeout(resolve));
    expect(workers[1]!.asked.at(-1)).toMatchObject({ kind: "save", request: { token: 3 } });
    workers[1]!.answer("done", { value: { bytes } });
    expect(await saved).toEqual({ bytes });
  },
);

test("a file that is open no more is forgotten", async () => {
  const opened = client.open(bytes);
  workers[0]!.answer("done", { value: { token: 7 } });
  client.forget((await opened).token);
  expect(workers[0]!.asked.at(-1)).toMatchObject({ kind: "forget", token: 7 });
});

test("stopping the worker before it has forgotten a file is nobody's fault", async () => {
  const unhandled: unknown[] = [];
  const hear = (reason: unknown) => unhandled.push(reason);
  process.on("unhandledRejection", hear);
  const opened = client.open(bytes);
  workers[0]!.answer("done", { value: { token: 7 } });
  client.forget((await opened).token);
  client.cancel();
  await new Promise((resolve) => setTimeout(resolve, 5));
  process.off("unhandledRejection", hear);
  expect(unhandled).toEqual([]);
});
