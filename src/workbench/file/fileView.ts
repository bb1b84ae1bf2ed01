/*
 * What opening and saving look like: how far long work has come, what a file cannot carry, where a file is dropped,
 * and handing a file over to the browser.
 */
import { workbenchFileTexts } from "../../i18n/workbench-files";
import type { Language } from "../../i18n/language";
import { element } from "../../taskpane/dom";
import { ask } from "../dialogs";
import type { Step } from "./service";

export interface ProgressView {
  readonly show: (step: Step | "fetch" | "show" | "showLarge", done?: number, total?: number) => void;
  readonly close: () => void;
}

/** Work that is soon done shows nothing. */
const patience = 350;

/** `cancel` is what the button does; work without it cannot be stopped. */
export function progressView(language: Language, cancel?: () => void): ProgressView {
  const texts = workbenchFileTexts(language);
  const said = element("p", { role: "status" });
  const bar = element("progress", { max: "1", "aria-label": texts.waiting });
  const button = element("button", { type: "button" }, texts.cancel);
  const dialog = element("dialog", { class: "wb-dialog wb-progress" }, said, bar);
  if (cancel) dialog.append(element("form", {}, button));
  button.addEventListener("click", () => cancel?.());
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    cancel?.();
  });
  const timer = setTimeout(() => {
    document.body.append(dialog);
    dialog.showModal();
  }, patience);
  return {
    show(step, done = 0, total = 0) {
      // One step of one says nothing of how far it has come.
      if (total > 1) bar.value = done / total;
      else bar.removeAttribute("value");
      const percent = total > 1 ? ` ${texts.percent(Math.floor((100 * done) / total))}` : "";
      said.textContent = texts.steps[step] + percent;
    },
    close() {
      clearTimeout(timer);
      // Closed first, it gives the keyboard back to where it was.
      dialog.close();
      dialog.remove();
    },
  };
}

/** Lets the browser paint before something that keeps it busy. */
export function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

const mostListed = 200;

/** Whether the user wants the file all the same; `anyway` is how she says so. */
export async function askAboutLost(
  name: string,
  sentences: readonly string[],
  anyway: string,
  language: Language,
): Promise<boolean> {
  const texts = workbenchFileTexts(language);
  const listed = sentences.slice(0, mostListed);
  if (sentences.length > mostListed) listed.push(texts.more(sentences.length - mostListed));
  const list = element("ul", { class: "wb-lost", tabindex: "0" }, ...listed.map((each) => element("li", {}, each)));
  const heading = element("h2", {}, texts.lostHeading(name));
  return (await ask([heading, texts.lostIntro, list], [anyway, texts.cancel])) === 0;
}

const types: Readonly<Record<string, string>> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  xlsm: "application/vnd.ms-excel.sheet.macroEnabled.12",
  xltx: "application/vnd.openxmlformats-officedocument.spreadsheetml.template",
  xltm: "application/vnd.ms-excel.template.macroEnabled.12",
};

/** Files of these kinds are what the file chooser offers. */
export const accepted = Object.keys(types)
  .map((ending) => `.${ending}`)
  .join(",");

/** Hands a file over to the browser, which puts it among the downloads or asks where; nothing is sent anywhere. */
export function download(bytes: Uint8Array, name: string): void {
  const type = types[name.slice(name.lastIndexOf(".") + 1).toLowerCase()] ?? types.xlsx!;
  const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
  const link = element("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has read it by then, or holds it open.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Lets the user choose one file; nothing happens where she chooses none. */
export function chooseFile(chosen: (file: File) => void): void {
  const input = element("input", { type: "file", accept: accepted, id: "file-input", hidden: true });
  input.addEventListener("change", () => {
    const [file] = input.files ?? [];
    input.remove();
    if (file) chosen(file);
  });
  input.addEventListener("cancel", () => input.remove());
  document.getElementById("file-input")?.remove();
  document.body.append(input);
  input.click();
}

/** Shows where a file is dropped while one is dragged over the page, or over the frame in it. */
export function acceptDrops(texts: () => { readonly dropHere: string }, dropped: (files: readonly File[]) => void) {
  const target = element("div", { class: "wb-drop", hidden: true });
  document.body.append(target);
  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
  const show = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    target.textContent = texts().dropHere;
    target.hidden = false;
  };
  target.addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    event.dataTransfer!.dropEffect = "copy";
  });
  target.addEventListener("dragleave", () => (target.hidden = true));
  target.addEventListener("drop", (event) => {
    event.preventDefault();
    target.hidden = true;
    dropped([...(event.dataTransfer?.files ?? [])]);
  });
  // A file that is dropped beside would take the page's place.
  for (const type of ["dragover", "drop"] as const) {
    window.addEventListener(type, (event) => hasFiles(event) && event.preventDefault());
  }
  window.addEventListener("dragenter", show);
  return {
    /** What is dragged over a frame is known to the frame alone. */
    alsoIn: (frame: Window) => frame.addEventListener("dragenter", show),
  };
}
