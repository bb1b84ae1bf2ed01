/*
 * The ribbon's commands: they say what came of it or hand the job to the pane, open it for a problem or a job, and
 * always tell Excel that they have ended.
 */
import { jest } from "@jest/globals";
import { readFileSync } from "node:fs";
import path from "node:path";
import { withScenarios } from "../../scripts/scenarioMenu";
import { onMessage, takeMessage, type Message } from "../../src/commands/messages";
import { commandName, commands } from "../../src/commands/run";
import { scenarios } from "../../src/scenarios/all";
import type { Selection, SheetOutcome } from "../../src/workbook/port";
import { dist, load } from "../built/dist";
import { workbookThat } from "../workbook/answering";

const first = scenarios[0]!;
const name = commandName(first.id);
const heard: Message[] = [];
let stop = () => undefined as void;

/** Runs the first scenario's command against a workbook that answers so. */
async function run(
  answer: () => Promise<SheetOutcome>,
  showAsTaskpane = () => Promise.resolve(),
  command = name,
  selection: Selection = { kind: "empty" },
) {
  const shown = jest.fn(showAsTaskpane);
  const workbook = workbookThat({ insertSheet: answer, selection: () => Promise.resolve(selection) });
  Object.assign(globalThis, {
    window: { parent: { finsamWorkbook: workbook } },
    Office: { addin: { showAsTaskpane: shown }, context: { displayLanguage: "sv-SE" } },
  });
  const completed = jest.fn();
  await commands.get(command)!({ completed });
  expect(completed).toHaveBeenCalledTimes(1);
  return shown.mock.calls.length;
}

const refused = (left?: string) => () =>
  Promise.resolve<SheetOutcome>({
    kind: "refused",
    reason: "other",
    message: "Excel's words",
    ...(left !== undefined && { left }),
  });

beforeEach(() => {
  heard.length = 0;
  takeMessage();
  stop = onMessage((message) => heard.push(message));
  jest.spyOn(console, "error").mockImplementation(() => undefined);
});
afterEach(() => {
  stop();
  jest.restoreAllMocks();
  Object.assign(globalThis, { window: undefined, Office: undefined });
});

test("what went well is said without opening the pane", async () => {
  expect(await run(() => Promise.resolve({ kind: "sheetInserted", name: "Bladet" }))).toBe(0);
  expect(heard).toEqual([{ kind: "done", text: `${first.title("sv")}: infogat som bladet ”Bladet”.` }]);
});

test("that the selection was not taken is said in the pane, which opens, or finds it when it is built", async () => {
  const values = [["Malmö", 2020, 2021]];
  const threeColumns: Selection = { kind: "cells", top: 0, left: 0, values };
  const answer = () => Promise.resolve<SheetOutcome>({ kind: "sheetInserted", name: "Bladet" });
  expect(await run(answer, undefined, name, threeColumns)).toBe(1);
  expect(heard).toMatchObject([{ kind: "hint", text: expect.stringContaining("markera två kolumner") }]);
  stop();
  await run(answer, undefined, name, threeColumns);
  expect(takeMessage()).toMatchObject({ kind: "hint" });
});

test("what Excel refuses is said, and the pane opened", async () => {
  expect(await run(refused())).toBe(1);
  expect(heard).toEqual([
    { kind: "problem", text: `${first.title("sv")} har inte infogats. Excel svarade: Excel's words` },
  ]);
});

test("a sheet that was left behind is named", async () => {
  await run(refused("FINSAM 1a2b"));
  expect(heard[0]).toMatchObject({ text: expect.stringContaining("”FINSAM 1a2b”") });
});

test("a defect is said too", async () => {
  expect(await run(() => Promise.reject(new Error("broken")))).toBe(1);
  expect(heard[0]).toMatchObject({ kind: "problem", text: expect.stringContaining("broken") });
});

test("a pane that cannot be shown does not leave Excel waiting", async () => {
  await run(refused(), () => Promise.reject(new Error("no pane")));
  expect(heard).toHaveLength(1);
});

test("a problem that nobody listens to waits for the pane, once; good news does not", async () => {
  stop();
  await run(refused());
  expect(takeMessage()?.kind).toBe("problem");
  expect(takeMessage()).toBeUndefined();
  await run(() => Promise.resolve({ kind: "sheetInserted", name: "Bladet" }));
  expect(takeMessage()).toBeUndefined();
});

test.each([
  ["checkWorkbook", "check"],
  ["repair", "repair"],
  ["sendCopy", "sendCopy"],
])("%s is a job of the pane's, which is opened for it; one that is not built yet finds it", async (command, job) => {
  const asked = { kind: "job", view: "check", name: job };
  const notAsked = () => Promise.reject(new Error("not asked for"));
  expect(await run(notAsked, undefined, command)).toBe(1);
  expect(heard).toEqual([asked]);
  expect(takeMessage()).toBeUndefined();
  stop();
  await run(notAsked, undefined, command);
  expect(takeMessage()).toEqual(asked);
});

test("every scenario and every button has a command, and the build associates them all at once", () => {
  const names = [...scenarios.map(({ id }) => commandName(id)), "sendCopy", "repair", "checkWorkbook"];
  expect([...commands.keys()]).toEqual(names);
  expect(new Set(names).size).toBe(names.length);
  expect(load(readFileSync(path.join(dist, "commands.js"), "utf8")).commands).toEqual(names);
});

test("the manifest's menu is the list of scenarios: else run npm run manifest", () => {
  const manifest = readFileSync(path.resolve(import.meta.dirname, "../../manifest.xml"), "utf8");
  expect(withScenarios(manifest, scenarios)).toBe(manifest);
  expect(withScenarios(manifest, scenarios.slice(1))).not.toBe(manifest);
  expect(() => withScenarios("<OfficeApp />", scenarios)).toThrow("0 places");
});
