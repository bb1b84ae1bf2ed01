/*
 * npm run pages: writes the pages about scenarios in docs/, and the pictures of their sheets, as they are on paper.
 * The pictures need LibreOffice and pdftoppm (npm run setup); without them the pages alone are written, and it says so.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as library from "wasm-xlsxwriter/nodejs";
import { createEngine, readBuiltAddIn } from "../src/engine/engine";
import { evaluateSheet } from "../src/engine/evaluateSheet";
import { languageOf } from "../src/i18n/language";
import { pagesTexts } from "../src/i18n/scenario-pages";
import { scenarios } from "../src/scenarios/all";
import { layOut } from "../src/scenarios/layout";
import { writeWorkbook } from "../src/xlsx/write/workbook";
import { dist, ensureBuilt, root } from "./builder";
import { convert, findLibreOffice, onPath, withoutArrayFormulas } from "./libreoffice";
import { toPng } from "./png";
import { languages, pictureOf, scenarioPages } from "./scenarioPages";

const dotsPerInch = 130;

const texts = pagesTexts(languageOf(Intl.DateTimeFormat().resolvedOptions().locale));
const pages = scenarioPages();
for (const [name, text] of pages) {
  const file = path.join(root, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
console.log(texts.pages(pages.size));

const painter = onPath("pdftoppm").find((file) => existsSync(file));
if (findLibreOffice() === undefined || painter === undefined) console.error(texts.noPictures);
else {
  await draw(painter);
  console.log(texts.pictures(scenarios.length * languages.length));
}

async function draw(pdfToPpm: string): Promise<void> {
  await ensureBuilt();
  const engine = createEngine({ ...readBuiltAddIn(dist), language: "sv" });
  const folder = mkdtempSync(path.join(tmpdir(), "finsam-pages-"));
  const at = (name: string) => path.join(folder, name);
  try {
    for (const language of languages) {
      engine.language = language;
      for (const { id, title, plan } of scenarios) {
        const sheet = layOut(plan(language));
        const written = writeWorkbook(
          [{ sheet, evaluated: evaluateSheet(engine, sheet) }],
          { title: title(language) },
          library,
        );
        writeFileSync(at(`${id}.xlsx`), withoutArrayFormulas(written));
      }
      const files = scenarios.map(({ id }) => at(`${id}.xlsx`));
      convert(files, "pdf", folder, language);
      for (const { id } of scenarios) {
        spawnSync(pdfToPpm, ["-r", String(dotsPerInch), "-singlefile", at(`${id}.pdf`), at(id)], { stdio: "inherit" });
        writeFileSync(path.join(root, pictureOf(id, language)), toPng(readFileSync(at(`${id}.ppm`))));
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
