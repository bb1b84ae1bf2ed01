/*
 * What the functions tell of how they came to their answers: the same answers as untold, and for every cell a last
 * step that ends in its figure.
 */
import fc from "fast-check";
import { Problem } from "../../src/core/problem";
import { figureOf, leadsTo, rowOf, type Step } from "../../src/core/trace";
import { functions, type Answer } from "./requests";

const all = Object.entries(functions);

/** The answer and its steps; a request that is refused is not what is asked about here. */
function told(name: string, request: unknown): { answer: Answer; steps: Step[] } {
  const steps: Step[] = [];
  try {
    return { answer: functions[name]!.compute(request, (step) => steps.push(step)), steps };
  } catch (error) {
    fc.pre(!(error instanceof Problem));
    throw error;
  }
}

/** The steps that lead to a cell, and which line of them it is. */
function toCell(steps: readonly Step[], row: number, column: number) {
  const turned = steps.some(({ where }) => where.turned);
  const [line, year] = turned ? [column, row] : [row, column];
  return { line, steps: steps.filter((step) => leadsTo(step, line, year)) };
}

const isSame = (a: unknown, b: unknown) =>
  a instanceof Problem && b instanceof Problem ? a.code === b.code : Object.is(a, b) || (a === 0 && b === 0);

describe.each(all)("%s", (name, { compute, request }) => {
  test("answers the same, told or untold", () => {
    fc.assert(
      fc.property(request, (asked) => {
        const { answer } = told(name, asked);
        expect(answer).toEqual(compute(asked));
      }),
    );
  });

  test("every cell's last step ends in its figure", () => {
    fc.assert(
      fc.property(request, (asked) => {
        const { answer, steps } = told(name, asked);
        answer.forEach((cells, row) =>
          cells.forEach((value, column) => {
            const { line, steps: leading } = toCell(steps, row, column);
            const last = leading.at(-1);
            // What does not exist has no step that ends in it, but for a ceiling that is none.
            if (value instanceof Problem && (!last || last.code !== "ceilings")) return;
            expect([last?.code, isSame(figureOf(last!, line), value)]).toEqual([last?.code, true]);
          }),
        );
      }),
    );
  });
});

describe("a step's own numbers give what it ends in", () => {
  const everyStep = (check: (step: Step) => void) => {
    for (const [name, { request }] of all) {
      fc.assert(fc.property(request, (asked) => told(name, asked).steps.forEach(check)));
    }
  };
  /** Up to noise of numbers as large as `size`, where they come of such. */
  const near = (a: number, b: number, size = a) =>
    expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(size)));
  const sum = (values: readonly number[]) => values.reduce((whole, value) => whole + value, 0);

  test("the total is the amount by its share, and rounding moves half a unit at most", () => {
    everyStep((step) => {
      if (step.code === "budget") near(step.result * step.share, step.got);
      if (step.code === "rounded") expect(Math.abs(step.result - step.got)).toBeLessThanOrEqual(step.unit / 2 + 1e-6);
    });
  });
  test("parts add up to the whole, in proportion to the weights", () => {
    everyStep((step) => {
      if (step.code !== "parts") return;
      near(sum(step.result), step.whole);
      step.rows.forEach(({ weight }, i) => near(step.result[i]! * step.sum, step.whole * weight));
    });
  });
  test("whole units add up: rounded down, with the units left to the largest remainders", () => {
    everyStep((step) => {
      if (step.code !== "apportioned") return;
      const sign = step.whole < 0 ? -1 : 1;
      near(sum(step.result), step.whole);
      near(sum(step.rows.map(({ down }) => down)) + sign * step.left * step.unit, step.whole);
      step.rows.forEach(({ share, down, remainder, extra }, i) => {
        near(down + remainder, share);
        near(down + sign * extra * step.unit, step.result[i]!);
      });
      const remainders = (got: boolean) =>
        step.rows.filter(({ extra }) => extra > 0 === got).map(({ remainder }) => sign * remainder);
      if (step.left > 0) {
        expect(Math.min(...remainders(true))).toBeGreaterThanOrEqual(Math.max(...remainders(false)) - 1e-9);
        expect(step.tied.some((i) => step.rows[i]!.extra > 0)).toBe(true);
      }
    });
  });
  test("by odd divisors nobody in line has a larger quotient than the last to get a unit", () => {
    everyStep((step) => {
      if (step.code !== "divided") return;
      near(sum(step.result), step.whole);
      const last = step.last < 0 ? Infinity : step.rows[step.last]!.last!;
      expect(last).toBeLessThanOrEqual(Math.min(Infinity, ...step.rows.map((row) => row.last ?? Infinity)));
      expect(step.rows[step.next]!.next).toBeGreaterThanOrEqual(Math.max(...step.rows.map((row) => row.next)) - 1e-12);
      expect(last).toBeGreaterThanOrEqual(step.rows[step.next]!.next - 1e-12);
    });
  });
  test("a year's value is the one before it with its growth, or the cap", () => {
    everyStep((step) => {
      if (step.code !== "grown") return;
      near(step.from * (1 + step.rate), step.grown);
      near(step.result, step.isCapped ? step.cap! : step.grown);
    });
  });
  test("the maxima of a complete table are the appropriation", () => {
    everyStep((step) => {
      if (step.code === "baseGrants") near(step.appropriation - step.unions * step.baseGrant, step.result);
      if (step.code === "pots") near(step.need + step.population, step.rest);
      if (step.code !== "maxima") return;
      step.rows.forEach(({ isUnion, needPart, populationPart }, i) => {
        near(step.result[i]!, isUnion ? step.baseGrant + needPart + populationPart : 0);
      });
    });
  });
  test("grants are the higher of entitlement and floor, made to fit the money", () => {
    everyStep((step) => {
      if (step.code === "wished") {
        step.rows.forEach(({ entitlement, floor }, i) => near(step.result[i]!, Math.max(entitlement, floor)));
      }
      if (step.code === "balance") near(step.appropriation - step.wished, step.result);
      if (step.code === "scaled") {
        step.rows.forEach(({ entitlement, floor, isAtFloor }, i) => {
          near(step.result[i]!, isAtFloor ? floor : entitlement * step.factor);
        });
      }
      if (step.code === "floorsScaled") {
        step.rows.forEach(({ floor }, i) => near(step.result[i]!, floor * step.factor));
      }
      if (step.code === "handedOut") {
        step.rows.forEach(({ had, room, maximum, isMet }, i) => {
          near(
            step.result[i]!,
            isMet ? had + room : had + Math.min(room, (maximum * step.shared!.money) / step.shared!.maxima),
          );
        });
      }
      if (step.code === "grantUnits") {
        near(sum(step.rows.map(({ down }) => down)) + step.left * step.unit, step.whole);
        step.rows.forEach(({ down, extra, most }, i) => {
          near(down + extra * step.unit, step.result[i]!);
          expect(step.result[i]!).toBeLessThanOrEqual(Math.max(most, down) + 1e-9);
        });
      }
    });
  });
  test("deviations, slices and mergers", () => {
    everyStep((step) => {
      if (step.code === "contributions") near(sum(step.rows.map(({ paid }) => paid)), step.result);
      if (step.code === "deviation") {
        near(step.total * step.share, step.due);
        near(step.paid - step.due, step.deviation, step.paid);
        near(step.result, Math.abs(step.deviation) <= step.tolerance ? 0 : step.deviation);
      }
      if (step.code === "ceilings") {
        step.rows.forEach(({ offer, share }, i) => {
          const ceiling = step.result[i]!;
          if (typeof ceiling === "number") near(ceiling * share, offer);
        });
      }
      if (step.code === "wholeIncome") near(step.income * step.rate, step.result);
      if (step.code === "slices") near(sum(step.rows.map(({ part }) => part)), step.result);
      if (step.code === "merged") near(step.sum - (step.unions - 1) * step.baseGrant, step.result);
      if (step.code === "yearsToCap" && step.before !== undefined) {
        expect(step.before).toBeLessThan(step.cap);
        expect(step.reached).toBeGreaterThanOrEqual(step.cap * (1 - 1e-11));
      }
    });
  });
});

describe("each line has its row in a step about it", () => {
  test.each([
    [
      "a party of several members",
      {
        each: [
          [0, 0],
          [1, 2],
          [3, 5],
        ],
      },
      [0, 1, 1, 2, 2, 2],
    ],
    ["members of a party", { lines: [2, 4] }, [-2, -1, 0, 1, 2]],
    ["a step about all", {}, [0, 1, 2]],
  ] as const)("%s", (_, where, rows) => {
    const step = { code: "parts", where } as unknown as Step;
    expect(rows.map((__, line) => rowOf(step, line))).toEqual(rows);
  });
});
