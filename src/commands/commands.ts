/*
 * The entry for the ribbon: associates every command with its name, before anything else on the page runs. Part of
 * the pane's page, so that the ribbon works whether the pane is shown or not.
 */
import { commands } from "./run";

if (typeof Office !== "undefined") {
  for (const [name, command] of commands)
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => void command(event));
}
