/*
 * Lists the scenarios, or shows one with every cell evaluated; src/cli/scenario.ts says how, and so does --help.
 *
 *   npm run --silent scenario -- show escalation
 */
import { exitCodes, scenario } from "../src/cli/scenario";
import { readBuiltAddIn } from "../src/engine/engine";

// Whoever reads our output may have read enough (`scenario … | head`): no reason for a stack trace.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  throw error;
});

try {
  process.exitCode = await scenario(process.argv.slice(2), process, async () => {
    const { dist, ensureBuilt } = await import("./builder");
    await ensureBuilt();
    return readBuiltAddIn(dist);
  });
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = exitCodes.usage;
}
