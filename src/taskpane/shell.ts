/*
 * The pane around its views: tabs, settings, and what is said of the workbook. Whatever was done in a view stays when
 * another is shown, and when the language is changed.
 */
import type { Job } from "../commands/messages";
import type { Language } from "../i18n/language";
import { paneTexts } from "../i18n/pane";
import { button, plainButton } from "./controls";
import { element, keepingPlace } from "./dom";
import { icon } from "./icons";
import { settingsView, type Choosing, type LanguageChoice } from "./settings";
import { createTabs } from "./tabs";
import type { Pane, View, ViewEntry } from "./view";
import { whenIdle } from "./whenIdle";

export interface Shell {
  readonly element: HTMLElement;
  setLanguage(language: Language, choice: LanguageChoice): void;
  /** Shows a view, and has it do a job. */
  run(job: Pick<Job, "view" | "name">): void;
}

interface Services extends Choosing {
  readonly findWorkbook: Pane["findWorkbook"];
}

/** A view with its panel; the view itself is there once it has been loaded. */
interface Place extends ViewEntry {
  readonly panel: HTMLElement;
  view?: View;
  /** What it is to do once it is there. */
  job?: Job["name"] | undefined;
}

export function createShell(entries: readonly ViewEntry[], { findWorkbook, ...choosing }: Services): Shell {
  let language: Language = "sv";
  const places: readonly Place[] = entries.map((entry) => ({ ...entry, panel: element("div", { class: "panel" }) }));
  const announcements = element("p", { class: "unseen", role: "status" });
  const noWorkbook = element("p", { class: "no-workbook", role: "status" });
  const settings = element("section", { class: "settings", id: "settings", hidden: true });
  const gear = plainButton(
    { class: "icon gear", id: "settings-button", "aria-controls": "settings" },
    [icon("settings")],
    () => openSettings(settings.hidden === true),
  );
  const tabs = createTabs(places, choose);
  let chosen: Place | undefined;
  const pane: Pane = { findWorkbook, announce: (text) => (announcements.textContent = text) };

  openSettings(false);
  settings.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    openSettings(false);
    gear.focus();
  });

  function openSettings(open: boolean): void {
    settings.hidden = !open;
    gear.setAttribute("aria-expanded", String(open));
  }

  function choose(id: string): void {
    chosen?.view?.setShown?.(false);
    chosen = places.find((place) => place.id === id)!;
    void show(chosen);
  }

  async function show(place: Place): Promise<void> {
    try {
      if (!place.view) {
        const create = await place.load();
        place.view ??= create(pane);
        place.panel.replaceChildren(place.view.render(language));
      }
      // Another may have been chosen while it was loaded.
      if (place === chosen) place.view.setShown?.(true);
      const { job } = place;
      place.job = undefined;
      if (job) place.view.run?.(job);
    } catch (error) {
      console.error(error);
      const { notLoaded, tryAgain } = paneTexts(language);
      const again = button({}, tryAgain, () => void show(place));
      place.panel.replaceChildren(element("div", { class: "content", role: "alert" }, notLoaded, again));
    }
  }

  /** Said once it is known, which in Excel is when Office is ready. */
  async function sayWhetherThereIsAWorkbook(): Promise<void> {
    const workbook = await findWorkbook();
    noWorkbook.textContent = workbook ? "" : paneTexts(language).noWorkbook;
  }

  function setLanguage(next: Language, choice: LanguageChoice): void {
    language = next;
    const texts = paneTexts(language);
    keepingPlace(() => {
      tabs.setLabels(new Map(places.map(({ id, title }) => [id, title(language)])), texts.views);
      gear.title = texts.settings;
      gear.setAttribute("aria-label", texts.settings);
      settings.setAttribute("aria-label", texts.settings);
      settings.replaceChildren(...settingsView(language, choice, choosing));
      for (const { panel, view } of places) if (view) panel.replaceChildren(view.render(language));
    });
    void sayWhetherThereIsAWorkbook();
  }

  return {
    element: element(
      "div",
      { class: "pane" },
      element(
        "header",
        {},
        element("h1", { class: "unseen" }, "FINSAM"),
        element("div", { class: "bar" }, tabs.element, gear),
        settings,
        noWorkbook,
      ),
      element("main", {}, ...places.map(({ panel }) => panel)),
      announcements,
    ),
    setLanguage: (next, choice) => {
      const isFirst = tabs.element.querySelector("[aria-selected=true]") === null;
      setLanguage(next, choice);
      if (!isFirst) return;
      tabs.choose(places[0]!.id);
      // The others are at hand when they are asked for; what fails now is said then.
      whenIdle(() => places.forEach(({ load }) => void load().catch(() => undefined)));
    },
    run: ({ view, name }) => {
      places.find(({ id }) => id === view)!.job = name;
      tabs.choose(view);
    },
  };
}
