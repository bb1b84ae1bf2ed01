/*
 * Every scenario, written to .xlsx and opened in another program than the one it was made for: what is on paper, and
 * what is in the cells. LibreOffice has no FINSAM functions, and computes array formulas as it opens them; their
 * stored results are therefore looked at in copies that hold the results alone.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import XLSX from "xlsx";
import { toStored } from "../../src/xlsx/write/storedFormula";
import { writeScenarios } from "../xlsx/write/written";
import { convert, findLibreOffice, onPath, textOf, withoutArrayFormulas } from "../../scripts/libreoffice";

const minutes = 240_000;
const pdfText = onPath("pdftotext").find((file) => existsSync(file));

if (findLibreOffice() === undefined) {
  test.skip("skipped: LibreOffice is not installed; npm run setup", () => undefined);
} else {
  describe("in LibreOffice", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "finsam-scenarios-"));
    const at = (...names: string[]) => path.join(folder, ...names);
    const written = writeScenarios().map((each) => ({ ...each, name: `${each.id}-${each.language}` }));

    beforeAll(() => {
      for (const name of ["written", "values"]) mkdirSync(at(name));
      for (const { name, file } of written) {
        writeFileSync(at("written", `${name}.xlsx`), file);
        writeFileSync(at("values", `${name}.xlsx`), withoutArrayFormulas(file));
      }
      const files = (of: string) => written.map(({ name }) => at(of, `${name}.xlsx`));
      convert(files("written"), "xlsx", at("opened"));
      convert(files("values"), "xlsx", at("opened-values"));
      convert(files("values"), "pdf", at("pdf"));
    }, minutes);
    afterAll(() => rmSync(folder, { recursive: true }));

    test.each(written)("$name is one landscape A4", ({ name }) => {
      const pdf = readFileSync(at("pdf", `${name}.pdf`), "latin1");
      expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
      const [, width, height] = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/.exec(pdf)!;
      expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([842, 595]);
    });

    const onPaper = pdfText === undefined ? test.skip : test;
    onPaper.each(written)(
      `$name has every number whole on paper, and every text${pdfText === undefined ? " (skipped: pdftotext is not installed; npm run setup)" : ""}`,
      ({ name, evaluated }) => {
        const text = textOf(pdfText!, at("pdf", `${name}.pdf`));
        expect(text).not.toMatch(/##|#NAME|#VALUE|#REF|Err:/);
        const left = wordsOf([text]);
        const texts = evaluated.cells.flatMap(({ value }) => (typeof value === "string" ? [value] : []));
        for (const [word, times] of wordsOf(texts)) {
          // "1 × 2" on paper is read back as "1×2".
          if (word.length === 1) continue;
          expect({ word, onPaper: (left.get(word) ?? 0) >= times }).toEqual({ word, onPaper: true });
        }
      },
    );

    test.each(written)(
      "$name has the results of all its cells, where they are all there is",
      ({ name, sheet, evaluated }) => {
        const read = open(at("opened-values", `${name}.xlsx`), sheet.name);
        const other = evaluated.cells.filter(
          ({ address, value }) => (value ?? "") !== "" && !same(read[address]?.v, value),
        );
        expect(other).toEqual([]);
      },
    );

    test.each(written)(
      "$name keeps the stored results of formulas that it does not compute",
      ({ name, sheet, evaluated }) => {
        const read = open(at("opened", `${name}.xlsx`), sheet.name);
        const plain = sheet.cells.filter(({ content, isFormula }) => isFormula && !toStored(String(content)).dynamic);
        const other = plain.filter(({ address }) => {
          const value = evaluated.value(address);
          return value !== "" && !same(read[address]?.v, value);
        });
        expect(other).toEqual([]);
      },
    );
  });
}

function open(file: string, sheet: string): XLSX.WorkSheet {
  return XLSX.read(readFileSync(file), { type: "buffer" }).Sheets[sheet]!;
}

/** LibreOffice writes numbers with 15 digits. */
function same(read: unknown, value: unknown): boolean {
  if (typeof read !== "number" || typeof value !== "number") return read === value;
  return Math.abs(read - value) <= 1e-13 * Math.max(1, Math.abs(value));
}

/** How many times each word is there; lines break at spaces and hyphens. */
function wordsOf(texts: readonly string[]): ReadonlyMap<string, number> {
  const words = texts.flatMap((text) => text.split(/[\s\u00ad\u2013-]+/)).filter(Boolean);
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
