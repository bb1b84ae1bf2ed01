/*
 * The field of one argument: a text with a button that takes what is selected; where the argument is one of a few
 * values a list of these, which leads to such a text too.
 */
import type { CatalogueFunction } from "../../i18n/catalogue";
import { localFormula } from "../../i18n/formula";
import { swedishWord } from "../../i18n/choices";
import type { Language } from "../../i18n/language";
import { functionTexts } from "../../i18n/pane-functions";
import { plainButton } from "../controls";
import { element } from "../dom";
import { icon } from "../icons";

type Parameter = CatalogueFunction["parameters"][number];

interface ArgumentEvents {
  readonly typed: (text: string) => void;
  /** The keyboard has left the field, or a value was chosen. */
  readonly left: () => void;
  readonly selectionAsked: () => void;
}

export interface ArgumentField {
  readonly element: HTMLElement;
  /** Puts a text into the field, as if it were typed. */
  fill(text: string): void;
  /** Says what is wrong in it, or nothing. */
  say(message: string): void;
  focus(): void;
}

/** Stands for the choice of something else than the values in the list. */
const expression = "=";

export function createArgumentField(
  parameter: Parameter,
  text: string,
  language: Language,
  events: ArgumentEvents,
): ArgumentField {
  const { name, description, optional } = parameter;
  const texts = functionTexts(language);
  const described = `about-${name}`;
  const message = element("p", { class: "message", id: `message-${name}` });
  const values = valuesOf(parameter, language);
  const input = element("input", {
    type: "text",
    id: `argument-${name}`,
    autocomplete: "off",
    spellcheck: "false",
    "aria-label": values.length > 0 ? texts.expressionFor(name) : name,
    "aria-describedby": `${message.id} ${described}`,
    "aria-required": optional ? undefined : "true",
  });
  const pick = plainButton(
    {
      class: "icon pick",
      id: `pick-${name}`,
      title: texts.useSelection(name),
      "aria-label": texts.useSelection(name),
    },
    [icon("pick")],
    events.selectionAsked,
  );
  const box = element("div", { class: "typed" }, input, pick);
  const list = values.length > 0 ? choiceList(parameter, values, language, `${message.id} ${described}`) : undefined;

  input.value = text;
  input.addEventListener("input", () => {
    say("");
    events.typed(input.value);
  });
  input.addEventListener("change", events.left);
  list?.addEventListener("change", () => {
    const isExpression = list.value === expression;
    box.hidden = !isExpression;
    input.value = isExpression ? "" : list.value;
    say("");
    events.typed(input.value);
    if (isExpression) input.focus();
  });
  showChoice();

  /** The list shows what the text is, where it is one of its values. */
  function showChoice(): void {
    if (!list) return;
    const isValue = input.value === "" || values.some(({ value }) => value === input.value);
    list.value = isValue ? input.value : expression;
    box.hidden = isValue;
  }

  function say(words: string): void {
    if (message.textContent !== words) message.textContent = words;
    for (const control of [input, list]) {
      if (words === "") control?.removeAttribute("aria-invalid");
      else control?.setAttribute("aria-invalid", "true");
    }
  }

  return {
    element: element(
      "div",
      { class: "argument" },
      element(
        "label",
        { for: list?.id ?? input.id },
        element("span", { class: "name" }, name),
        optional ? element("span", { class: "hint" }, texts.optional) : undefined,
      ),
      list,
      box,
      message,
      element("p", { class: "hint", id: described }, description),
    ),
    fill: (filled) => {
      input.value = filled;
      showChoice();
      say("");
      events.typed(filled);
    },
    say,
    focus: () => (list && box.hidden ? list : input).focus(),
  };
}

interface Value {
  /** As it stands in a formula: "state" in quotes, TRUE as the user types it. */
  readonly value: string;
  readonly label: string;
}

function valuesOf({ choices = [], isLogical }: Parameter, language: Language): readonly Value[] {
  if (isLogical)
    return ["TRUE", "FALSE"].map((value) => localFormula(value, language)).map((value) => ({ value, label: value }));
  return choices.map(({ value, description }) => {
    const word = language === "sv" ? (swedishWord[value] ?? value) : value;
    return { value: `"${value}"`, label: `${word} – ${description}` };
  });
}

function choiceList({ name, optional }: Parameter, values: readonly Value[], language: Language, described: string) {
  const texts = functionTexts(language);
  return element(
    "select",
    {
      id: `choice-${name}`,
      "aria-label": name,
      "aria-describedby": described,
      "aria-required": optional ? undefined : "true",
    },
    element("option", { value: "" }, optional ? texts.omitted : texts.choose),
    ...values.map(({ value, label }) => element("option", { value }, label)),
    element("option", { value: expression }, texts.expression),
  );
}
