/*
 * The files' service in a worker of its own: reading, calculating and writing of large workbooks leave the page
 * usable. It has the same engine and the same build of the add-in as the page, loaded as the same separate files.
 */
import type * as OSpreadsheet from "@odoo/o-spreadsheet";
import * as writer from "wasm-xlsxwriter/web";
import type { FunctionsMetadata } from "../../engine/metadata";
import { createFormulaEngine } from "../../engine/workbookFormulas";
import { WorkbookError } from "../../xlsx/problem";
import { fetchJson, fetchText } from "../load";
import type { Answer, Asked } from "./messages";
import { FileService, type Tell } from "./service";

/** What a worker's global object has and a page's has not. */
interface WorkerScope {
  importScripts(...addresses: string[]): void;
  postMessage(answer: Answer): void;
  onmessage: ((event: MessageEvent<Asked>) => void) | null;
  o_spreadsheet?: typeof OSpreadsheet;
}

const scope = self as unknown as WorkerScope;
let service: Promise<FileService> | undefined;

scope.onmessage = ({ data }) => {
  void answer(data).then(
    (value) => scope.postMessage({ id: data.id, kind: "done", value }),
    (error: unknown) => {
      if (error instanceof WorkbookError) scope.postMessage({ id: data.id, kind: "refused", problem: error.problem });
      else
        scope.postMessage({
          id: data.id,
          kind: "failed",
          message: error instanceof Error ? error.message : String(error),
        });
    },
  );
};

async function answer(asked: Asked): Promise<unknown> {
  service ??= start();
  // What failed for want of a file from the server may be there the next time.
  const files = await service.catch((error: unknown) => {
    service = undefined;
    throw error;
  });
  const tell = teller(asked.id);
  switch (asked.kind) {
    case "open":
      return files.open(asked.bytes, tell);
    case "save":
      return files.save(asked.request, tell);
    case "forget":
      files.forget(asked.token);
      return undefined;
  }
}

async function start(): Promise<FileService> {
  scope.importScripts("/owl/owl.iife.min.js", "/o-spreadsheet/o_spreadsheet.min.iife.js");
  const [bundle, metadata] = await Promise.all([
    fetchText("/addin/functions.js"),
    fetchJson<FunctionsMetadata>("/addin/functions.json"),
  ]);
  const engine = createFormulaEngine({ library: scope.o_spreadsheet!, bundle, metadata, language: "sv" });
  return new FileService(engine, async () => {
    await writer.default({ module_or_path: "/wasm-xlsxwriter/wasm_xlsxwriter_bg.wasm" });
    return writer;
  });
}

/** A few times a second is enough for a reader. */
function teller(id: number): Tell {
  let last = 0;
  return (step, done, total) => {
    const now = performance.now();
    if (now - last < 150) return;
    last = now;
    scope.postMessage({ id, kind: "progress", step, done, total });
  };
}
