/*
 * Runs everything that must hold: lint, types, the build, the tests, and the workbench in a real browser.
 *
 *   npm test                   all of it
 *   npm test -- unit           one part: lint, types, unit or browser; what follows goes to the test runner
 *
 * The last line counts: N passed, N failed.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureBuilt, root } from "./builder";

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

const parts: Record<string, (args: string[]) => Count | Promise<Count>> = {
  lint: () => add(tool("eslint/bin/eslint.js", ["."]), tool("prettier/bin/prettier.cjs", ["--check", "."])),
  types: () => tool("typescript/bin/tsc", ["-p", "."]),
  unit: async (args) => {
    await ensureBuilt();
    // Jest runs our modules as modules; Node 20 still calls that experimental.
    const asModules = ["--experimental-vm-modules", "--disable-warning=ExperimentalWarning"];
    return jest(["--config", "jest.config.js", ...args], asModules);
  },
  browser: async (args) => {
    await ensureBuilt();
    // The set-up that starts server and browser is loaded by Jest itself, which cannot take modules there.
    return jest(["--config", "test/browser/jest.config.js", "--runInBand", ...args]);
  },
};

const [chosen, ...rest] = process.argv.slice(2);
if (chosen !== undefined && !(chosen in parts)) {
  console.error(`npm test -- ${chosen}: expected one of ${Object.keys(parts).join(", ")}`);
  process.exit(2);
}
let total: Count = { passed: 0, failed: 0, skipped: 0 };
for (const name of chosen === undefined ? Object.keys(parts) : [chosen]) {
  console.log(`\n── ${name}`);
  try {
    total = add(total, await parts[name]!(rest));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    total = add(total, { passed: 0, failed: 1, skipped: 0 });
  }
}
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ""}`);
process.exit(total.failed > 0 ? 1 : 0);

function add(a: Count, b: Count): Count {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** A tool that passes or fails as a whole. */
function tool(script: string, args: string[]): Count {
  const passed = node([path.join(root, "node_modules", script), ...args]);
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

/** Jest, with its count read from its own report; a suite that could not even start counts as failed. */
function jest(args: string[], flags: string[] = []): Count {
  const folder = mkdtempSync(path.join(tmpdir(), "finsam-test-"));
  const report = path.join(folder, "report.json");
  try {
    const script = path.join(root, "node_modules/jest/bin/jest.js");
    const passed = node([...flags, script, "--json", `--outputFile=${report}`, ...args], "ignore");
    const result = JSON.parse(readFileSync(report, "utf8")) as Record<string, number>;
    const failed = result["numFailedTests"]! + result["numRuntimeErrorTestSuites"]!;
    return {
      passed: result["numPassedTests"]!,
      failed: passed ? failed : Math.max(failed, 1),
      skipped: result["numPendingTests"]!,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function node(args: string[], stdout: "inherit" | "ignore" = "inherit"): boolean {
  return spawnSync(process.execPath, args, { cwd: root, stdio: ["ignore", stdout, "inherit"] }).status === 0;
}
