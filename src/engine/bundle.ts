/*
 * Loads the add-in's built bundle (dist/functions.js) outside Excel. The bundle is a classic script that reads
 * two names that Office gives it; here they are arguments, so nothing global is touched and the language that
 * Office reports is ours to change.
 */
import { createCustomFunctions, type CustomFunction, type CustomFunctionsRuntime } from "./custom-functions";

/** What the bundle reads of `Office`. */
export interface OfficeHost {
  readonly context: { displayLanguage: string };
}

type Bundle = (customFunctions: CustomFunctionsRuntime, office: OfficeHost) => void;

/** Runs the bundle and returns the functions it associates, by id. */
export function loadBundle(source: string, office: OfficeHost): ReadonlyMap<string, CustomFunction> {
  const { runtime, functions } = createCustomFunctions();
  // The source is our own build. Compiled in this realm, so that its arrays and errors are ours too.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  const run = new Function("CustomFunctions", "Office", `${source}\n//# sourceURL=functions.js`) as Bundle;
  run(runtime, office);
  return functions;
}
