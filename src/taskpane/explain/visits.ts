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

export type Went = { readonly kind: "shown" } | NotGoneTo;

interface Visit {
  readonly target: Target;
  /** The id of the button that went there. */
  readonly from: string;
  /** Why the cells could not be shown; undefined while nothing is known. */
  outcome?: Went;
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
    return this.visit !== undefined && isFirstOf(this.visit.target, place);
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

  private said(
    { target, from, outcome }: Visit,
    home: Target | undefined,
    language: Language,
  ): HTMLElement | undefined {
    if (!outcome) return undefined;
    const said = sayOf(target, outcome, language);
    if (outcome.kind !== "shown") return element("p", { class: "message" }, said);
    const { backTo, explainCell } = explainViewTexts(language);
    const link = (id: string, label: string, press: () => void) => plainButton({ class: "link", id }, [label], press);
    return element(
      "p",
      { class: "visited" },
      element("span", {}, said),
      home && link("back-to-cell", backTo(home.address), () => void this.goBack(home, from, language)),
      link("explain-visited", explainCell(this.cell!.address), this.options.explain),
    );
  }

  private async goTo(target: Target, from: string, language: Language): Promise<void> {
    const visit: Visit = { target, from };
    // The selection's change may be told before the answer comes.
    this.visit = visit;
    const outcome = await goTo(target, this.options);
    // Another has been chosen meanwhile.
    if (this.visit !== visit) return;
    visit.outcome = outcome;
    this.options.changed();
    this.options.announce(sayOf(target, outcome, language));
  }

  /** The keyboard goes on from the button that went there, where it is also said if the cell cannot be shown. */
  private async goBack(home: Target, from: string, language: Language): Promise<void> {
    const outcome = await goTo(home, this.options);
    this.visit = outcome.kind === "shown" ? undefined : { target: home, from, outcome };
    document.getElementById(from)?.focus();
    this.options.changed();
    if (outcome.kind !== "shown") this.options.announce(sayOf(home, outcome, language));
  }
}

export async function goTo({ sheet, zone }: Target, { findWorkbook }: Pane): Promise<Went> {
  const workbook = await findWorkbook();
  return workbook ? workbook.goTo(sheet, zone) : { kind: "noWorkbook" };
}

/** Whether it is the cell that is active where the target has been gone to. */
export function isFirstOf({ sheet, zone }: Target, place: Place | undefined): boolean {
  return place?.sheet === sheet && place.row === zone.top && place.column === zone.left;
}

export function sayOf(target: Target, outcome: Went, language: Language): string {
  return outcome.kind === "shown"
    ? explainViewTexts(language).isShown(target.address)
    : notGoneToText(outcome, target.sheet, language);
}
