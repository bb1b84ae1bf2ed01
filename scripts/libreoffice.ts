/*
 * Where LibreOffice's program is on this machine; undefined where it is not. Asked by `npm run setup`, which
 * installs it, and by the tests that open written workbooks in it.
 */
import { existsSync } from "node:fs";
import path from "node:path";

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
