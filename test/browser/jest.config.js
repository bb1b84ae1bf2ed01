import base from "../../jest.config.js";

/** The workbench in a real browser (scripts/test.ts): one server and one browser for all tests. */
export default {
  ...base,
  rootDir: "../..",
  testMatch: ["<rootDir>/test/browser/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/"],
  testTimeout: 60_000,
  globalSetup: "<rootDir>/test/browser/setup.ts",
  globalTeardown: "<rootDir>/test/browser/teardown.ts",
};
