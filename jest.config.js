/** Tests run from source; those of what is built read dist/, which scripts/test.ts builds first. */
export default {
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/browser/"],
  modulePathIgnorePatterns: ["<rootDir>/.cache/", "<rootDir>/build/"],
  extensionsToTreatAsEsm: [".ts"],
  transform: {
    // Types are checked once for all, by `tsc`.
    "\\.tsx?$": ["ts-jest", { useESM: true, diagnostics: false, tsconfig: "<rootDir>/tsconfig.json" }],
  },
};
