/*
 * A municipality changes union: Vaggeryd to Finnveden, and whatever a user may type.
 */
import fc from "fast-check";
import { changeUnion, type ChangeUnionInputs, type MovingMunicipality } from "../../src/scenarios/changeUnion";
import { draftPlan, openDraft, withValue } from "../../src/scenarios/draft";
import { runs, unit } from "./inputs";
import { evaluate } from "./sheet";

const opened = changeUnion.opensOn("sv");
const sheetOf = (changes: Partial<ChangeUnionInputs> = {}) =>
  evaluate(changeUnion.plan({ ...opened, ...changes }, "sv"));
const typed = (values: Readonly<Record<string, number>>) =>
  Object.entries(values).reduce((draft, [key, value]) => withValue(draft, key, value), openDraft("change-union", "sv"));
const staying = opened.municipalities.map((municipality) => ({ ...municipality, after: municipality.before }));

test("opens on the published maxima and grants of both unions", () => {
  const { grid, value } = sheetOf();
  expect(grid("maximumBefore")).toEqual([[5486], [2570]]);
  expect(grid("grantBefore")).toEqual([[3036], [2570]]);
  expect(value("exitYear")).toBe(2023);
});

test("what one union's maximum loses the other's wins", () => {
  const { grid } = sheetOf();
  expect(grid("maximumAfter")).toEqual([[5074], [2982]]);
});

test("where nobody moves, nothing changes", () => {
  const { grid, broken } = sheetOf({ municipalities: staying });
  expect(broken).toEqual([]);
  for (const [change] of grid("change")) expect(change).toBeCloseTo(0, 9);
  expect(grid("debtShare")).toEqual(staying.map(() => [0]));
});

test("who leaves carries its part of the municipalities' quarter of the debts", () => {
  const { grid } = sheetOf();
  expect(grid("debtShare")[3]![0]).toBeCloseTo((500 * 0.25 * 13372) / 165153, 9);
});

test("a union that is in no list fails the check", () => {
  const unknown = staying.map((municipality, index) =>
    index === 0 ? { ...municipality, after: "Ingen" } : municipality,
  );
  expect(sheetOf({ municipalities: unknown }).broken).toEqual(["the control cell reads 1"]);
});

test("in a year without a source, what follows from it is unknown, and its row says what to do", () => {
  const { grid, value, broken, sheet, cell } = sheetOf({ year: 2021 });
  expect(broken).toEqual([]);
  expect(value("appropriation")).toBe(339000);
  expect(value("maxDecrease")).toBe("okänt");
  expect(grid("maximumAfter")).toEqual([[5074], [2982]]);
  for (const name of ["floor", "grantAfter", "budgetAfter", "contributionAfter"]) {
    expect(new Set(grid(name).flat())).toEqual(new Set(["okänt"]));
  }
  const { top } = sheet.names.get("maxDecrease")!;
  const source = sheet.cells.find(({ role, row }) => role === "source" && row === top)!;
  expect(cell(source.address)).toBe("Ingen källa för det året: skriv ett eget värde i kolumnen ”Eget värde”");
});

test("a value of the user's own is taken where a year has no source, and in place of the source's", () => {
  const opened2020 = sheetOf();
  const with10 = evaluate(draftPlan(typed({ year: 2021, maxDecreaseOwn: 0.1 })));
  expect(with10.broken).toEqual([]);
  expect(with10.grid("grantAfter")).toEqual(opened2020.grid("grantAfter"));
  expect(evaluate(draftPlan(typed({ maxDecreaseOwn: 0.2 }))).value("floor")).toBeCloseTo(0.8 * 3036, 9);
});

test("where a union's members have no inhabitants its key is missing, and the check says that nobody pays", () => {
  const municipalities = opened.municipalities.map((each) =>
    each.before === "Finnveden" ? { ...each, inhabitants: 0 } : each,
  );
  const { broken, grid } = sheetOf({ municipalities });
  expect(broken).toEqual(["the control cell reads 1"]);
  expect(grid("keyBefore").slice(4)).toEqual([["saknas"], ["saknas"], ["saknas"]]);
  expect(grid("contributionBefore").slice(4)).toEqual([["okänt"], ["okänt"], ["okänt"]]);
  expect(grid("keyAfter").slice(3)).toEqual([[1], [0], [0], [0]]);
});

test("whoever moves, the contributions add up", () => {
  const municipality = fc.record({
    name: fc.string({ maxLength: 12 }),
    before: fc.constantFrom("A", "B"),
    after: fc.constantFrom("A", "B"),
    inhabitants: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 500_000 }) }, fc.constant(0)),
    need: fc.integer({ min: 1, max: 9999 }).map((parts) => parts / 10_000),
    population: fc.integer({ min: 1, max: 9999 }).map((parts) => parts / 10_000),
  });
  // Both unions have a member today, as a union has; all may have left one of them after. Some members pay nothing.
  const somebodyPays = (all: readonly MovingMunicipality[], when: "before" | "after") =>
    ["A", "B"].every((union) => {
      const its = all.filter((each) => each[when] === union);
      return its.length === 0 || its.some(({ inhabitants }) => inhabitants > 0);
    });
  const members = fc
    .tuple(municipality, municipality, fc.array(municipality, { maxLength: 38 }))
    .map(([one, other, rest]) => [{ ...one, before: "A" }, { ...other, before: "B" }, ...rest])
    .filter((all) => (["before", "after"] as const).every((when) => somebodyPays(all, when)));
  const inputs = fc.record({
    year: fc.integer({ min: 2000, max: 2060 }),
    unit,
    unions: fc.tuple(fc.integer({ min: 400, max: 9000 }), fc.integer({ min: 400, max: 9000 })).map(([a, b]) => [
      { name: "A", grant: a },
      { name: "B", grant: b },
    ]),
    municipalities: members,
  });
  fc.assert(
    fc.property(inputs, (changes) => {
      expect(sheetOf(changes).broken).toEqual([]);
    }),
    runs,
  );
});
