/*
 * What a call to `calc` means, and the sentence where it means nothing.
 */
import { readArguments } from "../../src/cli/arguments";

test.each([
  [["=1"], { language: "sv", action: { kind: "formula", formula: "=1", json: false } }],
  [["--json", "=1"], { language: "sv", action: { kind: "formula", formula: "=1", json: true } }],
  [["=1", "--lang", "en", "--json"], { language: "en", action: { kind: "formula", formula: "=1", json: true } }],
  [["--lang=sv", "=1"], { language: "sv", action: { kind: "formula", formula: "=1", json: false } }],
  [["--", "-1+2"], { language: "sv", action: { kind: "formula", formula: "-1+2", json: false } }],
  [[""], { language: "sv", action: { kind: "formula", formula: "", json: false } }],
  [["-"], { language: "sv", action: { kind: "stream" } }],
  [["-", "--lang", "en"], { language: "en", action: { kind: "stream" } }],
  [["--help"], { language: "sv", action: { kind: "help" } }],
  [["-h", "--lang", "en", "=1"], { language: "en", action: { kind: "help" } }],
])("calc %j", (args, expected) => {
  expect(readArguments(args)).toEqual(expected);
});

test.each([
  [[], "Ange en formel"],
  [["=1", "=2"], "inte 2"],
  [["--lang", "fr", "=1"], "--lang fr"],
  [["=1", "--lang"], "--lang saknar språk"],
  [["--json=1", "--frob", "=1"], "--frob"],
  [["-1+2"], "-1"],
  [["--toString", "=1"], "--toString"],
  [["--lang", "en"], "Give a formula"],
  [["--lang", "en", "--frob"], "There is no option --frob"],
])("calc %j is a wrong call: %s", (args, sentence) => {
  const { action } = readArguments(args);
  expect(action.kind === "wrong" && action.sentence).toContain(sentence);
});
