/*
 * Finding functions by the words of both languages.
 */
import { generateMetadata } from "../../scripts/metadata";
import { createSearch } from "../../src/taskpane/functions/search";

const { catalogue } = await generateMetadata("https://example.org");
const search = createSearch(catalogue);
const found = (query: string, language: "sv" | "en" = "sv") => search(query, language).map(({ id }) => id);
const all = catalogue.en.functions.map(({ id }) => id);

test("without a word all are found, in their own order and the language's own texts", () => {
  expect(found("")).toEqual(all);
  expect(found("  ")).toEqual(all);
  expect(search("", "sv")).toEqual(catalogue.sv.functions);
});

test.each([
  ["the beginning of a name", "spl", "SPLIT"],
  ["a whole name, as it is typed in a cell", "finsam.total", "TOTAL"],
  ["a part of a name", "tocap", "YEARSTOCAP"],
  ["a Swedish word", "maxbelopp", "STATEMAX"],
  ["a Swedish word without its dots", "okning", "ESCALATE"],
  ["an argument", "försörjningsmått", "STATEMAX"],
  ["an argument's English name", "appropriation", "STATEMAX"],
  ["a word that an argument chooses between", "grundtilldelning", "PARAM"],
  ["a paragraph", "5 a", "SPLIT"],
  ["capitals", "EGET KAPITAL", "EQUITYLIMIT"],
])("%s finds it: %s → %s", (_, query, id) => {
  expect(found(query)).toContain(id);
});

test("English words find in Swedish, and Swedish ones in English", () => {
  expect(found("municipalities", "sv")).toContain("SPLIT");
  expect(found("kommunerna", "en")).toContain("SPLIT");
});

test("every word must be found, and a name is nearer than a sentence", () => {
  expect(found("total")[0]).toBe("TOTAL");
  expect(found("stat max")).toContain("STATEMAX");
  expect(found("stat xyz")).toEqual([]);
});
