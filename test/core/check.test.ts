import fc from "fast-check";
import { check, type CheckRequest } from "../../src/core/check";
import { merge, type MergeRequest } from "../../src/core/merge";
import { split } from "../../src/core/split";
import { problemOf } from "./problems";

const one = (value: number) => [[value]];
const down = (...values: number[]) => values.map((value) => [value]);

describe("CHECK: deviations from the law's shares", () => {
  test.each<[string, CheckRequest, number[][]]>([
    ["none where the law is followed", { state: one(3674), region: one(1837), municipal: one(1837) }, down(0, 0, 0)],
    [
      "what three tkr too much from the municipalities do",
      { state: one(3674), region: one(1837), municipal: one(1840) },
      down(-1.5, -0.75, 2.25),
    ],
    [
      "a deviation within the tolerance is 0",
      { state: one(5551), region: one(2776), municipal: one(2775), tolerance: 1 },
      down(0, 0, 0),
    ],
    [
      "a deviation of exactly the tolerance is 0",
      { state: one(3674), region: one(1837), municipal: one(1840), tolerance: 1.5 },
      down(0, 0, 2.25),
    ],
    [
      "members down are summed",
      { state: one(3674), region: down(1000, 837), municipal: down(1483, 126, 79, 149) },
      down(0, 0, 0),
    ],
    [
      "years across",
      {
        state: [[50, 60]],
        region: [[25, 20]],
        municipal: [
          [15, 10],
          [10, 10],
        ],
      },
      [
        [0, 10],
        [0, -5],
        [0, -5],
      ],
    ],
    ["5 a §: no region", { state: one(500), municipal: one(510), withoutRegion: true }, down(-5, 5)],
    [
      "5 a §: a blank for the region",
      { state: one(500), region: one(0), municipal: one(510), withoutRegion: true },
      down(-5, 5),
    ],
    ["nothing paid at all", { state: one(0), region: one(0), municipal: one(0) }, down(0, 0, 0)],
    ["tenths without noise", { state: one(0.2), region: one(0.1), municipal: one(0.1) }, down(0, 0, 0)],
  ])("%s", (_, request, expected) => expect(check(request)).toEqual(expected));

  test.each<[string, CheckRequest, object]>([
    [
      "more than 200 years",
      {
        state: [Array<number>(201).fill(1)],
        region: [Array<number>(201).fill(1)],
        municipal: [Array<number>(201).fill(1)],
      },
      { code: "tooManyYears", data: { argument: "state", got: 201, most: 200 } },
    ],
    [
      "a negative tolerance",
      { state: one(1), region: one(1), municipal: one(1), tolerance: -1 },
      { code: "negative", data: { argument: "tolerance" } },
    ],
    [
      "years that disagree",
      { state: [[1, 2]], region: one(1), municipal: [[1, 2]] },
      { code: "columnsDisagree", data: { argument: "region", got: 1, other: "state", expected: 2 } },
    ],
    [
      "no region where one takes part",
      { state: one(1), municipal: one(1) },
      { code: "missing", data: { argument: "region" } },
    ],
    [
      "a region where none takes part",
      { state: [[1, 1]], region: [[0, 1]], municipal: [[1, 1]], withoutRegion: true },
      { code: "regionDoesNotTakePart", data: { argument: "region" } },
    ],
  ])("refuses %s", (_, request, problem) => expect(problemOf(() => check(request))).toMatchObject(problem));

  test("of any SPLIT it is zero within the unit", () => {
    const weights = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), weights, fc.constantFrom(1, 10, 0.01), (öre, key, unit) => {
        const [[state], [region], ...municipal] = split({ amount: one(öre / 100), weights: down(...key), unit }) as [
          [number],
          [number],
          ...number[][],
        ];
        expect(check({ state: one(state), region: one(region), municipal, tolerance: unit })).toEqual(down(0, 0, 0));
      }),
    );
  });
  test("deviations cancel out", () => {
    const amount = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(
      fc.property(amount, amount, amount, (state, region, municipal) => {
        const deviations = check({ state: one(state), region: one(region), municipal: one(municipal) });
        return deviations.reduce((total, [value]) => total + value!, 0) === 0;
      }),
    );
  });
});

describe("MERGE: the sum less one base grant for each union but one", () => {
  test.each<[string, MergeRequest, number]>([
    ["three unions", { grants: down(5486, 4006, 2570), baseGrant: 400 }, 11262],
    ["the base grants themselves", { grants: [[400, 400, 400]], baseGrant: 400 }, 400],
    ["a union alone is that union", { grants: one(5486.5), baseGrant: 400 }, 5486.5],
    ["grants of 0 are not counted", { grants: down(5486, 0, 4006, 0), baseGrant: 400 }, 9092],
    ["base grants that take everything", { grants: down(400, 400), baseGrant: 800 }, 0],
    ["no base grant", { grants: down(1, 2), baseGrant: 0 }, 3],
    ["tenths without noise", { grants: down(0.1, 0.2), baseGrant: 0 }, 0.3],
  ])("%s", (_, request, expected) => expect(merge(request)).toEqual(one(expected)));

  test.each<[string, MergeRequest, object]>([
    [
      "a negative grant",
      { grants: down(1, -1), baseGrant: 0 },
      { code: "negative", data: { argument: "grants", place: { row: 2 } } },
    ],
    [
      "a negative base grant",
      { grants: down(1), baseGrant: -1 },
      { code: "negative", data: { argument: "baseGrant" } },
    ],
    ["no union at all", { grants: down(0, 0), baseGrant: 400 }, { code: "allZero", data: { argument: "grants" } }],
    [
      "mnkr and tkr mixed",
      { grants: down(5.5, 4, 2.6), baseGrant: 400 },
      { code: "baseGrantsNotCovered", data: { argument: "grants", got: 12.1, unions: 3, baseGrant: 400 } },
    ],
  ])("refuses %s", (_, request, problem) => expect(problemOf(() => merge(request))).toMatchObject(problem));

  test("merging two and then the third is merging three", () => {
    const grant = fc.integer({ min: 400, max: 10_000 });
    fc.assert(
      fc.property(grant, grant, grant, (a, b, c) => {
        const two = merge({ grants: down(a, b), baseGrant: 400 });
        expect(merge({ grants: [...two, [c]], baseGrant: 400 })).toEqual(
          merge({ grants: down(a, b, c), baseGrant: 400 }),
        );
      }),
    );
  });
});
