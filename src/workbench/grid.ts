/*
 * The spreadsheet on the page: o-spreadsheet's model and its component, opened on a workbook in a language.
 */
import type { Model, WorkbookData } from "@odoo/o-spreadsheet";
import { useExcelArraySeparators } from "../engine/array-separators";
import { locales } from "../engine/locales";
import { gridText } from "../i18n/workbench-grid";
import type { Language } from "../i18n/language";
import { tidyAxes } from "./chartAxes";
import { createDialogs } from "./dialogs";
import { registerKept } from "./file/kept";
import { keepAccount } from "./file/ledger";
import { dispatchTogether } from "./insertSheet";
import type { Libraries } from "./load";
import { readTypedContent } from "./typedContent";

export interface Grid {
  readonly model: Model;
  /** Gives it the keyboard. */
  focus(): void;
  close(): void;
}

/** Settings that the library keeps for all its models: once, before the first grid. */
export function prepareLibrary(spreadsheet: Libraries["spreadsheet"]): void {
  readTypedContent(spreadsheet);
  dispatchTogether(spreadsheet);
  tidyAxes(spreadsheet);
  keepAccount(spreadsheet);
  registerKept(spreadsheet);
  useExcelArraySeparators(spreadsheet);
  // Until a grid has measured itself the model takes this for its size; with none it would scroll to the selection.
  spreadsheet.setDefaultSheetViewSize(1000);
  // All that `=FINSAM.` can mean, where the library would stop at ten.
  spreadsheet.registries.autoCompleteProviders.get("functions_and_named_ranges").maxDisplayedProposals = 40;
}

/** The workbook, with the separators of the language; everything in it is calculated. */
export function createModel({ spreadsheet }: Libraries, data: Partial<WorkbookData>, language: Language): Model {
  const loadLocales = () => Promise.resolve(Object.values(locales));
  return new spreadsheet.Model({ ...data, settings: { locale: locales[language] } }, { external: { loadLocales } });
}

interface GridOptions {
  readonly host: HTMLElement;
  readonly templates: string;
  readonly language: Language;
}

/** Shows the workbook in `host` with the menus and messages of the language. */
export async function openGrid(
  { spreadsheet, owl }: Libraries,
  model: Model,
  { host, templates, language }: GridOptions,
): Promise<Grid> {
  spreadsheet.setTranslationMethod(
    (...[text]) => gridText(text, language),
    () => true,
  );
  const app = new owl.App(spreadsheet.Spreadsheet, {
    props: { model, ...createDialogs(language) },
    // The grid beside the pane is narrower than the library's limit for telephones; its menus have room all the same.
    env: { isSmall: false } as InstanceType<typeof spreadsheet.Spreadsheet>["env"],
    templates,
    // Texts that stand in the templates themselves.
    translateFn: (text: string) => gridText(text, language),
  });
  await app.mount(host);
  return {
    model,
    // The cell editor listens even while nothing is edited.
    focus: () => host.querySelector<HTMLElement>(".o-grid .o-composer")?.focus(),
    close: () => {
      app.destroy();
      void model.leaveSession();
    },
  };
}
