/*
 * A small PNG of a page: the margins cut away, and the 256 colours that it has most of. A page of a sheet has a few
 * colours and their edges; so it takes a third of what it would in all colours.
 */
import { deflateSync } from "node:zlib";

const margin = 12;

/** From a picture in PPM's plain bytes (P6, 8 bits a colour), as pdftoppm writes it. */
export function toPng(ppm: Buffer): Buffer {
  const [header, width, height] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.toString("latin1", 0, 40))!;
  const page = { pixels: ppm.subarray(header.length), width: Number(width), height: Number(height) };
  return encode(indexed(page, contentOf(page)));
}

interface Page {
  readonly pixels: Buffer;
  readonly width: number;
  readonly height: number;
}

interface Zone {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function colorAt({ pixels, width }: Page, x: number, y: number): number {
  return pixels.readUIntBE((y * width + x) * 3, 3);
}

const white = 0xffffff;

/** What is not white, with a margin. */
function contentOf(page: Page): Zone {
  let [left, top, right, bottom] = [page.width, page.height, 0, 0];
  for (let y = 0; y < page.height; y++) {
    for (let x = 0; x < page.width; x++) {
      if (colorAt(page, x, y) === white) continue;
      [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
    }
  }
  left = Math.max(0, left - margin);
  top = Math.max(0, top - margin);
  right = Math.min(page.width - 1, right + margin);
  bottom = Math.min(page.height - 1, bottom + margin);
  return { left, top, width: right - left + 1, height: bottom - top + 1 };
}

interface Indexed {
  readonly width: number;
  readonly height: number;
  readonly palette: readonly number[];
  /** Row by row, a byte a pixel. */
  readonly indexes: Buffer;
}

function indexed(page: Page, { left, top, width, height }: Zone): Indexed {
  const colors = Array.from({ length: width * height }, (_, index) =>
    colorAt(page, left + (index % width), top + Math.floor(index / width)),
  );
  const counts = new Map<number, number>();
  for (const color of colors) counts.set(color, (counts.get(color) ?? 0) + 1);
  const palette = [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)!).slice(0, 256);
  const nearest = new Map<number, number>(palette.map((color, index) => [color, index]));
  const indexOf = (color: number) => {
    const known = nearest.get(color) ?? closest(palette, color);
    nearest.set(color, known);
    return known;
  };
  return { width, height, palette, indexes: Buffer.from(colors.map(indexOf)) };
}

function closest(palette: readonly number[], color: number): number {
  const distances = palette.map((each) => distance(each, color));
  return distances.indexOf(Math.min(...distances));
}

function distance(a: number, b: number): number {
  return [16, 8, 0].reduce((sum, shift) => sum + (((a >> shift) & 255) - ((b >> shift) & 255)) ** 2, 0);
}

function encode({ width, height, palette, indexes }: Indexed): Buffer {
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  // Eight bits a pixel, of a palette; the rest has one value in every PNG of this kind.
  size.set([8, 3, 0, 0, 0], 8);
  const rows = Array.from({ length: height }, (_, row) => indexes.subarray(row * width, (row + 1) * width));
  const unfiltered = Buffer.concat(rows.flatMap((row) => [Buffer.of(0), row]));
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", size),
    chunk("PLTE", Buffer.from(palette.flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255]))),
    chunk("IDAT", deflateSync(unfiltered, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** PNG's checksum. Node has it from 20.15; this works from 20.11. */
function crc32(data: Buffer): number {
  let check = 0xffffffff;
  for (const byte of data) {
    check ^= byte;
    for (let bit = 0; bit < 8; bit++) check = check & 1 ? (check >>> 1) ^ 0xedb88320 : check >>> 1;
  }
  return (check ^ 0xffffffff) >>> 0;
}
