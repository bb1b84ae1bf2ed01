/*
 * `calc`: evaluates formulas from the terminal. Everything it reads and writes is an argument, so that tests run
 * it in their own process.
 */
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { createEngine, type BuiltAddIn, type Engine } from "../engine/engine";
import { cliTexts, type CliTexts } from "../i18n/cli";
import { toJson, toSentence, toTsv } from "./answers";
import { readArguments } from "./arguments";

export interface Streams {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
}

export const exitCodes = { ok: 0, formulaError: 1, usage: 2 } as const;

/** Runs one call and returns its exit code; `load` gives the built add-in, and is asked only when needed. */
export async function calc(
  args: readonly string[],
  streams: Streams,
  load: () => Promise<BuiltAddIn>,
): Promise<number> {
  const { language, action } = readArguments(args);
  const texts = cliTexts(language);
  if (action.kind === "help") {
    streams.stdout.write(`${texts.help}\n`);
    return exitCodes.ok;
  }
  if (action.kind === "wrong") {
    streams.stderr.write(`${action.sentence}\n${texts.see}\n`);
    return exitCodes.usage;
  }
  const engine = createEngine({ ...(await load()), language });
  if (action.kind === "formula") return answerOne(engine, action, streams, texts);
  await answerLines(engine, streams, texts);
  return exitCodes.ok;
}

function answerOne(
  engine: Engine,
  { formula, json }: { formula: string; json: boolean },
  { stdout, stderr }: Streams,
  texts: CliTexts,
): number {
  const evaluation = engine.evaluate(formula);
  if (json) stdout.write(`${toJson(evaluation, texts)}\n`);
  else if ("grid" in evaluation) stdout.write(`${toTsv(evaluation.grid)}\n`);
  else stderr.write(`${evaluation.error} ${toSentence(evaluation, texts)}\n`);
  return "grid" in evaluation ? exitCodes.ok : exitCodes.formulaError;
}

/** Answers each line as it comes, so that a program can ask, read the answer and ask again. */
async function answerLines(engine: Engine, { stdin, stdout }: Streams, texts: CliTexts): Promise<void> {
  for await (const line of createInterface({ input: stdin, crlfDelay: Infinity })) {
    const more = stdout.write(`${toJson(engine.evaluate(line), texts)}\n`);
    if (!more) await once(stdout, "drain");
  }
}
