/*
 * `scenario`: lists the scenarios, or shows one with every cell evaluated. Everything it reads and writes is an
 * argument, so that tests run it in their own process.
 */
import type { Writable } from "node:stream";
import { parseArgs } from "node:util";
import { createEngine, type BuiltAddIn } from "../engine/engine";
import { evaluateSheet, type EvaluatedSheet } from "../engine/evaluateSheet";
import { excelCode } from "../engine/values";
import type { Language } from "../i18n/language";
import { scenarioCliTexts } from "../i18n/scenario-cli";
import { scenarios, type OpenScenario } from "../scenarios/all";
import { draftSheet, openDraft, withValue, type Draft, type Typed } from "../scenarios/draft";
import type { LaidOutSheet } from "../scenarios/layout";
import { toTsv } from "./answers";

interface Streams {
  readonly stdout: Writable;
  readonly stderr: Writable;
}

export const exitCodes = { ok: 0, fails: 1, usage: 2 } as const;

/** A wrong call: a sentence for the one who made it. */
class Wrong extends Error {}

const options = {
  json: { type: "boolean" },
  lang: { type: "string" },
  set: { type: "string", multiple: true },
  help: { type: "boolean", short: "h" },
} as const;

/** Runs one call and returns its exit code; `load` gives the built add-in, and is asked only when needed. */
export async function scenario(
  args: readonly string[],
  { stdout, stderr }: Streams,
  load: () => Promise<BuiltAddIn>,
): Promise<number> {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const language = values.lang === "en" ? "en" : "sv";
  const texts = scenarioCliTexts(language);
  const write = (text: string) => stdout.write(`${text}\n`);
  try {
    const unknown = tokens.find((token) => token.kind === "option" && !Object.hasOwn(options, token.name));
    if (unknown?.kind === "option") throw new Wrong(texts.unknownOption(unknown.rawName));
    if (values.help) {
      write(texts.help);
      return exitCodes.ok;
    }
    if (values.lang !== undefined && values.lang !== language) throw new Wrong(texts.badLanguage);
    const [command, id, extra] = positionals;
    if (command === undefined) throw new Wrong(texts.noCommand);
    if (command !== "list" && command !== "show") throw new Wrong(texts.badCommand(command));
    const tooMany = command === "list" ? id : extra;
    if (tooMany !== undefined) throw new Wrong(texts.tooMany(tooMany));
    const json = values.json === true;
    if (command === "list") {
      write(list(language, json));
      return exitCodes.ok;
    }
    const chosen = find(id, language);
    const sheet = draftSheet(draftOf(chosen.id, values.set ?? [], language));
    const evaluated = evaluateSheet(createEngine({ ...(await load()), language }), sheet);
    write(json ? toJson(chosen, sheet, evaluated, language) : toTable(evaluated));
    return holds(sheet, evaluated) ? exitCodes.ok : exitCodes.fails;
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    stderr.write(`${error.message}\n${texts.see}\n`);
    return exitCodes.usage;
  }
}

function list(language: Language, json: boolean): string {
  const all = scenarios.map(({ id, title }) => ({ id, title: title(language) }));
  return json ? JSON.stringify(all) : toTsv(all.map(({ id, title }) => [id, title]));
}

function find(id: string | undefined, language: Language): OpenScenario {
  const texts = scenarioCliTexts(language);
  const ids = scenarios.map((each) => each.id).join(", ");
  if (id === undefined) throw new Wrong(texts.noScenario(ids));
  const found = scenarios.find((each) => each.id === id);
  if (!found) throw new Wrong(texts.badScenario(id, ids));
  return found;
}

/** The scenario with other inputs, each given by its name or its address; only input cells can be changed. */
function draftOf(id: string, assignments: readonly (string | boolean)[], language: Language): Draft {
  const texts = scenarioCliTexts(language);
  const opened = openDraft(id, language);
  const inputs = [...opened.opened.byKey.values()];
  return assignments.reduce<Draft>((draft, assignment) => {
    const [, name, value] = /^([^=]+)=(.*)$/s.exec(String(assignment)) ?? [];
    if (name === undefined || value === undefined) throw new Wrong(texts.badSet);
    const found = inputs.find(({ placed }) => placed.name === name || placed.address === name);
    if (!found) {
      throw new Wrong(texts.noInput(name, inputs.flatMap(({ placed }) => placed.name ?? []).join(", ")));
    }
    return withValue(draft, found.key, toTyped(value));
  }, opened);
}

function toTyped(value: string): Typed {
  const number = Number(value);
  if (value.trim() === "") return undefined;
  return Number.isNaN(number) ? value : number;
}

function holds({ control }: LaidOutSheet, { cells, value }: EvaluatedSheet): boolean {
  return value(control) === 0 && cells.every((cell) => excelCode(cell.value) === undefined);
}

function toTable({ cells }: EvaluatedSheet): string {
  return toTsv(cells.map(({ address, value, formula }) => [address, value ?? "", ...(formula ? [formula] : [])]));
}

function toJson(
  { id, title }: OpenScenario,
  { name, control, charts, tables, definedNames }: LaidOutSheet,
  { cells, value }: EvaluatedSheet,
  language: Language,
): string {
  return JSON.stringify({
    id,
    title: title(language),
    sheet: name,
    cells,
    control: value(control),
    controlAddress: control,
    charts: charts.map(({ kind, title: heading, series }) => ({
      kind,
      title: heading,
      series: series.map(({ label, values, color }) => ({ label, values, color })),
    })),
    tables,
    definedNames,
  });
}
