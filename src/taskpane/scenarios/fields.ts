/*
 * The inputs of a draft as fields, in the groups and rows of its sheet. What stays the same in the next draft stays on
 * the page, so that nobody's caret moves and a long form is no slower than a short one.
 */
import type { Language } from "../../i18n/language";
import { scenarioTexts } from "../../i18n/pane-scenarios";
import type { Draft } from "../../scenarios/draft";
import { draftFields, type DraftProblem, type FieldGroup } from "../../scenarios/draftFields";
import type { FieldKind } from "../../scenarios/typed";
import { button } from "../controls";
import { element, keepingPlace } from "../dom";
import { createRow, type FieldRowView } from "./fieldRow";

export interface FieldsEvents {
  readonly typed: (key: string, text: string, kind: FieldKind) => void;
  readonly added: () => void;
  readonly removed: (member: string, name: string) => void;
  /** The members are to be those that are selected in the workbook. */
  readonly selectionAsked: () => void;
}

export interface Fields {
  readonly element: HTMLElement;
  update(draft: Draft, problems: readonly DraftProblem[]): void;
  /** Opens the group that a field is in. */
  reveal(key: string): void;
}

export function fieldId(key: string): string {
  return `field-${key}`;
}

/** `openGroups` keeps which groups are open, by their ids, from one language to the other. */
export function createFields(language: Language, openGroups: Map<string, boolean>, events: FieldsEvents): Fields {
  const accordion = element("fluent-accordion", {});
  let groups = new Map<string, GroupView>();
  accordion.addEventListener("keydown", moveOn);

  function arrange(all: readonly FieldGroup[]): void {
    openAtFirst(all, openGroups);
    const before = groups;
    groups = new Map(all.map(({ id }) => [id, before.get(id) ?? createGroup(id, language, openGroups, events)]));
    if ([...before.keys()].join() !== [...groups.keys()].join()) {
      accordion.replaceChildren(...[...groups.values()].map(({ item }) => item));
    }
  }

  return {
    element: accordion,
    update: (draft, problems) => {
      const messages = new Map(problems.flatMap(({ key, message }) => (key === undefined ? [] : [[key, message]])));
      const all = draftFields(draft);
      arrange(all);
      for (const group of all) groups.get(group.id)!.update(group, messages);
    },
    reveal: (key) => {
      for (const { item, keys } of groups.values()) if (keys().includes(key)) item.setAttribute("expanded", "");
    },
  };
}

/** Fields that are shown without having been asked for, at most; the checks' tolerance is for the few. */
const mostAtFirst = 24;

function openAtFirst(groups: readonly FieldGroup[], openGroups: Map<string, boolean>): void {
  let count = 0;
  groups.forEach(({ id, rows }, index) => {
    count += rows.reduce((sum, { fields }) => sum + fields.length, 0);
    if (!openGroups.has(id)) openGroups.set(id, index === 0 || (count <= mostAtFirst && id !== "checks"));
  });
}

interface GroupView {
  readonly item: HTMLElement;
  /** The keys of its fields. */
  readonly keys: () => readonly string[];
  readonly update: (group: FieldGroup, messages: ReadonlyMap<string, string>) => void;
}

function createGroup(
  id: string,
  language: Language,
  openGroups: Map<string, boolean>,
  events: FieldsEvents,
): GroupView {
  const texts = scenarioTexts(language);
  const title = element("span", {});
  const count = element("span", { class: "hint" });
  const content = element("div", { class: "group", role: "group" });
  const expanded = openGroups.get(id) === true;
  const item = element(
    "fluent-accordion-item",
    { block: true, "marker-position": "end", "heading-level": "3", id: `group-${id}`, expanded },
    element("span", { slot: "heading", class: "group-heading" }, title, count),
    content,
  );
  let keys: readonly string[] = [];
  let rows: readonly FieldRowView[] = [];
  // Fields have a change event of their own, which comes this way too and changes nothing here.
  item.addEventListener("change", () => openGroups.set(id, item.hasAttribute("expanded")));

  function fill(group: FieldGroup): void {
    keys = keysOf(group);
    // The last member stays, as no scenario is about nobody.
    const canRemove = group.listsMembers && group.rows.length > 1;
    rows = group.rows.map((row, index) => createRow({ row, place: `${id}-${index}`, language, canRemove, events }));
    keepingPlace(() =>
      content.replaceChildren(
        ...rows.map((view) => view.element),
        ...(group.listsMembers ? membersButtons(language, events) : []),
      ),
    );
  }

  return {
    item,
    keys: () => keys,
    update: (group, messages) => {
      if (keysOf(group).join() !== keys.join()) fill(group);
      if (title.textContent !== group.heading) title.textContent = group.heading;
      content.setAttribute("aria-label", group.heading);
      group.rows.forEach((row, index) => rows[index]!.update(row, messages));
      const wrong = keys.filter((key) => messages.has(key)).length;
      count.textContent = wrong > 0 ? texts.wrong(wrong) : texts.rows(group.rows.length);
      count.dataset["kind"] = wrong > 0 ? "problem" : "";
    },
  };
}

function keysOf({ rows }: FieldGroup): readonly string[] {
  return rows.flatMap(({ fields }) => fields.map(({ key }) => key));
}

function membersButtons(language: Language, events: FieldsEvents): HTMLElement[] {
  const texts = scenarioTexts(language);
  return [
    element(
      "div",
      { class: "buttons" },
      button({ id: "add-member" }, texts.add, events.added),
      button({ id: "use-selection" }, texts.useSelection, events.selectionAsked),
    ),
    element("p", { class: "hint" }, texts.useSelectionHint),
  ];
}

/** Enter goes on to the next field, as it does in the sheet, and back with Shift. */
function moveOn(event: KeyboardEvent): void {
  if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
  event.preventDefault();
  const inputs = [...(event.currentTarget as HTMLElement).querySelectorAll("input")].filter(
    (input) => input.closest("fluent-accordion-item")?.hasAttribute("expanded") === true,
  );
  const next = inputs[inputs.indexOf(event.target) + (event.shiftKey ? -1 : 1)];
  next?.focus();
  next?.select();
}
