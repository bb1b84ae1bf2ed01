/*
 * `scenario`: what it writes, where, and its exit code.
 */
import path from "node:path";
import { Writable } from "node:stream";
import { scenario } from "../../src/cli/scenario";
import { readBuiltAddIn } from "../../src/engine/engine";
import { scenarios } from "../../src/scenarios/all";

const dist = path.resolve(import.meta.dirname, "../../dist");

function collector() {
  let text = "";
  const stream = new Writable({
    write(chunk, _, done) {
      text += String(chunk);
      done();
    },
  });
  return { stream, read: () => text };
}

async function run(...args: string[]) {
  const [stdout, stderr] = [collector(), collector()];
  const load = () => Promise.resolve(readBuiltAddIn(dist));
  const code = await scenario(args, { stdout: stdout.stream, stderr: stderr.stream }, load);
  return { code, stdout: stdout.read(), stderr: stderr.read() };
}

test("list --json is each scenario's id and title", async () => {
  const { code, stdout } = await run("list", "--json", "--lang", "en");
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual(scenarios.map(({ id, title }) => ({ id, title: title("en") })));
  expect((await run("list")).stdout).toContain("escalation\tStegvis ökning till statens maxbelopp\n");
});

test("show --json has every cell with address, formula and value, and the control cell", async () => {
  const { code, stdout } = await run("show", "escalation", "--json", "--lang", "en");
  const { cells, control, controlAddress } = JSON.parse(stdout);
  expect(code).toBe(0);
  expect(control).toBe(0);
  expect(cells).toContainEqual({ address: "A1", value: "Escalation to the state's maximum" });
  expect(cells).toContainEqual({ address: "C6", name: "stateStart", value: 3674 });
  expect(cells).toContainEqual({
    address: "C20",
    name: "parties",
    formula: '=FINSAM.SPLIT(FINSAM.ESCALATE(C6,C7,C29,C8,,TRUE),C14:C17,C9,"state")',
    value: 3674,
  });
  expect(cells).toContainEqual({ address: "H25", value: 225 });
  expect(cells).toContainEqual(expect.objectContaining({ address: controlAddress, value: 0, name: "control" }));
});

test("show as text is a line for each cell, tab-separated", async () => {
  const { stdout } = await run("show", "escalation");
  expect(stdout).toContain("\nC6\t3674\n");
  expect(stdout).toContain('\nC30\t2026\t=IFNA(C5+FINSAM.YEARSTOCAP(C6,C7,C8),"nås inte")\n');
});

test("--set changes an input by its name or its address, and all follows", async () => {
  const { code, stdout } = await run("show", "escalation", "--set", "rate=0.2", "--set", "C17=0");
  expect(code).toBe(0);
  expect(stdout).toContain("\nD20\t4409\n");
  expect(stdout).toContain("\nD25\t0\n");
});

test("what --set changes is cited as the user's own, and an input can be left blank", async () => {
  const { code, stdout } = await run("show", "escalation", "--json", "--set", "C17=0", "--set", "inhabitants=");
  const { cells } = JSON.parse(stdout);
  expect(code).toBe(1);
  expect(cells).toContainEqual({ address: "C17", value: 0 });
  expect(cells).toContainEqual({ address: "J17", value: "Egen uppgift" });
  expect(cells).toContainEqual(expect.objectContaining({ name: "inhabitants", value: null }));
});

test("an input that a function refuses gives exit code 1", async () => {
  const { code, stdout } = await run("show", "escalation", "--json", "--set", "stateStart=mycket");
  const { cells } = JSON.parse(stdout);
  expect(code).toBe(1);
  expect(cells).toContainEqual(
    expect.objectContaining({ address: "C31", value: "#VALUE!", message: expect.stringContaining("mycket") }),
  );
});

test("--help explains the call", async () => {
  expect(await run("--help", "--lang", "en")).toMatchObject({ code: 0, stdout: expect.stringContaining("--set NAME") });
});

test.each([
  ["no command", [], "Ange list eller show ID."],
  ["an unknown command", ["shw"], "Kommandot shw finns inte"],
  ["no scenario", ["show"], "Ange vilket scenario: escalation"],
  ["an unknown scenario", ["show", "nothing"], "Scenariot nothing finns inte"],
  ["an argument too many", ["show", "escalation", "now"], "now är ett argument för mycket"],
  ["an argument to list", ["list", "escalation"], "escalation är ett argument för mycket"],
  ["an unknown option", ["list", "--frob"], "Flaggan --frob finns inte"],
  ["an unknown language", ["list", "--lang", "fi"], "språket är sv eller en"],
  ["a change without a value", ["show", "escalation", "--set", "rate"], "--set skrivs NAMN=VÄRDE"],
  ["a change of what is no input", ["show", "escalation", "--set", "parties=1"], "--set parties: bladet har ingen"],
])("%s is a sentence on standard error, and exit code 2", async (_, args, sentence) => {
  const { code, stdout, stderr } = await run(...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(sentence);
  expect(stderr).toContain("Se npm run --silent scenario -- --help");
});
