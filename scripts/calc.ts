/*
 * Evaluates formulas from the terminal with the add-in as built; src/cli/calc.ts says how, and so does --help.
 *
 *   npm run --silent calc -- '=FINSAM.SPLIT(7348)'
 */
import { calc } from "../src/cli/calc";
import { runInTerminal } from "./terminal";

await runInTerminal(calc);
