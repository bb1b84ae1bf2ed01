/*
 * The pages about scenarios as they are checked in: those that the texts give, each with a picture that is there.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { languages, pictureOf, scenarioPages } from "../../scripts/scenarioPages";
import { scenarios } from "../../src/scenarios/all";

const root = path.resolve(import.meta.dirname, "../..");
const pages = scenarioPages();

test.each([...pages])("%s is what npm run pages gives", (name, text) => {
  expect(readFileSync(path.join(root, name), "utf8")).toBe(text);
});

test("there is a page for every scenario in each language, and none for what is no scenario", () => {
  const folders = new Set([...pages.keys()].map((name) => path.dirname(name)));
  expect(folders.size).toBe(languages.length);
  for (const folder of folders) {
    const names = ["README", ...scenarios.map(({ id }) => id)].map((name) => `${name}.md`);
    expect(readdirSync(path.join(root, folder)).sort()).toEqual(names.sort());
  }
});

const pictures = languages.flatMap((language) => scenarios.map(({ id }) => pictureOf(id, language)));

test.each(pictures)("%s is a picture, and a small one", (name) => {
  const picture = readFileSync(path.join(root, name));
  expect(picture.toString("latin1", 0, 8)).toBe("\x89PNG\r\n\x1a\n");
  expect(picture.length).toBeLessThan(120_000);
  expect(picture.readUInt32BE(16)).toBeGreaterThan(600);
});

test("no picture of a scenario is left that no page shows", () => {
  const there = readdirSync(path.join(root, "docs/pictures")).filter((name) => name.startsWith("scenario-"));
  expect(there.sort()).toEqual(pictures.map((name) => path.basename(name)).sort());
});

test("every link and picture of the pages leads to a file", () => {
  for (const [name, text] of pages) {
    for (const [, target] of text.matchAll(/\]\(([^)]+)\)/g)) {
      const file = path.join(root, path.dirname(name), target!);
      expect({ name, target, there: existsSync(file) }).toEqual({ name, target, there: true });
    }
  }
});
