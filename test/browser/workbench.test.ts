/*
 * The workbench in a real browser, driven by keyboard as a person would. After every test: no error in page or
 * console, and no request to anywhere but this machine.
 */
import { chromium, type Browser } from "playwright-core";
import { WorkbenchPage } from "./workbenchPage";

const endpoint = process.env.FINSAM_BROWSER;
const address = process.env.FINSAM_WORKBENCH!;
const inBrowser = endpoint ? describe : describe.skip;

inBrowser("the workbench", () => {
  let browser: Browser;
  let workbench: WorkbenchPage;

  beforeAll(async () => {
    browser = await chromium.connect(endpoint!);
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    workbench = await WorkbenchPage.create(browser);
    await workbench.open(address);
  });
  afterEach(async () => {
    await workbench.close();
    expect(workbench.problems).toEqual([]);
  });

  describe("opens on the Vaggeryd plan", () => {
    const chart = () =>
      workbench.page.evaluate(() => {
        const { chartJsConfig } = window.finsamWorkbench!.model.getters.getChartRuntime("scenario-chart-1") as {
          chartJsConfig: { data: { labels: string[]; datasets: { label: string; data: number[] }[] } };
        };
        const { labels, datasets } = chartJsConfig.data;
        return { labels, datasets: datasets.map(({ label, data }) => ({ label, data })) };
      });

    test("one formula fills the table of all parties and years, and the sheet checks", async () => {
      expect(await workbench.rows("A20:H26")).toEqual([
        ["Staten", "tkr", "3 674", "4 041", "4 446", "4 890", "5 379", "5 551"],
        ["Regionen", "tkr", "1 837", "2 021", "2 223", "2 445", "2 690", "2 776"],
        ["Jönköping", "tkr", "1 483", "1 631", "1 794", "1 974", "2 171", "2 240"],
        ["Habo", "tkr", "126", "138", "152", "167", "184", "190"],
        ["Mullsjö", "tkr", "79", "88", "96", "106", "116", "120"],
        ["Vaggeryd", "tkr", "149", "164", "180", "198", "218", "225"],
        ["Budget, summa av parterna", "tkr", "7 348", "8 083", "8 891", "9 780", "10 758", "11 102"],
      ]);
      expect(await workbench.shown("D49")).toBe("0");
      expect(await workbench.formulaBar()).toMatch(/^=FINSAM\.SPLIT\(/);
      await workbench.picture("plan-sv");
    });

    test("the printed 226 stands against the 225 that the key gives, and is marked", async () => {
      expect(await workbench.rows("D39:H41")).toEqual([
        ["164", "180", "198", "218", "226"],
        ["164", "180", "198", "218", "225"],
        ["0", "0", "0", "0", "+1"],
      ]);
      const fill = (cell: { col: number; row: number }) =>
        workbench.page.evaluate((at) => {
          const { getters } = window.finsamWorkbench!.model;
          return getters.getCellComputedStyle({ sheetId: getters.getActiveSheetId(), ...at }).fillColor ?? "";
        }, cell);
      expect(await fill({ col: 7, row: 40 })).not.toBe(await fill({ col: 6, row: 40 }));
      expect(await workbench.shown("A42")).toMatch(/226 .* 225/);
    });

    test("the chart stacks the six parties and what is left to the maximum, by year", async () => {
      await workbench.page.waitForSelector(".o-figure canvas");
      const { labels, datasets } = await chart();
      const names = ["Staten", "Regionen", "Jönköping", "Habo", "Mullsjö", "Vaggeryd", "Outnyttjat"];
      expect(datasets.map(({ label }) => label)).toEqual(names);
      expect(labels).toEqual(["2021", "2022", "2023", "2024", "2025", "2026"]);
      const totals = labels.map((_, year) => datasets.reduce((sum, { data }) => sum + data[year]!, 0));
      expect(totals).toEqual([11102, 11103, 11101, 11102, 11102, 11102]);
    });

    test("a change of an input changes the table, the difference, the chart and the check with it", async () => {
      // With a space, as the cell shows it; the editor adds a percent sign of its own.
      await workbench.enter("C7", "8 %");
      expect(await workbench.shown("C7")).toBe("8,0 %");
      expect(await workbench.rows("C25:H25")).toEqual([["149", "161", "173", "187", "203", "218"]]);
      expect(await workbench.rows("D41:H41")).toEqual([["+3", "+7", "+11", "+15", "+8"]]);
      expect((await chart()).datasets[5]!.data).toEqual([149, 161, 173, 187, 203, 218]);
      expect(await workbench.shown("D49")).toBe("0");
      await workbench.press("Control+z");
      expect(await workbench.rows("D41:H41")).toEqual([["0", "0", "0", "0", "+1"]]);
    });

    test("a municipality's name in the inputs is its name in the table", async () => {
      await workbench.enter("A16", "Aneby");
      expect(await workbench.shown("A24")).toBe("Aneby");
    });

    test("an input that is no number is an error in the table and its sum, and fails the checks", async () => {
      await workbench.enter("C16", "många");
      expect(await workbench.rows("C20:C20")).toEqual([["#VALUE!"]]);
      expect(await workbench.shown("C26")).toBe("#VALUE!");
      expect(await workbench.shown("D49")).toBe("3");
    });

    test("leaving the page asks first once something has been edited, also after a change of language", async () => {
      const asks = () =>
        workbench.page.evaluate(() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })));
      expect(await asks()).toBe(false);
      await workbench.enter("C6", "3 700");
      expect(await workbench.shown("C6")).toBe("3 700");
      expect(await workbench.shown("C20")).toBe("3 700");
      expect(await asks()).toBe(true);
      await workbench.chooseLanguage("en");
      expect(await asks()).toBe(true);
    });
  });

  describe("a formula typed by hand", () => {
    test("is offered by autocomplete with our description, and explained argument by argument", async () => {
      await workbench.goTo("L3");
      await workbench.type("=FINSAM.");
      const offered = await workbench.page.innerText(".o-autocomplete-dropdown");
      const metadata = (await (await fetch(`${address}addin/functions.json`)).json()) as {
        functions: { id: string }[];
      };
      const all = metadata.functions.map(({ id }) => `FINSAM.${id}`);
      expect(offered.match(/FINSAM\.[A-Z]+/g)!.sort()).toEqual(all.sort());
      await workbench.type("SP");
      expect(await workbench.page.innerText(".o-autocomplete-value-focus")).toMatch(
        /^FINSAM\.SPLIT\s+Fördelar förbundets budget mellan staten, regionen och kommunerna/,
      );
      await workbench.picture("autocomplete-sv");

      await workbench.complete();
      await workbench.type("8082,8;;");
      const help = await workbench.page.innerText(".o-formula-assistant");
      expect(help).toContain("FINSAM.SPLIT ( belopp; [vikter]; [enhet];");
      expect(help).toContain("Steget som resultatet avrundas till");
      await workbench.picture("argument-help-sv");

      await workbench.type("1)");
      await workbench.press("Enter");
      expect(await workbench.rows("L3:L5")).toEqual([["4041"], ["2021"], ["2021"]]);
    });

    test("takes the Swedish names of TRUE and FALSE", async () => {
      await workbench.enter("L3", "=FINSAM.SPLIT(1000;;1;;;SANT)");
      expect(await workbench.rows("L3:L5")).toEqual([["500"], ["500"], [""]]);
    });

    test("reads array constants as Excel does: a semicolon begins a new row", async () => {
      await workbench.enter("L3", "=FINSAM.ALLOCATE(1837;{133310;11314;7157;13372};1)");
      expect(await workbench.rows("L3:M6")).toEqual([
        ["1483", ""],
        ["126", ""],
        ["79", ""],
        ["149", ""],
      ]);
    });

    test("gives #SPILL! where its result has no room, and the result when there is room again", async () => {
      await workbench.enter("L4", "upptaget");
      await workbench.enter("L3", "=FINSAM.SPLIT(7348)");
      expect(await workbench.shown("L3")).toBe("#SPILL!");
      expect(await workbench.messageOf("L3", "spill-sv")).toContain("skulle skriva över celler");
      await workbench.goTo("L4");
      await workbench.press("Delete");
      expect(await workbench.rows("L3:L5")).toEqual([["3674"], ["1837"], ["1837"]]);
    });

    test("says what to look for in a formula that cannot be read", async () => {
      await workbench.enter("L3", "=FINSAM.TOTAL(3 674)");
      expect(await workbench.messageOf("L3", "unreadable-sv")).toContain("Skilj argumenten åt med ; och skriv tal");
    });

    test("shows our sentence for an error, in Swedish and then in English", async () => {
      await workbench.enter("L3", '=FINSAM.SPLIT("mycket")');
      expect(await workbench.shown("L3")).toBe("#VALUE!");
      expect(await workbench.messageOf("L3", "error-sv")).toMatch(/^belopp: .*mycket/);
      await workbench.chooseLanguage("en");
      await workbench.focusGrid();
      expect(await workbench.shown("L3")).toBe("#VALUE!");
      expect(await workbench.messageOf("L3", "error-en")).toMatch(/^amount: .*mycket/);
    });
  });

  describe("the choice of language", () => {
    beforeEach(() => workbench.chooseLanguage("en"));

    test("turns page, ribbon, sheet, menus and pane into English", async () => {
      expect(await workbench.page.title()).toBe("FINSAM for Excel – in a browser");
      expect(await workbench.page.innerText("#ribbon")).toContain("Open the pane");
      expect(await workbench.page.innerText(".o-topbar-menu")).toBe("File");
      expect(await workbench.rows("A20:D20")).toEqual([["The state", "tkr", "3,674", "4,041"]]);
      const pane = await workbench.pane();
      await pane.waitForSelector("html[lang=en]");
      await workbench.picture("plan-en");
    });

    test("takes commas and decimal points, and describes the functions in English", async () => {
      await workbench.focusGrid();
      await workbench.goTo("L3");
      await workbench.type("=FINSAM.SP");
      expect(await workbench.page.innerText(".o-autocomplete-dropdown")).toContain("Divides a union's budget");
      await workbench.complete();
      await workbench.type("8082.8,,1)");
      await workbench.press("Enter");
      expect(await workbench.rows("L3:L5")).toEqual([["4041"], ["2021"], ["2021"]]);
    });

    test("can be made in the pane too, and the two agree", async () => {
      const pane = await workbench.pane();
      await pane.waitForSelector("html[lang=en]");
      await pane.focus("#settings-button");
      await workbench.press("Enter");
      await pane.focus("#language-en");
      await workbench.press("ArrowUp");
      await workbench.page.waitForSelector("html[lang=sv]");
      await pane.waitForSelector("html[lang=sv]");
      expect(await workbench.shown("A20")).toBe("Staten");
    });

    test("is kept for the next visit", async () => {
      await workbench.open(address);
      expect(await workbench.page.getAttribute("html", "lang")).toBe("en");
    });

    test("leaves a sheet that the user has worked in as it is", async () => {
      await workbench.focusGrid();
      await workbench.enter("L3", '=FINSAM.TOTAL(3674.5,"state")');
      await workbench.chooseLanguage("sv");
      await workbench.focusGrid();
      await workbench.goTo("L3");
      expect(await workbench.shown("L3")).toBe("7349");
      expect(await workbench.formulaBar()).toBe('=FINSAM.TOTAL(3674,5; "state")');
      expect(await workbench.shown("A20")).toBe("The state");
    });
  });

  describe("the pane", () => {
    test("inserts an example into the selected cell, by keyboard", async () => {
      await workbench.goTo("L3");
      const pane = await workbench.pane();
      await pane.focus("#tab-scenarios");
      await workbench.press("ArrowRight");
      await pane.waitForSelector("#function-SPLIT");
      await pane.focus("#function-SPLIT");
      await workbench.press("Enter");
      await pane.focus("#insert-example-0");
      await workbench.press("Enter");
      await workbench.page.waitForFunction(() => {
        const { getters } = window.finsamWorkbench!.model;
        return getters.getEvaluatedCell({ sheetId: "scenario", col: 11, row: 2 }).value === 4041;
      });
      expect(await workbench.rows("L3:L5")).toEqual([["4041"], ["2021"], ["2021"]]);
      await workbench.picture("insert-sv");
    });

    test("overwrites nothing: a cell with content is left as it is", async () => {
      await workbench.goTo("C6");
      const outcome = await workbench.page.evaluate(() =>
        window.finsamWorkbook!.insertFormula({
          formula: "=FINSAM.SPLIT(7348)",
          size: { rows: 3, columns: 1 },
          replace: undefined,
        }),
      );
      expect(outcome).toMatchObject({ kind: "cellTaken", address: "C6" });
      expect(await workbench.shown("C6")).toBe("3 674");
    });

    test("says that a result has no room, also where another formula's result is in the way", async () => {
      await workbench.goTo("C17");
      const insert = (replace: string | undefined) =>
        workbench.page.evaluate(
          (told) =>
            window.finsamWorkbook!.insertFormula({
              formula: "=FINSAM.SPLIT(7348)",
              size: { rows: 6, columns: 1 },
              replace: told,
            }),
          replace,
        );
      const taken = (await insert(undefined)) as { cell: string };
      expect(await insert(taken.cell)).toEqual({ kind: "spillTaken", address: "C17:C22" });
    });

    test("is closed and opened from the ribbon", async () => {
      await workbench.pane();
      const button = "#Finsam\\.Pane";
      const background = () => workbench.page.$eval(button, (shown) => getComputedStyle(shown).backgroundColor);
      const pressed = await background();
      await workbench.page.focus(button);
      await workbench.press("Enter");
      await workbench.page.waitForSelector("#pane", { state: "hidden" });
      expect(await workbench.page.getAttribute(button, "aria-pressed")).toBe("false");
      // It is seen, too.
      expect(await background()).not.toBe(pressed);
      await workbench.press("Enter");
      await workbench.page.waitForSelector("#pane", { state: "visible" });
      expect(await workbench.page.getAttribute(button, "aria-pressed")).toBe("true");
    });
  });
});

inBrowser("a workbench that cannot load", () => {
  test.each([
    ["/addin/functions.js", "/addin/functions.js"],
    ["/addin/manifest.xml", "/addin/manifest.xml"],
    ["/o-spreadsheet/o_spreadsheet.min.iife.js", "o-spreadsheet"],
  ])("says so in a sentence: %s", async (missing, named) => {
    const browser = await chromium.connect(endpoint!);
    const { page } = await WorkbenchPage.create(browser);
    await page.route(`**${missing}`, (route) => route.fulfill({ status: 404, body: "" }));
    await page.goto(address);
    const sentence = await page.waitForSelector("#failure p");
    expect(await sentence.innerText()).toContain(`kunde inte läsa in ${named}`);
    await browser.close();
  });
});
