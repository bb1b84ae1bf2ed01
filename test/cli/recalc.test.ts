/*
 * `recalc` and `freeze`: what they write, where, their exit codes, and that nothing is left of what fails.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Writable } from "node:stream";
import { generateMetadata } from "../../scripts/metadata";
import { freeze } from "../../src/cli/freeze";
import { recalc } from "../../src/cli/recalc";
import { readBuiltAddIn } from "../../src/engine/engine";
import { book, bookParts, valuesOf, zip } from "../xlsx/books";

const dist = path.resolve(import.meta.dirname, "../../dist");
const { catalogue } = await generateMetadata("https://localhost:3000");
const folder = mkdtempSync(path.join(tmpdir(), "finsam-"));
const file = (name: string) => path.join(folder, name);
const [budget, broken] = [file("budget.xlsx"), file("trasig.xlsx")];
const bytes = book({
  Blad1:
    '<row r="1"><c r="A1"><f>FINSAM.TOTAL(1,"state")</f><v>9</v></c><c r="B1"><f>A1&amp;"x"</f></c></row><row r="2"><c r="B2"><f>_xlfn.LET(_xlpm.x,A1,_xlpm.x)</f><v>3</v></c></row>',
});

beforeEach(() => {
  for (const name of readdirSync(folder)) rmSync(file(name));
  writeFileSync(budget, bytes);
  writeFileSync(broken, bytes.slice(0, 500));
});
afterAll(() => rmSync(folder, { recursive: true }));

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

async function run(command: "recalc" | "freeze", ...args: string[]) {
  const [stdout, stderr] = [collector(), collector()];
  const streams = { stdout: stdout.stream, stderr: stderr.stream, stdin: process.stdin };
  const describeAddIn = () => Promise.resolve({ catalogue, version: "1.2.3", addInId: "none" });
  const code =
    command === "recalc"
      ? await recalc(args, streams, () => Promise.resolve(readBuiltAddIn(dist)))
      : await freeze(args, streams, describeAddIn, "2026-11-25");
  return { code, stdout: stdout.read(), stderr: stderr.read() };
}

describe("recalc", () => {
  test("writes the workbook and says what it did, and what it could not", async () => {
    const { code, stdout, stderr } = await run("recalc", budget, "-o", file("ut.xlsx"));
    expect([code, stdout]).toEqual([0, ""]);
    expect(stderr).toContain("Blad1!B2: =LET(x,A1,x) är inte omräknad: funktionen LET kan inte räknas här.");
    expect(stderr).toContain(
      "1 FINSAM-formel, 2 beräknade formler, 2 celler med annat värde än det lagrade, 1 ej beräknad.",
    );
    expect(valuesOf(readFileSync(file("ut.xlsx")))).toEqual({ "Blad1!A1": 2, "Blad1!B1": "2x", "Blad1!B2": 3 });
    expect(readFileSync(budget)).toEqual(Buffer.from(bytes));
    expect(readdirSync(folder).sort()).toEqual(["budget.xlsx", "trasig.xlsx", "ut.xlsx"]);
  });

  test("--check lists what differs, writes nothing, and ends with 1; with 0 where all is right", async () => {
    const { code, stdout } = await run("recalc", budget, "--check");
    expect([code, stdout]).toEqual([1, "Blad1!A1\t9\t2\nBlad1!B1\t\t2x\n"]);
    expect(readdirSync(folder)).toHaveLength(2);
    await run("recalc", budget, "-o", file("ut.xlsx"));
    expect(await run("recalc", file("ut.xlsx"), "--check")).toMatchObject({ code: 0, stdout: "" });
  });

  test("a cell that becomes an error is named with its reason, written or compared", async () => {
    const row = (formula: string) => `<row r="1"><c r="A1"><f>${formula}</f><v>1</v></c></row>`;
    writeFileSync(budget, book({ Blad1: row("FINSAM.TOTAL(&quot;x&quot;,&quot;state&quot;)") }));
    const sentence =
      "Blad1!A1: blir #VALUE!, men det lagrade värdet är 1. bidrag: ska vara ett tal, men är texten ”x”.";
    for (const call of [["-o", file("ut.xlsx")], ["--check"]]) {
      expect((await run("recalc", budget, ...call)).stderr.split("\n")[0]).toBe(sentence);
    }
    expect((await run("recalc", file("ut.xlsx"), "--check")).stderr).not.toContain("blir");
  });

  test("--json is the whole report", async () => {
    const { code, stdout } = await run("recalc", budget, "--check", "--json", "--lang", "en");
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      formulas: 1,
      calculated: 2,
      differences: [
        { cell: "Blad1!A1", stored: 9, computed: 2, formula: '=FINSAM.TOTAL(1,"state")' },
        { cell: "Blad1!B1", stored: null, computed: "2x", formula: '=A1&"x"' },
      ],
      notCalculated: [
        {
          cell: "Blad1!B2",
          formula: "=LET(x,A1,x)",
          reason: "unknownFunction",
          message: expect.stringContaining("the function LET cannot be evaluated here"),
          dependents: [],
        },
      ],
      uncertain: [],
      cutOff: [],
    });
  });
});

describe("what is said of very many cells", () => {
  /** Without how far it had come, which is told where the machine is slow. */
  const remarksIn = (stderr: string) =>
    stderr
      .trimEnd()
      .split("\n")
      .filter((line) => !/\s…\s\d+\s%$/.test(line));
  const cells = Array.from({ length: 2000 }, (_, i) => i + 1);
  const many = book({
    Blad1: `<row r="1"><c r="A1"><f>FINSAM.TOTAL(1,"state")</f><v>9</v></c></row>${cells
      .map(
        (row) =>
          `<row r="${row + 1}"><c r="A${row + 1}"><f>_xlfn.LET(_xlpm.x,A1,_xlpm.x)</f><v>3</v></c><c r="B${row + 1}"><f>A${row + 1}*2</f><v>6</v></c><c r="D${row + 1}"><f>FINSAM.TOTAL(1,"state")</f></c></row>`,
      )
      .join("")}`,
  });

  test("is a line for each reason, with the cells as areas; --json has each of them", async () => {
    writeFileSync(budget, many);
    const { stderr } = await run("recalc", budget, "-o", file("ut.xlsx"));
    expect(remarksIn(stderr)).toEqual([
      "Blad1!A2:A2001: var och en av de 2\u00a0000 formlerna (den första är =LET(x,A1,x)) behåller sitt lagrade värde: funktionen LET kan inte räknas här. Det gör också 2\u00a0000 celler som beror på dem.",
      expect.stringContaining("Skrev"),
    ]);
    const json = await run("recalc", budget, "--check", "--json");
    expect(JSON.parse(json.stdout).notCalculated).toHaveLength(2000);
  });

  test("by freeze too", async () => {
    writeFileSync(budget, many);
    const { stderr } = await run("freeze", budget, "-o", file("ut.xlsx"), "--lang", "en");
    expect(remarksIn(stderr)).toEqual([
      "Blad1!D2:D2001: the formulas had no stored values, so the cells are empty. Recalculate first.",
      expect.stringContaining("Wrote"),
    ]);
    const json = await run("freeze", budget, "-o", file("ut.xlsx"), "--force", "--json");
    expect(JSON.parse(json.stdout).warnings).toHaveLength(2000);
  });

  test("ends where nobody reads on", async () => {
    const names = cells
      .slice(0, 70)
      .map((row) => `<row r="${row}"><c r="A${row}"><f>FINSAM.TOTAL(namn${row}x,"state")</f><v>3</v></c></row>`);
    writeFileSync(budget, book({ Blad1: names.join("") }));
    const { stderr } = await run("recalc", budget, "-o", file("ut.xlsx"));
    expect(stderr.split("\n").slice(-3, -2)).toEqual(["… och 20 till; med --json står alla."]);
  });
});

test("freeze writes the copy and lists what it replaced", async () => {
  const { code, stdout } = await run("freeze", budget, "-o", file("kopia.xlsx"), "--json");
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    sheet: "Underlag",
    replaced: [{ place: "Blad1!A1", formula: '=FINSAM.TOTAL(1,"state")', functions: ["TOTAL"] }],
    warnings: [],
  });
  expect(valuesOf(readFileSync(file("kopia.xlsx")))).toMatchObject({ "Blad1!A1": 9, "Underlag!F5": "2026-11-25" });
});

test.each([
  ["nothing", "", "Arbetsboken har inga FINSAM-formler."],
  ["a name", '<definedName name="x">FINSAM.TOTAL(1,"state")</definedName>', "Ingen cell har en FINSAM-formel, men"],
  ["a hidden name", '<definedName name="_xldudf_FINSAM_TOTAL" hidden="1">#NAME?</definedName>', "Ingen cell har"],
])("freeze says what a workbook has of ours: %s", async (_, names, sentence) => {
  writeFileSync(budget, book({ Blad1: "" }, { names }));
  const { code, stderr } = await run("freeze", budget, "-o", file("kopia.xlsx"));
  expect([code, stderr]).toEqual([0, expect.stringContaining(sentence)]);
});

describe.each(["recalc", "freeze"] as const)("%s", (command) => {
  test.each([
    ["a broken file", () => [broken, "-o", file("ut.xlsx")], "Filen är skadad eller ofullständig"],
    ["a file that is not there", () => [file("ingen.xlsx"), "-o", file("ut.xlsx")], "finns inte"],
    ["a folder", () => [folder, "-o", file("ut.xlsx")], "är en mapp"],
    ["no file", () => ["-o", file("ut.xlsx")], "Ange arbetsboken"],
    ["no place for the result", () => [budget], "-o FIL.xlsx"],
    ["the workbook itself as its result", () => [budget, "-o", budget], "originalet ändras aldrig"],
    ["a folder that is not there", () => [budget, "-o", file("ingen/ut.xlsx")], `Mappen ${file("ingen")} finns inte`],
    ["a folder as its result", () => [budget, "-o", folder], "Ange vad filen ska heta"],
    ["a file that is there already", () => [budget, "-o", broken], "ersätt den med --force"],
    ["another ending", () => [budget, "-o", file("ut.pdf")], "filens namn måste sluta på .xlsx,"],
    ["a way through a file", () => [`${budget}/a.xlsx`, "-o", file("ut.xlsx")], "finns inte"],
    ["a file too many", () => [budget, broken, "-o", file("ut.xlsx")], "ett argument för mycket"],
    ["an unknown option", () => [budget, "--frob"], "--frob"],
    ["an unknown language", () => [budget, "-o", file("ut.xlsx"), "--lang", "fi"], "språket är sv eller en"],
  ])("%s is a sentence, exit code 2, and nothing is written", async (_, args, sentence) => {
    const { code, stdout, stderr } = await run(command, ...args());
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(sentence);
    expect(readdirSync(folder).sort()).toEqual(["budget.xlsx", "trasig.xlsx"]);
    expect(readFileSync(budget)).toEqual(Buffer.from(bytes));
  });

  test("a workbook with macros, or a template, is written under its own kind of name only", async () => {
    for (const [kind, ending] of [
      ["sheet.macroEnabled", "xlsm"],
      ["template", "xltx"],
      ["template.macroEnabled", "xltm"],
    ] as const) {
      const parts = bookParts({ Blad1: '<row r="1"><c r="A1"><f>FINSAM.TOTAL(1,"state")</f><v>9</v></c></row>' });
      const type = kind.includes("macro") ? `ms-excel.${kind}` : `openxmlformats-officedocument.spreadsheetml.${kind}`;
      const types = parts["[Content_Types].xml"]!.replace(
        /openxmlformats-officedocument.spreadsheetml.sheet(?=.main)/,
        type,
      );
      writeFileSync(broken, zip({ ...parts, "[Content_Types].xml": types }));
      const wrong = await run(command, broken, "-o", file("ut.xlsx"));
      expect(wrong).toMatchObject({
        code: 2,
        stderr: expect.stringContaining(`måste sluta på .${ending} (`) as unknown,
      });
      expect(await run(command, broken, "-o", file(`ut.${ending}`))).toMatchObject({ code: 0 });
      expect(readdirSync(folder).sort()).toEqual(["budget.xlsx", "trasig.xlsx", `ut.${ending}`]);
      rmSync(file(`ut.${ending}`));
    }
  });

  test("--force replaces a file that is there already", async () => {
    expect(await run(command, budget, "-o", broken, "--force")).toMatchObject({ code: 0 });
    expect(valuesOf(readFileSync(broken))).toMatchObject({ "Blad1!B2": 3 });
    expect(readdirSync(folder).sort()).toEqual(["budget.xlsx", "trasig.xlsx"]);
  });

  test("files are named as seen from where npm was called", async () => {
    const before = process.env["INIT_CWD"];
    process.env["INIT_CWD"] = folder;
    try {
      const { code, stderr } = await run(command, "budget.xlsx", "-o", "ut.xlsx");
      expect([code, stderr]).toEqual([0, expect.stringContaining("Skrev ut.xlsx.")]);
    } finally {
      if (before === undefined) delete process.env["INIT_CWD"];
      else process.env["INIT_CWD"] = before;
    }
    expect(readdirSync(folder).sort()).toEqual(["budget.xlsx", "trasig.xlsx", "ut.xlsx"]);
  });

  test("--help explains the call", async () => {
    const { code, stdout } = await run(command, "--help", "--lang", "en");
    expect([code, stdout]).toEqual([0, expect.stringContaining("-o FILE")]);
  });
});
