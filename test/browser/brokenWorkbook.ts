/*
 * A workbook with everything wrong in it, as the page around the pane offers one, and with what can be neither repaired
 * nor gone to.
 */
import type { Page } from "playwright-core";
import type { Workbook } from "../../src/workbook/port";
import type { EnteredCell } from "../../src/workbook/wholeWorkbook";
import { brokenContents, brokenSheets } from "../workbook/brokenContents";
import { lostRow, planRow, workbookFile } from "./workbookFile";

const entered: readonly EnteredCell[] = [
  { kind: "notEntered", reason: "protected", message: "" },
  { kind: "notEntered", reason: "other", message: "Det gick inte att utföra åtgärden." },
];

const names = Array.from(
  { length: 3 },
  (_, index) =>
    `<definedName name="andel_av_kommunernas_${index}">_xldudf_FINSAM_TOTAL(${index + 1},"state")</definedName>`,
).join("");

/** Offers it to the pane on the page. */
export async function giveBrokenWorkbook(page: Page): Promise<void> {
  const file = workbookFile({ rows: planRow + lostRow, names });
  await page.evaluate(
    (given) => {
      const later = new Promise<void>((resolve) => Object.assign(window, { finishReading: resolve }));
      const workbook: Partial<Workbook> = {
        // Reads its first half at once, and the rest when it is told to.
        contents: async (work) => {
          work?.progress?.(1, 2);
          await later;
          return { kind: "contents", contents: given.contents };
        },
        areTyped: (places) => Promise.resolve({ kind: "typed", typed: places.map(() => true) }),
        goTo: (name) => Promise.resolve(name === given.hidden ? { kind: "hidden" } : { kind: "shown" }),
        enterAgain: () => Promise.resolve({ kind: "entered", cells: given.entered }),
        file: () =>
          Promise.resolve({ kind: "file", bytes: Uint8Array.from(atob(given.file), (letter) => letter.charCodeAt(0)) }),
        openAsNew: () => Promise.resolve({ kind: "opened" }),
        loadNoMore: () => Promise.resolve(),
      };
      Object.assign(window, { parent: { finsamWorkbook: workbook } });
    },
    { contents: brokenContents, entered, file, hidden: brokenSheets.report },
  );
}
