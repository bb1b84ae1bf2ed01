/*
 * What a selection means: members, nothing, or a problem with the cell that has it.
 */
import fc from "fast-check";
import { mostMembers, readMembers, type MembersProblem } from "../../src/actions/members";
import { problemText } from "../../src/i18n/commands";

const read = (values: unknown[][], at = { top: 2, left: 0 }) => readMembers({ kind: "cells", ...at, values });

test("two columns are members", () => {
  expect(
    read([
      ["Jönköping", 133310],
      [" Habo ", 11314],
    ]),
  ).toEqual({
    kind: "members",
    members: [
      { name: "Jönköping", weight: 133310 },
      { name: "Habo", weight: 11314 },
    ],
  });
});

test("with hidden rows between them, a problem names the row that it is in", () => {
  const values = [
    ["Kommun", "Invånare"],
    ["Habo", 11314],
    ["Mullsjö", "x"],
  ];
  const selection = { kind: "cells", top: 2, left: 0, values, rows: [2, 5, 9] } as const;
  expect(readMembers(selection)).toEqual({
    kind: "unusable",
    problem: { kind: "notANumber", address: "B10", found: "x" },
  });
});

test("one row of them too", () => {
  expect(read([["Habo", 11314]])).toMatchObject({ kind: "members", members: [{ name: "Habo" }] });
});

test.each([["Invånare"], ["2015-12-31"]])("a heading above (%s) is none", (heading) => {
  expect(
    read([
      ["Kommun", heading],
      ["Habo", 11314],
    ]),
  ).toEqual({ kind: "members", members: [{ name: "Habo", weight: 11314 }] });
});

test("a weight of 0 is one, beside others that are more", () => {
  const members = [
    ["Habo", 0],
    ["Mullsjö", 1],
  ];
  expect(read(members).kind).toBe("members");
});

test.each([
  ["nothing", { kind: "empty" as const }, "none"],
  ["one cell", { kind: "cells" as const, top: 0, left: 0, values: [["Habo"]] }, "none"],
  ["several ranges", { kind: "notOneRange" as const }, "notTwoColumns"],
  ["a column", { kind: "cells" as const, top: 0, left: 0, values: [["Habo"], ["Mullsjö"]] }, "notTwoColumns"],
  ["three columns", { kind: "cells" as const, top: 0, left: 0, values: [["Habo", 1, 2]] }, "notTwoColumns"],
])("%s is no table of members", (_, selection, kind) => {
  expect(readMembers(selection)).toEqual({ kind });
});

const bad: [string, unknown[][], MembersProblem, string][] = [
  ["no name", [["", 1]], { kind: "noName", address: "A3" }, "Namnet saknas i A3."],
  ["a number for a name", [[5, 1]], { kind: "notAName", address: "A3", found: "5" }, "där står 5"],
  ["an error for a name", [["#SAKNAS!", 1]], { kind: "notAName", address: "A3", found: "#SAKNAS!" }, "#SAKNAS!"],
  ["no number", [["Habo", ""]], { kind: "noNumber", address: "B3", name: "Habo" }, "Talet för Habo saknas i B3."],
  ["an error for a number", [["Habo", "#N/A"]], { kind: "notANumber", address: "B3", found: "#N/A" }, "”#N/A”"],
  ["TRUE for a number", [["Habo", true]], { kind: "notANumber", address: "B3", found: "true" }, "ett tal"],
  ["a negative number", [["Habo", -1]], { kind: "negative", address: "B3" }, "Talet i B3 är negativt."],
  ["nothing but 0", [["Habo", 0]], { kind: "allZero", address: "B3" }, "från B3"],
  ["a heading alone", [["Kommun", "Invånare"]], { kind: "onlyHeading", address: "B3" }, "bara en rubrik"],
  ["text in the second row", [["Kommun", "inv."], ["Habo", "11 314"]], { kind: "notANumber", address: "B4", found: "11 314" }, "”11 314”"], // prettier-ignore
  ["a blank row", [["Habo", 1], ["", ""], ["Mullsjö", 2]], { kind: "blankRow", row: 4 }, "Rad 4"], // prettier-ignore
  ["a name twice", [["Habo", 1], ["HABO ", 2]], { kind: "twice", name: "HABO", address: "A4", first: "A3" }, "både i A3 och i A4"], // prettier-ignore
];
test.each(bad)("%s is a problem that names its cell", (_, values, problem, sentence) => {
  expect(read(values)).toEqual({ kind: "unusable", problem });
  expect(problemText(problem, "sv")).toContain(sentence);
  expect(problemText(problem, "en")).not.toBe(problemText(problem, "sv"));
});

test("more rows than there is room for", () => {
  const values = Array.from({ length: mostMembers + 1 }, (_, index) => [`K${index}`, 1]);
  expect(read(values)).toEqual({ kind: "unusable", problem: { kind: "tooMany", count: mostMembers + 1 } });
});

test("whatever is selected, there is an answer, and members are usable as they are", () => {
  const cell = fc.oneof(
    fc.string(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(""),
  );
  const grid = fc
    .integer({ min: 1, max: 3 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }));
  fc.assert(
    fc.property(grid, (values) => {
      const answer = read(values);
      if (answer.kind === "unusable") {
        expect(problemText(answer.problem, "en")).toMatch(/\.$/);
      } else if (answer.kind === "members") {
        expect(answer.members.every(({ name, weight }) => name !== "" && weight >= 0)).toBe(true);
        expect(answer.members.some(({ weight }) => weight > 0)).toBe(true);
      }
    }),
  );
});
