/*
 * Zip archives, patched in place: a part that is not changed keeps its very bytes, compressed as they are, and so
 * does everything around it. Only what is asked for is unpacked, and never more of it than its entry declares.
 */
import { deflateSync, Inflate } from "fflate";
import { refuse } from "./problem";

export const limits = { unpacked: 200_000_000, parts: 20_000 } as const;

const signatures = {
  local: 0x04034b50,
  central: 0x02014b50,
  end: 0x06054b50,
  end64: 0x06064b50,
  locator64: 0x07064b50,
};
const unknown32 = 0xffffffff;

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  /** Date and time as the archive holds them. */
  readonly stamp: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
  /** Its record in the central directory. */
  readonly record: Uint8Array;
}

export interface Archive {
  readonly names: readonly string[];
  has(name: string): boolean;
  read(name: string): Uint8Array;
  /** The archive with parts replaced or added, or taken away where the value is undefined. */
  patch(changes: ReadonlyMap<string, Uint8Array | undefined>): Uint8Array;
}

export function isZip(bytes: Uint8Array): boolean {
  return bytes.length >= 4 && viewOf(bytes).getUint32(0, true) === signatures.local;
}

export function openArchive(bytes: Uint8Array): Archive {
  const { entries, comment, directory } = readDirectory(bytes);
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const cache = new Map<string, Uint8Array>();
  return {
    names: [...byName.keys()],
    has: (name) => byName.has(name),
    read(name) {
      const entry = byName.get(name);
      if (!entry) return refuse({ kind: "missingPart", part: name });
      const known = cache.get(name) ?? unpack(bytes, entry);
      // Small parts are asked for again; a large sheet is read once.
      if (known.length < 100_000) cache.set(name, known);
      return known;
    },
    patch: (changes) => write(bytes, entries, directory, comment, changes),
  };
}

function readDirectory(bytes: Uint8Array) {
  const view = viewOf(bytes);
  const end = findEnd(view);
  let count = view.getUint16(end + 10, true);
  let directory = view.getUint32(end + 16, true);
  const comment = bytes.subarray(end + 22, end + 22 + view.getUint16(end + 20, true));
  if (end >= 20 && view.getUint32(end - 20, true) === signatures.locator64) {
    const end64 = safe(view.getBigUint64(end - 12, true));
    if (end64 + 56 > end || view.getUint32(end64, true) !== signatures.end64) return refuse({ kind: "archive" });
    count = safe(view.getBigUint64(end64 + 32, true));
    directory = safe(view.getBigUint64(end64 + 48, true));
  }
  if (count > limits.parts) refuse({ kind: "tooManyParts", most: limits.parts });
  const entries: Entry[] = [];
  const seen = new Set<string>();
  let unpacked = 0;
  for (let at = directory; entries.length < count;) {
    const entry = readEntry(bytes, view, at, end);
    at += entry.record.length;
    unpacked += entry.size;
    if (unpacked > limits.unpacked) refuse({ kind: "tooLarge", megabytes: limits.unpacked / 1e6 });
    // Part names are the same in any case; two of one name would mean one thing to us and another to Excel.
    const key = entry.name.toLowerCase();
    if (seen.has(key) || hasOddPath(entry.name)) refuse({ kind: "archive" });
    seen.add(key);
    entries.push(entry);
  }
  checkOverlap(view, entries, directory);
  return { entries, comment, directory };
}

/** The last record of an archive stands at its very end, but for a comment. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at -= 1) {
    if (view.getUint32(at, true) === signatures.end && at + 22 + view.getUint16(at + 20, true) <= view.byteLength) {
      return at;
    }
  }
  return refuse({ kind: "archive" });
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, end: number): Entry {
  if (at + 46 > end || view.getUint32(at, true) !== signatures.central) return refuse({ kind: "archive" });
  const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
  const length = 46 + nameLength! + extraLength! + commentLength!;
  if (at + length > end) return refuse({ kind: "archive" });
  const flags = view.getUint16(at + 8, true);
  const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength!);
  const sizes = readSizes(view, at, at + 46 + nameLength!, extraLength!);
  return {
    name: new TextDecoder(flags & 0x800 ? "utf-8" : "latin1").decode(nameBytes),
    flags,
    method: view.getUint16(at + 10, true),
    stamp: view.getUint32(at + 12, true),
    crc: view.getUint32(at + 16, true),
    ...sizes,
    record: bytes.subarray(at, at + length),
  };
}

/** Sizes and offset; those that do not fit in 32 bits, or that a writer chose to put there, are in an extra field. */
function readSizes(view: DataView, at: number, extra: number, extraLength: number) {
  let [packedSize, size, offset] = [20, 24, 42].map((field) => view.getUint32(at + field, true)) as [
    number,
    number,
    number,
  ];
  for (let field = extra; field + 4 <= extra + extraLength; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    let next = field + 4;
    const last = Math.min(next + view.getUint16(field + 2, true), extra + extraLength);
    const large = () => {
      if (next + 8 > last) return refuse({ kind: "archive" });
      next += 8;
      return safe(view.getBigUint64(next - 8, true));
    };
    if (size === unknown32) size = large();
    if (packedSize === unknown32) packedSize = large();
    if (offset === unknown32) offset = large();
  }
  return { packedSize, size, offset };
}

/** Entries that share bytes are how a small file unpacks to a huge one. */
function checkOverlap(view: DataView, entries: readonly Entry[], directory: number): void {
  const sorted = [...entries].sort((a, b) => a.offset - b.offset);
  sorted.forEach((entry, index) => {
    const next = sorted[index + 1]?.offset ?? directory;
    if (entry.offset + 30 > next || next > view.byteLength) refuse({ kind: "archive" });
    if (view.getUint32(entry.offset, true) !== signatures.local) refuse({ kind: "archive" });
    if (dataStart(view, entry) + entry.packedSize > next) refuse({ kind: "archive" });
  });
}

function dataStart(view: DataView, { offset }: Entry): number {
  return offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
}

function hasOddPath(name: string): boolean {
  return name.split(/[/\\]/).includes("..") || name.includes("\0") || /^[a-z]:/i.test(name);
}

function unpack(bytes: Uint8Array, entry: Entry): Uint8Array {
  if (entry.flags & 1) return refuse({ kind: "password" });
  const start = dataStart(viewOf(bytes), entry);
  const packed = bytes.subarray(start, start + entry.packedSize);
  const unpacked = entry.method === 0 ? packed : inflate(packed, entry);
  if (unpacked.length !== entry.size || crc32(unpacked) !== entry.crc) refuse({ kind: "archive" });
  return unpacked;
}

/** Stops as soon as there is more than the entry declares, which the limit has been held against. */
function inflate(packed: Uint8Array, { method, size }: Entry): Uint8Array {
  if (method !== 8) return refuse({ kind: "archive" });
  const unpacked = new Uint8Array(size);
  let length = 0;
  let isComplete = false;
  const stream = new Inflate((chunk, final) => {
    if (length + chunk.length > size) refuse({ kind: "archive" });
    unpacked.set(chunk, length);
    length += chunk.length;
    isComplete ||= final;
  });
  const step = 1 << 16;
  try {
    for (let at = 0; at === 0 || at < packed.length; at += step) {
      stream.push(packed.subarray(at, at + step), at + step >= packed.length);
    }
  } catch {
    refuse({ kind: "archive" });
  }
  return isComplete && length === size ? unpacked : refuse({ kind: "archive" });
}

function write(
  bytes: Uint8Array,
  entries: readonly Entry[],
  directory: number,
  comment: Uint8Array,
  changes: ReadonlyMap<string, Uint8Array | undefined>,
): Uint8Array {
  const pieces: Uint8Array[] = [];
  const records: Uint8Array[] = [];
  let length = 0;
  const add = (piece: Uint8Array) => {
    pieces.push(piece);
    length += piece.length;
  };
  const sorted = [...entries].sort((a, b) => a.offset - b.offset);
  const moved = new Map<Entry, Uint8Array>();
  add(bytes.subarray(0, sorted[0]?.offset ?? directory));
  sorted.forEach((entry, index) => {
    const offset = length;
    if (!changes.has(entry.name)) {
      // With the descriptor and whatever else stands between it and the next one.
      add(bytes.subarray(entry.offset, sorted[index + 1]?.offset ?? directory));
      moved.set(entry, movedRecord(entry, offset));
      return;
    }
    const content = changes.get(entry.name);
    if (content === undefined) return;
    const packed = pack(entry.name, content, entry.stamp, offset);
    packed.pieces.forEach(add);
    moved.set(entry, packed.record);
  });
  for (const entry of entries) {
    const record = moved.get(entry);
    if (record) records.push(record);
  }
  const known = new Set(entries.map(({ name }) => name));
  for (const [name, content] of changes) {
    if (known.has(name) || content === undefined) continue;
    const packed = pack(name, content, entries[0]?.stamp ?? 0, length);
    packed.pieces.forEach(add);
    records.push(packed.record);
  }
  const start = length;
  records.forEach(add);
  add(endRecord(records.length, length - start, start, comment.length));
  add(comment);
  return join(pieces, length);
}

/** The record in the central directory, with nothing but the place of its entry changed. */
function movedRecord({ record, offset }: Entry, to: number): Uint8Array {
  if (offset === to) return record;
  const copy = record.slice();
  const view = viewOf(copy);
  if (view.getUint32(42, true) !== unknown32) {
    view.setUint32(42, to, true);
    return copy;
  }
  const end = 46 + view.getUint16(28, true) + view.getUint16(30, true);
  for (let field = 46 + view.getUint16(28, true); field < end; field += 4 + view.getUint16(field + 2, true)) {
    // The offset is the last of the sizes that stand there.
    if (view.getUint16(field, true) !== 1) continue;
    const before = [24, 20].filter((at) => view.getUint32(at, true) === unknown32).length;
    view.setBigUint64(field + 4 + 8 * before, BigInt(to), true);
  }
  return copy;
}

function pack(name: string, content: Uint8Array, stamp: number, offset: number) {
  const nameBytes = new TextEncoder().encode(name);
  const packed = deflateSync(content, { level: 6 });
  const header = new Uint8Array(30);
  const record = new Uint8Array(46 + nameBytes.length);
  const [local, central] = [viewOf(header), viewOf(record)];
  local.setUint32(0, signatures.local, true);
  central.setUint32(0, signatures.central, true);
  central.setUint16(4, 20, true);
  // The same fields stand in both, two bytes further on in the directory.
  for (const [view, at] of [
    [local, 4],
    [central, 6],
  ] as const) {
    view.setUint16(at, 20, true);
    view.setUint16(at + 2, 0x800, true);
    view.setUint16(at + 4, 8, true);
    view.setUint32(at + 6, stamp, true);
    view.setUint32(at + 10, crc32(content), true);
    view.setUint32(at + 14, packed.length, true);
    view.setUint32(at + 18, content.length, true);
    view.setUint16(at + 22, nameBytes.length, true);
  }
  central.setUint32(42, offset, true);
  record.set(nameBytes, 46);
  return { pieces: [header, nameBytes, packed], record };
}

function endRecord(count: number, size: number, offset: number, comment: number): Uint8Array {
  const end = new Uint8Array(22);
  const view = viewOf(end);
  view.setUint32(0, signatures.end, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, size, true);
  view.setUint32(16, offset, true);
  view.setUint16(20, comment, true);
  return end;
}

function join(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const joined = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (let at = 0; at < bytes.length; at += 1) value = crcTable[(value ^ bytes[at]!) & 0xff]! ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function safe(value: bigint): number {
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : refuse({ kind: "archive" });
}
