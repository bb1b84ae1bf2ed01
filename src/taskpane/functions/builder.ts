/*
 * Builds a function's formula argument by argument. The formula grows as the fields are filled; a field that is left
 * with something wrong in it says what, and Insert says it of all that are.
 */
import { buildFormula } from "../../actions/builtFormula";
import { insertBuilt, selectedReference } from "../../actions/insertFormula";
import type { CatalogueFunction } from "../../i18n/catalogue";
import type { Language } from "../../i18n/language";
import { argumentProblemText, functionTexts, selectedText } from "../../i18n/pane-functions";
import { createAction, type Said } from "../action";
import { button } from "../controls";
import { element } from "../dom";
import type { Pane } from "../view";
import { createArgumentField, type ArgumentField } from "./argumentField";
import { unfinished } from "./formulaNodes";
import { sayInserted } from "./outcome";
import type { TypedArguments } from "./typedArguments";

export class Builder {
  /** The fields of the arguments. */
  readonly fields = element("div", { class: "arguments" });
  /** The formula, and what inserts it. */
  readonly bar: HTMLElement;
  private readonly formula = element("code", { class: "formula" });
  private readonly action: ReturnType<typeof createAction>;
  private args: readonly ArgumentField[] = [];
  private texts: string[];

  constructor(
    private readonly fn: CatalogueFunction,
    private readonly language: Language,
    private readonly typed: TypedArguments,
    private readonly pane: Pane,
  ) {
    const texts = functionTexts(language);
    this.texts = [...typed.of(fn.id, fn.parameters.length, language)];
    this.action = createAction(
      { id: "insert-formula", appearance: "primary" },
      { label: texts.insert, busy: texts.inserting, language },
      () => this.insert(),
    );
    const empty = button({ id: "empty-fields" }, texts.empty, () => this.empty());
    this.bar = element(
      "div",
      { class: "insert-bar" },
      element("div", { class: "formula-box", role: "group", "aria-label": texts.formula, tabindex: "0" }, this.formula),
      element("div", { class: "buttons" }, this.action.button, empty),
      this.action.outcome,
    );
    this.layOut();
  }

  private layOut(): void {
    this.args = this.fn.parameters.map((parameter, index) =>
      createArgumentField(parameter, this.texts[index]!, this.language, {
        typed: (text) => this.change(index, text),
        left: () => this.say(index),
        selectionAsked: () => void this.useSelection(index),
      }),
    );
    this.fields.replaceChildren(...this.args.map((field) => field.element));
    this.show();
  }

  private built() {
    return buildFormula(this.fn.id, this.fn.parameters, this.texts, this.language);
  }

  private show(): void {
    this.formula.replaceChildren(...unfinished(this.fn.id, this.built(), this.language));
  }

  private change(index: number, text: string): void {
    this.texts[index] = text;
    this.typed.set(this.fn.id, this.texts, this.language);
    this.action.clear();
    this.show();
  }

  private empty(): void {
    this.typed.clear(this.fn.id);
    this.texts = this.texts.map(() => "");
    this.layOut();
    this.action.say({ kind: "hint", text: functionTexts(this.language).emptied });
  }

  private async useSelection(index: number): Promise<void> {
    const selected = await selectedReference(this.pane.findWorkbook);
    const isRead = selected.kind === "reference";
    if (isRead) this.args[index]!.fill(selected.text);
    this.action.say({ kind: isRead ? "hint" : "problem", text: selectedText(selected, this.language) });
  }

  private async insert(): Promise<Said> {
    const { formula, arguments: args } = this.built();
    if (formula === undefined) {
      this.args.forEach((_, index) => this.say(index, true));
      this.args[args.findIndex(({ problem }) => problem)]!.focus();
      return { kind: "problem", text: functionTexts(this.language).wrong };
    }
    const { findWorkbook } = this.pane;
    return sayInserted((replace) => insertBuilt(formula, { replace, findWorkbook }), {
      isBuilt: true,
      language: this.language,
    });
  }

  /** Says what is wrong in a field; that it is missing only when the formula is to be inserted. */
  private say(index: number, isInserting = false): void {
    const problem = this.built().arguments[index]?.problem;
    const isSaid = problem && (isInserting || problem.kind !== "missing");
    const { name } = this.fn.parameters[index]!;
    this.args[index]!.say(isSaid ? argumentProblemText(problem, name, this.language) : "");
  }
}
