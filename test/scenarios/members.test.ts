/*
 * A user's own municipalities, or unions: one or forty, with any names and numbers, in every scenario that takes them.
 */
import fc from "fast-check";
import { scenarios } from "../../src/scenarios/all";
import { addMember, draftPlan, openDraft, removeMember, valueOf } from "../../src/scenarios/draft";
import { draftFigures } from "../../src/scenarios/draftFigures";
import { layOut } from "../../src/scenarios/layout";
import { municipalities, runs } from "./inputs";
import { evaluate } from "./sheet";

const taking = scenarios.filter(({ takesMembers }) => takesMembers);

/** A union's grant is at least its base grant. */
const unionsByGrant = fc.array(
  fc.record({ name: fc.string({ maxLength: 12 }), weight: fc.integer({ min: 400, max: 500_000 }) }),
  { minLength: 1, maxLength: 40 },
);

/** A union of the first, and one of the last, both of whom pay. */
const bothUnionsPay = municipalities.filter((members) => members[0]!.weight > 0 && members.at(-1)!.weight > 0);
const ofEach: Readonly<Record<string, typeof municipalities>> = {
  alternatives: unionsByGrant,
  "change-union": bothUnionsPay,
};

test("municipalities and unions can be given where a pair of a name and a number says enough", () => {
  expect(taking.map(({ id }) => id)).toEqual([
    "escalation",
    "level-increase",
    "ceiling",
    "alternatives",
    "change-union",
    "distribution",
    "own-capital",
    "compare-unions",
  ]);
});

describe.each(taking.map(({ id, plan }) => [id, plan] as const))("%s", (id, plan) => {
  test("adds up for any members", () => {
    fc.assert(
      fc.property(ofEach[id] ?? municipalities, (members) => {
        expect(evaluate(plan("sv", members)).broken).toEqual([]);
      }),
      runs,
    );
  });

  test.each([1, 40])("adds up for %i, and lists them all", (count) => {
    const members = Array.from({ length: count }, (_, index) => ({ name: `M${index + 1}`, weight: 500 + index }));
    const { broken, grid } = evaluate(plan("en", members), "en");
    expect(broken).toEqual([]);
    const { name, weight } = plan("en", members).members!;
    expect(grid(name).flat()).toEqual(members.map((each) => each.name));
    expect(grid(weight).flat()).toEqual(members.map((each) => each.weight));
  });

  test("cites no document for what is the user's own", () => {
    const sheet = layOut(plan("en", [{ name: "A", weight: 500 }]));
    const { top } = sheet.names.get(plan("en").members!.name)!;
    const source = sheet.cells.find(({ role, row }) => role === "source" && row === top);
    expect(source?.content).toMatch(/^Your own figure\b/);
    const texts = sheet.cells.filter(({ role }) => role === "source").map(({ content }) => String(content));
    const documents = texts.filter(
      (text) => /Vaggeryd|Jönköping|[Rr]eview of|Dnr/.test(text) && !/^An example\b/.test(text),
    );
    expect(documents).toEqual([]);
  });

  test("holds with a row just added, whose number is 0", () => {
    const added = addMember(openDraft(id, "sv"), { name: "Ny", weight: 0 });
    expect(draftFigures(added).problems).toEqual([]);
    expect(evaluate(draftPlan(added)).broken).toEqual([]);
  });

  test("keeps every figure of those who stay when one goes and another comes", () => {
    const opened = openDraft(id, "sv");
    const fewer = removeMember(opened, opened.members[0]!.id);
    const more = addMember(fewer, { name: "Ny", weight: 700 });
    for (const key of fewer.opened.byKey.keys()) expect([key, valueOf(more, key)]).toEqual([key, valueOf(opened, key)]);
    expect(evaluate(draftPlan(fewer)).broken).toEqual([]);
    expect(draftFigures(more).problems).toEqual([]);
  });
});
