/*
 * LibreOffice on this machine: where it is, asked by `npm run setup`, which installs it, and how it is run on written
 * workbooks, by the tests and for the pictures in docs: without a window, with a profile of its own, many files in
 * one call.
 */
import { spawnSync } from "node:child_process";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { displayLanguages } from "../src/engine/locales";
import type { Language } from "../src/i18n/language";

/** Undefined where it is not. */
export function findLibreOffice(): string | undefined {
  return [...onPath("soffice"), ...usualPlaces()].find((file) => existsSync(file));
}

/** Every place on the PATH where a program of this name could be. */
export function onPath(program: string): string[] {
  const name = process.platform === "win32" ? `${program}.exe` : program;
  return (process.env["PATH"] ?? "")
    .split(path.delimiter)
    .filter(Boolean)
    .map((folder) => path.join(folder, name));
}

/** Where its installer puts it without telling the PATH. */
function usualPlaces(): string[] {
  if (process.platform === "darwin") return ["/Applications/LibreOffice.app/Contents/MacOS/soffice"];
  if (process.platform !== "win32") return [];
  const folders = [process.env["ProgramFiles"], process.env["ProgramFiles(x86)"]].filter(
    (folder) => folder !== undefined,
  );
  return folders.map((folder) => path.join(folder, "LibreOffice", "program", "soffice.exe"));
}

/** Converts files to another kind (its ending), into a folder; numbers are written as in the language. */
export function convert(files: readonly string[], to: string, folder: string, language: Language = "en"): void {
  const profile = mkdtempSync(path.join(tmpdir(), "finsam-libreoffice-"));
  try {
    mkdirSync(path.join(profile, "user"));
    writeFileSync(path.join(profile, "user", "registrymodifications.xcu"), settings(displayLanguages[language]));
    const { status, stderr } = spawnSync(
      findLibreOffice()!,
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        "--headless",
        "--convert-to",
        to,
        "--outdir",
        folder,
        ...files,
      ],
      { encoding: "utf8", timeout: 180_000 },
    );
    if (status !== 0) throw new Error(`LibreOffice converted nothing: ${stderr}`);
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

function settings(locale: string): string {
  const value = `<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>${locale}</value></prop>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N">${value}</item></oor:items>`;
}

/**
 * The same workbook with array formulas as the values that they have: LibreOffice computes them as it opens a
 * workbook, and has no FINSAM functions.
 */
export function withoutArrayFormulas(file: Uint8Array): Uint8Array {
  const parts = unzipSync(file);
  for (const name of Object.keys(parts).filter((each) => /^xl\/worksheets\/[^/]*\.xml$/.test(each))) {
    const xml = strFromU8(parts[name]!)
      .replaceAll(/<f t="array"[^>]*>[^<]*<\/f>/g, "")
      .replaceAll(' cm="1"', "");
    parts[name] = strToU8(xml);
  }
  return zipSync(parts);
}

/** The text of a PDF, laid out as on paper, read by pdftotext. */
export function textOf(pdfText: string, pdf: string): string {
  return spawnSync(pdfText, ["-layout", pdf, "-"], { encoding: "utf8" }).stdout;
}
