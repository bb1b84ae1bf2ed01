/*
 * A scenario as a form: its inputs, and what they come to while they are typed. All that is computed is a draft's.
 */
import { insertDraft } from "../../actions/insertDraft";
import { selectedMembers } from "../../actions/selectedMembers";
import { currentUnit } from "../../i18n/amountUnit";
import { outcomeNotice } from "../../i18n/commands";
import type { Language } from "../../i18n/language";
import { scenarioTexts, selectionText } from "../../i18n/pane-scenarios";
import { aboutTexts, type ScenarioId } from "../../i18n/scenarios/about";
import { scenarioOf } from "../../scenarios/all";
import {
  addMember,
  choicesOf,
  inLanguage,
  inUnit,
  openDraft,
  removeMember,
  withChoices,
  withMembers,
  withValue,
  type Draft,
} from "../../scenarios/draft";
import { draftFigures } from "../../scenarios/draftFigures";
import { memberKey } from "../../scenarios/inputs";
import type { Choices } from "../../scenarios/scenario";
import { readTyped } from "../../scenarios/typed";
import { createAction, type Action, type Said } from "../action";
import { button } from "../controls";
import { element } from "../dom";
import { painted } from "../painted";
import type { Pane } from "../view";
import { createChart } from "./chart";
import { createFields, fieldId, type Fields, type FieldsEvents } from "./fields";
import { createFigures } from "./figures";
import { createSaidLine } from "./said";
import { createShape, type Shape } from "./shape";
import { createSpeaker } from "./speaker";

export { formHead } from "./head";

/** What is on the page of it, in the language that it is shown in. */
interface Parts {
  readonly figures: ReturnType<typeof createFigures>;
  readonly chart: ReturnType<typeof createChart>;
  readonly said: ReturnType<typeof createSaidLine>;
  readonly speaker: ReturnType<typeof createSpeaker>;
  readonly insert: Action;
  readonly shape: Shape;
  readonly fields: Fields;
}

export class ScenarioForm {
  private draft: Draft;
  private parts: Parts | undefined;
  private readonly openGroups = new Map<string, boolean>();
  private readonly takesMembers: boolean;

  constructor(
    private readonly id: ScenarioId,
    language: Language,
    private readonly pane: Pane,
  ) {
    this.draft = openDraft(id, language, undefined, currentUnit());
    this.takesMembers = scenarioOf(id).takesMembers;
  }

  /** Whether it holds anything of the user's own. */
  get isBegun(): boolean {
    const { values, choices, hasOwnMembers } = this.draft;
    return values.size > 0 || hasOwnMembers || Object.keys(choices).length > 0;
  }

  /** Puts the form below its head. */
  render(language: Language, head: HTMLElement): void {
    this.draft = inUnit(inLanguage(this.draft, language), currentUnit());
    const texts = scenarioTexts(language);
    const parts: Parts = {
      figures: createFigures(language, (key) => this.goTo(key)),
      chart: createChart(language),
      said: createSaidLine(),
      speaker: createSpeaker(language, this.pane.announce),
      insert: createAction(
        { id: "insert-sheet", appearance: "primary" },
        { label: texts.insert, busy: texts.inserting, language },
        () => this.insert(),
      ),
      shape: createShape(language, choicesOf(this.draft), (choice) => this.choose(choice)),
      fields: createFields(language, this.openGroups, this.events),
    };
    this.parts = parts;
    this.update();
    const { figures, chart, shape, fields } = parts;
    head.append(figures.element, chart.element, shape.element, fields.element, this.insertBar(parts));
  }

  /** What is selected when the form is opened is meant, where it is two columns of names and numbers. */
  async fillFromSelection(): Promise<void> {
    if (!this.takesMembers || this.isBegun) return;
    const workbook = await this.pane.findWorkbook();
    const read = workbook && (await selectedMembers(workbook));
    if (read?.kind !== "members" || this.isBegun) return;
    this.replace(withMembers(this.draft, read.members), selectionText(read, this.draft.language));
  }

  private insertBar({ insert, said }: Parts): HTMLElement {
    const { language } = this.draft;
    const texts = scenarioTexts(language);
    const example = button({ id: "back-to-example" }, texts.backToExample, () =>
      this.replace(openDraft(this.id, language, undefined, this.draft.unit), texts.isExample),
    );
    return element(
      "div",
      { class: "insert-bar" },
      element("div", { class: "buttons" }, insert.button, example),
      insert.outcome,
      said.element,
    );
  }

  private readonly events: FieldsEvents = {
    typed: (key, text, kind) => {
      this.draft = withValue(this.draft, key, readTyped(text, kind, this.draft.language));
      this.parts!.insert.clear();
      this.update();
    },
    added: () => {
      const next = addMember(this.draft);
      this.replace(next, scenarioTexts(next.language).added, next.members.length - 1);
    },
    removed: (member, name) => {
      const at = this.draft.members.findIndex(({ id }) => id === member);
      const next = removeMember(this.draft, member);
      this.replace(next, scenarioTexts(next.language).removed(name), Math.min(at, next.members.length - 1));
    },
    selectionAsked: () => void this.useSelection(),
  };

  private choose(choice: Choices): void {
    const texts = scenarioTexts(this.draft.language).chosen;
    const { years, unions, withoutRegion } = choice;
    const said = [
      years === undefined ? "" : texts.years(years),
      unions === undefined ? "" : texts.unions(unions),
      withoutRegion === undefined ? "" : texts.withoutRegion(withoutRegion),
    ];
    this.replace(withChoices(this.draft, choice), said.join(""));
  }

  /** Shows the draft as it is now: its figures and its chart follow each key. */
  private update(): void {
    const { shape, fields, figures, chart, speaker } = this.parts!;
    const computed = draftFigures(this.draft);
    shape.update(choicesOf(this.draft));
    fields.update(this.draft, computed.problems);
    figures.update(computed);
    chart.update(computed.chart);
    speaker.update(computed);
  }

  /** Another draft in place of this one, which can be had back; the keyboard goes to a member's name, or stays. */
  private replace(next: Draft, text: string, member?: number): void {
    const before = this.draft;
    this.show(next);
    this.offerBack(before, text, "undo");
    if (member !== undefined) document.getElementById(nameFieldOf(next, member))?.focus();
  }

  /** What was typed after a draft was replaced is not lost when that is undone: it can be done again. */
  private offerBack(before: Draft, text: string, way: "undo" | "redo"): void {
    const go = () => {
      const { draft } = this;
      const { undone, redone } = scenarioTexts(draft.language);
      this.show(inUnit(inLanguage(before, draft.language), draft.unit));
      this.offerBack(draft, way === "undo" ? undone : redone, way === "undo" ? "redo" : "undo");
      // The button that was pressed is gone, and another in its place.
      document.getElementById("undo")?.focus();
    };
    this.parts!.said.say(text, { label: scenarioTexts(this.draft.language)[way], go });
  }

  private show(draft: Draft): void {
    this.draft = draft;
    this.parts!.insert.clear();
    this.parts!.shape.update(choicesOf(draft));
    this.parts!.fields.update(draft, []);
    // The formulas are read anew where there are other members; the fields are there before that.
    void painted().then(() => this.update());
  }

  private async useSelection(): Promise<void> {
    const workbook = await this.pane.findWorkbook();
    const read = workbook ? await selectedMembers(workbook) : ({ kind: "noWorkbook" } as const);
    const text = selectionText(read, this.draft.language);
    if (read.kind === "members") this.replace(withMembers(this.draft, read.members), text);
    else this.parts!.said.say(text);
  }

  private async insert(): Promise<Said> {
    const outcome = await insertDraft(this.draft, this.pane.findWorkbook);
    if (outcome.kind === "wrongInputs" && outcome.problem.key !== undefined) this.goTo(outcome.problem.key);
    const { language } = this.draft;
    return outcomeNotice(outcome, aboutTexts(language)[this.id].title, language);
  }

  private goTo(key: string): void {
    this.parts!.fields.reveal(key);
    document.getElementById(fieldId(key))?.focus();
  }
}

function nameFieldOf({ opened, members }: Draft, index: number): string {
  return fieldId(memberKey(opened.plan.members!.name, members[index]!.id));
}
