/*
 * Workbooks on disk, and what the commands that read one and write another have in common: their arguments, and
 * their ends. A file is written beside its place and then renamed, so that there is never half a workbook.
 */
import { randomUUID } from "node:crypto";
import { readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Writable } from "node:stream";
import { parseArgs, type ParseArgsConfig } from "node:util";
import type { Language } from "../i18n/language";
import { workbookFileTexts } from "../i18n/workbook-file";
import { fileSentence } from "../i18n/xlsx";
import { WorkbookError } from "../xlsx/problem";

export interface Streams {
  readonly stdout: Writable;
  readonly stderr: Writable;
}

export const exitCodes = { ok: 0, differs: 1, usage: 2 } as const;

/** A wrong call or a file that cannot be used: a sentence for the one who made it. */
export class Wrong extends Error {
  constructor(
    sentence: string,
    /** Whether the help would have helped. */
    readonly isCall = true,
  ) {
    super(sentence);
  }
}

const common = {
  output: { type: "string", short: "o" },
  json: { type: "boolean" },
  lang: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

export interface FileCall {
  readonly input: string;
  readonly output: string | undefined;
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
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const language = values.lang === "en" ? "en" : "sv";
  const texts = workbookFileTexts(language);
  try {
    const unknown = tokens.find((token) => token.kind === "option" && !Object.hasOwn(options, token.name));
    if (unknown?.kind === "option") throw new Wrong(texts.unknownOption(unknown.rawName));
    if (values.help) {
      stdout.write(`${command.help(language)}\n`);
      return exitCodes.ok;
    }
    if (values.lang !== undefined && values.lang !== language) throw new Wrong(texts.badLanguage);
    const [input, extra] = positionals;
    if (input === undefined) throw new Wrong(texts.noInput);
    if (extra !== undefined) throw new Wrong(texts.tooMany(extra));
    const { output } = values;
    if (output !== undefined && (typeof output !== "string" || output === "")) throw new Wrong(texts.noOutput);
    const set = new Set(command.flags.filter((flag) => values[flag] === true));
    return await command.run({ input, output, json: values.json === true, flags: set }, language);
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
  try {
    const stat = statSync(file);
    if (stat.isDirectory()) throw new Wrong(texts.isFolder(file), false);
    if (stat.size > mostBytes) throw new Wrong(texts.tooLarge(file), false);
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Wrong) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new Wrong(code === "ENOENT" ? texts.noSuchFile(file) : texts.cannotRead(file, messageOf(error)), false);
  }
}

/** Where the result may be written: anywhere but over the workbook it comes from. */
export function checkOutput(input: string, output: string | undefined, language: Language): string {
  const texts = workbookFileTexts(language);
  if (output === undefined) throw new Wrong(texts.noOutput);
  if (realPath(output) === realPath(input)) throw new Wrong(texts.sameFile(output));
  return output;
}

export function writeWorkbookFile(file: string, bytes: Uint8Array, language: Language): void {
  const beside = path.join(path.dirname(file), `.${path.basename(file)}.${randomUUID().slice(0, 8)}.part`);
  try {
    writeFileSync(beside, bytes, { flag: "wx" });
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw new Wrong(workbookFileTexts(language).cannotWrite(file, messageOf(error)), false);
  }
}

function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return path.resolve(file);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
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
