/*
 * What registering puts into the engine's registry: what autocomplete and argument help show.
 */
import * as library from "@odoo/o-spreadsheet";
import { loadBundle } from "../../src/engine/bundle";
import { registerFunctions } from "../../src/engine/register";
import { fixture } from "./fixture";

const { functionRegistry, autoCompleteProviders } = library.registries;
const functions = loadBundle(fixture.bundle, { context: { displayLanguage: "sv-SE" } });
const proposalsOfSeen = () => autoCompleteProviders.getKeys().filter((key) => key.startsWith("FINSAM.SEEN_"));

test("every function with its description and arguments", () => {
  registerFunctions({ library, metadata: fixture.metadata, functions });
  expect(functionRegistry.get("FINSAM.SEEN")).toMatchObject({
    description: "What SEEN does",
    category: "FINSAM",
    isExported: true,
    minArgRequired: 1,
    maxArgPossible: 3,
    args: [{ name: "argument0" }, { name: "argument1", optional: true }, { name: "argument2", optional: true }],
  });
});

test("the texts that an argument chooses between, with their names where they are others", () => {
  registerFunctions({ library, metadata: fixture.metadata, functions });
  expect(functionRegistry.get("FINSAM.SEEN").args[2]!.proposalValues).toEqual([
    { value: "state", label: "staten: Statens bidrag" },
    { value: "total", label: "The total" },
  ]);
  expect(proposalsOfSeen()).toHaveLength(1);
});

test("registered again, as in another language, all is replaced", () => {
  registerFunctions({ library, metadata: fixture.metadata, functions });
  const renamed = fixture.metadata.functions.map((fn) => ({
    ...fn,
    description: "Vad den gör",
    parameters: fn.parameters.map((parameter) => ({ ...parameter, name: `sv_${parameter.name}` })),
  }));
  registerFunctions({ library, metadata: { ...fixture.metadata, functions: renamed }, functions });
  expect(functionRegistry.get("FINSAM.SEEN").description).toBe("Vad den gör");
  expect(proposalsOfSeen()).toEqual(["FINSAM.SEEN_function_sv_argument2_argument_proposals"]);
});

test("a function in the metadata that the bundle does not have is said at once", () => {
  const extra = { id: "LACKING", name: "LACKING", description: "", parameters: [] };
  expect(() => registerFunctions({ library, metadata: { functions: [extra] }, functions })).toThrow("LACKING");
});
