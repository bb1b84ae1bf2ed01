/*
 * Evaluates formulas from the terminal with the add-in as built; src/cli/calc.ts says how, and so does --help.
 *
 *   npm run --silent calc -- '=FINSAM.SPLIT(7348)'
 */
import { calc, exitCodes } from "../src/cli/calc";
import { readBuiltAddIn } from "../src/engine/engine";

// Whoever reads our output may have read enough (`calc … | head`): no reason for a stack trace.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  throw error;
});

try {
  process.exitCode = await calc(process.argv.slice(2), process, async () => {
    const { dist, ensureBuilt } = await import("./builder");
    await ensureBuilt();
    return readBuiltAddIn(dist);
  });
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = exitCodes.usage;
}
