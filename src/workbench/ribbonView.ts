/*
 * Shows the ribbon above the grid, much as Excel does: the tab's name, groups of large buttons and menus with the
 * group's name below, and a supertip on each.
 */
import { element } from "../taskpane/dom";
import type { RibbonAction, RibbonButton, RibbonControl, RibbonMenu, RibbonTab } from "./ribbon";
import { operateMenu } from "./ribbonMenu";

/** What pressing a button does. */
export type RunAction = (action: RibbonAction) => void;

/** The tabs' elements, for the page to place. Buttons and items carry the manifest's control id. */
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
          element("div", { class: "wb-buttons" }, ...group.controls.map((control) => controlView(control, run))),
          element("div", { class: "wb-group-name", "aria-hidden": "true" }, group.label),
        ),
      ),
    ),
  );
}

function controlView(control: RibbonControl, run: RunAction): HTMLElement {
  return control.kind === "menu" ? menuView(control, run) : buttonView(control, run);
}

function buttonView(control: RibbonButton, run: RunAction): HTMLElement {
  const button = largeButton(control);
  // Whether the pane is open is for the page to say.
  if (control.action.kind === "showPane") button.setAttribute("aria-pressed", "false");
  button.addEventListener("click", () => run(control.action));
  return button;
}

function menuView(control: RibbonMenu, run: RunAction): HTMLElement {
  const button = largeButton(control);
  button.append(element("span", { class: "wb-caret", "aria-hidden": "true" }, "▾"));
  const items = control.items.map(({ id, label, supertip, action }) => {
    const title = supertip.description;
    const item = element("button", { id, type: "button", role: "menuitem", tabindex: "-1", title }, label);
    item.addEventListener("click", () => run(action));
    return item;
  });
  const list = element("div", { class: "wb-menu", role: "menu", "aria-label": control.label, hidden: true }, ...items);
  operateMenu(button, list, items);
  return element("div", { class: "wb-menu-holder" }, button, list);
}

function largeButton({ id, label, supertip, icon }: RibbonControl): HTMLButtonElement {
  const image = { src: icon.source, srcset: `${icon.dense} 2x`, alt: "", width: "32", height: "32" };
  return element(
    "button",
    { id, type: "button", class: "wb-button", title: `${supertip.title}\n${supertip.description}` },
    element("img", image),
    element("span", {}, label),
  );
}
