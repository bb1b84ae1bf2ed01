/*
 * The ribbon's buttons for the workbook as a whole, pressed with the pane closed or open: they show its view, which does
 * the job. The copy is made by the worker of the pane's own page, under the policy that it has in Excel.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { chromium, type Browser, type Frame } from "playwright-core";
import type {} from "../../src/workbench/paneFrame";
import { WorkbenchPage } from "./workbenchPage";

const endpoint = process.env.FINSAM_BROWSER;
const address = process.env.FINSAM_WORKBENCH!;
const inBrowser = endpoint ? describe : describe.skip;
const manifest = readFileSync(path.resolve(__dirname, "../../manifest.xml"), "utf8");

const folder = mkdtempSync(path.join(tmpdir(), "finsam-copies-"));
afterAll(() => rmSync(folder, { recursive: true }));

inBrowser("the ribbon's buttons for the workbook", () => {
  let browser: Browser;
  let workbench: WorkbenchPage;
  /** Its page runs with the pane closed too. */
  let pane: Frame;

  beforeAll(async () => {
    browser = await chromium.connect(endpoint!);
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    workbench = await WorkbenchPage.create(browser);
    await workbench.open(address);
    pane = await workbench.pane();
  });
  afterEach(async () => {
    await workbench.close();
    expect(workbench.problems).toEqual([]);
  });

  const ids = { Check: "check-workbook", Repair: "repair", Copy: "send-copy" };

  /** Presses a button, and waits for what the pane has to say of it. */
  async function press(button: keyof typeof ids, isOpen = false): Promise<string> {
    await workbench.showPane(isOpen);
    await pane.evaluate(() => document.querySelectorAll(".said").forEach((said) => said.replaceChildren()));
    await workbench.page.click(`#Finsam\\.${button}`);
    await workbench.page.waitForSelector("#pane", { state: "visible" });
    const said = `.job:has(> .buttons #${ids[button]}) > .said:not(:empty)`;
    await pane.waitForSelector(said);
    return (await pane.innerText(said)).replaceAll("\u00a0", " ");
  }

  test.each([
    [
      "sv",
      "Inget att anmärka på arbetsbokens",
      "Inget att reparera",
      "Kopian ligger bland hämtade filer och heter Stegvis ökning – kopia.xlsx.",
    ],
    [
      "en",
      "Nothing is wrong with the workbook's",
      "Nothing to repair",
      "The copy is among your downloads and is called Escalation – copy.xlsx.",
    ],
  ] as const)("say in %s what came of it", async (language, checked, repaired, copied) => {
    if (language !== "sv") await workbench.chooseLanguage(language);
    expect(await press("Check")).toContain(checked);
    expect(await press("Repair")).toContain(repaired);
    expect(await press("Copy")).toContain(copied);
    await workbench.picture(`workbook-buttons-${language}`);
  });

  test("a check finds what was typed wrong, and changes nothing", async () => {
    await workbench.focusGrid();
    await workbench.enter("C16", "många");
    const before = await workbench.rows("A1:H48");
    expect(await press("Check")).toBe("2 anmärkningar på arbetsboken.");
    const places = (await pane.$$(".places")).map((list) => list.innerText());
    expect(await Promise.all(places)).toEqual([
      expect.stringMatching(/^'Stegvis ökning'!C20 .*”många”\.$/),
      "'Stegvis ökning'!D49 är 3 men ska vara 0: 3 av bladets kontroller stämmer inte.",
    ]);
    await workbench.picture("workbook-check-sv");
    expect(await workbench.rows("A1:H48")).toEqual(before);
  });

  test("a button that is pressed before the pane has ever been shown finds it there", async () => {
    const page = await workbench.page.context().newPage();
    // A browser paints nothing of a page that is not shown.
    await page.addInitScript(() => {
      const waiting: FrameRequestCallback[] = [];
      const paint = requestAnimationFrame.bind(window);
      window.requestAnimationFrame = (callback) => waiting.push(callback);
      Object.assign(window, { showPane: () => waiting.forEach(paint) });
    });
    await page.goto(`${address}addin/taskpane.html`);
    await page.evaluate(() => {
      const press = window.finsamCommands!.get("checkWorkbook")!;
      return new Promise<void>((completed) => press({ completed }));
    });
    expect(await page.innerText("body")).toBe("");
    await page.evaluate(() => (window as unknown as { showPane: () => void }).showPane());
    await page.waitForSelector("#panel-check:not([hidden]) .said:not(:empty)");
    expect(await page.innerText("#panel-check .said")).toContain("Ingen arbetsbok är öppen här.");
  });

  test("a repair enters lost formulas again", async () => {
    await workbench.focusGrid();
    await workbench.enter("K3", "=_xldudf_FINSAM_SPLIT(7348;;1)");
    expect(await workbench.shown("K3")).toBe("#NAME?");
    await press("Check");
    expect(await pane.innerText(".group-of-places h3")).toContain("Excel har tappat tillägget (#NAMN?)");
    expect(await press("Repair", true)).toBe("En cell är inskriven på nytt.");
    await pane.waitForSelector(".group-of-places", { state: "detached" });
    expect(await workbench.rows("K3:K5")).toEqual([["3674"], ["1837"], ["1837"]]);
  });

  test("a copy is handed over without formulas of ours, and says on its last sheet what they were", async () => {
    const copy = path.join(folder, "copy.xlsx");
    const name = await workbench.download(copy, () => workbench.page.click("#Finsam\\.Copy"));
    expect(name).toBe("Stegvis ökning – kopia.xlsx");
    const said = await pane.innerText("#send-copy-title ~ .said:not(:empty)");
    expect(said).toContain("sista bladet, Underlag, säger vad de var");
    const parts = Object.values(unzipSync(readFileSync(copy))).map((part) => strFromU8(part));
    expect(parts.join()).not.toContain("_xldudf_FINSAM");
    expect(parts.join()).toContain(/<Version>([^<]+)</.exec(manifest)![1]!);

    const shown = await workbench.values("A1:K60");
    await workbench.chooseFile(copy);
    await workbench.waitForFile("copy.xlsx");
    expect(await workbench.values("A1:K60")).toEqual(shown);
    expect(await workbench.sheetNames()).toEqual(["Stegvis ökning", "Underlag"]);
    await workbench.picture("workbook-copy-sv");
  });
});
