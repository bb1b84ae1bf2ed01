/*
 * An explanation as texts: what is in the cell, each call with its arguments and its steps, and what to do where
 * something could not be followed. As data: the view decides how it looks.
 */
import type { ExplainedArgument, ExplainedCall, Explanation, ExplainOutcome } from "../actions/explain";
import { Problem } from "../core/problem";
import type { Step } from "../core/trace";
import { mostCellsRead, type CellValue, type Place } from "../workbook/reading";
import { problemOf } from "./explain/problems";
import {
  argumentName,
  argumentValue,
  cellOf,
  fullText,
  heldBehind,
  targetOf,
  valueText,
  type Target,
} from "./explain/values";
import { explainWords } from "./explain/words";
import { localArgument, localFormula } from "./formula";
import type { Language } from "./language";
import { writtenNumber } from "./numbers";
import { stepText, type StepText } from "./steps/stepText";
import { capital, tellerOf } from "./steps/teller";
import { stepWords } from "./steps/words";

export type { Target } from "./explain/values";

export interface ExplanationText {
  /** The cell that was asked about; none where it could not be read. */
  readonly cell?: Target | undefined;
  /** What its line and year are called, where that is known: "Habo, 2024". */
  readonly subject?: string | undefined;
  /** Its value, as the cell shows it. */
  readonly shown?: string | undefined;
  /** How the value comes about, or why there is none, in one sentence. */
  readonly answer?: AnswerText | undefined;
  /** As the user types it. */
  readonly formula?: string | undefined;
  readonly calls: readonly CallText[];
  /** What holds for the whole cell: where its formula is, what Excel adds, whether it shows what the steps give. */
  readonly notes: readonly NoteText[];
}

export interface AnswerText {
  readonly kind: "answer" | "problem";
  readonly text: string;
  /** Where a problem is put right. */
  readonly at?: Target | undefined;
}

export interface NoteText {
  readonly kind: "hint" | "warning";
  readonly text: string;
  /** The cells that it speaks of. */
  readonly at?: Target | undefined;
}

export interface CallText {
  /** "FINSAM.SPLIT" */
  readonly name: string;
  readonly formula: string;
  /** Which argument of which call it is, where it is one: "amount of FINSAM.SPLIT". */
  readonly within?: string | undefined;
  readonly arguments: readonly ArgumentText[];
  readonly steps: readonly StepText[];
  /** How many steps before these are left out, said. */
  readonly left?: string | undefined;
  /** What went wrong, or what to do so that it can be explained. */
  readonly problem?: string | undefined;
  /** What the steps end in. */
  readonly result?: string | undefined;
}

export interface ArgumentText {
  readonly name: string;
  /** As it stands in the formula. */
  readonly text: string;
  /** What that is, where the text does not say it: "7 348", or how many there are, "4 values". */
  readonly value?: string | undefined;
  /** The cells it refers to. */
  readonly cells?: Target | undefined;
  /** Whether the problem of its call is about it. */
  readonly isWrong: boolean;
}

/** What came of explaining, whatever it was. */
export function explanationText(outcome: ExplainOutcome, language: Language): ExplanationText {
  const words = explainWords(language);
  const only = (text: string, kind: NoteText["kind"] = "hint", place?: Place): ExplanationText => ({
    cell: place && cellOf(place, place),
    calls: [],
    notes: [{ kind, text }],
  });
  switch (outcome.kind) {
    case "noWorkbook":
      return only(words.noWorkbook);
    case "refused":
      if (outcome.reason === "other") return only(words.other(outcome.message), "warning");
      if (outcome.reason === "editing") return only(words.editing);
      return only(words.tooLarge(writtenNumber(mostCellsRead, language)), "warning");
    case "notOurs":
      return only(words[outcome.holds], "hint", outcome.place);
    case "unreadable":
      return {
        ...only(words.unreadable, "warning", outcome.place),
        formula: localFormula(outcome.formula, language),
      };
    case "explained":
      return explained(outcome, language);
  }
}

function explained(explanation: Explanation, language: Language): ExplanationText {
  const { place, formula, calls, shown, text } = explanation;
  const callTexts = calls.map((call) => callText(call, calls, place, language));
  return {
    cell: cellOf(place, place),
    subject: subjectOf(explanation, language),
    shown: shownText(shown, text, language),
    answer: answerOf(explanation, callTexts, language),
    formula: localFormula(formula, language),
    calls: callTexts,
    notes: notesOf(explanation, language),
  };
}

/** As the cell shows it; but an error by the name in the reader's language, and what a format hides. */
function shownText(value: CellValue, text: string, language: Language): string {
  const isError = typeof value === "object" && value !== null;
  return isError || text.trim() === "" ? valueText(value, language) : text;
}

/** The first thing that went wrong; else what the last step came to, where the cell comes from one call. */
function answerOf(
  { calls, place }: Explanation,
  texts: readonly CallText[],
  language: Language,
): AnswerText | undefined {
  const problems = calls.flatMap((call) => problemOf(call, calls, place, language) ?? []);
  const problem = problems.find(({ isFromCall }) => !isFromCall);
  if (problem) return { kind: "problem", text: problem.text, at: problem.at };
  const outermost = texts.filter((_, number) => calls[number]!.within === undefined);
  const [only, another] = outermost;
  const last = only?.steps[only.steps.length - 1];
  return another || only?.result === undefined || !last ? undefined : { kind: "answer", text: last.answer };
}

function notesOf(explanation: Explanation, language: Language): NoteText[] {
  const { place, source, isWhole, shown, text, computed, agreement } = explanation;
  const words = explainWords(language);
  const notes: NoteText[] = [];
  if (agreement === "differs") notes.push({ kind: "warning", text: differenceText(shown, computed!, language) });
  else {
    const held = heldBehind(shown, text, language);
    if (held !== undefined) notes.push({ kind: "hint", text: words.rounded(held) });
  }
  if (!isWhole) {
    const rest = computed === undefined ? words.rest : words.restGives(valueText(computed, language));
    notes.push({ kind: "hint", text: rest });
  }
  if (place.row !== source.row || place.column !== source.column) {
    const at = cellOf(source, place);
    notes.push({ kind: "hint", text: words.filledFrom(at.address), at });
  }
  return notes;
}

const stillComputing = ["#BUSY!", "#GETTING_DATA", "#CONNECT!"];

function differenceText(shown: CellValue, computed: CellValue, language: Language): string {
  const words = explainWords(language);
  const code = typeof shown === "object" && shown !== null ? shown.code : undefined;
  const short = [shown, computed].map((value) => valueText(value, language));
  // Two numbers may differ where few decimals do not show it.
  const [seen, given] = short[0] === short[1] ? [shown, computed].map((value) => fullText(value, language)) : short;
  if (code === "#NAME?") return words.notLoaded(seen!, given!);
  if (code === "#SPILL!") return words.noRoom(seen!);
  return code !== undefined && stillComputing.includes(code) ? words.computing(seen!) : words.differs(seen!, given!);
}

/** The line and year of the outermost call, by their names; what is made of several cells is about none of them. */
function subjectOf({ calls, computed }: Explanation, language: Language): string | undefined {
  const outer = calls[calls.length - 1];
  if (outer?.outcome.kind !== "answered" || computed === undefined) return undefined;
  const { names, line, year, steps } = outer.outcome;
  // The last step with a row for the line knows best whose it is.
  const whose = steps.flatMap((step) => {
    const { row, who } = tellerOf(step, { language, names, line });
    return row === undefined ? [] : [who(row)];
  });
  const whom = line === undefined ? undefined : (names.lines?.[line] ?? whose[whose.length - 1]);
  const parts = [whom, year === undefined ? undefined : names.years?.[year]];
  return capital(parts.filter((part) => part !== undefined).join(", ")) || undefined;
}

function callText(call: ExplainedCall, calls: readonly ExplainedCall[], home: Place, language: Language): CallText {
  const words = explainWords(language);
  const { name, text, within, outcome } = call;
  const outer = within && calls[within.call];
  const problem = problemOf(call, calls, home, language);
  return {
    name: `FINSAM.${name}`,
    formula: localFormula(text, language),
    within: outer && words.within(argumentName(within.argument, language), `FINSAM.${outer.name}`),
    arguments: call.arguments.map((argument) => ({
      ...argumentText(argument, calls, home, language),
      isWrong: argument.argument === problem?.argument,
    })),
    steps: stepsOf(outcome, language),
    left:
      outcome.kind === "answered" && outcome.left > 0 ? words.left(writtenNumber(outcome.left, language)) : undefined,
    problem: problem?.text,
    result: resultOf(outcome, language),
  };
}

function stepsOf(outcome: ExplainedCall["outcome"], language: Language): readonly StepText[] {
  if (outcome.kind !== "answered") return [];
  const { steps, names, line, year } = outcome;
  const kept = steps.filter((step, i) => i === steps.length - 1 || !changesNothing(step));
  const told = kept.map((step) => {
    const said = stepText(step, { language, names, line, year });
    // Where several years are explained, each step says which it is about.
    const only = year === undefined && isOneYear(step) ? step.where.years![0] : undefined;
    if (only === undefined || step.code === "grown") return said;
    const named = names.years?.[only] ?? stepWords(language).year(only + 1);
    return { ...said, heading: `${said.heading}, ${named}` };
  });
  // What the same paragraph leaves open step by step is said once.
  return told.map((step, i) => ({ ...step, open: step.open.filter((what) => !told[i - 1]?.open.includes(what)) }));
}

/** A rounding of what is round already. */
function changesNothing(step: Step): boolean {
  return step.code === "rounded" && step.got === step.result;
}

function isOneYear({ where: { years } }: Step): boolean {
  return years !== undefined && years[0] === years[1];
}

function resultOf(outcome: ExplainedCall["outcome"], language: Language): string | undefined {
  if (outcome.kind !== "answered" || outcome.result === undefined || outcome.result instanceof Problem)
    return undefined;
  return explainWords(language).result(valueText(outcome.result, language));
}

function argumentText(
  { argument, text, holds, call, cells }: ExplainedArgument,
  calls: readonly ExplainedCall[],
  home: Place,
  language: Language,
): Omit<ArgumentText, "isWrong"> {
  const inner = call === undefined ? undefined : calls[call]!.outcome;
  const answer = inner?.kind === "answered" && !(inner.result instanceof Problem) ? inner.result : undefined;
  const value = answer === undefined ? heldText(argument, holds, language) : argumentValue(argument, answer, language);
  return {
    name: argumentName(argument, language),
    text: localArgument(text, language),
    value: isConstant(text) ? undefined : value,
    cells: cells && targetOf(cells.sheet, cells.zone, home),
  };
}

/** A number, a text, a truth value or a table of them, which says itself what it is. */
function isConstant(text: string): boolean {
  return /^([-+.\d"{]|(TRUE|FALSE)$)/i.test(text);
}

function heldText(
  argument: ExplainedArgument["argument"],
  holds: ExplainedArgument["holds"],
  language: Language,
): string | undefined {
  const words = explainWords(language);
  switch (holds.kind) {
    case "value":
      return argumentValue(argument, holds.value, language);
    case "table": {
      const [rows, columns] = [writtenNumber(holds.rows, language), writtenNumber(holds.columns, language)];
      return holds.rows === 1 || holds.columns === 1
        ? words.list(holds.rows === 1 ? columns : rows)
        : words.table(rows, columns);
    }
    case "unknown":
      return undefined;
  }
}
