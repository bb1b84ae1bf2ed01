/*
 * Builds other than the ordinary one: for production at another address, and with the probe.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { addressesIn, checkManifest } from "../manifest/check";
import { filesIn, load, root } from "./dist";

const folder = mkdtempSync(path.join(tmpdir(), "finsam-build-"));
const minutes = 60_000;
let count = 0;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function build(...args: string[]) {
  const out = path.join(folder, String(count++));
  const { status, stderr } = spawnSync(
    process.execPath,
    [path.join(root, "scripts/run.mjs"), "build", "--out", out, ...args],
    { cwd: root, encoding: "utf8", env: { ...process.env, LC_ALL: "en_US.UTF-8" } },
  );
  return { status, stderr, out };
}

describe("for https://example.org/finsam", () => {
  const origin = "https://example.org/finsam";
  let files: Map<string, Buffer>;

  beforeAll(() => {
    // The slash at the end is one that people type.
    const { status, out } = build("--origin", `${origin}/`);
    expect(status).toBe(0);
    files = filesIn(out);
  }, minutes);

  test("nothing speaks of this machine", () => {
    const speaking = [...files].filter(([, content]) => /localhost|127\.0\.0\.1/.test(content.toString("latin1")));
    expect(speaking.map(([name]) => name)).toEqual([]);
  });

  test("every address in the manifest follows, and is in the build", () => {
    const manifest = files.get("manifest.xml")!.toString();
    const addresses = addressesIn(manifest);
    expect(addresses.length).toBeGreaterThan(10);
    for (const address of addresses) expect(address.startsWith(`${origin}/`)).toBe(true);
    const { commands } = load(files.get("commands.js")!.toString());
    expect(checkManifest(manifest, { files, origin, commands })).toEqual([]);
  });

  test.each([
    ["functions.json", "en"],
    ["functions-sv.json", "sv"],
  ])("every help address in %s follows, and is in the build", (name, language) => {
    const { functions } = JSON.parse(files.get(name)!.toString()) as { functions: { id: string; helpUrl: string }[] };
    for (const { id, helpUrl } of functions) {
      expect(helpUrl).toBe(`${origin}/help/${language}/${id.toLowerCase()}.html`);
      expect(files.has(helpUrl.slice(origin.length + 1))).toBe(true);
    }
  });
});

describe("with --probe", () => {
  let files: Map<string, Buffer>;

  beforeAll(() => {
    const { status, out } = build("--probe");
    expect(status).toBe(0);
    files = filesIn(out);
  }, minutes);

  test.each(["functions.json", "functions-sv.json"])("%s has one function more", (name) => {
    const metadata = JSON.parse(files.get(name)!.toString()) as { functions: { id: string; parameters: object[] }[] };
    expect(metadata.functions.at(-1)).toMatchObject({ id: "PROBE", name: "PROBE" });
    expect([...load(files.get("functions.js")!.toString()).functions.keys()]).toEqual(
      metadata.functions.map(({ id }) => id),
    );
  });

  test("it tells apart what Excel can pass", () => {
    const probe = load(files.get("functions.js")!.toString()).functions.get("PROBE")!;
    class FormattedNumber {
      readonly type = "FormattedNumber";
      readonly basicValue = 0.1;
    }
    const rows = probe(
      [
        [1, ""],
        [null, new FormattedNumber()],
      ],
      null,
      "state",
      undefined,
      { setResult: () => 1 },
    );
    expect(rows).toEqual([
      ["argument 1, row 1, column 1", "number", "Number", "1"],
      ["argument 1, row 1, column 2", "string", "String", '""'],
      ["argument 1, row 2, column 1", "object", "no constructor", "null"],
      ["argument 1, row 2, column 2", "object", "FormattedNumber", '{"type":"FormattedNumber","basicValue":0.1}'],
      ["argument 2", "object", "no constructor", "null"],
      ["argument 3", "string", "String", '"state"'],
      ["argument 4", "undefined", "no constructor", "undefined"],
      ["argument 5", "object", "Object", '{"setResult":"(function)"}'],
    ]);
  });
});

test.each([
  ["http://example.org", "https only"],
  ["example.org", "not a web address"],
  ["https://example.org/a?b=1", "without ? and #"],
])("--origin %s is refused with a sentence", (origin, sentence) => {
  const { status, stderr } = build("--origin", origin);
  expect(status).toBe(1);
  expect(stderr).toContain(sentence);
});

test("in Swedish where the system is", () => {
  const { stderr } = build("--origin", "http://example.org");
  const swedish = spawnSync(
    process.execPath,
    [path.join(root, "scripts/run.mjs"), "build", "--origin", "http://x.se"],
    {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, LC_ALL: "sv_SE.UTF-8" },
    },
  );
  expect(stderr).toContain("Excel takes https only");
  expect(swedish.stderr).toContain("Excel tar bara https");
});
