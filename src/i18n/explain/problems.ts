/*
 * Why a call has no figure, or what to do so that it can be explained: the sentence, which argument it is about, and
 * the cells where that is put right.
 */
import type { ExplainedCall } from "../../actions/explain";
import type { Failure } from "../../actions/explain/follow";
import { Problem, type Argument, type At } from "../../core/problem";
import { zoneAt } from "../../scenarios/zone";
import { localErrorName } from "../../workbook/errorName";
import type { Place } from "../../workbook/reading";
import { localFormula } from "../formula";
import type { Language } from "../language";
import { problemSentence } from "../problems";
import { capital } from "../steps/teller";
import { argumentName, cellOf, targetOf, type Target } from "./values";
import { explainWords } from "./words";

export interface ProblemText {
  readonly text: string;
  readonly argument?: Argument | undefined;
  readonly at?: Target | undefined;
  /** Whether it only passes on what went wrong in a call within this one. */
  readonly isFromCall: boolean;
}

export function problemOf(
  call: ExplainedCall,
  calls: readonly ExplainedCall[],
  home: Place,
  language: Language,
): ProblemText | undefined {
  const words = explainWords(language);
  const { name, outcome } = call;
  switch (outcome.kind) {
    case "answered":
      return outcome.result instanceof Problem ? ownProblem(outcome.result, call, home, language) : undefined;
    case "problem":
      return ownProblem(outcome.problem, call, home, language);
    case "passedOn": {
      const { argument, code, at, call: inner } = outcome;
      const cell = at && cellOf(at, home);
      const from = inner === undefined ? "" : words.fromCall(`FINSAM.${calls[inner]!.name}`);
      const where = cell ? words.inCell(cell.address) : from;
      const text = words.passedOn(argumentName(argument, language), localErrorName(code, language), where);
      return { text, argument, at: cell, isFromCall: inner !== undefined };
    }
    case "notFollowed": {
      const { argument, failure } = outcome;
      return { text: failureText(argument, failure, language), argument, isFromCall: failure.why === "call" };
    }
    case "tooLong":
      return { text: words.tooLong, isFromCall: false };
    case "unknownFunction":
      return { text: words.unknownFunction(`FINSAM.${name}`), isFromCall: false };
  }
}

function ownProblem(problem: Problem, call: ExplainedCall, home: Place, language: Language): ProblemText {
  const { argument, place } = problem.data as Partial<At>;
  const sentence = problemSentence(problem, language);
  // A name of several words, such as municipalOffers, is known by how it is written.
  const text = /^\p{Ll}+\p{Lu}/u.test(sentence) ? sentence : capital(sentence);
  const cells = call.arguments.find((each) => each.argument === argument)?.cells;
  if (!cells) return { text, argument, isFromCall: false };
  const { sheet, zone } = cells;
  const { top, left, bottom, right } = zone;
  const isThere = place?.rows === bottom - top + 1 && place.columns === right - left + 1;
  const wrong = isThere ? zoneAt(top + place.row - 1, left + place.column - 1) : zone;
  return { text, argument, at: targetOf(sheet, wrong, home), isFromCall: false };
}

function failureText(argument: Argument, { why, expression }: Failure, language: Language): string {
  const words = explainWords(language);
  const say = why === "tooLarge" ? words.argumentTooLarge : why === "unreadable" ? words.expression : words[why];
  return say(argumentName(argument, language), localFormula(expression, language));
}
