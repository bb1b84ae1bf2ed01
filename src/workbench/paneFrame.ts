/*
 * Stands in for Office.js in the pane's frame. The real one refuses to stay in a frame outside Office (it turns
 * the page blank, against pages that frame an add-in unseen) and calls Microsoft's telemetry; all the page needs of
 * it here is that functions and commands can be associated, and that a command can show the pane.
 */
import { createCustomFunctions } from "../engine/custom-functions";
import { displayLanguages } from "../engine/locales";

type Command = (event: { completed(): void }) => void;

declare global {
  interface Window {
    /** In the pane's frame: what the add-in has associated with the ribbon's buttons, by name. */
    finsamCommands?: ReadonlyMap<string, Command>;
    /** In the page around the pane: shows it, as Excel does. */
    finsamShowPane?: () => void;
  }
}

const commands = new Map<string, Command>();

Object.assign(window, {
  CustomFunctions: createCustomFunctions().runtime,
  finsamCommands: commands,
  Office: {
    actions: { associate: (name: string, command: Command) => void commands.set(name, command) },
    // Asked for where the browser keeps no choice of language.
    context: {
      get displayLanguage() {
        return displayLanguages[window.parent.document.documentElement.lang === "en" ? "en" : "sv"];
      },
    },
    addin: { showAsTaskpane: () => Promise.resolve(window.parent.finsamShowPane?.()) },
    HostType: { Excel: "Excel" },
    // As in a browser without Excel.
    onReady: () => Promise.resolve({ host: null, platform: null }),
  },
});
