/*
 * Archives patched in place: what is not changed keeps its very bytes, compressed as they were.
 */
import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { openArchive } from "../../src/xlsx/zip";

const files = fc.dictionary(
  fc.stringMatching(/^[a-z]{1,8}\.xml$/),
  fc.record({ content: fc.uint8Array({ maxLength: 300 }), level: fc.constantFrom(0, 1, 6, 9) }),
  { minKeys: 1, maxKeys: 6 },
);

test("parts are read as they were written, and a patch changes those it names alone", () => {
  fc.assert(
    fc.property(files, fc.uint8Array({ maxLength: 300 }), fc.nat(), fc.boolean(), (parts, content, pick, adds) => {
      const bytes = zipSync(
        Object.fromEntries(
          Object.entries(parts).map(([name, { content: data, level }]) => [name, [data, { level: level as 0 }]]),
        ),
      );
      const archive = openArchive(bytes);
      for (const [name, part] of Object.entries(parts)) expect(archive.read(name)).toEqual(part.content);
      const names = Object.keys(parts);
      const changed = adds ? "a-new-part.xml" : names[pick % names.length]!;
      const patched = archive.patch(new Map([[changed, content]]));
      const expected = { ...Object.fromEntries(names.map((name) => [name, parts[name]!.content])), [changed]: content };
      expect(unzipSync(patched)).toEqual(expected);
      expect(openArchive(patched).read(changed)).toEqual(content);
      for (const name of names.filter((each) => each !== changed)) expect(raw(patched, name)).toEqual(raw(bytes, name));
    }),
  );
});

test("a patch of nothing gives the same bytes", () => {
  const bytes = zipSync({ "a.xml": strToU8("<a/>"), "b.xml": strToU8("<b/>") });
  expect(openArchive(bytes).patch(new Map())).toEqual(bytes);
});

test("a part that is taken away is gone", () => {
  const bytes = zipSync({ "a.xml": strToU8("<a/>"), "b.xml": strToU8("<b/>") });
  expect(Object.keys(unzipSync(openArchive(bytes).patch(new Map([["a.xml", undefined]]))))).toEqual(["b.xml"]);
});

/** A part's bytes in the archive, compressed as they are, with the header before them. */
function raw(bytes: Uint8Array, name: string): string {
  const text = strFromU8(bytes, true);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = text.indexOf("PK\u0001\u0002"); at >= 0; at = text.indexOf("PK\u0001\u0002", at + 1)) {
    const length = view.getUint16(at + 28, true);
    if (text.slice(at + 46, at + 46 + length) !== name) continue;
    const start = view.getUint32(at + 42, true);
    return text.slice(start, start + 30 + length + view.getUint32(at + 20, true));
  }
  throw new Error(`there is no ${name}`);
}
