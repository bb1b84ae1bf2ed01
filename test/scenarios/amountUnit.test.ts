/*
 * Every scenario in kronor and in millions of them: the same sheet, where an amount is another number and nothing else
 * is.
 */
import { scenarios } from "../../src/scenarios/all";
import { convert, type AmountUnit } from "../../src/scenarios/amountUnit";
import { draftSheet, inUnit, openDraft, valueOf, withChoices, withMembers, withValue } from "../../src/scenarios/draft";
import { draftFigures } from "../../src/scenarios/draftFigures";
import { layOut } from "../../src/scenarios/layout";
import { evaluate } from "./sheet";

const others: readonly AmountUnit[] = ["kr", "mnkr"];
const languages = ["sv", "en"] as const;
const all = scenarios.flatMap((scenario) =>
  languages.flatMap((language) => others.map((unit) => [scenario.id, language, unit, scenario.plan] as const)),
);

describe.each(all)("%s in %s in %s", (_, language, unit, plan) => {
  const [written, other] = [plan(language), plan(language, undefined, unit)];

  test("has no error and a control cell that reads 0", () => {
    expect(evaluate(other, language).broken).toEqual([]);
  });

  test("has the same cells in the same places", () => {
    const places = (of: typeof written) => layOut(of).cells.map(({ address, role, name }) => ({ address, role, name }));
    expect(places(other)).toEqual(places(written));
  });

  test("gives each main figure as in tkr, converted where its unit is", () => {
    const [before, after] = [evaluate(written, language), evaluate(other, language)];
    before.sheet.keyFigures.forEach(({ at, unit: said }, index) => {
      const value = (of: typeof before) => valueAt(of, at);
      const expected = value(before);
      const isAmount = said.startsWith("tkr") && !written.hasPrintedUnits;
      expect(after.sheet.keyFigures[index]!.unit).toBe(isAmount ? said.replace("tkr", unit) : said);
      if (typeof expected !== "number") expect(value(after)).toBe(expected);
      else expect(value(after)).toBeCloseTo(isAmount ? convert(expected, "tkr", unit) : expected, 6);
    });
  });
});

function valueAt({ sheet, grid }: ReturnType<typeof evaluate>, { top, left }: { top: number; left: number }) {
  const [name, zone] = [...sheet.names].find(
    ([, each]) => top >= each.top && top <= each.bottom && left >= each.left && left <= each.right,
  )!;
  return grid(name)[top - zone.top]![left - zone.left]!;
}

test("a decision is checked as it is printed, whatever unit is chosen", () => {
  const { plan } = scenarios.find(({ id }) => id === "check-decision")!;
  expect(plan("sv", undefined, "kr")).toEqual(plan("sv"));
});

test("members with amounts of the user's own keep them to the krona, and inhabitants are not amounts", () => {
  const members = [
    { name: "A", weight: 3205123.37 },
    { name: "B", weight: 1 },
  ];
  for (const { id, takesMembers } of scenarios) {
    if (!takesMembers) continue;
    for (const unit of others) {
      const draft = openDraft(id, "sv", members, unit);
      const { weight } = draft.opened.plan.members!;
      expect(members.map((__, index) => valueOf(draft, `${weight}@${index + 1}`))).toEqual([3205123.37, 1]);
    }
  }
});

describe("a draft", () => {
  const typed = withValue(withValue(openDraft("escalation", "sv"), "stateMaximum", 6000), "rate", 0.08);

  test("takes what was typed along to another unit, and back", () => {
    const kronor = inUnit(typed, "kr");
    expect([valueOf(kronor, "stateMaximum"), valueOf(kronor, "rate")]).toEqual([6_000_000, 0.08]);
    expect(draftFigures(kronor).control).toBe(0);
    expect(draftSheet(inUnit(kronor, "tkr"))).toEqual(draftSheet(typed));
  });

  test("converts members that are weighed by amounts, and no others", () => {
    const members = [
      { name: "A", weight: 2000 },
      { name: "B", weight: 500 },
    ];
    const weights = (id: string) =>
      inUnit(withMembers(openDraft(id, "sv"), members), "kr").members.map(({ weight }) => weight);
    expect(weights("own-capital")).toEqual([2_000_000, 500_000]);
    expect(weights("escalation")).toEqual([2000, 500]);
  });

  const shaped = scenarios.filter(({ choices }) => Object.keys(choices).length > 0).map(({ id }) => id);
  test.each(shaped)("of %s takes along what was typed where the sheet does not reach for the moment", (id) => {
    const large = withChoices(openDraft(id, "sv"), { years: 6, unions: 5 });
    const full = [...large.opened.byKey.values()].reduce((draft, { key, cell: { content } }) => {
      return typeof content === "number" ? withValue(draft, key, content + 1) : draft;
    }, large);
    const small = withChoices(full, { years: 2, unions: 1, withoutRegion: true });
    const back = withChoices(inUnit(small, "kr"), { years: 6, unions: 5, withoutRegion: false });
    expect(draftSheet(back)).toEqual(draftSheet(inUnit(full, "kr")));
    expect(draftSheet(back)).not.toEqual(draftSheet(full));
  });

  test("keeps a text that was typed where a number belongs, for its problem to be told", () => {
    const wrong = inUnit(withValue(typed, "stateMaximum", "mycket"), "mnkr");
    expect(valueOf(wrong, "stateMaximum")).toBe("mycket");
  });
});
