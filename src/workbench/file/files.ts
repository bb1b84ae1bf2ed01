/*
 * Opens files in the grid and saves what is in it: the order of things, what is asked, and what is said. Nothing that
 * is open is lost before something else is open in its place.
 */
import type { Model, WorkbookData } from "@odoo/o-spreadsheet";
import { locales } from "../../engine/locales";
import type { Language } from "../../i18n/language";
import {
  lostSentence,
  otherSentence,
  refusedSentence,
  staleSentence,
  workbenchFileTexts,
} from "../../i18n/workbench-files";
import { fileSentence, formulaReason } from "../../i18n/xlsx";
import { WorkbookError } from "../../xlsx/problem";
import { ask, createDialogs } from "../dialogs";
import { Book } from "./book";
import { Stopped, type FileClient } from "./client";
import { askAboutLost, download, painted, progressView } from "./fileView";
import type { GridBook } from "./gridBook";
import { keptValues, setKeptValues } from "./kept";
import { otherValues, toWorkbookData, withSingleValues, type Importer, type OtherValue } from "./openBook";
import { toRequest } from "./request";
import type { Opened } from "./service";

/** The page around the grid, as far as files need it. */
export interface FilesPage {
  readonly library: Importer;
  language(): Language;
  model(): Model;
  book(): Book;
  /** Ends the editing of a cell; says whether none is being edited now. */
  endEditing(): Promise<boolean>;
  create(data: Partial<WorkbookData>): Model;
  show(model: Model, book: Book): Promise<void>;
  /** Puts the keyboard in the grid. */
  toGrid(): void;
  /** Name and state of what is open have changed. */
  changed(): void;
}

export type HandedOut =
  | { readonly kind: "file"; readonly bytes: Uint8Array }
  /** The user has thought better of it. */
  | { readonly kind: "stopped" }
  /** Why there is no file. */
  | { readonly kind: "problem"; readonly sentence: string };

/** So many cells take the grid seconds, in which it can do nothing else. */
const many = 100_000;

/** More than any workbook that is read. */
const mostBytes = 500_000_000;

export class Files {
  #isBusy = false;

  constructor(
    private readonly page: FilesPage,
    private readonly client: FileClient,
  ) {}

  /** Opens a file that the user has chosen or dropped, after asking where that would lose something. */
  async open(file: File): Promise<void> {
    await this.#alone(async () => {
      if (!(await this.#mayLeave())) return;
      await this.#openBytes(file.name, async () => {
        if (file.size > mostBytes) throw new Sentence(this.#texts.tooLarge);
        try {
          return new Uint8Array(await file.arrayBuffer());
        } catch {
          throw new Sentence(this.#texts.unreadable);
        }
      });
    });
  }

  /** Saves by download. What cannot be carried is listed first; says whether a file was written. */
  async save(): Promise<boolean> {
    const saved = await this.#alone(async () => {
      const current = await this.#make(this.#texts.saveAnyway);
      if (current.kind === "problem") this.#tell(this.#texts.notSaved(current.sentence));
      if (current.kind !== "file") return false;
      const { name, bytes, revision } = current;
      download(bytes, name);
      this.page.book().saved(revision);
      this.page.changed();
      this.#notify(this.#texts.saved(name), false);
      return true;
    });
    return saved ?? false;
  }

  /** The file that saving would write, for who makes something else of it; what it cannot carry is listed first. */
  async handOut(progress?: (done: number, total: number) => void): Promise<HandedOut> {
    const handed = await this.#alone(() => this.#make(this.#texts.copyAnyway, progress));
    return handed ?? { kind: "stopped" };
  }

  /** Hands a copy of the workbook over to the browser, and says what it is called. */
  downloadCopy(bytes: Uint8Array): string {
    const copy = `${this.#texts.copyOf(this.#name().replace(/\.[^.]*$/, ""))}.xlsx`;
    download(bytes, copy);
    return copy;
  }

  #name(): string {
    const { getters } = this.page.model();
    return this.page.book().file?.name ?? fileNameOf(getters.getSheetName(getters.getSheetIds()[0]!));
  }

  get #texts() {
    return workbenchFileTexts(this.page.language());
  }

  /** One thing at a time; what is asked for meanwhile is not done. */
  async #alone<T>(action: () => Promise<T>): Promise<T | undefined> {
    if (this.#isBusy) return undefined;
    this.#isBusy = true;
    try {
      return await action();
    } finally {
      this.#isBusy = false;
    }
  }

  async #mayLeave(): Promise<boolean> {
    if (!(await this.page.endEditing())) return false;
    const book = this.page.book();
    if (!book.isDirty) return true;
    const texts = this.#texts;
    const question = texts.leaveUnsaved(book.file?.name ?? texts.thisWorkbook);
    return (await ask([question], [texts.openAnyway, texts.cancel])) === 0;
  }

  async #openBytes(name: string, read: () => Promise<Uint8Array>): Promise<void> {
    let isCancelled = false;
    const progress = progressView(this.page.language(), () => {
      isCancelled = true;
      this.client.cancel();
    });
    const before = keptValues();
    try {
      progress.show("fetch");
      const bytes = await read();
      const opened = await this.client.open(bytes, progress.show);
      progress.show(opened.book.cells > many ? "showLarge" : "show");
      await painted();
      await this.#show(name, opened);
      // A new grid takes the keyboard by itself, but not while it is kept in a dialog.
      progress.close();
      this.page.toGrid();
    } catch (error) {
      setKeptValues(before);
      if (!isCancelled) this.#tell(this.#texts.notRead(name, this.#reason(error)));
    } finally {
      progress.close();
    }
  }

  async #show(name: string, { token, book: gridBook, sheetNames }: Opened): Promise<void> {
    const old = this.page.book().file;
    let shown: ReturnType<Files["createModel"]>;
    try {
      shown = this.createModel(gridBook);
    } catch (error) {
      this.client.forget(token);
      throw new Sentence(this.#texts.notShown(messageOf(error)));
    }
    const { model, data, isPlainer } = shown;
    const file = { name, token, textSize: gridBook.textSize, sheetNames, names: gridBook.names };
    await this.page.show(model, Book.opened(model, file, gridBook, data));
    if (old) this.client.forget(old.token);
    const remarks = this.#remarks(gridBook, otherValues(model, gridBook), isPlainer);
    this.#notify([this.#texts.opened(name), ...remarks].join("\n"), remarks.length > 0);
  }

  /** A grid that cannot show all of what the workbook looks like shows less of it. */
  private createModel(book: GridBook) {
    setKeptValues(book.keptValues);
    const { data, plainer } = toWorkbookData(book, this.page.library, locales[this.page.language()].dateFormat);
    let failure: unknown;
    for (const [number, each] of [data, ...plainer].entries()) {
      try {
        const model = this.page.create(each);
        const single = withSingleValues(model, book, each);
        const changed = single ?? each;
        return { model: single ? this.page.create(single) : model, data: changed, isPlainer: number > 0 };
      } catch (error) {
        failure ??= error;
      }
    }
    throw failure;
  }

  #remarks({ kept, is1904, countsAsShown }: GridBook, others: readonly OtherValue[], isPlainer: boolean): string[] {
    const texts = this.#texts;
    const language = this.page.language();
    const few = (heading: (count: number) => string, sentences: readonly string[]) =>
      sentences.length === 0
        ? []
        : [
            heading(sentences.length),
            ...sentences.slice(0, mostNamed).map((each) => `• ${each}`),
            ...(sentences.length > mostNamed ? [`• ${texts.more(sentences.length - mostNamed)}`] : []),
          ];
    return [
      ...(isPlainer ? [texts.plainer] : []),
      ...(is1904 ? [texts.dates1904] : []),
      ...(countsAsShown ? [texts.countsAsShown] : []),
      ...few(
        texts.keptHeading,
        kept.map(({ cell, formula, problem }) =>
          texts.kept(cell, shortened(formula), formulaReason(problem, language)),
        ),
      ),
      ...few(
        texts.otherHeading,
        others.map((each) => otherSentence(each, language)),
      ),
    ];
  }

  /** The workbook's file, after the user has agreed to what it cannot carry. */
  async #make(anyway: string, tell?: (done: number, total: number) => void) {
    if (!(await this.page.endEditing())) return { kind: "stopped" } as const;
    const language = this.page.language();
    const progress = progressView(language);
    const book = this.page.book();
    const { revision } = book;
    try {
      progress.show("calculate");
      await painted();
      const { request, lost } = toRequest(this.page.model(), book);
      const { bytes, refused, stale } = await this.client.save(request, (step, done, total) => {
        progress.show(step, done, total);
        tell?.(done, total);
      });
      progress.close();
      const name = this.#name();
      const sentences = [
        ...lost.map((each) => lostSentence(each, language)),
        ...refused.map((each) => refusedSentence(each, language)),
        ...stale.map((each) => staleSentence(each, language)),
      ];
      return (await this.#mayLose(name, sentences, anyway))
        ? ({ kind: "file", name, bytes, revision } as const)
        : ({ kind: "stopped" } as const);
    } catch (error) {
      return { kind: "problem", sentence: this.#reason(error) } as const;
    } finally {
      progress.close();
    }
  }

  /** What has been agreed to once is not asked about again. */
  async #mayLose(name: string, sentences: readonly string[], anyway: string): Promise<boolean> {
    const book = this.page.book();
    const said = JSON.stringify(sentences);
    if (sentences.length === 0 || said === book.accepted) return true;
    if (!(await askAboutLost(name, sentences, anyway, this.page.language()))) return false;
    book.accepted = said;
    return true;
  }

  #reason(error: unknown): string {
    if (error instanceof Sentence) return error.message;
    if (error instanceof WorkbookError) return fileSentence(error.problem, this.page.language());
    return error instanceof Stopped ? this.#texts.stopped : messageOf(error);
  }

  #tell(sentence: string): void {
    createDialogs(this.page.language()).raiseError(sentence);
  }

  #notify(text: string, sticky: boolean): void {
    createDialogs(this.page.language()).notifyUser({ text, type: sticky ? "warning" : "success", sticky });
  }
}

/** A reason in the user's own language. */
class Sentence extends Error {}

const mostNamed = 5;
const mostLetters = 60;

function shortened(formula: string): string {
  return formula.length > mostLetters ? `${formula.slice(0, mostLetters)}…` : formula;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** A name that every system takes. */
export function fileNameOf(title: string): string {
  const plain = title
    .replace(/[<>:"/\\|?*]|\p{Cc}/gu, "-")
    .replace(/[. ]+$/, "")
    .trim();
  return `${plain === "" ? "FINSAM" : plain}.xlsx`;
}
