/**
 * @jest-environment jsdom
 *
 * The help pages as built: one a function and an index, in both languages, where every link leads somewhere.
 */
import path from "node:path";
import { helpPages } from "../../scripts/help";
import { generateMetadata } from "../../scripts/metadata";
import type { Language } from "../../src/i18n/catalogue";
import { localFormula } from "../../src/i18n/formula";
import { dist, filesIn, localOrigin } from "../built/dist";

const files = filesIn(dist);
const { catalogue, metadata } = await generateMetadata(localOrigin);
const languages: Language[] = ["sv", "en"];
const pages = [...files.keys()].filter((name) => /^help\/.*\.html$/.test(name));
const read = (name: string) => new DOMParser().parseFromString(files.get(name)!.toString(), "text/html");
const textOf = (name: string) => read(name).body.textContent;

test("there is a page for each function and an index, in both languages, and no other", () => {
  const ids = ["index", ...catalogue.en.functions.map(({ id }) => id.toLowerCase())];
  const expected = languages.flatMap((language) => ids.map((id) => `help/${language}/${id}.html`));
  expect([...pages].sort()).toEqual(expected.sort());
});

describe.each(languages)("in %s", (language) => {
  test.each(catalogue[language].functions.map((fn) => [fn.id, fn] as const))(
    "%s: everything said of it is on its page, as a user of the language types it",
    (id, fn) => {
      const text = textOf(`help/${language}/${id.toLowerCase()}.html`);
      expect(text).toContain(fn.description);
      expect(text).toContain(fn.returns);
      expect(text).toContain(fn.source);
      for (const { name, description, choices } of fn.parameters) {
        expect(text).toContain(name);
        expect(text).toContain(description);
        for (const choice of choices ?? []) expect(text).toContain(choice.description);
      }
      for (const { formula } of fn.examples) expect(text).toContain(localFormula(formula, language));
    },
  );

  test("Excel's own help link leads to it", () => {
    for (const { helpUrl } of metadata[language].functions) {
      expect(pages).toContain(helpUrl!.slice(localOrigin.length + 1));
    }
  });

  test("the index names every function", () => {
    const text = textOf(`help/${language}/index.html`);
    for (const { id } of catalogue[language].functions) expect(text).toContain(`FINSAM.${id}`);
  });
});

test.each(pages)("%s: its links lead somewhere, to the same page in the other language among others", (name) => {
  const page = read(name);
  const language = name.split("/")[1]!;
  expect(page.documentElement.lang).toBe(language);
  const links = [...page.querySelectorAll("[href], [src]")].map(
    (element) => element.getAttribute("href") ?? element.getAttribute("src")!,
  );
  const from = (link: string) => path.posix.join(path.posix.dirname(name), link.split("#")[0]!);
  for (const link of links) {
    expect(files.has(from(link))).toBe(true);
    const fragment = link.split("#")[1];
    if (fragment !== undefined) expect(read(from(link)).getElementById(fragment)).not.toBeNull();
  }
  expect(links.map(from)).toContain(name.replace(`/${language}/`, language === "sv" ? "/en/" : "/sv/"));
});

test.each(pages)("%s: no script and no style of its own", (name) => {
  const page = read(name);
  expect(page.querySelectorAll("script, style, [style]")).toHaveLength(0);
  expect([...page.querySelectorAll("*")].flatMap((element) => element.getAttributeNames())).not.toContainEqual(
    expect.stringMatching(/^on/),
  );
});

test.each(Object.entries(helpPages(catalogue)))("%s is written with every element closed", (_, html) => {
  const open: string[] = [];
  for (const [, closing, tag] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*>/g)) {
    if (["meta", "link", "br", "wbr"].includes(tag!)) continue;
    if (closing) expect(open.pop()).toBe(tag);
    else open.push(tag!);
  }
  expect(open).toEqual([]);
});
