/*
 * Puts the add-in's functions into the spreadsheet engine. The engine is an argument, never an import: in the
 * browser it is a script of its own (`o_spreadsheet`), and no part of what we bundle.
 */
import type * as OSpreadsheet from "@odoo/o-spreadsheet";
import { answerAsExcel } from "./asExcel";
import { CustomFunctionError, type CustomFunction } from "./custom-functions";
import type { FunctionMetadata, FunctionsMetadata, ParameterMetadata } from "./metadata";
import { toErrorResult, toMatrixArgument, toResult, toTextArgument, type Arg } from "./values";

/** What we use of the engine. */
export type EngineLibrary = Pick<typeof OSpreadsheet, "registries" | "createAutocompleteArgumentsProvider">;

/** The prefix of every function in a formula; manifest.xml declares the same to Excel. */
export const namespace = "FINSAM";

export interface Registration {
  readonly library: EngineLibrary;
  readonly metadata: FunctionsMetadata;
  /** What the bundle has associated, by id. */
  readonly functions: ReadonlyMap<string, CustomFunction>;
}

/**
 * Registers every function that the metadata names. Done again, with metadata in another language or another
 * bundle, the functions are replaced.
 */
export function registerFunctions({ library, metadata, functions }: Registration): void {
  answerAsExcel(library.registries.functionRegistry);
  // The engine knows its own error texts only; these two are Excel's.
  library.registries.errorTypes.add("#VALUE!").add("#REF!");
  for (const fn of metadata.functions) {
    const compute = functions.get(fn.id);
    if (!compute) throw new Error(`The metadata names ${fn.id}, but the bundle associates no such function`);
    register(library, fn, describeArguments(fn, metadata), compute);
  }
}

function register(
  library: EngineLibrary,
  fn: FunctionMetadata,
  args: OSpreadsheet.ArgDefinition[],
  compute: CustomFunction,
): void {
  const name = `${namespace}.${fn.name}`;
  library.registries.functionRegistry.replace(name, {
    description: fn.description,
    category: namespace,
    args,
    compute: adapt(fn, compute),
    isExported: true,
  });
  const proposals = library.registries.autoCompleteProviders;
  for (const key of proposals.getKeys()) if (key.startsWith(`${name}_function_`)) proposals.remove(key);
  library.createAutocompleteArgumentsProvider(name, args);
}

/** A function of the engine that calls ours as Excel does: every parameter in its place, the invocation last. */
function adapt({ name, parameters }: FunctionMetadata, compute: CustomFunction) {
  const readers = parameters.map((parameter) => (isText(parameter) ? toTextArgument : toMatrixArgument));
  const invocation = { functionName: `${namespace}.${name}` };
  return (...args: Arg[]) => {
    const values: unknown[] = readers.map((read, index) => read(args[index]));
    const answer = values.find((value) => value instanceof CustomFunctionError);
    if (answer) return toResult(answer);
    try {
      return toResult(compute(...values, invocation));
    } catch (thrown) {
      return toErrorResult(thrown);
    }
  };
}

function isText({ type, dimensionality }: ParameterMetadata): boolean {
  return type === "string" && dimensionality !== "matrix";
}

/** Every argument takes ranges and errors as they are; else the engine would call us once a cell. */
function describeArguments({ parameters }: FunctionMetadata, { enums = [] }: FunctionsMetadata) {
  return parameters.map(({ name, description, optional, customEnumId }): OSpreadsheet.ArgDefinition => {
    const choices = enums.find((choice) => choice.id === customEnumId)?.values;
    return {
      name,
      description,
      type: ["ANY", "RANGE"],
      acceptErrors: true,
      acceptMatrix: true,
      ...(optional ? { optional } : {}),
      ...(choices ? { proposalValues: choices.map(toProposal) } : {}),
    };
  });
}

function toProposal(choice: { name: string; stringValue: string; tooltip?: string }): OSpreadsheet.ArgProposal {
  const shown = choice.name === choice.stringValue ? [choice.tooltip] : [choice.name, choice.tooltip];
  return { value: choice.stringValue, label: shown.filter(Boolean).join(": ") };
}
