/*
 * Builds the add-in into dist/.
 *
 *   npm run build                                    for this machine: https://localhost:3000
 *   npm run build -- --origin https://host/path      for production: every address follows the origin
 *   npm run build -- --probe                         with FINSAM.PROBE, for verifying in Excel
 */
import path from "node:path";
import { parseArgs } from "node:util";
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
  fail(`${(error as Error).message}. Usage: npm run build -- [--origin https://host/path] [--out folder] [--probe]`);
}
const origin = readOrigin(options.origin);
const out = path.resolve(root, options.out);
try {
  await build({ origin, out, probe: options.probe });
  console.log(`Built ${path.relative(root, out) || "."} for ${origin}`);
} catch (error) {
  fail((error as Error).message);
}

/** Excel loads add-ins over HTTPS alone; a query or a fragment cannot be continued with a path. */
function readOrigin(text: string): string {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return fail(`--origin ${text}: not a web address. Write it like https://host/path`);
  }
  if (url.protocol !== "https:") return fail(`--origin ${text}: Excel takes https only`);
  if (url.search || url.hash) return fail(`--origin ${text}: an address without ? and #, like https://host/path`);
  return url.href.replace(/\/+$/, "");
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
