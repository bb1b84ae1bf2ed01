/*
 * Puts a text on the clipboard. Where Office shows the pane in a frame without that right, as on the web, the older
 * way is tried; where that is refused too, the text is there to be copied by hand.
 */
import { element } from "../dom";

/** Whether it is there; if not, `place` holds the text, selected. */
export async function copyText(text: string, label: string, place: HTMLElement): Promise<boolean> {
  place.replaceChildren();
  if (await isWritten(text)) return true;
  const before = document.activeElement;
  const field = element("textarea", { class: "to-copy", readonly: true, rows: "6", "aria-label": label });
  field.value = text;
  place.append(field);
  field.focus();
  field.select();
  if (!isCopied()) return false;
  place.replaceChildren();
  if (before instanceof HTMLElement) before.focus();
  return true;
}

async function isWritten(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Deprecated, and the only way in such a frame. */
function isCopied(): boolean {
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  }
}
