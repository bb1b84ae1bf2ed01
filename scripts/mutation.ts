/*
 * npm run mutation: StrykerJS on src/core. It takes some minutes; at least nine mutants of ten must be killed.
 * docs/testing.md explains those that survive.
 */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { root } from "./builder";

const stryker = path.join(root, "node_modules/@stryker-mutator/core/bin/stryker.js");
const run = spawnSync(process.execPath, [stryker, "run", ...process.argv.slice(2)], { cwd: root, stdio: "inherit" });
process.exit(run.status ?? 1);
