/*
 * A municipality changes union: Vaggeryd to Finnveden, and whatever a user may type.
 */
import fc from "fast-check";
import { changeUnion, type ChangeUnionInputs } from "../../src/scenarios/changeUnion";
import { runs, unit } from "./inputs";
import { evaluate } from "./sheet";

const opened = changeUnion.opensOn("sv");
const sheetOf = (changes: Partial<ChangeUnionInputs> = {}) =>
  evaluate(changeUnion.plan({ ...opened, ...changes }, "sv"));
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

test("whoever moves, the contributions add up", () => {
  const municipality = fc.record({
    name: fc.string({ maxLength: 12 }),
    before: fc.constantFrom("A", "B"),
    after: fc.constantFrom("A", "B"),
    inhabitants: fc.integer({ min: 1, max: 500_000 }),
    need: fc.integer({ min: 1, max: 9999 }).map((parts) => parts / 10_000),
    population: fc.integer({ min: 1, max: 9999 }).map((parts) => parts / 10_000),
  });
  // Both unions have a member today, as a union has; all may have left one of them after.
  const members = fc
    .tuple(municipality, municipality, fc.array(municipality, { maxLength: 38 }))
    .map(([one, other, rest]) => [{ ...one, before: "A" }, { ...other, before: "B" }, ...rest]);
  const inputs = fc.record({
    year: fc.integer({ min: 2016, max: 2020 }),
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
