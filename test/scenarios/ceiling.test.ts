/*
 * Who sets the ceiling: 2019 as it was, and whatever a user may type.
 */
import fc from "fast-check";
import { ceiling, type CeilingInputs } from "../../src/scenarios/ceiling";
import { toAddress, zoneAt } from "../../src/scenarios/zone";
import { amount, municipalities, rate, runs, unit } from "./inputs";
import { evaluate } from "./sheet";

const opened = ceiling.opensOn("en");
const sheetOf = (changes: Partial<CeilingInputs> = {}) => evaluate(ceiling.plan({ ...opened, ...changes }, "en"), "en");

test("opens on 2019: the other municipalities stay, and 2 450 tkr of the state's money is left behind", () => {
  const { grid, value } = sheetOf();
  expect(grid("ceiling")).toEqual([[10972], [7286.4], [6072], [7286.4]]);
  expect(value("feasible")).toBe(6072);
  expect(value("binding")).toBe("Other municipalities (Jönköping abstains)");
  expect(value("stateLeft")).toBe(5486 - 3036);
});

test("had Jönköping moved, the region would have been the next to bind", () => {
  const { value } = sheetOf();
  expect(value("next")).toBe(7286.4);
  expect(value("nextWho")).toBe("The region");
  expect(value("gain")).toBeCloseTo(1214.4, 9);
});

test("without a region the state or the municipality binds", () => {
  const { broken, value } = sheetOf({
    withoutRegion: true,
    municipalities: [{ name: "Gotland", weight: 1 }],
    municipal: [{ today: 6000, increase: 0 }],
  });
  expect(broken).toEqual([]);
  expect(value("binding")).toBe("The state");
  expect(value("feasible")).toBe(2 * 5486);
});

test("a municipality without a part of the key sets no ceiling, and is passed over", () => {
  const { broken, grid, value, sheet, cell } = sheetOf({
    municipalities: [{ name: "A", weight: 0 }, ...opened.municipalities.slice(1)],
  });
  expect(broken).toEqual([]);
  expect(grid("ceiling")).toEqual([[10972], [7286.4], ["–"], [expect.closeTo(580.8, 9)]]);
  expect(value("binding")).toBe("Vaggeryd");
  expect(value("next")).toBe(7286.4);
  const { right } = sheet.names.get("other")!;
  const { top } = sheet.names.get("ceiling")!;
  expect([0, 1, 2, 3].map((row) => cell(toAddress(zoneAt(top + row, right + 1))))).toEqual([
    "",
    "",
    "sets no ceiling",
    "sets the ceiling",
  ]);
});

test("whatever is typed, nobody is asked for more than the offer", () => {
  const willingness = fc.record({ today: amount, increase: rate });
  const inputs = municipalities.chain((members) =>
    fc.record({
      municipalities: fc.constant(members),
      municipal: fc.array(willingness, { minLength: members.length, maxLength: members.length }),
      stateOffer: amount,
      region: willingness,
      unit,
      withoutRegion: fc.boolean(),
    }),
  );
  fc.assert(
    fc.property(inputs, (changes) => {
      expect(sheetOf(changes).broken).toEqual([]);
    }),
    runs,
  );
});
