/*
 * What a button of the ribbon runs: an action, and afterwards a notice of what came of it. What must be seen opens the
 * pane, as the ribbon itself can say nothing; Excel is always told that the command has ended, as it waits for that.
 */
import { insertScenario } from "../actions/insertScenario";
import { commandTexts, outcomeNotice } from "../i18n/commands";
import { currentLanguage } from "../i18n/language";
import { scenarios, type OpenScenario } from "../scenarios/all";
import { findWorkbook } from "../workbook/connect";
import { giveNotice, mustBeSeen, type Notice } from "./notices";

export type Command = (event: Pick<Office.AddinCommands.Event, "completed">) => Promise<void>;

/** Every command by the name that manifest.xml gives it. */
export const commands: ReadonlyMap<string, Command> = new Map([
  ...scenarios.map((scenario) => [commandName(scenario.id), command(() => insert(scenario))] as const),
  ["sendCopy", command(async () => (await load.sendCopy()).sendCopyFromRibbon())],
  ["repair", command(async () => (await load.check()).repairFromRibbon())],
  ["checkWorkbook", command(async () => (await load.check()).checkFromRibbon())],
]);

/** What only some commands need is loaded when one of them is run. */
const load = {
  sendCopy: () => import(/* webpackChunkName: "send-copy" */ "./sendCopy"),
  check: () => import(/* webpackChunkName: "check" */ "./check"),
};

/** "level-increase" → "insertLevelIncrease" */
export function commandName(id: string): string {
  return `insert-${id}`.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

async function insert(scenario: OpenScenario): Promise<Notice> {
  const language = currentLanguage();
  const outcome = await insertScenario(scenario, { language, findWorkbook });
  return outcomeNotice(outcome, scenario.title(language), language);
}

function command(action: () => Promise<Notice>): Command {
  return async (event) => {
    try {
      const notice = await action().catch(broken);
      giveNotice(notice);
      if (mustBeSeen(notice)) await showPane();
    } finally {
      event.completed();
    }
  };
}

/** A defect of ours: said all the same, and whole where developers look. */
function broken(error: unknown): Notice {
  console.error(error);
  return { kind: "problem", text: commandTexts().broken(error instanceof Error ? error.message : String(error)) };
}

async function showPane(): Promise<void> {
  // Where the pane cannot be shown the notice waits in it; there is no other place to say anything.
  await Office.addin.showAsTaskpane().catch((error: unknown) => console.error(error));
}
