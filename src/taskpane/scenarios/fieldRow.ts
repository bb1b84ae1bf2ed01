/*
 * A row of fields: what it is about, one field or several, where its figures come from, and what is wrong in them.
 */
import type { Language } from "../../i18n/language";
import { scenarioTexts } from "../../i18n/pane-scenarios";
import type { Field, FieldRow } from "../../scenarios/draftFields";
import { editTyped, readTyped, showTyped } from "../../scenarios/typed";
import { plainButton } from "../controls";
import { element, unseen } from "../dom";
import { icon } from "../icons";
import { fieldId, type FieldsEvents } from "./fields";

export interface FieldRowView {
  readonly element: HTMLElement;
  /** `messages` are what is wrong, by the keys of fields. */
  update(row: FieldRow, messages: ReadonlyMap<string, string>): void;
}

interface Options {
  readonly row: FieldRow;
  /** Where the row is in the form, for ids. */
  readonly place: string;
  readonly language: Language;
  readonly canRemove: boolean;
  readonly events: FieldsEvents;
}

export function createRow({ row, place, language, canRemove, events }: Options): FieldRowView {
  const texts = scenarioTexts(language);
  const source = element("p", { class: "hint source", id: `source-${place}` });
  const inputs = row.fields.map((field) => createInput(field, source.id, language, events));
  const [first] = row.fields;
  const name = first?.isName === true ? inputs[0] : undefined;
  const values = name ? inputs.slice(1) : inputs;
  const label = element("label", { class: "row-label", for: values[0]?.element.id });
  const isInline = values.length <= 1 && values[0]?.field.kind !== "text";
  const remove =
    canRemove && row.member !== undefined
      ? plainButton({ class: "icon remove" }, [icon("remove")], () => events.removed(row.member!, label.textContent))
      : undefined;
  const made = element(
    "div",
    { class: ["row", isInline && "inline", isInline && name && "named"].filter(Boolean).join(" ") },
    element("div", { class: "row-head" }, name ? name.element : label, isInline ? undefined : remove),
    ...(isInline ? values.map((value) => inlineValue(value)) : [cellsOf(values, row, language)]),
    isInline ? remove : undefined,
    ...inputs.map((input) => input.message),
    source,
  );

  return {
    element: made,
    update: (now, messages) => {
      const title = now.label;
      if (label.textContent !== title) label.textContent = title;
      setSource(source, now.source, texts.source);
      inputs.forEach((input, index) => input.update(now.fields[index]!, nameOf(now, index, language), messages));
      remove?.setAttribute("aria-label", texts.remove(title));
      if (remove) remove.title = texts.remove(title);
    },
  };
}

type InputView = ReturnType<typeof createInput>;

/** Beside its label, with its unit behind it, and what stands above its column below the label. */
function inlineValue({ field, element: input }: InputView): HTMLElement {
  const above = aboveOf(field) === "" ? undefined : element("span", { class: "hint above" }, aboveOf(field));
  return element("div", { class: "value" }, input, element("span", { class: "unit" }, unitOf(field)), above);
}

/** Side by side below the row's label, each with what stands above its column. */
function cellsOf(values: readonly InputView[], row: FieldRow, language: Language): HTMLElement {
  const isWide = values.some(({ field }) => field.kind === "text" || field.label.length > 14);
  return element(
    "div",
    { class: isWide ? "cells wide" : "cells" },
    ...values.map(({ field, element: input }) => {
      const at = row.fields.indexOf(field);
      return element("label", {}, element("span", { class: "hint" }, cellLabel(row, at, language)), input);
    }),
  );
}

function createInput(field: Field, described: string, language: Language, events: FieldsEvents) {
  const { key, kind } = field;
  const message = element("p", { class: "message", id: `message-${key}` });
  const input = element("input", {
    id: fieldId(key),
    type: "text",
    class: kind === "text" ? "text" : "number",
    inputmode: kind === "text" || kind === "date" ? "text" : "decimal",
    autocomplete: "off",
    spellcheck: "false",
    "aria-describedby": `${message.id} ${described}`,
  });
  let value = field.value;
  const isEdited = () => document.activeElement === input;
  const show = () => (input.value = (isEdited() ? editTyped : showTyped)(value, kind, language));
  // What is typed stays as it is typed, as long as it means the same.
  const isShown = () => readTyped(input.value, kind, language) === value;
  input.addEventListener("input", () => events.typed(key, input.value, kind));
  input.addEventListener("focus", () => {
    if (!isShown() || input.value === editTyped(value, kind, language)) return;
    show();
    input.select();
  });
  input.addEventListener("blur", () => {
    if (isShown()) show();
  });
  return {
    field,
    element: input,
    message,
    update: (now: Field, name: string, messages: ReadonlyMap<string, string>) => {
      ({ value } = now);
      if (!isShown()) show();
      const wrong = messages.get(key) ?? "";
      if (message.textContent !== wrong) message.textContent = wrong;
      if (wrong === "") input.removeAttribute("aria-invalid");
      else input.setAttribute("aria-invalid", "true");
      if (input.getAttribute("aria-label") !== name) input.setAttribute("aria-label", name);
      input.classList.toggle("changed", now.isChanged);
    },
  };
}

/** What a screen reader calls a field: its row, its column, its unit. */
function nameOf(row: FieldRow, index: number, language: Language): string {
  const field = row.fields[index]!;
  const title = row.label;
  if (field.isName) return [field.label, title].filter(Boolean).join(" ");
  const column = valuesOf(row).length > 1 || aboveOf(field) !== "" ? cellLabel(row, index, language) : unitOf(field);
  return [title, column].filter(Boolean).join(", ");
}

/** What stands above a field among several: its column, its number where it has none, and its unit. */
function cellLabel(row: FieldRow, index: number, language: Language): string {
  const field = row.fields[index]!;
  const values = valuesOf(row);
  const label =
    aboveOf(field) || (values.length > 1 ? scenarioTexts(language).nth(values.indexOf(field) + 1, values.length) : "");
  // A heading with a comma says its own unit.
  return [label, label.includes(",") ? "" : unitOf(field)].filter(Boolean).join(", ");
}

function valuesOf({ fields }: FieldRow): readonly Field[] {
  return fields.filter(({ isName }) => !isName);
}

/** What stands above its column; a year among amounts is none of them. */
function aboveOf({ kind, label }: Field): string {
  return kind === "year" ? "" : label;
}

/** Percentages are typed as such, whatever the row is in. */
function unitOf({ kind, unit }: Field): string {
  return kind === "percent" ? "%" : kind === "year" ? "" : unit;
}

function setSource(at: HTMLElement, source: string, word: string): void {
  if (at.dataset["source"] === source) return;
  at.dataset["source"] = source;
  at.replaceChildren(...(source === "" ? [] : [unseen(`${word}: `), source]));
}
