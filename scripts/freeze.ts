/*
 * Writes a copy of an .xlsx workbook in which every FINSAM formula is its value; src/cli/freeze.ts says how, and so
 * does --help.
 *
 *   npm run --silent freeze -- budget.xlsx -o copy.xlsx
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { freeze, type AddInDescription } from "../src/cli/freeze";
import { runInTerminal } from "./terminal";

await runInTerminal((args, streams) => freeze(args, streams, describeAddIn, today()));

async function describeAddIn(): Promise<AddInDescription> {
  const { generateMetadata } = await import("./metadata");
  const { defaultOrigin, root } = await import("./builder");
  const manifest = readFileSync(path.join(root, "manifest.xml"), "utf8");
  const read = (element: string) => new RegExp(`<${element}>([^<]+)</${element}>`).exec(manifest)![1]!;
  const { catalogue } = await generateMetadata(defaultOrigin);
  return { catalogue, version: read("Version"), addInId: read("Id") };
}

/** The day here, as the Swedish write it. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
