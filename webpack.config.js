/*
 * Builds the add-in into dist/: what Excel loads, and nothing else. `scripts/build.ts` calls it with the
 * origin that addresses start with. The workbench is built apart (scripts/workbench.ts).
 */
import CopyPlugin from "copy-webpack-plugin";
import HtmlPlugin from "html-webpack-plugin";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import webpack from "webpack";
import { helpPages } from "./scripts/help";
import { generateMetadata } from "./scripts/metadata";
import { contentSecurityPolicy } from "./scripts/policy";
import { probeMetadata } from "./src/probe/metadata";

const root = import.meta.dirname;

export const typescript = {
  resolve: { extensions: [".ts", ".js"] },
  module: {
    rules: [
      {
        test: /\.ts$/,
        loader: "ts-loader",
        options: { transpileOnly: true, compilerOptions: { noEmit: false } },
      },
    ],
  },
};

/**
 * What an earlier build made of the same sources. `others` are what the result depends on besides the sources
 * themselves and the webpack that reads them: options that are given to loaders.
 * @returns {webpack.FileCacheOptions}
 */
export function cacheOf(name, ...others) {
  const hash = createHash("sha256").update(JSON.stringify(others));
  for (const file of ["package-lock.json", "tsconfig.json", "webpack.config.js"]) {
    hash.update(readFileSync(path.join(root, file)));
  }
  return {
    type: "filesystem",
    name,
    cacheDirectory: path.join(root, ".cache/webpack"),
    version: hash.digest("hex"),
  };
}

/**
 * @param {{ origin: string, out: string, probe?: boolean }} options `probe` adds FINSAM.PROBE (src/probe)
 * @returns {Promise<webpack.Configuration>}
 */
export default async function addIn({ origin, out, probe = false }) {
  const { metadata, catalogue, associations } = await generateMetadata(origin);
  if (probe) {
    for (const language of ["en", "sv"]) metadata[language].functions.push(probeMetadata(language));
  }
  const json = (value) => JSON.stringify(value, null, 2);
  return {
    mode: "production",
    context: root,
    cache: cacheOf("add-in", associations),
    target: ["web", "es2020"],
    entry: {
      functions: ["./src/functions/functions.ts", ...(probe ? ["./src/probe/probe.ts"] : [])],
      commands: "./src/commands/commands.ts",
      // One page, one runtime: what a command says reaches the pane, so that they must share their modules.
      taskpane: { import: "./src/taskpane/taskpane.ts", dependOn: "commands" },
    },
    output: {
      path: out,
      filename: "[name].js",
      // What is loaded later bears its content's name: a page never gets a part of another build than its own.
      chunkFilename: "[name].[contenthash:8].js",
      // Beside the page, wherever that is served.
      publicPath: "",
      globalObject: "globalThis",
      compareBeforeEmit: false,
    },
    devtool: false,
    performance: false,
    resolve: typescript.resolve,
    module: {
      rules: [
        ...typescript.module.rules,
        {
          test: path.join(root, "src/functions/functions.ts"),
          loader: path.join(root, "scripts/associate-loader.mjs"),
          options: { associations },
        },
      ],
    },
    plugins: [
      new webpack.DefinePlugin({
        FINSAM_CATALOGUE: JSON.stringify(catalogue),
        FINSAM_ADD_IN: JSON.stringify(describeAddIn()),
      }),
      new HtmlPlugin({
        template: "./src/taskpane/taskpane.html",
        filename: "taskpane.html",
        templateParameters: { policy: contentSecurityPolicy },
        // Functions first, then the ribbon's commands: they must be associated before any interface code runs.
        chunks: ["functions", "commands", "taskpane"],
        chunksSortMode: "manual",
        scriptLoading: "blocking",
        inject: "body",
      }),
      new CopyPlugin({
        patterns: [
          { from: "assets/*.png" },
          { from: "src/help/help.css", to: "help/help.css" },
          { from: "manifest.xml", transform: (text) => text.toString().replaceAll("https://localhost:3000", origin) },
        ],
      }),
      emit({
        "taskpane.css": styleSheet("src/taskpane/styles"),
        "functions.json": json(metadata.en),
        "functions-sv.json": json(metadata.sv),
        ...helpPages(catalogue),
      }),
    ],
  };
}

/** The style sheets of a folder as one, in the order of their names. */
function styleSheet(folder) {
  const files = readdirSync(path.join(root, folder)).sort();
  return files.map((name) => readFileSync(path.join(root, folder, name), "utf8")).join("\n");
}

/** The add-in as its manifest names it. */
function describeAddIn() {
  const manifest = readFileSync(path.join(root, "manifest.xml"), "utf8");
  const read = (element) => new RegExp(`<${element}>([^<]+)</${element}>`).exec(manifest)[1];
  return { version: read("Version"), id: read("Id") };
}

/** Puts files into the build that no source file corresponds to. */
function emit(files) {
  return {
    apply(compiler) {
      compiler.hooks.thisCompilation.tap("emit", (compilation) => {
        for (const [name, text] of Object.entries(files)) {
          compilation.emitAsset(name, new webpack.sources.RawSource(text));
        }
      });
    },
  };
}
