/*
 * What an economist does in the pane, from start to end, by keyboard, in the workbench and in both languages; and the
 * pane in a browser with Office.js but no Excel behind it.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, type Browser, type Frame, type Page } from "playwright-core";
import { aboutTexts } from "../../src/i18n/scenarios/about";
import { openDraft, withValue } from "../../src/scenarios/draft";
import { draftSheet } from "../../src/scenarios/draft";
import { draftFigures } from "../../src/scenarios/draftFigures";
import { showValue } from "../../src/i18n/shown";
import { WorkbenchPage } from "./workbenchPage";

const endpoint = process.env.FINSAM_BROWSER;
const address = process.env.FINSAM_WORKBENCH!;
const inBrowser = endpoint ? describe : describe.skip;
const root = path.resolve(__dirname, "../..");
const folder = mkdtempSync(path.join(tmpdir(), "finsam-pane-"));

let browser: Browser;
let workbench: WorkbenchPage;
let pane: Frame;

beforeAll(async () => {
  if (endpoint) browser = await chromium.connect(endpoint);
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

const plain = (text: string) => text.replace(/\s/g, " ");
const focusedIn = (frame: Frame | Page) => frame.evaluate(() => document.activeElement!.id);
/** The grid and the pane draw a frame after they have taken a key. */
const focusedOnceDrawn = (frame: Frame) =>
  frame.evaluate(
    () =>
      new Promise<string>((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(document.activeElement!.id))),
      ),
  );
const saidAtInsert = () => pane.innerText(".insert-bar [role=status] >> nth=0");

/** Presses Tab, or another key, until the keyboard is on the element of that id. */
async function keyTo(id: string, key = "Tab"): Promise<void> {
  let at = await focusedIn(pane);
  for (let presses = 0; presses < 150; presses++) {
    if (at === id) return;
    await workbench.page.keyboard.press(key);
    at = await focusedOnceDrawn(pane);
  }
  throw new Error(`${key} does not lead to ${id}, but to ${at}`);
}

/** Replaces what is in the field that has the keyboard. */
async function retype(text: string): Promise<void> {
  await workbench.press("Control+a");
  await workbench.type(text);
}

inBrowser.each(["sv", "en"] as const)("in %s, by keyboard", (language) => {
  beforeEach(async () => {
    workbench = await WorkbenchPage.create(browser, { width: 1400, height: 860 });
    await workbench.open(address);
    if (language !== "sv") await workbench.chooseLanguage(language);
    pane = await workbench.pane();
    await pane.waitForSelector(`html[lang=${language}]`);
  });
  afterEach(async () => {
    await workbench.close();
    expect(workbench.problems).toEqual([]);
  });

  test("a scenario is built with figures of one's own, and inserted as a sheet that has them", async () => {
    await pane.focus("#tab-scenarios");
    await keyTo("scenario-escalation");
    await workbench.press("Enter");
    await pane.waitForSelector(".scenario .insert-bar");
    expect(await pane.innerText("h2")).toBe(aboutTexts(language).escalation.title);
    await pane.waitForFunction(() => (document.querySelector("canvas")?.width ?? 0) > 0);
    await workbench.picture(`pane-page-${language}`);

    await keyTo("field-stateStart");
    await retype(language === "sv" ? "4 000,5" : "4,000.5");
    await workbench.press("Enter");
    expect(await focusedIn(pane)).toBe("field-rate");
    await retype(language === "sv" ? "7,5" : "7.5");
    await keyTo("field-municipality@4");
    await retype("Vaggeryds kommun med ett mycket långt namn");

    let draft = withValue(openDraft("escalation", language), "stateStart", 4000.5);
    draft = withValue(draft, "rate", 0.075);
    draft = withValue(draft, "municipality@4", "Vaggeryds kommun med ett mycket långt namn");
    const { figures } = draftFigures(draft);
    const shown = (await pane.$$eval(".figures dd", (values) => values.map(({ textContent }) => textContent))).map(
      plain,
    );
    figures.forEach(({ value, format }, index) => {
      expect(shown[index]).toContain(plain(showValue(value!, format, language)));
    });
    await pane.waitForFunction(() => (document.querySelector("canvas")?.width ?? 0) > 0);
    await workbench.picture(`job-scenario-${language}`);

    await keyTo("insert-sheet");
    await workbench.press("Enter");
    const { name, control, keyFigures, cells } = draftSheet(draft);
    await workbench.waitForSheet(`${name} (2)`);
    expect(await saidAtInsert()).toContain(`${name} (2)`);
    expect(await workbench.values(control)).toEqual([[0]]);
    const start = cells.find((cell) => cell.name === "stateStart")!;
    expect(await workbench.values(start.address)).toEqual([[4000.5]]);
    for (const [index, { at }] of keyFigures.entries()) {
      const address = `${String.fromCharCode(65 + at.left)}${at.top + 1}`;
      expect((await workbench.values(address))[0]![0]).toBeCloseTo(figures[index]!.value as number, 9);
    }
    await workbench.picture(`job-scenario-inserted-${language}`);
  });

  test("what is wrong is said where it is, and nothing is inserted until it is mended", async () => {
    await pane.focus("#tab-scenarios");
    await keyTo("scenario-level-increase");
    await workbench.press("Enter");
    await pane.waitForSelector(".scenario .insert-bar");
    await keyTo("field-total");
    await retype("mycket");
    await keyTo("insert-sheet");
    await workbench.press("Enter");
    await pane.waitForSelector(".said[data-kind=problem]");
    expect(await focusedIn(pane)).toBe("field-total");
    expect(await saidAtInsert()).toContain("mycket");
    expect(await workbench.sheetNames()).toHaveLength(1);
    await keyTo("back-to-example");
    await workbench.press("Enter");
    expect(await pane.getAttribute("#field-total", "aria-invalid")).toBeNull();
    expect(plain(await pane.inputValue("#field-total"))).toBe(language === "sv" ? "6 072" : "6,072");
    await keyTo("undo");
    await workbench.press("Enter");
    expect(await pane.inputValue("#field-total")).toBe("mycket");
    // From there it can be done again.
    expect(await focusedIn(pane)).toBe("undo");
  });

  test("a scenario opens on what is selected", async () => {
    await workbench.focusGrid();
    await workbench.enter("K3", "Aneby");
    await workbench.enter("L3", "6848");
    await workbench.enter("K4", "Eksjö");
    await workbench.enter("L4", "17736");
    await workbench.select("K3", "L4");
    await pane.focus("#tab-scenarios");
    await keyTo("scenario-escalation");
    await workbench.press("Enter");
    await pane.waitForFunction(
      () => (document.getElementById("field-municipality@2") as HTMLInputElement | null)?.value === "Eksjö",
    );
    expect(await pane.$$eval("[id^='field-municipality@']", (fields) => fields.length)).toBe(2);
  });

  test("a function is found, its formula built from what is selected, and inserted beside it", async () => {
    await workbench.focusGrid();
    for (const [cell, weight] of Object.entries({ K3: "133310", K4: "11314", K5: "7157", K6: "13372" })) {
      await workbench.enter(cell, weight);
    }
    await pane.focus("#tab-scenarios");
    await workbench.press("ArrowRight");
    await pane.waitForSelector("#search");
    await keyTo("search");
    await workbench.type(language === "sv" ? "fördelar vikter" : "divides weights");
    expect(await pane.$$eval(".opens", (found) => found.map(({ textContent }) => textContent))).toContain("ALLOCATE");
    await workbench.picture(`job-search-${language}`);
    await keyTo("function-ALLOCATE");
    await workbench.press("Enter");
    await pane.waitForSelector(".function a");

    const [amount, weights, unit] = language === "sv" ? ["belopp", "vikter", "enhet"] : ["amount", "weights", "unit"];
    await keyTo(`argument-${amount}`);
    await workbench.type(language === "sv" ? "1 837,4" : "1837.4");
    await workbench.focusGrid();
    await workbench.select("K3", "K6");
    await pane.focus(`#argument-${amount}`);
    await keyTo(`pick-${weights}`);
    await workbench.press("Enter");
    await pane.waitForSelector(".said[data-kind=hint]");
    const sheet = (await workbench.sheetName()).replace(/^(.*\W.*)$/, "'$1'");
    expect(await pane.inputValue(`#argument-${weights}`)).toBe(`${sheet}!K3:K6`);
    await keyTo(`argument-${unit}`);
    await workbench.type("1");
    const separator = language === "sv" ? ";" : ",";
    const decimals = language === "sv" ? "1837,4" : "1837.4";
    expect(await pane.innerText(".formula-box")).toBe(
      ["=FINSAM.ALLOCATE(" + decimals, `${sheet}!K3:K6`, "1)"].join(separator),
    );
    await workbench.picture(`job-builder-${language}`);

    // The active cell still lies in what is selected.
    await keyTo("insert-formula");
    await workbench.press("Enter");
    await pane.waitForSelector(".said[data-kind=problem]");
    expect(await saidAtInsert()).toContain("K3:K6");
    await workbench.focusGrid();
    await workbench.goTo("K3");
    expect(await workbench.shown("K3")).toBe("133310");

    await workbench.goTo("M3");
    await pane.focus("#insert-formula");
    await workbench.press("Enter");
    await pane.waitForSelector(".said[data-kind=done]");
    expect(await workbench.rows("M3:M6")).toEqual([["1483"], ["126"], ["79"], ["149"]]);
    await workbench.picture(`job-builder-inserted-${language}`);
    await workbench.focusGrid();
    await workbench.goTo("M3");
    expect(plain(await workbench.formulaBar()).replaceAll(" ", "")).toBe(
      ["=FINSAM.ALLOCATE(" + decimals, "K3:K6", "1)"].join(separator),
    );
    // What stands there now is overwritten only where the user says so.
    await pane.focus("#insert-formula");
    await workbench.press("Enter");
    await pane.waitForSelector(".outcome fluent-button");
    await workbench.press("Tab");
    await workbench.press("Tab");
    await workbench.press("Enter");
    await pane.waitForSelector(".said[data-kind=done]");
    expect(await focusedIn(pane)).toBe("insert-formula");
  });

  test("a figure is understood: step by step, its arguments looked at, explained in their turn, and copied", async () => {
    await pane.focus("#tab-scenarios");
    await keyTo("scenario-escalation");
    await workbench.press("Enter");
    await pane.waitForSelector(".scenario .insert-bar");
    await keyTo("insert-sheet");
    await workbench.press("Enter");
    await workbench.waitForSheet(draftSheet(openDraft("escalation", language)).name + " (2)");
    await pane.focus("#tab-scenarios");
    await workbench.press("ArrowRight");
    await workbench.press("ArrowRight");
    await pane.waitForSelector("#explain-title");
    await workbench.focusGrid();
    await workbench.goTo("H25");
    await pane.waitForFunction(() => document.querySelector("#explain-title")?.textContent.includes("H25"));
    const told = async () => plain(await pane.innerText("#panel-explain"));
    expect(await workbench.shown("H25")).toBe("225");
    expect(await pane.innerText("#explain-title")).toBe("H25 Vaggeryd, 2026");
    expect(await told()).toContain(
      language === "sv"
        ? "Vaggeryd får 225: exakt 224,68 är 224 avrundat nedåt, och resten 0,68 ger en till."
        : "Vaggeryd gets 225: exactly 224.68 is 224 rounded down, and the remainder 0.68 gives one more.",
    );
    expect(await told()).toContain(
      language === "sv"
        ? "De går till de största resterna: Jönköping (0,95) och Vaggeryd (0,68)."
        : "They go to the largest remainders: Jönköping (0.95) and Vaggeryd (0.68).",
    );
    expect(await pane.$$eval(".step h4", (steps) => steps.map((step) => step.textContent.split(".")[0]))).toEqual([
      "1",
      "2",
      "3",
      "4",
      "5",
      "6",
      "7",
      "8",
      "9",
    ]);
    expect(await pane.innerText(".is-explained >> nth=-1")).toMatch(/Vaggeryd/);
    const heard = () => pane.innerText(".pane > [role=status]");
    expect(plain(await heard())).toMatch(/^H25, Vaggeryd, 2026: 225\./);
    await workbench.picture(`explain-page-${language}`);

    // The key is looked at and left again.
    await pane.focus("#tab-explain");
    await keyTo("call-1-argument-1");
    await workbench.press("Enter");
    await workbench.waitForActive("C14");
    await pane.waitForSelector("#back-to-cell");
    expect(await focusedIn(pane)).toBe("call-1-argument-1");
    expect(await pane.innerText("#explain-title")).toBe("H25 Vaggeryd, 2026");
    await workbench.picture(`job-explain-gone-to-${language}`);
    await keyTo("back-to-cell");
    await workbench.press("Enter");
    await workbench.waitForActive("H25");
    await pane.waitForSelector("#back-to-cell", { state: "detached" });
    expect(await focusedIn(pane)).toBe("call-1-argument-1");

    // The cell that the formula stands in has an explanation of its own.
    await keyTo("explain-note-0-cells", "Shift+Tab");
    await workbench.press("Enter");
    await pane.waitForSelector("#explain-visited");
    await keyTo("explain-visited");
    await workbench.press("Enter");
    await pane.waitForSelector("#back-to-explained");
    expect(await focusedIn(pane)).toBe("explain-title");
    await pane.waitForFunction(() => document.querySelector("#explain-title")?.textContent.startsWith("C20 "));
    await workbench.picture(`job-explain-in-turn-${language}`);
    await keyTo("back-to-explained", "Shift+Tab");
    await workbench.press("Enter");
    await workbench.waitForActive("H25");
    await pane.waitForFunction(() => document.querySelector("#explain-title")?.textContent.includes("H25"));

    await workbench.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await keyTo("copy-explanation");
    await workbench.press("Enter");
    await pane.waitForSelector("#panel-explain .said[data-kind=done]");
    const copied = plain(await workbench.page.evaluate(() => navigator.clipboard.readText()));
    expect(copied).toContain(
      language === "sv" ? "Vaggeryd 13 372 224,68 224 0,68 225" : "Vaggeryd 13,372 224.68 224 0.68 225",
    );

    // The other language tells the same.
    const other = language === "sv" ? "en" : "sv";
    await workbench.chooseLanguage(other);
    await pane.waitForSelector(`html[lang=${other}]`);
    expect(await pane.innerText("#explain-title")).toBe("H25 Vaggeryd, 2026");
    expect(await told()).toContain(other === "sv" ? "resten 0,68 ger en till" : "the remainder 0.68 gives one more");
  });

  test("what is selected is explained as it is: with an expression, a wrong value, a formula of Excel's own, and nothing", async () => {
    await pane.focus("#tab-scenarios");
    await workbench.press("ArrowRight");
    await workbench.press("ArrowRight");
    await pane.waitForSelector("#explain-title");
    await workbench.focusGrid();
    await workbench.enter("K3", "=FINSAM.SPLIT(SUM(L3:L4))");
    const says = (text: RegExp) =>
      pane.waitForFunction(
        ([source]) => new RegExp(source!).test(document.querySelector(".remark")?.textContent ?? ""),
        [text.source],
      );
    await workbench.goTo("K3");
    await says(/Lägg det i en egen cell|Put it in a cell of its own/);
    await workbench.enter("L5", "mycket");
    await workbench.enter("K3", "=FINSAM.SPLIT(L5)");
    await workbench.goTo("K3");
    await says(/texten ”mycket”|the text "mycket"/);
    await workbench.enter("M3", "=SUM(L3:L4)");
    await workbench.goTo("M3");
    await says(/ingen FINSAM-funktion|no FINSAM function/);
    await workbench.goTo("L5");
    await says(/inskrivet värde|typed value/);
    await workbench.goTo("N5");
    await says(/Cellen är tom|The cell is blank/);
    await workbench.picture(`job-explain-blank-${language}`);
  });

  test("a workbook is checked, each thing found is gone to and mended, and nothing is left", async () => {
    const separator = language === "sv" ? ";" : ",";
    const budget = (row: number) => `=FINSAM.TOTAL(L${row}${separator}"state")`;
    await workbench.focusGrid();
    for (const row of [3, 4, 5, 6]) {
      await workbench.enter(`L${row}`, String(100 * row));
      await workbench.enter(`K${row}`, budget(row));
    }
    expect(await workbench.shown("K5")).toBe("1000");
    await workbench.enter("K5", "900");
    await workbench.enter("F26", "=SUM(F20:F24)");

    await pane.focus("#tab-scenarios");
    await workbench.press("End");
    await pane.waitForSelector("#check-workbook");
    await keyTo("check-workbook");
    await workbench.press("Enter");
    await pane.waitForSelector(".place");
    const [over, sum] = await pane.$$eval(".place", (found) => found.map(({ id, textContent }) => [id, textContent]));
    expect(over![1]).toMatch(/!K5: 900 (är inskrivet|is typed)/);
    expect(sum![1]).toMatch(/!F26 (summerar|sums) F20:F24 .* F25\.$/);
    await workbench.picture(`job-check-${language}`);

    for (const [[place], cell] of [
      [over!, "K5"],
      [sum!, "F26"],
    ] as const) {
      await keyTo(place!);
      await workbench.press("Enter");
      await pane.waitForSelector(`.place[aria-current=true][id="${place}"]`);
      await workbench.waitForActive(cell);
      expect(await focusedIn(pane)).toBe(place);
      expect(await pane.innerText(".pane > [role=status]")).toContain(`!${cell} `);
    }
    await workbench.picture(`job-check-gone-to-${language}`);

    await workbench.focusGrid();
    await workbench.enter("K5", budget(5));
    await workbench.enter("F26", "=SUM(F20:F25)");
    await pane.focus("#tab-check");
    await keyTo("check-workbook");
    await workbench.press("Enter");
    await pane.waitForSelector(".said[data-kind=done]");
    expect(await pane.innerText(".said[data-kind=done]")).toMatch(/^(Inget att anmärka|Nothing is wrong)/);
    expect(await pane.$(".place")).toBeNull();
    expect(await focusedIn(pane)).toBe("check-workbook");
    await workbench.picture(`job-check-empty-${language}`);
  });

  test("lost formulas are repaired from the list, and a copy is handed over", async () => {
    await workbench.focusGrid();
    await workbench.enter("K3", `=_xldudf_FINSAM_SPLIT(${language === "sv" ? "7348;;1" : "7348,,1"})`);
    await pane.focus("#tab-scenarios");
    await workbench.press("End");
    await pane.waitForSelector("#check-workbook");
    await keyTo("check-workbook");
    await workbench.press("Enter");
    await pane.waitForSelector("#repair-lost");
    await keyTo("repair-lost");
    await workbench.press("Enter");
    await pane.waitForFunction(() => document.querySelector(".place") === null);
    expect(await focusedIn(pane)).toBe("repair");
    expect(await workbench.rows("K3:K5")).toEqual([["3674"], ["1837"], ["1837"]]);
    const heard = plain(await pane.innerText(".pane > [role=status]"));
    expect(heard).toMatch(
      /^(En cell är inskriven på nytt\. Inget att|One cell has been entered again\. Nothing is wrong)/,
    );
    await keyTo("send-copy");
    const copy = path.join(folder, `copy-${language}.xlsx`);
    expect(await workbench.download(copy, () => workbench.press("Enter"))).toMatch(/ – (kopia|copy)\.xlsx$/);
    await pane.waitForSelector("#send-copy-title ~ .said[data-kind=done]");
    expect(await pane.innerText(".pane > [role=status]")).toMatch(/bland hämtade filer|among your downloads/);
    await workbench.picture(`job-repair-${language}`);
  });

  test("the language is chosen, everything stays where it was, and the choice is kept", async () => {
    const other = language === "sv" ? "en" : "sv";
    await pane.focus("#tab-scenarios");
    await keyTo("scenario-level-increase");
    await workbench.press("Enter");
    await pane.waitForSelector(".scenario .insert-bar");
    await keyTo("field-rate");
    await retype(language === "sv" ? "12,5" : "12.5");
    await keyTo("settings-button", "Shift+Tab");
    await workbench.press("Enter");
    await workbench.press("Tab");
    expect(await focusedIn(pane)).toBe(`language-${language}`);
    await workbench.press(language === "sv" ? "ArrowDown" : "ArrowUp");
    await pane.waitForSelector(`html[lang=${other}]`);
    await workbench.page.waitForSelector(`html[lang=${other}]`);
    await pane.waitForFunction((id) => document.activeElement?.id === id, `language-${other}`);
    expect(await pane.innerText("#settings")).toMatch(
      other === "sv"
        ? /Excels egen hjälp i formelfältet följer språket i Office/
        : /Excel's own help in the formula bar follows/,
    );
    await workbench.picture(`job-language-${language}-to-${other}`);
    await workbench.press("Escape");
    expect(await focusedIn(pane)).toBe("settings-button");
    expect(await pane.innerText("h2")).toBe(aboutTexts(other)["level-increase"].title);
    expect(await pane.inputValue("#field-rate")).toBe(other === "sv" ? "12,5" : "12.5");

    await workbench.open(address);
    pane = await workbench.pane();
    await pane.waitForSelector(`html[lang=${other}]`);
  });
});

inBrowser("with Office.js and no Excel behind it", () => {
  const origin = "https://finsam.example";
  const types: Record<string, string> = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".css": "text/css",
    ".png": "image/png",
  };
  const problems: string[] = [];
  let page: Page;

  /** The pane as it is published, with Microsoft's own Office.js where Microsoft has it. */
  beforeAll(async () => {
    const context = await browser.newContext({ viewport: { width: 350, height: 700 }, locale: "sv-SE" });
    context.setDefaultTimeout(20_000);
    page = await context.newPage();
    page.on("pageerror", (error) => problems.push(error.message));
    const fulfil = (folder: string, prefix: string) =>
      page.route(`${prefix}/**`, async (route) => {
        const name = new URL(route.request().url()).pathname.slice(new URL(prefix).pathname.length).replace(/^\//, "");
        const body = readFileSync(path.join(root, folder, name));
        await route.fulfill({ body, contentType: types[path.extname(name)] ?? "application/octet-stream" });
      });
    await page.route("**/*", (route) => {
      problems.push(`request to ${route.request().url()}`);
      return route.abort();
    });
    await fulfil("dist", origin);
    await fulfil("node_modules/@microsoft/office-js/dist", "https://appsforoffice.microsoft.com/lib/1/hosted");
    await page.goto(`${origin}/taskpane.html`);
  });
  afterAll(() => page.context().close());

  test("it says that there is no workbook, forms compute, and Insert says what to do", async () => {
    await page.waitForSelector(".no-workbook:not(:empty)");
    expect(await page.evaluate(() => typeof Office)).toBe("object");
    expect(await page.innerText(".no-workbook")).toContain("Ingen arbetsbok är öppen här.");
    await page.click("#scenario-escalation");
    await page.waitForSelector(".scenario .insert-bar");
    await page.fill("#field-stateStart", "4000");
    expect(plain(await page.innerText(".figures"))).toContain("11 102 tkr");
    await page.waitForFunction(() => (document.querySelector("canvas")?.width ?? 0) > 0);
    await page.click("#insert-sheet");
    await page.waitForSelector(".said[data-kind=problem]");
    expect(await page.innerText(".insert-bar")).toContain("Ingen arbetsbok är öppen här.");
    await page.click("#use-selection");
    await page.click("#tab-functions");
    await page.click("#function-TOTAL");
    await page.click("[id^=pick-]");
    await page.waitForSelector(".function .said[data-kind=problem]");
    await page.click("#tab-explain");
    await page.waitForSelector("#explain-again");
    expect(await page.innerText(".remark")).toContain("Ingen arbetsbok är öppen här.");
    await page.click("#tab-check");
    for (const id of ["check-workbook", "repair", "send-copy"]) {
      await page.click(`#${id}`);
      const said = `.job:has(> .buttons #${id}) > .said:not(:empty)`;
      await page.waitForSelector(said);
      expect(await page.innerText(said)).toContain("Ingen arbetsbok är öppen här.");
    }
    expect(problems).toEqual([]);
  });
});
