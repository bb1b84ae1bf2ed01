import fc from "fast-check";
import { stateGrant, type StateGrantRequest } from "../../src/core/stateGrant";
import { problemOf } from "./problems";

const down = (...values: number[]) => values.map((value) => [value]);
const one = (value: number) => [[value]];
const three = { maximum: down(5000, 3000, 2000), requested: down(5000, 3000, 2000), previous: down(3000, 3000, 2500) };

describe("STATEGRANT", () => {
  test.each<[string, StateGrantRequest, number[][]]>([
    ["scales the entitlements by one factor, floors kept", { ...three, appropriation: 9000 }, down(4300, 2700, 2000)],
    [
      "hands out what others leave, in proportion to the maxima, up to the request",
      {
        maximum: down(5000, 3000, 2000),
        requested: down(2500, 4000, 3000),
        previous: down(2500, 3000, 2000),
        appropriation: 10_000,
      },
      down(2500, 4000, 3000),
    ],
    [
      "gives everyone the entitlement where there is just enough",
      { ...three, appropriation: 10_000 },
      down(5000, 3000, 2000),
    ],
    ["gives nobody more than the request", { ...three, appropriation: 50_000 }, down(5000, 3000, 2000)],
    [
      "takes the lower of request and maximum",
      { maximum: down(5000, 5000), requested: down(4000, 5000), previous: down(0, 0), appropriation: 9000 },
      down(4000, 5000),
    ],
    [
      "shares too little left in proportion to the maxima",
      { maximum: down(3000, 1000), requested: down(9000, 9000), previous: down(0, 0), appropriation: 8000 },
      down(6000, 2000),
    ],
    [
      "those who need least have their request, the others share the rest",
      {
        maximum: down(1000, 1000, 1000),
        requested: down(1100, 5000, 5000),
        previous: down(0, 0, 0),
        appropriation: 4100,
      },
      down(1100, 1500, 1500),
    ],
    [
      "a floor above the maximum is kept",
      { maximum: down(1000, 3000), requested: down(2000, 3000), previous: down(2000, 0), appropriation: 4800 },
      down(1800, 3000),
    ],
    [
      "a floor is never above the request",
      { maximum: down(1000), requested: down(1200), previous: down(2000), appropriation: 5000 },
      down(1200),
    ],
    [
      "floors that together are too much are scaled",
      { maximum: down(1000, 1000), requested: down(2000, 4000), previous: down(2000, 4000), appropriation: 2700 },
      down(900, 1800),
    ],
    [
      "floors that use everything leave nothing over",
      { maximum: down(1000, 1000), requested: down(2000, 4000), previous: down(2000, 4000), appropriation: 5400 },
      down(1800, 3600),
    ],
    [
      "a reduction takes away the floor",
      {
        maximum: down(3000, 3000),
        requested: down(3000, 3000),
        previous: down(3000, 3000),
        reduction: down(1000, 0),
        appropriation: 6000,
      },
      down(2000, 3000),
    ],
    [
      "a reduction is not made good by what others leave",
      {
        maximum: down(3000, 3000),
        requested: down(3000, 9000),
        previous: down(0, 0),
        reduction: down(1000, 0),
        appropriation: 9000,
      },
      down(2000, 7000),
    ],
    [
      "a reduction larger than the entitlement leaves nothing, not less",
      {
        maximum: down(3000, 3000),
        requested: down(3000, 3000),
        previous: down(0, 0),
        reduction: down(4000, 0),
        appropriation: 9000,
      },
      down(0, 3000),
    ],
    [
      "one reduction for all",
      {
        maximum: down(3000, 2000),
        requested: down(3000, 2000),
        previous: down(0, 0),
        reduction: one(500),
        appropriation: 9000,
      },
      down(2500, 1500),
    ],
    ["one decrease for all", { ...three, maxDecrease: one(0), appropriation: 9000 }, down(4000, 3000, 2000)],
    [
      "a decrease per union: 100 % for one without a floor",
      { ...three, maxDecrease: down(1, 1, 1), appropriation: 5000 },
      down(2500, 1500, 1000),
    ],
    [
      "nothing is left to a union without a maximum",
      { maximum: down(0, 1000), requested: down(5000, 2000), previous: down(0, 0), appropriation: 9000 },
      down(0, 2000),
    ],
    [
      "unions across",
      {
        maximum: [[5000, 3000, 2000]],
        requested: [[5000, 3000, 2000]],
        previous: [[3000, 3000, 2500]],
        appropriation: 9000,
      },
      [[4300, 2700, 2000]],
    ],
    [
      "whole units add up",
      { maximum: down(1, 1, 1), requested: down(50, 50, 50), previous: down(0, 0, 0), appropriation: 100, unit: 1 },
      down(34, 33, 33),
    ],
    [
      "the sum is rounded down",
      { maximum: down(1, 1), requested: down(50, 50), previous: down(0, 0), appropriation: 9.9, unit: 1 },
      down(5, 4),
    ],
    [
      "a unit that a request has no place for goes to the next in line",
      { maximum: down(4.9, 10.1), requested: down(4.9, 50), previous: down(0, 0), appropriation: 15, unit: 1 },
      down(4, 11),
    ],
    [
      "and again around where it must",
      {
        maximum: down(1.9, 1.9, 1.9, 10),
        requested: down(1.9, 1.9, 1.9, 50),
        previous: down(0, 0, 0, 0),
        appropriation: 8,
        unit: 1,
      },
      down(1, 1, 1, 5),
    ],
    [
      "but only to those who may get more",
      {
        maximum: down(1.9, 1.9, 1.9, 10),
        requested: down(1.9, 1.9, 1.9, 50),
        previous: down(0, 0, 0, 0),
        reduction: down(0, 0, 0, 7.7),
        appropriation: 8,
        unit: 1,
      },
      down(1, 1, 1, 3),
    ],
    [
      "a union without a maximum gets no unit of what rounding leaves",
      { maximum: down(0, 10, 10), requested: down(50, 4.5, 4.5), previous: down(0, 0, 0), appropriation: 100, unit: 1 },
      down(0, 4, 4),
    ],
    [
      "nor one with a reduction",
      {
        maximum: down(4.5, 4.5, 1000),
        requested: down(4.5, 4.5, 3000),
        previous: down(0, 0, 0),
        reduction: down(0, 0, 100),
        appropriation: 10_000,
        unit: 1,
      },
      down(4, 4, 900),
    ],
    [
      "the unit left over goes to the largest fraction",
      { maximum: down(1.2, 1.7, 1.1), requested: down(9, 9, 9), previous: down(0, 0, 0), appropriation: 4, unit: 1 },
      down(1, 2, 1),
    ],
    [
      "on a tie to the larger grant",
      { maximum: down(1.5, 2.5), requested: down(9, 9), previous: down(0, 0), appropriation: 4, unit: 1 },
      down(1, 3),
    ],
    [
      "and then to the one listed first",
      { maximum: down(1.5, 1.5), requested: down(9, 9), previous: down(0, 0), appropriation: 3, unit: 1 },
      down(2, 1),
    ],
    [
      "those who need least have their request wherever they stand",
      {
        maximum: down(1000, 1000, 1000),
        requested: down(5000, 1100, 5000),
        previous: down(0, 0, 0),
        appropriation: 4100,
      },
      down(1500, 1100, 1500),
    ],
    [
      "floors leave in turn wherever they stand",
      {
        maximum: down(3000, 5000, 2000),
        requested: down(3000, 5000, 2000),
        previous: down(3000, 3000, 2500),
        appropriation: 9000,
      },
      down(2700, 4300, 2000),
    ],
    [
      "a request below one unit gets nothing",
      { maximum: down(0.4), requested: down(0.4), previous: down(0), appropriation: 10, unit: 1 },
      down(0),
    ],
    ["hundreds", { ...three, appropriation: 9050, unit: 100 }, down(4300, 2700, 2000)],
    [
      "nobody asks for anything",
      { maximum: down(5, 5), requested: down(0, 0), previous: down(5, 5), appropriation: 9 },
      down(0, 0),
    ],
  ])("%s", (_, request, expected) => expect(stateGrant(request)).toEqual(expected));

  test.each<[string, StateGrantRequest, object]>([
    [
      "an appropriation of 0 or blank",
      { ...three, appropriation: 0 },
      { code: "notPositive", data: { argument: "appropriation" } },
    ],
    [
      "a negative maximum",
      { ...three, maximum: down(1, -1, 1), appropriation: 1 },
      { code: "negative", data: { argument: "maximum", place: { row: 2 } } },
    ],
    [
      "a negative request",
      { ...three, requested: down(1, -1, 1), appropriation: 1 },
      { code: "negative", data: { argument: "requested" } },
    ],
    [
      "a negative grant last year",
      { ...three, previous: down(1, -1, 1), appropriation: 1 },
      { code: "negative", data: { argument: "previous" } },
    ],
    [
      "a negative reduction",
      { ...three, reduction: down(0, -1, 0), appropriation: 1 },
      { code: "negative", data: { argument: "reduction", place: { row: 2 } } },
    ],
    [
      "requests of another size",
      { ...three, requested: down(1, 2), appropriation: 1 },
      { code: "sizesDisagree", data: { argument: "requested", other: "maximum" } },
    ],
    ["grants of another size", { ...three, previous: [[1, 2, 3]], appropriation: 1 }, { code: "sizesDisagree" }],
    [
      "decreases of another size",
      { ...three, maxDecrease: down(0.1, 0.1), appropriation: 1 },
      { code: "sizesDisagree", data: { argument: "maxDecrease" } },
    ],
    [
      "reductions of another size",
      { ...three, reduction: down(0, 0), appropriation: 1 },
      { code: "sizesDisagree", data: { argument: "reduction" } },
    ],
    [
      "a decrease of 10 instead of 10 %",
      { ...three, maxDecrease: one(10), appropriation: 1 },
      { code: "outside", data: { argument: "maxDecrease", got: 10, min: 0, max: 1 } },
    ],
    ["a negative decrease", { ...three, maxDecrease: one(-0.1), appropriation: 1 }, { code: "outside" }],
    [
      "a table",
      {
        maximum: [
          [1, 2],
          [3, 4],
        ],
        requested: [
          [1, 2],
          [3, 4],
        ],
        previous: [
          [1, 2],
          [3, 4],
        ],
        appropriation: 1,
      },
      { code: "notAList" },
    ],
    ["a negative unit", { ...three, appropriation: 1, unit: -1 }, { code: "negative", data: { argument: "unit" } }],
    ["more units than 2^53", { ...three, appropriation: 1e17, unit: 1 }, { code: "tooManyUnits" }],
  ])("refuses %s", (_, request, problem) => expect(problemOf(() => stateGrant(request))).toMatchObject(problem));
});

describe("whatever the unions ask for", () => {
  const tenths = fc.integer({ min: 0, max: 50_000 }).map((x) => x / 10);
  const union = fc.record({
    maximum: fc.oneof(fc.constant(0), tenths),
    requested: tenths,
    previous: tenths,
    maxDecrease: fc.constantFrom(0, 0.1, 0.25, 1),
    reduction: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: tenths }),
  });
  const unions = fc.array(union, { minLength: 1, maxLength: 12 });
  const appropriation = fc.integer({ min: 1, max: 400_000 }).map((x) => x / 10);
  type Union = { maximum: number; requested: number; previous: number; maxDecrease: number; reduction: number };
  const column = (list: Union[], name: keyof Union) => down(...list.map((u) => u[name]));
  const grants = (list: Union[], available: number, unit = 0) =>
    stateGrant({
      maximum: column(list, "maximum"),
      requested: column(list, "requested"),
      previous: column(list, "previous"),
      maxDecrease: column(list, "maxDecrease"),
      reduction: column(list, "reduction"),
      appropriation: available,
      unit,
    }).map(([value]) => value!);
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  const floorOf = (u: Union) => (u.reduction > 0 ? 0 : Math.min((1 - u.maxDecrease) * u.previous, u.requested));
  const entitlementOf = (u: Union) => Math.max(0, Math.min(u.requested, u.maximum) - u.reduction);
  const noise = 1e-7;
  const unit = fc.constantFrom(0, 1, 10);

  test("no more is handed out than there is", () => {
    fc.assert(
      fc.property(
        unions,
        appropriation,
        unit,
        (list, available, step) => sum(grants(list, available, step)) <= available + noise,
      ),
    );
  });
  test("nobody gets more than the request", () => {
    fc.assert(
      fc.property(unions, appropriation, unit, (list, available, step) =>
        grants(list, available, step).every((grant, i) => grant >= 0 && grant <= list[i]!.requested + noise),
      ),
    );
  });
  test("every floor is kept that can be kept", () => {
    fc.assert(
      fc.property(unions, appropriation, (list, available) => {
        fc.pre(sum(list.map(floorOf)) <= available);
        return grants(list, available).every((grant, i) => grant >= floorOf(list[i]!) - noise);
      }),
    );
  });
  test("in whole units a floor is missed by less than a unit", () => {
    fc.assert(
      fc.property(unions, appropriation, (list, available) => {
        fc.pre(sum(list.map(floorOf)) <= available);
        return grants(list, available, 1).every((grant, i) => grant > floorOf(list[i]!) - 1 - noise);
      }),
    );
  });
  test("a union that may get no more is less than a unit above its grant before rounding", () => {
    fc.assert(
      fc.property(unions, appropriation, (list, available) => {
        const exactly = grants(list, available);
        return grants(list, available, 1).every(
          (grant, i) => (list[i]!.reduction === 0 && list[i]!.maximum > 0) || grant < exactly[i]! + 1 - noise,
        );
      }),
    );
  });
  test("money is left only when every request is met of those who may get more", () => {
    fc.assert(
      fc.property(unions, appropriation, unit, (list, available, step) => {
        const result = grants(list, available, step);
        const unmet = list.some(
          (u, i) =>
            u.reduction === 0 &&
            u.maximum > 0 &&
            result[i]! < (step ? Math.floor(u.requested / step + noise) * step : u.requested) - noise,
        );
        const left = available - sum(result);
        return !unmet || left < (step || noise);
      }),
    );
  });
  test("when money is short, those above their floor have one and the same part of their entitlement", () => {
    fc.assert(
      fc.property(unions, appropriation, (list, available) => {
        const wished = sum(list.map((u) => Math.max(entitlementOf(u), floorOf(u))));
        fc.pre(wished > available && sum(list.map(floorOf)) < available);
        const result = grants(list, available);
        const factors = list.flatMap((u, i) => (result[i]! > floorOf(u) + 1e-6 ? [result[i]! / entitlementOf(u)] : []));
        const factor = factors[0]!;
        return (
          factors.every((f) => Math.abs(f - factor) < 1e-6) &&
          list.every((u, i) => result[i]! > floorOf(u) + 1e-6 || entitlementOf(u) * factor <= floorOf(u) + 1e-3) &&
          Math.abs(sum(result) - available) < noise
        );
      }),
    );
  });
  test("when money is left, those who wait for more have got the same per krona of maximum", () => {
    fc.assert(
      fc.property(unions, appropriation, (list, available) => {
        const wished = list.map((u) => Math.max(entitlementOf(u), floorOf(u)));
        fc.pre(sum(wished) < available);
        const result = grants(list, available);
        const may = (u: Union) => u.reduction === 0 && u.maximum > 0;
        const rates = list.map((u, i) => (result[i]! - wished[i]!) / (u.maximum || 1));
        const waiting = list.flatMap((u, i) => (may(u) && result[i]! < u.requested - 1e-6 ? [rates[i]!] : []));
        const rate = waiting[0] ?? Infinity;
        return (
          waiting.every((r) => Math.abs(r - rate) < 1e-6 * Math.max(1, rate)) &&
          list.every((u, i) => (may(u) ? rates[i]! <= rate + 1e-6 * Math.max(1, rate) : Math.abs(rates[i]!) < 1e-9))
        );
      }),
    );
  });
  test("reordering the unions reorders the grants", () => {
    fc.assert(
      fc.property(unions, appropriation, (list, available) => {
        expect(grants([...list].reverse(), available)).toEqual(grants(list, available).reverse());
      }),
    );
  });
  test("more money takes from nobody, before rounding", () => {
    fc.assert(
      fc.property(unions, appropriation, (list, available) => {
        const before = grants(list, available);
        return grants(list, available + 10).every((grant, i) => grant >= before[i]! - noise);
      }),
    );
  });
  test("300 unions are no different", () => {
    const list = Array.from({ length: 300 }, (_, i) => ({
      maximum: 2000 + ((i * 7919) % 4000),
      requested: 1500 + ((i * 104729) % 5000),
      previous: 1800 + ((i * 1299709) % 4200),
      maxDecrease: 0.1,
      reduction: i % 17 === 0 ? 100 : 0,
    }));
    expect(sum(grants(list, 800_000, 1))).toBe(800_000);
    expect(sum(grants(list, 1_000_000, 1))).toBe(1_000_000);
  });
});
