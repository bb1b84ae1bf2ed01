/*
 * What a button of the ribbon runs: an action, and afterwards a notice of what came of it. What must be seen opens the
 * pane, as the ribbon itself can say nothing; Excel is always told that the command has ended, as it waits for that.
 */
import { commandTexts } from "../i18n/commands";
import { scenarioIds } from "../i18n/scenarios/about";
import { giveNotice, mustBeSeen, type Notice } from "./notices";

export type Command = (event: Pick<Office.AddinCommands.Event, "completed">) => Promise<void>;

/** Every command by the name that manifest.xml gives it. */
export const commands: ReadonlyMap<string, Command> = new Map([
  ...scenarioIds.map((id) => [commandName(id), command(async () => (await load.insert()).insertById(id))] as const),
  ["sendCopy", command(async () => (await load.sendCopy()).sendCopyFromRibbon())],
  ["repair", command(async () => (await load.check()).repairFromRibbon())],
  ["checkWorkbook", command(async () => (await load.check()).checkFromRibbon())],
]);

/** What a command needs is loaded when it is run. */
const load = {
  insert: () => import(/* webpackChunkName: "scenarios" */ "./insert"),
  sendCopy: () => import(/* webpackChunkName: "send-copy" */ "./sendCopy"),
  check: () => import(/* webpackChunkName: "check" */ "./check"),
};

/** "level-increase" → "insertLevelIncrease" */
export function commandName(id: string): string {
  return `insert-${id}`.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
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
