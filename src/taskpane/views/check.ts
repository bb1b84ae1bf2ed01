/*
 * The workbook as a whole: checked, with a list of what was found; repaired; and copied for those without the add-in.
 */
import { checkWorkbook, mostListed, type CheckOutcome } from "../../actions/check";
import { copyInWorker } from "../../actions/copyInWorker";
import { repair, type RepairOutcome } from "../../actions/repair";
import { sendCopy, type Freeze, type SendOutcome } from "../../actions/sendCopy";
import { checkNotice, checkTexts, findingText, reservations } from "../../i18n/check";
import type { Language } from "../../i18n/language";
import { checkViewTexts, clockTime } from "../../i18n/pane-check";
import { failuresOf, repairNotice, repairTexts, unsearched } from "../../i18n/repair";
import { sendCopyNotice, sendCopyTexts, warningSentences } from "../../i18n/sendCopy";
import { Job, type Words } from "../check/job";
import { Places } from "../check/places";
import { button } from "../controls";
import { element } from "../dom";
import type { Pane, View } from "../view";

interface Means {
  readonly freeze?: Freeze;
  readonly now?: () => Date;
}

export function checkView(pane: Pane, { freeze = copyInWorker, now = () => new Date() }: Means = {}): View {
  const { findWorkbook, announce } = pane;
  const places = new Places(pane);
  /** The last list there was, which a check that came to nothing does not take away. */
  let list: List | undefined;
  /** Cells of which the user has agreed that the copy shows #NAME? in them. */
  let agreement: string | undefined;

  const check = new Job<CheckOutcome>({
    id: "check-workbook",
    isMain: true,
    words: (language) => checkWords(language, list !== undefined),
    work: async (work) => {
      const outcome = await checkWorkbook({ findWorkbook, ...work });
      if (outcome.kind === "checked") list = { checked: outcome, at: now() };
      return outcome;
    },
    notice: checkNotice,
    remarks: reservations,
    below: (_, language) => (list ? listNodes(list, places, { language, repair: repairNow }) : []),
    announce,
  });

  const repairing = new Job<RepairOutcome>({
    id: "repair",
    words: repairWords,
    work: (work) => repair({ findWorkbook, ...work }),
    notice: repairNotice,
    remarks: unsearched,
    below: (outcome, language) => repairNodes(outcome, places, language),
    // What was found may be mended now.
    after: async (outcome) =>
      list && outcome.kind === "repaired" && outcome.repaired > 0 ? check.perform() : undefined,
    announce,
  });

  const copying = new Job<SendOutcome>({
    id: "send-copy",
    words: copyWords,
    work: (work, language) => {
      const agreed = agreement;
      agreement = undefined;
      // The day as the Swedish write it: 2026-11-25.
      const date = new Intl.DateTimeFormat("sv").format(now());
      return sendCopy({ language, date, findWorkbook, freeze, agreement: agreed, ...work });
    },
    notice: sendCopyNotice,
    below: (outcome, language) => copyNodes(outcome, { language, repair: repairFirst, sendAnyway }),
    announce,
  });

  function repairNow(): void {
    repairing.focus();
    void repairing.start();
  }

  function repairFirst(): void {
    copying.clear();
    repairNow();
  }

  function sendAnyway(agreed: string): void {
    agreement = agreed;
    void copying.start();
  }

  const jobs = { check, repair: repairing, sendCopy: copying };
  return {
    render: (language) =>
      element(
        "div",
        { class: "content" },
        element("h2", { class: "unseen" }, checkViewTexts(language).check),
        ...Object.values(jobs).map((job) => job.render(language)),
      ),
    run: (name) => {
      jobs[name].reveal();
      void jobs[name].start();
    },
  };
}

type Checked = Extract<CheckOutcome, { kind: "checked" }>;

interface List {
  readonly checked: Checked;
  readonly at: Date;
}

function checkWords(language: Language, isAgain: boolean): Words {
  const { checkAbout, checkAgain, checkWorkbook: first } = checkViewTexts(language);
  return { about: checkAbout, label: isAgain ? checkAgain : first, busy: checkTexts(language).busy };
}

function repairWords(language: Language): Words {
  const { repair: label, repairAbout } = checkViewTexts(language);
  return { title: label, about: repairAbout, label, busy: repairTexts(language).busy };
}

function copyWords(language: Language): Words {
  const { copy, copyAbout } = checkViewTexts(language);
  return { title: copy, about: copyAbout, label: copy, busy: sendCopyTexts(language).busy };
}

function listNodes(
  { checked, at }: List,
  places: Places,
  { language, repair: repairNow }: { readonly language: Language; readonly repair: () => void },
): Node[] {
  const texts = checkViewTexts(language);
  const { kinds, lookedAt } = checkTexts(language);
  const what = lookedAt(checked.own, checked.sheets);
  const groups = checked.groups.map(({ kind, findings, more }) => {
    const items = findings.map((finding) => ({ at: finding.at, text: findingText(finding, language) }));
    const group = { id: kind, level: "h3", ...kinds[kind], items, more } as const;
    if (kind !== "lost") return group;
    return { ...group, action: button({ id: "repair-lost" }, texts.repair, repairNow) };
  });
  return [
    element("p", { class: "hint" }, `${texts.checkedAt(clockTime(at, language), what)} ${texts.mayBeOld}`),
    ...reservations(checked, language).map(reservation),
    ...groups.map((group) => places.render(group, language)),
  ];
}

function repairNodes(outcome: RepairOutcome, places: Places, language: Language): Node[] {
  if (outcome.kind !== "repaired") return [];
  const { failed: reasons } = repairTexts(language);
  const groups = failuresOf(outcome.failed, language).map(({ reason, items }) => ({
    id: `not-repaired-${reason}`,
    level: "h4" as const,
    ...reasons[reason],
    items: items.slice(0, mostListed),
    more: Math.max(0, items.length - mostListed),
  }));
  return [...unsearched(outcome, language).map(reservation), ...groups.map((group) => places.render(group, language))];
}

function reservation(sentence: string): HTMLElement {
  return element("p", { class: "reservation" }, sentence);
}

interface CopyOffers {
  readonly language: Language;
  readonly repair: () => void;
  readonly sendAnyway: (agreement: string) => void;
}

function copyNodes(outcome: SendOutcome, { language, repair: repairFirst, sendAnyway }: CopyOffers): Node[] {
  if (outcome.kind === "sent") {
    const sentences = warningSentences(outcome, language);
    return sentences.length === 0 ? [] : [element("ul", { class: "warnings" }, ...sentences.map(warningItem))];
  }
  if (outcome.kind !== "nameErrors") return [];
  const texts = checkViewTexts(language);
  return [
    element(
      "div",
      { class: "buttons" },
      button({ id: "repair-first" }, texts.repairFirst, repairFirst),
      button({ id: "send-anyway" }, texts.sendAnyway, () => sendAnyway(outcome.agreement)),
    ),
  ];
}

function warningItem(sentence: string): HTMLElement {
  return element("li", {}, sentence);
}
