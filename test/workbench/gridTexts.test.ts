/*
 * The grid's texts in Swedish: each answers to a text that the library really has, and takes the same data.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { swedishGridTexts } from "../../src/i18n/workbench-grid";

const library = path.resolve(import.meta.dirname, "../../node_modules/@odoo/o-spreadsheet/dist");
const read = (name: string) => readFileSync(path.join(library, name), "utf8");
const script = read("o_spreadsheet.iife.js");
/** Texts of elements and attributes, as owl hands them over: without the white space around them. */
const templates = new Set(
  [...read("o_spreadsheet.xml").matchAll(/>([^<>]+)<|="([^"]*)"/g)].map(([, text, attribute]) =>
    (text ?? attribute!).replaceAll("&#xA0;", " ").replaceAll(/^'|'$/g, "").trim(),
  ),
);

test("the library has every text that is translated", () => {
  const unknown = Object.keys(swedishGridTexts).filter(
    (text) => !script.includes(`_t(${JSON.stringify(text)}`) && !templates.has(text),
  );
  expect(unknown).toEqual([]);
});

test("every translation takes the same data", () => {
  const data = (text: string) => (text.match(/%s|%\(\w+\)s/g) ?? []).sort().join();
  const different = Object.entries(swedishGridTexts).filter(([english, swedish]) => data(english) !== data(swedish));
  expect(different).toEqual([]);
});
