/*
 * The views of the pane, in the order of their tabs: one line here, one file in views/.
 */
import { checkViewTexts } from "../i18n/pane-check";
import { explainViewTexts } from "../i18n/pane-explain";
import { functionTexts } from "../i18n/pane-functions";
import { scenarioTexts } from "../i18n/pane-scenarios";
import type { ViewEntry } from "./view";
import { scenariosView } from "./views/scenarios";

export const views: readonly ViewEntry[] = [
  {
    id: "scenarios",
    title: (language) => scenarioTexts(language).scenarios,
    // Shown first, so its list comes with the pane; its forms come later.
    load: () => Promise.resolve(scenariosView),
  },
  {
    id: "functions",
    title: (language) => functionTexts(language).functions,
    load: async () => (await import(/* webpackChunkName: "functions-view" */ "./views/functions")).functionsView,
  },
  {
    id: "explain",
    title: (language) => explainViewTexts(language).explain,
    load: async () => (await import(/* webpackChunkName: "explain-view" */ "./views/explain")).explainView,
  },
  {
    id: "check",
    title: (language) => checkViewTexts(language).check,
    load: async () => (await import(/* webpackChunkName: "check-view" */ "./views/check")).checkView,
  },
];
