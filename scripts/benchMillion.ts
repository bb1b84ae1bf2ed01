/*
 * A workbook of a million cells, recalculated as `npm run recalc` does: in a process of its own, so that its memory is
 * its own. Half of the cells are formulas, of ours and such that depend on them, tables that spill among them.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { strToU8, zipSync } from "fflate";
import { readBuiltAddIn } from "../src/engine/engine";
import { recalc } from "../src/cli/recalc";
import { toLetters } from "../src/xlsx/area";
import { dist, root } from "./builder";

export interface Million {
  readonly seconds: number;
  /** The most memory that the process had, in megabytes. */
  readonly megabytes: number;
  /** What it said of the workbook. */
  readonly said: string;
}

const file = fileURLToPath(import.meta.url);

export function measureMillion(): Million {
  const folder = mkdtempSync(path.join(tmpdir(), "finsam-million-"));
  try {
    writeFileSync(path.join(folder, "million.xlsx"), workbook());
    const tsx = pathToFileURL(path.join(root, "node_modules/tsx/dist/loader.mjs")).href;
    const started = performance.now();
    const { stdout, stderr } = spawnSync(process.execPath, ["--import", tsx, file, folder], {
      encoding: "utf8",
      env: { ...process.env, TSX_TSCONFIG_PATH: path.join(root, "tsconfig.json") },
    });
    const seconds = (performance.now() - started) / 1000;
    if (!/^\d+$/.test(stdout.trim())) throw new Error(`Recalculating a million cells failed: ${stderr}`);
    return { seconds, megabytes: Number(stdout) / 1000, said: stderr.trim().split("\n").at(-1)! };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const rows = 50_000;

/** Rows of 20 cells: 6 numbers, 2 texts, a table of ours that fills 4 cells, 2 formulas of ours, 6 that depend on them. */
function workbook(): Uint8Array {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const packages = "http://schemas.openxmlformats.org/package/2006";
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const link = (id: number, kind: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${office}/${kind}" Target="${target}"/>`;
  const override = (part: string, kind: string) =>
    `<Override PartName="/xl/${part}" ContentType="${type}.${kind}+xml"/>`;
  const parts: Readonly<Record<string, string>> = {
    "[Content_Types].xml": `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${override("workbook.xml", "sheet.main")}${override("sheet1.xml", "worksheet")}${override("strings.xml", "sharedStrings")}${override("metadata.xml", "sheetMetadata")}</Types>`,
    "_rels/.rels": `<Relationships xmlns="${packages}/relationships">${link(1, "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packages}/relationships">${link(1, "worksheet", "sheet1.xml")}${link(2, "sharedStrings", "strings.xml")}${link(3, "sheetMetadata", "metadata.xml")}</Relationships>`,
    "xl/strings.xml": `<sst xmlns="${main}">${Array.from({ length: 290 }, (_, i) => `<si><t>Kommun ${i}</t></si>`).join("")}</sst>`,
    "xl/metadata.xml": `<metadata xmlns="${main}" xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray"><metadataTypes count="1"><metadataType name="XLDAPR" cellMeta="1"/></metadataTypes><futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties fDynamic="1"/></ext></extLst></bk></futureMetadata><cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>`,
    "xl/sheet1.xml": `<worksheet xmlns="${main}"><sheetData>${Array.from({ length: rows }, (_, i) => row(i + 1)).join("")}</sheetData></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

function row(number: number): string {
  const at = (column: number) => toLetters(column) + number;
  const value = (column: number, held: number) => `<c r="${at(column)}"><v>${held}</v></c>`;
  const formula = (column: number, text: string) => `<c r="${at(column)}"><f>${text}</f><v>0</v></c>`;
  const cells = [
    ...[0, 1, 2, 3, 4, 5].map((column) => value(column, number * 7 + column)),
    ...[6, 7].map((column) => `<c r="${at(column)}" t="s"><v>${(number * column) % 290}</v></c>`),
    `<c r="${at(8)}" cm="1"><f t="array" ref="${at(8)}:${at(11)}">_xldudf_FINSAM_ESCALATE(${at(0)},5%,4,,1)</f><v>0</v></c>`,
    ...[9, 10, 11].map((column) => value(column, 0)),
    formula(12, `_xldudf_FINSAM_TOTAL(${at(8)},"state")`),
    formula(13, `FINSAM.TOTAL(${at(11)},"region")`),
    ...[14, 15, 16, 17, 18, 19].map((column) => formula(column, `${at(column - 2)}+${at(column - 9)}*2`)),
  ];
  return `<row r="${number}">${cells.join("")}</row>`;
}

const [folder] = process.argv.slice(2);
if (process.argv[1] === file && folder !== undefined) {
  const streams = { stdout: process.stderr, stderr: process.stderr };
  const args = [path.join(folder, "million.xlsx"), "-o", path.join(folder, "out.xlsx"), "--lang", "en"];
  await recalc(args, streams, () => Promise.resolve(readBuiltAddIn(dist)));
  console.log(process.resourceUsage().maxRSS);
}
