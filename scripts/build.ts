/*
 * Builds the add-in into dist/.
 *
 *   npm run build                                    for this machine: https://localhost:3000
 *   npm run build -- --origin https://host/path      for production: every address follows the origin
 *   npm run build -- --probe                         with FINSAM.PROBE, for verifying in Excel
 */
import path from "node:path";
import { parseArgs } from "node:util";
import { buildTexts } from "../src/i18n/build";
import { build, defaultOrigin, root } from "./builder";

let options: { origin: string; out: string; probe: boolean };
try {
  options = parseArgs({
    options: {
      origin: { type: "string", default: defaultOrigin },
      out: { type: "string", default: "dist" },
      probe: { type: "boolean", default: false },
    },
  }).values;
} catch (error) {
  fail(`${(error as Error).message}\n${buildTexts.usage}`);
}
const origin = readOrigin(options.origin);
const out = path.resolve(root, options.out);
try {
  console.error(buildTexts.building);
  await build({ origin, out, probe: options.probe });
  console.log(buildTexts.built(path.relative(root, out) || ".", origin));
} catch (error) {
  fail((error as Error).message);
}

/** Excel loads add-ins over HTTPS alone; a query or a fragment cannot be continued with a path. */
function readOrigin(text: string): string {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return fail(buildTexts.notAnAddress(text));
  }
  if (url.protocol !== "https:") return fail(buildTexts.notSecure(text));
  if (url.search || url.hash) return fail(buildTexts.notContinuable(text));
  return url.href.replace(/\/+$/, "");
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
