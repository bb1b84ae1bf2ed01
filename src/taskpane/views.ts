/*
 * The views of the pane, in the order of their tabs: one line here, one file in views/.
 */
import { paneTexts } from "../i18n/pane";
import type { ViewEntry } from "./view";

export const views: readonly ViewEntry[] = [
  {
    id: "functions",
    title: (language) => paneTexts(language).functions,
    load: async () => (await import(/* webpackChunkName: "functions-view" */ "./views/functions")).functionsView,
  },
];
