/*
 * The functions as a list, and the search that shortens it as the user types.
 */
import type { CatalogueFunction } from "../../i18n/catalogue";
import type { Language } from "../../i18n/language";
import { functionTexts } from "../../i18n/pane-functions";
import { button, plainButton } from "../controls";
import { element } from "../dom";

interface ListEvents {
  /** The functions that a query finds. */
  readonly search: (query: string) => readonly CatalogueFunction[];
  readonly open: (id: string) => void;
}

/** `query` is what the search begins with, `typed` is called with what it becomes. */
export function functionList(query: string, language: Language, { search, open }: ListEvents): HTMLElement {
  const texts = functionTexts(language);
  const input = element("input", {
    type: "search",
    id: "search",
    "aria-label": texts.search,
    placeholder: texts.searchHint,
    autocomplete: "off",
    spellcheck: "false",
  });
  const status = element("p", { class: "hint", role: "status" });
  const found = element("ul", { class: "list" });
  const clear = button({ id: "clear-search" }, texts.clear, () => {
    input.value = "";
    show();
    input.focus();
  });

  function show(): void {
    const functions = search(input.value);
    const isNothing = functions.length === 0;
    status.textContent = isNothing ? texts.nothingFound(input.value.trim()) : texts.found(functions.length);
    clear.hidden = !isNothing;
    found.replaceChildren(...functions.map(itemOf));
  }

  function itemOf({ id, description }: CatalogueFunction): HTMLElement {
    const described = `function-${id}-about`;
    const attributes = { id: `function-${id}`, class: "opens", "aria-describedby": described };
    return element(
      "li",
      {},
      element(
        "h3",
        {},
        plainButton(attributes, [id], () => open(id)),
      ),
      element("p", { id: described }, description),
    );
  }

  input.value = query;
  input.addEventListener("input", show);
  show();
  return element(
    "div",
    { class: "content" },
    element("h2", { class: "unseen" }, texts.functions),
    element("div", { class: "search", role: "search" }, input, status, clear),
    found,
  );
}
