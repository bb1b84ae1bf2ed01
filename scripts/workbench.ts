/*
 * The workbench as it is built and served: our own page and script in build/workbench/, the add-in's build
 * untouched beside it, and the libraries it shows the grid with as the separate files they come as (o-spreadsheet
 * and owl are LGPL: never bundled, never part of what Excel gets).
 */
import CopyPlugin from "copy-webpack-plugin";
import path from "node:path";
import { cacheOf, typescript } from "../webpack.config.js";
import { dist, isUpToDate, root, runWebpack } from "./builder";
import type { Mount } from "./server";

const built = path.join(root, "build/workbench");

/** Whether the workbench's own page and script are as their sources are. */
export const isWorkbenchBuilt = (): boolean => isUpToDate(path.join(built, "workbench.js"));

/** Builds the workbench's own page and script; the add-in itself is built apart (scripts/builder.ts). */
export async function buildWorkbench(): Promise<void> {
  await runWebpack({
    mode: "production",
    context: root,
    cache: cacheOf("workbench"),
    target: ["web", "es2022"],
    entry: {
      workbench: "./src/workbench/workbench.ts",
      "pane-frame": "./src/workbench/paneFrame.ts",
      "files-worker": "./src/workbench/file/worker.ts",
    },
    output: { path: built, filename: "[name].js", clean: true, compareBeforeEmit: false },
    devtool: "source-map",
    performance: false,
    ...typescript,
    // A library that looks for its file beside itself is told where it is.
    module: { ...typescript.module, parser: { javascript: { url: false } } },
    plugins: [new CopyPlugin({ patterns: ["src/workbench/index.html", "src/workbench/workbench.css"] })],
  });
}

/**
 * Owl compiles its templates, and the grid its formulas, with `new Function`, and a new workbook is written by a
 * module of WebAssembly: hence 'unsafe-eval', here alone.
 */
const workbenchPolicy = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** What the workbench's server offers, and under which addresses. */
export function workbenchMounts(addIn = dist): Mount[] {
  const library = (at: string, folder: string) => ({ at: `/${at}/`, folder: path.join(root, "node_modules", folder) });
  return [
    { at: "/", folder: built, policy: workbenchPolicy },
    // The pane brings its own policy as a meta element; this only keeps it in our own frame.
    { at: "/addin/", folder: addIn, policy: "frame-ancestors 'self'", transform: withoutOffice },
    library("o-spreadsheet", "@odoo/o-spreadsheet/dist"),
    library("owl", "@odoo/owl/dist"),
    library("chart.js", "chart.js/dist"),
    library("bootstrap", "bootstrap/dist/css"),
    library("font-awesome", "font-awesome"),
    library("wasm-xlsxwriter", "wasm-xlsxwriter/web"),
  ];
}

/** The workbench asks nobody but this machine for anything; why not a copy of Office.js: see paneFrame.ts. */
function withoutOffice(html: string): string {
  return html.replace(/https:\/\/appsforoffice\.microsoft\.com\/[^"'\s>]*\/office\.js/, "/pane-frame.js");
}
