/*
 * One thing that is done with the whole workbook: what it is, its button, how far it has come with a way to stop it,
 * and what came of it. That is kept as data, and told again where the language changes.
 */
import type { Notice } from "../../commands/messages";
import { commandTexts } from "../../i18n/commands";
import type { Language } from "../../i18n/language";
import { checkViewTexts } from "../../i18n/pane-check";
import type { LongWork } from "../../workbook/wholeWorkbook";
import { button } from "../controls";
import { element, keepingPlace } from "../dom";

export interface Words {
  /** Undefined where the view is about nothing else. */
  readonly title?: string;
  readonly about: string;
  readonly label: string;
  /** While it is under way. */
  readonly busy: string;
}

interface Options<Outcome> {
  /** The id of its button. */
  readonly id: string;
  readonly isMain?: boolean;
  readonly words: (language: Language) => Words;
  readonly work: (work: LongWork, language: Language) => Promise<Outcome>;
  readonly notice: (outcome: Outcome, language: Language) => Notice;
  /** Of what there is below, what is read out too. */
  readonly remarks?: (outcome: Outcome, language: Language) => readonly string[];
  /** What there is to see of it, below the notice. */
  readonly below: (outcome: Outcome, language: Language) => readonly Node[];
  /** What follows from it, with what there is to say of that. */
  readonly after?: (outcome: Outcome) => Promise<string | undefined>;
  readonly announce: (text: string) => void;
}

/** What is shown of it, in the language of the moment. */
interface Parts {
  readonly section: HTMLElement;
  readonly button: HTMLElement;
  readonly stop: HTMLElement;
  readonly progress: HTMLElement;
  readonly bar: HTMLProgressElement;
  readonly percent: HTMLElement;
  readonly said: HTMLElement;
  readonly below: HTMLElement;
}

/** What is done sooner shows no progress, which would only flash; and it is not read out more often. */
const milliseconds = { beforeProgress: 400, betweenAnnouncements: 5000 };

export class Job<Outcome extends object> {
  private outcome: Outcome | undefined;
  private defect: string | undefined;
  private running: AbortController | undefined;
  private isLong = false;
  private part: number | undefined;
  private language: Language = "sv";
  private parts: Parts | undefined;

  constructor(private readonly options: Options<Outcome>) {}

  render(language: Language): HTMLElement {
    this.language = language;
    this.parts = this.build();
    this.show();
    this.showProgress();
    return this.parts.section;
  }

  /** Does it, unless it is under way already; to the end, and what follows from it. */
  async start(): Promise<void> {
    if (this.running) return;
    this.options.announce(this.options.words(this.language).busy);
    const said = await this.perform();
    if (said === undefined) return;
    const follows = this.outcome && this.defect === undefined ? await this.options.after?.(this.outcome) : undefined;
    this.options.announce(follows === undefined ? said : `${said} ${follows}`);
  }

  /** Does it anew, whatever is under way; returns what there is to say, unless it has been begun again meanwhile. */
  async perform(): Promise<string | undefined> {
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    this.part = undefined;
    this.showProgress();
    const waiting = setTimeout(() => {
      this.isLong = true;
      this.showProgress();
    }, milliseconds.beforeProgress);
    const ended = await this.attempt(running.signal);
    clearTimeout(waiting);
    if (this.running !== running) return undefined;
    this.running = undefined;
    this.isLong = false;
    this.showProgress();
    return this.end(ended);
  }

  /** Takes away what came of it. */
  clear(): void {
    this.outcome = this.defect = undefined;
    this.show();
  }

  /** Brings it into sight, with the keyboard on its button. */
  focus(): void {
    this.parts?.button.focus();
  }

  reveal(): void {
    this.parts?.section.scrollIntoView({ block: "nearest" });
  }

  private async attempt(signal: AbortSignal): Promise<{ outcome: Outcome } | { defect: string }> {
    const { announce, work, words } = this.options;
    let last = performance.now();
    const progress = (done: number, total: number) => {
      this.part = done / Math.max(1, total);
      this.showProgress();
      if (performance.now() - last < milliseconds.betweenAnnouncements) return;
      last = performance.now();
      announce(`${words(this.language).busy} ${percentOf(this.part)}`);
    };
    try {
      return { outcome: await work({ progress, signal }, this.language) };
    } catch (error) {
      console.error(error);
      return { defect: error instanceof Error ? error.message : String(error) };
    }
  }

  private end(ended: { outcome: Outcome } | { defect: string }): string {
    this.defect = "defect" in ended ? ended.defect : undefined;
    if ("outcome" in ended) this.outcome = ended.outcome;
    this.show();
    const remarks = this.outcome && this.options.remarks?.(this.outcome, this.language);
    return [this.notice()!.text, ...(remarks ?? [])].join(" ");
  }

  private notice(): Notice | undefined {
    const { outcome, defect, language } = this;
    if (defect !== undefined) return { kind: "problem", text: commandTexts(language).broken(defect) };
    return outcome && this.options.notice(outcome, language);
  }

  private build(): Parts {
    const { id, isMain } = this.options;
    const { title, about, label } = this.options.words(this.language);
    const heading = title === undefined ? undefined : element("h3", { id: `${id}-title` }, title);
    const parts = {
      button: button({ id, ...(isMain && { appearance: "primary" }) }, label, () => void this.start()),
      stop: button({ id: `${id}-stop` }, checkViewTexts(this.language).stop, () => this.stop()),
      bar: element("progress", { max: "1", "aria-labelledby": `${id}-progress` }),
      percent: element("span", { id: `${id}-progress` }),
      said: element("p", { class: "said" }),
      below: element("div", { class: "below" }),
    };
    const progress = element("div", { class: "progress" }, parts.percent, parts.bar);
    const section = element(
      "section",
      { class: "job", "aria-labelledby": heading?.id },
      heading,
      element("p", { class: "hint" }, about),
      element("div", { class: "buttons" }, parts.button, parts.stop),
      progress,
      parts.said,
      parts.below,
    );
    return { ...parts, progress, section };
  }

  private show(): void {
    if (!this.parts) return;
    const { said, below, button: pressed } = this.parts;
    const notice = this.notice();
    pressed.textContent = this.options.words(this.language).label;
    said.textContent = notice?.text ?? "";
    said.dataset["kind"] = notice?.kind ?? "hint";
    const held = below.contains(document.activeElement);
    const seen = this.outcome ? this.options.below(this.outcome, this.language) : [];
    keepingPlace(() => below.replaceChildren(...seen));
    // What had the keyboard is there no more.
    if (held && !below.contains(document.activeElement)) pressed.focus();
  }

  private showProgress(): void {
    if (!this.parts) return;
    const { button: pressed, stop, progress, bar, percent, said } = this.parts;
    const { busy } = this.options.words(this.language);
    if (this.running) pressed.setAttribute("aria-busy", "true");
    else pressed.removeAttribute("aria-busy");
    if (document.activeElement === stop && !this.isLong) pressed.focus();
    progress.hidden = stop.hidden = !this.isLong;
    said.hidden = this.isLong;
    percent.textContent = this.part === undefined ? busy : `${busy} ${percentOf(this.part)}`;
    if (this.part === undefined) bar.removeAttribute("value");
    else bar.value = this.part;
  }

  private stop(): void {
    this.running?.abort();
  }
}

/** The percent sign after a space that does not break, as in Swedish. */
function percentOf(part: number): string {
  return `${Math.floor(100 * part)}\u00a0%`;
}
