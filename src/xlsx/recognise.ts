/*
 * Says what a file is that is no .xlsx workbook, so that its user knows what to do with it.
 */
import { refuse } from "./problem";
import { isZip, openArchive, type Archive } from "./zip";

/** Opens the archive of a workbook; every other kind of file is refused by its name. */
export function openWorkbookArchive(bytes: Uint8Array): Archive {
  if (bytes.length === 0) refuse({ kind: "empty" });
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    // An encrypted workbook is wrapped in the format that .xls files have.
    refuse(includesWide(bytes, "EncryptedPackage") ? { kind: "password" } : { kind: "format", format: "xls" });
  }
  if (!isZip(bytes)) return refuse({ kind: "format", format: formatOfText(bytes) });
  const archive = openArchive(bytes);
  if (archive.has("[Content_Types].xml")) return archive;
  const isOpenDocument = archive.has("mimetype") && archive.has("content.xml");
  return refuse({ kind: "format", format: isOpenDocument ? "ods" : "unknown" });
}

function formatOfText(bytes: Uint8Array): "html" | "csv" | "unknown" {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  // eslint-disable-next-line no-control-regex
  if (/[\0-\x08\x0e-\x1f]/.test(head) || head.startsWith("%PDF")) return "unknown";
  if (/<html|<table|<\?xml|urn:schemas-microsoft-com:office/i.test(head)) return "html";
  return /[;,\t].*(\r|\n|$)/.test(head) ? "csv" : "unknown";
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/** Whether a name of ASCII letters stands somewhere, two bytes a letter. */
function includesWide(bytes: Uint8Array, name: string): boolean {
  const codes = [...name].map((letter) => letter.charCodeAt(0));
  for (let at = bytes.indexOf(codes[0]!); at >= 0; at = bytes.indexOf(codes[0]!, at + 1)) {
    if (codes.every((code, index) => bytes[at + 2 * index] === code && bytes[at + 2 * index + 1] === 0)) return true;
  }
  return false;
}
