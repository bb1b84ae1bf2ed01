/*
 * An explanation as plain text, for a mail or a memo: the same in the same order, with tabs between a table's columns.
 * Of a long table it has the rows that are shown.
 */
import type { ArgumentText, CallText, ExplanationText } from "../explain";
import type { Language } from "../language";
import { leftOutText } from "../pane-explain";
import { excerptOf } from "../steps/excerpt";
import type { StepText } from "../steps/stepText";
import type { StepTable } from "../steps/tables";
import { quoteSheet } from "../../xlsx/area";

interface Form {
  readonly language: Language;
  /** Whether the table of the step of that number is shown whole. */
  readonly isWhole: (step: number) => boolean;
}

export function asPlainText(explanation: ExplanationText, form: Form): string {
  const { calls, notes, answer, formula } = explanation;
  const head = [titleOf(explanation), answer?.text, formula, ...notes.map(({ text }) => text)];
  const firstSteps = firstStepOf(calls);
  const parts = calls.map((call, index) => callLines(call, firstSteps[index]!, form).join("\n"));
  return [head.filter((line) => line !== undefined).join("\n"), ...parts].join("\n\n");
}

/** Steps are counted through all calls; the number that each call's begin at. */
export function firstStepOf(calls: readonly CallText[]): readonly number[] {
  let next = 1;
  return calls.map(({ steps }) => (next += steps.length) - steps.length);
}

/** "Plan!H25, Vaggeryd, 2026: 225" */
function titleOf({ cell, subject, shown }: ExplanationText): string | undefined {
  if (!cell) return undefined;
  const title = [`${quoteSheet(cell.sheet)}!${cell.address}`, subject].filter((part) => part !== undefined).join(", ");
  return shown === undefined ? title : `${title}: ${shown}`;
}

function callLines(call: CallText, first: number, form: Form): string[] {
  const { name, within, left, problem, result, steps } = call;
  return [
    within === undefined ? name : `${name} (${within})`,
    ...call.arguments.map(argumentLine),
    ...(left === undefined ? [] : [left]),
    ...steps.flatMap((step, index) => stepLines(step, first + index, form)),
    ...[problem, result].filter((line) => line !== undefined),
  ];
}

function argumentLine({ name, text, value }: ArgumentText): string {
  return value === undefined ? `${name}: ${text}` : `${name}: ${text} = ${value}`;
}

function stepLines({ heading, text, table, source, open }: StepText, number: number, form: Form): string[] {
  const about = [source, ...open].filter((line) => line !== undefined);
  return [
    "",
    `${number}. ${heading}`,
    ...text,
    ...(table ? tableLines(table, form.isWhole(number), form.language) : []),
    ...(about.length > 0 ? [about.join(" ")] : []),
  ];
}

function tableLines(table: StepTable, isWhole: boolean, language: Language): string[] {
  const parts = isWhole ? table.rows : excerptOf(table);
  const rows = parts.map((part) =>
    typeof part === "number" ? `(${leftOutText(part, language)})` : part.cells.join("\t"),
  );
  return [table.columns.join("\t"), ...rows];
}
