/*
 * The ribbon's buttons for the workbook as a whole: an answer opens the pane as a problem does, long work tells how
 * far it has come, and a copy with #NAME? in it is made when the user asks a second time.
 */
import { jest } from "@jest/globals";
import { generateMetadata } from "../../scripts/metadata";
import type { CopyAnswer, CopyRequest } from "../../src/actions/copyWorker";
import { frozenCopy } from "../../src/actions/frozenCopy";
import { onNotice, takeNotice, type Notice } from "../../src/commands/notices";
import { tellingProgress } from "../../src/commands/progress";
import { commands } from "../../src/commands/run";
import type { Contents } from "../../src/workbook/contents";
import type { Workbook } from "../../src/workbook/port";
import { workbookThat } from "../workbook/answering";
import { addInId, book } from "../xlsx/books";

const { catalogue } = await generateMetadata("https://localhost:3000");
const heard: Notice[] = [];
let stop = () => undefined as void;

/** Runs a command against a workbook; says how often the pane was opened. */
async function run(name: string, workbook: Partial<Workbook>): Promise<number> {
  const showAsTaskpane = jest.fn(() => Promise.resolve());
  Object.assign(globalThis, {
    window: { parent: { finsamWorkbook: workbookThat(workbook) } },
    Office: { addin: { showAsTaskpane }, context: { displayLanguage: "sv-SE" } },
  });
  const completed = jest.fn();
  await commands.get(name)!({ completed });
  expect(completed).toHaveBeenCalledTimes(1);
  return showAsTaskpane.mock.calls.length;
}

beforeEach(() => {
  heard.length = 0;
  takeNotice();
  stop = onNotice((notice) => heard.push(notice));
});
afterEach(() => {
  stop();
  jest.restoreAllMocks();
  Object.assign(globalThis, { window: undefined, Office: undefined, Worker: undefined });
});

const contents =
  (sheets: Contents["sheets"] = []) =>
  () =>
    Promise.resolve({ kind: "contents" as const, contents: { sheets, unread: [], isManual: false } });

test("a check's answer opens the pane", async () => {
  const loadNoMore = jest.fn(() => Promise.resolve());
  expect(await run("checkWorkbook", { contents: contents(), loadNoMore })).toBe(1);
  expect(heard).toEqual([{ kind: "answer", text: "Arbetsboken har inga FINSAM-formler att kontrollera." }]);
  expect(loadNoMore).toHaveBeenCalledTimes(1);
});

test("an answer that nobody listens to waits for the pane", async () => {
  stop();
  await run("repair", { contents: contents() });
  expect(takeNotice()).toMatchObject({ kind: "answer", text: expect.stringContaining("Inget att reparera") });
});

test("a repair tells how many cells were entered again", async () => {
  const block = { top: 0, left: 0, formulas: [["=_xldudf_FINSAM_SPLIT(1)"]], values: [["#NAMN?"]] };
  const sheet = { name: "A", blocks: [block], own: [{ row: 0, column: 0, rows: 1, columns: 1 }] };
  const enterAgain: Workbook["enterAgain"] = (entries) =>
    Promise.resolve({ kind: "entered", cells: entries.map(({ formula }) => ({ kind: "shows", value: formula })) });
  await run("repair", { contents: contents([sheet]), enterAgain });
  expect(heard).toEqual([{ kind: "answer", text: "En cell är inskriven på nytt." }]);
});

/** The worker's own part, without its thread. */
class SameThread {
  static made: SameThread[] = [];
  onmessage: ((event: { data: CopyAnswer }) => void) | undefined;
  onerror: ((event: { message: string }) => void) | undefined;
  isTerminated = false;
  constructor(readonly script: URL) {
    SameThread.made.push(this);
  }
  postMessage({ bytes, ...options }: CopyRequest): void {
    if (bytes.length === 3) return this.onerror!({ message: "no script" });
    this.onmessage!({ data: { kind: "progress", done: 1, total: 2 } });
    this.onmessage!({ data: frozenCopy(bytes, options, { catalogue, version: "1.0.0.0", id: addInId }) });
  }
  terminate(): void {
    this.isTerminated = true;
  }
}

describe("a copy", () => {
  const plan = '<row r="1"><c r="A1"><f>_xldudf_FINSAM_TOTAL(1,"state")</f><v>2</v></c></row>';
  const lost = plan.replace("<v>2</v>", "<v>#NAME?</v>").replace("<c ", '<c t="e" ');
  const openAsNew = jest.fn(() => Promise.resolve({ kind: "opened" as const }));
  const file = (bytes: Uint8Array) => () => Promise.resolve({ kind: "file" as const, bytes });

  beforeEach(() => {
    openAsNew.mockClear();
    SameThread.made = [];
    Object.assign(globalThis, { Worker: SameThread });
  });

  test("is made by a worker, which ends with it", async () => {
    expect(await run("sendCopy", { file: file(book({ Plan: plan })), openAsNew })).toBe(1);
    expect(heard).toEqual([{ kind: "answer", text: expect.stringContaining("Kopian är öppen som en ny arbetsbok.") }]);
    expect(SameThread.made.map(({ isTerminated }) => isTerminated)).toEqual([true]);
    expect(openAsNew).toHaveBeenCalledTimes(1);
  });

  test("with #NAME? in it is made when it is asked for a second time, and a third time asked about anew", async () => {
    const workbook = { file: file(book({ Plan: lost })), openAsNew };
    await run("sendCopy", workbook);
    expect(openAsNew).not.toHaveBeenCalled();
    await run("sendCopy", workbook);
    expect(openAsNew).toHaveBeenCalledTimes(1);
    await run("sendCopy", workbook);
    expect(openAsNew).toHaveBeenCalledTimes(1);
    expect(heard.map(({ kind }) => kind)).toEqual(["problem", "problem", "problem"]);
  });

  test("whose worker cannot start is a defect that is said", async () => {
    jest.spyOn(console, "error").mockImplementation(() => undefined);
    await run("sendCopy", { file: file(new Uint8Array(3)), openAsNew });
    expect(heard).toEqual([{ kind: "problem", text: expect.stringContaining("(no script)") }]);
    expect(SameThread.made[0]!.isTerminated).toBe(true);
  });
});

test("progress is told every other second, and not of what is soon done", () => {
  let now = 0;
  jest.spyOn(performance, "now").mockImplementation(() => now);
  const progress = tellingProgress((percent) => `${percent} %`);
  for (now = 0; now <= 5000; now += 500) progress(now, 5000);
  expect(heard).toEqual([
    { kind: "progress", text: "40 %" },
    { kind: "progress", text: "80 %" },
  ]);
});
