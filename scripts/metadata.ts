/*
 * The functions' metadata. Microsoft's tool reads the JSDoc of src/functions/functions.ts; this adds what it
 * cannot do: the Swedish file, help addresses, errors as arguments, and our own tags @source and @example,
 * which the help pages and the pane show.
 */
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";
import { readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { argumentNames } from "../src/i18n/arguments";
import { swedishWord } from "../src/i18n/choices";
import { swedishFunctions, swedishTooltips } from "../src/i18n/functions.sv";
import type { Catalogue, CatalogueFunction, Language } from "../src/i18n/catalogue";

export interface Association {
  readonly id: string;
  readonly functionName: string;
}

interface Metadata {
  allowErrorForDataTypeAny: boolean;
  allowCustomDataForDataTypeAny: boolean;
  functions: {
    id: string;
    name: string;
    description: string;
    helpUrl?: string;
    parameters: {
      name: string;
      description: string;
      type: string;
      dimensionality?: string;
      optional?: boolean;
      customEnumId?: string;
    }[];
    result: { type?: string; dimensionality?: string };
  }[];
  enums: { id: string; type: string; values: { name: string; stringValue: string; tooltip: string }[] }[];
}

export interface Generated {
  /** What Excel downloads, one file a language. */
  readonly metadata: Readonly<Record<Language, Metadata>>;
  /** What our own pages and the pane show: the metadata with source, examples and what is returned. */
  readonly catalogue: Readonly<Record<Language, Catalogue>>;
  readonly associations: readonly Association[];
}

export const functionsFile = path.resolve(import.meta.dirname, "../src/functions/functions.ts");

/** Reads the functions' source and returns everything generated from it; addresses start with `origin`. */
export async function generateMetadata(origin: string, file = functionsFile): Promise<Generated> {
  const result = await generateCustomFunctionsMetadata(file);
  if (result.errors.length > 0) throw new Error(`${file}: ${result.errors.join("; ")}`);
  const english = JSON.parse(result.metadataJson) as Metadata;
  english.allowErrorForDataTypeAny = true;
  const tags = readTags(file);
  const swedish = toSwedish(english);
  return {
    metadata: { en: withHelp(english, origin, "en"), sv: withHelp(swedish, origin, "sv") },
    catalogue: {
      en: toCatalogue(english, tags, (id) => tags[id]!),
      sv: toCatalogue(swedish, tags, (id) => swedishFunctions[id]!),
    },
    associations: result.associate.map(({ id, functionName }) => ({ id, functionName })),
  };
}

/** Where a function's help page is, under the origin. */
export function helpPath(id: string, language: Language): string {
  return `help/${language}/${id.toLowerCase()}.html`;
}

function withHelp(metadata: Metadata, origin: string, language: Language): Metadata {
  return {
    ...metadata,
    functions: metadata.functions.map((fn) => ({ ...fn, helpUrl: `${origin}/${helpPath(fn.id, language)}` })),
  };
}

function toSwedish(english: Metadata): Metadata {
  sameKeys(
    "functions",
    english.functions.map((fn) => fn.id),
    Object.keys(swedishFunctions),
  );
  sameKeys(
    "enums",
    english.enums.map((e) => e.id),
    Object.keys(swedishTooltips),
  );
  return {
    ...english,
    functions: english.functions.map((fn) => {
      const text = swedishFunctions[fn.id]!;
      sameKeys(
        fn.id,
        fn.parameters.map((p) => p.name),
        Object.keys(text.parameters),
      );
      return {
        ...fn,
        description: text.description,
        parameters: fn.parameters.map((parameter) => ({
          ...parameter,
          name: argumentNames[parameter.name as keyof typeof argumentNames],
          description: text.parameters[parameter.name]!,
        })),
      };
    }),
    enums: english.enums.map((e) => {
      const text = swedishTooltips[e.id]!;
      sameKeys(
        e.id,
        e.values.map((v) => v.stringValue),
        Object.keys(text),
      );
      return {
        ...e,
        values: e.values.map((value) => ({
          ...value,
          name: swedishWord[value.stringValue]!,
          tooltip: text[value.stringValue]!,
        })),
      };
    }),
  };
}

function toCatalogue(
  metadata: Metadata,
  tags: Readonly<Record<string, Tags>>,
  texts: (id: string) => { returns: string; source: string },
): Catalogue {
  const choices = new Map(
    metadata.enums.map((e) => [e.id, e.values.map((v) => ({ value: v.stringValue, description: v.tooltip }))]),
  );
  return {
    functions: metadata.functions.map((fn): CatalogueFunction => ({
      id: fn.id,
      description: fn.description,
      parameters: fn.parameters.map(({ name, description, optional, customEnumId }, index) => ({
        name,
        description,
        optional: optional === true,
        ...(customEnumId === undefined ? {} : { choices: choices.get(customEnumId)! }),
        ...(tags[fn.id]!.logical[index] === true ? { isLogical: true as const } : {}),
      })),
      returns: texts(fn.id).returns,
      source: texts(fn.id).source,
      examples: tags[fn.id]!.examples,
    })),
  };
}

interface Tags {
  /** Which arguments are TRUE or FALSE: in Excel's metadata all are tables of anything. */
  readonly logical: readonly boolean[];
  readonly returns: string;
  readonly source: string;
  readonly examples: CatalogueFunction["examples"];
}

/** The JSDoc tags that Microsoft's tool passes over, by function id. */
function readTags(file: string): Record<string, Tags> {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const tags: Record<string, Tags> = {};
  for (const statement of source.statements) {
    if (!ts.isFunctionDeclaration(statement)) continue;
    const all = ts.getJSDocTags(statement);
    const textsOf = (name: string) =>
      all
        .filter((tag) => tag.tagName.text === name)
        .map((tag) => (ts.getTextOfJSDocComment(tag.comment) ?? "").replace(/\s+/g, " ").trim());
    const one = (name: string) => {
      const [text] = textsOf(name);
      if (!text) throw new Error(`${file}: ${statement.name?.text ?? "a function"} has no @${name}`);
      return text;
    };
    tags[one("customfunction").split(" ")[0]!] = {
      logical: textsOf("param").map((description) => /^TRUE\b/.test(description)),
      returns: one("returns"),
      source: one("source"),
      examples: textsOf("example").map((example) => {
        const [formula, result] = example.split(" → ");
        if (!formula || !result) throw new Error(`${file}: an example is written "formula → result", not "${example}"`);
        return { formula, result };
      }),
    };
  }
  return tags;
}

function sameKeys(where: string, english: readonly string[], swedish: readonly string[]): void {
  const missing = english.filter((key) => !swedish.includes(key));
  const left = swedish.filter((key) => !english.includes(key));
  if (missing.length > 0) throw new Error(`Swedish text is missing for ${where}: ${missing.join(", ")}`);
  if (left.length > 0) throw new Error(`Swedish text is left over for ${where}: ${left.join(", ")}`);
}
