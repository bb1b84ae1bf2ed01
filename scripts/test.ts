/*
 * Runs everything that must hold: lint, types, the build, the tests, and the workbench in a real browser.
 *
 *   npm test                   all of it; the browser beside the rest, for a machine with two cores
 *   npm test -- unit           one part: lint, types, unit or browser; what follows goes to the test runner
 *
 * The last line counts: N passed, N failed.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureBuilt, root } from "./builder";

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

const parts: Record<string, (args: string[], say: Say) => Promise<Count>> = {
  lint: async (_, say) =>
    add(await tool("eslint/bin/eslint.js", ["."], say), await tool("prettier/bin/prettier.cjs", ["--check", "."], say)),
  types: (_, say) => tool("typescript/bin/tsc", ["-p", "."], say),
  unit: async (args, say) => {
    await ensureBuilt();
    // Jest runs our modules as modules; Node 20 still calls that experimental.
    const asModules = ["--experimental-vm-modules", "--disable-warning=ExperimentalWarning"];
    return jest(["--config", "jest.config.js", "--maxWorkers=100%", ...args], say, asModules);
  },
  browser: async (args, say) => {
    await ensureBuilt();
    // The set-up that starts server and browser is loaded by Jest itself, which cannot take modules there.
    return jest(["--config", "test/browser/jest.config.js", "--maxWorkers=2", ...args], say);
  },
};

/** Where the output of a part goes. */
type Say = (text: string) => void;
const atOnce: Say = (text) => process.stdout.write(text);

const [chosen, ...rest] = process.argv.slice(2);
if (chosen !== undefined && !(chosen in parts)) {
  console.error(`npm test -- ${chosen}: expected one of ${Object.keys(parts).join(", ")}`);
  process.exit(2);
}
const { passed, failed, skipped } = chosen === undefined ? await all() : await run(chosen, atOnce);
console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`);
process.exit(failed > 0 ? 1 : 0);

/** The browser's tests wait more than they compute: they run beside the others, and are told when these are done. */
async function all(): Promise<Count> {
  await ensureBuilt().catch(() => undefined);
  const told: string[] = [];
  const inBrowser = run("browser", (text) => told.push(text));
  let total: Count = { passed: 0, failed: 0, skipped: 0 };
  for (const name of ["lint", "types", "unit"]) total = add(total, await run(name, atOnce));
  const browser = await inBrowser;
  atOnce(told.join(""));
  return add(total, browser);
}

async function run(name: string, say: Say): Promise<Count> {
  say(`\n── ${name}\n`);
  try {
    return await parts[name]!(rest, say);
  } catch (error) {
    say(`${error instanceof Error ? error.message : String(error)}\n`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function add(a: Count, b: Count): Count {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** A tool that passes or fails as a whole. */
async function tool(script: string, args: string[], say: Say): Promise<Count> {
  const isPassed = await node([path.join(root, "node_modules", script), ...args], say);
  return { passed: isPassed ? 1 : 0, failed: isPassed ? 0 : 1, skipped: 0 };
}

/** Jest, with its count read from its own report; a suite that could not even start counts as failed. */
async function jest(args: string[], say: Say, flags: string[] = []): Promise<Count> {
  const folder = mkdtempSync(path.join(tmpdir(), "finsam-test-"));
  const report = path.join(folder, "report.json");
  try {
    const script = path.join(root, "node_modules/jest/bin/jest.js");
    const isPassed = await node([...flags, script, "--json", `--outputFile=${report}`, ...args], say, false);
    const result = JSON.parse(readFileSync(report, "utf8")) as Record<string, number>;
    const wrong = result["numFailedTests"]! + result["numRuntimeErrorTestSuites"]!;
    return {
      passed: result["numPassedTests"]!,
      failed: isPassed ? wrong : Math.max(wrong, 1),
      skipped: result["numPendingTests"]!,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether it ended well. Jest writes its report to the standard output too, where it is not wanted. */
function node(args: string[], say: Say, isHeard = true): Promise<boolean> {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", isHeard ? "pipe" : "ignore", "pipe"] });
  const hear = (chunk: Buffer) => say(chunk.toString());
  child.stdout?.on("data", hear);
  child.stderr!.on("data", hear);
  return new Promise((resolve, reject) => child.once("error", reject).once("close", (code) => resolve(code === 0)));
}
