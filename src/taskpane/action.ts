/*
 * A button that does something to the workbook, and beside it what came of that: read out, and with an offer to go on
 * where there is one.
 */
import { brokenText } from "../i18n/commands";
import type { Language } from "../i18n/language";
import { button, type ButtonAttributes } from "./controls";
import { element } from "./dom";

export interface Said {
  readonly kind: "done" | "problem" | "hint";
  readonly text: string;
  /** What the user may want now, on a button of its own. */
  readonly offer?: { readonly label: string; readonly run: () => Promise<Said> };
}

interface Labels {
  readonly label: string;
  /** Said while it is under way. */
  readonly busy: string;
  /** What goes wrong is said in it too. */
  readonly language: Language;
}

export interface Action {
  readonly button: HTMLElement;
  readonly outcome: HTMLElement;
  /** Says something that has to do with it. */
  say(said: Said): void;
  /** Takes away what was said, as it is about something else than what is shown now. */
  clear(): void;
}

export function createAction(
  attributes: ButtonAttributes,
  { label, busy, language }: Labels,
  run: () => Promise<Said>,
): Action {
  // In the page from the start, as a live region must be.
  const status = element("p", { class: "said", role: "status" });
  const outcome = element("div", { class: "outcome" }, status);
  const pressed = button(attributes, label, () => void perform(run));

  async function perform(work: () => Promise<Said>): Promise<void> {
    if (pressed.getAttribute("aria-busy") === "true") return;
    pressed.setAttribute("aria-busy", "true");
    clear();
    status.textContent = busy;
    const said = await work().catch((error: unknown) => broken(error, language));
    pressed.removeAttribute("aria-busy");
    say(said);
  }

  function say({ kind, text, offer }: Said): void {
    clear();
    status.textContent = text;
    status.dataset["kind"] = kind;
    if (offer) outcome.append(button({}, offer.label, () => accept(offer.run)));
  }

  /** The button goes away with its question; the keyboard goes on from the one that asked it. */
  function accept(work: () => Promise<Said>): void {
    pressed.focus();
    void perform(work);
  }

  function clear(): void {
    status.textContent = "";
    delete status.dataset["kind"];
    outcome.replaceChildren(status);
  }

  return { button: pressed, outcome, say, clear };
}

/** A defect of ours: the button can be pressed again, and the whole of it is where developers look. */
function broken(error: unknown, language: Language): Said {
  console.error(error);
  return { kind: "problem", text: brokenText(error, language) };
}
