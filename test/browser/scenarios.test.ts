/*
 * Every scenario inserted from the ribbon, as a person would: the sheet is shown with its chart, nothing on it is an
 * error, its control cell reads 0, and what depends on an input follows it. A picture of each is left to be looked at.
 */
import { chromium, type Browser } from "playwright-core";
import type { ScenarioId } from "../../src/i18n/scenarios/about";
import { scenarios } from "../../src/scenarios/all";
import { layOut, type LaidOutSheet } from "../../src/scenarios/layout";
import { characterWidth, heightOf } from "../../src/scenarios/looks";
import { toAddress, zoneAt } from "../../src/scenarios/zone";
import { WorkbenchPage } from "./workbenchPage";

const endpoint = process.env.FINSAM_BROWSER;
const address = process.env.FINSAM_WORKBENCH!;
const inBrowser = endpoint ? describe : describe.skip;
const languages = ["sv", "en"] as const;

interface Change {
  readonly input: At;
  readonly typed: string;
  readonly result: At;
  /** What the result is with what was typed. */
  readonly becomes: unknown;
}

/** In each scenario an input that a user changes first, and what it does to an answer, reckoned by hand. */
const changes: Readonly<Record<ScenarioId, Change>> = {
  escalation: { input: ["rate"], typed: "20%", result: ["reached"], becomes: 2024 },
  // 10 % of 6 072.
  "level-increase": { input: ["rate"], typed: "10%", result: ["raise"], becomes: 607 },
  // The other municipalities raise too: all can back 6 072 and 20 %.
  ceiling: { input: ["increase", 1], typed: "20%", result: ["feasible"], becomes: 7286 },
  // All of the maxima, less two base grants: 4 006 + 5 486 + 2 570 − 800.
  alternatives: { input: ["use"], typed: "100%", result: ["stateGrant", 0, 2], becomes: 11262 },
  // Vaggeryd stays, and its union's maximum is today's.
  "change-union": { input: ["after", 3], typed: "Södra Vätterbygden", result: ["maximumAfter"], becomes: 5486 },
  // Nobody gets more than it asks for.
  distribution: { input: ["requested", 2], typed: "2000", result: ["grant", 2], becomes: 2000 },
  // 2 000 less 20 % of 5 144.
  "own-capital": { input: ["capital", 2], typed: "2000", result: ["excess", 2], becomes: expect.closeTo(971.2, 9) },
  // 3 674 + 1 837 + 1 837 is the printed total.
  "check-decision": { input: ["municipal", 0, 2], typed: "1837", result: ["sumDifference", 0, 2], becomes: 0 },
  // 6 652 + 8 151 + 5 624 tkr, at 100 each.
  results: { input: ["saving"], typed: "100", result: ["all payBack"], becomes: expect.closeTo(204.27, 9) },
  // 50 kronor for each of 104 235.
  "compare-unions": { input: ["level"], typed: "50", result: ["needed"], becomes: expect.closeTo(5211.75, 9) },
  // 1 June 2026, as Excel counts days: two weeks before the state's figures.
  calendar: { input: ["today"], typed: "46174", result: ["nextDays"], becomes: 14 },
  // A thousand more to spend: 1 989 − 989 + 6 072 − 607,2 − 6 011.
  "multi-year": { input: ["capital"], typed: "1989", result: ["room 1"], becomes: expect.closeTo(453.8, 9) },
};

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

      const { input, typed, result, becomes } = changes[scenario.id];
      const resultAt = addressOf(result, sheet);
      expect(await workbench.values(resultAt)).not.toEqual([[becomes]]);
      await workbench.focusGrid();
      await workbench.enter(addressOf(input, sheet), typed);
      expect(await workbench.values(resultAt)).toEqual([[becomes]]);
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

/** Something by its name in the plan; the row and the column in it, from 0. */
type At = readonly [name: string, row?: number, column?: number];

function addressOf([name, row = 0, column = 0]: At, { names }: LaidOutSheet): string {
  const { top, left } = names.get(name)!;
  return toAddress(zoneAt(top + row, left + column));
}
