/*
 * A formula built argument by argument, from what a user types for each in the form of her language: a value, a
 * reference or a formula. What is no such thing is found here, before anything is written.
 */
import { parse, tokenize, type AstExpression } from "@borgar/fx";
import type { Language } from "../i18n/catalogue";
import { englishFormula, localFormula, type Foreign } from "../i18n/formula";
import { typedNumber } from "../i18n/typedNumber";

export type ArgumentProblem =
  | { readonly kind: "missing" }
  /** No value, no reference and no formula; or more than one. */
  | { readonly kind: "notAnArgument" }
  | Foreign;

export interface Parameter {
  readonly name: string;
  readonly optional: boolean;
}

export interface BuiltArgument {
  /** As it stands in the formula that is shown: as it was typed, or as the argument's name while it is missing. */
  readonly shown: string;
  readonly problem?: ArgumentProblem;
}

export interface BuiltFormula {
  /** In English, as it is written into a cell; undefined while something in it is wrong or missing. */
  readonly formula: string | undefined;
  /** Up to the last one that is given or must be. */
  readonly arguments: readonly BuiltArgument[];
}

/** `typed` has a text for each argument, "" where it is left out. */
export function buildFormula(
  id: string,
  parameters: readonly Parameter[],
  typed: readonly string[],
  language: Language,
): BuiltFormula {
  const read = parameters.map((parameter, index) => readArgument(parameter, typed[index] ?? "", language));
  const isGiven = read.map(({ english, problem }) => english !== "" || problem !== undefined);
  const given = read.slice(0, isGiven.lastIndexOf(true) + 1);
  const isWhole = given.every(({ problem }) => problem === undefined);
  return {
    formula: isWhole ? `=FINSAM.${id}(${given.map(({ english }) => english).join(",")})` : undefined,
    arguments: given.map(({ shown, problem }) => ({ shown, ...(problem && { problem }) })),
  };
}

function readArgument({ name, optional }: Parameter, typed: string, language: Language) {
  const text = withoutEqualsSign(typed);
  if (text === "") {
    return optional ? { english: "", shown: "" } : { english: "", shown: name, problem: { kind: "missing" } as const };
  }
  const english = toEnglish(text, language);
  if (typeof english !== "string") return { english: "", shown: text, problem: english };
  return { english, shown: localArgument(english, language) };
}

/** The English form of one argument's text, or what is wrong with it. */
function toEnglish(text: string, language: Language): string | ArgumentProblem {
  const number = typedNumber(text, language);
  if (number) return `${number.digits}${number.isPercent ? "%" : ""}`;
  const english = englishFormula(inCall(text), language);
  if (typeof english !== "string") return english;
  const argument = outOfCall(english);
  return isOneArgument(argument) ? argument : { kind: "notAnArgument" };
}

function localArgument(english: string, language: Language): string {
  return outOfCall(localFormula(inCall(english), language));
}

/** What an argument of ours chooses between is translated as an argument alone. */
const call = "FINSAM.F(";

function inCall(argument: string): string {
  return `${call}${argument})`;
}

function outOfCall(formula: string): string {
  return formula.slice(call.length, -1);
}

/** What was typed for an argument in one language, as it is typed in the other; what cannot be read stays. */
export function inOtherLanguage(text: string, from: Language, to: Language): string {
  if (from === to || text.trim() === "") return text;
  const english = toEnglish(withoutEqualsSign(text), from);
  return typeof english === "string" ? localArgument(english, to) : text;
}

function withoutEqualsSign(typed: string): string {
  return typed.trim().replace(/^=\s*/, "");
}

function isOneArgument(english: string): boolean {
  const read = parsed(`=F(${english})`);
  if (read?.type !== "CallExpression" || read.callee.name !== "F") return false;
  const [argument, another] = read.arguments;
  return argument !== undefined && argument !== null && another === undefined && !hasWords(argument);
}

/** Words with spaces between them are read as names whose areas cross; they are a text that was meant to be one. */
function hasWords(node: AstExpression): boolean {
  if (node.type !== "BinaryExpression" || !/^\s+$/.test(node.operator)) return false;
  return node.arguments.some((each) => hasWords(each) || (each.type === "ReferenceIdentifier" && each.kind === "name"));
}

function parsed(formula: string): AstExpression | undefined {
  try {
    return parse(tokenize(formula, { mergeRefs: true, negativeNumbers: true }));
  } catch {
    return undefined;
  }
}
