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
    test("one formula fills the table of all parties and years, and the sum checks", async () => {
      expect(await workbench.rows("A16:H22")).toEqual([
        ["Staten", "tkr", "3 674", "4 041", "4 446", "4 890", "5 379", "5 551"],
        ["Region Jönköpings län", "tkr", "1 837", "2 021", "2 223", "2 445", "2 690", "2 776"],
        ["Jönköping", "tkr", "1 483", "1 631", "1 794", "1 974", "2 171", "2 240"],
        ["Habo", "tkr", "126", "138", "152", "167", "184", "190"],
        ["Mullsjö", "tkr", "79", "88", "96", "106", "116", "120"],
        ["Vaggeryd", "tkr", "149", "164", "180", "198", "218", "225"],
        ["Summa", "tkr", "7 348", "8 083", "8 891", "9 780", "10 758", "11 102"],
      ]);
      expect(await workbench.shown("C28")).toBe("0");
      expect(await workbench.formulaBar()).toMatch(/^=FINSAM\.SPLIT\(FINSAM\.ESCALATE\(C5; C6;/);
      await workbench.picture("plan-sv");
    });

    test("the printed 226 stands against the 225 that the key gives, and is marked", async () => {
      expect(await workbench.rows("D23:H24")).toEqual([
        ["164", "180", "198", "218", "226"],
        ["0", "0", "0", "0", "1"],
      ]);
      const fill = (cell: { col: number; row: number }) =>
        workbench.page.evaluate(
          (at) =>
            window.finsamWorkbench!.model.getters.getCellComputedStyle({ sheetId: "plan", ...at }).fillColor ?? "",
          cell,
        );
      expect(await fill({ col: 7, row: 23 })).not.toBe(await fill({ col: 6, row: 23 }));
      expect(await workbench.shown("A25")).toMatch(/226 .* 225/);
    });

    test("the chart stacks the six parties by year", async () => {
      await workbench.page.waitForSelector(".o-figure canvas");
      const series = await workbench.page.evaluate(() => {
        const { chartJsConfig } = window.finsamWorkbench!.model.getters.getChartRuntime("contributions") as {
          chartJsConfig: { data: { labels: string[]; datasets: { label: string; data: number[] }[] } };
        };
        const { labels, datasets } = chartJsConfig.data;
        const names = datasets.map(({ label }) => label);
        return {
          labels,
          names,
          totals: labels.map((_, year) => datasets.reduce((sum, { data }) => sum + data[year]!, 0)),
        };
      });
      expect(series.names).toEqual(["Staten", "Region", "Jönköping", "Habo", "Mullsjö", "Vaggeryd"]);
      expect(series.labels).toEqual(["2021", "2022", "2023", "2024", "2025", "2026"]);
      expect(series.totals).toEqual([7348, 8083, 8891, 9780, 10758, 11102]);
    });

    test("a change of an input changes the table, the difference and the check with it", async () => {
      // With a space, as the cell shows it; the editor adds a percent sign of its own.
      await workbench.enter("C6", "8 %");
      expect(await workbench.shown("C6")).toBe("8,0 %");
      expect(await workbench.rows("C21:H21")).toEqual([["149", "161", "173", "187", "203", "218"]]);
      expect(await workbench.rows("D24:H24")).toEqual([["3", "7", "11", "15", "8"]]);
      expect(await workbench.shown("C28")).toBe("0");
      await workbench.press("Control+z");
      expect(await workbench.rows("D24:H24")).toEqual([["0", "0", "0", "0", "1"]]);
    });

    test("a municipality's name in the inputs is its name in the table and the chart", async () => {
      await workbench.enter("A13", "Aneby");
      expect(await workbench.shown("A20")).toBe("Aneby");
      const names = await workbench.page.evaluate(() => {
        const { chartJsConfig } = window.finsamWorkbench!.model.getters.getChartRuntime("contributions") as {
          chartJsConfig: { data: { datasets: { label: string }[] } };
        };
        return chartJsConfig.data.datasets.map(({ label }) => label);
      });
      expect(names).toEqual(["Staten", "Region", "Jönköping", "Habo", "Aneby", "Vaggeryd"]);
    });

    test("an input that is no number is an error in the sums and the check too", async () => {
      await workbench.enter("C13", "många");
      expect(await workbench.rows("C16:C16")).toEqual([["#VALUE!"]]);
      expect(await workbench.rows("C22:H22")).toEqual([Array(6).fill("#VALUE!")]);
      expect(await workbench.rows("D24:H24")).toEqual([Array(5).fill("#VALUE!")]);
      expect(await workbench.shown("C28")).toBe("#VALUE!");
    });

    test("leaving the page asks first once something has been edited, also after a change of language", async () => {
      const asks = () =>
        workbench.page.evaluate(() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })));
      expect(await asks()).toBe(false);
      await workbench.enter("C5", "3 700");
      expect(await workbench.shown("C5")).toBe("3 700");
      expect(await workbench.shown("C16")).toBe("3 700");
      expect(await asks()).toBe(true);
      await workbench.chooseLanguage("en");
      expect(await asks()).toBe(true);
    });
  });

  describe("a formula typed by hand", () => {
    test("is offered by autocomplete with our description, and explained argument by argument", async () => {
      await workbench.goTo("A31");
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
      expect(await workbench.rows("A31:A33")).toEqual([["4041"], ["2021"], ["2021"]]);
    });

    test("takes the Swedish names of TRUE and FALSE", async () => {
      await workbench.enter("A31", "=FINSAM.SPLIT(1000;;1;;;SANT)");
      expect(await workbench.rows("A31:A33")).toEqual([["500"], ["500"], [""]]);
    });

    test("reads array constants as Excel does: a semicolon begins a new row", async () => {
      await workbench.enter("A31", "=FINSAM.ALLOCATE(1837;{133310;11314;7157;13372};1)");
      expect(await workbench.rows("A31:B34")).toEqual([
        ["1483", ""],
        ["126", ""],
        ["79", ""],
        ["149", ""],
      ]);
    });

    test("gives #SPILL! where its result has no room, and the result when there is room again", async () => {
      await workbench.enter("A32", "upptaget");
      await workbench.enter("A31", "=FINSAM.SPLIT(7348)");
      expect(await workbench.shown("A31")).toBe("#SPILL!");
      expect(await workbench.messageOf("A31", "spill-sv")).toContain("skulle skriva över celler");
      await workbench.goTo("A32");
      await workbench.press("Delete");
      expect(await workbench.rows("A31:A33")).toEqual([["3674"], ["1837"], ["1837"]]);
    });

    test("says what to look for in a formula that cannot be read", async () => {
      await workbench.enter("A31", "=FINSAM.TOTAL(3 674)");
      expect(await workbench.messageOf("A31", "unreadable-sv")).toContain("Skilj argumenten åt med ; och skriv tal");
    });

    test("shows our sentence for an error, in Swedish and then in English", async () => {
      await workbench.enter("A31", '=FINSAM.SPLIT("mycket")');
      expect(await workbench.shown("A31")).toBe("#VALUE!");
      expect(await workbench.messageOf("A31", "error-sv")).toMatch(/^belopp: .*mycket/);
      await workbench.chooseLanguage("en");
      await workbench.focusGrid();
      expect(await workbench.shown("A31")).toBe("#VALUE!");
      expect(await workbench.messageOf("A31", "error-en")).toMatch(/^amount: .*mycket/);
    });
  });

  describe("the choice of language", () => {
    beforeEach(() => workbench.chooseLanguage("en"));

    test("turns page, ribbon, sheet, menus and pane into English", async () => {
      expect(await workbench.page.title()).toBe("FINSAM for Excel – in a browser");
      expect(await workbench.page.innerText("#ribbon")).toContain("Open the pane");
      expect(await workbench.page.innerText(".o-topbar-menu")).toBe("File");
      expect(await workbench.rows("A16:D16")).toEqual([["The state", "tkr", "3,674", "4,041"]]);
      const pane = await workbench.pane();
      await pane.waitForSelector("html[lang=en]");
      await workbench.picture("plan-en");
    });

    test("takes commas and decimal points, and describes the functions in English", async () => {
      await workbench.focusGrid();
      await workbench.goTo("A31");
      await workbench.type("=FINSAM.SP");
      expect(await workbench.page.innerText(".o-autocomplete-dropdown")).toContain("Divides a union's budget");
      await workbench.complete();
      await workbench.type("8082.8,,1)");
      await workbench.press("Enter");
      expect(await workbench.rows("A31:A33")).toEqual([["4041"], ["2021"], ["2021"]]);
    });

    test("can be made in the pane too, and the two agree", async () => {
      const pane = await workbench.pane();
      await pane.waitForSelector("html[lang=en]");
      await pane.focus("#language");
      await workbench.press("Enter");
      await workbench.page.waitForSelector("html[lang=sv]");
      await pane.waitForSelector("html[lang=sv]");
      expect(await workbench.shown("A16")).toBe("Staten");
    });

    test("is kept for the next visit", async () => {
      await workbench.open(address);
      expect(await workbench.page.getAttribute("html", "lang")).toBe("en");
    });

    test("keeps what the user has written, and turns the sheet's own texts", async () => {
      await workbench.focusGrid();
      await workbench.enter("A31", '=FINSAM.TOTAL(3674.5,"state")');
      await workbench.chooseLanguage("sv");
      await workbench.focusGrid();
      await workbench.goTo("A31");
      expect(await workbench.shown("A31")).toBe("7349");
      expect(await workbench.formulaBar()).toBe('=FINSAM.TOTAL(3674,5; "state")');
      expect(await workbench.shown("A16")).toBe("Staten");
    });
  });

  describe("the pane", () => {
    test("inserts an example into the selected cell, by keyboard", async () => {
      await workbench.goTo("J3");
      const pane = await workbench.pane();
      await pane.focus("#SPLIT >> button");
      await workbench.press("Enter");
      await pane.focus("#SPLIT .examples fluent-button");
      await workbench.press("Enter");
      await workbench.page.waitForFunction(() => {
        const { getters } = window.finsamWorkbench!.model;
        return getters.getEvaluatedCell({ sheetId: "plan", col: 9, row: 2 }).value === 4041;
      });
      expect(await workbench.rows("J3:J5")).toEqual([["4041"], ["2021"], ["2021"]]);
      await workbench.picture("insert-sv");
    });

    test("overwrites nothing: a cell with content is left as it is", async () => {
      await workbench.goTo("C5");
      const outcome = await workbench.page.evaluate(() =>
        window.finsamWorkbook!.insertFormula({
          formula: "=FINSAM.SPLIT(7348)",
          size: { rows: 3, columns: 1 },
          replace: undefined,
        }),
      );
      expect(outcome).toMatchObject({ kind: "cellTaken", address: "C5" });
      expect(await workbench.shown("C5")).toBe("3 674");
    });

    test("says that a result has no room, also where another formula's result is in the way", async () => {
      await workbench.goTo("C12");
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
      expect(await insert(taken.cell)).toEqual({ kind: "spillTaken", address: "C12:C17" });
    });

    test("is closed and opened from the ribbon", async () => {
      await workbench.pane();
      const button = "#ribbon button";
      await workbench.page.focus(button);
      await workbench.press("Enter");
      await workbench.page.waitForSelector("#pane", { state: "hidden" });
      expect(await workbench.page.getAttribute(button, "aria-pressed")).toBe("false");
      await workbench.press("Enter");
      await workbench.page.waitForSelector("#pane", { state: "visible" });
      expect(await workbench.page.getAttribute(button, "aria-pressed")).toBe("true");
    });
  });

  test("the second sheet answers its five questions", async () => {
    await workbench.press("Shift+PageDown");
    await workbench.page.waitForFunction(() => window.finsamWorkbench!.model.getters.getActiveSheetId() === "tries");
    expect(await workbench.rows("A6:B8")).toEqual([
      ["=FINSAM.SPLIT(7348;;1)", "3 674"],
      ["", "1 837"],
      ["", "1 837"],
    ]);
    expect(await workbench.rows("B11:B11")).toEqual([["7 348"]]);
    expect(await workbench.rows("B14:B17")).toEqual([["1 483"], ["126"], ["79"], ["149"]]);
    expect(await workbench.rows("B20:F20")).toEqual([["4 041", "4 446", "4 890", "5 379", "5 551"]]);
    expect(await workbench.rows("B23:B23")).toEqual([["5"]]);
    await workbench.picture("tries-sv");
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
