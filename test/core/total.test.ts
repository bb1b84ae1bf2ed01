import fc from "fast-check";
import { split } from "../../src/core/split";
import { total, type TotalRequest } from "../../src/core/total";
import { problemOf } from "./problems";

describe("TOTAL is the budget that one contribution gives", () => {
  test.each<[string, TotalRequest, number[][]]>([
    ["the state pays half", { contribution: [[3674]], basis: "state" }, [[7348]]],
    ["the region pays a quarter", { contribution: [[1837]], basis: "region" }, [[7348]]],
    ["the municipalities pay a quarter", { contribution: [[0.1]], basis: "municipal" }, [[0.4]]],
    ["the total is itself", { contribution: [[7348]], basis: "total" }, [[7348]]],
    ["5 a §: the municipality pays half", { contribution: [[500]], basis: "municipal", withoutRegion: true }, [[1000]]],
    [
      "element by element",
      {
        contribution: [
          [1, 2],
          [3, -4],
        ],
        basis: "state",
      },
      [
        [2, 4],
        [6, -8],
      ],
    ],
  ])("%s", (_, request, expected) => expect(total(request)).toEqual(expected));

  test("the region's contribution is refused where none takes part", () => {
    expect(problemOf(() => total({ contribution: [[1]], basis: "region", withoutRegion: true }))).toEqual({
      code: "regionDoesNotTakePart",
      data: { argument: "basis" },
    });
  });

  test("SPLIT of it gives the contribution back", () => {
    const parties = ["state", "region", "municipal"] as const;
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(2), (öre, party) => {
        const contribution = öre / 100;
        const [[whole]] = total({ contribution: [[contribution]], basis: parties[party]! }) as [[number]];
        return split({ amount: [[whole]] })[party]![0] === contribution + 0;
      }),
    );
  });
});
