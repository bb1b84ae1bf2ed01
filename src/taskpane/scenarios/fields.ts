/*
 * The inputs of a draft as fields, in the groups and rows of its sheet. Where something is typed the fields stay and
 * only what is said beside them changes, so that nobody's caret moves.
 */
import type { Language } from "../../i18n/language";
import { scenarioTexts } from "../../i18n/pane-scenarios";
import type { Draft } from "../../scenarios/draft";
import { draftFields, type DraftProblem, type FieldGroup } from "../../scenarios/draftFields";
import type { FieldKind } from "../../scenarios/typed";
import { button } from "../controls";
import { element } from "../dom";
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

/** `openGroups` keeps which groups are open, by their ids, from one form of the fields to the next. */
export function createFields(draft: Draft, openGroups: Map<string, boolean>, events: FieldsEvents): Fields {
  const groups = draftFields(draft);
  openAtFirst(groups, openGroups);
  const made = groups.map((group) => createGroup(group, draft.language, openGroups, events));
  const accordion = element("fluent-accordion", {}, ...made.map(({ item }) => item));
  accordion.addEventListener("keydown", moveOn);
  return {
    element: accordion,
    update: (changed, problems) => {
      const messages = new Map(problems.flatMap(({ key, message }) => (key === undefined ? [] : [[key, message]])));
      draftFields(changed).forEach((group, index) => made[index]!.update(group, messages));
    },
    reveal: (key) => {
      const index = groups.findIndex(({ rows }) =>
        rows.some(({ fields }) => fields.some((field) => field.key === key)),
      );
      made[index]?.item.setAttribute("expanded", "");
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

function createGroup(
  { id, heading, rows, listsMembers }: FieldGroup,
  language: Language,
  openGroups: Map<string, boolean>,
  events: FieldsEvents,
) {
  const texts = scenarioTexts(language);
  const title = element("span", {}, heading);
  const count = element("span", { class: "hint" });
  // The last member stays, as no scenario is about nobody.
  const canRemove = listsMembers && rows.length > 1;
  const views: readonly FieldRowView[] = rows.map((row, index) =>
    createRow({ row, place: `${id}-${index}`, language, canRemove, events }),
  );
  const item = element(
    "fluent-accordion-item",
    {
      block: true,
      "marker-position": "end",
      "heading-level": "3",
      id: `group-${id}`,
      expanded: openGroups.get(id) === true,
    },
    element("span", { slot: "heading", class: "group-heading" }, title, count),
    element(
      "div",
      { class: "group", role: "group", "aria-label": heading },
      ...views.map((view) => view.element),
      ...(listsMembers ? membersButtons(language, events) : []),
    ),
  );
  // Fields have a change event of their own, which comes this way too and changes nothing here.
  item.addEventListener("change", () => openGroups.set(id, item.hasAttribute("expanded")));
  return {
    item,
    update: (group: FieldGroup, messages: ReadonlyMap<string, string>) => {
      if (title.textContent !== group.heading) title.textContent = group.heading;
      group.rows.forEach((row, index) => views[index]!.update(row, messages));
      const wrong = group.rows.flatMap(({ fields }) => fields).filter(({ key }) => messages.has(key)).length;
      count.textContent = wrong > 0 ? texts.wrong(wrong) : texts.rows(group.rows.length);
      count.dataset["kind"] = wrong > 0 ? "problem" : "";
    },
  };
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
