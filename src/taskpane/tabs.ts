/*
 * Tabs as the WAI-ARIA practice has them: one stop for Tab, arrows between them, and the panel of the chosen one.
 * Not Fluent's, which draw the mark of the chosen one by means that Safari, and with it Excel for Mac, lacks.
 */
import { element } from "./dom";

export interface Tab {
  readonly id: string;
  readonly panel: HTMLElement;
}

export interface Tabs {
  readonly element: HTMLElement;
  choose(id: string): void;
  /** What they are called, each by its id, and all together. */
  setLabels(labels: ReadonlyMap<string, string>, all: string): void;
}

/** `chosen` is called whenever a tab comes to be the chosen one. */
export function createTabs(tabs: readonly Tab[], chosen: (id: string) => void): Tabs {
  const buttons = tabs.map(({ id, panel }) => {
    panel.id = `panel-${id}`;
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", `tab-${id}`);
    const button = element("button", {
      type: "button",
      role: "tab",
      class: "tab",
      id: `tab-${id}`,
      "aria-controls": panel.id,
    });
    button.addEventListener("click", () => choose(id));
    return button;
  });
  const list = element("div", { role: "tablist", class: "tabs" }, ...buttons);
  list.addEventListener("keydown", (event) => {
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const next = moved(event.key, at, buttons.length);
    if (next === undefined) return;
    event.preventDefault();
    buttons[next]!.focus();
    choose(tabs[next]!.id);
  });

  function choose(id: string): void {
    tabs.forEach((tab, index) => {
      const isChosen = tab.id === id;
      buttons[index]!.setAttribute("aria-selected", String(isChosen));
      buttons[index]!.tabIndex = isChosen ? 0 : -1;
      tab.panel.hidden = !isChosen;
    });
    chosen(id);
  }

  return {
    element: list,
    choose,
    setLabels: (labels, all) => {
      list.setAttribute("aria-label", all);
      tabs.forEach(({ id }, index) => (buttons[index]!.textContent = labels.get(id) ?? ""));
    },
  };
}

/** From the last on to the first, and from the first back to the last. */
function moved(key: string, at: number, count: number): number | undefined {
  if (key === "ArrowRight") return (at + 1) % count;
  if (key === "ArrowLeft") return (at - 1 + count) % count;
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : undefined;
}
