/*
 * What a user chooses of the sheet's shape, above the fields that are laid out for it: how many years or unions, and
 * whether a region takes part.
 */
import type { Language } from "../../i18n/language";
import { draftTexts } from "../../i18n/scenarios/draft";
import { choiceLimits, type Choices } from "../../scenarios/scenario";
import { element } from "../dom";

type CountKey = keyof typeof choiceLimits;

export interface Shape {
  readonly element: HTMLElement;
  update(choices: Choices): void;
}

/** `choices` are those that the scenario has; `chosen` gets what was chosen, and only what can be. */
export function createShape(language: Language, choices: Choices, chosen: (choice: Choices) => void): Shape {
  const counts = (Object.keys(choiceLimits) as CountKey[]).filter((key) => choices[key] !== undefined);
  const views = [
    ...counts.map((key) => countRow(key, language, chosen)),
    ...(choices.withoutRegion === undefined ? [] : [regionRow(language, chosen)]),
  ];
  const made = element(
    "div",
    { class: "shape", role: "group", "aria-label": draftTexts(language).shape },
    ...views.map((view) => view.element),
  );
  made.hidden = views.length === 0;
  return {
    element: made,
    update: (now) => {
      for (const view of views) view.update(now);
    },
  };
}

function countRow(key: CountKey, language: Language, chosen: (choice: Choices) => void): Shape {
  const texts = draftTexts(language);
  const { least, most } = choiceLimits[key];
  const id = `shape-${key}`;
  const message = element("p", { class: "message", id: `${id}-message` });
  const input = element("input", {
    id,
    type: "number",
    class: "number",
    min: String(least),
    max: String(most),
    step: "1",
    "aria-describedby": message.id,
  });
  input.addEventListener("input", () => {
    const count = input.valueAsNumber;
    const isWithin = Number.isInteger(count) && count >= least && count <= most;
    say(isWithin ? "" : texts.outside(texts.choices[key], least, most));
    if (isWithin) chosen({ [key]: count });
  });

  function say(wrong: string): void {
    message.textContent = wrong;
    if (wrong === "") input.removeAttribute("aria-invalid");
    else input.setAttribute("aria-invalid", "true");
  }

  return {
    element: element(
      "div",
      { class: "row inline" },
      element("label", { class: "row-label", for: id }, texts.choices[key]),
      element("div", { class: "value" }, input),
      message,
    ),
    update: (now) => {
      if (input.valueAsNumber === now[key]) return;
      // What is being typed is not yet what is chosen.
      if (message.textContent !== "" && document.activeElement === input) return;
      input.value = String(now[key]);
      say("");
    },
  };
}

function regionRow(language: Language, chosen: (choice: Choices) => void): Shape {
  const input = element("input", { id: "shape-withoutRegion", type: "checkbox" });
  input.addEventListener("change", () => chosen({ withoutRegion: input.checked }));
  return {
    element: element("label", { class: "choice" }, input, draftTexts(language).choices.withoutRegion),
    update: ({ withoutRegion = false }) => {
      input.checked = withoutRegion;
    },
  };
}
