/*
 * Cells that an explanation speaks of: a button goes there, and beside it is the way back to the cell that is
 * explained, which stays on the page meanwhile.
 */
import type { Target } from "../../i18n/explain/values";
import { toAddress, zoneAt } from "../../scenarios/zone";
import type { Language } from "../../i18n/language";
import { explainViewTexts, notGoneToText, type NotGoneTo } from "../../i18n/pane-explain";
import type { Place } from "../../workbook/reading";
import { plainButton } from "../controls";
import { element, unseen } from "../dom";
import type { Pane } from "../view";

interface Options extends Pane {
  /** Explains the cell that has been gone to. */
  readonly explain: () => void;
  /** Called when there is something else to show. */
  readonly changed: () => void;
}

interface Visit {
  readonly target: Target;
  /** The id of the button that went there. */
  readonly from: string;
  /** Why the cells could not be shown; undefined while nothing is known. */
  outcome?: { readonly kind: "shown" } | NotGoneTo;
}

interface Link {
  readonly button: HTMLElement;
  /** What came of it, with the ways on. */
  readonly said: HTMLElement | undefined;
}

export class Visits {
  private visit: Visit | undefined;

  constructor(private readonly options: Options) {}

  /** The cell that is active where the pane has gone. */
  get cell(): { readonly address: string } | undefined {
    if (this.visit?.outcome?.kind !== "shown") return undefined;
    const { top, left } = this.visit.target.zone;
    return { address: toAddress(zoneAt(top, left)) };
  }

  /** What of it can be seen. */
  state(language: Language): unknown {
    const { visit } = this;
    return visit && [visit.from, visit.outcome && sayOf(visit.target, visit.outcome, language)];
  }

  isAt(place: Place | undefined): boolean {
    if (!this.visit || !place) return false;
    const { sheet, zone } = this.visit.target;
    return place.sheet === sheet && place.row === zone.top && place.column === zone.left;
  }

  end(): void {
    this.visit = undefined;
  }

  /** A button that goes to cells; `label` is what it shows, where that is not their address. */
  link(id: string, target: Target, home: Target | undefined, language: Language, label = target.address): Link {
    const { visit } = this;
    const isCurrent = visit?.from === id;
    const attributes = { id, class: "cells-link", "aria-current": isCurrent ? "true" : undefined };
    const content = [unseen(`${explainViewTexts(language).goTo} `), label];
    if (label.replaceAll("$", "") !== target.address) content.push(` (${target.address})`);
    return {
      button: plainButton(attributes, content, () => void this.goTo(target, id, language)),
      said: isCurrent ? this.said(visit, home, language) : undefined,
    };
  }

  private said({ target, outcome }: Visit, home: Target | undefined, language: Language): HTMLElement | undefined {
    if (!outcome) return undefined;
    const said = element("span", {}, sayOf(target, outcome, language));
    if (outcome.kind !== "shown") return element("p", { class: "message" }, said);
    const texts = explainViewTexts(language);
    const back = home && plainButton({ class: "link", id: "back-to-cell" }, [texts.backTo(home.address)], () => void this.goBack(home)); // prettier-ignore
    const on = plainButton({ class: "link", id: "explain-visited" }, [texts.explainCell(this.cell!.address)], this.options.explain); // prettier-ignore
    return element("p", { class: "visited" }, said, back, on);
  }

  private async goTo(target: Target, from: string, language: Language): Promise<void> {
    const visit: Visit = { target, from };
    // The selection's change may be told before the answer comes.
    this.visit = visit;
    const workbook = await this.options.findWorkbook();
    const outcome = workbook ? await workbook.goTo(target.sheet, target.zone) : ({ kind: "noWorkbook" } as const);
    // Another has been chosen meanwhile.
    if (this.visit !== visit) return;
    visit.outcome = outcome;
    this.options.changed();
    this.options.announce(sayOf(target, outcome, language));
  }

  /** The keyboard goes on from the button that went there. */
  private async goBack(home: Target): Promise<void> {
    const { visit } = this;
    const workbook = await this.options.findWorkbook();
    await workbook?.goTo(home.sheet, home.zone);
    this.end();
    if (visit) document.getElementById(visit.from)?.focus();
    this.options.changed();
  }
}

function sayOf(target: Target, outcome: { readonly kind: "shown" } | NotGoneTo, language: Language): string {
  return outcome.kind === "shown"
    ? explainViewTexts(language).isShown(target.address)
    : notGoneToText(outcome, target.sheet, language);
}
