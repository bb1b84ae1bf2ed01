/*
 * The add-in's pane in a frame beside the grid, as Excel shows it: opened and closed from the ribbon, as wide as
 * the user draws it.
 */
import { workbenchTexts } from "../i18n/workbench";
import type { Language } from "../i18n/language";
import { element } from "../taskpane/dom";

const widths = { min: 240, step: 20, max: 700 };

export interface Pane {
  /** Shows a page of the add-in, or closes the pane where it is open. */
  toggle(page: string): void;
  show(page: string): void;
  /** Runs what the page has associated with a button of the ribbon; false where it has nothing by that name. */
  run(page: string, command: string): Promise<boolean>;
  setLanguage(language: Language): void;
  /** Calls back with the frame's window each time that a page has been loaded into it. */
  onLoad(loaded: (frame: Window) => void): void;
  /** What has the keyboard in it, where anything has. */
  focused(): HTMLElement | undefined;
}

/** `pane` holds the frame, `splitter` is the handle between it and the grid; `resized` is called as it moves. */
export function createPane(pane: HTMLElement, splitter: HTMLElement, resized: () => void): Pane {
  const title = element("h2", {});
  const close = element("button", { type: "button", class: "wb-close", id: "close-pane" }, "×");
  const frame = element("iframe", { id: "pane-frame" });
  pane.append(element("div", { class: "wb-pane-head" }, title, close), frame);
  close.addEventListener("click", () => setOpen(false));
  makeSplitter(splitter, pane, resized);

  function setOpen(open: boolean): void {
    pane.hidden = splitter.hidden = !open;
    resized();
  }
  let loaded = Promise.resolve();
  function load(page: string): void {
    if (frame.getAttribute("src") === page) return;
    loaded = new Promise((resolve) => frame.addEventListener("load", () => resolve(), { once: true }));
    frame.src = page;
  }
  function show(page: string): void {
    load(page);
    setOpen(true);
  }
  return {
    show,
    run: async (page, command) => {
      // The page works hidden too, as it does in Excel.
      load(page);
      await loaded;
      const associated = frame.contentWindow?.finsamCommands?.get(command);
      await new Promise<void>((completed) => (associated ? associated({ completed }) : completed()));
      return associated !== undefined;
    },
    toggle: (page) => {
      if (pane.hidden) show(page);
      else setOpen(false);
    },
    onLoad: (loaded) => frame.addEventListener("load", () => loaded(frame.contentWindow!)),
    focused: () => {
      if (document.activeElement !== frame) return undefined;
      return (frame.contentDocument?.activeElement as HTMLElement | null) ?? undefined;
    },
    setLanguage: (language) => {
      const texts = workbenchTexts(language);
      title.textContent = "FINSAM";
      close.title = texts.closePane;
      close.setAttribute("aria-label", texts.closePane);
      frame.title = texts.pane;
      pane.setAttribute("aria-label", texts.pane);
      splitter.setAttribute("aria-label", texts.splitter);
    },
  };
}

/** A handle for the pointer and for the arrow keys. */
function makeSplitter(splitter: HTMLElement, pane: HTMLElement, resized: () => void): void {
  splitter.tabIndex = 0;
  splitter.setAttribute("role", "separator");
  splitter.setAttribute("aria-orientation", "vertical");
  const setWidth = (width: number) => {
    const most = Math.min(widths.max, window.innerWidth - widths.min);
    const rounded = Math.round(Math.max(widths.min, Math.min(most, width)));
    pane.style.width = `${rounded}px`;
    splitter.setAttribute("aria-valuenow", String(rounded));
    resized();
  };
  splitter.addEventListener("pointerdown", (down) => {
    const start = pane.offsetWidth + down.clientX;
    const move = ({ clientX }: PointerEvent) => setWidth(start - clientX);
    splitter.setPointerCapture(down.pointerId);
    splitter.addEventListener("pointermove", move);
    splitter.addEventListener("lostpointercapture", () => splitter.removeEventListener("pointermove", move), {
      once: true,
    });
  });
  splitter.addEventListener("keydown", ({ key }) => {
    if (key === "ArrowLeft") setWidth(pane.offsetWidth + widths.step);
    if (key === "ArrowRight") setWidth(pane.offsetWidth - widths.step);
  });
}
