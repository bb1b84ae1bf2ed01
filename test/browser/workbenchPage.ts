/*
 * The workbench as a person at the keyboard meets it: keys go in, and what can be seen comes out. Every page
 * keeps a list of what should never happen: errors, and requests to anywhere but this machine.
 */
import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Browser, Frame, Page } from "playwright-core";
import type {} from "../../src/workbench/workbench";

const pictures = path.resolve(__dirname, "../../build/pictures");

export class WorkbenchPage {
  /** Errors in page and console, and requests to elsewhere. */
  readonly problems: string[] = [];

  private constructor(readonly page: Page) {
    page.on("pageerror", (error) => this.problems.push(`error in the page: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error") this.problems.push(`error in the console: ${message.text()}`);
    });
    page.on("request", (request) => {
      const { protocol, hostname } = new URL(request.url());
      if (protocol !== "data:" && protocol !== "blob:" && hostname !== "localhost") {
        this.problems.push(`request to ${request.url()}`);
      }
    });
  }

  /** A page of its own, with nothing stored from another. */
  static async create(browser: Browser, size = { width: 1280, height: 800 }): Promise<WorkbenchPage> {
    const context = await browser.newContext({ viewport: size });
    context.setDefaultTimeout(15_000);
    return new WorkbenchPage(await context.newPage());
  }

  async open(address: string): Promise<void> {
    await this.page.goto(address);
    await this.page.waitForSelector("html[data-ready=true], #failure:not([hidden])");
    const failure = await this.page.innerText("#failure");
    if (failure !== "") throw new Error(failure);
  }

  close(): Promise<void> {
    return this.page.context().close();
  }

  /** The pane's document, once it shows something. */
  async pane(): Promise<Frame> {
    const element = await this.page.waitForSelector("#pane-frame[src]");
    const frame = (await element.contentFrame())!;
    await frame.waitForSelector("body > :not([role=status])");
    return frame;
  }

  /** Puts the keyboard in the grid again, by a click on its first cell, where no chart lies. */
  async focusGrid(): Promise<void> {
    await this.page.click(".o-grid-overlay", { position: { x: 20, y: 10 } });
    await this.painted();
  }

  /** Chooses a language in the bar, and waits until the whole page has changed. */
  async chooseLanguage(language: "sv" | "en"): Promise<void> {
    await this.page.focus(`#language-${language}`);
    await this.press("Enter");
    await this.page.waitForFunction((id) => document.activeElement?.id === id, `language-${language}`);
    await this.page.waitForSelector(`#language-${language}[aria-pressed=true]`);
    await this.painted();
  }

  /** Goes to a cell with the arrow keys, from A1. */
  async goTo(cell: string): Promise<void> {
    const [, letter, row] = /^([A-Z])(\d+)$/.exec(cell)!;
    await this.press("Control+Home");
    for (let down = 1; down < Number(row); down++) await this.press("ArrowDown");
    for (let right = 65; right < letter!.charCodeAt(0); right++) await this.press("ArrowRight");
    await this.waitForActive(cell);
  }

  async waitForActive(cell: string): Promise<void> {
    await this.page.waitForFunction((expected) => {
      const { getters } = window.finsamWorkbench!.model;
      const { col, row: at } = getters.getActivePosition();
      return `${String.fromCharCode(65 + col)}${at + 1}` === expected;
    }, cell);
  }

  /** Selects from one cell to another, by keyboard. */
  async select(from: string, to: string): Promise<void> {
    const place = (cell: string) => ({ column: cell.charCodeAt(0), row: Number(cell.slice(1)) });
    await this.goTo(from);
    for (let row = place(from).row; row < place(to).row; row++) await this.press("Shift+ArrowDown");
    for (let column = place(from).column; column < place(to).column; column++) await this.press("Shift+ArrowRight");
  }

  /** Opens or closes the pane from the ribbon. */
  async showPane(open: boolean): Promise<void> {
    await this.page.waitForSelector("#pane-frame[src]", { state: "attached" });
    const button = "#Finsam\\.Pane";
    if ((await this.page.getAttribute(button, "aria-pressed")) !== String(open)) await this.page.click(button);
    await this.page.waitForSelector("#pane", { state: open ? "visible" : "hidden" });
    await this.painted();
  }

  async resize(size: { width: number; height: number }): Promise<void> {
    await this.page.setViewportSize(size);
    await this.painted();
  }

  /** Clicks an item of the ribbon's menu. */
  async chooseInMenu(item: string): Promise<void> {
    await this.page.click("#Finsam\\.Scenarios");
    await this.page.getByRole("menuitem", { name: item, exact: true }).click();
  }

  /** Inserts a scenario from the ribbon, and waits until its sheet is shown. */
  async chooseScenario(title: string): Promise<void> {
    const before = await this.sheetNames();
    await this.chooseInMenu(title);
    await this.page.waitForFunction((sheets) => {
      const { getters } = window.finsamWorkbench!.model;
      const ids = getters.getSheetIds();
      return ids.length === sheets + 1 && getters.getActiveSheetId() === ids.at(-1);
    }, before.length);
    await this.painted();
  }

  /** Chooses a file with the button in the bar; does not wait for it to be open. */
  async chooseFile(file: string): Promise<void> {
    const chooser = this.page.waitForEvent("filechooser");
    await this.page.click("#open-workbook");
    await (await chooser).setFiles(file);
  }

  /** Drags files over the page and lets them fall where it says so. */
  async dropFiles(files: readonly string[], picture?: string): Promise<void> {
    const contents = files.map((file) => ({ name: path.basename(file), data: readFileSync(file).toString("base64") }));
    const transfer = await this.page.evaluateHandle((dropped) => {
      const data = new DataTransfer();
      for (const { name, data: text } of dropped) {
        const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
        data.items.add(new File([bytes], name));
      }
      return data;
    }, contents);
    await this.page.dispatchEvent("#grid", "dragenter", { dataTransfer: transfer });
    await this.page.waitForSelector(".wb-drop", { state: "visible" });
    if (picture !== undefined) await this.picture(picture);
    await this.page.dispatchEvent(".wb-drop", "dragover", { dataTransfer: transfer });
    await this.page.dispatchEvent(".wb-drop", "drop", { dataTransfer: transfer });
  }

  /** Waits until a file is open. */
  async waitForFile(name: string): Promise<void> {
    await this.page.waitForFunction((expected) => document.title.startsWith(`${expected} – `), name);
    await this.painted();
  }

  /** Keeps what the browser downloads when something is done, and gives the name that it has. */
  async download(file: string, act: () => Promise<unknown>): Promise<string> {
    const [download] = await Promise.all([this.page.waitForEvent("download"), act()]);
    await download.saveAs(file);
    return download.suggestedFilename();
  }

  /** Saves the workbook, and gives the name that it has. */
  async saveAs(file: string, save: () => Promise<unknown>): Promise<string> {
    const name = await this.download(file, save);
    await this.page.waitForFunction(() => document.querySelector(".wb-unsaved") === null);
    return name;
  }

  async isUnsaved(): Promise<boolean> {
    return (await this.page.$(".wb-unsaved")) !== null;
  }

  /** What a dialog says, once there is one. */
  async dialog(): Promise<string> {
    const dialog = await this.page.waitForSelector("dialog[open]:not(.wb-progress)");
    return dialog.innerText();
  }

  /** Presses a button of the open dialog. */
  async answer(label: string): Promise<void> {
    await this.page.getByRole("dialog").getByRole("button", { name: label, exact: true }).click();
    await this.page.waitForSelector("dialog[open]:not(.wb-progress)", { state: "detached" });
  }

  async waitForSheet(name: string): Promise<void> {
    await this.page.waitForFunction((expected) => {
      const { getters } = window.finsamWorkbench!.model;
      return getters.getSheetName(getters.getActiveSheetId()) === expected;
    }, name);
    await this.painted();
  }

  sheetName(): Promise<string> {
    return this.page.evaluate(() => {
      const { getters } = window.finsamWorkbench!.model;
      return getters.getSheetName(getters.getActiveSheetId());
    });
  }

  sheetNames(): Promise<string[]> {
    return this.page.evaluate(() => {
      const { getters } = window.finsamWorkbench!.model;
      return getters.getSheetIds().map((id) => getters.getSheetName(id));
    });
  }

  /** The workbook's defined names. */
  names(): Promise<string[]> {
    return this.page.evaluate(() => window.finsamWorkbench!.model.getters.getNamedRanges().map(({ name }) => name));
  }

  /** The titles of the charts that are drawn on the sheet. */
  async charts(): Promise<string[]> {
    await this.page.waitForSelector(".o-figure canvas");
    return this.page.evaluate(() => {
      const { getters } = window.finsamWorkbench!.model;
      const sheetId = getters.getActiveSheetId();
      return getters.getChartIds(sheetId).map((id) => getters.getChartDefinition(id).title?.text ?? "");
    });
  }

  /** The values of a range's cells, row by row. */
  values(range: string): Promise<unknown[][]> {
    return this.page.evaluate((zone) => {
      const { getters } = window.finsamWorkbench!.model;
      const sheetId = getters.getActiveSheetId();
      const [from, to = from] = zone
        .split(":")
        .map((xc) => ({ col: xc.charCodeAt(0) - 65, row: Number(xc.slice(1)) - 1 }));
      return Array.from({ length: to!.row - from!.row + 1 }, (_, down) =>
        Array.from({ length: to!.col - from!.col + 1 }, (__, across) => {
          const position = { sheetId, col: from!.col + across, row: from!.row + down };
          return getters.getEvaluatedCell(position).value;
        }),
      );
    }, range);
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
    await this.painted();
  }

  /** Types as a person does: each letter is on the screen before the next. */
  async type(text: string): Promise<void> {
    for (const letter of text) {
      await this.page.keyboard.type(letter);
      await this.painted();
    }
  }

  /** Takes what autocomplete offers, and waits for the help that comes with the function's first argument. */
  async complete(): Promise<void> {
    // A finger is on a key for a while; released at once, the library reads the caret before it has moved it.
    await this.page.keyboard.press("Tab", { delay: 80 });
    await this.page.waitForSelector(".o-formula-assistant");
    await this.painted();
  }

  /** Types into a cell and presses Enter. */
  async enter(cell: string, text: string): Promise<void> {
    await this.goTo(cell);
    await this.type(text);
    await this.press("Enter");
  }

  /** What a cell shows. */
  async shown(cell: string): Promise<string> {
    return (await this.rows(`${cell}:${cell}`))[0]![0]!;
  }

  /** What the cells of a range show, row by row, with no-break spaces as spaces. */
  rows(range: string): Promise<string[][]> {
    return this.page.evaluate((zone) => {
      const { getters } = window.finsamWorkbench!.model;
      const sheetId = getters.getActiveSheetId();
      const [from, to] = zone.split(":").map((xc) => ({ col: xc.charCodeAt(0) - 65, row: Number(xc.slice(1)) - 1 }));
      return Array.from({ length: to!.row - from!.row + 1 }, (_, down) =>
        Array.from({ length: to!.col - from!.col + 1 }, (__, across) => {
          const position = { sheetId, col: from!.col + across, row: from!.row + down };
          return getters.getEvaluatedCell(position).formattedValue.replace(/\u00a0/g, " ");
        }),
      );
    }, range);
  }

  /** The message that a cell shows when pointed at, with a picture of it. */
  async messageOf(cell: string, picture: string): Promise<string> {
    await this.goTo(cell);
    const point = await this.page.evaluate(() => {
      const { getters } = window.finsamWorkbench!.model;
      const cells = document.querySelector(".o-grid-overlay")!.getBoundingClientRect();
      // The rectangle counts from the corner of the headers.
      const { x, y, width, height } = getters.getVisibleRect(getters.getSelectedZone());
      return { x: cells.x + x - 48 + width / 2, y: cells.y + y - 26 + height / 2 };
    });
    await this.page.mouse.move(point.x - 3, point.y);
    await this.page.mouse.move(point.x, point.y);
    const message = await this.page.waitForSelector(".o-error-tooltip-message");
    const text = await message.innerText();
    await this.picture(picture);
    await this.page.mouse.move(5, 5);
    await this.page.waitForSelector(".o-error-tooltip-message", { state: "detached" });
    return text.trim();
  }

  /** What the formula bar shows. */
  formulaBar(): Promise<string> {
    return this.page.innerText(".o-topbar-composer .o-composer");
  }

  picture(name: string): Promise<Buffer> {
    mkdirSync(pictures, { recursive: true });
    return this.page.screenshot({ path: path.join(pictures, `${name}.png`) });
  }

  /** The grid draws a frame after it has taken a key. */
  private painted(): Promise<void> {
    return this.page.evaluate(
      () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
    );
  }
}
