/*
 * A stand-in for Excel's global `CustomFunctions`: what the add-in's bundle calls when it loads and throws when
 * an argument is wrong. Used headless and in the browser workbench, so that both run the bundle Excel gets.
 */

/** The codes Excel knows; the texts are those Excel shows and @types/custom-functions-runtime declares. */
export const errorCodes = {
  invalidValue: "#VALUE!",
  notAvailable: "#N/A",
  divisionByZero: "#DIV/0!",
  invalidNumber: "#NUM!",
  nullReference: "#NULL!",
  invalidName: "#NAME?",
  invalidReference: "#REF!",
} as const;

export type ErrorCode = (typeof errorCodes)[keyof typeof errorCodes];

/** As in Microsoft's runtime: a JavaScript Error, whose message is "" where none is given. */
export class CustomFunctionError extends Error {
  constructor(
    readonly code: ErrorCode = errorCodes.invalidValue,
    message = "",
  ) {
    super(message);
  }
}

/** A custom function as Excel calls it: all declared arguments, then the invocation object. */
export type CustomFunction = (...values: unknown[]) => unknown;

export interface CustomFunctionsRuntime {
  associate(id: string | Readonly<Record<string, CustomFunction>>, fn?: CustomFunction): void;
  readonly Error: typeof CustomFunctionError;
  readonly ErrorCode: typeof errorCodes;
}

export interface CustomFunctionsStandIn {
  /** What the bundle sees under the name `CustomFunctions`. */
  readonly runtime: CustomFunctionsRuntime;
  /** The functions that the bundle has associated, by id. */
  readonly functions: ReadonlyMap<string, CustomFunction>;
}

export function createCustomFunctions(): CustomFunctionsStandIn {
  const functions = new Map<string, CustomFunction>();
  const associate: CustomFunctionsRuntime["associate"] = (id, fn) => {
    const mappings = typeof id === "string" ? { [id]: fn } : id;
    for (const [key, value] of Object.entries(mappings)) {
      if (typeof value !== "function") throw new TypeError(`CustomFunctions.associate: "${key}" is not a function`);
      functions.set(key, value);
    }
  };
  return { runtime: { associate, Error: CustomFunctionError, ErrorCode: errorCodes }, functions };
}
