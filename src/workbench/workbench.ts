/*
 * The workbench's entry: loads the add-in as built, opens the grid on the first scenario, and shows ribbon and pane
 * around it, in Swedish unless the user has chosen English.
 */
import type { Model } from "@odoo/o-spreadsheet";
import { loadBundle } from "../engine/bundle";
import { displayLanguages } from "../engine/locales";
import type { FunctionsMetadata } from "../engine/metadata";
import { registerFunctions } from "../engine/register";
import { chooseLanguage, chosenLanguage, type Language } from "../i18n/language";
import { workbenchTexts } from "../i18n/workbench";
import { barView } from "./bar";
import { createDialogs } from "./dialogs";
import { showFailure } from "./failure";
import { openGrid, prepareLibrary, type Grid } from "./grid";
import { fetchJson, fetchText, libraries } from "./load";
import { openingWorkbook } from "./opening";
import { createPane } from "./pane";
import { selectionChanges } from "./reading";
import { readRibbon, type RibbonAction } from "./ribbon";
import { ribbonView } from "./ribbonView";
import { gridWorkbook } from "./workbook";

declare global {
  interface Window {
    /** The grid's model, for tests and for anyone curious in the console. */
    finsamWorkbench?: { readonly model: Model };
  }
}

const panePage = "/addin/taskpane.html";
const byId = (id: string) => document.getElementById(id)!;

let language: Language = chosenLanguage() ?? "sv";
start().catch((error: unknown) => showFailure(error, language));

async function start(): Promise<void> {
  const library = libraries();
  const [bundle, english, swedish, templates, manifest] = await Promise.all([
    fetchText("/addin/functions.js"),
    fetchJson<FunctionsMetadata>("/addin/functions.json"),
    fetchJson<FunctionsMetadata>("/addin/functions-sv.json"),
    fetchText("/o-spreadsheet/o_spreadsheet.xml"),
    fetchText("/addin/manifest.xml"),
  ]);
  const metadata = { en: english, sv: swedish };
  // What the bundle sees as Office: the language of its messages where the browser stores no choice.
  const office = { context: { displayLanguage: displayLanguages[language] } };
  const functions = loadBundle(bundle, office);
  prepareLibrary(library.spreadsheet);
  const pane = createPane(byId("pane"), byId("splitter"), () => {
    showPaneButton();
    window.dispatchEvent(new Event("resize"));
  });
  const selection = selectionChanges();
  let grid: Grid | undefined;
  let touched = false;

  async function show(): Promise<void> {
    // The pane reads the same choice, and the two must agree from the start.
    if (chosenLanguage() !== language) chooseLanguage(language);
    office.context.displayLanguage = displayLanguages[language];
    registerFunctions({ library: library.spreadsheet, metadata: metadata[language], functions });
    showFrame();
    touched ||= grid?.model.getters.canUndo() ?? false;
    // What the user has worked in stays as it is; what nobody has touched is made anew in the language.
    const opened = touched && grid ? { data: grid.model.exportData() } : openingWorkbook(language);
    grid?.close();
    grid = await openGrid(library, { host: byId("grid"), templates, language, ...opened });
    selection.follow(grid.model);
    window.finsamWorkbench = { model: grid.model };
  }

  function showFrame(): void {
    const texts = workbenchTexts(language);
    document.documentElement.lang = language;
    document.title = texts.title;
    byId("ribbon").setAttribute("aria-label", texts.ribbon);
    byId("grid").setAttribute("aria-label", texts.grid);
    byId("bar").replaceChildren(...barView(language, (chosen) => void chooseInBar(chosen)));
    byId("ribbon").replaceChildren(...ribbonView(readRibbon(manifest, language), run));
    showPaneButton();
    pane.setLanguage(language);
  }

  function showPaneButton(): void {
    const open = String(!byId("pane").hidden);
    for (const button of byId("ribbon").querySelectorAll("[aria-pressed]")) button.setAttribute("aria-pressed", open);
  }

  function run(action: RibbonAction): void {
    if (action.kind === "showPane") pane.toggle(action.page);
    else void execute(action.functionName);
  }

  async function execute(command: string): Promise<void> {
    const isRun = await pane.run(panePage, command);
    if (!isRun) createDialogs(language).raiseError(workbenchTexts(language).noCommand(command));
  }

  async function switchTo(chosen: Language): Promise<void> {
    if (chosen === language) return;
    language = chosen;
    await show();
  }

  async function chooseInBar(chosen: Language): Promise<void> {
    await switchTo(chosen);
    // The bar is new in the other language; the keyboard stays where it was.
    byId(`language-${chosen}`).focus();
  }

  /** The pane has a choice of language too, kept in the same place; here its "follow Office" follows the workbench. */
  function followPane(): void {
    const chosen = chosenLanguage();
    if (chosen) void switchFromPane(chosen);
    else chooseLanguage(language);
  }

  /** The new grid takes the keyboard, which whoever chose in the pane still needs there. */
  async function switchFromPane(chosen: Language): Promise<void> {
    const focused = pane.focused();
    await switchTo(chosen);
    focused?.focus();
  }

  /** Nothing is kept when the page closes: the browser asks first, once something has been edited. */
  function askBeforeLeaving(event: BeforeUnloadEvent): void {
    if (touched || grid?.model.getters.canUndo()) event.preventDefault();
  }

  await show();
  window.addEventListener("beforeunload", askBeforeLeaving);
  window.finsamWorkbook = gridWorkbook(
    () => grid!.model,
    library.spreadsheet.helpers,
    () => document.querySelector(".o-composer.active") !== null,
    selection,
  );
  window.finsamShowPane = () => pane.show(panePage);
  window.addEventListener("storage", followPane);
  requestAnimationFrame(() => {
    document.documentElement.dataset.ready = "true";
    pane.show(panePage);
  });
}
