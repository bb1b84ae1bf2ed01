/*
 * Every example that Excel's help, the pane and the help pages show gives the result written beside it, as a
 * spreadsheet computes it with the add-in as built.
 */
import path from "node:path";
import { generateMetadata } from "../../scripts/metadata";
import { createEngine, readBuiltAddIn } from "../../src/engine/engine";

const engine = createEngine({
  ...readBuiltAddIn(path.resolve(import.meta.dirname, "../../dist")),
  language: "en",
});
const { catalogue } = await generateMetadata("https://localhost:3000");

test.each(catalogue.en.functions.map(({ id, examples }) => [id, examples] as const))(
  "%s has an example",
  (_, examples) => {
    expect(examples.length).toBeGreaterThan(0);
  },
);

test.each(catalogue.en.functions.flatMap((fn) => fn.examples.map(({ formula, result }) => [formula, result] as const)))(
  "%s → %s",
  (formula, result) => {
    const expected = engine.evaluate(result);
    expect(expected).toHaveProperty("grid");
    expect(engine.evaluate(formula)).toEqual(expected);
  },
);
