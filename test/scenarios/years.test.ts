/*
 * Years that the numbers of the law and of the state's model do not reach, and what is no year: every sheet says so
 * in words, and counts what does not depend on them.
 */
import fc from "fast-check";
import type { Language } from "../../src/i18n/language";
import { scenarios } from "../../src/scenarios/all";
import { draftPlan, openDraft, withValue, type Draft, type Typed } from "../../src/scenarios/draft";
import { draftFigures } from "../../src/scenarios/draftFigures";
import { draftFields } from "../../src/scenarios/draftFields";
import { runs } from "./inputs";
import { evaluate, type TestedSheet } from "./sheet";

const languages: readonly Language[] = ["sv", "en"];

function yearKeys({ opened }: Draft): readonly string[] {
  return [...opened.byKey.values()].filter(({ cell }) => cell.format === "year").map(({ key }) => key);
}

const yearInputs = scenarios.flatMap(({ id }) => yearKeys(openDraft(id, "sv")).map((key) => [id, key] as const));

/** Years that other years are counted from: a text is an error there, as in any sum, and the control counts it. */
const countedFrom = new Set([
  "escalation startYear",
  "change-union noticeYear",
  "calendar year",
  "multi-year firstYear",
]);

const typedYear: fc.Arbitrary<Typed> = fc.oneof(
  fc.integer({ min: 1990, max: 2060 }),
  fc.integer({ min: 1000, max: 9998 }),
  fc.constantFrom<Typed>(undefined, 2021.5),
);

const sheetOf = (id: string, values: Readonly<Record<string, Typed>>, language: Language = "sv") =>
  evaluate(draftPlan(draftOf(id, values, language)), language);

const draftOf = (id: string, values: Readonly<Record<string, Typed>>, language: Language = "sv") =>
  Object.entries(values).reduce((draft, [key, value]) => withValue(draft, key, value), openDraft(id, language));

function sourcesOf({ sheet, cell }: TestedSheet): readonly unknown[] {
  return sheet.cells.filter(({ role }) => role === "source").map(({ address }) => cell(address));
}

test("every scenario but the one of results asks for a year", () => {
  expect(new Set(yearInputs.map(([id]) => id)).size).toBe(scenarios.length - 1);
});

test.each(yearInputs)("in %s, whatever year %s is, no cell has an error and the control reads 0", (id, key) => {
  const text = countedFrom.has(`${id} ${key}`) ? [] : [fc.constant<Typed>("i år")];
  fc.assert(
    fc.property(fc.oneof(typedYear, ...text), fc.constantFrom(...languages), (year, language) => {
      expect(sheetOf(id, { [key]: year }, language).broken).toEqual([]);
    }),
    runs,
  );
});

const restingOnTheLaw = [
  ["escalation", "startYear"],
  ["level-increase", "year"],
  ["ceiling", "year"],
  ["alternatives", "year"],
  ["check-decision", "year"],
  ["compare-unions", "year"],
] as const;

test.each(restingOnTheLaw)("%s says in place of a source that the law is younger than the year", (id, key) => {
  for (const year of [2003, undefined, 2021.5]) {
    expect(sourcesOf(sheetOf(id, { [key]: year }))).toContain("Ingen källa för det året: lagen gäller från 2004");
    expect(sourcesOf(sheetOf(id, { [key]: year }, "en"))).toContain(
      "No source for that year: the law applies from 2004",
    );
  }
  expect(String(sourcesOf(sheetOf(id, { [key]: 2004 })))).toContain("5 § lagen (2003:1210)");
});

test.each(restingOnTheLaw)("the form of %s refuses such a year at once", (id, key) => {
  const problemsIn = (year: number, language: Language) =>
    draftFigures(draftOf(id, { [key]: year }, language)).problems;
  expect(problemsIn(2003, "sv")).toEqual([
    { key, message: expect.stringMatching(/: lagen gäller från 2004, så för 2003 finns inga andelar\.$/) },
  ]);
  expect(problemsIn(2003, "en")).toEqual([
    { key, message: expect.stringMatching(/: the law applies from 2004, so that there are no shares for 2003\.$/) },
  ]);
  expect(problemsIn(2004, "sv")).toEqual([]);
});

test.each(["escalation", "level-increase", "ceiling", "check-decision"])(
  "in %s nothing but the source follows the year of the law",
  (id) => {
    const [key] = yearKeys(openDraft(id, "sv"));
    const shown = (year: number) => {
      const { sheet, cell } = sheetOf(id, { [key!]: year });
      return sheet.cells
        .filter(({ role, format }) => role === "result" && format !== "year")
        .map(({ address }) => cell(address));
    };
    expect(shown(1990)).toEqual(shown(2020));
  },
);

describe("alternatives in a year without a known base grant", () => {
  const { grid, value } = sheetOf("alternatives", { year: 2015 });

  test("counts what does not depend on it: today, the shared administration, and who is paid back", () => {
    expect(grid("parties")).toEqual([
      [8811, 8811, "okänt"],
      [4406, 4406, "okänt"],
      [4405, 4405, "okänt"],
    ]);
    expect(grid("budget")).toEqual([[17622, 17622, "okänt"]]);
    expect(grid("toMembers")[0]).toEqual([283.5, 141.75, 141.75]);
    expect(grid("today").flat()).toEqual(sheetOf("alternatives", {}).grid("today").flat());
  });

  test("reads as unknown where it depends on it, and says what to do", () => {
    for (const name of ["baseGrant", "lost", "gain", "makesUp", "breakEven"]) expect(value(name)).toBe("okänt");
    const [inputs] = draftFields(draftOf("alternatives", { year: 2015 }, "en"));
    expect(inputs!.rows.find(({ label }) => label === "Base grant per union")!.source).toBe(
      "No source for that year: type a value of your own in the column “Your own value”",
    );
    expect(draftFigures(draftOf("alternatives", { year: 2015 }))).toMatchObject({ problems: [], control: 0 });
  });

  test("counts all of it by a base grant of the user's own", () => {
    const own = sheetOf("alternatives", { year: 2015, baseGrantOwn: 400 });
    const sourced = sheetOf("alternatives", {});
    for (const name of ["parties", "lost", "gain", "makesUp", "breakEven", "activities"]) {
      expect(own.grid(name)).toEqual(sourced.grid(name));
    }
  });

  test("before the law, nobody's share is known either", () => {
    const before = sheetOf("alternatives", { year: 2003 });
    expect(before.grid("shares").flat()).toEqual(["okänt", "okänt", "okänt"]);
    expect(new Set(before.grid("toMembers").flat())).toEqual(new Set(["okänt"]));
    expect(before.grid("paidBack")).toEqual([[567], [989], [1690]]);
  });
});
