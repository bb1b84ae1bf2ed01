/*
 * Workbooks on disk, and what the commands that read one and write another have in common: their arguments, and
 * their ends.
 */
import { readFileSync, realpathSync, statSync } from "node:fs";
import type { Writable } from "node:stream";
import type { ParseArgsConfig } from "node:util";
import type { Language } from "../i18n/language";
import { workbookFileTexts } from "../i18n/workbook-file";
import { fileSentence } from "../i18n/xlsx";
import { WorkbookError } from "../xlsx/problem";
import { workbookEnding } from "../xlsx/workbook";
import { readCommandLine, userPath, Wrong, type Streams } from "./commandLine";
import { fileSentenceOf, findFileProblem, writeWhole } from "./newFile";

export const exitCodes = { ok: 0, differs: 1, usage: 2 } as const;

const common = {
  output: { type: "string", short: "o" },
  force: { type: "boolean" },
  json: { type: "boolean" },
  lang: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

export interface FileCall {
  readonly input: string;
  readonly output: string | undefined;
  /** A file that is there already is replaced. */
  readonly force: boolean;
  readonly json: boolean;
  readonly flags: ReadonlySet<string>;
}

/** Runs a command on its arguments: help, wrong calls and files that cannot be used end in the same way for all. */
export async function runOnFile(
  args: readonly string[],
  { stdout, stderr }: Streams,
  command: {
    readonly flags: readonly string[];
    readonly help: (language: Language) => string;
    readonly see: (language: Language) => string;
    readonly run: (call: FileCall, language: Language) => Promise<number>;
  },
): Promise<number> {
  const flags = Object.fromEntries(command.flags.map((flag) => [flag, { type: "boolean" }] as const));
  const options: ParseArgsConfig["options"] = { ...common, ...flags };
  const { values, positionals, language, check } = readCommandLine(args, options);
  const texts = workbookFileTexts(language);
  try {
    check(values.help === true);
    if (values.help) {
      stdout.write(`${command.help(language)}\n`);
      return exitCodes.ok;
    }
    const [input, extra] = positionals;
    if (input === undefined) throw new Wrong(texts.noInput);
    if (extra !== undefined) throw new Wrong(texts.tooMany(extra));
    const { output } = values;
    if (output !== undefined && (typeof output !== "string" || output === "")) throw new Wrong(texts.noOutput);
    const set = new Set(command.flags.filter((flag) => values[flag] === true));
    const [force, json] = [values.force === true, values.json === true];
    return await command.run({ input, output, force, json, flags: set }, language);
  } catch (error) {
    if (error instanceof WorkbookError) {
      stderr.write(`${positionals[0] ?? ""}: ${fileSentence(error.problem, language)}\n`);
    } else if (error instanceof Wrong) {
      stderr.write(error.isCall ? `${error.message}\n${command.see(language)}\n` : `${error.message}\n`);
    } else throw error;
    return exitCodes.usage;
  }
}

/** More than any workbook that is read: one byte of the archive is never less than a thousandth of one unpacked. */
const mostBytes = 500_000_000;

export function readWorkbookFile(file: string, language: Language): Uint8Array {
  const texts = workbookFileTexts(language);
  const place = userPath(file);
  try {
    const stat = statSync(place);
    if (stat.isDirectory()) throw new Wrong(texts.isFolder(file), false);
    if (stat.size > mostBytes) throw new Wrong(texts.tooLarge(file), false);
    return readFileSync(place);
  } catch (error) {
    if (error instanceof Wrong) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") throw new Wrong(texts.noSuchFile(file), false);
    throw new Wrong(
      code === "EACCES" || code === "EPERM" ? texts.notReadable(file) : texts.cannotRead(file, message),
      false,
    );
  }
}

/** Where the result goes, as the user named it. */
export interface Target {
  readonly file: string;
  readonly replace: boolean;
}

/** Anywhere but over the workbook that it comes from; what is wrong with the place is told before any work. */
export function checkTarget({ input, output, force }: FileCall, language: Language): Target {
  const texts = workbookFileTexts(language);
  if (output === undefined) throw new Wrong(texts.noOutput);
  const target = { file: output, replace: force };
  if (realPath(output) === realPath(input)) throw new Wrong(texts.sameFile(output));
  refuseTarget(target, undefined, language);
  return target;
}

/** A copy of a workbook with macros, or of a template, must have the ending of its kind. */
export function checkEnding(target: Target, original: Uint8Array, language: Language): void {
  refuseTarget(target, workbookEnding(original), language);
}

function refuseTarget({ file, replace }: Target, ending: string | undefined, language: Language): void {
  const problem = findFileProblem(userPath(file), replace, ending);
  if (problem) throw new Wrong(fileSentenceOf(problem, file, language), false);
}

export function writeWorkbookFile({ file }: Target, bytes: Uint8Array, language: Language): void {
  const problem = writeWhole(userPath(file), bytes);
  if (problem) throw new Wrong(fileSentenceOf(problem, file, language), false);
}

function realPath(file: string): string {
  const place = userPath(file);
  try {
    return realpathSync(place);
  } catch {
    return place;
  }
}

/** As many remarks as anyone reads; what is left out is counted. */
const mostRemarks = 50;

export function limited(remarks: readonly string[], language: Language): readonly string[] {
  const more = remarks.length - mostRemarks;
  return more > 0 ? [...remarks.slice(0, mostRemarks), workbookFileTexts(language).more(more)] : remarks;
}

/** Tells how far long work has come, once a second at most; work that is soon done tells nothing. */
export function progressOn(stderr: Writable, say: (step: "read" | "calculate" | "write", percent: number) => string) {
  let last = performance.now();
  return (step: "read" | "calculate" | "write", done: number, total: number): void => {
    const now = performance.now();
    if (now - last < 1500) return;
    last = now;
    stderr.write(`${say(step, Math.floor((100 * done) / Math.max(1, total)))}\n`);
  };
}
