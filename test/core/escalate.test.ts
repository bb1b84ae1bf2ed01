import fc from "fast-check";
import { escalate, type EscalateRequest } from "../../src/core/escalate";
import { rateToCap, yearsToCap } from "../../src/core/toCap";
import { Problem } from "../../src/core/problem";
import { problemOf } from "./problems";

const one = (value: number) => [[value]];
const down = (...values: number[]) => values.map((value) => [value]);
const across = (...values: number[]) => [values];

describe("ESCALATE grows year by year", () => {
  test.each<[string, EscalateRequest, number[][]]>([
    [
      "to the cap and no further",
      { amount: one(3674), rate: one(0.1), years: 5, cap: one(5551) },
      across(4041.4, 4445.54, 4890.094, 5379.1034, 5551),
    ],
    [
      "whole tkr, on unrounded growth",
      { amount: one(7348), rate: one(0.1), years: 5, cap: one(11102), unit: 1 },
      across(8083, 8891, 9780, 10758, 11102),
    ],
    [
      "the start first, as it is",
      { amount: one(3674.4), rate: one(0.1), years: 1, unit: 1, includeStart: true },
      across(3674.4, 4042),
    ],
    [
      "the start is not capped",
      { amount: one(100), rate: one(0), years: 1, cap: one(50), includeStart: true },
      across(100, 50),
    ],
    [
      "the first year too is at most its cap",
      { amount: one(100), rate: one(0.1), years: 2, cap: one(50) },
      across(50, 50),
    ],
    [
      "the next year grows from the capped value",
      { amount: one(100), rate: one(0.5), years: 3, cap: across(120, 1000, 1000) },
      across(120, 180, 270),
    ],
    ["a cap per year gives the years", { amount: one(100), rate: one(1), cap: across(150, 175) }, across(150, 175)],
    ["a rate per year gives the years", { amount: one(100), rate: across(0.1, 0.2) }, across(110, 132)],
    ["a falling amount", { amount: one(100), rate: one(-0.5), years: 2 }, across(50, 25)],
    ["a negative amount", { amount: one(-100), rate: one(0.1), years: 1, cap: one(5) }, across(-110)],
    [
      "a value within a relative 10^-12 of its cap is the cap",
      { amount: one(100), rate: one(0.1), years: 1, cap: one(110.0000000001) },
      across(110.0000000001),
    ],
    [
      "a value further from its cap is not",
      { amount: one(100), rate: one(0.1), years: 1, cap: one(110.000000001) },
      across(110),
    ],
    [
      "a column of amounts, one rate",
      { amount: down(100, 200), rate: one(0.1), years: 2 },
      [
        [110, 121],
        [220, 242],
      ],
    ],
    [
      "a column of amounts, a column of rates",
      { amount: down(100, 200), rate: down(0.1, 0.5), years: 2 },
      [
        [110, 121],
        [300, 450],
      ],
    ],
    [
      "a column of amounts, a row of rates",
      { amount: down(100, 200), rate: across(0.1, 0.5) },
      [
        [110, 165],
        [220, 330],
      ],
    ],
    [
      "a table of rates",
      {
        amount: down(100, 200),
        rate: [
          [0.1, 0],
          [0, 0.1],
        ],
      },
      [
        [110, 110],
        [200, 220],
      ],
    ],
    [
      "a cap per amount",
      { amount: down(100, 200), rate: one(1), years: 2, cap: down(150, 300) },
      [
        [150, 150],
        [300, 300],
      ],
    ],
    [
      "a row of amounts turns the table",
      { amount: across(100, 200), rate: one(0.1), years: 2 },
      [
        [110, 220],
        [121, 242],
      ],
    ],
    [
      "years down: a column of rates is one per year",
      { amount: across(100, 200), rate: down(0.1, 0, 0.5) },
      [
        [110, 220],
        [110, 220],
        [165, 330],
      ],
    ],
    [
      "years down: a row of rates is one per amount",
      { amount: across(100, 200), rate: across(0.1, 0.5), years: 1 },
      [[110, 300]],
    ],
    [
      "years down: a row of rates is one per year where it cannot be one per amount",
      { amount: across(100, 200), rate: across(0.1, 0, 0.5) },
      [
        [110, 220],
        [110, 220],
        [165, 330],
      ],
    ],
    [
      "years down: a table with one row per year",
      {
        amount: across(100, 200),
        rate: [
          [0.1, 0],
          [0, 0.5],
          [1, 0],
        ],
      },
      [
        [110, 200],
        [110, 300],
        [220, 300],
      ],
    ],
    [
      "years down: a table with one column per year",
      {
        amount: across(100, 200),
        rate: [
          [0.1, 0, 1],
          [0, 0.5, 0],
        ],
      },
      [
        [110, 200],
        [110, 300],
        [220, 300],
      ],
    ],
    ["fives", { amount: one(100), rate: one(0.1), years: 2, unit: 5 }, across(110, 120)],
    ["tenths", { amount: one(1), rate: one(0.15), years: 2, unit: 0.1 }, across(1.2, 1.3)],
    [
      "more than 2^53 units later on are still given",
      { amount: one(9e15), rate: one(1), years: 1, unit: 1 },
      across(1.8e16),
    ],
    [
      "200 years of rates",
      { amount: one(1), rate: across(...Array<number>(200).fill(0)) },
      across(...Array<number>(200).fill(1)),
    ],
    [
      "growth of 10 % is exact for as long as a plan can be",
      { amount: one(1), rate: one(0.1), years: 200, unit: 1 },
      [escalateByHand(200)],
    ],
  ])("%s", (_, request, expected) => expect(escalate(request)).toEqual(expected));

  /** 1.1, 1.21, … in whole numbers, with its own arithmetic. */
  function escalateByHand(years: number): number[] {
    return Array.from({ length: years }, (_, i) => {
      const n = BigInt(i + 1);
      return Number((11n ** n * 2n + 10n ** n) / (2n * 10n ** n));
    });
  }
});

describe("ESCALATE refuses", () => {
  const amount = one(100);
  const rate = one(0.1);
  test.each<[string, EscalateRequest, object]>([
    [
      "a rate of −100 %",
      { amount, rate: across(0.1, -1) },
      { code: "rateTooLow", data: { got: -1, place: { column: 2 } } },
    ],
    [
      "a cap of 0 or blank",
      { amount, rate, cap: across(100, 0) },
      { code: "notPositive", data: { argument: "cap", got: 0, place: { column: 2 } } },
    ],
    ["a negative cap", { amount, rate, cap: one(-1), years: 1 }, { code: "notPositive", data: { argument: "cap" } }],
    ["no years anywhere", { amount, rate, cap: one(200) }, { code: "yearsUnknown", data: { argument: "years" } }],
    ["0 years", { amount, rate, years: 0 }, { code: "notWholeWithin", data: { got: 0, min: 1, max: 200 } }],
    ["201 years", { amount, rate, years: 201 }, { code: "notWholeWithin" }],
    ["half a year", { amount, rate, years: 1.5 }, { code: "notWholeWithin" }],
    [
      "rates for 201 years",
      { amount, rate: across(...Array<number>(201).fill(0.1)) },
      { code: "tooManyYears", data: { argument: "rate" } },
    ],
    [
      "rates for other years than asked for",
      { amount, rate: across(0.1, 0.2), years: 3 },
      { code: "ratesDisagree", data: { argument: "rate", years: 3, amounts: 1 } },
    ],
    [
      "rates for other amounts than there are",
      { amount: down(1, 2), rate: down(0.1, 0.2, 0.3), years: 2 },
      { code: "ratesDisagree" },
    ],
    [
      "caps that disagree with the rates",
      { amount, rate: across(0.1, 0.2), cap: across(1, 2, 3) },
      { code: "ratesDisagree", data: { argument: "cap" } },
    ],
    [
      "a table of amounts",
      {
        amount: [
          [1, 2],
          [3, 4],
        ],
        rate,
        years: 1,
      },
      { code: "notAList" },
    ],
    ["more units than 2^53", { amount: one(1e16), rate, years: 1, unit: 1 }, { code: "tooManyUnits" }],
    [
      "years down and rates that could be either",
      { amount: across(1, 2), rate: down(0.1, 0.2), years: 2 },
      { code: "yearsAmbiguous", data: { argument: "rate", remedy: "amountsDown" } },
    ],
    [
      "a row that is one per amount, and no years",
      { amount: across(1, 2), rate: across(0.1, 0.2) },
      { code: "yearsUnknown", data: { argument: "years" } },
    ],
  ])("%s", (_, request, problem) => expect(problemOf(() => escalate(request))).toMatchObject(problem));
});

describe("YEARSTOCAP counts the increases", () => {
  test.each<[string, number, number, number, number]>([
    ["Södra Vätterbygden's plan", 3674, 0.1, 5551, 5],
    ["reached already", 5551, 0.1, 5551, 0],
    ["passed already, even with a falling rate", 6000, -0.1, 5551, 0],
    ["within a relative 10^-12 is reached", 100, 0.1, 110.0000000001, 1],
    ["further than that takes another year", 100, 0.1, 110.000000001, 2],
    ["exactly on the cap", 100, 0.1, 121, 2],
    ["exactly 1 000 years", 1, 0.01, 1.01 ** 1000 * (1 - 1e-13), 1000],
    ["a doubling", 1, 1, 1024, 10],
    ["just under 1 000 years at hardly any growth", 100, 1e-13, 100.00000001005, 995],
    ["a jump past the cap", 1, 1000, 2, 1],
  ])("%s", (_, amount, rate, cap, years) => {
    expect(yearsToCap({ amount: one(amount), rate: one(rate), cap: one(cap) })).toEqual([[years]]);
  });

  test.each<[string, number, number, number]>([
    ["an amount of nothing", 0, 0.1, 5551],
    ["no growth", 100, 0, 5551],
    ["a falling amount", 100, -0.1, 5551],
    ["a negative amount", -100, 0.1, 5551],
    ["more than 1 000 years", 1, 0.001, 3],
    ["1 001 years", 1, 0.01, 1.01 ** 1000 * (1 + 1e-9)],
    ["a growth that is hardly any", 1, 1e-15, 2],
  ])("%s never reaches it", (_, amount, rate, cap) => {
    const [[answer]] = yearsToCap({ amount: one(amount), rate: one(rate), cap: one(cap) }) as [[Problem]];
    expect(answer).toMatchObject({ code: "capNeverReached", data: { argument: "cap", most: 1000 }, isAbsence: true });
  });

  test("element by element; an amount that never gets there does not hide the others", () => {
    const answers = yearsToCap({ amount: down(3674, 0, 5551), rate: one(0.1), cap: one(5551) });
    expect(answers.map(([answer]) => (answer instanceof Problem ? answer.code : answer))).toEqual([
      5,
      "capNeverReached",
      0,
    ]);
    expect(answers[1]![0]).toMatchObject({
      data: { argument: "amount", place: { row: 2, column: 1, rows: 3, columns: 1 } },
    });
  });

  test.each<[string, number[][], number[][], number[][], object]>([
    ["a cap of 0", one(1), one(0.1), one(0), { code: "notPositive", data: { argument: "cap" } }],
    ["a rate of −100 %", one(1), one(-1), one(2), { code: "rateTooLow" }],
    [
      "ranges of different sizes",
      down(1, 2),
      down(0.1, 0.2, 0.3),
      one(2),
      { code: "sizesDisagree", data: { argument: "rate", other: "amount" } },
    ],
    ["a row against a column", down(1, 2), across(0.1, 0.2), one(2), { code: "sizesDisagree" }],
  ])("refuses %s", (_, amount, rate, cap, problem) => {
    expect(problemOf(() => yearsToCap({ amount, rate, cap }))).toMatchObject(problem);
  });
});

describe("RATETOCAP finds the rate", () => {
  test.each<[string, number, number, number, number]>([
    ["Södra Vätterbygden's plan", 3674, 5551, 5, 0.08604148541815944],
    ["a perfect square", 100, 121, 2, 0.1],
    ["nothing to grow", 100, 100, 7, 0],
    ["a fall", 100, 25, 2, -0.5],
    ["one year", 3, 4, 1, 1 / 3],
  ])("%s", (_, amount, cap, years, rate) => {
    expect(rateToCap({ amount: one(amount), cap: one(cap), years: one(years) })).toEqual([[rate]]);
  });

  test("a year that is wrong is named in its own range", () => {
    const ask = () => rateToCap({ amount: down(1, 2), cap: down(3, 4), years: one(0.5) });
    expect(problemOf(ask).data).toEqual({ argument: "years", got: 0.5, min: 1, max: 200 });
    expect(rateToCap({ amount: one(1), cap: one(1), years: one(200) })).toEqual([[0]]);
  });
  test("element by element", () => {
    expect(rateToCap({ amount: down(100, 1), cap: down(121, 8), years: down(2, 3) })).toEqual([[0.1], [1]]);
  });

  test("a growth beyond every double is left for the caller to refuse", () => {
    expect(rateToCap({ amount: one(1e-300), cap: one(1e300), years: one(1) })).toEqual([[Infinity]]);
  });

  test.each<[string, number[][], number[][], number[][], object]>([
    ["an amount of 0", one(0), one(1), one(1), { code: "notPositive", data: { argument: "amount" } }],
    ["a cap of 0", one(1), one(0), one(1), { code: "notPositive", data: { argument: "cap" } }],
    [
      "half a year",
      one(1),
      one(2),
      down(1, 0.5),
      { code: "notWholeWithin", data: { argument: "years", place: { row: 2 } } },
    ],
    ["no year", one(1), one(2), one(0), { code: "notWholeWithin" }],
    ["201 years", one(1), one(2), one(201), { code: "notWholeWithin", data: { min: 1, max: 200 } }],
  ])("refuses %s", (_, amount, cap, years, problem) => {
    expect(problemOf(() => rateToCap({ amount, cap, years }))).toMatchObject(problem);
  });
});

describe("whatever the plan", () => {
  const amount = fc.integer({ min: 1, max: 100_000_000 }).map((öre) => öre / 100);
  const rate = fc.integer({ min: -5000, max: 20_000 }).map((hundredths) => hundredths / 10_000);
  const years = fc.integer({ min: 1, max: 40 });

  test("no year passes its cap", () => {
    fc.assert(
      fc.property(amount, rate, years, amount, (start, growth, count, cap) =>
        escalate({ amount: one(start), rate: one(growth), years: count, cap: one(cap) })[0]!.every(
          (value) => value <= cap,
        ),
      ),
    );
  });
  test("each year is the year before, grown or at its cap", () => {
    fc.assert(
      fc.property(amount, rate, years, amount, (start, growth, count, cap) => {
        const plan = escalate({
          amount: one(start),
          rate: one(growth),
          years: count,
          cap: one(cap),
          includeStart: true,
        })[0]!;
        return plan.slice(1).every((value, i) => {
          const grown = Math.min(plan[i]! * (1 + growth), cap);
          return Math.abs(value - grown) <= 1e-11 * Math.abs(grown);
        });
      }),
    );
  });
  test("YEARSTOCAP is the first year in which ESCALATE's plan is at its cap", () => {
    fc.assert(
      fc.property(amount, rate, amount, (start, growth, cap) => {
        const [[increases]] = yearsToCap({ amount: one(start), rate: one(growth), cap: one(cap) }) as [
          [number | Problem],
        ];
        fc.pre(start < cap);
        const plan = escalate({ amount: one(start), rate: one(growth), years: 200, cap: one(cap) })[0]!;
        const first = plan.indexOf(cap) + 1;
        return increases instanceof Problem || increases > 200 ? first === 0 : first === increases;
      }),
    );
  });
  test("YEARSTOCAP of RATETOCAP gives the years back", () => {
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 1, max: 200 }), (a, b, count) => {
        const [start, cap] = a < b ? [a, b] : [b, a];
        // Nearer than this a cap is as good as reached, and the years lose their meaning.
        fc.pre(cap / start > 1 + 1e-9);
        const found = rateToCap({ amount: one(start), cap: one(cap), years: one(count) });
        return yearsToCap({ amount: one(start), rate: found, cap: one(cap) })[0]![0] === count;
      }),
    );
  });
  test("a row of amounts gives the same plan, turned", () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 2, maxLength: 5 }), rate, years, (amounts, growth, count) => {
        const straight = escalate({ amount: down(...amounts), rate: one(growth), years: count, unit: 1 });
        const turned = escalate({ amount: across(...amounts), rate: one(growth), years: count, unit: 1 });
        expect(turned).toEqual(straight[0]!.map((_, year) => straight.map((row) => row[year])));
      }),
    );
  });
});
