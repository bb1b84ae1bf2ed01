/*
 * The stand-in for Excel's CustomFunctions, held against Microsoft's own runtime, which @microsoft/office-js
 * brings along; and the loader that gives it to a bundle.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { createCustomFunctions, CustomFunctionError, errorCodes } from "../../src/engine/custom-functions";
import { loadBundle } from "../../src/engine/bundle";

const office = { context: { displayLanguage: "sv-SE" } };

describe("the stand-in for CustomFunctions", () => {
  test("keeps one function, or several at once", () => {
    const { runtime, functions } = createCustomFunctions();
    const [a, b, c] = [() => 1, () => 2, () => 3];
    runtime.associate("A", a);
    runtime.associate({ B: b, C: c });
    expect([...functions]).toEqual([
      ["A", a],
      ["B", b],
      ["C", c],
    ]);
  });

  test("refuses what is no function", () => {
    const { runtime } = createCustomFunctions();
    expect(() => runtime.associate("A", undefined)).toThrow("A");
  });

  test("has the error codes of Microsoft's runtime, each with the same text", () => {
    const folder = path.dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/package.json"));
    const runtime = readFileSync(path.join(folder, "dist/custom-functions-runtime.debug.js"), "utf8");
    const theirs = [...runtime.matchAll(/ErrorCode\.(\w+) = "(#[^"]+)"/g)].map(([, name, text]) => [name, text]);
    expect(theirs.length).toBeGreaterThan(0);
    expect(Object.fromEntries(theirs)).toEqual(errorCodes);
  });

  test("an error is a JavaScript error; without arguments #VALUE! and no message", () => {
    const error = new CustomFunctionError();
    expect(error).toBeInstanceOf(Error);
    expect([error.code, error.message]).toEqual(["#VALUE!", ""]);
  });
});

describe("loading a bundle", () => {
  test("gives it CustomFunctions and Office, and touches nothing global", () => {
    const functions = loadBundle(
      `CustomFunctions.associate("LANGUAGE", () => Office.context.displayLanguage);`,
      office,
    );
    expect(functions.get("LANGUAGE")!()).toBe("sv-SE");
    expect(globalThis).not.toHaveProperty("CustomFunctions");
    expect(globalThis).not.toHaveProperty("Office");
  });

  test("a bundle that fails says so at once", () => {
    expect(() => loadBundle(`throw new RangeError("at load");`, office)).toThrow("at load");
  });
});
