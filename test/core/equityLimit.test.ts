import fc from "fast-check";
import { equityLimit, type EquityLimitRequest } from "../../src/core/equityLimit";
import { Problem } from "../../src/core/problem";
import { problemOf } from "./problems";

const one = (value: number) => [[value]];
const steps = [
  [0, 0.2],
  [7000, 0.15],
  [10_000, 0.1],
];

describe("EQUITYLIMIT: recommended own capital", () => {
  test.each<[string, EquityLimitRequest, number]>([
    [
      "20 % of all income up to the limit",
      {
        income: one(6423),
        steps: [
          [0, 0.2],
          [7000, 0],
        ],
      },
      1284.6,
    ],
    ["the whole income takes the rate of its step", { income: one(7018), steps }, 1052.7],
    ["an income exactly on a limit belongs to the step below", { income: one(7000), steps }, 1400],
    ["just above it does not", { income: one(7000.01), steps }, 1050.0015],
    ["the last step has no end", { income: one(20_000), steps }, 2000],
    ["slice by slice", { income: one(7018), steps, marginal: true }, 1402.7],
    ["slice by slice over three steps", { income: one(12_000), steps, marginal: true }, 2050],
    ["slice by slice exactly on a limit", { income: one(7000), steps, marginal: true }, 1400],
    ["no income", { income: one(0), steps }, 0],
    ["no income, slice by slice", { income: one(0), steps, marginal: true }, 0],
    ["a rate of 100 %", { income: one(100), steps: [[0, 1]] }, 100],
    ["one step", { income: one(5144), steps: [[0, 0.2]] }, 1028.8],
    [
      "rows left blank at the end are no steps",
      {
        income: one(9000),
        steps: [
          [0, 0.2],
          [7000, 0.15],
          [0, 0],
          [0, 0],
        ],
      },
      1350,
    ],
  ])("%s", (_, request, expected) => expect(equityLimit(request)).toEqual(one(expected)));

  test("in the shape of the incomes; an unknown step does not hide the others", () => {
    const answers = equityLimit({
      income: [
        [6423, 7018],
        [5144, 0],
      ],
      steps: [
        [0, 0.2],
        [7000, 0],
      ],
    });
    expect(answers[0]![0]).toBe(1284.6);
    expect(answers[1]).toEqual([1028.8, 0]);
    expect(answers[0]![1]).toMatchObject({
      code: "unknownStep",
      data: { argument: "steps", got: 7018, above: 7000, place: { row: 2, column: 2, rows: 2, columns: 2 } },
      isAbsence: true,
    });
  });
  test("slice by slice a step below that is unknown is needed too", () => {
    const request = {
      income: one(12_000),
      steps: [
        [0, 0.2],
        [7000, 0],
        [10_000, 0.1],
      ],
    };
    expect(equityLimit(request)).toEqual(one(1200));
    expect(equityLimit({ ...request, marginal: true })[0]![0]).toMatchObject({
      code: "unknownStep",
      data: { above: 7000 },
    });
  });
  test("a first step that is unknown is so for no income too", () => {
    expect(equityLimit({ income: one(0), steps: [[0, 0]] })[0]![0]).toBeInstanceOf(Problem);
  });

  test.each<[string, EquityLimitRequest, object]>([
    [
      "a negative income",
      { income: [[1], [-1]], steps },
      { code: "negative", data: { argument: "income", place: { row: 2 } } },
    ],
    [
      "one column of steps",
      { income: one(1), steps: [[0], [7000]] },
      { code: "stepsNotTwoColumns", data: { argument: "steps", size: { rows: 2, columns: 1 } } },
    ],
    [
      "a first limit above 0",
      { income: one(1), steps: [[7000, 0.2]] },
      { code: "stepsNotFromZero", data: { got: 7000, place: { row: 1, column: 1 } } },
    ],
    [
      "limits that fall",
      {
        income: one(1),
        steps: [
          [0, 0.2],
          [9000, 0.15],
          [7000, 0.1],
        ],
      },
      { code: "stepsNotAscending", data: { got: 7000, before: 9000, place: { row: 3, column: 1 } } },
    ],
    [
      "a limit twice",
      {
        income: one(1),
        steps: [
          [0, 0.2],
          [0, 0.15],
        ],
      },
      { code: "stepsNotAscending" },
    ],
    [
      "a blank row among the steps",
      {
        income: one(1),
        steps: [
          [0, 0.2],
          [0, 0],
          [7000, 0.15],
        ],
      },
      { code: "stepsNotAscending" },
    ],
    [
      "a rate of 20 instead of 20 %",
      { income: one(1), steps: [[0, 20]] },
      { code: "outside", data: { argument: "steps", got: 20, place: { row: 1, column: 2 }, min: 0, max: 1 } },
    ],
    ["a negative rate", { income: one(1), steps: [[0, -0.2]] }, { code: "outside" }],
  ])("refuses %s", (_, request, problem) => expect(problemOf(() => equityLimit(request))).toMatchObject(problem));

  test("slice by slice more income never recommends less", () => {
    const income = fc.integer({ min: 0, max: 20_000 });
    fc.assert(
      fc.property(income, income, (a, b) => {
        const limit = (value: number) => equityLimit({ income: one(value), steps, marginal: true })[0]![0] as number;
        return a > b || limit(a) <= limit(b);
      }),
    );
  });
});
