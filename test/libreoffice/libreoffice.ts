/*
 * LibreOffice as the tests run it: without a window, with a profile of its own, many files in one call.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { findLibreOffice, onPath } from "../../scripts/libreoffice";

export const libreOffice = findLibreOffice();
export const pdfText = onPath("pdftotext").find((file) => existsSync(file));

/** Converts files into a folder; `to` is an ending, or one with a filter and its options. */
export function convert(files: readonly string[], to: string, folder: string): void {
  const profile = mkdtempSync(path.join(tmpdir(), "finsam-libreoffice-"));
  try {
    const { status, stderr } = spawnSync(
      libreOffice!,
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

/** The text of a PDF, laid out as on paper. */
export function textOf(pdf: string): string {
  return spawnSync(pdfText!, ["-layout", pdf, "-"], { encoding: "utf8" }).stdout;
}
