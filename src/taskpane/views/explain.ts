/*
 * Explain: how the selected cell comes to its value. Follows the selection; but a cell that the pane itself has gone
 * to, to show an argument, leaves the explanation as it is until the user asks for more.
 */
import { explain, type ExplainOutcome } from "../../actions/explain";
import { asPlainText } from "../../i18n/explain/asText";
import { cellOf, type Target } from "../../i18n/explain/values";
import { explanationText, type ExplanationText } from "../../i18n/explain";
import type { Language } from "../../i18n/language";
import { explainViewTexts } from "../../i18n/pane-explain";
import { createAction, type Said } from "../action";
import { button, plainButton } from "../controls";
import { element, keepingPlace } from "../dom";
import { copyText } from "../explain/copy";
import { explanationHead, callSections } from "../explain/explanation";
import { Following } from "../explain/following";
import { rowsOfStep } from "../explain/steps";
import { goTo, isFirstOf, sayOf, Visits, type Went } from "../explain/visits";
import { icon } from "../icons";
import type { Pane, View } from "../view";

/** What takes longer is said to be under way. */
const soon = 400;

export function explainView(pane: Pane): View {
  const { findWorkbook, announce } = pane;
  const host = element("div", { class: "content explanation" });
  const busy = element("p", { class: "hint" });
  const visits = new Visits({ ...pane, explain: explainVisited, changed: () => show() });
  /** Long tables that the user has opened, by their ids. */
  const opened = new Set<string>();
  /** The cells whose explanations led to this one, the last of them last. */
  let behind: Target[] = [];
  /** The one of them that the pane is going back to, or could not go back to, with why. */
  let returning: { readonly to: Target; went?: Went } | undefined;
  let language: Language = "sv";
  let outcome: ExplainOutcome | undefined;
  /** What the page shows, so that what is the same is left alone. */
  let seen = "";

  const following = new Following<ExplainOutcome>({ findWorkbook, work: explainSelected, found });

  async function explainSelected(): Promise<ExplainOutcome> {
    const waiting = setTimeout(() => (busy.textContent = explainViewTexts(language).reading), soon);
    try {
      return await explain({ language, findWorkbook });
    } catch (error) {
      console.error(error);
      return { kind: "refused", reason: "other", message: error instanceof Error ? error.message : String(error) };
    } finally {
      clearTimeout(waiting);
      busy.textContent = "";
    }
  }

  function found(next: ExplainOutcome, isAskedFor: boolean): void {
    const place = placeOf(next);
    if (!isAskedFor && visits.isAt(place)) return;
    visits.end();
    const before = placeOf(outcome);
    const isElsewhere = JSON.stringify(place) !== JSON.stringify(before);
    const isReturn = returning !== undefined && isFirstOf(returning.to, place);
    if (!isAskedFor && !isReturn && next.kind === "explained" && isElsewhere) behind = [];
    returning = undefined;
    outcome = next;
    if (isElsewhere) opened.clear();
    const isNews = show();
    if (isElsewhere && host.parentElement) host.parentElement.scrollTop = 0;
    if (isNews || isAskedFor) announce(summaryOf(explanationText(next, language)));
  }

  /** Whether the page has changed with it. */
  function show(): boolean {
    const text = outcome && explanationText(outcome, language);
    const now = JSON.stringify([text, language, behind, returning, visits.state(language), [...opened]]);
    if (now === seen) return false;
    seen = now;
    keepingPlace(() => host.replaceChildren(...content(text)));
    return true;
  }

  function content(text: ExplanationText | undefined): Node[] {
    const texts = explainViewTexts(language);
    const title = element("h2", { class: "unseen" }, texts.explain);
    if (!text) return [title, busy];
    const around = { language, visits, home: text.cell, opened, changed: () => void show() };
    const last = behind[behind.length - 1];
    return [
      ...(last ? [backButton(last)] : []),
      ...(returning?.went ? [element("p", { class: "message" }, sayOf(returning.to, returning.went, language))] : []),
      ...explanationHead(text, around),
      busy,
      actions(text),
      ...callSections(text, around),
    ];
  }

  function backButton(to: Target): HTMLElement {
    const label = explainViewTexts(language).backTo(to.address);
    return plainButton({ class: "back", id: "back-to-explained" }, [icon("back"), label], () => void goBack(to));
  }

  function actions(text: ExplanationText): HTMLElement {
    const texts = explainViewTexts(language);
    const visited = visits.cell;
    const again = button({ id: "explain-again" }, visited ? texts.explainCell(visited.address) : texts.again, () =>
      visited ? explainVisited() : void following.ask(),
    );
    if (text.formula === undefined) return element("div", { class: "buttons" }, again);
    const toCopy = element("div", { class: "to-copy-here" });
    const copy = createAction({ id: "copy-explanation" }, { label: texts.copy, busy: texts.copying, language }, () =>
      copied(asPlainText(text, { language, isWhole: (step) => opened.has(rowsOfStep(step)) }), toCopy),
    );
    return element(
      "div",
      { class: "outcome" },
      element("div", { class: "buttons" }, again, copy.button),
      copy.outcome,
      toCopy,
    );
  }

  async function copied(text: string, place: HTMLElement): Promise<Said> {
    const texts = explainViewTexts(language);
    const isCopied = await copyText(text, texts.textToCopy, place);
    return isCopied ? { kind: "done", text: texts.copied } : { kind: "hint", text: texts.copyYourself };
  }

  /** The cell that the pane has gone to, in place of the one that led there. */
  function explainVisited(): void {
    const place = placeOf(outcome);
    if (place) behind.push(cellOf(place, place));
    visits.end();
    document.getElementById("explain-title")?.focus();
    void following.ask();
  }

  async function goBack(to: Target): Promise<void> {
    behind.pop();
    visits.end();
    const going = { to };
    returning = going;
    const went = await goTo(to, pane);
    if (went.kind !== "shown") {
      // Something else has been selected meanwhile.
      if (returning !== going) return;
      returning = { to, went };
      show();
      announce(sayOf(to, went, language));
    } else if (!isFirstOf(to, placeOf(outcome))) await following.ask();
    document.getElementById("explain-title")?.focus();
  }

  return {
    render: (chosen) => {
      language = chosen;
      show();
      return host;
    },
    setShown: (isShown) => void following.follow(isShown),
  };
}

function placeOf(outcome: ExplainOutcome | undefined) {
  return outcome && "place" in outcome ? outcome.place : undefined;
}

/** What is read out when another explanation is shown. */
function summaryOf({ cell, subject, shown, answer, notes }: ExplanationText): string {
  const title = [cell?.address, subject].filter((part) => part !== undefined).join(", ");
  const head = shown === undefined ? title : `${title}: ${shown}`;
  return [head === "" ? "" : `${head}.`, answer?.text, ...notes.map(({ text }) => text)]
    .filter((part) => part)
    .join(" ");
}
