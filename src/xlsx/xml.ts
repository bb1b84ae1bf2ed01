/*
 * Reads XML parts without building a tree, and says where in the text each element stands, so that a part can be
 * changed where it must be and stay as it is everywhere else. Declarations of entities are refused: no workbook
 * has any, and they are how a small part grows to a huge one or reads a file that is none of its business.
 */
import { SaxesParser } from "saxes";
import { refuse, WorkbookError } from "./problem";

export interface Element {
  /** Without its prefix: parts of one format differ in which they use. */
  readonly name: string;
  readonly prefix: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Where its opening tag begins, and where it ends. */
  readonly start: number;
  readonly openEnd: number;
  readonly isEmpty: boolean;
}

export interface Handlers {
  readonly open?: (element: Element) => void;
  /** `end` is after the closing tag, `closeStart` where that begins. */
  readonly close?: (name: string, end: number, closeStart: number) => void;
  readonly text?: (text: string) => void;
}

/** A part's text, and what turns a text back into such bytes. */
export interface PartText {
  readonly text: string;
  readonly encode: (text: string) => Uint8Array;
}

const byteOrderMark = "\ufeff";

export function decodePart(bytes: Uint8Array, part: string): PartText {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff) || !bytes[0];
  if (isUtf16 && bytes.length > 0) refuse({ kind: "encoding", part });
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return refuse({ kind: "encoding", part });
  }
  const declared = /^\ufeff?<\?xml[^>]*\sencoding\s*=\s*["']([^"']+)["']/.exec(text)?.[1];
  if (declared !== undefined && !/^(utf-?8|us-ascii)$/i.test(declared)) refuse({ kind: "encoding", part });
  const mark = text.startsWith(byteOrderMark) ? byteOrderMark : "";
  return { text: text.slice(mark.length), encode: (changed) => new TextEncoder().encode(mark + changed) };
}

/** The text of a part that is only searched, also of one that is written in UTF-16; what is no text gives other letters. */
export function decodeLoosely(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
  const isLittle = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  return new TextDecoder(isBig ? "utf-16be" : isLittle ? "utf-16le" : "utf-8").decode(bytes);
}

/** Reads a whole part; anything that is not well-formed XML is refused with the line where it stands. */
export function readXml(text: string, part: string, handlers: Handlers): void {
  const parser = new SaxesParser({ position: true });
  let start = 0;
  parser.on("error", () => refuse({ kind: "brokenPart", part, line: parser.line }));
  parser.on("doctype", () => refuse({ kind: "declaration", part }));
  parser.on("opentagstart", () => {
    start = text.lastIndexOf("<", parser.position - 1);
  });
  const { open, close, text: onText } = handlers;
  if (open) {
    parser.on("opentag", ({ name, attributes, isSelfClosing }) => {
      const colon = name.indexOf(":");
      open({
        name: colon < 0 ? name : name.slice(colon + 1),
        prefix: name.slice(0, colon + 1),
        attributes: attributes as Record<string, string>,
        start,
        openEnd: parser.position,
        isEmpty: isSelfClosing,
      });
    });
  }
  if (close) {
    parser.on("closetag", ({ name, isSelfClosing }) => {
      const end = parser.position;
      close(name.slice(name.indexOf(":") + 1), end, isSelfClosing ? end : text.lastIndexOf("<", end - 1));
    });
  }
  if (onText) {
    parser.on("text", onText);
    parser.on("cdata", onText);
  }
  try {
    parser.write(text).close();
  } catch (error) {
    throw error instanceof WorkbookError ? error : new WorkbookError({ kind: "brokenPart", part });
  }
}

/** A text as it stands between tags or within quotation marks. */
export function escapeXml(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/[\r\n\t]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** How a workbook writes a character that XML cannot hold; the same for a text that only looks like one. */
export function escapeText(text: string): string {
  const coded = (character: string) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
  return escapeXml(
    // eslint-disable-next-line no-control-regex
    text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_").replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, coded),
  );
}

export function unescapeText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** A change to a text: what stands between two places is replaced. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Changes may come in any order but not overlap; those at one place are kept in the order given. */
export function splice(text: string, changes: readonly Splice[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const change of [...changes].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (change.start < at) throw new Error("two changes to the same place");
    pieces.push(text.slice(at, change.start), change.text);
    at = change.end;
  }
  pieces.push(text.slice(at));
  return pieces.join("");
}

/** Changes to what some elements hold, which is text alone, such as formulas. */
export function rewriteTexts(
  text: string,
  part: string,
  names: RegExp,
  rewrite: (content: string, element: Element) => string,
): Splice[] {
  const splices: Splice[] = [];
  let current: { element: Element; content: string } | undefined;
  readXml(text, part, {
    open(element) {
      if (names.test(element.name)) current = { element, content: "" };
    },
    text(piece) {
      if (current) current.content += piece;
    },
    close(name, _, closeStart) {
      if (name !== current?.element.name) return;
      const { element, content } = current;
      current = undefined;
      const changed = rewrite(content, element);
      if (changed !== content) splices.push({ start: element.openEnd, end: closeStart, text: escapeXml(changed) });
    },
  });
  return splices;
}
