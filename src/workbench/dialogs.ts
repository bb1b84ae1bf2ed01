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
      document.body.append(notice);
      if (!sticky) setTimeout(() => notice.remove(), 6000);
    },
    raiseError: (text, callback) => ask(text, [{ label: texts.ok, chosen: callback }]),
    askConfirmation: (text, confirm, cancel) =>
      ask(text, [
        { label: texts.ok, chosen: confirm },
        { label: texts.cancel, chosen: cancel },
      ]),
  };
}

interface Answer {
  readonly label: string;
  readonly chosen: (() => void) | undefined;
}

/** The last answer is also that of the Escape key. */
function ask(text: string, answers: readonly Answer[]): void {
  const dialog = element("dialog", { class: "wb-dialog" }, element("p", {}, text));
  const buttons = answers.map(({ label }, index) =>
    element("button", { type: "submit", value: String(index), autofocus: index === 0 }, label),
  );
  dialog.append(element("form", { method: "dialog" }, ...buttons));
  dialog.returnValue = String(answers.length - 1);
  dialog.addEventListener("close", () => {
    dialog.remove();
    answers[Number(dialog.returnValue)]?.chosen?.();
  });
  document.body.append(dialog);
  dialog.showModal();
}
