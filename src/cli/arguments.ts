/*
 * Reads the arguments of `calc`: one formula or `-`, and the options. A wrong call is a sentence, not an
 * exception.
 */
import { parseArgs } from "node:util";
import { cliTexts } from "../i18n/cli";
import type { Language } from "../i18n/language";

export interface Call {
  readonly language: Language;
  readonly action:
    | { readonly kind: "help" }
    | { readonly kind: "wrong"; readonly sentence: string }
    | { readonly kind: "stream" }
    | { readonly kind: "formula"; readonly formula: string; readonly json: boolean };
}

const known = { json: { type: "boolean" }, lang: { type: "string" }, help: { type: "boolean", short: "h" } } as const;

export function readArguments(args: readonly string[]): Call {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: known,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const { lang, json = false, help = false } = values;
  const language = lang === "en" ? "en" : "sv";
  const texts = cliTexts(language);
  const wrong = (sentence: string): Call => ({ language, action: { kind: "wrong", sentence } });

  const unknown = tokens.find((token) => token.kind === "option" && !Object.hasOwn(known, token.name));
  if (unknown?.kind === "option") return wrong(texts.unknownOption(unknown.rawName));
  if (help) return { language, action: { kind: "help" } };
  if (lang !== undefined && lang !== "sv" && lang !== "en") {
    return wrong(texts.badLanguage(typeof lang === "string" ? lang : undefined));
  }
  const [formula] = positionals;
  if (formula === undefined) return wrong(texts.noFormula);
  if (positionals.length > 1) return wrong(texts.oneFormula(positionals.length));
  if (formula === "-") return { language, action: { kind: "stream" } };
  return { language, action: { kind: "formula", formula, json: json !== false } };
}
