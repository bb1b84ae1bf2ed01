/*
 * What a page loads later: none of it is in what it loads first.
 */
import { gzipSync } from "node:zlib";
import { dist, filesIn } from "./dist";

const files = filesIn(dist);
const scripts = [...files.keys()].filter((name) => /^[^/]+\.js$/.test(name));
const first = ["functions.js", "commands.js", "taskpane.js"];
const text = (name: string) => files.get(name)!.toString();
/** A word that the code has of its own, whatever it is made smaller to. */
const marks = {
  "the copy's": "calculatedColumnFormula",
  "the check's": "Totalsumma|totalsumma",
  "the repair's": "Ctrl\\+Skift\\+Retur",
};

test.each(Object.entries(marks))("%s code is loaded when it is asked for", (_, mark) => {
  const having = scripts.filter((name) => new RegExp(mark).test(text(name)));
  expect(having).toHaveLength(1);
  expect(first).not.toContain(having[0]);
});

test("each of its parts bears the name of its content, and is small", () => {
  for (const name of scripts.filter((each) => !first.includes(each))) {
    expect(name).toMatch(/^[\w-]+\.[\da-f]{8}\.js$/);
    expect(gzipSync(text(name)).length).toBeLessThanOrEqual(60 * 1024);
    expect(text(name)).not.toMatch(/\beval\s*\(|new Function|\bfetch\(/);
  }
});
