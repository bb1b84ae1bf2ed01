/*
 * Building elements without a framework: the pane is small, and a policy without eval and inline script suits
 * plain DOM calls. Text is always set as text, never as markup.
 */
type Attributes = Readonly<Record<string, string | boolean | undefined>>;
type Child = Node | string | undefined;

export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes,
  ...children: Child[]
): HTMLElementTagNameMap[Tag];
export function element(tag: string, attributes: Attributes, ...children: Child[]): HTMLElement;
export function element(tag: string, attributes: Attributes, ...children: Child[]): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(name, "");
    else if (typeof value === "string") made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** For readers of the screen alone. */
export function unseen(text: string): HTMLElement {
  return element("span", { class: "unseen" }, text);
}

/**
 * Lets `rebuild` replace what is on the page, and its user keep her place: the keyboard stays on the element of the
 * same id, with the same part of its text selected, and what was unfolded is so again.
 */
export function keepingPlace(rebuild: () => void): void {
  const before = document.activeElement;
  const { id } = before ?? { id: "" };
  const selected = before instanceof HTMLInputElement ? ([before.selectionStart, before.selectionEnd] as const) : [];
  const unfolded = [...document.querySelectorAll<HTMLDetailsElement>("details[open]")].map((details) => details.id);
  rebuild();
  for (const each of unfolded) document.getElementById(each)?.setAttribute("open", "");
  if (id === "" || document.activeElement?.id === id) return;
  const after = document.getElementById(id);
  after?.focus({ preventScroll: true });
  const [start, end] = selected;
  if (after instanceof HTMLInputElement && typeof start === "number") after.setSelectionRange(start, end ?? start);
}
