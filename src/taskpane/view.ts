/*
 * What a view of the pane is: a tab, and what is below it. A view keeps what was done in it; what it shows is made
 * from that in a language, and again in the other when the user changes it.
 */
import type { Job } from "../commands/messages";
import type { Language } from "../i18n/language";
import type { Workbook } from "../workbook/port";

export interface View {
  /** Elements that keep their ids from one language to the next keep the keyboard too. */
  render(language: Language): Node;
  /** Does what a button of the ribbon asks of it, and shows what comes of that. */
  run?(job: Job["name"]): void;
  /** Told when its panel comes to be shown, once it has been rendered, and when another one does. */
  setShown?(isShown: boolean): void;
}

/** What a view may ask of the pane around it. */
export interface Pane {
  readonly findWorkbook: () => Promise<Workbook | undefined>;
  /** Reads a text out to whoever cannot see what has changed. */
  readonly announce: (text: string) => void;
}

export interface ViewEntry {
  readonly id: string;
  readonly title: (language: Language) => string;
  /** Loads the view when it is first shown. */
  readonly load: () => Promise<(pane: Pane) => View>;
}
