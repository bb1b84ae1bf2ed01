import js from "@eslint/js";
import officeAddins from "eslint-plugin-office-addins";
import globals from "globals";
import tseslint from "typescript-eslint";

/** The plugin's own rules; its recommended set brings another parser and other plugins along. */
const officeRules = Object.fromEntries(
  Object.keys(officeAddins.rules).map((rule) => [`office-addins/${rule}`, "error"]),
);

export default tseslint.config(
  { ignores: ["dist/", "dist.building-*/", "build/", "coverage/", ".cache/", "node_modules/"] },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: { project: "./tsconfig.json", tsconfigRootDir: import.meta.dirname },
    },
    plugins: { "office-addins": officeAddins },
    rules: {
      ...officeRules,
      // Custom functions and Office.js hand us values of any type; the reader narrows them.
      "@typescript-eslint/no-explicit-any": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
    },
  },
  {
    // Core knows nothing of Excel, languages or any other folder.
    files: ["src/core/**"],
    rules: {
      "no-restricted-imports": ["error", { patterns: [{ regex: "^(\\.\\./)+(?!parameters)[a-z0-9]+/(?!.*core)" }] }],
    },
  },
  {
    // Rules and scenarios know no Excel: what they give is written by others, and tested without any host.
    files: ["src/core/**", "src/scenarios/**"],
    rules: { "no-restricted-globals": ["error", "Office", "Excel", "CustomFunctions", "OfficeRuntime"] },
  },
  {
    // Tests hand over whatever Excel might.
    files: ["test/**"],
    rules: {
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
    },
  },
  { files: ["**/*.js", "**/*.mjs"], extends: [tseslint.configs.disableTypeChecked] },
);
