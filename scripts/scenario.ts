/*
 * Lists the scenarios, or shows one with every cell evaluated; src/cli/scenario.ts says how, and so does --help.
 *
 *   npm run --silent scenario -- show escalation
 */
import { scenario } from "../src/cli/scenario";
import { runInTerminal } from "./terminal";

await runInTerminal(scenario);
