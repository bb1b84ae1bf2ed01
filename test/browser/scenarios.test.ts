/*
 * Every scenario inserted from the ribbon, as a person would: the sheet is shown with its chart, nothing on it is an
 * error, its control cell reads 0, and what depends on an input follows it. A picture of each is left to be looked at.
 */
import { chromium, type Browser } from "playwright-core";
import { scenarios } from "../../src/scenarios/all";
import { layOut, type LaidOutSheet } from "../../src/scenarios/layout";
import { characterWidth, heightOf } from "../../src/scenarios/looks";
import { WorkbenchPage } from "./workbenchPage";

const endpoint = process.env.FINSAM_BROWSER;
const address = process.env.FINSAM_WORKBENCH!;
const inBrowser = endpoint ? describe : describe.skip;
const languages = ["sv", "en"] as const;

let browser: Browser;
let workbench: WorkbenchPage;

const open = async () => {
  workbench = await WorkbenchPage.create(browser);
  await workbench.open(address);
};
const close = async () => {
  await workbench.close();
  expect(workbench.problems).toEqual([]);
};

inBrowser.each(languages)("in %s the ribbon inserts", (language) => {
  beforeAll(async () => {
    browser = await chromium.connect(endpoint!);
    await open();
    if (language !== "sv") await workbench.chooseLanguage(language);
    await workbench.showPane(false);
  });
  afterAll(async () => {
    await close();
    await browser.close();
  });

  test.each(scenarios.map((scenario) => [scenario.title(language), scenario] as const))(
    "%s",
    async (title, scenario) => {
      const sheet = layOut(scenario.plan(language));
      await workbench.resize(sizeFor(sheet));
      await workbench.chooseScenario(title);
      // The grid takes no straight apostrophe in a sheet's name.
      expect(await workbench.sheetName()).toMatch(nameOf({ ...sheet, name: sheet.name.replaceAll("'", "’") }));
      expect(await workbench.values(sheet.control)).toEqual([[0]]);
      expect(await errorsOn(sheet)).toEqual([]);
      expect(await workbench.charts()).toEqual(sheet.charts.map((chart) => chart.title));
      await workbench.picture(`scenario-${scenario.id}-${language}`);

      await workbench.focusGrid();
      const results = sheet.cells.filter(({ isFormula, address: at }) => isFormula && at !== sheet.control);
      const shown = () => Promise.all(results.map(({ address: at }) => workbench.shown(at)));
      const before = await shown();
      for (const { at, typed } of usedInputs(sheet).slice(0, 4)) {
        await workbench.enter(at, typed);
        expect(await workbench.shown(at)).not.toBe("");
      }
      const after = await shown();
      expect(after).not.toEqual(before);
      expect(await errorsOn(sheet)).toEqual([]);
    },
  );
});

inBrowser("the menu of scenarios", () => {
  beforeAll(async () => {
    browser = await chromium.connect(endpoint!);
  });
  afterAll(() => browser.close());
  beforeEach(open);
  afterEach(close);

  const menu = "#Finsam\\.Scenarios";
  const titles = scenarios.map(({ title }) => title("sv"));
  const focused = () => workbench.page.evaluate(() => document.activeElement!.textContent);
  const isOpen = async () => (await workbench.page.getAttribute(menu, "aria-expanded")) === "true";

  test("is opened, walked and closed by keyboard", async () => {
    await workbench.page.focus(menu);
    await workbench.press("ArrowDown");
    expect(await isOpen()).toBe(true);
    expect(await focused()).toBe(titles[0]);
    await workbench.picture("menu-sv");
    await workbench.press("ArrowDown");
    expect(await focused()).toBe(titles[1]);
    await workbench.press("End");
    expect(await focused()).toBe(titles.at(-1));
    await workbench.press("ArrowDown");
    expect(await focused()).toBe(titles[0]);
    await workbench.press("ArrowUp");
    expect(await focused()).toBe(titles.at(-1));
    await workbench.press("v");
    expect(await focused()).toBe("Vem sätter taket?");
    await workbench.press("Escape");
    expect(await isOpen()).toBe(false);
    expect(await workbench.page.evaluate(() => document.activeElement!.id)).toBe("Finsam.Scenarios");
  });

  test("inserts by keyboard, into a workbook that is undone in one step", async () => {
    await workbench.page.focus(menu);
    await workbench.press("Enter");
    await workbench.press("ArrowDown");
    await workbench.press("Enter");
    await workbench.waitForSheet("Nivåhöjning");
    expect(await isOpen()).toBe(false);
    const pane = await workbench.pane();
    expect(await pane.innerText("[role=status]")).toBe(
      "Nivåhöjning: vad den kostar var och en: infogat som bladet ”Nivåhöjning”.",
    );
    await workbench.focusGrid();
    await workbench.press("Control+z");
    expect(await workbench.sheetNames()).toEqual(["Stegvis ökning"]);
    expect(await workbench.names()).toEqual(["FINSAM_tolerance", "FINSAM_control"]);
  });

  test("closes when something else is clicked", async () => {
    await workbench.page.click(menu);
    expect(await isOpen()).toBe(true);
    await workbench.page.mouse.click(900, 700);
    expect(await isOpen()).toBe(false);
  });

  test("gives a sheet whose name is taken a number, and its names too", async () => {
    await workbench.chooseScenario(titles[0]!);
    expect(await workbench.sheetNames()).toEqual(["Stegvis ökning", "Stegvis ökning (2)"]);
    expect(await workbench.names()).toEqual([
      "FINSAM_tolerance",
      "FINSAM_control",
      "FINSAM_tolerance_2",
      "FINSAM_control_2",
    ]);
  });

  test("opens the scenario on two selected columns", async () => {
    await workbench.enter("K3", "Aneby");
    await workbench.enter("L3", "6 848");
    await workbench.enter("K4", "Eksjö");
    await workbench.enter("L4", "17 736");
    await workbench.select("K3", "L4");
    await workbench.chooseScenario(titles[0]!);
    const plan = scenarios[0]!.plan("sv", [
      { name: "Aneby", weight: 6848 },
      { name: "Eksjö", weight: 17736 },
    ]);
    const sheet = layOut(plan);
    expect(await workbench.values(sheet.control)).toEqual([[0]]);
    const key = sheet.names.get("municipality")!;
    expect(await workbench.shown(`A${key.top + 1}`)).toBe("Aneby");
    expect(await workbench.shown(`A${key.bottom + 1}`)).toBe("Eksjö");
    const pane = await workbench.pane();
    expect(await pane.innerText("[role=status]")).toContain("de 2 markerade raderna");
  });

  test("says in the pane, which opens, what is wrong with a selection, and inserts nothing", async () => {
    await workbench.showPane(false);
    await workbench.focusGrid();
    await workbench.enter("K3", "Aneby");
    await workbench.enter("L3", "många");
    await workbench.enter("K4", "Eksjö");
    await workbench.enter("L4", "-5");
    await workbench.select("K3", "L4");
    await workbench.chooseInMenu(titles[0]!);
    await workbench.page.waitForSelector("#pane", { state: "visible" });
    const pane = await workbench.pane();
    await pane.waitForSelector("[role=status]:not(:empty)");
    expect(await pane.innerText("[role=status]")).toContain("Talet i L4 är negativt.");
    await workbench.picture("unusable-selection-sv");
    expect(await workbench.sheetNames()).toEqual(["Stegvis ökning"]);
  });

  test("says that a cell is being edited", async () => {
    await workbench.goTo("K3");
    await workbench.type("halv");
    const pane = await workbench.pane();
    // As Excel does: the menu of the page would take the keyboard out of the cell, which ends its editing.
    await pane.evaluate(() => window.finsamCommands!.get("insertLevelIncrease")!({ completed: () => undefined }));
    await pane.waitForSelector("[role=status]:not(:empty)");
    expect(await pane.innerText("[role=status]")).toContain("Avsluta med Retur eller Esc");
    expect(await workbench.sheetNames()).toEqual(["Stegvis ökning"]);
  });

  test("what has been inserted stays as it is in the other language", async () => {
    await workbench.chooseScenario(titles[1]!);
    await workbench.chooseLanguage("en");
    expect(await workbench.sheetNames()).toEqual(["Stegvis ökning", "Nivåhöjning"]);
    await workbench.chooseScenario("Level increase: what it costs each party");
    expect(await workbench.sheetNames()).toEqual(["Stegvis ökning", "Nivåhöjning", "Level increase"]);
  });
});

/** A window in which all of the sheet is seen. */
function sizeFor(sheet: LaidOutSheet) {
  const width = sheet.columnWidths.reduce((sum, each) => sum + each * characterWidth, 0);
  const height = Array.from({ length: sheet.rows }, (_, row) => heightOf(sheet, row)).reduce((sum, each) => sum + each);
  return { width: Math.max(1280, width + 120), height: height + 330 };
}

/** With a number where the workbook has had one of that name before. */
function nameOf({ name }: LaidOutSheet): RegExp {
  return new RegExp(`^${name.replace(/[?.()]/g, "\\$&")}( \\(\\d+\\))?$`);
}

async function errorsOn(sheet: LaidOutSheet): Promise<string[]> {
  const width = String.fromCharCode(64 + sheet.columnWidths.length);
  const rows = await workbench.rows(`A1:${width}${sheet.rows}`);
  return rows.flat().filter((text) => /^#[A-Z]/.test(text));
}

/** The numbers that a user may change and that a formula reads, with a larger one for each. */
function usedInputs({ cells }: LaidOutSheet): { at: string; typed: string }[] {
  const formulas = cells.filter(({ isFormula }) => isFormula).map(({ content }) => String(content));
  return cells.flatMap(({ role, content, address: at, format }) => {
    if (role !== "input" || typeof content !== "number" || content <= 0 || format !== "amount") return [];
    const isRead = formulas.some((formula) => new RegExp(`\\b${at}\\b`).test(formula));
    return isRead ? [{ at, typed: String(Math.round(content * 1.2) + 1) }] : [];
  });
}
