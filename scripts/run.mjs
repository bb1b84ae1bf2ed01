/*
 * What every npm script starts with: node scripts/run.mjs TASK [arguments]. Plain JavaScript with nothing but
 * Node, so that it works on a fresh clone: it installs the dependencies where they are missing or out of date,
 * and then runs scripts/TASK.ts. Everything it says itself goes to standard error; output belongs to the task.
 */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const [task, ...args] = process.argv.slice(2);

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 11)) {
  fail(`FINSAM needs Node.js 20.11 or later; this is ${process.versions.node}. Install it from nodejs.org.`);
}
installDependencies();
const tsx = pathToFileURL(path.join(root, "node_modules/tsx/dist/loader.mjs")).href;
const run = spawn(process.execPath, ["--import", tsx, path.join(root, `scripts/${task}.ts`), ...args], {
  stdio: "inherit",
  env: { ...process.env, TSX_TSCONFIG_PATH: path.join(root, "tsconfig.json") },
});
// Ctrl+C reaches the task by itself; a signal sent to this process alone is handed on, so that no server is left.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => run.kill(signal));
run.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));

/** Runs `npm ci` unless what is installed is what package-lock.json asks for. */
function installDependencies() {
  const lock = createHash("sha256")
    .update(readFileSync(path.join(root, "package-lock.json")))
    .digest("hex");
  const stamp = path.join(root, "node_modules/.finsam-installed");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  console.error("Installing dependencies; the first time this takes a minute or two …");
  const started = Date.now();
  // No install script of any dependency is needed, so none is run.
  const npm = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (npm.status !== 0) {
    fail(
      "The dependencies could not be installed (npm's own message stands above).\n" +
        "Check that this machine reaches the npm registry, then run the same command again.",
    );
  }
  writeFileSync(stamp, lock);
  console.error(`Dependencies installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
