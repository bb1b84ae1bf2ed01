/*
 * What the terminal commands share: the built add-in to evaluate with, and an end without a stack trace.
 */
import { exitCodes, type Streams } from "../src/cli/calc";
import { readBuiltAddIn, type BuiltAddIn } from "../src/engine/engine";

type Command = (args: readonly string[], streams: Streams, load: () => Promise<BuiltAddIn>) => Promise<number>;

/** Runs a command on this process's arguments; the add-in is built when the command asks for it, and not before. */
export async function runInTerminal(command: Command): Promise<void> {
  // Whoever reads our output may have read enough (`… | head`).
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit();
    throw error;
  });
  try {
    process.exitCode = await command(process.argv.slice(2), process, async () => {
      const { dist, ensureBuilt } = await import("./builder");
      await ensureBuilt();
      return readBuiltAddIn(dist);
    });
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = exitCodes.usage;
  }
}
