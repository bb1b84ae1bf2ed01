/** Unit and table tests run from source; tests of what is built read dist/ (scripts/test.ts builds it first). */
export default {
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/browser/"],
  transform: {
    "\\.tsx?$": [
      "ts-jest",
      {
        diagnostics: false,
        tsconfig: {
          ...{ target: "ES2022", module: "CommonJS", moduleResolution: "Node10", esModuleInterop: true },
          ignoreDeprecations: "6.0",
        },
      },
    ],
  },
};
