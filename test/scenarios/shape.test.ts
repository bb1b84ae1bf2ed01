/*
 * What a user chooses of a sheet's shape: how many years or unions it has, and whether a region takes part.
 */
import fc from "fast-check";
import { scenarios } from "../../src/scenarios/all";
import {
  choicesOf,
  draftPlan,
  inLanguage,
  inUnit,
  openDraft,
  valueOf,
  withChoices,
  withMembers,
  withValue,
} from "../../src/scenarios/draft";
import { draftFigures } from "../../src/scenarios/draftFigures";
import { valuesOf } from "../../src/scenarios/draftValues";
import { toLabel } from "../../src/scenarios/evaluate/values";
import { choiceLimits } from "../../src/scenarios/scenario";
import { runs } from "./inputs";
import { evaluate } from "./sheet";

const shaped = scenarios.flatMap(({ id, choices }) =>
  Object.keys(choices).length > 0 ? [[id, choices] as const] : [],
);

test("years, unions and region are chosen where they mean something", () => {
  expect(Object.fromEntries(shaped)).toEqual({
    escalation: { years: 6, withoutRegion: false },
    "level-increase": { withoutRegion: false },
    ceiling: { withoutRegion: false },
    results: { unions: 3 },
    "multi-year": { years: 3 },
  });
});

describe.each(shaped)("%s", (id, choices) => {
  const opened = openDraft(id, "sv");

  test("holds together whatever is chosen", () => {
    const within = ({ least, most }: { least: number; most: number }) => fc.integer({ min: least, max: most });
    const any = { years: within(choiceLimits.years), unions: within(choiceLimits.unions), withoutRegion: fc.boolean() };
    const chosen = fc.record(any).map((all) => {
      return Object.fromEntries(Object.entries(all).filter(([key]) => key in choices));
    });
    fc.assert(
      fc.property(chosen, (all) => {
        const draft = withChoices(opened, all);
        expect(choicesOf(draft)).toEqual(all);
        expect(draftFigures(draft)).toMatchObject({ problems: [], control: 0 });
        expect(evaluate(draftPlan(draft)).broken).toEqual([]);
      }),
      runs,
    );
  });

  test("is what it was when what it opens on is chosen again, with all that was typed", () => {
    const typed = [...opened.opened.byKey.values()].reduce((draft, { key, cell }) => {
      return typeof cell.content === "number" && cell.format === "amount"
        ? withValue(draft, key, cell.content + 1)
        : draft;
    }, opened);
    const other = { years: 2, unions: 1, withoutRegion: true } as const;
    const changed = withChoices(typed, Object.fromEntries(Object.entries(other).filter(([key]) => key in choices)));
    expect(changed.opened.sheet).not.toEqual(typed.opened.sheet);
    const back = withChoices(changed, choices);
    expect(back.choices).toEqual({});
    expect(draftPlan(back)).toEqual(draftPlan(typed));
  });
});

test("a choice stays in another language, in another unit and with the user's own members", () => {
  const members = [
    { name: "Aneby", weight: 6000 },
    { name: "Eksjö", weight: 17000 },
  ];
  const chosen = withChoices(openDraft("escalation", "sv"), { years: 9, withoutRegion: true });
  for (const draft of [inLanguage(chosen, "en"), inUnit(chosen, "kr"), withMembers(chosen, members)]) {
    expect(choicesOf(draft)).toEqual({ years: 9, withoutRegion: true });
    expect(draft.opened.sheet.names.get("year")!.right - draft.opened.sheet.names.get("year")!.left).toBe(8);
  }
});

test("without a region the municipalities pay the half that the state does not", () => {
  const { grid } = evaluate(draftPlan(withChoices(openDraft("escalation", "sv"), { withoutRegion: true, years: 2 })));
  const [state, ...municipal] = grid("parties").map(([first]) => Number(first));
  expect(municipal.length).toBe(4);
  expect(municipal.reduce((sum, each) => sum + each, 0)).toBe(state);
});

test("a rate typed for a year of one alternative stays there when the years are more", () => {
  const typed = withValue(openDraft("multi-year", "sv"), "rate2.3", 0.05);
  const longer = withChoices(typed, { years: 5 });
  expect(valueOf(longer, "rate2.3")).toBe(0.05);
  expect(evaluate(draftPlan(longer)).grid("rate")).toEqual([
    [0, 0, 0, 0, 0],
    [0.1, 0, 0.05, 0, 0],
    [0.2, 0, 0, 0, 0],
  ]);
});

test.each(shaped.filter(([, choices]) => choices.withoutRegion !== undefined))(
  "%s cites 5 § alone where a region takes part, and 5 a § too where none does",
  (id) => {
    const cited = (withoutRegion: boolean) => {
      const draft = withChoices(openDraft(id, "sv"), { withoutRegion });
      const value = valuesOf(draft);
      const texts = draft.opened.sheet.cells.filter(({ role }) => role === "source");
      return texts
        .map(({ row, column }) => toLabel(value(row, column)))
        .filter((text) => /^\d+ (a )?§ lagen/.test(text));
    };
    expect(cited(false)).toEqual([expect.not.stringContaining("5 a §")]);
    expect(cited(true)).toEqual([expect.stringMatching(/^5 § lagen .+; 5 a § lagen /)]);
  },
);
