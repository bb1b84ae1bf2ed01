/*
 * What holds for every view of the pane, whatever is in it: WCAG 2.2 AA in light, dark and the user's own colours, by
 * keyboard with the focus in sight, in 320 px and at 200 %. Views are found by their tabs, so that a new one is held
 * to the same; what can be opened in a view's list is opened.
 */
import { chromium, type Browser } from "playwright-core";
import type { Language } from "../../src/i18n/language";
import { giveBrokenWorkbook } from "./brokenWorkbook";
import { explainedCells, giveExplainedWorkbook, takeWorkbookAway } from "./explainedWorkbook";
import { PanePage, type Look, type PaneOptions } from "./panePage";

const endpoint = process.env.FINSAM_BROWSER;
const address = process.env.FINSAM_WORKBENCH!;
const inBrowser = endpoint ? describe : describe.skip;

const looks: readonly Look[] = ["light", "dark", "forced"];

let browser: Browser;
let pane: PanePage;

beforeAll(async () => {
  if (endpoint) browser = await chromium.connect(endpoint);
});
afterAll(() => browser?.close());
const open = async (options: PaneOptions) => void (pane = await PanePage.open(browser, address, options));
const close = async () => {
  await pane.close();
  expect(pane.problems).toEqual([]);
};

/** Every state worth looking at, one after another: each view, what is opened from its list, and the settings. */
async function* states(limit = Infinity): AsyncGenerator<string> {
  for (const tab of await pane.tabs()) {
    await pane.choose(tab);
    const view = tab.replace("tab-", "");
    yield view;
    if (view === "explain") yield* explainStates();
    if (view === "check") yield* checkStates();
    const items = await pane.page.evaluate(() =>
      [...document.querySelectorAll("[role=tabpanel]:not([hidden]) .opens")].map(({ id }) => id),
    );
    for (const [index, item] of items.slice(0, limit).entries()) {
      await pane.openItem(item);
      await openAll();
      const state = `${view}-${item.replace(/^\w+-/, "")}`;
      yield state;
      if (index === 0) {
        await fillInNonsense();
        yield `${state}-wrong`;
      }
      await pane.page.click("[role=tabpanel]:not([hidden]) .back");
    }
  }
  await pane.page.click("#settings-button");
  yield "settings";
}

/** An explanation with everything in it, cells that are gone to and that cannot be, a problem, and a text to copy. */
async function* explainStates(): AsyncGenerator<string> {
  const { page } = pane;
  await giveExplainedWorkbook(page, explainedCells.differing);
  await page.click("#explain-again");
  await page.waitForSelector(".step table");
  yield "explain-found";
  await page.click("#call-0-argument-0");
  await page.waitForSelector(".explained-arguments .message");
  yield "explain-not-gone-to";
  await page.click("#call-1-argument-1");
  await page.waitForSelector("#back-to-cell");
  yield "explain-gone-to";
  await page.click("[id^=step-][id$=-rows] >> nth=-1");
  await page.evaluate(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true });
    document.execCommand = () => false;
  });
  await page.click("#copy-explanation");
  await page.waitForSelector("textarea");
  yield "explain-to-copy";
  await giveExplainedWorkbook(page, explainedCells.wrong);
  await page.click("#explain-visited");
  await page.waitForSelector(".remark[data-kind=problem]");
  yield "explain-problem";
  await takeWorkbookAway(page);
  await page.click("#explain-again");
  await page.waitForSelector("#explain-title.unseen");
}

/** The workbook checked, repaired and copied: where there is none, under way, and with everything that can be said. */
async function* checkStates(): AsyncGenerator<string> {
  const { page } = pane;
  const waitFor = (selector: string) => page.waitForSelector(`#panel-check ${selector}`);
  await page.click("#check-workbook");
  await waitFor(".said:not(:empty)");
  yield "check-none";
  await giveBrokenWorkbook(page);
  await page.click("#check-workbook");
  await waitFor("progress[value]");
  yield "check-under-way";
  await page.evaluate(() => (window as unknown as { finishReading: () => void }).finishReading());
  await waitFor(".places");
  // Of a place that can be gone to, and one that cannot be.
  await page.click("#cutOff-title ~ .places .place");
  await page.click("#error-title ~ .places li:nth-child(2) .place");
  await waitFor(".message:not(:empty)");
  yield "check-found";
  await page.click("#repair");
  await waitFor("[id^=not-repaired]");
  await page.click("#send-copy");
  await waitFor("#send-anyway");
  yield "check-offers";
  await page.click("#send-anyway");
  await waitFor(".warnings");
  await page.evaluate(() => document.querySelector(".warnings")!.scrollIntoView());
  yield "check-sent";
}

/** No number, and as a name as long as any, with a word that is longer than a line. */
const nonsense = "Samordningsförbundet Vännäs-Robertsfors-Skellefteå-Lycksele-Storuman-Vilhelmina-Dorotea";

/** Fills every field with what it cannot use, and presses what asks for it. */
async function fillInNonsense(): Promise<void> {
  for (const field of await pane.page.$$("[role=tabpanel]:not([hidden]) article input[type=text]")) {
    if (await field.isVisible()) await field.fill(nonsense);
  }
  await pane.page.click("[role=tabpanel]:not([hidden]) [appearance=primary]");
  await pane.painted();
}

/** Opens all that is closed. */
async function openAll(): Promise<void> {
  await pane.page.evaluate(() => {
    for (const closed of document.querySelectorAll("fluent-accordion-item")) closed.setAttribute("expanded", "");
    for (const closed of document.querySelectorAll("details")) closed.open = true;
  });
  await pane.painted();
}

/** Colours are the same in both languages. */
const shown: readonly (readonly [Language, Look])[] = [...looks.map((look) => ["sv", look] as const), ["en", "light"]];

inBrowser.each(shown)("in %s, %s, axe finds nothing wrong", (language, look) => {
  beforeAll(() => open({ language, look }));
  afterAll(close);

  test("in any view, nor in what is opened in it", async () => {
    // Texts and colours are the same whatever is opened; every form and every function is looked at once.
    const isFull = look === "light" && language === "sv";
    const found: string[] = [];
    for await (const state of states(isFull ? Infinity : 2)) {
      for (const violation of await pane.violations()) found.push(`${state}: ${violation}`);
      if (isFull || !state.includes("-") || /^(check|explain)-/.test(state))
        await pane.picture(`pane-${state}-${language}-${look}`);
    }
    expect(found).toEqual([]);
  }, 300_000);
});

inBrowser.each<[string, PaneOptions]>([
  ["320 px", { width: 320 }],
  ["320 px in English", { width: 320, language: "en" }],
  ["a window of 700 × 560 at 200 %", { width: 350, height: 280, zoom: 2 }],
  ["a window of 1280 × 1024 at 400 %", { width: 320, height: 256 }],
])("in %s", (name, options) => {
  beforeAll(() => open(options));
  afterAll(close);

  test("nothing scrolls sideways, and every target is 24 px at least", async () => {
    const found: string[] = [];
    const rows = await pane.page.evaluate(() => document.querySelector(".tabs")!.getBoundingClientRect().height / 40);
    if (rows > 1) found.push(`the tabs take ${rows} rows`);
    for await (const state of states()) {
      for (const wide of await pane.sideways()) found.push(`${state} is too wide: ${wide}`);
      for (const small of await pane.tooSmall()) found.push(`${state} has too small a target: ${small}`);
      if (!state.includes("-") || /SPLIT|change-union|check-|explain-/.test(state)) {
        await pane.picture(`pane-${state}-${name.replace(/\W+/g, "-")}`);
      }
    }
    expect(found).toEqual([]);
  }, 120_000);
});

inBrowser.each(looks)("by keyboard, %s", (look) => {
  /** Kinds of controls whose focus has been looked at, of which one look is enough. */
  const seen = new Set<string>();
  beforeAll(() => open({ look, height: 640 }));
  afterAll(close);

  test("every control is reached by Tab, with its focus in sight and nothing above it", async () => {
    const found: string[] = [];
    for await (const state of states(1)) {
      await pane.page.evaluate(() => {
        document.querySelector("[role=tabpanel]:not([hidden])")!.scrollTo(0, 0);
        document.querySelector<HTMLElement>("[role=tab][aria-selected=true]")!.focus();
      });
      const expected = await pane.page.evaluate(() => {
        const controls = document.querySelectorAll(
          "a, button, input, textarea, select, summary, fluent-button, fluent-accordion-item",
        );
        return [...controls].filter((control) => control.checkVisibility() && (control as HTMLElement).tabIndex >= 0)
          .length;
      });
      const reached = await walk(state, found);
      // The tab itself, where the walk begins; radio buttons are one stop together.
      const radios = await pane.page.evaluate(
        () => document.querySelectorAll("#settings:not([hidden]) [type=radio]").length,
      );
      if (reached < expected - 1 - Math.max(0, radios - 1))
        found.push(`${state}: ${reached} of ${expected} were reached`);
    }
    expect(found).toEqual([]);
  }, 240_000);

  /** Tabs through the page from the chosen tab to its end, and returns how many stops there were. */
  async function walk(state: string, found: string[]): Promise<number> {
    let stops = 0;
    for (; stops < 200; stops++) {
      await pane.page.keyboard.press("Tab");
      const { at, kind, isUncovered } = await pane.focused();
      if (/^(html|body)\./.test(at)) break;
      if (!isUncovered) found.push(`${state}: ${at} is covered`);
      if (seen.has(kind)) continue;
      seen.add(kind);
      if (!(await isFocusSeen())) found.push(`${state}: the focus on ${at} cannot be seen`);
    }
    return stops;
  }

  /** Whether what has the keyboard looks otherwise without it. */
  async function isFocusSeen(): Promise<boolean> {
    const clip = await pane.around();
    const caret = "input, select, textarea { caret-color: transparent !important }";
    await pane.page.evaluate((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets.push(sheet);
    }, caret);
    const focused = await pane.page.screenshot({ clip });
    const handle = await pane.page.evaluateHandle(() => document.activeElement as HTMLElement);
    await handle.evaluate((element) => element.blur());
    const without = await pane.page.screenshot({ clip });
    await handle.evaluate((element) => element.focus({ preventScroll: true, focusVisible: true }));
    return !focused.equals(without);
  }
});
