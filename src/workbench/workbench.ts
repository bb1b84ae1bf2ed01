/*
 * The workbench's entry: loads the add-in as built, opens the grid on the first scenario, and shows ribbon and pane
 * around it, in Swedish unless the user has chosen English.
 */
import type { CoreCommand, Model } from "@odoo/o-spreadsheet";
import { loadBundle } from "../engine/bundle";
import { displayLanguages } from "../engine/locales";
import type { FunctionsMetadata } from "../engine/metadata";
import { registerFunctions } from "../engine/register";
import { chooseLanguage, chosenLanguage, type Language } from "../i18n/language";
import { workbenchTexts } from "../i18n/workbench";
import { workbenchFileTexts } from "../i18n/workbench-files";
import { barView, showOpenFile } from "./bar";
import { createDialogs } from "./dialogs";
import { showFailure } from "./failure";
import { Book } from "./file/book";
import { FileClient } from "./file/client";
import { acceptDrops, chooseFile, painted } from "./file/fileView";
import { Files } from "./file/files";
import { createModel, openGrid, prepareLibrary, type Grid } from "./grid";
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

/** They change the workbook back and forth, though they are no changes themselves. */
const changing: ReadonlySet<string> = new Set(["UNDO", "REDO"]);

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
  let book = new Book();

  async function show(): Promise<void> {
    // The pane reads the same choice, and the two must agree from the start.
    if (chosenLanguage() !== language) chooseLanguage(language);
    office.context.displayLanguage = displayLanguages[language];
    registerFunctions({ library: library.spreadsheet, metadata: metadata[language], functions });
    showFrame();
    // What the user has worked in stays as it is; what nobody has touched is made anew in the language.
    if (grid && (book.file || book.revision > 0)) await mount(inPresentLanguage(grid.model));
    else await openScenario();
  }

  /** On the same cell of the same sheet. */
  function inPresentLanguage(old: Model): Model {
    const { sheetId, col, row } = old.getters.getActivePosition();
    const model = createModel(library, old.exportData(), language);
    model.dispatch("ACTIVATE_SHEET", { sheetIdFrom: model.getters.getActiveSheetId(), sheetIdTo: sheetId });
    model.selection.selectCell(col, row);
    return model;
  }

  async function openScenario(): Promise<void> {
    const { sheet, data, selected } = openingWorkbook(language);
    const model = createModel(library, data, language);
    book = new Book();
    book.addPlanned(model, model.getters.getActiveSheetId(), sheet, data);
    model.selection.selectCell(selected.col, selected.row);
    await mount(model);
  }

  /** Shows a workbook in the grid, in place of the one that is there. */
  async function mount(model: Model): Promise<void> {
    grid?.close();
    model.on("command-dispatched", book, (command) => note((command as CoreCommand).type));
    grid = await openGrid(library, model, { host: byId("grid"), templates, language });
    selection.follow(model);
    window.finsamWorkbench = { model };
    showFile();
  }

  /** Whatever changes the workbook, also back, is something to save. */
  function note(command: string): void {
    if (!changing.has(command) && !library.spreadsheet.coreTypes.has(command as CoreCommand["type"])) return;
    const wasDirty = book.isDirty;
    book.revision += 1;
    if (!wasDirty) showFile();
  }

  function showFile(): void {
    const name = book.file?.name;
    showOpenFile(language, name, book.isDirty);
    const { title } = workbenchTexts(language);
    document.title = name === undefined ? title : `${book.isDirty ? "● " : ""}${name} – ${title}`;
  }

  function showFrame(): void {
    const texts = workbenchTexts(language);
    document.documentElement.lang = language;
    byId("ribbon").setAttribute("aria-label", texts.ribbon);
    byId("grid").setAttribute("aria-label", texts.grid);
    byId("bar").replaceChildren(
      ...barView(language, {
        choose: (chosen) => void chooseInBar(chosen),
        open: () => chooseFile((file) => void files.open(file)),
        // As in Excel, the next key is the sheet's.
        save: () => void files.save().then(() => grid!.focus()),
      }),
    );
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
    // As in Excel, the next key is the sheet's, unless the pane has taken it.
    else if (byId("ribbon").contains(document.activeElement)) grid!.focus();
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

  /** Nothing is kept when the page closes: the browser asks first, where something has not been saved. */
  function askBeforeLeaving(event: BeforeUnloadEvent): void {
    if (book.isDirty) event.preventDefault();
  }

  const isEditing = () => document.querySelector(".o-composer.active") !== null;
  const files = new Files(
    {
      library: library.spreadsheet,
      language: () => language,
      model: () => grid!.model,
      book: () => book,
      endEditing,
      create: (data) => createModel(library, data, language),
      show: async (model, opened) => {
        book = opened;
        await mount(model);
      },
      toGrid: () => grid!.focus(),
      changed: showFile,
    },
    new FileClient(),
  );

  /** As Enter does; a formula that cannot be read keeps its cell open. */
  async function endEditing(): Promise<boolean> {
    const composer = document.querySelector(".o-composer.active");
    composer?.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
    // The cell is closed when the grid has drawn itself.
    if (composer) await painted();
    if (!isEditing()) return true;
    createDialogs(language).raiseError(workbenchTexts(language).editing);
    return false;
  }

  function saveByKey(event: KeyboardEvent): void {
    if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    void files.save();
  }

  /** The pane's frame has the keyboard, and what is dragged over it, to itself. */
  function listenIn(frame: Window): void {
    frame.addEventListener("keydown", saveByKey, { capture: true });
    drops.alsoIn(frame);
  }

  function openDropped(dropped: readonly File[]): void {
    const [file, another] = dropped;
    if (another) createDialogs(language).raiseError(workbenchFileTexts(language).dropOne);
    else if (file) void files.open(file);
  }

  await show();
  window.addEventListener("beforeunload", askBeforeLeaving);
  window.finsamWorkbook = gridWorkbook(
    () => grid!.model,
    () => book,
    library.spreadsheet.helpers,
    isEditing,
    selection,
    files,
  );
  const drops = acceptDrops(() => workbenchFileTexts(language), openDropped);
  window.addEventListener("keydown", saveByKey, { capture: true });
  pane.onLoad(listenIn);
  window.finsamShowPane = () => pane.show(panePage);
  window.addEventListener("storage", followPane);
  requestAnimationFrame(() => {
    document.documentElement.dataset.ready = "true";
    pane.show(panePage);
  });
}
