/*
 * Typed numbers where ours are: over a formula, or as a copy that does not match. As important: what is meant.
 */
import fc from "fast-check";
import { allocate } from "../../../src/core/allocate";
import { found } from "./workbook";

describe("a number typed over a formula", () => {
  const across = (...cells: string[]) => ["3674 | 4041 | 4446 | 4890 | 5379 | 5551", cells.join("|")];
  const formula = (column: string) => `=FINSAM.TOTAL(${column}1,"state")`;
  const [a, b, c, d, e, f] = ["A", "B", "C", "D", "E", "F"].map(formula) as [string, string, string, string, string, string]; // prettier-ignore

  test("is told where its neighbours in the row are the same formula", async () => {
    expect(await found(across(a, b, "8900", d, e))).toEqual([
      { kind: "overwritten", at: "C2", value: 8900, like: "B2" },
    ]);
  });

  test("and in the column", async () => {
    const rows = [1, 2, 3, 4, 5].map((row) => `${row * 100} | ${row === 3 ? 600 : `=FINSAM.TOTAL(A${row},"state")`}`);
    expect(await found(rows)).toEqual([{ kind: "overwritten", at: "B3", value: 600, like: "B2" }]);
  });

  test.each([
    ["at the beginning, as a starting value", across("7348", b, c, d, e, f)],
    ["at the end", across(a, b, c, d, "10758")],
    ["in turn with formulas, as outcome and plan", across(a, "8000", c, "9000", e, "9900")],
    ["between two formulas alone", across(a, "8000", c)],
    ["between formulas that differ", across(a, b, "8900", '=FINSAM.TOTAL($A$1,"state")', e)],
    ["between formulas that are not ours", ["1 | 2 | 3 | 4", "=A1*2 | =B1*2 | 7 | =D1*2"]],
  ])("%s is meant", async (_, rows) => {
    expect(await found(rows)).toEqual([]);
  });

  test("a text among the formulas is none of it", async () => {
    expect(await found(across(a, b, "utgår", d, e))).toEqual([]);
  });
});

describe("a typed copy of a result", () => {
  test("that differs in one place is told there, with the difference", async () => {
    const rows = [
      "Part | Beräknat | Beslutat",
      "Staten | =FINSAM.SPLIT(7348,,1) | 3674",
      "Regionen | | 1837",
      "Kommunerna | | 1840",
    ];
    const decided = { line: "C2:C4", matches: 2, decimals: 0 };
    expect(await found(rows)).toEqual([
      { kind: "differs", at: "C4", value: 1840, result: 1837, beside: "B4", ...decided },
    ]);
  });

  test("that stands rows away is known by its name: the printed 226 of Vaggeryd", async () => {
    const rows = [
      "Part | Enhet | 2022 | 2023 | 2024 | 2025 | 2026",
      "Jönköping | tkr | =FINSAM.ALLOCATE({2021,2223,2445,2690,2776},{133310;11314;7157;13372},1)",
      "Habo | tkr",
      "Mullsjö | tkr",
      "Vaggeryd | tkr",
      "",
      "Ur beslutet",
      "Vaggeryd | tkr | 164 | 180 | 198 | 218 | 226",
    ];
    expect(await found(rows)).toEqual([
      expect.objectContaining({ kind: "differs", at: "G8", value: 226, result: 225, beside: "G5", matches: 4 }),
    ]);
  });

  test("that is the same is right", async () => {
    const rows = [
      "Part | Beräknat | Beslutat",
      "Staten | =FINSAM.SPLIT(7348.4) | 3674",
      "Regionen | | 1837",
      "Kommunerna | | 1837",
    ];
    expect(await found(rows)).toEqual([]);
  });

  test("is compared as exactly as it is typed", async () => {
    const rows = (last: string) => [
      "Part | Beräknat | Beslutat",
      `Staten | =FINSAM.SPLIT(7347) | 3673.5`,
      "Regionen | | 1836.8",
      `Kommunerna | | ${last}`,
    ];
    expect(await found(rows("1836.8"))).toEqual([]);
    expect(await found(rows("1836.9"))).toEqual([expect.objectContaining({ kind: "differs", at: "C4", decimals: 1 })]);
  });

  const beside = (heading: string, ...typed: number[]) => [
    `Kommun | 2025 | ${heading}`,
    `Jönköping | =FINSAM.ALLOCATE(1837,{133310;11314;7157;13372},1) | ${typed[0]!}`,
    ...["Habo", "Mullsjö", "Vaggeryd"].map((name, index) => `${name} | | ${typed[index + 1]!}`),
  ];

  test.each<[string, string[]]>([
    ["the key beside it", beside("Invånare", 133310, 11314, 7157, 13372)],
    ["last year's figures, of which half are the same", beside("2024", 1480, 126, 79, 145)],
    ["other figures with one in common", beside("Utfall", 1400, 120, 79, 170)],
    [
      "a limit that the results reach, year after year",
      ["Part | 2024 | 2025 | 2026 | 2027 | 2028", "Staten | =FINSAM.ESCALATE(4500,10%,5,5551,1)", "Maxbelopp | 5551 | 5551 | 5551 | 5551 | 5551"], // prettier-ignore
    ],
    ["zeros that agree", beside("Avdrag", 0, 0, 0, 5)],
    ["a line that a formula compares already", [...beside("Beslut", 1483, 126, 79, 150), "", "Skillnad | =B5-C5"]],
    [
      "a line that a formula on another row counts with",
      [...beside("Beslut", 1483, 126, 79, 150), "", "Högst | =MAX(C2:C5)"],
    ],
    [
      "a line that is the same as another of the results",
      [
        "Kommun | Förslag 1 | Förslag 2 | Beslut",
        "Jönköping | =FINSAM.ALLOCATE({1837,1838},{133310;11314;7157;13372},1) | | 1483",
        "Habo | | | 126",
        "Mullsjö | | | 80",
        "Vaggeryd | | | 149",
      ],
    ],
  ])("%s is none", async (_, rows) => {
    expect(await found(rows)).toEqual([]);
  });

  test("a sum below it does not make it an input", async () => {
    const rows = [...beside("Beslut", 1483, 126, 79, 150), "Summa | =SUM(B2:B5) | =SUM(C2:C5)"];
    expect(await found(rows)).toEqual([
      expect.objectContaining({ kind: "differs", at: "C5", value: 150, result: 149 }),
    ]);
  });

  test("any result typed anew is right, and with one number changed it is told there and nowhere else", async () => {
    const amount = fc.integer({ min: 100, max: 99_999 });
    const keys = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 3, maxLength: 6 });
    const change = fc.integer({ min: -50, max: 50 }).filter((difference) => difference !== 0);
    await fc.assert(
      fc.asyncProperty(amount, keys, change, fc.nat(), async (total, weights, difference, place) => {
        const parts = allocate({ amount: [[total]], weights: weights.map((weight) => [weight]), unit: 1 }).flat().map(Number); // prettier-ignore
        // Zeros tell nothing, and of numbers all alike another one is no copy.
        fc.pre(parts.every((part) => part > 0) && new Set(parts).size > 1);
        const changed = place % parts.length;
        const rows = (typed: readonly number[]) => [
          "Kommun | Beräknat | Beslut",
          `A | =FINSAM.ALLOCATE(${total},{${weights.join(";")}},1) | ${typed[0]!}`,
          ...typed.slice(1).map((value, index) => `${"BCDEF"[index]!} | | ${value}`),
          "Summa | =SUM(B2:B9) | =SUM(C2:C9)".replaceAll("9", String(parts.length + 1)),
        ];
        expect(await found(rows(parts))).toEqual([]);
        const wrong = parts.map((part, index) => (index === changed ? part + difference : part));
        fc.pre(new Set(wrong).size > 1);
        expect(await found(rows(wrong))).toEqual([
          expect.objectContaining({
            kind: "differs",
            at: `C${changed + 2}`,
            value: parts[changed]! + difference,
            result: parts[changed],
          }),
        ]);
      }),
      { numRuns: 40 },
    );
  });

  test("any figures of which fewer than half are the result's are none", async () => {
    const figure = fc.integer({ min: 1, max: 2000 });
    await fc.assert(
      fc.asyncProperty(fc.tuple(figure, figure, figure, figure), async (typed) => {
        const same = typed.filter((value, index) => value === [1483, 126, 79, 149][index]).length;
        fc.pre(same < 2);
        expect(await found(beside("Utfall", ...typed))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
