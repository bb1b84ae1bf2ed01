/*
 * Shows the ribbon above the grid, much as Excel does: the tab's name, groups of large buttons with the group's
 * name below, and a supertip on each button.
 */
import { element } from "../taskpane/dom";
import type { RibbonAction, RibbonButton, RibbonTab } from "./ribbon";

/** What pressing a button does; undefined for an action that has nothing to run it here. */
export type RunAction = (action: RibbonAction) => (() => void) | undefined;

/** The tabs' elements, for the page to place. Button elements carry the manifest's control id. */
export function ribbonView(tabs: readonly RibbonTab[], run: RunAction): HTMLElement[] {
  return tabs.map((tab) =>
    element(
      "section",
      { class: "wb-tab", "aria-label": tab.label },
      element("h2", {}, tab.label),
      ...tab.groups.map((group) =>
        element(
          "div",
          { class: "wb-group", role: "group", "aria-label": group.label },
          element("div", { class: "wb-buttons" }, ...group.buttons.map((button) => buttonView(button, run))),
          element("div", { class: "wb-group-name", "aria-hidden": "true" }, group.label),
        ),
      ),
    ),
  );
}

function buttonView({ id, label, supertip, icon, action }: RibbonButton, run: RunAction): HTMLElement {
  const pressed = run(action);
  const image = { src: icon.source, srcset: `${icon.dense} 2x`, alt: "", width: "32", height: "32" };
  const button = element(
    "button",
    { id, type: "button", class: "wb-button", title: `${supertip.title}\n${supertip.description}`, disabled: !pressed },
    element("img", image),
    element("span", {}, label),
  );
  // Whether the pane is open is for the page to say.
  if (action.kind === "showPane") button.setAttribute("aria-pressed", "false");
  if (pressed) button.addEventListener("click", pressed);
  return button;
}
