/*
 * The pane alone on a page, as wide as Excel shows it: without a workbook, under its own content security policy. Every
 * page keeps a list of what should never happen: errors, and requests to anywhere but this machine.
 */
import axe from "axe-core";
import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import type { Language } from "../../src/i18n/language";

const pictures = path.resolve(__dirname, "../../build/pictures");

/** What the user's system asks for; forced colours are Windows' high contrast. */
export type Look = "light" | "dark" | "forced";

export interface PaneOptions {
  readonly language?: Language;
  readonly look?: Look;
  readonly width?: number;
  readonly height?: number;
  /** Two is a page at 200 % in a window that is twice as wide as what it has room for. */
  readonly zoom?: number;
}

export interface Focused {
  /** Its id, or what it is where it has none. */
  readonly at: string;
  /** What draws the focus alike: elements of one name, classes and state in parts of the page of one name and classes. */
  readonly kind: string;
  /** Whether nothing lies above its middle. */
  readonly isUncovered: boolean;
}

export class PanePage {
  readonly problems: string[] = [];

  private constructor(readonly page: Page) {
    page.on("pageerror", (error) => this.problems.push(`error in the page: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error") this.problems.push(`error in the console: ${message.text()}`);
    });
    page.on("request", (request) => {
      const { protocol, hostname } = new URL(request.url());
      if (protocol !== "data:" && hostname !== "localhost") this.problems.push(`request to ${request.url()}`);
    });
  }

  static async open(
    browser: Browser,
    address: string,
    { language = "sv", look = "light", width = 350, height = 700, zoom = 1 }: PaneOptions = {},
  ): Promise<PanePage> {
    const context = await browser.newContext({
      viewport: { width, height },
      deviceScaleFactor: zoom,
      locale: language === "sv" ? "sv-SE" : "en-GB",
      colorScheme: look === "dark" ? "dark" : "light",
      forcedColors: look === "forced" ? "active" : "none",
    });
    context.setDefaultTimeout(15_000);
    await context.addInitScript((chosen) => localStorage.setItem("finsam.language", chosen), language);
    const pane = new PanePage(await context.newPage());
    await pane.page.goto(`${address}addin/taskpane.html`);
    await pane.page.waitForSelector("[role=tabpanel]:not([hidden]) > *");
    return pane;
  }

  close(): Promise<void> {
    return this.page.context().close();
  }

  /** The ids of the tabs, in their order. */
  tabs(): Promise<string[]> {
    return this.page.evaluate(() => [...document.querySelectorAll("[role=tab]")].map(({ id }) => id));
  }

  async choose(tab: string): Promise<void> {
    await this.page.click(`#${tab}`);
    await this.page.waitForSelector("[role=tabpanel]:not([hidden]) > *");
    await this.painted();
  }

  /** Opens an item of the list that is shown. */
  async openItem(id: string): Promise<void> {
    await this.page.click(`#${id}`);
    await this.page.waitForSelector("[role=tabpanel]:not([hidden]) article");
    // What is further down comes after the first frame, and a chart after that.
    await this.painted();
    await this.painted();
    const chart = await this.page.$("[role=tabpanel]:not([hidden]) figure:not([hidden]) canvas");
    if (chart) await this.page.waitForFunction(() => (document.querySelector("canvas")?.width ?? 0) > 0);
    await this.painted();
  }

  /** What axe finds wrong by WCAG 2.2 AA, and by its own good practice. */
  async violations(): Promise<string[]> {
    // By the debugger, as the page's own policy lets no other script in.
    if (!(await this.page.evaluate(() => "axe" in window))) await this.page.evaluate(axe.source);
    return this.page.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        rules: { "target-size": { enabled: true } },
        resultTypes: ["violations"],
      });
      // Said in a few words there: all that axe knows of a page is ten times the page, to send and to check.
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary ?? ""}`),
      );
    });
  }

  /** What is wider than the page, or than the part of it that scrolls. */
  sideways(): Promise<string[]> {
    return this.page.evaluate(() => {
      const wide = (element: Element) => element.scrollWidth > element.clientWidth + 1;
      const scrollers = [document.documentElement, ...document.querySelectorAll("[role=tabpanel]:not([hidden])")];
      const cut = [...document.querySelectorAll("body *")].filter(
        (element) => element.getBoundingClientRect().right > innerWidth + 1 && element.closest(".unseen") === null,
      );
      return [...scrollers.filter(wide), ...cut].map(
        (element) => `${element.tagName} ${element.className} ${element.id}`,
      );
    });
  }

  /** Controls smaller than 24 × 24, with their size; one with a label around it is as large as that. */
  tooSmall(): Promise<string[]> {
    return this.page.evaluate(() => {
      const controls = document.querySelectorAll(
        "a, button, input, textarea, select, summary, fluent-button, fluent-accordion-item, [role=tab]",
      );
      return [...controls].flatMap((control) => {
        const inner =
          control.localName === "fluent-accordion-item" ? control.shadowRoot!.querySelector("button")! : control;
        const { width, height } = (inner.closest("label") ?? inner).getBoundingClientRect();
        const isShown = control.checkVisibility();
        return isShown && (width < 23.99 || height < 23.99)
          ? [`${control.localName} ${control.id}: ${width} × ${height}`]
          : [];
      });
    });
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
    await this.painted();
  }

  /** What the keyboard is on; asked for at once, as a walk through the page has a thousand stops. */
  focused(): Promise<Focused> {
    return this.page.evaluate(() => {
      const focused = document.activeElement!;
      const kinds: string[] = [];
      for (let element: Element | null = focused; element && element !== document.body;) {
        const { type = "" } = element as HTMLInputElement;
        const state = element.getAttribute("aria-invalid") ?? element.getAttribute("aria-pressed") ?? "";
        kinds.push(`${element.localName}.${element.className}.${type}.${state}`);
        element = element.parentElement;
      }
      const { x, y, width, height } = focused.getBoundingClientRect();
      // Of a group that is open, its heading.
      const down = focused.localName === "fluent-accordion-item" ? 12 : height / 2;
      const top = document.elementFromPoint(x + width / 2, y + down);
      return {
        at: focused.id || `${focused.localName}.${focused.className}`,
        kind: kinds.join(" < "),
        isUncovered:
          top !== null && (focused.contains(top) || (top.contains(focused) && !top.matches(".insert-bar, .results"))),
      };
    });
  }

  /** A part of the screen around what the keyboard is on. */
  async around(): Promise<{ x: number; y: number; width: number; height: number }> {
    return this.page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      // An item's button draws its focus around the whole item.
      const { position } = getComputedStyle(element, "::after");
      const drawn = position === "absolute" ? element.offsetParent! : element;
      const { x, y, width, height } = drawn.getBoundingClientRect();
      const [left, top] = [Math.max(0, x - 4), Math.max(0, y - 4)];
      return {
        x: left,
        y: top,
        width: Math.max(1, Math.min(innerWidth, x + width + 4) - left),
        height: Math.max(1, Math.min(innerHeight, y + height + 4) - top),
      };
    });
  }

  async picture(name: string): Promise<void> {
    mkdirSync(pictures, { recursive: true });
    await this.page.screenshot({ path: path.join(pictures, `${name}.png`) });
  }

  painted(): Promise<void> {
    return this.page.evaluate(
      () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
    );
  }
}
