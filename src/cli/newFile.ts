/*
 * Writes a file whole or not at all: beside its place under another name, and only then renamed, so that nobody
 * meets half a file and a file that was there is kept until the new one is complete.
 */
import { closeSync, openSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Language } from "../i18n/language";
import { workbookFileTexts } from "../i18n/workbook-file";

export type FileProblem =
  | { readonly kind: "exists" | "folder" | "notAllowed"; readonly file: string }
  | { readonly kind: "noFolder"; readonly folder: string }
  | { readonly kind: "ending"; readonly file: string; readonly ending: string }
  | { readonly kind: "other"; readonly file: string; readonly reason: string };

/**
 * Why the file cannot be written, as far as can be told before there is anything to write. `ending` is the one that
 * its name must have, where that is known: Excel opens no workbook under another.
 */
export function findFileProblem(file: string, replace: boolean, ending = ""): FileProblem | undefined {
  const there = statSync(file, { throwIfNoEntry: false });
  if (there?.isDirectory()) return { kind: "folder", file };
  if (!file.toLowerCase().endsWith(ending)) return { kind: "ending", file, ending };
  if (there && !replace) return { kind: "exists", file };
  const folder = path.dirname(path.resolve(file));
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? undefined : { kind: "noFolder", folder };
}

/** The problem as a sentence; `file` is how the user named it. */
export function fileSentenceOf(problem: FileProblem, file: string, language: Language): string {
  const texts = workbookFileTexts(language);
  switch (problem.kind) {
    case "exists":
      return texts.fileExists(file);
    case "folder":
      return texts.isFolderNoFile(file);
    case "notAllowed":
      return texts.notAllowed(file);
    case "noFolder":
      return texts.noFolder(problem.folder);
    case "ending":
      return texts.otherEnding(file, problem.ending);
    case "other":
      return texts.cannotWrite(file, problem.reason);
  }
}

/** Undefined where it is written. */
export function writeWhole(file: string, content: Uint8Array): FileProblem | undefined {
  const beside = `${file}.${process.pid}.tmp`;
  let made = false;
  try {
    // Refused where something has that name already, which is then not ours to remove.
    const open = openSync(beside, "wx");
    made = true;
    try {
      writeFileSync(open, content);
    } finally {
      closeSync(open);
    }
    renameSync(beside, file);
    return undefined;
  } catch (error) {
    if (made) rmSync(beside, { force: true });
    const { code = "", message } = error as NodeJS.ErrnoException;
    const refused = ["EACCES", "EPERM", "EROFS", "EBUSY"].includes(code);
    return refused ? { kind: "notAllowed", file } : { kind: "other", file, reason: message };
  }
}
