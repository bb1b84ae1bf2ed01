/*
 * What was done to a form, read out, with the way back.
 */
import { plainButton } from "../controls";
import { element } from "../dom";

export interface SaidLine {
  readonly element: HTMLElement;
  say(text: string, back?: { readonly label: string; readonly go: () => void }): void;
}

export function createSaidLine(): SaidLine {
  const status = element("span", { role: "status" });
  const line = element("p", { class: "said" }, status);
  return {
    element: line,
    say: (text, back) => {
      status.textContent = text;
      line.replaceChildren(status);
      if (back) line.append(" ", plainButton({ class: "link", id: "undo" }, [back.label], back.go));
    },
  };
}
