/*
 * `scenario`: lists the scenarios, shows one with every cell evaluated, or writes it as a workbook. All that it
 * reads and says goes through its arguments, so that tests run it in their own process.
 */
import { kronor, type AmountUnit } from "../core/param";
import { createEngine, type BuiltAddIn } from "../engine/engine";
import { evaluateSheet, type EvaluatedCell, type EvaluatedSheet } from "../engine/evaluateSheet";
import { excelCode } from "../engine/values";
import type { Language } from "../i18n/language";
import { scenarioCliTexts } from "../i18n/scenario-cli";
import { draftTexts } from "../i18n/scenarios/draft";
import { scenarios, type OpenScenario } from "../scenarios/all";
import { draftSheet, openDraft, withChoices, withValue, type Draft, type Typed } from "../scenarios/draft";
import { draftFigures } from "../scenarios/draftFigures";
import type { LaidOutSheet } from "../scenarios/layout";
import { choiceLimits, type Choices } from "../scenarios/scenario";
import { writeWorkbook } from "../xlsx/write/workbook";
import { toTsv } from "./answers";
import { readCommandLine, userPath, Wrong, type Streams } from "./commandLine";
import { fileSentenceOf, findFileProblem, writeWhole } from "./newFile";

export const exitCodes = { ok: 0, fails: 1, usage: 2 } as const;

const options = {
  json: { type: "boolean" },
  lang: { type: "string" },
  set: { type: "string", multiple: true },
  unit: { type: "string" },
  years: { type: "string" },
  unions: { type: "string" },
  "without-region": { type: "boolean" },
  force: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/** Runs one call and returns its exit code; `load` gives the built add-in, and is asked only when needed. */
export async function scenario(
  args: readonly string[],
  { stdout, stderr }: Streams,
  load: () => Promise<BuiltAddIn>,
): Promise<number> {
  const { values, positionals, language, check } = readCommandLine(args, options);
  const texts = scenarioCliTexts(language);
  const write = (text: string) => stdout.write(`${text}\n`);
  try {
    check(values.help === true);
    if (values.help) {
      write(texts.help);
      return exitCodes.ok;
    }
    const [command, ...rest] = positionals;
    if (command === undefined) throw new Wrong(texts.noCommand);
    if (!isCommand(command)) throw new Wrong(texts.badCommand(command));
    const tooMany = rest[operands[command]];
    if (tooMany !== undefined) throw new Wrong(texts.tooMany(tooMany));
    if (values.force && command !== "write") throw new Wrong(texts.forceOnlyWrites);
    const json = values.json === true;
    if (command === "list") {
      write(list(language, json));
      return exitCodes.ok;
    }
    const [id, file] = rest;
    const chosen = find(id, language);
    const target = command === "write" ? readTarget(file, values.force === true, language) : undefined;
    const opened = openDraft(chosen.id, language, undefined, readUnit(values.unit, language));
    // A decision is checked in the unit that it is printed in.
    if (values.unit !== undefined && opened.opened.plan.hasPrintedUnits)
      throw new Wrong(texts.noChoice("--unit", chosen.id));
    const shaped = withChoices(opened, readChoices(values, chosen, language));
    const draft = withAssignments(shaped, values.set ?? [], language);
    const [wrong] = target === undefined ? [] : draftFigures(draft).problems;
    // In a file it would be a sheet of errors, as it would be from the form, which refuses it in the same words.
    if (wrong) throw new Wrong(texts.notWritten(wrong.message), false);
    const sheet = draftSheet(draft);
    const evaluated = evaluateSheet(createEngine({ ...(await load()), language }), sheet);
    const failing = failingCells(sheet, evaluated);
    const code = failing.length === 0 ? exitCodes.ok : exitCodes.fails;
    if (target === undefined) {
      write(json ? toJson(chosen, sheet, evaluated, language) : toTable(evaluated));
      return code;
    }
    const library = await import("wasm-xlsxwriter/nodejs");
    const content = writeWorkbook([{ sheet, evaluated }], { title: chosen.title(language) }, library);
    const problem = writeWhole(target, content);
    if (problem) throw new Wrong(fileSentenceOf(problem, file!, language), false);
    if (json)
      write(
        JSON.stringify({ file: target, id: chosen.id, sheet: sheet.name, control: evaluated.value(sheet.control) }),
      );
    else if (code === exitCodes.ok) write(texts.written(file!, sheet.name));
    if (code !== exitCodes.ok) stderr.write(`${texts.writtenFailing(file!, failing.join(", "))}\n`);
    return code;
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    stderr.write(error.isCall ? `${error.message}\n${texts.see}\n` : `${error.message}\n`);
    return exitCodes.usage;
  }
}

/** How many operands each command takes. */
const operands = { list: 0, show: 1, write: 2 } as const;

function isCommand(text: string): text is keyof typeof operands {
  return Object.hasOwn(operands, text);
}

/** Where the workbook goes; a wrong place is told before anything is computed. */
function readTarget(file: string | undefined, replace: boolean, language: Language): string {
  const texts = scenarioCliTexts(language);
  if (file === undefined) throw new Wrong(texts.noFile);
  const target = userPath(file);
  const problem = findFileProblem(target, replace, ".xlsx");
  if (problem) throw new Wrong(fileSentenceOf(problem, file, language));
  return target;
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

function readUnit(got: string | boolean | undefined, language: Language): AmountUnit {
  const unit = got === undefined ? "tkr" : String(got).toLowerCase();
  if (Object.hasOwn(kronor, unit)) return unit as AmountUnit;
  throw new Wrong(scenarioCliTexts(language).badUnit);
}

/** What is asked for of the sheet's shape, where the scenario has such a choice. */
function readChoices(
  values: Readonly<Record<string, unknown>>,
  { id, choices }: OpenScenario,
  language: Language,
): Choices {
  const texts = scenarioCliTexts(language);
  const counts = (["years", "unions"] as const).flatMap((key) => {
    const got = values[key];
    if (got === undefined) return [];
    if (choices[key] === undefined) throw new Wrong(texts.noChoice(`--${key}`, id));
    const { least, most } = choiceLimits[key];
    const count = typeof got === "string" ? Number(got) : NaN;
    if (Number.isInteger(count) && count >= least && count <= most) return [[key, count] as const];
    throw new Wrong(draftTexts(language).outside(`--${key}`, least, most));
  });
  const withoutRegion = values["without-region"] === true;
  if (withoutRegion && choices.withoutRegion === undefined) throw new Wrong(texts.noChoice("--without-region", id));
  return { ...Object.fromEntries(counts), ...(withoutRegion && { withoutRegion }) };
}

/** The scenario with other inputs, each given by its name or its address; only input cells can be changed. */
function withAssignments(opened: Draft, assignments: readonly (string | boolean)[], language: Language): Draft {
  const texts = scenarioCliTexts(language);
  const inputs = [...opened.opened.byKey.values()];
  return assignments.reduce<Draft>((draft, assignment) => {
    const [, name, value] = /^([^=]+)=(.*)$/s.exec(String(assignment)) ?? [];
    if (name === undefined || value === undefined) throw new Wrong(texts.badSet);
    if (/^[+-]?\d+,\d+\s*%?$/.test(value)) throw new Wrong(texts.decimalComma(String(assignment)));
    const found = inputs.find(({ placed }) => placed.name === name || placed.address === name);
    if (!found) {
      throw new Wrong(texts.noInput(name, inputs.flatMap(({ placed }) => placed.name ?? []).join(", ")));
    }
    return withValue(draft, found.key, toTyped(value));
  }, opened);
}

/** As a cell takes what is typed into it: 5% is 0.05, nothing leaves it blank, and what is no number is a text. */
function toTyped(value: string): Typed {
  if (value.trim() === "") return undefined;
  const [, digits, percent] = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*(%?)\s*$/i.exec(value) ?? [];
  const number = Number(digits) / (percent ? 100 : 1);
  return digits === undefined || !Number.isFinite(number) ? value : number;
}

/** Cells with an error, and the control cell where it is not 0, each with what it shows. */
function failingCells({ control }: LaidOutSheet, { cells }: EvaluatedSheet): readonly string[] {
  const fails = ({ address, value }: EvaluatedCell) =>
    excelCode(value) !== undefined || (address === control && value !== 0);
  return cells.filter(fails).map(({ address, value }) => `${address} ${String(value)}`);
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
