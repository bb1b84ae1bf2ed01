/*
 * Buttons. What a user presses to get something done is Fluent's; what takes her somewhere, or is small and there
 * many times, is the browser's own, which costs nothing to make.
 */
import { element } from "./dom";

export interface ButtonAttributes {
  readonly id?: string;
  readonly class?: string;
  readonly appearance?: "primary" | "outline" | "subtle" | "transparent";
  readonly "aria-label"?: string;
}

/** Fluent's button has its role in its internals, where not every tool looks; said again it is the same. */
export function button(attributes: ButtonAttributes, label: string, press: () => void): HTMLElement {
  const made = element("fluent-button", { role: "button", size: "small", ...attributes }, label);
  made.addEventListener("click", press);
  return made;
}

/** A button of the browser's own; what is in it is its label. */
export function plainButton(
  attributes: Readonly<Record<string, string | undefined>>,
  content: readonly (Node | string)[],
  press: () => void,
): HTMLButtonElement {
  const made = element("button", { type: "button", ...attributes }, ...content);
  made.addEventListener("click", press);
  return made;
}
