/*
 * The ribbon's buttons for the workbook as a whole, pressed with the pane closed: what they have to say opens it. The
 * copy is made by the worker of the pane's own page, under the policy that it has in Excel.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { chromium, type Browser, type Frame } from "playwright-core";
import type { Workbook } from "../../src/workbook/port";
import { WorkbenchPage } from "./workbenchPage";

const endpoint = process.env.FINSAM_BROWSER;
const address = process.env.FINSAM_WORKBENCH!;
const inBrowser = endpoint ? describe : describe.skip;
const manifest = readFileSync(path.resolve(__dirname, "../../manifest.xml"), "utf8");

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

  /** Presses a button and waits for what it has to say, in the pane that opens for it. */
  async function press(button: "Check" | "Repair" | "Copy"): Promise<string> {
    await workbench.showPane(false);
    await pane.evaluate(() => document.querySelector("[role=status]")!.replaceChildren());
    await workbench.page.click(`#Finsam\\.${button}`);
    await workbench.page.waitForSelector("#pane", { state: "visible" });
    await pane.waitForSelector("[role=status]:not(:empty)");
    return (await pane.innerText("[role=status]")).replaceAll("\u00a0", " ");
  }

  test.each([
    ["sv", "Inget att anmärka på arbetsbokens", "Inget att reparera", "Ingen kopia har gjorts. Det går bara i Excel."],
    ["en", "Nothing is wrong with the workbook's", "Nothing to repair", "No copy was made. That is for Excel alone."],
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
    expect(await press("Check")).toMatch(
      /^En anmärkning på arbetsboken. Fel i FINSAM-formler: 'Stegvis ökning'!C20 .*”många”\.$/,
    );
    await workbench.picture("workbook-check-sv");
    expect(await workbench.rows("A1:H48")).toEqual(before);
  });

  test("a repair enters lost formulas again", async () => {
    await workbench.focusGrid();
    await workbench.enter("K3", "=_xldudf_FINSAM_SPLIT(7348;;1)");
    expect(await workbench.shown("K3")).toBe("#NAME?");
    expect(await press("Check")).toContain("Excel har tappat tillägget (#NAMN?)");
    expect(await press("Repair")).toBe("En cell är inskriven på nytt.");
    expect(await workbench.rows("K3:K5")).toEqual([["3674"], ["1837"], ["1837"]]);
  });

  test("a copy of a file that the workbook hands out opens as a new one", async () => {
    const file = Buffer.from(planFile()).toString("base64");
    await workbench.page.evaluate((base64) => {
      const sent: string[] = [];
      const copying: Partial<Workbook> = {
        file: () => Promise.resolve({ kind: "file", bytes: Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)) }),
        openAsNew: (copy) => {
          sent.push(copy);
          return Promise.resolve({ kind: "opened" });
        },
      };
      Object.assign(window, { finsamWorkbook: { ...window.finsamWorkbook, ...copying }, sent });
    }, file);
    expect(await press("Copy")).toContain("sista bladet, Underlag, säger vad de var");
    const [sent] = await workbench.page.evaluate(() => (window as unknown as { sent: string[] }).sent);
    const parts = Object.values(unzipSync(Buffer.from(sent!, "base64"))).map((part) => strFromU8(part));
    expect(parts.join()).not.toContain("_xldudf_FINSAM");
    expect(parts.join()).toContain(/<Version>([^<]+)</.exec(manifest)![1]!);
  });
});

/** A workbook of one sheet with one formula of ours, as Excel stores it. */
function planFile(): Uint8Array {
  const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const packages = "http://schemas.openxmlformats.org/package/2006";
  const relationship = (type: string, target: string) =>
    `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/${type}" Target="${target}"/></Relationships>`;
  const part = (name: string, type: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${types}.${type}+xml"/>`;
  const parts = {
    "[Content_Types].xml": `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part("workbook", "sheet.main")}${part("sheet1", "worksheet")}</Types>`,
    "_rels/.rels": relationship("officeDocument", "xl/workbook.xml"),
    "xl/_rels/workbook.xml.rels": relationship("worksheet", "sheet1.xml"),
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Plan" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/sheet1.xml": `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1"><f>_xldudf_FINSAM_TOTAL(5,"state")</f><v>10</v></c></row></sheetData></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}
