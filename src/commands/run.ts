/*
 * What a button of the ribbon runs: an action, and afterwards a notice of what came of it; or a job of the pane's, which
 * tells there what comes of it. What must be seen opens the pane, as the ribbon itself can say nothing; Excel is always
 * told that the command has ended, as it waits for that.
 */
import { brokenText } from "../i18n/commands";
import { scenarioIds } from "../i18n/scenarios/about";
import { giveMessage, mustBeSeen, type Job, type Message } from "./messages";

export type Command = (event: Pick<Office.AddinCommands.Event, "completed">) => Promise<void>;

/** Every command by the name that manifest.xml gives it. */
export const commands: ReadonlyMap<string, Command> = new Map([
  ...scenarioIds.map((id) => [commandName(id), command(async () => (await loadInsert()).insertById(id))] as const),
  ["sendCopy", checkViewDoes("sendCopy")],
  ["repair", checkViewDoes("repair")],
  ["checkWorkbook", checkViewDoes("check")],
]);

/** What a command needs is loaded when it is run. */
function loadInsert() {
  return import(/* webpackChunkName: "scenarios" */ "./insert");
}

/** "level-increase" → "insertLevelIncrease" */
export function commandName(id: string): string {
  return `insert-${id}`.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function checkViewDoes(name: Job["name"]): Command {
  return command(() => Promise.resolve({ kind: "job", view: "check", name }));
}

function command(action: () => Promise<Message>): Command {
  return async (event) => {
    try {
      const message = await action().catch(broken);
      giveMessage(message);
      if (mustBeSeen(message)) await showPane();
    } finally {
      event.completed();
    }
  };
}

/** A defect of ours: said all the same, and whole where developers look. */
function broken(error: unknown): Message {
  console.error(error);
  return { kind: "problem", text: brokenText(error) };
}

async function showPane(): Promise<void> {
  // Where the pane cannot be shown the message waits in it; there is no other place to say anything.
  await Office.addin.showAsTaskpane().catch((error: unknown) => console.error(error));
}
