/*
 * What was done to a form, read out, with the way back.
 */
import { plainButton } from "../controls";
import { element } from "../dom";

export interface SaidLine {
  readonly element: HTMLElement;
  say(text: string, undo?: () => void): void;
}

export function createSaidLine(undoLabel: string): SaidLine {
  const status = element("span", { role: "status" });
  const line = element("p", { class: "said" }, status);
  return {
    element: line,
    say: (text, undo) => {
      status.textContent = text;
      line.replaceChildren(status);
      if (undo) line.append(" ", plainButton({ class: "link", id: "undo" }, [undoLabel], undo));
    },
  };
}
