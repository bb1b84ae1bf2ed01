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
if (major < 20 || (major === 20 && minor < 11)) fail(texts().tooOld(process.versions.node));
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
  console.error(texts().installing);
  const started = Date.now();
  // No install script of any dependency is needed, so none is run.
  const npm = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (npm.status !== 0) {
    fail(texts().failed);
  }
  writeFileSync(stamp, lock);
  console.error(texts().installed(Math.round((Date.now() - started) / 1000)));
}

/** Here and not in src/i18n, as nothing but plain Node can be read before the dependencies are there. */
function texts() {
  const sv = {
    tooOld: (version) => `FINSAM kräver Node.js 20.11 eller senare; det här är ${version}. Hämta det från nodejs.org.`,
    installing: "Installerar det som behövs; första gången tar det någon minut …",
    installed: (seconds) => `Installerat på ${seconds} s.`,
    failed:
      "Det som behövs kunde inte installeras (npm:s eget meddelande står ovanför).\n" +
      "Kontrollera att datorn når npm-registret och kör samma kommando igen.",
  };
  const en = {
    tooOld: (version) => `FINSAM needs Node.js 20.11 or later; this is ${version}. Install it from nodejs.org.`,
    installing: "Installing dependencies; the first time this takes a minute or two …",
    installed: (seconds) => `Dependencies installed in ${seconds} s.`,
    failed:
      "The dependencies could not be installed (npm's own message stands above).\n" +
      "Check that this machine reaches the npm registry, then run the same command again.",
  };
  return /^sv\b/i.test(Intl.DateTimeFormat().resolvedOptions().locale) ? sv : en;
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
