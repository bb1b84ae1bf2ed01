/*
 * What the grid tells and asks the user: notices that go away by themselves, messages and questions in the
 * browser's own dialog element.
 */
import type { Language } from "../i18n/language";
import { workbenchTexts } from "../i18n/workbench";
import { element } from "../taskpane/dom";

interface Notification {
  readonly text: string;
  readonly type: "danger" | "info" | "success" | "warning";
  readonly sticky: boolean;
}

export interface Dialogs {
  notifyUser(notification: Notification): void;
  raiseError(text: string, callback?: () => void): void;
  askConfirmation(text: string, confirm: () => void, cancel?: () => void): void;
}

export function createDialogs(language: Language): Dialogs {
  const texts = workbenchTexts(language);
  return {
    notifyUser: ({ text, type, sticky }) => {
      const notice = element("div", { class: `wb-notice wb-${type}`, role: "status" }, text);
      const close = element("button", { type: "button", "aria-label": texts.close }, "×");
      close.addEventListener("click", () => notice.remove());
      notice.append(close);
      noticeBoard().append(notice);
      if (!sticky) setTimeout(() => notice.remove(), 6000);
    },
    raiseError: (text, callback) => void ask([text], [texts.ok]).then(() => callback?.()),
    askConfirmation: (text, confirm, cancel) =>
      void ask([text], [texts.ok, texts.cancel]).then((chosen) => (chosen === 0 ? confirm() : cancel?.())),
  };
}

/** Notices stand one above the other, the newest below. */
function noticeBoard(): HTMLElement {
  const known = document.querySelector<HTMLElement>(".wb-notices");
  if (known) return known;
  const board = element("div", { class: "wb-notices" });
  document.body.append(board);
  return board;
}

/** Which of the answers was chosen; the last one, which the keyboard begins on, is also that of the Escape key. */
export function ask(content: readonly (string | HTMLElement)[], answers: readonly string[]): Promise<number> {
  const paragraphs = content.map((each) => (typeof each === "string" ? element("p", {}, each) : each));
  const dialog = element("dialog", { class: "wb-dialog" }, ...paragraphs);
  const buttons = answers.map((label, index) =>
    element("button", { type: "submit", value: String(index), autofocus: index === answers.length - 1 }, label),
  );
  dialog.append(element("form", { method: "dialog" }, ...buttons));
  const chosen = new Promise<number>((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      // The Escape key leaves no answer, or takes away the one that was there.
      resolve(dialog.returnValue === "" ? answers.length - 1 : Number(dialog.returnValue));
    });
  });
  document.body.append(dialog);
  dialog.showModal();
  return chosen;
}
