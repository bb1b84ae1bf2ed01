/*
 * Lists the scenarios, shows one with every cell evaluated, or writes it as a workbook; src/cli/scenario.ts says
 * how, and so does --help.
 *
 *   npm run --silent scenario -- show escalation
 */
import { scenario } from "../src/cli/scenario";
import { runInTerminal } from "./terminal";

await runInTerminal(scenario);
