/*
 * Opening and saving in a real browser, as a person does it: by button, by dropping, by Ctrl+S; what is asked before
 * anything is lost, and what is said of files that cannot be used. Files are handed over by the browser itself.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { zipSync } from "fflate";
import { chromium, type Browser } from "playwright-core";
import * as XLSX from "xlsx";
import { workbenchFileTexts } from "../../src/i18n/workbench-files";
import { fileSentence } from "../../src/i18n/xlsx";
import { scenarios } from "../../src/scenarios/all";
import type { FileProblem } from "../../src/xlsx/problem";
import { WorkbenchPage } from "./workbenchPage";

const endpoint = process.env.FINSAM_BROWSER;
const address = process.env.FINSAM_WORKBENCH!;
const inBrowser = endpoint ? describe : describe.skip;
const languages = ["sv", "en"] as const;

const folder = mkdtempSync(path.join(tmpdir(), "finsam-files-"));
const at = (name: string) => path.join(folder, name);
const read = (name: string) => XLSX.read(readFileSync(at(name)), { type: "buffer" });
const sheetName = "Förbundets budget '21";

let browser: Browser;
let workbench: WorkbenchPage;

/** A workbook as another program writes it: formulas of ours in both forms, and one that only Excel can calculate. */
function otherProgram(): Buffer {
  const sheet = {
    A1: { t: "n", v: 3674 },
    A2: { t: "s", v: "Jönköping" },
    B1: { t: "n", f: '_xldudf_FINSAM_TOTAL(A1,"state")', v: 1 },
    B2: { t: "n", f: 'FINSAM.TOTAL(A1,"region")', v: 14696 },
    C1: { t: "n", f: "LET(x,A1,x+1)", v: 77 },
    C2: { t: "n", f: "C1*2", v: 154 },
    "!ref": "A1:C2",
  };
  const workbook = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(workbook, sheet, sheetName);
  return XLSX.write(workbook, { type: "buffer", bookType: "xlsx", compression: true }) as Buffer;
}

beforeAll(async () => {
  writeFileSync(at("budget.xlsx"), otherProgram());
  writeFileSync(at("other.xlsx"), otherProgram());
  if (endpoint) browser = await chromium.connect(endpoint);
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

const start = async (language: "sv" | "en" = "sv") => {
  workbench = await WorkbenchPage.create(browser);
  await workbench.open(address);
  if (language !== "sv") await workbench.chooseLanguage(language);
};
const end = async () => {
  await workbench.close();
  expect(workbench.problems).toEqual([]);
};
const notice = () => workbench.page.innerText(".wb-notice >> nth=-1");

inBrowser("after something that takes its time", () => {
  beforeEach(() => start());
  afterEach(end);

  /** The worker does not come before the page has said what it is doing. */
  async function whileWaiting(act: () => Promise<unknown>): Promise<void> {
    const { page } = workbench;
    let go: () => void = () => undefined;
    const isGo = new Promise<void>((resolve) => (go = resolve));
    await page.route("**/files-worker.js", (route) => isGo.then(() => route.continue()));
    await act();
    await page.waitForSelector("dialog.wb-progress[open]");
    expect(await inGrid()).toBe(false);
    go();
    await page.waitForSelector("dialog.wb-progress", { state: "detached" });
  }
  const inGrid = () => workbench.page.evaluate(() => document.getElementById("grid")!.contains(document.activeElement));

  test("the keyboard is in the grid of the file that was opened", async () => {
    await whileWaiting(() => workbench.chooseFile(at("budget.xlsx")));
    await workbench.waitForFile("budget.xlsx");
    expect(await inGrid()).toBe(true);
  });

  test.each([
    ["Ctrl+S", () => workbench.focusGrid().then(() => workbench.press("Control+s"))],
    ["the button", () => workbench.page.click("#save-workbook")],
  ])("the keyboard is in the grid when the workbook has been saved by %s", async (_, save) => {
    const download = workbench.page.waitForEvent("download");
    await whileWaiting(save);
    await download;
    await workbench.page.waitForFunction(() => document.getElementById("grid")!.contains(document.activeElement));
  });
});

inBrowser.each(languages)("in %s", (language) => {
  const texts = workbenchFileTexts(language);
  beforeEach(() => start(language));
  afterEach(end);

  test("a file is opened by button, says what it keeps, and is patched when it is saved", async () => {
    await workbench.chooseFile(at("budget.xlsx"));
    await workbench.waitForFile("budget.xlsx");
    expect(await workbench.sheetNames()).toEqual(["Förbundets budget ’21"]);
    expect(await workbench.values("A1:C2")).toEqual([
      [3674, 7348, 77],
      ["Jönköping", 14696, 154],
    ]);
    const said = await notice();
    for (const part of [texts.keptHeading(1), "=LET(x,A1,x+1)", texts.otherHeading(1)]) expect(said).toContain(part);
    await workbench.picture(`opened-${language}`);
    expect(await workbench.isUnsaved()).toBe(false);

    await workbench.focusGrid();
    await workbench.goTo("A1");
    await workbench.type("4000");
    // The cell is still being edited: saving ends that, as Enter does.
    await workbench.page.keyboard.press("Control+s");
    expect(await workbench.dialog()).toContain("=LET(x,A1,x+1)");
    await workbench.picture(`lost-${language}`);
    await workbench.answer(texts.cancel);
    expect(await workbench.isUnsaved()).toBe(true);

    const name = await workbench.saveAs(at(`saved-${language}.xlsx`), async () => {
      await workbench.page.click("#save-workbook");
      await workbench.dialog();
      await workbench.answer(texts.saveAnyway);
    });
    expect(name).toBe("budget.xlsx");
    const cells = read(`saved-${language}.xlsx`).Sheets[sheetName]!;
    expect([cells.A1.v, cells.B1.v, cells.B1.f, cells.C1.v, cells.C1.f]).toEqual([
      4000,
      8000,
      '_xldudf_FINSAM_TOTAL(A1,"state")',
      77,
      "LET(x,A1,x+1)",
    ]);
    const before = await workbench.values("A1:C2");
    // What has been accepted once is not asked about again.
    await workbench.saveAs(at("again.xlsx"), () => workbench.page.keyboard.press("Control+s"));

    await workbench.chooseFile(at(`saved-${language}.xlsx`));
    await workbench.waitForFile(`saved-${language}.xlsx`);
    expect(await workbench.values("A1:C2")).toEqual(before);
  });

  test("what is made here is saved from its plan with what was changed, and dropped in again is the same", async () => {
    // All of the sheet is seen, with its chart.
    await workbench.resize({ width: 1400, height: 1500 });
    await workbench.chooseScenario(scenarios[1]!.title(language));
    const names = await workbench.sheetNames();
    await workbench.focusGrid();
    await workbench.enter("K3", language === "sv" ? "=FINSAM.SPLIT(7348;;1)" : "=FINSAM.SPLIT(7348,,1)");
    const shown = await workbench.values("A1:K60");
    const charts = await workbench.charts();
    const name = await workbench.saveAs(at(`made-${language}.xlsx`), () => workbench.page.click("#save-workbook"));
    expect(name).toBe(`${names[0]!}.xlsx`);
    expect(read(`made-${language}.xlsx`).SheetNames).toEqual(names);

    await workbench.dropFiles([at(`made-${language}.xlsx`)], `drop-${language}`);
    await workbench.waitForFile(`made-${language}.xlsx`);
    expect(await workbench.sheetNames()).toEqual(names);
    await workbench.page.getByText(names[1]!, { exact: true }).click();
    await workbench.waitForSheet(names[1]!);
    expect(await workbench.values("A1:K60")).toEqual(shown);
    expect(await workbench.charts()).toEqual(charts);
    await workbench.picture(`reopened-${language}`);
  });

  test("opening another file asks first where something is not saved, and so does leaving the page", async () => {
    await workbench.chooseFile(at("budget.xlsx"));
    await workbench.waitForFile("budget.xlsx");
    await workbench.focusGrid();
    await workbench.enter("A3", "7");
    await workbench.chooseFile(at("other.xlsx"));
    expect(await workbench.dialog()).toContain(texts.leaveUnsaved("budget.xlsx"));
    await workbench.answer(texts.cancel);
    expect(await workbench.shown("A3")).toBe("7");
    for (const key of ["Escape", "Enter"]) {
      await workbench.chooseFile(at("other.xlsx"));
      await workbench.dialog();
      await workbench.press(key);
      await workbench.page.waitForSelector("dialog[open]", { state: "detached" });
      expect(await workbench.shown("A3")).toBe("7");
    }
    const asked = workbench.page.waitForEvent("dialog");
    const left = workbench.page.evaluate(() => location.reload());
    await (await asked).dismiss();
    await left.catch(() => undefined);
    await workbench.chooseFile(at("other.xlsx"));
    await workbench.dialog();
    await workbench.answer(texts.openAnyway);
    await workbench.waitForFile("other.xlsx");
    expect(await workbench.shown("A3")).toBe("");
  });

  const good = otherProgram();
  const xls = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, ...new Array<number>(600).fill(0)]);
  const wide = (text: string) => Buffer.from(text, "utf16le");
  test.each<[string, Buffer, FileProblem]>([
    ["empty.xlsx", Buffer.alloc(0), { kind: "empty" }],
    ["old.xls", xls, { kind: "format", format: "xls" }],
    ["locked.xlsx", Buffer.concat([xls, wide("EncryptedPackage")]), { kind: "password" }],
    ["list.csv", Buffer.from("Kommun;Belopp\nHabo;7\n"), { kind: "format", format: "csv" }],
    ["truncated.xlsx", good.subarray(0, good.length - 200), { kind: "archive" }],
    ["other.zip", Buffer.from(zipSync({ "a.txt": new Uint8Array(3) })), { kind: "format", format: "unknown" }],
    [
      "bomb.xlsx",
      Buffer.from(zipSync({ "[Content_Types].xml": new Uint8Array(210_000_000) }, { level: 1 })),
      { kind: "tooLarge", megabytes: 200 },
    ],
  ])("%s is refused by a sentence, and what was open is still there", async (name, bytes, problem) => {
    writeFileSync(at(name), bytes);
    await workbench.focusGrid();
    await workbench.enter("K3", "kvar");
    await workbench.chooseFile(at(name));
    await workbench.dialog();
    await workbench.answer(texts.openAnyway);
    expect(await workbench.dialog()).toContain(texts.notRead(name, fileSentence(problem, language)));
    await workbench.picture(`refused-${language}`);
    await workbench.press("Enter");
    expect(await workbench.shown("K3")).toBe("kvar");
    expect(await workbench.isUnsaved()).toBe(true);
  });
});

inBrowser("a file that is open", () => {
  beforeEach(async () => {
    await start();
    await workbench.chooseFile(at("budget.xlsx"));
    await workbench.waitForFile("budget.xlsx");
  });
  afterEach(end);

  test("stays open in the other language, with what was done to it, and is saved there", async () => {
    await workbench.focusGrid();
    await workbench.enter("A3", "1,5");
    await workbench.chooseLanguage("en");
    expect(await workbench.page.title()).toContain("budget.xlsx");
    expect(await workbench.values("A1:C3")).toEqual([
      [3674, 7348, 77],
      ["Jönköping", 14696, 154],
      [1.5, null, null],
    ]);
    await workbench.saveAs(at("english.xlsx"), () => workbench.page.keyboard.press("Control+s"));
    const cells = read("english.xlsx").Sheets[sheetName]!;
    expect([cells.A3.v, cells.C1.f]).toEqual([1.5, "LET(x,A1,x+1)"]);
  });

  test("is saved from the pane too, with a scenario that was inserted into it", async () => {
    await workbench.chooseScenario(scenarios[0]!.title("sv"));
    const pane = await workbench.pane();
    await pane.focus("body");
    await pane.locator("body").press("Control+s");
    await workbench.saveAs(at("with-scenario.xlsx"), () => pane.locator("body").press("Control+s"));
    const { SheetNames, Sheets } = read("with-scenario.xlsx");
    expect(SheetNames).toEqual([sheetName, "Stegvis ökning"]);
    expect(Sheets["Stegvis ökning"]!.D48).toMatchObject({ v: 0 });
    await workbench.chooseFile(at("with-scenario.xlsx"));
    await workbench.waitForFile("with-scenario.xlsx");
    await workbench.page.getByText("Stegvis ökning", { exact: true }).click();
    await workbench.waitForSheet("Stegvis ökning");
    expect(await workbench.charts()).toEqual(["Bidrag per part mot maxbeloppet, tkr"]);
    await workbench.picture("with-scenario-sv");
  });

  test("is left as it is where two files are dropped at once", async () => {
    await workbench.dropFiles([at("other.xlsx"), at("budget.xlsx")]);
    expect(await workbench.dialog()).toContain(workbenchFileTexts("sv").dropOne);
    await workbench.press("Enter");
    expect(await workbench.page.title()).toContain("budget.xlsx");
  });
});
