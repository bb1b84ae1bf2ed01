/** `npm run mutation`: breaks src/core in small ways and asks whether a test notices. Not part of `npm test`. */
export default {
  mutate: ["src/core/**/*.ts"],
  testRunner: "jest",
  testRunnerNodeArgs: ["--experimental-vm-modules", "--disable-warning=ExperimentalWarning"],
  jest: {
    configFile: "jest.config.js",
    config: { roots: ["<rootDir>/test/core"], setupFiles: ["<rootDir>/test/core/fewRuns.ts"] },
  },
  coverageAnalysis: "perTest",
  concurrency: 2,
  ignorePatterns: ["dist", "build", "assets", "docs", "/src/workbench", "/src/taskpane"],
  tempDirName: ".cache/stryker",
  reporters: ["clear-text", "progress", "json"],
  jsonReporter: { fileName: "build/mutation.json" },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 95, low: 92, break: 90 },
};
