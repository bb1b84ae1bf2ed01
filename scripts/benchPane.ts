/*
 * How quick the pane is in a real browser whose processor is slowed four times: until it is first painted, and from
 * each press to the next frame that shows what came of it (the browser's own Event Timing).
 */
import { chromium, type Browser, type Page } from "playwright-core";
import type { Workbook } from "../src/workbook/port";
import { launchBrowser } from "./browser";
import { listen, staticFiles } from "./server";
import { buildWorkbench, workbenchMounts } from "./workbench";

export interface PaneTimes {
  /** Milliseconds to the first contentful paint, the median of nine. */
  readonly firstPaint: number;
  /** Milliseconds until a scenario's figures have followed a key, at full speed: the slowest scenario's median. */
  readonly figures: number;
  /** Milliseconds from a cell's being selected until its explanation has been painted, the median of 31. */
  readonly explained: number;
  /** Milliseconds of the slowest interaction of each kind; each interaction is the median of three times. */
  readonly interactions: ReadonlyMap<string, number>;
}

const slowedTimes = 4;
const opened = 9;
const rounds = 3;

declare global {
  interface Window {
    /** The longest of the events since it was last set to 0. */
    finsamLongest?: number;
    finsamSelectNext?: () => void;
  }
}

/** Undefined where there is no browser, which is said. */
export async function measurePane(): Promise<PaneTimes | undefined> {
  const server = await launchBrowser();
  if (!server) return undefined;
  await buildWorkbench();
  const files = await listen(staticFiles(workbenchMounts()), 0);
  const browser = await chromium.connect(server.wsEndpoint());
  const address = `http://localhost:${files.port}/addin/taskpane.html`;
  try {
    const firstPaint: number[] = [];
    for (let time = 0; time < opened; time++) firstPaint.push(await paint(browser, address));
    const all: Interaction[][] = [];
    for (let round = 0; round < rounds; round++) all.push(await interact(browser, address));
    const figures = await followed(browser, address);
    const explained = await explainedIn(browser, address);
    return { firstPaint: middle(firstPaint), figures, explained, interactions: slowest(all) };
  } finally {
    await browser.close();
    await server.close();
    await files.close();
  }
}

interface Interaction {
  readonly kind: string;
  readonly time: number;
}

/** The same interactions each round, so that a busy moment of the machine is one of three. */
function slowest(all: readonly (readonly Interaction[])[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  all[0]!.forEach(({ kind }, index) => {
    const time = middle(all.map((round) => round[index]!.time));
    found.set(kind, Math.max(found.get(kind) ?? 0, time));
  });
  return found;
}

function middle(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}

async function slowPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 350, height: 700 }, locale: "sv-SE" });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowedTimes });
  return page;
}

async function paint(browser: Browser, address: string): Promise<number> {
  const page = await slowPage(browser);
  await page.goto(address);
  await page.waitForSelector(".opens");
  const time = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const [first] = list.getEntriesByName("first-contentful-paint");
          if (first) resolve(first.startTime);
        }).observe({ type: "paint", buffered: true });
      }),
  );
  await page.context().close();
  return time;
}

/** The browser's own time from the input's event until the figures on the page have changed with it. */
async function followed(browser: Browser, address: string): Promise<number> {
  const page = await (await browser.newContext({ viewport: { width: 350, height: 700 }, locale: "sv-SE" })).newPage();
  await page.goto(address);
  const medians: number[] = [];
  for (const id of await page.$$eval("[id^=scenario-].opens", (items) => items.map((item) => item.id))) {
    await page.click(`#${id}`);
    await page.waitForSelector(".insert-bar");
    const field = page.locator("fluent-accordion-item[expanded] input.number").last();
    const times = await field.evaluate((input: HTMLInputElement) =>
      Array.from({ length: 31 }, (_, index) => {
        const start = performance.now();
        input.value = String(1000 + index);
        input.dispatchEvent(new Event("input", { bubbles: true }));
        return performance.now() - start;
      }),
    );
    medians.push(middle(times));
    await page.click("#back");
  }
  await page.context().close();
  return Math.max(...medians);
}

/** One cell after another of a plan of six years and six payers, with a formula of two calls. */
async function explainedIn(browser: Browser, address: string): Promise<number> {
  const page = await slowPage(browser);
  // What runs TypeScript here gives functions their names by a helper of its own, which the page lacks.
  await page.addInitScript({ content: "globalThis.__name = (made) => made" });
  await page.goto(address);
  await page.evaluate(() => {
    const formula = '=FINSAM.SPLIT(FINSAM.ESCALATE(3674,0.1,5,5551,,TRUE),{133310;11314;7157;13372},1,"state")';
    const zone = { top: 19, left: 2, bottom: 24, right: 7 };
    const state = { selected: 0, tell: [] as (() => void)[] };
    Object.assign(window, {
      parent: {
        finsamWorkbook: {
          activeCell: () => {
            const place = { sheet: "Plan", row: zone.top + (state.selected % 6), column: zone.right };
            return Promise.resolve({ kind: "cell", place, value: 0, text: "0", source: { formula, zone } });
          },
          readReferences: () =>
            Promise.resolve([{ kind: "cells", sheet: "Plan", zone, values: [], left: [], above: [] }]),
          onSelectionChange: (listener) => {
            state.tell.push(listener);
            return () => undefined;
          },
        } satisfies Partial<Workbook>,
      },
      finsamSelectNext: () => {
        state.selected += 1;
        state.tell.forEach((tell) => tell());
      },
    });
  });
  await page.click("#tab-explain");
  await page.waitForSelector(".step");
  const times: number[] = [];
  for (let time = 0; time < 31; time++) {
    await settled(page);
    times.push(await page.evaluate(timeToExplain));
  }
  await page.context().close();
  return middle(times);
}

/** In the page: until the frame in which the explanation of the next cell is painted has ended. */
function timeToExplain(): Promise<number> {
  return new Promise((resolve) => {
    const start = performance.now();
    new MutationObserver((_, observer) => {
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
    }).observe(document.querySelector(".explanation")!, { childList: true });
    window.finsamSelectNext!();
  });
}

async function interact(browser: Browser, address: string): Promise<Interaction[]> {
  const page = await slowPage(browser);
  await page.addInitScript(() => {
    window.finsamLongest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.finsamLongest = Math.max(window.finsamLongest!, duration);
    }).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
  });
  await page.goto(address);
  const times: Interaction[] = [];

  /** Does something, and notes the longest event of it; what takes less than a frame counts as one. */
  async function timed(kind: string, act: () => Promise<void>): Promise<void> {
    await settled(page);
    await page.evaluate(() => (window.finsamLongest = 0));
    await act();
    await settled(page);
    const longest = await page.evaluate(() => window.finsamLongest!);
    times.push({ kind, time: Math.max(longest, 16) });
  }

  const scenarios = await page.$$eval("[id^=scenario-].opens", (items) => items.map(({ id }) => id));
  for (const id of scenarios) {
    await timed("a scenario is opened", () => page.click(`#${id}`));
    const fields = await page.$$eval("fluent-accordion-item[expanded] input.number", (all) =>
      all.map((field) => field.id),
    );
    for (const field of fields.slice(0, 3)) {
      await page.focus(`[id="${field}"]`);
      for (const key of ["End", "1", "Backspace"])
        await timed("a key is pressed in a scenario's form", () => page.keyboard.press(key));
    }
    if ((await page.$("#add-member")) && (await page.isVisible("#add-member"))) {
      await timed("a member is added", () => page.click("#add-member"));
    }
    await timed("one goes back to a list", () => page.click("#back"));
  }
  await timed("another view is shown", () => page.click("#tab-functions"));
  await page.focus("#search");
  for (const key of ["k", "o", "m", "m"]) await timed("a key is pressed in the search", () => page.keyboard.press(key));
  for (const id of await page.$$eval("[id^=function-].opens", (items) => items.map((item) => item.id))) {
    await timed("a function is opened", () => page.click(`#${id}`));
    const field = page.locator("[id^=argument-]:visible").first();
    if ((await field.count()) > 0) {
      await field.focus();
      for (const key of ["7", "3", "A"]) await timed("a key is pressed in the builder", () => page.keyboard.press(key));
    }
    await timed("one goes back to a list", () => page.click("#back-to-functions"));
  }
  for (const tab of ["explain", "check"]) await timed("another view is shown", () => page.click(`#tab-${tab}`));
  await timed("the settings are opened", () => page.click("#settings-button"));
  await timed("another language is chosen", () => page.click("#language-en"));
  await page.context().close();
  return times;
}

/** Until what follows an interaction is done too, and the browser has told of it. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 120))),
      ),
  );
}
