/*
 * How an evaluated formula is written: a grid as tab-separated text, or grid or error as one JSON value.
 */
import type { Evaluation, Value } from "../engine/engine";
import type { Problem } from "../engine/formula";
import type { CliTexts } from "../i18n/cli";

type Failure = Extract<Evaluation, { error: unknown }>;

export function toTsv(grid: readonly (readonly Value[])[]): string {
  return grid.map((row) => row.map(toField).join("\t")).join("\n");
}

/** A tab or a line break inside a text would read as a cell of its own. */
function toField(value: Value): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return String(value).replace(/[\t\r\n]+/g, " ");
}

export function toJson(evaluation: Evaluation, texts: CliTexts): string {
  return JSON.stringify(
    "grid" in evaluation
      ? { grid: evaluation.grid.map((row) => row.map((value) => (value === "" ? null : value))) }
      : { error: evaluation.error, message: toSentence(evaluation, texts) },
  );
}

/** The function's own sentence, or why the formula was refused, or what the error means. */
export function toSentence({ error, message, problem }: Failure, texts: CliTexts): string {
  return message ?? (problem ? describe(problem, texts) : texts.errors[error]);
}

function describe(problem: Problem, { problems }: CliTexts): string {
  const sentence = problems[problem.kind] as (problem: Problem) => string;
  return sentence(problem);
}
