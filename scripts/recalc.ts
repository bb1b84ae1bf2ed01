/*
 * Recalculates the FINSAM formulas of an .xlsx workbook; src/cli/recalc.ts says how, and so does --help.
 *
 *   npm run --silent recalc -- budget.xlsx -o out.xlsx
 */
import { recalc } from "../src/cli/recalc";
import { runInTerminal } from "./terminal";

await runInTerminal(recalc);
