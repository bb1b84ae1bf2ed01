/*
 * Building the add-in with webpack, and knowing whether what is built is up to date.
 */
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import webpack from "webpack";
import { buildTexts } from "../src/i18n/build";
import addIn from "../webpack.config.js";

export const root = path.resolve(import.meta.dirname, "..");
export const dist = path.join(root, "dist");
/** Where the add-in is served on a developer's own machine; manifest.xml in the repository says the same. */
export const defaultOrigin = "https://localhost:3000";

/**
 * Builds the add-in into `out`; throws with webpack's messages when it does not compile. What is there is replaced
 * when the new one is whole: a build that is broken off, or two at once, leave no add-in of mixed parts.
 */
export async function build(options: { origin: string; out: string; probe?: boolean }): Promise<void> {
  const { out } = options;
  const beside = `${out}.building-${process.pid}`;
  try {
    await runWebpack(await addIn({ ...options, out: beside }));
    rmSync(out, { recursive: true, force: true });
    renameSync(beside, out);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

export async function runWebpack(configuration: webpack.Configuration): Promise<void> {
  const stats = await new Promise<webpack.Stats>((resolve, reject) => {
    webpack(configuration, (error, result) => (error ? reject(error) : resolve(result!)));
  });
  if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }));
}

/** Builds dist/ for this machine unless it is newer than everything it is made from. */
export async function ensureBuilt(): Promise<void> {
  const built = path.join(dist, "taskpane.html");
  if (isUpToDate(built) && isForThisMachine()) return;
  // Somebody may be about to publish what is there.
  const other = existsSync(built) && !isForThisMachine();
  console.error(other ? buildTexts.buildingAgain : buildTexts.building);
  await build({ origin: defaultOrigin, out: dist });
}

/** Whether what is built is newer than everything it is made from. */
export function isUpToDate(built: string): boolean {
  const sources = [
    "src",
    "assets",
    "scripts",
    "manifest.xml",
    "webpack.config.js",
    "tsconfig.json",
    "package-lock.json",
  ];
  return (
    existsSync(built) && statSync(built).mtimeMs > Math.max(...sources.map((name) => newest(path.join(root, name))))
  );
}

/** Not so after a build for another origin, or one with the probe. */
function isForThisMachine(): boolean {
  const metadata = readFileSync(path.join(dist, "functions.json"), "utf8");
  return metadata.includes(`"${defaultOrigin}/`) && !metadata.includes('"id": "PROBE"');
}

function newest(file: string): number {
  const stat = statSync(file);
  if (!stat.isDirectory()) return stat.mtimeMs;
  // A folder's own time tells of files that were taken away.
  return Math.max(stat.mtimeMs, ...readdirSync(file).map((name) => newest(path.join(file, name))));
}
