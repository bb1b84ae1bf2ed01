/*
 * Lists of places in the workbook, each with a heading: a sentence about a place is a button that goes there. The
 * keyboard stays in the list, where the place that was gone to last is marked.
 */
import type { Where } from "../../actions/check/finding";
import { checkTexts, placeText } from "../../i18n/check";
import type { Language } from "../../i18n/language";
import { checkViewTexts, notShownText } from "../../i18n/pane-check";
import { plainButton } from "../controls";
import { element } from "../dom";
import type { Pane } from "../view";

export interface Group {
  /** Tells it from other lists, and what is in it from the same in them. */
  readonly id: string;
  readonly title: string;
  /** The heading's, below those of what it is a part of. */
  readonly level: "h3" | "h4";
  /** What to do about all of it, where that is one thing. */
  readonly todo: string;
  /** A text begins with its place. */
  readonly items: readonly { readonly at: Where; readonly text: string }[];
  /** How many more there are than are listed. */
  readonly more: number;
  /** What does it. */
  readonly action?: HTMLElement;
}

type NotShown = Parameters<typeof notShownText>[0];

/** A list is read from its beginning; the rest of a long one is asked for. */
const mostAtOnce = 10;

export class Places {
  private current: string | undefined;
  /** Why the current one could not be shown. */
  private refusal: NotShown | undefined;
  private readonly opened = new Set<string>();

  constructor(private readonly pane: Pane) {}

  render(group: Group, language: Language): HTMLElement {
    const { id, title, level, todo, items, more, action } = group;
    const heading = element(level, { id: `${id}-title` }, `${title}\u00a0(${items.length + more})`);
    const list = element("ul", { class: "places" });
    const rest = element("div", { class: "rest" });
    this.fill(group, list, rest, language);
    return element(
      "div",
      { class: "group-of-places", role: "group", "aria-labelledby": heading.id },
      heading,
      todo === "" ? undefined : element("p", { class: "hint" }, todo),
      action,
      list,
      rest,
    );
  }

  private fill(group: Group, list: HTMLElement, rest: HTMLElement, language: Language): void {
    const { id, items, more } = group;
    const shown = this.opened.has(id) ? items.length : Math.min(items.length, mostAtOnce);
    const ids = idsOf(group);
    list.replaceChildren(...items.slice(0, shown).map((item, index) => this.itemOf(item, ids[index]!, language)));
    if (shown < items.length) {
      const label = checkViewTexts(language).showMore(items.length - shown);
      rest.replaceChildren(
        plainButton({ class: "link", id: `${id}-more` }, [label], () => {
          this.opened.add(id);
          this.fill(group, list, rest, language);
          document.getElementById(ids[shown]!)!.focus();
        }),
      );
    } else {
      rest.replaceChildren(...(more > 0 ? [element("p", { class: "hint" }, checkTexts(language).more(more))] : []));
    }
  }

  private itemOf({ at, text }: Group["items"][number], id: string, language: Language): HTMLElement {
    const place = placeText(at);
    const isCurrent = id === this.current;
    const content = [element("strong", {}, place), text.slice(place.length)];
    const message = element("p", { class: "message" });
    if (isCurrent && this.refusal) message.textContent = notShownText(this.refusal, at.sheet, language);
    const attributes = { id, class: "place", "aria-current": isCurrent ? "true" : undefined };
    const pressed = plainButton(attributes, content, () => void this.goTo(at, pressed, message, language));
    return element("li", {}, pressed, message);
  }

  private async goTo(at: Where, pressed: HTMLElement, message: HTMLElement, language: Language): Promise<void> {
    this.mark(pressed);
    const workbook = await this.pane.findWorkbook();
    const outcome = workbook ? await workbook.goTo(at.sheet, at.zone) : ({ kind: "noWorkbook" } as const);
    // Another has been chosen meanwhile.
    if (this.current !== pressed.id) return;
    this.refusal = outcome.kind === "shown" ? undefined : outcome;
    const said = this.refusal ? notShownText(this.refusal, at.sheet, language) : "";
    message.textContent = said;
    this.pane.announce(said || checkViewTexts(language).shown(placeText(at)));
  }

  private mark(pressed: HTMLElement): void {
    const last = this.current === undefined ? null : document.getElementById(this.current);
    last?.removeAttribute("aria-current");
    if (this.refusal) last?.parentElement?.querySelector(".message")?.replaceChildren();
    this.current = pressed.id;
    this.refusal = undefined;
    pressed.setAttribute("aria-current", "true");
  }
}

/** By the place, so that the keyboard stays there when the list is made anew. */
function idsOf({ id, items }: Group): string[] {
  const seen = new Map<string, number>();
  return items.map(({ at }) => {
    const place = `${id}-${encodeURIComponent(placeText(at))}`;
    const times = seen.get(place) ?? 0;
    seen.set(place, times + 1);
    return times === 0 ? place : `${place}-${times}`;
  });
}
