/*
 * Writes the menu of scenarios into manifest.xml. Run after the list of scenarios, or one of their titles, has
 * changed; a test says when that has been forgotten.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { scenarios } from "../src/scenarios/all";
import { root } from "./builder";
import { withScenarios } from "./scenarioMenu";

const file = path.join(root, "manifest.xml");
writeFileSync(file, withScenarios(readFileSync(file, "utf8"), scenarios));
