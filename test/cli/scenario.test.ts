/*
 * `scenario`: what it writes, where, and its exit code.
 */
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Writable } from "node:stream";
import { scenario } from "../../src/cli/scenario";
import { readBuiltAddIn } from "../../src/engine/engine";
import { scenarios } from "../../src/scenarios/all";
import XLSX from "xlsx";

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

test("--years, --unions and --without-region choose the shape of the sheet, where a scenario has such a choice", async () => {
  const shaped = await run("show", "escalation", "--years", "3", "--without-region", "--json");
  expect(shaped.code).toBe(0);
  const { cells } = JSON.parse(shaped.stdout) as { cells: { value: unknown }[] };
  const values = cells.map(({ value }) => value);
  expect([values.includes(2023), values.includes(2024), values.includes("Regionen")]).toEqual([true, false, false]);
  expect((await run("show", "results", "--unions", "4", "--set", "F8=Norra")).stdout).toContain("F8\tNorra");
});

test.each([
  [["calendar", "--years", "4"], "--years: calendar har inget sådant val."],
  [["check-decision", "--unit", "kr"], "--unit: check-decision har inget sådant val."],
  [["results", "--without-region"], "--without-region: results har inget sådant val."],
  [["multi-year", "--years", "21"], "--years: ska vara ett heltal från 2 till 20."],
  [["results", "--unions", "två"], "--unions: ska vara ett heltal från 1 till 20."],
  [["results", "--unions"], "--unions: ska vara ett heltal från 1 till 20."],
])("show %j is told what can be chosen", async (args, sentence) => {
  const { code, stderr } = await run("show", ...args);
  expect(code).toBe(2);
  expect(stderr).toContain(sentence);
});

test("--unit gives the sheet in kronor or millions of them, and --set is in the same", async () => {
  const { code, stdout } = await run("show", "escalation", "--unit", "kr", "--set", "stateStart=4000000");
  expect(code).toBe(0);
  expect(stdout).toContain("\nB6\tkr\nC6\t4000000\n");
  expect(stdout).toContain("\nD20\t4400000\n");
  const wrong = await run("show", "escalation", "--unit", "öre");
  expect([wrong.code, wrong.stdout]).toEqual([2, ""]);
  expect(wrong.stderr).toContain("--unit: enheten är kr, tkr eller mnkr.");
});

test("what --set changes is cited as the user's own, and an input can be left blank", async () => {
  const { code, stdout } = await run("show", "escalation", "--json", "--set", "C17=0", "--set", "inhabitants=");
  const { cells } = JSON.parse(stdout);
  expect(code).toBe(0);
  expect(cells).toContainEqual({ address: "C17", value: 0 });
  expect(cells).toContainEqual({ address: "J17", value: "Egen uppgift" });
  expect(cells).toContainEqual(expect.objectContaining({ name: "inhabitants", value: null }));
});

test.each([
  ["5%", 0.05],
  ["12.5 %", 0.125],
  ["-1e-2", -0.01],
  ["0x10", "0x10"],
  ["1e999", "1e999"],
  ["", ""],
])("--set rate=%s gives the cell what it would take from somebody typing", async (typed, value) => {
  const { stdout } = await run("show", "escalation", "--json", "--set", `rate=${typed}`);
  const { cells } = JSON.parse(stdout) as { cells: { name?: string; value: unknown }[] };
  expect(cells.find(({ name }) => name === "rate")?.value ?? "").toBe(value);
});

test("an input that a function refuses gives exit code 1", async () => {
  const { code, stdout } = await run("show", "escalation", "--json", "--set", "stateStart=mycket");
  const { cells } = JSON.parse(stdout);
  expect(code).toBe(1);
  expect(cells).toContainEqual(
    expect.objectContaining({ address: "C31", value: "#VALUE!", message: expect.stringContaining("mycket") }),
  );
});

describe("write", () => {
  let folder: string;
  const at = (name: string) => path.join(folder, name);
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "finsam-write-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test("makes a workbook in the language asked for, with changed inputs, and says so", async () => {
    const file = at("plan.xlsx");
    const { code, stdout, stderr } = await run("write", "escalation", file, "--lang", "en", "--set", "rate=0.2");
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: `${file}: the sheet Escalation, the control cell is 0\n`,
      stderr: "",
    });
    const sheet = XLSX.read(readFileSync(file), { type: "buffer" }).Sheets["Escalation"]!;
    expect([sheet["C7"].v, sheet["D20"].v]).toEqual([0.2, 4409]);
    expect(readdirSync(folder)).toEqual(["plan.xlsx"]);
  });

  test("--json says where the file is and what its control cell reads", async () => {
    const { stdout } = await run("write", "calendar", at("a.xlsx"), "--json");
    expect(JSON.parse(stdout)).toEqual({ file: at("a.xlsx"), id: "calendar", sheet: "Årshjul", control: 0 });
  });

  test("keeps a file that is there, unless told to replace it", async () => {
    writeFileSync(at("plan.xlsx"), "mine");
    const refused = await run("write", "escalation", at("plan.xlsx"));
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining("finns redan") });
    expect(readFileSync(at("plan.xlsx"), "utf8")).toBe("mine");
    expect(await run("write", "escalation", at("plan.xlsx"), "--force")).toMatchObject({ code: 0, stderr: "" });
    expect(readFileSync(at("plan.xlsx")).subarray(0, 2).toString()).toBe("PK");
  });

  test.each([
    [
      "stateStart=mycket",
      "Statens bidrag startåret: ska vara ett tal, men är texten ”mycket”. Ingen fil är skriven.\n",
    ],
    ["stateMaximum=-5", "Statens maxbelopp: ska vara över 0, men är −5. Ingen fil är skriven.\n"],
  ])("writes nothing with %s, and says why as the form does", async (given, sentence) => {
    const { code, stdout, stderr } = await run("write", "escalation", at("plan.xlsx"), "--set", given);
    expect([code, stdout, stderr]).toEqual([2, "", sentence]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("writes a sheet whose control fails, names it, and ends with 1", async () => {
    const { code, stderr } = await run("write", "calendar", at("plan.xlsx"), "--set", "D18=12");
    expect(code).toBe(1);
    expect(stderr).toContain("är skriven, men bladet går inte ihop: D50 1");
    expect(XLSX.read(readFileSync(at("plan.xlsx")), { type: "buffer" }).Sheets["Årshjul"]!["D50"].v).toBe(1);
  });

  test.each([
    ["no file", (): string[] => [], "Ange vad filen ska heta"],
    ["a file that Excel would not open", () => [at("plan.xls")], "måste sluta på .xlsx"],
    ["a folder", () => [folder], "är en mapp"],
    ["a folder that is not there", () => [at("not/plan.xlsx")], `finns inte. Skapa den först`],
    ["an argument too many", () => [at("plan.xlsx"), "now"], "now är ett argument för mycket"],
    ["a change of what is no input", () => [at("plan.xlsx"), "--set", "parties=1"], "--set parties"],
  ])("%s is a sentence and exit code 2, and nothing is written", async (_, more, sentence) => {
    const { code, stdout, stderr } = await run("write", "escalation", ...more());
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(sentence);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("a place that cannot be written is a sentence, and leaves nothing behind", async () => {
    // The name that the file has until it is whole is somebody else's.
    const beside = at(`plan.xlsx.${process.pid}.tmp`);
    writeFileSync(beside, "theirs");
    expect(await run("write", "escalation", at("plan.xlsx"))).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("kunde inte skrivas"),
    });
    expect(readdirSync(folder)).toEqual([path.basename(beside)]);
    expect(readFileSync(beside, "utf8")).toBe("theirs");
  });

  // Root may write anywhere.
  (process.getuid?.() === 0 || process.platform === "win32" ? test.skip : test)(
    "so is one that its user may not write",
    async () => {
      chmodSync(folder, 0o500);
      const { code, stderr } = await run("write", "escalation", at("plan.xlsx"));
      chmodSync(folder, 0o700);
      expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining("får inte skrivas") });
    },
  );
});

test("--help explains the call", async () => {
  expect(await run("--help", "--lang", "en")).toMatchObject({ code: 0, stdout: expect.stringContaining("--set NAME") });
});

test.each([
  ["no command", [], "Ange list, show ID eller write ID FIL.xlsx."],
  ["an unknown command", ["shw"], "Kommandot shw finns inte"],
  ["no scenario", ["show"], "Ange vilket scenario: escalation"],
  ["an unknown scenario", ["show", "nothing"], "Scenariot nothing finns inte"],
  ["an argument too many", ["show", "escalation", "now"], "now är ett argument för mycket"],
  ["an argument to list", ["list", "escalation"], "escalation är ett argument för mycket"],
  ["an unknown option", ["list", "--frob"], "Flaggan --frob finns inte"],
  ["--force for what writes no file", ["show", "escalation", "--force"], "--force hör till write"],
  ["an unknown language", ["list", "--lang", "fi"], "språket är sv eller en"],
  ["a change without a value", ["show", "escalation", "--set", "rate"], "--set skrivs NAMN=VÄRDE"],
  ["a decimal comma", ["show", "escalation", "--set", "rate=0,05"], "--set rate=0,05: tal skrivs med decimalpunkt"],
  ["a change of what is no input", ["show", "escalation", "--set", "parties=1"], "--set parties: bladet har ingen"],
])("%s is a sentence on standard error, and exit code 2", async (_, args, sentence) => {
  const { code, stdout, stderr } = await run(...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(sentence);
  expect(stderr).toContain("Se npm run --silent scenario -- --help");
});
