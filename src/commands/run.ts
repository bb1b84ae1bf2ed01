/*
 * What a button of the ribbon runs: an action, and afterwards a notice of what came of it. A problem opens the pane,
 * as the ribbon itself can say nothing; Excel is always told that the command has ended, as it waits for that. The
 * scenarios themselves are loaded when one is asked for.
 */
import { commandTexts } from "../i18n/commands";
import { scenarioIds, type ScenarioId } from "../i18n/scenarios/about";
import { giveNotice, type Notice } from "./notices";

export type Command = (event: Pick<Office.AddinCommands.Event, "completed">) => Promise<void>;

/** Every command by the name that manifest.xml gives it. */
export const commands: ReadonlyMap<string, Command> = new Map(
  scenarioIds.map((id) => [commandName(id), command(() => insert(id))]),
);

/** "level-increase" → "insertLevelIncrease" */
export function commandName(id: string): string {
  return `insert-${id}`.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

async function insert(id: ScenarioId): Promise<Notice> {
  const { insertById } = await import(/* webpackChunkName: "scenarios" */ "./insert");
  return insertById(id);
}

function command(action: () => Promise<Notice>): Command {
  return async (event) => {
    try {
      const notice = await action().catch(broken);
      giveNotice(notice);
      if (notice.kind === "problem") await showPane();
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
