/*
 * What commands with files have in common: how their arguments are read, and how a call that is wrong ends.
 */
import path from "node:path";
import type { Writable } from "node:stream";
import { parseArgs, type ParseArgsConfig } from "node:util";
import type { Language } from "../i18n/language";
import { workbookFileTexts } from "../i18n/workbook-file";

export interface Streams {
  readonly stdout: Writable;
  readonly stderr: Writable;
}

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

/** The values of options, what else was given, and the language of what is said. */
export function readCommandLine<T extends NonNullable<ParseArgsConfig["options"]>>(
  args: readonly string[],
  options: T,
) {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const { lang } = values as { lang?: unknown };
  const language: Language = lang === "en" ? "en" : "sv";
  const unknown = tokens.find((token) => token.kind === "option" && !Object.hasOwn(options, token.name));
  const texts = workbookFileTexts(language);
  /** What is wrong with the options; help is given all the same where only the language is. */
  const check = (wantsHelp: boolean) => {
    if (unknown?.kind === "option") throw new Wrong(texts.unknownOption(unknown.rawName));
    if (!wantsHelp && lang !== undefined && lang !== language) throw new Wrong(texts.badLanguage);
  };
  return { values, positionals, language, check };
}

/** npm runs its scripts in the project's folder; what a user types is seen from her own. */
export function userPath(file: string): string {
  return path.resolve(process.env["INIT_CWD"] ?? "", file);
}
